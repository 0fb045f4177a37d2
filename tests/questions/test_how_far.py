"""Where a student stands in the course is read from the journal, whatever is in it."""

from __future__ import annotations

import pytest
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.how_far import counted, standings, where_to_continue
from communique.questions.reading import load_questions

COURSE = load_course()


def _finish(journal: Journal, lesson: str) -> None:
    for question in load_questions(lesson).values():
        journal.add(question.name, "reveal")


def _where(journal: Journal) -> tuple[str, str] | None:
    found = where_to_continue(COURSE, journal.states())
    return (found[0].name, found[1].id) if found else None


def test_a_lesson_is_not_begun_under_way_or_done(journal: Journal) -> None:
    """A hint is a beginning, and right, answered or explained is done."""
    _finish(journal, "read")
    journal.add("actors/what-seoul-means", "hint")
    found = standings(COURSE, journal.states())
    assert ["done", "under-way", "not-yet", "not-yet"] == [standing.state for standing in found][:4]
    assert [(10, 10), (0, 12)] == [(s.done, s.count) for s in found][:2]


def test_a_lesson_is_done_without_what_is_extra(journal: Journal) -> None:
    """What is extra counts for nothing, and nobody is led to it."""
    for question in load_questions("read").values():
        if not question.extra:
            journal.add(question.name, "reveal")
    journal.add("read/people-named", "hint")
    assert ("done", 10, 10) == next((s.state, s.done, s.count) for s in standings(COURSE, journal.states()))
    assert None is _where(journal)


def test_what_was_done_in_a_former_lesson_is_done(journal: Journal) -> None:
    """Answers kept under the lessons' former names count in the present ones."""
    journal.add("start/first-country", "answer", answer="south-korea", outcome="right")
    journal.add("voices/own-words", "reveal")
    found = {s.info.name: (s.state, s.done) for s in standings(COURSE, journal.states())}
    assert (("under-way", 1), ("under-way", 1)) == (found["read"], found["actors"])


def test_what_a_student_left_in_a_tool_is_a_beginning(journal: Journal) -> None:
    """A lesson in which only its tool was used is under way."""
    journal.add("actors/tool:scales", "draft", answer=1)
    assert "under-way" == standings(COURSE, journal.states())[1].state


def test_a_new_student_has_nowhere_to_go_back_to(journal: Journal) -> None:
    """Nothing is under way before something is done, and nothing is when all of it is finished."""
    assert None is _where(journal)
    _finish(journal, "read")
    assert None is _where(journal)


def test_the_way_back_leads_to_the_question_of_the_last_record(journal: Journal) -> None:
    """Where it is done already, to the first open one after it, and from the end to the beginning."""
    first, second, *_, last = (q.id for q in counted(load_questions("events").values()))
    journal.add(f"events/{first}", "hint")
    assert ("events", first) == _where(journal)
    journal.add(f"events/{first}", "reveal")
    assert ("events", second) == _where(journal)
    journal.add(f"events/{last}", "reveal")
    assert ("events", second) == _where(journal)


def test_a_finished_lesson_is_passed_over(journal: Journal) -> None:
    """The last record of a lesson that is not finished counts, also when others were finished since."""
    first = next(iter(load_questions("events")))
    journal.add(f"events/{first}", "draft", answer="x")
    _finish(journal, "read")
    assert ("events", first) == _where(journal)


@pytest.mark.parametrize("name", ["", "/", "gone/one", "events", "events/", "events/no-longer", "events/tool:scales"])
def test_a_name_that_leads_nowhere_is_no_trouble(name: str, journal: Journal) -> None:
    """An older lesson, a question that is gone, a tool: the lesson is found where there is one."""
    journal.add(name, "hint")
    first = next(iter(load_questions("events")))
    assert (("events", first) if name.startswith("events") else None) == _where(journal)
