"""The button that makes a worksheet: what it does in Python, and what crosses to the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError, Lesson, open_lesson
from communique.course.journal import Journal
from communique.widgets.lesson.download import WorksheetButton

from ..page import send_from_page


@pytest.fixture
def lesson() -> Lesson:
    """The first lesson, with one question explained."""
    found = open_lesson("read")
    found.journal.add("read/first-country", "reveal")
    found.journal.add("read/reasons-given", "reveal")
    return found


def _say(widget: WorksheetButton, message: Any) -> list[dict[str, Any]]:
    replies: list[dict[str, Any]] = []

    def send(reply: dict[str, Any], buffers: list[bytes] | None) -> None:
        replies.append(reply if buffers is None else {**reply, "page": buffers[0].decode()})

    widget.send = send
    send_from_page(widget, message)
    return replies


def test_the_button_writes_the_file_and_sends_its_text(lesson: Lesson) -> None:
    """The file is beside the journal, the page gets the same text, and is told where the file is."""
    (reply,) = _say(lesson.finish().children[2], {"do": "make", "name": "", "only": False, "number": 3})
    path = Path.cwd() / "my-worksheet.html"
    assert path.read_text(encoding="utf-8") == reply["page"]
    assert (3, "my-worksheet.html", f"The worksheet is in {path}.") == (reply["number"], reply["file"], reply["said"])
    assert "1. Read the report" in reply["page"]


def test_a_name_goes_to_the_file_and_nowhere_else(lesson: Lesson) -> None:
    """It is in no synced trait and not in the journal; without it the next worksheet has none."""
    widget = lesson.finish().children[2]
    (reply,) = _say(widget, {"do": "make", "name": "Kim Lee", "only": True, "number": 1})
    assert "<strong>Kim Lee</strong>" in reply["page"]
    assert "2. Who acts" not in reply["page"]
    assert "Kim" not in str(widget.get_state()) + lesson.journal.path.read_text(encoding="utf-8")
    (reply,) = _say(widget, {"do": "make", "number": 2})
    assert "Kim Lee" not in (Path.cwd() / "my-worksheet.html").read_text(encoding="utf-8")


def test_where_no_file_can_be_written_the_page_still_gets_it(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told, and the download is offered."""

    def refuse(_path: Path, _page: str) -> Path:
        raise CommuniqueError("It could not be written: no room.", "Make room.")

    monkeypatch.setattr("communique.widgets.lesson.download.write_own", refuse)
    (reply,) = _say(lesson.finish().children[2], {"do": "make", "number": 1})
    assert "<!DOCTYPE html>" == reply["page"][:15]
    assert "my-worksheet.html" == reply["file"]
    assert "No file was written: It could not be written: no room. Make room." in reply["said"]


def test_trouble_is_told_as_a_sentence() -> None:
    """A journal that cannot be read ends in words on the page, and nothing is written."""

    def fail(_name: str, _only: bool) -> str:
        raise CommuniqueError("The journal cannot be read.", "Close it elsewhere.")

    widget = WorksheetButton(fail, Journal(Path("my-progress.jsonl")))
    (reply,) = _say(widget, {"do": "make", "number": 1})
    assert {"number": 1, "trouble": "The journal cannot be read. Close it elsewhere."} == reply


@pytest.mark.parametrize("message", [None, "make", 7, [], {}, {"do": "fly"}, {"do": ["make"]}])
def test_a_message_of_another_kind_does_nothing(message: Any, lesson: Lesson) -> None:
    """What is no press of the button makes no file."""
    assert [] == _say(lesson.finish().children[2], message)
    assert not (Path.cwd() / "my-worksheet.html").exists()


@pytest.mark.parametrize("name", [None, 7, ["x"], {"a": 1}])
def test_a_name_of_another_kind_is_none(name: Any, lesson: Lesson) -> None:
    """A page of another version cannot bring the kernel down."""
    (reply,) = _say(lesson.finish().children[2], {"do": "make", "name": name, "only": "yes", "number": 1})
    assert '<p class="by-hand">' in reply["page"]


def test_a_package_that_a_browser_lacks_is_told_as_a_sentence() -> None:
    """On a website without all of Pyodide, what needs a missing package says so, and the rest goes on."""

    def fail(_name: str, _only: bool) -> str:
        raise ModuleNotFoundError("No module named 'jinja2'", name="jinja2")

    (reply,) = _say(WorksheetButton(fail, Journal(Path("my-progress.jsonl"))), {"do": "make", "number": 1})
    assert reply["trouble"].startswith("This part of the lesson needs jinja2, which")
