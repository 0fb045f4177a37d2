"""Words of an article: the paragraphs they are in, and how somebody points at them."""

from dataclasses import dataclass
from typing import Any

from ..base.yaml_files import YamlEntry
from ..text.spans import Span, find_all, occurrences

HEADLINE = "headline"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or the headline, and where it is in the article's text."""

    paragraph_id: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Place:
    """Words located in a paragraph: the span counts from the paragraph's start."""

    paragraph: Paragraph
    span: Span

    @property
    def words(self) -> str:
        return self.paragraph.text[self.span.start : self.span.end]


@dataclass(frozen=True)
class Pointer:
    """Words of an article that somebody points at: the paragraph, the words, and which occurrence of them, from 1."""

    paragraph: str
    words: str
    occurrence: int = 1
    feedback: str = ""

    def place_in(self, paragraph: Paragraph) -> Span | None:
        """Where the words are in their paragraph; None where they are not there."""
        places = find_all(paragraph.text, self.words)
        return places[self.occurrence - 1] if 0 < self.occurrence <= len(places) else None


def pointer_at(paragraph: Paragraph, span: Span) -> Pointer:
    """A stretch of a paragraph as a pointer.

    Its occurrence is 0, and it leads nowhere, where the words cannot be told from the same words that overlap them.
    """
    words = paragraph.text[span.start : span.end]
    return Pointer(paragraph.paragraph_id, words, occurrences(find_all(paragraph.text, words)).get(span.start, 0))


def pointers(entry: YamlEntry, field: str) -> tuple[Pointer, ...]:
    """The pointers in a field of a YAML file, a list of {paragraph, words, occurrence, feedback}."""
    return tuple(_pointer(one) for one in entry.entries(field, field, needed=False, own=""))


def _pointer(entry: YamlEntry) -> Pointer:
    entry.only("paragraph", "words", "occurrence", "feedback")
    paragraph, words = entry.text("paragraph"), entry.text("words")
    occurrence = entry.number("occurrence", needed=False) or 1
    return Pointer(paragraph, words, occurrence, entry.text("feedback", needed=False))


def pointers_in(content: Any) -> tuple[Pointer, ...]:
    """Every {paragraph, words, occurrence} in what an author wrote for a tool, however deep it stands."""
    if isinstance(content, list):
        return tuple(pointer for one in content for pointer in pointers_in(one))
    if not isinstance(content, dict):
        return ()
    inner = tuple(pointer for one in content.values() for pointer in pointers_in(one))
    if isinstance(content.get("paragraph"), str) and isinstance(content.get("words"), str):
        words = " ".join(content["words"].split())
        return (Pointer(content["paragraph"], words, content.get("occurrence", 1)), *inner)
    return inner
