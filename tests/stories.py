"""Long stories whose events are marked, full of figures of speech, sport and accidents: {CONSULT|met}.

What a draft writes elsewhere is none. `data/gold/stories/held-out` only measures: whoever fixes a rule because of a
story in there moves it up and writes a new one.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from types import SimpleNamespace

from communique.coding.pointers import HEADLINE
from communique.drafting.draft.coder import draft_tables
from communique.text.spans import find_all

STORIES = Path(__file__).parent / "data" / "gold" / "stories"
_MARK = re.compile(r"\{[A-Z]+\|([^}]*)\}")


def none_and_drafted(story: Path) -> tuple[int, int, int, int]:
    """How many drafted events are none, of how many; how many of the marked ones are found, of how many."""
    headline, *blocks = story.read_text("utf-8").strip().split("\n\n")
    paragraphs = [_MARK.sub(r"\1", block) for block in blocks]
    tables = draft_tables(
        SimpleNamespace(headline=headline, paragraphs=tuple(paragraphs), published=dt.date(2024, 6, 20))
    )
    marks = {(f"p{n}", *span) for n, block in enumerate(blocks, 1) for span in _spans(block)}
    none, found = 0, set()
    for row in tables["events"]:
        place = row["paragraph"]
        text = headline if place == HEADLINE else paragraphs[int(place[1:]) - 1]
        start, end = find_all(text, row["words"])[int(row["occurrence"] or 1) - 1]
        hits = {mark for mark in marks if mark[0] == place and mark[1] < end and start < mark[2]}
        none += not hits
        found |= hits
    return none, len(tables["events"]), len(found), len(marks)


def _spans(block: str) -> list[tuple[int, int]]:
    """Where the marked words stand once the marks are taken out."""
    spans, shift = [], 0
    for mark in _MARK.finditer(block):
        start = mark.start() - shift
        spans.append((start, start + len(mark[1])))
        shift += len(mark[0]) - len(mark[1])
    return spans


def total(*, held_out: bool) -> tuple[int, ...]:
    """The same over all stories of one half."""
    folder = STORIES / "held-out" if held_out else STORIES
    return tuple(map(sum, zip(*map(none_and_drafted, sorted(folder.glob("*.txt"))), strict=True)))
