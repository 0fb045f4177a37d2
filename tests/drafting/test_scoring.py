"""Scores of a draft: examples counted by hand, and the command that prints them."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from communique.base.errors import CommuniqueError
from communique.base.places import articles_folder
from communique.cli import main
from communique.drafting.scoring.codings import Coding, Words, coding_of, read_coding
from communique.drafting.scoring.measures import Count, Scores, pairs_by, score, together
from communique.drafting.scoring.scoring import as_csv, drafted_now, scores_of

from ..benchmarks.first_coding import PUBLISHER_TEXT, first_coding
from ..conftest import REPOSITORY

BUNDLED = articles_folder() / "south-korea-2024"
HEADLINE = "Talks end"
PARAGRAPHS = [
    "Ghana's minister said the talks with Togo were over. She called the deal good for both.",
    "Togo rejected the plan on Monday, and Mali welcomed it.",
]


def actor(actor_id: str, name: str, country: str, paragraph: str, words: str, aliases: str = "") -> dict[str, str]:
    return {
        "actor_id": actor_id,
        "name": name,
        "kind": "state",
        "country": country,
        "aliases": aliases,
        "paragraph": paragraph,
        "words": words,
        "rule": "by hand: x",
    }


def statement(statement_id: str, speaker: str, content: str, **more: str) -> dict[str, str]:
    row = {"statement_id": statement_id, "source_ids": speaker, "kind": "indirect", "content_words": content}
    return row | {"paragraph": "p1", "rule": "that: said"} | more


def event(event_id: str, kind: str, actors: str, recipients: str, words: str, **more: str) -> dict[str, str]:
    row = {"event_id": event_id, "event": kind, "actor_ids": actors, "recipient_ids": recipients, "words": words}
    row |= {"paragraph": "p2", "certainty": "happened", "factuality": "CT+", "rule": "verb: x"}
    return row | more


GOLD = {
    "actors": [
        actor("A01", "Ghana's minister", "GHA", "p1", "Ghana's minister", "Ghana's minister | p1: She"),
        actor("A02", "Togo", "TGO", "p2", "Togo", "Togo"),
        actor("A03", "Mali", "MLI", "p2", "Mali", "Mali"),
    ],
    "statements": [
        statement("S01", "A01", "the talks with Togo were over", cue_words="said", source_words="Ghana's minister"),
        statement("S02", "A01", "the deal good for both", cue_words="called", source_words="She"),
    ],
    "events": [
        event("E01", "REJECT", "A02", "", "rejected the plan", timex="2024-06-17"),
        event("E02", "SUPPORT", "A03", "", "welcomed it"),
    ],
}
#: One content exact with the right speaker, one that shares two words of five; one event right, one of another type.
DRAFT = {
    "actors": [
        actor("A01", "Togo", "TGO", "p2", "Togo", "Togo"),
        actor("A02", "Minister", "GHA", "p1", "minister", "p1: minister"),
        actor("A09", "Talks", "", "p1", "talks"),
    ],
    "statements": [
        statement("S01", "A02", "the talks with Togo were over", cue_words="said", source_words="Ghana's minister"),
        statement("S02", "A01", "for both", cue_words="called"),
    ],
    "events": [
        event("E01", "REJECT", "A01", "", "rejected the plan on Monday", timex="2024-06-17"),
        event("E02", "AGREE", "A01", "", "welcomed", certainty="agreed"),
        event("E03", "ASSAULT", "A01", "A02", "Monday"),
    ],
}


def codings() -> tuple[Coding, Coding]:
    return coding_of("by hand", HEADLINE, PARAGRAPHS, GOLD), coding_of("by hand", HEADLINE, PARAGRAPHS, DRAFT)


def numbers(scores: Scores, measure: str) -> tuple[int, int, int]:
    count = scores.of(measure)
    return count.gold, count.drafted, count.right


@pytest.mark.parametrize(
    ("measure", "gold", "drafted", "right"),
    [
        ("actors: found", 3, 3, 2),
        ("actors: mentions", 5, 4, 3),  # Ghana's minister, Togo twice; She and Mali are missed
        ("statements: content, at least half", 2, 2, 1),
        ("statements: content, exact", 2, 2, 1),
        ("statements: source, exact", 2, 2, 1),
        ("statements: cue, overlapping", 2, 2, 1),
        ("statements: content and speaker", 2, 2, 1),
        ("statements: content and actor", 2, 2, 1),
        ("statements: content and speaker, indirect", 2, 2, 1),
        ("statements: content and speaker, direct", 0, 0, 0),
        ("events: found", 2, 3, 2),
        ("events: type", 2, 3, 1),
        ("events: type and pair", 2, 3, 1),
        ("events: quad", 2, 3, 2),  # SUPPORT and AGREE are both verbal cooperation
        ("events: certainty (of those found)", 2, 2, 1),
        ("events: date (of those found)", 1, 1, 1),
    ],
)
def test_rows_are_counted_as_by_hand(measure: str, gold: int, drafted: int, right: int) -> None:
    """A small text with three kinds of rows gives the numbers that a person counts."""
    assert (gold, drafted, right) == numbers(score(*codings()), measure)


def test_precision_recall_and_f1() -> None:
    """Three of four drafted rows are right, and three of six are found."""
    count = Count("x", 6, 4, 3)
    assert (0.75, 0.5, 0.6) == (count.precision, count.recall, pytest.approx(count.f1))
    assert (0, 0, 0) == (Count("x", 0, 0, 0).precision, Count("x", 0, 0, 0).recall, Count("x", 0, 0, 0).f1)


def test_each_row_is_matched_once() -> None:
    """Two drafts of one row: the better one counts, the other is wrong."""
    pairs = pairs_by(["abcd"], ["ab", "abc"], lambda g, d: (len(set(g) & set(d)),))
    assert [("abcd", "abc")] == pairs


def test_half_of_the_longer_one_decides() -> None:
    """A whole paragraph does not match three words in it."""
    short = Words(frozenset(("p1", n) for n in range(3)))
    assert 0.5 == short.shared(Words(frozenset(("p1", n) for n in range(6))))
    assert 0.3 == short.shared(Words(frozenset(("p1", n) for n in range(10))))
    assert 0.0 == short.shared(Words())


def test_a_coding_is_right_against_itself() -> None:
    """Every measure of the bundled coding against itself is 1."""
    coding = read_coding(BUNDLED)
    assert [] == [c.measure for c in score(coding, coding).counts if c.gold != c.right or c.drafted != c.right]


def test_a_rule_that_errs_shows() -> None:
    """Each rule comes with how many rows it made, and how many of them are right."""
    rules = {(r.table, r.rule): (r.rows, r.right) for r in score(*codings()).rules}
    assert {("actors", "by hand"): (3, 2), ("statements", "that"): (2, 1), ("events", "verb"): (3, 1)} == rules


def test_another_text_is_an_error() -> None:
    """A draft of another text is not scored; the message names the paragraph."""
    gold, _ = codings()
    other = coding_of("x", HEADLINE, [PARAGRAPHS[0], "Another."], {})
    with pytest.raises(CommuniqueError, match="the first difference is in p2"):
        score(gold, other)


def test_articles_are_added_up() -> None:
    """Rows of two articles are counted together."""
    one = score(*codings())
    both = together("all", [one, one])
    assert (4, 6, 2) == numbers(both, "events: type")
    assert 6 == next(r.rows for r in both.rules if r.table == "events")


def test_the_command_scores_a_folder(capsys, tmp_path: Path) -> None:
    """`communique score FOLDER --csv FILE --rules` prints the measures and the rules, and writes them."""
    file = tmp_path / "scores.csv"
    assert 0 == main(["score", str(BUNDLED), "--rules", "--csv", str(file)])
    out = capsys.readouterr().out
    assert "statements: content and speaker" in out
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert {"measure", "rule"} == {row["what"] for row in rows}
    assert "33" == next(row["gold"] for row in rows if row["name"] == "events: type")


def test_a_folder_of_articles_is_scored_article_by_article(tmp_path: Path) -> None:
    """Two folders give two scores, and one of both together."""
    for name in ("one", "two"):
        shutil.copytree(BUNDLED, tmp_path / "gold" / name)
    scores = scores_of(tmp_path / "gold", tmp_path / "gold")
    assert ["one", "two", "all together"] == [s.name for s in scores]
    assert 2 * scores[0].of("events: type").right == scores[2].of("events: type").right
    assert as_csv(scores).count("all together") > 10


def test_a_folder_without_articles_is_an_error(capsys, tmp_path: Path) -> None:
    """The message says what is missing and what to name."""
    assert 1 == main(["score", str(tmp_path)])
    assert "No article is in" in capsys.readouterr().err
    assert 1 == main(["score", str(tmp_path / "nowhere")])
    assert "There is no folder" in capsys.readouterr().err


def test_the_readme_quotes_what_a_draft_scores() -> None:
    """helpers/README.md has the scores of both codings as they are now: no rule lowers one unseen."""
    codings = [read_coding(BUNDLED), *([first_coding()] if PUBLISHER_TEXT.is_file() else [])]
    columns = [{count.measure: count for count in score(one, drafted_now(one)).counts} for one in codings]
    lines = (REPOSITORY / "helpers" / "README.md").read_text(encoding="utf-8").splitlines()
    quoted = [line.strip("| ").split(" | ") for line in lines if line.startswith(("| statements: ", "| events: "))]
    assert len(quoted) >= 9
    for measure, *cells in quoted:
        for counts, cell in zip(columns, cells, strict=False):
            c = counts[measure]
            of_those = f"{c.right} right of {c.gold}"
            scores = f"{c.precision:.2f}, {c.recall:.2f}, {c.f1:.2f} ({c.right}, {c.drafted}, {c.gold})"
            assert cell == (of_those if measure.endswith("(of those found)") else scores), measure
