"""`communique review`: the notebook stands beside the article's folder, names it, and opens in JupyterLab."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest
from communique import cli

from ..conftest import DRAFT_ARTICLE
from ..notebook_runs import RunNotebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DRAFT_ARTICLE, tmp_path / 'the "river"'))


def test_the_notebook_runs_on_the_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], run_notebook: RunNotebook
) -> None:
    """With any name of the folder; from top to bottom without an error, and with the bench as its output."""
    assert 0 == cli.main(["review", str(folder), "--no-open"])
    path = folder.parent / 'review-the "river".ipynb'
    assert f"The review is in {path}\n" == capsys.readouterr().out
    notebook = run_notebook(nbformat.read(path, as_version=4), folder.parent)
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert ["display_data"] == [output.output_type.replace("execute_result", "display_data") for output in outputs]
    assert "application/vnd.jupyter.widget-view+json" in outputs[0].data


def test_a_notebook_that_is_there_stays(folder: Path) -> None:
    """What somebody wrote into it is still there."""
    assert 0 == cli.main(["review", str(folder), "--no-open"])
    path = folder.parent / 'review-the "river".ipynb'
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][0]["source"] = "My own notes."
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert 0 == cli.main(["review", str(folder), "--no-open"])
    assert "My own notes." in path.read_text(encoding="utf-8")
    assert 1 == len(list(folder.parent.glob("*.ipynb")))


def test_it_opens_jupyterlab_beside_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder's own parent, on that notebook, on this computer only."""
    called: list[list[str]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, env: called.append(command) or 0)
    assert 0 == cli.main(["review", str(folder), "--no-browser"])
    assert f"--ServerApp.root_dir={folder.parent}" in called[0]
    assert "--LabApp.default_url=/doc/tree/review-the%20%22river%22.ipynb" in called[0]
    assert "--ip=127.0.0.1" in called[0]


def test_without_an_article_the_next_step_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without one, and a folder that is not there."""
    for folder in (tmp_path, tmp_path / "none"):
        assert 1 == cli.main(["review", str(folder), "--no-open"])
        assert "Make one with: communique new SOURCE." in capsys.readouterr().err
    assert [] == list(tmp_path.glob("*.ipynb"))
