"""A question about a short text: the card, the worksheet, the book and the report show the text, and mark by it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from communique import cli, load_class
from communique.base import places
from communique.base.places import lessons_folder
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded, load_text
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.marking import mark
from communique.questions.question import Question
from communique.questions.reading import load_questions
from communique.student.worksheet import worksheet
from communique.teacher.book.book import teacher_book
from communique.widgets.questions.question import QuestionWidget, question_widget

from ..conftest import TESTS
from ..marked import solution
from ..page import send_from_page

DATA = TESTS / "data" / "on-a-text"
WRONG: Mapping[str, Any] = {
    "chosen": "left",
    "several": ["karo", "navy"],
    "order": ["recall", "stopped"],
    "words": ["p1.s1"],
    "pairs": {"closed": "official", "answer": "official"},
    "places": {"stop": "conditional", "reply": "conditional"},
}
LIT = {
    "chosen": ["stopped a Vesland ferry"],
    "several": ["Karo said", "Ostmark's harbour office said"],
    "order": ["on Tuesday"],
    "pairs": ["an official said"],
    "places": ["had stopped"],
    "short": ["on condition of anonymity"],
    "written": ["a closed lane"],
}
HEADLINE = "Vesland recalls its envoy after ferry is stopped"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the course in which a lesson asks questions of every kind about a short text."""
    shutil.copytree(lessons_folder(), tmp_path / "lessons")
    monkeypatch.setattr(places, "INSTALLED", tmp_path)
    home = tmp_path / "lessons" / "texts" / "ferry"
    home.mkdir(parents=True)
    shutil.copy(DATA / "article.md", home)
    for name in ("questions.yml", "key.yml"):
        shutil.copy(DATA / name, tmp_path / "lessons" / "framing")
    return tmp_path / "lessons"


@pytest.fixture
def questions(course: Path) -> Mapping[str, Question]:
    return load_questions("framing")


def _asked(question: Question, coded: CodedArticle, journal: Journal) -> QuestionWidget:
    widget = question_widget(question.kind)(question, coded, journal)
    widget.send = lambda *_: None
    return widget


def test_every_kind_is_marked_by_its_text(questions: Mapping[str, Question], coded: CodedArticle) -> None:
    """What is right by the text is right, and what is wrong by it is not, whatever the lesson's article says."""
    for name, wrong in WRONG.items():
        assert "not-yet" == mark(questions[name], wrong, coded).outcome, name
        assert "right" == mark(questions[name], solution(questions[name], coded), coded).outcome, name
    for name in ("short", "written"):
        assert "answered" == mark(questions[name], solution(questions[name], coded), coded).outcome, name


def test_the_card_has_the_text_and_lights_its_words(
    questions: Mapping[str, Question], coded: CodedArticle, journal: Journal
) -> None:
    """The label and every paragraph are there from the first; which words matter is sent with the explanation only."""
    whole = [(p.paragraph_id, p.text) for p in load_text("ferry").paragraphs]
    for name, lit in LIT.items():
        widget = _asked(questions[name], coded, journal)
        assert ["Made up for this course"] == widget.question["source"]
        passage = widget.state["passage"]
        assert whole == [(p["id"], "".join(piece["text"] for piece in p["pieces"])) for p in passage]
        assert [] == [piece for p in passage for piece in p["pieces"] if piece["lit"]]
        for _ in range(3):
            send_from_page(widget, {"number": 1, "do": "dont-know"})
        passage = widget.state["passage"]
        assert whole == [(p["id"], "".join(piece["text"] for piece in p["pieces"])) for p in passage]
        assert lit == [piece["text"] for p in passage for piece in p["pieces"] if piece["lit"]]


def test_words_are_found_in_the_text(questions: Mapping[str, Question], coded: CodedArticle, journal: Journal) -> None:
    """To find words is to mark the text itself: it is there once, and the explanation lights a unit of it."""
    widget = _asked(questions["words"], coded, journal)
    names = [p["id"] for p in widget.question["text"]]
    assert ["headline", "p1", "p2", "p3"] == names
    assert ([], []) == (widget.state["passage"], widget.state["lit"])
    send_from_page(widget, {"number": 1, "do": "check", "answer": ["p3.s1"]})
    assert ("right", ["p3.s1"]) == (widget.state["outcome"], widget.state["lit"])


def test_a_question_on_a_text_is_asked_on_any_article(course: Path) -> None:
    """The text comes with the course, so its words are there whichever article the lesson is on."""
    other = load_questions("framing", "bay-2023")
    assert list(load_questions("framing")) == list(other)
    assert "stopped a Vesland ferry" == other["chosen"].evidence[0].words


def test_paper_shows_the_text_once(questions: Mapping[str, Question], journal: Journal, tmp_path: Path) -> None:
    """On the worksheet, in the teacher's book and in the class report the text is there once, with its questions."""
    coded = load_coded()
    for question in questions.values():
        journal.add(question.name, "answer", answer=solution(question, coded), outcome="right")
    count = len(questions)
    sheet = worksheet(journal, load_course(), coded, lessons=["framing"])
    report = load_class(journal.path.parent.parent).html()
    for page, again in ((sheet, count - 1), (teacher_book(), count - 1), (report, 0)):
        assert 1 == page.count("We ask for an explanation, not an apology")
        passage = page[: page.index("We ask for an explanation")].rpartition('<blockquote class="passage">')[2]
        assert 1 == passage.count("Made up for this course")
        assert again == page.count(f"About the text “{HEADLINE}”")


def test_slips_about_a_text_are_told(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the text's front matter, in the words of a key, and in the name of the text, with the nearest match."""

    def said_after(file: str, before: str, after: str) -> str:
        path = course / file
        path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
        assert 1 == cli.main(["check"])
        return capsys.readouterr().out

    said = said_after("framing/key.yml", "if the envoy left", "if the envoys left")
    assert "framing/key.yml: 'if the envoys left' is not in p3, or not 1 times; nearest: 'if the envoy left'" in said
    said = said_after("texts/ferry/article.md", "constructed: true", "constructed: really")
    assert "texts/ferry/article.md, column constructed: 'constructed' is neither true nor false" in said
    said = said_after("framing/questions.yml", "text: ferry", "text: fery")
    assert "question chosen, field text: 'fery' is not known; nearest: 'ferry'" in said


def test_tables_of_a_text_are_checked_where_there_are_any(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One table asks for the other four; none asks for none."""
    (course / "texts" / "ferry" / "actors.csv").write_text("actor_id\n", "utf-8")
    assert 1 == cli.main(["check"])
    said = capsys.readouterr().out
    assert "texts/ferry/actors.csv" in said
    assert "texts/ferry/events.csv: the file is missing" in said


def test_no_key_is_in_what_the_page_gets(
    questions: Mapping[str, Question], coded: CodedArticle, journal: Journal
) -> None:
    """Before an answer neither feedback nor explanation of a question on a text crosses to the page."""
    for question in questions.values():
        page = json.dumps(_asked(question, coded, journal).get_state(), default=str, ensure_ascii=False)
        for secret in (question.explanation, *question.hints, *(o.feedback for o in question.options)):
            assert secret == "" or json.dumps(secret, ensure_ascii=False)[1:-1] not in page
