"""A short answer: compared with a model answer, and ticked by the student line by line."""

from typing import Any

from ...base.strings import text
from ..in_words import InWords, Line
from .base import ANSWERED, KeyPart, Mark, with_feedback
from .open import Open, not_written


class ShortAnswer(Open):
    """An answer is {"text", "ticks"}: what is written, and the lines of the rubric that the student finds in it."""

    name = "short-answer"
    seconds = 180
    needs = ("rubric",)
    comes_last = False

    def mark(self, answer: Any) -> Mark:
        entry = answer if isinstance(answer, dict) else {"text": answer}
        if missing := not_written(entry.get("text")):
            return missing
        rubric, ticked = self.question.rubric, self._ticked(entry)
        if not ticked:
            return Mark(ANSWERED, (text("marking", "compare-and-tick"),))
        if len(ticked) == len(rubric):
            return Mark(ANSWERED, (text("marking", "all-ticked"),))
        lead = text("marking", "some-ticked", ticked=len(ticked), count=len(rubric))
        return Mark(ANSWERED, (lead, *(with_feedback(line) for line in rubric if line not in ticked)))

    def _ticked(self, entry: dict[str, Any]) -> list[Any]:
        ticks = entry.get("ticks")
        return [line for line in self.question.rubric if isinstance(ticks, list) and line.id in ticks]

    def solution(self) -> dict[str, Any]:
        return {"text": self.key.model, "ticks": [line.id for line in self.question.rubric]}

    def in_words(self, answer: Any) -> InWords:
        if not isinstance(answer, dict) or not isinstance(answer.get("text"), str):
            return super().in_words(answer)
        ticked = [Line(line.text, text("in-words", "ticked")) for line in self._ticked(answer)]
        return InWords((Line(answer["text"]), *ticked))

    def in_the_book(self) -> list[KeyPart]:
        rubric = tuple(("□", line.text, line.feedback) for line in self.question.rubric)
        return [self.model(), KeyPart(text("teacher-book", "rubric"), rubric)]
