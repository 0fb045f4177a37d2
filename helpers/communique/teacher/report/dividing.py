"""How the answers of a class to one question divide: who chose, marked or placed what, beside the key."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...base.errors import CommuniqueError
from ...base.places import lessons_folder
from ...base.unchanged import kept_while_unchanged
from ..answers.judge import Judge

FIRST, LAST = ANSWERS = ("first", "last")


def the_judge() -> Judge:
    """The course's questions and keys."""
    return _judge_of(lessons_folder())


@kept_while_unchanged
def _judge_of(_: Path) -> Judge:
    return Judge()


def divided_rows(question_name: str, answers: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One row for each thing that anybody chose, marked or placed, the commonest first.

    The answers are those of the table of answers; one that was cut there is passed over.
    """
    judge = the_judge()
    question = judge.questions.get(question_name)
    if question is None:
        raise CommuniqueError(f"The course has no question '{question_name}'.", "See report.questions.index.")
    kind = judge.kind(question)
    read = [answer for text in answers if (answer := _read(text)) is not None]
    parts = [{(kind.part_in_words(part), kind.fits(part)) for part in kind.parts(answer)} for answer in read]
    counts = Counter(part for answer in parts for part in answer)
    for (words, in_key), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield {"choice": words, "key": in_key, "chosen": count, "students": len(read), "share": count / len(read)}


def _read(text: str) -> Any:
    if text[:1] not in ("[", "{"):  # an option's id, as it was chosen
        return text
    try:
        return json.loads(text)
    except ValueError:  # cut, because it was long
        return None
