"""The course is what course.yml says: lessons in order, each with its notebook."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.base.errors import FaultsError
from communique.course import course as course_module
from communique.course.course import circle_in, load_course

LESSONS = """title: A course
article: an-article
lessons:
  - {name: one, title: One, minutes: 10}
  - name: two
    title: Two
    minutes: 20
    about: what comes
      second
    builds_on: [one]
  - {name: three, title: Three, minutes: 30, builds_on: [one, two, one]}
"""


def test_the_course_knows_its_lessons_and_their_notebooks() -> None:
    """Lessons are numbered in the order of course.yml, and a notebook is named after number and lesson."""
    course = load_course()
    assert ["read", "actors", "events", "positions"] == [info.name for info in course.lessons][:4]
    assert "01-read.ipynb" == course.lesson("read").notebook
    assert list(range(1, len(course.lessons) + 1)) == [info.number for info in course.lessons]


def test_a_wrong_lesson_brings_the_nearest_and_the_list() -> None:
    """Who misspells a lesson is told its name, and all the others."""
    with pytest.raises(CommuniqueError) as caught:
        load_course().lesson("evnts")
    assert "Did you mean 'events'?" in caught.value.next_step
    assert "read, actors, events, positions" in caught.value.next_step


@pytest.fixture
def course_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course.yml of three lessons, for a test to change."""
    monkeypatch.setattr(course_module, "lessons_folder", lambda: tmp_path)
    path = tmp_path / "course.yml"
    path.write_text(LESSONS, encoding="utf-8")
    return path


def test_a_lesson_says_what_it_is_about_and_what_it_builds_on(course_file: Path) -> None:
    """Both may be left out; a name that stands twice counts once."""
    one, two, three = load_course().lessons
    assert ("", ()) == (one.about, one.builds_on)
    assert ("what comes second", ("one",)) == (two.about, two.builds_on)
    assert ("one", "two") == three.builds_on


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "[one]",
            "[onee]",
            "lesson two, field builds_on: 'onee' is not known; nearest: 'one'; one of: one, two, three.",
        ),
        ("[one]", "[three]", "build on each other in a circle: three on two on three; take a name out of 'builds_on'"),
        ("[one]", "[two]", "in a circle: two on two; take a name out of 'builds_on', for instance in the lesson 'two'"),
        ("[one]", "one", "lesson two, field builds_on: 'one' is not a list; write it as: builds_on: [one, two]"),
        ("[one]", "[1]", "lesson two, field builds_on: '1' is not known; one of: one, two, three."),
        ("    title: Two\n", "", "lesson two, field title: the field is missing; add a line 'title: ...'."),
        ("about:", "abut:", "lesson two, field abut: the field is not known; nearest: 'about'; one of: name, title,"),
        ("minutes: 20", "minutes: soon", "lesson two, field minutes: 'soon' is not a whole number from 1; write it as"),
        ("{name: one, title: One, minutes: 10}", "one", "lesson 1: 'one' is not of the form 'name: value';"),
        ("name: two", "name: one", "lesson one, field name: the name 'one' is in an entry before;"),
        ("title: A course\n", "", "lessons/course.yml, field title: the field is missing;"),
    ],
)
def test_a_slip_in_the_course_is_told_with_its_place(old: str, new: str, fault: str, course_file: Path) -> None:
    """The message names the file, the lesson and the field, and says what to write."""
    assert 1 == LESSONS.count(old)
    course_file.write_text(LESSONS.replace(old, new), encoding="utf-8")
    with pytest.raises(CommuniqueError) as caught:
        load_course()
    assert "lessons/course.yml, " in caught.value.what
    assert fault in caught.value.what


def test_all_slips_in_the_course_are_told_at_once(course_file: Path) -> None:
    """Whoever has three things to fix hears of all three."""
    text = LESSONS.replace("article:", "artikel:").replace("minutes: 20", "minutes: -1").replace("[one]", "[eins]")
    course_file.write_text(text, encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_course()
    expected = [("", "article"), ("", "artikel"), ("lesson two", "builds_on"), ("lesson two", "minutes")]
    assert expected == sorted((fault.entry, fault.column) for fault in caught.value.faults)


def test_the_lessons_of_this_course_build_on_earlier_ones_and_say_what_they_are_about() -> None:
    """Whoever goes through the course in order meets nothing before what it builds on."""
    lessons = load_course().lessons
    number = {info.name: info.number for info in lessons}
    assert [] == [info.name for info in lessons for on in info.builds_on if number[on] >= info.number]
    assert [1] == [info.number for info in lessons if not info.builds_on]
    assert [] == [info.name for info in lessons if not 0 < len(info.about) <= 70]


def test_the_core_comes_first_and_works_on_its_own() -> None:
    """No lesson of the core builds on an extension."""
    lessons = load_course().lessons
    core = {info.name for info in lessons if info.core}
    assert [True] * len(core) == [info.core for info in lessons[: len(core)]]
    assert set() == {on for info in lessons if info.core for on in info.builds_on} - core


@pytest.mark.parametrize(
    ("stored", "now"),
    [
        ("start/first-country", "read/first-country"),
        ("voices/tool:voice-audit", "actors/tool:voice-audit"),
        ("voices@bay-2023/cues-S01", "actors@bay-2023/cues-S01"),
        ("reactions/escalation", "codebook/escalation"),
        ("reactions@bay/escalation", "codebook@bay/escalation"),
        *((name, name) for name in ("reactions/after-or-because", "events/ladder", "start", "/start", "gone/x", "")),
    ],
)
def test_what_was_kept_under_a_former_lesson_belongs_to_the_present_one(stored: str, now: str) -> None:
    """A lesson, or one question of it, that another has taken over; everything else keeps its name."""
    assert now == load_course().name_now(stored)


def test_a_former_lesson_opens_the_one_that_took_it_over() -> None:
    """A notebook of last year still works."""
    course = load_course()
    assert ("read", "actors") == (course.lesson("start").name, course.lesson("voices").name)


@pytest.mark.parametrize("also", ["[one]", "[gone, gone]"])
def test_a_lesson_cannot_take_over_what_is_there(also: str, course_file: Path) -> None:
    """A present lesson, or a former one twice, would leave its answers with two lessons."""
    course_file.write_text(LESSONS.replace("[one]\n", f"[one]\n    also: {also}\n"), encoding="utf-8")
    with pytest.raises(CommuniqueError, match="is a lesson of the course, or in 'also' twice"):
        load_course()


def test_a_circle_is_found_and_named() -> None:
    """The names come in an order in which each builds on the next."""
    assert () == circle_in({"a": (), "b": ("a",), "c": ("a", "b")})
    assert ("a", "a") == circle_in({"a": ("a",)})
    circle = circle_in({"a": ("b",), "b": ("c",), "c": ("a",), "d": ()})
    assert circle[0] == circle[-1]
    assert {("a", "b"), ("b", "c"), ("c", "a")} == set(pairwise(circle))
