"""One body that a report calls by several words: the Israeli military, its forces; Hamas, Hamas fighters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from ..lexicon.word_list import lemma_of
from ..lexicon.words import word_set
from .groups import STATE_NOUNS
from .mentions import ActorDraft
from .told_again import OF_STREETS

if TYPE_CHECKING:
    from .resolver import Resolver

Pair = tuple[ActorDraft, ActorDraft]  # an actor, and the one that it is

_FORCES = word_set("army military forces troops")
_ALL_FORCES = ("Defense Forces", "Defence Forces", "Armed Forces")
_GOVERNMENTS = word_set("government administration regime")
_JUNTAS = frozenset(
    ("junta", "coup leaders", *(f"military {body}" for body in ("junta", "rulers", *sorted(_GOVERNMENTS))))
)
_FIGHTERS = word_set("fighters militants rebels insurgents guerrillas jihadists gunmen militiamen mercenaries troops")
_FIGHTERS |= word_set("forces soldiers peacekeepers")
_COUNTRIES = STATE_NOUNS - {"state"}


def same_bodies(resolver: Resolver, parts: Collection[str]) -> dict[str, ActorDraft]:
    """The actors that are others in other words: their keys, and whom they mean.

    `parts` are the keys of those who act, speak or are acted upon.
    """
    actors = {**resolver.reading.common.made.unnamed, **resolver.actors}
    several = (*_forces(actors), *_with_country(resolver, actors), *_governments(actors), *_juntas(actors))
    pairs = [*_fighters(actors, parts), *_states(actors)]
    for alike in several:
        first = {a.key: (resolver.order.get(a.first[0], 0), a.first[1]) for a in alike}
        one, *others = sorted(alike, key=lambda a: (not a.names, not a.country, first[a.key]))
        pairs += [(other, one) for other in others]
    same: dict[str, ActorDraft] = {}
    for other, one in pairs:
        one = _last_of(same, one)
        if other.key in same or other is one:
            continue
        same[other.key] = one
        if resolver.actors.pop(other.key, None) is not None:
            resolver.actors.setdefault(one.key, one)
        if not one.names:
            one.country = one.country or other.country
            one.name = other.name if other.name.lower().endswith(f" {one.name.lower()}") else one.name
        one.first = min(one.first, other.first, key=lambda at: (resolver.order.get(at[0], 0), at[1]))
    same = {key: _last_of(same, one) for key, one in same.items()}
    for mention in (*resolver.mentions, *resolver.reading.mentions):
        mention.actor = same.get(mention.actor.key, mention.actor)
    return same


def _last_of(same: Mapping[str, ActorDraft], one: ActorDraft) -> ActorDraft:
    """Whom an actor is that may be another's, who may be another's again."""
    while one.key in same:
        one = same[one.key]
    return one


def _plain(actor: ActorDraft) -> str:
    """What a body without a name is called, without its country: the Russian | army."""
    return actor.key.split(":")[1]


def _of_each_country(actors: list[ActorDraft]) -> Iterator[list[ActorDraft]]:
    """Those of each country; those of none are the only country's."""
    countries = {a.country for a in actors if not a.country_guessed} - {""}
    for country in countries:
        yield [a for a in actors if a.country == country or (len(countries) == 1 and not a.country)]
    if actors and not countries:
        yield actors


def _forces(actors: Mapping[str, ActorDraft]) -> Iterator[list[ActorDraft]]:
    """The forces of one country: the Lomar army, Lomar's troops, the Lomar Defence Forces."""
    forces = [a for k, a in actors.items() if k.startswith("armed-force:")]
    yield from _of_each_country([a for a in forces if _plain(a) in _FORCES or a.name.endswith(_ALL_FORCES)])


def _with_country(resolver: Resolver, actors: Mapping[str, ActorDraft]) -> Iterator[list[ActorDraft]]:
    """Those called by the same words with and without the report's main country: the Lomar police, the police."""
    places = resolver.names.places
    states = {key.partition(":")[2]: len(places[key]) for key in places if key.startswith("state:")}
    main = max(states, key=lambda code: states[code], default="")
    called: dict[tuple[str, str], list[ActorDraft]] = {}
    for actor in actors.values():
        marching = lemma_of(_plain(actor)) in OF_STREETS
        if marching or (not actor.names and actor.kind in ("office", "armed-force")):
            called.setdefault((actor.kind, "protesters" if marching else _plain(actor)), []).append(actor)
    for several in called.values():
        if {a.country for a in several} - {""} == {main}:
            yield several


def _governments(actors: Mapping[str, ActorDraft]) -> Iterator[list[ActorDraft]]:
    """The government of one country, called so or by its ruler: the Lomar government, the Lind administration."""
    rulers = {a.name.split()[-1].lower() for key, a in actors.items() if key.startswith("person:")}
    ruled: dict[str, set[str]] = {}
    held = []
    for key, actor in actors.items():
        *before, last = _plain(actor).split() or [""]
        if key.startswith("office:") and last in _GOVERNMENTS and all(w in rulers or "-" in w for w in before):
            held.append(actor)
            ruled.setdefault(actor.country, set()).update(rulers.intersection(before))
    yield from _of_each_country([a for a in held if (a.country or _plain(a) == "regime") and len(ruled[a.country]) < 2])


def _juntas(actors: Mapping[str, ActorDraft]) -> Iterator[list[ActorDraft]]:
    """Soldiers who rule a country."""
    owned = re.compile("['’]s? ")  # Niger's | military rulers
    yield from _of_each_country([a for a in actors.values() if owned.split(_plain(a))[-1] in _JUNTAS])


def _fighters(actors: Mapping[str, ActorDraft], parts: Collection[str]) -> Iterator[Pair]:
    """Those who fight for a body with a name, and the body: two Hamas | fighters."""
    fitting = (a for key, a in actors.items() if key in parts and a.kind in ("armed-force", "organisation"))
    bodies = {name: body for body in fitting for name in body.names}
    for actor in actors.values():
        *before, last = actor.name.split() or [""]
        if actor.names or last not in _FIGHTERS:
            continue
        ends = (" ".join(before[at:]).removesuffix(" group") for at in range(len(before)))
        owner = next((bodies[end] for end in ends if end in bodies), None)
        if owner is not None:
            yield actor, owner


def _states(actors: Mapping[str, ActorDraft]) -> Iterator[Pair]:
    """The regime of a country of which the report names no government, and the country of a report that names one."""
    states = [a for key, a in actors.items() if key.startswith("state:")]
    governed = {a.country for a in actors.values() if _plain(a) == "government"}
    for actor in actors.values():
        if _plain(actor) == "regime" and actor.country not in governed:
            yield from ((actor, state) for state in states if state.country == actor.country)
        elif _plain(actor) in _COUNTRIES and len(states) == 1 and not actor.names:
            yield actor, states[0]
