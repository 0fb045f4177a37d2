"""The frame of every question widget: one shape of state for all kinds, marked and saved in Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from ...base.strings import text
from ...coding.article import CodedArticle
from ...course.journal import Journal, QuestionState
from ...questions.marking import Mark, mark, solution
from ...questions.question import Question
from ..base import CommuniqueWidget, page_style
from ..reader import Reader


class QuestionWidget(CommuniqueWidget):
    """A question on the page.

    The page sends what the student did; Python marks it, writes it to the journal, and only then says so.
    The key never comes here: marking gives feedback, and feedback is all that crosses to the page.

    Parameters:
        question: the question.
        article: the article it is about.
        journal: where answers are kept.
        reader: the lesson's reader, in which the explanation's words light up.
    """

    _css = page_style("questions/question")
    sections = ("question",)

    question = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        question: Question,
        article: CodedArticle,
        journal: Journal,
        reader: Callable[[], Reader | None] = lambda: None,
        **traits: Any,
    ) -> None:
        self._question, self._article, self._journal, self._reader = question, article, journal, reader
        super().__init__(question=self._for_page(), state=self._state(), **traits)

    def _for_page(self) -> dict[str, Any]:
        q = self._question
        lists = {name: getattr(q, name) for name in ("options", "choices", "steps", "lanes")}
        return {
            "id": q.id,
            "kind": q.kind,
            "prompt": q.prompt,
            "unit": q.unit,
            "hints": len(q.hints),
            "made": text("question", "generated") if q.generated else "",
            **{name: [{"id": o.id, "text": o.text} for o in found] for name, found in lists.items()},
        }

    def _state(self, fresh: Mark | None = None) -> dict[str, Any]:
        """What the page shows, from the journal: any second tab's work included."""
        q = self._question
        kept = self._journal.states().get(q.name, QuestionState())
        told = fresh or (mark(q, kept.checked, self._article) if kept.tries else None)
        explained = kept.outcome == "right" or kept.revealed or kept.outcome == "answered"
        compared = kept.outcome == "answered" and q.kind != "predict-then-check"  # a guess is told its end in words
        shown = solution(q, self._article) if kept.revealed or compared else None
        gone = kept.tries > 0 and told is not None and not told.counts and fresh is None
        return {
            "answer": kept.answer,
            "unchecked": kept.answer is not None and kept.answer != kept.checked,
            "outcome": kept.outcome,
            "tries": kept.tries,
            "hints": list(q.hints[: kept.hints]),
            "feedback": list(told.feedback) if told and not gone else [],
            "revealed": kept.revealed,
            "explanation": q.explanation if explained else "",
            "evidence": [{"paragraph": p.paragraph, "words": p.words} for p in q.evidence] if explained else [],
            "solution": self._in_words(shown),
            "compare": list(q.ask_yourself) if explained and q.kind == "open" else [],
            "rubric": [{"id": line.id, "text": line.text} for line in q.rubric] if explained else [],
            "sealed": self._sealed(kept),
            "note": text("question", "changed-since") if gone else "",
        }

    def _sealed(self, kept: QuestionState) -> bool:
        """Whether the answer can no longer be changed: a guess that was made, or whose end is known."""
        return self._question.kind == "predict-then-check" and kept.done

    def _in_words(self, answer: Any) -> Any:
        """A solution as the page shows it: texts of options, not ids; words, not names of units."""
        if isinstance(answer, dict):
            if "ticks" in answer:
                return answer["text"]
            return [f"{self._label(one)} → {self._label(other)}" for one, other in answer.items()]
        if isinstance(answer, list):
            return [self._label(name) for name in answer]
        return self._label(answer) if isinstance(answer, str) else ""

    def _label(self, name: str) -> str:
        return self._question.label(name)

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Check, keep, hint, explain, or show the words; see CommuniqueWidget."""
        return self._act(message.get("do"), message.get("answer"))

    def _act(self, do: Any, answer: Any) -> dict[str, Any]:
        name = self._question.name
        kept = self._journal.states().get(name, QuestionState())
        match do:
            case "check":
                if self._sealed(kept):
                    self.state = self._state()  # it may have been sealed in another tab
                else:
                    self.check(answer)
            case "draft":
                if answer != kept.answer and not self._sealed(kept):
                    self._journal.add(name, "draft", answer=answer)
                    self.state = self._state()  # a page that is drawn anew shows the draft
                return {"draft": True}
            case "hint":
                if answer and answer != kept.answer and not self._sealed(kept):
                    self._journal.add(name, "draft", answer=answer)
                if kept.hints < len(self._question.hints):
                    self._journal.add(name, "hint")
                self.state = self._state()
            case "dont-know":  # a hint first; when there are none left, the explanation
                self._journal.add(name, "hint" if kept.hints < len(self._question.hints) else "reveal")
                self.state = self._state()
                self._light(scroll=False)
            case "show":
                self._light(scroll=True)
        return {}

    def check(self, answer: Any) -> Mark:
        """Mark an answer, save it, and show the outcome.

        Returns:
            The mark. An empty answer is no try and is not saved.

        Raises:
            CommuniqueError: the answer could not be saved.
        """
        told = mark(self._question, answer, self._article)
        if told.counts:
            self._journal.add(self._question.name, "answer", answer=answer, outcome=told.outcome)
        self.state = self._state(told)
        if told.outcome == "right":
            self._light(scroll=False)
        return told

    def _light(self, *, scroll: bool) -> None:
        reader = self._reader()
        if reader is not None and self.state["evidence"]:
            reader.show_words(self._question.evidence, scroll=scroll)
