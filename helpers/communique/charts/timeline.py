"""The order in which a report tells events against the order in which they happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..base.plural import counted
from ..base.strings import day_in_words, text
from ..coding.codes import CERTAINTY
from .base import TONES, add_marks, blank, finished, needs, plain, shorten, two_lines

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

#: Certainty as the shape of a mark, so that nothing hangs on colour alone.
SYMBOLS = {
    "happened": "circle",
    "agreed": "square",
    "threatened": "triangle-up",
    "conditional": "diamond-open",
    "denied": "x",
}


def timeline(events: pd.DataFrame) -> go.Figure:
    """Events from top to bottom as the report tells them, from left to right as they happened.

    Returns:
        A plotly Figure; a mark's shape says how certain the event is, and its `customdata` holds a label
        and the event's id. `layout.meta` carries a one-sentence summary and the table behind the chart.

    Example:
        >>> from communique import load_article
        >>> len(timeline(load_article().events).data) <= 5
        True
    """
    needs(events, "events", "label", "paragraph", "certainty", "date", "timex", "start")
    events = events[~events.index.duplicated()].sort_values("start", kind="stable")
    times = {event_id: when(row) for event_id, row in zip(events.index, events.to_dict("records"), strict=True)}
    columns = [label for _, label in sorted(set(times.values()))]
    figure = blank()
    for tone, certainty in zip(TONES, CERTAINTY[::-1], strict=True):
        some = events[events["certainty"] == certainty]
        if not len(some):
            continue
        name = text("kinds", certainty)
        labels = {row.Index: f"{row.label}. {times[row.Index][1]}. {name}" for row in some.itertuples()}
        points = [(times[i][1], _line(events, i)) for i in some.index]
        add_marks(figure, name, SYMBOLS[certainty], tone, points, [[labels[i], i] for i in some.index])
    lines = [_line(events, i) for i in events.index]
    figure.update_xaxes(
        categoryorder="array",
        categoryarray=columns,
        side="top",
        range=[-0.5, max(1, len(columns)) - 0.5],
        tickvals=columns,
        ticktext=[two_lines(column) for column in columns],
        tickangle=0,
    )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=lines,
        autorange=False,
        range=[max(1, len(lines)) - 0.4, -0.6],
        tickvals=lines,
        ticktext=[plain(shorten(label, 36)) for label in events["label"]],
    )
    rows = [
        {"name": i, "rows": [i], "cells": [row.label, row.paragraph, times[i][1], text("kinds", row.certainty)]}
        for i, row in zip(events.index, events.itertuples(), strict=True)
    ]
    heads = ["event", "what", "told in", "when", "certainty"]
    return finished(figure, summary=summary(events), columns=heads, rows=rows, height=130 + 23 * max(4, len(events)))


def _line(events: pd.DataFrame, event_id: str) -> str:
    return f"{events.index.get_loc(event_id):04d}"


def when(row: dict[str, Any]) -> tuple[str, str]:
    """The column of an event: a key to sort by, and the column's name."""
    date = row["date"]
    if date == date and date is not None:  # a date, not a gap
        return f"1 {date:%Y-%m-%d}", f"{date.day} {date:%b %Y}"
    order = {"PAST_REF": "0", "PRESENT_REF": "2", "FUTURE_REF": "3"}.get(row["timex"], "4")
    return order, text("columns", row["timex"] or "none")


def summary(events: pd.DataFrame) -> str:
    """The timeline in one or two sentences, for those who cannot see it."""
    if not len(events):
        return "There are no events to show."
    counts = events["certainty"].value_counts()
    parts = [f"{counts[c]} {text('kinds', c)}" for c in CERTAINTY[::-1] if counts.get(c)]
    dated = events[events["date"].notna()]
    sentences = f"The report tells {counted(len(events), 'event')}: {', '.join(parts)}."
    if len(dated):
        late, early = dated["date"].max(), dated["date"].min()
        sentences += f" {len(dated)} have a date, from {day_in_words(early)} to {day_in_words(late)}."
    inverted = int((dated["date"].diff().dt.days < 0).sum())
    if inverted:
        sentences += f" The telling steps back in time {counted(inverted, 'time')}."
    return sentences
