"""Write: what is written is not marked but compared with a model answer."""

from __future__ import annotations

from typing import Any

from ...base.strings import text
from ..in_words import InWords, Line, as_it_stands
from .base import ANSWERED, KeyPart, Kind, Mark, nothing_yet


class Open(Kind):
    """An answer is text. A lesson asks it last."""

    name = "open"
    key_field = "model"
    marked = False
    comes_last = True
    button = "done-open"
    written = True

    def mark(self, answer: Any) -> Mark:
        if not str(answer or "").strip():
            return nothing_yet("write-first")
        return Mark(ANSWERED, (text("marking", "compare"),))

    def solution(self) -> Any:
        return self.key.model

    def solution_in_words(self) -> str | list[str]:
        return self.key.model

    def in_words(self, answer: Any) -> InWords:
        return InWords((Line(answer),)) if isinstance(answer, str) else as_it_stands(answer)

    def in_the_book(self) -> list[KeyPart]:
        asked = tuple(("", line, "") for line in self.question.ask_yourself)
        return [self.model(), KeyPart(text("teacher-book", "ask-yourself"), asked)]

    def model(self) -> KeyPart:
        return KeyPart(text("teacher-book", "model"), (("", self.key.model, ""),))
