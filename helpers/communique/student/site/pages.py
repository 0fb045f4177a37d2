"""The pages of a site that are there before Python: the front page, and for each lesson its beginning to read."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from ...base.pages import html_page, markdown_parser
from ...base.places import PACKAGE, course_root
from ...base.strings import section
from ...coding.article import CodedArticle
from ...coding.loading import load_coded
from ...coding.pointers import HEADLINE
from ...course.course import Course, LessonInfo, load_course
from ...course.lesson_key import STORED
from ...questions.bank import questions_of
from ..folder import cells_of

#: What JupyterLite knows its kernel by.
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
_SCRIPTS = ("store.js", "front.js", "lesson.js")
_ASKS = re.compile(r'lesson\.ask\("([^"]+)"\)')


def write_pages(site: Path, ours: Path, pyodide_options: dict[str, Any]) -> None:
    """Put our pages into a site that JupyterLite has built; `ours` is the folder in it for what they load."""
    course = load_course()
    article = load_coded(course.article)
    ours.mkdir(exist_ok=True)
    for name in _SCRIPTS:
        shutil.copy(Path(__file__).with_name(name), ours)
    shutil.copy(PACKAGE / "jupyter" / "custom" / "custom.css", ours)
    picture = course_root() / "lessons" / "pictures" / "reader.png"
    if picture.is_file():
        shutil.copy(picture, ours)
    (ours / "config.json").write_text(json.dumps(_config(site, pyodide_options)), encoding="utf-8")
    bundle = re.search(r'href="\.\./(build/lab/bundle\.js[^"]*)"', (site / "lab" / "index.html").read_text("utf-8"))
    assert bundle
    for info in (*course.lessons, *course.forms):
        notebook = site / "files" / info.notebook
        page = _lesson_page(info, course, article, cells_of(notebook) or [], bundle[1])
        (site / page_name(info)).write_text(page, encoding="utf-8")
    front = html_page("site", course=course, page_name=page_name, stored=STORED, picture=picture.is_file())
    (site / "index.html").write_text(front, encoding="utf-8")
    shutil.rmtree(site / "lab")  # JupyterLite's own page of many tabs, which would not know of our store


def page_name(info: LessonInfo) -> str:
    """A lesson's page in the site."""
    return info.notebook.replace(".ipynb", ".html")


def _config(site: Path, pyodide_options: dict[str, Any]) -> dict[str, Any]:
    """What JupyterLite would put together from two files each time a page is opened."""
    read = [json.loads((site / name / "jupyter-lite.json").read_text("utf-8")) for name in ("lab", ".")]
    config: dict[str, Any] = {}
    for one in read:
        config |= one["jupyter-config-data"]
    config["litePluginSettings"][KERNEL]["loadPyodideOptions"] = pyodide_options
    return config | {"settingsUrl": "./build/schemas", "showLoadingIndicator": False}


def _lesson_page(info: LessonInfo, course: Course, article: CodedArticle, cells: list[str], bundle: str) -> str:
    """A lesson as a page to read: its words up to the first question, that question, and the report."""
    asked = next((number for number, cell in enumerate(cells) if _ASKS.search(cell)), len(cells))
    markdown = [cell.removeprefix("markdown: ") for cell in cells[:asked] if cell.startswith("markdown: ")]
    # the button in them is the page's own
    words = [re.sub(r"<button.*?</button>", "", one).replace(".ipynb)", ".html)") for one in markdown]
    asks = _ASKS.search(cells[asked]) if asked < len(cells) else None
    return html_page(
        "site-lesson",
        info=info,
        course=course,
        article=article,
        paragraphs=[] if info.key.is_form else [one for one in article.paragraphs if one.paragraph_id != HEADLINE],
        words=[markdown_parser().render(one) for one in words],
        question=questions_of(info.key)[asks[1]] if asks else None,
        bundle=bundle,
        said=section("site-lesson"),
    )
