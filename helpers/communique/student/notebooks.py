"""From lessons/<lesson>/lesson.md to notebooks/<nn>-<lesson>.ipynb, byte for byte the same each time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from ..base.places import lessons_folder, notebooks_folder
from ..coding.outside_facts import cite, load_sources
from ..course.course import Course, LessonInfo, load_course
from .folder import ANY

#: A passage of lesson.md that stands in one variant only: from ":::{own-article}" or ":::{other-article}" to ":::".
_OPENS = re.compile(r":::\{(own|other)-article\}\s*")

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


#: The notebooks of lessons/teacher: on a class, and on the review of an article's draft.
TEACHER_NOTEBOOKS = ("class", "review")


def build_notebooks(target: Path | None = None) -> list[Path]:
    """Build every notebook of the course; needs the extra packages of `communique[build]`.

    Parameters:
        target: the folder to write to; the checkout's `notebooks/` if none is given.

    Returns:
        The files that were written anew or changed. A notebook whose lesson is gone is removed.
    """
    target = target or notebooks_folder()
    return [*_build(target, own=True), *_build(target / ANY, own=False)]


def _build(target: Path, *, own: bool) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    course, changed = load_course(), []
    for info in course.lessons:
        path = target / info.notebook
        content = notebook_text(info, course, own=own)
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8", newline="\n")
            changed.append(path)
    kept = {info.notebook for info in course.lessons}
    for path in target.glob("[0-9][0-9]-*.ipynb"):
        if path.name not in kept:
            path.unlink()
            changed.append(path)
    return changed


def build_teacher_notebook(target: Path | None = None) -> list[Path]:
    """Build the teacher's notebooks, which are no lessons; the files that are new or changed."""
    folder, changed = (target or notebooks_folder()) / "teacher", []
    for name in TEACHER_NOTEBOOKS:
        path, content = folder / f"{name}.ipynb", teacher_notebook_text(name)
        if path.is_file() and path.read_text(encoding="utf-8") == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        changed.append(path)
    return changed


def teacher_notebook_text(name: str = "class") -> str:
    """One of the teacher's notebooks as the text of its file."""
    return _text(_read(f"teacher/{name}.md", load_course(), own=True), name)


def lesson_text(lesson: str, *, own: bool = True) -> str:
    """A lesson.md as it is for the course's own article, or for any other.

    Parameters:
        lesson: the lesson's name.
        own: whether it is for the article that the course comes with.

    Raises:
        CommuniqueError: a passage is not closed, or is closed and was not opened; the message names the line.
    """
    return _passages((lessons_folder() / lesson / "lesson.md").read_text(encoding="utf-8"), f"{lesson}/lesson.md", own)


def _passages(text: str, where: str, own: bool) -> str:
    kept, inside, fence = [], "", False
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        fence ^= line.startswith("```")
        opens = None if fence else _OPENS.fullmatch(line)
        closes = not fence and line.strip() == ":::"
        if (bool(opens) and bool(inside)) or (closes and not inside):
            raise CommuniqueError(f"lessons/{where}, line {number}: a passage begins or ends where none may.", _HOW)
        if opens or closes:
            inside = opens[1] if opens else ""
        elif inside in ("", "own" if own else "other"):
            kept.append(line)
    if inside:
        raise CommuniqueError(f"lessons/{where}: a passage for some articles only is not closed.", _HOW)
    return re.sub(r"\n{3,}", "\n\n", "".join(kept))


_HOW = "Write ':::{own-article}' or ':::{other-article}' before it and ':::' behind it, each in a line of its own."


def notebook_text(info: LessonInfo, course: Course, *, own: bool = True) -> str:
    """One lesson's notebook as the text of its file.

    Parameters:
        info: the lesson; course: the course it is in.
        own: whether it is for the article that the course comes with.
    """
    import nbformat

    notebook = _read(f"{info.name}/lesson.md", course, own=own)
    notebook.cells.append(nbformat.v4.new_markdown_cell(_way_on(info, course)))
    return _text(notebook, info.name)


def _read(file: str, course: Course, *, own: bool) -> Any:
    """A file of lessons/ as a notebook, with its sources named."""
    import jupytext

    text = (lessons_folder() / file).read_text(encoding="utf-8")
    notebook = jupytext.reads(_passages(text, file, own), fmt="md:myst")
    sources = load_sources(course.article)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = cite(cell.source, sources, f"lessons/{file}")
    return notebook


def _text(notebook: Any, name: str) -> str:
    import nbformat

    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"{name}-{number:02d}"  # jupytext's own ids differ at each reading
        cell["metadata"] = _cell_metadata(cell)
        if cell.cell_type == "code":
            cell["outputs"], cell["execution_count"] = [], None
    notebook.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"  # line by line, as JupyterLab saves it: so that git can merge the two


def _cell_metadata(cell: Any) -> dict[str, Any]:
    tags = list(cell.metadata.get("tags", []))
    found: dict[str, Any] = {"tags": tags} if tags else {}
    if "hide-input" in tags:
        found["jupyter"] = {"source_hidden": True}
    return found


def _way_on(info: LessonInfo, course: Course) -> str:
    """The last cell: links to the lessons before and after."""
    lines = []
    for number, lead in ((info.number - 1, "Before"), (info.number + 1, "Next")):
        for other in course.lessons:
            if other.number == number:
                lines.append(f"{lead}: [{other.number}. {other.title}]({other.notebook})")
    return "---\n\n" + " &nbsp;·&nbsp; ".join(lines)
