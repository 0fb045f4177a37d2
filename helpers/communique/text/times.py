"""Words of time and what they mean: TIMEX3 values counted from the day of publication.

A weekday means the last such day, and the day of publication counts; where the words around it speak of the
future ("will meet on Friday"), the next such day. "last Friday" and "next Friday" say it themselves, and so does a
date beside the weekday. This is the one reading of such words, for the draft, the check, the bench and notebooks.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from .dates import WEEKDAYS, iso_date

_NAMES = "january february march april may june july august september october november december"
_MONTHS = _NAMES.split()
_MONTH_NUMBER = {m: n for n, m in enumerate(_MONTHS, 1)} | {m[:3]: n for n, m in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_NUMBER = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a\ few|a\ couple\ of)"
_COUNTS = {"a": 1, "an": 1, "twelve": 12} | {
    word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
#: The month in which a part of a year begins.
_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_RANGE = rf"(?:\s?(?:-|–|to|and|or)\s?{_D})?"
_YEAR = r"(?:(?:1[5-9]|20)\d\d)"
_OF_YEAR = rf"(?:,?\s(?:of\s)?(?:{_YEAR}|(?:last|this|next)\syear))?"
_TIME = re.compile(
    rf"""(?<![\w-])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?P<figures>\d{{1,2}}(?P<mark>[./])\d{{1,2}}(?P=mark)(?:\d{{4}}))
    | (?P<date>(?:{_DAY},?\s)?(?:the\s)?{_D}{_RANGE}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?
        |(?:{_DAY},?\s)?{_MONTH}\s{_D}{_RANGE}(?:,?\s{_YEAR})?(?!\d))
    | (?P<quarter>(?:the\s)?(?:(?:{"|".join(_ORDINALS)})(?:\s|-)(?:fiscal\s)?(?:quarter|half)|Q[1-4]
        |(?:last|this|next|latest|previous|current|year-ago|year-earlier)\squarter)
        (?:\s(?:of\s)?(?:(?:fiscal\s)?{_YEAR}|(?:last|this|next)\syear))?)
    | (?P<month>(?:(?:late|early|mid|last|next|this)[\s-])?{_MONTH}{_OF_YEAR})
    | (?P<weekday>(?:(?:last|next|this|late|early)\s)?{_DAY}{_PART}
        (?:\s(?:(?:of\s)?(?:last|next|this)\sweek|a\sweek\sago))?)
    | (?P<near>(?:the\sday\s(?:before|after)\s)?(?:today|tonight|yesterday|tomorrow){_PART})
    | (?P<sameday>(?:earlier|later)\s(?:today|in\sthe\sday)|overnight|(?:this|last)
        \s(?:morning|afternoon|evening|night))
    | (?P<ago>(?:(?:about|nearly|almost|over)\s)?{_NUMBER}\s
        (?:days?|weeks?|months?|years?|decades?|hours?|quarters?)\s(?:ago|earlier|before|later|hence)
        |in\s{_NUMBER}\s(?:days|weeks|months|years)(?:['’]\stime)?)
    | (?P<period>(?:(?:earlier|later|late|early)\s)?(?:last|next|this|the\scoming|the\spast|the\sprevious|recent|coming)
        \s(?:few\s|{_NUMBER}\s)?(?:days?|weeks?|weekend|months?|years?|decades?|century|summer|winter|spring|autumn|fall)
        |(?:the\s)?year-(?:end|ago|earlier)(?:\speriod)?|(?:the\s)?end\sof\sthe\s(?:year|month|week))
    | (?P<season>(?:in|of|since|by|the)\s(?:the\s)?(?:spring|summer|autumn|fall|winter)\sof\s{_YEAR})
    | (?P<inmonth>(?:in|since|until|by|last|next|this)\s(?:(?:late|early|mid)[\s-])?{_MONTH}{_OF_YEAR}(?![\w’']))
    | (?P<year>(?:in|since|until|by|of|from|fiscal|late|early|mid|during|through)[\s-](?:the\s)?(?:fiscal\s)?
        (?:(?:late|early|mid)[\s-])?{_YEAR}s?|the\s(?:(?:late|early|mid)[\s-])?{_YEAR}s
        |(?<![$€£.,\d])(?:19|20)\d\d(?![.,%:]\d|\d|\s?%))
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
today tonight yesterday tomorrow overnight before sept since quarter half q1 q2 q3 q4 year end hence time"""
_SHORT_DAYS = ("mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun")
_CALENDAR = (*WEEKDAYS, *_SHORT_DAYS, *_MONTHS, *(m[:3] for m in _MONTHS))
#: Without any of these words, in small letters, or a figure, a text has no words of time.
TIME_SIGNS = frozenset((*_SIGNS.split(), *_CALENDAR))


_OTHERS = """late early mid last next this the earlier later today tonight yesterday tomorrow overnight a an
about nearly almost over twelve several recent coming in since until by of from now currently at presently these so to
year
end fiscal during through nowadays recently previously formerly long than decades years history soon sept q1
q2 q3 q4"""
_BEGINNINGS = frozenset((*_OTHERS.split(), *_COUNTS, *_ORDINALS, *_CALENDAR))
_WORD = re.compile(r"\w+")
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
_CAPITALS = frozenset(("weekday", "month", "inmonth", "date"))


def times_in(
    text: str,
    published: dt.date | None,
    is_future: Callable[[int], bool] = lambda start: False,
    *,
    any_case: bool = False,
) -> Iterator[tuple[int, int, str, str]]:
    """Every expression of time in a text, from left to right: where it begins and ends, its kind and its value.

    Example:
        >>> [value for *_, value in times_in("They met on Wednesday and last year.", dt.date(2024, 6, 20))]
        ['2024-06-19', '2023']
    """
    for match in _time_matches(text):
        kind, words = match.lastgroup or "", match[0]
        kind = "figures" if kind == "mark" else kind
        if kind in _CAPITALS and not any_case and not any(c.isupper() for c in words):
            continue  # "may", "march"
        if kind == "inmonth" and re.fullmatch(r"(?:by|this|last|next|in|since|until)\s(?:May|March)", words, re.I):
            after = text[match.end() : match.end() + 2]
            if after[:1] == " " and after[1:2].islower() and words.lower().startswith(("this", "by")):
                continue
        value = value_of(kind, words, published, future=is_future(match.start()))
        if value:
            bare = re.sub(r"^(?:than\s)?(?:in|since|until|by|of|from|during|through)\s", "", words, flags=re.I)
            shift = 0 if kind == "ago" else len(words) - len(bare)
            yield match.start() + shift, match.end(), kind, value


def resolve_date(words: str, published: dt.date, *, future: bool = False) -> dt.date | None:
    """The date that words of time in a news report mean.

    A weekday means the last such day before publication, and the day of publication counts:
    that reading was right for nine in ten weekdays in annotated news. "next" turns it to the
    first such day after publication. A date beside a weekday decides.

    Parameters:
        words: words of time as the report has them, such as "on Wednesday".
        published: the day on which the report came out.
        future: whether the sentence speaks of what is to come ("will meet on Friday").

    Returns:
        The date, or None where the words name no day ("so far", "in the Soviet era").

    Example:
        >>> resolve_date("on Wednesday", dt.date(2024, 6, 20))
        datetime.date(2024, 6, 19)
    """
    if isinstance(published, dt.datetime):
        published = published.date()
    values = (value for *_, value in times_in(words, published, lambda _: future, any_case=True))
    return next((day for value in values if (day := iso_date(value))), None)


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


def value_of(kind: str, words: str, published: dt.date | None, *, future: bool = False) -> str:
    """The TIMEX3 value of words of time of one kind ("" where they have none)."""
    lower = words.lower()
    if kind in ("present", "past", "future"):
        return {"present": PRESENT, "past": PAST, "future": FUTURE}[kind]
    if kind in ("iso", "figures", "year", "season"):
        return _absolute(kind, lower)
    if kind == "date":
        return _date(lower, published, future)
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
        day, month = (first, second) if "." in lower or first > 12 else (second, first)
        return _made(year, month, day)
    year = re.findall(r"\d{4}", lower)[-1]
    if kind == "season":
        return f"{year}-{next(code for season, code in _SEASONS.items() if season in lower)}"
    return year[:3] if lower.endswith("s") else year


def _counted(kind: str, lower: str, published: dt.date, future: bool) -> str:
    """What is counted from the day of publication."""
    if kind == "weekday":
        return _weekday(lower, published, future).isoformat()
    if kind == "near":
        step = {"yesterday": -1, "tomorrow": 1}.get(re.findall(r"today|tonight|yesterday|tomorrow", lower)[0], 0)
        step += -1 if "day before" in lower else 1 if "day after" in lower else 0
        return (published + dt.timedelta(days=step)).isoformat()
    if kind == "sameday":
        return (published - dt.timedelta(days=lower.startswith("last"))).isoformat()
    return _ago(lower, published) if kind == "ago" else _period(lower, published)


def _weekday(lower: str, published: dt.date, future: bool) -> dt.date:
    name = next(n for n, day in enumerate(WEEKDAYS) if re.search(rf"\b{day[:3]}", lower))
    last, week = published - dt.timedelta(days=(published.weekday() - name) % 7), dt.timedelta(days=7)
    if "week" in lower:
        same_week = published + dt.timedelta(days=name - published.weekday())
        return same_week + (week if "next" in lower else -week if "last" in lower or "ago" in lower else 0 * week)
    if "last" in lower:
        return last - week if last == published else last
    if "next" in lower:
        return last + week
    return last + week if future and last != published else last


def _date(lower: str, published: dt.date | None, future: bool) -> str:
    rest = re.sub(rf"^{_DAY},?\s", "", lower, flags=re.IGNORECASE)
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
    later = number > published.month
    if "next" in lower or (future and number < published.month):
        return f"{published.year + (0 if later else 1)}-{number:02d}"
    return f"{published.year - (1 if later and not future else 0)}-{number:02d}"


def _quarter(lower: str, published: dt.date | None, future: bool) -> str:
    """The third quarter, Q3 of 2023, last quarter, the first half of next year."""
    letter = "H" if "half" in lower else "Q"
    named = re.search(r"q([1-4])", lower) or re.search("|".join(_ORDINALS), lower)
    year = _year(lower, published)
    if named:
        number = int(named[1]) if named[0][0] == "q" else _ORDINALS[named[0]]
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
    ahead = lower.startswith("in ") or lower.endswith(("later", "hence"))
    number = re.match(r"\d+|a few|a couple of|[a-z]+", lower.removeprefix("in "))
    count = _COUNTS.get(number[0], int(number[0]) if number and number[0].isdigit() else 0) if number else 0
    if not count or "later" in lower:
        return FUTURE if ahead and "later" not in lower else PAST
    count = -count if ahead else count
    if "hour" in lower:
        return published.isoformat() if count < 12 else PAST
    if "day" in lower or "week" in lower:
        return (published - dt.timedelta(days=count * (7 if "week" in lower else 1))).isoformat()
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
