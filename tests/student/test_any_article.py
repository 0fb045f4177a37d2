"""The course on any article: every lesson runs, shows something sensible, and speaks of no other article."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from communique import CommuniqueError
from communique.base.places import articles_folder, lessons_folder, notebooks_folder
from communique.base.strings import strings
from communique.coding.loading import load_coded
from communique.coding.schema import TABLES
from communique.course.course import load_course
from communique.questions.generated.topics import TOPICS
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from communique.student.folder import copy_course
from communique.student.notebooks import ANY, text_for

from ..notebook_runs import RunNotebook

LESSONS = load_course().lessons
each_lesson = pytest.mark.parametrize("info", LESSONS, ids=lambda info: info.name)
PLAIN = {text for name, text in strings()["plain"].items() if name in ("no-questions", "nothing", "no-tool")}


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Three students' folders: on the second report, on one whose rows are all drafts, and on one without any rows."""
    place = tmp_path_factory.mktemp("classes")
    bare = place / "bare-2021"
    shutil.copytree(articles_folder() / "beijing-2023", bare)
    for table in TABLES.values():
        (bare / table.file).write_text(table.header + "\n", encoding="utf-8")
    articles = {"full": articles_folder() / "beijing-2023", "draft": articles_folder() / "argyle-2023", "bare": bare}
    for name, article in articles.items():
        copy_course(place / name, article=article)
    return {name: place / name for name in articles}


def _boxes(notebook: nbformat.NotebookNode) -> list[str]:
    """The titles of the plain boxes that a run notebook shows."""
    key = "application/vnd.jupyter.widget-state+json"
    states = notebook.metadata.get("widgets", {}).get(key, {}).get("state", {}).values()
    return [state["state"]["title"] for state in states if state["state"].get("title") in PLAIN]


@pytest.mark.parametrize(
    ("kind", "info"),
    [
        *(("full", info) for info in LESSONS),
        *(("bare", info) for info in LESSONS),
        *(("draft", load_course().lesson(name)) for name in ("events", "actors", "positions")),
    ],
    ids=lambda one: getattr(one, "name", one),
)
def test_a_lesson_runs_on_any_article(
    kind: str, info: Any, classes: dict[str, Path], run_notebook: RunNotebook
) -> None:
    """No cell ends in an error or a warning, on a full coding, on drafts and on none; what is left out is said."""
    before = sorted(os.listdir(classes[kind]))
    notebook = run_notebook(nbformat.read(classes[kind] / info.notebook, as_version=4), classes[kind])
    outputs = [(cell.source, o) for cell in notebook.cells if cell.cell_type == "code" for o in cell.outputs]
    assert [] == [(source, o) for source, o in outputs if o.output_type in ("error", "stream")]
    shown = {source for source, _ in outputs}
    silent = [c.source for c in notebook.cells if c.cell_type == "code" and c.source not in shown]
    assert set() == {source.splitlines()[-1] for source in silent} - {"lesson.written()"}
    asked = len(re.findall(r"lesson\.practice\(", "\n".join(shown)))
    boxes = _boxes(notebook)
    if kind == "full":
        assert (info.name in ("clause", "forecast")) == bool(boxes)
    else:
        assert len(boxes) >= asked
    assert before == sorted(os.listdir(classes[kind]))


@each_lesson
def test_a_lesson_for_any_article_speaks_of_no_other(info: Any) -> None:
    """No name of the course's own report is in the notebook, and no number of a paragraph but a short text's."""
    notebook = nbformat.read(notebooks_folder() / ANY / info.notebook, as_version=4)
    questions, keys = load_questions(info.name, "any"), load_keys(info.name)
    asked = repr([(question, keys.get(name)) for name, question in questions.items()])
    prose = "\n".join([*(cell.source for cell in notebook.cells), asked])
    own = load_coded()
    names = {m.words for m in own.mentions if m.words[:1].isupper() and len(m.words) > 3} - {
        "They",
        "The South",
    }
    names |= {row.name for row in own.actors} | {"Korea", "Putin", "Kim", "Yoon", "Sky News"}
    assert [] == sorted(name for name in names if re.search(rf"\b{re.escape(name)}\b", prose))
    asked = repr([(question, keys.get(name)) for name, question in questions.items() if not question.text])
    prose = "\n".join([*(cell.source for cell in notebook.cells), asked])
    assert [] == re.findall(r"paragraphs? (?!1\b)\d+|\b[AESPRD]\d\d\b", prose)


@each_lesson
def test_a_lesson_for_any_article_asks_what_there_is(info: Any) -> None:
    """Each question it asks holds for any article, each topic is one of the lesson's, and none is left out."""
    text = text_for(f"{info.name}/lesson.md", own=False)
    asked = [name for name, question in load_questions(info.name, "any").items() if not question.former]
    assert asked == re.findall(r'lesson\.ask\("([^"]+)"\)', text)
    topics = re.findall(r'lesson\.practice\("([^"]+)"\)', text)
    assert sorted(name for name, (home, *_) in TOPICS.items() if home == info.name) == sorted(topics)
    assert "lesson.finish()" in text
    assert info.name == "yours" or "lesson.written()" in text


@each_lesson
def test_both_variants_of_a_lesson_have_the_same_titles_in_order(info: Any) -> None:
    """The title is the same on every article, and sentences are short."""
    own, other = (text_for(f"{info.name}/lesson.md", own=one) for one in (True, False))
    titles = [re.findall(r"^# .+$", text, re.MULTILINE) for text in (own, other)]
    assert titles[0] == titles[1] == [f"# {info.title}"]
    words, ends = len(re.findall(r"\w+", other)), len(re.findall(r"[.?!:](?=\s|$|[\"”)])", other))
    assert words / ends <= 18


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (":::{own-article}\nOne.\n", "is not closed"),
        ("One.\n:::\n", "line 2: a passage begins or ends where none may"),
        (":::{own-article}\n:::{other-article}\n:::\n", "line 2: a passage begins or ends where none may"),
    ],
)
def test_a_passage_that_is_not_whole_is_told(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the file, the line and how to write it."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "lesson.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr("communique.student.notebooks.lessons_folder", lambda: tmp_path)
    with pytest.raises(CommuniqueError, match=re.escape(said)):
        text_for("mine/lesson.md")


def test_passages_may_hold_cells() -> None:
    """A passage for one variant takes its cells along; a line of colons inside a cell is code."""
    own = text_for("actors/lesson.md")
    assert 'lesson.ask("find-the-cues")' in own
    assert 'lesson.practice("cues")' not in own
    assert ":::" not in own + text_for("actors/lesson.md", own=False)
    assert (lessons_folder() / "actors" / "lesson.md").read_text(encoding="utf-8").count(":::{own-article}") > 5
