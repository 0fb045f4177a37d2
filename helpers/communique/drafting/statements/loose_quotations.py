"""Quotations that have no cue of their own: they go on with what was said before."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from ...coding.pointers import HEADLINE
from ..grammar.prose import Passage, Prose
from ..grammar.quotations import Quotation
from .attribution import SILENT, Attribution, Span, kind_of

#: "..." — Ana Lind, a teacher; "..." (Jonas Weber)
_SIGNED = re.compile(
    r"""\s*(?:(?:[—–]|--?)\s*|\()(?P<who>(?:(?!(?:and|but|or|nor|so|in|on|at|as|by|the)\b)[a-z][\w-]*\s){0,4}[A-Z][^.!?()“”"«»:;]{1,90}?)(?:\)|\.?$|\.(?=\s))"""
)
_TRANSCRIPT = re.compile(r"([A-Z][A-Z.\-’' ]{2,40}):\s+(?=[A-Z\"“‘])")


@dataclass(slots=True)
class Openings:
    """Who may speak a quotation without a cue: each sentence's end and lead, and who speaks behind the last colon."""

    leads: list[tuple[int, Attribution | None]] = field(default_factory=list)
    colon: Attribution | None = None


def attach_quotations(prose: Prose, by_passage: list[list[Attribution]], openings: list[Openings]) -> None:
    """Give each whole quotation without a cue to the statement that it goes on with, or to who is about to speak."""
    last: Attribution | None = None  # the last statement with a quotation, of this or the paragraph before
    colon: Attribution | None = None
    following = [*prose.passages[1:], None]
    closers = _closers(prose, by_passage)
    for passage, signing, here, about in zip(prose.passages, following, by_passage, openings, strict=True):
        signed = _signed_below(passage, signing) if signing is not None and not here else None
        if signed is not None:
            here.append(signed)
        last = signed or _in_passage(passage, here, about, closers.get(passage.paragraph_id, last), colon)
        colon = about.colon


def _closers(prose: Prose, by_passage: list[list[Attribution]]) -> dict[str, Attribution]:
    """Who speaks a quotation that is a paragraph and goes on in the next, by paragraph: the one who closes it."""
    closers: dict[str, Attribution] = {}
    ahead: Attribution | None = None
    for passage, here in zip(reversed(prose.passages), reversed(by_passage), strict=True):
        outer = passage.outer
        if ahead is not None and not here and len(outer) == 1 and outer[0].start == 0 and not outer[0].closed:
            closers[passage.paragraph_id] = ahead
        elif outer and outer[0].continued:
            ahead = _owners(passage, here).get(outer[0].start)
            continue
        if not (outer and outer[0].continued):
            ahead = None
    return closers


def _in_passage(
    passage: Passage, here: list[Attribution], about: Openings, last: Attribution | None, colon: Attribution | None
) -> Attribution | None:
    """Attach the quotations of one passage; the last quoted statement is given back."""
    owners = _owners(passage, here)
    cued = sorted(((a.cue, a) for a in here if a.cue is not None), key=lambda pair: pair[0][0])
    quoted: Attribution | None = None
    before: Attribution | None = None
    at = 0
    for quotation in passage.outer:
        while at < len(cued) and cued[at][0][1] <= quotation.start:
            cue, attribution = cued[at]
            same = quoted is not None and attribution.source == quoted.source and not attribution.spoken
            if not same and (before is None or not _inside(cue, before)):
                before = attribution
            at += 1
        signed = _signature(passage, quotation)
        if signed is not None:
            quoted = signed
            here.append(signed)
            continue
        if not _is_whole(passage, quotation) and not (
            quoted is not None and quotation.start not in owners and passage.text[quotation.start - 2] == ","
        ):
            continue
        if quotation.start in owners:
            quoted = owners[quotation.start]
            continue
        if quoted is not None and (before is quoted or before is None) and quoted.parts[-1][1] <= quotation.start:
            quoted.parts.append((quotation.start, quotation.end))
            continue
        model: Attribution | None = None
        rule = ""
        led = passage.text[: quotation.start].rstrip()[-1:]
        own = _lead(about, quotation, 1) if led == ":" else None
        if own is not None and (passage.text[quotation.end - 2] in ".?!]" or passage.text[quotation.end :] in ".?!"):
            model, rule = own, "a quotation behind a sentence about somebody"
        elif quotation.start == 0 and colon is not None:
            model, rule = colon, "a quotation behind a colon above"
        elif (
            before is not None
            and (before.spoken or led in (":", "—", "–", "-"))
            and before.source
            and before.cue_kind not in SILENT
        ):
            model, rule = before, "a quotation behind a statement"
        elif not cued and last is not None and (quotation.continued or quotation.start == 0):
            model, rule = last, "a quotation that goes on"
        elif quotation.start > 0 and (before is None or before.cue_kind in SILENT):
            model, rule = _lead(about, quotation), "a quotation behind a sentence about somebody"
        if model is not None:
            quoted = _copy(passage, model, quotation, rule)
            here.append(quoted)
    if quoted is None and before is None and cued and not passage.outer:
        before = cued[-1][1]
    spoken = before is not None and before.source is not None and before.cue_kind not in SILENT
    return quoted or (before if spoken else None)


def _signed_below(passage: Passage, signing: Passage) -> Attribution | None:
    """A paragraph that is a quotation, with the name of its speaker alone in the paragraph below."""
    outer = passage.outer
    whole = len(outer) == 1 and (outer[0].start, outer[0].end) == (0, len(passage.text))
    return _signature(passage, outer[0], signing) if whole else None


def _signature(passage: Passage, quotation: Quotation, signing: Passage | None = None) -> Attribution | None:
    """A quotation with the name of its speaker behind a dash or in brackets, there or below, and no verb."""
    below = signing or passage
    match = _SIGNED.match(below.text, 0 if signing else quotation.end) if quotation.closed else None
    translated = match is not None and "(" in match[0] and not passage.text[quotation.start : quotation.end].count(" ")
    if match is None or translated or (signing and match.end() < len(signing.text)):
        return None
    first, last = (below.token_at(at) for at in (match.start("who"), match.end("who") - 1))
    finite = any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") for t in below.tokens[first : last + (below.tokens[last - 1].text != ",")]
    )
    if finite or not any(t.tag[:3] == "NNP" for t in below.tokens[first : last + 1]):
        return None
    comma = next((n for n in range(first, last + 1) if below.tokens[n].text == ","), last + 1)
    head = (match.start("who"), below.tokens[comma - 1].end)
    parts, place = [(quotation.start, quotation.end)], passage.paragraph_id
    rule = f"a name behind a quotation: {below.text[slice(*head)]}"
    source = match.span("who")
    return Attribution(place, parts, None, source, head, rule, "direct", "says", "", below.paragraph_id, True)


def _lead(about: Openings, quotation: Quotation, further: int = 0) -> Attribution | None:
    """The person of the sentence right before a quotation, or of one that is further on."""
    at = bisect_right(about.leads, quotation.start, key=lambda pair: pair[0]) - 1 + further
    return about.leads[at][1] if at >= 0 else None


def transcript(passage: Passage) -> list[Attribution]:
    """A paragraph of a transcript: HARLAN: We will win."""
    match = _TRANSCRIPT.match(passage.text)
    if match is None or passage.paragraph_id == HEADLINE or match.end() >= len(passage.text):
        return []
    if passage.sentences and passage.sentences[0].first:  # behind a dateline
        return []
    source = match.span(1)
    rule = f"a transcript: {match[1]}"
    place = passage.paragraph_id
    parts = [(match.end(), len(passage.text))]
    return [Attribution(place, parts, None, source, source, rule, "direct", "says", "", place, True)]


def _inside(cue: Span, outer: Attribution) -> bool:
    """Whether a statement with this cue is in another's content, or in the words that name its source."""
    spans = [outer.content, outer.source] if outer.source_paragraph == outer.paragraph_id else [outer.content]
    return any(span is not None and span[0] <= cue[0] < span[1] for span in spans)


def _owners(passage: Passage, here: list[Attribution]) -> dict[int, Attribution]:
    """The statement that each quotation (by its start) is a content of."""
    owners: dict[int, Attribution] = {}
    for attribution in here:
        if attribution.kind == "indirect":
            continue
        for part in attribution.parts:
            for quotation in passage.quotations_over(*part):
                owners.setdefault(quotation.start, attribution)
    return owners


def _is_whole(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence or more, not a word or two inside somebody else's sentence."""
    first = passage.token_at(quotation.start)
    opens = first == 0 or passage.tokens[first - 1].text in ".?!:”\"’'" or passage.tokens[first - 1].tag == "''"
    dash = first > 0 and passage.tokens[first - 1].text in "—–-"
    opens = opens or (
        dash and passage.text[quotation.start + 1 :][:1].isupper() and passage.text[quotation.end - 2] in ".?!"
    )
    return opens and quotation.end - quotation.start > 3


def _copy(passage: Passage, model: Attribution, quotation: Quotation, rule: str) -> Attribution:
    parts = [(quotation.start, quotation.end)]
    rule = f"{rule}: {model.rule.partition(': ')[2]}"
    kind = kind_of(passage, parts)
    return replace(model, paragraph_id=passage.paragraph_id, parts=parts, rule=rule, kind=kind, spoken=True)
