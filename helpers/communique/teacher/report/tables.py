"""From counted rows to DataFrames: every column's type is declared here, once, also for a class without students."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ...frames.frames import without_formulas
from ...questions.kinds.fill_the_matrix import STEPS

if TYPE_CHECKING:
    import pandas as pd

#: Table -> column -> what it holds. The first column is the index where the table is in `INDEXED`.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "students": {
        **{"student": "text", "pseudonym": "text", "files": "count", "done": "count", "questions": "count"},
        **{"tries": "count", "hints": "count", "explained": "count", "last_active": "time"},
        **{"platform": "text", "number": "text", "typed": "text"},
    },
    "lessons": {
        **{"student": "text", "lesson": "text", "title": "text", "state": "state", "done": "count"},
        **{"questions": "count", "tries": "count", "hints": "count", "last_active": "time"},
    },
    "questions": {
        **{"question": "text", "lesson": "text", "kind": "text", "prompt": "text", "touched": "count"},
        **{"tried": "count", "right": "count", "right_at_first": "count", "share_at_first": "number"},
        **{"tries_median": "number", "hints_median": "number", "hints": "count", "explained": "count"},
        **{"wrong": "text", "wrong_text": "text", "wrong_count": "count"},
    },
    "answers": {
        **{"student": "text", "question": "text", "lesson": "text", "outcome": "text", "tries": "count"},
        **{"hints": "count", "explained": "flag", "first": "text", "first_answer": "text", "last_answer": "text"},
        "last_active": "time",
    },
    "splits": {
        **{"question": "text", "kind": "text", "unit": "text", "text": "text", "choice": "text"},
        **{"chosen": "count", "students": "count", "share": "number", "split": "number", "alpha": "number"},
        **{"reference": "text", "discuss": "text"},
    },
    "positions": {
        **{"question": "text", "actor_id": "text", "actor": "text", "issue": "text", "issue_title": "text"},
        **{"step": "step", "chosen": "count", "students": "count", "share": "number", "reference": "flag"},
    },
    "forecasts": {
        **{"outcome": "text", "lesson": "text", "text": "text", "by": "text", "result": "text", "told": "text"},
        **{"source": "text", "students": "count", "mean": "number", "spread": "number", "lowest": "number"},
        **{"quarter": "number", "median": "number", "three_quarters": "number", "highest": "number"},
        "brier": "number",
    },
    "sealed": {"student": "text", "lesson": "text", "outcome": "text", "chance": "count", "error": "number"},
    "scores": {"student": "text", "lesson": "text", "sealed": "count", "settled": "count", "brier": "number"},
    "calibration": {
        **{"lesson": "text", "lowest": "count", "highest": "count", "forecasts": "count", "happened": "count"},
        **{"said": "number", "share": "number"},
    },
    "codings": {
        **{"lesson": "text", "part": "text", "part_title": "text", "layer": "text", "paragraph": "text"},
        **{"words": "text", "marked": "count", "students": "count", "share": "number", "split": "number"},
        **{"reference": "flag", "alpha": "number", "discuss": "text"},
    },
    "coders": {
        **{"student": "text", "lesson": "text", "part": "text", "part_title": "text", "layer": "text"},
        **{"marked": "count", "words": "count", "percent": "number", "kappa": "number"},
    },
    "divided": {"choice": "text", "key": "flag", "chosen": "count", "students": "count", "share": "number"},
    "skipped": {"file": "text", "student": "text", "trouble": "text", "count": "count", "note": "text"},
}
INDEXED = ("students", "questions", "forecasts")
STATES = ("not yet", "under way", "done")


def frame(table: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The rows as the table that is declared under this name."""
    import pandas as pd

    without_formulas()
    rows = list(rows)
    columns = {name: _array([row[name] for row in rows], holds) for name, holds in COLUMNS[table].items()}
    made = pd.DataFrame(columns)
    return made.set_index(next(iter(columns))) if table in INDEXED else made


def _array(values: list[Any], holds: str) -> Any:
    import pandas as pd

    match holds:
        case "text":
            return pd.array(values, dtype="string")
        case "count":
            return pd.array(values, dtype="int64")
        case "number":
            return pd.array(values, dtype="float64")
        case "flag":
            return pd.array(values, dtype="bool")
        case "time":
            return pd.Series(pd.to_datetime(values, utc=True)).astype("datetime64[s, UTC]").array
        case "state":
            return pd.Categorical(values, categories=STATES, ordered=True)
        case _:
            return pd.Categorical(values, categories=STEPS)
