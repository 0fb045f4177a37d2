"""The order in which a report mentions events against the order in which they happened."""

from itertools import pairwise
from typing import Any

import pandas as pd

from ..base.plural import counted
from ..base.strings import day_in_words, text
from ..coding.codes import CERTAINTY
from .chart import Chart, ChartLabel, ChartMark, needs, short_name

#: Keys of the columns, from left to right: days are between the past and the present.
PAST, DAY, PRESENT, FUTURE, UNTIMED = "01234"


def timeline(events: pd.DataFrame) -> Chart:
    """Events from top to bottom as the report mentions them, from left to right as they happened.

    Each event is written where its time is, with how certain it is; a note says where the telling goes back in time.

    Example:
        >>> from communique import load_article
        >>> timeline(load_article().events).heads
        ('Earlier', '19 Jun 2024', '20 Jun 2024', 'Now, or up to now', 'No time given')
    """
    needs(events, "events", "label", "paragraph", "certainty", "date", "timex", "start")
    events = events[~events.index.duplicated()].sort_values("start", kind="stable")
    times = [when(row) for row in events.to_dict("records")]
    back = _steps_back([key for key, _ in times])
    order = sorted(set(times))
    marks, labels, rows = [], [], []
    for line, (row, time) in enumerate(zip(events.itertuples(), times, strict=True)):
        column, certainty = order.index(time), text("kinds", row.certainty)
        end = 2 * column >= len(order)  # its words run to the side that has more space
        remark = text("timeline", "back") if line in back else ""
        first, last = (0, column) if end else (column, len(order) - 1)
        about = row.label, (row.Index,), certainty, remark, row.certainty
        marks.append(ChartMark(*about, line=line, column=first, columns=1 + last - first, end=end))
        if not line or row.paragraph != events["paragraph"].iloc[line - 1]:
            labels.append(ChartLabel(line, short_name(row.paragraph)))
        rows.append({"name": row.Index, "rows": [row.Index], "cells": [row.label, row.paragraph, time[1], certainty]})
    return Chart(
        kind="timeline",
        summary=summary(events, len(back)),
        heads=tuple(name for _, name in order),
        marks=tuple(marks),
        labels=tuple(labels),
        columns=("event", "what", "told in", "when", "certainty"),
        rows=tuple(rows),
    )


def when(row: dict[str, Any]) -> tuple[str, str]:
    """The column of an event: a key to sort by, and the column's name."""
    date = row["date"]
    if date == date and date is not None:  # a date, not a gap
        return f"{DAY} {date:%Y-%m-%d}", f"{date.day} {date:%b %Y}"
    order = {"PAST_REF": PAST, "PRESENT_REF": PRESENT, "FUTURE_REF": FUTURE}.get(row["timex"], UNTIMED)
    return order, text("columns", row["timex"] or "none")


def _steps_back(keys: list[str]) -> set[int]:
    """The lines that have a day, or are in the past, and are before the last such line."""
    past = [(line, key) for line, key in enumerate(keys) if key < PRESENT]
    return {line for (_, before), (line, key) in pairwise(past) if key < before}


def summary(events: pd.DataFrame, steps_back: int) -> str:
    """The timeline in one or two sentences, for those who cannot see it."""
    if not len(events):
        return text("timeline", "nothing")
    counts = events["certainty"].value_counts()
    parts = [f"{counts[c]} {text('kinds', c)}" for c in CERTAINTY[::-1] if counts.get(c)]
    dated = events[events["date"].notna()]
    sentences = f"The report mentions {counted(len(events), 'event')}: {', '.join(parts)}."
    if len(dated):
        late, early = dated["date"].max(), dated["date"].min()
        sentences += f" {len(dated)} have a date, from {day_in_words(early)} to {day_in_words(late)}."
    if steps_back:
        sentences += f" The report goes back in time {counted(steps_back, 'time')}."
    return sentences
