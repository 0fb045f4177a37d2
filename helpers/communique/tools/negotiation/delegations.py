"""Delegations and their role cards: who can sit at the negotiating table, and what the report records of each.

Nothing on a card is invented. A delegation is an actor with all who speak for it; its interests are its rows in
positions.csv, its red lines are those at either end of the scale, and its words are its rows in statements.csv.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from ...coding.article import CodedArticle, Evidence
from ...coding.codes import NOT_SAID, STANCES
from ...coding.outside_facts import Source
from ...text.spans import find_all

#: Kinds of actor that send no delegation: a text cannot sit down, and nobody knows whom to invite.
SEND_NOBODY = ("document", "unnamed")
#: The three sides that a position, a move or a clause can take on an issue.
FOR, AGAINST, NO_SIDE = "for", "against", "none"
SIDES = (FOR, AGAINST, NO_SIDE)


@dataclass(frozen=True)
class Cited:
    """Words of the report: the paragraph, the words, which occurrence, and the row of the coding they belong to."""

    paragraph: str
    words: str
    occurrence: int = 1
    row: str = ""


@dataclass(frozen=True)
class Position:
    """A recorded position of a delegation: the row of positions.csv in the terms of the table."""

    id: str
    actor: str
    issue: str
    stance: str
    basis: str
    cited: Cited
    other_stance: str = ""
    other_case: str = ""
    contested: bool = False
    draft: bool = False
    basis_ids: tuple[str, ...] = ()

    @property
    def side(self) -> str:
        """The side that it takes."""
        return side_of(self.stance)

    @property
    def other_side(self) -> str:
        """The side that another careful reader takes it to be on; "" where there is none."""
        return side_of(self.other_stance) if self.other_stance not in ("", NOT_SAID) else ""

    @property
    def at_an_end(self) -> bool:
        """Whether it stands at either end of the scale, where this course draws a red line."""
        return self.stance in (STANCES[0], STANCES[-1])


@dataclass(frozen=True)
class Spoken:
    """Words that the report gives to a delegation: who said them, and whether they are quoted or retold.

    `told_by` are the others through whom they came, where the last of them is no member of the delegation:
    such words are another's account, and no one's own.
    """

    id: str
    actors: tuple[str, ...]
    kind: str
    cited: Cited
    event_id: str = ""
    told_by: tuple[str, ...] = ()
    contested: bool = False
    draft: bool = False


@dataclass(frozen=True)
class Delegation:
    """An actor and all who speak for it, with what the report records of them."""

    id: str
    name: str
    members: tuple[str, ...]
    positions: tuple[Position, ...] = ()
    spoken: tuple[Spoken, ...] = ()

    def on(self, issue: str) -> tuple[Position, ...]:
        """Its recorded positions on an issue."""
        return tuple(position for position in self.positions if position.issue == issue)

    @property
    def red_lines(self) -> tuple[Position, ...]:
        """Its positions at either end of the scale. The report itself names no red line."""
        return tuple(position for position in self.positions if position.at_an_end)


@dataclass(frozen=True)
class Conference:
    """An article's delegations, by id, and the sources from outside that can be cited on the day of the report."""

    article: CodedArticle
    delegations: Mapping[str, Delegation]
    sources: Mapping[str, Source] = field(default_factory=dict)
    later: frozenset[str] = frozenset()

    @property
    def possible(self) -> bool:
        """Whether there are two delegations with recorded positions, so that there is something to negotiate."""
        return len(self.delegations) >= 2

    def delegations_of(self, actors: Any) -> tuple[str, ...]:
        """The delegations to which any of these actors belong, in the order of the table."""
        named = set(actors or ())
        return tuple(d.id for d in self.delegations.values() if named & set(d.members))


def side_of(stance: str) -> str:
    """The side that a stance takes.

    Example:
        >>> side_of("strongly-opposes"), side_of("mixed"), side_of("supports")
        ('against', 'none', 'for')
    """
    at = STANCES.index(stance) - STANCES.index("mixed")
    return NO_SIDE if at == 0 else FOR if at > 0 else AGAINST


