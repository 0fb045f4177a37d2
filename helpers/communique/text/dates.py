"""From the words of a report to a date: "on Wednesday" in a report of a Thursday is the day before."""

from __future__ import annotations

import datetime as dt
import re

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WORD = re.compile(r"[a-z]+")


def resolve_date(words: str, published: dt.date) -> dt.date | None:
    """The date that words of time in a news report mean.

    A weekday means the last such day before publication, and the day of publication counts:
    that reading was right for nine in ten weekdays in annotated news. "next" turns it to the
    first such day after publication. Dates in figures are read as they stand.

    Parameters:
        words: words of time as the report has them, such as "on Wednesday".
        published: the day on which the report came out.

    Returns:
        The date, or None where the words name no day ("so far", "in the Soviet era").

    Example:
        >>> resolve_date("on Wednesday", dt.date(2024, 6, 20))
        datetime.date(2024, 6, 19)
    """
    if isinstance(published, dt.datetime):
        published = published.date()
    parts = _WORD.findall(words.lower())
    for part in parts:
        if part in WEEKDAYS:
            back = (published.weekday() - WEEKDAYS.index(part)) % 7
            if "next" in parts:
                return published + dt.timedelta(days=7 - back)
            if "last" in parts and back == 0:  # said on a Thursday, "last Thursday" is a week ago
                back = 7
            return published - dt.timedelta(days=back)
        if part in _NEAR_DAYS:
            return published + dt.timedelta(days=_NEAR_DAYS[part])
    if re.search(r"\d", words):
        return _figures(words, published)
    return None


def _figures(words: str, published: dt.date) -> dt.date | None:
    from dateutil import parser

    first = dt.datetime(published.year, 1, 1)
    try:
        early = parser.parse(words, default=first, fuzzy=True, ignoretz=True)
        late = parser.parse(words, default=first.replace(month=12, day=28), fuzzy=True, ignoretz=True)
    except (ValueError, OverflowError):
        return None
    return early.date() if early == late else None  # a month or a year alone names no day


def names_weekday(words: str) -> bool:
    """Whether the words name a day of the week."""
    return any(part in WEEKDAYS for part in _WORD.findall(words.lower()))


def iso_date(text: str) -> dt.date | None:
    """The date of an ISO 8601 string (2024-06-19), or None where it is none or cannot be.

    Example:
        >>> iso_date("2024-02-30") is None
        True
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
