"""Where a content begins behind its cue, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.cues import Cue
from ..lexicon.words import word_set
from .clause_ends import clause_end
from .speakers import is_time
from .view import View

_ADJUNCT_HEADS = word_set("of in on at during after before by via through to from for with over ahead following")


@dataclass(slots=True)
class Content:
    """Tokens `first` to `last` (not included) of a content, the cue's last token + 1, and the rule's name."""

    first: int
    last: int
    cue_last: int
    rule: str


def skip_adjuncts(view: View, i: int) -> int:
    """The first token behind adverbs, times and occasions: said | on Monday in an interview with the BBC | that."""
    for _ in range(8):
        code, word = view.code(i), view.lower(i)
        noun, tied = view.noun_starting.get(i), view.noun_starting.get(i + 1)
        if code == "A":
            i += 1
        elif noun and is_time(view, noun.first, noun.last) and code in "PNDJC":
            i = noun.last
        elif code in "IT" and word in _ADJUNCT_HEADS and tied:
            i = tied.last
        else:
            break
    return i


def content_behind(view: View, cue: Cue, verb: VerbGroup) -> Content | None:
    """The content behind a cue verb, by the first frame of the verb that fits."""
    i = verb.last
    while view.code(i) == "A" and view.lower(i) != "that":
        i += 1
    if verb.passive:
        return _behind_passive(view, cue, i)
    content = _complement(view, cue, i, verb, heard=False)
    if content:
        return content
    noun = view.noun_starting.get(i)
    if cue.heard and noun:
        content = _behind_hearer(view, cue, verb, noun.first, noun.last)
        if content:
            content.cue_last = verb.last
            return content
    if "n" in cue.frames and noun and view.lower(_subject_start(view, verb) - 1) == "what":
        return Content(i, clause_end(view, i, thing=True), i, "what somebody called it")
    if "n" in cue.frames and noun:
        end = clause_end(view, i, thing=True)
        if noun.last < end and (view.code(noun.last) in "DJqNPC" or view.lower(noun.last) in ("as", "a")):
            return Content(i, end, i, "a name for a thing")
    if "s" in cue.frames and noun and view.code(noun.last) in "GX":
        return Content(i, clause_end(view, i, thing=True), i, "a thing and what it does")
    if "as" in cue.frames and noun:
        end = clause_end(view, i, thing=True)
        if any(view.lower(j) == "as" for j in range(noun.last, min(noun.last + 12, end))):
            return Content(i, end, i, "described as")
    after = skip_adjuncts(view, i)
    if after != i:
        content = _complement(view, cue, after, verb, heard=False, skipped=True)
        if content:
            content.cue_last = verb.last
            return content
    if "o" in cue.frames and (noun or view.code(i) == "q"):
        return Content(i, clause_end(view, i, thing=True), i, "a thing as content")
    return None


def _complement(view: View, cue: Cue, i: int, verb: VerbGroup, *, heard: bool, skipped: bool = False) -> Content | None:
    """that ..., whether ..., to ..., of ..., a quotation, or a clause without that, at token i."""
    frames = cue.heard if heard else cue.frames
    code, word = view.code(i), view.lower(i)
    if code in ",:-" and view.code(i + 1) in "qt" and code != "$" and (view.code(i + 1) == "t" or "q" in cue.frames):
        i += 1
        code, word = view.code(i), view.lower(i)
    if view.code(i) == ":" and "q" in cue.frames and i + 1 < view.last:
        return Content(i + 1, clause_end(view, i + 1), i, "a content behind a colon")
    if code == "t" and frames & {"t", "c"}:
        start = i + 1
        while view.code(start) == ",":
            start += 1
        return Content(start, clause_end(view, start), i, "a clause with that")
    if code == "q" and not _mere_manner(view, cue, i) and cue.frames & {"q", "c", "o"}:
        return Content(i, clause_end(view, i, thing=_is_partial(view, i)), i, "a quotation behind its cue")
    if word in ("whether", "if", "why", "how", "what", "who", "where", "when", "which") and frames & {"t", "c"}:
        if (
            word in ("if", "when", "where")
            and cue.kind not in ("questions", "believes", "perceives")
            and not verb.negated
        ):
            return None
        return Content(i, clause_end(view, i), i, "a question word")
    if code == "T" and "i" in frames and _infinitive(view, i + (view.code(i + 1) == "q")):
        return Content(i, clause_end(view, i, thing=True), i, "to and a verb")
    if code == "G" and "g" in frames:
        return Content(i, clause_end(view, i), i, "a verb in -ing")
    preps = (cue.heard if heard else cue.preps) if code in "ITw" else frozenset()
    if word in preps and not skipped:
        start = i + 1
        if view.code(start) in "DGqwWJC-" or view.noun_starting.get(start):
            return Content(start, clause_end(view, start, thing=True), start, "a preposition and a content")
    return _clause_without_that(view, i) if "c" in frames else None


def _clause_without_that(view: View, i: int) -> Content | None:
    """A clause that begins at token i with its subject, or with "if" or "because"."""
    code, word = view.code(i), view.lower(i)
    begins = code in "DPONCJESGw(" or word in ("more", "nearly", "almost", "only", "at")
    if not begins and not (code == "I" and word in ("if", "because")):
        return None
    stop = clause_end(view, i)
    noun = view.noun_starting.get(i) or _counted(view, i)
    if noun and is_time(view, noun.first, noun.last) and code == "P":
        return None
    finite = view.finite_after(i + 1, stop)
    while finite and _before_verb(view, finite.first) == "W" and code not in "w":
        finite = view.finite_after(finite.last, stop)
    if finite is None or _before_verb(view, finite.first) == "K" or not (noun or code in "GIw"):
        return None
    near = noun is None or _reaches(view, noun.last, finite.first)
    return Content(i, stop, i, "a clause without that") if near else None


def _counted(view: View, i: int) -> NounPhrase | None:
    """A phrase such as "more than two million people"."""
    j = i
    while j < i + 4 and view.code(j) in "JIAC" and not view.noun_starting.get(j):
        j += 1
    return view.noun_starting.get(j) if j > i else None


def _before_verb(view: View, i: int) -> str:
    i -= 1
    while view.code(i) == "A":
        i -= 1
    return view.code(i)


def _mere_manner(view: View, cue: Cue, i: int) -> bool:
    """Whether a quotation tells how, not what: would respond "in kind"."""
    return (
        cue.lemma in ("respond", "answer", "react", "reply")
        and view.code(i - 1) not in ",:"
        and view.code(i + 1) == "I"
    )


def _is_partial(view: View, i: int) -> bool:
    """Whether a quotation is a few words inside a sentence, rather than a sentence of its own."""
    first = view.tokens[i + 1].text[:1] if i + 1 < view.last else ""
    return first.islower() and view.code(i - 1) not in ",:"


def _reaches(view: View, i: int, j: int) -> bool:
    """Whether nothing but ties, appositions and noun phrases stands between a subject and its verb."""
    return (
        j - i <= 25
        and not sum(view.code(k) == "," for k in range(i, j)) % 2
        and not view.lower(i - 1).endswith(("self", "selves"))
        and all(view.code(k) not in ";:Q" for k in range(i, j))
        and (view.code(i) != "," or view.code(i + 1) in "WDNPA")
    )


def _subject_start(view: View, verb: VerbGroup) -> int:
    noun = view.noun_ending.get(verb.first)
    return noun.first if noun else verb.first


def _infinitive(view: View, i: int) -> bool:
    j = i + 1
    while view.code(j) == "A":
        j += 1
    return view.code(j) in "VBHd"


def _behind_hearer(view: View, cue: Cue, verb: VerbGroup, first: int, last: int) -> Content | None:
    """told | the reporters at the rally | that ...; the hearer is content with accuse, urge, warn somebody to."""
    i = skip_adjuncts(view, last)
    if view.code(i) == "," and view.code(i + 1) == "W" and view.lower(i + 1) in ("who", "which"):
        j = i + 2
        while j < view.last and view.code(j) not in ",.;q":
            j += 1
        i = j + (view.code(j) == ",")
    for at in (last, i):
        code, word = view.code(at), view.lower(at)
        if code == "T" and "i" in cue.heard and _infinitive(view, at):
            start = first if cue.kind in ("demands", "intends", "believes", "questions") else at
            return Content(start, clause_end(view, at, thing=True), first, "a hearer and a preposition")
        if word in cue.heard and word in ("of", "for", "against", "about", "on", "to", "with") and code in "IT":
            start = first if cue.kind in ("accuses", "judges", "believes") else at + 1
            return Content(start, clause_end(view, at + 1, thing=True), start, "a hearer and a preposition")
        content = _complement(view, cue, at, verb, heard=True)
        if content:
            return content
        if view.code(at) == "," and view.code(at + 1) == "q" and "q" in cue.frames:
            return Content(at + 1, clause_end(view, at + 1), first, "a quotation behind its cue")
    return None


def _behind_passive(view: View, cue: Cue, i: int) -> Content | None:
    """was told that; is said to; was accused of."""
    code = view.code(i)
    if code == "T" and _infinitive(view, i):
        return Content(i, clause_end(view, i), i, "a passive")
    if code == "t":
        return Content(i + 1, clause_end(view, i + 1), i, "a passive")
    if view.lower(i) in ("of", "as") and (cue.heard or "as" in cue.frames):
        return Content(i, clause_end(view, i + 1), i, "a passive")
    return None
