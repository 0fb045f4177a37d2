"""The command `communique` and its parts. Whoever calls it sees sentences, never a traceback."""

from __future__ import annotations

import argparse
import functools
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from .. import __version__
from ..base.errors import CommuniqueError
from .jupyterlab import open_lab


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0 when all is well, 1 when something is to be mended, 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without the letters of an article shows a mark in their place
            stream.reconfigure(errors="replace")
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "run"):
        parser.print_help()
        return 2
    try:
        return chosen.run(chosen)
    except CommuniqueError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:  # a name that the system does not take, a disk that is full
        print(f"{error.strerror or error}: {str(error.filename or '')[:80]}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="communique", description="A Jupyter course on how to read a diplomatic news story."
    )
    parser.add_argument("--version", action="version", version=f"communique {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    start = commands.add_parser(
        "start",
        help="copy the course into a folder and open the first lesson",
        description="Copy the course into a folder and open the first lesson in JupyterLab. "
        "A notebook that is there already is never written over.",
    )
    start.add_argument("folder", nargs="?", help="the student's folder (default: my-course, or one for the article)")
    start.add_argument("--article", help="the folder of an article of yours, or the name of one of the course's")
    start.add_argument("--update", action="store_true", help="bring new lessons in, beside those you changed")
    start.add_argument("--no-open", action="store_true", help="copy only; do not open JupyterLab")
    start.add_argument("--no-browser", action="store_true", help="start JupyterLab without opening a browser")
    start.add_argument("--port", type=int, help="the port for JupyterLab (default: the first that is free from 8888)")
    start.set_defaults(run=_start)

    sheet = commands.add_parser(
        "worksheet",
        help="a student's answers as one page to print",
        description="Make one HTML page of a student's answers, to read or print. "
        "It holds no name unless one is given, and no solution of a question that is still open.",
    )
    sheet.add_argument(
        "folder",
        nargs="?",
        help="the student's folder, or a progress file (default: this folder, or my-course where it has no progress)",
    )
    sheet.add_argument("--output", metavar="FILE", help="the file to write (default: my-worksheet.html in the folder)")
    sheet.add_argument("--name", default="", help="a name to put on the page (default: none)")
    sheet.add_argument(
        "--lesson",
        metavar="NAME",
        nargs="+",
        action="extend",
        default=[],
        help="only these lessons, by the names in course.yml (default: every lesson with something done)",
    )
    sheet.set_defaults(run=_worksheet)

    from . import book as book_command
    from . import handin as handing_command
    from . import report as report_command

    for name, module in {"handin": handing_command, "report": report_command, "teacher": book_command}.items():
        one = commands.add_parser(name, help=module.HELP, description=module.DESCRIPTION)
        module.add_arguments(one)
        one.set_defaults(run=functools.partial(_sentences, module))

    from . import new as drafting

    new = commands.add_parser("new", help="draft the coding of any article", description=drafting.DESCRIPTION)
    drafting.add_arguments(new)
    new.set_defaults(run=_lines_of(".cli.new"))

    from . import check as check_command
    from . import review as review_command

    review = commands.add_parser(
        "review", help="accept, correct or delete the rows of a draft", description=review_command.DESCRIPTION
    )
    review_command.add_arguments(review)
    review.set_defaults(run=_review)

    check = commands.add_parser(
        "check", help="find every fault in an article's folder", description=check_command.DESCRIPTION
    )
    check_command.add_arguments(check)
    check.set_defaults(run=_check)

    from ..drafting.scoring import command as score_command

    scores = commands.add_parser("score", help="how right a draft coding is", description=score_command.DESCRIPTION)
    score_command.add_arguments(scores)
    scores.set_defaults(run=_lines_of(".drafting.scoring.command"))

    build = commands.add_parser(
        "build",
        help="build the notebooks from lessons/ (for authors)",
        description="Build notebooks/ from lessons/. Needs: pip install 'communique[build]'.",
    )
    build.set_defaults(run=_build)
    return parser


