"""The class report as one HTML page: no script, no other file, and every word of a student escaped."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pandas as pd

from ...base.pages import html_page
from ...base.strings import text
from ...coding.loading import load_text
from ...questions.kinds.fill_the_matrix import STEPS
from ...tools.forecasts import HAPPENED, OPEN
from .tables import STATES
from .tomorrow import FEWEST, Tables, tomorrow, written

SIGNS = {"done": "●", "under way": "◐", "not yet": "○"}
_SHOWN_SPLITS = 3
#: Less than this (one in ten thinks otherwise) is no split to talk about in class.
_SPLIT_FROM = 0.2
#: The bands in which the class's Brier scores are counted: from, to (the last includes its end).
BANDS = ((0, 0.05), (0.05, 0.1), (0.1, 0.15), (0.15, 0.2), (0.2, 0.25), (0.25, 0.35), (0.35, 0.5), (0.5, 1))
#: Always saying fifty percent gives this.
FIFTY = 0.25


def page_of(
    title: str, pseudonymous: bool, tables: Tables, day: dt.date | None = None, absent: Iterable[str] | None = None
) -> str:
    """The page of a report's tables, made today where no day is given; `absent` are those who handed in nothing."""
    count = len(tables["students"])
    made = "made" if count > 1 else "made-one" if count else "made-none"
    questions = _by_what_is_known(tables["questions"])
    splits = _splits(tables["splits"], tables["questions"])
    return html_page(
        "class-report",
        fewest=FEWEST,
        percent=_percent,
        number=_number,
        points=_points,
        depth=_depth,
        reading=_reading,
        course=title,
        made=text("class-report", made, day=(day or dt.date.today()).isoformat(), students=count),
        pseudonymous=pseudonymous,
        empty=not count,
        lessons=list(tables["lessons"].drop_duplicates("lesson")["title"]),
        students=_students(tables),
        signs=SIGNS,
        totals=_totals(tables["lessons"]),
        tomorrow=tomorrow(tables, questions["questions"], splits, absent),
        **questions,
        again=tables["questions"][["asked_again", "right_again"]].sum().to_dict(),
        texts=_texts(tables["questions"]),
        gains=_gains(tables),
        splits=splits,
        written=written(tables, tables["questions"]),
        steps=STEPS,
        grids=_grids(tables["positions"]),
        forecasts=_forecast_sets(tables),
        codings=_coding_sets(tables["codings"], tables["coders"]),
        odd=tables["skipped"].to_dict("records"),
    )


def _percent(share: float) -> str:
    return "–" if share is None or math.isnan(share) else f"{100 * share:.0f}%"


def _number(value: float) -> str:
    return "–" if value is None or math.isnan(value) else f"{value:.10g}"


def _students(tables: Tables) -> Iterator[dict[str, Any]]:
    """One student after the other: a class has tens of thousands of fields."""
    fields = groupby(tables["lessons"].itertuples(), key=lambda lesson: lesson.student)
    for (name, row), (_, own) in zip(tables["students"].iterrows(), fields, strict=True):
        yield {
            "name": name,
            "fields": own,
            "done": row["done"],
            "questions": row["questions"],
            "last": _day(row["last_active"]),
        }


def _day(moment: Any) -> str:
    """The day as the calendar on this computer has it; journals keep their times in UTC."""
    return "" if pd.isna(moment) else moment.to_pydatetime().astimezone().date().isoformat()


def _totals(lessons: pd.DataFrame) -> list[str]:
    done = lessons["state"].eq(STATES[-1]).groupby(lessons["lesson"], sort=False)
    return [f"{int(of_lesson.sum())}/{len(of_lesson)}" for _, of_lesson in done]


