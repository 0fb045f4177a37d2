"""A coding as spans of words, ready to be held against another coding of the same text."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic

from ...coding.article import Evidence, Mention, lay_out
from ...coding.checking import RawTables, check_rows
from ...coding.loading import load_coded
from ...coding.pointers import Paragraph
from ...coding.raw_files import RawArticle
from ...coding.schema import Actor, Event, R, Row, Statement
from ...text.spans import Span, word_spans

#: A word of an article: its paragraph's id and its number in the paragraph.
Word = tuple[str, int]


@dataclass(frozen=True)
class Words:
    """The words that a row points at, with the place of their first letter for an exact comparison."""

    places: frozenset[Word] = frozenset()
    span: tuple[str, int, int] | None = None

    def shared(self, other: "Words") -> float:
        """How much of the longer of the two both have in common, from 0 to 1."""
        longer = max(len(self.places), len(other.places))
        return len(self.places & other.places) / longer if longer else 0.0


@dataclass(frozen=True)
class CodedRow(Generic[R]):
    """A row with the words that it points at: role -> words, and for an actor every place that names it."""

    row: R
    words: Mapping[str, Words]
    mentions: tuple[Words, ...] = ()

    def at(self, role: str) -> Words:
        """The words of one role, such as "content"; none where it has none."""
        return self.words.get(role, Words())


@dataclass(frozen=True)
class Coding:
    """The coding of one article, as far as it can be scored."""

    name: str
    paragraphs: tuple[str, ...]
    actors: tuple[CodedRow[Actor], ...] = ()
    statements: tuple[CodedRow[Statement], ...] = ()
    events: tuple[CodedRow[Event], ...] = ()
    published: dt.date | None = field(default=None, compare=False)


class Layout:
    """The words of an article's paragraphs, by place."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self.laid: dict[str, Paragraph] = {p.paragraph_id: p for p in paragraphs}
        self._spans: dict[str, list[Span]] = {}

    def words(self, paragraph_id: str, start: int, end: int) -> Words:
        """The words that a stretch of a paragraph touches."""
        if paragraph_id not in self._spans:
            self._spans[paragraph_id] = word_spans(self.laid[paragraph_id].text)
        spans = self._spans[paragraph_id]
        places = frozenset((paragraph_id, n) for n, s in enumerate(spans) if s.start < end and start < s.end)
        return Words(places, (paragraph_id, start, end))


def coding_of(name: str, headline: str, paragraphs: Iterable[str], tables: RawTables) -> Coding:
    """A coding from rows of CSV cells. Words that are not in the text count as no words."""
    raw = RawArticle(headline=headline, paragraphs=list(paragraphs))
    checked = check_rows(name, raw, tables)
    return _coding(name, lay_out(headline, raw.paragraphs), checked.rows, checked.evidence, checked.mentions)


def read_coding(folder: Path) -> Coding:
    """The coding in an article's folder."""
    article = load_coded(folder)
    rows = article.tables
    return _coding(folder.name, article.paragraphs, rows, article.evidence, article.mentions, article.published)


def _coding(
    name: str,
    paragraphs: Iterable[Paragraph],
    rows: Mapping[str, Iterable[Row]],
    evidence: Iterable[Evidence],
    mentions: Iterable[Mention],
    published: dt.date | None = None,
) -> Coding:
    layout, owners = Layout(paragraphs), {mention.id: mention.actor_id for mention in mentions}
    places: dict[tuple[str, str], list[Words]] = {}  # (row, role) -> its words, of mentions all
    for one in evidence:
        start = layout.laid[one.paragraph_id].start
        words = layout.words(one.paragraph_id, one.start - start, one.end - start)
        places.setdefault((owners.get(one.row_id, one.row_id), one.role), []).append(words)
    tables: dict[str, Any] = {
        table: tuple(_coded(row, places) for row in rows[table]) for table in ("actors", "statements", "events")
    }
    return Coding(name, tuple(p.text for p in layout.laid.values()), **tables, published=published)


def _coded(row: Row, places: Mapping[tuple[str, str], list[Words]]) -> CodedRow[Row]:
    words = {g.role: places[row.id, g.role][0] for g in row.groups if (row.id, g.role) in places}
    named = places.get((row.id, "mention"), [])
    if isinstance(row, Actor) and "words" in words and not any(words["words"].places & m.places for m in named):
        named = [*named, words["words"]]
    return CodedRow(row, words, tuple(mention for mention in named if mention.places))
