"""Words of time in a sentence, what events.csv may hold of them, and which event they belong to."""

import datetime as dt
import re
from dataclasses import dataclass

from ...coding.codes import TIME_REFERENCES
from ...text.dates import iso_date
from ...text.tense import COME, speaks_of_future
from ...text.times import times_in
from ...text.timex import FUTURE, reference_of
from ..grammar.phrases import VerbGroup
from .composing import Finding
from .roles import WORDS
from .sentence import SentenceEvents

#: Before a day on which something is to be done by others: asked for answers | by Friday.
_BY_THEN = (" by ", " until ", " before ", " than ", " from ")
_NEAR = 3  # tokens
_STEPS = {"following": 1, "next": 1, "same": 0, "previous": -1}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_FROM_A_DAY = re.compile(
    r"\b(?:the\s(?P<step>following|next|same|previous)\s(?:day|morning|evening|night)"
    r"|(?P<count>a|one|two|three|four|five|six|seven)\sdays?\slater)\b(?!['’-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Time:
    """Words of time: characters `start` to `end` of the passage.

    `value` is the TIMEX3 value (2024-06-19, 2024-06, 2024, PAST_REF ...); `cell` what events.csv may hold of it:
    a day or one of the three references, or "" without a day of publication; `ahead` is whether it is to come.
    """

    start: int
    end: int
    words: str
    value: str
    cell: str
    rule: str
    ahead: bool = False


def find_times(text: str, published: dt.date | None, start: int = 0, end: int | None = None) -> list[Time]:
    """Every expression of time in a stretch of a passage, from left to right.

    Example:
        >>> [t.value for t in find_times("They met on Wednesday and last year.", dt.date(2024, 6, 20))]
        ['2024-06-19', '2023']
    """
    times = []
    for first, last, kind, value in times_in(text, published, start, end):
        words, cell = text[first:last], cell_of(value, published)
        day = iso_date(cell)
        ahead = cell == FUTURE if day is None or published is None else day > published
        if day == published and kind == "weekday":
            ahead = speaks_of_future(text, first, last)
        times.append(Time(first, last, words, value, cell, f"time, {kind}: {words}", ahead))
    return times


def with_days_after(times: list[Time], day: dt.date | None, text: str, start: int, end: int) -> list[Time]:
    """The times of a stretch, with those that count from the day named before them: the following day, a day later.

    `day` is the last one that was named before the stretch.
    """
    for match in _FROM_A_DAY.finditer(text, start, end):
        before = (iso_date(time.cell) for time in reversed(times) if time.end <= match.start())
        counted_from = next((named for named in before if named), day)
        if counted_from is None:
            continue
        step = _STEPS[match["step"].lower()] if match["step"] else _COUNTS[match["count"].lower()]
        value = (counted_from + dt.timedelta(days=step)).isoformat()
        rule = f"time, counted from {counted_from.isoformat()}: {match[0]}"
        others = [time for time in times if time.end <= match.start() or match.end() <= time.start]
        counted = Time(match.start(), match.end(), match[0], value, value, rule)
        times = sorted((*others, counted), key=lambda time: time.start)
    return times


def cell_of(value: str, published: dt.date | None) -> str:
    """What events.csv may hold of a TIMEX3 value: a day, or a reference to past, present or future."""
    if value in TIME_REFERENCES or iso_date(value):
        return value
    return reference_of(value, published) if published is not None else ""


def owner_of(reading: SentenceEvents, at: int, end: int = 0) -> VerbGroup | None:
    """The verb group that words of time from a character on belong to: the last before them, else the first.

    Behind "and" it is the next: invaded Ghana in May and in June | invaded Mali.
    """
    tokens = reading.tokens
    first = next((n for n, token in enumerate(tokens) if token.start >= at), 0)
    first -= first > 0 and tokens[first - 1].tag == "IN"
    if first > 0 and tokens[first - 1].lower in ("and", "but"):
        behind = sum(token.start < end for token in tokens)
        ahead = next((g for g in reading.clauses.groups if behind <= g.first <= behind + _NEAR), None)
        if ahead is not None:
            return ahead
    before = [g for g in reading.clauses.groups if reading.tokens[g.first].start <= at]
    return before[-1] if before else next(iter(reading.clauses.groups), None)


def time_of(reading: SentenceEvents, finding: Finding, times: list[Time]) -> Time | None:
    """The words of time of an event: those of its own verb, else of the verb it depends on.

    A present tense with a day that is to come says what "will" says: "travels to Rome on Friday".
    """
    groups: list[int] = []
    group = finding.group or owner_of(reading, reading.tokens[finding.first].start)
    while group is not None and len(groups) < 4:
        groups.append(group.first)
        inner = finding.inner
        if inner is not None and inner.first not in groups:
            groups.append(inner.first)
        group = group.governor if group.kind in ("to", "ing", "participle") or group.link in ("and", "where") else None
    text = reading.passage.text
    deadlines = [t for t in times if finding.event in WORDS and text.endswith(_BY_THEN, 0, t.start)]
    for first in groups:
        for time in (t for t in times if t not in deadlines):
            owner = owner_of(reading, time.start, time.end)
            if owner is not None and owner.first == first:
                if time.ahead and _is_schedule(reading, owner):
                    finding.modal = finding.modal or "will"
                return time
    return None


def _is_schedule(reading: SentenceEvents, group: VerbGroup) -> bool:
    """Whether a verb group tells a plan where it has a day to come: resumes, is meeting, will return."""
    first, main = reading.tokens[group.first], reading.tokens[group.main]
    return group.finite and main.lemma in COME and first.tag != "VBD" and first.lower not in ("has", "have")


def own_day(reading: SentenceEvents, finding: Finding, published: dt.date | None) -> str:
    """What a report says in words of conflict, without a day, is taken to be of the report's own day."""
    group = finding.group
    if published is None or group is None or finding.quad != 3 or group.kind != "main" or finding.negated:
        return ""
    first = reading.tokens[group.first]
    is_told = first.tag in ("VBD", "VBZ", "VBP") and first.lower != "had"
    return published.isoformat() if is_told else ""
