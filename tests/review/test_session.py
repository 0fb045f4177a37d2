"""A review of a draft: every step is on the disk, undo is exact, and nothing is ever lost."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.coding.checking import check_article
from communique.coding.schema import TABLES
from communique.review import Review
from communique.review.log import FILE_NAME
from communique.review.new_rows import alias_for, next_id
from communique.text.spans import Span

from ..conftest import DRAFT_ARTICLE

CONTENT = TABLES["statements"].groups[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DRAFT_ARTICLE, tmp_path / "draft"))


def _rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _column(folder: Path, table: str, column: str) -> dict[str, str]:
    return {row[TABLES[table].id_column]: row[column] for row in _rows(folder, table)}


def test_accepting_is_on_the_disk_at_once(folder: Path) -> None:
    """The row is accepted in its file, keeps the rule that made it, and no other row is touched."""
    before = _rows(folder, "events")
    Review(folder).accept(["E02"])
    after = _rows(folder, "events")
    assert "accepted" == after[1]["status"]
    assert before[1]["rule"] == after[1]["rule"]
    assert [before[0], *before[2:]] == [after[0], *after[2:]]


def test_a_whole_rule_is_one_step(folder: Path) -> None:
    """Several rows are accepted together, and one undo takes all of them back."""
    review = Review(folder)
    files = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    review.accept(["A04", "A07"])
    assert ["accepted", "accepted"] == [review.cells(key)["status"] for key in ("A04", "A07")]
    review.undo()
    assert files == {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def test_an_edit_that_changes_nothing_is_no_step(folder: Path) -> None:
    """Undo would otherwise seem to do nothing."""
    review = Review(folder)
    assert review.edit("E01", {"label": " Borland closes  its border "}) is None
    assert review.undoable is None
    assert not (folder / FILE_NAME).exists()


def test_a_column_that_is_not_there_is_named(folder: Path) -> None:
    """So is the id, which other rows lean on."""
    review = Review(folder)
    with pytest.raises(CommuniqueError, match=r"events.csv has no column 'colour' to change. Choose from: label"):
        review.edit("E01", {"colour": "red"})
    with pytest.raises(CommuniqueError, match="no column 'event_id' to change"):
        review.edit("E01", {"event_id": "E99"})


def test_references_to_an_actor_are_found(folder: Path) -> None:
    """In lists, in single cells, and in the actor's own table."""
    found = Review(folder).references("A04")
    assert [("events", 2, "actor_ids"), ("events", 2, "certainty_of"), ("events", 2, "reported_by")] == [
        (r.table, r.at, r.column.name) for r in found
    ]
    speaks_for = [r.at for r in Review(folder).references("A01") if r.column.name == "speaks_for"]
    assert [2] == speaks_for


def test_one_actor_goes_into_another(folder: Path) -> None:
    """Rows and names of the one go over to the other, and one undo brings both back."""
    review = Review(folder)
    before = dict(review.tables)
    review.delete("A05", "A02")
    assert "Avaland | spokesperson" == review.cells("A02")["aliases"]
    assert ("A02", "A02") == (review.cells("S03")["source_ids"], review.cells("S03")["channel"])
    assert "A05" not in review.rows
    review.undo()
    assert before == review.tables


def test_a_row_that_cannot_do_without_it_is_deleted_too(folder: Path) -> None:
    """No id is left that leads nowhere: the folder has no faults afterwards."""
    review = Review(folder)
    review.delete("E01")
    assert "R01" not in review.rows  # a reaction to nothing is none
    review.delete("A06")
    assert "S04" not in review.rows
    _, faults = check_article(folder)
    assert [] == [fault for fault in faults if not fault.only_a_note]


def test_events_that_answer_each_other_cannot_be_one(folder: Path) -> None:
    """When two events become one, a reaction of the one to the other goes."""
    review = Review(folder)
    review.delete("E04", "E01")
    assert "R01" not in review.rows
    review.undo()
    assert "R01" in review.rows


def test_a_row_from_marked_words(folder: Path) -> None:
    """It rests on the words, has the next id and a beginning for each list, and is a draft."""
    review = Review(folder)
    text = review.paragraphs["p3"].text
    words = "called for new talks in July"
    span = Span(text.index(words), text.index(words) + len(words))
    assert "E05" == review.add("events", "p3", span).row
    row = review.cells("E05")
    assert (words, "p3", "", "draft", "happened") == tuple(
        row[name] for name in ("words", "paragraph", "occurrence", "status", "certainty")
    )
    assert "S05" == review.add("statements", "p3", span).row
    assert (words, "p3") == (review.cells("S05")["content_words"], review.cells("S05")["paragraph"])
    assert "A08" == review.add("actors", "p3", Span(text.index("dam"), text.index("dam") + 3)).row
    assert ("Dam", "p3: dam") == (review.cells("A08")["name"], review.cells("A08")["aliases"])


def test_other_words_keep_the_rest_in_place(folder: Path) -> None:
    """Words in another paragraph: those that stay behind still say where they stand."""
    review = Review(folder)
    text = review.paragraphs["p4"].text
    words, time = TABLES["events"].groups
    start = text.index("The River Council")
    review.point("E01", words, "p4", Span(start, start + 9))
    assert ("p4", "The River", "on Wednesday", "p1") == tuple(
        review.cells("E01")[n] for n in ("paragraph", "words", "time_words", "time_paragraph")
    )
    assert not [f for f in review.check().faults if f.file == "events.csv"]
    review.point("E01", time, "p4", None)
    assert ("", "") == (review.cells("E01")["time_words"], review.cells("E01")["time_paragraph"])
    review.point("S01", CONTENT, "p4", Span(start, start + 9))
    assert ("p2", "p4") == (review.cells("S01")["paragraph"], review.cells("S01")["content_paragraph"])
    assert not [f for f in review.check().faults if f.file == "statements.csv"]


def test_a_pronoun_is_bound_to_its_place(folder: Path) -> None:
    """A name in capitals stands for its actor everywhere, a pronoun only where it is."""
    paragraphs = Review(folder).paragraphs
    he = paragraphs["p2"].text.index("He warned")
    assert "p2: He" == alias_for(paragraphs["p2"], Span(he, he + 2))
    assert "Borland" == alias_for(paragraphs["p1"], Span(0, 7))
    text = paragraphs["p2"].text
    assert "p2#2: his" == alias_for(replace(paragraphs["p2"], text=f"{text} He kept his word."), _last(text, "his"))


def _last(text: str, word: str) -> Span:
    at = f"{text} He kept his word.".rindex(word)
    return Span(at, at + len(word))


def test_ids_go_on_after_ninety_nine() -> None:
    """The next id has three figures."""
    assert "E100" == next_id([{"event_id": "E99"}], "events")
    assert "P01" == next_id([], "positions")


def test_ids_that_stand_twice_or_not_at_all_can_be_mended(folder: Path) -> None:
    """Every row has a key of its own, and a deletion takes the one that was meant."""
    path = folder / "actors.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("A07,", "A06,").replace("A04,", ",", 1), encoding="utf-8")
    review = Review(folder)
    assert ["A01", "A02", "A03", "actors:4", "A05", "A06", "actors:7"] == list(review.rows)[:7]
    review.delete("actors:7")
    review.delete("actors:4")
    assert ["A01", "A02", "A03", "A05", "A06"] == list(_column(folder, "actors", "name"))
    assert "A06" == review.cells("S04")["source_ids"]
