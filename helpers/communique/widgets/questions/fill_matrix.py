"""The widget for questions of the kind "fill-the-matrix": actors placed on issues, cell by cell, with words."""

from __future__ import annotations

from typing import Any

import traitlets

from ...base.strings import text
from ...coding.article import CodedArticle
from ...course.journal import QuestionState
from ...questions.kinds.matrix import STEPS, beside, lines_of, merged
from ...questions.marking import ANSWERED, Mark, mark
from ...questions.question import Question
from ..base import page_code, page_style
from .find_words import text_pieces
from .question import QuestionWidget


class FillMatrix(QuestionWidget):
    """A question that is answered by placing actors on issues; see QuestionWidget.

    The coding of a cell comes to the page when that cell was placed, with words, and checked; from then on
    the cell stays as it was placed.
    """

    _esm = page_code("questions/fill_the_matrix")
    _css = page_style("questions/fill_the_matrix")
    sections = ("question", "matrix")

    text = traitlets.List().tag(sync=True)

    def __init__(self, question: Question, article: CodedArticle, *rest: Any, **traits: Any) -> None:
        super().__init__(question, article, *rest, text=text_pieces(article, "sentence"), **traits)

    def _for_page(self) -> dict[str, Any]:
        rows, columns = lines_of(self._question, self._article)
        steps = {step: text("stances", step) for step in STEPS}
        sides = {"rows": rows, "columns": columns, "steps": steps}
        return super()._for_page() | {
            name: [{"id": i, "text": words} for i, words in side.items()] for name, side in sides.items()
        }

    def _kept(self) -> QuestionState:
        return self._journal.states().get(self._question.name, QuestionState())

    def _state(self, fresh: Mark | None = None) -> dict[str, Any]:
        return super()._state(fresh) | {"cells": beside(self._question, self._kept().checked, self._article)}

    def _in_words(self, answer: Any) -> str:
        """No solution at once: the coding comes cell by cell, also for those who asked for the explanation."""
        return text("matrix", "cell-by-cell") if answer and self._kept().outcome != ANSWERED else ""

    def _act(self, do: Any, answer: Any) -> dict[str, Any]:
        if do != "show-row":
            return super()._act(do, answer)
        reader = self._reader()
        told = [row["id"] for cell in self.state["cells"].values() for row in cell["rows"]]
        if reader is not None and answer in told:  # and of no row that was not yet told
            reader.show(answer)
        return {}

    def check(self, answer: Any) -> Mark:
        """Put the coding beside the cells that are whole; those compared before stay as they were placed."""
        kept = self._kept()
        whole, more = merged(self._question, answer, kept.checked, self._article)
        told = mark(self._question, whole, self._article)
        if more:
            return super().check(whole)
        if whole["cells"] and whole != kept.answer:  # no try, and still the student's work
            self._journal.add(self._question.name, "draft", answer=whole)
        if told.counts and told.outcome != ANSWERED:
            told = Mark(told.outcome, (text("matrix", "nothing-new"), *told.feedback[1:]), counts=False)
        self.state = self._state(told)
        return told
