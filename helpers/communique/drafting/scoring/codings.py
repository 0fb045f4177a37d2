"""A coding as spans of words, ready to be held against another coding of the same text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...coding.article import lay_out
from ...coding.cells import split_list
from ...coding.codes import plover
from ...coding.evidence import find_evidence, find_mentions
from ...coding.loading import load_coded
from ...coding.pointers import Paragraph
from ...coding.raw_files import RawRow, read_table
from ...coding.schema import TABLES
from ...text.spans import Span, word_spans

#: A word of an article: its paragraph's id and its number in the paragraph.
Word = tuple[str, int]


@dataclass(frozen=True)
class Words:
    """The words that a row points at, with the place of their first letter for an exact comparison."""

    places: frozenset[Word] = frozenset()
    span: tuple[str, int, int] | None = None

    def shared(self, other: Words) -> float:
        """How much of the longer of the two both have in common, from 0 to 1."""
        longer = max(len(self.places), len(other.places))
        return len(self.places & other.places) / longer if longer else 0.0


@dataclass(frozen=True)
class ActorCoding:
    """An actor: the words of its mentions, and its country."""

    row_id: str
    name: str
    country: str
    kind: str
    mentions: tuple[Words, ...]
    rule: str = ""


@dataclass(frozen=True)
class StatementCoding:
    """A statement: the words of its content, cue and source, and the ids of its speakers."""

    row_id: str
    kind: str
    speakers: tuple[str, ...]
    content: Words
    cue: Words
    source: Words
    rule: str = ""


@dataclass(frozen=True)
class EventCoding:
    """An event: its words, codes and actors."""

    row_id: str
    event: str
    mode: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    certainty: str
    factuality: str
    timex: str
    words: Words
    rule: str = ""

    @property
    def quad(self) -> int:
        """PLOVER's quad code; 0 where the event is none of PLOVER's."""
        code = plover().get((self.event, self.mode)) or plover().get((self.event, ""))
        return code.quad_code if code else 0


@dataclass(frozen=True)
class Coding:
    """The coding of one article, as far as it can be scored."""

    name: str
    paragraphs: tuple[str, ...]
    actors: tuple[ActorCoding, ...] = ()
    statements: tuple[StatementCoding, ...] = ()
    events: tuple[EventCoding, ...] = ()
    published: dt.date | None = field(default=None, compare=False)


class Layout:
    """The words of an article's paragraphs, by place."""

    def __init__(self, headline: str, paragraphs: Iterable[str]) -> None:
        self.laid: dict[str, Paragraph] = {p.paragraph_id: p for p in lay_out(headline, list(paragraphs))}
        self._spans: dict[str, list[Span]] = {}

    def words(self, paragraph_id: str, start: int, end: int) -> Words:
        """The words that a stretch of a paragraph touches."""
        if paragraph_id not in self._spans:
            self._spans[paragraph_id] = word_spans(self.laid[paragraph_id].text)
        spans = self._spans[paragraph_id]
        places = frozenset((paragraph_id, n) for n, s in enumerate(spans) if s.start < end and start < s.end)
        return Words(places, (paragraph_id, start, end))


def coding_of(
    name: str, headline: str, paragraphs: Iterable[str], tables: Mapping[str, Iterable[Mapping[str, str]]]
) -> Coding:
    """A coding from rows of CSV cells. Words that are not in the text count as no words."""
    layout = Layout(headline, paragraphs)
    rows = {t: [RawRow(TABLES[t].file, n, dict(r)) for n, r in enumerate(tables.get(t, ()), 2)] for t in TABLES}

    def words_of(table: str, row: RawRow, role: str) -> Words:
        group = next(g for g in TABLES[table].groups if g.role == role)
        place = find_evidence(row, group, layout.laid)
        return layout.words(place.paragraph.paragraph_id, *place.span) if place else Words()

    return Coding(
        name,
        tuple(p.text for p in layout.laid.values()),
        _actors(rows["actors"], layout, words_of),
        tuple(
            StatementCoding(
                r.cells["statement_id"],
                r.cells.get("kind", ""),
                split_list(r.cells.get("source_ids", "")),
                words_of("statements", r, "content"),
                words_of("statements", r, "cue"),
                words_of("statements", r, "source"),
                r.cells.get("rule", ""),
            )
            for r in rows["statements"]
        ),
        tuple(
            EventCoding(
                r.cells["event_id"],
                r.cells.get("event", ""),
                r.cells.get("mode", ""),
                split_list(r.cells.get("actor_ids", "")),
                split_list(r.cells.get("recipient_ids", "")),
                r.cells.get("certainty", ""),
                r.cells.get("factuality", ""),
                r.cells.get("timex", ""),
                words_of("events", r, "words"),
                r.cells.get("rule", ""),
            )
            for r in rows["events"]
        ),
    )


def _actors(
    rows: list[RawRow], layout: Layout, words_of: Callable[[str, RawRow, str], Words]
) -> tuple[ActorCoding, ...]:
    aliases = [(r, r.cells["actor_id"], a) for r in rows for a in split_list(r.cells.get("aliases", ""))]
    named = find_mentions(aliases, layout.laid)
    places: dict[str, list[Words]] = {}
    for mention in named:
        words = layout.words(mention.paragraph.paragraph_id, *mention.span)
        places.setdefault(mention.actor_id, []).append(words)
    actors = []
    for row in rows:
        cells = row.cells
        mentions = places.get(cells["actor_id"], [])
        own = words_of("actors", row, "words")
        if not any(own.places & m.places for m in mentions):
            mentions = [*mentions, own]
        actors.append(
            ActorCoding(
                cells["actor_id"],
                cells.get("name", ""),
                cells.get("country", ""),
                cells.get("kind", ""),
                tuple(m for m in mentions if m.places),
                cells.get("rule", ""),
            )
        )
    return tuple(actors)


def read_coding(folder: Path) -> Coding:
    """The coding in an article's folder."""
    article = load_coded(folder)
    tables = {name: [r.cells for r in read_table(folder / t.file, t)[0]] for name, t in TABLES.items()}
    headline, *paragraphs = (p.text for p in article.paragraphs)
    coding = coding_of(folder.name, headline, paragraphs, tables)
    return Coding(coding.name, coding.paragraphs, coding.actors, coding.statements, coding.events, article.published)
