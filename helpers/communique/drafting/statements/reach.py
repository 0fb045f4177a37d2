"""How far a noun phrase reaches to the left, with what depends on it: of, and, people | briefed on the plan."""

from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.words import listed, word_set
from .other_speakers import SUBORDINATE
from .view import View

TIES = word_set(
    "of for in at from with on to by near against about close between under aboard inside outside across within via "
    "into"
)
MEANWHILE = word_set("during after before following amid since")
_OBJECTS = word_set("him her them me us")
_SIMPLE_PAST = listed("past and no participle")
_TITLE_TIES = word_set("of for in at from with on to")


def leftwards(view: View, first: int) -> int:
    """How far a noun phrase reaches to the left: the first token of the whole, which begins with its head phrase."""
    for _ in range(6):
        noun = _further_left(view, first)
        if noun is None:
            break
        first = noun.first
        while view.code(first - 1) == "," and view.noun_ending.get(first - 1) and "K" in _codes(view, first):
            listed = view.noun_ending[first - 1].first  # Japan, Australia and the Philippines
            tied = view.opens(listed) or (view.code(listed - 1) in "IT" and view.lower(listed - 1) != "of")
            if tied or has_verb_before(view, listed):
                break  # The contrast with Peru, | Mr Dahl and others
            first = listed
    return first


def _further_left(view: View, first: int) -> NounPhrase | None:
    """The phrase that one which begins at a token depends on: of, and, people | briefed on, a poll out | Tuesday."""
    before, phrase = view.code(first - 1), view.noun_starting.get(first)
    if view.is_time(phrase):
        out = view.noun_ending.get(first - (before == "I")) if before in "INPQ" else None
        if before == "I" and view.code(first - 2) == ")":
            out = view.noun_ending.get(before_bracket(view, first - 2) + 1)  # the Lomar Union (LU) on | Tuesday
        if view.lower(first - 1) in ("earlier", "later"):
            out = view.noun_ending.get(first - 1)  # the report earlier | this year
        noun = out or before_reduced(view, first - 1)
        if noun is not None:
            return noun
    tie = view.lower(first - 1)
    if before in "ITw" and (tie in TIES or tie in MEANWHILE or before_reduced(view, first - 2)):
        noun = view.noun_ending.get(first - 1)
        if noun is None and view.code(first - 2) in "JXA":  # people familiar with the matter
            noun = view.noun_ending.get(first - 2)
        if noun is None and view.code(first - 2) == "I":  # critics from across the country
            noun = view.noun_ending.get(first - 2)
        noun = noun or (None if tie in MEANWHILE and tie != "during" else before_reduced(view, first - 2))
        if noun is not None and tie in MEANWHILE and (view.is_time(noun) or has_verb_before(view, noun.first)):
            noun = None  # just days after | the UN said, tension rose in Togo after | reports said
        if noun is not None and view.code(noun.head) == "O" and view.lower(noun.head) in _OBJECTS:
            noun = None  # pressed her on | the number of people
        loose = noun is not None and view.lower(first - 1) not in _TITLE_TIES and view.code(noun.first - 1) == "V"
        return None if loose else noun
    if before == "K" and view.lower(first - 1) in ("and", "or", "as"):
        noun = view.noun_ending.get(first - 1 - 2 * (view.lower(first - 1) == "as"))  # Togo as well as | Ghana
        return noun if noun is not None and not has_verb_before(view, noun.first) else None
    verb = view.verb_at.get(first - 1) if before in "VGB" else None
    if verb is not None and verb.form == "infinitive" and view.code(verb.first - 1) == "T":
        verb = view.verb_at.get(verb.first - 2)  # aides trying to verify | the claims
        verb = verb if verb is not None and verb.form == "gerund" else None
    if verb is None:
        return None
    if view.code(verb.first - 1) == "W":
        return view.noun_ending.get(verb.first - 1)
    if verb.form == "gerund" and view.lower(verb.first - 1) in ("in", *MEANWHILE):
        return view.noun_ending.get(verb.first - 1)  # the speaker | in relaying the news
    return view.noun_ending.get(verb.first) if verb.form == "gerund" and not has_verb_before(view, verb.first) else None


def before_bracket(view: View, k: int) -> int:
    """The token before the bracket that ends at token k, or k: Mr Hale | (R-Ohio)."""
    if view.code(k) != ")":
        return k
    return next((j for j in range(k, view.first, -1) if view.code(j) == "("), k) - 1


def tells_which(view: View, verb: VerbGroup) -> bool:
    """Whether a form in -ed or -ing belongs to the noun before it: people | briefed on the plan."""
    main = view.tokens[verb.main]
    if verb.first != verb.main or main.tag not in ("VBD", "VBN", "VBG") or main.lower in _SIMPLE_PAST:
        return False  # and not: the attacks | came as the minister said
    noun = view.noun_ending.get(verb.first)
    if noun is None or view.code(noun.head) == "O":
        return False
    return view.code(verb.last) in "IT" or view.is_time(view.noun_starting.get(verb.last))


def before_reduced(view: View, i: int) -> NounPhrase | None:
    """The noun phrase before the form in -ed or -ing at token i that belongs to it."""
    verb = view.verb_at.get(i)
    return view.noun_ending.get(verb.first) if verb is not None and tells_which(view, verb) else None


def _codes(view: View, first: int) -> str:
    """The classes of the next tokens, to the end of the list that begins there."""
    return "".join(view.code(i) for i in range(first, first + 6))


def has_verb_before(view: View, i: int) -> bool:
    """Whether a finite verb comes before token i in the same clause."""
    j = i - 1
    while j >= view.first and view.code(j) not in ",;:qQtWw-":
        if view.finite_at(j) is not None:
            return True
        if view.lower(j) in SUBORDINATE:
            return False
        j -= 1
    return False
