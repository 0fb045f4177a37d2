"""A class on a real JupyterHub: the example configuration, its proxy, servers, kernels, and the journals after."""

from __future__ import annotations

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.reading import load_questions
from communique.teacher.answers.judge import Judge

from ..some import some
from .hub import Hub
from .student import Student, Visit, answers_of, hub_is_up, new_session

LESSON, COUNT = "events", 10
NAMES = ("kim", "lee", "park")


async def attend(hub: Hub, session, name: str, judge: Judge) -> Visit:
    """One student's hour: the server, the lesson, ten answers."""
    student = Student(hub, session, name)
    await student.start_server()
    await student.open(f"my-course/{load_course().lesson(LESSON).notebook}")
    for question, answer in answers_of(load_questions(LESSON).values(), judge, random.Random(name), COUNT):
        await student.answer(question, answer)
    await student.close()
    return student.visit


@pytest.fixture(scope="module")
def visits(hub: Hub) -> list[Visit]:
    """What the class did, all at once; by the end the hub has been stopped, as on any evening."""

    async def whole_class() -> list[Visit]:
        judge = Judge()
        async with new_session() as session:
            await hub_is_up(hub, session)
            return await asyncio.gather(*(attend(hub, session, name, judge) for name in NAMES))

    with ThreadPoolExecutor(1) as own_thread:  # the browser stories before have left a loop running in this one
        found = own_thread.submit(asyncio.run, whole_class()).result()
    hub.stop()
    return found


def test_every_student_sees_the_lesson(visits: list[Visit]) -> None:
    """Nobody's server or kernel fails, and each page gets the lesson's title before the rest."""
    assert list(NAMES) == [visit.name for visit in visits]
    assert [] == [visit for visit in visits if not 0 < visit.server < visit.first_words <= visit.all_run]


def test_no_answer_is_lost(hub: Hub, visits: list[Visit]) -> None:
    """What the page was told is saved stands in the student's own journal, in order, and nothing else does."""
    for visit in some(visits):
        journal = Journal(hub.home(visit.name) / "my-course" / "my-progress.jsonl")
        kept = [(r["question"], r["answer"]) for r in journal.records() if r["did"] == "answer"]
        assert [(f"{LESSON}/{question}", answer) for question, answer in visit.answered] == kept
        assert (COUNT, 0) == (len(kept), journal.unread())


def test_every_student_has_their_own_copy_of_the_course(hub: Hub, visits: list[Visit]) -> None:
    """The server's start brings all lessons into the student's home."""
    wanted = sorted(info.notebook for info in (*load_course().lessons, *load_course().forms))
    for visit in some(visits):
        assert wanted == sorted(path.name for path in Path(hub.home(visit.name), "my-course").glob("*.ipynb"))


def test_servers_start_only_what_a_lesson_uses(hub: Hub, visits: list[Visit]) -> None:
    """The servers' settings are in force: no terminals and no language servers start, nbgitpuller does."""
    said = hub.log_text()
    assert len(visits) == said.count("nbgitpuller | extension was successfully loaded")
    assert 0 == said.count("jupyter_lsp | extension was successfully loaded")
    assert 0 == said.count("jupyter_server_terminals | extension was successfully loaded")
    assert 0 == said.count("running over TCP without encryption")  # kernels are reached through files of their own
