"""One cell of a table: from what an author typed to a value, or to a fault that says what would do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..base.errors import Fault
from ..base.nearest import nearest_of
from ..text.dates import iso_date
from . import codes
from .raw_files import RawRow
from .schema import Column

_ID = re.compile(r"[^\W\d_][\w-]*")
_YES = {"yes": True, "no": False, "": False, "true": True, "false": False}


def split_list(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list: `A01 | A02`.

    Example:
        >>> split_list("A01 | A02")
        ('A01', 'A02')
    """
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def read_cell(file: str, row: RawRow, column: Column, issues: Iterable[str] | None) -> tuple[Any, list[Fault]]:
    """The value of a cell and its faults; references between rows are checked later.

    `issues` are those of the front matter, or None where that could not be read.
    """
    cell = row.cells.get(column.name, "")
    if not cell:
        empty: Any = () if column.is_list else _YES[""] if column.holds == "yesno" else column.default
        if column.required:
            ask = _allowed(column.allowed) if column.allowed else "a value"
            return empty, [Fault(file, "the cell is empty", row.number, column.name, ask)]
        return empty, []
    match column.holds:
        case "code":
            return _coded(file, row, column, cell, column.allowed)
        case "codes":
            return _each(file, row, column, cell)
        case "issue" if issues is not None:
            return _issue(file, row, column, cell, tuple(issues))
        case "event":
            return _coded(file, row, column, cell, codes.event_names())
        case "country":
            return _country(file, row, column, cell)
        case "timex":
            return _timex(file, row, column, cell)
        case "yesno":
            return _coded(file, row, column, cell.lower(), ("yes", "no"), values=_YES)
        case "id":
            if _ID.fullmatch(cell):
                return cell, []
            ask = "a letter, then letters, figures or hyphens, such as E01"
            return cell, [Fault(file, f"{cell!r} cannot be an id", row.number, column.name, ask)]
    return (split_list(cell) if column.is_list else cell), []


def _allowed(values: Iterable[str], lead: str = "allowed are") -> str:
    return f"{lead} {', '.join(values)}"


def _coded(
    file: str,
    row: RawRow,
    column: Column,
    cell: str,
    allowed: tuple[str, ...],
    values: dict[str, Any] | None = None,
) -> tuple[Any, list[Fault]]:
    if cell in (values or allowed):
        return (values[cell] if values else cell), []
    near = nearest_of(cell, allowed)
    return "", [
        Fault(file, f"{cell!r} is not a code for this column", row.number, column.name, _allowed(allowed), near)
    ]


def _each(file: str, row: RawRow, column: Column, cell: str) -> tuple[tuple[str, ...], list[Fault]]:
    faults: list[Fault] = []
    for part in split_list(cell):
        faults += _coded(file, row, column, part, column.allowed)[1]
    return split_list(cell), faults


def _issue(file: str, row: RawRow, column: Column, cell: str, issues: tuple[str, ...]) -> tuple[str, list[Fault]]:
    if cell in issues:
        return cell, []
    front = "the front matter of article.md"
    ask = (
        _allowed(issues, f"the issues in {front} are") if issues else f"a line '{cell}: Title' under issues in {front}"
    )
    near = nearest_of(cell, issues)
    return "", [Fault(file, f"{cell!r} is not an issue of the article", row.number, column.name, ask, near)]


def _country(file: str, row: RawRow, column: Column, cell: str) -> tuple[str, list[Fault]]:
    if cell in codes.country_codes():
        return cell, []
    near = codes.nearest_country(cell)
    ask = "a three-letter code of ISO 3166-1, such as KOR, or nothing"
    return "", [Fault(file, f"{cell!r} is not a country code", row.number, column.name, ask, near)]


def _timex(file: str, row: RawRow, column: Column, cell: str) -> tuple[str, list[Fault]]:
    if cell in codes.TIME_REFERENCES or iso_date(cell):
        return cell, []
    what = f"{cell!r} is not a day of the calendar" if re.search(r"\d", cell) else f"{cell!r} is not a time"
    references = ", ".join(codes.TIME_REFERENCES)
    ask = f"a day as 2024-06-19 (in Excel: format the column as text), one of {references}, or nothing"
    return "", [Fault(file, what, row.number, column.name, ask, _from_excel(cell))]


def _from_excel(cell: str) -> str:
    """The day of 19/06/2024 or 19.06.2024, where it can be only one."""
    match = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", cell)
    if not match:
        return ""
    one, two, year = match.groups()
    days = {f"{year}-{month:0>2}-{day:0>2}" for day, month in ((one, two), (two, one))}
    possible = [day for day in days if iso_date(day)]
    return possible[0] if len(possible) == 1 else ""


def check_event_mode(file: str, row: RawRow) -> list[Fault]:
    """Whether PLOVER has the mode for the event."""
    event, mode = row.cells.get("event", ""), row.cells.get("mode", "")
    if not mode or event not in codes.event_names() or (event, mode) in codes.plover():
        return []
    modes = codes.modes_of(event)
    ask = f"{event} has {', '.join(modes)}, or nothing" if modes else f"{event} has no modes: leave the cell empty"
    return [Fault(file, f"{mode!r} is not a mode of {event}", row.number, "mode", ask, nearest_of(mode, modes))]


def check_other_reading(file: str, raw: RawRow, row: dict[str, Any]) -> list[Fault]:
    """Whether the other reading of a position is whole: another stance, and the case for it.

    A contested position without one is worth a note and no fault.
    """
    stance, other = raw.cells.get("stance", ""), raw.cells.get("other_stance", "")
    case = raw.cells.get("other_case", "")
    if other and not case:
        what, ask = "there is another stance, and no case for it", "a sentence that argues for it"
        return [Fault(file, what, raw.number, "other_case", ask)]
    if case and not other:
        what = "there is a case for another stance, and the stance is missing"
        return [Fault(file, what, raw.number, "other_stance", _allowed(codes.OTHER_STANCES))]
    if other and other == stance:
        what = f"the other stance is the row's own, {stance!r}"
        return [Fault(file, what, raw.number, "other_stance", "another one, or nothing here and in other_case")]
    if row["contested"] and not other:
        what = "the row is contested, and does not give the other reading"
        ask = "a stance here, and the case for it in other_case"
        return [Fault(file, what, raw.number, "other_stance", ask, only_a_note=True)]
    return []
