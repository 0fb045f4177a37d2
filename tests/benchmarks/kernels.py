"""Memory: a lesson's kernel against a bare one with the same imports (PSS, after every cell has run)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
from communique.base.places import notebooks_folder
from communique.course.course import load_course
from jupyter_client.manager import start_new_kernel

from .figure import Figure

BARE = ["import pandas, ipywidgets, anywidget"]
DRAWN = ["import plotly.express; plotly.express.histogram([1])"]  # in the lessons where a student draws with it


def memory_after(cells: list[str]) -> float:
    """MiB (PSS) of a kernel that has run the cells in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        manager, client = start_new_kernel(cwd=folder)
        try:
            for cell in cells:
                reply = client.execute_interactive(cell, output_hook=lambda message: None, timeout=120)
                assert reply["content"]["status"] == "ok", reply["content"]
            return psutil.Process(manager.provisioner.pid).memory_full_info().pss / 2**20
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def code_cells(notebook: Path) -> list[str]:
    """What the notebook's code cells say."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def figures() -> Iterator[Figure]:
    lessons = [code_cells(notebooks_folder() / info.notebook) for info in load_course().lessons]
    for what, bare, cells in (
        ("kernel of the heaviest lesson", BARE, [c for c in lessons if not _draws(c)]),
        ("kernel of the heaviest lesson with Plotly", BARE + DRAWN, list(filter(_draws, lessons))),
    ):
        worst = max(map(memory_after, cells))
        yield Figure(f"{what} / bare kernel with the same", worst, memory_after(bare), "MiB", 1.15)


def _draws(cells: list[str]) -> bool:
    return any("plotly" in cell for cell in cells)
