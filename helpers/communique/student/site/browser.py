"""A lesson in the browser alone: on Pyodide the journal is a file in memory, and the browser's own store keeps it.

Every line goes to the store before the page is told that it is saved, and lines of other tabs come in from there.
"""

import asyncio
import contextlib
import json
import uuid
from collections.abc import Callable, Iterable
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from IPython import get_ipython
from IPython.display import display
from pyodide.code import run_js
from pyodide.ffi import JsException, create_proxy, to_js
from pyodide_js import loadPackage

from ...base.errors import CommuniqueError
from ...base.remembered import SHIPPED
from ...base.strings import text
from ...course import journal
from ...course.course import OWN_ARTICLES
from ...text import spans
from ...widgets.base import CommuniqueWidget
from ...widgets.plain import PlainBox
from .. import lesson

_MODULES = {"pyyaml": "yaml"}


class _Store:
    """The browser's store of one site; what is in the file up to `kept` is in it."""

    def __init__(self) -> None:
        self.store = run_js(resources.files(__package__).joinpath("store.js").read_text(encoding="utf-8"))
        self.file, self.kept = Path.cwd() / journal.FILE_NAME, 0
        self._files: dict[Path, int] = {}  # those in the store, and when each was last changed
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Bring out what the store has, and from now on keep what is added in whichever tab."""
        CommuniqueWidget.when_kept = self.when_kept
        journal.Journal.in_browser = True
        try:
            self._write("wb", list(await self.store.all()))
            for name, content in await self.store.files():
                file = Path.cwd() / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.to_bytes())
                self._files[file] = file.stat().st_mtime_ns
            if not (drawn := Path.cwd() / ".browser").exists():
                drawn.write_text(uuid.uuid4().hex)
                await self.store.write(drawn.name, to_js(drawn.read_bytes()))
            journal.Journal.computer = drawn.read_text()
        except JsException as error:
            display(PlainBox(text("browser", "no-store"), [text("browser", "no-store-next"), str(error.message)]))
        else:
            self.store.heard(create_proxy(self._hear))

    def when_kept(self, tell: Callable[[dict[str, str]], None]) -> None:

        async def keep_and_tell() -> None:
            tell(await self._keep())

        task = asyncio.ensure_future(keep_and_tell())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep(self) -> dict[str, str]:
        async with self._turn:
            content = self.file.read_bytes() if self.file.exists() else b""
            new = content[self.kept :]
            try:
                if new:
                    await self.store.add(to_js(new.decode("utf-8").splitlines()))
                for file in filter(Path.is_file, (Path.cwd() / OWN_ARTICLES).rglob("[!.]*")):
                    if (changed := file.stat().st_mtime_ns) != self._files.get(file):
                        await self.store.write(str(file.relative_to(Path.cwd())), to_js(file.read_bytes()))
                        self._files[file] = changed
            except JsException as error:
                return {"trouble": text("browser", "not-kept", why=error.message)}
            self.kept += len(new)
            return {}

    def _hear(self, lines: Any) -> None:
        """Lines that another tab has added, or that were brought."""

        async def take() -> None:
            if "trouble" not in await self._keep():
                self._write("ab", list(lines))
            for opened in lesson.opened:
                opened.journal.say_changed()

        self._tasks.add(asyncio.ensure_future(take()))

    def _write(self, mode: str, lines: list[str]) -> None:
        content = "".join(f"{line}\n" for line in lines).encode()
        with self.file.open(mode) as file:
            file.write(content)
        self.kept += len(content)


_open: list[_Store] = []


async def begin() -> None:
    """Have the journal in place before a lesson is opened; once is enough."""
    if not _open:
        sentences = json.loads((SHIPPED / "sentences.json").read_text(encoding="utf-8"))
        spans.KNOWN_SENTENCES.update(
            {one: [spans.Span(*place) for place in places] for one, places in sentences.items()}
        )
        get_ipython().set_custom_exc((CommuniqueError,), _say)
        store = _Store()
        await store.open()
        _open.append(store)


def _say(_shell: object, _kind: object, error: CommuniqueError, _traceback: object, **_options: object) -> None:
    """Say what a cell lacks and let it count as run: after an error JupyterLab would run no other cell."""
    title, *lines = error.what.splitlines()
    display(PlainBox(title, [*lines, *([error.next_step] if error.next_step else [])]))


async def need(*packages: str, may_lack: Iterable[str] = ()) -> None:
    """Fetch packages that a cell needs and the first words of a lesson do not.

    `may_lack` are those that only a part of the cell needs, which says so itself where one is missing.
    """
    with contextlib.suppress(JsException):  # whatever is missing: a wheel, the network, a part of a package
        await loadPackage(to_js([*packages, *may_lack]))
    for name in packages:
        if find_spec(_MODULES.get(name, name)) is None:
            raise CommuniqueError(text("browser", "missing", package=name), text("browser", "missing-next"))
