"""A coded article as plain, frozen rows. It needs no pandas; `communique.frames.article` makes DataFrames of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..text.spans import Span

HEADLINE = "headline"

#: One row of a table: column name -> value, lists as tuples.
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or the headline, and where it stands in the article's text."""

    paragraph_id: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Evidence:
    """The exact words that a row rests on: `article.text[start:end] == words`."""

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
    """An article, its five tables, its mentions and its evidence, as frozen rows.

    `tables` maps a table's name to its rows, and a row is a mapping from column to value. `notes` are what reading
    and drafting had to say, where a program made the coding. `folder` is where it was read from (None for a single
    file), which is nothing of the article's: two copies in two folders are equal.
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
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    mentions: tuple[Row, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    folder: Path | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The headline and the paragraphs, with an empty line between them."""
        return "\n\n".join(p.text for p in self.paragraphs)

    @property
    def drafts(self) -> tuple[str, ...]:
        """The ids of the rows that a program drafted and nobody has accepted yet."""
        return tuple(row["id"] for rows in self.tables.values() for row in rows if row["status"] == "draft")

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """The paragraph with this id (KeyError where there is none)."""
        for paragraph in self.paragraphs:
            if paragraph.paragraph_id == paragraph_id:
                return paragraph
        raise KeyError(paragraph_id)

    def row(self, row_id: str) -> tuple[str, Row]:
        """The table's name and the row with this id (KeyError where there is none)."""
        for name, rows in self.tables.items():
            for row in rows:
                if row["id"] == row_id:
                    return name, row
        raise KeyError(row_id)

    def evidence_of(self, row_id: str) -> tuple[Evidence, ...]:
        """All the words that a row rests on; for an actor, every mention."""
        own = tuple(e for e in self.evidence if e.row_id == row_id)
        mentions = {m["id"] for m in self.mentions if m["actor_id"] == row_id}
        return own + tuple(e for e in self.evidence if e.row_id in mentions)


def lay_out(headline: str, paragraphs: list[str]) -> tuple[Paragraph, ...]:
    """Give the headline and the paragraphs their ids (headline, p1, p2, ...) and their places."""
    placed, at = [], 0
    ids = [HEADLINE, *(f"p{number}" for number in range(1, len(paragraphs) + 1))]
    for paragraph_id, text in zip(ids, [headline, *paragraphs], strict=True):
        placed.append(Paragraph(paragraph_id, text, at))
        at += len(text) + 2
    return tuple(placed)


def frozen(row: dict[str, Any]) -> Row:
    """A row that cannot be changed by accident."""
    return MappingProxyType(row)


def shift(span: Span, by: int) -> Span:
    """A span moved from a paragraph's text to the article's."""
    return Span(span.start + by, span.end + by)
