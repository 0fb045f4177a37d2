"""Contents that say what something is called: called it a threat; described the plan as late."""

from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.cues import Cue
from ..lexicon.words import word_set
from .adjuncts import thing_end
from .clause_ends import clause_end
from .contents import Content
from .view import View

_SPANS = word_set("second minute hour day night week month year decade")
_CALLED = "what somebody called it"
_TIED = word_set("of on in for by against over between")


def described(view: View, cue: Cue, verb: VerbGroup, noun: NounPhrase) -> Content | None:
    """called it a threat; saw him leaving; described it as late."""
    names = "n" in cue.frames and not _is_day(view, noun)
    if names and _of_what_comes_before(view, verb):
        return Content(noun.first, _name_end(view, noun.first), noun.first, _CALLED)
    if names:
        end, at = thing_end(view, noun.first), _behind_ties(view, noun.last)
        if at < end and (view.code(at) in "DJqNPC" or view.lower(at) in ("as", "a")):
            return Content(noun.first, end, noun.first, "a name for a thing")
    if "s" in cue.frames and view.code(noun.last) in "GX":
        return Content(noun.first, clause_end(view, noun.first, thing=True), noun.first, "a thing and what it does")
    return described_as(view, noun.first, noun) if "as" in cue.frames else None


def described_so(view: View, cue: Cue, verb: VerbGroup) -> Content | None:
    """what he described as | late; a deal that he described as | late."""
    i = verb.last
    if "as" not in cue.frames or view.lower(i) != "as" or not _of_what_comes_before(view, verb):
        return None
    return Content(i + 1, _name_end(view, i + 1), i + 1, _CALLED)


def _is_day(view: View, noun: NounPhrase) -> bool:
    """Whether a noun phrase is a day, or how long before or after: a strike that they called | a week | ago."""
    return noun.head - view.first in view.sentence.chunks.times or view.tokens[noun.head].lemma in _SPANS


def _name_end(view: View, start: int) -> int:
    """Where words end that say what something is: a deal that he called | a mistake | has failed."""
    noun = view.noun_starting.get(start)
    main_verb = noun is not None and view.finite_at(noun.last) is not None
    return noun.last if noun is not None and main_verb else clause_end(view, start, thing=True)


def described_as(view: View, start: int, noun: NounPhrase) -> Content | None:
    """described the plan | as late; referred to him | as a chicken."""
    end = clause_end(view, start, thing=True)
    at = next((j for j in range(noun.last, min(noun.last + 12, end)) if view.lower(j) == "as"), view.last)
    name = view.noun_starting.get(at + 1)
    if at < view.last and (name is None or view.finite_at(name.last) is None):  # attacked it | as it left
        return Content(start, thing_end(view, at + 1), start, "described as")
    return None


def _behind_ties(view: View, i: int) -> int:
    """The token behind what a noun has behind it at token i: called the decision to leave | a mistake."""
    for _ in range(3):
        verb = view.verb_at.get(i + 1) if view.code(i) == "T" else None
        start = verb.last if verb is not None else i + 1
        thing = view.noun_starting.get(start) if verb is not None or view.lower(i) in _TIED else None
        if thing is None:
            break
        i = thing.last
    return i


def _of_what_comes_before(view: View, verb: VerbGroup) -> bool:
    """Whether a verb is about words before its subject: what | he called, a deal (that) | he called."""
    subject = view.noun_ending.get(verb.first)
    start = subject.first if subject is not None else verb.first
    linked = view.lower(start - 1) in ("that", "which")
    return view.lower(start - 1) == "what" or view.noun_ending.get(start - linked) is not None
