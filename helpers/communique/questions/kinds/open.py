"""Write: what is written is not marked but compared with a model answer."""

from typing import Any

from ...base.strings import text
from ..in_words import InWords, Line, as_it_stands
from ..keys import LEVELS
from .base import ANSWERED, KeyPart, Kind, Mark, nothing_yet

_FEWEST_LETTERS = 3


def not_written(answer: Any) -> Mark | None:
    """The mark of what is no answer yet: nothing, signs alone, or one or two Latin letters; else None.

    A word of one or two Korean or Chinese letters is an answer.
    """
    words = str(answer or "").strip()
    letters = "".join(filter(str.isalnum, words))
    if not words:
        return nothing_yet("write-first")
    return nothing_yet("write-more") if not letters or (letters.isascii() and len(letters) < _FEWEST_LETTERS) else None


class Open(Kind):
    """An answer is text. A lesson asks it last."""

    name = "open"
    seconds = 240
    key_field = "model"
    marked = False
    comes_last = True
    button = "done-open"
    written = True

    def mark(self, answer: Any) -> Mark:
        return not_written(answer) or Mark(ANSWERED, (text("marking", "compare"),))

    def solution(self) -> Any:
        return self.key.model

    def solution_in_words(self) -> str | list[str]:
        return [f"{label}: {sample}" for label, sample in self._samples()] if self.key.weak else self.key.model

    def _samples(self) -> list[tuple[str, str]]:
        """Samples of this answer, the weakest first, each with its level."""
        samples = {level: getattr(self.key, level) for level in reversed(LEVELS)}
        return [(text("levels", level), sample) for level, sample in samples.items() if sample]

    def in_words(self, answer: Any) -> InWords:
        return InWords((Line(answer),)) if isinstance(answer, str) else as_it_stands(answer)

    def in_the_book(self) -> list[KeyPart]:
        asked = tuple(("", line, "") for line in self.question.ask_yourself)
        return [self.model(), KeyPart(text("teacher-book", "ask-yourself"), asked)]

    def model(self) -> KeyPart:
        samples = tuple(("", sample, label if self.key.weak else "") for label, sample in self._samples())
        return KeyPart(text("teacher-book", "model"), samples)
