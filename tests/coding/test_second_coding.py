"""What the coding notes say of a second coding of a report is reckoned again from that coding."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest
from communique.coding.article import CodedArticle
from communique.coding.codes import STANCES
from communique.coding.loading import load_coded
from communique.coding.schema import Event, Position, Reaction, Statement
from communique.text.spans import Span, find_all
from communique.tools.desk.agreement import agreement

CODINGS = Path(__file__).parents[1] / "data" / "second-coding"
Row = TypeVar("Row", Event, Statement, Reaction)
REPORTS = sorted(path.name for path in CODINGS.iterdir())


def second_coding(report: str, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((CODINGS / report / f"{table}.csv").read_text(encoding="utf-8").splitlines()))


def _place(article: CodedArticle, row: dict[str, str], words: str) -> Span:
    """Where a row of the second coding has its words; the paragraph, where it gives only what they mean."""
    paragraph = article.paragraph(row["p"])
    first = next(iter(find_all(paragraph.text, row[words].split(" | ")[-1])), Span(0, len(paragraph.text)))
    return Span(paragraph.start + first.start, paragraph.start + first.end)


def _matched(
    article: CodedArticle, rows: Iterable[Row], second: list[dict[str, str]], words: str
) -> list[tuple[Row, dict[str, str]]]:
    """Rows of both codings whose words overlap, those that share most of them first; each is used once."""
    by_id = {row.id: row for row in rows}
    shared = []
    for row_id in by_id:
        for ours in article.evidence_of(row_id):
            for number, theirs in enumerate(_place(article, row, words) for row in second):
                common = min(ours.end, theirs.end) - max(ours.start, theirs.start)
                if common > 0:
                    whole = max(ours.end, theirs.end) - min(ours.start, theirs.start)
                    shared.append((-common / whole, row_id, number))
    pairs: dict[str, int] = {}
    for _, row_id, number in sorted(shared):
        if row_id not in pairs and number not in pairs.values():
            pairs[row_id] = number
    return [(by_id[row_id], second[number]) for row_id, number in pairs.items()]


def _positions(article: CodedArticle, second: list[dict[str, str]]) -> list[tuple[Position, dict[str, str]]]:
    """Positions of both codings: of one actor, or of somebody who speaks for it, on one issue."""
    actors = {actor.id: actor for actor in article.actors}
    spoken_for = {
        actor.name: {actor.name, *(actors[other].name for other in actor.speaks_for)} for actor in article.actors
    }
    pairs = []
    for position in article.positions:
        name = actors[position.actor_id].name
        rows = [row for row in second if row["issue"] == position.issue]
        same = [row for row in rows if row["actor"].removeprefix("Prince ") == name]
        of_speakers = [row for row in rows if name in spoken_for.get(row["actor"], ())]
        if same or of_speakers:
            pairs.append((position, (same or of_speakers)[0]))
    return pairs


@pytest.fixture(params=REPORTS)
def article(request: pytest.FixtureRequest) -> CodedArticle:
    return load_coded(request.param)


def _notes(article: CodedArticle) -> str:
    return " ".join((article.folder / "coding-notes.md").read_text(encoding="utf-8").split())


def test_the_notes_report_the_agreement_of_the_two_codings(article: CodedArticle) -> None:
    """Rows, matches, agreements and alpha are in the notes as they are reckoned from the tables of today."""
    second = {table: second_coding(article.slug, table) for table in ("events", "positions", "statements", "reactions")}
    events = _matched(article, article.events, second["events"], "words")
    notes = _notes(article)
    assert f"It has {len(second['events'])} events; ours has {len(article.events)}. In {len(events)} of them" in notes
    for column, beginning in (("event", "on the kind of event in"), ("certainty", "on the step of certainty in")):
        ours, theirs = [getattr(event, column) for event, _ in events], [row[column] for _, row in events]
        agreed, alpha = _same(ours, theirs), agreement(ours, theirs).alpha
        assert f"{beginning} {agreed} (" in notes
        assert f"alpha {alpha:.2f})" in notes.split(beginning, 1)[1][:60]
    positions = _positions(article, second["positions"])
    same = _same([position.stance for position, _ in positions], [row["stance"] for _, row in positions])
    assert f"Both have {len(positions)} of the positions: {same} are the same and {len(positions) - same}" in notes
    statements = _matched(article, article.statements, second["statements"], "content")
    assert all(statement.kind == row["kind"] for statement, row in statements)
    assert f"Both have {len(statements)} of the statements, each with the same kind" in notes
    reactions = _matched(article, article.reactions, second["reactions"], "words_answer")
    same = _same([reaction.tone for reaction, _ in reactions], [row["tone"] for _, row in reactions])
    assert f"and {len(reactions)} of the reactions, {'each' if same == len(reactions) else same} with the same" in notes


def _same(ours: list[str], theirs: list[str]) -> int:
    return sum(a == b for a, b in zip(ours, theirs, strict=True))


def test_where_the_two_differ_is_named_in_the_notes(article: CodedArticle) -> None:
    """Each row on which the second coder decided otherwise is argued, and contested unless the codebook settles it."""
    events = _matched(article, article.events, second_coding(article.slug, "events"), "words")
    notes = _notes(article).split("**A second coding.**")[1]
    differ = [event for event, row in events if (event.event, event.certainty) != (row["event"], row["certainty"])]
    assert [] == [event.id for event in differ if event.id not in notes]
    settled = {"E01", "E19"} if article.slug == "south-korea-2024" else set()  # signings: PLOVER's own rule
    assert settled == {event.id for event in differ if not event.contested}
    positions = _positions(article, second_coding(article.slug, "positions"))
    steps = {p.id: abs(STANCES.index(p.stance) - STANCES.index(row["stance"])) for p, row in positions}
    assert {0, 1} == set(steps.values())
    assert [] == [
        position.id
        for position, _ in positions
        if steps[position.id] and not (position.id in notes and position.contested)
    ]
