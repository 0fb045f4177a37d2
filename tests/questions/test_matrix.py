"""Placing actors on issues: what is ready, what is told, and that the coding comes only beside what was placed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from communique.base.strings import text
from communique.coding.article import CodedArticle
from communique.coding.codes import NOT_SAID
from communique.coding.schema import Position
from communique.course.lesson_key import LessonKey
from communique.questions.kinds.fill_the_matrix import NEARNESS, STEPS, FillTheMatrix, nearness, rows_at
from communique.questions.marking import ANSWERED, NOT_TRIED, NOT_YET, mark
from communique.questions.question import Question
from hypothesis import given
from hypothesis import strategies as st

from ..marked import solution

ROWS, COLUMNS = ("A01", "A12", "A13"), ("agreement", "war-in-ukraine", "asia-security")
QUESTION = Question(
    LessonKey("mine"), "q", "fill-the-matrix", "Where?", ("One.", "Two."), "So it is.", rows=ROWS, columns=COLUMNS
)
SEOUL, KYIV, HANOI = "A01/agreement", "A12/war-in-ukraine", "A13/asia-security"
PLACED = {"step": "opposes", "words": ["p4.s1"]}
GAP = {"step": NOT_SAID, "words": []}
FORGED = [
    {"cells": {"A99/agreement": PLACED, "A01/no-issue": PLACED, "A01": PLACED, "": PLACED}},
    {"cells": {SEOUL: {"step": "loves", "words": ["p4.s1"]}}},
    {"cells": {SEOUL: {"step": "opposes", "words": ["p99.s1", "p4.w1", "", 7, None, ["p4.s1"]]}}},
    {"cells": {SEOUL: {"step": ["opposes"], "words": {"p4.s1": 1}}}},
    {"cells": {SEOUL: {"step": None, "words": "p4.s1"}}},
    {"cells": {SEOUL: ["opposes", "p4.s1"]}},
    {"cells": [SEOUL]},
    {"cells": None},
    {SEOUL: PLACED},
    [PLACED],
    "opposes",
    7,
]


def answer_of(**cells: Any) -> dict[str, Any]:
    """An answer with some of three cells filled."""
    names = {"seoul": SEOUL, "kyiv": KYIV, "hanoi": HANOI}
    return {"cells": {names[name]: cell for name, cell in cells.items()}}


@pytest.mark.parametrize("answer", [None, "", [], {}, {"cells": {}}])
def test_an_empty_matrix_is_no_try(answer: Any, coded: CodedArticle) -> None:
    """Nothing placed is never called wrong; the student is told how to begin."""
    found = mark(QUESTION, answer, coded)
    assert (NOT_TRIED, (text("matrix", "place-first"),), False) == (found.outcome, found.feedback, found.counts)


@pytest.mark.parametrize(
    ("cell", "lack"),
    [({"step": "opposes", "words": []}, "lacks-words"), ({"step": "", "words": ["p4.s1"]}, "lacks-step")],
)
def test_a_half_placed_cell_is_told_what_it_lacks(cell: dict, lack: str, coded: CodedArticle) -> None:
    """A step without words, or words without a step, is named with its cell and is no try by itself."""
    named = FillTheMatrix(QUESTION, coded).cells[SEOUL]
    alone = mark(QUESTION, answer_of(seoul=cell), coded)
    beside_another = mark(QUESTION, answer_of(seoul=cell, kyiv=GAP), coded)
    assert (NOT_TRIED, False, text("matrix", lack, cell=named)) == (alone.outcome, alone.counts, alone.feedback[-1])
    lead = text("matrix", "some-compared", done=1, count=9, left=8)
    assert (NOT_YET, (lead, alone.feedback[-1])) == (beside_another.outcome, beside_another.feedback)


def test_every_cell_placed_is_answered_whatever_was_placed(coded: CodedArticle) -> None:
    """A judgement is never called wrong: a matrix full of gaps is as answered as the coding itself."""
    gaps = {"cells": dict.fromkeys(FillTheMatrix(QUESTION, coded).cells, GAP)}
    for answer in (gaps, solution(QUESTION, coded)):
        assert ANSWERED == mark(QUESTION, answer, coded).outcome


@pytest.mark.parametrize("answer", FORGED)
def test_forged_cells_steps_and_words_are_passed_over(answer: Any, coded: CodedArticle) -> None:
    """What no page sends is no placing, brings nothing of the coding and is never an error."""
    assert NOT_TRIED == mark(QUESTION, answer, coded).outcome
    assert {} == FillTheMatrix(QUESTION, coded).beside(answer)
    assert not FillTheMatrix(QUESTION, coded).merged(answer, None)[1]


CELL = st.none() | st.dictionaries(
    st.sampled_from(["step", "words", "more"]),
    st.sampled_from(STEPS) | st.lists(st.sampled_from(["p1.s1", "p4.s1", "p9.s9", "p0"]) | st.integers()) | st.none(),
)


@given(answer=st.fixed_dictionaries({"cells": st.dictionaries(st.sampled_from([SEOUL, KYIV, HANOI, "x/y"]), CELL)}))
def test_any_cells_are_marked(answer: Any, coded: CodedArticle) -> None:
    """Whatever is in the cells, the coding stands beside the whole ones and beside no other."""
    whole = {cell for cell, placing in FillTheMatrix(QUESTION, coded).placings(answer).items() if placing.is_complete}
    assert whole == set(FillTheMatrix(QUESTION, coded).beside(answer))
    assert bool(whole) == mark(QUESTION, answer, coded).counts


@pytest.mark.parametrize(
    ("step", "stance", "other", "expected"),
    [
        ("opposes", "opposes", "", "as-coded"),
        ("opposes", "strongly-opposes", "", "one-step"),
        ("opposes", "strongly-opposes", "opposes", "as-other"),
        ("mixed", "supports", "", "one-step"),
        ("mixed", "strongly-supports", "", "two-steps"),
        ("opposes", "supports", "", "other-side"),
        ("strongly-supports", "strongly-opposes", "", "other-side"),
        (NOT_SAID, "mixed", "", "row-here"),
        (NOT_SAID, "mixed", NOT_SAID, "as-other"),
    ],
)
def test_a_placing_is_near_or_far_and_never_wrong(step: str, stance: str, other: str, expected: str) -> None:
    """The distance to the coding is told in steps and sides; who has the other reading is told so."""
    plain = {"id": "P", "actor_id": "A", "issue": "i", "basis": "said", "according_to": "reporter"}
    position = Position(**plain, stance=stance, other_stance=other)
    assert expected == nearness(step, [position])


def test_the_nearest_of_several_rows_counts(coded: CodedArticle) -> None:
    """Where the coding has more than one row for a cell, all are shown, and the nearest is measured."""
    (row,) = rows_at(SEOUL, coded)
    second = replace(row, stance="supports", id="P99")
    double = replace(coded, positions=(*coded.positions, second))
    cell = FillTheMatrix(QUESTION, double).beside(answer_of(seoul={"step": "supports", "words": ["p4.s1"]}))[SEOUL]
    assert ["strongly opposes", "supports"] == [shown["stance"] for shown in cell["rows"]]
    assert (text("matrix", "as-coded"), "strongly opposes / supports") == (cell["verdict"], cell["brief"])


@pytest.mark.parametrize(("step", "said"), [(NOT_SAID, "no-row-either"), ("mixed", "no-row")])
def test_where_the_coding_has_no_row_it_says_so(step: str, said: str, coded: CodedArticle) -> None:
    """A gap in the coding is told as a gap, whether the student left one too or not."""
    answer = {"cells": {"A12/agreement": {"step": step, "words": ["p5.s1"]}}}
    cell = FillTheMatrix(QUESTION, coded).beside(answer)["A12/agreement"]
    assert (text("matrix", said), [], text("matrix", "no-row-brief")) == (cell["verdict"], cell["rows"], cell["brief"])


def test_every_nearness_has_its_words() -> None:
    """No verdict is without a sentence, and none says that something is wrong or right."""
    said = [text("matrix", name) for name in (*NEARNESS, "no-row", "no-row-either")]
    assert len(said) == len(set(said))
    assert [] == [words for words in said if "wrong" in words.lower() or "right" in words.lower()]


def test_the_coding_is_shown_with_words_basis_and_both_readings(coded: CodedArticle) -> None:
    """Beside a cell stand the row's quoted words, its basis, whose word it is, and the case for the other reading."""
    (row,) = FillTheMatrix(QUESTION, coded).beside(answer_of(hanoi={"step": "opposes", "words": ["p14.s1"]}))[HANOI][
        "rows"
    ]
    (coding,) = rows_at(HANOI, coded)
    assert (text("bases", "attributed"), "Vladimir Putin") == (row["basis"], row["according"])
    assert ["p14: “Russia and Vietnam had a common interest”"] == row["words"]
    assert (True, text("stances", NOT_SAID), coding.other_case) == (row["contested"], row["other"], row["case"])
    assert text("matrix", "same-sentence") == row["meets"]


