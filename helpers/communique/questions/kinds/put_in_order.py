"""Put in order: right, or the first place at which the order leaves every accepted one."""

from typing import Any

from ...base.strings import text
from ..in_words import InWords
from .base import NOT_YET, RIGHT, KeyPart, Mark, nothing_yet, with_feedback
from .choose_one import ChooseOne


class PutInOrder(ChooseOne):
    """An answer is a list of all options' ids."""

    name = "put-in-order"
    seconds = 75
    ordered = True
    key_field = "order"

    def mark(self, answer: Any) -> Mark:
        order = self.chosen(answer)
        if len(order) != len(self.question.options):
            return nothing_yet("order-first")
        ids = tuple(option.id for option in order)
        if ids in self.key.orders:
            return Mark(RIGHT, (text("marking", "order-right"),))
        first = self._first_astray(ids)
        lead = text("marking", "order-from", place=first + 1) if first else text("marking", "order-first-place")
        return Mark(NOT_YET, (lead, with_feedback(order[first])))

    def _first_astray(self, order: tuple[str, ...]) -> int:
        """Where an order leaves the accepted one that agrees with it longest."""
        pairs = [zip(order, accepted, strict=True) for accepted in self.key.orders]
        return max(next(place for place, (one, other) in enumerate(pair) if one != other) for pair in pairs)

    def solution(self) -> list[str]:
        return list(self.key.orders[0])

    def solution_in_words(self) -> str | list[str]:
        return [self.question.label(name) for name in self.solution()]

    def in_words(self, answer: Any) -> InWords:
        return self.listed(answer, "order")

    def in_the_book(self) -> list[KeyPart]:
        labels = [text("teacher-book", label) for label in ("order", *["order-too"] * len(self.key.orders))]
        lines = [[(f"{n}.", self.question.label(o), "") for n, o in enumerate(order, 1)] for order in self.key.orders]
        return [KeyPart(label, tuple(order)) for label, order in zip(labels, lines, strict=False)]

    def parts(self, answer: Any) -> list[str]:
        order = super().parts(answer)
        return [">".join(order)] if order else []  # an order is one thing

    def fits(self, part: str) -> bool:
        return tuple(part.split(">")) in self.key.orders

    def wrong_parts(self, answer: Any) -> list[str]:
        order = tuple(super().parts(answer))
        if not self.key.orders or len(order) != len(self.key.orders[0]) or order in self.key.orders:
            return []
        first = self._first_astray(order)
        return [f"{order[first]}={first + 1}"]

    def marks(self, answer: Any) -> dict[str, bool]:
        order = tuple(super().parts(answer))
        astray = [part.partition("=")[0] for part in self.wrong_parts(answer)]
        right = order[: order.index(astray[0])] if astray else order
        return dict.fromkeys(right, True) | dict.fromkeys(astray, False)

    def part_in_words(self, part: str) -> str:
        option, sign, place = part.partition("=")
        if sign:
            return text("report", "in-place", option=self.question.label(option), place=place)
        return " > ".join(map(self.question.label, part.split(">")))
