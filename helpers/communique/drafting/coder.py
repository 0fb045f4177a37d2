"""The draft coding of an article: every rule in its turn, and five tables of rows as CSV cells."""

from __future__ import annotations

from typing import Protocol

from ..schema import TABLES
from .actors import Resolver
from .lexicons import Lexicons, package_lexicons
from .mentions import Actor, ActorIndex
from .prose import Prose, read_prose
from .rows import actor_rows, statement_rows
from .attributions import Attribution
from .statements import find_statements


class Text(Protocol):
    """What the coder needs of an article: a `SourceText` has it."""

    headline: str
    paragraphs: tuple[str, ...]


def draft_tables(source: Text, lexicons: Lexicons | None = None) -> dict[str, list[dict[str, str]]]:
    """Draft the five tables of an article.

    Parameters:
        source: an article with `headline`, `paragraphs` and `published`.
        lexicons: those of an article's folder; the package's own where none are given.

    Returns:
        Table name -> rows; each row has every column of its table as text, `status` draft, and in `rule` the name
        of the rule that made it with the words that triggered it. positions and reactions may have no rows.
    """
    lexicons = lexicons or package_lexicons()
    prose = read_prose(source.headline, source.paragraphs)
    resolver = Resolver(prose, lexicons)
    speakers = _speakers(prose, resolver, find_statements(prose, lexicons))
    index = resolver.index()
    tables: dict[str, list[dict[str, str]]] = {name: [] for name in TABLES}
    tables["actors"] = actor_rows(prose, index)
    tables["statements"] = statement_rows(prose, _with_ids(speakers, index))
    return tables


def _speakers(prose: Prose, resolver: Resolver, found: list[Attribution]) -> list[tuple[Attribution, Actor]]:
    speakers, last = [], None
    for attribution in found:
        passage = prose.passage(attribution.source_paragraph or attribution.paragraph_id)
        actor = resolver.resolve(passage, attribution.source, attribution.head, last)
        speakers.append((attribution, actor))
        last = actor
    return speakers


def _with_ids(speakers: list[tuple[Attribution, Actor]], index: ActorIndex) -> list[tuple[Attribution, list[str], str]]:
    return [(attribution, [actor.actor_id], "") for attribution, actor in speakers]
