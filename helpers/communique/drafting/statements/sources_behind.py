"""The source that stands behind its cue, and how far it reaches: ..., said the minister, who had come from Seoul."""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon.words import word_set
from .view import View

TIES = word_set("of for in at from with on to by near against about close between under")
_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week weeks "
    "hour hours minute minutes day days months years month year morning afternoon evening night "
    "january february march april may june july august september october november december "
    "interview statement speech rally press news conference briefing tweet letter email post"
)


@dataclass(slots=True)
class Source:
    """The tokens of a source, `first` to `last` (not included), and its head noun phrase's tokens."""

    first: int
    last: int
    head_first: int
    head_last: int
    how: str


def subject_behind(view: View, i: int) -> Source | None:
    """The subject that stands right behind a cue, as in: "...", said the minister, who had come from Seoul."""
    while view.code(i) == "A":
        i += 1
    noun = view.noun_starting.get(i)
    if noun is None:
        return None
    last = _rightwards(view, noun.last)
    return Source(noun.first, last, noun.first, noun.last, "subject behind the cue")


def _rightwards(view: View, last: int) -> int:
    """How far a noun phrase reaches to the right, with its ties and its apposition."""
    for _ in range(8):
        code, word = view.code(last), view.lower(last)
        nxt = view.noun_starting.get(last + 1)
        if code in "JX" and view.code(last + 1) in "IT" and view.noun_starting.get(last + 2):
            last = view.noun_starting[last + 2].last  # an aide familiar with the plan
            continue
        if (code in "IT" and word in TIES and nxt and not is_time(view, nxt.first, nxt.last)) or (
            code == "K" and word == "and" and nxt and not _verb_follows(view, nxt.last)
        ):
            last = nxt.last
        elif code == "(":
            while last < view.last and view.code(last) != ")":
                last += 1
            last = min(last + 1, view.last)
        elif code == "," and nxt and view.code(last + 1) in "DNPJC" and not _verb_follows(view, nxt.last):
            last = nxt.last
        elif code == "W" or (
            code == "," and view.code(last + 1) == "W" and view.lower(last + 1) in ("who", "which", "whose")
        ):
            end = last + 1
            while end < view.last and view.code(end) not in ",.;q":
                end += 1
            return end
        else:
            break
    return last


def _verb_follows(view: View, i: int) -> bool:
    return i in view.verb_at and view.verb_at[i].form == "finite"


def is_time(view: View, first: int, last: int) -> bool:
    """Whether a noun phrase tells when or on which occasion somebody spoke."""
    return any(token.lower in _TIMES for token in view.tokens[max(first, view.first) : min(last, view.last)])
