"""Make one HTML page of a student's answers, to read or print.

It shows no name unless one is given, and no solution to a question that is still open.
"""

import argparse
from collections.abc import Iterator

from ..base.files import write_own
from .arguments import add_student_folder, output_file, path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be typed behind `communique worksheet`."""
    add_student_folder(parser)
    add = parser.add_argument
    add("--output", metavar="FILE", type=path, help="the file to write (default: my-worksheet.html in the folder)")
    add("--name", default="", help="a name to put on the page (default: none)")
    add(
        "--lesson",
        metavar="NAME",
        nargs="+",
        action="extend",
        default=[],
        help="only these lessons, by their names in course.yml (default: every lesson with something done)",
    )


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Write the worksheet and say where it is."""
    from ..coding.loading import load_coded
    from ..course.course import course_in
    from ..course.journal import journal_in
    from ..student.worksheet import FILE_NAME, worksheet

    journal = journal_in(chosen.folder)
    folder = journal.path.parent
    course = course_in(folder)
    page = worksheet(journal, course, load_coded(course.article), name=chosen.name, lessons=chosen.lesson)
    written = write_own(output_file(chosen.output, folder, FILE_NAME), page)
    yield f"The worksheet is in {written.resolve()}\nOpen it in a browser to read or print it."
