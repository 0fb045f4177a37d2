"""Match: right, or how many lines fit, and the feedback of those that do not."""

from typing import Any

from ...base.strings import text
from ..in_words import InWords, Line, as_it_stands, gone
from .base import NOT_YET, RIGHT, KeyPart, Kind, Mark, nothing_yet, with_feedback


class MatchPairs(Kind):
    """An answer is option -> choice."""

    name = "match-pairs"
    seconds = 100
    shuffled = "choices"
    needs = ("options", "choices")
    key_field = "pairs"
    #: What is said where nothing is matched.
    empty = "match-first"

    @property
    def places(self) -> set[str]:
        return {choice.id for choice in self.question.choices}

    def placed(self, answer: Any) -> dict[str, str]:
        entries = answer if isinstance(answer, dict) else {}
        named = {option: entries.get(option) for option in self.placeable()}
        places = self.places
        return {option: place for option, place in named.items() if isinstance(place, str) and place in places}

    def reference(self, unit: str) -> tuple[str, ...]:
        return self.key.pairs.get(unit, ())

    def mark(self, answer: Any) -> Mark:
        placed, options = self.placed(answer), self.question.options
        if not placed:
            return nothing_yet(self.empty)
        if len(placed) < len(options):
            return nothing_yet("lines-open", count=len(options) - len(placed))
        wrong = [o for o in options if placed[o.id] not in self.reference(o.id)]
        if not wrong:
            return Mark(RIGHT, (text("marking", "all-fit"),))
        lead = text("marking", "lines-fit", hits=len(options) - len(wrong), count=len(options))
        return Mark(NOT_YET, (lead, text("marking", "look-again"), *map(with_feedback, wrong)))

    def marks(self, answer: Any) -> dict[str, bool]:
        return {option: place in self.reference(option) for option, place in self.placed(answer).items()}

    def solution(self) -> dict[str, str]:
        return {option.id: self.key.pairs[option.id][0] for option in self.question.options}

    def in_words(self, answer: Any) -> InWords:
        if not isinstance(answer, dict) or not all(isinstance(place, str) for place in answer.values()):
            return as_it_stands(answer)
        known = [option for option in self.placeable() if option in answer]
        names = [*known, *(name for name in answer if name not in known)]
        return InWords(tuple(Line(self._place(answer[name]), self.option_line(name).text) for name in names), "pairs")

    def _place(self, name: str) -> str:
        question = self.question
        places = {one.id: one.text for one in (*question.choices, *question.steps, *question.lanes)}
        lane, _, step = name.partition("/")
        if lane in places and step in places:
            return f"{places[lane]}: {places[step]}"
        return places.get(name) or gone(name).text

    def in_the_book(self) -> list[KeyPart]:
        return [KeyPart(text("teacher-book", "pairs"), tuple(map(self._in_the_book, self.placeable())))]

    def _in_the_book(self, option: str) -> tuple[str, str, str]:
        first, *others = [self.question.label(place) for place in self.reference(option)] or ["–"]
        also = text("teacher-book", "accepted-too", places="; ".join(others)) if others else ""
        return ("", f"{self.question.label(option)} → {first}", also)

    def part_in_words(self, part: str) -> str:
        option, _, place = part.partition("=")
        return f"{self.question.label(option)} → {self.question.label(place)}"
