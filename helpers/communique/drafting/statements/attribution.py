"""One attribution, PolNeAR's unit: a source, a cue and a content, as places in an article."""

from dataclasses import dataclass

from ..grammar.prose import Passage
from .speakers import Source
from .view import View

Span = tuple[int, int]  # of characters, or of tokens: the first, and the one behind the last

#: Kinds of cues behind which nobody need have said anything.
SILENT = frozenset(("believes", "perceives", "intends", "feels"))


@dataclass(slots=True)
class Attribution:
    """One statement: spans of characters in its passage, and the rule that found it.

    `content` runs from the first to the last of its `parts` (a split quotation has two, with "he said" between).
    `source` and `cue` may be None; they are in `source_paragraph`, which differs from `paragraph_id` where a
    quotation goes on in another paragraph; `head` is the source's head noun phrase.
    """

    paragraph_id: str
    parts: list[Span]
    cue: Span | None
    source: Span | None
    head: Span | None
    rule: str
    kind: str = "indirect"
    cue_kind: str = "says"
    lemma: str = ""
    source_paragraph: str = ""
    spoken: bool = False  # whether the cue can carry a quotation

    @property
    def content(self) -> Span:
        return self.parts[0][0], self.parts[-1][1]


def chars(passage: Passage, first: int, last: int) -> Span:
    """The characters of the tokens `first` to `last` (not included)."""
    return passage.tokens[first].start, passage.tokens[last - 1].end


def make(
    view: View, source: Source | None, cue: Span, parts: list[Span], rule: str, kind: str, lemma: str
) -> Attribution:
    """An attribution from places of tokens (the first, and the one behind the last); a hidden source is None."""
    passage, place = view.passage, view.passage.paragraph_id
    spans = [chars(passage, *part) for part in parts]
    while cue[1] - 1 > cue[0] and not passage.tokens[cue[1] - 1].text[0].isalnum():
        cue = (cue[0], cue[1] - 1)
    verb = view.cues.get(lemma)
    spoken = verb is not None and "q" in verb.frames and not rule.startswith(("a preposition", "a thing"))
    rule = f"{rule}: {passage.words(*cue)}"
    how = kind_of(passage, spans)
    return Attribution(place, spans, *_places(passage, cue, source), rule, how, kind, lemma, place, spoken)


def opening(view: View, source: Source, cue: Span | None, kind: str, lemma: str) -> Attribution:
    """A source, with its cue where there is one, for a quotation that follows later."""
    passage, place = view.passage, view.passage.paragraph_id
    rule = f": {passage.words(*(cue or (source.head_first, source.head_last)))}"
    return Attribution(place, [], *_places(passage, cue, source), rule, "direct", kind, lemma, place, True)


def _places(passage: Passage, cue: Span | None, source: Source | None) -> tuple[Span | None, Span | None, Span | None]:
    """The characters of a cue, of a source and of its head."""
    tokens = (cue, (source.first, source.last), (source.head_first, source.head_last)) if source else (cue, None, None)
    words, source_words, head = (chars(passage, *place) if place else None for place in tokens)
    return words, source_words, head


def kind_of(passage: Passage, parts: list[Span]) -> str:
    """direct where all of a content is quoted, indirect where nothing is, mixed between."""
    quoted, text = 0, passage.text
    for start, end in parts:
        for q in passage.quotations_over(start, end):
            quoted += sum(map(str.isalnum, text[max(q.start, start) : min(q.end, end)]))
    if not quoted:
        return "indirect"
    letters = sum(sum(map(str.isalnum, text[start:end])) for start, end in parts)
    return "direct" if quoted >= letters else "mixed"
