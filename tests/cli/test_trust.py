"""JupyterLab runs a notebook that holds what the course made without a question, and asks about any other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from communique import cli
from nbformat.sign import NotebookNotary

from ..conftest import DRAFT_ARTICLE


@pytest.fixture(params=["start", "review"])
def opened(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], Path]:
    """A command, called on one computer, and a notebook that it made, on another."""
    folder = tmp_path / "folder"
    if request.param == "review":
        shutil.copytree(DRAFT_ARTICLE, folder)
    command = [request.param, str(folder), "--no-open"]
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "one"))
    assert 0 == cli.main(command)
    notebook = next(iter(sorted(tmp_path.rglob("*.ipynb"))))
    assert is_trusted(notebook)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "another"))
    assert not is_trusted(notebook)
    return command, notebook


def is_trusted(notebook: Path) -> bool:
    return NotebookNotary().check_signature(nbformat.read(notebook, as_version=4))


def change(notebook: Path, cell_type: str, **values: Any) -> None:
    """Change the first cell of a kind."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    next(cell for cell in content["cells"] if cell["cell_type"] == cell_type).update(values)
    notebook.write_text(json.dumps(content), encoding="utf-8")


def test_a_folder_from_another_computer_is_trusted(opened: tuple[list[str], Path]) -> None:
    """Also where Jupyter has written the file in its own way since."""
    command, notebook = opened
    content = json.loads(notebook.read_text(encoding="utf-8"))
    notebook.write_text(json.dumps(content, indent=3), encoding="utf-8")
    assert 0 == cli.main(command)
    assert is_trusted(notebook)


@pytest.mark.parametrize(
    ("cell_type", "values"),
    [
        ("code", {"source": "print('somebody else')"}),
        ("code", {"outputs": [{"output_type": "display_data", "data": {"text/html": "<b>x</b>"}, "metadata": {}}]}),
        ("markdown", {"source": "Something else."}),
    ],
)
def test_what_somebody_changed_is_not_trusted(
    opened: tuple[list[str], Path], cell_type: str, values: dict[str, Any]
) -> None:
    """A cell with other words, or an output that was saved."""
    command, notebook = opened
    change(notebook, cell_type, **values)
    assert 0 == cli.main(command)
    assert not is_trusted(notebook)
