"""The review's own book in the article's folder: a line for each step, on the disk before the tables are written."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from ..base.journal_lines import JournalLines
from .steps import Cells, Step, step_in

FILE_NAME = "review-log.jsonl"


class ReviewLog(JournalLines):
    """The steps of a review, oldest first, also those of another tab.

    `steps` holds what is in the file; `open_step` is one that was written down and perhaps not carried out.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / FILE_NAME)

    def forget(self) -> None:
        self.steps: list[Step] = []
        self.done: set[str] = set()

    def take(self, entry: dict[str, Any] | None) -> None:
        if entry and entry.get("done"):
            self.done.add(str(entry["done"]))
        elif entry and (step := step_in(entry)):
            self.steps.append(step)

    @property
    def open_step(self) -> Step | None:
        """The last step, where nobody wrote that it was carried out."""
        return self.steps[-1] if self.steps and self.steps[-1].name not in self.done else None

    @property
    def undoable(self) -> Step | None:
        undone = {step.of for step in self.steps}
        return next((s for s in reversed(self.steps) if not s.of and s.name not in undone), None)

    @property
    def earlier(self) -> list[tuple[str, Cells]]:
        """Rows that a person deleted or merged, and rows as they were before a person changed them, with their tables.

        An actor that is still there is known by its names.
        """
        undone = {step.of for step in self.steps}
        changes = [c for step in self.steps if not step.of and step.name not in undone for c in step.changes]
        return [(c.table, c.before) for c in changes if c.before and (c.after is None or c.table != "actors")]

    def add(self, step: Step) -> None:
        """Write a step down, and return only when it is on the disk."""
        self.append(step.record() | {"at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds")})
        self.read()

    def close(self, step: Step) -> None:
        """Write down that the tables hold the step."""
        self.append({"done": step.name}, sync=False)
        self.read()

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """One tab at a time, which has read what the others wrote."""
        try:
            with super().turn():
                self.read()
                yield
        except OSError as error:
            reason = error.strerror or "the folder is held by another program"
            raise CommuniqueError(
                f"The review could not be saved in {self.path.parent}: {reason}.",
                "Make room on the disk or ask for the right to write there, then do it again.",
            ) from error
