"""What `communique handin` does: its arguments, and the sentences that it says."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

HELP = "all answers as one small file for the teacher"
DESCRIPTION = (
    "Make one small file of all a student's answers, to upload or send. It holds the progress file and, if one is "
    "given, a name; nothing is sent anywhere."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique handin`."""
    add = parser.add_argument
    where = "(default: this folder, or my-course where it has no progress)"
    add("folder", nargs="?", help=f"the student's folder, or a progress file {where}")
    add("--name", default="", help="a name to put into the file (default: none)")
    add("--output", metavar="FILE", help="the file to write (default: my-handin.zip in the folder)")


def run(chosen: argparse.Namespace, path: Callable[[str], Path], progress: Callable[[int, int], None]) -> Iterator[str]:
    """Do what was asked for; the sentences to print."""
    from ..course.handin import FILE_NAME, handin, write_handin
    from ..course.journal import journal_in

    journal = journal_in(path(chosen.folder) if chosen.folder else None)
    content = handin(journal, name=chosen.name)
    wanted = path(chosen.output) if chosen.output else journal.path.parent / FILE_NAME
    written = write_handin(wanted / FILE_NAME if wanted.is_dir() else wanted, content)
    yield f"The file to hand in is {written.resolve()}\nUpload it or send it; it was sent nowhere yet."
