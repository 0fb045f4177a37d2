"""How the answers of a class to one question divide: who chose, marked or placed what, beside the key."""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ...base.errors import CommuniqueError
from ...questions.kinds.base import chosen_ids
from ...questions.question import Question
from ..answers.judge import MATRIX, Judge, placed
from ..answers.taking import cells_in
from .splits import reference_of, step_in_words, unit_in_words

FIRST, LAST = ANSWERS = ("first", "last")


@functools.cache
def the_judge() -> Judge:
    """The course's questions and keys, read once."""
    return Judge()


def divided_rows(question_name: str, answers: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One row for each thing that anybody chose, marked or placed, the commonest first.

    Parameters:
        question_name: lesson/id.
        answers: each student's answer as the table of answers has it; one that was cut there is passed over.

    Raises:
        CommuniqueError: the course has no such question.
    """
    judge = the_judge()
    question = judge.questions.get(question_name)
    if question is None:
        raise CommuniqueError(f"The course has no question '{question_name}'.", "See report.questions.index.")
    given = [answer for text in answers if (answer := _read(text, question)) is not None]
    counts = Counter(part for answer in given for part in _parts(question, answer, judge))
    for (words, in_key), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield {"choice": words, "key": in_key, "chosen": count, "students": len(given), "share": count / len(given)}


def _read(text: str, question: Question) -> Any:
    if question.kind in ("choose-one", "predict-then-check"):
        return text
    try:
        return json.loads(text)
    except ValueError:  # cut, because it was long
        return None


def _parts(question: Question, answer: Any, judge: Judge) -> set[tuple[str, bool]]:
    """What an answer is made of, in words, and whether the key or the coding has it."""
    key = judge.key(question)
    match question.kind:
        case "find-words":
            right = judge.asked_for(question) | judge.accepted(question)
            return {(judge.in_words(question, unit), unit in right) for unit in judge.marked_units(question, answer)}
        case "match-pairs" | "place-on-scale":
            return {
                (judge.in_words(question, f"{option}={place}"), place in judge.accepted_places(question, option))
                for option, place in placed(question, answer).items()
            }
        case "put-in-order":
            order = tuple(chosen_ids(answer, question))
            return {(" > ".join(map(question.label, order)), order in key.orders)} if order else set()
        case kind if kind == MATRIX:
            return {
                (
                    f"{unit_in_words(question, cell, judge)}: {step_in_words(question, step)}",
                    step in reference_of(question, cell, judge),
                )
                for cell, step in cells_in(question, answer).items()
            }
        case "choose-one" | "choose-many" | "predict-then-check":
            return {(question.label(one), one in key.right) for one in chosen_ids(answer, question)}
        case _:
            return set()
