"""From an article's text to a draft that holds: the coder's rows, checked against the text as a person's are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..article import CodedArticle
from ..checking import check_rows
from ..errors import CommuniqueError, Fault
from ..loading import RawArticle
from ..schema import TABLES
from .coder import draft_tables
from .encodings import one_line
from .source import SourceText
from .writing import front_of, slug_of

#: Table -> its rows as the cells of its CSV file.
Cells = dict[str, list[dict[str, str]]]

_ROUNDS = 6


@dataclass(frozen=True)
class Draft:
    """A drafted article: its text, its rows as cells of CSV files, and the same as a coded article."""

    source: SourceText
    tables: Cells
    coded: CodedArticle


def draft_source(source: SourceText, slug: str = "", folder: Path | None = None) -> Draft:
    """Draft the coding of a text.

    A row that does not hold against the text is left out, and so is what points at it; a note says how many.

    Parameters:
        source: the text, as `read_source` gives it.
        slug: the article's short name (default: made from the headline).
        folder: the article's folder, where it has lexicons of its own.

    Raises:
        CommuniqueError: the text cannot be an article of the course.
    """
    tables = {name: [_cells(row) for row in rows] for name, rows in _coded_by_rules(source, folder).items()}
    slug = slug or slug_of(source.headline)
    drafted = sum(map(len, tables.values()))
    coded, faults = check_rows(slug, raw_of(source), tables)
    for _ in range(_ROUNDS):
        if coded is not None:
            break
        tables = _without(tables, faults)
        coded, faults = check_rows(slug, raw_of(source), tables)
    if coded is None:
        tables = {name: [] for name in TABLES}
        coded, faults = check_rows(slug, raw_of(source), tables)
    if coded is None:
        raise CommuniqueError(str(faults[0]), "Mend the text, save, and try again.")
    left_out = drafted - sum(map(len, tables.values()))
    more = f"{left_out} drafted row{'s' if left_out != 1 else ''} did not hold against the text and are left out."
    source = replace(source, notes=(*source.notes, more)) if left_out else source
    return Draft(source, tables, replace(coded, notes=source.notes))


def _coded_by_rules(source: SourceText, folder: Path | None) -> Cells:
    return draft_tables(source)


def _cells(row: dict[str, str]) -> dict[str, str]:
    return {column: one_line(cell) for column, cell in row.items()}


def raw_of(source: SourceText) -> RawArticle:
    """The text as the check takes it."""
    return RawArticle(dict(front_of(source)), source.headline, source.published, list(source.paragraphs))


def _without(tables: Cells, faults: list[Fault]) -> Cells:
    bad = {(fault.file, fault.row) for fault in faults if not fault.only_a_note}
    if any(not row for _, row in bad):  # a fault of the whole table
        return {name: [] for name in TABLES}
    return {
        name: [row for number, row in enumerate(rows, 2) if (TABLES[name].file, number) not in bad]
        for name, rows in tables.items()
    }
