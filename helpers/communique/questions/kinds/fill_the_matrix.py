"""Actors placed on issues, cell by cell, beside the article's coding. A judgement is never called wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...base.strings import strings, text
from ...coding.article import CodedArticle
from ...coding.codes import NOT_SAID, REPORTER, STANCES
from ...coding.schema import Position
from ...coding.units import Unit, units_at, units_of
from ..in_words import InWords, Line, as_it_stands, marked_lines, quoted
from ..question import Question
from .base import ANSWERED, NOT_TRIED, NOT_YET, KeyPart, Kind, Mark
from .find_words import text_pieces

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
    def is_complete(self) -> bool:
        """Whether it can be compared: what the report does not say needs no words."""
        return self.step == NOT_SAID or bool(self.step and self.words)

    @property
    def answer(self) -> dict[str, Any]:
        return {"step": self.step, "words": list(self.words)}


class FillTheMatrix(Kind):
    """An answer is {"cells": cell -> {"step", "words"}}.

    The coding of a cell comes to the page when that cell was placed, with words, and checked; from then on the cell
    stays as it was placed.
    """

    name = "fill-the-matrix"
    seconds = 60  # of one cell
    needs = ("rows", "columns")
    marked = False
    judged = True
    discussed = "ask-matrix"
    last_counts = True  # what was compared stays as it was placed
    sections = ("question", "matrix")

    @classmethod
    def seconds_for(cls, question: Question) -> int:
        rows, columns = question.core_rows or question.rows, question.core_columns or question.columns
        return cls.seconds * len(rows) * len(columns)

    @property
    def rows(self) -> dict[str, str]:
        names = self.article.names
        return {actor: names[actor] for actor in self.question.rows if actor in names}

    @property
    def columns(self) -> dict[str, str]:
        issues = self.article.issues
        return {issue: issues[issue] for issue in self.question.columns if issue in issues}

    @cached_property
    def cells(self) -> dict[str, str]:
        """The cells, row by row: A01/agreement -> what it is called."""
        return {f"{a}/{i}": f"{name} – {title}" for a, name in self.rows.items() for i, title in self.columns.items()}

    @cached_property
    def core(self) -> list[str]:
        """The cells that everybody fills; the others are extra."""
        rows, columns = self.question.core_rows or self.rows, self.question.core_columns or self.columns
        return [cell for cell in self.cells if cell.split("/")[0] in rows and cell.split("/")[1] in columns]

    @cached_property
    def sentences(self) -> Mapping[str, Unit]:
        return {unit.name: unit for unit in units_of(self.article, "sentence")}

    def placings(self, answer: Any) -> dict[str, Placing]:
        """What an answer puts in the cells there are; cells, steps and sentences that there are not are passed over."""
        cells = answer.get("cells") if isinstance(answer, dict) else None
        entries = [(cell, cells.get(cell)) for cell in self.cells] if isinstance(cells, dict) else []
        placings = {cell: self._placing(entry) for cell, entry in entries if isinstance(entry, dict)}
        return {cell: placing for cell, placing in placings.items() if placing != Placing()}

    def _placing(self, entry: dict[str, Any]) -> Placing:
        step, words = entry.get("step"), entry.get("words")
        named = dict.fromkeys(one for one in words if isinstance(one, str)) if isinstance(words, list) else {}
        return Placing(step if step in STEPS else "", tuple(one for one in named if one in self.sentences))

    def merged(self, answer: Any, checked: Any) -> tuple[Any, bool]:
        """An answer in which the cells compared before stay as they were placed, and whether more are complete now."""
        before = {cell: placing for cell, placing in self.placings(checked).items() if placing.is_complete}
        now = self.placings(answer) | before
        more = any(placing.is_complete and cell not in before for cell, placing in now.items())
        return ({"cells": {cell: placing.answer for cell, placing in now.items()}} if now else None), more

    def nothing_new(self, mark: Mark) -> Mark:
        if not mark.counts or mark.outcome == ANSWERED:
            return mark
        return Mark(mark.outcome, (text("matrix", "nothing-new"), *mark.feedback[1:]), counts=False)

    def mark(self, answer: Any) -> Mark:
        """How many cells are compared with the coding, and what the half-filled ones still need."""
        cells, placings = self.cells, self.placings(answer)
        complete = {cell for cell, placing in placings.items() if placing.is_complete}
        left = [cell for cell in self.core if cell not in complete]
        if not cells:
            return Mark(NOT_TRIED, (text("matrix", "no-cells"),), counts=False)
        if not left:
            return Mark(ANSWERED, (text("matrix", "all-compared", count=len(complete)),))
        half = [
            text("matrix", "lacks-words" if placing.step else "lacks-step", cell=cells[cell])
            for cell, placing in placings.items()
            if not placing.is_complete
        ]
        if not complete:
            return Mark(NOT_TRIED, (text("matrix", "place-first"), *half), counts=False)
        lead = text("matrix", "some-compared", done=len(self.core) - len(left), count=len(self.core), left=len(left))
        return Mark(NOT_YET, (lead, *half))

    def solution(self) -> dict[str, Any]:
        """The coding in the shape of an answer: in each cell its first row, or that the report does not say."""
        return {"cells": {cell: self._coded(rows_at(cell, self.article)).answer for cell in self.cells}}

    def _coded(self, rows: list[Position]) -> Placing:
        return Placing(rows[0].stance, self._sentences_of(rows[0])) if rows else Placing(NOT_SAID)

    def shows_solution(self, outcome: str, revealed: bool) -> bool:
        return revealed and outcome != ANSWERED

    def solution_in_words(self) -> str | list[str]:
        """No solution at once: the coding comes cell by cell, also for those who asked for the explanation."""
        return text("matrix", "cell-by-cell")

    def in_words(self, answer: Any) -> InWords:
        cells = answer.get("cells") if isinstance(answer, dict) else None
        if not isinstance(cells, dict) or not all(isinstance(entry, dict) for entry in cells.values()):
            return as_it_stands(answer)
        lines = [
            Line(_step_in_words(entry.get("step")), self.unit_in_words(cell), self._quotes(entry.get("words")))
            for cell, entry in cells.items()
        ]
        return InWords(tuple(lines), "pairs")

    def _quotes(self, words: Any) -> tuple[str, ...]:
        named = [one for one in words if isinstance(one, str)] if isinstance(words, list) else []
        unit = "word" if named and all(".w" in one for one in named) else "sentence"
        return tuple(f"{line.label}: {line.text}" for line in marked_lines(named, self.article, unit))

    def in_the_book(self) -> list[KeyPart]:
        return [KeyPart(text("teacher-book", "matrix"), tuple(map(self._in_the_book, self.cells)))]

    def _in_the_book(self, cell: str) -> tuple[str, str, str]:
        """A cell with the article's coding, and the other reading where careful readers differ."""
        rows = [row for row in rows_at(cell, self.article) if row.other_stance]
        others = " ".join(f"{text('stances', row.other_stance)}. {row.other_case}" for row in rows)
        note = text("teacher-book", "other-reading", reading=others) if others else ""
        steps = ", ".join(map(self.place_in_words, self.reference(cell)))
        return ("", f"{self.unit_in_words(cell)}: {steps}", note)

    def placed(self, answer: Any) -> dict[str, str]:
        return {cell: placing.step for cell, placing in self.placings(answer).items() if placing.step}

    def placeable(self) -> list[str]:
        return list(self.cells)

    def reference(self, unit: str) -> tuple[str, ...]:
        """The steps of the coding; a cell of which the coding has nothing is not said."""
        return tuple(dict.fromkeys(row.stance for row in rows_at(unit, self.article))) or (NOT_SAID,)

    def unit_in_words(self, unit: str) -> str:
        actor, _, issue = unit.partition("/")
        return f"{self.article.names.get(actor, actor)} – {self.article.issues.get(issue, issue)}"

    def place_in_words(self, place: str) -> str:
        return text("stances", place)

    def part_in_words(self, part: str) -> str:
        cell, _, step = part.partition("=")
        return f"{self.unit_in_words(cell)}: {self.place_in_words(step)}"

    def page(self) -> dict[str, Any]:
        steps = {step: text("stances", step) for step in STEPS}
        sides = {"rows": self.rows, "columns": self.columns, "steps": steps}
        lists = {name: [{"id": i, "text": words} for i, words in side.items()] for name, side in sides.items()}
        return {**lists, "cells": self.cells, "core": self.core, "text": text_pieces(self.article, "sentence")}

    def beside(self, checked: Any) -> dict[str, dict[str, Any]]:
        """The coding beside every complete cell of an answer, in words for the page, and beside no other."""
        return {cell: self._beside(cell, p) for cell, p in self.placings(checked).items() if p.is_complete}

    def _beside(self, cell: str, placing: Placing) -> dict[str, Any]:
        rows = rows_at(cell, self.article)
        cited = [self.sentences[name] for name in placing.words]
        return {
            "placed": placing.answer,
            "step": text("stances", placing.step),
            "words": [f"{unit.paragraph_id}: {quoted(unit.text)}" for unit in cited],
            "verdict": text("matrix", nearness(placing.step, rows)),
            "brief": " / ".join(dict.fromkeys(text("stances", row.stance) for row in rows))
            or text("matrix", "no-row-brief"),
            "contested": any(row.contested for row in rows),
            "rows": [self._row_in_words(row, placing) for row in rows],
        }

    def _row_in_words(self, row: Position, placing: Placing) -> dict[str, Any]:
        names = {**self.article.names, REPORTER: text("cards", "reporter")}
        same = set(placing.words) & set(self._sentences_of(row))
        return {
            "id": row.id,
            "stance": text("stances", row.stance),
            "basis": text("bases", row.basis),
            "according": names.get(row.according_to, row.according_to),
            "words": [f"{e.paragraph_id}: {quoted(e.words)}" for e in self.article.evidence_of(row.id)],
            "meets": text("matrix", "same-sentence" if same else "another-sentence") if placing.words else "",
            "contested": row.contested,
            "note": row.note,
            "other": text("stances", row.other_stance) if row.other_stance else "",
            "case": row.other_case,
        }

    def _sentences_of(self, row: Position) -> tuple[str, ...]:
        return units_at(map(self.article.pointer, self.article.evidence_of(row.id)), self.article, "sentence")


def rows_at(cell: str, article: CodedArticle) -> list[Position]:
    """All rows of the coding for an actor and an issue."""
    actor, _, issue = cell.partition("/")
    return [r for r in article.positions if (r.actor_id, r.issue) == (actor, issue)]


def nearness(step: str, rows: list[Position]) -> str:
    """How near a step is to the nearest of the rows: one of NEARNESS, or what is said where there is no row."""
    if not rows:
        return "no-row-either" if step == NOT_SAID else "no-row"
    return min((_near(step, row) for row in rows), key=NEARNESS.index)


def _near(step: str, row: Position) -> str:
    if step in (row.stance, row.other_stance):
        return "as-coded" if step == row.stance else "as-other"
    if step == NOT_SAID:
        return "row-here"
    mine, coded = STANCES.index(step) - 2, STANCES.index(row.stance) - 2
    if mine * coded < 0:
        return "other-side"
    return "one-step" if abs(mine - coded) == 1 else "two-steps"


def _step_in_words(step: Any) -> str:
    if step is None or step == "":
        return text("in-words", "no-step")
    known = strings()["stances"]
    return known[step] if isinstance(step, str) and step in known else as_it_stands(step).strange
