"""How right drafts are, on every coding and every gold set made by a person: `python -m tests.benchmarks.gold_scores`.

These are the scores that helpers/README.md quotes and no change of a rule may lower. They are no matter of the machine.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from communique.base.places import articles_folder
from communique.drafting.scoring.codings import Coding, read_coding
from communique.drafting.scoring.measures import Count, Scores, score
from communique.drafting.scoring.scoring import drafted_now

from ..drafting.test_times import right_times
from ..gold import gold_texts, held_out_texts, statement_counts
from ..sentences import (
    development_sentences,
    held_out_sentences,
    shares_of_countries,
    shares_right,
    wire_sentences,
)
from ..stories import total
from .first_coding import PUBLISHER_TEXT, first_coding


def scores() -> Iterator[str]:
    """The lines to print."""
    yield f"{'how right the draft is':60} {'gold':>5} {'draft':>5} {'right':>5}  {'prec.':>5} {'recall':>6} {'F1':>5}"
    for one in _scored():
        for count in one.counts:
            yield _line(f"{one.name[:18]}, {count.measure}", count)
    for name, texts in (("development texts", gold_texts()), ("held-out texts", held_out_texts())):
        right, drafted, wanted = (sum(column) for column in zip(*map(statement_counts, texts), strict=True))
        yield _line(f"{name}, statements: content and source", Count("", wanted, drafted, right))
    for name, rows in (("development", development_sentences()), ("held-out", held_out_sentences())):
        for part, share in shares_right(rows).items():
            yield f"{f'{name} sentences ({len(rows)}), main event as drafted: {part}':66} {share:.4f} right"
    for name, rows in (("development", wire_sentences()), ("held-out", wire_sentences(held_out=True))):
        for part, share in shares_of_countries(rows).items():
            yield f"{f'{name} wire sentences ({len(rows)}), first row, countries: {part}':66} {share:.4f} right"
    for name, held_out in (("development", False), ("held-out", True)):
        none, drafted, found, marked = total(held_out=held_out)
        yield f"{f'{name} stories: events that are none':66} {none} of {drafted}; {found} of {marked} found"
    right_ones = right_times()
    yield f"{'words of time in development sentences':66} {sum(right_ones)} of {len(right_ones)} right"


def _line(name: str, c: Count) -> str:
    return f"{name:60.60} {c.gold:5d} {c.drafted:5d} {c.right:5d}  {c.precision:5.2f} {c.recall:6.2f} {c.f1:5.2f}"


def _scored() -> Iterator[Scores]:
    codings: list[Coding] = [
        read_coding(folder.parent)
        for folder in sorted(articles_folder().glob("*/events.csv"))
        if "status" not in folder.read_text(encoding="utf-8").splitlines()[0] or _accepted(folder)
    ]
    if PUBLISHER_TEXT.is_file():
        codings.append(first_coding())
    for coding in codings:
        yield score(coding, drafted_now(coding))


def _accepted(file: Path) -> bool:
    """Whether a coding is a person's: a folder of drafts is no reference."""
    with file.open(encoding="utf-8", newline="") as opened:
        return any(row.get("status") != "draft" for row in csv.DictReader(opened))


if __name__ == "__main__":
    for line in scores():
        print(line)
