"""Forecasts: probabilities that are sealed before anything is revealed, and how near they came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..base.errors import CommuniqueError
from ..coding.outside_facts import Source
from ..text.dates import iso_date

HAPPENED, DID_NOT, OPEN = "happened", "did-not", "open"
#: The groups in which forecasts are compared with what happened: from, to (percent, both included).
GROUPS = ((0, 20), (21, 40), (41, 60), (61, 80), (81, 100))


@dataclass(frozen=True)
class Outcome:
    """Something that can be checked on a day: what it says, and what is documented to have become of it.

    `result` is happened, did-not or open; `on` the day that decides it, `source` where that is documented.
    """

    id: str
    text: str
    by: dt.date
    result: str
    told: str
    source: Source | None = None


@dataclass(frozen=True)
class Group:
    """Forecasts of about the same probability: how many, how many happened, and the mean that was said."""

    lowest: int
    highest: int
    count: int
    happened: int
    said: float


def read_outcomes(content: Mapping[str, Any], sources: Mapping[str, Source], where: str) -> tuple[Outcome, ...]:
    """The outcomes that an author wrote in forecast.yml.

    Parameters:
        content: the mapping of the file.
        sources: the sources of the article, by id.
        where: the file's name, for messages.

    Raises:
        CommuniqueError: an entry lacks something, or what is told as settled has no source.
    """
    return tuple(_outcome(e, sources, f"{where}, outcome {e.get('id')}") for e in content.get("outcomes") or ())


def _outcome(entry: Mapping[str, Any], sources: Mapping[str, Source], place: str) -> Outcome:
    for name in ("id", "text", "by", "result", "told"):
        if not entry.get(name):
            raise CommuniqueError(f"{place}: '{name}' is missing.", f"Add a line '{name}: ...'.")
    by = entry["by"] if isinstance(entry["by"], dt.date) else iso_date(str(entry["by"]))
    if by is None:
        raise CommuniqueError(f"{place}: '{entry['by']}' is not a day.", "Write it as 2024-12-31.")
    if entry["result"] not in (HAPPENED, DID_NOT, OPEN):
        raise CommuniqueError(f"{place}: result '{entry['result']}' is not known.", "Use happened, did-not or open.")
    source = sources.get(str(entry.get("source", "")))
    if source is None and entry["result"] != OPEN:
        ask = "Name the source in sources.yml that documents it, or leave the result open."
        raise CommuniqueError(f"{place}: what is told as settled has no source.", ask)
    texts = {name: " ".join(str(entry[name]).split()) for name in ("text", "told")}
    return Outcome(str(entry["id"]), by=by, result=entry["result"], source=source, **texts)


def is_forecast(value: Any) -> bool:
    """Whether a value is a probability in percent: a whole number from 0 to 100."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100


def brier_score(forecasts: Mapping[str, int], outcomes: Iterable[Outcome]) -> float | None:
    """How near forecasts came to what happened: the mean of (probability - outcome) squared.

    Parameters:
        forecasts: outcome id -> probability in percent (0 to 100).
        outcomes: the outcomes; those that are still open do not count.

    Returns:
        0 (each sure and right) to 1 (each sure and not right); 0.25 is what always saying 50 per cent gives.
        None where nothing is settled.

    Source:
        Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950,
        in its form for two outcomes.

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
    """Whether what was called likely happened more often than what was called unlikely.

    Parameters:
        forecasts: (probability in percent, whether it happened), of one student or of a whole class.

    Returns:
        The five groups; of well calibrated forecasts about `said` per cent in each group happen.
    """
    known = list(forecasts)
    groups = []
    for lowest, highest in GROUPS:
        here = [(p, happened) for p, happened in known if lowest <= p <= highest]
        said = sum(p for p, _ in here) / len(here) if here else 0.0
        groups.append(Group(lowest, highest, len(here), sum(happened for _, happened in here), said))
    return tuple(groups)