def test_words_of_another_sentence_are_told_apart(coded: CodedArticle) -> None:
    """Who cites other words than the coding is told that they are others, and no more."""
    (row,) = FillTheMatrix(QUESTION, coded).beside(answer_of(hanoi={"step": "opposes", "words": ["p10.s1"]}))[HANOI][
        "rows"
    ]
    assert text("matrix", "another-sentence") == row["meets"]


def test_the_solution_is_the_coding(coded: CodedArticle) -> None:
    """Cell by cell the first row with its sentences, and a gap where there is none."""
    cells = solution(QUESTION, coded)["cells"]
    assert {"step": "strongly-opposes", "words": ["headline.s1"]} == cells[SEOUL]
    assert GAP == cells["A12/agreement"]
    assert {text("matrix", "as-coded"), text("matrix", "no-row-either")} == {
        cell["verdict"] for cell in FillTheMatrix(QUESTION, coded).beside({"cells": cells}).values()
    }


def test_what_was_compared_stays_as_it_was_placed(coded: CodedArticle) -> None:
    """A later answer cannot change a cell beside which the coding stands already, and adds to it."""
    first = answer_of(seoul=PLACED)
    later = answer_of(seoul={"step": "supports", "words": ["p1.s1"]}, kyiv=GAP)
    kept, more = FillTheMatrix(QUESTION, coded).merged(later, first)
    assert (answer_of(seoul=PLACED, kyiv=GAP), True) == (kept, more)
    assert (kept, False) == FillTheMatrix(QUESTION, coded).merged({"cells": {}}, kept)


