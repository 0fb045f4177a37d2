"""Make one HTML page for the teacher, to read or print.

It contains plans for 45, 60 and 90 minutes and for four weeks, the teaching notes, every question with its right
answers, the codebook and the outside facts. It contains the keys.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ..base.files import write_own
from .arguments import output_file, path

FILE_NAME = "teacher-book.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique teacher`."""
    parser.add_argument("--output", metavar="FILE", type=path, help=f"the page to write (default: {FILE_NAME}, here)")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Write the teacher's book and say where it is."""
    from ..teacher.book.book import teacher_book

    written = write_own(output_file(chosen.output, Path(), FILE_NAME), teacher_book())
    yield f"The teacher's book is in {written.resolve()}"
    yield "Open it in a browser; its menu prints it. It contains the keys."
