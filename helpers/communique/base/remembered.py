"""What was worked out from the course's own files, kept beside Python's bytecode so that the next start is quick.

It is used only while every byte of those files, and the code that read them, are what they were. Where nothing can
be written it is worked out again each time. Only files of the course are remembered: nothing of a student, and no
article from elsewhere.
"""

import contextlib
import copyreg
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from .files import in_one_step
from .places import INSTALLED, PACKAGE, course_root

T = TypeVar("T")
#: In a copy for the browser (student/site), whose code never changes: remembered when the copy was made.
SHIPPED = INSTALLED / "remembered"
FOLDER = PACKAGE / "__pycache__"  # anyone who can write here can write the course's bytecode too: pickle adds no risk


def remembered(name: str, files: Iterable[Path], work: Callable[[], T]) -> T:
    """What `work` makes of some files, remembered from one start to the next.

    `files` are all that it reads; where one is not the course's own, nothing is remembered.
    """
    paths = sorted(files)
    if not all(_is_ours(path) for path in paths):
        return work()
    shipped = SHIPPED.is_dir()
    try:
        key = _key(paths, b"" if shipped else _code())
    except OSError:
        return work()  # which says what is wrong
    place = SHIPPED / name if shipped else FOLDER / f"{name}.{sys.implementation.cache_tag}.remembered"
    with contextlib.suppress(Exception):  # missing, torn, or of another Python: it is worked out again
        kept_key, content = pickle.loads(place.read_bytes())
        if kept_key == key:
            return pickle.loads(content)
    result = work()
    with contextlib.suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        with in_one_step(place, sync=False) as file:
            pickle.dump((key, pickle.dumps(result)), file)
    return result


def _key(paths: Iterable[Path], code: bytes) -> bytes:
    return hashlib.blake2b(b"\0".join([code, *(path.read_bytes() for path in paths)])).digest()


def _is_ours(path: Path) -> bool:
    return path.is_relative_to(PACKAGE) or path.is_relative_to(_lessons())


@cache
def _lessons() -> Path:
    return course_root() / "lessons"


@cache
def _code() -> bytes:
    """A key of the code: names, sizes and times of all its modules, in every room."""
    return repr(sorted(_modules(os.fspath(PACKAGE)))).encode()


def _modules(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:  # an eighth of the time of Path.rglob, and every start waits for it
        for entry in entries:
            if entry.name.endswith(".py"):
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _modules(entry.path)


def _frozen(content: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(content)


copyreg.pickle(MappingProxyType, lambda frozen: (_frozen, (dict(frozen),)))
