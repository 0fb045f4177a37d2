"""Two parts of the class report's page as the template takes them: forecasts with their calibration, and codings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...base.strings import strings, text
from ...tools.forecasts import HAPPENED, OPEN

if TYPE_CHECKING:
    import pandas as pd

    from .report import ClassReport

#: The bands in which the class's Brier scores are counted: from, to (the last includes its end).
BANDS = ((0, 0.05), (0.05, 0.1), (0.1, 0.15), (0.15, 0.2), (0.2, 0.25), (0.25, 0.35), (0.35, 0.5), (0.5, 1))
#: Always saying fifty per cent gives this.
FIFTY = 0.25
_SHOWN = 3
_SPLIT_FROM = 0.2


def forecast_sets(report: ClassReport) -> list[dict[str, Any]]:
    """For each lesson with sealed forecasts: its outcomes, the scores of the class, and the calibration."""
    sets = []
    for lesson, outcomes in report.forecasts.reset_index().groupby("lesson", sort=False):
        scores = report.scores.loc[report.scores["lesson"] == lesson, "brier"].dropna()
        groups = report.calibration[report.calibration["lesson"] == lesson]
        if outcomes["students"].sum() == 0:
            continue
        sets.append(
            {
                "students": int(outcomes["students"].max()),
                "of": len(report.students),
                "outcomes": [_outcome(row) for row in outcomes.to_dict("records")],
                "scores": _scores(scores),
                "groups": [_group(row) for row in groups.to_dict("records")],
                "settled": int((outcomes["result"] != OPEN).sum()),
                "happened": int((outcomes["result"] == HAPPENED).sum()),
            }
        )
    return sets


def _outcome(row: dict[str, Any]) -> dict[str, Any]:
    known = row["students"] > 0
    return row | {
        "result_text": text("forecast", row["result"]),
        "sign": {"happened": "●", "did-not": "○"}.get(row["result"], "–"),
        "range": text(
            "class-page", "spread", **{n: f"{row[n]:.0f}" for n in ("lowest", "highest", "quarter", "three_quarters")}
        )
        if known
        else "",
        "known": known,
        "error": "–" if math.isnan(row["brier"]) else f"{row['brier']:.2f}",
    }


def _scores(scores: pd.Series) -> dict[str, Any]:
    """The class's Brier scores in one line, and how many students lie in each band."""
    if scores.empty:
        return {}
    counts = [int(((scores >= low) & ((scores < high) | ((high == 1) & (scores <= 1)))).sum()) for low, high in BANDS]
    figures = {"mean": scores.mean(), "median": scores.median(), "lowest": scores.min(), "highest": scores.max()}
    return {
        **{"line": text("class-page", "scores-line", **{n: f"{v:.2f}" for n, v in figures.items()})},
        "better": text("class-page", "better-than-fifty", count=int((scores < FIFTY).sum()), students=len(scores)),
        "bands": [
            {"text": f"{low:.2f} – {high:.2f}", "count": count, "share": count / len(scores)}
            for (low, high), count in zip(BANDS, counts, strict=True)
        ],
    }


def _group(row: dict[str, Any]) -> dict[str, Any]:
    """A group with its place in the picture: 0 to 100 from left to right, and from below upwards."""
    known = row["forecasts"] > 0
    return row | {
        **{"known": known, "x": row["said"] if known else 0, "y": 100 - 100 * row["share"] if known else 0},
        "reading": text("class-page", _reading(row)) if known else "–",
    }


def _reading(row: dict[str, Any]) -> str:
    """Whether more or less happened than was said; within five in a hundred it is about as much."""
    far = 100 * row["share"] - row["said"]
    return "as-said" if abs(far) <= 5 else "more-than-said" if far > 0 else "less-than-said"


def coding_sets(report: ClassReport) -> list[dict[str, Any]]:
    """For each part and layer that anybody compared: how far the class agrees, and the words that split it."""
    sets = []
    for (lesson, part, layer), rows in report.codings.groupby(["lesson", "part", "layer"], sort=False):
        coders = report.coders
        here = coders[(coders["lesson"] == lesson) & (coders["part"] == part) & (coders["layer"] == layer)]
        first = rows.iloc[0]
        entries = [row | {"theirs": _theirs(row)} for row in rows.to_dict("records")]
        sets.append(
            {
                **{
                    "title": first["part_title"],
                    "layer": strings()["reader"][f"layer-{layer}"],
                    "alpha": first["alpha"],
                },
                **{"students": int(first["students"]), "percent": here["percent"].median()},
                **{"kappa": here["kappa"].median(), "rows": entries},
                "first": [row for row in entries if row["split"] >= _SPLIT_FROM][:_SHOWN] if len(here) > 1 else [],
            }
        )
    return sets


def _theirs(row: dict[str, Any]) -> str:
    return text("class-page", "coding-has" if row["reference"] else "coding-has-not")
