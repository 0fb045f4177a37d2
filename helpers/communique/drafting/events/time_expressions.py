"""What words of time look like: weekdays, dates, months, "two days ago", "so far"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.dates import WEEKDAYS

_NAMES = "january february march april may june july august september october november december"
MONTHS = _NAMES.split()
MONTH_NUMBER = {m: n for n, m in enumerate(MONTHS, 1)} | {m[:3]: n for n, m in enumerate(MONTHS, 1)} | {"sept": 9}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_NUMBER = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a\ few|a\ couple\ of)"
COUNTS = {"a": 1, "an": 1} | {
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
TIME_SIGNS = frozenset((*_SIGNS.split(), *WEEKDAYS, *MONTHS, *(m[:3] for m in MONTHS)))


_OTHERS = """late early mid last next this the earlier later today tonight yesterday tomorrow overnight a an
twelve several recent coming in since until by of from now currently at presently these so to
nowadays recently previously formerly long during than decades years history soon sept"""
_BEGINNINGS = frozenset((*_OTHERS.split(), *COUNTS, *WEEKDAYS, *MONTHS, *(m[:3] for m in MONTHS)))
_WORD = re.compile(r"\w+")


def time_matches(text: str) -> Iterator[re.Match[str]]:
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
