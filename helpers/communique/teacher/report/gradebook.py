"""A class's work as a CSV file that Moodle or Canvas takes: how many questions of each lesson a student has done.

The columns are those of the platforms' own exports, which they take back:

- Moodle, *Grades > Import > CSV file*: any columns; on the page one is chosen to know a student by (email address,
  ID number or user name), and one a grade item. docs.moodle.org, "Grade import".
- Canvas, *Grades > Import*: Student, ID, SIS User ID, SIS Login ID, Section, then one column an assignment; the
  second line, "Points Possible", says how much each can bring. Canvas Instructor Guide, "How do I import grades in the
  Gradebook?".

Files tell a name and, from Canvas, an id. The rest (email address, ID number, section) comes from an export of the
same gradebook, the roster, where the teacher names one.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...base.errors import CommuniqueError

if TYPE_CHECKING:
    from .report import ClassReport

MOODLE = ("First name", "Last name", "ID number", "Email address")
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
#: Older Moodle calls it so.
_OTHER_NAMES = {"Surname": "Last name"}
#: Stands in the first line of every file of ours, and by it we know one.
SIGN = "Communique 1"
ROSTER_BYTES = 20_000_000

#: A cell that begins with one of these is a formula for Excel, LibreOffice or Google Sheets, or becomes one when the
#: sign before it is cut away; the wide forms are what a Japanese keyboard writes. (OWASP, CSV Injection.)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Roster = Mapping[str, Mapping[str, str]]


def gradebook(report: ClassReport, kind: str, roster: Roster | None = None) -> str:
    """The text of a CSV file for a gradebook.

    Parameters:
        report: what `load_class` gives, with names.
        kind: "moodle" or "canvas".
        roster: what `read_roster` gives: the platform's own cells of each student.

    Returns:
        One line a student: the number of questions done in each lesson, of as many as there are.

    Raises:
        CommuniqueError: the kind is not known, or the report has labels in place of names.
    """
    if kind not in ("moodle", "canvas"):
        raise CommuniqueError(f"There is no gradebook '{kind}'.", "Choose moodle or canvas.")
    if report.pseudonymous:
        raise CommuniqueError("A gradebook needs names, and this report has none.", "Leave the pseudonyms out.")
    lessons = report.lessons.drop_duplicates("lesson")
    titles = [f"Communique {number} {title}" for number, title in enumerate(lessons["title"], 1)]
    columns = MOODLE if kind == "moodle" else CANVAS
    rows: list[list[Any]] = [[*columns, *titles]]
    if kind == "canvas":
        rows.append(["    Points Possible", "", "", "", "", *lessons["questions"]])
    done = {student: list(found["done"]) for student, found in report.lessons.groupby("student", sort=False)}
    for student, row in report.students.to_dict("index").items():
        number = row["number"] if row["platform"] == kind else ""
        rows.append([*_known(str(student), number, kind, roster or {}, columns), *done[student]])
    return _written(rows)


def _known(student: str, number: str, kind: str, roster: Roster, columns: tuple[str, ...]) -> list[str]:
    found = (roster.get(f"#{number}") if kind == "canvas" and number else None) or roster.get(_letters(student))
    if found:
        return [found.get(column, "") for column in columns]
    if kind == "canvas":
        return [student, number, "", "", ""]
    first, _, last = student.rpartition(" ")
    return [first or last, last if first else "", "", ""]


def _written(rows: list[list[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[defused(cell) for cell in row] for row in rows])
    return text.getvalue()


def defused(cell: Any) -> Any:
    """A cell that no spreadsheet runs: before a formula's first sign stands an apostrophe, and it is text.

    Example:
        >>> defused('=HYPERLINK("x")'), defused("Kim"), defused(-1)
        ('\\'=HYPERLINK("x")', 'Kim', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \xa0\ufeff").startswith(_FORMULA) else cell


def read_roster(path: Path) -> Roster:
    """The students of an exported gradebook, by the letters of their names and, in Canvas, by their ids.

    Raises:
        CommuniqueError: the file cannot be read, or has no column with names.
    """
    try:
        raw = path.open("rb").read(ROSTER_BYTES + 1)
        lines = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    except (OSError, ValueError, csv.Error) as error:
        raise CommuniqueError(f"{path} cannot be read as a CSV file.", "Export the gradebook as CSV again.") from error
    found: dict[str, Mapping[str, str]] = {}
    twice: set[str] = set()
    for line in lines:
        cells = {_OTHER_NAMES.get(str(n), str(n)): v for n, v in line.items() if isinstance(v, str)}
        for name in _names(cells):
            twice |= {name} & found.keys()
            found[name] = cells
    if not found:
        raise CommuniqueError(
            f"{path} has no names of students.",
            "It needs the columns of Moodle's export (First name, Last name) or of Canvas's (Student).",
        )
    return {name: cells for name, cells in found.items() if name not in twice}  # two of one name: nobody is guessed


def _names(cells: Mapping[str, str]) -> set[str]:
    """What a student may be called in a file's name: "Min Kim", "Kim, Min" and "kimmin" are one."""
    parts = [cells.get("First name", ""), cells.get("Last name", "")]
    if not any(parts):
        parts = cells.get("Student", "").split(",")
    names = {_letters("".join(parts)), _letters("".join(reversed(parts)))} - {"", _letters("Points Possible")}
    number = cells.get("ID", "")
    return names | {f"#{number}"} if names and number else names


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).casefold()
