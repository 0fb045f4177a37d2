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
        quoted: Attribution | None = None
        for quotation in passage.quotations:
            if quotation.depth or not _is_whole(passage, quotation):
                continue
            owner = _owner(here, quotation)
            if owner is not None:
                quoted = owner
                continue
            before = _before(here, quotation)
            if quoted is not None and before is quoted and quoted.parts[-1][1] <= quotation.start:
                quoted.parts.append((quotation.start, quotation.end))
                quoted.kind = kind_of(passage, quoted.parts)
                continue
            model, rule = None, ""
            if before is not None and before.spoken and before.source:
                model, rule = before, "a quotation behind a statement"
            elif not here and last is not None and (quotation.continued or quotation.start == 0):
                model, rule = last, "a quotation that goes on"
            if model is not None:
                quoted = _copy(passage, model, quotation, rule)
                here.append(quoted)
        last = quoted


def _is_whole(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence or more, not a word or two inside somebody else's sentence."""
    first = passage.token_at(quotation.start)
    opens = first == 0 or passage.tokens[first - 1].text in ".?!:”\"’'" or passage.tokens[first - 1].tag == "''"
    return opens and quotation.end - quotation.start > 3


def _owner(here: list[Attribution], quotation: Quotation) -> Attribution | None:
    for attribution in here:
        if (
            any(a < quotation.end and quotation.start < b for a, b in attribution.parts)
            and attribution.kind != "indirect"
        ):
            inside = attribution.cue is not None and quotation.start < attribution.cue[0] < quotation.end
            if not inside:
                return attribution
    return None


def _before(here: list[Attribution], quotation: Quotation) -> Attribution | None:
    """The last attribution whose cue stands before a quotation."""
    before = [a for a in here if a.cue and a.source_paragraph == a.paragraph_id and a.cue[1] <= quotation.start]
    return max(before, key=lambda a: a.cue[0], default=None)


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
        kind_of(passage, parts),
        model.cue_kind,
        model.lemma,
        model.source_paragraph,
        True,
    )
