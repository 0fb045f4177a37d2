"""Files written for a person are whole, and never stand where somebody else's stood."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.base.files import MEMORY, write_own


def _ours(words: str = "one") -> str:
    return f"<!-- made by the course -->\n{words}\n"


def test_a_new_file_is_written(tmp_path: Path) -> None:
    """Folders that are missing are made, and nothing but the file and its digest is left there."""
    wanted = tmp_path / "a" / "b" / "sheet.html"
    assert wanted == write_own(wanted, _ours("북한 – 😀"))
    assert _ours("북한 – 😀") == wanted.read_text(encoding="utf-8")
    assert [MEMORY, "sheet.html"] == sorted(path.name for path in wanted.parent.iterdir())


def test_one_of_ours_is_replaced(tmp_path: Path) -> None:
    """A second worksheet takes the place of the first."""
    wanted = tmp_path / "sheet.html"
    write_own(wanted, _ours("one"))
    assert wanted == write_own(wanted, _ours("two"))
    assert _ours("two") == wanted.read_text(encoding="utf-8")


@pytest.mark.parametrize("held", [b"", b"my essay", b"\xff\xfe\x00", _ours().encode() + b"changed"])
def test_somebody_elses_file_stays(held: bytes, tmp_path: Path) -> None:
    """The new file gets the first number that is free, or that is ours."""
    wanted, second = tmp_path / "sheet.html", tmp_path / "sheet-2.html"
    wanted.write_bytes(held)
    second.write_bytes(held)
    for _ in range(2):
        assert tmp_path / "sheet-3.html" == write_own(wanted, _ours())
    assert (held, held) == (wanted.read_bytes(), second.read_bytes())


def test_one_of_ours_that_was_changed_stays(tmp_path: Path) -> None:
    """A remark that a person put into it is never replaced, nor where the folder's memory is lost or broken."""
    wanted = write_own(tmp_path / "sheet.html", _ours("one"))
    wanted.write_text(_ours("one, and my remark"), encoding="utf-8")
    assert tmp_path / "sheet-2.html" == write_own(wanted, _ours("two"))
    (tmp_path / MEMORY).write_text("[" * 100_000, encoding="utf-8")
    assert tmp_path / "sheet-2.html" == write_own(wanted, _ours("two"))
    assert tmp_path / "sheet-2.html" == write_own(wanted, _ours("three"))
    (tmp_path / MEMORY).unlink()
    assert tmp_path / "sheet-3.html" == write_own(wanted, _ours("four"))
    kept = [_ours("one, and my remark"), _ours("three"), _ours("four")]
    assert kept == [
        path.read_text(encoding="utf-8") for path in (wanted, tmp_path / "sheet-2.html", tmp_path / "sheet-3.html")
    ]


def test_folders_and_links_stay(tmp_path: Path) -> None:
    """What is no plain file is never written to, and a link is not followed."""
    (tmp_path / "sheet.html").mkdir()
    mine = tmp_path / "mine.html"
    mine.write_text(_ours("mine"), encoding="utf-8")
    (tmp_path / "sheet-2.html").symlink_to(mine)
    (tmp_path / "sheet-3.html").symlink_to(tmp_path / "nowhere")
    assert tmp_path / "sheet-4.html" == write_own(tmp_path / "sheet.html", _ours())
    assert _ours("mine") == mine.read_text(encoding="utf-8")


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there stays readable, no half file is left, and the message names file and reason."""
    wanted = tmp_path / "mine" / "sheet.html"
    write_own(wanted, _ours("one"))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommuniqueError, match=r"sheet\.html could not be written: No space left on device"):
        write_own(wanted, _ours("two"))
    assert _ours("one") == wanted.read_text(encoding="utf-8")
    assert [MEMORY, "sheet.html"] == sorted(path.name for path in wanted.parent.iterdir())


def test_where_nothing_can_be_written_that_is_told(tmp_path: Path) -> None:
    """A file in a folder's place ends in a sentence."""
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="could not be written"):
        write_own(tmp_path / "notes" / "sheet.html", _ours())
    assert "mine" == (tmp_path / "notes").read_text(encoding="utf-8")
