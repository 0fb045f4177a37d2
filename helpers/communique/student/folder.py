"""A student's folder: copy the course into it without ever writing over what a student changed."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from ..base.places import CHECKOUT, INSTALLED, notebooks_folder
from ..course.course import load_course
from .article_copy import copy_article, settle_article

#: In notebooks/: the folder with the lessons for any article but the course's own.
ANY = "any"

#: What each notebook held when it was copied, by file name: kept in the folder, for the next --update.
MANIFEST = ".communique.json"


@dataclass
class Copied:
    """What happened to the notebooks of a folder, by file name."""

    new: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, done: str) -> None:
        """Remember what happened to a file: "new", "replaced", "left-alone", or what was put beside it."""
        if done in ("new", "replaced"):
            (self.new if done == "new" else self.replaced).append(name)
            return
        self.left_alone.append(name)
        if done != "left-alone":
            self.beside[name] = done


def copy_course(folder: Path, *, update: bool = False, article: Path | None = None) -> Copied:
    """Bring the notebooks into a folder, and the article that they are on where it is not the course's own.

    Parameters:
        folder: the student's folder; made if it is not there.
        update: bring newer lessons in. A notebook whose cells the student changed is left alone, and the
            new one is put beside it under another name. Running a notebook is not changing it.
        article: the article's folder; if none is given, the one that the student's folder has, or the course's own.

    Returns:
        What was copied, replaced and left alone.

    Raises:
        CommuniqueError: the folder cannot be used; the message says why.
    """
    _check_folder(folder)
    copied, manifest = Copied(), _read_manifest(folder)
    lessons = load_course().lessons
    article = settle_article(folder, article, [info.notebook for info in lessons])
    if article is not None:
        for name, done in copy_article(article, folder, manifest, update=update):
            copied.note(name, done)
    for info in lessons:
        source = (notebooks_folder() / ANY if article else notebooks_folder()) / info.notebook
        if not source.is_file():
            raise CommuniqueError(f"The notebook {source} is missing.", "Build it with: make notebooks")
        target, fresh = folder / info.notebook, cells_of(source)
        if not target.exists():
            shutil.copyfile(source, target)
            copied.new.append(target.name)
            manifest[target.name] = fresh
        elif not update or cells_of(target) == fresh:
            copied.left_alone.append(target.name)
        elif (held := cells_of(target)) is not None and held == manifest.get(target.name):
            shutil.copyfile(source, target)
            copied.replaced.append(target.name)
            manifest[target.name] = fresh
        else:
            beside = _put_beside(source, target)
            copied.left_alone.append(target.name)
            if beside:
                copied.beside[target.name] = beside
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return copied


def cells_of(path: Path) -> list[str] | None:
    """What a notebook's cells say, without outputs; None where the file is no notebook."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [f"{c['cell_type']}: {''.join(c['source'])}" for c in cells]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _put_beside(source: Path, target: Path) -> str | None:
    """Copy the new notebook beside the changed one; nothing, if it stands there already."""
    number = 1
    while True:
        ending = "new" if number == 1 else f"new-{number}"
        beside = target.with_name(f"{target.stem} ({ending}).ipynb")
        if not beside.exists():
            shutil.copyfile(source, beside)
            return beside.name
        if cells_of(beside) == cells_of(source):
            return None
        number += 1


def _read_manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _check_folder(folder: Path) -> None:
    resolved = folder.resolve()
    for ours in (INSTALLED, CHECKOUT / "notebooks", CHECKOUT / "lessons"):
        if ours.is_dir() and resolved.is_relative_to(ours.resolve()):
            raise CommuniqueError(f"{resolved} holds the course itself.", "Name another folder, such as my-course.")
    if folder.exists() and not folder.is_dir():
        raise CommuniqueError(f"{folder} is a file, not a folder.", "Name another folder, such as my-course.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".communique-probe"
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError as error:
        raise CommuniqueError(
            f"Nothing can be written in {resolved}: {error.strerror}.", "Name a folder of your own."
        ) from error
