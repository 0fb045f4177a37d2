"""Plain boxes and practice: what a lesson asks on any article, and what it says where there is nothing to ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import CommuniqueError, open_lesson
from communique.base.places import articles_folder
from communique.base.strings import strings
from communique.coding.loading import load_coded
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.questions.bank import generated_key, practice_of
from communique.questions.generated.topics import TOPICS
from communique.student.folder import copy_course
from communique.widgets.base import stack
from communique.widgets.plain import PlainBox, left_out, nothing_to_show, tool_left_out
from communique.widgets.questions.question import question_widget
from communique.widgets.tools import TOOLS, tool_widget

from ..page import send_from_page

FULL, DRAFT = load_coded("beijing-2023"), load_coded("argyle-2023")


def test_a_topic_is_asked_with_a_card_that_says_who_made_it(journal: Journal) -> None:
    """Each question is a widget whose card says that it is made from the coding, and no key is in it."""
    asked = practice_of(LessonKey("actors", "beijing-2023"), FULL, "speakers")
    cards = [question_widget(one.kind)(one, FULL, journal) for one in asked]
    assert {strings()["question"]["generated"]} == {card.question["made"] for card in cards}
    assert "right" not in repr([card.question for card in cards])


def test_where_nothing_can_be_asked_a_box_says_why() -> None:
    """It names the table, how many rows are drafts, and what can be done."""
    box = left_out(DRAFT, "speakers")
    drafts = len(DRAFT.statements)
    assert f"Of its {drafts} statements, none can carry a question: {drafts} are drafts" in box.lines[0]
    assert "accept drafts" in box.lines[-1]
    assert "Its coding has no positions." == left_out(DRAFT, "stances").lines[0]


def test_a_topic_of_another_lesson_is_told() -> None:
    """The message has the nearest topic, or all of the lesson's."""
    with pytest.raises(CommuniqueError, match="Did you mean 'speakers'"):
        practice_of(LessonKey("actors", "x"), FULL, "speaker")
    with pytest.raises(CommuniqueError, match="no questions on 'days' in this lesson"):
        practice_of(LessonKey("actors", "x"), FULL, "days")


def test_a_box_is_text(journal: Journal) -> None:
    """Title and lines are plain strings; a tool that lacks something has both its lines."""
    for lacks in {widget.lacks(LessonKey("x", "y"), DRAFT) for widget in map(tool_widget, TOOLS)} - {""}:
        box = tool_left_out(lacks)
        assert (2, True) == (len(box.lines), all(isinstance(line, str) for line in box.lines))
    assert "positions" in nothing_to_show(DRAFT).lines[0]


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_every_tool_opens_or_says_what_it_lacks(name: str, journal: Journal) -> None:
    """On a full coding and on a draft no tool fails, and none opens empty where it has nothing to show."""
    for article in (FULL, DRAFT):
        widget = tool_widget(name)
        lacks = widget.lacks(LessonKey("framing", article.slug), article)
        if not lacks:
            assert widget(LessonKey("framing", article.slug), article, journal).whole


def test_a_lesson_on_another_article_shows_it_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """open_lesson finds the article in its folder; tables, tools, practice and the sheet are about it."""
    copy_course(tmp_path / "class", article=articles_folder() / "beijing-2023")
    monkeypatch.chdir(tmp_path / "class")
    lesson = open_lesson("clause")
    assert "Saudi Arabia and Iran agree in Beijing to restore ties; Washington waits to see" == lesson.article.headline
    assert isinstance(lesson.tool("scenario"), PlainBox)
    assert lesson.written() is None
    assert not isinstance(lesson.show(lesson.article.events[["label"]]), PlainBox)
    assert isinstance(lesson.show(lesson.article.events.head(0)), PlainBox)
    assert isinstance(lesson.practice("conditions"), PlainBox)
    assert "2." == open_lesson("actors").practice("speakers").children[0].question["number"][:2]
    send_from_page(lesson.finish().children[2], {"do": "make", "name": "", "only": True, "number": 1})
    assert "Saudi Arabia and Iran agree in Beijing" in (lesson.journal.path.parent / "my-worksheet.html").read_text(
        "utf-8"
    )


def test_a_stack_holds_its_widgets() -> None:
    """Widgets below each other, in a box that lets the reader stay in view."""
    box = stack([PlainBox("a", ["b"])])
    assert ("a", ("cq-linked",)) == (box.children[0].title, box._dom_classes)
    assert {"read", "actors", "events"} <= {home for home, *_ in TOPICS.values()}


def test_the_courses_own_article_has_practice_too(journal: Journal) -> None:
    """Beside the questions that were written: a generated one is answered, marked and kept, and its card says so."""
    coded = load_coded()
    (question,) = practice_of(LessonKey("actors"), coded, "quotations")
    widget = question_widget(question.kind)(question, coded, journal)
    right = {option: choices[0] for option, choices in generated_key(question, coded).pairs.items()}
    send_from_page(widget, {"number": 1, "do": "check", "answer": right})
    assert ("right", True) == (widget.state["outcome"], question.generated)
    assert right == journal.states()[question.name].answer
