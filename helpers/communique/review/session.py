"""A review: the rows of an article's folder, and every way to change them."""

import uuid
from collections.abc import Callable, Iterable, Mapping

from ..base.errors import CommuniqueError
from ..coding.schema import TABLES, WordsGroup
from ..text.spans import Span
from .folder import DraftFolder
from .new_rows import alias_for, cells_for, new_cells, without_words
from .references import Reference, deletion, references_to
from .steps import Cells, Change, NotThere, Step, carry_out


class Review(DraftFolder):
    """One review of one article's folder.

    Every method that changes rows returns when the change is on the disk: first in the log, then in the tables.
    A change of the folder by another tab or another program is noticed before anything is written.
    """

    _keyed: tuple[object, dict[str, tuple[str, int]]] | None = None

    # What is there.

    @property
    def rows(self) -> dict[str, tuple[str, int]]:
        """The rows' keys, in order: the id, or table:number where an id is missing or stands twice."""
        if self._keyed is None or self._keyed[0] is not self.tables:  # a step or a reading makes them new
            places: dict[str, tuple[str, int]] = {}
            for table, rows in self.tables.items():
                id_column = TABLES[table].id_column
                for at, cells in enumerate(rows):
                    name = cells.get(id_column, "")
                    places[name if name and name not in places else f"{table}:{at + 1}"] = (table, at)
            self._keyed = self.tables, places
        return self._keyed[1]

    def cells(self, key: str) -> Cells:
        table, at = self._place(key)
        return self.tables[table][at]

    def references(self, key: str) -> list[Reference]:
        table, at = self._place(key)
        row_id = self.tables[table][at].get(TABLES[table].id_column, "")
        return [r for r in references_to(self.tables, table, row_id) if (r.table, r.at) != (table, at)]

    @property
    def undoable(self) -> Step | None:
        return self.log.undoable

    # What can be done.

    def accept(self, keys: Iterable[str], as_seen: Mapping[str, Cells] | None = None) -> Step | None:
        keys = list(keys)
        return self._edit_all("accept", keys, lambda cells: {"status": "accepted"}, as_seen)

    def edit(self, key: str, cells: Mapping[str, str], as_seen: Mapping[str, Cells] | None = None) -> Step | None:
        """Put other values into cells of a row, where it is as it was seen."""
        table, _ = self._place(key)
        own = (*TABLES[table].known_columns[1:],)
        if wrong := [name for name in cells if name not in own]:
            raise CommuniqueError(
                f"{table}.csv has no column '{wrong[0]}' to change.", f"Choose from: {', '.join(own)}."
            )
        clean = {name: " ".join(str(cell).split()) for name, cell in cells.items()}
        return self._edit_all("edit", [key], lambda _: clean, as_seen)

    def point(
        self, key: str, group: WordsGroup, paragraph: str, span: Span | None, also: Mapping[str, str] | None = None
    ) -> Step | None:
        """Give a row other words of the article (and what else follows), or (None) take away words it need not have."""
        table, _ = self._place(key)
        if span is None:
            return self._edit_all("edit", [key], lambda _: without_words(group))
        place = self.paragraphs[paragraph]
        return self._edit_all(
            "edit", [key], lambda cells: cells_for(cells, table, group, place, span) | dict(also or {})
        )

    def name(self, key: str, paragraph: str, span: Span) -> Step | None:
        alias = alias_for(self.paragraphs[paragraph], span)

        def joined(cells: Cells) -> Cells:
            names = [n.strip() for n in cells.get("aliases", "").split("|") if n.strip()]
            return {"aliases": " | ".join(dict.fromkeys([*names, alias]))}

        return self._edit_all("edit", [key], joined)

    def add(self, table: str, paragraph: str, span: Span) -> Step:
        """Add a row that rests on words of the article; the step's `row` is its id."""
        with self.log.turn():
            self._look()
            self._may_write(table)
            rows = self.tables[table]
            cells = new_cells(rows, table, self.paragraphs[paragraph], span)
            change = Change(table, len(rows), None, cells)
            return self._carry_out(Step(uuid.uuid4().hex, "add", cells[TABLES[table].id_column], (change,)))

    def delete(self, key: str, instead: str = "", as_seen: Mapping[str, Cells] | None = None) -> Step | None:
        """Delete a row, and leave no id behind that leads nowhere (see `references.deletion`)."""
        if instead and instead == key:
            raise CommuniqueError(f"{key} cannot stand in for itself.", "Choose another row.")
        if instead and self._place(instead)[0] != self._place(key)[0]:
            raise CommuniqueError(f"{instead} cannot stand in for {key}.", "Choose a row of the same table.")

        def plan() -> list[Change]:
            self._hold(as_seen)
            return deletion(self.tables, *self._place(key), instead)

        return self._do("merge" if instead else "delete", key, plan)

    def undo(self) -> Step | None:
        """Take the last step back; a row that was changed elsewhere since stays, and the next undo passes over it."""
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

        return self._do(did, keys[0] if keys else "", plan)

    def _do(self, did: str, row: str, plan: Callable[[], list[Change]]) -> Step | None:
        with self.log.turn():
            self._look()
            changes = plan()
            for change in changes:
                self._may_write(change.table)
            return self._carry_out(Step(uuid.uuid4().hex, did, row, tuple(changes))) if changes else None

    def _carry_out(self, step: Step) -> Step:
        """First the log, then the tables."""
        tables = carry_out(self.tables, step.changes)
        self.log.add(step)
        self._write(tables, step)
        return step

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
