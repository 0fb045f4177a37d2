"""A class list is read as platforms and spreadsheets save it, and nobody is left out without a word."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from communique import CommuniqueError, cli, load_class
from communique.teacher.report.gradebook import gradebook, unmatched
from communique.teacher.report.roster import read_roster

from ..classes import put

PLAIN = "First name,Last name,ID number,Email address\nJörg,Müller,0013,joerg@example.org\nMin,Kim,7,min@example.org\n"
HEADER = PLAIN.split("\n")[0]
FORMS = {
    "commas": PLAIN.encode(),
    "semicolons": PLAIN.replace(",", ";").encode(),
    "tabs in UTF-16": PLAIN.replace(",", "\t").encode("utf-16"),
    "Windows-1252": PLAIN.encode("windows-1252"),
    "old Mac line ends": PLAIN.replace("\n", "\r").encode(),
    "a mark at the start": PLAIN.encode("utf-8-sig"),
    "what Excel puts first": ("sep=;\n" + PLAIN.replace(",", ";")).encode(),
    "an empty line first": b"\n" + PLAIN.encode(),
    "spaces around cells": PLAIN.replace(",", " , ").encode(),
    "German": PLAIN.replace(HEADER, "Vorname,Nachname,ID-Nummer,E-Mail-Adresse").encode(),
    "French": PLAIN.replace(HEADER, "Prénom,Nom de famille,Numéro,Adresse de courriel").encode(),
    "a language that is not known": PLAIN.replace(HEADER, "Eesnimi,Perenimi,Nr,Aadress").encode(),
    "one column for the name": "Identifier,Full name,Email address\nP 1,Jörg Müller,joerg@example.org\n".encode(),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path / "class" / "Jörg Müller_10002_assignsubmission_file" / "my-progress.jsonl")
    return tmp_path / "class"


@pytest.mark.parametrize("form", FORMS)
def test_a_roster_is_read_in_every_form(form: str, folder: Path, tmp_path: Path) -> None:
    """The student's address is in the gradebook, whatever program saved the list."""
    roster = read_roster(put(tmp_path / "roster.csv", FORMS[form]))
    rows = list(csv.reader(io.StringIO(gradebook(load_class(folder), "moodle", roster))))
    assert ["Jörg", "Müller", "joerg@example.org"] == [rows[1][n] for n in (0, 1, 3)]


def test_a_list_without_names_says_what_it_has(tmp_path: Path) -> None:
    """The columns that are there, and those that are needed."""
    with pytest.raises(CommuniqueError, match=r"Its columns are: Seat, Mark\..*First name and Last name"):
        read_roster(put(tmp_path / "roster.csv", "Seat,Mark\n1,2\n"))


def test_nobody_is_left_out_without_a_word(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who is not in the list, and who is in it and handed in nothing, are both named."""
    put(folder / "Eve Park" / "my-progress.jsonl")
    list_file = put(tmp_path / "roster.csv", PLAIN)
    assert (["Eve Park"], ["Min Kim"], {}) == unmatched(load_class(folder), read_roster(list_file))
    assert 0 == cli.main(["report", str(folder), "--gradebook", "moodle", "--roster", str(list_file)])
    said = capsys.readouterr().out
    assert "  not matched   1 student of 2, not in roster.csv: Eve Park" in said
    assert "  no file       1 student in roster.csv: Min Kim" in said


def test_students_who_share_a_name_are_all_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two Anna Kims who handed in nothing are two; a file of that name may be either's, with neither's address."""
    annas = [f"Anna,Kim,{number},anna{number}@example.org\n" for number in (1, 2)]
    list_file = put(tmp_path / "roster.csv", PLAIN + "".join(annas) + annas[1])
    both = [f"Anna Kim (anna{number}@example.org)" for number in (1, 2)]
    roster = read_roster(list_file)
    assert ([], [*both, "Min Kim"], {}) == unmatched(load_class(folder), roster)
    put(folder / "Anna Kim" / "my-progress.jsonl")
    report = load_class(folder)
    assert ([], ["Min Kim"], {"Anna Kim": both}) == unmatched(report, roster)
    assert "Anna,Kim,,," in gradebook(report, "moodle", roster)
    assert 0 == cli.main(["report", str(folder), "--roster", str(list_file)])
    assert f"  which one     Anna Kim may be any of 2 in roster.csv: {', '.join(both)}" in capsys.readouterr().out


def test_the_report_names_who_handed_in_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a class list and without a gradebook; without a list the page says how to see it, and labels need none."""
    list_file = put(tmp_path / "roster.csv", PLAIN)
    page = folder / "class-report.html"
    assert 0 == cli.main(["report", str(folder), "--roster", str(list_file)])
    assert '<h3>Handed in nothing (1)</h3>\n<ul class="names"><li>Min Kim</li></ul>' in page.read_text(encoding="utf-8")
    assert 0 == cli.main(["report", str(folder)])
    assert "Give a class list with --roster" in page.read_text(encoding="utf-8")
    assert 1 == cli.main(["report", str(folder), "--pseudonyms", "--roster", str(list_file)])
    assert "needs names" in capsys.readouterr().err


def test_a_lesson_that_nobody_began_is_blank(folder: Path) -> None:
    """Blank is not zero: a zero would count against a student."""
    head, row = csv.reader(io.StringIO(gradebook(load_class(folder), "moodle")))
    begun = next(n for n, title in enumerate(head) if title.startswith("Communique 3 "))
    assert "1" == row[begun]
    assert {""} == {cell for n, cell in enumerate(row) if n > 3 and n != begun}
