"""The widgets: each a class here, and its page side in static/. Each is imported when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ..errors import CommuniqueError
from ..places import lessons_folder
from ..questions import Pointer, pointers_in
from ..spans import nearest_of
from ..yaml_files import read_yaml

if TYPE_CHECKING:
    from .chart import ChartHead, chart_of, linked
    from .choose_many import ChooseMany
    from .choose_one import ChooseOne
    from .coding_desk import CodingDesk
    from .course_map import CourseMap, map_state
    from .fill_matrix import FillMatrix
    from .find_words import FindWords
    from .foot import LessonFoot
    from .hand_in import HandInButton
    from .header import LessonHeader
    from .headline_workshop import HeadlineWorkshop
    from .match_pairs import MatchPairs
    from .negotiating_table import NegotiatingTable
    from .open_question import OpenQuestion
    from .place_on_scale import PlaceOnScale
    from .predict import PredictThenCheck
    from .put_in_order import PutInOrder
    from .question import QuestionWidget
    from .reader import Reader
    from .review import ReviewBench, review_bench
    from .scenario import ScenarioExplorer
    from .sealed_forecasts import SealedForecasts
    from .short_answer import ShortAnswer
    from .table import TableView, table_of
    from .tool import Tool
    from .voice_audit import VoiceAudit
    from .worksheet import WorksheetButton

_HOMES = {
    "ChartHead": "chart",
    "ChooseMany": "choose_many",
    "ChooseOne": "choose_one",
    "CodingDesk": "coding_desk",
    "CourseMap": "course_map",
    "FillMatrix": "fill_matrix",
    "FindWords": "find_words",
    "HeadlineWorkshop": "headline_workshop",
    "LessonFoot": "foot",
    "HandInButton": "hand_in",
    "LessonHeader": "header",
    "MatchPairs": "match_pairs",
    "NegotiatingTable": "negotiating_table",
    "OpenQuestion": "open_question",
    "PlaceOnScale": "place_on_scale",
    "PredictThenCheck": "predict",
    "PutInOrder": "put_in_order",
    "QuestionWidget": "question",
    "Reader": "reader",
    "ReviewBench": "review",
    "SealedForecasts": "sealed_forecasts",
    "ScenarioExplorer": "scenario",
    "ShortAnswer": "short_answer",
    "TableView": "table",
    "Tool": "tool",
    "VoiceAudit": "voice_audit",
    "WorksheetButton": "worksheet",
    "chart_of": "chart",
    "linked": "chart",
    "map_state": "course_map",
    "review_bench": "review",
    "table_of": "table",
}

#: Kind of question -> the name of its widget.
QUESTION_WIDGETS = {
    "choose-one": "ChooseOne",
    "choose-many": "ChooseMany",
    "put-in-order": "PutInOrder",
    "find-words": "FindWords",
    "match-pairs": "MatchPairs",
    "place-on-scale": "PlaceOnScale",
    "predict-then-check": "PredictThenCheck",
    "short-answer": "ShortAnswer",
    "fill-the-matrix": "FillMatrix",
    "open": "OpenQuestion",
}

#: Name of a lesson's own tool, as `lesson.tool` takes it -> the name of its widget.
TOOLS: dict[str, str] = {
    "coding-desk": "CodingDesk",
    "forecast": "SealedForecasts",
    "headline-workshop": "HeadlineWorkshop",
    "negotiating-table": "NegotiatingTable",
    "scenario": "ScenarioExplorer",
    "voice-audit": "VoiceAudit",
}

__all__ = [
    "QUESTION_WIDGETS",
    "TOOLS",
    "ChartHead",
    "ChooseMany",
    "ChooseOne",
    "CodingDesk",
    "CourseMap",
    "FillMatrix",
    "FindWords",
    "HandInButton",
    "HeadlineWorkshop",
    "LessonFoot",
    "LessonHeader",
    "MatchPairs",
    "NegotiatingTable",
    "OpenQuestion",
    "PlaceOnScale",
    "PredictThenCheck",
    "PutInOrder",
    "QuestionWidget",
    "Reader",
    "ReviewBench",
    "ScenarioExplorer",
    "SealedForecasts",
    "ShortAnswer",
    "TableView",
    "Tool",
    "VoiceAudit",
    "WorksheetButton",
    "chart_of",
    "linked",
    "map_state",
    "question_widget",
    "review_bench",
    "table_of",
    "tool_pointers",
    "tool_widget",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"communique.widgets has no '{name}'")


def question_widget(kind: str) -> type[QuestionWidget]:
    """The widget for a kind of question."""
    return __getattr__(QUESTION_WIDGETS[kind])


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


def tool_pointers(lesson: str) -> tuple[Pointer, ...]:
    """The words of the article that a lesson's tools point at, so that the lesson's reader can light them."""
    paths = [lessons_folder() / lesson / f"{name}.yml" for name in TOOLS]
    return tuple(pointer for path in paths if path.is_file() for pointer in pointers_in(read_yaml(path)))
