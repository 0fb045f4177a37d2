"""For the Jupyter servers that the course starts: a lesson looks like a page, and is saved without its outputs.

`communique start` puts this folder on JUPYTER_CONFIG_PATH; Binder and a JupyterHub copy it. No other server reads it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager

c = get_config()  # type: ignore[name-defined]  # noqa: F821  (Jupyter puts it there)

c.LabApp.custom_css = True
c.ServerApp.tornado_settings = {"static_custom_path": [str(Path(__file__).with_name("custom"))]}


def leave_outputs_out(model: dict[str, Any], **_: Any) -> None:
    """Save a lesson as it was built: its outputs need the kernel that made them, and mean nothing the next day."""
    content = model.get("content") or {}
    if model["type"] != "notebook" or "communique" not in content.get("metadata", {}):
        return
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None


class Lessons(AsyncLargeFileManager):
    """A notebook has changed only where its cells have: a save that comes late is no reason to ask a student.

    While Jupyter writes a notebook, its file is empty for anyone who reads it, and a student is shown an error; so
    there is one read or save at a time. What a save itself reads is part of it.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._lock = asyncio.Lock()
        self._whose: asyncio.Task[Any] | None = None

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        me = asyncio.current_task()
        if self._whose is me:
            yield
            return
        async with self._lock:
            self._whose = me
            try:
                yield
            finally:
                self._whose = None

    async def save(self, model: dict[str, Any], path: str = "") -> Any:
        async with self._turn():
            return await super().save(model, path)

    async def get(
        self, path: str, content: bool = True, type: Any = None, format: Any = None, require_hash: bool = False
    ) -> Any:
        async with self._turn():
            model = await super().get(path, content, type, format, require_hash)
            if require_hash and model["type"] == "notebook":
                notebook = model if content else await super().get(path, True, "notebook")
                sources = "\0".join(cell["source"] for cell in notebook["content"]["cells"])
                model["hash"] = sha256(sources.encode()).hexdigest()
            return model


c.ServerApp.contents_manager_class = Lessons
c.ContentsManager.pre_save_hook = leave_outputs_out
