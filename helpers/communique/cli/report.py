"""What `communique report` does: its arguments, and the sentences that it says."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from ..base.errors import CommuniqueError
from ..base.files import write_own
from ..base.places import notebooks_folder

REPORT, NOTEBOOK = "class-report.html", "class.ipynb"
HELP = "what a class has done, as one page"
DESCRIPTION = (
    "Make one HTML page of what a class has done, from the students' files in a folder: who has done what, "
    "which questions are hard, where the class is split. No student's file is changed, and nothing is sent anywhere."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique report`."""
    add = parser.add_argument
    add(
        "folder",
        help="the folder with the students' files (.jsonl, or .zip as made to hand in), also in folders and .zip files",
    )
    add("--article", help="the article that the class worked on (default: the one in the folder, or the course's own)")
    add("--output", metavar="FILE", help=f"the page to write (default: {REPORT} in the folder)")
    add("--pseudonyms", action="store_true", help="made-up labels in place of names; no name is in the page")
    add("--word", default="", help="a word that changes the labels (default: the folder's path)")
    add(
        "--gradebook",
        choices=("moodle", "canvas"),
        nargs="+",
        default=[],
        help="write a CSV file for these as well, beside the page: questions done in each lesson",
    )
    add("--roster", metavar="CSV", help="an export of the gradebook, for email addresses and ids (with --gradebook)")
    add("--notebook", action="store_true", help=f"put the notebook {NOTEBOOK} in the folder, and make no page")


def run(chosen: argparse.Namespace, path: Callable[[str], Path], progress: Callable[[int, int], None]) -> Iterator[str]:
    """Do what was asked for.

    Parameters:
        chosen: what was typed.
        path: makes a path of it.
        progress: is told how many of how many files are read.

    Returns:
        The sentences to print.
    """
    folder = path(chosen.folder)
    if chosen.notebook:
        yield _notebook(folder)
        return
    if chosen.gradebook and chosen.pseudonyms:
        raise CommuniqueError("A gradebook needs names.", "Leave out --pseudonyms, or --gradebook.")
    from ..teacher.report.gradebook import SIGN, gradebook, read_roster
    from ..teacher.report.page import FIRST_LINE
    from ..teacher.report.report import load_class

    roster = read_roster(path(chosen.roster)) if chosen.roster else None
    told = {"pseudonymous": chosen.pseudonyms, "word": chosen.word, "article": chosen.article}
    report = load_class(folder, **told, progress=progress)
    wanted = path(chosen.output) if chosen.output else folder / REPORT
    wanted = wanted / REPORT if wanted.is_dir() else wanted
    written = write_own(wanted, report.html(), FIRST_LINE)
    count = len(report.students)
    yield f"{count} student{'s' if count != 1 else ''}. The report is in {written.resolve()}"
    for row in report.skipped[report.skipped["file"] != ""].to_dict("records"):
        yield f"  not read      {row['file']}: {row['note']}"
    odd = int(report.skipped["file"].eq("").sum())
    if odd:
        yield f"  look at       {odd} thing{'s' if odd != 1 else ''} under 'Files to look at' in the report"
    for kind in chosen.gradebook:
        place = write_own(wanted.with_name(f"class-{kind}.csv"), gradebook(report, kind, roster), SIGN)
        yield f"  gradebook     {place.resolve()}"


def _notebook(folder: Path) -> str:
    if not folder.is_dir():
        raise CommuniqueError(f"There is no folder {folder}.", "Name the folder that holds the students' files.")
    source = notebooks_folder() / "teacher" / NOTEBOOK
    if not source.is_file():
        raise CommuniqueError(f"The notebook {source} is missing.", "Build it with: make notebooks")
    written = write_own(folder / NOTEBOOK, source.read_text(encoding="utf-8"), "nothing has this sign \0")
    return f"The notebook is in {written.resolve()}\nOpen it in JupyterLab, choose Run, then Run All Cells."
