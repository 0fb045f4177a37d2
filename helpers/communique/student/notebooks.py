"""From lessons/<lesson>/lesson.md to notebooks/<nn>-<lesson>.ipynb, byte for byte the same each time."""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from ..base.files import free_name, write_whole
from ..base.places import lessons_folder, notebooks_folder
from ..coding.outside_facts import cite, load_outside_facts
from ..course.course import Course, LessonInfo, load_course
from ..course.lesson_key import FORMS
from .folder import ANY, cells_of

#: A passage of lesson.md for one variant only: from ":::{own-article}" or ":::{other-article}" to ":::".
_OPENS = re.compile(r":::\{(own|other)-article\}\s*")
_HOW = "Write ':::{own-article}' or ':::{other-article}' before it and ':::' behind it, each in a line of its own."
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}

#: JupyterLab's command linker: the button runs all cells, without a question where the notebook is trusted.
_RUNS = 'data-commandlinker-command="notebook:run-all-cells"'
_BUTTON = f'\n\n<button class="jp-mod-styled jp-mod-accept" {_RUNS}>{{}}</button>'

#: The sections of a lesson that are folded: code that teaches something about the tables, and more questions.
FOLD = "## For the curious"
MORE = "## If you want more"

_STAMP = "communique"  # in a notebook's metadata: a digest of its cells as they were built
#: In the name of a notebook that a person changed, and that made way for the one that was built.
KEPT = " (changed by hand)"

#: The notebooks of lessons/teacher: on a class, and on the review of an article's draft.
TEACHER_NOTEBOOKS = ("class", "review")


def build_notebooks(target: Path | None = None) -> list[Path]:
    """Build every notebook of the course; gives the files that are new, changed or gone.

    A notebook is removed when its lesson is gone; other files in the folder stay. It needs the extra packages of
    `communique[build]`.
    """
    target = target or notebooks_folder()
    course, changed = load_course(), []
    for folder, own in ((target, True), (target / ANY, False)):
        infos = [*course.lessons, *(course.forms if own else ())]  # a form is the same whatever the article
        texts = {folder / info.notebook: notebook_text(info, course, own=own) for info in infos}
        changed += [written for path, content in texts.items() for written in _write(path, content)]
        for path in set(folder.glob("[0-9][0-9]-*.ipynb")) - set(texts):
            if _is_as_built(path):
                path.unlink()
                changed.append(path)
    texts = {target / "teacher" / f"{name}.ipynb": teacher_notebook_text(name) for name in TEACHER_NOTEBOOKS}
    return changed + [written for path, content in texts.items() for written in _write(path, content)]


def _write(path: Path, content: str) -> Iterator[Path]:
    """Write a notebook where it is new or has changed, and first keep one that a person changed."""
    if path.is_file() and path.read_bytes() == content.encode("utf-8"):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(path) and not _is_as_built(path):
        yield path.rename(free_name(path.with_stem(path.stem + KEPT)))
    write_whole(path, content)
    yield path


def _is_as_built(path: Path) -> bool:
    """Whether a notebook's cells are as `build` wrote them; running it does not change them."""
    cells = cells_of(path)
    if cells is None:
        return False
    metadata = json.loads(path.read_text(encoding="utf-8")).get("metadata")
    return isinstance(metadata, dict) and metadata.get(_STAMP) == _digest(cells)


def _digest(cells: list[str]) -> str:
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:16]


def teacher_notebook_text(name: str) -> str:
    """One of the teacher's notebooks as the text of its file."""
    notebook = _read(f"teacher/{name}.md", load_course(), own=True)
    if name == "review":
        notebook.cells[0].source += _BUTTON.format("Start the review")
    return _text(notebook, name)


