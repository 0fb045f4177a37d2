"""A round trip through real nbgrader: our notebooks survive it, and what a student did comes back with them."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest
from communique import cli, load_class, open_lesson
from communique.base.places import notebooks_folder
from communique.course.course import load_course
from communique.questions.reading import load_questions
from communique.teacher.answers.judge import Judge

from ..classes import some_codings, some_forecasts
from ..marked import solution
from ..nbgrader_env import BIN, READY
from ..page import send_from_page

ASSIGNMENT, COURSE = "week-1", "reading"
RUN = "events"


class Classroom:
    """An instructor's course, a student's desk, and the exchange between them."""

    def __init__(self, folder: Path) -> None:
        self.course, self.desk, self.exchange = (folder / name for name in ("course", "desk", "exchange"))
        for place in (self.course, self.desk, self.exchange, folder / "home"):
            place.mkdir()
        self.exchange.chmod(0o777)  # nbgrader wants an exchange in which everybody may write
        for place in (self.course, self.desk):
            told = f"c.CourseDirectory.course_id = {COURSE!r}\nc.Exchange.root = {str(self.exchange)!r}\n"
            (place / "nbgrader_config.py").write_text(f"c = get_config()\n{told}", encoding="utf-8")
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("JUPYTER", "COMMUNIQUE", "PYTHONPATH"))}
        self.env = kept | {"HOME": str(folder / "home"), "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}

    def nbgrader(self, place: Path, *command: str) -> None:
        """Run a command of nbgrader's; its own words are in the message where it fails."""
        done = subprocess.run(
            [str(BIN / "nbgrader"), *command], cwd=place, env=self.env, capture_output=True, text=True, timeout=250
        )
        assert 0 == done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The whole course as one assignment: generated, released, fetched, worked on, submitted, collected."""
    if not READY.is_file():
        if os.environ.get("CI") or os.environ.get("COMMUNIQUE_REQUIRE_NBGRADER"):
            pytest.fail("nbgrader is missing. Make it with: make test, or python -m tests.nbgrader_env")
        pytest.skip("nbgrader is not installed; python -m tests.nbgrader_env makes an environment for it")
    room = Classroom(tmp_path_factory.mktemp("nbgrader"))
    shutil.copytree(
        notebooks_folder(), room.course / "source" / ASSIGNMENT, ignore=shutil.ignore_patterns("teacher", "any")
    )
    room.nbgrader(room.course, "generate_assignment", ASSIGNMENT, "--create")
    room.nbgrader(room.course, "release_assignment", ASSIGNMENT)
    room.nbgrader(room.desk, "fetch_assignment", ASSIGNMENT, "--course", COURSE)
    fetched = room.desk / ASSIGNMENT
    shutil.copytree(fetched, room.desk / "as-fetched")
    _work(fetched)
    room.nbgrader(room.desk, "submit", ASSIGNMENT, "--course", COURSE)
    room.nbgrader(room.course, "collect", ASSIGNMENT)
    return room


def _work(folder: Path) -> None:
    """A student runs a lesson and saves it, answers all its questions, forecasts, codes, and makes the file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("COMMUNIQUE_PROGRESS", raising=False)
        path = folder / load_course().lesson(RUN).notebook
        notebook = nbformat.read(path, as_version=4)
        nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
        nbformat.write(notebook, path)
        lesson, judge = open_lesson(RUN), Judge()
        for name in load_questions(RUN):
            question = judge.questions[f"{RUN}/{name}"]
            answer = solution(question, judge.article)
            send_from_page(lesson.ask(name), {"do": "check", "answer": answer})
        chance = random.Random(5)
        lines = [*some_forecasts(judge, chance, 1), *some_codings(judge, chance, 2)]
        with Path("my-progress.jsonl").open("a", encoding="utf-8") as file:
            file.write("".join(f"{line}\n" for line in lines))
        assert 0 == cli.main(["handin", ".", "--name", "Somebody Else"])


def _cells(path: Path) -> list[dict[str, Any]]:
    """What a notebook's cells are, however a file breaks their lines; nothing of a run."""
    found = json.loads(path.read_text(encoding="utf-8"))
    left_out = ("outputs", "execution_count")
    return [
        {n: v for n, v in c.items() if n not in left_out} | {"source": "".join(c["source"])} for c in found["cells"]
    ]


def test_our_notebooks_survive_release_and_fetch(room: Classroom) -> None:
    """Cells, their ids, tags and order, the kernel and the format are as they were built, and none has grown."""
    ours = sorted(notebooks_folder().glob("*.ipynb"))
    assert [path.name for path in ours] == sorted(path.name for path in (room.desk / "as-fetched").glob("*.ipynb"))
    for path in ours:
        fetched = room.desk / "as-fetched" / path.name
        assert _cells(path) == _cells(fetched)
        before, after = (json.loads(p.read_text(encoding="utf-8")) for p in (path, fetched))
        assert [before[n] for n in ("metadata", "nbformat", "nbformat_minor")] == [
            after[n] for n in ("metadata", "nbformat", "nbformat_minor")
        ]
        assert fetched.stat().st_size < 1.2 * path.stat().st_size < 100_000


def test_the_students_work_travels_with_the_submission(room: Classroom) -> None:
    """Progress file and file to hand in are collected byte for byte, and the notebook that was run has its cells."""
    (student,) = (room.course / "submitted").iterdir()
    for name in ("my-progress.jsonl", "my-handin.zip"):
        assert (room.desk / ASSIGNMENT / name).read_bytes() == (student / ASSIGNMENT / name).read_bytes()
    notebook = load_course().lesson(RUN).notebook
    ours, theirs = _cells(notebooks_folder() / notebook), _cells(student / ASSIGNMENT / notebook)
    assert [(c["id"], c["source"]) for c in ours] == [(c["id"], c["source"]) for c in theirs]


def test_the_report_reads_what_was_collected(room: Classroom) -> None:
    """One student under nbgrader's id, whatever name was typed, with every answer; the copy in the file counts once."""
    report = load_class(room.course / "submitted")
    (student,) = (path.name for path in (room.course / "submitted").iterdir())
    assert [(student, "nbgrader", "Somebody Else")] == list(
        report.students[["platform", "typed"]].itertuples(name=None)
    )
    row = report.lessons[report.lessons["lesson"] == RUN].iloc[0]
    assert (row["questions"], len(load_questions(RUN)), "done") == (row["done"], row["tries"], row["state"])
    assert report.skipped.empty
    assert 0 == cli.main(["report", str(room.course / "submitted"), "--output", str(room.course / "report.html")])
    assert student in (room.course / "report.html").read_text(encoding="utf-8")


def test_autograding_runs_our_notebook(room: Classroom) -> None:
    """nbgrader runs the lesson anew beside the student's progress file, without an error, and harms neither."""
    notebook = load_course().lesson(RUN).notebook
    room.nbgrader(room.course, "autograde", ASSIGNMENT, "--create", "--notebook", notebook.removesuffix(".ipynb"))
    (student,) = (room.course / "autograded").iterdir()
    done = nbformat.read(student / ASSIGNMENT / notebook, as_version=4)
    outputs = [output for cell in done.cells if cell.cell_type == "code" for output in cell.outputs]
    assert outputs and [] == [output for output in outputs if output.output_type == "error"]
    graded = (student / ASSIGNMENT / "my-progress.jsonl").read_bytes()
    assert (room.desk / ASSIGNMENT / "my-progress.jsonl").read_bytes() == graded
    assert 1 == len(load_class(room.course).students)  # the same student's, submitted and autograded
