"""Two codings of the same part of an article, held against each other: matched, partly, missed, extra."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...coding.article import CodedArticle, Evidence
from ...coding.pointers import Pointer, pointer_at
from ...coding.schema import TABLES
from ...coding.units import UNITS, Unit, units_of
from ...text.spans import Span

#: The layers that can be coded -> the column of the table that holds a mark's kind.
KIND_COLUMNS = {"actors": "kind", "statements": "kind", "events": "certainty"}

MATCHED, PARTLY, MISSED, EXTRA = OUTCOMES = ("matched", "partly", "missed", "extra")


@dataclass(frozen=True)
class MarkedWords:
    """Words of a paragraph that somebody marked, from the first to the last (counted from 1), and their kind.

    `row` is the row of the article's coding that the mark stands for, "" for a student's mark.
    """

    paragraph: str
    first: int
    last: int
    kind: str = ""
    row: str = ""

    def is_within(self, other: "MarkedWords") -> bool:
        """Whether another mark has all these words, and more."""
        both = min(self.first, other.first), max(self.last, other.last)
        return self.paragraph == other.paragraph and (other.first, other.last) == both != (self.first, self.last)


def entries_in(kept: Any) -> list[list]:
    """The marks in what a journal holds, as [layer, paragraph, first, last, kind]; an empty entry stands for none."""
    kept = kept if isinstance(kept, list) else []
    return [e for e in kept if e == [] or (isinstance(e, list) and [str, str, int, int, str] == [type(v) for v in e])]


def marks_in(kept: Any, layer: str) -> list[MarkedWords]:
    """The marks of one layer in what a journal holds, whatever that is."""
    return [MarkedWords(*entry[1:]) for entry in entries_in(kept) if entry and entry[0] == layer]


@dataclass(frozen=True)
class Difference:
    """Marks of two coders that belong together, and what they come to: one of OUTCOMES."""

    outcome: str
    mine: tuple[MarkedWords, ...] = ()
    theirs: tuple[MarkedWords, ...] = ()


#: Marks, and the numbers of the units (words or sentences) that each covers.
Covered = Mapping[MarkedWords, frozenset[int]]


def beside(text: CodedArticle) -> CodedArticle:
    """A short text whose paragraphs are called debris.p2, so that no mark on it is one on the lesson's article."""
    paragraphs = (replace(p, paragraph_id=f"{text.slug}.{p.paragraph_id}") for p in text.paragraphs)
    evidence = (replace(e, paragraph_id=f"{text.slug}.{e.paragraph_id}") for e in text.evidence)
    return replace(text, paragraphs=tuple(paragraphs), evidence=tuple(evidence))


def place_in_text(paragraph_id: str) -> str:
    """What a paragraph is called in its own text: p2 for debris.p2, and for p2."""
    return paragraph_id.rpartition(".")[2]


