"""The matrix on the page: the coding of a cell crosses when that cell was compared, and nothing placed is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from communique.base.strings import text
from communique.coding.article import CodedArticle
from communique.coding.codes import NOT_SAID, STANCES
from communique.course.journal import Journal
from communique.questions.kinds.fill_the_matrix import FillTheMatrix, rows_at
from communique.questions.marking import ANSWERED
from communique.widgets.questions.question import QuestionWidget, question_widget
from communique.widgets.reader import Reader

from ..page import send_from_page
from ..questions.test_matrix import COLUMNS, FORGED, GAP, HANOI, KYIV, PLACED, QUESTION, ROWS, SEOUL, answer_of


def _widget(coded: CodedArticle, journal: Journal, reader: Reader | None = None) -> QuestionWidget:
    widget = question_widget("fill-the-matrix")(QUESTION, coded, journal, lambda: reader)
    widget.send = lambda content, buffers=None: None
    return widget


def _say(widget: QuestionWidget, **message: Any) -> None:
    send_from_page(widget, {"number": 1, **message})


def _synced(widget: QuestionWidget) -> str:
    return json.dumps(widget.get_state(), default=str, ensure_ascii=False)


def test_the_page_has_the_scale_and_nothing_of_the_coding(coded: CodedArticle, journal: Journal) -> None:
    """With any other coding of positions a fresh page is the same; it has rows, columns, six steps and the text."""
    other = tuple(replace(row, stance="mixed", note="Another.") for row in coded.positions[:3])
    changed = replace(coded, positions=other)
    one, two = _widget(coded, journal), _widget(changed, journal)
    traits = ("question", "state", "strings")
    assert {n: getattr(one, n) for n in traits} == {n: getattr(two, n) for n in traits}
    assert [*STANCES, NOT_SAID] == [step["id"] for step in one.question["steps"]]
    assert (list(ROWS), list(COLUMNS)) == tuple([s["id"] for s in one.question[n]] for n in ("rows", "columns"))


def test_a_draft_brings_nothing_of_the_coding(coded: CodedArticle, journal: Journal) -> None:
    """A whole cell that was not compared, and one that was only half placed, stand alone."""
    widget = _widget(coded, journal)
    _say(widget, do="draft", answer=answer_of(seoul=PLACED, kyiv={"step": "opposes", "words": []}))
    assert {} == widget.state["cells"]
    _say(widget, do="check", answer=answer_of(seoul=PLACED, kyiv={"step": "opposes", "words": []}))
    assert [SEOUL] == list(widget.state["cells"])
    for cell in (KYIV, HANOI):
        (row,) = rows_at(cell, coded)
        assert row.other_case not in _synced(widget)


@pytest.mark.parametrize("acts", [["hint"] * 4, ["dont-know"] * 4])
def test_hints_and_the_explanation_bring_no_cell(acts: list[str], coded: CodedArticle, journal: Journal) -> None:
    """Who asks for everything there is still places a cell before seeing how it was coded."""
    widget = _widget(coded, journal)
    for act in acts:
        _say(widget, do=act)
    assert {} == widget.state["cells"]
    cases = [row.other_case for row in coded.positions if row.other_case]
    assert [] == [case for case in cases if case in _synced(widget)]


def test_a_compared_cell_is_there_again_in_a_new_kernel(coded: CodedArticle, journal: Journal) -> None:
    """What was placed first stands beside the coding; a draft of another cell is there too, and one tab adds to
    the other's."""
    one, two = _widget(coded, journal), _widget(coded, journal)
    _say(one, do="check", answer=answer_of(seoul=PLACED))
    _say(two, do="check", answer=answer_of(kyiv=GAP))
    _say(two, do="draft", answer=answer_of(seoul=PLACED, kyiv=GAP, hanoi={"step": "mixed", "words": []}))
    state = _widget(coded, journal).state
    assert {SEOUL, KYIV} == set(state["cells"])
    assert (PLACED, text("stances", "opposes")) == (state["cells"][SEOUL]["placed"], state["cells"][SEOUL]["step"])
    assert {"step": "mixed", "words": []} == state["answer"]["cells"][HANOI]
    assert (True, "not-yet", 2) == (state["unchecked"], state["outcome"], state["tries"])


def test_a_check_with_nothing_new_is_no_try_and_loses_nothing(coded: CodedArticle, journal: Journal) -> None:
    """Pressing the button again writes no answer, keeps the half-placed cell as a draft, and says what it lacks."""
    widget = _widget(coded, journal)
    _say(widget, do="check", answer=answer_of(seoul=PLACED))
    _say(widget, do="check", answer=answer_of(seoul=PLACED, kyiv={"step": "opposes", "words": []}))
    assert ["answer", "draft"] == [record["did"] for record in journal.records()]
    assert text("matrix", "nothing-new") == widget.state["feedback"][0]
    assert 2 == len(widget.state["feedback"])
    assert "opposes" == widget.state["answer"]["cells"][KYIV]["step"]


def test_all_cells_compared_is_done_and_explained(coded: CodedArticle, journal: Journal) -> None:
    """With the last cell comes the explanation, and no solution beside what stands in the cells already."""
    widget = _widget(coded, journal)
    _say(widget, do="check", answer={"cells": dict.fromkeys(FillTheMatrix(QUESTION, coded).cells, GAP)})
    state = widget.state
    assert (ANSWERED, "So it is.", "", 9) == (
        state["outcome"],
        state["explanation"],
        state["solution"],
        len(state["cells"]),
    )
    _say(widget, do="check", answer={"cells": {}})
    assert 1 == len(journal.records())


def test_a_row_is_shown_in_the_report_once_it_was_told(coded: CodedArticle, journal: Journal) -> None:
    """The button lights the row's words; a row beside no compared cell, or no row at all, lights nothing."""
    reader = Reader(coded)
    widget = _widget(coded, journal, reader)
    (row,) = rows_at(SEOUL, coded)
    for forged in (row.id, "P99", None, ["P01"], {}):
        _say(widget, do="show-row", answer=forged)
        assert [] == reader.lit
    _say(widget, do="check", answer=answer_of(seoul=PLACED))
    _say(widget, do="show-row", answer=row.id)
    assert [row.id] == reader.lit


@pytest.mark.parametrize("answer", FORGED)
def test_forged_messages_change_nothing(answer: Any, coded: CodedArticle, journal: Journal) -> None:
    """A check of what is no placing is neither saved nor an error."""
    widget = _widget(coded, journal)
    _say(widget, do="check", answer=answer)
    assert [] == [record for record in journal.records() if record["did"] == "answer"]
    assert {} == widget.state["cells"]
