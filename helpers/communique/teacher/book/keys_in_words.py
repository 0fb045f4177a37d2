"""A question with its right answers, as the teacher's book prints it: every accepted variant, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ...questions.in_words import pointer_line
from ...questions.kinds.base import KeyPart
from ...questions.question import Question
from ..answers.judge import Judge


@dataclass(frozen=True)
class Entry:
    """One question in the book."""

    id: str
    kind: str
    prompt: str
    answers: tuple[KeyPart, ...]
    explanation: str
    hints: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]


def entry_of(question: Question, judge: Judge) -> Entry:
    """The question with its key, whatever its kind.

    Parameters:
        question: a question of the course.
        judge: knows the keys and the article.
    """
    kind = judge.kind(question)
    pointers = [pointer_line(pointer) for pointer in question.evidence]
    return Entry(
        id=question.id,
        kind=kind.words()[f"kind-{question.kind}"],
        prompt=question.prompt,
        answers=tuple(part for part in kind.in_the_book() if part.lines),
        explanation=question.explanation,
        hints=question.hints,
        evidence=tuple((line.label, line.text) for line in pointers),
    )
