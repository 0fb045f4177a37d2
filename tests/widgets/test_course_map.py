"""The map of the course: what crosses to the page is the course, the student's progress, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import Lesson, open_lesson
from communique.course.course import Course, LessonInfo, load_course
from communique.questions.reading import load_questions
from communique.widgets.lesson.course_map import MOST_LANES, CourseMap, map_state

NINE = {
    "start": [],
    "read": ["start"],
    "actors": ["read"],
    "events": ["read"],
    "voices": ["actors"],
    "positions": ["voices", "events"],
    "reactions": ["events", "positions"],
    "clause": ["events", "reactions"],
    "framing": ["voices"],
}


def _course(order: dict[str, list[str]]) -> Course:
    lessons = (LessonInfo(n, n.title(), 10, at, "about it", tuple(on)) for at, (n, on) in enumerate(order.items(), 1))
    return Course("A course", "south-korea-2024", tuple(lessons))


def _cards(shown: CourseMap) -> dict[str, dict]:
    """The lessons of the map by their titles."""
    return {card["title"]: card for level in shown.state["levels"] for card in level["lessons"]}


@pytest.fixture
def lesson() -> Lesson:
    """The lesson on events, beside the notebooks of the lessons."""
    for info in load_course().lessons[:4]:
        (Path.cwd() / info.notebook).touch()
    return open_lesson("events")


def test_the_map_shows_every_lesson_once_in_its_level(lesson: Lesson) -> None:
    """Levels from top to bottom; a lesson has its title, its line, its minutes and what it builds on."""
    shown = lesson.map()
    assert {f"{info.number}. {info.title}" for info in load_course().lessons} == set(_cards(shown))
    assert len(load_course().lessons) == sum(len(level["lessons"]) for level in shown.state["levels"])
    assert "1. How this works" == shown.state["levels"][0]["lessons"][0]["title"]
    card = _cards(shown)["2. Headline, lead, paragraphs"]
    assert ("builds on lesson 1", 20) == (card["builds_on"], card["minutes"])
    assert load_course().lesson("read").about == card["about"]


def test_nine_lessons_need_two_lanes_and_thirteen_not_many_more() -> None:
    """The lines can be drawn for a course of this size, and several lessons are named in one line."""
    state = map_state(_course(NINE), {})
    assert (2, 7) == (state["lanes"], len(state["levels"]))
    (positions,) = [c for level in state["levels"] for c in level["lessons"] if c["title"] == "6. Positions"]
    assert "builds on lessons 4 and 5" == positions["builds_on"]
    more = {"ten": ["framing"], "eleven": ["reactions"], "twelve": ["start"], "last": ["clause", "framing", "ten"]}
    state = map_state(_course(NINE | more), {})
    assert 2 <= state["lanes"] <= MOST_LANES
    assert 13 == sum(len(level["lessons"]) for level in state["levels"])
    (last,) = state["levels"][-1]["lessons"]
    assert "builds on lessons 8, 9 and 10" == last["builds_on"]


def test_too_many_beside_each_other_are_shown_without_lines() -> None:
    """Twelve lessons that build on one would be too narrow side by side: they wrap, and the words stay."""
    state = map_state(_course({"one": [], **{f"n{n}": ["one"] for n in range(12)}}), {})
    assert (0, [[], []]) == (state["lanes"], [level["lines"] for level in state["levels"]])
    assert {"builds on lesson 1"} == {card["builds_on"] for card in state["levels"][1]["lessons"]}


def test_progress_has_a_word_and_a_count(lesson: Lesson) -> None:
    """Done, under way and not begun are words; the counts move when an answer is on disk."""
    shown = lesson.map()
    card = "4. What happened, and what was only said"
    assert ("not-yet", 0, 8, True) == tuple(_cards(shown)[card][n] for n in ("state", "done", "count", "here"))
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
    assert ("2. Headline, lead, paragraphs", "02-read.ipynb", False) == (way["lesson"], way["notebook"], way["here"])
    assert load_questions("read")["reasons-given"].prompt[:60] == way["question"][:60]
    lesson.journal.add("events/ladder", "hint")
    assert (True, "ladder") == (shown.state["continue"]["here"], shown.state["continue"]["id"])
    assert len(shown.state["continue"]["question"]) <= 90


def test_a_lesson_is_a_link_where_its_notebook_is(lesson: Lesson) -> None:
    """A student who was given one notebook alone is not led to files that are not there."""
    (Path.cwd() / "03-actors.ipynb").unlink()
    links = [card["notebook"] for card in _cards(lesson.map()).values()][:4]
    assert ["01-start.ipynb", "02-read.ipynb", "", "04-events.ipynb"] == links


def test_a_map_of_one_lesson_or_none_is_a_map() -> None:
    """The smallest courses are no special case."""
    assert [] == map_state(_course({}), {})["levels"]
    (level,) = map_state(_course({"one": []}), {})["levels"]
    assert ("1. One", "", [0, 0]) == tuple(level["lessons"][0][n] for n in ("title", "builds_on", "room"))


def test_every_map_on_the_page_follows(lesson: Lesson) -> None:
    """The whole map and the one at the foot show the same."""
    whole, foot = lesson.map(), lesson.finish().map
    assert (False, True) == (whole.compact, foot.compact)
    lesson.journal.add("events/ladder", "hint")
    assert whole.state == foot.state
    assert "under-way" == _cards(foot)["4. What happened, and what was only said"]["state"]
