"""What was placed cell by cell, beside the article's coding: fill-the-matrix. A judgement is never called wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle, Row, shift
from ...coding.codes import NOT_SAID, REPORTER, STANCES
from ...coding.units import Unit, units_of
from ..keys import Key
from ..question import Question
from .base import ANSWERED, NOT_TRIED, NOT_YET, Mark

#: Where a student can place an actor: the scale of the coding, or off it.
STEPS = (*STANCES, NOT_SAID)
#: How near a placing is to the coding, nearest first; the words are in strings.yml.
NEARNESS = ("as-coded", "as-other", "one-step", "two-steps", "other-side", "row-here")


@dataclass(frozen=True)
class Placing:
    """What a student put in a cell: a step, and the names of the sentences cited for it."""

    step: str = ""
    words: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it can be compared: what the report does not say needs no words."""
        return self.step == NOT_SAID or bool(self.step and self.words)

    @property
    def answer(self) -> dict[str, Any]:
        """The placing in the shape of an answer."""
        return {"step": self.step, "words": list(self.words)}


def lines_of(question: Question, article: CodedArticle) -> tuple[dict[str, str], dict[str, str]]:
    """The rows and the columns of a matrix, id -> name; what the article does not have is left out."""
    names = {row["id"]: row["name"] for row in article.tables.get("actors", ())}
    rows = {actor: names[actor] for actor in question.rows if actor in names}
    return rows, {issue: article.issues[issue] for issue in question.columns if issue in article.issues}


def cells_of(question: Question, article: CodedArticle) -> dict[str, str]:
    """The cells of a matrix, row by row: A01/agreement -> what it is called."""
    rows, columns = lines_of(question, article)
    return {f"{a}/{i}": f"{name} – {title}" for a, name in rows.items() for i, title in columns.items()}


def placings(question: Question, answer: Any, article: CodedArticle) -> dict[str, Placing]:
    """What an answer puts in the cells there are; cells, steps and sentences that there are not are passed over."""
    given = answer.get("cells") if isinstance(answer, dict) else None
    known = {unit.name for unit in units_of(article, "sentence")}
    found = {}
    for cell in cells_of(question, article):
        entry = given.get(cell) if isinstance(given, dict) else None
        if isinstance(entry, dict):
            step, words = entry.get("step"), entry.get("words")
            named = dict.fromkeys(w for w in words if isinstance(w, str)) if isinstance(words, list) else {}
            put = Placing(step if step in STEPS else "", tuple(w for w in named if w in known))
            if put != Placing():
                found[cell] = put
    return found


def merged(question: Question, answer: Any, checked: Any, article: CodedArticle) -> tuple[dict[str, Any], bool]:
    """An answer in which the cells compared before stay as they were placed, and whether more are whole now."""
    before = {c: p for c, p in placings(question, checked, article).items() if p.whole}
    now = placings(question, answer, article) | before
    more = any(placing.whole and cell not in before for cell, placing in now.items())
    return {"cells": {cell: placing.answer for cell, placing in now.items()}}, more


def mark_matrix(question: Question, answer: Any, article: CodedArticle, key: Key) -> Mark:
    """How many cells stand beside the coding, and what the half-filled ones still need."""
    cells, put = cells_of(question, article), placings(question, answer, article)
    whole = sum(placing.whole for placing in put.values())
    if not cells:
        return Mark(NOT_TRIED, (text("matrix", "no-cells"),), counts=False)
    if whole == len(cells):
        return Mark(ANSWERED, (text("matrix", "all-compared", count=len(cells)),))
    half = [text("matrix", _lack(p), cell=cells[c]) for c, p in put.items() if not p.whole]
    if not whole:
        return Mark(NOT_TRIED, (text("matrix", "place-first"), *half), counts=False)
    lead = text("matrix", "some-compared", done=whole, count=len(cells), left=len(cells) - whole)
    return Mark(NOT_YET, (lead, *half))


