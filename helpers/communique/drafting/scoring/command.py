"""What `communique score` does: its arguments, and the table that it prints."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ...base.errors import CommuniqueError
from .codings import Coding, coding_of, read_coding
from .scoring import Scores, score, together

ALL = "all together"
DESCRIPTION = (
    "Hold the program's draft against a coding made by a person, for one article's folder or for a folder of them: "
    "how many statements, actors, events, dates and certainties are right, and how right each rule is."
)


class _Text(NamedTuple):
    headline: str
    paragraphs: tuple[str, ...]
    published: object


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique score`."""
    add = parser.add_argument
    add("gold", help="an article's folder with a coding made by a person, or a folder of such folders")
    add("--draft", metavar="FOLDER", help="score the coding in this folder (default: a draft made now from the text)")
    add("--csv", metavar="FILE", help="write the scores to this file as well")
    add("--rules", action="store_true", help="print also, for each rule, how many rows it made and how many are right")


def run(chosen: argparse.Namespace, path: Callable[[str], Path]) -> Iterator[str]:
    """Score, and say how it went.

    Parameters:
        chosen: what was typed.
        path: makes a path of it.

    Returns:
        The lines to print.
    """
    scores = scores_of(path(chosen.gold), path(chosen.draft) if chosen.draft else None)
    whole = scores[-1]
    yield f"{whole.name}: reference against draft"
    yield f"  {'measure':48} {'gold':>5} {'draft':>5} {'right':>5}  {'prec.':>5} {'recall':>6} {'F1':>5}"
    for c in whole.counts:
        numbers = f"{c.gold:5d} {c.drafted:5d} {c.right:5d}  {c.precision:5.2f} {c.recall:6.2f} {c.f1:5.2f}"
        yield f"  {c.measure:48} {numbers}"
    if chosen.rules:
        yield f"  {'rule':60} {'rows':>5} {'right':>5} {'prec.':>5}"
        for r in sorted(whole.rules, key=lambda r: (r.table, -r.rows)):
            yield f"  {r.table + ', ' + r.rule:60.60} {r.rows:5d} {r.right:5d} {r.right / r.rows:5.2f}"
    if chosen.csv:
        target = path(chosen.csv)
        target.write_text(as_csv(scores), encoding="utf-8", newline="")
        yield f"The scores are in {target.resolve()}"


def scores_of(gold: Path, draft: Path | None = None) -> list[Scores]:
    """The scores of each article, and of all together at the end (one article: its scores alone).

    Parameters:
        gold: an article's folder, or a folder of such folders.
        draft: the folder with the draft, laid out in the same way; None for a draft made now.

    Raises:
        CommuniqueError: no coded article is there, or the draft is of another text.
        ArticleError: a coding has faults.
    """
    if not gold.is_dir():
        raise CommuniqueError(f"There is no folder {gold}.", "Name an article's folder, or a folder of such folders.")
    folders = [gold] if (gold / "article.md").is_file() else sorted(p.parent for p in gold.glob("*/article.md"))
    if not folders:
        what = f"No article is in {gold}: neither an article.md nor folders that hold one."
        raise CommuniqueError(what, "Name an article's folder, or a folder of such folders.")
    found = []
    for folder in folders:
        reference = read_coding(folder)
        where = None if draft is None else draft if folder == gold else draft / folder.name
        found.append(score(reference, drafted_now(reference) if where is None else read_coding(where)))
    return found if len(found) == 1 else [*found, together(ALL, found)]


def drafted_now(reference: Coding) -> Coding:
    """The program's draft of the text that a reference codes."""
    from ..draft.coder import draft_tables

    headline, *paragraphs = reference.paragraphs
    tables = draft_tables(_Text(headline, tuple(paragraphs), reference.published))
    return coding_of(reference.name, headline, paragraphs, tables)


def as_csv(scores: list[Scores]) -> str:
    """All scores as one CSV table: article, measure or rule, and the numbers."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("article", "what", "name", "gold", "drafted", "right", "precision", "recall", "f1"))
    for one in scores:
        for c in one.counts:
            rounded = (f"{c.precision:.4f}", f"{c.recall:.4f}", f"{c.f1:.4f}")
            writer.writerow((one.name, "measure", c.measure, c.gold, c.drafted, c.right, *rounded))
        for r in one.rules:
            share = f"{r.right / r.rows:.4f}"
            writer.writerow((one.name, "rule", f"{r.table}, {r.rule}", "", r.rows, r.right, share, "", ""))
    return out.getvalue()
