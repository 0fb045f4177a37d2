"""Marking: an answer in, an outcome and feedback out. Three outcomes for closed questions, never two."""

from __future__ import annotations

from typing import Any

from ..base.errors import CommuniqueError
from ..coding.article import CodedArticle
from .bank import generated_key, keys_of
from .keys import Key
from .kinds.base import ANSWERED, COMPARED, NOT_TRIED, NOT_YET, RIGHT, WITHOUT_KEY, Mark, Marking, Solving
from .kinds.choosing import mark_guess, mark_many, mark_one, mark_order, solve_many, solve_one, solve_order
from .kinds.finding import mark_words, solve_words
from .kinds.matrix import mark_matrix, solve_matrix
from .kinds.placing import mark_pairs, mark_places, solve_pairs
from .kinds.writing import mark_open, mark_short, solve_open, solve_short
from .question import Question

__all__ = ["ANSWERED", "COMPARED", "NOT_TRIED", "NOT_YET", "RIGHT", "Mark", "key_of", "mark", "solution"]

#: Kind of question -> how it is marked, and how its solution is found.
_KINDS: dict[str, tuple[Marking, Solving]] = {
    "choose-one": (mark_one, solve_one),
    "choose-many": (mark_many, solve_many),
    "put-in-order": (mark_order, solve_order),
    "find-words": (mark_words, solve_words),
    "match-pairs": (mark_pairs, solve_pairs),
    "place-on-scale": (mark_places, solve_pairs),
    "predict-then-check": (mark_guess, solve_one),
    "short-answer": (mark_short, solve_short),
    "fill-the-matrix": (mark_matrix, solve_matrix),
    "open": (mark_open, solve_open),
}


def mark(question: Question, answer: Any, article: CodedArticle, key: Key | None = None) -> Mark:
    """Mark an answer.

    Parameters:
        question: the question.
        answer: an option's id (choose-one, predict-then-check), a list of them (choose-many, put-in-order),
            a list of unit names such as p4.s2 (find-words), option -> choice (match-pairs), option -> "step" or
            "lane/step" (place-on-scale), {"cells": cell -> {"step", "words"}} (fill-the-matrix),
            {"text", "ticks"} (short-answer), or text (open).
        article: the article that the question is about.
        key: the right answer; read from the lesson's key.yml where it is not given.

    Returns:
        The outcome (right, not-yet, not-tried; answered for guesses and what is written) and the feedback.
        An answer of another shape, from an older or a damaged file, is an empty one.

    Raises:
        CommuniqueError: the lesson's key.yml has no key for the question.
    """
    marking, _ = _KINDS[question.kind]
    return marking(question, answer, article, key or key_of(question, article))


def solution(question: Question, article: CodedArticle, key: Key | None = None) -> Any:
    """The right answer in the shape of an answer; for what is written, the model answer."""
    _, solving = _KINDS[question.kind]
    return solving(question, article, key or key_of(question, article))


def key_of(question: Question, article: CodedArticle | None = None) -> Key:
    """The question's key; an empty one where the reference is the article's coding.

    Parameters:
        question: the question.
        article: the article it is about, where that was brought.
    """
    if question.kind in WITHOUT_KEY:
        return Key()
    if question.generated and article is not None:
        return generated_key(question, article)
    keys = keys_of(question.lesson, article)
    if question.id not in keys:
        raise CommuniqueError(f"lessons/{question.lesson}/key.yml has no key for '{question.id}'.", "Add one.")
    return keys[question.id]
