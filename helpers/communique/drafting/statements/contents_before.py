"""Contents that come before their cue: a quotation or a clause, then who said it."""

from ...coding.pointers import HEADLINE
from ..grammar.phrases import VerbGroup
from ..grammar.quotations import Quotation
from ..lexicon.cues import Cue
from ..lexicon.words import word_set
from .adjuncts import skip_adjuncts
from .clause_ends import clause_end
from .other_speakers import SUBORDINATE, other_speaker
from .speakers import Source
from .speakers_behind import subject_behind
from .view import View

_ANSWERS = word_set("not never no yes hardly perhaps maybe possibly probably absolutely certainly definitely exactly")

_TIED = word_set("because by for of on to that through into from against rather including under")


def content_before(
    view: View, cue: Cue, verb: VerbGroup, source: Source | None
) -> tuple[Source, list[tuple[int, int]]] | None:
    """The source (before the verb or behind it) and the parts of a content that comes before its cue, if one does."""
    subject = source if source is not None and source.how.startswith("subject") else None
    if subject is not None and _has_own_verb(view, subject, verb) and subject_behind(view, verb.last) is not None:
        subject = None  # The rules, made in May, raise doubts, | said the guide
    inverted = subject is None
    edge = (subject.first if subject else verb.first) - 1
    if view.code(edge) not in ",Q?!-" or edge < view.first:
        return None
    if view.code(verb.last) == ":" and view.code(verb.last + 1) == "q" and not inverted:
        return None  # Asked, "Why?" he answered: | "It is late."
    source = subject or subject_behind(view, verb.last)
    if inverted and source is not None and cue.heard and view.lower(source.last) in ("to", "not"):
        return None  # said it was "late," | urged his people to leave
    if source is None or (inverted and view.is_time(view.noun_starting.get(source.first))):
        return None
    if cue.lemma == "know" and view.lower(verb.last) in ("of", "about", "as"):
        return None  # the claim that he knew | of it; the act, better known | as
    last = source.last if inverted else verb.last
    quote = view.quoted(edge) or (view.quoted(edge - 1) if view.code(edge) != "Q" else None)
    bare = view.code(edge) == "Q" and view.code(edge - 1) not in ",.?!-"
    if (
        bare
        and not (quote and _long(view, quote))
        and not (inverted and view.code(last) == view.code(view.first) == "q")
    ):
        return None  # but: "We are ready" wrote Ms Roe | "to go"
    hearer = view.noun_starting.get(last) if cue.heard and not inverted else None
    rest = skip_adjuncts(view, hearer.last if hearer else last)
    if quote is not None and "q" not in cue.frames:
        return None
    if quote is None and not cue.frames & {"c", "t"}:
        return None  # "..., he smiled" needs a quotation
    parts = _quoted_before(view, quote) if quote is not None else _clause_before(view, edge, rest)
    if not parts:
        return None
    after = rest + (view.code(rest) in ",:-;")
    following = view.quoted(after)
    if view.code(after) == "q" and following is not None and (bare or after > rest or _long(view, following)):
        end = min(view.tokens_of_quotation(following)[1], view.last)
        parts.append((after, end))
    elif quote is None and view.code(rest) == "," and parts[0][0] < rest and _goes_on(view, rest, *parts[0]):
        parts.append((rest + 1, clause_end(view, rest + 1)))
    return source, parts


def _has_own_verb(view: View, subject: Source, verb: VerbGroup) -> bool:
    """Whether a subject before a comma has a verb of its own before another one."""
    own = view.finite_after(subject.last, verb.first)
    return view.code(verb.first - 1) == "," and own is not None and own.first != verb.first


def _goes_on(view: View, comma: int, start: int, end: int) -> bool:
    """Whether a content goes on behind "he said": ..., he said, | and he would do it again."""
    opened = view.lower(start) in SUBORDINATE or view.finite_after(start, end) is None
    if opened and view.code(start) in "ITw" and view.finite_after(comma, view.last) is not None:
        return True  # If it rains, he said, | he would stay
    if view.code(comma + 1) == "K" and comma + 2 < view.last:
        return not other_speaker(view, comma + 2)
    if _verb_follows(view, comma):
        return True
    if view.lower(comma + 1) in _TIED and (view.code(comma + 1) != "T" or view.code(comma + 2) == "V"):
        return True
    if view.lower(comma + 1) in ("if", "unless", "until", "provided", "lest") and view.code(comma + 2) in "DNPJOCE":
        return True
    return end - start < 4 and (view.code(comma + 1) not in "GXI$" or view.lower(comma + 1) in SUBORDINATE)