def _by_what_is_known(questions: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """Questions that are marked and tried, the hardest first; tried by few; compared and not marked; not tried."""
    marked, tried = questions["share_at_first"].notna(), questions["tried"]
    hardest_first = questions.sort_values(["share_at_first", "tries_median"], ascending=[True, False], kind="stable")
    return {
        "questions": _records(hardest_first.loc[marked & tried.ge(FEWEST)]),
        "few": _records(questions[marked & tried.lt(FEWEST)]),
        "compared": _records(questions[~marked & tried.gt(0)]),
        "untried": _records(questions[tried.eq(0)]),
    }


def _gains(tables: Tables) -> list[dict[str, Any]]:
    """For two occasions that anybody filled in a form for: the change of each skill, and of the whole form."""
    sets = []
    for (first, then), rows in tables["gains"].groupby(["from", "to"], sort=False):
        forms = tables["forms"].query("`from` == @first and `to` == @then").to_dict("records")
        if not forms:
            continue
        count = int(rows["students"].max())
        lines = rows.to_dict("records") if count >= FEWEST else []
        sets.append({"from": first, "to": then, "students": count, "rows": lines, "orders": forms})
    return sets


def _points(change: float) -> str:
    """A change of shares in percentage points, with its sign."""
    points = round(100 * change)
    return f"{points:+d}" if points else "0"


def _texts(questions: pd.DataFrame) -> list[dict[str, Any]]:
    """The short texts that tried questions are about, each with its questions."""
    tried = questions[questions["tried"].gt(0) & questions["about"].ne("")]
    return [
        {"article": load_text(name), "questions": _records(asked)} for name, asked in tried.groupby("about", sort=False)
    ]


def _records(questions: pd.DataFrame) -> list[dict[str, Any]]:
    return [row | {"choices": [], "discuss": "", "text": None} for row in questions.reset_index().to_dict("records")]


def _splits(splits: pd.DataFrame, questions: pd.DataFrame) -> list[dict[str, Any]]:
    """One entry a question, those with the least agreement first."""
    entries = []
    for name, of_question in splits.groupby("question", sort=False):
        rows = of_question.to_dict("records")
        split = [row for row in rows if row["split"] >= _SPLIT_FROM and row["students"] >= FEWEST]
        judged = max(row["students"] for row in rows)
        about = {"question": name, **{column: questions.loc[name, column] for column in ("prompt", "number")}}
        entries.append(
            about | {"alpha": rows[0]["alpha"], "first": split[:_SHOWN_SPLITS], "rows": rows, "judged": judged}
        )
    return sorted(entries, key=lambda entry: 2.0 if math.isnan(entry["alpha"]) else entry["alpha"])


def _grids(positions: pd.DataFrame) -> list[list[dict[str, Any]]]:
    """For each grid that anybody has begun its cells, each with its six steps."""
    grids = []
    for _, grid in positions.groupby("question", sort=False):
        if grid["students"].sum() == 0:
            continue
        cells = []
        for _, rows in grid.groupby(["actor_id", "issue"], sort=False):
            steps = rows.to_dict("records")
            cells.append({name: steps[0][name] for name in ("actor", "issue_title", "students")} | {"steps": steps})
        grids.append(cells)
    return grids


def _depth(share: float) -> int:
    """Five shades of colour, from nobody (0) to four fifths and more (5)."""
    return 0 if math.isnan(share) or share == 0 else min(5, 1 + int(share * 5))


def _forecast_sets(tables: Tables) -> list[dict[str, Any]]:
    """For each lesson with sealed forecasts: its outcomes, the scores of the class, and the calibration."""
    sets = []
    scores, calibration = tables["scores"], tables["calibration"]
    for lesson, outcomes in tables["forecasts"].reset_index().groupby("lesson", sort=False):
        if outcomes["students"].sum() == 0:
            continue
        groups = calibration[calibration["lesson"] == lesson]
        sets.append(
            {
                "students": int(outcomes["students"].max()),
                "of": len(tables["students"]),
                "outcomes": outcomes.to_dict("records"),
                "scores": _scores(scores.loc[scores["lesson"] == lesson, "brier"].dropna()),
                "groups": groups.to_dict("records"),
                "settled": int((outcomes["result"] != OPEN).sum()),
                "happened": int((outcomes["result"] == HAPPENED).sum()),
            }
        )
    return sets


def _scores(scores: pd.Series) -> dict[str, Any]:
    """The class's Brier scores in a few figures, and how many students lie in each band: from, to, count, share."""
    if scores.empty:
        return {}
    counts = [int(((scores >= low) & ((scores < high) | ((high == 1) & (scores <= 1)))).sum()) for low, high in BANDS]
    figures = {"mean": scores.mean(), "median": scores.median(), "lowest": scores.min(), "highest": scores.max()}
    bands = [(low, high, count, count / len(scores)) for (low, high), count in zip(BANDS, counts, strict=True)]
    return {"figures": figures, "better": int((scores < FIFTY).sum()), "students": len(scores), "bands": bands}


def _reading(row: dict[str, Any]) -> str:
    """Whether more or less happened than was said; within five in a hundred it is about as much."""
    far = 100 * row["share"] - row["said"]
    return "as-said" if abs(far) <= 5 else "more-than-said" if far > 0 else "less-than-said"


def _coding_sets(codings: pd.DataFrame, coders: pd.DataFrame) -> list[dict[str, Any]]:
    """For each part and layer that anybody compared: how far the class agrees, and the words that split it."""
    sets = []
    by_set = {key: rows for key, rows in coders.groupby(["lesson", "part", "layer"], sort=False)}
    for key, rows in codings.groupby(["lesson", "part", "layer"], sort=False):
        first, agreement = rows.iloc[0], by_set[key]
        entries = rows.to_dict("records")
        split = [e for e in entries if e["split"] >= _SPLIT_FROM and e["students"] >= FEWEST]
        sets.append(
            {
                "title": first["part_title"],
                "layer": first["layer"],
                "alpha": first["alpha"],
                "students": int(first["students"]),
                "percent": agreement["percent"].median(),
                "kappa": agreement["kappa"].median(),
                "rows": entries,
                "first": split[:_SHOWN_SPLITS],
            }
        )
    return sets
