"""Forecasts: probabilities that are sealed before anything is revealed, and how near they came."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..base.nearest import nearest_of
from ..base.yaml_files import YamlEntry
from ..coding.outside_facts import OutsideFact, day_in

HAPPENED, DID_NOT, OPEN = "happened", "did-not", "open"
#: The groups in which forecasts are compared with what happened: from, to (percent, both included).
GROUPS = ((0, 20), (21, 40), (41, 60), (61, 80), (81, 100))


@dataclass(frozen=True)
class Outcome:
    """Something that can be checked on a day: what it says, and what is documented to have become of it.

    `result` is happened, did-not or open; `on` the day that decides it, `outside_fact` where that is documented.
    """

    id: str
    text: str
    by: dt.date
    result: str
    told: str
    outside_fact: OutsideFact | None = None


@dataclass(frozen=True)
class Group:
    """Forecasts of about the same probability: how many, how many happened, and the mean that was said."""

    lowest: int
    highest: int
    count: int
    happened: int
    said: float


def read_outcomes(top: YamlEntry, facts: Mapping[str, OutsideFact]) -> tuple[Outcome, ...]:
    """The outcomes that an author wrote in forecast.yml; a settled one needs a source among the outside facts."""
    top.only("outcomes")
    return top.finish(tuple(_outcome(entry, facts) for entry in top.entries("outcomes", "outcome", needed=False)))


def _outcome(entry: YamlEntry, facts: Mapping[str, OutsideFact]) -> Outcome:
    entry.only("id", "text", "by", "result", "told", "source")
    result, named = entry.choice("result", (HAPPENED, DID_NOT, OPEN)), entry.text("source", needed=False)
    if named not in facts and result in (HAPPENED, DID_NOT):
        ask = "name the entry of sources.yml that documents it, or leave the result open"
        entry.fault("a settled outcome has no source", "source", ask, nearest_of(named, facts))
    day, how_it_ended = day_in(entry, "by"), entry.text("told")
    return Outcome(entry.id, entry.text("text"), day, result, how_it_ended, facts.get(named))


def is_forecast(value: Any) -> bool:
    """Whether a value is a probability in percent: a whole number from 0 to 100."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100


def brier_score(forecasts: Mapping[str, int], outcomes: Iterable[Outcome]) -> float | None:
    """How near forecasts (outcome id -> percent) came to what happened: the mean of (probability - outcome) squared.

    0 is sure and right, 1 sure and not right, 0.25 what always saying 50 gives; None where nothing is settled.

    Source: Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950, in
    its form for two outcomes.

    Example:
        >>> day = dt.date(2024, 12, 31)
        >>> brier_score({"a": 80}, [Outcome("a", "It rains.", day, "happened", "It rained.")])
        0.04
    """
    errors = [error for _, error in squared_errors(forecasts, outcomes)]
    return round(sum(errors) / len(errors), 10) if errors else None


def squared_errors(forecasts: Mapping[str, int], outcomes: Iterable[Outcome]) -> list[tuple[str, float]]:
    """(outcome id, squared error) for every settled outcome that has a forecast."""
    return [
        (o.id, round((forecasts[o.id] / 100 - (o.result == HAPPENED)) ** 2, 10))
        for o in outcomes
        if o.result != OPEN and is_forecast(forecasts.get(o.id))
    ]


def calibration(forecasts: Iterable[tuple[int, bool]]) -> tuple[Group, ...]:
    """Whether what was called likely happened more often: forecasts (percent, whether it happened) in five groups."""
    known = list(forecasts)
    groups = []
    for lowest, highest in GROUPS:
        here = [(p, happened) for p, happened in known if lowest <= p <= highest]
        said = sum(p for p, _ in here) / len(here) if here else 0.0
        groups.append(Group(lowest, highest, len(here), sum(happened for _, happened in here), said))
    return tuple(groups)
