"""Who speaks: the noun phrase before or behind a cue, with what belongs to it."""

from dataclasses import dataclass

from ..grammar.phrases import NounPhrase
from ..grammar.things import is_read, is_thing
from ..grammar.verb_tags import ENDING_A_VERB
from ..lexicon.words import HAVE, word_set
from .reach import MEANWHILE, before_bracket, before_reduced, has_verb_before, leftwards
from .view import View

_ASIDES = word_set("further later earlier first then")


@dataclass(slots=True)
class Source:
    """The tokens of a source, `first` to `last` (not included), and its head noun phrase's tokens."""

    first: int
    last: int
    head_first: int
    head_last: int
    how: str


def subject_before(view: View, i: int) -> Source | None:
    """The subject that ends before token i, the first of a verb group.

    Understood are a noun phrase with its "of" and "for", an apposition or a relative clause between commas, and
    a relative pronoun with its antecedent.
    """
    k = view.back(i - 1)
    if view.lower(k) in ("first", "last") and view.lower(k - 1) == "at":
        k = view.back(k - 2)  # although Mr Hale at first | opposed it
    antecedent = _before_clause(view, k)
    before = leftwards(view, antecedent.first) - 1 if antecedent is not None else 0
    before -= view.code(before) in "IT"  # Ms Roe, in | an interview with the paper that was taped, said
    before -= view.code(before) == "G"  # Ms Roe, speaking | to aides of whom many had left, said
    apposed = antecedent is not None and view.code(k) == "," and view.code(before) == ","
    if antecedent is not None and not apposed:
        first = head = leftwards(view, antecedent.first)
        head_noun = view.noun_starting.get(head, antecedent)
        return Source(first, k + 1, head_noun.first, head_noun.last, "subject")
    struck = view.verb_at.get(k - (view.code(k) == "I" and view.lower(k) in ENDING_A_VERB))
    owned = view.noun_ending.get(struck.first) if struck is not None else None
    holder = view.noun_ending.get(owned.first) if owned is not None and view.lower(owned.first) == "whose" else None
    if holder is not None:  # the officials | whose laws were struck down | say
        return Source(holder.first, k + 1, holder.first, holder.last, "subject")
    k = _before_aside(view, before_bracket(view, k))
    k -= view.lower(k) in ("both", "all", "each") and view.code(k - 1) == "W"  # Mr Hale and Ms Roe, who | both
    if view.code(k) == "W":
        return _relative(view, k)
    if view.code(k) in (",", "-") and k > view.first:
        return _before_insertion(view, k)
    noun = view.noun_ending.get(k + 1)
    if noun is None and view.lower(k - 1) == "those":  # a majority of those surveyed
        first = head = leftwards(view, k - 1)
        return Source(first, k + 1, head, view.noun_starting[head].last if head < k - 1 else k + 1, "subject")
    if noun is None:
        return None
    if view.lower(k).endswith(("self", "selves")) and view.noun_ending.get(k):
        noun = view.noun_ending[k]  # Mr Putin himself
    first = head = leftwards(view, noun.first)
    if head == noun.first and view.is_time(noun) and view.code(head - 1) in "VG" and head - 1 > view.first:
        return subject_before(view, head)  # the video released | this week | shows
    if view.lower(i) == "expected" and view.lower(noun.first - 1) == "with":
        return None  # with the UN | expected to agree
    if _says_alone(view, i, head, noun):
        first = head = noun.first
    head_noun = view.noun_starting.get(head, noun)
    last = k + 1
    if (
        head < noun.first and view.is_time(noun) and not before_reduced(view, noun.first - 1)
    ):  # the minister | on Tuesday
        last = noun.first - (view.code(noun.first - 1) == "I")
    last = next((j for j in range(first + 1, last) if _begins_meanwhile(view, j)), last)  # the mayor | during a visit
    how = "relative" if view.lower(first) == "whose" else "subject"
    return Source(first, last, head_noun.first, head_noun.last, how)


def _says_alone(view: View, i: int, first: int, noun: NounPhrase) -> bool:
    """Whether the verb at token i has but the last of two phrases: he led the attacks and | President Lind says."""
    whole = view.noun_starting.get(first)
    several = whole is not None and view.tokens[whole.last - 1].tag in ("NNS", "NNPS")
    return view.tokens[i].tag == "VBZ" and several and view.lower(noun.first - 1) == "and"


def _begins_meanwhile(view: View, i: int) -> bool:
    """Whether token i begins what somebody did, or what happened, while they spoke: during a visit, in relaying it."""
    return view.lower(i) in MEANWHILE or (view.lower(i) == "in" and view.code(i + 1) == "G")


