"""Where a text has words of time, and which day they mean.

A weekday means the last such day, and the day of publication counts; where the words around it speak of the
future ("will meet on Friday"), the next such day. "last Friday" and "next Friday" say it themselves, and so does a
date beside the weekday. This is the one reading of such words, for the draft, the check, the bench and notebooks.
"""

import datetime as dt
import re
from collections.abc import Iterator

from .dates import WEEKDAYS, iso_date
from .tense import speaks_of_future
from .timex import COUNTS, DAY, FEASTS, MONTHS, ORDINALS, SHORT_MONTHS, days_of, value_of

_MONTH = rf"(?:{'|'.join(map(str.title, MONTHS))}|(?:{'|'.join(map(str.title, SHORT_MONTHS))})\b\.?)"
_NUMBER = (
    r"(?:\d{1,3}|half\ an?|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a\ few|a\ couple\ of)"
)
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_RANGE = rf"(?:\s?(?:-|–|to|and|or)\s?{_D})?"
_YEAR = r"(?:(?:1[5-9]|20)\d\d)"
_OF_YEAR = rf"(?:,?\s(?:of\s)?(?:{_YEAR}|(?:last|this|next)\syear))?"
#: What may follow a day of the month that is written without it: no thing that is counted, as in "the 15th floor".
_NO_THING = (
    r"(?=\s?(?:$|[,;:.!?)”\"–—])|\s(?:but|in|at|to|for|with|by|after|before|when|while|as|because)\b"
    r"|\s(?:and|or)\s(?!(?:the\s)?\d))"
)
_MONTHS_OF_QUARTER = r"(?:January[-–]March|April[-–]June|July[-–]September|October[-–]December)"
_TIME = re.compile(
    rf"""(?<![\w-])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?P<figures>\d{{1,2}}(?P<mark>[./])\d{{1,2}}(?P=mark)\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d\d(?![/\d]))
    | (?P<feast>(?:{"|".join(FEASTS)}){_OF_YEAR})
    | (?P<date>(?:{DAY},?\s)?(?:the\s)?{_D}{_RANGE}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?
        |(?:{DAY},?\s)?{_MONTH}\s{_D}{_RANGE}(?:,?\s{_YEAR})?(?!\d))
    | (?P<quarter>(?:the\s)?(?:(?:{"|".join(ORDINALS)})(?:\s|-)(?:fiscal\s)?(?:quarter|half)|Q[1-4]
        |(?:last|this|next|latest|previous|current|year-ago|year-earlier)\squarter|{_MONTHS_OF_QUARTER}(?:\squarter)?)
        (?:\s(?:of\s)?(?:(?:fiscal\s)?{_YEAR}|(?:last|this|next)\syear))?)
    | (?P<month>(?:(?:late|early|mid|last|next|this)[\s-])?{_MONTH}{_OF_YEAR})
    | (?P<monthday>(?:{DAY},?\s|(?<=\bon\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bfrom\s)|^)
        the\s\d{{1,2}}(?:st|nd|rd|th)(?:\sof\s(?:the|this|last|next)\smonth|{_NO_THING}))
    | (?P<weekday>(?:(?:last|next|this|late|early)\s|(?:(?:last|next|this)\sweek|a\sweek\sago),?\s(?:on\s)?
        |{_NUMBER}\sweeks?\s(?:from|on)\s)?{DAY}{_PART}
        (?:\s(?:(?:of\s)?(?:last|next|this)\sweek|a\sweek\sago|week))?)
    | (?P<near>(?:the\sday\s(?:before|after)\s)?(?:today|tonight|yesterday|tomorrow){_PART})
    | (?P<sameday>(?:earlier|later)\s(?:today|in\sthe\sday)|overnight|(?:this|last)
        \s(?:morning|afternoon|evening|night))
    | (?P<ago>(?:(?:about|nearly|almost|over)\s)?{_NUMBER}\s
        (?:days?|weeks?|fortnights?|months?|years?|decades?|hours?|quarters?)\s
        (?:ago|earlier|before|later|hence|from\s(?:now|today))
        |in\s{_NUMBER}\s(?:days|weeks|months|years)(?:['’]\stime)?)
    | (?P<period>(?:(?:earlier|later|late|early)\s)?(?:last|next|this|the\scoming|the\spast|the\sprevious|recent|coming)
        \s(?:few\s|{_NUMBER}\s)?(?:days|weeks?|weekend|months?|years?|decades?|century|summer|winter|spring|autumn|fall)
        |the\sweekend|(?:the\s)?year-(?:end|ago|earlier)(?:\speriod)?|(?:the\s)?end\sof\sthe\s(?:year|month|week))
    | (?P<season>(?:in|of|since|by|the)\s(?:the\s)?(?:spring|summer|autumn|fall|winter)\sof\s{_YEAR})
    | (?P<inmonth>(?:in|since|until|by|last|next|this)\s(?:(?:late|early|mid)[\s-])?{_MONTH}{_OF_YEAR}(?![\w’']))
    | (?P<year>(?:in|since|until|by|of|from|fiscal|late|early|mid|during|through)[\s-](?:the\s)?(?:fiscal\s)?
        (?:(?:late|early|mid)[\s-])?{_YEAR}s?|the\s(?:(?:late|early|mid)[\s-])?{_YEAR}s
        |(?<![$€£.,\d])(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?(?![.,%:]\d|\d|\s?%))
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
today tonight yesterday tomorrow overnight before sept since quarter half q1 q2 q3 q4 year end hence time christmas
boxing january-march april-june july-september october-december"""
_SHORT_DAYS = ("mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun")
#: What a capital may begin before the month: In May.
_BEFORE_MONTH = """in on by since until last this next early late mid of from during through throughout before after
between around about and or but to for till when if as while"""
_MAY = frozenset((*_BEFORE_MONTH.split(), *WEEKDAYS))
_WORD_BEFORE = re.compile(r"\b([A-Za-z]+)(?:['’]s)?\s$")
#: March on the city; May he rest.
_NO_MONTH = re.compile(
    r"March\s(?:(?:for|to|into|towards?|against|across|through|past)\b|on\s(?!\d))"
    r"|May\s(?:I|you|he|she|it|we|they|God|the|there|peace)\b"
)
_CALENDAR = (*WEEKDAYS, *_SHORT_DAYS, *MONTHS, *(m[:3] for m in MONTHS))
#: Without any of these words, in small letters, or a figure, a text has no words of time.
TIME_SIGNS = frozenset(
    (*_SIGNS.split(), *_CALENDAR, *(f"{n}{th}" for n in range(32) for th in ("st", "nd", "rd", "th")))
)


_OTHERS = """late early mid last next this the earlier later today tonight yesterday tomorrow overnight a an
about nearly almost over twelve several recent coming in since until by of from now currently at presently these so to
year end fiscal during through nowadays recently previously formerly long than decades years history soon sept
half new christmas boxing q1 q2 q3 q4"""
_BEGINNINGS = frozenset((*_OTHERS.split(), *COUNTS, *ORDINALS, *_CALENDAR))
_WORD = re.compile(r"\w+")
_CAPITALS = frozenset(("weekday", "month", "inmonth", "date", "feast"))
#: What the tense of the sentence decides.
_BY_TENSE = frozenset((*_CAPITALS, "monthday", "quarter", "period"))
_COUNTED = re.compile(
    r"\s(?:people|persons|men|women|children|troops|soldiers|fighters|jobs|homes|houses|workers|staff|employees|police"
    r"|officers|students|prisoners|protesters|demonstrators|refugees|migrants|dollars|euros|pounds|yuan|yen|roubles"
    r"|miles|kilometres|kilometers|km|metres|meters|feet|acres|hectares|tonnes|tons|barrels|litres|times|words|seats"
    r"|members|others|civilians|villages|schools|cases|vehicles|tanks|aircraft|rounds|shells|drones|missiles)\b"
)
_COUNTING = re.compile(r"\b(?:[Ss]ome|than|[Nn]early|[Aa]lmost|[Oo]ver|least)\s$")
#: "about 2000 died"; "around 2030." and "around 2030, when" are years.
_ROUGHLY = re.compile(r"\b(?:about|around|roughly)\s$", re.IGNORECASE)
_THINGS = re.compile(r"\s(?!(?:and|or|but|when|if|as|because|while|after|before|to|at|with)\b)\w")
#: Words that are counted from something else in the report than its day, or that say a time roughly.
_LOOSE = re.compile(
    r"\b(?:earlier|before|later|in the day)$|\bhours?\b|\b(?:about|nearly|almost|over|year-ago|year-earlier)\b"
)
_UP_TO = re.compile(r"\b(?:by|until|till|before|ahead\sof|through)\s", re.IGNORECASE)
_FROM = re.compile(r"\b(?:since|from|after|following|starting)\s", re.IGNORECASE)
_NO_DAY = re.compile(
    r"\b(?:Black|Cyber|Bloody|Super|Good|Ash|Palm|Maundy|Whit|Shrove|Easter|Holy|Sheffield|Giving|every|Every"
    r"|each|Each|other)\s$"
)


def times_in(
    text: str,
    published: dt.date | None,
    start: int = 0,
    end: int | None = None,
    *,
    any_case: bool = False,
    future: bool | None = None,
) -> Iterator[tuple[int, int, str, str]]:
    """Every expression of time in a text, from left to right: where it begins and ends, its kind and its value.

    Only those from `start` to `end` are given. `future` says whether they speak of what is to come; without it, the
    words around them tell.

    Example:
        >>> [value for *_, value in times_in("They met on Wednesday and last year.", dt.date(2024, 6, 20))]
        ['2024-06-19', '2023']
    """
    for match in _time_matches(text, start, len(text) if end is None else end):
        kind, words = match.lastgroup or "", match[0]
        kind = "figures" if kind == "mark" else kind
        if kind in _CAPITALS and not any_case and not any(c.isupper() for c in words):
            continue  # "may", "march"
        if words in ("May", "March") and _is_no_month(text, match):
            continue
        if kind == "inmonth" and re.fullmatch(r"(?:by|this|last|next|in|since|until)\s(?:May|March)", words, re.I):
            after = text[match.end() : match.end() + 2]
            if after[:1] == " " and after[1:2].islower() and words.lower().startswith(("this", "by")):
                continue
        if words.lower() == "later" and future is None and not speaks_of_future(text, *match.span()):
            continue  # he later returned
        ahead = kind in _BY_TENSE and published is not None and future is None and speaks_of_future(text, *match.span())
        value = value_of(kind, words, published, future=future or ahead)
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
    values = (value for *_, value in times_in(words, published, any_case=True, future=future))
    return next((day for value in values if (day := iso_date(value))), None)


def day_at(text: str, start: int, end: int, published: dt.date) -> dt.date | None:
    """The day that words of time mean where they stand: "on Friday" behind "will visit" is the next Friday.

    Example:
        >>> day_at("He will visit Oslo on Friday.", 19, 28, dt.date(2024, 6, 20))
        datetime.date(2024, 6, 21)
    """
    values = (value for *_, value in times_in(text, published, start, end, any_case=True))
    return next((day for value in values if (day := iso_date(value))), None)


def may_mean(words: str, day: dt.date, published: dt.date) -> bool:
    """Whether a day is one that words of time can mean; words that cannot be read to a day can mean any.

    "since March" can mean every day from then on, "by Friday" every day up to it, "from March to May" all between.

    Example:
        >>> [may_mean("in March", dt.date(2024, month, 15), dt.date(2024, 6, 20)) for month in (3, 5)]
        [True, False]
    """
    return any(_may_mean(words, day, published, future) for future in (False, True))


def _may_mean(words: str, day: dt.date, published: dt.date, future: bool) -> bool:
    spans = []
    for start, end, kind, value in times_in(words, published, any_case=True, future=future):
        days = None if _LOOSE.search(words[:end].lower(), start) else days_of(value, kind, words[start:end], published)
        if days is None:
            return True
        spans.append(days)
    first = min((span[0] for span in spans), default=day)
    last = max((span[1] for span in spans), default=day)
    if len(spans) == 1:
        first = dt.date.min if _UP_TO.search(words) else first
        last = dt.date.max if _FROM.search(words) else last
    return first <= day <= last


def _time_matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The expressions of time, looked for only where a word stands that can begin one."""
    behind = start
    for word in _WORD.finditer(text, start, end):
        letters = word[0]
        if (letters.lower() not in _BEGINNINGS and not letters[0].isdigit()) or word.start() < behind:
            continue
        match = _TIME.match(text, word.start(), end)
        if match is not None:
            behind = match.end()
            if not _is_other(text, match):
                yield match


def _is_no_month(text: str, match: re.Match[str]) -> bool:
    """Whether May or March is a name, a verb or a walk: Theresa May, May he rest, March on the city, Women's March."""
    before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
    word = before[1] if before is not None else ""
    if word.lower() in _MAY:
        return False
    named = word[:1].isupper() and word.lower() not in ("the", "a", "an", "its", "their")
    return named or bool(_NO_MONTH.match(text, match.start()))


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether figures count something ("2000 people"), or a weekday is a feast or comes again ("every Friday")."""
    before = text[max(0, match.start() - 14) : match.start()]
    if match.lastgroup == "year" and len(match[0]) == 4:
        rough = _ROUGHLY.search(before) and _THINGS.match(text, match.end())
        return bool(_COUNTED.match(text, match.end()) or _COUNTING.search(before) or rough)
    return match.lastgroup in _CAPITALS and bool(_NO_DAY.search(before))
