"""Notebooks run from top to bottom, all in one kernel: a kernel takes longer to start than a lesson to run."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from nbclient import NotebookClient
from nbformat import NotebookNode, v4

#: Runs a notebook as if it lay in a folder; an error in a cell is an output of the cell.
RunNotebook = Callable[[NotebookNode, Path], NotebookNode]


@contextmanager
def one_kernel(**environment: str) -> Iterator[RunNotebook]:
    """A kernel that knows none of a notebook's variables when the next one begins, and warns of what will change.

    Its messages have a loop of their own that always runs: one that runs only while a cell does can miss the answer
    that comes as it begins, and waits for it until the time is up.
    """
    client = NotebookClient(v4.new_notebook(), timeout=120, kernel_name="python3", allow_errors=True)
    env = {name: value for name, value in os.environ.items() if name != "COMMUNIQUE_PROGRESS"}
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()

    def wait(doing: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(doing, loop).result()

    async def run(notebook: NotebookNode, folder: Path) -> NotebookNode:
        client.nb = v4.new_notebook(cells=[v4.new_code_cell(f"%reset -f\n%cd -q {folder}")])
        await client.async_execute_cell(client.nb.cells[0], 0)
        assert [] == client.nb.cells[0].outputs
        client.nb = notebook
        client.reset_execution_trackers()
        for index, cell in enumerate(notebook.cells):
            await client.async_execute_cell(cell, index)
        client.set_widgets_metadata()
        return notebook

    kernel = client.async_setup_kernel(env=env | {"PYTHONWARNINGS": "default"} | environment)
    try:
        wait(kernel.__aenter__())
        try:
            yield lambda notebook, folder: wait(run(notebook, folder))
        finally:
            wait(kernel.__aexit__(None, None, None))
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
