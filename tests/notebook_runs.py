"""Notebooks run from top to bottom, all in one kernel: a kernel takes longer to start than a lesson to run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nbclient import NotebookClient
from nbformat import NotebookNode, v4

#: Runs a notebook as if it lay in a folder; an error in a cell is an output of the cell.
RunNotebook = Callable[[NotebookNode, Path], NotebookNode]


@contextmanager
def one_kernel(**environment: str) -> Iterator[RunNotebook]:
    """A kernel that knows none of a notebook's variables when the next one begins, and warns of what will change."""
    client = NotebookClient(v4.new_notebook(), timeout=120, kernel_name="python3", allow_errors=True)
    env = {name: value for name, value in os.environ.items() if name != "COMMUNIQUE_PROGRESS"}

    def run(notebook: NotebookNode, folder: Path) -> NotebookNode:
        client.nb = v4.new_notebook(cells=[v4.new_code_cell(f"%reset -f\n%cd -q {folder}")])
        client.execute_cell(client.nb.cells[0], 0)
        assert [] == client.nb.cells[0].outputs
        client.nb = notebook
        client.reset_execution_trackers()
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
        client.set_widgets_metadata()
        return notebook

    with client.setup_kernel(env=env | {"PYTHONWARNINGS": "default"} | environment):
        yield run
