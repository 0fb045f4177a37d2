"""A review is never lost: another program, another tab, a crash, a full disk, a spreadsheet in between."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path

import pytest
from communique import ArticleError, CommuniqueError
from communique.coding.schema import TABLES
from communique.review import Review
from communique.review import folder as reviewed
from communique.review.log import FILE_NAME
from communique.text.spans import Span

from ..conftest import DRAFT_ARTICLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DRAFT_ARTICLE, tmp_path / "draft"))


def _rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _column(folder: Path, table: str, column: str) -> dict[str, str]:
    return {row[TABLES[table].id_column]: row[column] for row in _rows(folder, table)}


def test_undo_survives_the_end_of_the_program(folder: Path) -> None:
    """A new review finds the steps of the old one."""
    first = Review(folder)
    before = dict(first.tables)
    first.accept(["E01"])
    first.edit("E01", {"label": "Border closed"})
    second = Review(folder)
    second.undo()
    second.undo()
    assert second.undo() is None
    assert before == Review(folder).tables


@pytest.mark.parametrize("written", [0, 1])
def test_a_step_cut_off_is_finished(written: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program dies after the log, before or between the tables: the next one carries the step out."""
    review = Review(folder)
    count = iter(range(9))

    def dies(*given: object) -> Path:
        if next(count) == written:
            raise KeyboardInterrupt
        return save(*given)

    save = reviewed.save_rows
    monkeypatch.setattr(reviewed, "save_rows", dies)
    with pytest.raises(KeyboardInterrupt):
        review.delete("A05", "A02")
    monkeypatch.undo()
    after = Review(folder)
    assert "A05" not in after.rows
    assert "A02" == after.cells("S03")["source_ids"]
    assert "A02" == _column(folder, "statements", "source_ids")["S03"]
    after.undo()
    assert "A05" == after.cells("S03")["source_ids"]


def test_a_torn_line_of_the_log_harms_nothing(folder: Path) -> None:
    """Steps before and after it are there."""
    Review(folder).accept(["E01"])
    with (folder / FILE_NAME).open("a") as file:
        file.write('{"step": "x", "chan')
    review = Review(folder)
    review.accept(["E02"])
    review = Review(folder)
    assert ["E02", "E01"] == [review.undo().row, review.undo().row]


def test_two_tabs_take_turns(folder: Path) -> None:
    """Each sees what the other did before it writes, and undo takes back the last step of either."""
    one, two = Review(folder), Review(folder)
    one.accept(["E01"])
    two.accept(["E02"])
    assert {"E01": "accepted", "E02": "accepted", "E03": "draft", "E04": "draft"} == _column(folder, "events", "status")
    assert one.refresh()
    assert "accepted" == one.cells("E02")["status"]
    one.undo()
    assert "draft" == _column(folder, "events", "status")["E02"]


def test_a_row_changed_elsewhere_is_shown_before_it_is_decided(folder: Path) -> None:
    """Whoever decides on an old sight of a row is told, and nothing is written."""
    one, two = Review(folder), Review(folder)
    seen = {"E01": one.cells("E01")}
    two.edit("E01", {"certainty": "denied"})
    with pytest.raises(CommuniqueError, match="E01 has just been changed in another tab or program"):
        one.accept(["E01"], seen)
    assert "draft" == _column(folder, "events", "status")["E01"]
    one.accept(["E01"], {"E01": one.cells("E01")})
    assert "accepted" == _column(folder, "events", "status")["E01"]


def test_a_spreadsheet_in_between_is_noticed(folder: Path) -> None:
    """Rows are read again; a step on a row that was changed there is passed over, and the one before is undone."""
    review = Review(folder)
    review.accept(["E01"])
    review.accept(["E02"])
    path = folder / "events.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text("\ufeff" + text.replace("Talks on the river end", "Talks fail"), encoding="utf-8")
    assert review.refresh()
    assert not review.refresh()
    assert "Talks fail" == review.cells("E02")["label"]
    with pytest.raises(CommuniqueError, match="E02 was changed in another program since"):
        review.undo()
    assert "E01" == review.undo().row
    assert "Talks fail" == review.cells("E02")["label"]


def test_a_file_that_cannot_be_read_is_never_written(folder: Path) -> None:
    """Half a file would be lost; the sentence says what to fix."""
    path = folder / "statements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("kind,", "kimd,", 1), encoding="utf-8")
    before = path.read_bytes()
    review = Review(folder)
    with pytest.raises(CommuniqueError, match=r"statements.csv cannot be read whole, so nothing is written into it"):
        review.add("statements", "p1", Span(0, 7))
    review.accept(["E01"])
    assert before == path.read_bytes()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of a folder are another matter there")
def test_a_full_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is called done that is not on the disk."""
    review = Review(folder)
    before = dict(review.tables)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommuniqueError, match="No space left on device"):
        review.accept(["E01"])
    assert before == review.tables


def test_a_folder_without_an_article(tmp_path: Path) -> None:
    """The sentence names what is missing, and the next step."""
    with pytest.raises(CommuniqueError, match=r"article.md is missing. Name the folder"):
        Review(tmp_path)
    (tmp_path / "article.md").write_text("---\nheadline: x\n---\n\nText.\n")
    with pytest.raises(ArticleError, match="the front matter has no date"):
        Review(tmp_path)
