"""What a review is made of: steps, each a few rows put in the place of others, and each with its way back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

#: A row as its file holds it: column -> cell.
Cells = dict[str, str]
#: Table -> its rows in order. Nothing changes one in place.
Tables = Mapping[str, tuple[Cells, ...]]


class NotThere(LookupError):
    """A row that a change is about is no longer as it was."""


@dataclass(frozen=True)
class Change:
    """One row of a table: what it was, what it becomes (None: no row), and its place among the others."""

    table: str
    at: int
    before: Cells | None
    after: Cells | None

    @property
    def back(self) -> "Change":
        return Change(self.table, self.at, self.after, self.before)


@dataclass(frozen=True)
class Step:
    """One act of a person, and all that it changed.

    `did` is what was done (accept, edit, delete, add, merge, stand, date, undo), `row` the row it was about,
    `of` the step that an undo takes back.
    """

    name: str
    did: str
    row: str
    changes: tuple[Change, ...]
    of: str = ""

    def record(self) -> dict[str, Any]:
        changes = [[c.table, c.at, c.before, c.after] for c in self.changes]
        return {"step": self.name, "did": self.did, "row": self.row, "of": self.of, "changes": changes}


def step_in(record: Mapping[str, Any]) -> Step | None:
    """The step that a JSON object holds, or None."""
    try:
        changes = tuple(Change(str(t), int(at), _cells(b), _cells(a)) for t, at, b, a in record["changes"])
        return Step(str(record["step"]), str(record["did"]), str(record["row"]), changes, str(record.get("of") or ""))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _cells(given: Any) -> Cells | None:
    return None if given is None else {str(name): str(cell) for name, cell in given.items()}


def carry_out(tables: Tables, changes: Iterable[Change]) -> dict[str, tuple[Cells, ...]]:
    """The tables after the changes, one after another."""
    changed = {table: list(rows) for table, rows in tables.items()}
    for change in changes:
        rows = changed[change.table]
        at = min(change.at, len(rows)) if change.before is None else _place(rows, change)
        rows[at : at + (change.before is not None)] = [] if change.after is None else [change.after]
    return {table: tuple(rows) for table, rows in changed.items()}


def _place(rows: list[Cells], change: Change) -> int:
    if change.at < len(rows) and rows[change.at] == change.before:
        return change.at
    for at, row in enumerate(rows):
        if row == change.before:
            return at
    raise NotThere(change.table)


def settled(tables: Tables, step: Step) -> bool:
    """Whether the tables hold what the step left (and not what it found)."""
    return all(
        (change.after is None or change.after in tables[change.table])
        and (change.before is None or change.before == change.after or change.before not in tables[change.table])
        for change in step.changes
        if change.table in tables
    )
