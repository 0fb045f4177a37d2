"""What `communique review` does: put the review notebook beside an article's folder."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..base.errors import CommuniqueError
from ..base.files import write_own
from ..base.places import notebooks_folder

SOURCE, NAMED = "review.ipynb", '"my-article"'
DESCRIPTION = (
    "Open the review bench on an article's folder in JupyterLab: accept, correct, delete and add the rows that a "
    "program drafted. The notebook stands beside the folder; every step is saved in the folder's CSV files."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique review`."""
    add = parser.add_argument
    add("folder", help="the article's folder, as `communique new` makes it")
    add("--no-open", action="store_true", help="put the notebook there only; do not open JupyterLab")
    add("--no-browser", action="store_true", help="start JupyterLab without opening a browser")
    add("--port", type=int, help="the port for JupyterLab (default: the first that is free from 8888)")


def place_notebook(folder: Path) -> Path:
    """Put the notebook beside an article's folder; one that is there already stays.

    Parameters:
        folder: the article's folder.

    Returns:
        The notebook's path.

    Raises:
        CommuniqueError: the folder holds no article, or the notebook cannot be written.
    """
    folder = folder.resolve()
    if not (folder / "article.md").is_file():
        raise CommuniqueError(
            f"There is no article in {folder}: the file article.md is missing.",
            "Make one with: communique new SOURCE. Then review the folder that it names.",
        )
    wanted = folder.parent / f"review-{folder.name}.ipynb"
    if wanted.is_file():
        return wanted
    source = notebooks_folder() / "teacher" / SOURCE
    if not source.is_file():
        raise CommuniqueError(f"The notebook {source} is missing.", "Build it with: make notebooks")
    notebook = json.loads(source.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        named = "".join(cell["source"]).replace(NAMED, json.dumps(folder.name, ensure_ascii=False))
        cell["source"] = named.splitlines(keepends=True)
    content = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return write_own(wanted, content, "nothing has this sign \0")
