"""What answers what, and in whose telling: each cause at the left, and what answers it at its right."""

from typing import Any

import pandas as pd

from ..base.errors import CommuniqueError
from ..base.plural import counted
from ..base.strings import text
from ..coding.codes import REPORTER, TONES
from .chains import Link, links_of, parties_of, told_by
from .chart import Chart, ChartMark, needs, noted

#: PLOVER's quad codes for what is done in words; the two others are material.
VERBAL = (1, 3)


def reaction_network(
    reactions: pd.DataFrame, events: pd.DataFrame, actors: pd.DataFrame, view: str | None = None
) -> Chart:
    """From left to right: what comes first, what answers it, and what answers the answer; the longest chains on top.

    Parameters:
        reactions: `article.reactions`, or some of its rows.
        events: `article.events`, or some of its rows; reactions to other events are left out.
        actors: `article.actors`.
        view: a country (ISO 3166-1 alpha-3) whose own telling is drawn, or None for all reactions.

    Returns:
        A Chart: an event is as high as all that answers it. An answer's note says its tone, whether it is in words
        or in deeds (PLOVER's quad codes 1 and 3, or 2 and 4), who tells it as an answer, and whether that is
        contested.

    Raises:
        CommuniqueError: the view is no country of an actor in these events.

    Source:
        PLOVER manual 1.3, Open Event Data Alliance.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> reaction_network(a.reactions, a.events, a.actors).heads
        ('comes first', 'answers it', 'answers the answer')
    """
    needs(reactions, "reactions", "event_id", "answers_id", "tone", "contested")
    needs(events, "events", "label", "certainty", "quad_code", "quad_name", "actors", "recipients")
    needs(actors, "actors", "name", "kind", "country")
    events = events[~events.index.duplicated()]
    links = links_of(reactions, events)
    nothing = text("network", "nothing")
    if view is not None:
        parties = parties_of(links, events, actors)
        if view not in parties:
            what = f"There is no party {view!r} in these reactions."
            raise CommuniqueError(what, f"Choose one of: {', '.join(parties) or 'none'}; or None for all.")
        nothing = text("network", "not-told", party=parties[view])
        links = told_by(links, view, actors)
    marks = _marks(links, events, actors)
    steps = max((mark.column + 1 for mark in marks), default=0)
    heads = ("name", "answer", "trigger", "who", "kind", "tone", "contested")
    return Chart(
        kind="reactions",
        summary=_summary(links, events) if links else nothing,
        heads=tuple(text("network", f"step-{min(step, 2)}") for step in range(steps)),
        marks=tuple(marks),
        columns=tuple(text("network", f"head-{head}") for head in heads),
        rows=tuple(_table_row(link, events, actors) for link in links),
        choose=text("network", "choose"),
    )


def reaction_networks(reactions: pd.DataFrame, events: pd.DataFrame, actors: pd.DataFrame) -> dict[str, Chart]:
    """The chart of all reactions, then for each party the one that it tells itself.

    The tables are those of `reaction_network`; actors of one country are one party.

    Returns:
        {title: chart}, ready for `lesson.show`: all reactions first, then the parties by the alphabet. A party
        that tells nothing of a trigger has a chart that says so.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> list(reaction_networks(a.reactions, a.events, a.actors))[:2]
        ['All links of the table', 'North Korea: its own account']
    """
    charts = {text("network", "all"): reaction_network(reactions, events, actors)}
    parties = parties_of(links_of(reactions, events), events, actors)
    for country, name in parties.items():
        charts[text("network", "party", party=name)] = reaction_network(reactions, events, actors, view=country)
    return charts


