"""Noun phrases, and what hangs on them: the shallow grammar that events are read with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .prose import Token


_GIVING_WORDS = "give offer send sell lend grant hand award promise deny supply provide pay show teach deliver"


def word_set(*lines: str) -> frozenset[str]:
    """The words of some lines of text, as a set."""
    return frozenset(" ".join(lines).split())


_NOUN = {"NN", "NNS", "NNP", "NNPS", "FW"}
_INNER = _NOUN | {"JJ", "JJR", "JJS", "CD", "VBG", "VBN", "POS", "&", "$"}
_OPENING = {"DT", "PRP$", "PDT", "CD"}
_STARTING = (_INNER | _OPENING) - {"POS"}
_GIVING = word_set(_GIVING_WORDS)
PRONOUNS = word_set("he she it they him her them who himself herself itself themselves both")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
_MONTHS = "january february march april june july august september october november december"
_PERIODS = "day days week weekend weeks month months year years morning evening afternoon night hours minutes"
DAYS = frozenset(_DAYS.split())
MONTHS = frozenset(_MONTHS.split())
PERIODS = frozenset(_PERIODS.split())
_BEFORE_PERIOD = word_set("last next this past every each early late earlier later previous following")


@dataclass(slots=True)
class Phrase:
    """A noun phrase without what follows its head: the tokens `first` to `last`, not including the last."""

    first: int
    last: int
    head: int


def time_words(tokens: list[Token]) -> set[int]:
    """The tokens that name a time: "on Monday", "last week", "2024", "two days ago"."""
    found: set[int] = set()
    for n, token in enumerate(tokens):
        word = token.lower
        if (
            word in DAYS
            or (word in MONTHS and token.text[0].isupper())
            or (word in ("ago", "may") and _is_may(tokens, n))
        ):
            found.add(n)
        elif word in PERIODS and n and (tokens[n - 1].lower in _BEFORE_PERIOD or _ago(tokens, n)):
            found.update((n - 1, n))
        elif token.tag == "CD" and (_is_year(tokens, n) or (n and (n - 1) in found and word.isdigit())):
            found.add(n)
    return found


def _is_year(tokens: list[Token], n: int) -> bool:
    shape = re.fullmatch(r"(?:1[89]|20)\d\d", tokens[n].lower)
    return bool(shape) and (n == 0 or tokens[n - 1].lower in ("in", "since", ","))


def _is_may(tokens: list[Token], n: int) -> bool:
    if tokens[n].lower == "ago":
        return True
    return tokens[n].text == "May" and n > 0 and n + 1 < len(tokens) and tokens[n + 1].tag == "CD"


def _ago(tokens: list[Token], n: int) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].lower == "ago"


def noun_phrases(tokens: list[Token], verbs: set[int], times: set[int]) -> list[Phrase]:
    """The noun phrases of a sentence, from left to right, without overlaps.

    Parameters:
        tokens: the sentence's.
        verbs: the tokens that stand as verbs; no phrase holds one.
        times: those that name a time (see `time_words`); no phrase holds one either.
    """
    phrases: list[Phrase] = []
    n, end = 0, len(tokens)
    while n < end:
        token = tokens[n]
        if token.lower in PRONOUNS and token.tag != "PRP$" and n not in verbs:
            phrases.append(Phrase(n, n + 1, n))
            n += 1
            continue
        if token.tag not in _STARTING or n in verbs or n in times:
            n += 1
            continue
        first, head = n, -1
        while n < end and n not in verbs and n not in times:
            token = tokens[n]
            if n > first and token.tag in _OPENING and tokens[n - 1].tag not in ("PDT", "DT", "PRP$", "POS", "CD"):
                break
            if token.tag in _OPENING or token.tag in _INNER:
                if token.tag in _NOUN or (token.tag == "CD" and head < 0):
                    if head >= 0 and (_new_name(tokens, head, n) or _given(tokens, verbs, first, head, n)):
                        break
                    head = n
                n += 1
                continue
            if token.lower in ("''", "``", '"', "“", "”") or token.tag in ("``", "''"):
                if head < 0 and n + 1 < end and tokens[n + 1].tag in _INNER:
                    n += 1  # the "special operation"
                    continue
                break
            break
        if head < 0 and n > first and tokens[n - 1].tag in ("JJ", "CD", "DT", "PDT"):
            head = n - 1  # the North, the wounded, both
        if head >= 0:
            phrases.append(Phrase(first, head + 1, head))
            n = max(head + 1, first + 1)
        n = max(n, first + 1)
    return _merged(tokens, phrases)


def _adjective(token: Token) -> bool:
    """Whether a name in capitals has the look of an adjective of a country: Armenian, Azeri, Turkish."""
    return token.tag == "JJ" or token.lower.endswith(("ian", "ish", "ese", "can", "eri"))


def _merged(tokens: list[Token], phrases: list[Phrase]) -> list[Phrase]:
    """ "French and Spanish police" is one phrase: an adjective of a country waits for its noun."""
    found: list[Phrase] = []
    for phrase in phrases:
        last = found[-1] if found else None
        if (
            last is not None
            and last.last == phrase.first - 1
            and last.head == last.last - 1
            and (tokens[last.head].tag == "JJ" or tokens[phrase.head].text[0].islower())
            and tokens[last.head].text[0].isupper()
            and tokens[last.last].lower in ("and", "or")
            and (tokens[phrase.first].tag == "JJ" or (_adjective(tokens[last.head]) and phrase.last - phrase.first > 1))
        ):
            found[-1] = Phrase(last.first, phrase.last, phrase.head)
        else:
            found.append(phrase)
    return found


def _given(tokens: list[Token], verbs: set[int], first: int, head: int, n: int) -> bool:
    """Whether a thing begins behind the one who gets it: "gives Russia | munitions"."""
    giver = tokens[first - 1].lemma if first - 1 in verbs else ""
    named = all(tokens[i].tag in ("NNP", "NNPS") for i in range(first, head + 1))
    short = tokens[head].text.isupper()
    return giver in _GIVING and named and not short and tokens[n].text[0].islower()


def _new_name(tokens: list[Token], head: int, n: int) -> bool:
    """Whether a name behind a plural noun begins a phrase of its own: "told reporters Iran had"."""
    return (
        n == head + 1
        and tokens[head].tag == "NNS"
        and tokens[n].tag in ("NNP", "NNPS")
        and tokens[head].text[0].islower()
    )
