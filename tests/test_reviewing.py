"""A review of a draft: every step is on the disk, undo is exact, and nothing is ever lost."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from communique import ArticleError, CommuniqueError
from communique.checking import check_article
from communique.reviewing import Review
from communique.reviewing import folder as reviewed
from communique.reviewing.log import FILE_NAME
from communique.reviewing.new_rows import alias_for, next_id
from communique.schema import TABLES
from communique.spans import Span
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from .conftest import DRAFT_ARTICLE

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
    """Half a file would be lost; the sentence says what to mend."""
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


TEXTS = st.text(alphabet=st.sampled_from("ab,;|\"'\n=+é😀 "), max_size=8)


class Reviewing(RuleBasedStateMachine):
    """Any steps in any order, by two tabs, with crashes in between, against a list of what the tables were."""

    @initialize()
    def begin(self) -> None:
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(shutil.copytree(DRAFT_ARTICLE, Path(self.place.name) / "draft"))
        self.review, self.other = Review(self.folder), Review(self.folder)
        self.past: list[dict] = []
        self.now = dict(self.review.tables)

    def _did(self, step: object) -> None:
        if step is not None:
            self.past.append(self.now)
            self.now = dict(self.review.tables)
        assert self.now == self.review.tables

    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        if rows := list(self.review.rows):
            self._did(self.review.accept(data.draw(st.lists(st.sampled_from(rows), max_size=3, unique=True))))

    @rule(data=st.data(), cell=TEXTS)
    def edit(self, data: st.DataObject, cell: str) -> None:
        if rows := self.review.rows:
            key = data.draw(st.sampled_from(list(rows)))
            column = data.draw(st.sampled_from(TABLES[rows[key][0]].known_columns[1:]))
            self._did(self.review.edit(key, {column: cell}))

    @rule(data=st.data(), merge=st.booleans())
    def delete(self, data: st.DataObject, merge: bool) -> None:
        rows = self.review.rows
        if rows:
            key = data.draw(st.sampled_from(list(rows)))
            others = [k for k in rows if rows[k][0] == rows[key][0] and k != key and ":" not in k]
            instead = data.draw(st.sampled_from(others)) if merge and others else ""
            self._did(self.review.delete(key, instead))

    @rule(table=st.sampled_from(list(TABLES)), at=st.integers(0, 60), length=st.integers(1, 30))
    def add(self, table: str, at: int, length: int) -> None:
        with contextlib.suppress(CommuniqueError):  # a space, or words that cannot be told apart
            self._did(self.review.add(table, "p2", Span(at, at + length)))

    @rule()
    def undo(self) -> None:
        step = self.review.undo()
        assert (step is None) == (not self.past)
        if self.past:
            self.now = self.past.pop()
        assert self.now == self.review.tables

    @rule()
    def change_tabs(self) -> None:
        self.review, self.other = self.other, self.review
        self.review.refresh()

    @rule(data=st.data(), written=st.integers(0, 2))
    def die_while_deleting(self, data: st.DataObject, written: int) -> None:
        rows = list(self.review.rows)
        if not rows:
            return
        count, save = iter(range(99)), reviewed.save_rows

        def dies(*given: object) -> Path:
            if next(count) == written:
                raise KeyboardInterrupt
            return save(*given)

        reviewed.save_rows = dies
        step = "cut off"
        try:
            step = self.review.delete(data.draw(st.sampled_from(rows)))
        except KeyboardInterrupt:
            self.review = Review(self.folder)
        finally:
            reviewed.save_rows = save
        self._did(step)

    @invariant()
    def the_files_hold_it(self) -> None:
        if hasattr(self, "folder"):
            assert self.now == Review(self.folder).tables

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every row that ever was is in the tables or in the log."""
        if hasattr(self, "folder"):
            log = self.folder / FILE_NAME
            lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
            kept = [row for line in lines for c in json.loads(line).get("changes", []) for row in c[2:] if row]
            kept += [row for rows in self.now.values() for row in rows]
            assert [] == [row for past in self.past for rows in past.values() for row in rows if row not in kept]

    def teardown(self) -> None:
        if hasattr(self, "place"):
            self.place.cleanup()


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(max_examples=int(os.environ.get("COMMUNIQUE_REVIEWS", "10")), stateful_step_count=15)
