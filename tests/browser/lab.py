"""A JupyterLab server and a Chromium that drives it. Every wait is for a condition, never for a time."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
from communique.cli.jupyterlab import environment
from communique.course.course import OPEN
from nbformat.sign import NotebookNotary
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from .axe import set_theme

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: What the site is built with (the extra `site`) looks for in JupyterLab too, where there is none of it; and what
#: anywidget says after two seconds on a slow computer, which widget.js mends (test_slow_computer.py sees that it does).
NOT_OURS = re.compile(r"Shared module @jupyterlite/services|\[anywidget\] Failed to initialize model")
#: What JupyterLab shows while it begins or changes its theme, and moves on the page for a while.
SPLASH = "@jupyterlab/apputils-extension:splash"
KERNEL_READY = """() => {
    const kernel = window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel;
    return kernel && kernel.connectionStatus === 'connected' && kernel.status === 'idle';
}"""
ALL_RUN = """() => {
    const panel = window.jupyterapp.shell.currentWidget;
    const code = panel.content.widgets.filter((cell) => cell.model.type === 'code');
    return code.length > 0 && code.every((cell) => cell.model.executionCount)
        && panel.sessionContext.session?.kernel?.status === 'idle';
}"""

#: Leaves nothing of a student's on the page; false where something is left. What is being saved is waited for, or
#: JupyterLab would say before the next student that it could not be. Where nothing is saved any more, the page goes.
CLEARED = """async () => {
    const panels = [...window.jupyterapp.shell.widgets('main')];
    const end = performance.now() + 5000;
    while (panels.some((panel) => panel.saves || panel.context?.model.dirty)) {
        if (document.querySelector('.jp-Dialog') || performance.now() > end) return false;
        await new Promise((done) => setTimeout(done, 20));
    }
    for (const panel of panels) panel.dispose();
    localStorage.clear();
    window.communiqueUnsent?.clear();
    return !document.querySelector('.jp-Dialog');
}"""
#: Counts the saves that are under way, but for one that had begun before.
WATCH_SAVES = """() => {
    const panel = window.jupyterapp.shell.currentWidget;
    panel.saves = 0;
    panel.context.saveState.connect((_, state) => {
        panel.saves = Math.max(0, panel.saves + (state === 'started' ? 1 : -1));
    });
}"""
#: The lines of text in some parts of the page that have more characters than 75.
LONG_LINES = """(where) => {
    const range = document.createRange();
    const lines = [];
    for (const part of document.querySelectorAll(where)) {
        const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        let block, end = Infinity;
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (text.parentElement.closest('.cq-hidden')) continue; // what is only heard
            let around = text.parentElement;
            while (getComputedStyle(around).display === 'inline') around = around.parentElement;
            for (let at = 0; at < text.length; at++) {
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const { left, width } = range.getBoundingClientRect();
                if (!width) continue;
                if (around !== block || left < end - 1) lines.push('');
                lines.push(lines.pop() + text.data[at]);
                [block, end] = [around, left + width];
            }
        }
    }
    return lines.filter((line) => line.trim().length > 75);
}"""
UNFOLD = "(summaries) => summaries.forEach((one) => { one.parentElement.open = true; })"
NEXT = """async (path) => {
    await window.jupyterapp.commands.execute('docmanager:open', { path, factory: 'Notebook' });
}"""
#: How many milliseconds a page waits for Python, in place of its own eight seconds, before it says that none answers.
PATIENCE = """(time) => {
    window.later ??= window.setTimeout;
    window.setTimeout = (act, after, ...rest) => window.later(act, after === 8000 ? time : after, ...rest);
}"""

# The lesson keeps the page at its beginning for a while after Run All, unless the student turns the wheel meanwhile.
TAKEN_OVER = "() => window.dispatchEvent(new Event('wheel')) && window.communiqueHead?.touched"


def find_chromium() -> str | None:
    """The Chromium of this machine, or None."""
    named = os.environ.get("COMMUNIQUE_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)


@contextlib.contextmanager
def no_answer_comes(page: Page) -> Iterator[None]:
    """The page is told at once what it would find out after eight seconds: that Python does not answer."""
    page.evaluate(PATIENCE, 0)
    yield
    page.evaluate(PATIENCE, 8000)


def everything_open(folder: Path) -> None:
    """Have everything there at once that appears after a question, in a student's folder."""
    (folder / OPEN).touch()


def keep_cells(lesson: Path, *words: str) -> None:
    """Leave in a student's notebook the lesson's head and its report, and of the other cells those with some words: a
    story about one part of a lesson needs no more, and test_lessons.py plays the whole of each."""
    notebook = nbformat.read(lesson, as_version=4)
    kept = ("lesson.reader(", *words)
    head = next(cell for cell in notebook.cells if cell.cell_type == "code")
    notebook.cells = [cell for cell in notebook.cells if cell is head or any(part in cell.source for part in kept)]
    nbformat.write(notebook, lesson)


