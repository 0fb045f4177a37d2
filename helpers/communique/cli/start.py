"""Copy the course into a folder and open the first lesson in JupyterLab.

A notebook that is already there is never overwritten.
"""

import argparse
from collections.abc import Generator

from .arguments import path
from .jupyterlab import add_lab_arguments, open_lab, trust


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique start`."""
    add = parser.add_argument
    add(
        "folder", nargs="?", type=path, help="the student's folder (default: my-course, or one named after the article)"
    )
    add("--article", help="the folder of an article of yours, or the name of one of the course's")
    add("--update", action="store_true", help="bring in new lessons, beside those you changed")
    add("--projector", action="store_true", help="show at once what students see only after a question")
    add_lab_arguments(parser, "copy only")


def run(chosen: argparse.Namespace) -> Generator[str, None, int]:
    """Copy the course, say what was copied, and open JupyterLab."""
    from ..course.course import OPEN, load_course
    from ..student.article_copy import article_to_start, folder_for
    from ..student.folder import copy_course

    article = article_to_start(chosen.article) if chosen.article else None
    folder = chosen.folder or folder_for(article)
    copied = copy_course(folder, update=chosen.update, article=article, projector=chosen.projector)
    trust(folder / name for name in copied.as_made if name.endswith(".ipynb"))
    yield from (f"  new           {name}" for name in copied.new)
    yield from (f"  updated       {name}" for name in copied.replaced)
    for name in copied.left_alone:
        beside = copied.beside.get(name)
        more = f"; you changed it, so the new one is beside it: {beside}" if beside else ""
        if chosen.update or beside:
            yield f"  left alone    {name}{more}"
    if copied.former:
        names = ", ".join(copied.former)
        yield f"  kept          {names}: lessons of an earlier version; their answers count in the new ones"
    if (folder / OPEN).exists():
        yield f"  everything is open, for the projector; without the file {OPEN} it isn't"
    yield f"Your course is in {folder.resolve()}"
    return (yield from open_lab(folder, load_course().lessons[0].notebook, chosen))
