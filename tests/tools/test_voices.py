"""Whose words a report is made of: every word once, counted again here from the files by hand."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import Any

import pandas as pd
import pytest
from communique import Article, CommuniqueError, load_article, voice_shares
from communique.base.places import articles_folder
from communique.coding.article import CodedArticle, Evidence, lay_out
from communique.coding.codes import REPORTER
from communique.coding.schema import Statement
from communique.tools.voices import Chain, Voice, chains_of, only_from, pieces_of, told_by, voices_of
from hypothesis import given
from hypothesis import strategies as st

from ..conftest import GOOD_ARTICLE

WORD = re.compile(r"\w+(?:['’-]\w+)*")


def _count(words: str) -> int:
    return len(WORD.findall(words))


def _rows() -> list[dict[str, str]]:
    """The statements as they stand in the file."""
    with (articles_folder() / "south-korea-2024" / "statements.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _by_id(coded: CodedArticle) -> dict[str, Voice]:
    return {voice.voice_id: voice for voice in voices_of(coded)}


def _made(text: str, *statements: dict[str, Any]) -> CodedArticle:
    """A small article: `content` of a statement is (start, end), counted in characters."""
    rows, found = [], []
    for number, given_row in enumerate(statements, 1):
        name = f"S{number:02d}"
        start, end = given_row["content"]
        found.append(
            Evidence(f"{name}.content", "statements", name, "content", "p1", start + 2, end + 2, text[start:end])
        )
        cells = {column: cell for column, cell in given_row.items() if column != "content"}
        rows.append(Statement(**{"id": name, "kind": "indirect", **cells}))
    return CodedArticle(
        *("made", "", "", None, "en", "", "", {}),
        paragraphs=lay_out("", [text]),
        statements=tuple(rows),
        evidence=tuple(found),
    )


def test_each_source_has_the_words_of_its_outer_statements(coded: CodedArticle) -> None:
    """Counted from statements.csv: the content of statements that stand in no other, and what is quoted in it."""
    words, direct = Counter(), Counter()
    for row in _rows():
        if not row["part_of"]:
            voice = " + ".join(sorted(row["source_ids"].split(" | ")))
            quoted = " ".join(re.findall(r'"([^"]*)"', row["content_words"])) if row["kind"] != "indirect" else ""
            words[voice] += _count(row["content_words"])
            direct[voice] += _count(row["content_words"] if row["kind"] == "direct" else quoted)
    sources = [voice for voice in voices_of(coded) if voice.words and voice.actor_ids]
    assert dict(words) == {voice.voice_id: voice.words for voice in sources}
    assert +direct == Counter({voice.voice_id: voice.direct for voice in sources if voice.direct})


def test_words_inside_anothers_statement_are_counted_there_only(coded: CodedArticle) -> None:
    """What the agreement says through the agency is the agency's, and stands with the agreement as told by another."""
    told = Counter()
    for row in _rows():
        if row["part_of"]:
            told[" + ".join(sorted(row["source_ids"].split(" | ")))] += _count(row["content_words"])
    assert {"D01", "A05 + A08", "A08 + A13"} == set(told)
    assert told == Counter({voice.voice_id: voice.told for voice in voices_of(coded) if voice.told})
    assert [0, 0] == [_by_id(coded)[voice].words for voice in ("A05 + A08", "A08 + A13")]


def test_every_word_of_the_report_has_one_voice(article: Article) -> None:
    """The voices together have as many words as headline and paragraphs, and the rest is the report's own."""
    found = _by_id(article.coded)
    outside = _count(article.text) - sum(_count(r["content_words"]) for r in _rows() if not r["part_of"])
    assert _count(article.text) == sum(voice.words for voice in found.values())
    assert outside == found[REPORTER].words
    assert ((), 0) == (found[REPORTER].actor_ids, found[REPORTER].direct)


def test_sources_and_cues_are_the_reports_words(coded: CodedArticle) -> None:
    """The words that name a speaker, and "said", belong to the report, and are known to frame the voice."""
    pieces = {piece.text: piece for piece in pieces_of(coded)["p6"]}
    assert (REPORTER, ("A06",)) == (pieces["promised"].owner, pieces["promised"].framed)
    assert (REPORTER, ("A06",)) == (pieces["Mr Kim, who leads North Korea,"].owner, pieces["said"].framed)
    inner = next(piece for piece in pieces_of(coded)["p7"] if piece.text == "lays down")
    assert ("A07", ("D01",)) == (inner.owner, inner.framed)


@pytest.mark.parametrize("folder", ["south-korea-2024", str(GOOD_ARTICLE)], ids=["course", "small"])
def test_pieces_joined_are_the_article(folder: str) -> None:
    """Nothing is lost or doubled where a text is cut, and the words of the pieces are those of the text."""
    coded = load_article(folder).coded
    cut = pieces_of(coded)
    assert {p.paragraph_id: p.text for p in coded.paragraphs} == {
        name: "".join(piece.text for piece in pieces) for name, pieces in cut.items()
    }
    assert [_count(p.text) for p in coded.paragraphs] == [sum(x.words for x in pieces) for pieces in cut.values()]


TEXT = "one two three four five six seven eight nine ten eleven twelve"
STATEMENT = st.fixed_dictionaries(
    {
        "content": st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda c: tuple(sorted(c))),
        "source_ids": st.sampled_from([("A01",), ("A02",), ("A01", "A02"), ("A02", "A01")]),
        "kind": st.sampled_from(["direct", "indirect", "mixed"]),
        "part_of": st.sampled_from(["", "S01", "S02", "S03", "S04"]),
    }
)


