"""The course is what course.yml says: lessons in order, each with its notebook."""

from __future__ import annotations

import pytest
from communique import CommuniqueError
from communique.course import load_course


def test_the_course_knows_its_lessons_and_their_notebooks() -> None:
    """Lessons are numbered in the order of course.yml, and a notebook is named after number and lesson."""
    course = load_course()
    assert ["start", "read", "actors", "events"] == [info.name for info in course.lessons][:4]
    assert "01-start.ipynb" == course.lesson("start").notebook
    assert list(range(1, len(course.lessons) + 1)) == [info.number for info in course.lessons]


def test_a_wrong_lesson_brings_the_nearest_and_the_list() -> None:
    """Who misspells a lesson is told its name, and all the others."""
    with pytest.raises(CommuniqueError) as caught:
        load_course().lesson("evnts")
    assert "Did you mean 'events'?" in caught.value.next_step
    assert "start, read, actors, events" in caught.value.next_step
