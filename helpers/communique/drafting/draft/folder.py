"""A draft as an article's folder, and the rows of a table: whole or not at all, and never over a person's work."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import shutil
import unicodedata
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from ...base.errors import CommuniqueError
from ...base.files import not_written, write_whole
from ...coding.raw_files import FORMULA
from ...coding.schema import TABLES, Table
from ..reading.encodings import one_line
from ..reading.source import SourceText

ABOUT = (
    "A draft: a program found the rows in the tables, and nobody has checked them. "
    "Each says which rule made it, and by which words."
)
_NOTES = """# Notes on the coding

The rows of these tables were drafted by a program. A row with the status `draft` has not been checked by anybody:
read its words in the report, then set the status to `accepted`, correct the row, or delete it. The column `rule`
says which rule made a row, and which words set the rule off.

Where careful readers differ, write `yes` under `contested`, and argue the case for each reading here.
"""
_LONGEST_SLUG = 60


def slug_of(name: str) -> str:
    """A folder's name from a headline: small letters, figures and hyphens, or "article" where none is left.

    Example:
        >>> slug_of("Zürich talks: “No deal”, says envoy")
        'zurich-talks-no-deal-says-envoy'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= _LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word[:_LONGEST_SLUG]
    return slug or "article"


def _safe(text: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would reckon with; reading takes it off again."""
    cell = one_line(text)
    return f"'{cell}" if FORMULA.match(cell) else cell


def table_text(table: Table, rows: Iterable[Mapping[str, str]], columns: Iterable[str] | None = None) -> str:
    """The text of a CSV file: a header, then the rows; no cell is a formula to a spreadsheet.

    Parameters:
        table: one of `schema.TABLES`.
        rows: mappings from column to cell; a column that is missing is an empty cell.
        columns: the header (default: every column the table can have).

    Raises:
        CommuniqueError: a row has a column that the table does not know.
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


def save_rows(folder: Path, table: str, rows: Iterable[Mapping[str, str]]) -> Path:
    """Put these rows in the place of all the rows of a table, in one step.

    Columns that the file has stay in their order; those that the rows need and it lacks are added.

    Parameters:
        folder: the article's folder.
        table: actors, events, statements, positions or reactions.
        rows: mappings from column to cell, as in the CSV file.

    Returns:
        The path that was written.

    Raises:
        CommuniqueError: no such table or column, or the disk did not take it.
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


def front_of(source: SourceText) -> dict[str, str | None]:
    """The front matter of a draft; what is not known yet is None."""
    return {
        "headline": source.headline or None,
        "outlet": source.outlet or None,
        "date": source.published.isoformat() if source.published else None,
        "language": source.language or "en",
        "licence": "the publisher's text; for your own use",
        "about": ABOUT,
    }


def article_text(source: SourceText) -> str:
    """The text of `article.md`: front matter and paragraphs."""
    lines = yaml.dump(front_of(source), allow_unicode=True, sort_keys=False, width=10**9, Dumper=_Dumper)
    return f"---\n{lines}---\n\n" + "\n\n".join(source.paragraphs) + "\n"


class _Dumper(yaml.SafeDumper):
    """YAML in which what is not known yet is an empty place to write in."""


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def write_article(folder: Path, source: SourceText, tables: Mapping[str, Iterable[Mapping[str, str]]]) -> Path:
    """Write a draft as an article's folder: `article.md`, the five tables and notes on the coding.

    Parameters:
        folder: the folder to make; it must not be there yet, or be empty.
        source: the article's text.
        tables: table -> its rows as CSV cells, as `draft_tables` gives them.

    Returns:
        The folder.

    Raises:
        CommuniqueError: there is such a folder already, or the disk did not take the files.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CommuniqueError(
            f"There is already something at {folder}, and it stays as it is.",
            "Name another folder with --slug NAME, or draft that one anew with --again: accepted rows stay.",
        )
    files = {"article.md": article_text(source), "coding-notes.md": _NOTES}
    files |= {table.file: table_text(table, tables.get(name, ())) for name, table in TABLES.items()}
    beside = folder.with_name(f".{uuid.uuid4().hex}.part")
    try:
        beside.mkdir(parents=True)
        for name, text in files.items():
            (beside / name).write_text(text, encoding="utf-8", newline="\n")
        if folder.is_dir():
            folder.rmdir()
        beside.rename(folder)
    except OSError as error:
        raise not_written(folder, error) from error
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(beside)
    return folder
