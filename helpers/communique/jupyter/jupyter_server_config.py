"""For the Jupyter servers that the course starts: a lesson looks like a page, and is saved without its outputs.

Its kernel imports what the first cells need before they are run: while the student reads what is above the button.

`communique start` puts this folder on JUPYTER_CONFIG_PATH; Binder and a JupyterHub copy it. No other server reads it.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

c = get_config()  # type: ignore[name-defined]  # noqa: F821  (Jupyter puts it there)

c.LabApp.custom_css = True
c.ServerApp.tornado_settings = {"static_custom_path": [str(Path(__file__).with_name("custom"))]}


def is_lesson(content: dict[str, Any] | None) -> bool:
    """Whether a notebook is one of the course's."""
    return "communique" in ((content or {}).get("metadata") or {})


def leave_outputs_out(model: dict[str, Any], **_: Any) -> None:
    """Save a lesson as it was built: its outputs need the kernel that made them, and mean nothing the next day."""
    content = model.get("content") or {}
    if model["type"] != "notebook" or not is_lesson(content):
        return
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None


class Lessons(AsyncLargeFileManager):
    """A notebook has changed only where its cells have: a save that comes late is no reason to ask a student.

    While Jupyter writes a notebook, its file is empty for anyone who reads it, and a student is shown an error; so
    there is one read or save at a time. What a save itself reads is part of it. Where a lesson's cells are those of
    its file, as after Run All, nothing is written: the disk would hold up all that the kernel sends meanwhile.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._lock = asyncio.Lock()
        self._whose: asyncio.Task[Any] | None = None
        self._on_disk: dict[str, tuple[Any, str]] = {}  # path -> when its file was written, and its cells

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
            if model.get("type") != "notebook" or not is_lesson(model.get("content")):
                return await super().save(model, path)
            leave_outputs_out(model)
            path, cells = path.strip("/"), cells_of(model)
            if path in self._on_disk and await self.file_exists(path):
                there = await super().get(path, content=False)
                if self._on_disk[path] == (there["last_modified"], cells):
                    return there
            written = await super().save(model, path)
            self._on_disk[path] = written["last_modified"], cells
            return written

    async def get(
        self, path: str, content: bool = True, type: Any = None, format: Any = None, require_hash: bool = False
    ) -> Any:
        async with self._turn():
            model = await super().get(path, content, type, format, require_hash)
            if model["type"] != "notebook":
                return model
            if content and is_lesson(model["content"]):
                self._on_disk[path.strip("/")] = model["last_modified"], cells_of(model)
            if require_hash:
                notebook = model["content"] if content else await self._read_notebook(self._get_os_path(path))
                sources = "\0".join(cell["source"] for cell in notebook["cells"])
                model["hash"] = sha256(sources.encode()).hexdigest()
            return model


def cells_of(model: dict[str, Any]) -> str:
    """The cells of a notebook, whether each is trusted, and the kernel that was chosen for them, to compare."""
    kernel = (model["content"]["metadata"].get("kernelspec") or {}).get("name")
    cells = [cell | {"metadata": {"trusted": False} | cell["metadata"]} for cell in model["content"]["cells"]]
    return json.dumps([kernel, cells], sort_keys=True)


class Kernels(AsyncMappingKernelManager):
    """A lesson's kernel loads `communique.student.first_cells` as it starts; other notebooks' kernels know nothing."""

    async def _async_start_kernel(self, **how: Any) -> str:
        notebook = Path(self.root_dir, (how.get("env") or {}).get("JPY_SESSION_NAME", ""))
        if (how.get("kernel_name") or "python3").startswith("python") and notebook.suffix == ".ipynb":
            with suppress(OSError, ValueError):
                if is_lesson(json.loads(notebook.read_bytes())):
                    how["extra_arguments"] = ["--IPKernelApp.extra_extensions=communique.student.first_cells"]
        return await super()._async_start_kernel(**how)

    start_kernel = _async_start_kernel  # type: ignore[assignment]  # as in the class below it


c.ServerApp.contents_manager_class = Lessons
c.ServerApp.kernel_manager_class = Kernels
c.ContentsManager.pre_save_hook = leave_outputs_out