@given(st.lists(STATEMENT, max_size=5))
def test_however_statements_overlap_no_word_counts_twice(statements: list[dict[str, Any]]) -> None:
    """Nested, crossing, in a circle or empty: the words of all voices are the words of the text."""
    found = voices_of(_made(TEXT, *statements))
    assert 12 == sum(voice.words for voice in found)
    assert all(0 <= voice.direct <= voice.words for voice in found)
    assert len(found) == len({frozenset(voice.actor_ids) for voice in found})


@given(st.lists(STATEMENT, min_size=1, max_size=4), st.data())
def test_a_statement_inside_another_changes_no_share(statements: list[dict[str, Any]], data: st.DataObject) -> None:
    """What an outer speaker tells of somebody else stays the outer speaker's."""
    start, end = statements[0]["content"]
    inner = tuple(sorted(data.draw(st.tuples(st.integers(start, end), st.integers(start, end)))))
    outer = [{**statement, "part_of": ""} for statement in statements]
    nested = {"content": inner, "source_ids": ("A03",), "part_of": "S01"}
    before, after = voices_of(_made(TEXT, *outer)), voices_of(_made(TEXT, *outer, nested))
    assert [(v.voice_id, v.words, v.direct) for v in before] == [(v.voice_id, v.words, v.direct) for v in after[:-1]]
    assert ("A03", 0) == (after[-1].voice_id, after[-1].words)


@pytest.mark.parametrize(
    ("content", "direct"),
    [
        ('she said "one two" and three', 2),
        ("she said “one two” and three", 2),
        ("she said „one two“ and three", 2),
        ("she said «one two» and three", 2),
        ("she said 'it's one' and three's", 2),
        ("she said ‘it’s one’ and three’s", 2),
        ('she said "one two three', 3),
        ("the dogs' one two", 0),
    ],
)
def test_quotation_marks_of_many_kinds_are_read(content: str, direct: int) -> None:
    """In a mixed statement the words in quotation marks are direct; apostrophes are none; an open one goes on."""
    made = _made(content, {"content": (0, len(content)), "source_ids": ("A01",), "kind": "mixed"})
    assert direct == _by_id(made)["A01"].direct


def test_an_event_rests_on_those_who_tell_it(coded: CodedArticle) -> None:
    """Statements about it, its reporter, or the report itself: and what only one of them tells would be missing."""
    assert [{REPORTER}, {"A01", "A04"}, {"D01", "A03"}] == [told_by(coded, name) for name in ("E01", "E05", "E02")]
    assert ["E22", "E23"] == [row.id for row in only_from(coded, "A07")]
    assert ["E04", "E06", "E26", "E31"] == [row.id for row in only_from(coded, "A04")]
    assert ["E20"] == [row.id for row in only_from(coded, "A09 + A14")]
    assert () == only_from(coded, "A01")


def test_what_would_be_missing_is_missing_for_one_voice_only(coded: CodedArticle) -> None:
    """No event is in two lists, and those in none are told by more than one."""
    lists = {voice.voice_id: [row.id for row in only_from(coded, voice.voice_id)] for voice in voices_of(coded)}
    listed = [name for names in lists.values() for name in names]
    assert len(set(listed)) == len(listed)
    several = {row.id for row in coded.events if len(told_by(coded, row.id)) > 1}
    assert {row.id for row in coded.events} == several | set(listed)


def test_a_voice_has_its_chains(coded: CodedArticle) -> None:
    """The agreement reaches us twice without a carrier and once through the agency; for two men nobody is named."""
    found = _by_id(coded)
    assert (Chain(("D01",), ("p2", "p8"), True), Chain(("D01", "A07"), ("p7",), False)) == chains_of(
        coded, found["D01"]
    )
    assert (Chain((), ("p13",), True),) == chains_of(coded, found["A09 + A14"])
    assert (Chain(("A03",), ("p9",), False),) == chains_of(coded, found["A05 + A08"])
    assert () == chains_of(coded, found[REPORTER])


def test_the_table_holds_the_same_numbers(article: Article) -> None:
    """A row a voice, shares out of a hundred, and a table that is the student's own."""
    shares, found = voice_shares(article), _by_id(article.coded)
    assert list(found) == list(shares.index)
    assert [voice.words for voice in found.values()] == shares["words"].to_list()
    assert pytest.approx(100, abs=0.5) == shares["percent_of_report"].sum()
    assert pytest.approx(100, abs=0.5) == shares["percent_of_attributed"].sum()
    assert pytest.approx(100, abs=0.5) == shares["percent_of_direct"].sum()
    assert 100.0 == shares.loc["A03", "percent_direct"]
    assert ["A09", "A14"] == shares.loc["A09 + A14", "sources"]
    pd.testing.assert_frame_equal(shares, voice_shares(article.coded))


def test_without_statements_all_words_are_the_reports(article: Article) -> None:
    """The columns have the same types, and the one row says 100 per cent; an empty text gives no division by zero."""
    bare = voice_shares(article.coded.without_coding())
    assert [REPORTER] == list(bare.index)
    assert (_count(article.text), 100.0) == (bare.loc[REPORTER, "words"], bare.loc[REPORTER, "percent_of_report"])
    assert voice_shares(article).dtypes.equals(bare.dtypes)
    assert voice_shares(article).index.dtype == bare.index.dtype
    empty = voice_shares(_made(""))
    assert (0, 0.0) == (empty.loc[REPORTER, "words"], empty.loc[REPORTER, "percent_of_report"])


def test_what_is_no_article_is_refused_in_words(article: Article) -> None:
    """The message says what to give."""
    with pytest.raises(CommuniqueError, match=r"voice_shares\(article\)"):
        voice_shares(article.statements)
