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

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from ...base.errors import CommuniqueError
from .report import ClassReport
from .roster import EMAIL, FIRST, LAST, NUMBER, Roster

MOODLE = (FIRST, LAST, NUMBER, EMAIL)
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
#: A cell that begins with one of these is a formula for Excel, LibreOffice or Google Sheets, or becomes one when the
#: sign before it is cut away; the wide forms are what a Japanese keyboard writes. (OWASP, CSV Injection.)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def gradebook(report: ClassReport, kind: str, roster: Roster | None = None, lessons: Sequence[str] = ()) -> str:
    """The text of a CSV file for a gradebook, "moodle" or "canvas": one line a student, with the platform's own cells.

    It has the number of questions in each lesson that a student has done without asking for the explanation only;
    blank for a lesson that was not begun. `lessons` are names of lessons, where not all are wanted.
    """
    if kind not in ("moodle", "canvas"):
        raise CommuniqueError(f"There is no gradebook '{kind}'.", "Choose moodle or canvas.")
    if report.pseudonymous:
        raise CommuniqueError("A gradebook needs names, and this report has none.", "Leave the pseudonyms out.")
    known = report.lessons.drop_duplicates("lesson").set_index("lesson")
    unknown = [name for name in lessons if name not in known.index] if len(known) else []
    if unknown:
        raise CommuniqueError(f"There is no lesson '{unknown[0]}'.", f"The lessons are: {', '.join(known.index)}.")
    wanted = known[known.index.isin(lessons)] if lessons else known
    numbers = {name: number for number, name in enumerate(known.index, 1)}
    titles = [f"Communique {numbers[name]} {title}" for name, title in wanted["title"].items()]
    columns = MOODLE if kind == "moodle" else CANVAS
    rows: list[list[Any]] = [[*columns, *titles]]
    if kind == "canvas":
        rows.append(["    Points Possible", "", "", "", "", *wanted["questions"]])
    done = {
        student: [row.done - row.explained if row.state != "not yet" else "" for row in theirs.itertuples()]
        for student, theirs in report.lessons[report.lessons["lesson"].isin(wanted.index)].groupby(
            "student", sort=False
        )
    }
    for student, row in report.students.to_dict("index").items():
        rows.append([*_own_cells(str(student), _number(row, kind), kind, roster, columns), *done[student]])
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[defused(cell) for cell in row] for row in rows])
    return text.getvalue()


def unmatched(report: ClassReport, roster: Roster) -> tuple[list[str], list[str], dict[str, list[str]]]:
    """Whom the roster does not know; who in it handed in nothing; and whom a name that was handed in may mean."""
    strangers: list[str] = []
    several: dict[str, list[str]] = {}
    matched: set[int] = set()
    for student, row in report.students.to_dict("index").items():
        meant = roster.meant(str(student), _number(row, "canvas"))
        matched.update(map(id, meant))
        if not meant:
            strangers.append(str(student))
        elif len(meant) > 1:
            several[str(student)] = sorted(map(roster.name_of, meant))
    absent = [roster.name_of(cells) for cells in roster.students if id(cells) not in matched]
    return strangers, sorted(absent), several


def _number(row: Mapping[str, Any], kind: str) -> str:
    return row["number"] if row["platform"] == kind else ""


def _own_cells(student: str, number: str, kind: str, roster: Roster | None, columns: tuple[str, ...]) -> list[str]:
    meant = roster.meant(student, number if kind == "canvas" else "") if roster else ()
    if len(meant) == 1:
        return [meant[0].get(column, "") for column in columns]
    if kind == "canvas":
        return [student, number, "", "", ""]
    first, _, last = student.rpartition(" ")
    return [first or last, last if first else "", "", ""]


def defused(cell: Any) -> Any:
    """A cell that no spreadsheet runs: before a formula's first sign stands an apostrophe, and it is text.

    Example:
        >>> defused('=HYPERLINK("x")'), defused("Kim"), defused(-1)
        ('\\'=HYPERLINK("x")', 'Kim', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \xa0\ufeff").startswith(_FORMULA) else cell
