"""The words of the reaction network: labels, the table behind it, and its summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..base.plural import counted
from ..base.strings import text
from ..coding.codes import REPORTER, TONES
from .chains import Link

if TYPE_CHECKING:
    import pandas as pd

#: PLOVER's quad codes for what is done in words; the two others are material.
VERBAL = (1, 3)


def kind_of(link: Link, events: pd.DataFrame) -> str:
    """Whether the answer is verbal or material."""
    return "verbal" if events.at[link.answer, "quad_code"] in VERBAL else "material"


def column_name(step: int) -> str:
    """The head of a column: how far from the beginning of the chain."""
    return text("network", "begins" if step == 0 else "answers-1" if step == 1 else "answers-n")


def signed(number: float) -> str:
    """A number of a scale with its sign."""
    return f"{number:+g}".replace("-", "−") if number else "0"


def event_label(row: pd.Series) -> str:
    """An event's mark in words: what it is, how certain, and where on PLOVER's scale."""
    certainty, scale = text("kinds", str(row["certainty"])), signed(row["event_scale"])
    return text("network", "node", label=row["label"], certainty=certainty, scale=scale, quad=row["quad_name"])


def told_by_whom(link: Link, actors: pd.DataFrame) -> str:
    """The name of the one in whose telling it is an answer."""
    if link.according_to == REPORTER or link.according_to not in actors.index:
        return text("network", "reporter")
    return str(actors.at[link.according_to, "name"])


def link_label(link: Link, events: pd.DataFrame, actors: pd.DataFrame) -> str:
    """An arrow's mark in words: what answers what, by whose telling and in which tone."""
    ends = {"answer": events.at[link.answer, "label"], "trigger": events.at[link.trigger, "label"]}
    label = text("network", "link", **ends, who=told_by_whom(link, actors), tone=text("network", f"tone-{link.tone}"))
    return f"{label}. {text('network', 'is-contested')}" if link.contested else label


def table_row(link: Link, events: pd.DataFrame, actors: pd.DataFrame) -> dict[str, Any]:
    """One reaction as a row of the table behind the chart."""
    cells = [
        events.at[link.answer, "label"],
        events.at[link.trigger, "label"],
        told_by_whom(link, actors),
        text("network", "by-words" if kind_of(link, events) == "verbal" else "by-deeds"),
        f"{signed(events.at[link.answer, 'event_scale'])} {events.at[link.answer, 'quad_name']}",
        text("network", f"tone-{link.tone}"),
        text("network", "contested-yes" if link.contested else "contested-no"),
    ]
    return {"name": link.reaction_id, "rows": [link.reaction_id, link.answer, link.trigger], "cells": cells}


def summary(links: list[Link], events: pd.DataFrame) -> str:
    """The network in one or two sentences, for those who cannot see it."""
    nodes = {event for link in links for event in (link.answer, link.trigger)}
    kinds = [kind_of(link, events) for link in links]
    tones = [link.tone for link in links]
    counts = ", ".join(f"{tones.count(t)} {text('network', f'tone-{t}')}" for t in TONES if t in tones)
    sentences = text(
        "network",
        "counts",
        links=counted(len(links), "link"),
        events=counted(len(nodes), "event"),
        verbal=kinds.count("verbal"),
        material=kinds.count("material"),
        tones=counts,
        contested=sum(link.contested for link in links),
    )
    triggers = [link.trigger for link in links]
    most = max(triggers, key=triggers.count)
    if triggers.count(most) > 1:
        label, answers = events.at[most, "label"], counted(triggers.count(most), "answer")
        sentences += " " + text("network", "begins-with", label=label, answers=answers)
    return sentences
