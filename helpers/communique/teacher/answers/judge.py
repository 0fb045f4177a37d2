"""What an answer comes to by today's keys, and which parts of it are wrong: whatever its file says of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...coding.article import CodedArticle
from ...coding.loading import load_coded
from ...course.course import Course, load_course
from ...questions.bank import keys_of, questions_of
from ...questions.generated.topics import of_lesson
from ...questions.keys import Key, load_keys
from ...questions.kinds import kind_of
from ...questions.kinds.base import NOT_YET, Kind
from ...questions.question import Question
from ...questions.reading import load_questions
from ..files.journals import whole_text
from .in_tools import Desks, Forecasting, desks, forecasting

#: The most letters that are kept of what is written, and of another answer (a grid of positions has about 1,500).
ANSWER_LETTERS, CHOICE_LETTERS = 1_000, 3_000
_NONE_WRONG: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Marked:
    """What an answer comes to, how it is shown, which parts are wrong, and what was chosen where (see `Kind`)."""

    outcome: str
    shown: str
    wrong: frozenset[str]
    chosen: Mapping[str, str] | None


class Judge:
    """The course's questions with their keys and their article."""

    def __init__(self, course: Course | None = None) -> None:
        self.course = course or load_course()
        brought = self.article if self.course.is_brought else None
        self.kinds: dict[str, Kind] = {}
        for info in self.course.lessons:
            self.kinds |= self._kinds(questions_of(info.key, brought), keys_of(info.key, brought))
        self.questions = {name: kind.question for name, kind in self.kinds.items()}
        self.forms: dict[str, Kind] = {}  # of every occasion: no lesson counts them
        for info in self.course.forms:
            self.forms |= self._kinds(load_questions(info.name), load_keys(info.name))
        self._marked: dict[tuple[str, str], Marked] = {}  # a class gives few different answers, and they are kept once

    def _kinds(self, questions: Mapping[str, Question], keys: Mapping[str, Key]) -> dict[str, Kind]:
        return {one.name: kind_of(one)(one, self.article, keys.get(one.id)) for one in questions.values()}

    @property
    def title(self) -> str:
        """The course's title, with the article's headline where the class worked on one that was brought."""
        return f"{self.course.title}. {self.article.headline}" if self.course.is_brought else self.course.title

    @cached_property
    def article(self) -> CodedArticle:
        return load_coded(self.course.article)

    @cached_property
    def practice(self) -> frozenset[str]:
        """The names of the generated questions, which are extra on the course's own article: they do not count."""
        lessons = [of_lesson(self.article, info.key) for info in self.course.lessons]
        return frozenset(made.question.name for lesson in lessons for made in lesson.values())

    @cached_property
    def forecasting(self) -> Forecasting:
        return forecasting(self.course, self.article)

    @cached_property
    def desks(self) -> Desks:
        return desks(self.course, self.article)

    def kind(self, question: Question) -> Kind:
        return self.kinds.get(question.name) or self.forms[question.name]

    def marked(self, question: Question, answer: Any, said: str | None) -> Marked:
        """What an answer comes to; its outcome is what its file says of it, where the question has no key."""
        kind = self.kind(question)
        if not kind.has_reference:
            return self._mark(kind, answer, said or NOT_YET)
        asked = (question.name, json.dumps(answer, sort_keys=True))
        marked = self._marked.get(asked)
        if marked is None:
            marked = self._mark(kind, answer, kind.mark(answer).outcome)
            if len(asked[1]) < 2000 and len(self._marked) < 100_000:  # long ones do not come twice
                self._marked[asked] = marked
        return marked

    @staticmethod
    def _mark(kind: Kind, answer: Any, outcome: str) -> Marked:
        wrong = frozenset(kind.wrong_parts(answer)) or _NONE_WRONG
        return Marked(outcome, _shown(answer), wrong, kind.placed(answer) if kind.judged else None)


def _shown(answer: Any) -> str:
    if isinstance(answer, dict) and isinstance(answer.get("text"), str):
        answer = answer["text"]  # of a short answer, what was written
    if isinstance(answer, str):
        return whole_text(answer[:ANSWER_LETTERS])
    return whole_text(json.dumps(answer, ensure_ascii=False)[:CHOICE_LETTERS])
