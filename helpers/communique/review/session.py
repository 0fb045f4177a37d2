"""A review: the rows of an article's folder, and every way to change them."""

import uuid
from collections.abc import Callable, Iterable, Mapping

from ..base.errors import CommuniqueError
from ..base.files import write_whole
from ..coding.cells import split_list
from ..coding.schema import TABLES, WordsGroup
from ..drafting.draft.again import draft_again
from ..drafting.grammar.prose import read_prose
from ..drafting.lexicon.rules import is_doubtful
from ..text.spans import Span
from .folder import DraftFolder
from .issues import suggested_issues, with_issue
from .new_rows import alias_for, cells_for, new_cells, next_id, positions_in, same_position, without_words
from .references import Reference, deletion, references_to, renamed, row_named
from .steps import Cells, Change, NotThere, Step, carry_out

#: What a person saw of some rows, by their keys: they are changed only where they are still so.
Seen = Mapping[str, Cells] | None
Edit = Callable[[Cells], Mapping[str, str]]


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

    def accept(self, keys: Iterable[str], as_seen: Seen = None) -> Step | None:
        keys = list(keys)
        return self._edit_all("accept", keys, lambda cells: {"status": "accepted"}, as_seen)

    def edit(self, key: str, cells: Mapping[str, str], as_seen: Seen = None) -> Step | None:
        """Put other values into cells of a row, where it is as it was seen."""
        table, _ = self._place(key)
        own = (*TABLES[table].known_columns[1:],)
        if wrong := [name for name in cells if name not in own]:
            what = f"{table}.csv has no column '{wrong[0]}' to change."
            raise CommuniqueError(what, f"Choose from: {', '.join(own)}.")
        clean = {name: " ".join(str(cell).split()) for name, cell in cells.items()}
        return self._do("edit", key, lambda: self._edited([key], lambda _: clean, as_seen) + self._labels(key, clean))

    def point(
        self, key: str, group: WordsGroup, paragraph: str, span: Span | None, also: Mapping[str, str] | None = None
    ) -> Step | None:
        """Give a row other words of the article (and what else follows), or (None) take away words it need not have."""
        table, _ = self._place(key)
        if span is None:
            return self._edit_all("edit", [key], lambda _: without_words(group))
        place = self.paragraphs[paragraph]
        more = dict(also or {})
        return self._edit_all("edit", [key], lambda cells: cells_for(cells, table, group, place, span) | more)

    def name(self, key: str, paragraph: str, span: Span) -> Step | None:
        alias = alias_for(self.paragraphs[paragraph], span)

        def joined(cells: Cells) -> Cells:
            return {"aliases": " | ".join(dict.fromkeys([*split_list(cells.get("aliases", "")), alias]))}

        return self._edit_all("edit", [key], joined)

    def add(self, table: str, paragraph: str, span: Span, also: Mapping[str, str] | None = None) -> Step:
        """Add a row based on words of the article (`also`: cells that are known); the step's `row` is its id."""
        with self.log.turn():
            self._look()
            self._may_write(table)
            rows = self.tables[table]
            cells = new_cells(rows, table, self.paragraphs[paragraph], span) | dict(also or {})
            change = Change(table, len(rows), None, cells)
            return self._carry_out(Step(uuid.uuid4().hex, "add", cells[TABLES[table].id_column], (change,)))

    def delete(self, key: str, instead: str = "", as_seen: Seen = None) -> Step | None:
        """Delete a row, and leave no id behind that leads nowhere (see `references.deletion`)."""
        if instead and instead == key:
            raise CommuniqueError(f"{key} cannot take its own place.", "Choose another row.")
        if instead and self._place(instead)[0] != self._place(key)[0]:
            raise CommuniqueError(f"{instead} cannot take the place of {key}.", "Choose a row of the same table.")

        def plan() -> list[Change]:
            self._hold(as_seen)
            return deletion(self.tables, *self._place(key), instead)

        return self._do("merge" if instead else "delete", key, plan)

    def stand(self, key: str, issue: str, stance: str, as_seen: Seen = None, *, accept: bool = True) -> Step | None:
        """Make a position for the one who speaks in a statement, or acts in an event, and (`accept`) accept that row.

        A second row that shows the same position becomes one more basis of it.
        """
        table, _ = self._place(key)
        if table not in ("statements", "events"):
            raise CommuniqueError(f"{key} is neither a statement nor an event.", "Choose one that shows a position.")

        def plan() -> list[Change]:
            changes = self._edited([key], lambda _: {"status": "accepted"}, as_seen) if accept else []
            rows = list(self.tables["positions"])
            for cells in positions_in(self.cells(key), table, issue, stance):
                at = next((n for n, row in enumerate(rows) if same_position(row, cells)), len(rows))
                if at < len(self.tables["positions"]):
                    bases = " | ".join(dict.fromkeys([*split_list(rows[at].get("basis_ids", "")), key]))
                    changes.append(Change("positions", at, rows[at], rows[at] | {"basis_ids": bases}))
                    continue
                rows.append(cells | {"position_id": next_id(rows, "positions")})
                changes.append(Change("positions", at, None, rows[-1]))
            return changes

        return self._do("stand", key, plan)

    def add_issue(self, title: str) -> str:
        """Put one more issue into the article's front matter, if it has none of this title; gives its name."""
        with self.log.turn():
            self._look()
            for name, there in self.issues.items():
                if title.casefold() in (name.casefold(), there.casefold()):
                    return name
            path = self.folder / "article.md"
            article, name = with_issue(path.read_text(encoding="utf-8-sig"), title, self.issues)
            write_whole(path, article)
            self._read()
        return name

    def suggested_issues(self) -> list[str]:
        """What the text comes back to most, as titles of issues that are not there yet."""
        paragraphs = [paragraph.text for paragraph in self.paragraphs.values()]
        sure = (cells for cells in self.tables["actors"] if not is_doubtful("actors", cells.get("rule", "")))
        names = [cells.get("name", "") for cells in sure]
        there = {title.casefold() for title in self.issues.values()}
        titles = suggested_issues(read_prose(paragraphs[0], paragraphs[1:]), names)
        return [title for title in titles if title.casefold() not in there]

    def publish(self, day: str) -> None:
        """Write the day of publication, and draft again around what a person accepted, wrote or deleted.

        Rows of a person that get a time by it are a step of their own, so that what was done before can be undone.
        """
        with self.log.turn():
            self._look()
            for table in TABLES:
                self._may_write(table)
            before = {cells.get("event_id", ""): cells for cells in self.tables["events"]}
            dated = draft_again(self.folder, published=day, gone=self.log.earlier).dated
            self._read()
            rows = [(at, cells) for at, cells in enumerate(self.tables["events"]) if cells["event_id"] in dated]
            changes = tuple(Change("events", at, before[cells["event_id"]], cells) for at, cells in rows)
            if changes:
                step = Step(uuid.uuid4().hex, "date", rows[0][1]["event_id"], changes)
                self.log.add(step)
                self.log.close(step)

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

    def _edit_all(self, did: str, keys: list[str], change: Edit, as_seen: Seen = None) -> Step | None:
        return self._do(did, keys[0] if keys else "", lambda: self._edited(keys, change, as_seen))

    def _edited(self, keys: list[str], change: Edit, as_seen: Seen = None) -> list[Change]:
        self._hold(as_seen)
        places = [self._place(key) for key in keys]
        before = [self.tables[table][at] for table, at in places]
        pairs = zip(places, before, [cells | dict(change(cells)) for cells in before], strict=True)
        return [Change(*place, old, new) for place, old, new in pairs if old != new]

    def _labels(self, key: str, changed: Mapping[str, str]) -> list[Change]:
        """The labels of events that change with an actor's name."""
        actor = self.cells(key)
        if "actor_id" not in actor or "name" not in changed:
            return []
        pairs = [
            (at, event, event | {"label": renamed(event["label"], actor["name"], changed["name"])})
            for at, event in enumerate(self.tables["events"])
            if row_named(event, actor)
        ]
        return [Change("events", at, old, new) for at, old, new in pairs if old != new]

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

    def _hold(self, as_seen: Seen) -> None:
        """Whether the rows are still what the person sees."""
        for key, cells in (as_seen or {}).items():
            if self.cells(key) != cells:
                what = f"{key} has just been changed in another tab or program."
                raise CommuniqueError(what, "Look at it as it is now, then decide.")
