"""The constructed gold texts in data/gold/statements: prose, then one line a statement.

A line is `p3 | source | cue | content`. Words are the passage's; `... ` between two stretches stands for all that is
between them; `-` is nothing; `words @p2` stand in another passage. Where words stand more than once, the place
nearest to the cue is meant (or to the content, for the cue itself).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from communique.coding.schema import TABLES
from communique.drafting.grammar.prose import Prose, read_prose
from communique.drafting.lexicon.lexicons import package_lexicons
from communique.drafting.rows.rows import evidence_cells
from communique.drafting.statements.finding import find_statements

GOLD = Path(__file__).parent / "data" / "gold" / "statements"
Span = tuple[str, int, int]


@dataclass(frozen=True)
class GoldStatement:
    """A statement in a gold text; spans are (passage, start, end), or None where there are no words."""

    source: Span | None
    cue: Span | None
    content: Span


@dataclass(frozen=True)
class GoldText:
    """A gold text with its statements."""

    name: str
    headline: str
    paragraphs: tuple[str, ...]
    statements: tuple[GoldStatement, ...]
    published: None = None


def read_gold(path: Path) -> GoldText:
    """One gold text."""
    text, _, lines = path.read_text(encoding="utf-8").partition("\n===\n")
    headline, *paragraphs = [" ".join(p.split()) for p in text.split("\n\n")]
    prose = read_prose(headline, paragraphs)
    found = []
    for line in lines.splitlines():
        place, source, cue, content = line.split(" | ")
        about = _find(prose, place, content, None)
        near = _find(prose, place, cue, about)
        found.append(GoldStatement(_find(prose, place, source, near), near, about))
    return GoldText(path.stem, headline, tuple(paragraphs), tuple(found))


def gold_texts() -> list[GoldText]:
    """All gold texts that rules were made with."""
    return [read_gold(path) for path in sorted(GOLD.glob("*.txt"))]


def held_out_texts() -> list[GoldText]:
    """The texts by another hand that no rule was made for."""
    return [read_gold(path) for path in sorted((GOLD.parent / "held-out").glob("*.txt"))]


def _find(prose: Prose, place: str, words: str, near: Span | None) -> Span | None:
    if words == "-":
        return None
    words, _, elsewhere = words.partition(" @")
    place = elsewhere or place
    text = prose.passage(place).text
    head, _, tail = words.partition(" ... ")
    starts = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(head)}(?!\w)", text)]
    assert starts, f"{place} does not contain {head!r}"
    at = min(starts, key=lambda s: _distance(s, s + len(head), near, place))
    end = text.index(tail, at) + len(tail) if tail else at + len(head)
    return place, at, end


def _distance(start: int, end: int, near: Span | None, place: str) -> int:
    if near is None or near[0] != place:
        return start
    return 5 if near[1] <= start and end <= near[2] else max(near[1] - end, start - near[2], 0)


def statement_counts(gold: GoldText) -> tuple[int, int, int]:
    """(right, drafted, wanted): statements with half of the content, as tokens, and a word of the source in common."""
    prose = read_prose(gold.headline, gold.paragraphs)
    tokens = {p.paragraph_id: p.tokens for p in prose.passages}

    def places(paragraph_id: str, start: int, end: int) -> set[tuple[str, int]]:
        return {(paragraph_id, t.index) for t in tokens[paragraph_id] if t.text[0].isalnum() and start <= t.start < end}

    drafted = [
        (places(a.paragraph_id, *a.content), places(a.source_paragraph, *a.source) if a.source else set())
        for a in find_statements(prose, package_lexicons())
    ]
    wanted = [(places(*s.content), places(*s.source) if s.source else set()) for s in gold.statements]
    pairs = sorted(
        (
            (-len(g & d) / len(g | d), i, j)
            for i, (g, gs) in enumerate(wanted)
            for j, (d, ds) in enumerate(drafted)
            if 2 * len(g & d) >= len(g | d) and (gs & ds or not gs | ds)
        ),
    )
    left, right = set(), set()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left), len(drafted), len(wanted)


def write_folder(gold: GoldText, folder: Path) -> None:
    """A gold text as an article folder, with its statements coded (every source is one actor, A01)."""
    prose = read_prose(gold.headline, gold.paragraphs)
    folder.mkdir(parents=True, exist_ok=True)
    front = yaml.safe_dump({"headline": gold.headline, "date": "2024-06-20", "language": "en"}, allow_unicode=True)
    (folder / "article.md").write_text(f"---\n{front}---\n\n" + "\n\n".join(gold.paragraphs) + "\n", encoding="utf-8")
    rows = {name: [] for name in TABLES}
    for number, one in enumerate(gold.statements, 1):
        cells = {"statement_id": f"S{number:02d}", "source_ids": "A01", "kind": "indirect", "paragraph": one.content[0]}
        for span, prefix in ((one.content, "content_"), (one.cue, "cue_"), (one.source, "source_")):
            cells |= evidence_cells(prose, *span, prefix) if span else {}
        rows["statements"].append(cells)
    rows["actors"].append({"actor_id": "A01", "name": "All", "kind": "unnamed", **evidence_cells(prose, "p1", 0, 5)})
    for table in TABLES.values():
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.known_columns)
            writer.writeheader()
            writer.writerows(rows[table.name])
