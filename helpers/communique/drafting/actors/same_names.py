"""Two names of one actor: the Bay Port Union and the BPU, the Lomar Senate and the Senate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from .mentions import ActorDraft

if TYPE_CHECKING:
    from .names import Names

_OF_STATES = frozenset(("office", "organisation", "armed-force"))


def unite(names: Names, aliases: Mapping[str, ActorDraft]) -> None:
    """Make one actor of those whose names are two names of one; `aliases` are whom some actors' keys mean."""
    by_alias = ((names.actors[key], one) for key, one in aliases.items() if key in names.actors)
    pairs = (*_short_forms(names), *_offices_of_one_state(names), *_ministries(names), *_longer_names(names), *by_alias)
    same = {other.key: one for other, one in pairs if other is not one}
    for key, one in same.items():
        while one.key in same and same[one.key].key != key:
            one = same[one.key]  # the letters for a name that is another's too
        same[key] = one
        other = names.actors.pop(key)
        one.names.update(other.names)
        one.offices.update(other.offices)
        one.kind = other.kind if one.kind == "public" else one.kind
        one.country, one.sector = one.country or other.country, one.sector or other.sector
        names.places.setdefault(one.key, []).extend(names.places.pop(key, []))
        one.first = min(one.first, other.first, key=lambda at: (names.order.get(at[0], 0), at[1]))
    for mention in names.mentions:
        mention.actor = same.get(mention.actor.key, mention.actor)


def _short_forms(names: Names) -> Iterator[tuple[ActorDraft, ActorDraft]]:
    """The letters that stand for an organisation's name, and the organisation: BPU, the Bay Port Union."""
    bodies = [actor for key, actor in names.actors.items() if key.startswith("organisation:")]
    longs = {"".join(w[0] for w in a.name.split() if w[0].isupper()): a for a in bodies if " " in a.name}
    for short in bodies:
        name = short.name.replace(".", "")
        if name.isupper() and name in longs:
            yield short, longs[name]


def _offices_of_one_state(names: Names) -> Iterator[tuple[ActorDraft, ActorDraft]]:
    """An office or a body without a country, and that of the only state that has one by this name here: the Senate."""
    of_states: dict[str, list[ActorDraft]] = {}
    for key, actor in names.actors.items():
        of_states.setdefault(key.rpartition(":")[0], []).append(actor)
    for key, office in names.actors.items():
        if office.kind in _OF_STATES and not office.country and len(of_states.get(key, ())) == 1:
            yield office, of_states[key][0]
    of_union = next((a for a in names.actors.values() if a.name == "European Parliament"), None)
    if of_union is not None and "office:Parliament" in names.actors:
        yield names.actors["office:Parliament"], of_union


def _ministries(names: Names) -> Iterator[tuple[ActorDraft, ActorDraft]]:
    """One ministry by two names: the Transport Ministry, the Ministry of Transport."""
    by_name = {(actor.name, actor.country): actor for actor in names.actors.values() if actor.kind in _OF_STATES}
    for (name, country), actor in by_name.items():
        sort, of, field = name.partition(" of ")
        same = by_name.get((f"{field} {sort}", country)) if of and sort in ("Ministry", "Department") else None
        if same is not None:
            yield same, actor


def _longer_names(names: Names) -> Iterator[tuple[ActorDraft, ActorDraft]]:
    """A person's name with one between the first and the last, and the name without it: John R. Bolton, John Bolton."""
    people = {actor.name: actor for key, actor in names.actors.items() if key.startswith("person:")}
    for name, actor in people.items():
        words = name.split()
        surname = " ".join(words[-2:])  # Mr Rodriguez Beck
        shorter = (f"{words[0]} {words[-1]}", f"{words[0]} {words[1]}", surname) if len(words) > 2 else ()
        short = next((people[one] for one in shorter if one in people), None)
        if short is None:
            continue
        full = short.name == surname or not short.name.endswith(words[-1])  # Sheikh Omar al-Zaki, Sheikh Omar
        yield (short, actor) if full else (actor, short)
