"""What the reader draws: layers, patterns, the marks of every paragraph, and the card of every row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..base.strings import text
from ..coding.article import CodedArticle, Evidence, Row
from ..coding.codes import ACTOR_KINDS, CERTAINTY, REPORTER, STATEMENT_KINDS, plover
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
        """The paragraph as the page gets it: text in pieces, no offsets."""
        marks = [
            {"row": row, "first": first, "last": last, "names": names}
            for (row, first, last), names in self.marks.items()
        ]
        return {"id": self.paragraph_id, "segments": [p.text for p in self.pieces], "marks": marks}


def marked_paragraphs(coded: CodedArticle, cuts: list[tuple[str, Span]]) -> list[MarkedParagraph]:
    """Every paragraph in pieces, cut at each row's words and at the extra spans given."""
    result = []
    placed = _placed(coded)
    for paragraph in coded.paragraphs:
        also: dict[tuple[str, Span], list[str]] = {}
        for row, evidence in placed:
            if evidence.paragraph_id == paragraph.paragraph_id:
                span = Span(evidence.start - paragraph.start, evidence.end - paragraph.start)
                also.setdefault((row, span), []).append(evidence.row_id)
        extra = [("", span) for paragraph_id, span in cuts if paragraph_id == paragraph.paragraph_id]
        pieces = tuple(segments(paragraph.text, [*also, *extra]))
        starts = [sum(len(p.text) for p in pieces[:i]) for i in range(len(pieces) + 1)]
        marks = {(r, starts.index(s.start), starts.index(s.end) - 1): names for (r, s), names in also.items()}
        ordered = sorted(marks.items(), key=lambda m: (m[0][1], m[0][1] - m[0][2], m[0][0]))
        result.append(MarkedParagraph(paragraph.paragraph_id, pieces, dict(ordered)))
    return result


def _placed(coded: CodedArticle) -> list[tuple[str, Evidence]]:
    """(row, evidence) for every mark; an actor's own words give way to the mention that stands there."""
    owners = {m["id"]: m["actor_id"] for m in coded.mentions}
    mentions = [(owners[e.row_id], e) for e in coded.evidence if e.row_id in owners]
    rest = [
        (e.row_id, e)
        for e in coded.evidence
        if e.row_id not in owners
        and not any(o == e.row_id and m.start < e.end and e.start < m.end for o, m in mentions)
    ]
    return mentions + rest


def legend(coded: CodedArticle) -> list[dict[str, Any]]:
    """The layers that the article has rows for, each with its kinds, patterns and counts."""
    found = []
    for layer, (column, kinds) in LAYERS.items():
        rows = coded.tables.get(layer, ())
        counts = {kind: sum(row[column] == kind for row in rows) for kind in kinds}
        entries = [
            {"name": kind, "title": text("kinds", kind), "pattern": PATTERNS[kind], "count": count}
            for kind, count in counts.items()
            if count
        ]
        if entries:
            found.append({"name": layer, "title": text("reader", f"layer-{layer}"), "kinds": entries})
    return found


def row_cards(coded: CodedArticle) -> dict[str, dict[str, Any]]:
    """A card for every row of every table: what it is, its title, its fields."""
    names = {row["id"]: row["name"] for row in coded.tables.get("actors", ())} | {REPORTER: text("cards", "reporter")}
    labels = {row["id"]: row["label"] for row in coded.tables.get("events", ())}
    cards = {}
    for table, rows in coded.tables.items():
        for row in rows:
            what, title, fields = _CARDS[table](row, names, labels, coded)
            if row["contested"]:
                fields.append(("contested-label", text("cards", "contested")))
            if row["note"]:
                fields.append(("note", row["note"]))
            if row["status"] == "draft":
                fields.append(("status", text("cards", "draft")))
                fields.append(("rule", row["rule"]))
            kind = row[LAYERS[table][0]] if table in LAYERS else ""
            cards[row["id"]] = {
                "layer": table,
                "kind": kind,
                "pattern": PATTERNS.get(kind, "solid"),
                "what": f"{what} {row['id']}",
                "title": title,
                "fields": [[text("cards", name), value] for name, value in fields if value],
            }
    return cards


def _people(ids: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(names.get(i, i) for i in ids)


def _actor(row: Row, names: dict, labels: dict, coded: CodedArticle) -> tuple[str, str, list]:
    count = sum(m["actor_id"] == row["id"] for m in coded.mentions)
    fields = [("kind", text("kinds", row["kind"])), ("country", row["country"])]
    fields += [("speaks-for", _people(row["speaks_for"], names)), ("mentions", str(count))]
    return text("cards", "actor"), row["name"], fields


def _event(row: Row, names: dict, labels: dict, coded: CodedArticle) -> tuple[str, str, list]:
    code = plover()[row["event"], row["mode"]]
    fields = [
        ("who", _people(row["actor_ids"], names)),
        ("to-whom", _people(row["recipient_ids"], names)),
        ("certainty", text("kinds", row["certainty"])),
        ("certainty-of", names.get(row["certainty_of"], row["certainty_of"])),
        ("reported-by", names.get(row["reported_by"], row["reported_by"])),
        ("when", text("times", row["timex"]) if row["timex"].endswith("_REF") else row["timex"]),
        ("plover", f"{code.event}{' / ' + code.mode if code.mode else ''} ({code.event_scale:+g}, {code.quad_name})"),
    ]
    return text("cards", "event"), row["label"], fields


def _statement(row: Row, names: dict, labels: dict, coded: CodedArticle) -> tuple[str, str, list]:
    fields = [
        ("statement-kind", text("kinds", row["kind"])),
        ("source", row["source_words"]),
        ("cue", row["cue_words"]),
        ("channel", " → ".join(names.get(i, i) for i in row["channel"])),
        ("event", labels.get(row["event_id"], "")),
    ]
    return text("cards", "statement"), _people(row["source_ids"], names), fields


def _position(row: Row, names: dict, labels: dict, coded: CodedArticle) -> tuple[str, str, list]:
    title = f"{names.get(row['actor_id'], row['actor_id'])}: {coded.issues.get(row['issue'], row['issue'])}"
    who = names.get(row["according_to"], row["according_to"])
    fields = [("stance", text("stances", row["stance"])), ("basis", text("bases", row["basis"])), ("according-to", who)]
    if row["other_stance"]:
        fields += [("other-stance", text("stances", row["other_stance"])), ("other-case", row["other_case"])]
    return text("cards", "position"), title, fields


def _reaction(row: Row, names: dict, labels: dict, coded: CodedArticle) -> tuple[str, str, list]:
    who = names.get(row["according_to"], row["according_to"])
    fields = [
        ("answers", labels.get(row["answers_id"], row["answers_id"])),
        ("tone", row["tone"]),
        ("according-to", who),
    ]
    return text("cards", "reaction"), labels.get(row["event_id"], row["event_id"]), fields


_CARDS = {
    "actors": _actor,
    "events": _event,
    "statements": _statement,
    "positions": _position,
    "reactions": _reaction,
}
