"""What the coding notes say of a second coding of the first report is reckoned again from that coding."""

from __future__ import annotations

import csv
from pathlib import Path

from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded
from communique.coding.schema import Event
from communique.text.spans import find_all
from communique.tools.desk.agreement import agreement

SECOND = Path(__file__).parents[1] / "data" / "second-coding" / "south-korea-2024.csv"


def _matched(article: CodedArticle, second: list[dict[str, str]]) -> list[tuple[Event, dict[str, str]]]:
    """Events of both codings whose words overlap, those that share most of their words first; each is used once."""
    shared = []
    for event in article.events:
        first = article.evidence_of(event.id)[0]
        for number, row in enumerate(second):
            paragraph = article.paragraph(row["p"])
            start = paragraph.start + find_all(paragraph.text, row["words"])[0].start
            end = start + len(row["words"])
            common = min(first.end, end) - max(first.start, start)
            if common > 0:
                shared.append((-common / (max(first.end, end) - min(first.start, start)), event.id, number))
    pairs: dict[str, int] = {}
    for _, event_id, number in sorted(shared):
        if event_id not in pairs and number not in pairs.values():
            pairs[event_id] = number
    return [(event, second[pairs[event.id]]) for event in article.events if event.id in pairs]


def test_the_notes_report_the_agreement_of_the_two_codings() -> None:
    """Rows, matches, agreements and alpha stand in the notes as they are reckoned from the tables of today."""
    article = load_coded("south-korea-2024")
    second = list(csv.DictReader(SECOND.read_text(encoding="utf-8").splitlines()))
    both = _matched(article, second)
    notes = " ".join((article.folder / "coding-notes.md").read_text(encoding="utf-8").split())
    assert f"It has {len(second)} events; ours has {len(article.events)}. In {len(both)} of them" in notes
    for column, said in (("event", "on the kind of event in"), ("certainty", "on the step of certainty in")):
        ours, theirs = [getattr(event, column) for event, _ in both], [row[column] for _, row in both]
        same = sum(a == b for a, b in zip(ours, theirs, strict=True))
        alpha = agreement(ours, theirs).alpha
        assert f"{said} {same} (" in notes
        assert f"alpha {alpha:.2f})" in notes.split(said, 1)[1][:60]


def test_where_the_two_differ_is_named_in_the_notes() -> None:
    """Each row on which the second coder decided otherwise is argued, and contested unless the codebook settles it."""
    article = load_coded("south-korea-2024")
    both = _matched(article, list(csv.DictReader(SECOND.read_text(encoding="utf-8").splitlines())))
    notes = (article.folder / "coding-notes.md").read_text(encoding="utf-8").split("**A second coding.**")[1]
    differ = [e for e, row in both if (e.event, e.certainty) != (row["event"], row["certainty"])]
    assert [] == [event.id for event in differ if event.id not in notes]
    assert {"E01", "E19"} == {event.id for event in differ if not event.contested}  # signings: PLOVER's own rule
