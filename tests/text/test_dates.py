"""Words of time become days as careful readers read them, or no day at all."""

from __future__ import annotations

import datetime as dt

import pytest
from communique import resolve_date
from communique.text.dates import WEEKDAYS, iso_date
from communique.text.times import may_mean
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
        ("last week on Monday", dt.date(2024, 6, 10)),
        ("next week, on Monday", dt.date(2024, 6, 24)),
        ("a week ago Friday", dt.date(2024, 6, 14)),
        ("a week from Friday", dt.date(2024, 6, 28)),
        ("two weeks from Monday", dt.date(2024, 7, 8)),
        ("a week on Friday", dt.date(2024, 6, 28)),
        ("Friday week", dt.date(2024, 6, 28)),
        ("Thursday week", dt.date(2024, 6, 27)),
        ("a week from today", dt.date(2024, 6, 27)),
        ("two weeks from now", dt.date(2024, 7, 4)),
        ("a fortnight ago", dt.date(2024, 6, 6)),
        ("half an hour ago", THURSDAY),
        ("on the 15th", dt.date(2024, 6, 15)),
        ("on the 25th", dt.date(2024, 5, 25)),
        ("the 15th of last month", dt.date(2024, 5, 15)),
        ("Saturday the 15th", dt.date(2024, 6, 15)),
        ("New Year's Day", dt.date(2024, 1, 1)),
        ("on New Year’s Eve", dt.date(2023, 12, 31)),
        ("Christmas Eve", dt.date(2023, 12, 24)),
        ("Christmas Day 2021", dt.date(2021, 12, 25)),
        ("May Day", dt.date(2024, 5, 1)),
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
        "January-March",
        "half a year ago",
        "the following day",
        "the next day",
        "on the 15th floor",
        "the 15th and 16th rounds",
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


@pytest.mark.parametrize(
    ("words", "days", "others"),
    [
        ("on Wednesday", "06-19 06-26", "06-18 06-12"),
        ("yesterday", "06-19", "06-18 06-20"),
        ("in March", "03-01 03-31", "02-29 04-01 05-15"),
        ("in May", "05-15", "06-15"),
        ("last week", "06-10 06-16", "06-09 06-17"),
        ("two weeks ago", "06-04 06-06 06-09", "05-06 06-15"),
        ("two months ago", "04-20", "05-20"),
        ("last quarter", "01-01 03-31", "04-01"),
        ("in the first half of this year", "01-01 06-30", "07-01"),
        ("last winter", "01-05", "03-05"),
        ("June 3-5", "06-03 06-05", "06-02 06-06"),
        ("Christmas Eve", "12-24", "12-25"),
        ("on the 15th", "06-15 07-15", "06-16"),
        ("overnight", "06-19 06-20", "06-18"),
        ("since March", "03-01 06-20", "02-01"),
        ("by Friday", "06-14 06-20 06-21", "06-22"),
        ("between March and May", "03-01 04-15 05-31", "02-29 06-01"),
        ("the weekend", "06-15 06-16 06-22", "06-14"),
        ("two days later", "01-01 12-31", ""),
        ("nearly a week ago", "06-11 06-20", ""),
        ("recently", "01-01", ""),
        ("once the talks were over", "01-01", ""),
        ("March on the city", "01-01", ""),
    ],
)
def test_words_of_time_can_mean_these_days_and_no_others(words: str, days: str, others: str) -> None:
    """The check compares a row's day with all that its words can mean, looking back or ahead."""
    asked = [*days.split(), *others.split()]
    year = {"Christmas Eve": 2023}.get(words, 2024)
    can = [day for day in asked if may_mean(words, dt.date.fromisoformat(f"{year}-{day}"), THURSDAY)]
    assert days.split() == can


@pytest.mark.parametrize(
    ("words", "years", "others"),
    [
        ("in 2019", "2019", "2018 2020"),
        ("2019-2021", "2019 2020 2021", "2018 2022"),
        ("2019–21", "2020 2021", "2022"),
        ("in the 1990s", "1990 1999", "1989 2000"),
        ("half a year ago", "2023", "2022"),
        ("last year", "2023", "2024"),
        ("from next year", "2025 2026", "2024"),
    ],
)
def test_words_of_years_can_mean_these_and_no_others(words: str, years: str, others: str) -> None:
    """On a day of December."""
    asked = [*years.split(), *others.split()]
    assert years.split() == [year for year in asked if may_mean(words, dt.date(int(year), 12, 20), THURSDAY)]


@given(st.text(max_size=40) | st.from_regex(r"(?:since|by|last|in)? ?(?:[0-9]{1,4}s?|week|March|the 3[0-9]th)"), DAYS)
def test_the_day_that_words_give_is_one_that_they_can_mean(words: str, published: dt.date) -> None:
    """The check never doubts what the draft or the bench reads."""
    for future in (False, True):
        day = resolve_date(words, published, future=future)
        assert day is None or may_mean(words, day, published)


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
