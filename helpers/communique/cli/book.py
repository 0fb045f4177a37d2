"""What `communique teacher` does: its arguments, and the sentences that it says."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from ..base.files import write_own

BOOK = "teacher-book.html"
HELP = "the teacher's book: plans, notes, keys and codebook as one page"
DESCRIPTION = (
    "Make one HTML page for the teacher, to read or print: plans for 45, 60 and 90 minutes and for four weeks, the "
    "teaching notes, every question with its right answers, the codebook and the sources. It holds the keys."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique teacher`."""
    parser.add_argument("--output", metavar="FILE", default=BOOK, help=f"the page to write (default: {BOOK}, here)")


def run(chosen: argparse.Namespace, path: Callable[[str], Path], progress: Callable[[int, int], None]) -> Iterator[str]:
    """Do what was asked for; the sentences to print."""
    from ..teacher.book.book import FIRST_LINE, teacher_book

    wanted = path(chosen.output)
    written = write_own(wanted / BOOK if wanted.is_dir() else wanted, teacher_book(), FIRST_LINE)
    yield f"The teacher's book is in {written.resolve()}\nOpen it in a browser; its menu prints it. It holds the keys."
