"""The wheels of a site, and the options that tell Pyodide of them and which of them to begin with.

Pyodide then loads those all at once while it starts itself, and asks no index what a wheel needs.
"""

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from ...base.errors import CommuniqueError
from ...base.files import digest_of
from .course_wheel import write_course_wheel

#: What JupyterLite's kernel installs one after the other where Python does not begin with it.
_KERNEL = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython")
#: What the course needs before the first question. sentencex before 1.0 is plain Python; where the
#: newer one cuts the course's own texts comes with the course.
_FIRST = ("anywidget", "filelock", "ipywidgets", "iso3166", "psygnal", "sentencex<1", "snowballstemmer")
#: What drafting reads a text with, and a web page besides: some is Pyodide's own, the rest is plain Python.
TEXTS = ("pyyaml", "countryinfo", "simplemma", "textblob")
_PYODIDES = ("lxml", "certifi", "urllib3", "charset-normalizer", "python-dateutil", "regex", "pytz", "six")
_PLAIN = ("lxml-html-clean", "trafilatura", "courlan", "htmldate", "justext", "tld", "babel", "dateparser", "tzlocal")
PAGES = _PYODIDES + _PLAIN
_WHEELS = ("comm", *_FIRST, "plotly", *TEXTS[1:], *_PLAIN)
_DEPENDS = {"plotly": ["narwhals", "packaging"]}
_OTHER_LANGUAGE = re.compile(r"/data/(?!en\.)\w+\.plzma|/locale-data/(?!en\.|root\.)\w+\.dat")
_KERNELS_OWN = "extensions/@jupyterlite/pyodide-kernel-extension/static/pypi/*.whl"


def get_wheels(folder: Path) -> None:
    """Put the course's wheel and those of plain Python that it needs into a folder."""
    folder.mkdir(parents=True)
    course = write_course_wheel(folder)
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest"]
    run([*download, str(folder), "--platform=any", "--python-version=3.14", *_WHEELS], "pip", folder)
    smaller = [next(folder.glob(f"{name}-*.whl")) for name in ("babel", "simplemma")]
    for path in smaller:
        _only_english(path)
    for path in (course, *smaller):
        name_by_content(path)


def name_by_content(wheel: Path) -> Path:
    """Give a wheel of ours a name that changes with its bytes: a browser keeps what it got under the old name."""
    return wheel.rename(wheel.with_name(wheel.name.replace("-py3-", f"-0{str(digest_of(wheel))[:12]}-py3-")))


def pyodide_options(site: Path, folder: Path) -> dict[str, Any]:
    """How Pyodide finds the wheels of a site, some of them JupyterLite's, and which of them it begins with."""
    known = {}
    for wheel in (*site.glob(_KERNELS_OWN), *folder.glob("*.whl")):
        name, version = wheel.name.lower().split("-")[:2]
        name = name.replace("_", "-")
        place = {"file_name": wheel.relative_to(site).as_posix(), "sha256": digest_of(wheel), "install_dir": "site"}
        needs = {"depends": _DEPENDS.get(name, []), "imports": []}
        known[name] = {"name": name, "version": version, "package_type": "package", **place, **needs}
    first = [re.split("[<>=]", name)[0] for name in _FIRST]
    begins_with = [*_KERNEL, *first, "typing-extensions", "communique"]
    return {"packages": begins_with, "lockFileContents": {"packages": known}}


def run(command: list[str], what: str, folder: Path) -> None:
    """Run a command of somebody else's, and say its last words where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise CommuniqueError(
            f"{what} could not do its part: {' '.join(last)}", "Fix that, then run the command again."
        )


def _only_english(path: Path) -> None:
    """Take what is for other languages out of a wheel: of 19 MB, a third of one is left."""
    with zipfile.ZipFile(path) as wheel:
        files = {name: wheel.read(name) for name in wheel.namelist() if not _OTHER_LANGUAGE.search(name)}
    record = next(name for name in files if name.endswith("/RECORD"))
    files[record] = b"".join(line for line in files[record].splitlines(True) if not _OTHER_LANGUAGE.search(str(line)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in files.items():
            wheel.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
