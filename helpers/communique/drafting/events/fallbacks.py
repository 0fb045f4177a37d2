"""Who acts and who is acted upon where the words at the event do not say it: looked for in the rest of the sentence."""

from __future__ import annotations

from ..grammar.chains import Clauses, joined_to
from ..grammar.event_phrases import Phrase
from .composing import SAYING, Finding
from .matching import object_phrase
from .roles import Roles

#: In these events whoever is named earlier in the sentence may be the other side: "on a visit to Laos, signed".
_BETWEEN_TWO = frozenset(("CONSULT", "SUPPORT", "AGREE", "COOPERATE"))
#: In these events the object is what is sent or moved.
_SENT = frozenset(("MOBILIZE", "AID", "COOPERATE", "RETREAT"))


def any_recipient(clauses: Clauses, roles: Roles, found: Finding) -> list[Phrase]:
    """The first that a later part of the sentence names; between two sides also an earlier one."""
    tokens = clauses.tokens
    taken = {n for p in found.actors for n in range(p.first, p.last)}
    tellers = {p.first for g in clauses.groups if tokens[g.main].lemma in SAYING for p in g.subject}
    sent = {p.first for p in _carried(clauses, found)}
    free = [p for p in clauses.phrases if p.first not in tellers and p.first not in sent and not roles.own(p)]
    free = [p for p in free if not taken.intersection(range(p.first, p.last)) and tokens[p.head].tag != "PRP"]
    later = [p for p in free if p.first >= found.first]
    if found.event in _BETWEEN_TWO:
        named = [p for p in later if tokens[p.head].tag in ("NNP", "NNPS") and roles.acts(p)]
        earlier = [p for p in free if p.first < found.first and tokens[p.head].tag in ("NNP", "NNPS") and roles.acts(p)]
        behind = [p for p in earlier if p.first and tokens[p.first - 1].lower in ("to", "with", "in", "from")]
        if not named and behind:
            return behind[-1:]
    for phrase in later:
        if roles.acts(phrase):
            return [phrase]
        named_inside = roles.named_inside(phrase)
        if named_inside is not None and not taken.intersection(range(named_inside.first, named_inside.last)):
            return [named_inside]
    return []


def doer_of_later_clause(clauses: Clauses, roles: Roles, found: Finding) -> list[Phrase]:
    """For "were killed when police opened fire": the police."""
    hit = {p.first for p in found.recipients}
    for group in clauses.groups:
        if group.kind != "after" or found.group is None or group.first < found.group.first:
            continue
        doers = [p for p in roles.pieces(group.subject) if roles.acts(p) and p.first not in hit]
        if doers:
            return doers if not group.passive else []
    return []


def _carried(clauses: Clauses, found: Finding) -> list[Phrase]:
    """What is sent or moved, and so is no recipient: "tanks and 5,000 soldiers"."""
    if found.event not in _SENT or found.group is None:
        return []
    thing = object_phrase(clauses, found.group.last)
    return [thing, *joined_to(clauses, thing)] if thing is not None else []
