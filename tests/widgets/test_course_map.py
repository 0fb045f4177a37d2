"""The list of lessons: what crosses to the page is the course, the student's progress, and the way on and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import Lesson, open_lesson
from communique.course.course import Course, LessonInfo, load_course
from communique.questions.reading import load_questions
from communique.widgets.lesson.course_map import CourseMap, map_state


def _course(order: dict[str, list[str]]) -> Course:
    lessons = (LessonInfo(n, n.title(), 10, at, "about it", tuple(on)) for at, (n, on) in enumerate(order.items(), 1))
    return Course("A course", "south-korea-2024", tuple(lessons))


def _cards(shown: CourseMap) -> dict[str, dict]:
    """The lessons by their titles."""
    return {card["title"]: card for card in shown.state["lessons"]}


@pytest.fixture
def lesson() -> Lesson:
    """The lesson on events, beside the notebooks of the lessons."""
    for info in load_course().lessons[:4]:
        (Path.cwd() / info.notebook).touch()
    return open_lesson("events")


def test_every_lesson_is_in_the_list_in_the_order_of_the_course(lesson: Lesson) -> None:
    """A lesson has its title, its line, its minutes and what it builds on."""
    shown = lesson.map()
    assert [f"{info.number}. {info.title}" for info in load_course().lessons] == list(_cards(shown))
    card = _cards(shown)["2. Who acts and who speaks"]
    assert ("builds on lesson 1", load_course().lesson("actors").minutes) == (card["builds_on"], card["minutes"])
    assert load_course().lesson("actors").about == card["about"]
    assert "builds on lessons 2 and 3" == _cards(shown)["4. Where each stands"]["builds_on"]


def test_the_next_lesson_is_named_and_a_link(lesson: Lesson) -> None:
    """It is the one after this one, and there is none after the last."""
    assert "4. " == lesson.map().state["next"]["lesson"][:3]
    (Path.cwd() / "04-positions.ipynb").touch()
    assert "04-positions.ipynb" == lesson.map().state["next"]["notebook"]
    course = _course({"one": [], "two": ["one"]})
    assert {"lesson": "2. Two", "notebook": ""} == map_state(course, {}, "one")["next"]
    assert {} == map_state(course, {}, "two")["next"] == map_state(course, {})["next"]


def test_progress_has_a_word_and_a_count(lesson: Lesson) -> None:
    """Done, under way and not begun are words; the counts move when an answer is on disk."""
    shown = lesson.map()
    card = "3. What happened, and what was only said"
    assert ("not-yet", 0, 9, True) == tuple(_cards(shown)[card][n] for n in ("state", "done", "count", "here"))
    lesson.journal.add("events/ladder", "reveal")
    assert ("under-way", 1) == tuple(_cards(shown)[card][n] for n in ("state", "done"))
    for question in load_questions("events").values():
        lesson.journal.add(question.name, "reveal")
    assert "done" == _cards(shown)[card]["state"]


def test_the_map_leads_back_to_where_the_student_was(lesson: Lesson) -> None:
    """Lesson and question of the last record that is not finished; nothing before there is one."""
    shown = lesson.map()
    assert {} == shown.state["continue"]
    lesson.journal.add("read/reasons-given", "hint")
    way = shown.state["continue"]
    assert ("1. Read the report", "01-read.ipynb", False) == (way["lesson"], way["notebook"], way["here"])
    assert load_questions("read")["reasons-given"].prompt[:60] == way["question"][:60]
    lesson.journal.add("events/ladder", "hint")
    assert (True, "ladder") == (shown.state["continue"]["here"], shown.state["continue"]["id"])
    assert len(shown.state["continue"]["question"]) <= 90


def test_a_lesson_is_a_link_where_its_notebook_is(lesson: Lesson) -> None:
    """A student who was given one notebook alone is not led to files that are not there."""
    (Path.cwd() / "02-actors.ipynb").unlink()
    links = [card["notebook"] for card in _cards(lesson.map()).values()][:4]
    assert ["01-read.ipynb", "", "03-events.ipynb", "04-positions.ipynb"] == links


def test_a_course_of_one_lesson_or_none_has_a_list() -> None:
    """The smallest courses are no special case."""
    assert [] == map_state(_course({}), {})["lessons"]
    (one,) = map_state(_course({"one": []}), {})["lessons"]
    assert ("1. One", "") == (one["title"], one["builds_on"])


def test_every_map_on_the_page_follows(lesson: Lesson) -> None:
    """The whole map and the one at the foot show the same."""
    whole, foot = lesson.map(), lesson.finish().children[1]
    assert (False, True) == (whole.compact, foot.compact)
    lesson.journal.add("events/ladder", "hint")
    assert whole.state == foot.state
    assert "under-way" == _cards(foot)["3. What happened, and what was only said"]["state"]
