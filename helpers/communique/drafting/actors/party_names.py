"""Whose party or department a name means that several states have: the Labour Party of the Netherlands."""

from collections.abc import Mapping

from .mentions import ActorDraft

_OF_ANY_STATE = frozenset(("Justice Department", "Defense Department", "House of Representatives", "Supreme Court"))


def settle_parties(actors: Mapping[str, ActorDraft]) -> None:
    """Take the country of a lexicon from parties and departments where an article is about other states.

    `actors` are those of the article, by key.
    """
    for actor in actors.values():
        party = actor.sector == "PTY" and actor.name.endswith(" Party")
        general = actor.kind == "office" and actor.name in _OF_ANY_STATE
        if general and _is_elsewhere(actor.country, actors):
            states = {other.country for other in actors.values() if other.kind == "state"}
            actor.country = next(iter(states)) if len(states) == 1 else ""  # the Justice Department of another state
        if party and _is_elsewhere(actor.country, actors):
            actor.country = ""  # the Labour Party of another country
            american = any(other.country == "USA" for other in actors.values())
            if american and not any(name.endswith(" Party") for name in actor.names):
                actor.kind, actor.name = "public", next(iter(actor.names))  # American | conservatives


def _is_elsewhere(country: str, actors: Mapping[str, ActorDraft]) -> bool:
    """Whether an article names other states, and neither a country's own nor anybody of it."""
    states = {actor.country for actor in actors.values() if actor.kind == "state"}
    people = {actor.country for key, actor in actors.items() if key.startswith("person:")}
    return bool(states) and country not in states | people
