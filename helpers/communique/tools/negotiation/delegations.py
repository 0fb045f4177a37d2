"""Delegations and their role cards: who can sit at the negotiating table, and what the report records of each.

A delegation is an actor with all who speak for it. Nothing on a card is invented: interests and red lines are its rows
in positions.csv, words its rows in statements.csv.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ...coding.article import CodedArticle, by_id
from ...coding.codes import STANCES
from ...coding.outside_facts import OutsideFact
from ...coding.pointers import Pointer
from ...coding.schema import Actor, Position, Statement

#: Kinds of actor that send no delegation: a text cannot sit down, and nobody knows whom to invite.
SEND_NOBODY = ("document", "unnamed")


@dataclass(frozen=True)
class Delegation:
    """An actor and all who speak for it, with what the report records of them."""

    id: str
    name: str
    members: tuple[str, ...]
    positions: tuple[Position, ...] = ()
    statements: tuple[Statement, ...] = ()

    def on(self, issue: str) -> tuple[Position, ...]:
        return tuple(position for position in self.positions if position.issue == issue)

    @property
    def red_lines(self) -> tuple[Position, ...]:
        """Its positions at either end of the scale. The report itself names no red line."""
        return tuple(p for p in self.positions if p.stance in (STANCES[0], STANCES[-1]))

    def told_by(self, statement: Statement) -> tuple[str, ...]:
        """The others through whom its words came, where the last of them is no member: then they are their account."""
        others = tuple(actor for actor in statement.channel if actor not in self.members)
        return others if others and statement.channel[-1] == others[-1] else ()


@dataclass(frozen=True)
class Conference:
    """An article's delegations, the facts from outside that can be cited on its day, and how clauses begin, by id."""

    article: CodedArticle
    delegations: Mapping[str, Delegation]
    outside_facts: Mapping[str, OutsideFact] = field(default_factory=dict)
    later: frozenset[str] = frozenset()
    openings: Mapping[str, str] = field(default_factory=dict)

    @property
    def possible(self) -> bool:
        """Whether there are two delegations with recorded positions, so that there is something to negotiate."""
        return len(self.delegations) >= 2

    @property
    def listed(self) -> str:
        return ", ".join(f"{d.name} ({d.id})" for d in self.delegations.values())


def open_conference(
    article: CodedArticle,
    facts: Mapping[str, OutsideFact] = MappingProxyType({}),
    openings: Mapping[str, str] = MappingProxyType({}),
) -> Conference:
    """The delegations of an article with a recorded position; facts from after its day cannot be cited."""
    day = article.published or dt.date.max
    known = {name: fact for name, fact in facts.items() if fact.date <= day}
    seated = {d.id: d for d in _delegations(article) if d.positions}
    return Conference(article, seated, known, frozenset(facts) - set(known), openings)


def words_of(article: CodedArticle, row_id: str) -> Pointer:
    """The words that a row is based on; of a statement, what is said."""
    evidence = article.evidence_of(row_id, "content") or article.evidence_of(row_id)
    return article.pointer(evidence[0])


def _delegations(article: CodedArticle) -> list[Delegation]:
    actors = by_id(article.actors)
    order = {actor_id: number for number, actor_id in enumerate(actors)}
    members: dict[str, list[str]] = {}
    for actor_id in actors:
        for head in _heads(actor_id, actors):
            members.setdefault(head, []).append(actor_id)
    return [
        Delegation(
            head,
            actors[head].name,
            tuple(sorted(members[head], key=lambda actor_id: (actor_id != head, order[actor_id]))),
            tuple(row for row in article.positions if row.actor_id in members[head]),
            tuple(row for row in article.statements if set(members[head]) & set(row.source_ids)),
        )
        for head in actors
        if head in members and actors[head].kind not in SEND_NOBODY
    ]


def _heads(actor_id: str, actors: Mapping[str, Actor]) -> list[str]:
    """Those for whom an actor speaks in the end; it speaks for itself where it speaks for nobody else."""
    seen, waiting, heads = {actor_id}, [actor_id], []
    while waiting:
        here = waiting.pop(0)
        above = [a for a in actors[here].speaks_for if a in actors]
        heads += [here] if not above else []
        waiting += [a for a in above if a not in seen]
        seen.update(above)
    return heads or [min(seen, key=list(actors).index)]  # two that speak for one another
