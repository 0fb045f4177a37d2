"""Marking: an answer in, an outcome and feedback out. Three outcomes for closed questions, never two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .article import CodedArticle
from .errors import CommuniqueError
from .keys import Key, load_keys
from .questions import Question
from .strings import text
from .units import units_at

NOT_TRIED, NOT_YET, RIGHT, ANSWERED = "not-tried", "not-yet", "right", "answered"


@dataclass(frozen=True)
class Mark:
    """What a student is told about an answer.

    `counts` is False for an empty answer: it is no try.
    """

    outcome: str
    feedback: tuple[str, ...] = ()
    counts: bool = True


def nothing_yet(message: str) -> Mark:
    """The mark of an empty answer."""
    return Mark(NOT_TRIED, (text("marking", message),), counts=False)


def mark(question: Question, answer: Any, article: CodedArticle, key: Key | None = None) -> Mark:
    """Mark an answer.

    Parameters:
        question: the question.
        answer: an option's id (choose-one), a list of them (choose-many, put-in-order), a list of unit
            names such as p4.s2 (find-words), or text (open).
        article: the article that the question is about.
        key: the right answer; read from the lesson's key.yml where it is not given.

    Returns:
        The outcome (right, not-yet, not-tried, or answered for open questions) and the feedback.

    Raises:
        CommuniqueError: the lesson's key.yml has no key for the question.
    """
    key = key or key_of(question)
    return _KINDS[question.kind](question, answer, article, key)


def key_of(question: Question) -> Key:
    """The question's key."""
    keys = load_keys(question.lesson)
    if question.id not in keys:
        raise CommuniqueError(f"lessons/{question.lesson}/key.yml has no key for '{question.id}'.", "Add one.")
    return keys[question.id]


def _ids(answer: Any, question: Question) -> list[str]:
    """The options that an answer names and the question still has."""
    given = answer if isinstance(answer, list) else [answer]
    return [a for a in dict.fromkeys(str(g) for g in given) if question.option(a)]


def _choose_one(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    chosen = _ids(answer, question)
    if len(chosen) != 1:
        return nothing_yet("choose-first")
    feedback = (question.option(chosen[0]).feedback,)
    return Mark(RIGHT if chosen[0] in key.right else NOT_YET, feedback)


def _choose_many(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    chosen = _ids(answer, question)
    if not chosen:
        return nothing_yet("choose-some-first")
    wrong = [c for c in chosen if c not in key.right]
    hits = len(chosen) - len(wrong)
    if not wrong and hits == len(key.right):
        return Mark(RIGHT, (text("marking", "all-chosen"),))
    if not wrong:
        return Mark(NOT_YET, (text("marking", "more-belong", hits=hits, missing=len(key.right) - hits),))
    told = tuple(f"{question.option(c).text} – {question.option(c).feedback}" for c in wrong)
    return Mark(NOT_YET, (text("marking", "some-fit", hits=hits, chosen=len(chosen)), *told))


def _put_in_order(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    order = _ids(answer, question)
    if len(order) != len(question.options):
        return nothing_yet("order-first")
    if tuple(order) in key.orders:
        return Mark(RIGHT, (text("marking", "order-right"),))
    # told against the accepted order that agrees longest with the answer
    agreed = [next(i for i, (a, b) in enumerate(zip(order, right, strict=True)) if a != b) for right in key.orders]
    first = max(agreed)
    option = question.option(order[first])
    lead = text("marking", "order-from", place=first + 1) if first else text("marking", "order-first-place")
    return Mark(NOT_YET, (lead, f"{option.text} – {option.feedback}"))


def _find_words(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    marked = [str(a) for a in answer] if isinstance(answer, list) else []
    if not marked:
        return nothing_yet("mark-first")
    right = set(units_at(key.spans, article, question.unit))
    extra = set(units_at(key.accept_extra, article, question.unit))
    hits, wrong = right & set(marked), [m for m in marked if m not in right | extra]
    if not wrong and hits == right:
        return Mark(RIGHT, (text("marking", "found-all"),))
    told = [text("marking", "found-some", hits=len(hits), right=len(right))]
    beside = set(marked) - right  # what may be marked as well can still be told about, until all is found
    near = [p.feedback for p in question.near if set(units_at([p], article, question.unit)) & beside]
    told += near
    if wrong and not near:
        told.append(text("marking", "wrong-words", wrong=len(wrong)))
    return Mark(NOT_YET, tuple(told))


def _open(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    if not str(answer or "").strip():
        return nothing_yet("write-first")
    return Mark(ANSWERED, (text("marking", "compare"),))


_KINDS: dict[str, Callable[[Question, Any, CodedArticle, Key], Mark]] = {
    "choose-one": _choose_one,
    "choose-many": _choose_many,
    "put-in-order": _put_in_order,
    "find-words": _find_words,
    "open": _open,
}


def solution(question: Question, article: CodedArticle, key: Key | None = None) -> Any:
    """The right answer in the shape of an answer; for an open question, the model answer."""
    key = key or key_of(question)
    return {
        "choose-one": lambda: key.right[0],
        "choose-many": lambda: list(key.right),
        "put-in-order": lambda: list(key.orders[0]),
        "find-words": lambda: list(units_at(key.spans, article, question.unit)),
        "open": lambda: key.model,
    }[question.kind]()
