"""Where a content begins behind its cue, and where it ends."""

from dataclasses import replace

from ...coding.pointers import HEADLINE
from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.cues import Cue
from ..lexicon.words import listed, word_set
from .adjuncts import later_that, of_a_report, places_behind, thing_end
from .bare_clauses import bare_clause_end
from .called import described, described_as, described_so
from .clause_ends import clause_end
from .contents import Content
from .speakers import Source
from .speakers_behind import subject_behind
from .view import View

_PAPERS = listed("things that are read")
_ON_OCCASION = word_set("in on at")
_BACKING = frozenset(("support", "back"))
_FIGHTERS = word_set("group rebel militia militant insurgent fighter force faction guerrilla army troop")
_EACH = word_set("every each")


def content_behind(view: View, cue: Cue, verb: VerbGroup, source: Source | None = None) -> Content | None:
    """The content behind a cue verb, by the first frame of the verb that fits."""
    i = verb.last
    while view.code(i) == "A" and view.lower(i) not in ("that", "not"):
        i += 1
    if view.lower(i) == "about" and view.code(i + 1) == "C" and cue.heard:
        i += 1  # told about | 900 people that
    if verb.passive or "h" in cue.frames:
        return _behind_passive(view, cue, verb, i)
    own = _of_what_comes_before(view, cue, i, source)
    if own >= 0:
        return Content(own, clause_end(view, own, thing=True), verb.last, "a clause without that")
    that = later_that(view, i) if cue.frames & {"t", "c"} else -1
    if that >= 0:
        return Content(that, clause_end(view, that + 1), verb.last, "a clause with that")
    content = described_so(view, cue, verb) or _complement(view, cue, i, verb, heard=False)
    if content:
        return content
    noun = view.noun_starting.get(i)
    if cue.heard and noun:
        content = _behind_hearer(view, cue, verb, noun.first, noun.last)
        if content:
            content.cue_last = verb.last
            return content
    if noun:
        content = described(view, cue, verb, noun)
        if content:
            return content
    content, after = _behind_adjuncts(view, cue, verb, i)
    if content:
        content.cue_last = verb.last
        return content
    return None if _not_promised(view, cue, verb, i) else _thing_behind(view, cue, verb, source, i, after)


#: What is claimed and then held, and not said.
_GOT = word_set("salary wage benefit pension life asylum expense damage compensation refund seat prize medal title")
_WHOM = frozenset(("him", "her", "them", "me", "us"))


def _not_promised(view: View, cue: Cue, verb: VerbGroup, i: int) -> bool:
    """Whether nothing was promised or meant: offered | no data, did not seek office."""
    return (view.lower(i) == "no" and cue.kind == "promises") or (verb.negated and cue.kind in ("promises", "intends"))


def _thing_behind(view: View, cue: Cue, verb: VerbGroup, source: Source | None, i: int, after: int) -> Content | None:
    """A thing as content at token i, or at `after`, behind adverbs and times: condemned on Monday | the raid."""
    noun, later = view.noun_starting.get(i), view.noun_starting.get(after)
    if noun is None and later is not None and "o" in cue.frames and not _is_when(view, later):
        return Content(after, thing_end(view, after), verb.last, "a thing as content")
    if noun is not None and _is_when(view, noun):
        return None  # a plan he backed this year | will please them; report every week
    if noun is not None and cue.lemma in _BACKING and view.tokens[noun.head].lemma in _FIGHTERS:
        return None  # are supporting | armed groups
    if noun is not None and cue.lemma == "claim" and view.tokens[noun.head].lemma in _GOT:
        return None  # claimed | benefits, claimed | the lives of ten people
    opens = view.code(i) == "q" or (view.code(i) == "D" and view.code(i + 1) == "q")  # condemned the | "harsh" law
    if (noun or opens) and ("o" in cue.frames or ("d" in cue.frames and _is_paper(view, source))):
        return Content(i, thing_end(view, i), i, "a thing as content")
    return None


def _is_when(view: View, noun: NounPhrase) -> bool:
    """Whether a noun phrase at the place of a thing tells when or how often, and is no "year of peace"."""
    if view.is_time(noun) and view.finite_at(noun.last) is not None:
        return True
    in_days = noun.head - view.first in view.sentence.chunks.times and view.lower(noun.last) != "of"
    return in_days or view.lower(noun.head) in _EACH


def _of_what_comes_before(view: View, cue: Cue, i: int, source: Source | None) -> int:
    """The verb that somebody says of what comes before: aides he says | left, a talk he said Monday | was late."""
    thing = view.noun_ending.get(source.first) if source is not None and "c" in cue.frames else None
    if thing is None or view.is_time(thing):
        return -1
    time = view.noun_starting.get(i)
    behind = time.last if time is not None and view.is_time(time) else i
    return behind if view.finite_at(behind) is not None else -1


