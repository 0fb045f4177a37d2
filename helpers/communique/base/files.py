"""Files that the course writes for a person: whole or not at all, and never over somebody else's."""

import contextlib
import hashlib
import json
import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from .errors import CommuniqueError

#: In a folder in which the course writes for a person: what each file held when it was written.
MEMORY = ".communique.json"


def write_own(path: Path, content: str | bytes, key: str = "") -> Path:
    """Write a file for a person, over an earlier one of ours that nobody has changed, and never over another.

    A file at `path` that was changed by hand, that is somebody else's, or that has another `key` (whose work it is,
    such as the id of a sitting) stays, and the new one gets a number behind its name. Returns the path written.
    """
    raw = content.encode("utf-8") if isinstance(content, str) else content
    remembered = read_memory(path.parent)
    new = hashlib.sha256(key.encode("utf-8") + raw).hexdigest()

    def is_taken(other: Path) -> bool:
        return os.path.lexists(other) and digest_of(other, key) not in (new, remembered.get(other.name, new))

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(path, error) from error
    written = free_name(path, is_taken)
    write_whole(written, raw)
    if remembered.get(written.name) != new:
        write_whole(path.parent / MEMORY, json.dumps({**remembered, written.name: new}, indent=1))
    return written


def read_memory(folder: Path) -> dict[str, Any]:
    """What the files in a folder held when the course wrote them, by their names."""
    try:
        remembered = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return remembered if isinstance(remembered, dict) else {}


def digest_of(path: Path, key: str = "") -> str | None:
    """The digest of a key and a plain file; None for a folder, a link, and what cannot be read."""
    if not path.is_file() or path.is_symlink():
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.sha256(key.encode("utf-8"))).hexdigest()
    except OSError:  # what cannot be read is not ours
        return None


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file of ours in one step: a program that reads meanwhile finds the old or the new, never half."""
    try:
        with in_one_step(path) as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise not_written(path, error) from error


@contextlib.contextmanager
def in_one_step(path: Path, *, sync: bool = True) -> Iterator[IO[bytes]]:
    """A file to write to that takes the place of `path` when all has gone well; with `sync` the disk has it then."""
    beside = path.with_name(f".{uuid.uuid4().hex}.part")  # a short name: the file's own may be as long as a name can be
    try:
        with beside.open("xb") as file:
            yield file
            if sync:
                file.flush()
                os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def free_name(path: Path, is_taken: Callable[[Path], bool] = os.path.lexists) -> Path:
    """The path, or the first with a number behind its name that is not taken."""
    free, number = path, 1
    while is_taken(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def place_copy(original: Path, target: Path, content_of: Callable[[Path], Any]) -> Path:
    """Copy a file to a path, or to the first free name behind it; what has the same content already is the copy."""
    newest = content_of(original)
    place = free_name(target, lambda path: os.path.lexists(path) and content_of(path) != newest)
    if not place.exists():
        write_whole(place, original.read_bytes())
    return place


def not_written(path: Path, error: OSError) -> CommuniqueError:
    """What to say when the disk does not take a file or a folder."""
    return CommuniqueError(
        f"{path} could not be written: {error.strerror or error}.",
        "Make room on the disk, or name another folder in which you may write.",
    )
