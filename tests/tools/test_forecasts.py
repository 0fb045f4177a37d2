"""Forecasts: what is settled has a source, and the score is what Brier's formula gives."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from communique import CommuniqueError
from communique.base.places import lessons_folder
from communique.base.yaml_files import YamlEntry, read_yaml
from communique.coding.outside_facts import load_outside_facts
from communique.course.course import load_course
from communique.tools.forecasts import (
    DID_NOT,
    GROUPS,
    HAPPENED,
    OPEN,
    Outcome,
    brier_score,
    calibration,
    is_forecast,
    read_outcomes,
    squared_errors,
)
from hypothesis import given
from hypothesis import strategies as st

DAY = dt.date(2024, 12, 31)
DAY_IN_WORDS = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]+ 20\d\d")
CONTENT = read_yaml(lessons_folder() / "forecast" / "forecast.yml")
SOURCES = load_outside_facts(load_course().article)
ENTRY = {"id": "a", "text": "It rains.", "by": "2024-12-31", "result": "open", "told": "Nobody knows."}
PERCENT = st.integers(0, 100)


def _outcome(name: str, result: str) -> Outcome:
    return Outcome(name, "It rains.", DAY, result, "So it was.")


@pytest.mark.parametrize(
    ("said", "result", "score"),
    [
        (100, HAPPENED, 0),
        (0, HAPPENED, 1),
        (0, DID_NOT, 0),
        (80, HAPPENED, 0.04),
        (30, DID_NOT, 0.09),
        (50, OPEN, None),
    ],
)
def test_one_forecast_is_scored(said: int, result: str, score: float | None) -> None:
    """Sure and right is 0, sure and not right is 1, and what is open is not scored."""
    assert score == brier_score({"a": said}, [_outcome("a", result)])


def test_the_score_is_the_mean_of_the_settled_ones() -> None:
    """Open outcomes and those without a forecast do not count."""
    outcomes = [_outcome("a", HAPPENED), _outcome("b", DID_NOT), _outcome("c", OPEN), _outcome("d", HAPPENED)]
    assert (0.04 + 0.36) / 2 == pytest.approx(brier_score({"a": 80, "b": 60, "c": 5}, outcomes))
    assert ["a", "b"] == [name for name, _ in squared_errors({"a": 80, "b": 60, "c": 5}, outcomes)]


@given(st.lists(st.tuples(PERCENT, st.booleans()), min_size=1, max_size=40))
def test_fifty_per_cent_each_time_gives_a_quarter(forecasts: list[tuple[int, bool]]) -> None:
    """Any score lies between 0 and 1, and always 50 % gives 0.25."""
    outcomes = [_outcome(str(n), HAPPENED if came else DID_NOT) for n, (_, came) in enumerate(forecasts)]
    assert 0 <= brier_score({str(n): p for n, (p, _) in enumerate(forecasts)}, outcomes) <= 1
    assert 0.25 == brier_score({o.id: 50 for o in outcomes}, outcomes)


@given(st.lists(st.tuples(PERCENT, st.booleans()), max_size=40))
def test_every_forecast_is_in_one_group(forecasts: list[tuple[int, bool]]) -> None:
    """The groups hold all forecasts, none twice, and their mean lies inside them."""
    groups = calibration(forecasts)
    assert GROUPS == tuple((g.lowest, g.highest) for g in groups)
    assert len(forecasts) == sum(g.count for g in groups)
    assert sum(came for _, came in forecasts) == sum(g.happened for g in groups)
    assert all(g.lowest <= g.said <= g.highest for g in groups if g.count)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"by": "soon"}, "field by: 'soon' is not a day of the calendar"),
        ({"result": "maybe"}, "field result: 'maybe' is not known; one of: happened, did-not, open"),
        ({"told": ""}, "field told: the field is missing"),
        ({"result": "happened"}, "a settled outcome has no source"),
        ({"result": "happened", "source": "no-such"}, "a settled outcome has no source"),
    ],
)
def test_a_slip_of_the_author_is_told(change: dict[str, Any], said: str) -> None:
    """The message names the outcome and what would do; nothing is told as settled without a source."""
    with pytest.raises(CommuniqueError, match=r"forecast.yml, outcome a") as caught:
        read_outcomes(YamlEntry({"outcomes": [ENTRY | change]}, "forecast.yml"), SOURCES)
    assert said in caught.value.what
    assert caught.value.next_step


@pytest.mark.parametrize("value", [True, "50", 50.0, -5, 101, None, [50]])
def test_what_is_no_percentage_is_no_forecast(value: Any) -> None:
    """Only whole numbers from 0 to 100 are."""
    assert not is_forecast(value)


def test_the_days_that_are_told_are_the_sources() -> None:
    """What a student is told happened has its day from the source that is named for it."""
    found = read_outcomes(YamlEntry(CONTENT, "forecast.yml"), SOURCES)
    settled = [(o.told, f"{o.outside_fact.fact} {o.outside_fact.reference}") for o in found if o.outside_fact]
    days = [(day, documented) for told, documented in settled for day in DAY_IN_WORDS.findall(told)]
    assert len(settled) <= len(days)
    assert [] == [day for day, documented in days if day not in documented]


def test_the_lessons_outcomes_are_even() -> None:
    """As many came about as did not; each is settled after the report, and not after its last day."""
    found = read_outcomes(YamlEntry(CONTENT, "forecast.yml"), SOURCES)
    results = [outcome.result for outcome in found]
    assert (5, 5, 0) == tuple(results.count(result) for result in (HAPPENED, DID_NOT, OPEN))
    for outcome in found:
        assert outcome.by > dt.date(2024, 6, 20)
        if outcome.result == HAPPENED:
            assert dt.date(2024, 6, 20) <= outcome.outside_fact.date <= outcome.by
