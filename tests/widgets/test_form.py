"""A form before or after the course: an answer is kept once, and nothing is told of it before the second form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.forms import form_questions
from communique.student.folder import copy_course
from communique.student.lesson import open_lesson
from communique.student.notebooks import build_notebooks
from communique.student.worksheet import worksheet
from communique.widgets.questions.question import QuestionWidget

from ..forms import SKILLS, course_with_forms
from ..page import head_of, send_from_page


@pytest.fixture(autouse=True)
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return course_with_forms(tmp_path, monkeypatch)


def _cards(occasion: str) -> Mapping[str, QuestionWidget]:
    """The questions of a form, opened in its notebook."""
    box = open_lesson(occasion).form()
    for card in box.children:
        card.send = lambda *_: None
    return {card.question["id"].partition("-")[2]: card for card in box.children}


def _keep(card: QuestionWidget, answer: object) -> None:
    send_from_page(card, {"number": 1, "do": "check", "answer": answer})


def _on_the_page(cards: Mapping[str, QuestionWidget]) -> str:
    return json.dumps([card.get_state() for card in cards.values()], default=str, ensure_ascii=False)


def test_nothing_is_told_before_the_second_form_is_whole() -> None:
    """Right and wrong answers look alike in both forms; with the last answer of the second, all of it is told."""
    before = _cards("before")
    assert list(SKILLS) == list(before)
    _keep(before["acting"], "yes")
    _keep(before["talking"], "no")
    send_from_page(before["checking"], {"number": 1, "do": "dont-know"})
    assert ["answered", "answered", "not-tried"] == [card.state["outcome"] for card in before.values()]
    told = _on_the_page(before)
    assert "Because of" not in told
    assert "About " not in told.replace("About the", "")
    assert ["1", "2", "3"] == [card.question["number"] for card in before.values()]
    after = _cards("after")
    assert set() == {card.question["id"] for card in after.values()} & {card.question["id"] for card in before.values()}
    _keep(after["acting"], "no")
    _keep(after["talking"], "yes")
    assert "Because of" not in _on_the_page(after) + _on_the_page(before)
    _keep(after["checking"], "yes")
    assert ["not-yet", "right", "right"] == [card.state["outcome"] for card in after.values()]
    assert ["right", "not-yet", "not-tried"] == [card.state["outcome"] for card in _cards("before").values()]
    for card in (*after.values(), *_cards("before").values()):
        assert card.state["explanation"].startswith("Because of")
        assert "had stopped" in [piece["text"] for p in card.state["passage"] for piece in p["pieces"] if piece["lit"]]


def test_an_answer_is_kept_once() -> None:
    """What is kept stays, whatever is sent afterwards; an answer in which something is missing is none."""
    card = _cards("before")["acting"]
    _keep(card, None)
    assert ("not-tried", False) == (card.state["outcome"], card.state["sealed"])
    assert card.state["feedback"]
    send_from_page(card, {"number": 2, "do": "draft", "answer": "far"})
    _keep(card, "no")
    for did in ("check", "draft", "hint", "dont-know"):
        send_from_page(card, {"number": 3, "do": did, "answer": "yes"})
        assert ("no", "answered", True) == tuple(card.state[name] for name in ("answer", "outcome", "sealed"))


def test_the_file_does_not_say_what_was_right() -> None:
    """A student who opens the journal reads the answers, and nothing of what they come to."""
    _keep(_cards("before")["acting"], "yes")
    _keep(_cards("before")["talking"], "no")
    lesson = open_lesson("before", again=True)
    assert ["answered", "answered"] == [record["outcome"] for record in lesson.journal.records()]


def test_head_and_foot_of_a_form() -> None:
    """Its title has no number; the foot names what is open by its number in the form, then where to hand in."""
    lesson = open_lesson("before")
    cards = [card for card in lesson.form().children]
    head = head_of(lesson)
    assert "Before the course" in head.state["title"]
    assert 3 == head.state["progress"]["count"]
    for card in cards[:2]:
        card.send = lambda *_: None
        _keep(card, "yes")
    foot, hand_in, _ = lesson.finish().children
    assert ["3"] == [line["text"].split()[0] for line in foot.state["open"]]
    assert "HandIn" in type(hand_in).__name__


def test_a_worksheet_has_the_forms_and_keeps_what_is_withheld(tmp_path: Path) -> None:
    """Its own answers are on a student's sheet; what is right only once the second form is whole."""
    journal, coded = Journal(tmp_path / "one" / "my-progress.jsonl"), load_coded()
    for occasion in ("before", "after"):
        sheet = worksheet(journal, load_course(), coded)
        assert "Because of" not in sheet
        for question in form_questions(journal, occasion).values():
            journal.add(question.name, "answer", answer="no", outcome="answered")
        assert f"{occasion.capitalize()} the course" in worksheet(journal, load_course(), coded)
    assert 6 == worksheet(journal, load_course(), coded).count("Because of")


def test_the_notebooks_of_the_forms_are_there(tmp_path: Path, lessons: Path) -> None:
    """They come into a student's folder with the lessons: one before them all, and one behind; a third if asked for."""
    build_notebooks(lessons.parent / "notebooks")
    copy_course(tmp_path / "mine")
    names = sorted(path.name for path in (tmp_path / "mine").glob("*.ipynb"))
    assert ("00-before.ipynb", "98-after.ipynb") == (names[0], names[-1])
    course = lessons / "course.yml"
    later = '  - {name: later, title: "Later", minutes: 12}\n'
    course.write_text(course.read_text("utf-8").rstrip() + "\n" + later, "utf-8")
    build_notebooks(lessons.parent / "notebooks")
    copy_course(tmp_path / "mine")
    assert (tmp_path / "mine" / "99-later.ipynb").is_file()
