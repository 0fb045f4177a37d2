"""Who appears in which paragraph, who speaks there, and who is only spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..base.plural import counted
from .base import TONES, add_marks, blank, finished, needs, plain, shorten

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

SPEAKS, SPOKEN_FOR, NAMED = "speaks here", "is spoken for by another", "is only named here"
SYMBOLS = {NAMED: ("circle-open", TONES[1]), SPOKEN_FOR: ("diamond-open", TONES[3]), SPEAKS: ("diamond", TONES[2])}


def mention_map(mentions: pd.DataFrame, actors: pd.DataFrame, statements: pd.DataFrame) -> go.Figure:
    """Actors from top to bottom as they come up, paragraphs from left to right.

    Returns:
        A plotly Figure: a filled diamond where an actor is the source of a statement, an open diamond where
        another tells what the actor says (a statement inside a statement), an open circle where an actor is
        only named; larger where named more often. `customdata` holds a label and row ids; `layout.meta`
        carries a one-sentence summary and the table behind the chart.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> [trace.name for trace in mention_map(a.mentions, a.actors, a.statements).data]
        ['is only named here', 'is spoken for by another', 'speaks here']
    """
    needs(mentions, "mentions", "actor_id", "paragraph", "start")
    needs(actors, "actors", "name")
    needs(statements, "statements", "sources", "paragraph", "part_of")
    spoken = _spoken(statements)
    counts = mentions.groupby(["actor_id", "paragraph"], sort=False).size()
    cells = sorted(dict.fromkeys([*counts.index, *spoken]), key=lambda c: _number(c[1]))
    shown = list(dict.fromkeys([*mentions.sort_values("start")["actor_id"], *(actor for actor, _ in spoken)]))
    paragraphs = sorted({paragraph for _, paragraph in cells}, key=_number)
    names = actors["name"].to_dict()
    figure = blank()
    part = {cell: _part(cell, spoken, statements) for cell in cells}
    for name, (symbol, tone) in SYMBOLS.items():
        some = [c for c in cells if part[c] == name]
        labels = [[_label(c, name, names, counts), *_rows(c, mentions, spoken)] for c in some]
        sizes = [10 + 2 * min(4, int(counts.get(c, 1))) for c in some]
        add_marks(figure, name, symbol, tone, [(p, actor) for actor, p in some], labels, size=sizes)
    figure.update_xaxes(
        categoryorder="array",
        categoryarray=paragraphs,
        range=[-0.5, max(1, len(paragraphs)) - 0.5],
        tickangle=0,
        tickfont={"size": 11},
        side="top",
        tickvals=paragraphs,
        ticktext=["head" if p == "headline" else p for p in paragraphs],
    )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=shown,
        range=[max(1, len(shown)) - 0.4, -0.6],
        autorange=False,
        tickvals=shown,
        ticktext=[plain(shorten(names.get(a, a), 28)) for a in shown],
    )
    rows = [_table_row(actor, part, names) for actor in shown]
    heads = ["actor", "name", "speaks in", "spoken for in", "only named in"]
    about = summary(shown, part, counts, names)
    return finished(figure, summary=about, columns=heads, rows=rows, height=130 + 24 * max(4, len(shown)))


def _number(paragraph: str) -> int:
    return int(paragraph[1:]) if paragraph[1:].isdigit() else 0


def _spoken(statements: pd.DataFrame) -> dict[tuple[str, str], list[str]]:
    """(actor, paragraph) -> the statements whose source the actor is."""
    spoken: dict[tuple[str, str], list[str]] = {}
    for row in statements.itertuples():
        for actor in row.sources:
            spoken.setdefault((actor, row.paragraph), []).append(row.Index)
    return spoken


def _part(cell: tuple[str, str], spoken: dict[Any, Any], statements: pd.DataFrame) -> str:
    """Whether the actor speaks in the paragraph, is spoken for, or is only named."""
    if cell not in spoken:
        return NAMED
    return SPOKEN_FOR if all(statements.loc[spoken[cell], "part_of"] != "") else SPEAKS


def _label(cell: tuple[str, str], what: str, names: dict[str, str], counts: pd.Series) -> str:
    times = counted(int(counts.get(cell, 0)), "time")
    return f"{names.get(cell[0], cell[0])}, {cell[1]}: {what}, named {times}"


def _rows(cell: tuple[str, str], mentions: pd.DataFrame, spoken: dict[Any, Any]) -> list[str]:
    here = mentions[(mentions["actor_id"] == cell[0]) & (mentions["paragraph"] == cell[1])]
    return [*here.index, *spoken.get(cell, [])]


def _table_row(actor: str, part: dict[tuple[str, str], str], names: dict[str, str]) -> dict[str, Any]:
    places = {kind: ", ".join(p for (a, p), k in part.items() if a == actor and k == kind) for kind in SYMBOLS}
    cells = [names.get(actor, actor), *(places[kind] or "nowhere" for kind in (SPEAKS, SPOKEN_FOR, NAMED))]
    return {"name": actor, "rows": [actor], "cells": cells}


def summary(shown: list[str], part: dict[tuple[str, str], str], counts: pd.Series, names: dict[str, str]) -> str:
    """The map in two sentences, for those who cannot see it."""
    if not shown:
        return "No actor is named."
    speak = {actor for (actor, _), kind in part.items() if kind == SPEAKS}
    spoken_for = {actor for (actor, _), kind in part.items() if kind == SPOKEN_FOR} - speak
    silent = len(shown) - len(speak) - len(spoken_for)
    sentences = f"Of {counted(len(shown), 'actor')}, {len(speak)} speak"
    sentences += f", {len(spoken_for)} are only spoken for by others and {silent} are only named."
    often = counts.groupby("actor_id").size().sort_values(ascending=False, kind="stable")
    if len(often):
        sentences += f" {names.get(often.index[0], often.index[0])} appears in most paragraphs: {int(often.iloc[0])}."
    return sentences
