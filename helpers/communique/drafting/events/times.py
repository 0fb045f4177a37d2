"""Words of time and what they mean: TIMEX3 values counted from the day of publication.

A weekday means the last such day, and the day of publication counts; where the words around it speak of the
future ("will meet on Friday"), the next such day. "last Friday" and "next Friday" say it themselves.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...coding.codes import TIME_REFERENCES
from ...text.dates import WEEKDAYS, iso_date, resolve_date

_NAMES = "january february march april may june july august september october november december"
_MONTHS = _NAMES.split()
_MONTH_NUMBER = {m: n for n, m in enumerate(_MONTHS, 1)} | {m[:3]: n for n, m in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_NUMBER = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a\ few|a\ couple\ of)"
_COUNTS = {"a": 1, "an": 1} | {
    word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_TIME = re.compile(
    rf"""(?<![\w-])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?P<date>(?:{_DAY},?\s)?(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}})?
        |(?:{_DAY},?\s)?{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?(?!\d))
    | (?P<month>(?:(?:late|early|mid|last|next|this)[\s-])?{_MONTH}(?:,?\s\d{{4}}))
    | (?P<weekday>(?:(?:last|next|this|late|early)\s)?{_DAY}{_PART}(?:\s(?:last|next)\sweek)?)
    | (?P<near>(?:the\sday\s(?:before|after)\s)?(?:today|tonight|yesterday|tomorrow){_PART})
    | (?P<sameday>(?:earlier|later)\s(?:today|in\sthe\sday)|overnight|this\s(?:morning|afternoon|evening))
    | (?P<ago>{_NUMBER}\s(?:days?|weeks?|months?|years?|decades?|hours?)\s(?:ago|earlier|before))
    | (?P<period>(?:(?:earlier|later)\s)?(?:last|next|this|the\scoming|the\spast|the\sprevious|recent|coming)
        \s(?:few\s)?(?:days?|weeks?|weekend|months?|years?|decades?|century|summer|winter|spring|autumn|fall))
    | (?P<inmonth>(?:in|since|until|by|last|next|this)\s(?:(?:late|early|mid)[\s-])?{_MONTH}(?:,?\s\d{{4}})?(?![\w’']))
    | (?P<year>(?:in|since|until|by|of|from)\s(?:the\s)?(?:(?:late|early|mid)[\s-])?(?:1[5-9]|20)\d\d(?:s)?)
    | (?P<present>now|currently|at\spresent|presently|these\sdays|so\sfar|until\snow|to\sdate|nowadays|at\sthe\smoment)
    | (?P<past>recently|previously|formerly|in\sthe\spast|long\sago|(?:in|during|from|than\s(?:in|during))\s(?:the\s)?
        (?:Soviet|Cold\sWar|colonial|war|communist|imperial)\s?(?:era|times|years|period|days)?|decades\sago
        |years\sago|in\shistory|history)
    | (?P<future>soon|in\sthe\s(?:near\s)?future|in\sthe\scoming\s(?:days|weeks|months|years)|later)
    )(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)


_SIGNS = """ago earlier later last next this past recent recently coming previous now currently present presently so
until date nowadays moment previously formerly soviet cold colonial communist imperial decades years history soon future
today tonight yesterday tomorrow overnight before sept since"""
#: Without any of these words, in small letters, or a figure, a text has no words of time.
TIME_SIGNS = frozenset((*_SIGNS.split(), *WEEKDAYS, *_MONTHS, *(m[:3] for m in _MONTHS)))


_OTHERS = """late early mid last next this the earlier later today tonight yesterday tomorrow overnight a an
twelve several recent coming in since until by of from now currently at presently these so to
nowadays recently previously formerly long during than decades years history soon sept"""
_BEGINNINGS = frozenset((*_OTHERS.split(), *_COUNTS, *WEEKDAYS, *_MONTHS, *(m[:3] for m in _MONTHS)))
_WORD = re.compile(r"\w+")
PAST, PRESENT, FUTURE = TIME_REFERENCES


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
    for match in _time_matches(text):
        kind = match.lastgroup or ""
        words = match[0]
        if kind in ("weekday", "month", "inmonth", "date") and not any(c.isupper() for c in words):
            continue  # "may", "march"
        if kind == "inmonth" and re.fullmatch(r"(?:by|this|last|next|in|since|until)\s(?:May|March)", words, re.I):
            after = text[match.end() : match.end() + 2]
            if after[:1] == " " and after[1:2].islower() and words.lower().startswith(("this", "by")):
                continue
        value = value_of(kind, words, published, future=is_future(match.start()))
        if value:
            start = match.start() + (
                len(words) - len(re.sub(r"^(?:than\s)?(?:in|since|until|by|of|from|during)\s", "", words, flags=re.I))
            )
            shown = text[start : match.end()]
            cell = cell_of(value, published)
            times.append(Time(start, match.end(), shown, value, cell, f"time, {kind}: {shown}"))
    return times


def cell_of(value: str, published: dt.date | None) -> str:
    """What events.csv may hold of a TIMEX3 value: a day, or a reference to past, present or future."""
    if value in TIME_REFERENCES or iso_date(value):
        return value
    if published is None:
        return ""
    now = published.isoformat()[: len(value)] if "W" not in value else f"{published:%G-W%V}"
    return PRESENT if value == now else PAST if value < now else FUTURE


def value_of(kind: str, words: str, published: dt.date | None, *, future: bool = False) -> str:
    """The TIMEX3 value of words of time of one kind ("" where they have none)."""
    lower = words.lower()
    if kind == "iso":
        return lower if iso_date(lower) else ""
    if kind == "date":
        return _date(lower, published, future)
    if kind in ("month", "inmonth"):
        return _month(lower, published, future)
    if kind == "year":
        year = re.search(r"\d{4}", lower)
        return (year[0][:3] if lower.endswith("s") else year[0]) if year else ""
    if kind in ("present", "past", "future"):
        return {"present": PRESENT, "past": PAST, "future": FUTURE}[kind]
    if published is None:
        return ""
    if kind == "weekday":
        return _weekday(lower, published, future).isoformat()
    if kind == "near":
        day = resolve_date(lower, published)
        step = -1 if "day before" in lower else 1 if "day after" in lower else 0
        return (day + dt.timedelta(days=step)).isoformat() if day else ""
    if kind == "sameday":
        return published.isoformat()
    if kind == "ago":
        return _ago(lower, published)
    return _period(lower, published)


def _weekday(lower: str, published: dt.date, future: bool) -> dt.date:
    last = resolve_date(re.sub(r"\b(?:last|next|this)\b", "", lower), published) or published
    week = dt.timedelta(days=7)
    if "last week" in lower or "next week" in lower:
        same_week = published + dt.timedelta(days=last.weekday() - published.weekday())
        return same_week - week if "last week" in lower else same_week + week
    if "last" in lower:
        return last - week if last == published else last
    if "next" in lower:
        return last + week
    return last + week if future and last != published else last


def _date(lower: str, published: dt.date | None, future: bool) -> str:
    weekday = next((w for w in WEEKDAYS if w in lower), "")
    rest = lower.replace(weekday, "") if weekday else lower
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
    return _made(published.year + 1, month, day) if ahead.days < 0 and future and ahead.days < -31 else made


def _made(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(lower: str, published: dt.date | None, future: bool) -> str:
    names = [m for m in re.findall(r"[a-z]+", lower) if m in _MONTH_NUMBER]
    if not names:
        return ""
    number, year = _MONTH_NUMBER[names[-1]], re.search(r"\d{4}", lower)
    if year:
        return f"{year[0]}-{number:02d}"
    if published is None:
        return ""
    later = number > published.month
    if "next" in lower or (future and number < published.month):
        return f"{published.year + (0 if later else 1)}-{number:02d}"
    return f"{published.year - (1 if later and not future else 0)}-{number:02d}"


def _ago(lower: str, published: dt.date) -> str:
    number = re.match(r"\d+|a few|a couple of|[a-z]+", lower)
    count = _COUNTS.get(number[0], int(number[0]) if number and number[0].isdigit() else 0) if number else 0
    if not count:
        return PAST
    try:
        if "hour" in lower:
            return published.isoformat() if count < 12 else PAST
        if "day" in lower or "week" in lower:
            return (published - dt.timedelta(days=count * (7 if "week" in lower else 1))).isoformat()
        if "month" in lower:
            months = published.year * 12 + published.month - 1 - count
            return f"{months // 12:04d}-{months % 12 + 1:02d}"
        return f"{published.year - count * (10 if 'decade' in lower else 1):04d}"
    except OverflowError:
        return PAST


def _period(lower: str, published: dt.date) -> str:
    step = -1 if re.search(r"\b(?:last|previous)\b", lower) else 1 if re.search(r"\b(?:next|coming)\b", lower) else 0
    if re.search(r"\b(?:few|days|weeks|months|years|decades?|century|recent)\b", lower) or "past" in lower:
        return FUTURE if step > 0 else PAST
    if "week" in lower:
        day = published + dt.timedelta(days=7 * step)
        return f"{day:%G-W%V}"
    if "month" in lower:
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if "year" in lower:
        return f"{published.year + step:04d}"
    return PAST if step < 0 else FUTURE if step > 0 else PRESENT


def _time_matches(text: str) -> Iterator[re.Match[str]]:
    """The expressions of time, looked for only where a word stands that can begin one."""
    end = 0
    for word in _WORD.finditer(text):
        letters = word[0]
        if (letters.lower() not in _BEGINNINGS and not letters[0].isdigit()) or word.start() < end:
            continue
        match = _TIME.match(text, word.start())
        if match is not None:
            end = match.end()
            yield match
