"""The widgets: each a class here, and its page side in static/."""

from __future__ import annotations

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

#: Kind of question -> its widget.
QUESTION_WIDGETS: dict[str, type[QuestionWidget]] = {
    "choose-one": ChooseOne,
    "choose-many": ChooseMany,
    "put-in-order": PutInOrder,
    "find-words": FindWords,
    "open": OpenQuestion,
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
    "table_of",
]
