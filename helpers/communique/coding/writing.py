"""The rows of a table as a CSV file: whole or not at all, and no cell a formula to a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..base.errors import CommuniqueError
from ..base.files import write_whole
from ..text.cleaning import one_line
from .raw_files import FORMULA
from .schema import TABLES, Table


def save_rows(folder: Path, table: str, rows: Iterable[Mapping[str, str]]) -> Path:
    """Put these rows in the place of all the rows of a table, in one step.

    Columns that the file has stay in their order; those that the rows need and it lacks are added.
    """
    if table not in TABLES:
        raise CommuniqueError(f"There is no table {table!r}.", f"The tables are: {', '.join(TABLES)}.")
    path, kept = folder / TABLES[table].file, list(rows)
    known = TABLES[table].known_columns
    columns = [name for name in _header(path) if name in known]
    needed = [name for name in known if name not in columns and any(row.get(name) for row in kept)]
    missing = [name for name in TABLES[table].required_columns if name not in [*columns, *needed]]
    header = [*columns, *(name for name in known if name in [*needed, *missing])] if columns else None
    write_whole(path, table_text(TABLES[table], kept, header))
    return path


def _header(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = next((line for line in file if line.strip()), "")
    except (OSError, UnicodeDecodeError):
        return []
    delimiter = max(",;\t", key=first.count)
    return [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]


def table_text(table: Table, rows: Iterable[Mapping[str, str]], columns: Iterable[str] | None = None) -> str:
    """The text of a CSV file: a header, then the rows; no cell is a formula to a spreadsheet.

    Without `columns` the header has every column of the table.
    """
    header = list(columns or table.known_columns)
    kept = list(rows)
    for row in kept:
        unknown = [name for name, cell in row.items() if cell and name not in header]
        if unknown:
            what = f"{table.file} has no column {unknown[0]!r}."
            raise CommuniqueError(what, f"Its columns are: {', '.join(table.known_columns)}.")
    return csv_text(header, kept)


def csv_text(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The text of any CSV file of ours, a line a row, safe for a spreadsheet."""
    out = io.StringIO()
    writer, header = csv.writer(out, lineterminator="\n"), list(columns)
    writer.writerow(header)
    writer.writerows([_safe(str(row.get(name) or "")) for name in header] for row in rows)
    return out.getvalue()


def _safe(text: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would reckon with; reading takes it off again."""
    cell = one_line(text)
    return f"'{cell}" if FORMULA.match(cell) else cell
