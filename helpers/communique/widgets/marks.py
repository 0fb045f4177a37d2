"""What the reader draws: layers, patterns, the marks of every paragraph, and the card of every row."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from ..base.strings import text
from ..coding.article import CodedArticle
from ..coding.codes import ACTOR_KINDS, CERTAINTY, REPORTER, STATEMENT_KINDS
from ..coding.schema import Actor, Event, Position, Reaction, Statement
from ..drafting.lexicon.rules import rule_in_words
from ..text.spans import Segment, Span, segments

#: Layer -> (the column that gives the kind, the kinds in order).
LAYERS = {
    "actors": ("kind", ACTOR_KINDS),
    "events": ("certainty", CERTAINTY[::-1]),
    "statements": ("kind", STATEMENT_KINDS),
}

#: The line under a mark says its kind without colour.
PATTERNS = {
    "state": "solid",
    "leader": "double",
    "office": "double",
    "spokesperson": "double",
    "organisation": "dashed",
    "armed-force": "dashed",
    "media": "dashdot",
    "public": "dotted",
    "document": "dashdot",
    "unnamed": "dotted",
    "happened": "thick",
    "agreed": "double",
    "threatened": "dashed",
    "conditional": "dotted",
    "denied": "crossed",
    "direct": "solid",
    "indirect": "dashed",
    "mixed": "dashdot",
}


@dataclass(frozen=True)
class MarkedParagraph:
    """A paragraph cut into pieces, and its marks: (row, first piece, last piece) -> what else they are named."""

    paragraph_id: str
    pieces: tuple[Segment, ...]
    marks: dict[tuple[str, int, int], list[str]]

    def pieces_in(self, span: Span) -> list[int]:
        """The numbers of the pieces inside a span (counted from the paragraph's start)."""
        inside, at = [], 0
        for index, piece in enumerate(self.pieces):
            if span.start <= at and at + len(piece.text) <= span.end:
                inside.append(index)
            at += len(piece.text)
        return inside

    def for_page(self) -> dict[str, Any]:
        marks = [
            {"row": row, "first": first, "last": last, "names": names}
            for (row, first, last), names in self.marks.items()
        ]
        return {"id": self.paragraph_id, "segments": [p.text for p in self.pieces], "marks": marks}


def marked_paragraphs(coded: CodedArticle, cuts: list[tuple[str, Span]]) -> list[MarkedParagraph]:
    """Every paragraph in pieces, cut at each row's words and at the extra spans given."""
    result = []
    for paragraph in coded.paragraphs:
        also: dict[tuple[str, Span], list[str]] = {}
        for row, evidence in coded.marks:
            if evidence.paragraph_id == paragraph.paragraph_id:
                span = Span(evidence.start - paragraph.start, evidence.end - paragraph.start)
                also.setdefault((row, span), []).append(evidence.row_id)
        extra = [("", span) for paragraph_id, span in cuts if paragraph_id == paragraph.paragraph_id]
        pieces = tuple(segments(paragraph.text, [*also, *extra]))
        starts = {start: at for at, start in enumerate(accumulate((len(p.text) for p in pieces), initial=0))}
        marks = {(r, starts[s.start], starts[s.end] - 1): names for (r, s), names in also.items()}
        ordered = sorted(marks.items(), key=lambda m: (m[0][1], m[0][1] - m[0][2], m[0][0]))
        result.append(MarkedParagraph(paragraph.paragraph_id, pieces, dict(ordered)))
    return result


def legend(coded: CodedArticle) -> list[dict[str, Any]]:
    """The layers that the article has rows for, each with its kinds, patterns and counts."""
    layers = []
    for layer, (column, kinds) in LAYERS.items():
        counts = Counter(getattr(row, column) for row in coded.tables[layer])
        entries = [
            {"name": kind, "title": text("kinds", kind), "pattern": PATTERNS[kind], "count": counts[kind]}
            for kind in kinds
            if counts[kind]
        ]
        if entries:
            layers.append({"name": layer, "title": text("reader", f"layer-{layer}"), "kinds": entries})
    return layers


def row_cards(coded: CodedArticle) -> dict[str, dict[str, Any]]:
    """A card for every row of every table: what it is, its title, its fields."""
    cards = {}
    for row in coded.rows.values():
        title, fields = _CARDS[row.table](row, coded)
        if row.contested:
            fields.append(("contested-label", text("cards", "contested")))
        fields.append(("note", row.note))
        if row.draft:
            rule, _, trigger = row.rule.partition(": ")
            about = rule_in_words(row.table, rule) or rule
            fields += [("status", text("cards", "draft")), ("rule", f"{about} “{trigger}”" if trigger else about)]
        kind = getattr(row, LAYERS[row.table][0]) if row.table in LAYERS else ""
        cards[row.id] = {
            "layer": row.table,
            "kind": kind,
            "pattern": PATTERNS.get(kind, "solid"),
            "what": f"{text('cards', row.table.removesuffix('s'))} {row.id}",
            "title": title,
            "fields": [[text("cards", name), value] for name, value in fields if value],
        }
    return cards


def titles(coded: CodedArticle) -> dict[str, str]:
    """Row's id -> what the row is called in words: a statement goes by who speaks, a reaction by its event."""
    return {row.id: _CARDS[row.table](row, coded)[0] for row in coded.rows.values()}


#: A card's title, and its fields: the name of a string, and the value.
Card = tuple[str, list[tuple[str, str]]]


def _named(ids: Iterable[str], coded: CodedArticle, between: str = ", ") -> str:
    """Actors by their names, and events by their labels."""
    called = {REPORTER: text("cards", "reporter"), **coded.names}
    return between.join(getattr(coded.rows.get(i), "label", called.get(i, i)) for i in ids)


def _actor(row: Actor, coded: CodedArticle) -> Card:
    count = sum(mention.actor_id == row.id for mention in coded.mentions)
    fields = [("kind", text("kinds", row.kind)), ("country", coded.countries.get(row.country, ""))]
    return row.name, [*fields, ("speaks-for", _named(row.speaks_for, coded)), ("mentions", str(count))]


def _event(row: Event, coded: CodedArticle) -> Card:
    return row.label, [
        ("who", _named(row.actor_ids, coded)),
        ("to-whom", _named(row.recipient_ids, coded)),
        ("certainty", text("kinds", row.certainty)),
        ("certainty-of", _named([row.certainty_of], coded)),
        ("reported-by", _named([row.reported_by], coded)),
        ("when", text("times", row.timex) if row.timex.endswith("_REF") else row.timex),
    ]


def _statement(row: Statement, coded: CodedArticle) -> Card:
    return _named(row.source_ids, coded), [
        ("statement-kind", text("kinds", row.kind)),
        ("source", row.source_words),
        ("cue", row.cue_words),
        ("channel", _named(row.channel, coded, " → ")),
        ("event", _named([row.event_id], coded)),
    ]


def _position(row: Position, coded: CodedArticle) -> Card:
    return f"{_named([row.actor_id], coded)}: {coded.issues.get(row.issue, row.issue)}", [
        ("stance", text("stances", row.stance)),
        ("basis", text("bases", row.basis)),
        ("according-to", _named([row.according_to], coded)),
        ("other-stance", text("stances", row.other_stance) if row.other_stance else ""),
        ("other-case", row.other_case),
    ]


def _reaction(row: Reaction, coded: CodedArticle) -> Card:
    return _named([row.event_id], coded), [
        ("answers", _named([row.answers_id], coded)),
        ("tone", row.tone),
        ("according-to", _named([row.according_to], coded)),
    ]


_CARDS: Mapping[str, Callable[[Any, CodedArticle], Card]] = {
    "actors": _actor,
    "events": _event,
    "statements": _statement,
    "positions": _position,
    "reactions": _reaction,
}
