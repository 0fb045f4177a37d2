"""A student's folder gets the course, and never loses a word of the student's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError
from communique.base import places
from communique.base.files import MEMORY
from communique.base.places import lessons_folder, notebooks_folder
from communique.course.course import load_course
from communique.student.folder import cells_of, copy_course

NAMES = [info.notebook for info in (*load_course().lessons, *load_course().forms)]
FIRST = NAMES[0]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The notebooks of a course that a test can change."""
    folder = tmp_path / "course"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes((notebooks_folder() / name).read_bytes())
    monkeypatch.setattr(places, "notebooks_folder", lambda: folder)
    return folder


@pytest.fixture
def student(course: Path, tmp_path: Path) -> Path:
    """A student's folder with a fresh copy of the course."""
    folder = tmp_path / "my-course"
    copy_course(folder)
    return folder


def _change(path: Path, change: Callable[[dict[str, Any]], Any]) -> bytes:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path.read_bytes()


def _edit(path: Path, words: str = "My own note.") -> bytes:
    return _change(path, lambda n: n["cells"][0].update(source=[words]))


def _run(path: Path) -> bytes:
    def ran(notebook: dict[str, Any]) -> None:
        code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
        code.update(execution_count=1, outputs=[{"output_type": "stream", "name": "stdout", "text": "x"}])
        code["metadata"]["collapsed"] = False

    return _change(path, ran)


def test_a_new_folder_gets_every_notebook(course: Path, tmp_path: Path) -> None:
    """The folder is made, with all folders above it, and holds the lessons in order."""
    folder = tmp_path / "a" / "b"
    copied = copy_course(folder)
    assert (NAMES, [], []) == (copied.new, copied.replaced, copied.left_alone)
    assert [(course / n).read_bytes() for n in NAMES] == [(folder / n).read_bytes() for n in NAMES]
    assert sorted([*NAMES, MEMORY]) == sorted(path.name for path in folder.iterdir())


def test_a_second_start_changes_nothing(student: Path) -> None:
    """After a second start the notebooks are as they were left."""
    before = {name: _edit(student / name) for name in NAMES}
    copied = copy_course(student)
    assert ([], [], NAMES) == (copied.new, copied.replaced, copied.left_alone)
    assert before == {name: (student / name).read_bytes() for name in NAMES}


def test_a_notebook_that_was_thrown_away_comes_back(student: Path) -> None:
    """Only what is missing is copied."""
    (student / FIRST).unlink()
    copied = copy_course(student)
    assert ([FIRST], NAMES[1:]) == (copied.new, copied.left_alone)


@pytest.mark.parametrize("prepare", [lambda path: None, _run], ids=["untouched", "run, but not edited"])
def test_update_replaces_what_the_student_did_not_change(
    prepare: Callable[[Path], Any], student: Path, course: Path
) -> None:
    """Running a notebook is not changing it."""
    prepare(student / FIRST)
    new = _edit(course / FIRST, "A better beginning.")
    copied = copy_course(student, update=True)
    assert ([FIRST], {}) == (copied.replaced, copied.beside)
    assert new == (student / FIRST).read_bytes()


def test_update_without_a_new_version_touches_nothing(student: Path) -> None:
    """What a run left in a notebook stays, if there is nothing newer."""
    ran = _run(student / FIRST)
    copied = copy_course(student, update=True)
    assert ([], [], {}) == (copied.new, copied.replaced, copied.beside)
    assert ran == (student / FIRST).read_bytes()


def test_update_leaves_what_the_student_changed_and_puts_the_new_one_beside(student: Path, course: Path) -> None:
    """The student's notebook keeps its name and every byte; the new one has a name that says so."""
    mine = _edit(student / FIRST)
    new = _edit(course / FIRST, "A better beginning.")
    copied = copy_course(student, update=True)
    assert (NAMES, {FIRST: "01-read (new).ipynb"}) == (copied.left_alone, copied.beside)
    assert mine == (student / FIRST).read_bytes()
    assert new == (student / "01-read (new).ipynb").read_bytes()


def test_a_second_update_does_not_pile_up_copies(student: Path, course: Path) -> None:
    """The same new lesson is put beside once, also after it was run; a newer one gets a name of its own."""
    _edit(student / FIRST)
    _edit(course / FIRST, "A better beginning.")
    copy_course(student, update=True)
    _run(student / "01-read (new).ipynb")
    assert {FIRST: "01-read (new).ipynb"} == copy_course(student, update=True).beside
    assert not (student / "01-read (new)-2.ipynb").exists()
    _edit(course / FIRST, "The best beginning.")
    assert {FIRST: "01-read (new)-2.ipynb"} == copy_course(student, update=True).beside
    assert {FIRST: "01-read (new)-2.ipynb"} == copy_course(student, update=True).beside
    assert 2 == len(list(student.glob("01-read (new)*.ipynb")))