def test_an_article_without_these_actors_has_nothing_to_place(coded: CodedArticle) -> None:
    """The same question about an article without coding is an empty state and no error."""
    bare = replace(coded.without_coding(), issues={})
    assert ({}, (text("matrix", "no-cells"),)) == (
        FillTheMatrix(QUESTION, bare).cells,
        mark(QUESTION, None, bare).feedback,
    )
    assert {"cells": {}} == solution(QUESTION, bare)


def test_some_cells_are_for_everybody_and_the_others_for_whoever_wants_more(coded: CodedArticle) -> None:
    """The matrix is done with the core's cells; the others are kept and compared all the same."""
    question = replace(QUESTION, core_rows=("A01", "A12"), core_columns=("agreement",))
    kind = FillTheMatrix(question, coded)
    assert (["A01/agreement", "A12/agreement"], 9) == (kind.core, len(kind.placeable()))
    one, both = {SEOUL: PLACED}, {SEOUL: PLACED, "A12/agreement": GAP}
    found = mark(question, {"cells": one | {HANOI: GAP}}, coded)
    assert (NOT_YET, text("matrix", "some-compared", done=1, count=2, left=1)) == (found.outcome, found.feedback[0])
    found = mark(question, {"cells": both | {HANOI: GAP}}, coded)
    assert (ANSWERED, (text("matrix", "all-compared", count=3),)) == (found.outcome, found.feedback)
    assert {*both, HANOI} == set(kind.beside({"cells": both | {HANOI: GAP}}))
