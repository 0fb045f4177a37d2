"""Chains of action and reaction: which events a table of reactions ties together, and in whose telling."""

from typing import NamedTuple

import pandas as pd

from ..coding.codes import REPORTER


class Link(NamedTuple):
    """One reaction: the event that answers, the event that it answers, and whose telling it is."""

    reaction_id: str
    answer: str
    trigger: str
    tone: str
    according_to: str
    contested: bool


def links_of(reactions: pd.DataFrame, events: pd.DataFrame) -> list[Link]:
    """The reactions whose two events are both among the events, each once, in the order of the table.

    Where nothing is written in `according_to`, it is the reporter's telling.
    """
    links: dict[str, Link] = {}
    for row in reactions.itertuples():
        if row.event_id in events.index and row.answers_id in events.index:
            whose = getattr(row, "according_to", "") or REPORTER
            link = Link(row.Index, row.event_id, row.answers_id, str(row.tone), whose, bool(row.contested))
            links.setdefault(row.Index, link)
    return list(links.values())


def parties_of(links: list[Link], events: pd.DataFrame, actors: pd.DataFrame) -> dict[str, str]:
    """The countries whose actors do or undergo one of the linked events: code -> name, by the alphabet.

    The name is that of the state among the actors, or the country's code where no actor is the state.
    """
    countries = actors["country"].to_dict()
    event_ids = {event for link in links for event in (link.answer, link.trigger)}
    involved = {
        countries.get(actor, "")
        for row in events[events.index.isin(event_ids)].itertuples()
        for actor in (*row.actors, *row.recipients)
    }
    states = actors[actors["kind"] == "state"]
    names = {row.country: row.name for row in states[::-1].itertuples(index=False)}
    named = {country: str(names.get(country, country)) for country in involved if country}
    return dict(sorted(named.items(), key=lambda item: (item[1], item[0])))


def told_by(links: list[Link], country: str, actors: pd.DataFrame) -> list[Link]:
    """The links in the telling of one country's actors."""
    countries = actors["country"].to_dict()
    return [link for link in links if countries.get(link.according_to) == country]
