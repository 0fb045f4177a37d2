"""The form for an article of one's own: keeps what is typed, drafts it, opens the bench, and finds all of it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from communique.coding.article import CodedArticle
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.widgets.plain import PlainBox
from communique.widgets.review import ReviewBench
from communique.widgets.tools import tool_widget
from communique.widgets.tools.bring_article import MOST_BYTES, BringArticle

from ..page import send_from_page

TEXT = 'A ferry is agreed\n\n"It will sail," said Anna Berg, the minister of Norway.\n'


@pytest.fixture
def form(coded: CodedArticle, journal: Journal) -> BringArticle:
    """The form in the lesson yours."""
    return tool_widget("your-article")(LessonKey("yours"), coded, journal)


def _say(form: BringArticle, message: Any, buffers: list[bytes] | None = None) -> dict[str, Any]:
    replies: list[dict[str, Any]] = []
    form.send = replies.append  # type: ignore[method-assign]
    send_from_page(form, message, buffers or [])
    return replies[-1] if replies else {}


def _again(form: BringArticle, coded: CodedArticle, journal: Journal) -> BringArticle:
    return BringArticle(LessonKey("yours"), coded, journal)


def test_what_is_typed_is_kept(form: BringArticle, coded: CodedArticle, journal: Journal) -> None:
    """A half-typed text, its headline and its day are there when the lesson runs again."""
    typed = {"text": "Half a sen", "headline": "A ferry", "day": "2024-03-06"}
    assert {"number": 1, "kept": True} == _say(form, {"do": "draft", "number": 1, **typed})
    again = _again(form, coded, journal)
    assert typed == {name: again.state[name] for name in typed}
    assert [again] == list(again.whole.children)


def test_the_bench_asks_for_the_day_that_nobody_gave(form: BringArticle) -> None:
    """No day is made up; where one was given, nothing is asked."""
    for number, day in enumerate(("", "2024-03-06"), 1):
        _say(form, {"do": "text", "number": number, "text": TEXT, "day": day})
        _, bench = form.whole.children
        assert (not day) == (bench.review.published is None)


def test_a_web_address_is_no_article(form: BringArticle, journal: Journal) -> None:
    """Nothing is fetched, nothing is drafted, and the page says how to save the page."""
    texts = ("https://news.example/story?id=1", " www.news.example \n", "bbc.co.uk", "Look: https://news.example/a")
    for number, address in enumerate(texts, 1):
        reply = _say(form, {"do": "text", "number": number, "text": address})
        assert "is a web address, and nothing is fetched" in str(reply)
        assert "choose Save Page As" in str(reply)
    assert not (journal.path.parent / "my-articles").exists()


def test_a_text_is_drafted_and_the_bench_opens(form: BringArticle, coded: CodedArticle, journal: Journal) -> None:
    """The folder is on the disk, the bench stands below the form, and both are there the next day."""
    _say(form, {"do": "text", "number": 1, "text": TEXT, "headline": "", "day": "2024-03-06"})
    assert "a-ferry-is-agreed" == form.state["folder"]
    assert "my-articles/a-ferry-is-agreed" in form.state["told"]
    assert isinstance(form.whole.children[1], ReviewBench)
    again = _again(form, coded, journal)
    assert isinstance(again.whole.children[1], ReviewBench)
    assert "" == again.state["text"]


def test_a_file_is_read_as_bytes(form: BringArticle, journal: Journal) -> None:
    """A saved page comes as bytes; its scripts are no part of the article."""
    page = b"<html><head><title>A ferry</title></head><body><article><h1>A ferry is agreed</h1>" + (
        b"<p>The minister of Norway said on Monday that the ferry would sail in spring, if the ice allows it.</p>"
        b"<script>alert(1)</script><p>Iceland warned that storms could delay the ferry for a month or more.</p>"
        b"</article></body></html>"
    )
    reply = _say(form, {"do": "file", "number": 2, "name": "../../page.html", "text": ""}, [page])
    assert "trouble" not in reply
    (folder,) = (journal.path.parent / "my-articles").iterdir()
    assert "alert" not in (folder / "article.md").read_text(encoding="utf-8")


def test_bad_input_is_told_in_a_sentence(form: BringArticle) -> None:
    """Nothing, too much, a day that cannot be, and messages of another shape: a sentence and no harm."""
    assert "no text yet" in _say(form, {"do": "text", "number": 1, "text": " "})["trouble"]
    large = _say(form, {"do": "file", "number": 2, "name": "x"}, [b"x" * (MOST_BYTES + 1)])
    assert "larger than 5 MB" in large["trouble"]
    day = _say(form, {"do": "text", "number": 3, "text": TEXT, "day": "2024-02-30"})
    assert "not a day of the calendar" in day["trouble"]
    for strange in ({"do": 3}, {"do": "text", "text": 7, "day": []}, {"do": "file"}, {}, [], None):
        _say(form, strange)
    assert "" == form.state["folder"]


def test_another_article_leaves_the_first_where_it_is(form: BringArticle, journal: Journal) -> None:
    """The form is empty again, and the folder stays."""
    _say(form, {"do": "example", "number": 1})
    assert "argyle-2023" == form.state["folder"]
    _say(form, {"do": "another", "number": 2})
    assert "" == form.state["folder"]
    assert (journal.path.parent / "my-articles" / "argyle-2023" / "article.md").is_file()


def test_a_folder_that_was_spoiled_by_hand_is_told(form: BringArticle, coded: CodedArticle, journal: Journal) -> None:
    """In place of the bench a plain box says what is wrong."""
    _say(form, {"do": "example", "number": 1})
    (Path(journal.path.parent) / "my-articles" / "argyle-2023" / "article.md").write_bytes(b"\xff\xfe\x00")
    again = _again(form, coded, journal)
    assert isinstance(again.whole.children[1], PlainBox)
    assert "article.md" in " ".join(again.whole.children[1].lines)


@pytest.mark.parametrize("kept", [3, [], "x", {"folder": 7}, {"folder": "../.."}, {"text": None}])
def test_whatever_the_journal_holds_the_form_opens(kept: Any, coded: CodedArticle, journal: Journal) -> None:
    """A damaged progress file costs no more than what was damaged."""
    journal.add(BringArticle.journal_name(LessonKey("yours")), "draft", answer=kept)
    assert "" == BringArticle(LessonKey("yours"), coded, journal).state["folder"]
