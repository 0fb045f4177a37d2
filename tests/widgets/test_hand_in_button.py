"""The button that makes the file to hand in: what it does in Python, and what crosses to the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError, Lesson, load_class, open_lesson
from communique.widgets.lesson.download import HandInButton

from ..page import send_from_page


@pytest.fixture
def lesson() -> Lesson:
    """The first lesson, with one question explained."""
    found = open_lesson("read")
    found.journal.add("read/first-country", "reveal")
    return found


def _say(widget: HandInButton, message: Any) -> list[tuple[dict[str, Any], list[bytes]]]:
    replies: list[tuple[dict[str, Any], list[bytes]]] = []
    widget.send = lambda reply, buffers=None: replies.append((reply, buffers or []))
    send_from_page(widget, message)
    return replies


def test_the_button_writes_the_file_and_sends_its_bytes(lesson: Lesson) -> None:
    """The file is beside the journal, the page gets the same bytes, and a report reads it under the typed name."""
    ((reply, (sent,)),) = _say(lesson.finish().children[3], {"do": "make", "name": "Kim Lee", "number": 3})
    path = Path.cwd() / "my-handin.zip"
    assert path.read_bytes() == sent
    assert (3, "my-handin.zip") == (reply["number"], reply["file"])
    assert f"The file is {path} (" in reply["said"]
    (Path.cwd() / "class").mkdir()
    path.rename(Path.cwd() / "class" / "my-handin (1).zip")
    assert ["Kim Lee"] == list(load_class("class").students.index)


def test_a_name_goes_to_the_file_and_nowhere_else(lesson: Lesson) -> None:
    """It is in no synced trait and not in the journal."""
    widget = lesson.finish().children[3]
    _say(widget, {"do": "make", "name": "Kim Lee", "number": 1})
    assert "Kim" not in str(widget.get_state()) + lesson.journal.path.read_text(encoding="utf-8")


def test_where_no_file_can_be_written_the_page_still_gets_it(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told, and the download is offered."""

    def refuse(_path: Path, _content: bytes) -> Path:
        raise CommuniqueError("It could not be written: no room.", "Make room.")

    monkeypatch.setattr("communique.widgets.lesson.download.write_own", refuse)
    ((reply, buffers),) = _say(lesson.finish().children[3], {"do": "make", "number": 1})
    assert b"PK" == buffers[0][:2]
    assert "No file was written: It could not be written: no room. Make room." in reply["said"]


def test_with_nothing_done_it_says_so() -> None:
    """No file, and what to do first."""
    ((reply, buffers),) = _say(open_lesson("read").finish().children[3], {"do": "make", "number": 1})
    assert [] == buffers
    assert "There is nothing to hand in yet." in reply["trouble"]
    assert not (Path.cwd() / "my-handin.zip").exists()


@pytest.mark.parametrize("message", [None, "make", {}, {"do": "delete"}, {"do": ["make"]}])
def test_other_messages_do_nothing(lesson: Lesson, message: Any) -> None:
    """Only the button makes a file."""
    assert [] == _say(lesson.finish().children[3], message)
    assert not (Path.cwd() / "my-handin.zip").exists()
