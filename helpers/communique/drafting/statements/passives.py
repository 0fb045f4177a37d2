"""Passives: what is said to be so, by whom, and who is quoted as saying it."""

from ..grammar.phrases import VerbGroup
from ..lexicon.cues import Cue
from ..lexicon.words import word_set
from .contents import Content
from .speakers import Source
from .speakers_behind import subject_behind
from .view import View

_HIDDEN = word_set("say believe think report understand allege know rumour rumor estimate ask tell")
_HEARD = frozenset(("ask", "tell"))  # The mayor was asked | why


def own_content(
    view: View, subject: Source | None, doer: Source | None, cue: Cue, content: Content
) -> list[tuple[int, int]] | None:
    """Of a passive the subject, where it is of the content: | the vote | was called unfair; None: no statement."""
    it = subject is not None and view.lower(subject.first) == "it"
    impersonal = it and content.rule == "a passive"
    if doer is None and cue.lemma not in _HIDDEN and not impersonal and "h" not in cue.frames:
        return None
    heard = cue.lemma in _HEARD
    behind = view.lower(content.first) == "as" if doer is not None else not it and not heard
    return [(subject.first, subject.last)] if subject is not None and behind else []


def doer_of(view: View, verb: VerbGroup, content: Content) -> Source | None:
    """by whom, in the passive."""
    own = (v.first for v in view.verbs if verb.last <= v.first < content.last and (v.passive or v.form == "finite"))
    places = range(verb.last, min(next(own, content.last), view.last - 1))  # was told that it | was shut by guides
    by = next((i for i in places if view.lower(i) == "by" and view.quoted(i) is None), None)
    noun = view.noun_starting.get(by + 1) if by is not None else None
    when = noun is not None and (view.is_time(noun) or view.is_time(view.noun_starting.get(noun.last)))
    return subject_behind(view, by + 1) if by is not None and not when else None


def quoted_as(view: View, verb: VerbGroup) -> VerbGroup | None:
    """The passive before "as saying" that makes one cue with it: was quoted | by the BBC on Monday as saying."""
    if verb.form != "gerund" or view.lower(verb.first - 1) != "as":
        return None
    before = next((v for v in reversed(view.verbs) if v.last < verb.first), None)
    is_one = before is not None and before.form == "finite" and before.passive
    beside = before is not None and not any(view.code(i) in ",:;" for i in range(before.last, verb.first))
    return before if is_one and beside else None


def whom_it_quotes(view: View, verb: VerbGroup) -> Source | None:
    """Whom a verb quotes: the paper quoted | Ms Holm | as saying, quoted | Ms Holm | telling a crowd."""
    noun = view.noun_starting.get(verb.last)
    if noun is None or view.tokens[verb.main].lemma not in ("quote", "cite"):
        return None
    said = view.verb_at.get(noun.last + (view.lower(noun.last) == "as"))
    if said is None or said.form != "gerund":
        return None
    return Source(noun.first, noun.last, noun.first, noun.last, "whom another quotes")