def _marks(links: list[Link], events: pd.DataFrame, actors: pd.DataFrame) -> list[ChartMark]:
    """Every link once, at the right of what it answers. An event that answers two things is there twice, and its own
    answers are at the first; in a circle of answers, what the first link answers counts as the beginning."""
    marks: list[ChartMark] = []
    drawn: set[str] = set()

    def place(event: str, link: Link | None, line: int, column: int) -> int:
        """Draw an event and all that answers it; gives how many lines that takes."""
        answers = [] if event in drawn else [one for one in links if one.trigger == event]
        drawn.add(event)
        height = 0
        for answer in answers:
            height += place(answer.answer, answer, line + height, column + 1)
        height = max(1, height)
        many = counted(len(answers), "answer") if len(answers) > 1 else ""
        rows = (link.reaction_id, event) if link else (event,)
        note, remark = _about(link, events, actors) if link else ("", "")
        about = note, noted(remark, many), link.tone if link else ""
        label = str(events.at[event, "label"])
        marks.append(ChartMark(label, rows, *about, line=line, column=column, lines=height))
        return height

    starts = dict.fromkeys(link.trigger for link in links)
    answers = {link.answer for link in links}
    size = {start: len(_below(start, links)) for start in starts}
    line = 0
    for start in sorted(starts, key=lambda one: (one in answers, -size[one])):
        if start not in drawn:
            line += place(start, None, line, 0)
    return sorted(marks, key=lambda mark: (mark.line, mark.column))


def _below(start: str, links: list[Link]) -> set[str]:
    """All that answers an event, and answers those answers."""
    below = {start}
    while more := {link.answer for link in links if link.trigger in below} - below:
        below |= more
    return below


def _kind_of(link: Link, events: pd.DataFrame) -> str:
    """Whether the answer is verbal or material."""
    return text("network", "by-words" if events.at[link.answer, "quad_code"] in VERBAL else "by-deeds")


def _teller(link: Link, actors: pd.DataFrame) -> str:
    """The name of the one in whose telling it is an answer."""
    if link.according_to == REPORTER or link.according_to not in actors.index:
        return text("network", "reporter")
    return str(actors.at[link.according_to, "name"])


def _about(link: Link, events: pd.DataFrame, actors: pd.DataFrame) -> tuple[str, str]:
    """What an answer's mark says beside its label: note and remark."""
    certainty = str(events.at[link.answer, "certainty"])
    note = noted(
        text("network", f"tone-{link.tone}"),
        _kind_of(link, events),
        "" if certainty == "happened" else text("kinds", certainty),
        text("network", "told-by", who=_teller(link, actors)),
    )
    return note, text("network", "is-contested") if link.contested else ""


def _table_row(link: Link, events: pd.DataFrame, actors: pd.DataFrame) -> dict[str, Any]:
    """One reaction as a row of the table behind the chart."""
    cells = [
        events.at[link.answer, "label"],
        events.at[link.trigger, "label"],
        _teller(link, actors),
        str(events.at[link.answer, "quad_name"]),
        text("network", f"tone-{link.tone}"),
        "yes" if link.contested else "no",
    ]
    return {"name": link.reaction_id, "rows": [link.reaction_id, link.answer, link.trigger], "cells": cells}


def _summary(links: list[Link], events: pd.DataFrame) -> str:
    """The chart in one or two sentences, for those who cannot see it."""
    kinds = [_kind_of(link, events) for link in links]
    tones = [link.tone for link in links]
    sentences = text(
        "network",
        "counts",
        links=counted(len(links), "link"),
        events=counted(len({event for link in links for event in (link.answer, link.trigger)}), "event"),
        verbal=kinds.count(text("network", "by-words")),
        material=kinds.count(text("network", "by-deeds")),
        tones=", ".join(f"{tones.count(t)} {text('network', f'tone-{t}')}" for t in TONES if t in tones),
        contested=sum(link.contested for link in links),
    )
    triggers = [link.trigger for link in links]
    most = max(triggers, key=triggers.count)
    if triggers.count(most) > 1:
        label, answers = events.at[most, "label"], counted(triggers.count(most), "answer")
        sentences += " " + text("network", "begins-with", label=label, answers=answers)
    return sentences