def _before_aside(view: View, k: int) -> int:
    """The token before a bare time or "further" that ends at token k, or k: Mr Hale and Ms Roe both | yesterday."""
    noun = view.noun_ending.get(k + 1)
    if (
        noun is not None
        and view.is_time(noun)
        and view.code(noun.first - 2) == "W"
        and view.code(noun.first - 1) == "I"
    ):
        return noun.first - 2  # leaders who | in recent days | have said
    timed = noun is not None and (view.is_time(noun) or view.lower(k) in ("past", "times"))
    if noun is None or not (timed or (noun.first == k and view.lower(k) in _ASIDES)):
        return k
    before = view.back(noun.first - 1)
    opener = before - (view.code(before) == "D")
    helper = view.verb_at.get(opener - 1) if view.code(opener) == "I" and timed else None
    if helper is not None and view.lower(helper.first) in HAVE:
        return view.back(helper.first - 1)  # has over the past months | warned
    before -= view.lower(before) in ("both", "all", "each")
    return before if view.noun_ending.get(before + 1) else k


def _before_clause(view: View, k: int) -> NounPhrase | None:
    """Whom a clause that ends at token k is about: the man | whose son was shot by police | said."""
    for j in range(k - 1, max(view.first, k - 16), -1):
        opens = view.code(k) != "," and view.code(j) == "," and view.lower(j + 1) == "who"  # Lind, who leads | said
        if view.code(j) in ",;:qQ-" and not opens:
            return None
        if view.lower(j) not in ("who", "that", "which", "whose") or (
            view.code(j) not in "WD" or view.lower(j + 1) == ""
        ):
            continue
        unclosed = view.code(j - 1) == "," and view.code(k) != "," and view.lower(j) == "who"
        noun = view.noun_ending.get(j - unclosed)
        inside = [verb for verb in view.verbs if j < verb.first <= k and verb.form == "finite"]
        lives = view.code(j + 1) == "N" and view.lower(j + 1).endswith("s")  # who | lives near the plant
        if (
            noun is None
            or not (inside or lives)
            or view.code(noun.head) == "O"
            or inside[:1] == [view.verb_at.get(k + 1)]
        ):
            return None
        has_cue = any(
            (cue := view.cue_of(verb)) is not None
            and cue.frames & {"c", "q"}
            and view.code(verb.last) != "I"
            and view.lower(verb.last) != "not"
            for verb in inside
        )  # but: who asked | not to be named, who feared | for his job
        ends_so = view.lower(k) in ("it", "him", "her", "them") and view.verb_at.get(k + 1) is not None
        has_cue = has_cue and not (ends_so and view.tokens[k + 1].tag in ("VBP", "VB"))  # who fought it | assert
        opens = not has_verb_before(view, noun.first)
        return noun if opens and not has_cue else None
    return None


def _relative(view: View, k: int) -> Source | None:
    """who or which: its antecedent, with the pronoun."""
    j = k - 1
    if view.code(j) in (",", "-"):
        j = before_bracket(view, j - 1)  # the Lomar Union (LU), which
    if view.lower(j) == "of" and view.lower(k) in ("whom", "which") and j > view.first:
        phrase = view.noun_ending.get(j)
        first = phrase.first if phrase is not None else j - 1
        return Source(first, k + 1, first, j, "relative")
    noun = view.noun_ending.get(j + 1)
    if noun is not None and all(view.code(n) == "C" for n in range(noun.first, noun.last)):
        j = noun.first - 1  # Karen Dietz, 57, who
        noun = view.noun_ending.get(j)
    if noun is None or view.lower(k) in ("what", "whoever", "whatever"):
        return None
    if view.lower(k) == "that" and j == k - 1 and view.code(j) == ",":
        return None
    first = head = leftwards(view, noun.first)
    whole = view.noun_starting.get(head)
    beyond = view.noun_ending.get(noun.first - 2) if view.code(noun.first - 2) in "JX" else None
    if view.lower(k) == "who" and beyond is not None and view.code(noun.first - 1) == "I":
        noun = beyond  # officials familiar with the talks, who
        first = head = leftwards(view, noun.first)
    elif view.lower(k) == "who" and whole is not None and is_thing(view.tokens, whole.last - 1):
        first = head = noun.first  # an issue for | leaders, who
    named = any(view.code(n) == "P" for n in range(noun.first, noun.last))
    of_place = view.lower(k) == "who" and view.lower(noun.first - 1) in ("from", "in", "at", "near", "of")
    dashed = view.code(k - 1) == "-" and whole is not None and is_read(view.tokens, whole.last - 1)
    if dashed:
        named = False  # the op-ed about guns - which said
    elif view.lower(k) in ("which", "that") or (view.lower(k) == "who" and named and not of_place):
        many = named and view.code(noun.first - 1) == "I" and view.lower(k + 1) in ("are", "have", "were")
        both = (
            view.lower(k + 1) in ("both", "all") and view.code(noun.first - 1) == "K"
        )  # Ms Roe and | Mr Dee, who both
        first, head = (first, head) if many or both else (noun.first, noun.first)  # countries in Asia | that are
    head_noun = view.noun_starting.get(head, noun)
    return Source(first, k + 1, head_noun.first, head_noun.last, "relative")


