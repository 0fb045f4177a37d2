"""Check an article: every row against its text, every reference against the tables, and all faults at once."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ..base.errors import Fault
from ..base.nearest import nearest_of
from ..text.dates import iso_date
from ..text.times import may_mean, times_in
from .article import CodedArticle, Evidence, Mention, lay_out, shift
from .cells import check_event_mode, check_other_reading, read_cell
from .codes import REPORTER
from .evidence import find_evidence, find_mentions
from .pointers import Paragraph, Place
from .raw_files import PLAIN_WORDS, RawArticle, RawRow, read_article, read_plain_words, read_table
from .schema import ROWS, TABLES, Column, Row, Table

_TEXT_FILES = (".txt", ".md", ".markdown", ".text")
RawTables = Mapping[str, Iterable[Mapping[str, str]]]  # table -> rows -> column -> cell
Cells = dict[str, Any]  # what the cells of a row hold, while the row may still have faults


class ArticleCheck:
    """One pass over one article. Faults are collected, never raised."""

    def __init__(self, slug: str, raw: RawArticle, faults: list[Fault]) -> None:
        self.slug, self.raw, self.faults = slug, raw, faults
        laid = lay_out(raw.headline, raw.paragraphs)
        self.paragraphs: dict[str, Paragraph] = {p.paragraph_id: p for p in laid}
        self.readable = bool(raw.paragraphs)
        self.issues = {str(k): str(v) for k, v in (raw.front.get("issues") or {}).items()}
        self.raw_rows: dict[str, list[RawRow]] = {name: [] for name in TABLES}
        self.rows: dict[str, list[tuple[RawRow, Cells]]] = {}
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
            self.rows[table.name] = [(raw, self._row(table, raw)) for raw in self.raw_rows[table.name]]
        self._check_ids()
        self._check_references()
        self.mentions = self._mentions() if self.readable else ()
        self.faults += [fault for rows in self.raw_rows.values() for raw in rows for fault in raw.faults]
        files = [table.file for table in TABLES.values()]
        self.faults.sort(key=lambda f: (files.index(f.file) + 1 if f.file in files else 0, f.row))
        if any(not f.only_a_note for f in self.faults):
            return None, self.faults
        front = self.raw.front
        texts: dict[str, Any] = {n: str(front.get(n) or "") for n in ("outlet", "language", "licence", "about")}
        return CodedArticle(
            slug=self.slug,
            headline=self.raw.headline,
            published=self.raw.published,
            **texts,
            issues=MappingProxyType(self.issues),
            paragraphs=tuple(self.paragraphs.values()),
            plain=self.raw.plain,
            **self.typed_rows(),
            mentions=self.mentions,
            evidence=tuple(self.evidence),
            folder=folder,
            constructed=front.get("constructed") is True,
            outside_facts=tuple(map(str, front.get("sources") or ())),
        ), self.faults

    def typed_rows(self) -> dict[str, Any]:
        """The rows as far as their cells could be read, by table."""
        return {name: tuple(ROWS[name](**row) for _, row in rows) for name, rows in self.rows.items()}

    def _row(self, table: Table, raw: RawRow) -> Cells:
        """What a row's cells hold, by the names of its class."""
        issues = self.issues if self.raw.front else None
        row = {column.name: read_cell(raw, column, issues) for column in table.columns}
        row["id"] = row.pop(table.id_column)
        if table.name == "events":
            check_event_mode(raw)
        if table.name == "positions":
            check_other_reading(raw, contested=row["contested"])
        if self.readable:
            self._read_evidence(table, raw, row)
        return row

    def _read_evidence(self, table: Table, raw: RawRow, row: Cells) -> None:
        row["paragraph"] = raw.cells.get("paragraph", "")
        for group in table.groups:
            place = find_evidence(raw, group, self.paragraphs)
            row[group.columns[0]] = " ".join(raw.cells.get(group.columns[0], "").split())
            if place:
                self._keep(table.name, row["id"], group.role, place)
        if table.name == "events":
            self._check_day(raw, row)

    def _keep(self, table: str, row_id: str, role: str, place: Place) -> None:
        span, paragraph = shift(place.span, place.paragraph.start), place.paragraph.paragraph_id
        self.evidence.append(Evidence(f"{row_id}.{role}", table, row_id, role, paragraph, *span, place.words))

    def _check_day(self, raw: RawRow, row: Cells) -> None:
        words, date, published = row["time_words"], iso_date(row["timex"]), self.raw.published
        if words and date and published is not None and not may_mean(words, date, published):
            values = times_in(words, published, any_case=True, future=False)
            meant = " to ".join(value for *_, value in values)
            what = f"{words!r} in a report of {self.raw.published} is {meant}, and the row says {date}"
            raw.fault(what, "timex", "correct the date or the words")

    def _check_ids(self) -> None:
        first: dict[str, tuple[str, int]] = {}
        for table in TABLES.values():
            for raw, row in self.rows[table.name]:
                name, number = first.setdefault(row["id"], (table.name, raw.number))
                if name != table.name:
                    raw.fault(f"the id {row['id']!r} is used in {name}.csv too", table.id_column, "an id of its own")
                elif number != raw.number:
                    what = f"the id {row['id']!r} is in row {number} already"
                    raw.fault(what, table.id_column, "every row needs its own id")

    def _check_references(self) -> None:
        for table in TABLES.values():
            for column in table.columns:
                if column.refers and not self.unread.intersection(column.refers):
                    known = [row["id"] for name in column.refers for _, row in self.rows[name]]
                    for raw, row in self.rows[table.name]:
                        self._check_reference(column, raw, row, known)

    def _check_reference(self, column: Column, raw: RawRow, row: Cells, known: list[str]) -> None:
        value = row[column.name]
        for reference in value if isinstance(value, tuple) else (value,) if value else ():
            if reference in known or (column.reporter_too and reference == REPORTER):
                continue
            where = " or ".join(f"{name}.csv" for name in column.refers)
            ask = f"an id in {where}" + (" or the word reporter" if column.reporter_too else "")
            raw.fault(f"{reference!r} is not an id in {where}", column.name, ask, nearest_of(reference, known))
        if value and column.name == "part_of" and value == row["id"]:
            raw.fault(f"the row points at itself ({value})", column.name, "another id, or nothing")
        if value and column.name == "answers_id" and value == row["event_id"]:
            raw.fault(f"{value} cannot answer itself", column.name, "another id, or nothing")

    def _mentions(self) -> tuple[Mention, ...]:
        aliases = [(raw, row["id"], alias) for raw, row in self.rows["actors"] for alias in row["aliases"]]
        mentions = []
        for number, place in enumerate(find_mentions(aliases, self.paragraphs), 1):
            mention = Mention(f"M{number:03d}", place.actor_id, place.paragraph.paragraph_id, place.words, place.guess)
            self._keep("mentions", mention.id, "mention", place)
            mentions.append(mention)
        return tuple(mentions)


