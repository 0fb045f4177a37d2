"""Whose party a name means that several countries have: the Labour Party of the Netherlands."""

from collections.abc import Mapping

from .mentions import ActorDraft


def settle_parties(actors: Mapping[str, ActorDraft]) -> None:
    """Take the country of a lexicon from parties where an article, whose actors by key these are, is about others."""
    for actor in actors.values():
        party = actor.sector == "PTY" and actor.name.endswith(" Party")
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
