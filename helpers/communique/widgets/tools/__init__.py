"""A widget for each lesson's own tool; what it works out is in the room `tools`.

They import `widgets`' own base and reader, and the floors below.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from ...base.errors import CommuniqueError
from ...base.nearest import meant
from ...coding.article import CodedArticle
from ...coding.pointers import Pointer, pointers_in
from ...course.lesson_key import LessonKey
from ...questions.lesson_files import tool_content

if TYPE_CHECKING:
    from .tool import Tool

#: Name of a lesson's own tool, as `lesson.tool` takes it -> the module and the name of its widget.
TOOLS = {
    "coding-desk": ("coding_desk", "CodingDesk"),
    "forecast": ("sealed_forecasts", "SealedForecasts"),
    "headline-workshop": ("headline_workshop", "HeadlineWorkshop"),
    "negotiating-table": ("negotiation", "NegotiatingTable"),
    "scenario": ("scenario", "ScenarioExplorer"),
    "voice-audit": ("voice_audit", "VoiceAudit"),
    "your-article": ("bring_article", "BringArticle"),
}


def tool_widget(name: str) -> type[Tool]:
    """The widget of a lesson's own tool."""
    if name not in TOOLS:
        raise CommuniqueError(f"There is no tool '{name}'.", meant(name, sorted(TOOLS), "The tools are"))
    module, widget = TOOLS[name]
    return getattr(importlib.import_module(f"{__name__}.{module}"), widget)


def tool_pointers(lesson: LessonKey, article: CodedArticle | None = None) -> tuple[Pointer, ...]:
    """The words of the article that a lesson's tools point at, so that the lesson's reader can light them."""
    contents = (tool_content(lesson, article, f"{name}.yml") for name in TOOLS)
    return tuple(pointer for content in contents for pointer in pointers_in(content))
