"""`communique site`: JupyterLite with the course's notebooks and wheels, and our pages in front of it."""

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ...base.errors import CommuniqueError
from ...base.files import MEMORY, digest_of, not_written, read_memory, write_whole
from ...base.places import PACKAGE, built_notebook
from ...course.course import load_course
from .pages import KERNEL, write_pages
from .wheels import PAGES, TEXTS, get_wheels, pyodide_options, run

#: The folder of our own files in a site.
OURS = "communique"
#: What file managers put into any folder that somebody opens.
_FILE_MANAGERS = (".DS_Store", "Thumbs.db", "desktop.ini")
_BEGIN = """from communique.student.site import browser
await browser.begin()
"""
_NEED = """from communique.student.site import browser
await browser.need({})
"""
#: What a cell needs in which there is one of these: tables, drawing, an article of their own, agreement, a worksheet.
_NEEDS = {
    "'pandas'": re.compile(r"\barticle\.(?!coded)\w|load_article|timeline|_chart|_network|voice_shares"),
    "'plotly'": re.compile(r"\bplotly\b"),
    f"*{TEXTS}, may_lack={PAGES}": re.compile(r"your-article"),
    "may_lack=['nltk']": re.compile(r"coding-desk"),
    "may_lack=['jinja2']": re.compile(r"lesson\.finish"),
}
_KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
_USUAL = "https://cdn.jsdelivr.net/pyodide/v{}/full/pyodide.mjs"
_EXTENSIONS = ("@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "anywidget")


def build_site(out: Path, pyodide: Path | None = None) -> None:
    """Build the site into a folder, in place of an older one of ours; without a folder of Pyodide, jsDelivr has it.

    Raises:
        CommuniqueError: the folder holds a file that this command did not write, or that was changed since.
    """
    if pyodide and not (pyodide / "pyodide-lock.json").is_file():
        raise CommuniqueError(f"{pyodide} holds no Pyodide.", "Name the folder that has pyodide-lock.json in it.")
    if out.exists() and (others := others_file(out)):
        raise CommuniqueError(
            f"{out} holds a file that was not written by this command, or was changed since: {others}.",
            "Name a new folder, or take that file out first.",
        )
    if find_spec("jupyterlite_pyodide_kernel") is None:
        raise CommuniqueError("Building a site needs JupyterLite.", "Install it: pip install 'communique[site]'")
    out = out.resolve()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".communique-", dir=out.parent) as place:
            desk, made = Path(place) / "desk", Path(place) / "site"
            _lay_out(desk, pyodide)
            run(_lite(desk, made), "JupyterLite", desk)
            get_wheels(made / OURS / "wheels")
            write_pages(made, made / OURS, pyodide_options(made, made / OURS / "wheels"))
            put_in_place(made, out)
    except OSError as error:
        raise not_written(out, error) from error


def put_in_place(made: Path, out: Path) -> None:
    """Let a finished site take the place of an older one; it remembers its files, so that nobody else's is taken."""
    written = {path.relative_to(made).as_posix(): digest_of(path) for path in _files(made)}
    write_whole(made / MEMORY, json.dumps(written, indent=1))
    if out.exists():
        out.rename(made.with_name("old"))
    made.rename(out)


def others_file(out: Path) -> str:
    """A file in a folder that is not as this command wrote it, or ""."""
    if not out.is_dir():
        return out.name
    written = read_memory(out)
    names = ((path, path.relative_to(out).as_posix()) for path in _files(out) if path.name not in _FILE_MANAGERS)
    return next((name for path, name in names if name != MEMORY and digest_of(path) != written.get(name, "")), "")


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())


def _lay_out(desk: Path, pyodide: Path | None) -> None:
    """A folder as JupyterLite wants it: notebooks, settings, and Pyodide where it is to be brought along."""
    from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION

    (desk / "files").mkdir(parents=True)
    course = load_course()
    for info in (*course.lessons, *course.forms):
        notebook = json.loads(built_notebook(info.notebook).read_text(encoding="utf-8"))
        (desk / "files" / info.notebook).write_text(json.dumps(for_browser(notebook)), encoding="utf-8")
    shutil.copy(PACKAGE / "jupyter" / "labconfig" / "default_setting_overrides.json", desk / "overrides.json")
    if pyodide:
        shutil.copytree(pyodide, desk / "static" / "pyodide")
    settings = {
        "exposeAppInBrowser": True,
        "enableMemoryStorage": True,
        "contentsStorageDrivers": ["memoryStorageDriver"],
        "litePluginSettings": {KERNEL: {"disablePyPIFallback": True, "pyodideUrl": _USUAL.format(PYODIDE_VERSION)}},
        # without it nothing needs https, and no notebook of an older version is brought back
        "disabledExtensions": ["@jupyterlite/application-extension:service-worker-manager"],
    }
    lite = {"jupyter-lite-schema-version": 0, "jupyter-config-data": settings}
    (desk / "jupyter-lite.json").write_text(json.dumps(lite), encoding="utf-8")


def for_browser(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook as the browser runs it: Python gets the course first, and what a cell needs before that cell."""
    cells = notebook["cells"]
    first = next(number for number, cell in enumerate(cells) if cell["cell_type"] == "code")
    source = _BEGIN
    for cell in cells[first:]:
        if cell["cell_type"] != "code":
            continue
        own = "".join(cell["source"])
        needed = [name for name, words in _NEEDS.items() if words.search(own)]
        cell["source"], source = source + (_NEED.format(", ".join(needed)) if needed else "") + own, ""
    notebook["metadata"]["kernelspec"] = _KERNEL
    return notebook


def _lite(desk: Path, made: Path) -> list[str]:
    command = [sys.executable, "-m", "jupyterlite_core", "build", f"--lite-dir={desk}", f"--output-dir={made}"]
    command += [f"--contents={desk / 'files'}", f"--settings-overrides={desk / 'overrides.json'}", "--apps=lab"]
    command += ["--no-sourcemaps", "--no-unused-shared-packages", "--no-libarchive", "--ignore-sys-prefix"]
    return command + [f"--LiteBuildConfig.federated_extensions={folder}" for folder in _extensions()]


def _extensions() -> Iterator[Path]:
    """Where the parts of JupyterLab that the course needs are installed; a site has no others."""
    from jupyter_core.paths import jupyter_path

    for name in _EXTENSIONS:
        folders = [Path(place) / name for place in jupyter_path("labextensions")]
        extension = next((folder for folder in folders if folder.is_dir()), None)
        if extension is None:
            raise CommuniqueError(
                f"The JupyterLab extension {name} is not installed.", "Run: pip install 'communique[site]'"
            )
        yield extension
