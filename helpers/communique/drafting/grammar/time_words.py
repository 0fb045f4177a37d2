"""Which words of a sentence name a time: on Monday, last week, 2024, two days ago."""

import re

from ...text.timex import SHORT_MONTHS
from ..lexicon.words import word_set
from .tokens import Token

_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight")
_MONTHS = word_set("january february march april june july august september october november december")
_PERIODS = word_set("day days week weekend weeks month months year years morning evening afternoon night hours minutes")
_NEXT_DAY = word_set("last next this early late coming")
BEFORE_PERIOD = _DAYS | word_set("last next this past every each early late earlier later previous following")
_DAY_OF_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DECADE = re.compile(r"(?:1[89]|20)\d0s")


def time_words(tokens: list[Token]) -> set[int]:
    """The tokens that name a time: "on Monday", "last week", "2024", "two days ago"."""
    times: set[int] = set()
    for n, token in enumerate(tokens):
        word = token.lower
        month = _is_may(tokens, n) if word == "may" else word in _MONTHS and token.text[0].isupper()
        if word.removesuffix(".") in SHORT_MONTHS and token.text[0].isupper():
            month = any(t.tag == "CD" for t in (*tokens[max(0, n - 1) : n], *tokens[n + 1 : n + 2]))
        if month or word in _DAYS or word == "ago":
            times.update((n - 1, n) if n and tokens[n - 1].lower in _NEXT_DAY else (n,))
        elif word in _PERIODS and n and (tokens[n - 1].lower in BEFORE_PERIOD or _word(tokens, n + 1) == "ago"):
            times.update((n - 1, n))
            times |= {n - 2} if _word(tokens, n - 2) in ("late", "early") else set()  # late | last month
        elif word[0].isdigit() and _DAY_OF_MONTH.fullmatch(word) and (n - 1 in times or _word(tokens, n - 2) == "on"):
            times.add(n)  # July 15th; on the 5th
        elif word[0].isdigit() and _DECADE.fullmatch(word):
            times.update((n - 1, n) if _word(tokens, n - 1) == "the" else (n,))  # the 1990s
        elif token.tag == "CD" and word.isdigit():
            year = _YEAR.fullmatch(word) and _word(tokens, n - 1) in ("in", "since", ",", "")
            if year or n - 1 in times:
                times.add(n)
    return times


def _word(tokens: list[Token], n: int) -> str:
    return tokens[n].lower if 0 <= n < len(tokens) else ""


def _is_may(tokens: list[Token], n: int) -> bool:
    """Whether a May is the month: May 5, 12 May, in May."""
    if tokens[n].text != "May" or n == 0:
        return False
    dated = any(t.tag == "CD" for t in (tokens[n - 1], *tokens[n + 1 : n + 2]))
    return dated or tokens[n - 1].lower in ("in", "since", "until", "of", "last", "next", "early", "late", "by", "from")