def _verb_follows(view: View, comma: int) -> bool:
    """Whether the verb of the sentence comes after "he said": the treaty, he said, | is dead."""
    return view.code(comma) == "," and view.finite_at(comma + 1 + (view.code(comma + 1) == "A")) is not None


def _long(view: View, quote: Quotation) -> bool:
    """Whether a quotation is too long to be a name."""
    first, last = view.tokens_of_quotation(quote)
    return last - first > 6


def _quoted_before(view: View, quote: Quotation) -> list[tuple[int, int]]:
    """The quotation before a cue, with the unquoted words before it where they make one clause."""
    first, end = view.tokens_of_quotation(quote)
    first = max(first, view.first)
    if not any(view.lower(n)[:1].isalnum() for n in range(first, end)):
        return []  # the mark that closes a quotation of the sentence before
    start = first
    if first - view.first > 1 and view.code(first - 1) not in ",:-KAt" and view.finite_after(view.first, first) is None:
        small = view.lower(first + 1) == view.tokens[first + 1].text
        if not small or view.passage.paragraph_id == HEADLINE:
            return []  # a name in quotation marks: NBC's "Meet the Press," he said
        start = view.first  # Ghana's "aims are unclear," he said
    if first - view.first > 1 and view.code(first - 1) != ":" and view.finite_after(view.first, first) is not None:
        start = view.first + (view.code(view.first) == "K")
    return [(start, max(end, start + 1))]


def _over_links(view: View) -> int:
    """The first token behind the "and", "but" or "Elsewhere," of a sentence; not behind "Just" in "Just over 30"."""
    start = view.first
    while view.code(start) in "KA,":
        end = view.onward(start)
        if end > start and view.code(end) != "," and view.code(end) in "ITC":
            break
        start = max(end, start + 1)
    return start


def _is_gerund_subject(view: View, start: int, edge: int) -> bool:
    """Whether a clause begins with a form in -ing that is its subject: Leaving now would be wrong, said ..."""
    verb = view.finite_after(start, edge) if view.code(start) == "G" else None
    return verb is not None and all(view.code(i) != "," for i in range(start, verb.first))


def _clause_before(view: View, edge: int, rest: int) -> list[tuple[int, int]]:
    """The clause before a cue that nothing quoted is in: ..., he said."""
    goes_on = view.code(rest) == "," and view.code(rest + 1) == "q" and view.lower(rest + 2)[:1].isalpha()
    short = view.code(edge) == "," and edge - view.first < 8 and view.finite_after(view.first, edge) is None
    if goes_on and short and view.tokens[rest + 2].text[0].islower():
        return [(view.first, edge)]  # Mrs Clinton, he added, "will get it done"
    if view.code(rest) not in ",.;-$?!)K" and rest < view.last and view.lower(rest) not in SUBORDINATE:
        return []
    start = _over_links(view)
    if view.code(rest) == "," and rest + 1 < view.last and (start >= edge or view.code(edge - 1) in "WtwK"):
        return [(rest + 1, clause_end(view, rest + 1))]  # But, she said, | it rained; a road that, she said, | ...
    if start >= edge and edge - view.first < 4 and view.code(rest) in ".$":
        answers = any(view.lower(j) in _ANSWERS for j in range(view.first, edge))
        return [(view.first, edge)] if answers else []  # Not so, says the ministry; not: But, says the ministry
    whole = _verb_follows(view, rest)
    if (view.code(start) in "wVGX" and not whole and not _is_gerund_subject(view, start, edge)) or (
        view.code(start) == "I" and view.code(edge) != ","
    ):
        return []
    for j in range(edge - 1, start, -1):  # only the part behind another attribution
        if view.code(j) in ";:":
            start = j + 1
            break
    if any(view.code(j) == "t" and view.lower(j + 1) in SUBORDINATE for j in range(start, edge)):
        return []  # He said that while he respected the court, | he disagreed
    finite = view.finite_after(start, edge)
    if whole:
        return [(start, edge)] if edge > start else []
    if view.passage.paragraph_id == HEADLINE and view.code(edge) == "," and edge - start > 1:
        return [(start, edge)]
    if finite is None and view.code(start) in "IT" and view.code(rest) == ",":
        if view.code(rest + 1) == "q" and view.tokens[min(rest + 2, view.last - 1)].text[0].isupper():
            return []  # At a rally in Oslo, he said, | "We go."
        return [(start, edge)] if view.finite_after(rest, view.last) is not None else []
    if (finite is None or finite.first == start) and not (edge - start <= 3 and view.code(rest) in ",."):
        return []
    return [(start, edge)] if edge > start else []
