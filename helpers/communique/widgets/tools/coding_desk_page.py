"""What the coding desk draws: the text in pieces, and a comparison in words and figures."""

import itertools
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from ...base.strings import text
from ...text.spans import Span, in_pieces
from ...tools.desk.agreement import Agreement, agreement, two_by_two
from ...tools.desk.comparing import OUTCOMES, ArticlePart, Difference, MarkedWords, place_in_text
from ..marks import titles


def result_for_page(
    part: ArticlePart,
    layer: str,
    unit: str,
    differences: Sequence[Difference],
    first: Sequence[MarkedWords],
    mine: Sequence[MarkedWords],
    theirs: Sequence[MarkedWords],
) -> dict[str, Any]:
    """A comparison as the page gets it, every number as it is shown.

    `first` are the student's marks at the first comparison, `mine` at the last, `theirs` the article's coding.
    """
    labels = {name: part.labels(marks, unit) for name, marks in (("first", first), ("mine", mine), ("theirs", theirs))}
    marked = {name: [bool(kinds) for kinds in of_units] for name, of_units in labels.items()}
    called = titles(part.article)
    both = [(a - {""}, b) for a, b in zip(labels["mine"], labels["theirs"], strict=True) if a - {""} and b]
    return {
        "layer": layer,
        "unit": unit,
        "counts": {o: sum(_size(d) for d in differences if d.outcome == o) for o in OUTCOMES},
        "differences": [_difference(d, part, called) for d in differences],
        "table": _table(marked["mine"], marked["theirs"]),
        "lines": _lines(marked, unit),
        "kindLines": _kind_lines(both, unit),
        "firstLine": _first_line(marked) if set(first) != set(mine) else "",
    }


def _size(difference: Difference) -> int:
    return 1 if difference.mine and difference.theirs else len(difference.mine) + len(difference.theirs)


def _difference(difference: Difference, part: ArticlePart, called: Mapping[str, str]) -> dict[str, Any]:
    theirs = [(mark, part.article.rows[mark.row]) for mark in difference.theirs]
    contested = dict.fromkeys(row.note for _, row in theirs if row.contested)
    return {
        "outcome": difference.outcome,
        "place": place_in_text((*difference.mine, *difference.theirs)[0].paragraph),
        "mine": [_mark(mark, part) for mark in difference.mine],
        "theirs": [_mark(mark, part) | {"title": called[row.id]} for mark, row in theirs],
        "notes": [text("desk", "contested", note=note).strip() for note in contested],
        "kind": _kind(difference),
    }


def _kind(difference: Difference) -> str:
    """Whether both gave the same kind, where each gave one."""
    mine, theirs = ({mark.kind for mark in marks} for marks in (difference.mine, difference.theirs))
    if len(mine) != 1 or len(theirs) != 1 or mine == {""}:
        return ""
    return text("desk", "same-kind" if mine == theirs else "other-kind")


def _mark(mark: MarkedWords, part: ArticlePart) -> dict[str, Any]:
    kind = text("kinds", mark.kind) if mark.kind else text("desk", "no-kind")
    place = {name: getattr(mark, name) for name in ("paragraph", "first", "last")}
    return {**place, "words": part.text_of(mark), "kind": kind}


def _table(mine: Sequence[bool], theirs: Sequence[bool]) -> list[dict[str, str]]:
    counts = two_by_two(mine, theirs)
    cells = zip(("both", "first_only", "second_only", "neither"), counts.expected, strict=True)
    return [
        {"count": str(getattr(counts, name)), "chance": text("desk", "cell-chance", count=f"{e:.1f}")}
        for name, e in cells
    ]


def _lines(marked: dict[str, list[bool]], unit: str) -> list[str]:
    """What the table says, in sentences: percent, chance, kappa, alpha."""
    agreed, counts = agreement(marked["mine"], marked["theirs"]), two_by_two(marked["mine"], marked["theirs"])
    if agreed.percent is None:
        return [text("desk", "no-units")]
    same, blind = counts.both + counts.neither, counts.expected[0] + counts.expected[3]
    units = text("desk", f"units-{unit}")
    lines = [
        text("desk", "percent", same=same, count=agreed.units, units=units, percent=f"{agreed.percent:.0f}"),
        text(
            "desk",
            "chance",
            units=units,
            count=agreed.units,
            blind=f"{blind:.1f}",
            percent=f"{agreed.by_chance:.0f}",
            mine=counts.both + counts.first_only,
            theirs=counts.both + counts.second_only,
        ),
    ]
    if agreed.kappa is None:
        return [*lines, text("desk", "not-defined")]
    sums = {"same": same, "blind": f"{blind:.1f}", "count": agreed.units}
    return [
        *lines,
        text("desk", "kappa", kappa=_figure(agreed.kappa), **sums),
        text("desk", "alpha", alpha=_figure(agreed.alpha)),
    ]


def _kind_lines(both: Sequence[tuple[Hashable, Hashable]], unit: str) -> list[str]:
    """How far the kinds agree where both marked and the student gave a kind."""
    if not both:
        return [text("desk", "kinds-none")]
    agreed = agreement(*zip(*both, strict=True))
    same = sum(a == b for a, b in both)
    units, percent = text("desk", f"units-{unit}"), f"{agreed.percent:.0f}"
    why = text("desk", "kinds-not-defined") if agreed.kappa is None else text("desk", "kinds-kappa", **_figures(agreed))
    return [text("desk", "kinds", same=same, count=len(both), units=units, percent=percent), why]


def _first_line(marked: dict[str, list[bool]]) -> str:
    agreed = agreement(marked["first"], marked["theirs"])
    if agreed.percent is None:
        return ""
    return text("desk", "first", percent=f"{agreed.percent:.0f}", **_figures(agreed))


def _figures(agreed: Agreement) -> dict[str, str]:
    return {"kappa": _figure(agreed.kappa), "alpha": _figure(agreed.alpha)}


def _figure(value: float | None) -> str:
    return text("desk", "undefined") if value is None else f"{value:.2f}".replace("-", "−")


def text_for_page(part: ArticlePart) -> list[dict[str, Any]]:
    """Paragraphs as sentences, sentences as pieces; a word's piece has its number, what comes between has 0."""
    shown = []
    for paragraph in part.paragraphs:
        words = [u.span for u in _of(part, "word", paragraph.paragraph_id)]
        ends = [*(u.span.end for u in _of(part, "sentence", paragraph.paragraph_id)[:-1]), len(paragraph.text)]
        sentences, before = [], 0
        for start, end in itertools.pairwise([0, *ends]):
            here = [Span(a - start, b - start) for a, b in words if start <= a < end]
            cut = in_pieces(paragraph.text[start:end], here)
            sentences.append([{"word": number and before + number, "text": piece} for piece, number in cut])
            before += len(here)
        place = place_in_text(paragraph.paragraph_id)
        shown.append({"id": paragraph.paragraph_id, "place": place, "sentences": sentences})
    return shown


def _of(part: ArticlePart, unit: str, paragraph: str) -> list:
    return [u for u in part.units[unit] if u.paragraph_id == paragraph]
