"""Quotations that have no cue of their own: they go on with what was said before."""

from __future__ import annotations

from .attributions import Attribution, kind_of
from .prose import Passage, Prose
from .quotations import Quotation


def attach_quotations(prose: Prose, by_passage: list[list[Attribution]]) -> None:
    """Give each whole quotation without a cue to the statement that it goes on with.

    Three rules: the same paragraph ("...," he said. "..."), the next paragraph of a quotation that was not closed,
    and a paragraph that is nothing but a quotation.

    Parameters:
        prose: the article.
        by_passage: the attributions of each passage; lists are changed in place.
    """
    last: Attribution | None = None  # the last statement with a quotation, of this or the paragraph before
    for passage, here in zip(prose.passages, by_passage, strict=True):
        last = _in_passage(passage, here, last)


def _in_passage(passage: Passage, here: list[Attribution], last: Attribution | None) -> Attribution | None:
    """Attach the quotations of one passage; the last quoted statement is given back."""
    owners = _owners(passage, here)
    cued = sorted((a for a in here if a.cue), key=lambda a: a.cue[0])
    bare, quoted, before, at = not here, None, None, 0
    for quotation in passage.outer:
        while at < len(cued) and cued[at].cue[1] <= quotation.start:
            if before is None or not _inside(cued[at], before):
                before = cued[at]
            at += 1
        if not _is_whole(passage, quotation):
            continue
        if quotation.start in owners:
            quoted = owners[quotation.start]
            continue
        if quoted is not None and before is quoted and quoted.parts[-1][1] <= quotation.start:
            quoted.parts.append((quotation.start, quotation.end))
            continue
        model, rule = None, ""
        if before is not None and before.spoken and before.source:
            model, rule = before, "a quotation behind a statement"
        elif bare and last is not None and (quotation.continued or quotation.start == 0):
            model, rule = last, "a quotation that goes on"
        if model is not None:
            quoted = _copy(passage, model, quotation, rule)
            here.append(quoted)
    for attribution in here:
        if len(attribution.parts) > 1:
            attribution.kind = kind_of(passage, attribution.parts, attribution.cue)
    return quoted


def _inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether a statement stands in another's content, or in the words that name its source."""
    spans = [outer.content, outer.source] if outer.source_paragraph == outer.paragraph_id else [outer.content]
    return any(span is not None and span[0] <= inner.cue[0] < span[1] for span in spans)


def _owners(passage: Passage, here: list[Attribution]) -> dict[int, Attribution]:
    """The statement that each quotation (by its start) is a content of."""
    owners: dict[int, Attribution] = {}
    for attribution in here:
        if attribution.kind == "indirect":
            continue
        for part in attribution.parts:
            for quotation in passage.quotations_over(*part):
                cue = attribution.cue
                if cue is None or not quotation.start < cue[0] < quotation.end:
                    owners.setdefault(quotation.start, attribution)
    return owners


def _is_whole(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence or more, not a word or two inside somebody else's sentence."""
    first = passage.token_at(quotation.start)
    opens = first == 0 or passage.tokens[first - 1].text in ".?!:”\"’'" or passage.tokens[first - 1].tag == "''"
    return opens and quotation.end - quotation.start > 3


def _copy(passage: Passage, model: Attribution, quotation: Quotation, rule: str) -> Attribution:
    parts = [(quotation.start, quotation.end)]
    words = model.rule.partition(": ")[2]
    return Attribution(
        passage.paragraph_id,
        parts,
        model.cue,
        model.source,
        model.head,
        f"{rule}: {words}",
        kind_of(passage, parts, None),
        model.cue_kind,
        model.lemma,
        model.source_paragraph,
        True,
    )
