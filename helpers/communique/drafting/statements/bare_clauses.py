"""Clauses without "that" behind a verb of saying: said | the treaty was dead."""

from ..grammar.phrases import NounPhrase
from .adjuncts import LATER
from .clause_ends import clause_end
from .other_speakers import behind
from .view import View

_FEW = 8  # tokens


def bare_clause_end(view: View, i: int) -> int:
    """Where a clause ends that begins at token i with its subject, or with "if" or "because"; -1 where none does."""
    code, word = view.code(i), view.lower(i)
    begins = code in "DPONCJESGw(" or word in ("more", "nearly", "almost", "only")
    begins = begins or (word == "at" and view.lower(i + 1) in ("least", "most"))
    if word == "not" and view.code(i + 1) == "D" and view.noun_starting.get(i + 1):
        return bare_clause_end(view, i + 1)  # said | not all of them left
    if code in "Iw" and word in ("while", "although", "though"):
        for comma in (j for j in range(i + 2, view.last) if view.code(j) == "," and view.finite_after(i, j)):
            main = comma + 1 + (view.code(comma + 1) == "Q")
            if view.code(main) in "DNPOJCI" and view.finite_after(main, view.last) is not None:
                return clause_end(view, main)  # said | while he would leave, they would stay
        return -1
    if not begins and not (code == "I" and word in ("if", "because")):
        return -1
    stop = clause_end(view, i)
    noun = view.noun_starting.get(i) or _counted(view, i) or _in_marks(view, i)
    if noun is not None and view.is_time(noun) and view.lower(noun.last) != "of":
        own = view.finite_at(noun.last)
        if own is None or view.code(own.main) != "B":
            return -1  # said last week | that it was late; the plan he backed this year | will please them
    finite = view.finite_after(i + 1, stop)
    while finite and view.code(view.back(finite.first - 1)) == "W" and code not in "w":
        finite = view.finite_after(finite.last, stop)
    if finite is None or view.code(view.back(finite.first - 1)) == "K" or not (noun or code in "GIw"):
        return -1
    if noun is not None and any(_ends_a_list(view, at, finite.first) for at in (noun.last, behind(view, noun.last))):
        return stop  # farmers, ranchers and traders | left; work across health, schools and roads | goes on
    if noun is not None and not _reaches(view, noun.last, finite.first):  # the man, if found, | would
        finite = view.finite_after(finite.last, stop) if view.code(noun.last) == "," else None
    near = noun is None or (finite is not None and _reaches(view, noun.last, finite.first))
    return stop if near else -1


def _counted(view: View, i: int) -> NounPhrase | None:
    """A phrase such as "more than two million people"."""
    j = i
    while j < i + 4 and view.code(j) in "JIAC" and not view.noun_starting.get(j):
        j += 1
    return view.noun_starting.get(j) if j > i else None


def _in_marks(view: View, i: int) -> NounPhrase | None:
    """A phrase of which the first words are quoted: a "state of calm"."""
    quote = view.quoted(i + 1) if view.code(i) == "D" and view.code(i + 1) == "q" else None
    end = view.tokens_of_quotation(quote)[1] if quote is not None else 0
    inside = [view.noun_starting[k] for k in range(i + 2, min(end, view.last)) if k in view.noun_starting]
    noun = view.noun_starting.get(end) or (inside[0] if inside else None)
    return noun if noun is not None and end - i < _FEW else None


def _reaches(view: View, i: int, j: int) -> bool:
    """Whether nothing but ties, appositions and noun phrases comes between a subject and its verb."""
    return (
        j - i <= 25
        and not sum(view.code(k) == "," for k in range(i, j)) % 2
        and not view.lower(i - 1).endswith(("self", "selves"))
        and all(view.code(k) not in ";:" for k in range(i, j))
        and (view.code(i) == "q" or _marks_pair(view, i, j))
        and (view.code(i) == view.code(j - 1) == "," or all(view.lower(k) not in LATER for k in range(i, j)))
        and (view.code(i) != "," or view.code(i + 1) in "WDNPAVXGJIC")
    )


def _marks_pair(view: View, i: int, j: int) -> bool:
    """Whether no quotation ends between a subject and its verb, but for one of a few words: Togo's "late" plan is."""
    marks = [k for k in range(i - 1, j) if view.code(k) in "qQ"]
    ends = sum(view.code(k) == "Q" for k in marks)
    return (
        not ends or (len(marks) == 2 and marks[1] - marks[0] < _FEW) or (ends == 1 and view.quoted(i - 1) is not None)
    )


def _ends_a_list(view: View, i: int, j: int) -> bool:
    """Whether nothing but other names of a list comes between a name and a verb: farmers | , ranchers and traders."""
    joined = False
    while i < j and view.code(i) in ",K":
        joined = joined or view.code(i) == "K"
        noun = view.noun_starting.get(i + 1 + (view.code(i + 1) == "K"))
        if noun is None:
            return False
        i = noun.last
    return joined and view.onward(i) == j
