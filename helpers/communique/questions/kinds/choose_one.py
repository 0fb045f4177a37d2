"""Choose one: right, or the feedback of the option that was chosen."""

from typing import Any

from ...base.strings import text
from ..in_words import InWords, as_it_stands
from .base import NOT_YET, RIGHT, KeyPart, Kind, Mark, nothing_yet


class ChooseOne(Kind):
    """An answer is an option's id."""

    name = "choose-one"
    seconds = 45
    shuffled = "options"
    needs = ("options",)
    key_field = "right"

    def mark(self, answer: Any) -> Mark:
        chosen = self.chosen(answer)
        if len(chosen) != 1:
            return nothing_yet("choose-first")
        return Mark(RIGHT if chosen[0].id in self.key.right else NOT_YET, (chosen[0].feedback,))

    def solution(self) -> Any:
        return self.key.right[0]

    def solution_in_words(self) -> str | list[str]:
        return self.question.label(self.key.right[0])

    def in_words(self, answer: Any) -> InWords:
        return InWords((self.option_line(answer),)) if isinstance(answer, str) else self.listed(answer)

    def listed(self, answer: Any, shape: str = "list") -> InWords:
        if not isinstance(answer, list) or not all(isinstance(one, str) for one in answer):
            return as_it_stands(answer)
        return InWords(tuple(self.option_line(one) for one in dict.fromkeys(answer)), shape)

    def in_the_book(self) -> list[KeyPart]:
        right, said = self.key.right, text("teacher-book", "right")
        lines = [
            ("●", option.text, said) if option.id in right else ("○", option.text, option.feedback)
            for option in self.question.options
        ]
        return [KeyPart(text("teacher-book", "options"), tuple(lines))]

    def parts(self, answer: Any) -> list[str]:
        return [option.id for option in self.chosen(answer)]

    def fits(self, part: str) -> bool:
        return part in self.key.right
