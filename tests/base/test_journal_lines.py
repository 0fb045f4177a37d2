"""A file of JSON lines is read once: only what was added is parsed, and nothing that was added is missed."""

from __future__ import annotations

import itertools
import json
import os
from pathlib import Path
from typing import Any

import pytest
from communique.base import journal_lines
from communique.base.journal_lines import JournalLines
from hypothesis import given
from hypothesis import strategies as st


class Lines(JournalLines):
    """Keeps what it was given, and counts how often it began with an empty file."""

    def __init__(self, path: Path) -> None:
        self.beginnings = 0
        super().__init__(path)

    def forget(self) -> None:
        self.beginnings += 1
        self.entries: list[Any] = []

    def take(self, entry: dict[str, Any] | None) -> None:
        self.entries.append(entry)


def _read(lines: Lines) -> list[Any]:
    lines.read()
    return lines.entries


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    return Lines(tmp_path / "lines.jsonl")


def test_only_what_was_added_is_parsed(lines: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a thousand lines one more costs one line; reading again costs none."""
    for number in range(1000):
        lines.append({"n": number}, sync=False)
    assert 1000 == len(_read(lines))
    parsed: list[bytes] = []
    loads = json.loads
    monkeypatch.setattr(journal_lines.json, "loads", lambda line: parsed.append(line) or loads(line))
    _read(lines)
    lines.append({"n": 1000})
    _read(lines)
    assert [b'{"n":1000}'] == [line for line in parsed if line]
    assert [{"n": number} for number in range(1001)] == lines.entries


def test_what_another_program_adds_is_seen(lines: Lines) -> None:
    """Two tabs see each other's lines, in the order of the file."""
    other = Lines(lines.path)
    for number in range(6):
        (lines, other)[number % 2].append({"n": number})
        assert [{"n": n} for n in range(number + 1)] == _read(lines) == _read(other)


def test_a_torn_line_is_read_when_it_is_whole(lines: Lines) -> None:
    """Half a line that another program is writing is neither counted nor lost."""
    lines.append({"n": 1})
    with lines.path.open("ab") as file:
        file.write(b'{"n": ')
        file.flush()
        assert ([{"n": 1}], b'{"n": ') == (_read(lines), lines.torn)
        file.write(b"2}")
        file.flush()
        assert ([{"n": 1}, {"n": 2}], b"") == (_read(lines), lines.torn)
        file.write(b"\n")
    assert [{"n": 1}, {"n": 2}] == _read(lines)


@pytest.mark.parametrize("how", ["replaced", "shortened", "rewritten", "longer", "gone"])
def test_another_file_in_its_place_is_read_from_the_start(how: str, lines: Lines) -> None:
    """A journal that was brought from elsewhere, restored or fixed by hand counts as it is now."""
    for number in range(5):
        lines.append({"n": number})
    _read(lines)
    before, state = lines.path.read_bytes(), lines.path.stat()
    if how == "replaced":
        beside = lines.path.with_name("other")
        beside.write_bytes(before)
        os.replace(beside, lines.path)
    elif how == "shortened":
        lines.path.write_bytes(before[: len(before) // 2])
    elif how == "rewritten":
        lines.path.write_bytes(before.replace(b"2", b"7"))
        os.utime(lines.path, ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000))
    elif how == "longer":
        lines.path.write_bytes(before.replace(b"2", b"7") + b'{"n":5}\n')
    else:
        lines.path.unlink()
    fresh = Lines(lines.path)
    assert _read(fresh) == _read(lines)
    assert 2 <= lines.beginnings


LINES = st.dictionaries(st.text(max_size=2), st.text(max_size=3), max_size=2).map(json.dumps).map(str.encode)
DAMAGED = st.binary(max_size=6).map(lambda line: line.replace(b"\n", b"")) | LINES.map(lambda line: line[:-1])


@given(content=st.lists(LINES | DAMAGED, max_size=8).map(b"\n".join), cuts=st.lists(st.integers(0, 200), max_size=6))
def test_read_in_pieces_or_at_once_it_is_the_same(
    content: bytes, cuts: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """However a file grows, to the middle of a letter or a line, following it gives what reading it at once gives."""
    lines = Lines(tmp_path_factory.mktemp("pieces") / "lines.jsonl")
    with lines.path.open("ab", buffering=0) as file:
        for start, end in itertools.pairwise([0, *sorted(cuts), None]):
            file.write(content[start:end])
            lines.read()
    fresh = Lines(lines.path)
    assert (_read(fresh), fresh.torn) == (_read(lines), lines.torn)
