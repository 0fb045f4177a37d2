"""Marking of what is matched or placed: match-pairs, place-on-scale."""

from __future__ import annotations

from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle
from ..keys import Key
from ..question import Question
from .base import NOT_YET, RIGHT, Mark, nothing_yet, told


def mark_pairs(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """Right, or how many lines fit, and the feedback of those that do not."""
    return _mark(question, answer, key, "match-first", {choice.id for choice in question.choices})


def mark_places(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """Right, or how many things stand where they may stand, and the feedback of those that do not."""
    return _mark(question, answer, key, "place-first", places_of(question))


def places_of(question: Question) -> set[str]:
    """Every place there is: "step", or "lane/step" where the scale has lanes."""
    if not question.lanes:
        return {step.id for step in question.steps}
    return {f"{lane.id}/{step.id}" for lane in question.lanes for step in question.steps}


def _mark(question: Question, answer: Any, key: Key, empty: str, places: set[str]) -> Mark:
    given = answer if isinstance(answer, dict) else {}
    put = {o.id: given[o.id] for o in question.options if isinstance(given.get(o.id), str) and given[o.id] in places}
    if not put:
        return nothing_yet(empty)
    wrong = [option_id for option_id, place in put.items() if place not in key.pairs.get(option_id, ())]
    open_ones = len(question.options) - len(put)
    if not wrong and not open_ones:
        return Mark(RIGHT, (text("marking", "all-fit"),))
    lines = [text("marking", "lines-fit", hits=len(put) - len(wrong), count=len(question.options))]
    if wrong:
        lines += [text("marking", "look-again"), *(told(question, option_id) for option_id in wrong)]
    if open_ones:
        lines.append(text("marking", "lines-open", count=open_ones))
    return Mark(NOT_YET, tuple(lines))


def solve_pairs(question: Question, article: CodedArticle, key: Key) -> dict[str, str]:
    """The first accepted match or place of every option."""
    return {option.id: key.pairs[option.id][0] for option in question.options}
