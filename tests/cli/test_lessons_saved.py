"""What the servers that we start do with a lesson: how it is read and saved, and what its kernel begins with."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import communique
import nbformat
import pytest
from communique.course.course import load_course
from communique.student.folder import copy_course
from traitlets.config import PyFileConfigLoader

LESSON = load_course().lesson("events").notebook
SETTINGS = Path(communique.__file__).parent / "jupyter"
WHILE_WRITING = 300  # turns of the server's loop for others: reading a notebook takes a few


def test_a_lesson_that_is_being_saved_is_not_read_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JupyterLab asks for a notebook's hash whenever it saves, and a slow computer is still busy with the last save."""
    manager = served(tmp_path)
    readers: list[Any] = []

    async def story() -> tuple[str, str]:
        loop = asyncio.get_running_loop()
        before = await manager.get(LESSON, content=True, require_hash=True)
        before["content"]["cells"][0]["metadata"]["jp-MarkdownHeadingCollapsed"] = True

        def slowly(*arguments: Any, **named: Any) -> None:
            reader = manager.get(LESSON, content=False, require_hash=True)
            readers.append(asyncio.run_coroutine_threadsafe(reader, loop))
            for _ in range(WHILE_WRITING):
                asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result()
            write(*arguments, **named)

        write = nbformat.write
        monkeypatch.setattr(nbformat, "write", slowly)
        await manager.save({"type": "notebook", "format": "json", "content": before["content"]}, LESSON)
        return before["hash"], (await asyncio.wrap_future(readers[0]))["hash"]

    before, read = asynchronously(story())
    assert before == read
    assert not list(tmp_path.glob("*.invalid"))


def test_a_lesson_is_written_only_where_its_cells_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After Run All the page saves what is on the disk already; what a student writes, and another kernel, is saved."""
    manager = served(tmp_path)
    written: list[Any] = []
    write = nbformat.write
    monkeypatch.setattr(nbformat, "write", lambda *args, **named: (written.append(1), write(*args, **named)))

    async def story() -> list[int]:
        content = (await manager.get(LESSON))["content"]
        code = next(cell for cell in content["cells"] if cell["cell_type"] == "code")
        counts = []
        for source in (code["source"], code["source"], "1 + 1", "1 + 1"):
            output = nbformat.v4.new_output("stream", text="all is well")
            code |= {"execution_count": 1, "outputs": [output], "source": source}
            await manager.save({"type": "notebook", "format": "json", "content": content}, f"/{LESSON}")
            counts.append(len(written))
        content["metadata"]["kernelspec"]["name"] = "another"
        await manager.save({"type": "notebook", "format": "json", "content": content}, LESSON)
        counts.append(len(written))
        nbformat.write(nbformat.v4.new_notebook(), tmp_path / LESSON)  # by somebody else
        await manager.save({"type": "notebook", "format": "json", "content": content}, LESSON)
        return [*counts, len(written)]

    assert [0, 0, 1, 1, 2, 4] == asynchronously(story())
    (code, *_) = [c for c in nbformat.read(tmp_path / LESSON, as_version=4).cells if c.cell_type == "code"]
    assert ("1 + 1", []) == (code.source, code.outputs)


@pytest.mark.parametrize(("notebook", "ready"), [(LESSON, "True"), ("other.ipynb", "False")])
def test_a_kernel_has_what_a_lesson_needs_before_its_first_cell(tmp_path: Path, notebook: str, ready: str) -> None:
    """So it is no time that a student waits; nobody's own notebook has a kernel with anything of ours."""
    served(tmp_path)
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "other.ipynb")
    kernels = settings().ServerApp.kernel_manager_class(root_dir=str(tmp_path))
    code = "import sys; print('communique.widgets.reader' in sys.modules, 'reader' in globals())"
    said: list[str] = []

    async def story() -> None:
        where = {**os.environ, "JPY_SESSION_NAME": str(tmp_path / notebook)}
        name = await kernels.start_kernel(path="", kernel_name="python3", env=where)
        client = kernels.get_kernel(name).client()
        client.start_channels()
        try:
            await client.wait_for_ready(timeout=60)
            client.execute(code)
            while not said:
                message = await client.get_iopub_msg(timeout=60)
                said.extend([message["content"]["text"]] if message["msg_type"] == "stream" else [])
        finally:
            client.stop_channels()
            await kernels.shutdown_kernel(name, now=True)

    asynchronously(story())
    assert [f"{ready} False\n"] == said


def settings() -> Any:
    return PyFileConfigLoader("jupyter_server_config.py", str(SETTINGS)).load_config()


def served(folder: Path) -> Any:
    """A new course in a folder, as our servers read and save it."""
    copy_course(folder)
    return settings().ServerApp.contents_manager_class(root_dir=str(folder))


def asynchronously(story: Coroutine[Any, Any, Any]) -> Any:
    with ThreadPoolExecutor() as beside:  # where a browser is driven, this thread has a loop already
        return beside.submit(asyncio.run, story).result()
