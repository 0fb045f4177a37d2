"""Two codings held against each other: every mark in one place, and neither coder favoured."""

from __future__ import annotations

import pytest
from communique.coding.article import CodedArticle
from communique.tools.desk.comparing import (
    EXTRA,
    KIND_COLUMNS,
    MATCHED,
    MISSED,
    PARTLY,
    ArticlePart,
    Difference,
    MarkedWords,
    compare,
)
from hypothesis import given
from hypothesis import strategies as st

from ..some import some

LAYERS = list(KIND_COLUMNS)
RANGES = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 4)), max_size=8, unique=True)
MIRROR = {MATCHED: MATCHED, PARTLY: PARTLY, MISSED: EXTRA, EXTRA: MISSED}


def _coding(ranges: list[tuple[int, int]]) -> dict[MarkedWords, frozenset[int]]:
    return {MarkedWords("p1", first, first + more): frozenset(range(first, first + more + 1)) for first, more in ranges}


@given(RANGES, RANGES)
def test_every_mark_lands_in_exactly_one_difference(mine: list, theirs: list) -> None:
    """None is lost, none is counted twice, and its outcome is what its words say."""
    first, second = _coding(mine), _coding(theirs)
    found = compare(first, second)
    for coding, other, alone, side in ((first, second, EXTRA, "mine"), (second, first, MISSED, "theirs")):
        listed = [mark for difference in found for mark in getattr(difference, side)]
        assert sorted(coding, key=repr) == sorted(listed, key=repr)
        for difference in found:
            for mark in getattr(difference, side):
                shares = any(coding[mark] & units for units in other.values())
                expected = MATCHED if coding[mark] in other.values() else PARTLY if shares else alone
                assert expected == difference.outcome


@given(RANGES, RANGES)
def test_exchanged_codings_give_the_mirror_image(mine: list, theirs: list) -> None:
    """Missed and extra change places, and nothing else does."""
    first, second = _coding(mine), _coding(theirs)
    mirrored = {(MIRROR[d.outcome], frozenset(d.theirs), frozenset(d.mine)) for d in compare(second, first)}
    assert mirrored == {(d.outcome, frozenset(d.mine), frozenset(d.theirs)) for d in compare(first, second)}


@given(RANGES)
def test_a_coding_agrees_with_itself(ranges: list) -> None:
    """Then all is matched."""
    assert {MATCHED} >= {d.outcome for d in compare(_coding(ranges), _coding(ranges))}


def test_marks_that_hang_together_are_told_together() -> None:
    """A long mark over two short ones is one difference; a mark beside them is another."""
    mine = _coding([(1, 4), (9, 0)])
    theirs = _coding([(1, 1), (4, 1), (9, 0), (12, 0)])
    long, nine = mine
    one, two, _, twelve = theirs
    assert compare(mine, theirs) == (
        Difference(PARTLY, (long,), (one, two)),
        Difference(MATCHED, (nine,), (nine,)),
        Difference(MISSED, (), (twelve,)),
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_the_reference_is_the_articles_own_coding(layer: str, coded: CodedArticle) -> None:
    """Every row of a layer has its mark somewhere, with its kind, on the words that it rests on."""
    part = ArticlePart(coded)
    found = part.reference(layer)
    rows = {row.id: row for row in coded.tables[layer]}
    assert set(rows) == {mark.row for mark in found}
    for mark in found:
        assert getattr(rows[mark.row], KIND_COLUMNS[layer]) == mark.kind
        evidence = [e.words for e in coded.evidence_of(mark.row)]
        assert any(words in part.text_of(mark) or part.text_of(mark) in words for words in evidence)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_mark_points_at_its_own_words(layer: str, coded: CodedArticle) -> None:
    """The reader is told which of several equal words is meant."""
    part = ArticlePart(coded)
    for mark in some(part.reference(layer)):
        assert part.span(mark) == coded.place_of(part.pointer(mark))


@pytest.mark.parametrize("unit", ["word", "sentence"])
def test_labels_say_what_is_marked(unit: str, coded: CodedArticle) -> None:
    """A unit has the kinds of the marks that touch it, and none where nothing is marked."""
    part = ArticlePart(coded, ["p2"])
    labels = part.labels([MarkedWords("p2", 9, 11, "leader"), MarkedWords("p2", 1, 2, "")], unit)
    assert len(part.units[unit]) == len(labels)
    touched = {"word": 5, "sentence": 1}[unit]
    assert touched == sum(bool(kinds) for kinds in labels)
    assert {"leader", ""} == set().union(*labels)


def test_small_words_at_the_beginning_do_not_count(coded: CodedArticle) -> None:
    """ "The president of South Korea" and "president of South Korea" are the same mark; a lone "The" stays."""
    part = ArticlePart(coded, ["p4"], ["the", "a"])
    (difference,) = part.compare([MarkedWords("p4", 1, 5)], [MarkedWords("p4", 2, 5)], "word")
    assert MATCHED == difference.outcome
    assert frozenset({0}) == part.under(MarkedWords("p4", 1, 1), "word")
    (difference,) = ArticlePart(coded, ["p4"]).compare([MarkedWords("p4", 1, 5)], [MarkedWords("p4", 2, 5)], "word")
    assert PARTLY == difference.outcome


def test_a_part_holds_only_what_is_in_it(coded: CodedArticle) -> None:
    """Marks of other paragraphs, or beyond the last word, are not in the part; unknown paragraphs are left out."""
    part = ArticlePart(coded, ["p2", "p99"])
    assert ["p2"] == [p.paragraph_id for p in part.paragraphs]
    inside = [
        MarkedWords("p2", 1, 1),
        MarkedWords("p3", 1, 1),
        MarkedWords("p2", 0, 1),
        MarkedWords("p2", 2, 1),
        MarkedWords("p2", 1, 999),
    ]
    assert [True, False, False, False, False] == [part.holds(mark) for mark in inside]