def _path(named: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError as error:
        raise CommuniqueError(f"There is no home folder for {named}.", "Name another folder.") from error


def _start(chosen: argparse.Namespace) -> int:
    from ..course.course import load_course
    from ..student.article_copy import article_to_start, folder_for
    from ..student.folder import copy_course

    article = article_to_start(chosen.article) if chosen.article else None
    folder = _path(chosen.folder) if chosen.folder else folder_for(article)
    copied = copy_course(folder, update=chosen.update, article=article)
    for name in copied.new:
        print(f"  new           {name}")
    for name in copied.replaced:
        print(f"  updated       {name}")
    for name in copied.left_alone:
        beside = copied.beside.get(name)
        more = f"; you changed it, so the new one is beside it: {beside}" if beside else ""
        if chosen.update or beside:
            print(f"  left alone    {name}{more}")
    print(f"Your course is in {folder.resolve()}")
    if chosen.no_open:
        return 0
    return _open_lab(folder, load_course().lessons[0].notebook, chosen)


def _open_lab(folder: Path, notebook: str, chosen: argparse.Namespace) -> int:
    print("JupyterLab opens in your browser. To stop it, press Ctrl and C here.", flush=True)
    return open_lab(folder, notebook, port=chosen.port, browser=not chosen.no_browser)


def _worksheet(chosen: argparse.Namespace) -> int:
    from ..coding.loading import load_coded
    from ..course.course import course_in
    from ..course.journal import journal_in
    from ..student.worksheet import FILE_NAME, worksheet, write_worksheet

    journal = journal_in(_path(chosen.folder) if chosen.folder else None)
    course = course_in(journal.path.parent)
    page = worksheet(journal, course, load_coded(course.article), name=chosen.name, lessons=chosen.lesson)
    wanted = _path(chosen.output) if chosen.output else journal.path.parent / FILE_NAME
    written = write_worksheet(wanted / FILE_NAME if wanted.is_dir() else wanted, page)
    print(f"The worksheet is in {written.resolve()}\nOpen it in a browser to read or print it.")
    return 0


def _sentences(module: ModuleType, chosen: argparse.Namespace) -> int:
    """Run a command that has a module of its own, and print what it says."""
    for line in module.run(chosen, _path, _progress):
        print(line)
    return 0


def _review(chosen: argparse.Namespace) -> int:
    from .review import place_notebook

    notebook = place_notebook(_path(chosen.folder))
    print(f"The review is in {notebook}")
    return 0 if chosen.no_open else _open_lab(notebook.parent, notebook.name, chosen)


def _progress(read: int, count: int) -> None:
    """One line that grows, where somebody sits before it."""
    if sys.stderr.isatty():
        print(f"\rReading {read} of {count} files", end="\n" if read == count else "", file=sys.stderr, flush=True)


def _lines_of(module: str) -> Callable[[argparse.Namespace], int]:
    """What a command of its own module says, line by line; the module is loaded when it is called."""

    def run(chosen: argparse.Namespace) -> int:
        for line in importlib.import_module(module, "communique").run(chosen, _path):
            print(line, flush=True)
        return 0

    return run


def _check(chosen: argparse.Namespace) -> int:
    from .check import run

    lines, code = run(chosen)
    print("\n".join(lines))
    return code


def _build(chosen: argparse.Namespace) -> int:
    try:
        import jupytext  # noqa: F401  (asked for here, so that its absence is a sentence)
    except ImportError as error:
        raise CommuniqueError(
            "Building notebooks needs jupytext.", "Install it: pip install 'communique[build]'"
        ) from error
    from ..student.notebooks import build_notebooks, build_teacher_notebook

    changed = [*build_notebooks(), *build_teacher_notebook()]
    for path in changed:
        print(f"  built   {path}")
    print(f"{len(changed)} notebook{'s' if len(changed) != 1 else ''} changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
