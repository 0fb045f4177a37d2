"""Where a student is in the course: how far in each lesson, and where to go on."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..base.strings import text
from ..coding.article import CodedArticle
from ..course.course import Course, LessonInfo
from ..course.journal import QuestionState
from ..course.lesson_key import LessonKey
from .bank import questions_of
from .question import Question

DONE, UNDER_WAY, NOT_YET = "done", "under-way", "not-yet"


@dataclass(frozen=True)
class Standing:
    """How far a student is in one lesson; `state` is "done", "under-way" or "not-yet"."""

    info: LessonInfo
    done: int
    count: int
    state: str


def standings(
    course: Course, states: Mapping[str, QuestionState], article: CodedArticle | None = None
) -> list[Standing]:
    """How far a student is in every lesson, in the order of the course; the article is one that was brought."""
    touched = {LessonKey.of(name) for name in states}
    reached = []
    for info in course.lessons:
        questions = counted(questions_of(info.key, article).values())
        done = sum(is_done(states, question) for question in questions)
        begun = UNDER_WAY if info.key in touched else NOT_YET
        reached.append(Standing(info, done, len(questions), DONE if questions and done == len(questions) else begun))
    return reached


def counted(questions: Iterable[Question]) -> list[Question]:
    """The questions without which a lesson is not done."""
    return [question for question in questions if not question.extra]


def how_many_done(where: str, states: Mapping[str, QuestionState], questions: Collection[Question]) -> str:
    """How many questions are done, and how many of them were only explained, as a section of strings.yml says it."""
    done = sum(is_done(states, question) for question in questions)
    explained = sum(states.get(question.name, QuestionState()).only_explained for question in questions)
    line = text(where, "done", done=done, count=len(questions))
    return text(where, "of-them-explained", line=line, explained=explained) if explained else line


def is_done(states: Mapping[str, QuestionState], question: Question) -> bool:
    """Whether nothing is left to do in a question."""
    return states.get(question.name, QuestionState()).done


def where_to_continue(
    course: Course, states: dict[str, QuestionState], article: CodedArticle | None = None
) -> tuple[LessonInfo, Question] | None:
    """The lesson that was worked on last and is not finished, and its question to go on with.

    That is the question touched last, or the first open one after it. None where nothing is under way.
    """
    lessons = {info.key: info for info in course.lessons}
    passed = set()
    for touched in reversed(states):
        lesson = LessonKey.of(touched)
        if lesson in passed or lesson not in lessons:
            continue
        passed.add(lesson)
        questions = list(questions_of(lesson, article).values())
        last = next((place for place, one in enumerate(questions) if one.name == touched), 0)
        for question in counted(questions[last:] + questions[:last]):
            if not is_done(states, question):
                return lessons[lesson], question
    return None
