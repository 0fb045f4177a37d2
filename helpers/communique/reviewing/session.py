"""A review: the rows of an article's folder, and every way to change them."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..article import Paragraph, lay_out
from ..checking import Checked, check_rows
from ..drafting.writing import save_rows
from ..errors import ArticleError, CommuniqueError, Fault
from ..loading import RawRow, read_article, read_table
from ..schema import TABLES, WordsGroup
from ..spans import Span
from .log import ReviewLog
from .new_rows import alias_for, cells_for, new_cells, without_words
from .references import Reference, deletion, references_to
from .steps import Cells, Change, NotThere, Step, carry_out, settled


class Review:
    """One review of one article's folder.

    Every method that changes rows returns when the change is on the disk: first in the log, then in the tables.
    A change of the folder by another tab or another program is noticed before anything is written.

    Parameters:
        folder: the article's folder, with article.md and five CSV files.

    Raises:
        CommuniqueError: there is no such folder.
        ArticleError: its article.md cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder).expanduser().resolve()
        if not (self.folder / "article.md").is_file():
            raise CommuniqueError(
                f"There is no article in {self.folder}: the file article.md is missing.",
                "Name the folder that `communique new` made.",
            )
        self.log = ReviewLog(self.folder)
        self.tables: dict[str, tuple[Cells, ...]] = {}
        self.unread: dict[str, list[Fault]] = {}
        self.paragraphs: dict[str, Paragraph] = {}
        self._seen, self.readings = "", 0
        with self.log.turn():
            self._read()
            self._finish_open_step()

    # What is there.

    @property
    def rows(self) -> dict[str, tuple[str, int]]:
        """The rows' keys, in order: the id, or table:number where an id is missing or stands twice."""
        found: dict[str, tuple[str, int]] = {}
        for table, rows in self.tables.items():
            for at, cells in enumerate(rows):
                name = cells.get(TABLES[table].id_column, "")
                found[name if name and name not in found else f"{table}:{at + 1}"] = (table, at)
        return found

    def cells(self, key: str) -> Cells:
        """A row's cells.

        Raises:
            CommuniqueError: the row is gone.
        """
        table, at = self._place(key)
        return self.tables[table][at]

    def check(self) -> Checked:
        """What `communique check` would say of the rows as they are; a fault's row is the place in the table, from 1."""
        raws = {t: [RawRow(n, dict(cells)) for n, cells in enumerate(rows, 1)] for t, rows in self.tables.items()}
        return check_rows(self.folder.name, self._raw, raws)

    def references(self, key: str) -> list[Reference]:
        """The cells of other rows that name this one."""
        table, at = self._place(key)
        row_id = self.tables[table][at].get(TABLES[table].id_column, "")
        return [r for r in references_to(self.tables, table, row_id) if (r.table, r.at) != (table, at)]

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` would take back."""
        return self.log.undoable

    def refresh(self) -> bool:
        """Read the folder again if another tab or program changed it; whether it did."""
        if self._digest() == self._seen:
            return False
        with self.log.turn():
            return self._look()

    # What can be done.

    def accept(self, keys: Iterable[str], as_seen: Mapping[str, Cells] | None = None) -> Step | None:
        """Accept rows, as one step; rows that are accepted already stay as they are."""
        keys = list(keys)
        return self._edit_all("accept", keys, lambda cells: {"status": "accepted"}, as_seen)

    def edit(self, key: str, cells: Mapping[str, str], as_seen: Mapping[str, Cells] | None = None) -> Step | None:
        """Put other values into cells of a row.

        Raises:
            CommuniqueError: the table has no such column, or the row is not as it was seen.
        """
        table, _ = self._place(key)
        own = (*TABLES[table].known_columns[1:],)
        if wrong := [name for name in cells if name not in own]:
            raise CommuniqueError(
                f"{table}.csv has no column '{wrong[0]}' to change.", f"Choose from: {', '.join(own)}."
            )
        clean = {name: " ".join(str(cell).split()) for name, cell in cells.items()}
        return self._edit_all("edit", [key], lambda _: clean, as_seen)

    def point(self, key: str, group: WordsGroup, paragraph: str, span: Span | None) -> Step | None:
        """Give a row other words of the article, or (None) take away words that it need not have."""
        table, _ = self._place(key)
        if span is None:
            return self._edit_all("edit", [key], lambda _: without_words(group))
        place = self.paragraphs[paragraph]
        return self._edit_all("edit", [key], lambda cells: cells_for(cells, table, group, place, span))

    def name(self, key: str, paragraph: str, span: Span) -> Step | None:
        """Add words of the article to the names of an actor."""
        alias = alias_for(self.paragraphs[paragraph], span)

        def joined(cells: Cells) -> Cells:
            names = [n.strip() for n in cells.get("aliases", "").split("|") if n.strip()]
            return {"aliases": " | ".join(dict.fromkeys([*names, alias]))}

        return self._edit_all("edit", [key], joined)

    def add(self, table: str, paragraph: str, span: Span) -> Step:
        """Add a row that rests on words of the article; the step's `row` is its id."""
        self._may_write(table)
        place = self.paragraphs[paragraph]
        added: list[str] = []

        def plan() -> list[Change]:
            rows = self.tables[table]
            cells = new_cells(rows, table, place, span)
            added[:] = [cells[TABLES[table].id_column]]
            return [Change(table, len(rows), None, cells)]

        return self._do("add", lambda: added[0], plan)

    def delete(self, key: str, instead: str = "", as_seen: Mapping[str, Cells] | None = None) -> Step | None:
        """Delete a row, and leave no id behind that leads nowhere (see `references.deletion`)."""
        if instead and instead == key:
            raise CommuniqueError(f"{key} cannot stand in for itself.", "Choose another row.")

        def plan() -> list[Change]:
            self._hold(as_seen)
            return deletion(self.tables, *self._place(key), instead)

        return self._do("merge" if instead else "delete", lambda: key, plan)

    def undo(self) -> Step | None:
        """Take the last step back; None where there is none.

        Raises:
            CommuniqueError: a row of that step was changed elsewhere since; it stays as it is, and the next
                undo takes the step before.
        """
        with self.log.turn():
            self._look()
            last = self.undoable
            if last is None:
                return None
            back = Step(uuid.uuid4().hex, "undo", last.row, tuple(c.back for c in reversed(last.changes)), last.name)
            try:
                return self._carry_out(back)
            except NotThere:
                passed = Step(back.name, "undo", last.row, (), last.name)
                self.log.add(passed)
                self.log.close(passed)
                raise CommuniqueError(
                    f"{last.row} was changed in another program since, so that step cannot be taken back.",
                    "Press Undo again for the step before it.",
                ) from None

    # How it is done.

    def _edit_all(
        self,
        did: str,
        keys: list[str],
        change: Callable[[Cells], Mapping[str, str]],
        as_seen: Mapping[str, Cells] | None = None,
    ) -> Step | None:
        def plan() -> list[Change]:
            self._hold(as_seen)
            places = [self._place(key) for key in keys]
            before = [self.tables[table][at] for table, at in places]
            pairs = zip(places, before, [cells | dict(change(cells)) for cells in before], strict=True)
            return [Change(*place, old, new) for place, old, new in pairs if old != new]

        return self._do(did, lambda: keys[0] if keys else "", plan)

    def _do(self, did: str, row: Callable[[], str], plan: Callable[[], list[Change]]) -> Step | None:
        with self.log.turn():
            self._look()
            changes = plan()
            for change in changes:
                self._may_write(change.table)
            return self._carry_out(Step(uuid.uuid4().hex, did, row(), tuple(changes))) if changes else None

    def _carry_out(self, step: Step) -> Step:
        """First the log, then the tables."""
        tables = carry_out(self.tables, step.changes)
        self.log.add(step)
        self._write(tables, step)
        return step

    def _write(self, tables: dict[str, tuple[Cells, ...]], step: Step) -> None:
        for table in dict.fromkeys(change.table for change in step.changes):
            save_rows(self.folder, table, list(tables[table]))
        self.log.close(step)
        self.tables, self._seen = tables, self._digest()

    def _finish_open_step(self) -> None:
        """A step that was written down, and cut off before the tables were written, is carried out now."""
        step = self.log.open_step
        if step is None:
            return
        tables = self.tables
        for change in step.changes:
            alone = Step(step.name, step.did, step.row, (change,))
            if change.table not in self.unread and not settled(tables, alone):
                try:
                    tables = carry_out(tables, [change])
                except NotThere:  # changed elsewhere since: what is there now stands
                    continue
        self._write(tables, step)

    def _look(self) -> bool:
        """Read the folder again where it is not as it was left."""
        changed = self._digest() != self._seen
        if changed:
            self._read()
        self._finish_open_step()
        return changed

    def _read(self) -> None:
        self._seen = self._digest()
        self.readings += 1
        raw, faults = read_article(self.folder / "article.md", needs_front=True)
        if any(not fault.only_a_note for fault in faults):
            raise ArticleError(f"The article in {self.folder}", faults)
        self._raw = raw
        self.paragraphs = {p.paragraph_id: p for p in lay_out(raw.headline, raw.paragraphs)}
        self.unread = {}
        for table in TABLES.values():
            rows, faults = read_table(self.folder / table.file, table)
            empty = dict.fromkeys(table.known_columns, "")
            self.tables[table.name] = tuple(empty | row.cells for row in rows)
            if grave := [fault for fault in faults if not fault.only_a_note]:
                self.unread[table.name] = grave

    def _digest(self) -> str:
        parts = hashlib.sha256()
        for name in ("article.md", *(table.file for table in TABLES.values())):
            path = self.folder / name
            parts.update(path.read_bytes() if path.is_file() else b"-")
            parts.update(b"\0")
        return parts.hexdigest()

    def _place(self, key: str) -> tuple[str, int]:
        place = self.rows.get(key)
        if place is None:
            raise CommuniqueError(f"The row {key} is not there any more.", "Choose another row.")
        return place

    def _hold(self, as_seen: Mapping[str, Cells] | None) -> None:
        """Whether the rows are still what the person sees."""
        for key, cells in (as_seen or {}).items():
            if self.cells(key) != cells:
                raise CommuniqueError(
                    f"{key} has just been changed in another tab or program.", "Look at it as it is now, then decide."
                )

    def _may_write(self, table: str) -> None:
        if table in self.unread:
            raise CommuniqueError(
                f"{TABLES[table].file} cannot be read whole, so nothing is written into it.",
                f"Mend the file first: {self.unread[table][0]}",
            )
