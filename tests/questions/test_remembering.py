"""A lesson opens with two questions from lessons before: which ones, that they stay, and where their answers are."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import Lesson, load_class, open_lesson
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.question import Question
from communique.questions.reading import load_questions
from communique.questions.remembering import asked_again, original_name
from communique.student.worksheet import worksheet
from justhtml import JustHTML

COURSE = load_course()


@pytest.fixture
def journal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Journal:
    """A student's journal, which lessons open too."""
    monkeypatch.setenv("COMMUNIQUE_PROGRESS", str(tmp_path / "my-progress.jsonl"))
    return Journal(tmp_path / "my-progress.jsonl")


def _did(journal: Journal, name: str, *outcomes: str) -> None:
    """Answers to a question, one for each outcome."""
    for outcome in outcomes:
        journal.add(name, "answer", answer="x", outcome=outcome)


def _asked(journal: Journal, lesson: str) -> list[str]:
    return [q.name for q in asked_again(COURSE.lesson(lesson), COURSE, journal.records())]


def _cards(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> list:
    """What a lesson shows under its head."""
    shown: list = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    lesson._ipython_display_()
    return [child for box in shown[1:] for child in box.children]


def test_those_come_first_that_were_not_right_then_and_then_the_oldest(journal: Journal) -> None:
    """A second try, an explanation and an answer that is not right yet are all "not right then"."""
    _did(journal, "read/first-country", "right")
    _did(journal, "read/until-now", "right")
    assert ["events/again:read/first-country", "events/again:read/until-now"] == _asked(journal, "events")
    _did(journal, "read/second-story", "not-yet", "right")
    assert ["events/again:read/second-story", "events/again:read/first-country"] == _asked(journal, "events")
    journal.add("actors/own-words", "reveal")
    assert ["events/again:read/second-story", "events/again:actors/own-words"] == _asked(journal, "events")


def test_only_lessons_before_and_only_what_has_a_key(journal: Journal) -> None:
    """A guess, a judgement, what is written, what is about a text, a hint and a later lesson are no question to ask."""
    for name in ("actors/who-fills-the-report", "read/another-beginning", "events/ladder", "codebook/escalation"):
        _did(journal, name, "answered")
    journal.add("read/until-now", "hint")
    assert [] == _asked(journal, "positions")[1:]
    assert ["positions/again:events/ladder"] == _asked(journal, "positions")
    assert [] == _asked(journal, "read")
    assert [] == asked_again(COURSE.forms[0], COURSE, journal.records())


def test_what_was_answered_in_a_former_lesson_is_asked_again(journal: Journal) -> None:
    """It is a question of the lesson that has taken it over."""
    _did(journal, "start/first-country", "right")
    assert ["actors/again:read/first-country"] == _asked(journal, "actors")


def test_the_questions_stay_while_a_student_works(journal: Journal) -> None:
    """Also when one of them is answered, and when an earlier lesson is gone on with."""
    _did(journal, "read/first-country", "right")
    _did(journal, "read/until-now", "right")
    before = _asked(journal, "events")
    _did(journal, before[0], "not-yet")
    _did(journal, "read/order-told", "not-yet")
    assert before == _asked(journal, "events")
    _did(journal, before[1], "right")
    assert before == _asked(journal, "events")


def test_what_was_asked_again_counts_as_it_was_then(journal: Journal) -> None:
    """Right at once in the later lesson, it waits its turn; not right there, it comes first."""
    _did(journal, "read/first-country", "not-yet")
    _did(journal, "read/until-now", "right")
    _did(journal, "events/again:read/first-country", "right")
    _did(journal, "events/again:read/until-now", "not-yet")
    assert "positions/again:read/until-now" == _asked(journal, "positions")[0]


def test_an_earlier_answer_is_never_written_over(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The card is empty at first, is marked by the question's own key, and keeps its answer under the later lesson."""
    _did(journal, "read/first-country", "not-yet")
    box, card = _cards(open_lesson("actors"), monkeypatch)
    assert "What do you still know?" == box.title
    assert ("1.1", "not-tried", None) == (card.question["number"], card.state["outcome"], card.state["answer"])
    assert card.question["id"] not in load_questions("actors")
    card.check(["south-korea"])
    states = Journal(journal.path).states()
    assert ("not-yet", "x") == (states["read/first-country"].outcome, states["read/first-country"].answer)
    assert "right" == states["actors/again:read/first-country"].outcome
    (_, again) = _cards(open_lesson("actors"), monkeypatch)
    assert ("right", 1) == (again.state["outcome"], again.state["tries"])


def test_a_student_who_has_done_nothing_before_is_asked_nothing(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no empty heading either."""
    assert [] == _cards(open_lesson("actors"), monkeypatch)
    _did(journal, "actors/own-words", "right")
    assert [] == _cards(open_lesson("actors"), monkeypatch)


def test_worksheet_and_class_report_show_it(journal: Journal, tmp_path: Path) -> None:
    """As remembering, in the lesson that asked; the lesson's own questions are counted without it."""
    country = ["south-korea"]
    journal.add("read/first-country", "answer", answer=["russia"], outcome="not-yet")
    journal.add("events/again:read/first-country", "answer", answer=country, outcome="right")
    journal.add("events/again:../../secret/x", "answer", answer=country, outcome="right")
    page = JustHTML(worksheet(journal, COURSE, load_coded(COURSE.article)), sanitize=False)
    cards = [" ".join(one.to_text().split()) for one in page.query("article")]
    (card,) = [one for one in cards if "Remembering" in one]
    assert card.startswith("1.1 Read paragraph 1 of the report.")
    assert "● Right" in card
    report = load_class(tmp_path)
    row = report.questions.loc["read/first-country"]
    assert (1, 0, 1, 1) == (row["tried"], row["right"], row["asked_again"], row["right_again"])
    done = report.lessons.set_index("lesson")["state"]
    assert ("under way", "under way") == (done["read"], done["events"])
    assert "Remembering: 1 of 1 answers" in report.html()


@pytest.mark.parametrize("stored", ["read/first-country", "events/again:", "events/again:read", "", "again:read/x"])
def test_a_name_that_was_not_asked_again_has_no_original(stored: str) -> None:
    """Whatever stands in a file."""
    assert "" == original_name(stored)


def test_names_lead_back_to_the_question(journal: Journal) -> None:
    """On an article that was brought as well."""
    question = Question(COURSE.lesson("read").key, "q", "open", "?", (), "", again=COURSE.lesson("events").key)
    assert "read/q" == original_name(question.name)
    assert "read@bay/q" == original_name("events@bay/again:read/q")
