"""Check an article: every row against its text, every reference against the tables, and all faults at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ..base.errors import Fault
from ..base.nearest import nearest_of
from ..text.dates import iso_date, names_weekday, resolve_date
from .article import ROWS, CodedArticle, Evidence, Mention, lay_out, shift
from .cells import check_event_mode, check_other_reading, read_cell
from .codes import REPORTER
from .evidence import find_evidence, find_mentions
from .pointers import Paragraph, Place
from .raw_files import RawArticle, RawRow, read_article, read_table
from .schema import TABLES, Table

_TEXT_FILES = (".txt", ".md", ".markdown", ".text")
RawTables = Mapping[str, Iterable[Mapping[str, str]]]  # table -> rows -> column -> cell


class ArticleCheck:
    """One pass over one article. Faults are collected, never raised."""

    def __init__(self, slug: str, raw: RawArticle, faults: list[Fault]) -> None:
        self.slug, self.raw, self.faults = slug, raw, faults
        laid = lay_out(raw.headline, raw.paragraphs)
        self.paragraphs: dict[str, Paragraph] = {p.paragraph_id: p for p in laid}
        self.readable = bool(raw.paragraphs)
        self.issues = {str(k): str(v) for k, v in (raw.front.get("issues") or {}).items()}
        self.tables: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        self.raw_rows: dict[str, list[RawRow]] = {name: [] for name in TABLES}
        self.evidence: list[Evidence] = []
        self.mentions: tuple[Mention, ...] = ()
        self.unread: set[str] = set()  # tables with rows that could not be read: no id is missed in them

    def run(self, folder: Path | None) -> tuple[CodedArticle | None, list[Fault]]:
        """Check the tables of a folder (None: the rows that are here); the article, where faults are only notes."""
        if folder is not None:
            for table in TABLES.values():
                self.raw_rows[table.name], faults = read_table(folder / table.file, table)
                self.faults += faults
                if any(not fault.only_a_note for fault in faults):
                    self.unread.add(table.name)
        for table in TABLES.values():
            self._read_rows(table)
        self._check_references()
        self.mentions = self._mentions() if self.readable else ()
        files = [table.file for table in TABLES.values()]
        self.faults.sort(key=lambda f: (files.index(f.file) + 1 if f.file in files else 0, f.row))
        if any(not f.only_a_note for f in self.faults):
            return None, self.faults
        front = self.raw.front
        rows: dict[str, Any] = {name: tuple(ROWS[name](**row) for row in self.tables[name]) for name in TABLES}
        return CodedArticle(
            slug=self.slug,
            headline=self.raw.headline,
            outlet=str(front.get("outlet") or ""),
            published=self.raw.published,
            language=str(front.get("language") or ""),
            licence=str(front.get("licence") or ""),
            about=str(front.get("about") or ""),
            issues=MappingProxyType(self.issues),
            paragraphs=tuple(self.paragraphs.values()),
            **rows,
            mentions=self.mentions,
            evidence=tuple(self.evidence),
            folder=folder,
        ), self.faults

    def _read_rows(self, table: Table) -> None:
        seen: dict[str, int] = {}
        for raw in self.raw_rows[table.name]:
            row: dict[str, Any] = {}
            for column in table.columns:
                issues = self.issues if self.raw.front else None
                value, faults = read_cell(table.file, raw, column, issues)
                row["id" if column.name == table.id_column else column.name] = value
                self.faults += faults
            if row["id"] in seen:
                what = f"the id {row['id']!r} stands in row {seen[row['id']]} already"
                self.faults.append(Fault(table.file, what, raw.number, table.id_column, "every row needs its own id"))
            seen.setdefault(row["id"], raw.number)
            if table.name == "events":
                self.faults += check_event_mode(table.file, raw)
            if table.name == "positions":
                self.faults += check_other_reading(table.file, raw, row)
            if self.readable:
                self._read_evidence(table, raw, row)
            self.tables[table.name].append(row)

    def _read_evidence(self, table: Table, raw: RawRow, row: dict[str, Any]) -> None:
        row["paragraph"] = raw.cells.get("paragraph", "")
        for group in table.groups:
            place, faults = find_evidence(table.file, raw, group, self.paragraphs)
            self.faults += faults
            row[group.columns[0]] = " ".join(raw.cells.get(group.columns[0], "").split())
            if place:
                self._keep(table.name, row["id"], group.role, place)
        if table.name == "events":
            self._check_weekday(table, raw, row)

    def _keep(self, table: str, row_id: str, role: str, place: Place) -> None:
        span, paragraph = shift(place.span, place.paragraph.start), place.paragraph.paragraph_id
        self.evidence.append(Evidence(f"{row_id}.{role}", table, row_id, role, paragraph, *span, place.words))

    def _check_weekday(self, table: Table, raw: RawRow, row: dict[str, Any]) -> None:
        words, date = row.get("time_words", ""), iso_date(row.get("timex", ""))
        if not words or not date or not names_weekday(words) or self.raw.published is None:
            return
        meant = resolve_date(words, self.raw.published)
        if meant != date:
            what = f"{words!r} in a report of {self.raw.published} is {meant}, and the row says {date}"
            self.faults.append(Fault(table.file, what, raw.number, "timex", "correct the date or the words"))

    def _check_references(self) -> None:
        ids: dict[str, str] = {}
        for table in TABLES.values():
            for raw, row in zip(self.raw_rows[table.name], self.tables[table.name], strict=True):
                if ids.setdefault(row["id"], table.name) != table.name:
                    what = f"the id {row['id']!r} is used in {ids[row['id']]}.csv too"
                    self.faults.append(Fault(table.file, what, raw.number, table.id_column, "an id of its own"))
        for table in TABLES.values():
            for column in table.columns:
                if not column.refers or self.unread.intersection(column.refers):
                    continue
                known = [r["id"] for name in column.refers for r in self.tables[name]]
                for raw, row in zip(self.raw_rows[table.name], self.tables[table.name], strict=True):
                    self._check_reference(table, column.name, raw, row, known, column.reporter_too)

    def _check_reference(
        self, table: Table, column: str, raw: RawRow, row: dict[str, Any], known: list[str], reporter: bool
    ) -> None:
        value = row[column]
        for reference in value if isinstance(value, tuple) else (value,) if value else ():
            if reference in known or (reporter and reference == REPORTER):
                continue
            where = " or ".join(f"{n}.csv" for n in next(c for c in table.columns if c.name == column).refers)
            what = f"{reference!r} is not an id in {where}"
            ask = f"an id in {where}" + (" or the word reporter" if reporter else "")
            near = nearest_of(reference, known)
            self.faults.append(Fault(table.file, what, raw.number, column, ask, near))
        own = column == "part_of" and value == row["id"] and value
        if own or (column == "answers_id" and value and value == row["event_id"]):
            what = f"the row points at itself ({value})" if own else f"{value} cannot answer itself"
            self.faults.append(Fault(table.file, what, raw.number, column, "another id, or nothing"))

    def _mentions(self) -> tuple[Mention, ...]:
        pairs = zip(self.raw_rows["actors"], self.tables["actors"], strict=True)
        aliases = [(raw, row["id"], alias) for raw, row in pairs for alias in row["aliases"]]
        places, faults = find_mentions("actors.csv", aliases, self.paragraphs)
        self.faults += faults
        mentions = []
        for number, place in enumerate(places, 1):
            mention = Mention(f"M{number:03d}", place.actor_id, place.paragraph.paragraph_id, place.words)
            self._keep("mentions", mention.id, "mention", place)
            mentions.append(mention)
        return tuple(mentions)


def check_article(path: Path) -> tuple[CodedArticle | None, list[Fault]]:
    """All the faults of an article, and the article itself where it has none but notes."""
    if path.is_dir():
        raw, faults = read_article(path / "article.md", needs_front=True)
        return ArticleCheck(path.name, raw, faults).run(path)
    if path.suffix.lower() not in _TEXT_FILES:
        ask = "a folder, or a text file with the ending .txt or .md"
        return None, [Fault(path.name, f"{path.suffix or 'a file without an ending'} is not read", allowed=ask)]
    raw, faults = read_article(path, needs_front=False)
    return ArticleCheck(path.stem, raw, faults).run(None)


def check_rows(slug: str, raw: RawArticle, tables: RawTables) -> tuple[CodedArticle | None, list[Fault]]:
    """The same for an article that is in no folder: its rows as the cells of the CSV files."""
    return weigh_rows(slug, raw, tables)[:2]


class Checked(NamedTuple):
    """What a check found: the article (None where a fault is grave), and what could be read all the same."""

    article: CodedArticle | None
    faults: list[Fault]
    evidence: tuple[Evidence, ...]
    mentions: tuple[Mention, ...]


def weigh_rows(slug: str, raw: RawArticle, tables: RawTables) -> Checked:
    """A check of rows that may not be on the disk, with the words that were found for those that have faults."""
    check = ArticleCheck(slug, raw, [])
    for name in TABLES:
        cells = ({column: cell.strip() for column, cell in row.items()} for row in tables.get(name, ()))
        check.raw_rows[name] = [RawRow(number, row) for number, row in enumerate(cells, 2)]
    return Checked(*check.run(None), tuple(check.evidence), check.mentions)
