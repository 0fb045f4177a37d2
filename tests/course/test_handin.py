"""A student's journal as one small file to hand in: what is in it, how it is known, and how a torn one is seen."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.base.files import write_own
from communique.course.handin import NOTE_BYTES, Note, handin, read_note
from communique.course.journal import Journal

DAY = dt.date(2025, 3, 1)


@pytest.fixture
def begun(journal: Journal) -> Journal:
    """A journal with two answers, and a line that is torn."""
    journal.add("events/threat-or-deed", "answer", answer="would-consider", outcome="right")
    journal.add("events/done-and-said", "answer", answer="한국어 <b>", outcome="answered")
    with journal.path.open("ab") as file:
        file.write(b'{"v": 1, "id": "torn')
    return journal


def _inside(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_the_journal_byte_for_byte_and_a_note(begun: Journal) -> None:
    """The whole journal, also what is torn; a name only if one was typed; length and checksum."""
    before = begun.path.read_bytes()
    inside = _inside(handin(begun, name="  Kim \n Lee ", made=DAY))
    assert ["handin.json", "my-progress.jsonl"] == list(inside)
    assert before == inside["my-progress.jsonl"] == begun.path.read_bytes()
    note = read_note(inside["handin.json"])
    assert Note("Kim Lee", "2025-03-01", len(before), hashlib.sha256(before).hexdigest()) == note
    assert note.fits(before) and not note.fits(before + b" ") and not note.fits(before[:-1] + b"X")
    assert "" == read_note(_inside(handin(begun))["handin.json"]).name
    assert b"Kim" not in begun.path.read_bytes()


def test_the_same_answers_give_the_same_file(begun: Journal) -> None:
    """Nothing of the machine or the moment is in it but the day."""
    assert handin(begun, made=DAY) == handin(begun, made=DAY)


def test_it_is_small(journal: Journal) -> None:
    """Drafts that repeat each other are packed to less than a tenth."""
    for number in range(60):
        journal.add(
            "coding/tool:coding-desk", "draft", answer={"marks": [["actors", "p2", n, n, ""] for n in range(number)]}
        )
    assert len(handin(journal)) < journal.path.stat().st_size / 10


def test_a_name_is_cut_and_cleaned(begun: Journal) -> None:
    """A name as long as a book, or with half a character, still makes a file."""
    for name in ("x" * 5000, "\ud800", "\x00\x1f"):
        note = read_note(_inside(handin(begun, name=name))["handin.json"])
        assert len(note.name) <= 200


def test_nothing_to_hand_in_is_a_sentence(journal: Journal) -> None:
    """Before the first answer there is no file, and the message says what to do."""
    with pytest.raises(CommuniqueError, match="nothing to hand in yet"):
        handin(journal)


@pytest.mark.parametrize("cut", [0.05, 0.3, 0.6, 0.9, 0.999])
def test_a_torn_file_is_no_archive(begun: Journal, cut: float) -> None:
    """Wherever it breaks off, no program takes it for whole."""
    content = handin(begun)
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(content[: int(len(content) * cut)]))


def test_a_newer_one_replaces_it_and_no_other_file(begun: Journal, tmp_path: Path) -> None:
    """The file itself is replaced; another .zip of that name stays."""
    path = tmp_path / "my-handin.zip"
    assert path == write_own(path, handin(begun))
    begun.add("events/ladder", "hint")
    newer = handin(begun)
    assert path == write_own(path, newer)
    assert newer == path.read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday.txt", "mine")
    assert tmp_path / "my-handin-2.zip" == write_own(path, newer)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"communique hand-in": 1' + b" " * NOTE_BYTES + b"}",
        b"[" * 9000,
    ],
)
def test_what_is_no_note_is_none(content: bytes) -> None:
    """Anything but a short JSON object of ours is passed over."""
    assert read_note(content) is None


def test_a_forged_note_has_no_strange_values() -> None:
    """Each field is of its type, or as if it were not there."""
    forged = {"communique hand-in": 99, "name": ["x"], "made": 5, "size": True, "sha256": None, "path": "../../etc"}
    assert Note() == read_note(json.dumps(forged).encode())
    assert 200 == len(read_note(json.dumps(forged | {"name": "x" * 999}).encode()).name)
