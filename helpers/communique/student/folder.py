"""A student's folder: the course's notebooks, and the article they are on where it is not the course's own."""

import json
import tempfile
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from ..base.files import write_whole
from ..base.places import CHECKOUT, INSTALLED, built_notebook
from ..base.strings import text
from ..course.course import OPEN, load_course
from .article_copy import copy_article, settle_article
from .copying import Copied, Copier

#: In notebooks/: the folder with the lessons for any article but the course's own.
ANY = "any"


def copy_course(folder: Path, *, update: bool = False, article: Path | None = None, projector: bool = False) -> Copied:
    """Bring the notebooks into a folder, and the article that they are on where it is not the course's own.

    With `update` newer lessons come in. A notebook whose cells the student changed is left alone, and the new one is
    put beside it under another name. Running a notebook is not changing it. Notebooks of former lessons stay.
    With `projector` a mark in the folder shows at once what would otherwise appear after a question.
    """
    _check_folder(folder)
    course = load_course()
    names, forms = ([info.notebook for info in infos] for infos in (course.lessons, course.forms))
    article = settle_article(folder, article, names)
    copier = Copier(folder, update=update)
    if article is not None:
        copy_article(article, folder, copier)
    for name in (*names, *forms):
        copier.bring(built_notebook(f"{ANY}/{name}" if article and name in names else name), name, cells_of)
    if projector:
        write_whole(folder / OPEN, text("folder", "open") + "\n")
    copier.leave_former([*names, *forms])
    copier.write_manifest()
    return copier.copied


def cells_of(path: Path) -> list[str] | None:
    """What the cells of a notebook's file say, without outputs; None where the file is no notebook."""
    try:
        return sources_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def sources_of(notebook: dict[str, Any]) -> list[str]:
    """What a notebook's cells say, without outputs."""
    return [f"{cell['cell_type']}: {''.join(cell['source'])}" for cell in notebook["cells"]]


def _check_folder(folder: Path) -> None:
    resolved = folder.resolve()
    for ours in (INSTALLED, CHECKOUT / "notebooks", CHECKOUT / "lessons"):
        if ours.is_dir() and resolved.is_relative_to(ours.resolve()):
            raise CommuniqueError(f"{resolved} holds the course itself.", "Name another folder, such as my-course.")
    if folder.exists() and not folder.is_dir():
        raise CommuniqueError(f"{folder} is a file, not a folder.", "Name another folder, such as my-course.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CommuniqueError(
            f"Nothing can be written in {resolved}: {error.strerror}.", "Name a folder of your own."
        ) from error
