"""Words in a text: where they stand, and how a text is cut for the page.

Offsets count Python characters (code points). They never leave Python: a page gets `segments`.
"""

import itertools
import re
from collections.abc import Iterable
from typing import NamedTuple

_LETTER_ENDS, _LETTER_BEGINS = re.compile(r"\b[A-Z]\.\Z"), re.compile(r"[A-Z]\.")
_OPENS_AT_THE_END = re.compile(r"\S\s[\"“‘]$")


class Span(NamedTuple):
    """A stretch of a text, `text[start:end]`."""

    start: int
    end: int


class Segment(NamedTuple):
    """A stretch of text with the names of all the spans that cover it."""

    text: str
    names: tuple[str, ...]


def find_all(text: str, words: str) -> list[Span]:
    """Every place where the words are in the text, letter for letter, without overlaps.

    Example:
        >>> find_all("the North and the South", "the ")
        [Span(start=0, end=4), Span(start=14, end=18)]
    """
    spans, at = [], text.find(words)
    while at >= 0 and words:
        spans.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return spans


def occurrences(places: Iterable[Span]) -> dict[int, int]:
    """Which occurrence of the same words each place is: start -> 1, 2, ..."""
    return {place.start: number for number, place in enumerate(places, 1)}


def find_names(text: str, name: str) -> list[Span]:
    """Every place where a name appears as whole words: "Russia" is found in "Russia's", not in "Russian".

    Example:
        >>> find_names("Russian and Russia's", "Russia")
        [Span(start=12, end=18)]
    """
    spans, at = [], text.find(name)  # most names are in few paragraphs, and this is quick
    while at >= 0 and name:
        end = at + len(name)
        alone = not (name[0].isalnum() and at and _is_of_word(text[at - 1]))
        alone = alone and not (name[-1].isalnum() and end < len(text) and _is_of_word(text[end]))
        if alone:
            spans.append(Span(at, end))
        at = text.find(name, end if alone else at + 1)
    return spans


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def word_spans(text: str) -> list[Span]:
    """The words of a text, with inner hyphens and apostrophes kept.

    Example:
        >>> [text[a:b] for text in ["It's pre-emptive."] for a, b in word_spans(text)]
        ["It's", 'pre-emptive']
    """
    return [Span(m.start(), m.end()) for m in re.finditer(r"\w+(?:['’\-]\w+)*", text)]


#: The sentences of some texts, found before: a website brings those of the course's texts along (student/site).
KNOWN_SENTENCES: dict[str, list[Span]] = {}


def sentence_spans(text: str, language: str = "en") -> list[Span]:
    """The sentences of a text, without the white space around them.

    A quotation and its "he said" stay together (the sentencex library's rules).

    Example:
        >>> sentence_spans("Mr Kim spoke. He left.")
        [Span(start=0, end=13), Span(start=14, end=22)]
    """
    if text in KNOWN_SENTENCES:
        return list(KNOWN_SENTENCES[text])
    import sentencex

    spans: list[Span] = []
    at, mark = 0, None  # `mark` opens a quotation of the next sentence
    for piece in sentencex.segment(language, text):
        bare = piece.strip()
        if not bare:
            continue
        start = text.find(bare, at)
        if start < 0:  # the library changed a character: what is left stays one sentence
            rest = text[at:].strip()
            start, bare = text.find(rest, at), rest
        letters = spans and start == at and _LETTER_ENDS.search(text, 0, at) and _LETTER_BEGINS.match(bare)
        at = start + len(bare)
        if letters:  # the Japan-U. | S. pact
            spans[-1] = Span(spans[-1].start, at)
            continue
        begins, mark = (start if mark is None else mark), None
        if _OPENS_AT_THE_END.search(bare):  # He left. | "We go, she said.
            mark = at - 1
            bare = bare[:-1].rstrip()
        spans.append(Span(begins, start + len(bare)))
        if at >= len(text):
            break
    return spans


def in_pieces(text: str, spans: Iterable[Span]) -> list[tuple[str, int]]:
    """A text cut at spans that do not overlap: each piece with its span's number, from 1; 0 for what is between them.

    Example:
        >>> in_pieces("a pact", [Span(2, 6)])
        [('a ', 0), ('pact', 1)]
    """
    pieces, at = [], 0
    for number, span in enumerate(spans, 1):
        pieces += [(text[at : span.start], 0), (text[slice(*span)], number)]
        at = span.end
    return [piece for piece in [*pieces, (text[at:], 0)] if piece[0]]


def segments(text: str, named_spans: Iterable[tuple[str, Span]]) -> list[Segment]:
    """Cut a text wherever a span starts or ends, and name the spans over each piece.

    Parameters:
        text: any text.
        named_spans: pairs of a name and its span; spans may overlap in any way.

    Returns:
        Segments which, joined, are the text; `names` in the order in which they were given.

    Example:
        >>> segments("one two", [("a", Span(0, 7)), ("b", Span(4, 7))])
        [Segment(text='one ', names=('a',)), Segment(text='two', names=('a', 'b'))]
    """
    pairs = [(name, span) for name, span in named_spans if span.start < span.end]
    cuts = sorted({0, len(text)}.union(*({s.start, s.end} for _, s in pairs)))
    place = {cut: number for number, cut in enumerate(cuts)}
    names: list[dict[str, None]] = [{} for _ in cuts]
    for name, span in pairs:
        for number in range(place[span.start], place[span.end]):
            names[number][name] = None
    return [Segment(text[a:b], tuple(over)) for (a, b), over in zip(itertools.pairwise(cuts), names, strict=False)]
