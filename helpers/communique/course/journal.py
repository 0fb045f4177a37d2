"""What a student did, kept: an append-only journal, one JSON object a line, on disk before anyone is told so.

The file is my-progress.jsonl in the folder of the notebooks (or what COMMUNIQUE_PROGRESS names). A line
torn by a crash is passed over, and every whole line is kept. Two tabs may write at once.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError

FILE_NAME = "my-progress.jsonl"
ENVIRONMENT = "COMMUNIQUE_PROGRESS"
_LOCK_SECONDS = 5

_VERSION = 1

#: What an answer can come to.
OUTCOMES = ("not-yet", "right", "answered")


@dataclass(frozen=True)
class QuestionState:
    """Where a student stands with one question.

    `answer` is the last that was checked or drafted; `checked` the last that was checked;
    `hints` counts the hints taken; `revealed` says that the explanation was asked for.
    """

    answer: Any = None
    checked: Any = None
    outcome: str = "not-tried"
    tries: int = 0
    hints: int = 0
    revealed: bool = False

    @property
    def done(self) -> bool:
        """Whether nothing is left to do: right, answered, or explained on request."""
        return self.outcome in ("right", "answered") or self.revealed


@dataclass
class Journal:
    """One student's journal.

    Example:
        >>> journal = Journal(Path("my-progress.jsonl"))
        >>> journal.add("events/threat-or-deed", "hint")  # doctest: +SKIP
    """

    path: Path
    listeners: list[Callable[[], None]] = field(default_factory=list)

    def add(self, question: str, did: str, **details: Any) -> None:
        """Write one act to disk, and return only when it is there.

        Parameters:
            question: the question's name, lesson/id.
            did: "answer" (with answer, outcome), "draft" (with answer), "hint" or "reveal".

        Raises:
            CommuniqueError: the disk did not take it; the message says what to do.
        """
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        record = {"v": _VERSION, "id": uuid.uuid4().hex, "at": now, "question": question, "did": did, **details}
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
        try:
            self._append(line.encode("utf-8", "replace"))  # half an emoji is no character
        except OSError as error:  # filelock's Timeout is one too
            reason = getattr(error, "strerror", None) or "the file is locked by another program"
            raise CommuniqueError(
                f"Your answer could not be saved in {self.path}: {reason}.",
                "Make room on the disk or ask for the right to write there, then press the button again.",
            ) from error
        for listener in list(self.listeners):
            listener()

    def _append(self, line: bytes) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        from filelock import FileLock  # only who writes needs it

        lock = self.path.with_name(f".{self.path.name}.lock")
        with FileLock(lock, timeout=_LOCK_SECONDS):
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
            try:
                size = os.lseek(handle, 0, os.SEEK_END)
                if size:
                    os.lseek(handle, size - 1, os.SEEK_SET)
                    if os.read(handle, 1) != b"\n":  # a torn line: end it, so that ours stands alone
                        line = b"\n" + line
                while line:
                    line = line[os.write(handle, line) :]
                os.fsync(handle)
            finally:
                os.close(handle)

    def records(self) -> list[dict[str, Any]]:
        """Every whole record, in order; lines that cannot be read are passed over."""
        return list(_read(self.content().split(b"\n")))

    def content(self) -> bytes:
        """The file as it is; nothing, where there is none yet."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise CommuniqueError(
                f"{self.path} cannot be read: {error.strerror}.", "Ask for the right to read it."
            ) from error

    def unread(self) -> int:
        """How many lines hold something that this version cannot read: torn, or written by a newer one."""
        try:
            lines = [line for line in self.path.read_bytes().split(b"\n") if line.strip()]
        except OSError:
            return 0
        found = [_record(line) for line in lines]
        return sum(record is None or _is_newer(record) for record in found)

    def states(self) -> dict[str, QuestionState]:
        """Where the student stands with every question that was touched, by name."""
        return replay(self.records())


def _read(lines: Iterable[bytes]) -> Iterable[dict[str, Any]]:
    seen = set()
    for line in lines:
        record = _record(line)
        if record is None:
            continue
        name = record.get("id")
        if isinstance(name, str):
            if name in seen:
                continue  # the same line twice: a file that was copied together
            seen.add(name)
        yield record


def _record(line: bytes) -> dict[str, Any] | None:
    """The record that a line holds; None where it holds none."""
    with contextlib.suppress(ValueError, RecursionError):
        record = json.loads(line)
        if isinstance(record, dict) and isinstance(record.get("question"), str):
            return record
    return None


def _is_newer(record: dict[str, Any]) -> bool:
    version = record.get("v", _VERSION)
    return not isinstance(version, int) or version > _VERSION


def replay(records: Iterable[dict[str, Any]]) -> dict[str, QuestionState]:
    """The states that a journal's records lead to. Once right, a question stays right."""
    states: dict[str, QuestionState] = {}
    for record in records:
        name = record["question"]
        before = states.get(name, QuestionState())
        match record.get("did"):
            case "answer":
                outcome = record.get("outcome")
                outcome = outcome if outcome in OUTCOMES else "not-yet"
                states[name] = replace(
                    before,
                    answer=record.get("answer"),
                    checked=record.get("answer"),
                    outcome=before.outcome if before.outcome == "right" else outcome,
                    tries=before.tries + 1,
                )
            case "draft":
                states[name] = replace(before, answer=record.get("answer"))
            case "hint":
                states[name] = replace(before, hints=before.hints + 1)
            case "reveal":
                states[name] = replace(before, revealed=True)
    return states


def open_journal(folder: Path | None = None) -> Journal:
    """The student's journal: in the folder of the notebooks, or where COMMUNIQUE_PROGRESS says.

    Where that folder cannot be written to, the journal is in the student's home folder.
    """
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Journal(Path(named).expanduser())
    folder = folder or Path.cwd()
    if not os.access(folder, os.W_OK):
        folder = Path.home() / "communique"
    return Journal(folder / FILE_NAME)


def journal_in(place: Path | None = None) -> Journal:
    """A journal that is there already, to be read and not to be begun.

    Parameters:
        place: a student's folder or the file itself; if none is named, the file that COMMUNIQUE_PROGRESS
            names, else the one in this folder, else the one in my-course.

    Raises:
        CommuniqueError: there is none.
    """
    if place is not None:
        tried = [place if place.is_file() else place / FILE_NAME]
    else:
        tried = [open_journal().path, Path.cwd() / "my-course" / FILE_NAME]
    for path in tried:
        if path.is_file():
            return Journal(path)
    where = " or in ".join(str(path.parent.resolve()) for path in tried)
    raise CommuniqueError(
        f"There is no {FILE_NAME} in {where}.",
        "Name the folder in which the lessons were worked on, or answer a question first.",
    )
