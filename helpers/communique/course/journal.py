"""What a student did, kept: an append-only journal, one JSON object a line, on disk before anyone is told so.

The file is my-progress.jsonl in the folder of the notebooks (or what COMMUNIQUE_PROGRESS names). A line
torn by a crash is passed over, and every whole line is kept. Two tabs may write at once.
"""

import contextlib
import datetime as dt
import os
import platform
import uuid
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from ..base.journal_lines import JournalLines
from .course import load_course

FILE_NAME = "my-progress.jsonl"
ENVIRONMENT = "COMMUNIQUE_PROGRESS"
_VERSION = 1
#: A notebook that is run again leaves its widgets behind, and no kernel learns which of them a window still shows:
#: so many that show the same thing follow each other.
WINDOWS = 3

#: What an answer can come to.
OUTCOMES = ("not-yet", "right", "answered")


@dataclass(frozen=True)
class QuestionState:
    """Where a student stands with one question.

    `answer` is the last that was checked or drafted; `checked` the last that was checked;
    `hints` counts the hints taken; `revealed` says that the explanation was asked for; `at` is the time of the last
    act, as the journal has it.
    """

    answer: Any = None
    checked: Any = None
    outcome: str = "not-tried"
    tries: int = 0
    hints: int = 0
    revealed: bool = False
    at: str = field(default="", compare=False)

    @property
    def done(self) -> bool:
        """Whether nothing is left to do: right, answered, or explained on request."""
        return self.outcome in ("right", "answered") or self.revealed

    @property
    def only_explained(self) -> bool:
        """Whether it counts as done only because the explanation was asked for."""
        return self.revealed and self.outcome not in ("right", "answered")


class Journal(JournalLines):
    """One student's journal. What it has read it keeps, and reads only what was added since, in any tab."""

    #: Whether a browser keeps it, and the file is only there while a lesson is open (student/site/browser.py).
    in_browser = False
    #: What tells this computer, or this browser, from others.
    computer = platform.node()

    def __init__(self, path: Path) -> None:
        self.listeners: list[Callable[[], None]] = []
        self._followers: dict[str, deque[Callable[[], None]]] = defaultdict(lambda: deque(maxlen=WINDOWS))
        place = path.resolve()
        folder_number = place.parent.stat().st_ino if place.parent.exists() else 0
        #: The same tomorrow, before there is a first record too; seldom the same for two students.
        self._drawn = uuid.uuid5(uuid.NAMESPACE_URL, f"{self.computer} {place} {folder_number}").hex
        super().__init__(path)

    def add(self, question: str, did: str, **details: Any) -> None:
        """Write one act (an answer, draft, hint, reveal or seal) to disk, and return only when it is there."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        try:
            with self.turn():
                self.read()
                own = {} if self._records else {"own": self.own}
                act = {"v": _VERSION, "id": uuid.uuid4().hex, "at": now, "question": question, "did": did}
                self.append(act | own | details)
        except OSError as error:
            reason = error.strerror or "the file is locked by another program"
            raise CommuniqueError(
                f"Your answer could not be saved in {self.path}: {reason}.",
                "Make room on the disk or ask for the right to write there, then press the button again.",
            ) from error
        self.say_changed()

    def follow(self, what: str, listener: Callable[[], None]) -> None:
        """Tell what shows this, too, that there is something new; of those that show the same, the newest."""
        self._followers[what].append(listener)

    def say_changed(self) -> None:
        """Tell every listener that there is something new, added here or elsewhere."""
        followers = [one for same in self._followers.values() for one in same]
        for listener in [*self.listeners, *followers]:
            listener()

    @property
    def own(self) -> str:
        """What is this student's own and stays so: the first record has it, and where there is none yet, the place."""
        first = (self.records() or [{}])[0]
        return str(first.get("own", first.get("id", self._drawn)))

    def forget(self) -> None:
        self._records: list[dict[str, Any]] = []
        self._states: dict[str, QuestionState] = {}
        self._ids: set[str] = set()
        self._unread = 0
        self._course = load_course()

    def take(self, entry: dict[str, Any] | None) -> None:
        if entry is None or not isinstance(entry.get("question"), str):
            self._unread += 1
            return
        version, name = entry.get("v", _VERSION), entry.get("id")
        self._unread += not isinstance(version, int) or version > _VERSION
        if isinstance(name, str):
            if name in self._ids:
                return  # the same line twice: a file that was copied together
            self._ids.add(name)
        entry = entry | {"question": self._course.name_now(entry["question"])}
        self._records.append(entry)
        _replay(entry, self._states)

    def records(self) -> list[dict[str, Any]]:
        """Every whole record, in order; lines that cannot be read are passed over."""
        with self._readable():
            self.read()
        return list(self._records)

    def states(self) -> dict[str, QuestionState]:
        """Where the student stands with every question that was touched, by name, the one touched last at the end."""
        with self._readable():
            self.read()
        return dict(self._states)

    def unread(self) -> int:
        """How many lines hold something that this version cannot read: torn, or written by a newer one."""
        with contextlib.suppress(OSError):
            self.read()
        return self._unread + bool(self.torn.strip())

    def content(self) -> bytes:
        """The file as it is; nothing, where there is none yet."""
        with self._readable(), contextlib.suppress(FileNotFoundError):
            return self.path.read_bytes()
        return b""

    @contextlib.contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            what = f"{self.path} cannot be read: {error.strerror}."
            raise CommuniqueError(what, "Ask for the right to read it.") from error


def replay(records: Iterable[dict[str, Any]]) -> dict[str, QuestionState]:
    """The states that a journal's records lead to. Once right, a question stays right."""
    states: dict[str, QuestionState] = {}
    for record in records:
        _replay(record, states)
    return states


def _replay(record: dict[str, Any], states: dict[str, QuestionState]) -> None:
    name = record["question"]
    before = states.pop(name, None)  # and in again at the end
    at = record.get("at")
    state = replace(before or QuestionState(), at=at if isinstance(at, str) else "")
    match record.get("did"):
        case "answer":
            outcome = record.get("outcome")
            outcome = "right" if state.outcome == "right" else outcome if outcome in OUTCOMES else "not-yet"
            answer = record.get("answer")
            states[name] = replace(state, answer=answer, checked=answer, outcome=outcome, tries=state.tries + 1)
        case "draft":
            states[name] = replace(state, answer=record.get("answer"))
        case "hint":
            states[name] = replace(state, hints=state.hints + 1)
        case "reveal":
            states[name] = replace(state, revealed=True)
        case _ if before:
            states[name] = before


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
    """A journal that is there already, to be read and not to be begun."""
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
