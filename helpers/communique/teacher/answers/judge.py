"""What an answer comes to by today's keys, and which parts of it are wrong: whatever its file says of it."""

import json
from functools import cached_property
from typing import Any

from ...coding.article import CodedArticle
from ...coding.loading import load_coded
from ...course.course import Course, load_course
from ...questions.bank import keys_of, questions_of
from ...questions.generated.topics import of_lesson
from ...questions.keys import load_keys
from ...questions.kinds import kind_of
from ...questions.kinds.base import NOT_YET, Kind
from ...questions.question import Question
from ...questions.reading import load_questions
from .in_tools import Desks, Forecasting, desks, forecasting


class Judge:
    """The course's questions with their keys and their article."""

    def __init__(self, course: Course | None = None) -> None:
        self.course = course or load_course()
        self.kinds: dict[str, Kind] = {}
        brought = self.article if self.course.is_brought else None
        for info in self.course.lessons:
            keys = keys_of(info.key, brought)
            for question in questions_of(info.key, brought).values():
                self.kinds[question.name] = kind_of(question)(question, self.article, keys.get(question.id))
        self.questions = {name: kind.question for name, kind in self.kinds.items()}
        self.forms: dict[str, Kind] = {}  # of every occasion: no lesson counts them
        for info in self.course.forms:
            keys = load_keys(info.name)
            for question in load_questions(info.name).values():
                self.forms[question.name] = kind_of(question)(question, self.article, keys.get(question.id))
        self._outcomes: dict[tuple[str, str], str] = {}

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

    def outcome(self, question: Question, answer: Any, said: str | None) -> str:
        """What an answer comes to; what its file says of it, where the question has no key."""
        if not self.kind(question).has_reference:
            return said or NOT_YET
        asked = (question.name, json.dumps(answer, sort_keys=True))
        outcome = self._outcomes.get(asked)
        if outcome is None:
            outcome = self.kind(question).mark(answer).outcome
            if len(asked[1]) < 2000 and len(self._outcomes) < 100_000:  # long ones do not come twice
                self._outcomes[asked] = outcome
        return outcome
