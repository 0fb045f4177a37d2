"""What the servers that we start do with a lesson that is read and saved at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import communique
import nbformat
import pytest
from communique.course.course import load_course
from communique.student.folder import copy_course
from traitlets.config import PyFileConfigLoader

SETTINGS = Path(communique.__file__).parent / "jupyter"
WHILE_WRITING = 300  # turns of the server's loop for others: reading a notebook takes a few


def test_a_lesson_that_is_being_saved_is_not_read_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JupyterLab asks for a notebook's hash whenever it saves, and a slow computer is still busy with the last save."""
    copy_course(tmp_path)
    notebook = load_course().lesson("events").notebook
    config = PyFileConfigLoader("jupyter_server_config.py", str(SETTINGS)).load_config()
    manager = config.ServerApp.contents_manager_class(root_dir=str(tmp_path))
    readers: list[Any] = []

    async def story() -> tuple[str, str]:
        loop = asyncio.get_running_loop()
        before = await manager.get(notebook, content=True, require_hash=True)

        def slowly(*arguments: Any, **named: Any) -> None:
            reader = manager.get(notebook, content=False, require_hash=True)
            readers.append(asyncio.run_coroutine_threadsafe(reader, loop))
            for _ in range(WHILE_WRITING):
                asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result()
            write(*arguments, **named)

        write = nbformat.write
        monkeypatch.setattr(nbformat, "write", slowly)
        await manager.save({"type": "notebook", "format": "json", "content": before["content"]}, notebook)
        return before["hash"], (await asyncio.wrap_future(readers[0]))["hash"]

    with ThreadPoolExecutor() as beside:  # where a browser is driven, this thread has a loop already
        before, read = beside.submit(asyncio.run, story()).result()
    assert before == read
    assert not list(tmp_path.glob("*.invalid"))
