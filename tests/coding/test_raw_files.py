"""What spreadsheets and editors do to a file without harm is read; what cannot be read is said."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from communique.base.text_files import read_text
from communique.coding.checking import check_article
from communique.coding.loading import load_coded
from communique.coding.raw_files import read_article, read_table
from communique.coding.schema import TABLES

from ..conftest import GOOD_ARTICLE

CSV_FILES = [table.file for table in TABLES.values()]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _delimited(path: Path, delimiter: str) -> str:
    rows = list(csv.reader(io.StringIO(_text(path))))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _padded(path: Path, delimiter: str = ",") -> str:
    return "".join(f"{line}{delimiter * 3}\n" for line in _text(path).splitlines())


def _all_quoted(path: Path) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(csv.reader(io.StringIO(_text(path))))
    return out.getvalue()


HARMLESS: dict[str, Callable[[Path], bytes]] = {
    "byte-order mark": lambda p: b"\xef\xbb\xbf" + p.read_bytes(),
    "Windows line ends": lambda p: _text(p).replace("\n", "\r\n").encode(),
    "old Macintosh line ends": lambda p: _text(p).replace("\n", "\r").encode(),
    "semicolons": lambda p: _delimited(p, ";").encode(),
    "semicolons, byte-order mark and Windows line ends": lambda p: (
        b"\xef\xbb\xbf" + _delimited(p, ";").replace("\n", "\r\n").encode()
    ),
    "tabs": lambda p: _delimited(p, "\t").encode(),
    "Excel's Unicode text": lambda p: b"\xff\xfe" + _delimited(p, "\t").replace("\n", "\r\n").encode("utf-16-le"),
    "UTF-16 of the other order": lambda p: b"\xfe\xff" + _text(p).encode("utf-16-be"),
    "blank rows at the end": lambda p: (_text(p) + ",,,,\n,,\n\n\n").encode(),
    "a blank row in between": lambda p: _text(p).replace("\n", "\n,,,\n", 1).encode(),
    "blank lines above": lambda p: ("\n\n" + _text(p)).encode(),
    "no line end at the end": lambda p: _text(p).rstrip("\n").encode(),
    "empty columns at the right": lambda p: _padded(p).encode(),
    "a quotation mark around every cell": lambda p: _all_quoted(p).encode(),
}


@pytest.mark.parametrize("done", HARMLESS)
def test_harmless_changes_to_tables_change_nothing(done: str, good_article: Path) -> None:
    """A file that a spreadsheet saved in its own way gives the same rows as the plain one."""
    for name in CSV_FILES:
        path = good_article / name
        path.write_bytes(HARMLESS[done](path))
    found, plain = load_coded(good_article), load_coded(GOOD_ARTICLE)
    assert plain.tables == found.tables
    assert plain.evidence == found.evidence


@pytest.mark.parametrize("done", ["byte-order mark", "Windows line ends", "old Macintosh line ends"])
def test_harmless_changes_to_the_article_change_nothing(done: str, good_article: Path) -> None:
    """An article saved by another editor has the same front matter and paragraphs."""
    path = good_article / "article.md"
    path.write_bytes(HARMLESS[done](path))
    found, plain = load_coded(good_article), load_coded(GOOD_ARTICLE)
    assert (plain.text, plain.published, dict(plain.issues)) == (found.text, found.published, dict(found.issues))


def test_columns_may_stand_in_any_order(good_article: Path) -> None:
    """A teacher may move a column in the spreadsheet."""
    path = good_article / "events.csv"
    rows = [row[::-1] for row in csv.reader(io.StringIO(_text(path)))]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    assert load_coded(GOOD_ARTICLE).events == load_coded(good_article).events


def test_optional_columns_may_be_left_out(good_article: Path) -> None:
    """A small coding does not need every column."""
    path = good_article / "reactions.csv"
    path.write_text(
        "reaction_id,event_id,answers_id,tone,paragraph,words\nR01,E02,E01,negative,p3,condemned the pact\n"
    )
    (row,) = load_coded(good_article).reactions
    assert (False, "") == (row.contested, row.note)


def test_rows_are_numbered_as_a_spreadsheet_does(good_article: Path) -> None:
    """The header is row 1, and blank rows and cells with line breaks are counted as the spreadsheet counts them."""
    path = good_article / "reactions.csv"
    lines = _text(path).splitlines()
    path.write_text("\n".join([lines[0], ",,,", lines[1].replace(",no,,", ',no,"two\nlines",'), lines[2]]) + "\n")
    rows, faults = read_table(path, TABLES["reactions"])
    assert [] == faults
    assert [3, 4] == [row.number for row in rows]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xfe\x00", "not in the encoding UTF-8"),
        (b"one\ntwo \x93quoted\x94", "in line 2"),
        (b"a\x00b", "not a text file"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "not a text file"),
    ],
)
def test_what_is_no_text_is_said(raw: bytes, said: str, tmp_path: Path) -> None:
    """A file that cannot be read as text gives a fault with a remedy, and no text."""
    path = tmp_path / "events.csv"
    path.write_bytes(raw)
    text, (fault,) = read_text(path)
    assert "" == text
    assert said in fault.what
    assert fault.allowed


def test_a_file_that_another_program_holds_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel locks the file it has open; the message says to close it."""
    path = tmp_path / "events.csv"
    path.write_text("x", encoding="utf-8")

    def locked(_self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", locked)
    text, (fault,) = read_text(path)
    assert "" == text
    assert "the file cannot be read: Permission denied" == fault.what
    assert "close it in other programs" in fault.allowed


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A video that was renamed does not fill the memory."""
    path = tmp_path / "events.csv"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    assert "" == read_text(path)[0]
    assert "the most that is read is 20 MB" == read_text(path)[1][0].allowed


@pytest.mark.parametrize(
    "front",
    [
        "a: !!timestamp x",
        "a: !!bool x",
        "a: !!int ''",
        "a: " + "[" * 3000,
        "a: b: c",
        "? [a]\n: b",
        "- a",
        "only words",
        "*nothing",
        "a: " + "1" * 5000,
    ],
)
def test_front_matter_that_is_no_yaml_is_one_fault(front: str, good_article: Path) -> None:
    """Whatever stands between --- and ---, the fault names the article's file and there is no error."""
    path = good_article / "article.md"
    path.write_text(f"---\n{front}\n---\n\nA paragraph.\n", encoding="utf-8")
    _, faults = read_article(path, needs_front=True)
    assert ["article.md"] == [fault.file for fault in faults]


def test_front_matter_values_of_any_kind_are_read_as_text(good_article: Path) -> None:
    """A headline of figures and an issue named by a number do not stop the article."""
    path = good_article / "article.md"
    text = _text(path).replace('"Avaland calls the pact on the bay a fresh start"', "2024").replace("patrols:", "7:")
    path.write_text(text, encoding="utf-8")
    found, _ = check_article(good_article)
    assert "2024" == found.headline
    assert "Armed patrols in the bay" == found.issues["7"]


def test_lines_of_one_paragraph_are_joined(tmp_path: Path) -> None:
    """An author may break lines; an empty line starts a paragraph."""
    path = tmp_path / "story.txt"
    path.write_text("One\n  line.\n \n\t\nTwo.\n", encoding="utf-8")
    raw, faults = read_article(path, needs_front=False)
    assert [] == faults
    assert ["One line.", "Two."] == raw.paragraphs


@pytest.mark.parametrize("names", ["a{}", "column"])
def test_a_million_columns_are_one_fault(names: str, good_article: Path) -> None:
    """Whatever they are called; empty columns, which spreadsheets add, are no fault."""
    path = good_article / "actors.csv"
    columns = ",".join(names.format(number) for number in range(1_000_000))
    path.write_text(f"{columns}\n{'x,' * 1_000_000}\n", encoding="utf-8")
    (fault,) = read_table(path, TABLES["actors"])[1]
    assert "the header has 1,000,000 columns" in str(fault)