class Lab:
    """One JupyterLab server in a folder of its own, with a home of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        self.page: Page | None = None  # that of the last student, for the next: JupyterLab takes long to begin
        self._beside, self._ending = ThreadPoolExecutor(1), None  # what ends the kernels of the last student
        folder.mkdir(parents=True, exist_ok=True)
        settings = home / "config" / "labconfig" / "page_config.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"disabledExtensions": {SPLASH: True}}), encoding="utf-8")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.token = secrets.token_hex(12)
        self.log = (home / "server.log").open("w")
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "jupyterlab",
                "--no-browser",
                "--allow-root",
                "--ip=127.0.0.1",
                f"--port={self.port}",
                f"--ServerApp.root_dir={folder}",
                "--LabApp.expose_app_in_browser=True",
            ],
            cwd=folder,
            env=self.environment(),
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._wait_until_up()

    def environment(self) -> dict[str, str]:
        return environment() | {
            "HOME": str(self.home),
            "JUPYTER_CONFIG_DIR": str(self.home / "config"),
            "JUPYTER_DATA_DIR": str(self.home / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.home / "runtime"),
            "IPYTHONDIR": str(self.home / "ipython"),
            "JUPYTER_TOKEN": self.token,
        }

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError((self.home / "server.log").read_text())
            with contextlib.suppress(OSError, urllib.error.URLError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/status?token={self.token}", timeout=5).read()
                return
            time.sleep(0.05)
        raise TimeoutError((self.home / "server.log").read_text())

    def request(self, method: str, path: str) -> object:
        """A call of the server's own API."""
        call = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/{path}", method=method, headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(call, timeout=30) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    def url(self, notebook: str) -> str:
        return f"http://127.0.0.1:{self.port}/doc/tree/{notebook}?token={self.token}&reset"

    def kernels(self) -> list[str]:
        """The ids of the kernels that run, once those that were to end have ended."""
        if self._ending:
            self._ending.result()
        return [kernel["id"] for kernel in self.request("GET", "kernels")]

    def end_kernels(self) -> None:
        self.let_kernels_end()
        self._ending.result()

    def let_kernels_end(self) -> None:
        """End the kernels that run now, while the next student begins."""
        calls = [("DELETE", f"kernels/{kernel}") for kernel in self.kernels()]
        self._ending = self._beside.submit(lambda: [self.request(*call) for call in calls])

    def trust(self, notebook: str) -> None:
        """Sign a notebook, as `communique start` does."""
        notary = NotebookNotary(data_dir=str(self.home / "data"))
        notary.sign(nbformat.read(self.folder / notebook, as_version=4))

    def stop(self) -> None:
        self._beside.shutdown()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.log.close()


class Student:
    """A student at a page: opens a lesson, runs it, reads, answers."""

    def __init__(self, lab: Lab, browser: Browser, *, width: int = 1280, height: int = 900) -> None:
        self.lab = lab
        kept, lab.page = lab.page, None
        self.goes_on = kept is not None
        self.leaves_page = True
        self.page: Page = kept or browser.new_page()
        if kept:
            set_theme(kept, "light")
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.set_default_timeout(60_000)
        self.received = 0
        self.troubles: list[str] = []
        self._heard: list[tuple[str, Callable[[Any], object]]] = []
        self.on("websocket", lambda socket: socket.on("framereceived", self._count))
        self.on("pageerror", self._note)

    def on(self, event: str, act: Callable[[Any], object]) -> None:
        """Hear an event of the page until the student goes."""
        self.page.on(event, act)
        self._heard.append((event, act))

    def _note(self, error: object) -> None:
        if not NOT_OURS.search(str(error)):
            self.troubles.append(str(error))

    def _count(self, frame: str | bytes) -> None:
        self.received += len(frame)

    def open(self, notebook: str) -> None:
        if self.goes_on:
            self.page.evaluate(NEXT, notebook)
        else:
            self.page.goto(self.lab.url(notebook))
        self.goes_on = False
        self.page.wait_for_selector(".jp-Notebook")
        self.page.wait_for_function(KERNEL_READY)
        self.page.evaluate(WATCH_SAVES)

    def run_all(self) -> None:
        self.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
        self.page.wait_for_function(ALL_RUN)
        self.page.wait_for_function(TAKEN_OVER)

    def open_and_run(self, notebook: str) -> None:
        self.open(notebook)
        self.run_all()

    def question(self, question_id: str) -> Locator:
        card = self.page.locator(f'[data-question="{question_id}"]')
        card.scroll_into_view_if_needed()
        return card

    def press(self, card: Locator, name: str) -> None:
        """Press a button of a question and wait until Python has answered."""
        card.get_by_role("button", name=re.compile(f"^{name}")).click()
        self.saved(card)

    def saved(self, card: Locator) -> None:
        expect(card.locator(".cq-saved")).to_have_text(re.compile("^(Saved|Draft saved)"))

    def close(self) -> None:
        """Go, and take the page along."""
        self.page.close()

    def leave(self) -> None:
        """Go, and leave the page to the next student, unless something went wrong on it."""
        for event, act in self._heard:
            self.page.remove_listener(event, act)
        fit = self.leaves_page and not self.troubles and not self.lab.page and "/doc/" in self.page.url
        if fit and self.page.evaluate(CLEARED):
            self.lab.page = self.page
        else:
            self.page.close()


@contextlib.contextmanager
def student_at(lab: Lab, browser: Browser, *, width: int = 1280, height: int = 900) -> Iterator[Student]:
    """A student, who leaves the page and no kernel behind; none of our code may have failed on the page."""
    student = Student(lab, browser, width=width, height=height)
    try:
        yield student
    except BaseException:
        student.close()
        raise
    else:
        student.leave()
    finally:
        lab.let_kernels_end()
    assert not student.troubles, student.troubles
