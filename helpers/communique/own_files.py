"""Files that the course writes for a person: whole or not at all, and never over somebody else's."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path

from .errors import CommuniqueError

#: How much of a file is looked at for the sign that it is one of ours.
_BEGINNING = 2000


def write_own(path: Path, content: str | bytes, sign: str) -> Path:
    """Write a file in one step, so that nobody ever finds half of it.

    Parameters:
        path: where it is wanted; a folder that is missing is made.
        content: the text, or the bytes.
        sign: what stands near the beginning of every file of this sort. A file at `path` that has it is
            replaced; any other stays, and the new one gets a number behind its name.

    Returns:
        The path that was written.

    Raises:
        CommuniqueError: the disk did not take it; the message names the file and the reason.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        free = _free(path, sign.encode())
        _replace(free, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise CommuniqueError(
            f"{path} could not be written: {error.strerror or error}.",
            "Make room on the disk, or name another folder in which you may write.",
        ) from error
    return free


def _free(path: Path, sign: bytes) -> Path:
    found, number = path, 1
    while os.path.lexists(found) and not _is_ours(found, sign):
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def _is_ours(path: Path, sign: bytes) -> bool:
    if not path.is_file() or path.is_symlink():
        return False
    try:
        with path.open("rb") as file:
            return sign in file.read(_BEGINNING)
    except OSError:  # what cannot be read is not ours
        return False


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{uuid.uuid4().hex}.part")  # a short name: the file's own may be as long as a name can be
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
