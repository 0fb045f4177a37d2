"""The five tables: their columns, what a cell may hold, and which words carry a row."""

from __future__ import annotations

import csv
import dataclasses
from typing import get_type_hints

import pytest
from communique.coding.cells import read_cell
from communique.coding.raw_files import RawRow
from communique.coding.schema import ROWS, TABLES, Table

from ..conftest import GOOD_ARTICLE
from ..some import some

EACH_TABLE = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)


def test_there_are_five_tables() -> None:
    """Actors, events, statements, positions, reactions: the tables of the course, in reading order."""
    assert ["actors", "events", "statements", "positions", "reactions"] == list(TABLES)


@EACH_TABLE
def test_every_row_rests_on_words(table: Table) -> None:
    """Each table has words that a row cannot be without."""
    assert [True] == [group.required for group in table.groups if group.required]
    assert table.groups[0].required
    assert {table.groups[0].columns[0], "paragraph"} <= set(table.required_columns)


@EACH_TABLE
def test_the_first_column_is_the_rows_id(table: Table) -> None:
    """Ids come first, and every row has one."""
    assert "id" == table.columns[0].holds
    assert table.columns[0].required
    assert f"{table.name[:-1]}_id" == table.id_column


@EACH_TABLE
def test_a_loaded_row_has_a_field_for_every_column(table: Table) -> None:
    """A row holds what its table may hold: lists are tuples, and what must be filled has no default."""
    fields = {field.name: field for field in dataclasses.fields(ROWS[table.name])}
    types, words = get_type_hints(ROWS[table.name]), {group.columns[0] for group in table.groups}
    assert {"id", "paragraph", *words, *(c.name for c in table.columns[1:])} == set(fields)
    for column in table.columns[1:]:
        field = fields[column.name]
        assert column.required == (field.default is dataclasses.MISSING)
        assert column.is_list == (types[column.name] == tuple[str, ...])
        assert (column.holds == "yesno") == (types[column.name] is bool)


@EACH_TABLE
def test_no_column_is_named_twice(table: Table) -> None:
    """In the file and in the DataFrame a name means one thing."""
    frame = [column.frame_name for column in table.columns]
    assert len(set(table.known_columns)) == len(table.known_columns)
    assert len(set(frame)) == len(frame)


@EACH_TABLE
def test_what_is_required_is_known(table: Table) -> None:
    """No message asks for a column that another message refuses."""
    assert set() == set(table.required_columns) - set(table.known_columns)


@EACH_TABLE
def test_every_row_can_be_contested_and_noted(table: Table) -> None:
    """A coder can always say that careful readers differ, and why."""
    assert {"contested", "note"} <= set(table.known_columns)


@EACH_TABLE
def test_references_lead_to_tables(table: Table) -> None:
    """Every column that refers names tables that there are."""
    for column in some(table.columns):
        assert (column.holds in ("ref", "refs")) == bool(column.refers)
        assert set() == set(column.refers) - set(TABLES)


@EACH_TABLE
def test_the_header_that_authors_start_from_is_accepted(table: Table) -> None:
    """The header line in the messages holds every column, and the small article's files use no other."""
    with (GOOD_ARTICLE / table.file).open(encoding="utf-8", newline="") as file:
        used = next(csv.reader(file))
    assert list(table.known_columns) == table.header.split(",")
    assert set() == set(used) - set(table.known_columns)


@EACH_TABLE
def test_a_row_without_a_status_is_accepted(table: Table) -> None:
    """A coding by hand needs no word on who made it; only a program's row is a draft until somebody accepts it."""
    (status,) = [column for column in table.columns if column.name == "status"]
    assert ("draft", "accepted") == status.allowed
    assert "accepted" == read_cell(RawRow(table.file, 2, {}), status, None)
    assert "draft" == read_cell(RawRow(table.file, 2, {"status": "draft"}), status, None)
