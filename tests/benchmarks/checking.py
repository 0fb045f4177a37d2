"""One press on Check, from the answer to the foot of the lesson: with a long journal, and with a short one."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.reading import load_questions
from communique.student.lesson import Lesson

from ..marked import solution
from ..page import head_of
from .figure import Figure

LONG, SHORT = 3_000, 10
QUESTION = "threat-or-deed"


class Desk:
    """A student in a lesson with head, foot and one question, and so many lines in the journal."""

    def __init__(self, folder: Path, lines: int) -> None:
        journal = Journal(folder / "my-progress.jsonl")
        for number in range(lines):
            name = f"{('start', 'read', 'events')[number % 3]}/question-{number % 40}"
            journal.append(
                {"v": 1, "id": f"{number}", "question": name, "did": "draft", "answer": "x" * 40}, sync=False
            )
        course = load_course()
        self.lesson = Lesson(course.lesson("events"), course, journal)
        self.page = (head_of(self.lesson), self.lesson.finish(), self.lesson.ask(QUESTION))
        self.answer = solution(load_questions("events")[QUESTION], self.lesson.article.coded)

    def check(self) -> float:
        """Milliseconds that one Check takes."""
        start = time.perf_counter()
        self.page[-1].check(self.answer)
        return (time.perf_counter() - start) * 1000


def figures(rounds: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as place:
        desks = []
        for lines in (LONG, SHORT):
            (Path(place) / str(lines)).mkdir()
            desks.append(Desk(Path(place) / str(lines), lines))
        times = [[desk.check() for desk in desks] for _ in range(rounds * 10)]
        long, short = (min(column) for column in zip(*times, strict=True))
    yield Figure(f"a Check with {LONG:,} lines in the journal / with {SHORT}", long, short, "ms", 1.25)