def open_conference(article: CodedArticle, sources: Mapping[str, Source] = MappingProxyType({})) -> Conference:
    """The delegations of an article that have at least one recorded position, in the order of actors.csv.

    Parameters:
        article: any coded article.
        sources: the facts from outside that go with it. Those from after the day of the report cannot be cited,
            because nobody at the table could know them.
    """
    day = article.published or dt.date.max
    known = {name: source for name, source in sources.items() if source.date <= day}
    found = {d.id: d for d in _delegations(article) if d.positions}
    return Conference(article, MappingProxyType(found), MappingProxyType(known), frozenset(set(sources) - set(known)))


def cited_of(article: CodedArticle, evidence: Evidence) -> Cited:
    """A row's words as they can be cited: in their paragraph, with the occurrence that is meant."""
    paragraph = article.paragraph(evidence.paragraph_id)
    places = find_all(paragraph.text, evidence.words)
    before = sum(place.start <= evidence.start - paragraph.start for place in places)
    return Cited(evidence.paragraph_id, evidence.words, max(1, before), evidence.row_id)


def words_of(article: CodedArticle, row_id: str) -> Cited:
    """The words that a row rests on; of a statement, what is said."""
    own = [e for e in article.evidence if e.row_id == row_id]
    return cited_of(article, next((e for e in own if e.role == "content"), own[0]))


def _delegations(article: CodedArticle) -> list[Delegation]:
    actors = {row["id"]: row for row in article.tables.get("actors", ())}
    members: dict[str, list[str]] = {}
    for actor in actors:
        for head in _heads(actor, actors):
            members.setdefault(head, []).append(actor)
    return [
        _delegation(
            article, actors, head, tuple(sorted(members[head], key=lambda a: (a != head, list(actors).index(a))))
        )
        for head in actors
        if head in members and actors[head]["kind"] not in SEND_NOBODY
    ]


def _heads(actor: str, actors: Mapping[str, Any]) -> list[str]:
    """Those for whom an actor speaks in the end; it speaks for itself where it speaks for nobody else."""
    seen, waiting, heads = {actor}, [actor], []
    while waiting:
        here = waiting.pop(0)
        above = [a for a in actors[here]["speaks_for"] or () if a in actors]
        heads += [here] if not above else []
        waiting += [a for a in above if a not in seen]
        seen.update(above)
    return heads or [min(seen, key=list(actors).index)]  # two that speak for one another


def _delegation(article: CodedArticle, actors: Mapping[str, Any], head: str, members: tuple[str, ...]) -> Delegation:
    own = set(members)
    positions = tuple(
        Position(
            id=row["id"],
            actor=row["actor_id"],
            issue=row["issue"],
            stance=row["stance"],
            basis=row["basis"],
            cited=words_of(article, row["id"]),
            other_stance=row["other_stance"] or "",
            other_case=row["other_case"] or "",
            contested=bool(row["contested"]),
            draft=row.get("status") == "draft",
            basis_ids=tuple(row["basis_ids"] or ()),
        )
        for row in article.tables.get("positions", ())
        if row["actor_id"] in own
    )
    spoken = tuple(
        Spoken(
            id=row["id"],
            actors=tuple(row["source_ids"]),
            kind=row["kind"],
            cited=words_of(article, row["id"]),
            event_id=row["event_id"] or "",
            told_by=_others(row["channel"], own),
            contested=bool(row["contested"]),
            draft=row.get("status") == "draft",
        )
        for row in article.tables.get("statements", ())
        if own & set(row["source_ids"])
    )
    return Delegation(head, actors[head]["name"], members, positions, spoken)


def _others(channel: tuple[str, ...], own: set[str]) -> tuple[str, ...]:
    return tuple(a for a in channel if a not in own) if channel and channel[-1] not in own else ()
