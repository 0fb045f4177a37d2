"""The widgets: each is a class here with its page side in static/, and is imported when it is first used.

It imports every floor below but never a key: answers are marked by `questions`, and only feedback reaches the page.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ..base.errors import CommuniqueError
from ..base.nearest import nearest_of
from ..coding.article import CodedArticle
from ..coding.pointers import Pointer
from ..course.lesson_key import LessonKey
from ..questions.lesson_files import pointers_of

if TYPE_CHECKING:
    from .lesson.course_map import CourseMap, map_state
    from .lesson.foot import LessonFoot
    from .lesson.hand_in import HandInButton
    from .lesson.header import LessonHeader
    from .lesson.worksheet import WorksheetButton
    from .plain import PlainBox, tool_left_out
    from .questions.practice import practice_of_topic, stack
    from .questions.question import QuestionWidget, question_widget
    from .reader import Reader
    from .review import ReviewBench, review_bench
    from .show.chart import ChartHead, chart_of, linked
    from .show.row_table import TableView, table_of
    from .show.showing import shown
    from .tools.bring_article import BringArticle
    from .tools.coding_desk import CodingDesk
    from .tools.headline_workshop import HeadlineWorkshop
    from .tools.negotiation import NegotiatingTable
    from .tools.scenario import ScenarioExplorer
    from .tools.sealed_forecasts import SealedForecasts
    from .tools.tool import Tool
    from .tools.voice_audit import VoiceAudit

_HOMES = {
    "BringArticle": "tools.bring_article",
    "ChartHead": "show.chart",
    "CodingDesk": "tools.coding_desk",
    "CourseMap": "lesson.course_map",
    "HeadlineWorkshop": "tools.headline_workshop",
    "LessonFoot": "lesson.foot",
    "HandInButton": "lesson.hand_in",
    "LessonHeader": "lesson.header",
    "NegotiatingTable": "tools.negotiation",
    "PlainBox": "plain",
    "QuestionWidget": "questions.question",
    "Reader": "reader",
    "ReviewBench": "review",
    "SealedForecasts": "tools.sealed_forecasts",
    "ScenarioExplorer": "tools.scenario",
    "TableView": "show.row_table",
    "Tool": "tools.tool",
    "VoiceAudit": "tools.voice_audit",
    "WorksheetButton": "lesson.worksheet",
    "chart_of": "show.chart",
    "linked": "show.chart",
    "map_state": "lesson.course_map",
    "practice_of_topic": "questions.practice",
    "question_widget": "questions.question",
    "shown": "show.showing",
    "stack": "questions.practice",
    "review_bench": "review",
    "table_of": "show.row_table",
    "tool_left_out": "plain",
}

#: Name of a lesson's own tool, as `lesson.tool` takes it -> the name of its widget.
TOOLS: dict[str, str] = {
    "coding-desk": "CodingDesk",
    "forecast": "SealedForecasts",
    "headline-workshop": "HeadlineWorkshop",
    "negotiating-table": "NegotiatingTable",
    "scenario": "ScenarioExplorer",
    "voice-audit": "VoiceAudit",
    "your-article": "BringArticle",
}

__all__ = [
    "TOOLS",
    "BringArticle",
    "ChartHead",
    "CodingDesk",
    "CourseMap",
    "HandInButton",
    "HeadlineWorkshop",
    "LessonFoot",
    "LessonHeader",
    "NegotiatingTable",
    "PlainBox",
    "QuestionWidget",
    "Reader",
    "ReviewBench",
    "ScenarioExplorer",
    "SealedForecasts",
    "TableView",
    "Tool",
    "VoiceAudit",
    "WorksheetButton",
    "chart_of",
    "linked",
    "map_state",
    "practice_of_topic",
    "question_widget",
    "review_bench",
    "shown",
    "stack",
    "table_of",
    "tool_left_out",
    "tool_pointers",
    "tool_widget",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"communique.widgets has no '{name}'")


def tool_widget(name: str) -> type[Tool]:
    """The widget of a lesson's own tool.

    Raises:
        CommuniqueError: there is no tool of this name.
    """
    if name not in TOOLS:
        near = nearest_of(name, TOOLS)
        hint = f"Did you mean '{near}'?" if near else f"The tools are: {', '.join(sorted(TOOLS)) or 'none'}."
        raise CommuniqueError(f"There is no tool '{name}'.", hint)
    return __getattr__(TOOLS[name])


def tool_pointers(lesson: LessonKey, article: CodedArticle | None = None) -> tuple[Pointer, ...]:
    """The words of the article that a lesson's tools point at, so that the lesson's reader can light them."""
    return tuple(pointers_of(lesson, article, tuple(f"{name}.yml" for name in TOOLS)))
