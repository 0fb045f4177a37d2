"""The course as a wheel for the browser: the package, its lessons, and all that a start would otherwise work out."""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ... import __version__
from ...base.places import PACKAGE, lessons_folder
from ...base.remembered import SHIPPED

NAME = f"communique-{__version__}-py3-none-any.whl"
_INFO = f"communique-{__version__}.dist-info"
_METADATA = f"Metadata-Version: 2.1\nName: communique\nVersion: {__version__}\n"
_WHEEL = "Wheel-Version: 1.0\nGenerator: communique\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
#: What no lesson asks for.
_LEFT_OUT = ("__pycache__", ".ipynb_checkpoints", "_course", "cli", "jupyter", "teacher", "pictures")
#: Run by a new Python, which remembers in a folder what it reads of the course.
_REMEMBER = """
import json, pathlib, sys
from communique.base import remembered
remembered.SHIPPED = pathlib.Path(sys.argv[1])
from communique.base.places import PACKAGE, articles_folder, lessons_folder
from communique.base.yaml_files import read_yaml
from communique.coding.loading import load_coded, load_text, text_names
for path in [PACKAGE / "base" / "strings.yml", *lessons_folder().rglob("*.yml")]:
    read_yaml(path)
from communique.text.spans import sentence_spans
articles = [load_coded(path.parent) for path in articles_folder().glob("*/article.md")]
texts = [paragraph.text for article in [*articles, *map(load_text, text_names())] for paragraph in article.paragraphs]
sentences = {text: sentence_spans(text) for text in sorted(texts)}
(remembered.SHIPPED / "sentences.json").write_text(json.dumps(sentences))
"""


def write_course_wheel(folder: Path) -> Path:
    """Write the course into a folder as one file that Pyodide installs; the same course gives the same bytes."""
    path = folder / NAME
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        names = []
        for name, content in [*_files(), (f"{_INFO}/METADATA", _METADATA), (f"{_INFO}/WHEEL", _WHEEL)]:
            wheel.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
            names.append(name)
        wheel.writestr(zipfile.ZipInfo(f"{_INFO}/RECORD"), "".join(f"{name},,\n" for name in names))
    return path


def _files() -> Iterator[tuple[str, bytes | str]]:
    lessons = lessons_folder()
    for root, home in ((PACKAGE, "communique"), (lessons, "communique/_course/lessons")):
        for file in sorted(path for path in root.rglob("*") if path.is_file()):
            inner = file.relative_to(root)
            if not set(inner.parts).intersection(_LEFT_OUT):
                yield f"{home}/{inner.as_posix()}", file.read_bytes()
    home = f"communique/{SHIPPED.relative_to(PACKAGE).as_posix()}"
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, "-c", _REMEMBER, place], check=True)
        for file in sorted(Path(place).iterdir()):
            yield f"{home}/{file.name}", file.read_bytes()
