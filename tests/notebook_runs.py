"""Notebooks run from top to bottom, all in one kernel: a kernel takes longer to start than a lesson to run."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty
from typing import Any

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
        # The notebook before had a folder that may be gone; unfrozen, each reset would go through all modules.
        begin = f"__import__('os').chdir({str(folder)!r})\n%reset -f\n__import__('gc').freeze()"
        client.nb = v4.new_notebook(cells=[v4.new_code_cell(begin)])
        client.execute_cell(client.nb.cells[0], 0)
        assert [] == client.nb.cells[0].outputs
        client.nb = notebook
        client.reset_execution_trackers()
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
        client.set_widgets_metadata()
        return notebook

    with client.setup_kernel(env=env | {"PYTHONWARNINGS": "default"} | environment):
        for channel in (client.kc.shell_channel, client.kc.iopub_channel):
            channel.get_msg = _in_short_waits(channel.get_msg)
        yield run


def _in_short_waits(get_msg: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """A channel's `get_msg` that looks again each second: its wait can miss what comes just as it begins."""

    async def get(timeout: float | None = None) -> Any:
        end = math.inf if timeout is None else time.monotonic() + timeout
        while True:
            try:
                return await get_msg(timeout=max(0, min(1, end - time.monotonic())))
            except Empty:
                if time.monotonic() >= end:
                    raise

    return get
