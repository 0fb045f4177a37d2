"""The course as a static site, built once for all its tests, and served from a folder far below a host's root."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from communique.student.site.building import build_site
from playwright.sync_api import BrowserContext, Locator, Page, expect

PATH = "/some/where/course"
#: What JupyterLite's kernel wants of Pyodide's own packages, beside what these depend on.
PACKAGES = ("micropip", "ipython", "jedi", "python-dateutil", "typing-extensions")


def make_pyodide(place: Path) -> Path:
    """A folder with Pyodide as npm has it, and the packages of it that PyPI has for any machine."""
    from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION

    npm = shutil.which("npm")
    if npm is None:
        message = "no npm on this machine, from which the site's tests get Pyodide"
        (pytest.fail if os.environ.get("COMMUNIQUE_REQUIRE_JS") == "1" else pytest.skip)(message)
    folder = place / "pyodide"
    folder.mkdir()
    subprocess.run([npm, "pack", "--silent", f"pyodide@{PYODIDE_VERSION}"], cwd=place, check=True, capture_output=True)
    with tarfile.open(place / f"pyodide-{PYODIDE_VERSION}.tgz") as packed:
        for member in packed.getmembers():
            if re.search(r"\.(mjs|wasm|zip|json)$", member.name) and not member.name.endswith("package.json"):
                (folder / Path(member.name).name).write_bytes(packed.extractfile(member).read())
    lock = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    wanted, found = list(PACKAGES), {}
    while wanted:
        entry = lock["packages"][wanted.pop().lower().replace("_", "-")]
        if entry["name"] not in found:
            found[entry["name"]] = entry
            wanted += entry["depends"]
    pins = [f"{entry['name']}=={entry['version']}" for entry in found.values()]
    download = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:"]
    subprocess.run([*download, "--python-version=3.14", "--dest", str(folder), *pins], check=True, capture_output=True)
    wheels = {re.sub(r"[-_.]+", "-", path.name.split("-")[0]).lower(): path for path in folder.glob("*.whl")}
    for name, entry in found.items():
        wheel = wheels[re.sub(r"[-_.]+", "-", name).lower()]
        entry |= {"file_name": wheel.name, "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest()}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return folder


@contextlib.contextmanager
def served(root: Path) -> Iterator[Site]:
    """A built site as a host without any settings serves it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=root)) as server:
        server.received = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(root / PATH[1:], server)
        server.shutdown()


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def copyfile(self, source, outputfile) -> None:
        self.server.received.append((self.path, os.fstat(source.fileno()).st_size))
        super().copyfile(source, outputfile)


class Site:
    """Where a site is: its folder, its address, and what was asked of it (path and bytes)."""

    def __init__(self, folder: Path, server: ThreadingHTTPServer) -> None:
        self.folder, self.received = folder, server.received
        self.url = f"http://127.0.0.1:{server.server_port}{PATH}/"

    def close_network(self, context: BrowserContext) -> list[str]:
        """Let nothing through but the site itself; gives what was asked for elsewhere, as it comes."""
        asked: list[str] = []
        context.route(
            lambda url: not url.startswith((self.url, "data:", "blob:")),
            lambda route: (asked.append(route.request.url), route.abort()),
        )
        return asked


def build(place: Path) -> Path:
    """The root of a host that has the site far below it."""
    root = place / "host"
    root.joinpath(PATH[1:]).parent.mkdir(parents=True)
    build_site(root / PATH[1:], make_pyodide(place))
    return root


def new_version(folder: Path) -> None:
    """Put a site of another version in the place of this one: the course's wheel and its scripts are others."""
    wheel = next(folder.glob("communique/wheels/communique-*.whl"))
    before = hashlib.sha256(wheel.read_bytes()).hexdigest()
    with zipfile.ZipFile(wheel) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    files["communique/widgets/static/widget.js"] += b'\ndocument.documentElement.dataset.wheel = "new";\n'
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    settings = folder / "communique" / "config.json"
    config = settings.read_text(encoding="utf-8")
    assert before in config
    settings.write_text(config.replace(before, hashlib.sha256(wheel.read_bytes()).hexdigest()), encoding="utf-8")
    with (folder / "communique" / "lesson.js").open("a", encoding="utf-8") as script:
        script.write('document.documentElement.dataset.script = "new";\n')


def begin(page: Page) -> None:
    """Press the button of a lesson's page, and wait for the lesson."""
    page.get_by_role("button", name="Start this lesson").first.click()
    has_run(page)


def has_run(page: Page) -> None:
    """Wait until a lesson that was begun has run."""
    expect(page.locator("#communique-first")).to_have_count(0, timeout=240_000)
    expect(page.locator(".cq-foot")).to_be_attached(timeout=240_000)


def card(page: Page, question: str) -> Locator:
    """The card of a question."""
    found = page.locator(f'[data-question="{question}"]')
    found.scroll_into_view_if_needed()
    return found
