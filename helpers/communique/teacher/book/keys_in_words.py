"""A question with its right answers, as the teacher's book prints it: every accepted variant, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...base.strings import section, strings, text
from ...questions.in_words import in_words, pointer_line
from ...questions.keys import Key
from ...questions.question import Question
from ..answers.judge import MATRIX, Judge
from ..answers.taking import cells_of
from ..report.splits import reference_of, step_in_words, unit_in_words


@dataclass(frozen=True)
class Answer:
    """One part of what the key says: a `label`, and lines of (sign, words, note)."""

    label: str
    lines: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Entry:
    """One question in the book."""

    id: str
    kind: str
    prompt: str
    answers: tuple[Answer, ...]
    explanation: str
    hints: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]


def entry_of(question: Question, judge: Judge) -> Entry:
    """The question with its key, whatever its kind.

    Parameters:
        question: a question of the course.
        judge: knows the keys and the article.
    """
    pointers = [pointer_line(pointer) for pointer in question.evidence]
    kinds = {**section("question"), **section("worksheet-kinds")}
    return Entry(
        id=question.id,
        kind=kinds.get(f"kind-{question.kind}", question.kind),
        prompt=question.prompt,
        answers=tuple(answer for answer in _answers(question, judge) if answer.lines),
        explanation=question.explanation,
        hints=question.hints,
        evidence=tuple((line.label, line.text) for line in pointers),
    )


def _answers(question: Question, judge: Judge) -> list[Answer]:
    key, words = judge.key(question), section("teacher-book")
    match question.kind:
        case "choose-one" | "choose-many" | "predict-then-check":
            return [Answer(words["options"], tuple(_option(option, key, words) for option in question.options))]
        case "put-in-order":
            labels = [words["order"], *[words["order-too"]] * len(key.orders)]
            return [Answer(label, _order(question, order)) for label, order in zip(labels, key.orders, strict=False)]
        case "find-words":
            return [
                Answer(words["marks"], _pointers(key.spans)),
                Answer(words["marks-too"], _pointers(key.accept_extra)),
                Answer(words["marks-near"], _pointers(question.near)),
            ]
        case "match-pairs" | "place-on-scale":
            return [Answer(words["pairs"], tuple(_pair(question, o.id, key) for o in question.options))]
        case "short-answer":
            rubric = tuple(("□", line.text, line.feedback) for line in question.rubric)
            return [Answer(words["model"], (("", key.model, ""),)), Answer(words["rubric"], rubric)]
        case "open":
            asked = tuple(("", line, "") for line in question.ask_yourself)
            return [Answer(words["model"], (("", key.model, ""),)), Answer(words["ask-yourself"], asked)]
        case kind if kind == MATRIX:
            return [Answer(words["matrix"], tuple(_cell(question, cell, judge) for cell in cells_of(question)))]
        case _:
            return _as_shown(question, judge, words)


def _option(option: Any, key: Key, words: dict[str, str]) -> tuple[str, str, str]:
    right = option.id in key.right
    return ("●" if right else "○", option.text, words["right"] if right else option.feedback)


def _order(question: Question, order: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"{number}.", question.label(name), "") for number, name in enumerate(order, 1))


def _pointers(pointers: Any) -> tuple[tuple[str, str, str], ...]:
    lines = [(pointer_line(pointer), pointer.feedback) for pointer in pointers]
    return tuple(("", f"{line.label}: {line.text}", feedback) for line, feedback in lines)


def _pair(question: Question, option: str, key: Key) -> tuple[str, str, str]:
    places = [question.label(place) for place in key.pairs.get(option, ())]
    also = text("teacher-book", "accepted-too", places="; ".join(places[1:])) if places[1:] else ""
    return ("", f"{question.label(option)} → {places[0] if places else '–'}", also)


def _cell(question: Question, cell: str, judge: Judge) -> tuple[str, str, str]:
    """A cell of the matrix with the article's coding, and the other reading where careful readers differ."""
    steps = [step_in_words(question, step) for step in reference_of(question, cell, judge)]
    rows = [r for r in judge.article.tables.get("positions", ()) if f"{r['actor_id']}/{r['issue']}" == cell]
    stances = strings()["stances"]
    others = [f"{stances[r['other_stance']]}. {r['other_case']}" for r in rows if r.get("other_stance")]
    note = text("teacher-book", "other-reading", reading=" ".join(others)) if others else ""
    return ("", f"{unit_in_words(question, cell, judge)}: {', '.join(steps)}", note)


def _as_shown(question: Question, judge: Judge, words: dict[str, str]) -> list[Answer]:
    """A kind that this page does not know yet: its solution as the worksheet would put it."""
    shown = in_words(question, judge.solution(question), judge.article)
    return [Answer(words["solution"], tuple(("", line.text, line.label) for line in shown.lines))]
