"""Where a student's answers are kept, and what is said when they cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.course.journal import Journal, journal_in, open_journal


def test_a_journal_that_is_not_there_is_empty(journal: Journal) -> None:
    """Nothing is written before a student does something."""
    assert {} == journal.states()
    assert not journal.path.exists()


def test_where_nothing_can_be_written_the_student_is_told(tmp_path: Path) -> None:
    """The message names the file and the reason, and nobody is told that the answer was saved."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    journal = Journal(tmp_path / "file" / "my-progress.jsonl")
    told: list[bool] = []
    journal.listeners.append(lambda: told.append(True))
    with pytest.raises(CommuniqueError) as caught:
        journal.add("a/one", "hint")
    assert str(journal.path) in caught.value.what
    assert "press the button again" in caught.value.next_step
    assert [] == told


def test_a_full_disk_is_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that did not reach the disk is not called saved."""

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommuniqueError, match="No space left on device"):
        journal.add("a/one", "hint")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder in the file's place ends in a sentence."""
    with pytest.raises(CommuniqueError, match="cannot be read"):
        Journal(tmp_path).records()


def test_whoever_listens_hears_of_each_act(journal: Journal) -> None:
    """The bars over the course move when an answer is on disk."""
    heard: list[int] = []
    journal.listeners.append(lambda: heard.append(len(journal.records())))
    journal.add("a/one", "hint")
    journal.add("a/one", "reveal")
    assert [1, 2] == heard


def test_the_journal_is_in_the_notebooks_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A student finds the file beside the notebooks."""
    monkeypatch.delenv("COMMUNIQUE_PROGRESS")
    monkeypatch.chdir(tmp_path)
    assert tmp_path / "my-progress.jsonl" == open_journal().path


def test_a_teacher_can_name_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """COMMUNIQUE_PROGRESS moves the journal, also into the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("COMMUNIQUE_PROGRESS", "~/answers/mine.jsonl")
    journal = open_journal()
    journal.add("a/one", "hint")
    assert tmp_path / "answers" / "mine.jsonl" == journal.path
    assert 1 == journal.states()["a/one"].hints


def test_in_a_folder_that_takes_nothing_the_home_folder_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Notebooks opened from a teacher's read-only folder still keep a student's answers."""
    monkeypatch.delenv("COMMUNIQUE_PROGRESS")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert tmp_path / "communique" / "my-progress.jsonl" == open_journal(tmp_path / "read-only").path


def test_a_journal_is_found_by_its_folder_or_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named, or else where COMMUNIQUE_PROGRESS says, in this folder, or in my-course."""
    mine, desk = tmp_path / "mine" / "my-progress.jsonl", tmp_path / "work"
    for path in (mine, tmp_path / "mine" / "kim.jsonl", desk / "my-course" / "my-progress.jsonl"):
        Journal(path).add("a/one", "hint")
    assert mine == journal_in(tmp_path / "mine").path
    assert tmp_path / "mine" / "kim.jsonl" == journal_in(tmp_path / "mine" / "kim.jsonl").path
    monkeypatch.delenv("COMMUNIQUE_PROGRESS")
    monkeypatch.chdir(desk)
    assert desk / "my-course" / "my-progress.jsonl" == journal_in().path
    Journal(desk / "my-progress.jsonl").add("a/one", "hint")
    assert desk / "my-progress.jsonl" == journal_in().path
    monkeypatch.setenv("COMMUNIQUE_PROGRESS", str(mine))
    assert mine == journal_in().path


def test_where_there_is_no_journal_that_is_said(tmp_path: Path) -> None:
    """The message names the folder, and nothing is begun there."""
    with pytest.raises(CommuniqueError, match=r"There is no my-progress\.jsonl in .*Name the folder"):
        journal_in(tmp_path / "empty")
    assert not (tmp_path / "empty").exists()


def test_lines_that_cannot_be_read_are_counted(journal: Journal) -> None:
    """Torn lines and those of a newer version; empty lines are none, and an older line may lack its version."""
    assert 0 == journal.unread()
    journal.add("a/one", "hint")
    journal.add("a/one", "answer", answer="x", outcome="right")
    assert 0 == journal.unread()
    with journal.path.open("ab") as file:
        file.write(b'{"question": 7, "did": "hint"}\n\n{"question": "a/one", "did": "hint", "v": 2}\n')
        file.write(b'{"question": "a/one", "did": "hint"}\n\xfe')
    assert 3 == journal.unread()
