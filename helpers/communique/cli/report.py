"""Make one HTML page of what a class has done, from the students' files in a folder.

It says who has done what, which questions are hard and where the class is split. No student's file is changed, and
nothing is sent anywhere.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ..base.errors import CommuniqueError
from ..base.files import place_copy, write_own
from ..base.places import built_notebook
from ..base.plural import counted
from .arguments import output_file, path

REPORT, NOTEBOOK = "class-report.html", "class.ipynb"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique report`."""
    add = parser.add_argument
    add(
        "folder",
        type=path,
        help="the folder with the students' files (.jsonl, or .zip as made to hand in), also in folders and .zip files",
    )
    add("--article", help="the article that the class worked on (default: the one in the folder, or the course's own)")
    add("--output", metavar="FILE", type=path, help=f"the page to write (default: {REPORT} in the folder)")
    add("--pseudonyms", action="store_true", help="made-up labels instead of names; no name is on the page")
    add("--word", default="", help="a word that changes the labels (default: the folder's path)")
    add(
        "--gradebook",
        choices=("moodle", "canvas"),
        nargs="+",
        default=[],
        help="write a CSV file for these as well, beside the page: questions done in each lesson",
    )
    add(
        "--roster",
        metavar="CSV",
        type=path,
        help="an export of the gradebook: the report names who handed in nothing, a gradebook has addresses and ids",
    )
    add(
        "--lessons",
        metavar="LESSON",
        nargs="+",
        default=[],
        help="only these lessons in the gradebook, such as read actors (default: all)",
    )
    add("--notebook", action="store_true", help=f"put the notebook {NOTEBOOK} in the folder, and make no page")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Write the report and the gradebooks that were asked for, and say what was not read."""
    folder = chosen.folder
    if chosen.notebook:
        yield _place_notebook(folder)
        return
    if chosen.pseudonyms and (chosen.gradebook or chosen.roster):
        raise CommuniqueError("A gradebook needs names.", "Leave out --pseudonyms, or --gradebook and --roster.")
    from ..teacher.report.gradebook import gradebook, unmatched
    from ..teacher.report.report import load_class
    from ..teacher.report.roster import read_roster

    roster = read_roster(chosen.roster) if chosen.roster else None
    report = load_class(
        folder, pseudonymous=chosen.pseudonyms, word=chosen.word, article=chosen.article, progress=_show_progress
    )
    page = output_file(chosen.output, folder, REPORT)
    strangers, absent, several = unmatched(report, roster) if roster else ([], None, {})
    written = write_own(page, report.html(absent))
    yield f"{counted(len(report.students), 'student')}. The report is in {written.resolve()}"
    for row in report.skipped[report.skipped["file"] != ""].to_dict("records"):
        yield f"  not read      {row['file']}: {row['note']}"
    odd = int(report.skipped["file"].eq("").sum())
    if odd:
        yield f"  look at       {counted(odd, 'thing')} under 'Files to look at' in the report"
    for kind in chosen.gradebook:
        table = write_own(page.with_name(f"class-{kind}.csv"), gradebook(report, kind, roster, chosen.lessons))
        yield f"  gradebook     {table.resolve()}"
    if strangers:
        who = f"{counted(len(strangers), 'student')} of {len(report.students)}"
        yield f"  not matched   {who}, not in {chosen.roster.name}: {', '.join(strangers)}"
    for student, meant in several.items():
        yield f"  which one     {student} may be any of {len(meant)} in {chosen.roster.name}: {', '.join(meant)}"
    if absent:
        yield f"  no file       {counted(len(absent), 'student')} in {chosen.roster.name}: {', '.join(absent)}"


def _show_progress(read: int, count: int) -> None:
    """One line that grows, where somebody is watching."""
    if sys.stderr.isatty():
        print(f"\rReading {read} of {count} files", end="\n" if read == count else "", file=sys.stderr, flush=True)


def _place_notebook(folder: Path) -> str:
    if not folder.is_dir():
        raise CommuniqueError(f"There is no folder {folder}.", "Name the folder that holds the students' files.")
    from ..student.folder import cells_of

    written = place_copy(built_notebook(f"teacher/{NOTEBOOK}"), folder / NOTEBOOK, cells_of)
    return f"The notebook is in {written.resolve()}\nOpen it in JupyterLab, choose Run, then Run All Cells."
