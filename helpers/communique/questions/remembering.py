"""Questions from lessons before, which a lesson asks again at its beginning: what was learnt is called to mind."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from typing import Any

from ..coding.article import CodedArticle
from ..course.course import Course, LessonInfo
from ..course.journal import QuestionState, replay
from ..course.lesson_key import LessonKey
from .bank import questions_of
from .kinds import kind_of
from .question import AGAIN, Question

#: How many questions a lesson asks again.
MOST = 2


def asked_again(
    info: LessonInfo, course: Course, records: Iterable[dict[str, Any]], article: CodedArticle | None = None
) -> list[Question]:
    """The questions that a lesson asks a student again, each under a name of its own.

    They come from lessons before it: first those that were not right at once when they were last asked, then the
    oldest. What was kept before the first act in this lesson decides, so they stay the same from then on.
    """
    if info.key.is_form:
        return []
    before = takewhile(lambda record: LessonKey.of(record["question"]) != info.key, records)
    lately: dict[str, QuestionState] = {}
    for name, state in replay(before).items():
        if state.tries or state.revealed:
            lately[original_name(name) or name] = state  # the one touched last comes last
    known = [q for earlier in course.lessons[: info.number - 1] for q in questions_of(earlier.key, article).values()]
    tried = [q for q in known if q.name in lately and kind_of(q).marked and not (q.former or q.text or q.texts)]
    tried.sort(key=lambda q: ((lately[q.name].outcome, lately[q.name].tries) == ("right", 1), lately[q.name].at))
    return [replace(question, again=info.key) for question in tried[:MOST]]


def original_name(stored: str) -> str:
    """The name of the question that a lesson asked again under a stored name; "" where none was.

    Example:
        >>> original_name("events@bay-2023/again:read/until-now")
        'read@bay-2023/until-now'
    """
    name, slash, question = stored.partition(f"/{AGAIN}")[2].partition("/")
    return f"{LessonKey(name, LessonKey.of(stored).article)}/{question}" if slash else ""
