"""The teacher's notebook on a class: built from lessons/, run on a class, and never given to a student."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from communique import cli
from communique.base.places import notebooks_folder
from communique.course.handin import handin
from communique.course.journal import Journal
from communique.student.folder import copy_course
from communique.student.notebooks import TEACHER_NOTEBOOKS, teacher_notebook_text

from ..classes import make_class, put
from ..notebook_runs import RunNotebook


@pytest.mark.parametrize("name", TEACHER_NOTEBOOKS)
def test_building_is_the_same_each_time(name: str) -> None:
    """Two builds of one notebook are equal to the last byte."""
    assert teacher_notebook_text(name) == teacher_notebook_text(name)


@pytest.mark.parametrize("name", TEACHER_NOTEBOOKS)
def test_it_carries_nothing_of_a_run(name: str) -> None:
    """No outputs, ids of its own, and a kernel."""
    notebook = nbformat.read(notebooks_folder() / "teacher" / f"{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert [f"{name}-{number:02d}" for number in range(1, len(notebook.cells) + 1)] == [c.id for c in notebook.cells]
    assert {()} == {tuple(cell.outputs) for cell in notebook.cells if cell.cell_type == "code"}


@pytest.mark.parametrize("students", [0, 5])
def test_it_runs_from_top_to_bottom(students: int, tmp_path: Path, run_notebook: RunNotebook) -> None:
    """On a class and on an empty folder no cell ends in an error."""
    folder = tmp_path / "class"
    folder.mkdir()
    make_class(folder, students)
    assert 0 == cli.main(["report", str(folder), "--notebook"])
    notebook = run_notebook(nbformat.read(folder / "class.ipynb", as_version=4), folder)
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [] == [output for output in outputs if output.output_type in ("error", "stream")]
    assert f"{students} students" in str(outputs[0])


def test_no_word_of_a_student_is_markup_in_it(tmp_path: Path, run_notebook: RunNotebook) -> None:
    """A name that was typed to run a script is text in every table, in those behind a choice too."""
    folder = tmp_path / "class"
    make_class(folder / "others", 3)
    journal = next(folder.rglob("my-progress.jsonl"))
    put(folder / "my-handin.zip", handin(Journal(journal), name="<img src=x onerror=alert(1)>"))
    assert 0 == cli.main(["report", str(folder), "--notebook"])
    notebook = nbformat.read(folder / "class.ipynb", as_version=4)
    shown = "report.divided(question, 'first')._repr_html_()"
    notebook.cells.append(nbformat.v4.new_code_cell(f"for question in report.questions.index: print({shown})"))
    notebook.cells.append(
        nbformat.v4.new_code_cell("for name in report.forecasts.index: print(sealed(name)._repr_html_())")
    )
    run_notebook(notebook, folder)
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert [] == [output for output in outputs if output.output_type == "error"]
    tables = [output.data["text/html"] for output in outputs if "text/html" in output.get("data", {})]
    printed = [output.text for output in outputs if output.output_type == "stream"]
    assert len(tables) > 5
    assert "&lt;img src=x onerror" in "".join(printed)
    assert [] == [html for html in (*tables, *printed) if "<img" in html]


def test_the_notebook_comes_without_a_page(tmp_path: Path) -> None:
    """Nothing else is put into the folder."""
    assert 0 == cli.main(["report", str(tmp_path), "--notebook"])
    assert ["class.ipynb"] == [path.name for path in tmp_path.glob("*.*")]


def test_students_do_not_get_it(tmp_path: Path) -> None:
    """`communique start` copies lessons alone."""
    copy_course(tmp_path / "mine")
    assert [] == [path.name for name in TEACHER_NOTEBOOKS for path in (tmp_path / "mine").rglob(f"*{name}*")]
