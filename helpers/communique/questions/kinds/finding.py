"""Marking of words that were marked in the article: find-words."""

from __future__ import annotations

from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle
from ...coding.units import units_at
from ..keys import Key
from ..question import Question
from .base import NOT_YET, RIGHT, Mark, nothing_yet


def mark_words(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """Right, or how many places are found, and what is told of likely wrong ones."""
    marked = [str(a) for a in answer] if isinstance(answer, list) else []
    if not marked:
        return nothing_yet("mark-first")
    right = set(units_at(key.spans, article, question.unit))
    extra = set(units_at(key.accept_extra, article, question.unit))
    hits, wrong = right & set(marked), [m for m in marked if m not in right | extra]
    if not wrong and hits == right:
        return Mark(RIGHT, (text("marking", "found-all"),))
    lines = [text("marking", "found-some", hits=len(hits), right=len(right))]
    beside = set(marked) - right  # what may be marked as well can still be told about, until all is found
    near = [p.feedback for p in question.near if set(units_at([p], article, question.unit)) & beside]
    lines += near
    if wrong and not near:
        lines.append(text("marking", "wrong-words", wrong=len(wrong)))
    return Mark(NOT_YET, tuple(lines))


def solve_words(question: Question, article: CodedArticle, key: Key) -> list[str]:
    """The names of the units that are asked for."""
    return list(units_at(key.spans, article, question.unit))
