"""Which actors stay, with their ids: those who act, speak or are acted upon, and states with their leaders."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from ..grammar.prose import Prose
from .mentions import ActorDraft, ActorIndex, MentionDraft

if TYPE_CHECKING:
    from .resolver import Resolver

_WHERE = ("in ", "In ", "at ", "At ", "near ", "from ", "From ", "of ", "outside ", "to ", "into ", "around ")
_LIST = frozenset((",", "and", "or"))  # Dutch, British and German | nationals
_PRONOUNS = frozenset(("pronoun", "possessive"))
_OFFICIAL_SECTORS = frozenset(("GOV", "MIL", "LEG", "SPY", "JUD", "COP"))
_OFFICIAL_KINDS = frozenset(("leader", "office", "spokesperson", "armed-force"))


def index_of(resolver: Resolver, parts: Collection[str]) -> ActorIndex:
    """The actors with their ids, and all mentions, no two of which name different actors at one place.

    `parts` are the keys of those who act, speak or are acted upon; of others only states and their leaders stay.
    """
    by_name = (m for m in resolver.mentions if not _is_where(resolver.prose, m))
    named = {m.actor.key for m in by_name if not _is_where_from(resolver, m)}
    for key, actor in list(resolver.actors.items()):
        head = actor.kind == "leader" and actor.sector == "GOV" and actor.country and key.startswith("person:")
        state = actor.kind == "state" and key in named  # and not only a town of it, where something is
        if key not in parts and not head and not state:
            del resolver.actors[key]
    _speaks_for(resolver.actors)
    placed = [a for a in resolver.actors.values() if a.first[0]]
    placed.sort(key=lambda a: (resolver.order[a.first[0]] or 10**9, a.first[1]))
    for letter, is_document in (("A", False), ("D", True)):
        group = [a for a in placed if (a.kind == "document") == is_document]
        width = max(2, len(str(len(group))))
        for number, actor in enumerate(group, 1):
            actor.actor_id = f"{letter}{number:0{width}d}"
    kept = {(m.paragraph_id, m.start, m.end): m for m in resolver.reading.mentions if m.actor.key in resolver.actors}
    kept |= {(m.paragraph_id, m.start, m.end): m for m in resolver.mentions if m.actor.key in resolver.actors}
    called = {m.actor.key for m in kept.values() if m.how not in _PRONOUNS}
    for actor in placed:
        if actor.key not in called and actor.key.startswith(("unnamed:", "office:", "public:")):
            words = resolver.prose.passage(actor.first[0]).text[slice(*actor.first[1:])]
            if words.lower().endswith(actor.name.lower().split()[-1]):
                kept.setdefault(actor.first, MentionDraft(actor, *actor.first, "phrase", words))
    return ActorIndex(placed, list(kept.values()))


def _is_where(prose: Prose, mention: MentionDraft) -> bool:
    """Whether a mention is a capital where something is, or where a report was written: in | Bangkok."""
    text = prose.passage(mention.paragraph_id).text
    written = not mention.start and text[: mention.end].isupper()
    return mention.how == "alias" and (written or text.endswith(_WHERE, 0, mention.start))


def _is_where_from(resolver: Resolver, mention: MentionDraft) -> bool:
    """Whether an adjective only says where somebody is from, no official: a | Lomarian | nurse."""
    passage = resolver.prose.passage(mention.paragraph_id)
    tokens, first = passage.tokens, passage.token_at(mention.end - 1) + 1
    behind = (tokens[n] for n in range(first, len(tokens)))
    beside = (t for t in behind if not (t.tag == "JJ" or t.text[0].isupper() or t.lower in _LIST))
    noun = next(beside, None)
    who = resolver.people.get(noun.lemma) if noun is not None else None
    private = isinstance(who, Mapping) and who.get("sector") not in _OFFICIAL_SECTORS
    private = private or (noun is not None and noun.lower == "nationals")
    former = passage.text[max(0, mention.start - 7) : mention.start].lower() == "former "
    return mention.how == "demonym" and (private or former)


def _speaks_for(actors: Mapping[str, ActorDraft]) -> None:
    """An official speaks for the state whose official he or she is."""
    for actor in list(actors.values()):
        state = actors.get(f"state:{actor.country}")
        official = actor.sector in _OFFICIAL_SECTORS and actor.kind in _OFFICIAL_KINDS and not actor.country_guessed
        if state is not None and official and state is not actor and state.key not in actor.speaks_for:
            actor.speaks_for.append(state.key)
