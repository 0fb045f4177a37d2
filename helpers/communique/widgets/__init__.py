"""The widgets: each a class here, and its page side in static/. Each is imported when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .chart import ChartHead, chart_of, linked
    from .choose_many import ChooseMany
    from .choose_one import ChooseOne
    from .find_words import FindWords
    from .header import LessonHeader
    from .open_question import OpenQuestion
    from .put_in_order import PutInOrder
    from .question import QuestionWidget
    from .reader import Reader
    from .table import TableView, table_of

_HOMES = {
    "ChartHead": "chart",
    "ChooseMany": "choose_many",
    "ChooseOne": "choose_one",
    "FindWords": "find_words",
    "LessonHeader": "header",
    "OpenQuestion": "open_question",
    "PutInOrder": "put_in_order",
    "QuestionWidget": "question",
    "Reader": "reader",
    "TableView": "table",
    "chart_of": "chart",
    "linked": "chart",
    "table_of": "table",
}

#: Kind of question -> the name of its widget.
QUESTION_WIDGETS = {
    "choose-one": "ChooseOne",
    "choose-many": "ChooseMany",
    "put-in-order": "PutInOrder",
    "find-words": "FindWords",
    "open": "OpenQuestion",
}

__all__ = [
    "QUESTION_WIDGETS",
    "ChartHead",
    "ChooseMany",
    "ChooseOne",
    "FindWords",
    "LessonHeader",
    "OpenQuestion",
    "PutInOrder",
    "QuestionWidget",
    "Reader",
    "TableView",
    "chart_of",
    "linked",
    "question_widget",
    "table_of",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"communique.widgets has no '{name}'")


def question_widget(kind: str) -> type[QuestionWidget]:
    """The widget for a kind of question."""
    return __getattr__(QUESTION_WIDGETS[kind])
