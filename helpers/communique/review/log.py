"""The review's own book in the article's folder: a line for each step, on the disk before the tables are written."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from .steps import Step, step_in

FILE_NAME = "review-log.jsonl"
_LOCK_SECONDS = 5


class ReviewLog:
    """The steps of a review, oldest first, also those of another tab.

    `steps` holds what is in the file; `open_step` is one that was written down and perhaps not carried out.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self.steps: list[Step] = []
        self.done: set[str] = set()
        self._size = -1

    def read(self) -> None:
        """Read the file anew if it has grown; a line torn by a crash is passed over."""
        size = self.path.stat().st_size if self.path.is_file() else 0
        if size == self._size:
            return
        self._size, self.steps, self.done = size, [], set()
        raw = self.path.read_bytes() if size else b""
        for line in raw.split(b"\n"):
            try:
                record = json.loads(line)
            except ValueError:
                continue
            if not isinstance(record, dict):
                continue
            if record.get("done"):
                self.done.add(str(record["done"]))
            elif step := step_in(record):
                self.steps.append(step)

    @property
    def open_step(self) -> Step | None:
        """The last step, where nobody wrote that it was carried out."""
        return self.steps[-1] if self.steps and self.steps[-1].name not in self.done else None

    @property
    def undoable(self) -> Step | None:
        """The last step that was not taken back."""
        undone = {step.of for step in self.steps}
        return next((s for s in reversed(self.steps) if not s.of and s.name not in undone), None)

    def add(self, step: Step) -> None:
        """Write a step down, and return only when it is on the disk."""
        self._append(step.record() | {"at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds")}, sync=True)
        self.steps.append(step)

    def close(self, step: Step) -> None:
        """Write down that the tables hold the step."""
        self._append({"done": step.name}, sync=False)
        self.done.add(step.name)

    def _append(self, record: dict[str, Any], *, sync: bool) -> None:
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            size = os.lseek(handle, 0, os.SEEK_END)
            if size:
                os.lseek(handle, size - 1, os.SEEK_SET)
                if os.read(handle, 1) != b"\n":  # a torn line: end it, so that ours stands alone
                    line = b"\n" + line
            while line:
                line = line[os.write(handle, line) :]
            if sync:
                os.fsync(handle)
            self._size = os.lseek(handle, 0, os.SEEK_END)
        finally:
            os.close(handle)

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """One tab at a time.

        Raises:
            CommuniqueError: another program holds the folder, or the disk did not take what was written.
        """
        from filelock import FileLock

        try:
            with FileLock(self.path.with_name(f".{FILE_NAME}.lock"), timeout=_LOCK_SECONDS):
                self.read()
                yield
        except OSError as error:  # filelock's Timeout is one too
            reason = getattr(error, "strerror", None) or "the folder is held by another program"
            raise CommuniqueError(
                f"The review could not be saved in {self.path.parent}: {reason}.",
                "Make room on the disk or ask for the right to write there, then do it again.",
            ) from error
