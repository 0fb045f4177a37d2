"""Make one small file of all a student's answers, to upload or send.

It holds the progress file and, if one is given, a name; nothing is sent anywhere.
"""

import argparse
from collections.abc import Iterator

from ..base.files import write_own
from .arguments import add_student_folder, output_file, path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique handin`."""
    add_student_folder(parser)
    add = parser.add_argument
    add("--name", default="", help="a name to put into the file (default: none)")
    add("--output", metavar="FILE", type=path, help="the file to write (default: my-handin.zip in the folder)")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Write the file to hand in and say where it is."""
    from ..course.handin import FILE_NAME, handin
    from ..course.journal import journal_in

    journal = journal_in(chosen.folder)
    content = handin(journal, name=chosen.name)
    written = write_own(output_file(chosen.output, journal.path.parent, FILE_NAME), content)
    yield f"The file to hand in is {written.resolve()}\nUpload it or send it; it has not been sent anywhere."
