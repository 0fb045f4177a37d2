"""Words of time in a sentence, what events.csv may hold of them, and which event they belong to."""

import datetime as dt
from dataclasses import dataclass

from ...coding.codes import TIME_REFERENCES
from ...text.dates import iso_date
from ...text.times import times_in
from ...text.timex import reference_of
from ..grammar.phrases import VerbGroup
from .composing import Finding
from .sentence import SentenceEvents


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


def find_times(text: str, published: dt.date | None, start: int = 0, end: int | None = None) -> list[Time]:
    """Every expression of time in a stretch of a passage, from left to right.

    Example:
        >>> [t.value for t in find_times("They met on Wednesday and last year.", dt.date(2024, 6, 20))]
        ['2024-06-19', '2023']
    """
    times = []
    for first, last, kind, value in times_in(text, published, start, end):
        words = text[first:last]
        times.append(Time(first, last, words, value, cell_of(value, published), f"time, {kind}: {words}"))
    return times


def cell_of(value: str, published: dt.date | None) -> str:
    """What events.csv may hold of a TIMEX3 value: a day, or a reference to past, present or future."""
    if value in TIME_REFERENCES or iso_date(value):
        return value
    return reference_of(value, published) if published is not None else ""


def owner_of(reading: SentenceEvents, at: int) -> VerbGroup | None:
    """The verb group that words of time at a character belong to: the last before them, else the first."""
    before = [g for g in reading.clauses.groups if reading.tokens[g.first].start <= at]
    return before[-1] if before else next(iter(reading.clauses.groups), None)


def time_of(reading: SentenceEvents, finding: Finding, times: list[Time]) -> Time | None:
    """The words of time of an event: those of its own verb, else of the verb it depends on."""
    groups: list[int] = []
    group = finding.group or owner_of(reading, reading.tokens[finding.first].start)
    while group is not None and len(groups) < 4:
        groups.append(group.first)
        inner = finding.inner
        if inner is not None and inner.first not in groups:
            groups.append(inner.first)
        group = group.governor if group.kind in ("to", "ing", "participle") or group.link in ("and", "where") else None
    for first in groups:
        for time in times:
            owner = owner_of(reading, time.start)
            if owner is not None and owner.first == first:
                return time
    return None
