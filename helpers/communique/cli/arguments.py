"""What several commands take as arguments, and how they say numbers."""

import argparse
from pathlib import Path

from ..base.errors import CommuniqueError


def path(typed: str) -> Path:
    """The path that was typed, with ~ for the home folder."""
    try:
        return Path(typed).expanduser()
    except RuntimeError as error:
        raise CommuniqueError(f"There is no home folder for {typed}.", "Name another folder.") from error


def add_student_folder(parser: argparse.ArgumentParser) -> None:
    """The argument `folder`: where a student's answers are."""
    where = "(default: this folder, or my-course where it has no progress)"
    parser.add_argument("folder", nargs="?", type=path, help=f"the student's folder, or a progress file {where}")


def output_file(output: Path | None, folder: Path, name: str) -> Path:
    """The file to write: the one that was asked for, or the file of this name in a folder."""
    wanted = output or folder
    return wanted / name if output is None or wanted.is_dir() else wanted
