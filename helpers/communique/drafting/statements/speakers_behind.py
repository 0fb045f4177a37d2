"""Who speaks, behind a cue: said | the minister, who had come from Seoul."""

from ..lexicon.words import word_set
from .reach import TIES
from .speakers import Source
from .view import View

_CHANNELS = word_set("twitter facebook telegram instagram weibo youtube television radio tv air")


def subject_behind(view: View, i: int) -> Source | None:
    """The subject that stands right behind a cue, as in: "...", said the minister, who had come from Seoul."""
    noun = view.noun_starting.get(view.onward(i))
    if noun is None:
        return None
    dated = next((n for j in (1, 2) if (n := view.noun_starting.get(noun.last + j)) is not None), None)
    if view.code(noun.head) == "D" and dated is not None:
        noun = dated  # an August 2025 | slideshow
    last = _rightwards(view, noun.last)
    return Source(noun.first, last, noun.first, noun.last, "subject behind the cue")


def _has_verb(view: View, last: int) -> bool:
    """Whether a noun phrase is the subject of a verb behind it and its ties: According to him, | a man in Oslo fell."""
    while view.code(last) in "IT" and view.lower(last) in TIES and view.noun_starting.get(last + 1):
        last = view.noun_starting[last + 1].last
    return view.finite_at(last) is not None


def _rightwards(view: View, last: int) -> int:
    """How far a noun phrase reaches to the right, with its ties and its apposition."""
    named = view.code(last - 1) == "P"
    for _ in range(8):
        code, word = view.code(last), view.lower(last)
        if code in "IT" and (view.lower(last + 1) in _CHANNELS or (named and word in ("in", "on"))):
            break  # said a witness | on Twitter; said Ms Roe | in Geneva
        nxt = view.noun_starting.get(last + 1)
        if code in "JX" and view.code(last + 1) in "IT" and view.noun_starting.get(last + 2):
            last = view.noun_starting[last + 2].last  # an aide familiar with the plan
            continue
        if code in "IT" and nxt and view.is_time(nxt) and view.lower(nxt.last) in ("by", "from"):
            last = nxt.last  # a post on Monday | by Ms Roe
        elif (code in "IT" and word in TIES and nxt and not view.is_time(nxt)) or (
            code == "K" and word == "and" and nxt and view.finite_at(nxt.last) is None
        ):
            last = nxt.last
        elif code == "(":
            while last < view.last and view.code(last) != ")":
                last += 1
            last = min(last + 1, view.last)
        elif code == "," and nxt and view.code(last + 1) in "DNPJC" and not _has_verb(view, nxt.last):
            last = nxt.last
        elif code == "W" or (
            code == "," and view.code(last + 1) == "W" and view.lower(last + 1) in ("who", "which", "whose")
        ):
            end = last + 1
            while end < view.last and (view.code(end) not in ",.;" or view.quoted(end) is not None):
                end += 1
            return end
        else:
            break
    return last
