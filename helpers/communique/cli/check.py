"""What `communique check` does: its argument, and what it says of an article's folder or of a file without coding."""

from __future__ import annotations

import argparse

from ..coding.loading import check_article, find_article
from ..coding.outside_facts import check_sources
from .new import checked

DESCRIPTION = (
    "Hold an article's CSV files against its text and list every fault at once: "
    "file, row, column, what stands there, what is allowed, the nearest match. "
    "For a page or a text without coding, say what would be drafted."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique check`."""
    parser.add_argument(
        "article", nargs="?", help="a folder, a saved page, a text file or the name of an article of the course"
    )


def run(chosen: argparse.Namespace) -> tuple[list[str], int]:
    """The lines to print, and the exit code: 1 where there are faults."""
    path = find_article(chosen.article)
    if path.is_file():
        return list(checked(path)), 0
    article, faults = check_article(path)
    sources, slips = check_sources(path)
    faults = [*faults, *slips]
    grave = [fault for fault in faults if not fault.only_a_note]
    lines = [f"{number}. {fault}" for number, fault in enumerate(grave, 1)]
    lines += [f"Note: {fault}" for fault in faults if fault.only_a_note]
    if grave or article is None:
        count = f"{len(grave)} fault{'s' if len(grave) != 1 else ''}"
        return [*lines, f"\n{count} in {path}. Mend them, save, and check again."], 1
    sizes = ", ".join(f"{len(rows)} {name}" for name, rows in article.tables.items())
    sizes += f", {len(article.mentions)} mentions" + (f", {len(sources)} sources" if sources else "")
    return [*lines, f"No faults in {path}.", f"{len(article.paragraphs) - 1} paragraphs, {sizes}."], 0
