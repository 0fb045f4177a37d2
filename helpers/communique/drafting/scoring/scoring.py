"""The scores of drafts: of an article, of a folder of articles, and of all together."""

from pathlib import Path

from ...base.errors import CommuniqueError
from ...coding.writing import csv_text
from ..reading.source import SourceText
from .codings import Coding, coding_of, read_coding
from .measures import Scores, score, together

ALL = "all together"


def scores_of(gold: Path, draft: Path | None = None) -> list[Scores]:
    """The scores of each article, and of all together at the end (one article: its scores alone).

    `gold` is an article's folder or a folder of such folders; without `draft` a draft is made now.

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
    scores = []
    for folder in folders:
        reference = read_coding(folder)
        where = None if draft is None else draft if folder == gold else draft / folder.name
        scores.append(score(reference, drafted_now(reference) if where is None else read_coding(where)))
    return scores if len(scores) == 1 else [*scores, together(ALL, scores)]


def drafted_now(reference: Coding) -> Coding:
    """The program's draft of the text that a reference codes."""
    from ..draft.coder import draft_tables

    headline, *paragraphs = reference.paragraphs
    tables = draft_tables(SourceText(headline, "", reference.published, "en", tuple(paragraphs)))
    return coding_of(reference.name, headline, paragraphs, tables)


def as_csv(scores: list[Scores]) -> str:
    """All scores as one CSV table: article, measure or rule, and the numbers."""
    columns = ("article", "what", "name", "gold", "drafted", "right", "precision", "recall", "f1")
    lines: list[tuple[object, ...]] = []
    for one in scores:
        for c in one.counts:
            rounded = (f"{c.precision:.4f}", f"{c.recall:.4f}", f"{c.f1:.4f}")
            lines.append((one.name, "measure", c.measure, c.gold, c.drafted, c.right, *rounded))
        for r in one.rules:
            share = f"{r.right / r.rows:.4f}"
            lines.append((one.name, "rule", f"{r.table}, {r.rule}", "", r.rows, r.right, share, "", ""))
    return csv_text(columns, (dict(zip(columns, map(str, line), strict=True)) for line in lines))
