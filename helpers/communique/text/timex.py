"""What words of time mean, as TIMEX3 values counted from the day of publication."""

import contextlib
import datetime as dt
import re

from .dates import WEEKDAYS, iso_date

_NAMES = "january february march april may june july august september october november december"
MONTHS = _NAMES.split()
#: Written with a dot or without; "may" is a whole name.
SHORT_MONTHS = (*(m[:3] for m in MONTHS if m != "may"), "sept")
_MONTH_NUMBER = {m: n for n, m in enumerate(MONTHS, 1)} | {m[:3]: n for n, m in enumerate(MONTHS, 1)} | {"sept": 9}
COUNTS = {"a": 1, "an": 1, "twelve": 12} | {
    word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
#: The month in which a part of a year begins.
_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
#: Feasts that are on the same day each year, as patterns, with month and day.
FEASTS = {
    r"New\sYear['’]?s\sDay": (1, 1),
    r"New\sYear['’]?s\sEve": (12, 31),
    r"Christmas\sEve": (12, 24),
    r"Christmas\sDay": (12, 25),
    r"Boxing\sDay": (12, 26),
    r"May\sDay": (5, 1),
}
#: What half of a time is.
_HALVES = {"half a year": "six months", "half a decade": "five years", "half an hour": "an hour"}
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"


def reference_of(value: str, published: dt.date) -> str:
    """Where a TIMEX3 value that is no day lies in the past, the present or the future."""
    if value in (PAST, PRESENT, FUTURE):
        return value
    year, _, part = value.partition("-")
    if part in _BEGINS:
        months = {"Q": 3, "H": 6}.get(part[0], 3)
        first = int(year) * 12 + _BEGINS[part]
        now = published.year * 12 + published.month
        return PAST if first + months <= now else FUTURE if first > now else PRESENT
    today = published.isoformat()[: len(value)] if "W" not in value else f"{published:%G-W%V}"
    return PRESENT if value == today else PAST if value < today else FUTURE


def days_of(value: str, kind: str, words: str, published: dt.date) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that words of time of one kind, with this TIMEX3 value, can mean."""
    with contextlib.suppress(ValueError, OverflowError):
        first, last = _first_and_last(value)
        week = dt.timedelta(days=7)
        if kind in ("date", "year"):  # 10-12 June, 2019-2021
            ends = re.findall(r"(?<!\d)(?:\d{4}|\d{1,2})(?!\d)", words)
            if kind == "date" and len(ends) > 1 and len(ends[1]) < 3:
                last = last.replace(day=int(ends[1]))
            elif kind == "year" and len(ends) > 1:
                last = last.replace(year=int(ends[0][: -len(ends[1])] + ends[1]))
        elif kind == "ago" and re.search(r"week|fortnight", words):
            return first - week / 2, last + week / 2  # nobody counts the days
        elif "W" in value and published.weekday() == 6:
            last += week  # on a Sunday, "this week" is the one that ends or the one to come
        elif words.lower() == "overnight":
            first -= dt.timedelta(days=1)
        return first, last
    return None


def _first_and_last(value: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of a TIMEX3 value; an error for one that is no stretch of the calendar."""
    if len(value) == 10 and "W" not in value:
        day = dt.date.fromisoformat(value)
        return day, day
    if "W" in value and "-WI" not in value:
        year, week = int(value[:4]), int(value[6:8])
        weekend = value.endswith("-WE")
        return dt.date.fromisocalendar(year, week, 6 if weekend else 1), dt.date.fromisocalendar(year, week, 7)
    digits, _, part = value.partition("-")
    year = int(digits.ljust(4, "0"))
    month = _BEGINS.get(part) or int(part or 1)
    months = {"Q": 3, "H": 6}.get(part[:1], 3) if part in _BEGINS else 1 if part else 12 * 10 ** (4 - len(digits))
    end = year * 12 + month - 1 + months
    return dt.date(year, month, 1), dt.date(end // 12, end % 12 + 1, 1) - dt.timedelta(days=1)


def value_of(kind: str, words: str, published: dt.date | None, *, future: bool = False) -> str:
    """The TIMEX3 value of words of time of one kind ("" where they have none)."""
    lower = words.lower()
    if kind in ("present", "past", "future"):
        return {"present": PRESENT, "past": PAST, "future": FUTURE}[kind]
    if kind in ("iso", "figures", "year", "season"):
        return _absolute(kind, lower)
    if kind == "date":
        return _date(lower, published, future)
    if kind == "feast":
        return _feast(lower, published, future)
    if kind in ("month", "inmonth"):
        return _month(lower, published, future)
    if kind == "quarter":
        return _quarter(lower, published, future)
    if published is None:
        return ""
    try:
        return _counted(kind, lower, published, future)
    except (OverflowError, ValueError):
        return PAST  # before the first or behind the last day of the calendar


def _absolute(kind: str, lower: str) -> str:
    if kind == "iso":
        return lower if iso_date(lower) else ""
    if kind == "figures":
        first, second, year = map(int, re.findall(r"\d+", lower))
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        day, month = (first, second) if "." in lower or first > 12 else (second, first)
        return _made(year, month, day)
    year = re.findall(r"\d{4}", lower)[0]  # of 2019-2021 the first, as of 10-12 June
    if kind == "season":
        return f"{year}-{next(code for season, code in _SEASONS.items() if season in lower)}"
    return year[:3] if lower.endswith("s") else year


def _counted(kind: str, lower: str, published: dt.date, future: bool) -> str:
    """What is counted from the day of publication."""
    if kind == "weekday":
        return _weekday(lower, published, future).isoformat()
    if kind == "monthday":
        return _of_month(lower, published, future)
    if kind == "near":
        step = {"yesterday": -1, "tomorrow": 1}.get(re.findall(r"today|tonight|yesterday|tomorrow", lower)[0], 0)
        step += -1 if "day before" in lower else 1 if "day after" in lower else 0
        return (published + dt.timedelta(days=step)).isoformat()
    if kind == "sameday":
        return (published - dt.timedelta(days=lower.startswith("last"))).isoformat()
    if lower == "the weekend":
        ahead = future or published.weekday() > 4
        return f"{published - dt.timedelta(days=0 if ahead else 7):%G-W%V}-WE"
    return _ago(lower, published) if kind == "ago" else _period(lower, published)


def _weekday(lower: str, published: dt.date, future: bool) -> dt.date:
    name = next(n for n, day in enumerate(WEEKDAYS) if re.search(rf"\b{day[:3]}", lower))
    last, week = published - dt.timedelta(days=(published.weekday() - name) % 7), dt.timedelta(days=7)
    ahead = re.match(rf"(?:(\d+|[a-z ]+?) weeks? (?:from|on) )?{DAY}(?: week$)?", lower, re.IGNORECASE)
    if ahead is not None and (ahead[1] or lower.endswith(" week")) and not re.search("last|next|this", lower):
        count = COUNTS.get(ahead[1] or "a") or (int(ahead[1]) if ahead[1].isdigit() else 2)
        return last + week * (count + (last != published))
    if "week" in lower:
        same_week = published + dt.timedelta(days=name - published.weekday())
        return same_week + (week if "next" in lower else -week if "last" in lower or "ago" in lower else 0 * week)
    if "last" in lower:
        return last - week if last == published else last
    if "next" in lower:
        return last + week
    return last + week if future and last != published else last


def _of_month(lower: str, published: dt.date, future: bool) -> str:
    """The 15th: the last such day, or the next; of this, last or next month where the words say so."""
    day = int(re.findall(r"\d+", lower)[0])
    named = re.search(r"(last|this|next)\smonth", lower)
    step = {"last": -1, "this": 0, "next": 1}[named[1]] if named else 0
    if not named and "month" not in lower:
        step = int(day < published.day) if future else -int(day > published.day)
    steps = (step,) if "month" in lower else (step, step + (1 if future else -1))  # June has no 31st
    months = [dt.date.fromisoformat(f"{_months_on(published, s)}-01") for s in steps]
    return next((made for month in months if (made := _made(month.year, month.month, day))), "")


def _feast(lower: str, published: dt.date | None, future: bool) -> str:
    month, day = next(place for feast, place in FEASTS.items() if re.match(feast, lower, re.IGNORECASE))
    year = _year(lower, published)
    return _made(year, month, day) if year else _nearest(month, day, published, future) if published else ""


def _date(lower: str, published: dt.date | None, future: bool) -> str:
    rest = re.sub(rf"^{DAY},?\s", "", lower, flags=re.IGNORECASE)
    month = next((_MONTH_NUMBER[m] for m in re.findall(r"[a-z]+", rest) if m in _MONTH_NUMBER), 0)
    year = re.search(r"\d{4}", rest)
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", rest)
    if not month or not day:
        return ""
    if year or published is None:
        return _made(int(year[0]), month, int(day[0])) if year else ""
    return _nearest(month, int(day[0]), published, future)


def _nearest(month: int, day: int, published: dt.date, future: bool) -> str:
    made = _made(published.year, month, day)
    if not made:
        return ""
    ahead = dt.date.fromisoformat(made) - published
    if ahead.days > 0 and not future and ahead.days > 31:
        return _made(published.year - 1, month, day)
    if ahead.days < -31 and (future or ahead.days < -300):
        return _made(published.year + 1, month, day)  # January 5 in a report of 28 December
    return made


def _made(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _year(lower: str, published: dt.date | None) -> int:
    """The year that words give in figures or as last, this or next year (0 for none)."""
    year = re.search(r"\d{4}", lower)
    if year or published is None:
        return int(year[0]) if year else 0
    step = re.search(r"(last|this|next)\syear", lower)
    return published.year + {"last": -1, "this": 0, "next": 1}[step[1]] if step else 0


def _month(lower: str, published: dt.date | None, future: bool) -> str:
    names = [m for m in re.findall(r"[a-z]+", lower) if m in _MONTH_NUMBER]
    number, year = _MONTH_NUMBER[names[0]] if names else 0, _year(lower, published)
    if year and number:
        return f"{year}-{number:02d}"
    if published is None or not number:
        return ""
    later = number > published.month or (number == published.month and lower.startswith("last"))
    if "next" in lower or (future and number < published.month):
        return f"{published.year + (0 if later else 1)}-{number:02d}"
    return f"{published.year - (1 if later and not future else 0)}-{number:02d}"


def _quarter(lower: str, published: dt.date | None, future: bool) -> str:
    """The third quarter, Q3 of 2023, last quarter, the first half of next year."""
    letter = "H" if "half" in lower else "Q"
    months = next((n for n, m in enumerate(("jan", "apr", "jul", "oct"), 1) if m in lower), 0)
    lower = f"q{months}{lower}" if months else lower
    named = re.search(r"q([1-4])", lower) or re.search("|".join(ORDINALS), lower)
    year = _year(lower, published)
    if named:
        number = int(named[1]) if named[0][0] == "q" else ORDINALS[named[0]]
        if letter == "H" and number > 2:
            return ""
    elif published is None:
        return ""
    if published is None:
        return f"{year}-{letter}{number}" if year else ""
    now = (published.month - 1) // (6 if letter == "H" else 3) + 1
    if not named:
        step = 1 if "next" in lower else 0 if "this" in lower or "current" in lower else -1
        step = -4 if "year-" in lower else step
        count = published.year * 4 + now - 1 + step
        return f"{count // 4}-Q{count % 4 + 1}"
    if not year:
        year = published.year + (number < now if future else -(number > now))
    return f"{year}-{letter}{number}"


def _ago(lower: str, published: dt.date) -> str:
    lower = re.sub(r"^(?:about|nearly|almost|over)\s", "", lower)
    lower = re.sub("|".join(_HALVES), lambda half: _HALVES[half[0]], lower)
    ahead = lower.startswith("in ") or lower.endswith(("later", "hence", "now", "today"))
    number = re.match(r"\d+|a few|a couple of|[a-z]+", lower.removeprefix("in "))
    count = COUNTS.get(number[0], int(number[0]) if number and number[0].isdigit() else 0) if number else 0
    if not count or "later" in lower:
        return FUTURE if ahead and "later" not in lower else PAST
    count = -count if ahead else count
    if "hour" in lower:
        return published.isoformat() if count < 12 else PAST
    days = next((days for unit, days in (("fortnight", 14), ("week", 7), ("day", 1)) if f" {unit}" in lower), 0)
    if days:
        return (published - dt.timedelta(days=count * days)).isoformat()
    if "month" in lower:
        return _months_on(published, -count)
    if "quarter" in lower:
        quarters = published.year * 4 + (published.month - 1) // 3 - count
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
    return f"{dt.date(published.year - count * (10 if 'decade' in lower else 1), 1, 1).year:04d}"


def _months_on(published: dt.date, step: int) -> str:
    months = published.year * 12 + published.month - 1 + step
    return f"{dt.date(months // 12, months % 12 + 1, 1):%Y-%m}".zfill(7)


def _period(lower: str, published: dt.date) -> str:
    behind, ahead = (re.search(rf"\b(?:{w})\b", lower) for w in ("last|previous|year-ago|year-earlier", "next|coming"))
    step = -1 if behind else 1 if ahead else 0
    if re.search(r"\b(?:few|days|weeks|months|years|decades?|century|recent)\b", lower) or "past" in lower:
        return FUTURE if step > 0 else PAST
    season = next((code for name, code in _SEASONS.items() if name in lower), "")
    if season:
        return f"{published.year + (step - (step < 0 and _BEGINS[season] < published.month) * step):04d}-{season}"
    if lower.startswith(("earlier", "later", "early", "late")) and step == 0 and "this" not in lower:
        step = -1
    if "week" in lower:
        return f"{published + dt.timedelta(days=7 * step):%G-W%V}"
    if "month" in lower:
        return _months_on(published, step)
    if "year" in lower:
        step = -1 if "year-ago" in lower or "year-earlier" in lower else step
        return f"{published.year + step:04d}"
    return PAST if step < 0 else FUTURE if step > 0 else PRESENT
