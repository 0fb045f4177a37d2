"""How a class forecast: what it said of each outcome, how near it came, and whether its sevens in ten were seven."""

import statistics
from collections.abc import Iterator, Mapping

from ...tools.forecasts import HAPPENED, OPEN, Outcome, brier_score, calibration, squared_errors
from ..answers.judge import Judge
from .counting import Class, Rows


def forecast_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each outcome: what the class said of it. `brier` is the mean squared error over the students.

    `spread` is the standard deviation of the chances (in percentage points, of the students there are);
    `quarter` and `three_quarters` are quartiles, between which half of the class lies.
    """
    for lesson, outcomes, sealed in _sets(everyone, judge):
        for outcome in outcomes:
            chances = [by_outcome[outcome.id] for by_outcome in sealed.values() if outcome.id in by_outcome]
            errors = [error for c in chances for _, error in squared_errors({outcome.id: c}, [outcome])]
            low, middle, high = _quartiles(chances)
            yield {
                **{"outcome": outcome.id, "lesson": lesson, "text": outcome.text, "by": outcome.by.isoformat()},
                **{"result": outcome.result, "told": outcome.told},
                **{"source": outcome.outside_fact.reference if outcome.outside_fact else "", "students": len(chances)},
                "mean": statistics.fmean(chances) if chances else None,
                "spread": statistics.pstdev(chances) if chances else None,
                **{"lowest": min(chances, default=None), "quarter": low, "median": middle},
                **{"three_quarters": high, "highest": max(chances, default=None)},
                "brier": statistics.fmean(errors) if errors else None,
            }


def sealed_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each student and outcome: the chance that was sealed, and its squared error once that is settled."""
    for lesson, outcomes, sealed in _sets(everyone, judge):
        for student, chances in sealed.items():
            errors = dict(squared_errors(chances, outcomes))
            for outcome in outcomes:
                if outcome.id in chances:
                    yield {
                        **{"student": student, "lesson": lesson, "outcome": outcome.id, "chance": chances[outcome.id]},
                        "error": errors.get(outcome.id),
                    }


def score_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each student who sealed: the Brier score, over the settled outcomes of `forecasts`."""
    for lesson, outcomes, sealed in _sets(everyone, judge):
        for student, chances in sealed.items():
            settled = len(squared_errors(chances, outcomes))
            score = brier_score(chances, outcomes)
            yield {"student": student, "lesson": lesson, "sealed": len(chances), "settled": settled, "brier": score}


def calibration_rows(everyone: Class, judge: Judge) -> Rows:
    """One row for each group of chances, over all students and settled outcomes: what was said, and what happened."""
    for lesson, outcomes, sealed in _sets(everyone, judge):
        settled = {o.id: o.result == HAPPENED for o in outcomes if o.result != OPEN}
        pairs = [
            (chances[name], came) for chances in sealed.values() for name, came in settled.items() if name in chances
        ]
        for group in calibration(pairs):
            yield {
                **{"lesson": lesson, "lowest": group.lowest, "highest": group.highest, "forecasts": group.count},
                **{"happened": group.happened, "said": group.said if group.count else None},
                "share": group.happened / group.count if group.count else None,
            }


def _sets(everyone: Class, judge: Judge) -> Iterator[tuple[str, tuple[Outcome, ...], dict[str, Mapping[str, int]]]]:
    for name, outcomes in judge.forecasting.items():
        sealed = {student: work.sealed[name] for student, work in everyone.items() if name in work.sealed}
        yield name.partition("/")[0], outcomes, sealed


def _quartiles(chances: list[int]) -> tuple[float, ...] | tuple[None, None, None]:
    if len(chances) < 2:
        return (float(chances[0]),) * 3 if chances else (None, None, None)
    return tuple(statistics.quantiles(chances, n=4, method="inclusive"))
