"""Open the review bench on an article's folder in JupyterLab.

On the bench you accept, correct, delete and add the rows that a program drafted. The notebook is put beside the
folder; every step is saved in the folder's CSV files.
"""

import argparse
import json
from collections.abc import Generator
from pathlib import Path

from ..base.errors import CommuniqueError
from ..base.files import write_own
from ..base.places import built_notebook
from ..base.web import refuse_address
from .arguments import path
from .jupyterlab import add_lab_arguments, open_lab, trust

_FOLDER_IN_NOTEBOOK = '"my-article"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique review`."""
    parser.add_argument("folder", type=path, help="the article's folder, as `communique new` makes it")
    add_lab_arguments(parser, "only put the notebook there")


def run(chosen: argparse.Namespace) -> Generator[str, None, int]:
    """Put the notebook beside the folder and open JupyterLab on it."""
    notebook = place_notebook(chosen.folder)
    yield f"The review is in {notebook}"
    return (yield from open_lab(notebook.parent, notebook.name, chosen))


def place_notebook(folder: Path) -> Path:
    """Put the review notebook beside an article's folder; one that is already there stays.

    Where its cells are as we make them, it is trusted, also in a folder that came from another computer.
    """
    from ..student.folder import cells_of, sources_of

    if not (folder / "article.md").is_file():
        refuse_address(folder.as_posix())
        raise CommuniqueError(
            f"There is no article in {folder.resolve()}: the file article.md is missing.",
            "Make one with: communique new SOURCE. Then review the folder that it names.",
        )
    folder = folder.resolve()
    target = folder.parent / f"review-{folder.name}.ipynb"
    notebook = json.loads(built_notebook("teacher/review.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        source = "".join(cell["source"]).replace(_FOLDER_IN_NOTEBOOK, json.dumps(folder.name, ensure_ascii=False))
        cell["source"] = source.splitlines(keepends=True)
    if not target.is_file():
        target = write_own(target, json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    if cells_of(target) == sources_of(notebook):
        trust([target])
    return target
