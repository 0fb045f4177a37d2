"""Who speaks in which paragraph, who is spoken for, and who is only named."""

from typing import Any

import pandas as pd

from ..base.plural import counted
from ..base.strings import text
from .chart import Chart, ChartLabel, ChartMark, needs, paragraph_number, short_name

#: What an actor can do in a paragraph, and then the actors that do nothing in any.
KINDS = ("speaks", "spoken-for", "named")
GROUPS = (*KINDS, "nowhere")


def mention_map(mentions: pd.DataFrame, actors: pd.DataFrame, statements: pd.DataFrame) -> Chart:
    """Paragraphs from left to right, and actors from top to bottom, as they come up.

    Those who speak come first, then those who are only spoken for, then those who are only named. An actor speaks
    where it is the source of a statement, and is spoken for where another tells what it says (a statement inside a
    statement).

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> chart = mention_map(a.mentions, a.actors, a.statements)
        >>> len(chart.rows) == len(a.actors)
        True
    """
    needs(mentions, "mentions", "actor_id", "paragraph", "start")
    needs(actors, "actors", "name")
    needs(statements, "statements", "sources", "paragraph", "part_of")
    cells = _cells(mentions.sort_values("start"), statements)
    names = {actor: actor for actor, _ in cells} | actors["name"].to_dict()
    paragraphs = sorted({paragraph for _, paragraph in cells}, key=paragraph_number)
    places = {
        kind: {a: [p for (b, p), (k, _) in cells.items() if (b, k) == (a, kind)] for a in names} for kind in KINDS
    }
    shown = sorted(names, key=list(dict.fromkeys([*(actor for actor, _ in cells), *names])).index)
    group_of = {a: next((kind for kind in KINDS if places[kind][a]), GROUPS[-1]) for a in shown}
    grouped = {group: [a for a in shown if group_of[a] == group] for group in GROUPS}
    labels: list[ChartLabel] = []
    marks, rows = [], []
    for group, members in grouped.items():
        if members:
            band = text("mention-map", group), counted(len(members), "actor")
            labels.append(ChartLabel(len(labels), *band, band=True))
        for actor in members:
            for paragraph in paragraphs:
                kind, behind = cells.get((actor, paragraph), ("", ()))
                if kind:
                    words, column = text("mention-map", f"mark-{kind}"), paragraphs.index(paragraph)
                    marks.append(ChartMark(words, tuple(behind), kind=kind, line=len(labels), column=column))
            labels.append(ChartLabel(len(labels), names[actor]))
            where = [", ".join(places[kind][actor]) or text("mention-map", "none") for kind in KINDS]
            rows.append({"name": actor, "rows": [actor], "cells": [names[actor], *where]})
    return Chart(
        kind="mentions",
        summary=summary(grouped, cells, paragraphs, names),
        heads=tuple(map(short_name, paragraphs)),
        marks=tuple(marks),
        labels=tuple(labels),
        corner=text("mention-map", "corner"),
        columns=("actor", "name", "speaks in", "spoken for in", "only named in"),
        rows=tuple(rows),
    )


def _cells(mentions: pd.DataFrame, statements: pd.DataFrame) -> dict[tuple[str, str], tuple[str, list[str]]]:
    """(actor, paragraph) -> what the actor does there, and the ids of the mentions and statements that show it."""
    cells: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for mention in mentions.itertuples():
        cells.setdefault((mention.actor_id, mention.paragraph), ("named", []))[1].append(mention.Index)
    for row in statements.itertuples():
        for actor in row.sources:
            kind, behind = cells.get((actor, row.paragraph), ("named", []))
            speaks = kind == "speaks" or not row.part_of
            cells[actor, row.paragraph] = "speaks" if speaks else "spoken-for", [*behind, row.Index]
    return cells


def summary(
    grouped: dict[str, list[str]], cells: dict[tuple[str, str], Any], paragraphs: list[str], names: dict[str, str]
) -> str:
    """The map in two sentences, for those who cannot see it."""
    if not cells:
        return text("mention-map", "nothing")
    counts = [f"{len(members)} {text('mention-map', f'count-{kind}')}" for kind, members in grouped.items() if members]
    sentence = f"Of {counted(sum(map(len, grouped.values())), 'actor')}: {', '.join(counts)}."
    often = [actor for actor, _ in cells]
    most = max(map(often.count, often))
    first = [names[actor] for actor in dict.fromkeys(often) if often.count(actor) == most]
    where = text("mention-map", "most", names=", ".join(first), count=most, paragraphs=len(paragraphs))
    return f"{sentence} {where}"