def check_article(path: Path) -> tuple[CodedArticle | None, list[Fault]]:
    """All the faults of an article, and the article itself where it has none but notes."""
    if path.is_dir():
        raw, faults = read_article(path / "article.md", needs_front=True)
        faults += read_plain_words(path / PLAIN_WORDS, raw)
        return ArticleCheck(path.name, raw, faults).run(path)
    if path.suffix.lower() not in _TEXT_FILES:
        ask = "a folder, or a text file with the ending .txt or .md"
        return None, [Fault(path.name, f"{path.suffix or 'a file without an ending'} is not read", allowed=ask)]
    raw, faults = read_article(path, needs_front=False)
    return ArticleCheck(path.stem, raw, faults).run(None)


def check_text(folder: Path) -> tuple[CodedArticle | None, list[Fault]]:
    """All the faults of a short text: of its article, and of its tables where it has any."""
    if any(folder.glob("*.csv")):
        return check_article(folder)
    raw, faults = read_article(folder / "article.md", needs_front=True)
    return ArticleCheck(folder.name, raw, faults).run(None)


class Checked(NamedTuple):
    """What a check found: the article (None where a fault is grave), and what could be read all the same."""

    article: CodedArticle | None
    faults: list[Fault]
    evidence: tuple[Evidence, ...]
    mentions: tuple[Mention, ...]
    rows: Mapping[str, tuple[Row, ...]]


def check_rows(slug: str, raw: RawArticle, tables: RawTables) -> Checked:
    """A check of rows that may not be on the disk, with the words that were found for those that have faults."""
    check = ArticleCheck(slug, raw, [])
    for name, table in TABLES.items():
        cells = ({column: cell.strip() for column, cell in row.items()} for row in tables.get(name, ()))
        check.raw_rows[name] = [RawRow(table.file, number, row) for number, row in enumerate(cells, 2)]
    return Checked(*check.run(None), tuple(check.evidence), check.mentions, check.typed_rows())
