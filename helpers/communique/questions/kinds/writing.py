"""What is written is not marked but compared: open, short-answer."""

from __future__ import annotations

from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle
from ..keys import Key
from ..question import Question
from .base import ANSWERED, Mark, nothing_yet


def mark_open(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """Answered, once something is written."""
    if not str(answer or "").strip():
        return nothing_yet("write-first")
    return Mark(ANSWERED, (text("marking", "compare"),))


def mark_short(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """Answered, once something is written; then the student's own ticks, with advice for the lines without one."""
    given = answer if isinstance(answer, dict) else {"text": answer}
    if not str(given.get("text") or "").strip():
        return nothing_yet("write-first")
    ticks = given.get("ticks")
    ticked = [line for line in question.rubric if isinstance(ticks, list) and line.id in ticks]
    if not ticked:
        return Mark(ANSWERED, (text("marking", "compare-and-tick"),))
    if len(ticked) == len(question.rubric):
        return Mark(ANSWERED, (text("marking", "all-ticked"),))
    lead = text("marking", "some-ticked", ticked=len(ticked), count=len(question.rubric))
    advice = [f"{line.text} – {line.feedback}" for line in question.rubric if line not in ticked]
    return Mark(ANSWERED, (lead, *advice))


def solve_open(question: Question, article: CodedArticle, key: Key) -> str:
    """The model answer."""
    return key.model


def solve_short(question: Question, article: CodedArticle, key: Key) -> dict[str, Any]:
    """The model answer, with every line of the rubric ticked."""
    return {"text": key.model, "ticks": [line.id for line in question.rubric]}
