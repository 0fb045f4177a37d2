"""A coded article with its rows. It needs no pandas; `communique.frames.article` makes DataFrames of it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from ..base.strings import day_in_words
from ..base.strings import text as string
from ..text.spans import Span
from .codes import country_name
from .pointers import HEADLINE, Paragraph, Pointer, pointer_at
from .schema import ROWS, Actor, Event, Position, R, Reaction, Row, Statement

#: The article that the course was written for.
DEFAULT_ARTICLE = "south-korea-2024"


@dataclass(frozen=True)
class Mention:
    """A place where an actor is named; the id is made by the loader. Nobody has accepted a `guess` yet."""

    id: str
    actor_id: str
    paragraph: str
    words: str
    guess: bool = False

    @property
    def role(self) -> str:
        """What its words are for its actor: another name of it, or only a guess at one."""
        return "guess" if self.guess else "alias"


@dataclass(frozen=True)
class Evidence:
    """The exact words that a row or a mention is based on: `article.text[start:end] == words`."""

    evidence_id: str
    table: str
    row_id: str
    role: str
    paragraph_id: str
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class CodedArticle:
    """An article, the rows of its five tables, its mentions and its evidence.

    `notes` are what reading and drafting had to say, where a program made the coding. `plain` has the paragraphs in
    plain words, without the headline, where somebody has written them. `folder` is where it was read from (None for a
    single file), which is nothing of the article's: two copies in two folders are equal. `constructed` says that the
    article is made up; `outside_facts` are those (of sources.yml) that a short text retells.
    """

    slug: str
    headline: str
    outlet: str
    published: dt.date | None
    language: str
    licence: str
    about: str
    issues: Mapping[str, str]
    paragraphs: tuple[Paragraph, ...]
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    mentions: tuple[Mention, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    folder: Path | None = field(default=None, compare=False, repr=False)
    constructed: bool = False
    outside_facts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The headline and the paragraphs, with an empty line between them."""
        return "\n\n".join(p.text for p in self.paragraphs)

    @property
    def tables(self) -> dict[str, tuple[Row, ...]]:
        return {name: getattr(self, name) for name in ROWS}

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        return {row.id: row for rows in self.tables.values() for row in rows}

    @cached_property
    def names(self) -> Mapping[str, str]:
        return {actor.id: actor.name for actor in self.actors}

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Country's code -> what the article calls the state, or its usual name where no actor is the state."""
        states = {actor.country: actor.name for actor in reversed(self.actors) if actor.kind == "state"}
        return {one.country: states.get(one.country) or country_name(one.country) for one in self.actors if one.country}

    @property
    def byline(self) -> str:
        """Which report the article is an account of, or that it is made up; "" where nobody says."""
        if self.constructed:
            return string("byline", "constructed")
        if not self.outlet:
            return self.published.isoformat() if self.published else ""
        name = "report" if self.slug == DEFAULT_ARTICLE else "other"
        return string("byline", name, outlet=self.outlet, day=day_in_words(self.published)).strip(" ,")

    @property
    def drafts(self) -> tuple[str, ...]:
        """The ids of the rows that a program drafted and nobody has accepted yet."""
        return tuple(row.id for row in self.rows.values() if row.draft)

    def with_texts(self, texts: "Iterable[CodedArticle]") -> Self:
        """The same with other texts behind it: their paragraphs are called "name.headline", "name.p1" and so on."""
        paragraphs = list(self.paragraphs)
        for text in texts:
            at = paragraphs[-1].end + 2
            paragraphs += [Paragraph(f"{text.slug}.{p.paragraph_id}", p.text, at + p.start) for p in text.paragraphs]
        return replace(self, paragraphs=tuple(paragraphs))

    def without_coding(self) -> Self:
        return replace(self, actors=(), events=(), statements=(), positions=(), reactions=(), mentions=(), evidence=())

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """The paragraph with this id (KeyError where there is none)."""
        for paragraph in self.paragraphs:
            if paragraph.paragraph_id == paragraph_id:
                return paragraph
        raise KeyError(paragraph_id)

    def evidence_of(self, row_id: str, role: str = "") -> tuple[Evidence, ...]:
        """The words that a row or a mention is based on, all or those of one role; for an actor every mention too."""
        return tuple(e for e in self._evidence.get(row_id, ()) if role in ("", e.role))

    @cached_property
    def _evidence(self) -> Mapping[str, list[Evidence]]:
        evidence: dict[str, list[Evidence]] = {}
        for one in self.evidence:
            evidence.setdefault(one.row_id, []).append(one)
        for mention in self.mentions:
            evidence.setdefault(mention.actor_id, []).extend(evidence.get(mention.id, ()))
        return evidence

    @cached_property
    def marks(self) -> tuple[tuple[str, Evidence], ...]:
        """The words that a reader marks, each with its row's id: an actor's own words give way to a mention there."""
        owners = {mention.id: mention.actor_id for mention in self.mentions}
        mentions = [(owners[e.row_id], e) for e in self.evidence if e.row_id in owners]
        named: dict[str, list[Evidence]] = {}
        for actor_id, evidence in mentions:
            named.setdefault(actor_id, []).append(evidence)
        own = [
            (e.row_id, e)
            for e in self.evidence
            if e.row_id not in owners and not any(m.start < e.end and e.start < m.end for m in named.get(e.row_id, ()))
        ]
        return (*mentions, *own)

    def pointer(self, evidence: Evidence) -> Pointer:
        """Evidence as somebody points at it: its paragraph, its words, and which occurrence of them."""
        paragraph = self.paragraph(evidence.paragraph_id)
        return pointer_at(paragraph, shift(Span(evidence.start, evidence.end), -paragraph.start))

    def place_of(self, pointer: Pointer) -> Span | None:
        """Where the words that somebody points at are in their paragraph; None where they are not there."""
        return next((pointer.place_in(p) for p in self.paragraphs if p.paragraph_id == pointer.paragraph), None)


def lay_out(headline: str, paragraphs: list[str]) -> tuple[Paragraph, ...]:
    """Give the headline and the paragraphs their ids (headline, p1, p2, ...) and their places."""
    placed, at = [], 0
    ids = [HEADLINE, *(f"p{number}" for number in range(1, len(paragraphs) + 1))]
    for paragraph_id, text in zip(ids, [headline, *paragraphs], strict=True):
        placed.append(Paragraph(paragraph_id, text, at))
        at += len(text) + 2
    return tuple(placed)


def by_id(rows: Iterable[R]) -> dict[str, R]:
    """Rows of one table by their ids."""
    return {row.id: row for row in rows}


def shift(span: Span, by: int) -> Span:
    """A span moved from a paragraph's text to the article's (or back)."""
    return Span(span.start + by, span.end + by)
