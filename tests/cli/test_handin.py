"""`communique handin`: one file beside the journal, and sentences where something is missing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from communique import cli

from ..classes import GOOD, put


def test_the_file_lies_beside_the_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is enough; the name goes into the file and nowhere else."""
    journal = put(tmp_path / "mine" / "my-progress.jsonl")
    assert 0 == cli.main(["handin", str(tmp_path / "mine"), "--name", "Kim"])
    told = capsys.readouterr().out
    assert f"The file to hand in is {tmp_path / 'mine' / 'my-handin.zip'}" in told
    with zipfile.ZipFile(tmp_path / "mine" / "my-handin.zip") as archive:
        assert GOOD.encode() == archive.read("my-progress.jsonl") == journal.read_bytes()
        assert b'"name":"Kim"' in archive.read("handin.json")


def test_another_place_can_be_named(tmp_path: Path) -> None:
    """A file, or a folder."""
    put(tmp_path / "my-progress.jsonl")
    (tmp_path / "out").mkdir()
    for wanted in ("kim.zip", "out"):
        assert 0 == cli.main(["handin", str(tmp_path), "--output", str(tmp_path / wanted)])
    assert [".zip"] * 2 == [
        path.suffix for path in (tmp_path / "kim.zip", tmp_path / "out" / "my-handin.zip") if path.is_file()
    ]


def test_without_a_journal_it_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing was answered, no file is made."""
    assert 1 == cli.main(["handin", str(tmp_path)])
    assert "There is no my-progress.jsonl" in capsys.readouterr().err
    put(tmp_path / "my-progress.jsonl", "")
    assert 1 == cli.main(["handin", str(tmp_path)])
    assert "There is nothing to hand in yet." in capsys.readouterr().err
    assert not (tmp_path / "my-handin.zip").exists()
