"""Words of time in a passage, with what events.csv may hold of them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from ...coding.codes import TIME_REFERENCES
from ...text.dates import iso_date
from ...text.times import TIME_SIGNS, times_in
from ...text.timex import reference_of

__all__ = ["TIME_SIGNS", "Time", "cell_of", "find_times"]


@dataclass(frozen=True, slots=True)
class Time:
    """Words of time: characters `start` to `end` of the passage.

    `value` is the TIMEX3 value (2024-06-19, 2024-06, 2024, PAST_REF ...); `cell` what events.csv may hold of it:
    a day or one of the three references, or "" without a day of publication.
    """

    start: int
    end: int
    words: str
    value: str
    cell: str
    rule: str


def find_times(
    text: str, published: dt.date | None, is_future: Callable[[int], bool] = lambda start: False
) -> list[Time]:
    """Every expression of time in a text, from left to right.

    Example:
        >>> [t.value for t in find_times("They met on Wednesday and last year.", dt.date(2024, 6, 20))]
        ['2024-06-19', '2023']
    """
    times = []
    for start, end, kind, value in times_in(text, published, is_future):
        words = text[start:end]
        times.append(Time(start, end, words, value, cell_of(value, published), f"time, {kind}: {words}"))
    return times


def cell_of(value: str, published: dt.date | None) -> str:
    """What events.csv may hold of a TIMEX3 value: a day, or a reference to past, present or future."""
    if value in TIME_REFERENCES or iso_date(value):
        return value
    return reference_of(value, published) if published is not None else ""
