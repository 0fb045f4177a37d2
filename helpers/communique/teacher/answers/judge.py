"""What an answer comes to by today's keys, and which parts of it are wrong: whatever its file says of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle
from ...coding.loading import load_coded
from ...coding.units import Unit, units_at, units_of
from ...course.course import Course, load_course
from ...questions.bank import keys_of, questions_of
from ...questions.generated.topics import of_lesson
from ...questions.keys import Key
from ...questions.kinds.base import chosen_ids
from ...questions.marking import COMPARED, NOT_TRIED, NOT_YET, RIGHT, mark, solution
from ...questions.question import Question
from .in_tools import Desks, Forecasting, desks, forecasting

#: Kinds of question whose answers show where careful readers differ.
JUDGED = ("find-words", "place-on-scale", "fill-the-matrix")
MATRIX = "fill-the-matrix"


class Judge:
    """The course's questions with their keys and their article."""

    def __init__(self, course: Course | None = None) -> None:
        self.course = course or load_course()
        self.questions: dict[str, Question] = {}
        self._keys: dict[str, Key] = {}
        brought = self.article if self.course.is_brought else None
        for info in self.course.lessons:
            keys = keys_of(info.key, brought)
            for question in questions_of(info.key, brought).values():
                self.questions[question.name] = question
                if question.id in keys:
                    self._keys[question.name] = keys[question.id]
        self._told: dict[tuple[str, str], str] = {}
        self._places: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    @property
    def title(self) -> str:
        """The course's title, with the article's headline where the class worked on one that was brought."""
        return f"{self.course.title}. {self.article.headline}" if self.course.is_brought else self.course.title

    @cached_property
    def article(self) -> CodedArticle:
        """The article that the lessons are about."""
        return load_coded(self.course.article)

    @cached_property
    def practice(self) -> frozenset[str]:
        """The names of the generated questions, which are extra on the course's own article: they do not count."""
        lessons = [(info.name, info.key) for info in self.course.lessons]
        return frozenset(
            made.question.name for name, key in lessons for made in of_lesson(self.article, name, key).values()
        )

    @cached_property
    def forecasting(self) -> Forecasting:
        """The outcomes for which chances are sealed, by the tool's name."""
        return forecasting(self.course)

    @cached_property
    def desks(self) -> Desks:
        """The parts of the article that are coded at the desk, by the tool's name."""
        return desks(self.course, self.article)

    @cached_property
    def units(self) -> Mapping[str, Mapping[str, Unit]]:
        """The sentences and the words of the article, by name."""
        return {kind: {u.name: u for u in units_of(self.article, kind)} for kind in ("sentence", "word")}

    def key(self, question: Question) -> Key:
        """The question's key; an empty one where it has none."""
        return self._keys.get(question.name, Key())

    def solution(self, question: Question) -> Any:
        """The right answer in the shape of an answer."""
        return solution(question, self.article, self.key(question))

    def outcome(self, question: Question, answer: Any, said: str | None) -> str:
        """What an answer comes to; what its file says of it, where the question has no key."""
        key = self._keys.get(question.name)
        if key is None and question.kind != MATRIX:
            return said or NOT_YET
        told = (question.name, json.dumps(answer, sort_keys=True))
        found = self._told.get(told)
        if found is None:
            found = mark(question, answer, self.article, key or Key()).outcome
            if len(told[1]) < 2000 and len(self._told) < 100_000:  # long ones do not come twice
                self._told[told] = found
        return found

    def is_marked(self, question: Question) -> bool:
        """Whether an answer to the question can be right."""
        return question.kind not in (*COMPARED, MATRIX)

    def asked_for(self, question: Question) -> frozenset[str]:
        """The units that the key of a find-words question asks for."""
        return self._asked(question)[0]

    def accepted(self, question: Question) -> frozenset[str]:
        """The units that may be marked as well."""
        return self._asked(question)[1]

    def _asked(self, question: Question) -> tuple[frozenset[str], frozenset[str]]:
        if question.name not in self._places:
            key = self._keys.get(question.name, Key())
            both = (key.spans, key.accept_extra)
            self._places[question.name] = tuple(frozenset(units_at(s, self.article, question.unit)) for s in both)
        return self._places[question.name]

    def accepted_places(self, question: Question, option: str) -> tuple[str, ...]:
        """Where the key lets a thing be placed."""
        return self._keys.get(question.name, Key()).pairs.get(option, ())

    def marked_units(self, question: Question, answer: Any) -> frozenset[str]:
        """The units of the article that an answer marks."""
        known = self.units[question.unit]
        return (
            frozenset(a for a in answer if isinstance(a, str) and a in known)
            if isinstance(answer, list)
            else frozenset()
        )

    def wrong_parts(self, question: Question, answer: Any) -> tuple[str, ...]:
        """The names of what is wrong in an answer: options, option=place, or units."""
        key = self._keys.get(question.name)
        if key is None or not self.is_marked(question):
            return ()
        if question.kind == "find-words":
            return tuple(self.marked_units(question, answer) - self.asked_for(question) - self.accepted(question))
        if question.kind in ("match-pairs", "place-on-scale"):
            return tuple(
                f"{option}={place}"
                for option, place in placed(question, answer).items()
                if place not in key.pairs.get(option, ())
            )
        chosen = chosen_ids(answer, question)
        if question.kind == "put-in-order":
            return _first_astray(chosen, key)
        return tuple(one for one in chosen if one not in key.right)

    def in_words(self, question: Question, part: str) -> str:
        """What a part of an answer is called."""
        if question.kind == "find-words":
            unit = self.units[question.unit].get(part)
            return f"{unit.paragraph_id}: “{unit.text}”" if unit else part
        option, sign, place = part.partition("=")
        if sign and question.kind == "put-in-order":
            return text("report", "in-place", option=question.label(option), place=place)
        return f"{question.label(option)} → {question.label(place)}" if sign else question.label(part)


def placed(question: Question, answer: Any) -> dict[str, str]:
    """Option -> choice or place, as far as both are known."""
    given = answer if isinstance(answer, dict) else {}
    lanes, steps = [one.id for one in question.lanes], [one.id for one in question.steps]
    places = {f"{lane}/{step}" for lane in lanes for step in steps} if lanes else set(steps)
    places |= {one.id for one in question.choices}
    found = {option.id: given.get(option.id) for option in question.options}
    return {option: place for option, place in found.items() if isinstance(place, str) and place in places}


def _first_astray(order: list[str], key: Key) -> tuple[str, ...]:
    """The first line that stands where it may not: what the student is told as well."""
    if not key.orders or len(order) != len(key.orders[0]) or tuple(order) in key.orders:
        return ()
    agreed = [next(i for i, (a, b) in enumerate(zip(order, right, strict=True)) if a != b) for right in key.orders]
    return (f"{order[max(agreed)]}={max(agreed) + 1}",)


__all__ = ["JUDGED", "MATRIX", "NOT_TRIED", "RIGHT", "Judge", "placed"]
