"""A question has one number: on the card, on the worksheet, in the teacher's book and in the class report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from communique import load_class, open_lesson
from communique.base.places import lessons_folder
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.reading import load_questions
from communique.student.worksheet import worksheet
from communique.teacher.book.book import teacher_book
from justhtml import JustHTML

COURSE = load_course()


def test_cards_worksheet_book_and_report_number_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question of every lesson, by its prompt."""
    journal = Journal(tmp_path / "my-progress.jsonl")
    monkeypatch.setenv("COMMUNIQUE_PROGRESS", str(journal.path))
    cards, former = {}, set()
    for info in COURSE.lessons:
        lesson = open_lesson(info.name)
        for name, question in load_questions(info.name).items():
            cards[lesson.ask(name).question["number"], " ".join(question.prompt.split())] = question.name
            journal.add(question.name, "answer", answer="A few words.", outcome="answered")
            former |= {question.name} if question.former else set()
    report = load_class(tmp_path).questions
    assert cards == {(row["number"], " ".join(row["prompt"].split())): name for name, row in report.iterrows()}
    for page, headings, left_out in (
        (worksheet(journal, COURSE, load_coded(COURSE.article)), "article h3", set()),
        (teacher_book(), "article.key h4", former),
    ):
        shown = [" ".join(one.to_text().split()) for one in JustHTML(page, sanitize=False).query(headings)]
        shown = [one for one in shown if not re.match(r"[ABC]\d", one)]  # the questions of the forms, in the book
        expected = [f"{number} {prompt}" for (number, prompt), name in cards.items() if name not in left_out]
        assert sorted(expected) == sorted(shown)


@pytest.mark.parametrize("lesson", [info.name for info in COURSE.lessons])
def test_questions_are_numbered_in_the_order_in_which_the_lesson_asks_them(lesson: str) -> None:
    """So that 4.3 comes after 4.2 on the page too."""
    asked = re.findall(
        r'lesson\.ask\("([^"]+)"\)', (lessons_folder() / lesson / "lesson.md").read_text(encoding="utf-8")
    )
    numbered = [name for name, question in load_questions(lesson).items() if not question.former]
    assert numbered == [name for name in asked if name in numbered]
