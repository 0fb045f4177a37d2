"""Marking of what is chosen or ordered: choose-one, choose-many, put-in-order, predict-then-check."""

from __future__ import annotations

from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle
from ..keys import Key
from ..question import Question
from .base import ANSWERED, NOT_YET, RIGHT, Mark, chosen_ids, nothing_yet, told


def mark_one(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """Right, or the feedback of the option that was chosen."""
    chosen = chosen_ids(answer, question)
    if len(chosen) != 1:
        return nothing_yet("choose-first")
    feedback = (question.option(chosen[0]).feedback,)
    return Mark(RIGHT if chosen[0] in key.right else NOT_YET, feedback)


def mark_guess(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """A guess is never wrong: it is set beside what turns out."""
    chosen = chosen_ids(answer, question)
    if len(chosen) != 1:
        return nothing_yet("guess-first")
    option = question.option(chosen[0])
    right = " / ".join(question.option(one).text for one in key.right)
    heads = text("marking", "guessed-right" if chosen[0] in key.right else "guessed", guess=option.text, right=right)
    return Mark(ANSWERED, (heads, option.feedback))


def mark_many(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """Right, or how many fit, and the feedback of those that do not."""
    chosen = chosen_ids(answer, question)
    if not chosen:
        return nothing_yet("choose-some-first")
    wrong = [c for c in chosen if c not in key.right]
    hits = len(chosen) - len(wrong)
    if not wrong and hits == len(key.right):
        return Mark(RIGHT, (text("marking", "all-chosen"),))
    if not wrong:
        return Mark(NOT_YET, (text("marking", "more-belong", hits=hits, missing=len(key.right) - hits),))
    lead = text("marking", "some-fit", hits=hits, chosen=len(chosen))
    return Mark(NOT_YET, (lead, *(told(question, c) for c in wrong)))


def mark_order(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """Right, or the first place at which the order leaves every accepted one."""
    order = chosen_ids(answer, question)
    if len(order) != len(question.options):
        return nothing_yet("order-first")
    if tuple(order) in key.orders:
        return Mark(RIGHT, (text("marking", "order-right"),))
    # told against the accepted order that agrees longest with the answer
    agreed = [next(i for i, (a, b) in enumerate(zip(order, right, strict=True)) if a != b) for right in key.orders]
    first = max(agreed)
    lead = text("marking", "order-from", place=first + 1) if first else text("marking", "order-first-place")
    return Mark(NOT_YET, (lead, told(question, order[first])))


def solve_one(question: Question, article: CodedArticle, key: Key) -> str:
    """The option that is right."""
    return key.right[0]


def solve_many(question: Question, article: CodedArticle, key: Key) -> list[str]:
    """All options that are right."""
    return list(key.right)


def solve_order(question: Question, article: CodedArticle, key: Key) -> list[str]:
    """The first accepted order."""
    return list(key.orders[0])
