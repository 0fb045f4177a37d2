"""What `communique site` puts together; tests/browser/test_site_story.py drives the built site."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from communique import cli
from communique.base.places import built_notebook
from communique.base.strings import text
from communique.coding.loading import load_coded, load_text, text_names
from communique.course.course import load_course
from communique.questions.reading import load_questions
from communique.student.site import building
from communique.student.site.course_wheel import write_course_wheel
from communique.student.site.wheels import name_by_content, pyodide_options
from communique.text.spans import sentence_spans
from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION

from ..conftest import REPOSITORY

LESSONS = load_course().lessons


def code_cells(name: str) -> list[dict]:
    notebook = building.for_browser(json.loads(built_notebook(name).read_text(encoding="utf-8")))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


@pytest.mark.parametrize("info", LESSONS, ids=lambda info: info.name)
def test_python_gets_the_course_before_the_first_cell_and_pandas_only_where_it_is_needed(info) -> None:
    """Only the first cell begins; a cell that asks for a table fetches pandas, and a question never does."""
    first, *rest = ("".join(cell["source"]) for cell in code_cells(info.notebook))
    assert "browser.begin()" in first
    assert [] == [source for source in rest if "browser.begin" in source]
    for source in (first, *rest):
        if "lesson.ask(" in source or "lesson.reader(" in source:
            assert "browser.need" not in source
        if "lesson.article." in source or "load_article()" in source:
            assert "browser.need('pandas'" in source


def test_the_wheel_runs_a_lesson_without_yaml_and_without_what_a_browser_lacks(tmp_path: Path) -> None:
    """In a Python that has neither YAML nor rapidfuzz, lxml and pandas, every lesson asks its questions."""
    with zipfile.ZipFile(write_course_wheel(tmp_path)) as wheel:
        wheel.extractall(tmp_path / "site-packages")
    code = f"""
import sys
for name in ("yaml", "rapidfuzz", "lxml", "pandas", "jinja2", "nltk", "simplemma", "textblob", "countryinfo"):
    sys.modules[name] = None
from unittest.mock import MagicMock
for name in ("pyodide", "pyodide.code", "pyodide.ffi", "pyodide_js"):  # the browser's own
    sys.modules[name] = MagicMock()
import communique.student.site.browser
assert communique.__file__.startswith({str(tmp_path)!r}), communique.__file__
from communique.questions.bank import questions_of
from communique.questions.marking import mark
from communique.coding.loading import load_coded, load_text, text_names
from communique.course.course import load_course
for info in load_course().lessons:
    lesson = communique.open_lesson(info.name)
    lesson.reader()
    for question in questions_of(info.key).values():
        lesson.ask(question.id)
        mark(question, None, lesson.article.coded)
    lesson.finish()
    print(info.name)
"""
    command = [sys.executable, "-c", code]
    environment = {
        "PYTHONPATH": str(tmp_path / "site-packages"),
        "PATH": "",
        "COMMUNIQUE_PROGRESS": str(tmp_path / "j"),
    }
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
    assert "" == done.stderr
    assert [info.name for info in LESSONS] == done.stdout.split()
    assert LESSONS and all(load_questions(info.name) for info in LESSONS)


def test_an_article_is_brought_where_a_pages_libraries_are_missing(tmp_path: Path) -> None:
    """The lesson *yours* drafts a text without them, says a sentence for a web page, and for YAML that did not come."""
    code = """
import asyncio, json, sys
from importlib.machinery import ModuleSpec
from unittest.mock import AsyncMock, MagicMock, patch
for name in ("lxml", "rapidfuzz", "trafilatura", "charset_normalizer"):
    sys.modules[name] = None
for name in ("pyodide", "pyodide.code", "pyodide.ffi", "pyodide_js"):  # the browser's own
    sys.modules[name] = MagicMock()
sys.modules["pyodide.ffi"].JsException = ValueError
sys.modules["pyodide_js"].loadPackage = AsyncMock(side_effect=ValueError("no network"))
import communique
from communique.base.errors import CommuniqueError
from communique.student.site import browser
from communique.widgets.tools.bring_article import BringArticle
from tests.page import send_from_page
asyncio.run(browser.need("pyyaml", may_lack=["lxml"]))
form = communique.open_lesson("yours").tool("your-article").children[0]
assert isinstance(form, BringArticle), form
told = []
form.send = told.append
page = b"<!doctype html><html><body><article><p>The minister said so.</p></article></body></html>"
send_from_page(form, {"do": "file", "number": 1, "name": "story.html"}, [page])
text = "A ferry is agreed\\n\\n\u201cIt will sail,\u201d said Zo\u00eb Berg, the minister of Norway.\\n"
send_from_page(form, {"do": "text", "number": 2, "text": text, "day": "2024-03-06"})
with patch.object(browser, "find_spec", lambda name: None):
    try:
        asyncio.run(browser.need("pyyaml"))
    except CommuniqueError as error:
        told.append(str(error))
