"""From what each student has done to rows: of students, of lessons, of questions, of answers."""

import statistics
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ...course.journal import QuestionState
from ...questions.bank import numbers_of
from ...questions.kinds.base import RIGHT
from ..answers.judge import Judge
from ..answers.taking import Work

Rows = Iterator[dict[str, Any]]
Class = Mapping[str, Work]


def lesson_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each student and lesson; what is extra counts as work, and not as done."""
    names_in: dict[Any, list[str]] = {}
    for name, question in judge.questions.items():
        names_in.setdefault(question.lesson, []).append(name)
    for student, work in everyone.items():
        for info in judge.course.lessons:
            names = names_in.get(info.key, [])
            asked = [name for name in names if not judge.questions[name].extra]
            taken = [work.taken[name] for name in names if name in work.taken]
            done = [work.taken[name].state for name in asked if name in work.taken and work.taken[name].state.done]
            begun = info.key in work.touched
            yield {
                "student": student,
                "lesson": info.name,
                "title": info.title,
                "state": "done" if asked and len(done) == len(asked) else "under way" if begun else "not yet",
                "done": len(done),
                "explained": sum(state.only_explained for state in done),
                "questions": len(asked),
                "tries": sum(one.state.tries for one in taken),
                "hints": sum(one.state.hints for one in taken),
                "last_active": max((one.at for one in taken if one.at), default=None),
            }


def student_rows(everyone: Class, judge: Judge, about: Mapping[str, Mapping[str, Any]]) -> Rows:
    """One row for each student; `about` has what is known from the files' names."""
    asked = [name for name, question in judge.questions.items() if not question.extra]
    for student, work in everyone.items():
        states = [one.state for one in work.taken.values()]
        yield {
            "student": student,
            **about[student],
            "done": sum(work.taken[name].state.done for name in asked if name in work.taken),
            "questions": len(asked),
            "tries": sum(state.tries for state in states),
            "hints": sum(state.hints for state in states),
            "explained": sum(state.revealed for state in states),
            "last_active": work.at,
        }


def question_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each question of the course, in the course's order."""
    numbers: dict[str, str] = {}
    for info in judge.course.lessons:
        own = numbers_of(info, [one for one in judge.questions.values() if one.lesson == info.key])
        numbers |= {f"{info.key}/{one}": number for one, number in own.items()}
    for name, question in judge.questions.items():
        taken = [work.taken[name] for work in everyone.values() if name in work.taken]
        tried = [one for one in taken if one.state.tries]
        at_first = sum(one.first == RIGHT for one in tried)
        again = [outcome for work in everyone.values() for outcome in work.again.get(name, ())]
        kind = judge.kind(question)
        wrong = Counter(part for one in taken for part in one.wrong)
        commonest = min(wrong, key=lambda part: (-wrong[part], part), default="")
        yield {
            "question": name,
            "number": numbers[name],
            "lesson": question.lesson.name,
            "kind": question.kind,
            "prompt": question.prompt,
            "touched": len(taken),
            "tried": len(tried),
            "right": sum(one.state.outcome == RIGHT for one in tried),
            "right_at_first": at_first,
            "share_at_first": at_first / len(tried) if tried and kind.marked else None,
            "tries_median": _median([one.state for one in tried], "tries"),
            "hints_median": _median([one.state for one in taken], "hints"),
            "hints": sum(one.state.hints for one in taken),
            "explained": sum(one.state.revealed for one in taken),
            "wrong": commonest,
            "wrong_text": kind.part_in_words(commonest) if commonest else "",
            "wrong_count": wrong[commonest],
            "about": question.text,
            "asked_again": len(again),
            "right_again": again.count(RIGHT),
        }


def answer_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each student and each question that the student has touched."""
    for student, work in everyone.items():
        for name, question in judge.questions.items():
            if one := work.taken.get(name):
                yield {
                    "student": student,
                    "question": name,
                    "lesson": question.lesson.name,
                    "outcome": one.state.outcome,
                    "tries": one.state.tries,
                    "hints": one.state.hints,
                    "explained": one.state.revealed,
                    "first": one.first,
                    "first_answer": one.first_answer,
                    "last_answer": one.last_answer,
                    "last_active": one.at,
                }


def _median(states: list[QuestionState], what: str) -> float | None:
    return statistics.median(getattr(state, what) for state in states) if states else None
