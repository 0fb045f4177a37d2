"""Whether a verb, alone or with the one before it, is likely to tell what somebody says: no mere thing, no title."""

from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.cues import Cue
from ..lexicon.words import HAVE, listed, word_set
from .contents import Content
from .speakers import Source
from .view import View

_STANDS = word_set("support back favour favor oppose like approve accept welcome tolerate")
_NO_CONTENT = word_set("itself himself herself themselves anonymity")
_CHAIN = listed("verbs before a cue")
_REPORTED = word_set("report say believe understand think know")
CLAUSES = frozenset(("a clause with that", "a clause without that", "a question word", "a quotation behind its cue"))
_IN_PRINT = word_set("named identified quoted")
_YET_TO = word_set("expected due likely set poised scheduled")
_WHO_TELL = word_set("official source person people witness diplomat analyst expert aide")
_PERHAPS = word_set("perhaps maybe possibly")


def is_likely(view: View, cue: Cue, verb: VerbGroup, source: Source | None, content: Content, *, chained: bool) -> bool:
    """Whether a content is likely: no mere thing behind an infinitive."""
    clause = content.rule in CLAUSES
    if cue.kind == "judges" and content.rule == "a thing as content" and _is_not_done(view, verb):
        return False  # can't criticise | the king
    if view.lower(content.first) in _NO_CONTENT:
        return False  # defend | itself, spoke on condition of | anonymity
    whom = view.noun_starting.get(content.first) if content.rule == "a thing as content" else None
    named = whom is not None and view.code(whom.last - 1) == "P" and view.lower(whom.last) != "to"
    if cue.kind == "questions" and named:
        return False  # questioned | Ann Lind, and not: challenged her to a debate
    if cue.lemma == "know" and verb.form == "gerund":
        return False  # while knowing | that it was late
    if verb.form == "infinitive" and view.lower(verb.first - 2) in _YET_TO:
        return False  # is expected to | say
    if cue.lemma == "cite" and whom is not None and view.tokens[whom.head].tag == "NNS" and _is_people(view, whom):
        return False  # citing | officials
    if cue.kind in ("intends", "believes") and verb.form == "participle":
        return False  # a pact | intended to help; an aide | considered a friend
    if cue.lemma == "report" and verb.form == "gerund" and not clause:
        return False  # reporters | reporting the war
    if cue.lemma == "ask" and view.lower(content.last - 1) in _IN_PRINT:
        return False  # asked not to be | named
    if cue.kind == "intends" and verb.modal in ("must", "should"):
        return False  # the party must seek | a majority
    if view.lower(view.first) in _PERHAPS and view.tokens[verb.first].tag in ("VBZ", "VBP"):
        return False  # Perhaps the king regrets | it
    if verb.form == "infinitive" and content.rule == "a quotation behind its cue" and not chained:
        return False
    if verb.form == "infinitive" and source is not None and view.lower(source.first) == "it":
        return False  # it is hard to say
    if verb.form == "infinitive" and not clause:
        return content.rule == "a preposition and a content" and chained
    return not (verb.form == "gerund" and not clause and view.code(verb.first - 1) not in ",NPIK^")


def _is_people(view: View, whom: NounPhrase) -> bool:
    return view.tokens[whom.head].lemma in _WHO_TELL


def _is_not_done(view: View, verb: VerbGroup) -> bool:
    """Whether nobody judges anything: won't criticise, may praise."""
    backs = view.tokens[verb.main].lemma in _STANDS
    return not backs and (verb.negated or verb.modal in ("can", "could", "may", "might", "ca"))


def chained_to(view: View, verb: VerbGroup) -> VerbGroup | None:
    """The verb before an infinitive that makes one cue with it: declined | to say."""
    k = verb.first - 1
    while view.code(k) in "AT":
        k -= 1
    before = view.verb_at.get(k)
    if before is None:
        return None
    said = view.tokens[verb.main].lemma == "say" and view.tokens[before.main].lemma in _REPORTED
    reported = before.passive and said  # was reported | to have said
    return before if reported or view.tokens[before.main].lemma in _CHAIN else None


def has_to(view: View, chained: VerbGroup | None) -> bool:
    """Whether somebody is yet to say it: will have | to say whether."""
    return chained is not None and bool(chained.modal) and view.tokens[chained.main].lemma == "have"


def only_tells_when(view: View, verb: VerbGroup, cue: Cue) -> bool:
    """wept upon | hearing it; stopped short of | calling it a war; shut it, | meaning that."""
    if verb.form != "gerund":  # has been known to hunt
        return cue.lemma == "know" and verb.passive and view.lower(verb.first) in HAVE
    heard = cue.kind == "perceives" and view.lower(verb.first - 1) in ("on", "upon", "after", "by")
    return heard or view.lower(verb.first - 2) == "short" or cue.lemma in ("mean", "refer")


def is_title(view: View, i: int) -> bool:
    """Whether a quotation that begins at token i is a title, all its longer words with capitals: "Open Doors"."""
    quote = view.quoted(i)
    first, last = view.tokens_of_quotation(quote) if quote is not None else (0, 0)
    words = [t.text for t in view.tokens[first:last] if t.text[0].isalpha() and len(t.text) > 3]
    return len(words) > 1 and all(w[0].isupper() for w in words)
