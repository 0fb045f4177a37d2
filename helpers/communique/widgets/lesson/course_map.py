"""The lessons of the course in their order: what is done, and where to go on."""

import textwrap
from collections.abc import Container
from typing import Any

import traitlets

from ...base.strings import listed, text
from ...coding.article import CodedArticle
from ...course.course import Course, LessonInfo
from ...course.journal import QuestionState
from ...questions.how_far import Standing, standings, where_to_continue
from ...questions.question import Question
from ..base import CommuniqueWidget

_LONGEST_PROMPT = 90


class CourseMap(CommuniqueWidget, page="lesson/course_map"):
    """The lessons as a list, each a link; `state` holds the lessons, the next one, and where to go on."""

    sections = ("map",)

    state = traitlets.Dict().tag(sync=True)
    compact = traitlets.Bool(False).tag(sync=True)


def map_state(
    course: Course,
    states: dict[str, QuestionState],
    here: str = "",
    files: Container[str] = (),
    article: CodedArticle | None = None,
) -> dict[str, Any]:
    """What the list shows in the lesson `here`: a lesson is a link where its notebook is among the files beside it."""
    after = next((info for info in course.lessons[1:] if course.lessons[info.number - 2].name == here), None)
    return {
        "lessons": [_lesson(standing, course, here, files) for standing in standings(course, states, article)],
        "next": {"lesson": after.heading, "notebook": _link(after, files)} if after else {},
        "forms": [{"title": info.title, "notebook": link} for info in course.forms if (link := _link(info, files))],
        "continue": _way_on(where_to_continue(course, states, article), here, files),
    }


def _lesson(standing: Standing, course: Course, here: str, files: Container[str]) -> dict[str, Any]:
    info = standing.info
    return {
        "title": info.heading,
        "about": info.about,
        "minutes": info.minutes,
        "done": standing.done,
        "count": standing.count,
        "state": standing.state,
        "here": info.name == here,
        "notebook": _link(info, files),
        "builds_on": _builds_on(info, course),
        "extra": not info.core and any(one.core for one in course.lessons),
    }


def _link(info: LessonInfo, files: Container[str]) -> str:
    return info.notebook if info.notebook in files else ""


def _builds_on(info: LessonInfo, course: Course) -> str:
    """ "builds on lessons 3 and 4"; "" for a lesson that builds on none."""
    numbers = [str(number) for number in sorted(course.lesson(name).number for name in info.builds_on)]
    name = "builds-on" if numbers[1:] else "builds-on-one"
    return text("map", name, numbers=listed(numbers)) if numbers else ""


def _way_on(where: tuple[LessonInfo, Question] | None, here: str, files: Container[str]) -> dict[str, Any]:
    if where is None:
        return {}
    info, question = where
    return {
        "lesson": info.heading,
        "here": info.name == here,
        "notebook": _link(info, files),
        "question": textwrap.shorten(question.prompt, _LONGEST_PROMPT, placeholder=" …"),
        "id": question.id,
    }
