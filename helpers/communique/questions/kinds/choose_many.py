"""Choose all that fit: right, or how many fit, and the feedback of those that do not."""

from typing import Any

from ...base.strings import text
from ..in_words import InWords
from .base import NOT_YET, RIGHT, Kind, Mark, nothing_yet, with_feedback
from .choose_one import ChooseOne


class ChooseMany(ChooseOne):
    """An answer is a list of options' ids."""

    name = "choose-many"
    seconds = 75
    drawn_as = "choose-one"

    def mark(self, answer: Any) -> Mark:
        chosen, right = self.chosen(answer), self.key.right
        if not chosen:
            return nothing_yet("choose-some-first")
        wrong = [option for option in chosen if option.id not in right]
        hits = len(chosen) - len(wrong)
        if wrong:
            lead = text("marking", "some-fit" if hits else "none-fit", hits=hits, chosen=len(chosen))
            return Mark(NOT_YET, (lead, *map(with_feedback, wrong)))
        if hits < len(right):
            return Mark(NOT_YET, (text("marking", "more-belong", hits=hits, missing=len(right) - hits),))
        return Mark(RIGHT, (text("marking", "all-chosen"),))

    def solution(self) -> list[str]:
        return list(self.key.right)

    def solution_in_words(self) -> str | list[str]:
        return Kind.solution_in_words(self)

    def in_words(self, answer: Any) -> InWords:
        return self.listed(answer)
