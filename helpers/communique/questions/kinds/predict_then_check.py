"""Guess first: a guess is never wrong, and is set beside what turns out."""

from typing import Any

from ...base.strings import text
from .base import ANSWERED, Mark, nothing_yet
from .choose_one import ChooseOne


class PredictThenCheck(ChooseOne):
    """An answer is an option's id. It stays as it is once it is kept; its end is told in the feedback."""

    name = "predict-then-check"
    seconds = 20
    drawn_as = "choose-one"
    marked = False
    seals = True
    button = "seal"

    def mark(self, answer: Any) -> Mark:
        chosen = self.chosen(answer)
        if len(chosen) != 1:
            return nothing_yet("guess-first")
        (guess,) = chosen
        lead = "guessed-right" if guess.id in self.key.right else "guessed"
        if len(self.key.right) == len(self.question.options):
            lead = "guessed-open"
        right = " / ".join(map(self.question.label, self.key.right))
        return Mark(ANSWERED, (text("marking", lead, guess=guess.text, right=right), guess.feedback))

    def shows_solution(self, outcome: str, revealed: bool) -> bool:
        return revealed
