"""Who stands where: the five steps from left to right, and the actors' names where they stand, issue by issue."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..base.plural import counted
from ..base.strings import text
from ..coding.codes import REPORTER, STANCES
from .chart import Chart, ChartLabel, ChartMark, needs, noted


def stance_chart(positions: pd.DataFrame, actors: pd.DataFrame, issues: Mapping[str, str]) -> Chart:
    """The issues from top to bottom, the five steps from left to right, and each actor's name on its step.

    Parameters:
        positions: `article.positions`, or some of its rows.
        actors: `article.actors`.
        issues: `article.issues`: short name -> title. Issues without a position are left out.

    Raises:
        CommuniqueError: the table is another one.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> stance_chart(a.positions, a.actors, a.issues).heads[0]
        'strongly opposes'
    """
    needs(positions, "positions", "actor_id", "issue", "stance", "basis", "according_to", "contested")
    needs(actors, "actors", "name")
    positions = positions[~positions.index.duplicated() & positions["issue"].isin(list(issues))]
    names = {actor: actor for actor in positions["actor_id"]} | actors["name"].to_dict()
    shown = [short for short in issues if (positions["issue"] == short).any()]
    ordered = sorted(
        positions.itertuples(), key=lambda p: (shown.index(p.issue), STANCES.index(p.stance), names[p.actor_id])
    )
    everybody = positions["actor_id"].nunique()
    labels = []
    for number, short in enumerate(shown):
        heard = positions["actor_id"][positions["issue"] == short].nunique()
        note = text("stance-chart", "heard", heard=heard, actors=counted(everybody, "actor"))
        labels.append(ChartLabel(2 * number, issues[short], note, band=True))
    return Chart(
        kind="positions",
        summary=_summary(positions, len(shown)),
        heads=tuple(text("stances", stance) for stance in STANCES) if shown else (),
        marks=tuple(_mark(row, 2 * shown.index(row.issue) + 1, names) for row in ordered),
        labels=tuple(labels),
        columns=("position", "actor", "issue", "stance", "basis", "according to", "contested"),
        rows=tuple(_table_row(row, names, issues) for row in ordered),
    )


def _mark(row: Any, line: int, names: Mapping[str, str]) -> ChartMark:
    whose = text("stance-chart", "according-to", who=names[row.according_to]) if row.according_to in names else ""
    remark = text("stance-chart", "contested") if row.contested else ""
    place = {"line": line, "column": STANCES.index(row.stance), "group": row.actor_id}
    return ChartMark(names[row.actor_id], (row.Index,), noted(row.basis, whose), remark, **place)


def _table_row(row: Any, names: Mapping[str, str], issues: Mapping[str, str]) -> dict[str, Any]:
    whose = text("stance-chart", "reporter") if row.according_to == REPORTER else names.get(row.according_to, "")
    contested = "yes" if row.contested else "no"
    cells = [names[row.actor_id], issues[row.issue], text("stances", row.stance), row.basis, whose, contested]
    return {"name": row.Index, "rows": [row.Index], "cells": cells}


def _summary(positions: pd.DataFrame, issues: int) -> str:
    """The chart in a sentence, for those who cannot see it."""
    if not len(positions):
        return text("stance-chart", "nothing")
    return text(
        "stance-chart",
        "counts",
        positions=counted(len(positions), "position"),
        actors=counted(positions["actor_id"].nunique(), "actor"),
        issues=counted(issues, "issue"),
        contested=int(positions["contested"].sum()),
    )