def _before_insertion(view: View, k: int) -> Source | None:
    """The noun phrase before ", ... ," that ends at the comma k; the source runs to that comma."""
    mark, end = view.lower(k), k
    for _ in range(4):
        j = k - 1
        while j > view.first and not (view.lower(j) == mark and view.quoted(j) is None):
            j -= 1
        noun = view.noun_ending.get(before_bracket(view, j - 1) + 1)
        following = view.code(j + 1)
        at = view.code(j + 2) in "IT" or view.is_time(view.noun_starting.get(j + 2))
        at = at or (view.code(j + 2) == "w" and view.lower(j + 1) == "asked")  # Ms Roe, asked | how it went, said
        reduced = following == "V" and view.tokens[j + 1].tag == "VBD" and at
        led = noun is not None and view.lower(noun.first - 1) == "by" and view.code(noun.first - 2) in "VX"
        if noun is not None and view.code(noun.first - 1) == "I" and view.code(noun.first - 2 - led) == ",":
            k = j  # Ms Roe, 52, of Clearwater, | Ohio, said; aides, led by Ms Roe, | R-Ohio, said
            continue
        clause = next((m for m in range(j - 1, view.first, -1) if view.code(m) == ","), view.first)
        noun = None if view.code(clause + 1) == "W" else noun  # Another, who gave a name, | Dee,
        reduced = reduced or (view.lower(j + 1) == "or" and k == end)  # the Lomar Union, | or LU, said
        if noun is not None and (following in "WDNPJGXIACTw" or reduced) and not _is_clause(view, j + 1, k):
            if view.code(noun.head) == "C" and view.code(noun.first - 1) == ",":
                noun = view.noun_ending.get(noun.first - 1, noun)  # Karen Dietz, 57, who
            first = head = leftwards(view, noun.first)
            if view.lower(first - 1) == "or" and view.code(first - 2) == ",":
                noun = view.noun_ending.get(first - 2, noun)  # Water for All, | or WFA, which feeds 900 people,
                first = head = leftwards(view, noun.first)
            earlier = view.noun_ending.get(first - 1) if view.code(first - 1) == "," else None
            named = earlier is not None and view.code(earlier.first) == "P" and not view.is_time(earlier)
            opened = earlier is not None and (
                view.is_time(earlier)
                or view.lower(earlier.first - 1)[-3:] == "ing"
                or (view.opens(earlier.first) and not (named and leftwards(view, earlier.first) == earlier.first))
                or _is_told(view, earlier.first)
            )  # Opening it, | the judge; in a post on Telegram, | the judge; there was no deal, | the judge
            if earlier is not None and not opened:
                described = named and not view.opens(earlier.first) and view.tokens[first].tag in ("DT", "NN")
                opened = following not in "DNPJ" and not (following == "W" and described)
            if earlier is not None and not opened:
                k, mark = j, ","  # Neil Moe, head of Safe Wells - which feeds 900 people - | said
                continue
            head_noun = view.noun_starting.get(head, noun)
            while view.code(end + 1) == ",":
                end += 1
            return Source(first, end, head_noun.first, head_noun.last, "subject, apposition")
        k, end = j, end if view.lower(j + 1) == "or" else j
    return None


def _is_told(view: View, i: int) -> bool:
    """Whether a whole clause ends with the noun phrase at token i, so that what follows says who tells it."""
    verb = view.finite_after(view.first, i)
    return verb is not None and not view.opens(i) and view.code(view.back(verb.first - 1)) not in "WtK^"


def _is_clause(view: View, first: int, last: int) -> bool:
    """Whether the tokens between two commas are a clause of their own: a noun phrase, then its finite verb."""
    noun = view.noun_starting.get(first)
    if noun is None or view.lower(first) == "whose":
        return False
    return view.finite_at(noun.last) is not None and noun.last < last
