"""A file that only grows: one JSON object a line, on disk when the call returns, read again only where it has grown."""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

_LOCK_SECONDS = 5
#: How much of the beginning, and of what was read last, must be the same for a file to be the one that was read.
_COMPARED = 1000


class JournalLines:
    """The lines of one file, which several programs may add to at once.

    A subclass says with `forget` and `take` what it makes of the lines. A line torn by a crash costs nothing but
    itself.
    """

    #: What is behind the last line, where it is no JSON object: torn, or not written to its end yet.
    torn: bytes
    _seen: tuple[int, int, int]  # inode, size and time of the file when it was read
    _end: int  # of what was read
    _first: bytes
    _last: bytes

    def __init__(self, path: Path) -> None:
        self.path = path
        self._start_over()

    def forget(self) -> None:
        """Begin with an empty file."""
        raise NotImplementedError

    def take(self, entry: dict[str, Any] | None) -> None:
        """Read one more line: the object that it holds, or None where it holds none."""
        raise NotImplementedError

    def read(self) -> None:
        """Take the lines that were added since the last time; all of them, where the file is another one now."""
        try:
            with self.path.open("rb") as file:
                state = os.fstat(file.fileno())
                seen = (state.st_ino, state.st_size, state.st_mtime_ns)
                if seen == self._seen:
                    return
                if not self._goes_on(file, state):
                    self._start_over()
                file.seek(self._end)
                added = file.read()
        except FileNotFoundError:
            self._start_over()
            return
        self._seen = seen
        *lines, self.torn = added.split(b"\n")
        for line in filter(bytes.strip, lines):
            self.take(_object_in(line))
        if entry := _object_in(self.torn):  # whole, only its line end is missing
            self.take(entry)
            self.torn = b""
        added = added[: len(added) - len(self.torn)]
        self._end += len(added)
        self._first, self._last = (self._first + added)[:_COMPARED], (self._last + added)[-_COMPARED:]

    def append(self, entry: Mapping[str, Any], *, sync: bool = True) -> None:
        """Write one line, and return only when it is on the disk (sync=False: when the system has it)."""
        line = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            size = os.lseek(handle, 0, os.SEEK_END)
            if size:
                os.lseek(handle, size - 1, os.SEEK_SET)
                if os.read(handle, 1) != b"\n":  # a torn line: end it, so that ours is a line of its own
                    line = b"\n" + line
            while line:
                line = line[os.write(handle, line) :]
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """One program at a time; an OSError, which has no words, where another one does not let go of the file."""
        from filelock import FileLock  # only a program that writes needs it

        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self.path.with_name(f".{self.path.name}.lock"), timeout=_LOCK_SECONDS):
            yield

    def _start_over(self) -> None:
        self._seen, self._end, self._first, self._last, self.torn = (0, 0, 0), 0, b"", b"", b""
        self.forget()

    def _goes_on(self, file: IO[bytes], state: os.stat_result) -> bool:
        """Whether the file is the one that was read, and longer."""
        if state.st_ino != self._seen[0] or state.st_size <= self._seen[1]:
            return False
        if file.read(len(self._first)) != self._first:
            return False
        file.seek(self._end - len(self._last))
        return file.read(len(self._last)) == self._last


def _object_in(line: bytes) -> dict[str, Any] | None:
    with contextlib.suppress(ValueError, RecursionError):
        entry = json.loads(line)
        if isinstance(entry, dict):
            return entry
    return None
