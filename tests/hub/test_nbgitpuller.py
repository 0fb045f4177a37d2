"""The nbgitpuller link of the README, with the real package: a newer course comes in, and a student's work stays."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import nbformat
import pytest
from communique.base.files import MEMORY
from communique.course.journal import Journal
from communique.student.folder import copy_course
from nbgitpuller.pull import GitPuller

from tests.conftest import REPOSITORY

CHANGED, UNTOUCHED, NEW = "03-events.ipynb", "02-actors.ipynb", "12-new.ipynb"


def git(folder: Path, *arguments: str) -> None:
    """Run git as a teacher who needs no settings of the machine."""
    who = ["-c", "user.name=Teacher", "-c", "user.email=teacher@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def teacher(tmp_path: Path) -> Path:
    """The course's repository as a link names it: the files that git has here."""
    folder = tmp_path / "teacher"
    folder.mkdir()
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        if name.startswith("notebooks/") or name == ".gitignore":
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((REPOSITORY / name).read_bytes())
    git(folder, "init", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--message=The course")
    return folder


def pull(teacher: Path, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Follow the link: what a student's server does then."""
    clone.parent.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(clone.parent))
    for _ in GitPuller(str(teacher), str(clone), branch="main").pull():
        pass


def say(notebook: Path, words: str, cell: int = -1) -> None:
    """Put words into a notebook's last cell, or another."""
    content = nbformat.read(notebook, 4)
    content.cells[cell].source = words
    nbformat.write(content, notebook)


def test_a_student_keeps_changes_answers_and_gets_what_is_new(
    teacher: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The changed notebook, the journal and a copy made with `communique start` are what they were, byte for byte."""
    clone = tmp_path / "home" / "communique"
    pull(teacher, clone, monkeypatch)
    mine = clone / "notebooks"
    say(mine / CHANGED, "# my own note")
    journal = Journal(mine / "my-progress.jsonl")
    journal.add("events/threat-or-deed", "answer", answer="would-consider", outcome="right")
    own = clone.parent / "my-course"
    copy_course(own)
    kept = [mine / CHANGED, journal.path, *sorted(own.iterdir()), own / MEMORY]
    before = {path: path.read_bytes() for path in kept}

    for name in (CHANGED, UNTOUCHED):
        say(teacher / "notebooks" / name, "# a newer lesson")
    (teacher / "notebooks" / NEW).write_bytes((teacher / "notebooks" / UNTOUCHED).read_bytes())
    git(teacher, "add", ".")
    git(teacher, "commit", "--message=A newer course")
    for _ in range(2):  # the link is followed each week
        pull(teacher, clone, monkeypatch)

    assert before == {path: path.read_bytes() for path in kept}
    assert (teacher / "notebooks" / UNTOUCHED).read_bytes() == (mine / UNTOUCHED).read_bytes()
    assert (mine / NEW).is_file()


def test_a_notebook_that_was_run_takes_in_what_is_new_elsewhere(
    teacher: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outputs and a note in one cell, a newer text in another: the notebook has both, and is whole."""
    clone = tmp_path / "home" / "communique"
    pull(teacher, clone, monkeypatch)
    mine = clone / "notebooks" / CHANGED
    content = nbformat.read(mine, 4)
    for number, cell in enumerate((cell for cell in content.cells if cell.cell_type == "code"), 1):
        cell.execution_count = number
        cell.outputs = [nbformat.v4.new_output("stream", text=f"output {number}\n")]
    nbformat.write(content, mine)
    say(mine, "# my own note")
    say(teacher / "notebooks" / CHANGED, "# A newer beginning", 0)
    git(teacher, "commit", "--all", "--message=A newer course")
    pull(teacher, clone, monkeypatch)
    merged = nbformat.read(mine, 4)
    nbformat.validate(merged)
    assert ("# A newer beginning", "# my own note") == (merged.cells[0].source, merged.cells[-1].source)
    outputs = [cell.outputs[0].text for cell in merged.cells if cell.cell_type == "code"]
    assert [f"output {number}\n" for number in range(1, len(outputs) + 1)] == outputs


def test_an_untouched_clone_follows_the_teacher(teacher: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who changed nothing has the newest lessons, and a notebook that was deleted comes back."""
    clone = tmp_path / "home" / "communique"
    pull(teacher, clone, monkeypatch)
    (clone / "notebooks" / UNTOUCHED).unlink()
    say(teacher / "notebooks" / CHANGED, "# a newer lesson")
    git(teacher, "commit", "--all", "--message=A newer course")
    pull(teacher, clone, monkeypatch)
    for name in (CHANGED, UNTOUCHED):
        assert (teacher / "notebooks" / name).read_bytes() == (clone / "notebooks" / name).read_bytes()


def test_the_readmes_link_opens_a_lesson_of_the_clone() -> None:
    """Repository, branch and page of the link in the README for administrators fit together."""
    readme = (REPOSITORY / "helpers" / "jupyterhub" / "README.md").read_text(encoding="utf-8")
    (link,) = re.findall(r"https://HUB/hub/user-redirect/git-pull[^\s`]+", readme)
    asked = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}
    clone = asked["repo"].rstrip("/").rsplit("/", 1)[1]
    assert {"repo", "branch", "urlpath"} == set(asked)
    assert asked["urlpath"].startswith(f"doc/tree/{clone}/notebooks/")
    assert (REPOSITORY / asked["urlpath"].removeprefix(f"doc/tree/{clone}/")).is_file()
