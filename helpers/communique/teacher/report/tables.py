"""From counted rows to DataFrames: every column's type is declared here, once, also for a class without students."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from ...frames.frames import series
from ...questions.kinds.fill_the_matrix import STEPS

#: Table -> its columns, each with what it holds where that is no text. The first is the index of a table in `INDEXED`.
_COLUMNS = {
    "students": """
        student pseudonym files:count done:count questions:count tries:count hints:count explained:count
        last_active:time platform number typed
    """,
    "lessons": """
        student lesson title state:state done:count explained:count questions:count tries:count hints:count
        last_active:time
    """,
    "questions": """
        question number lesson kind prompt touched:count tried:count right:count right_at_first:count
        share_at_first:number tries_median:number hints_median:number hints:count explained:count
        wrong wrong_text wrong_count:count about asked_again:count right_again:count
    """,
    "answers": """
        student question lesson outcome tries:count hints:count explained:flag first first_answer last_answer
        last_active:time
    """,
    "splits": """
        question kind unit text choice chosen:count students:count share:number split:number alpha:number reference
        discuss
    """,
    "positions": """
        question actor_id actor issue issue_title step:step chosen:count students:count share:number reference:flag
    """,
    "forecasts": """
        outcome lesson text by result told source students:count mean:number spread:number lowest:number
        quarter:number median:number three_quarters:number highest:number brier:number
    """,
    "sealed": "student lesson outcome chance:count error:number",
    "scores": "student lesson sealed:count settled:count brier:number",
    "calibration": "lesson lowest:count highest:count forecasts:count happened:count said:number share:number",
    "codings": """
        lesson part part_title layer paragraph words marked:count students:count share:number split:number
        reference:flag alpha:number discuss
    """,
    "coders": "student lesson part part_title layer marked:count words:count percent:number kappa:number",
    "divided": "choice key:flag chosen:count students:count share:number",
    "gains": """
        skill from to title students:count before:number after:number change:number spread:number margin:number
        better:count same:count worse:count
    """,
    "forms": "from to first students:count change:number begun:count reversed:count",
    "skipped": "file student trouble count:count note",
}
#: Table -> column -> what it holds.
COLUMNS = {
    table: {name: holds or "text" for name, _, holds in (column.partition(":") for column in columns.split())}
    for table, columns in _COLUMNS.items()
}
INDEXED = ("students", "questions", "forecasts")
STATES = ("not yet", "under way", "done")
_CATEGORIES = {"state": STATES, "step": STEPS}


def frame(table: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The rows as the table that is declared under this name."""
    values: dict[str, list[Any]] = {name: [] for name in COLUMNS[table]}
    for row in rows:  # one at a time: a class has hundreds of thousands
        for name, of_column in values.items():
            of_column.append(row[name])
    columns = {name: _array(values.pop(name), holds) for name, holds in COLUMNS[table].items()}
    made = pd.DataFrame(columns)
    return made.set_index(next(iter(columns))) if table in INDEXED else made


def _array(values: list[Any], holds: str) -> Any:
    if holds == "time":
        return pd.Series(pd.to_datetime(values, utc=True)).astype("datetime64[s, UTC]").array
    if holds in _CATEGORIES:
        return series(values, "category", _CATEGORIES[holds], ordered=holds == "state")
    return series(values, holds)