class ArticlePart:
    """Some paragraphs of an article (None: all) in words and sentences, with what its own coding marks there."""

    def __init__(
        self, article: CodedArticle, paragraphs: Iterable[str] | None = None, small_words: Iterable[str] = ()
    ) -> None:
        self.article, self._small = article, {word.casefold() for word in small_words}
        asked = None if paragraphs is None else set(paragraphs)
        self.paragraphs = tuple(p for p in article.paragraphs if asked is None or p.paragraph_id in asked)
        here = {p.paragraph_id for p in self.paragraphs}
        self.units: Mapping[str, tuple[Unit, ...]] = {
            unit: tuple(u for u in units_of(article, unit) if u.paragraph_id in here) for unit in UNITS
        }
        self._words = {p: [u for u in self.units["word"] if u.paragraph_id == p] for p in here}

    def holds(self, mark: MarkedWords) -> bool:
        return 1 <= mark.first <= mark.last <= len(self._words.get(mark.paragraph, ()))

    def span(self, mark: MarkedWords) -> Span:
        """Where the mark's words stand, counted from the paragraph's start."""
        words = self._words[mark.paragraph]
        return Span(words[mark.first - 1].span.start, words[mark.last - 1].span.end)

    def text_of(self, mark: MarkedWords) -> str:
        """The mark's words, with what comes between them."""
        return self.article.paragraph(mark.paragraph).text[slice(*self.span(mark))]

    def pointer(self, mark: MarkedWords) -> Pointer:
        return pointer_at(self.article.paragraph(mark.paragraph), self.span(mark))

    def under(self, mark: MarkedWords, unit: str) -> frozenset[int]:
        """The numbers (from 0) of this part's words or sentences that the mark touches."""
        words = self._words[mark.paragraph]
        while mark.first < mark.last and words[mark.first - 1].text.casefold() in self._small:
            mark = replace(mark, first=mark.first + 1)
        span = self.span(mark)
        return frozenset(
            number
            for number, u in enumerate(self.units[unit])
            if u.paragraph_id == mark.paragraph and u.span.start < span.end and span.start < u.span.end
        )

    def reference(self, layer: str) -> tuple[MarkedWords, ...]:
        """What the article's own coding marks here in a layer: its rows' first words, and for actors every mention.

        Of two mentions of which one is inside the other only the longer is marked, as the codebook asks of a student.
        """
        role, rows = TABLES[layer].groups[0].role, self.article.rows
        marked_at = dict.fromkeys(
            self._mark_at(evidence, row_id, getattr(rows[row_id], KIND_COLUMNS[layer]))
            for row_id, evidence in self.article.marks
            if rows[row_id].table == layer and evidence.role in (role, "mention")
        )
        marks = [mark for mark in marked_at if mark]
        return tuple(m for m in marks if layer != "actors" or not any(m.is_within(other) for other in marks))

    def _mark_at(self, evidence: Evidence, row: str, kind: str) -> MarkedWords | None:
        start = self.article.paragraph(evidence.paragraph_id).start
        words = [
            number
            for number, u in enumerate(self._words.get(evidence.paragraph_id, ()), 1)
            if u.span.start < evidence.end - start and evidence.start - start < u.span.end
        ]
        return MarkedWords(evidence.paragraph_id, words[0], words[-1], kind, row) if words else None

    def labels(self, marks: Iterable[MarkedWords], unit: str) -> list[frozenset[str]]:
        """For every unit of this part the kinds of the marks on it; an unmarked unit has the empty set."""
        kinds_at: list[set[str]] = [set() for _ in self.units[unit]]
        for mark in marks:
            for number in self.under(mark, unit):
                kinds_at[number].add(mark.kind)
        return [frozenset(kinds) for kinds in kinds_at]

    def compare(self, mine: Iterable[MarkedWords], theirs: Iterable[MarkedWords], unit: str) -> tuple[Difference, ...]:
        return compare(*({mark: self.under(mark, unit) for mark in marks} for marks in (mine, theirs)))


def compare(mine: Covered, theirs: Covered) -> tuple[Difference, ...]:
    """Compare two codings, each its marks with the numbers of the units (words or sentences) that they cover.

    A mark is matched where the other coding marks exactly the same units; it is partly matched where it shares some
    (all that belong together are one difference); otherwise it is missed (only theirs) or extra (only mine).
    """
    codings = (mine, theirs)
    shared = set(mine.values()) & set(theirs.values())
    placed = [
        (min(units, default=0), Difference(MATCHED, *(tuple(m for m in c if c[m] == units) for c in codings)))
        for units in shared
    ]
    taken = [frozenset().union(*coding.values()) for coding in codings]
    rest = [(s, m, units) for s, coding in enumerate(codings) for m, units in coding.items() if units not in shared]
    for knot in _knots(rest):
        touches = any(units & taken[1 - side] for side, _, units in knot)
        outcome = PARTLY if touches else (EXTRA, MISSED)[knot[0][0]]
        sides = [tuple(mark for side, mark, _ in knot if side == s) for s in (0, 1)]
        placed.append((min(min(units, default=0) for _, _, units in knot), Difference(outcome, *sides)))
    return tuple(difference for _, difference in sorted(placed, key=lambda pair: pair[0]))


def _knots(waiting: list[tuple[int, MarkedWords, frozenset[int]]]) -> Iterator[list]:
    """Marks that overlap across the two codings, directly or through others, in the order of their words."""
    while waiting:
        knot, news = [], [waiting.pop(0)]
        while news:
            knot += news
            near = [n for n in waiting if any(n[0] != k[0] and n[2] & k[2] for k in news)]
            waiting = [n for n in waiting if n not in near]
            news = near
        yield sorted(knot, key=lambda k: (min(k[2], default=0), -len(k[2])))
