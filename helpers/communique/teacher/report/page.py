"""The class report as one HTML page: no script, no other file, and every word of a student escaped."""

from __future__ import annotations

import datetime as dt
import functools
import math
from typing import TYPE_CHECKING, Any

from ...base.strings import strings, text
from ...questions.kinds.fill_the_matrix import STEPS
from .page_parts import coding_sets, forecast_sets
from .tables import STATES

if TYPE_CHECKING:
    import jinja2
    import pandas as pd

    from .report import ClassReport

#: By this the command knows a report of its own, and writes over no other file.
FIRST_LINE = "<!doctype html><!-- a class report of Communiqué -->"
SIGNS = {"done": "●", "under way": "◐", "not yet": "○"}
_SHOWN_SPLITS = 3
#: Less than this (one in ten thinks otherwise) is no split to talk about in class.
_SPLIT_FROM = 0.2


def page_of(report: ClassReport, day: dt.date | None = None) -> str:
    """The page.

    Parameters:
        report: what `load_class` gives.
        day: the day it is made on; today, if none is given.
    """
    count = len(report.students)
    made = "made" if count > 1 else "made-one" if count else "made-none"
    return _template().render(
        t=strings()["class-page"],
        first_line=FIRST_LINE,
        course=report.title,
        made=text("class-page", made, day=(day or dt.date.today()).isoformat(), students=count),
        pseudonymous=report.pseudonymous,
        empty=not count,
        lessons=_lessons(report.lessons),
        views=_views(report),
        totals=_totals(report.lessons),
        questions=_questions(report),
        compared=_compared(report),
        untried=_untried(report),
        splits=_splits(report),
        steps=_steps(),
        grids=_grids(report.positions),
        forecasts=forecast_sets(report),
        codings=coding_sets(report),
        odd=report.skipped.to_dict("records"),
    )


@functools.cache
def _template() -> jinja2.Template:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("communique", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"percent": _percent, "number": _number}
    environment.globals["say"] = functools.partial(text, "class-page")
    return environment.get_template("class-report.html")


def _percent(share: float) -> str:
    return "–" if share is None or math.isnan(share) else f"{100 * share:.0f} %"


def _number(value: float) -> str:
    return "–" if value is None or math.isnan(value) else f"{value:.10g}"


def _lessons(lessons: pd.DataFrame) -> list[dict[str, Any]]:
    titles = lessons.drop_duplicates("lesson")
    return [{"number": n, "title": title} for n, title in enumerate(titles["title"], 1)]


def _views(report: ClassReport) -> list[dict[str, Any]]:
    """The students in the order of their names; and once more under their labels, in the order of these.

    In the order of the names a label would tell whose it is.
    """
    by_student: dict[str, list[dict[str, Any]]] = {}
    for lesson in report.lessons.to_dict("records"):
        by_student.setdefault(lesson["student"], []).append(lesson)
    rows = [
        {
            "name": name,
            "label": row["pseudonym"],
            "fields": [one | {"sign": SIGNS[one["state"]]} for one in by_student[name]],
            "done": row["done"],
            "questions": row["questions"],
            "last": _day(row["last_active"]),
        }
        for name, row in report.students.to_dict("index").items()
    ]
    if report.pseudonymous:
        return [{"rows": rows, "labels": False, "kind": "always"}]
    labelled = sorted(rows, key=lambda row: row["label"])
    return [{"rows": rows, "labels": False, "kind": "named"}, {"rows": labelled, "labels": True, "kind": "labelled"}]


def _day(moment: pd.Timestamp | None) -> str:
    """The day as the calendar on this computer has it; journals keep their times in UTC."""
    import pandas as pd

    return "" if pd.isna(moment) else moment.to_pydatetime().astimezone().date().isoformat()


def _totals(lessons: pd.DataFrame) -> list[str]:
    done = lessons["state"].eq(STATES[-1]).groupby(lessons["lesson"], sort=False)
    return [f"{int(found.sum())}/{len(found)}" for _, found in done]


def _numbered(report: ClassReport) -> pd.DataFrame:
    """The questions with the number of their lesson in the course."""
    order = {name: number for number, name in enumerate(report.questions["lesson"].drop_duplicates(), 1)}
    return report.questions.assign(number=report.questions["lesson"].map(order))


def _questions(report: ClassReport) -> list[dict[str, Any]]:
    found = _numbered(report)
    found = found[found["share_at_first"].notna()]
    found = found.sort_values(["share_at_first", "tries_median"], ascending=[True, False], kind="stable")
    return found.reset_index().to_dict("records")


def _compared(report: ClassReport) -> list[dict[str, Any]]:
    found = _numbered(report)
    return found[found["share_at_first"].isna() & found["tried"].gt(0)].reset_index().to_dict("records")


def _untried(report: ClassReport) -> str:
    return ", ".join(report.questions.index[report.questions["tried"].eq(0)])


def _splits(report: ClassReport) -> list[dict[str, Any]]:
    """One entry a question, those with the least agreement first."""
    prompts, found = _numbered(report), []
    for name, rows in report.splits.groupby("question", sort=False):
        rows = rows.to_dict("records")
        split = [row for row in rows if row["split"] >= _SPLIT_FROM]
        found.append(
            {
                "prompt": prompts.loc[name, "prompt"],
                "number": prompts.loc[name, "number"],
                "alpha": rows[0]["alpha"],
                "first": split[:_SHOWN_SPLITS],
                "rows": rows,
            }
        )
    return sorted(found, key=lambda one: 2.0 if math.isnan(one["alpha"]) else one["alpha"])


def _steps() -> list[dict[str, str]]:
    return [{"step": step, "text": text("stances", step)} for step in STEPS]


def _grids(positions: pd.DataFrame) -> list[list[dict[str, Any]]]:
    """For each grid that anybody has begun its cells, each with its six steps."""
    grids = []
    for _, grid in positions.groupby("question", sort=False):
        if grid["students"].sum() == 0:
            continue
        cells = []
        for _, rows in grid.groupby(["actor_id", "issue"], sort=False):
            steps = [row | {"depth": _depth(row["share"])} for row in rows.to_dict("records")]
            cells.append({**{n: steps[0][n] for n in ("actor", "issue_title", "students")}, "steps": steps})
        grids.append(cells)
    return grids


def _depth(share: float) -> int:
    """Five shades of colour, from nobody (0) to four fifths and more (5)."""
    return 0 if math.isnan(share) or share == 0 else min(5, 1 + int(share * 5))
