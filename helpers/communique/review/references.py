"""Which rows lean on which: found, pointed elsewhere, or taken along when a row is deleted."""

from collections.abc import Iterator
from typing import NamedTuple

from ..coding.cells import split_list
from ..coding.schema import TABLES, Column
from ..text.spans import find_names
from .steps import Cells, Change, Tables

#: (table, number) -> the row that is there.
Places = dict[tuple[str, int], Cells]


class Reference(NamedTuple):
    """A cell that names another row."""

    table: str
    at: int
    column: Column


def references_to(tables: Tables, table: str, row_id: str) -> Iterator[Reference]:
    """Every cell, of any table, that names a row of a table."""
    for name, rows in tables.items():
        for column in TABLES[name].columns:
            if table not in column.refers or not row_id:
                continue
            for at, cells in enumerate(rows):
                held = cells.get(column.name, "")
                if row_id in (split_list(held) if column.is_list else (held,)):
                    yield Reference(name, at, column)


def pointed_elsewhere(cells: Cells, column: Column, old: str, new: str) -> Cells:
    """The row with another id in a cell; "" takes the id out."""
    if not column.is_list:
        return cells | {column.name: new}
    ids = [new if i == old else i for i in split_list(cells.get(column.name, ""))]
    return cells | {column.name: " | ".join(i for i in dict.fromkeys(ids) if i)}


def deletion(tables: Tables, table: str, at: int, instead: str = "") -> list[Change]:
    """The changes that delete a row and leave no id behind that leads nowhere.

    Rows that named it point to the row `instead` from now on; an actor's names go there too. With none, the id is taken
    out of lists and of cells that may be empty, and a row that cannot do without it is deleted as well.
    """
    before: Places = {(name, n): cells for name, rows in tables.items() for n, cells in enumerate(rows)}
    rows, gone, queue, heir = dict(before), {(table, at)}, [(table, at)], instead
    while queue:
        place = queue.pop()
        id_column = TABLES[place[0]].id_column
        row_id = before[place].get(id_column, "")
        if [cells.get(id_column, "") for cells in tables[place[0]]].count(row_id) < 2:
            for reference in references_to(tables, place[0], row_id):
                other = (reference.table, reference.at)
                if other in gone:
                    continue
                rows[other] = _let_go(rows[other], reference, row_id, heir)
                if reference.column.required and not rows[other][reference.column.name]:
                    gone.add(other)
                    queue.append(other)
        heir = ""  # rows that are taken along have nobody in their place
    if table == "actors" and instead:
        for other, cells in rows.items():
            if other[0] == table and other not in gone and cells.get("actor_id") == instead:
                names = (name for row in (cells, before[table, at]) for name in split_list(row.get("aliases", "")))
                rows[other] = cells | {"aliases": " | ".join(dict.fromkeys(names))}
                name = cells.get("name", "")
        for other, cells in rows.items():
            if other[0] == "events" and row_named(before[other], before[table, at]):
                rows[other] = cells | {"label": renamed(cells["label"], before[table, at].get("name", ""), name)}
    edits = [Change(*p, before[p], cells) for p, cells in rows.items() if p not in gone and cells != before[p]]
    return edits + [Change(*p, before[p], None) for p in sorted(gone, key=lambda p: -p[1])]


def row_named(event: Cells, actor: Cells) -> bool:
    """Whether an actor takes part in an event."""
    taking_part = split_list(event.get("actor_ids", "")) + split_list(event.get("recipient_ids", ""))
    return actor.get("actor_id", "") in taking_part


def renamed(label: str, old: str, new: str) -> str:
    """A label with an actor's new name in the place of the old one, but not within the new one.

    Example:
        >>> renamed("Reke and Tomas Reke: met", "Reke", "Tomas Reke")
        'Tomas Reke and Tomas Reke: met'
    """
    kept = find_names(label, new) if new else []
    for span in reversed(find_names(label, old) if old and new else []):
        if not any(place.start <= span.start and span.end <= place.end for place in kept):
            label = label[: span.start] + new + label[span.end :]
    return label


def _let_go(cells: Cells, reference: Reference, row_id: str, heir: str) -> Cells:
    changed = pointed_elsewhere(cells, reference.column, row_id, heir)
    to_itself = changed[reference.column.name] == changed.get(TABLES[reference.table].id_column)
    answers_itself = "answers_id" in changed and changed["answers_id"] == changed.get("event_id")
    return changed | {reference.column.name: ""} if to_itself or answers_itself else changed
