"""Write the tables of an article's folder: whole or not at all, with the columns that are there."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import CommuniqueError
from ..own_files import replace_file
from ..schema import TABLES


def save_rows(folder: Path, table: str, rows: Sequence[Mapping[str, str]]) -> Path:
    """Put the rows in place of those in a table's file, in one step, so that nobody ever finds half of it.

    Columns, their order, the sign between cells and the mark that a spreadsheet leaves stay as they are in the
    file; a column that is not there yet is added where a row needs it.

    Parameters:
        folder: the article's folder.
        table: the table's name, such as "events".
        rows: for each row, column -> cell, all as text.

    Returns:
        The file's path.

    Raises:
        CommuniqueError: the disk did not take it.
    """
    path = folder / TABLES[table].file
    mark, delimiter, header = _form(path)
    needed = [name for name in TABLES[table].known_columns if any(row.get(name) for row in rows)]
    columns = [*header, *(name for name in needed if name not in header)] if header else TABLES[table].known_columns
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    try:
        replace_file(path, (mark + lines.getvalue()).encode("utf-8"))
    except OSError as error:
        raise CommuniqueError(
            f"{path} could not be written: {error.strerror or error}.",
            "Close it in other programs, or make room on the disk; then do it again.",
        ) from error
    return path


def _form(path: Path) -> tuple[str, str, list[str]]:
    """The mark at the file's beginning, the sign between its cells, and its header."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "", ",", []
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    first = text.removeprefix("\ufeff").lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    header = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    return mark, delimiter, [name for name in header if name]