def test_an_update_after_an_update_still_knows_what_was_changed(student: Path, course: Path) -> None:
    """A replaced notebook counts as untouched until the student edits it."""
    _edit(course / FIRST, "Second.")
    copy_course(student, update=True)
    third = _edit(course / FIRST, "Third.")
    assert [FIRST] == copy_course(student, update=True).replaced
    assert third == (student / FIRST).read_bytes()


@pytest.mark.parametrize("manifest", [None, "", "[1]", "{", '{"01-read.ipynb": null}', '{"01-read.ipynb": 7}'])
@pytest.mark.parametrize("held", [b"", b"{", b"my essay", b'{"cells": 7}', b"\xff\xfe"])
def test_a_file_that_is_no_notebook_is_never_written_over(
    held: bytes, manifest: str | None, student: Path, course: Path
) -> None:
    """A torn or foreign file under a lesson's name stays, whatever the folder remembers of earlier copies."""
    (student / FIRST).write_bytes(held)
    (student / MEMORY).unlink()
    if manifest is not None:
        (student / MEMORY).write_text(manifest, encoding="utf-8")
    _edit(course / FIRST, "A better beginning.")
    copied = copy_course(student, update=True)
    assert held == (student / FIRST).read_bytes()
    assert "01-read (new).ipynb" == copied.beside[FIRST]


def test_without_its_memory_a_folder_is_treated_as_changed(student: Path, course: Path) -> None:
    """If the hidden file is gone, nothing is replaced: the new lesson stands beside."""
    (student / MEMORY).unlink()
    before = (student / FIRST).read_bytes()
    _edit(course / FIRST, "A better beginning.")
    assert [] == copy_course(student, update=True).replaced
    assert before == (student / FIRST).read_bytes()


def test_other_files_of_the_student_stay(student: Path, course: Path) -> None:
    """Answers and own notebooks are not touched by an update."""
    for name in ("my-progress.jsonl", "essay.ipynb"):
        (student / name).write_text("mine", encoding="utf-8")
    _edit(course / FIRST, "A better beginning.")
    copy_course(student, update=True)
    assert ["mine", "mine"] == [(student / n).read_text(encoding="utf-8") for n in ("my-progress.jsonl", "essay.ipynb")]


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    """The file stays, and the message names another folder."""
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="is a file, not a folder"):
        copy_course(tmp_path / "notes")
    with pytest.raises(CommuniqueError, match="Nothing can be written"):
        copy_course(tmp_path / "notes" / "below")
    assert "mine" == (tmp_path / "notes").read_text(encoding="utf-8")


@pytest.mark.parametrize("inside", [notebooks_folder, lessons_folder, lambda: notebooks_folder() / "mine"])
def test_the_course_itself_is_no_students_folder(inside: Callable[[], Path]) -> None:
    """Nobody starts in the folder from which all others are copied."""
    with pytest.raises(CommuniqueError, match="holds the course itself"):
        copy_course(inside())


def test_a_notebook_that_was_not_built_is_said(course: Path, tmp_path: Path) -> None:
    """An author who forgot to build is told the command."""
    (course / FIRST).unlink()
    with pytest.raises(CommuniqueError, match="make notebooks"):
        copy_course(tmp_path / "my-course")


def test_what_a_notebook_says_is_its_cells(course: Path) -> None:
    """Two copies are compared by kind and words of their cells; a file that is none says nothing."""
    assert None is cells_of(course / "no-such.ipynb")
    before = cells_of(course / FIRST)
    _run(course / FIRST)
    assert before == cells_of(course / FIRST)
    _edit(course / FIRST)
    assert "markdown: My own note." == cells_of(course / FIRST)[0]


def test_notebooks_of_former_lessons_stay_and_are_named(student: Path, course: Path) -> None:
    """They are the student's, changed or not; a notebook that never came from the course is not spoken of."""
    memory = json.loads((student / MEMORY).read_text(encoding="utf-8"))
    for name in ("01-start.ipynb", "05-voices.ipynb", "mine.ipynb"):
        (student / name).write_bytes((course / FIRST).read_bytes())
    gone = {"01-start.ipynb": [], "05-voices.ipynb": [], "09-thrown-away.ipynb": []}
    (student / MEMORY).write_text(json.dumps(memory | gone), encoding="utf-8")
    (student / NAMES[1]).unlink()
    copied = copy_course(student, update=True)
    assert (["01-start.ipynb", "05-voices.ipynb"], [NAMES[1]]) == (copied.former, copied.new)
    assert (course / FIRST).read_bytes() == (student / "01-start.ipynb").read_bytes()
    assert ["01-start.ipynb", "05-voices.ipynb"] == copy_course(student).former
