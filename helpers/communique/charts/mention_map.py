"""Who appears in which paragraph, who speaks there, and who is only spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import TONES, counted, finished, plain, shorten

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

SPEAKS, NAMED = "speaks here", "is only named here"


def mention_map(mentions: pd.DataFrame, actors: pd.DataFrame, statements: pd.DataFrame) -> go.Figure:
    """Actors from top to bottom as they come up, paragraphs from left to right.

    Parameters:
        mentions: `article.mentions`.
        actors: `article.actors`.
        statements: `article.statements`.

    Returns:
        A plotly Figure: a filled diamond where an actor is the source of a statement, an open circle where
        an actor is only named (larger where named more often). `customdata` holds a label and row ids;
        `layout.meta` carries a one-sentence summary and the table behind the chart.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> [trace.name for trace in mention_map(a.mentions, a.actors, a.statements).data]
        ['is only named here', 'speaks here']
    """
    import plotly.graph_objects as go

    spoken = _spoken(statements)
    counts = mentions.groupby(["actor_id", "paragraph"], sort=False).size()
    cells = sorted(set(counts.index) | set(spoken), key=lambda c: _number(c[1]))
    shown = list(dict.fromkeys([*mentions.sort_values("start")["actor_id"], *(actor for actor, _ in spoken)]))
    paragraphs = sorted({paragraph for _, paragraph in cells}, key=_number)
    names = actors["name"].to_dict()
    figure = go.Figure()
    for name, symbol, tone in ((NAMED, "circle-open", TONES[1]), (SPEAKS, "diamond", TONES[2])):
        some = [c for c in cells if (c in spoken) == (name == SPEAKS)]
        figure.add_scatter(
            x=[p for _, p in some],
            y=[actor for actor, _ in some],
            mode="markers",
            name=name,
            marker={
                "symbol": symbol,
                "size": [11 + 3 * min(4, int(counts.get(c, 1))) for c in some],
                "color": tone,
                "line": {"width": 2, "color": tone},
            },
            customdata=[[_label(c, name, names, counts), *_rows(c, mentions, spoken)] for c in some],
            hovertemplate="%{customdata[0]}<extra></extra>",
        )
    figure.update_xaxes(
        categoryorder="array",
        categoryarray=paragraphs,
        range=[-0.5, max(1, len(paragraphs)) - 0.5],
        tickangle=0,
        tickvals=paragraphs,
        ticktext=["head" if p == "headline" else p for p in paragraphs],
    )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=shown,
        range=[max(1, len(shown)) - 0.4, -0.6],
        autorange=False,
        tickvals=shown,
        ticktext=[plain(shorten(names.get(a, a), 36)) for a in shown],
    )
    rows = [_table_row(actor, cells, spoken, names) for actor in shown]
    heads = ["actor", "name", "speaks in", "only named in"]
    about = summary(shown, spoken, counts, names)
    return finished(figure, summary=about, columns=heads, rows=rows, height=140 + 27 * max(4, len(shown)))


def _number(paragraph: str) -> int:
    return int(paragraph[1:]) if paragraph[1:].isdigit() else 0


def _spoken(statements: pd.DataFrame) -> dict[tuple[str, str], list[str]]:
    """(actor, paragraph) -> the statements whose source the actor is."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in statements.itertuples():
        for actor in row.sources:
            found.setdefault((actor, row.paragraph), []).append(row.Index)
    return found


def _label(cell: tuple[str, str], what: str, names: dict, counts: pd.Series) -> str:
    times = counted(int(counts.get(cell, 0)), "time", "times")
    return f"{names.get(cell[0], cell[0])}, {cell[1]}: {what}, named {times}"


def _rows(cell: tuple[str, str], mentions: pd.DataFrame, spoken: dict) -> list[str]:
    here = mentions[(mentions["actor_id"] == cell[0]) & (mentions["paragraph"] == cell[1])]
    return [*here.index, *spoken.get(cell, [])]


def _table_row(actor: str, cells: list, spoken: dict, names: dict) -> dict:
    speaks = [p for a, p in cells if a == actor and (a, p) in spoken]
    named = [p for a, p in cells if a == actor and (a, p) not in spoken]
    cells_of_row = [names.get(actor, actor), ", ".join(speaks) or "nowhere", ", ".join(named) or "nowhere"]
    return {"name": actor, "rows": [actor], "cells": cells_of_row}


def summary(shown: list[str], spoken: dict, counts: pd.Series, names: dict) -> str:
    """The map in two sentences, for those who cannot see it."""
    if not shown:
        return "No actor is named."
    speakers = {actor for actor, _ in spoken}
    silent = [a for a in shown if a not in speakers]
    often = counts.groupby("actor_id").size().sort_values(ascending=False, kind="stable")
    speak = len(shown) - len(silent)
    found = f"Of {counted(len(shown), 'actor', 'actors')}, {speak} speak and {len(silent)} are only named."
    if len(often):
        where = counted(int(often.iloc[0]), "place", "paragraphs")
        found += f" {names.get(often.index[0], often.index[0])} appears most, in {where}."
    return found
