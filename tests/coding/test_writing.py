"""Rows that were saved are read again as they were; no cell is a formula."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from communique import CommuniqueError, load_article
from communique.coding.raw_files import read_table
from communique.coding.schema import TABLES
from communique.coding.writing import save_rows, table_text
from communique.text.cleaning import one_line
from hypothesis import given
from hypothesis import strategies as st


@given(cells=st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_cell_comes_back(cells: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any letters at all, quotation marks, tabs and formulas: a cell is read as it was, on one line."""
    folder = tmp_path_factory.mktemp("cells")
    rows = [{"actor_id": f"A{n:02d}", "name": cell, "note": cell[::-1]} for n, cell in enumerate(cells)]
    save_rows(folder, "actors", rows)
    found, faults = read_table(folder / "actors.csv", TABLES["actors"])
    assert [] == faults
    expected = [(one_line(cell), one_line(cell[::-1])) for cell in cells]
    assert expected == [(row.cells["name"], row.cells["note"]) for row in found]


@given(cell=st.text(max_size=30) | st.sampled_from(["=1+1", "+CT", "-x", "@me", "'=x", "\t=x", "'-", "'"]))
def test_no_cell_is_a_formula(cell: str) -> None:
    """No written cell begins with a sign that makes a spreadsheet reckon."""
    text = table_text(TABLES["actors"], [{"actor_id": "A01", "name": cell, "note": cell}])
    written = [value for row in csv.reader(text.splitlines()) for value in row]
    assert [] == [value for value in written if value[:1] in tuple("=+-@\t\r")]


def test_saving_rows_keeps_the_columns_and_their_order(good_article: Path) -> None:
    """The file's own columns stay, in their order; one that a row needs is added; every other table is as it was."""
    before = (good_article / "events.csv").read_bytes()
    header = (good_article / "actors.csv").read_text("utf-8").splitlines()[0].split(",")
    rows = [dict(row.cells) for row in read_table(good_article / "actors.csv", TABLES["actors"])[0]]
    rows[0] |= {"status": "draft", "rule": "by hand"}
    save_rows(good_article, "actors", rows)
    found, _ = read_table(good_article / "actors.csv", TABLES["actors"])
    added = [name for name in ("status", "rule") if name not in header]
    assert [*header, *added] == (good_article / "actors.csv").read_text("utf-8").splitlines()[0].split(",")
    assert [dict.fromkeys([*header, *added], "") | row for row in rows] == [row.cells for row in found]
    assert before == (good_article / "events.csv").read_bytes()
    assert [rows[0]["actor_id"]] == list(load_article(good_article).drafts)


def test_saving_what_no_table_has_is_told(tmp_path: Path) -> None:
    """A wrong table or column is named, and nothing is written."""
    with pytest.raises(CommuniqueError, match=r"There is no table 'people'. The tables are: actors"):
        save_rows(tmp_path, "people", [])
    with pytest.raises(CommuniqueError, match=r"actors.csv has no column 'colour'"):
        save_rows(tmp_path, "actors", [{"actor_id": "A01", "colour": "red"}])
    assert not (tmp_path / "actors.csv").exists()
