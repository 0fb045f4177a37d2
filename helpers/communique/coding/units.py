"""The sentences or words of an article as units a student can mark, each with a name such as p4.s2."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..text.spans import Span, sentence_spans, word_spans
from .article import CodedArticle
from .pointers import Paragraph, Pointer

UNITS = ("sentence", "word")


@dataclass(frozen=True)
class Unit:
    """A sentence or a word; the span counts from the paragraph's start."""

    name: str
    paragraph_id: str
    span: Span
    text: str


def units_of(article: CodedArticle, unit: str) -> tuple[Unit, ...]:
    """All sentences or words of an article, headline first: p4.s2 is the second sentence of p4, p4.w7 its 7th word."""
    return tuple(u for paragraph in article.paragraphs for u in _units_in(paragraph, unit, article.language))


def _units_in(paragraph: Paragraph, unit: str, language: str) -> list[Unit]:
    text, letter = paragraph.text, unit[0]
    spans = sentence_spans(text, language or "en") if unit == "sentence" else word_spans(text)
    return [
        Unit(f"{paragraph.paragraph_id}.{letter}{number}", paragraph.paragraph_id, span, text[span.start : span.end])
        for number, span in enumerate(spans, 1)
    ]


def units_at(pointers: Iterable[Pointer], article: CodedArticle, unit: str) -> tuple[str, ...]:
    """The names of the units that the pointers' words touch."""
    touched = dict.fromkeys(
        u.name
        for pointer in pointers
        if (place := article.place_of(pointer))
        for u in _units_in(article.paragraph(pointer.paragraph), unit, article.language)
        if u.span.start < place.end and place.start < u.span.end
    )
    return tuple(touched)
