"""A class at a real JupyterHub, all at once: `make benchmark-hub`, or `python -m tests.benchmarks.hub`.

Two classes, in turns: one opens a lesson of this course and answers ten questions, on the example configuration
of helpers/jupyterhub; the other opens a notebook of one plotly FigureWidget, on JupyterHub's own settings. With
`--both` each notebook also runs on the other's settings. Afterwards every answer is looked for on the disk.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import re
import signal
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.reading import load_questions
from communique.teacher.answers.judge import Judge

from tests.hub.hub import Hub, find_proxy
from tests.hub.student import Student, Visit, answers_of, hub_is_up, new_session

from .browsing import FIGURE_WIDGET
from .figure import Figure

LESSON, ANSWERS = "events", 10
ARMS = {
    "lesson": ("example", "lesson"),
    "figure": ("usual", "figure"),
    "lesson, usual settings": ("usual", "lesson"),
    "figure, example settings": ("example", "figure"),
}


@dataclass
class Class:
    """What one class came to: the visits, and the MiB and seconds of a core that a student's processes took.

    `memory` is PSS, in which what students share is counted once; `resident` counts it for each of them.
    """

    visits: list[Visit] = field(default_factory=list)
    memory: float = 0.0
    resident: float = 0.0
    drop: float = 0.0
    server_memory: float = 0.0
    kernel_memory: float = 0.0
    processor: float = 0.0
    lost: int = 0
    failed: list[str] = field(default_factory=list)

    def median(self, what: str) -> float:
        """The median student's seconds or bytes."""
        return statistics.median(getattr(visit, what) for visit in self.visits if visit.all_run)


@dataclass
class Meeting:
    """Where a class waits for its last student, so that all are there when memory is counted."""

    expected: int
    all_there: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def arrive(self) -> None:
        """One more is done, or has given up."""
        self.expected -= 1
        if not self.expected:
            self.all_there.set()


async def attend(student: Student, notebook: str, cells: list[str] | None, answers: list, met: Meeting) -> None:
    """One student: the server, the notebook, the answers; the page stays open until all have been counted."""
    try:
        await student.start_server()
        await student.open(notebook, cells)
        for question, answer in answers:
            await student.answer(question, answer)
    finally:
        met.arrive()
    await met.over.wait()
    await student.close()


def processes_of(hub: Hub) -> Iterator[tuple[str, psutil.Process]]:
    """The servers and the kernels of the students."""
    for process in psutil.Process(hub.process.pid).children(recursive=True):
        with contextlib.suppress(psutil.Error):
            line = " ".join(process.cmdline())
            kind = "kernel" if "ipykernel_launcher" in line else "server" if "singleuser" in line else ""
            if kind:
                yield kind, process


def count_up(hub: Hub, found: Class, count: int) -> None:
    """Memory and processor time of all servers and kernels that run now, by student."""
    shares = {"server": 0.0, "kernel": 0.0}
    for kind, process in processes_of(hub):
        held = process.memory_full_info()
        shares[kind] += held.pss / 2**20 / count
        found.resident += held.rss / 2**20 / count
        found.processor += sum(process.cpu_times()[:2]) / count
    found.server_memory, found.kernel_memory = shares["server"], shares["kernel"]
    found.memory = sum(shares.values())


async def whole_class(hub: Hub, arm: str, count: int, found: Class) -> None:
    setup, what = ARMS[arm]
    judge, met = Judge(), Meeting(count)
    notebook, cells = f"my-course/{load_course().lesson(LESSON).notebook}", None
    if what == "figure":
        notebook, cells = "figure.ipynb", [FIGURE_WIDGET]
    elif setup == "usual":
        from communique.student.folder import copy_course

        for number in range(count):
            copy_course(hub.home(f"student{number:02d}") / "my-course")
    async with new_session() as session:
        await hub_is_up(hub, session)
        before, tasks = psutil.virtual_memory().available, []
        for number in range(count):
            student = Student(hub, session, f"student{number:02d}")
            found.visits.append(student.visit)
            answers = []
            if what == "lesson":
                questions = load_questions(LESSON).values()
                answers = answers_of(questions, judge, random.Random(number), ANSWERS)
            tasks.append(asyncio.create_task(attend(student, notebook, cells, answers, met)))
        await met.all_there.wait()
        found.drop = (before - psutil.virtual_memory().available) / 2**20 / count
        count_up(hub, found, count)
        met.over.set()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        found.failed = [f"{v.name}: {end!r}" for v, end in zip(found.visits, ends, strict=True) if end]


