"""What the review bench draws: the text in pieces, and a card for each row, with why a program drafted it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..base.errors import Fault
from ..base.strings import strings, text
from ..coding.cells import split_list
from ..coding.checking import Checked
from ..coding.codes import REPORTER
from ..coding.evidence import ALIAS
from ..coding.pointers import Paragraph
from ..coding.schema import TABLES
from ..drafting.lexicon.rules import is_doubtful, rule_in_words, share_right, trigger_in_words
from ..review import Review
from ..review.steps import Cells
from ..text.spans import Span, find_names, in_pieces

_UNIT = re.compile(r"\w+(?:['’\-](?!s\b)\w+)*|['’]s\b|[^\w\s]")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_MOST_TITLE = 70


def units_in(words: str) -> list[Span]:
    """What a cursor moves over: words, a possessive 's, and each sign by itself.

    Example:
        >>> [text[a:b] for text in ["Moscow's pact, now"] for a, b in units_in(text)]
        ['Moscow', "'s", 'pact', ',', 'now']
    """
    return [Span(*match.span()) for match in _UNIT.finditer(words)]


def text_for_page(paragraphs: Mapping[str, Paragraph]) -> list[dict[str, Any]]:
    """Paragraphs as [piece, number of the unit] (0 for what comes between); no offsets cross to the page."""
    return [
        {"id": p.paragraph_id, "pieces": list(map(list, in_pieces(p.text, units_in(p.text))))}
        for p in paragraphs.values()
    ]


def span_of(paragraph: Paragraph, first: int, last: int) -> Span | None:
    """The characters from one unit to another, both counted from 1; None where there are no such units."""
    units = units_in(paragraph.text)
    return Span(units[first - 1].start, units[last - 1].end) if 1 <= first <= last <= len(units) else None


class Cards:
    """The cards of all rows of a review, as it is now."""

    def __init__(self, review: Review) -> None:
        self.review, self.checked, self.tables = review, review.check(), review.tables
        self.keys = {place: key for key, place in review.rows.items()}
        self._names = _names(review)
        self._actors = {cells.get("actor_id", ""): cells for cells in review.tables["actors"]}
        self._units = {p: [u.start for u in units_in(paragraph.text)] for p, paragraph in review.paragraphs.items()}
        self._marks = self._all_marks(self.checked)
        self._faults: dict[str, list[Fault]] = {}
        for fault in self.checked.faults:
            if key := self.key_of(fault):
                self._faults.setdefault(key, []).append(fault)

    def all(self) -> dict[str, dict[str, Any]]:
        return {key: self._card(key, *place) for place, key in self.keys.items()}

    def key_of(self, fault: Fault) -> str:
        """The key of the row that a fault is about, "" where it is about none."""
        table = next((table.name for table in TABLES.values() if table.file == fault.file), "")
        return self.keys.get((table, fault.row - 2), "")

    def grave(self, key: str) -> list[Fault]:
        """The faults of a row that keep it from being accepted."""
        return [fault for fault in self._faults.get(key, []) if not fault.only_a_note]

    def actors_in(self, paragraph: str, span: Span) -> list[str]:
        """The ids of the actors that are named within a span of a paragraph, the longest name first."""
        named = self._named_in(paragraph)
        inside = [
            (place.start - place.end, name)
            for place, name in named
            if span.start <= place.start and place.end <= span.end
        ]
        return list(dict.fromkeys(name for _, name in sorted(inside)))

    def _named_in(self, paragraph: str) -> list[tuple[Span, str]]:
        """Where actors are named in a paragraph, and their ids."""
        owners, start = {m.id: m.actor_id for m in self.checked.mentions}, self.review.paragraphs[paragraph].start
        here = [e for e in self.checked.evidence if e.row_id in owners and e.paragraph_id == paragraph]
        return [(Span(e.start - start, e.end - start), owners[e.row_id]) for e in here]

    def who_is_near(self, table: str, paragraph: str, span: Span) -> Cells:
        """Who may speak or act in marked words: the last one named before them; the next one is spoken of."""
        named = self._named_in(paragraph)
        before = [name for place, name in named if place.end <= span.start]
        behind = [name for place, name in named if place.start >= span.start]
        who, whom = (before or behind)[-1 if before else 0 :][:1], behind[:1] if before else behind[1:2]
        if table == "events":
            return {"actor_ids": "".join(who), "recipient_ids": "".join(one for one in whom if one not in who)}
        return {"source_ids": "".join(who), "channel": "".join(who)} if table == "statements" else {}

    def _card(self, key: str, table: str, at: int) -> dict[str, Any]:
        cells = self.review.tables[table][at]
        marks = self._marks.get((table, cells.get(TABLES[table].id_column, "")), [])
        is_draft = cells.get("status") == "draft"
        return {
            "id": cells.get(TABLES[table].id_column, ""),
            "table": table,
            "paragraph": marks[0]["paragraph"] if marks else "",
            "title": self._title(table, cells),
            "draft": is_draft,
            "doubt": is_draft and is_doubtful(table, cells.get("rule", "")),
            "why": reasons(table, cells, self._actors, self.review.paragraphs),
            "cells": {c.name: cells.get(c.name, "") for c in TABLES[table].columns[1:]},
            "words": {g.role: cells.get(g.columns[0], "") for g in TABLES[table].groups},
            "marks": marks,
            "faults": [in_words(fault) for fault in self.grave(key)],
        }

    def _all_marks(self, checked: Checked) -> dict[tuple[str, str], list[dict[str, Any]]]:
        owners = {m.id: m for m in checked.mentions}
        marks: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for e in checked.evidence:
            named = owners.get(e.row_id)
            row, role = (("actors", named.actor_id), named.role) if named else ((e.table, e.row_id), e.role)
            paragraph = self.review.paragraphs[e.paragraph_id]
            starts = self._units[e.paragraph_id]
            first, last = (bisect_right(starts, place - paragraph.start) for place in (e.start, e.end - 1))
            mark = {"role": role, "paragraph": e.paragraph_id, "first": max(first, 1), "last": max(last, 1)}
            marks.setdefault(row, []).append(mark)
        return marks

    def _title(self, table: str, cells: Cells) -> str:
        def who(column: str) -> str:
            return ", ".join(self._names.get(i, i) for i in split_list(cells.get(column, "")))

        nobody = text("review", "nobody")
        match table:
            case "actors":
                return cells.get("name", "") or nobody
            case "events":
                return cells.get("label", "") or nobody
            case "statements":
                words = _short(cells.get("content_words", ""))
                return text("review", "title-statement", who=who("source_ids") or nobody, words=words)
            case "positions":
                issue = self.review.issues.get(cells.get("issue", ""), cells.get("issue", ""))
                return f"{who('actor_id') or nobody}: {issue or '?'}"
        return text("review", "title-reaction", event=who("event_id") or "?", answers=who("answers_id") or "?")


def _short(words: str) -> str:
    """The beginning of words, without quotation marks around them."""
    words = words.strip("\"“”„«»‘’' ") if words[:1] in '"“„«' else words
    return words if len(words) <= _MOST_TITLE else f"{words[:_MOST_TITLE].rsplit(' ', 1)[0]} …"


def _names(review: Review) -> dict[str, str]:
    names = {REPORTER: text("cards", "reporter")}
    for table, column in (("actors", "name"), ("events", "label")):
        names |= {c.get(TABLES[table].id_column, ""): c.get(column, "") for c in review.tables[table]}
    return names


def in_words(fault: Fault) -> dict[str, str]:
    """A fault as a reviewer reads it: the field by its plain name, what is wrong, what would do."""
    labels = strings()["review-fields"]
    field = labels.get(fault.column, fault.column.replace("_", " "))
    if field and fault.what == "the cell is empty":
        return {"column": fault.column, "words": text("review", "fault-empty", field=field)}
    words = text("review", "fault", field=field, what=fault.what) if field else f"{fault.what}."
    if fault.nearest:
        words += " " + text("review", "fault-near", near=fault.nearest)
    elif fault.allowed:
        words += " " + text("review", "fault-allowed", allowed=fault.allowed)
    return {"column": fault.column, "words": words}


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict[str, Any], Iterable[str]]:
    """The cards that are new or other than before, and the keys that are gone."""
    return {k: v for k, v in after.items() if before.get(k) != v}, [k for k in before if k not in after]


def reasons(
    table: str, cells: Cells, actors: Mapping[str, Cells], paragraphs: Mapping[str, Paragraph]
) -> list[list[str]]:
    """Questions that a reader may ask of a row, each with its answer; the first is why the row is there."""
    first, *others = [part.strip() for part in cells.get("rule", "").split(";")]
    rule, _, trigger = first.partition(":")
    if not rule:
        return [[text("review", "why-row"), text("review", "why-person")]]
    about = rule_in_words(table, rule) or rule
    share = share_right(table, rule)
    often = text("review", "why-rare") if share is None else text("review", "why-share", right=round(100 * share))
    words = trigger_in_words(table, trigger)
    here = text("review", "why-words", words=words) if words else ""
    answers = [[text("review", "why-row"), " ".join(part for part in (about, here, often) if part)]]
    if table == "statements":
        answers.append([text("review", "why-speaker"), " ".join(_speakers(cells, actors, paragraphs))])
    for other in others:
        what, _, words = other.partition(":")
        if what == "certainty":
            answers.append(
                [text("review", "why-certainty"), text("review", "why-words", words=trigger_in_words(table, words))]
            )
        elif what.startswith("time"):
            how = "why-day-words" if what.startswith("time,") else "why-no-day"
            answers.append([text("review", "why-day"), text("review", how, words=words.strip())])
    return answers


def _speakers(cells: Cells, actors: Mapping[str, Cells], paragraphs: Mapping[str, Paragraph]) -> Iterator[str]:
    """Why each speaker of a statement is the one whom the source's words mean."""
    group = next(group for group in TABLES["statements"].groups if group.role == "source")
    words, _, place = (cells.get(column, "") for column in group.columns)
    paragraph = paragraphs.get(place or cells.get("paragraph", ""))
    for actor_id in split_list(cells.get("source_ids", "")):
        actor = actors.get(actor_id, {})
        name = actor.get("name", actor_id)
        if not words or paragraph is None:
            yield text("review", "speaker-hidden", who=name)
            continue
        named = [match.groups() for alias in split_list(actor.get("aliases", "")) if (match := ALIAS.fullmatch(alias))]
        inside = [
            (where, guess, alias)
            for where, _, guess, alias in named
            if where in (None, paragraph.paragraph_id) and find_names(words, alias)
        ]
        inside.sort(key=lambda one: (bool(one[1]), -len(one[2])))
        where, guess, alias = inside[0] if inside else (None, None, "")
        said = alias or words
        if (where or not alias) and not guess and _ARTICLE.sub("", said).casefold() == name.casefold():
            yield rule_in_words("actors", actor.get("rule", "")) or text("review", "speaker-named", who=name)
            continue
        how = "guess" if guess else "phrase" if where else "named" if alias == name else "name" if alias else "near"
        yield text("review", f"speaker-{how}", words=said, who=name)
