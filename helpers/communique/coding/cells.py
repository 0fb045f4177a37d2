"""One cell of a table: from what an author typed to a value, or to a fault that says what would do."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from ..base.nearest import nearest_of
from ..text.dates import iso_date
from . import codes
from .raw_files import RawRow
from .schema import Column

_ID = re.compile(r"[^\W\d_][\w-]*")
_YES = {"yes": True, "no": False, "": False, "true": True, "false": False}


def split_list(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list: `A01 | A02`."""
    return tuple(filter(None, map(str.strip, cell.split("|"))))


def read_cell(row: RawRow, column: Column, issues: Collection[str] | None) -> Any:
    """The value of a cell; faults are noted in the row, and references between rows are checked later.

    `issues` are those of the front matter, or None where that could not be read.
    """
    cell = row.cells.get(column.name, "")
    if not cell:
        if column.required:
            row.fault("the cell is empty", column.name, _allowed(column.allowed) if column.allowed else "a value")
        return () if column.is_list else False if column.holds == "yesno" else column.default
    match column.holds:
        case "code":
            return _coded(row, column, cell, column.allowed)
        case "codes":
            for part in split_list(cell):
                _coded(row, column, part, column.allowed)
        case "issue" if issues is not None:
            return _issue(row, column, cell, issues)
        case "event":
            return _coded(row, column, cell, codes.event_names())
        case "country":
            return _country(row, column, cell)
        case "timex":
            return _timex(row, column, cell)
        case "yesno":
            written = cell.lower()
            return _YES[written] if written in _YES else _coded(row, column, written, ("yes", "no"))
        case "id" if not _ID.fullmatch(cell):
            ask = "a letter, then letters, figures or hyphens, such as E01"
            row.fault(f"{cell!r} cannot be an id", column.name, ask)
    return split_list(cell) if column.is_list else cell


def _allowed(values: Iterable[str], lead: str = "allowed are") -> str:
    return f"{lead} {', '.join(values)}"


def _coded(row: RawRow, column: Column, cell: str, allowed: Collection[str]) -> str:
    if cell in allowed:
        return cell
    row.fault(f"{cell!r} is not a code for this column", column.name, _allowed(allowed), nearest_of(cell, allowed))
    return ""


def _issue(row: RawRow, column: Column, cell: str, issues: Collection[str]) -> str:
    if cell in issues:
        return cell
    front = "the front matter of article.md"
    known = _allowed(issues, f"the issues in {front} are")
    ask = known if issues else f"a line '{cell}: Title' under issues in {front}"
    row.fault(f"{cell!r} is not an issue of the article", column.name, ask, nearest_of(cell, issues))
    return ""


def _country(row: RawRow, column: Column, cell: str) -> str:
    if cell in codes.country_codes():
        return cell
    ask = "a three-letter code of ISO 3166-1, such as KOR, or nothing"
    row.fault(f"{cell!r} is not a country code", column.name, ask, codes.nearest_country(cell))
    return ""


def _timex(row: RawRow, column: Column, cell: str) -> str:
    if cell in codes.TIME_REFERENCES or iso_date(cell):
        return cell
    what = f"{cell!r} is not a day of the calendar" if re.search(r"\d", cell) else f"{cell!r} is not a time"
    references = ", ".join(codes.TIME_REFERENCES)
    ask = f"a day as 2024-06-19 (in Excel: format the column as text), one of {references}, or nothing"
    row.fault(what, column.name, ask, _from_excel(cell))
    return ""


def _from_excel(cell: str) -> str:
    """The day of 19/06/2024 or 19.06.2024, where it can be only one."""
    match = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", cell)
    if not match:
        return ""
    one, two, year = match.groups()
    days = {f"{year}-{month:0>2}-{day:0>2}" for day, month in ((one, two), (two, one))}
    possible = [day for day in days if iso_date(day)]
    return possible[0] if len(possible) == 1 else ""


def check_event_mode(row: RawRow) -> None:
    """Note a fault where PLOVER does not have the mode for the event."""
    event, mode = row.cells.get("event", ""), row.cells.get("mode", "")
    if not mode or event not in codes.event_names() or (event, mode) in codes.plover():
        return
    modes = codes.modes_of(event)
    ask = f"{event} has {', '.join(modes)}, or nothing" if modes else f"{event} has no modes: leave the cell empty"
    row.fault(f"{mode!r} is not a mode of {event}", "mode", ask, nearest_of(mode, modes))


def check_other_reading(row: RawRow, *, contested: bool) -> None:
    """Note a fault where the other reading of a position is not whole: another stance, and the case for it.

    A contested position without one is worth a note and no fault.
    """
    stance, other, case = (row.cells.get(name, "") for name in ("stance", "other_stance", "other_case"))
    if other and not case:
        row.fault("there is another stance, and no case for it", "other_case", "a sentence that argues for it")
    elif case and not other:
        what = "there is a case for another stance, and the stance is missing"
        row.fault(what, "other_stance", _allowed(codes.OTHER_STANCES))
    elif other and other == stance:
        ask = "another one, or nothing here and in other_case"
        row.fault(f"the other stance is the row's own, {stance!r}", "other_stance", ask)
    elif contested and not other:
        what = "the row is contested, and does not give the other reading"
        row.fault(what, "other_stance", "a stance here, and the case for it in other_case", only_a_note=True)