def _behind_adjuncts(view: View, cue: Cue, verb: VerbGroup, i: int) -> tuple[Content | None, int]:
    """The content behind adverbs, times and occasions, and where these end: called | on Monday, in Lomar, | for."""
    *between, after = places_behind(view, i)
    dated = view.noun_starting.get(i) is None or i - view.first in view.sentence.chunks.times
    for place in between[1:] if dated else ():
        of_noun = view.lower(place) == "of" and view.code(place - 1) in "NP"  # spoke with the leaders | of the union
        if view.lower(place) in cue.preps - _ON_OCCASION and not of_noun:
            content = _complement(view, cue, place, verb, heard=False)
            if content:
                return content, after
    if view.code(after) == "," and after > i and view.code(after - 1) not in ",":
        after += view.code(after + 1) in "DNPOJCqt"  # said on Thursday, | the plan was dead
    behind = after != i and view.lower(i) != "not"
    return (_complement(view, cue, after, verb, heard=False, skipped=True) if behind else None), after


def _complement(view: View, cue: Cue, i: int, verb: VerbGroup, *, heard: bool, skipped: bool = False) -> Content | None:
    """that ..., whether ..., to ..., of ..., a quotation, or a clause without that, at token i."""
    frames = cue.heard if heard else cue.frames
    code, word = view.code(i), view.lower(i)
    if code in ",:-" and view.code(i + 1) in "qt" and code != "$" and (view.code(i + 1) == "t" or "q" in cue.frames):
        i += 1
        code, word = view.code(i), view.lower(i)
    if view.code(i) == ":" and "q" in cue.frames and i + 1 < view.last:
        return Content(i + 1, clause_end(view, i + 1), i, "a content behind a colon")
    if code == "t" and frames & {"t", "c"} and not of_a_report(view, i):
        return Content(i, clause_end(view, i + 1), i, "a clause with that")
    if code == "q" and not _mere_manner(view, cue, i) and cue.frames & {"q", "c", "o"}:
        quotation, end = view.quoted(i), clause_end(view, i, thing=_is_partial(view, i))
        if quotation is not None and quotation.closed and view.passage.text[quotation.end - 2] in ".?!":
            end = min(end, view.tokens_of_quotation(quotation)[1])
        return Content(i, end, i, "a quotation behind its cue")
    if word in ("whether", "if", "why", "how", "what", "who", "where", "when", "which") and frames & {"t", "c"}:
        open_ones = cue.kind in ("questions", "believes", "perceives") or verb.negated or verb.form == "infinitive"
        if word == "if" and "c" in frames and not open_ones:
            return _bare_clause(view, i) if "," in map(view.code, range(i, clause_end(view, i))) else None
        if word in ("if", "when", "where") and not open_ones:
            return None
        return Content(i, clause_end(view, i), i, "a question word")
    to = i + (word == "not")
    if view.code(to) == "T" and "i" in frames and _infinitive(view, to + (view.code(to + 1) == "q")):
        return Content(i, clause_end(view, i, thing=True), i, "to and a verb")
    if code == "G" and "g" in frames:
        return Content(i, clause_end(view, i), i, "a verb in -ing")
    preps = (cue.heard if heard else cue.preps) if code in "ITw" else frozenset()
    if word in preps and not skipped:
        start = i + 1
        noun = view.noun_starting.get(start)
        often = word == "for" and noun is not None and view.lower(noun.head) == "time"  # for the first | time
        when = often or (word in ("on", "in", "at", "for", "during") and view.is_time(noun))
        called = "q" in frames and noun is not None and view.code(noun.last) == ":"  # appealed to | voters: "..."
        alone = noun is not None and noun.last - noun.first == 1 and view.lower(noun.head) in _WHOM  # called on | him
        if (view.code(start) in "DGqwWJC-" or noun) and not (when or called or alone):
            if view.lower(start) == "what":
                return Content(start, clause_end(view, start), start, "a preposition and a content")
            named = described_as(view, start, noun) if noun is not None and "as" in frames else None
            return named or Content(start, thing_end(view, start), start, "a preposition and a content")
    noun = view.noun_starting.get(i)
    if noun is not None and view.code(noun.last) == "t" and not heard and "t" in cue.heard:
        return None  # warned the town | that
    return _bare_clause(view, i) if "c" in frames else None


def _bare_clause(view: View, i: int) -> Content | None:
    end = bare_clause_end(view, i)
    return Content(i, end, i, "a clause without that") if end > 0 else None


def _is_paper(view: View, source: Source | None) -> bool:
    """Whether a source is something that is read: a poll, the figures."""
    return source is not None and view.tokens[source.head_last - 1].lemma in _PAPERS


def _mere_manner(view: View, cue: Cue, i: int) -> bool:
    """Whether a quotation tells how, not what: would respond "in kind"."""
    answers = cue.lemma in ("respond", "answer", "react", "reply")
    return answers and view.code(i - 1) not in ",:" and view.code(i + 1) == "I"


