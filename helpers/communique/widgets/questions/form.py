"""A question of a form: one answer, kept as it is, and feedback only when it can no longer tell anything away."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import ipywidgets

from ...base.strings import text
from ...coding.article import CodedArticle
from ...coding.loading import load_text
from ...course.journal import Journal, QuestionState
from ...questions.kinds.base import ANSWERED, NOT_TRIED
from ...questions.marking import Mark, mark
from ...questions.question import Question
from ..base import stack
from .question import QuestionWidget, question_widget


class FormQuestion(QuestionWidget):
    """A question of a form; `withheld` says whether feedback still waits. See QuestionWidget."""

    def __init__(
        self, question: Question, article: CodedArticle, journal: Journal, *, withheld: Callable[[], bool], **more: Any
    ) -> None:
        self._withheld = withheld
        super().__init__(question, article, journal, **more)

    def _look_again(self) -> None:
        self.state = self._state()  # the last answer of all brings the feedback of each

    def _for_page(self) -> dict[str, Any]:
        return super()._for_page() | {"button": "keep-answer"}

    def _sealed(self, kept: QuestionState) -> bool:
        return kept.done

    def _state(self, fresh: Mark | None = None) -> dict[str, Any]:
        kept = self._kept()
        if kept.done and not self._withheld():
            outcome = mark(self._question, kept.checked, self._article).outcome if kept.tries else NOT_TRIED
            return self._shown(replace(kept, outcome=outcome, revealed=True)) | {"tries": 0}
        blank = self._shown(QuestionState(kept.answer, kept.checked), fresh)
        return blank | {"outcome": kept.outcome, "revealed": kept.revealed, "sealed": kept.done}

    def check(self, answer: Any) -> Mark:
        """Keep an answer that is whole, whatever it comes to; see QuestionWidget."""
        result = mark(self._question, answer, self._article)
        if result.counts:
            result = Mark(ANSWERED, (text("question", "kept-until"),))
            self._journal.add(self._question.name, "answer", answer=answer, outcome=ANSWERED)
        self.state = self._state(result)
        return result


def form_of(questions: Mapping[str, Question], journal: Journal, withheld: Callable[[], bool]) -> ipywidgets.VBox:
    """The questions of a form as widgets, numbered from 1."""
    return stack(
        question_widget(one.kind, FormQuestion)(
            one, load_text(one.text), journal, number=f"{number}", withheld=withheld
        )
        for number, one in enumerate(questions.values(), 1)
    )
