"""The command `communique`: each command is a file here, and only this room prints.

It may import `student`, `teacher` and the floors below: inside `run` only, so that the help comes at once.
A command's file has its docstring (what `communique NAME --help` says; its first line is in the list of commands),
`add_arguments(parser)`, and `run(chosen)`, a generator of the lines to print that returns an exit code other than 0.
"""

import argparse
import importlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from .. import __version__
from ..base.errors import CommuniqueError

#: The commands, in the order of the help; each is the name of its file.
COMMANDS = ("start", "worksheet", "handin", "report", "teacher", "new", "review", "check", "score", "build", "site")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: 0 when all is well, 1 when something needs fixing, 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without some letters of an article shows a mark instead
            stream.reconfigure(errors="replace")
    typed = list(sys.argv[1:] if arguments is None else arguments)
    parser = make_parser(typed[:1] if typed and typed[0] in COMMANDS else COMMANDS)
    try:
        chosen = parser.parse_args(typed)
        if not chosen.command:
            parser.print_help()
            return 2
        return _print(_module(chosen.command).run(chosen))
    except CommuniqueError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:  # a name that the system does not take, a disk that is full
        print(f"{error.strerror or error}: {str(error.filename or '')[:80]}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def make_parser(names: Iterable[str] = COMMANDS) -> argparse.ArgumentParser:
    """The parser of the command line, with these commands: only their files are imported."""
    parser = argparse.ArgumentParser(
        prog="communique", description="A Jupyter course on how to read a diplomatic news story."
    )
    parser.add_argument("--version", action="version", version=f"communique {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name in names:
        module = _module(name)
        about = module.__doc__ or ""
        module.add_arguments(commands.add_parser(name, help=about.partition("\n")[0], description=about))
    return parser


def _module(name: str) -> ModuleType:
    return importlib.import_module(f".{name}", __name__)


def _print(lines: Iterator[str]) -> int:
    """Print each line as it comes; gives the exit code that the generator returns."""
    while True:
        try:
            print(next(lines), flush=True)
        except StopIteration as end:
            return end.value or 0
