"""The scores of an article's folder, or of a folder of them."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import NamedTuple

from ...base.errors import CommuniqueError
from .codings import Coding, coding_of, read_coding
from .scoring import Scores, score, together

ALL = "all together"


class _Text(NamedTuple):
    headline: str
    paragraphs: tuple[str, ...]
    published: object


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
