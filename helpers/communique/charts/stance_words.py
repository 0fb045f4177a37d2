"""What the chart of positions says in words: each mark's label, the table behind it, and the summary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..base.plural import counted
from ..base.strings import text
from ..coding.codes import REPORTER

if TYPE_CHECKING:
    import pandas as pd


def told_of(row: Any, names: Mapping[str, str]) -> str:
    """A position in a few words: stance, basis, whose word it is, and whether it is contested."""
    parts = [text("stances", row.stance), text("bases", row.basis)]
    if row.according_to != REPORTER:
        parts.append(text("stance-chart", "according-to", who=names.get(row.according_to, row.according_to)))
    return ", ".join([*parts, text("stance-chart", "contested")] if row.contested else parts)


def table(
    positions: pd.DataFrame, order: list[str], names: Mapping[str, str], issues: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The rows behind the chart: issue by issue, the actors as they stand in the panels."""
    places = {actor: place for place, actor in enumerate(order)}
    shorts = list(issues)
    rows = sorted(positions.itertuples(), key=lambda r: (shorts.index(r.issue), places[r.actor_id]))
    return [
        {
            "name": row.Index,
            "rows": [row.Index],
            "cells": [
                names.get(row.actor_id, row.actor_id),
                issues[row.issue],
                text("stances", row.stance),
                text("bases", row.basis),
                text("stance-chart", "reporter")
                if row.according_to == REPORTER
                else names.get(row.according_to, row.according_to),
                "yes" if row.contested else "no",
            ],
        }
        for row in rows
    ]


def summary(
    positions: pd.DataFrame, order: list[str], names: Mapping[str, str], issues: Mapping[str, str], sort_by: str | None
) -> str:
    """The chart in one or two sentences, for those who cannot see it."""
    if not len(positions):
        return text("stance-chart", "nothing")
    sentence = text(
        "stance-chart",
        "counts",
        positions=counted(len(positions), "position"),
        actors=counted(len(order), "actor"),
        issues=counted(positions["issue"].nunique(), "issue"),
        contested=int(positions["contested"].sum()),
    )
    if sort_by is None:
        return sentence
    groups: dict[str, list[str]] = {}
    on_it = positions[positions["issue"] == sort_by]
    for actor in order:
        stances = on_it["stance"][on_it["actor_id"] == actor]
        for stance in [text("stances", s) for s in stances] or [text("stance-chart", "silent")]:
            groups.setdefault(stance, []).append(names.get(actor, actor))
    stances = "; ".join(f"{stance}: {', '.join(actors)}" for stance, actors in groups.items())
    return f"{sentence} {text('stance-chart', 'sorted', issue=issues[sort_by], stances=stances)}"
