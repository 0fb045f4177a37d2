"""A lesson's own tool: what its author wrote is read, and what the student left in it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from communique import CommuniqueError
from communique.coding.article import CodedArticle
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.questions import lesson_files
from communique.widgets.tools import TOOLS, tool_widget
from communique.widgets.tools.tool import Tool

from ..page import send_from_page


class Scales(Tool):
    """A tool for these tests."""

    name = "scales"

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        if message.get("do") == "weigh":
            raise CommuniqueError("There is no weight.", "Put one on.")
        self.keep(message.get("value"))
        return {"kept": self.kept}


def _say(widget: Tool, message: Any) -> list[Any]:
    replies: list[Any] = []
    widget.send = replies.append
    send_from_page(widget, message)
    return replies


def test_what_the_student_left_is_there_again(coded: CodedArticle, journal: Journal) -> None:
    """A new kernel finds the last value, and the page is told when it is on disk."""
    widget = Scales(LessonKey("read"), coded, journal)
    assert None is widget.kept
    assert [{"number": 1, "kept": {"a": [1]}}] == _say(widget, {"do": "put", "value": {"a": [1]}, "number": 1})
    assert {"a": [1]} == Scales(LessonKey("read"), coded, Journal(journal.path)).kept
    assert None is Scales(LessonKey("actors"), coded, journal).kept


LESSONS = {
    "coding-desk": "coding",
    "forecast": "forecast",
    "headline-workshop": "framing",
    "negotiating-table": "table",
    "scenario": "clause",
    "voice-audit": "actors",
    "your-article": "yours",
}


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_a_tool_reaches_the_page_with_all_that_it_shows(
    name: str, coded: CodedArticle, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow page draws what it gets first, and may not hear of what is put in a moment later."""
    reached: list[dict[str, Any]] = []
    opens = ipywidgets.Widget.open

    def noted(widget: ipywidgets.Widget) -> None:
        if isinstance(widget, Tool):
            reached.append(widget.get_state())
        opens(widget)

    monkeypatch.setattr(ipywidgets.Widget, "open", noted)
    widget = tool_widget(name)(LessonKey(LESSONS[name]), coded, journal)
    assert [widget.get_state()] == reached


def test_the_same_value_is_written_once(coded: CodedArticle, journal: Journal) -> None:
    """A page that repeats itself does not fill the disk."""
    widget = Scales(LessonKey("read"), coded, journal)
    for _ in range(3):
        _say(widget, {"do": "put", "value": 7})
    assert ["read/tool:scales"] == [record["question"] for record in journal.records()]


def test_trouble_is_told_as_a_sentence(coded: CodedArticle, journal: Journal) -> None:
    """What cannot be done comes back with its next step; what is no message does nothing."""
    (reply,) = _say(Scales(LessonKey("read"), coded, journal), {"do": "weigh", "number": 4})
    assert (4, "There is no weight. Put one on.") == (reply["number"], " ".join(reply["trouble"].split()))
    assert [] == _say(Scales(LessonKey("read"), coded, journal), "weigh")
    forged, widget = {"do": ["weigh"], "value": 1, "number": 5}, Scales(LessonKey("read"), coded, journal)
    assert [[{"number": 5, "kept": 1}]] * 2 == [_say(widget, forged), _say(widget, forged)]


def test_content_is_read_from_the_lessons_folder(
    coded: CodedArticle, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tool without a file has empty content."""
    monkeypatch.setattr(lesson_files, "lessons_folder", lambda: tmp_path)
    assert {} == Scales(LessonKey("mine"), coded, journal).content
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "scales.yml").write_text("weights: [1, 2]", encoding="utf-8")
    assert {"weights": [1, 2]} == Scales(LessonKey("mine"), coded, journal).content


def test_a_wrong_name_is_told() -> None:
    """Whoever misspells a tool is told which there are."""
    with pytest.raises(CommuniqueError, match="There is no tool 'no-such-tool'"):
        tool_widget("no-such-tool")
    assert [] == [name for name in TOOLS if not issubclass(tool_widget(name), Tool)]
