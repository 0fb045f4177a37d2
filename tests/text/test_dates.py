"""Words of time become days as careful readers read them, or no day at all."""

from __future__ import annotations

import datetime as dt

import pytest
from communique import resolve_date
from communique.text.dates import WEEKDAYS, iso_date, names_weekday
from hypothesis import given
from hypothesis import strategies as st

THURSDAY = dt.date(2024, 6, 20)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Wednesday", dt.date(2024, 6, 19)),
        ("On Thursday", THURSDAY),
        ("Friday", dt.date(2024, 6, 14)),
        ("next Wednesday", dt.date(2024, 6, 26)),
        ("next Thursday", dt.date(2024, 6, 27)),
        ("yesterday", dt.date(2024, 6, 19)),
        ("today", THURSDAY),
        ("tonight", THURSDAY),
        ("Tomorrow", dt.date(2024, 6, 21)),
        ("19 June", dt.date(2024, 6, 19)),
        ("June 19, 2023", dt.date(2023, 6, 19)),
        ("2024-06-19", dt.date(2024, 6, 19)),
        ("Tuesday, June 4", dt.date(2024, 6, 4)),
        ("Tuesday, 4 June", dt.date(2024, 6, 4)),
        ("Saturday 29 June", dt.date(2024, 6, 29)),
        ("Tuesday of last week", dt.date(2024, 6, 11)),
        ("Friday last week", dt.date(2024, 6, 14)),
        ("on Friday next week", dt.date(2024, 6, 28)),
        ("June 3-5", dt.date(2024, 6, 3)),
        ("3 to 5 June", dt.date(2024, 6, 3)),
        ("Dec. 30", dt.date(2023, 12, 30)),
        ("the day before yesterday", dt.date(2024, 6, 18)),
        ("three days ago", dt.date(2024, 6, 17)),
        ("in two days", dt.date(2024, 6, 22)),
        ("last night", dt.date(2024, 6, 19)),
        ("19.06.2024", dt.date(2024, 6, 19)),
        ("6/19/2024", dt.date(2024, 6, 19)),
    ],
)
def test_words_that_name_a_day_give_it(words: str, day: dt.date) -> None:
    """A weekday is the last such day, the day of the report counts, and "next" looks ahead."""
    assert day == resolve_date(words, THURSDAY)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "so far",
        "in the Soviet era",
        "in 2024",
        "June 2024",
        "Article 51",
        "at 10:30",
        "on 30 February 2024",
        "5,000",
        "the third quarter",
        "June",
    ],
)
def test_words_that_name_no_day_give_none(words: str) -> None:
    """Where the report gives no day, none is made up."""
    assert None is resolve_date(words, THURSDAY)


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("31 December", dt.date(2025, 1, 2), dt.date(2024, 12, 31)),
        ("January 4", dt.date(2024, 12, 29), dt.date(2025, 1, 4)),
    ],
)
def test_the_nearest_year_is_meant(words: str, published: dt.date, day: dt.date) -> None:
    """At the turn of the year, a day belongs to the year that lies nearer."""
    assert day == resolve_date(words, published)


def test_a_weekday_to_come_is_the_next_one() -> None:
    """Who speaks of what will be means the next such day."""
    assert dt.date(2024, 6, 21) == resolve_date("Friday", THURSDAY, future=True)


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_one_of_the_last_seven_days(published: dt.date, name: str) -> None:
    """It has the weekday's name, and lies from six days before the report to its own day."""
    found = resolve_date(f"on {name.title()}", published)
    assert name == found.strftime("%A").lower()
    assert 0 <= (published - found).days <= 6


@given(st.text(max_size=40) | st.from_regex(r"[0-9./: -]{1,14}"), DAYS)
def test_any_words_give_a_day_or_none(words: str, published: dt.date) -> None:
    """No words of any report end in an error."""
    day = resolve_date(words, published)
    assert day is None or day == resolve_date(day.isoformat(), published)


def test_a_time_of_publication_counts_as_its_day() -> None:
    """The hour at which a report came out does not matter."""
    assert dt.date(2024, 6, 19) == resolve_date("on Wednesday", dt.datetime(2024, 6, 20, 23, 59))


@pytest.mark.parametrize(("words", "named"), [("on Wednesday", True), ("Thursday's", True), ("Until now", False)])
def test_weekdays_are_noticed(words: str, named: bool) -> None:
    """The check of weekdays against dates looks only at words that name one."""
    assert named is names_weekday(words)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-06-19", dt.date(2024, 6, 19)),
        ("2024-02-30", None),
        ("19/06/2024", None),
        ("2024-6-19", None),
        ("20240619", None),
        ("", None),
    ],
)
def test_only_days_of_the_calendar_are_dates(text: str, day: dt.date | None) -> None:
    """Year, month, day with hyphens, and a day that there is."""
    assert day == iso_date(text)


def test_last_thursday_said_on_a_thursday_is_a_week_ago() -> None:
    """ "last" before the day's own name looks back a week; before any other it changes nothing."""
    assert dt.date(2024, 6, 13) == resolve_date("last Thursday", dt.date(2024, 6, 20))
    assert dt.date(2024, 6, 19) == resolve_date("last Wednesday", dt.date(2024, 6, 20))