def text_for(file: str, *, own: bool = True) -> str:
    """A file of lessons/ as it is for the course's own article, or for any other."""
    text = (lessons_folder() / file).read_text(encoding="utf-8")
    kept, inside, in_code = [], "", False
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        in_code ^= line.startswith("```")
        opens = None if in_code else _OPENS.fullmatch(line)
        closes = not in_code and line.strip() == ":::"
        if (opens and inside) or (closes and not inside):
            raise CommuniqueError(f"lessons/{file}, line {number}: a passage begins or ends where none may.", _HOW)
        if opens or closes:
            inside = opens[1] if opens else ""
        elif inside in ("", "own" if own else "other"):
            kept.append(line)
    if inside:
        raise CommuniqueError(f"lessons/{file}: a passage for some articles only is not closed.", _HOW)
    return re.sub(r"\n{3,}", "\n\n", "".join(kept))


def notebook_text(info: LessonInfo, course: Course, *, own: bool = True) -> str:
    """One lesson's notebook as the text of its file."""
    notebook = _read(f"{FORMS}/{info.name}.md" if info.key.is_form else f"{info.name}/lesson.md", course, own=own)
    import nbformat  # comes with jupytext

    notebook.cells = [part for cell in notebook.cells for part in _parts(cell)]
    notebook.cells[0].source += _BUTTON.format("Start" if info.key.is_form else "Start this lesson")
    for cell in notebook.cells:
        if "hide-input" in cell.metadata.get("tags", []) and "open_lesson(" not in cell.source:
            # each works by itself, also where it is run out of order
            cell.source = (
                f'from communique import open_lesson\nlesson = open_lesson("{info.name}", again=True)\n{cell.source}'
            )
    if links := _links_around(info, course):
        notebook.cells.append(nbformat.v4.new_markdown_cell(links))
    return _text(notebook, info.name)


def _parts(cell: Any) -> list[Any]:
    """A cell as one or more: a heading that is folded hides the cells below it, so each heading begins one."""
    if cell.cell_type != "markdown":
        return [cell]
    return [
        type(cell)(cell | {"source": part.strip()}) for part in re.split(r"^(?=## )", cell.source, flags=re.M) if part
    ]


def _read(file: str, course: Course, *, own: bool) -> Any:
    """A file of lessons/ as a notebook, with its outside facts cited."""
    try:
        import jupytext
    except ImportError as error:
        raise CommuniqueError(
            "Building notebooks needs jupytext.", "Install it: pip install 'communique[build]'"
        ) from error
    notebook = jupytext.reads(text_for(file, own=own), fmt="md:myst")
    facts = load_outside_facts(course.article)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = cite(cell.source, facts, f"lessons/{file}")
    return notebook


def _text(notebook: Any, name: str) -> str:
    import nbformat

    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"{name}-{number:02d}"  # jupytext's own ids differ at each reading
        tags = list(cell.metadata.get("tags", []))
        cell["metadata"] = {"tags": tags} if tags else {}
        if name != "class":  # a stray key or a double click changes nothing that a student does not mean to change
            shown = cell.cell_type == "code" and "hide-input" not in tags
            cell["metadata"] |= {"deletable": False, "editable": shown}
        if cell.source.startswith((FOLD, MORE)):
            cell["metadata"]["jp-MarkdownHeadingCollapsed"] = True
        if "hide-input" in tags:
            cell["metadata"]["jupyter"] = {"source_hidden": True}
        if cell.cell_type == "code":
            cell["outputs"], cell["execution_count"] = [], None
    digest = _digest([f"{cell.cell_type}: {cell.source}" for cell in notebook.cells])
    notebook.metadata = {_STAMP: digest, "kernelspec": _KERNEL, "language_info": {"name": "python"}}
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"  # line by line, as JupyterLab saves it: so that git can merge the two


def _links_around(info: LessonInfo, course: Course) -> str:
    before_and_next = {info.number - 1: "Before", info.number + 1: "Next"}
    links = [
        f"{before_and_next[other.number]}: [{other.number}. {other.title}]({other.notebook})"
        for other in course.lessons
        if other.number in before_and_next
    ]
    return "---\n\n" + " &nbsp;·&nbsp; ".join(links) if links else ""