def _is_partial(view: View, i: int) -> bool:
    """Whether a quotation is a few words inside a sentence, rather than a sentence of its own."""
    first = view.tokens[i + 1].text[:1] if i + 1 < view.last else ""
    return first.islower() and view.code(i - 1) not in ",:"


def _infinitive(view: View, i: int) -> bool:
    return view.code(view.onward(i + 1)) in "VBHd"


def _behind_hearer(view: View, cue: Cue, verb: VerbGroup, first: int, last: int) -> Content | None:
    """told | the reporters at the rally | that ...; the hearer is content with accuse, urge, warn somebody to."""
    while view.passage.paragraph_id == HEADLINE and view.code(last) == "," and view.noun_starting.get(last + 1):
        last = view.noun_starting[last + 1].last  # EU warns Peru, Chile | of
    last = _last_hearer(view, last)
    counted = view.lower(last + 1) == "about" and view.code(last + 2) == "C"
    member = view.noun_starting.get(last + 1 + counted) if view.lower(last) == "of" else None
    if member is not None and view.code(last - 1) == "N" and cue.kind == "says":
        content = _behind_hearer(view, cue, verb, first, member.last)  # told a group of donors | that
        if content is not None:
            return content
    if view.code(last) == "," and view.code(last + 1) == "C" and view.code(last + 2) == ",":
        last += 3  # accused Mr. Webb, 44, of
    *between, i = places_behind(view, last)
    if view.code(i) == "," and view.code(i + 1) == "W" and view.lower(i + 1) in ("who", "which"):
        j = i + 2
        while j < view.last and view.code(j) not in ",.;q":
            j += 1
        i = j + (view.code(j) == ",")
    later = later_that(view, last) if cue.heard & {"t", "c"} else -1
    over = i + (view.code(i) == "," and i > last and view.code(i + 1) in "DNPOJCqt")  # told us on Monday, | the plan
    for at in (last, *between[1:], i, over, max(later, i)):
        code, word = view.code(at), view.lower(at)
        if code == "T" and "i" in cue.heard and _infinitive(view, at):
            start = first if cue.kind in ("demands", "intends", "believes", "questions") else at
            return Content(start, clause_end(view, at, thing=True), first, "a hearer and a preposition")
        of_place = word == "of" and last < at and view.code(at - 1) in "NP" and view.code(at + 1) != "G"
        if of_place and cue.kind == "says":
            continue  # told us from the city | of Lomar
        if word in cue.heard and word in ("of", "for", "against", "about", "on", "to", "with") and code in "IT":
            start = first if cue.kind in ("accuses", "judges", "believes") else at + 1
            return Content(start, clause_end(view, at + 1, thing=True), start, "a hearer and a preposition")
        content = _complement(view, cue, at, verb, heard=True)
        if content:
            return content
    return None


def _last_hearer(view: View, last: int) -> int:
    """Where the last of several hearers ends, of whom the first ends at token `last`: accused Togo | and Chad | of."""
    end, joined = last, False
    while view.code(end) in ",K":
        joined = joined or view.code(end) == "K" or view.code(end + 1) == "K"
        noun = view.noun_starting.get(end + 1 + (view.code(end) == "," and view.code(end + 1) == "K"))
        if noun is None or view.finite_at(noun.last) is not None:
            return last
        end = noun.last
    return end if joined else last


def _behind_passive(view: View, cue: Cue, verb: VerbGroup, i: int) -> Content | None:
    """The content of a passive: it emerged on Tuesday | that ..., was accused by Peru | of ..., it is said | he."""
    that = later_that(view, i) if "t" in cue.frames else -1
    doer = subject_behind(view, i + 1) if view.lower(i) == "by" else None
    content = _of_passive(view, cue, that if that >= 0 else doer.last if doer else i)
    if content is None and ("c" in cue.heard or ("c" in cue.frames and view.lower(verb.first - 1) == "it")):
        content = _bare_clause(view, i)
        return content and replace(content, rule="a passive")
    if content is not None and doer is not None:
        content.cue_last = verb.last
    return content


def _of_passive(view: View, cue: Cue, i: int) -> Content | None:
    """was told that; is said to; was accused of."""
    code = view.code(i)
    if code == "T" and _infinitive(view, i):
        return Content(i, clause_end(view, i), i, "a passive")
    if code == "t":
        return Content(i, clause_end(view, i + 1), i, "a passive")
    if view.lower(i) in ("of", "as") and (cue.heard or "as" in cue.frames):
        return Content(i, clause_end(view, i + 1), i, "a passive")
    if view.lower(i) in ("whether", "if", "why", "how", "what") and cue.kind == "questions":
        return Content(i, clause_end(view, i + 1), i, "a passive")
    if view.lower(i) == "about" and cue.kind == "questions" and view.noun_starting.get(i + 1):
        return Content(i + 1, clause_end(view, i + 1), i + 1, "a passive")
    return None
