"""The notebooks are built from the lessons, carry no outputs, and run from top to bottom."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from communique.base.places import notebooks_folder
from communique.course.course import load_course
from communique.student.notebooks import ANY, FOLD, build_notebooks, notebook_text

from ..notebook_runs import RunNotebook
from ..some import some

COURSE = load_course()
each_lesson = pytest.mark.parametrize("info", COURSE.lessons, ids=lambda info: info.name)


def _notebook(info: Any) -> nbformat.NotebookNode:
    return nbformat.read(notebooks_folder() / info.notebook, as_version=4)


def test_notebooks_are_in_step_with_the_lessons() -> None:
    """What students open is what lessons/ says. If this fails, the notebooks have just been built: commit them."""
    assert [] == [path.name for path in build_notebooks()]


@each_lesson
def test_building_is_the_same_each_time(info: Any) -> None:
    """Two builds of one lesson are equal to the last byte."""
    assert notebook_text(info, COURSE) == notebook_text(info, COURSE)


def test_a_build_writes_what_is_new_and_removes_what_is_gone(tmp_path: Path) -> None:
    """Only what changed is written; a lesson's old notebook goes, and files of other names stay."""
    target = tmp_path / "notebooks"
    target.mkdir()
    shutil.copyfile(notebooks_folder() / COURSE.lessons[0].notebook, target / "09-old.ipynb")
    (target / "my-own.ipynb").write_text("{}", encoding="utf-8")
    (target / "README.md").write_text("For students.", encoding="utf-8")
    names = [info.notebook for info in COURSE.lessons]
    forms = [info.notebook for info in COURSE.forms]
    assert [*names, *forms, "09-old.ipynb", *names, "class.ipynb", "review.ipynb"] == [
        path.name for path in build_notebooks(target)
    ]
    assert [] == build_notebooks(target)
    assert sorted(["README.md", *names, *forms, "my-own.ipynb"]) == sorted(
        path.name for path in target.iterdir() if path.is_file()
    )
    assert sorted(names) == sorted(path.name for path in (target / ANY).iterdir())


@each_lesson
def test_a_notebook_is_small_and_carries_nothing_of_a_run(info: Any) -> None:
    """No outputs, no counts, no state of widgets, and less than 100 KB."""
    notebook = _notebook(info)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [([], None)] * len(code) == [(cell.outputs, cell.execution_count) for cell in code]
    assert {"communique", "kernelspec", "language_info"} == set(notebook.metadata)
    assert (notebooks_folder() / info.notebook).stat().st_size < 100_000


@each_lesson
def test_a_notebook_is_valid_and_names_its_kernel(info: Any) -> None:
    """Any Jupyter opens it and knows what to start."""
    notebook = _notebook(info)
    nbformat.validate(notebook)
    assert "python3" == notebook.metadata.kernelspec.name
    assert (4, 5) == (notebook.nbformat, notebook.nbformat_minor)


@each_lesson
def test_cells_have_stable_ids(info: Any) -> None:
    """An id is made of the lesson's name and the cell's number, so that two versions can be compared."""
    ids = [cell.id for cell in _notebook(info).cells]
    assert [f"{info.name}-{number:02d}" for number in range(1, len(ids) + 1)] == ids


@each_lesson
def test_code_that_teaches_nothing_is_folded(info: Any) -> None:
    """What lesson.md hides is hidden in JupyterLab, and nothing else."""
    for cell in some(_notebook(info).cells):
        hidden = "hide-input" in cell.metadata.get("tags", [])
        assert hidden == cell.metadata.get("jupyter", {}).get("source_hidden", False)


@each_lesson
def test_the_last_cell_leads_on(info: Any) -> None:
    """Links to the lessons before and after are to files that there are."""
    last = _notebook(info).cells[-1]
    linked = [other.notebook for other in COURSE.lessons if f"({other.notebook})" in last.source]
    assert [o.notebook for o in COURSE.lessons if abs(o.number - info.number) == 1] == linked


@each_lesson
def test_a_notebook_runs_from_top_to_bottom(info: Any, tmp_path: Path, run_notebook: RunNotebook) -> None:
    """A new student presses Run All: no cell ends in an error or a warning, and nothing but answers is written."""
    folder = tmp_path / "student"
    folder.mkdir()
    shutil.copyfile(notebooks_folder() / info.notebook, folder / info.notebook)
    notebook = run_notebook(nbformat.read(folder / info.notebook, as_version=4), folder)
    outputs = [(cell.id, output) for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [] == [(name, output) for name, output in outputs if output.output_type in ("error", "stream")]
    assert {cell.id for cell in notebook.cells if cell.cell_type == "code" and "lesson." in cell.source} <= {
        name for name, _ in outputs
    } | {cell.id for cell in notebook.cells if cell.source.rstrip().endswith("lesson.article")}
    assert [info.notebook] == os.listdir(folder)


def test_cells_run_in_any_order(tmp_path: Path, run_notebook: RunNotebook) -> None:
    """From the last cell to the first: each works by itself, and none says that a name is not defined."""
    notebook = nbformat.read(notebooks_folder() / COURSE.lesson("events").notebook, as_version=4)
    notebook.cells.reverse()
    ran = run_notebook(notebook, tmp_path)
    outputs = [output for cell in ran.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [] == [output for output in outputs if output.output_type in ("error", "stream")]


@each_lesson
def test_a_lesson_begins_with_its_button_and_cannot_be_broken(info: Any) -> None:
    """JupyterLab's button runs all cells; no cell can be deleted, and only code that is shown can be changed."""
    cells = _notebook(info).cells
    assert 1 == cells[0].source.count('data-commandlinker-command="notebook:run-all-cells">Start this lesson</button>')
    assert {False} == {cell.metadata.deletable for cell in cells}
    shown = [cell.cell_type == "code" and "hide-input" not in cell.metadata.get("tags", []) for cell in cells]
    assert shown == [cell.metadata.editable for cell in cells]
    folded = [number for number, cell in enumerate(cells) if cell.metadata.get("jp-MarkdownHeadingCollapsed")]
    behind = [cell.source.startswith("## ") for cell in cells]
    assert [] == [number for number in folded if True not in behind[number + 1 :]]
    code = [number - 1 for number, is_shown in enumerate(shown) if is_shown][:1]
    assert code == [number for number in folded if cells[number].source.startswith(FOLD)]
    assert len(code) <= len(folded) <= 2