print(json.dumps([told, form.state["folder"]]))
"""
    environment = {**os.environ, "COMMUNIQUE_PROGRESS": str(tmp_path / "my-progress.jsonl")}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=REPOSITORY)
    assert "" == done.stderr
    (page, draft, yaml), folder = json.loads(done.stdout)
    assert page["trouble"].startswith("A web page cannot be read here: ")
    assert page["trouble"].endswith(" is missing. Copy the article's text from the page and paste that.")
    assert {"number": 2} == draft
    assert "a-ferry-is-agreed" == folder
    assert text("browser", "missing", package="pyyaml") + " " + text("browser", "missing-next") == yaml


def test_pyodide_comes_from_its_usual_place_or_from_a_folder(tmp_path: Path) -> None:
    """Without a folder it is jsDelivr's, of the version that the kernel is made for; a folder is brought along."""
    pyodide = tmp_path / "pyodide"
    pyodide.mkdir()
    (pyodide / "pyodide-lock.json").write_text("{}", encoding="utf-8")
    for folder in (None, pyodide):
        desk = tmp_path / f"with-{folder and folder.name}"
        building._lay_out(desk, folder)
        settings = json.loads((desk / "jupyter-lite.json").read_text("utf-8"))["jupyter-config-data"]
        kernel = settings["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
        assert f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE_VERSION}/full/pyodide.mjs" == kernel["pyodideUrl"]
        assert kernel["disablePyPIFallback"] is True
        assert ["memoryStorageDriver"] == settings["contentsStorageDrivers"]
        assert bool(folder) == (desk / "static" / "pyodide" / "pyodide-lock.json").is_file()


def test_a_wheel_with_other_bytes_has_another_name(tmp_path: Path) -> None:
    """A browser, or a host between, keeps for a while what it got under a name; Pyodide compares checksums."""
    names = []
    for content in (b"a course", b"a course", b"another"):
        wheel = tmp_path / "communique-1.2-py3-none-any.whl"
        wheel.write_bytes(content)
        names.append(name_by_content(wheel).name)
    assert names[0] == names[1] != names[2]
    assert ["communique", "1.2", "py3", "none", "any.whl"] == [p for p in names[2].split("-") if not p.startswith("0")]


def test_pyodide_is_told_of_every_wheel_and_which_to_begin_with(tmp_path: Path) -> None:
    """Under its normal name, with its checksum; what a lesson needs later is known, and does not come at once."""
    wheels = tmp_path / "communique" / "wheels"
    wheels.mkdir(parents=True)
    for name in ("communique-1.2-py3-none-any.whl", "lxml_html_clean-0.4.6-py3-none-any.whl"):
        wheels.joinpath(name).write_bytes(name.encode())
    kernels = tmp_path / "extensions/@jupyterlite/pyodide-kernel-extension/static/pypi/piplite-0.8-py3-none-any.whl"
    kernels.parent.mkdir(parents=True)
    kernels.write_bytes(b"")
    options = pyodide_options(tmp_path, wheels)
    known = options["lockFileContents"]["packages"]
    assert ["communique", "lxml-html-clean", "piplite"] == sorted(known)
    clean = known["lxml-html-clean"]
    assert ("0.4.6", "communique/wheels/lxml_html_clean-0.4.6-py3-none-any.whl") == (
        clean["version"],
        clean["file_name"],
    )
    assert hashlib.sha256(b"lxml_html_clean-0.4.6-py3-none-any.whl").hexdigest() == clean["sha256"]
    assert {"communique", "piplite", "sentencex"} < set(options["packages"])
    assert "lxml-html-clean" not in options["packages"]


def test_the_same_course_gives_the_same_wheel(tmp_path: Path) -> None:
    """A site that is built again changes nothing in a student's cache."""
    contents = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        contents.append(write_course_wheel(tmp_path / name).read_bytes())
    assert contents[0] == contents[1]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "thesis.txt").write_text("mine", encoding="utf-8"),
        lambda folder: (folder / "index.html").write_text("my own words", encoding="utf-8"),
        lambda folder: (folder / "communique" / "CNAME").write_text("example.org", encoding="utf-8"),
    ],
    ids=["a file of mine", "a page that I changed", "a file of mine inside"],
)
def test_what_a_person_put_into_a_site_is_left_alone(
    change: Callable[[Path], object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site is built over one that is as it was built; a file that is not stops it, and is named."""
    site = _a_site(tmp_path)
    assert "" == building.others_file(site)
    change(site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert 1 == cli.main(["site", str(site)])
    name = building.others_file(site)
    told = f"{site} holds a file that was not written by this command, or was changed since: {name}. "
    assert told + "Name a new folder, or take that file out first.\n" == capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder named as ours does not make a folder ours: it is also where answers are kept at home."""
    kept = tmp_path / "communique" / "my-progress.jsonl"
    kept.parent.mkdir()
    kept.write_text("mine", encoding="utf-8")
    assert 1 == cli.main(["site", str(tmp_path)])
    assert "communique/my-progress.jsonl" in capsys.readouterr().err
    assert "mine" == kept.read_text(encoding="utf-8")


def _a_site(place: Path) -> Path:
    made = place / ".made" / "site"
    (made / "communique").mkdir(parents=True)
    (made / "index.html").write_text("<p>as it was built</p>", encoding="utf-8")
    building.put_in_place(made, place / "site")
    (place / "site" / "communique" / ".DS_Store").write_bytes(b"where a file manager keeps its views")
    return place / "site"


def test_a_folder_without_pyodide_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == cli.main(["site", str(tmp_path / "new"), "--pyodide", str(tmp_path)])
    assert f"{tmp_path} holds no Pyodide." in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_without_jupyterlite_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(building, "find_spec", lambda name: None)
    assert 1 == cli.main(["site", str(tmp_path / "new")])
    assert "pip install 'communique[site]'" in capsys.readouterr().err


def test_the_wheel_brings_the_sentences_of_the_courses_texts(tmp_path: Path) -> None:
    """The browser's older library cuts some texts elsewhere, and a marked sentence is the same everywhere."""
    with zipfile.ZipFile(write_course_wheel(tmp_path)) as wheel:
        found = json.loads(wheel.read("communique/_course/remembered/sentences.json"))
    texts = [part.text for part in (*load_coded().paragraphs, *load_text(text_names()[0]).paragraphs)]
    assert [[list(span) for span in sentence_spans(text)] for text in texts] == [found[text] for text in texts]
