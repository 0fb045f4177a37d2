"""What every kind of marking shares: the outcomes, the mark, and how an answer's options are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle
from ..keys import Key
from ..question import Question

#: Kinds of question that are compared with something and never called wrong.
COMPARED = ("open", "short-answer", "predict-then-check", "fill-the-matrix")
#: Kinds of question whose reference is the article's own coding: key.yml has nothing about them.
WITHOUT_KEY = ("fill-the-matrix",)
NOT_TRIED, NOT_YET, RIGHT, ANSWERED = "not-tried", "not-yet", "right", "answered"


@dataclass(frozen=True)
class Mark:
    """What a student is told about an answer.

    `counts` is False for an empty answer: it is no try.
    """

    outcome: str
    feedback: tuple[str, ...] = ()
    counts: bool = True


#: question, answer, article, key -> mark
Marking = Callable[[Question, Any, CodedArticle, Key], Mark]
#: question, article, key -> the right answer in the shape of an answer
Solving = Callable[[Question, CodedArticle, Key], Any]


def nothing_yet(message: str) -> Mark:
    """The mark of an empty answer."""
    return Mark(NOT_TRIED, (text("marking", message),), counts=False)


def chosen_ids(answer: Any, question: Question) -> list[str]:
    """The options that an answer names and the question still has."""
    given = answer if isinstance(answer, list) else [answer]
    return [a for a in dict.fromkeys(str(g) for g in given) if question.option(a)]


def told(question: Question, option_id: str) -> str:
    """An option with its feedback, as one line."""
    option = question.option(option_id)
    return f"{option.text} – {option.feedback}"
