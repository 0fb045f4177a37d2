"""Compare the program's draft with a coding made by a person.

For one article's folder or a folder of them, the table says how many statements, actors, events, dates and
certainties are right, and how right each rule is.
"""

import argparse
from collections.abc import Iterator

from ..base.files import write_own
from .arguments import path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique score`."""
    add = parser.add_argument
    add("gold", type=path, help="an article's folder with a coding made by a person, or a folder of such folders")
    add(
        "--draft",
        metavar="FOLDER",
        type=path,
        help="score the coding in this folder (default: a draft made now from the text)",
    )
    add("--csv", metavar="FILE", type=path, help="write the scores to this file as well")
    add("--rules", action="store_true", help="for each rule, also say how many rows it made and how many are right")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Score the draft, and print the scores of all articles together."""
    from ..drafting.scoring.scoring import as_csv, scores_of

    scores = scores_of(chosen.gold, chosen.draft)
    total = scores[-1]
    yield f"{total.name}: reference and draft"
    yield f"  {'measure':48} {'gold':>5} {'draft':>5} {'right':>5}  {'prec.':>5} {'recall':>6} {'F1':>5}"
    for c in total.counts:
        numbers = f"{c.gold:5d} {c.drafted:5d} {c.right:5d}  {c.precision:5.2f} {c.recall:6.2f} {c.f1:5.2f}"
        yield f"  {c.measure:48} {numbers}"
    if chosen.rules:
        yield f"  {'rule':60} {'rows':>5} {'right':>5} {'prec.':>5}"
        for r in sorted(total.rules, key=lambda r: (r.table, -r.rows)):
            yield f"  {r.table + ', ' + r.rule:60.60} {r.rows:5d} {r.right:5d} {r.right / r.rows:5.2f}"
    if chosen.csv:
        yield f"The scores are in {write_own(chosen.csv, as_csv(scores)).resolve()}"