def lost_answers(hub: Hub, visits: list[Visit]) -> int:
    """How many answers that a page was told are saved are not in the student's journal, in order."""
    lost = 0
    for visit in visits:
        journal = Journal(hub.home(visit.name) / "my-course" / "my-progress.jsonl")
        kept = [(r["question"], r["answer"]) for r in journal.records() if r["did"] == "answer"]
        given = [(f"{LESSON}/{question}", answer) for question, answer in visit.answered]
        lost += sum(one != other for one, other in zip(given, kept, strict=False)) + abs(len(given) - len(kept))
    return lost


def run(arm: str, count: int, environments: Path) -> Class:
    """One class on a fresh hub."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        hub, found = Hub(Path(folder), environments, ARMS[arm][0]), Class()
        try:
            asyncio.run(whole_class(hub, arm, count, found))
        finally:
            hub.stop()
        for trouble in found.failed:
            print(f"{arm}: {trouble}")
        if found.failed:
            told = re.compile("error|died|restart|Traceback|timeout|took", re.IGNORECASE)
            print("\n".join([line for line in hub.log_text().splitlines() if told.search(line)][-40:]), flush=True)
        found.lost = lost_answers(hub, found.visits)
        return found


def describe(arm: str, found: Class) -> str:
    words = sorted(visit.first_words for visit in found.visits if visit.all_run)
    return (
        f"{arm:26} first words {words[0]:.1f} to {words[-1]:.1f} s, median {found.median('first_words'):.1f}"
        f" (server ready {found.median('server'):.1f}, all run {found.median('all_run'):.1f});"
        f" {found.memory:.0f} MiB a student (server {found.server_memory:.0f}, kernel {found.kernel_memory:.0f};"
        f" resident {found.resident:.0f}, free memory fell by {found.drop:.0f}); {found.processor:.1f} s of a core;"
        f" {len(found.failed)} students failed,"
        f" {sum(visit.reconnected for visit in found.visits)} connections made anew;"
        f" {sum(len(visit.answered) for visit in found.visits)} answers, {found.lost} lost"
    )


def end_tidily(*_: object) -> None:
    """An end from outside ends the hub and its servers too."""
    raise SystemExit("ended")


def main() -> None:
    signal.signal(signal.SIGTERM, end_tidily)
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hub", description=__doc__)
    parser.add_argument("--students", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=1, help="how often each class comes, in turns (default: 1)")
    parser.add_argument("--both", action="store_true", help="each notebook also on the other's settings")
    parser.add_argument("--environments", type=Path, required=True, help="the folder that install.sh filled")
    chosen = parser.parse_args()
    if not find_proxy():
        raise SystemExit("No configurable-http-proxy (Debian: apt-get install node-configurable-http-proxy).")
    arms = list(ARMS) if chosen.both else list(ARMS)[:2]
    times: dict[str, list[Class]] = {arm: [] for arm in arms}
    for number in range(chosen.rounds):
        for arm in arms if number % 2 else arms[::-1]:
            found = run(arm, chosen.students, chosen.environments.resolve())
            times[arm].append(found)
            print(describe(arm, found), flush=True)

    def middle(arm: str, what: str) -> float:
        classes = times[arm]
        return statistics.median(one.median(what) if what == "first_words" else getattr(one, what) for one in classes)

    print(f"{'what':58} {'ratio':>6} {'aim':>6}   measured")
    for what, label, unit, aim in (
        ("first_words", f"{chosen.students} at once: click to first words", "s", 0.6),
        ("memory", f"{chosen.students} at once: memory a student", "MiB", 1.0),
        ("processor", f"{chosen.students} at once: processor time a student", "s", 1.0),
    ):
        print(Figure(f"{label} / a FigureWidget", middle("lesson", what), middle("figure", what), unit, aim))
    ours = times["lesson"]
    if any(one.failed or one.lost for one in ours):
        raise SystemExit("A student of the course failed, or an answer was lost.")


main()
