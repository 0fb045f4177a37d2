"""What an answer in words is made of: lines, labels and quoted words of the report.

Answers come from a file that anyone can change. Whatever it holds, nothing here raises: what cannot be read as an
answer of its kind is given back as it is, and said to be strange.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from ..base.strings import text
from ..coding.article import CodedArticle
from ..coding.loading import load_text
from ..coding.pointers import HEADLINE, Pointer
from ..coding.units import units_of

LONGEST_TEXT = 20_000  # letters; the boxes to write in take no more
MOST_LINES = 200
_MARKS = ('"', "“", "”")


class Line(NamedTuple):
    """A line of an answer; `label` is what it is about, `quotes` are words of the report that belong to it."""

    text: str
    label: str = ""
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class InWords:
    """An answer in words.

    `shape` is "text" (one after the other), "list", "order" (numbered) or "pairs" (each with a label).
    `strange` holds what could not be read as an answer of this kind, as it is in the journal.
    """

    lines: tuple[Line, ...] = ()
    shape: str = "text"
    strange: str = ""


def limited(shown: InWords) -> InWords:
    """The same words, cut where there are more than a page can hold."""
    lines = tuple(Line(_short(n.text), _short(n.label), n.quotes[:MOST_LINES]) for n in shown.lines[:MOST_LINES])
    return InWords(lines, shown.shape, shown.strange)


def as_it_stands(answer: Any) -> InWords:
    """An answer that no question explains: its JSON, cut where it is long."""
    try:
        words = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
    except (RecursionError, TypeError, ValueError):
        words = text("in-words", "unreadable")
    return InWords(strange=_short(words, 2000))


def paragraph_label(paragraph_id: str) -> str:
    """What a paragraph is called on paper; one of a text beside the article ("name.p1") with where that is from."""
    beside, _, own = paragraph_id.rpartition(".")
    label = text("in-words", "headline")
    if own != HEADLINE:
        label = text("in-words", "paragraph", number=own.removeprefix("p"))
    return f"{load_text(beside).outlet}: {label}" if beside else label


def pointer_line(pointer: Pointer) -> Line:
    """Words that a question points at, with their place."""
    return Line(quoted(pointer.words), paragraph_label(pointer.paragraph))


def quoted(words: str) -> str:
    """Words between quotation marks, unless they bring their own."""
    return words if words[:1] in _MARKS and words[-1:] in _MARKS else f"“{words}”"


def _short(words: str, longest: int = LONGEST_TEXT) -> str:
    return words if len(words) <= longest else f"{words[:longest]} {text('in-words', 'cut')}"


def gone(name: str) -> Line:
    """What the question no longer has."""
    return Line(text("in-words", "gone", words=_short(name, 200)))


def marked_lines(names: Iterable[str], article: CodedArticle, unit: str) -> list[Line]:
    """Marked units as quotations with their paragraphs, in the order of the report; neighbours are one quotation."""
    wanted, lines = set(names), []
    for (place, is_marked), run in groupby(units_of(article, unit), key=lambda u: (u.paragraph_id, u.name in wanted)):
        if is_marked:
            units = list(run)
            words = article.paragraph(place).text[units[0].span.start : units[-1].span.end]
            lines.append(Line(quoted(words), paragraph_label(place)))
    return lines
