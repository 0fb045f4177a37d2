"""From an article's text to a draft that holds: the coder's rows, checked against the text as a person's are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...base.errors import CommuniqueError
from ...coding.article import CodedArticle
from ...coding.checking import check_rows
from ...coding.raw_files import RawArticle
from ...coding.schema import TABLES
from ...text.cleaning import one_line
from ...text.slugs import slug_of
from ..lexicon.lexicons import Lexicons
from ..reading.source import SourceText
from .coder import draft_tables
from .folder import front_of

#: Table -> its rows as the cells of its CSV file.
Cells = dict[str, list[dict[str, str]]]

_ROUNDS = 6
_NONE: Mapping[str, list] = {}


@dataclass(frozen=True)
class Draft:
    """A drafted article: its text, its rows as cells of CSV files, and the same as a coded article."""

    source: SourceText
    tables: Cells
    coded: CodedArticle


def draft_source(source: SourceText, slug: str = "", lexicons: Lexicons | None = None) -> Draft:
    """Draft the coding of a text; a row that the text does not bear out is left out, with what points at it.

    Raises:
        CommuniqueError: the text cannot be an article of the course.
    """
    tables = {name: [_cells(row) for row in rows] for name, rows in draft_tables(source, lexicons).items()}
    slug = slug or slug_of(source.headline)
    drafted = sum(map(len, tables.values()))
    coded, faults = check_rows(slug, raw_of(source), tables)[:2]
    if coded is None:
        tables = without_faults(slug, raw_of(source), tables)
        coded, faults = check_rows(slug, raw_of(source), tables)[:2]
    if coded is None:
        raise CommuniqueError(str(faults[0]), "Fix the text, save, and try again.")
    left_out = drafted - sum(map(len, tables.values()))
    more = f"{left_out} drafted row{'s' if left_out != 1 else ''} did not hold against the text and are left out."
    source = replace(source, notes=(*source.notes, more)) if left_out else source
    return Draft(source, tables, replace(coded, notes=source.notes))


def _cells(row: dict[str, str]) -> dict[str, str]:
    return {column: one_line(cell) if cell else cell for column, cell in row.items()}


def raw_of(source: SourceText) -> RawArticle:
    """The text as the check takes it."""
    return RawArticle(dict(front_of(source)), source.headline, source.published, list(source.paragraphs))


def without_faults(slug: str, raw: RawArticle, tables: Cells, keep: Mapping[str, list] = _NONE) -> Cells:
    """The tables without faulty drafted rows and those that point at them; the rows in `keep` come first, and stay."""
    for _ in range(_ROUNDS):
        coded, faults = check_rows(slug, raw, tables)[:2]
        if coded is not None:
            return tables
        bad = {(fault.file, fault.row) for fault in faults if not fault.only_a_note}
        tables = {
            name: [
                row
                for number, row in enumerate(rows, 2)
                if number < len(keep.get(name, ())) + 2 or (TABLES[name].file, number) not in bad
            ]
            for name, rows in tables.items()
        }
    return {name: list(keep.get(name, ())) for name in TABLES}