def _lack(placing: Placing) -> str:
    return "lacks-words" if placing.step else "lacks-step"


def solve_matrix(question: Question, article: CodedArticle, key: Key) -> dict[str, Any]:
    """The coding in the shape of an answer: in each cell its first row, or that the report does not say."""
    cells, units = {}, units_of(article, "sentence")
    for cell in cells_of(question, article):
        rows = rows_at(cell, article)
        put = Placing(rows[0]["stance"], _sentences(rows[0], article, units)) if rows else Placing(NOT_SAID)
        cells[cell] = put.answer
    return {"cells": cells}


def rows_at(cell: str, article: CodedArticle) -> list[Row]:
    """All rows of the coding for an actor and an issue."""
    actor, _, issue = cell.partition("/")
    return [r for r in article.tables.get("positions", ()) if (r["actor_id"], r["issue"]) == (actor, issue)]


def beside(question: Question, answer: Any, article: CodedArticle) -> dict[str, dict[str, Any]]:
    """The coding beside every whole cell of an answer, in words for the page; of other cells it tells nothing."""
    units = units_of(article, "sentence")
    quotes = {u.name: f"{u.paragraph_id}: “{u.text}”" for u in units}
    found = {}
    for cell, placing in placings(question, answer, article).items():
        if placing.whole:
            rows = rows_at(cell, article)
            found[cell] = {
                "placed": placing.answer,
                "step": text("stances", placing.step),
                "words": [quotes[name] for name in placing.words],
                "verdict": text("matrix", nearness(placing.step, rows)),
                "brief": " / ".join(dict.fromkeys(text("stances", r["stance"]) for r in rows))
                or text("matrix", "no-row-brief"),
                "contested": any(r["contested"] for r in rows),
                "rows": [_in_words(row, placing, article, units) for row in rows],
            }
    return found


def nearness(step: str, rows: list[Row]) -> str:
    """How near a step is to the nearest of the rows: one of NEARNESS, or what is said where there is no row."""
    if not rows:
        return "no-row-either" if step == NOT_SAID else "no-row"
    return min((_near(step, row) for row in rows), key=NEARNESS.index)


def _near(step: str, row: Mapping[str, Any]) -> str:
    if step in (row["stance"], row["other_stance"]):
        return "as-coded" if step == row["stance"] else "as-other"
    if step == NOT_SAID:
        return "row-here"
    mine, theirs = STANCES.index(step) - 2, STANCES.index(row["stance"]) - 2
    if mine * theirs < 0:
        return "other-side"
    return "one-step" if abs(mine - theirs) == 1 else "two-steps"


def _in_words(row: Row, placing: Placing, article: CodedArticle, units: tuple[Unit, ...]) -> dict[str, Any]:
    names = {r["id"]: r["name"] for r in article.tables.get("actors", ())} | {REPORTER: text("cards", "reporter")}
    same = set(placing.words) & set(_sentences(row, article, units))
    return {
        "id": row["id"],
        "stance": text("stances", row["stance"]),
        "basis": text("bases", row["basis"]),
        "according": names.get(row["according_to"], row["according_to"]),
        "words": [f"{e.paragraph_id}: “{e.words}”" for e in article.evidence_of(row["id"])],
        "meets": text("matrix", "same-sentence" if same else "another-sentence") if placing.words else "",
        "contested": row["contested"],
        "note": row["note"],
        "other": text("stances", row["other_stance"]) if row["other_stance"] else "",
        "case": row["other_case"],
    }


def _sentences(row: Row, article: CodedArticle, units: tuple[Unit, ...]) -> tuple[str, ...]:
    """The names of the sentences that a row's words touch."""
    found = {}
    for evidence in article.evidence_of(row["id"]):
        begin = article.paragraph(evidence.paragraph_id).start
        for unit in units:
            span = shift(unit.span, begin)
            if unit.paragraph_id == evidence.paragraph_id and span.start < evidence.end and evidence.start < span.end:
                found[unit.name] = None
    return tuple(found)
