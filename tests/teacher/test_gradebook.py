"""Files for Moodle and Canvas: their columns, the right numbers, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pytest
from communique import CommuniqueError, cli, load_class
from communique.course.course import load_course
from communique.questions.how_far import counted
from communique.questions.reading import load_questions
from communique.teacher.report.gradebook import CANVAS, MOODLE, defused, gradebook
from communique.teacher.report.roster import read_roster

from ..classes import GOOD, line, put

COUNTS = [len(counted(load_questions(info.name).values())) for info in load_course().lessons]
EVENTS = next(info.number for info in load_course().lessons if info.name == "events")


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Students from Moodle, from Canvas, and with a formula for a name."""
    place = tmp_path / "class"
    put(place / "Min Kim_7_assignsubmission_file" / "my-progress.jsonl")
    put(place / "leeana_3143_207797_my-progress.jsonl")
    put(place / "=HYPERLINK(1)" / "my-progress.jsonl")
    return place


def test_canvas_gets_its_columns(folder: Path) -> None:
    """Student, ID, SIS User ID, SIS Login ID, Section; then points possible; ids from the names of downloads."""
    head, possible, *rows = _rows(gradebook(load_class(folder), "canvas"))
    assert [*CANVAS, *(f"Communique {i.number} {i.title}" for i in load_course().lessons)] == head
    assert ["Points Possible", *map(str, COUNTS)] == [possible[0].strip(), *possible[5:]]
    assert {"leeana": "3143", "Min Kim": "", "'=HYPERLINK(1)": ""} == {row[0]: row[1] for row in rows}
    assert {"1"} == {row[4 + EVENTS] for row in rows}


def test_moodle_gets_its_columns(folder: Path) -> None:
    """First name, last name, ID number, email address, and one column a lesson."""
    head, *rows = _rows(gradebook(load_class(folder), "moodle"))
    assert list(MOODLE) == head[:4]
    assert ["Min", "Kim", "", ""] in [row[:4] for row in rows]
    assert {"1"} == {row[3 + EVENTS] for row in rows}


def test_a_roster_brings_addresses_and_ids(folder: Path, tmp_path: Path) -> None:
    """An export of the same gradebook is matched by name or id; of two with one name nobody is guessed."""
    moodle = put(
        tmp_path / "moodle.csv",
        "First name,Surname,ID number,Email address\nMin,Kim,77,min@example.org\nAna,Lee,78,=x\nA,B,1,a\nA,B,2,b\n",
    )
    rows = _rows(gradebook(load_class(folder), "moodle", read_roster(moodle)))
    assert ["Min", "Kim", "77", "min@example.org"] in [row[:4] for row in rows]
    assert ["Ana", "Lee", "78", "'=x"] in [row[:4] for row in rows]
    assert ["1", "2"] == [cells["ID number"] for cells in read_roster(moodle).meant("A B")]
    canvas = put(
        tmp_path / "canvas.csv",
        '\ufeffStudent,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Lee, Ana Maria",3143,s1,ana,7b\n',
    )
    rows = _rows(gradebook(load_class(folder), "canvas", read_roster(canvas)))
    assert ["Lee, Ana Maria", "3143", "s1", "ana", "7b"] in [row[:5] for row in rows]


def test_what_was_only_explained_brings_no_point(tmp_path: Path) -> None:
    """An explanation that was asked for counts as done in the lesson, and not in the gradebook; begun is not blank."""
    asked = [question.name for question in counted(load_questions("events").values())][1:3]
    chance = random.Random(2)
    explained = [line(chance, name, "reveal", minute) + "\n" for minute, name in enumerate(asked, 2)]
    put(tmp_path / "Ana Lee" / "my-progress.jsonl", "".join([GOOD, *explained]))
    put(tmp_path / "Min Kim" / "my-progress.jsonl", explained[0])
    report = load_class(tmp_path)
    events = report.lessons[report.lessons["lesson"] == "events"].set_index("student")
    for kind, columns in (("canvas", CANVAS), ("moodle", MOODLE)):
        points = {row[0]: row[len(columns) - 1 + EVENTS] for row in _rows(gradebook(report, kind))}
        names = {"canvas": ("Ana Lee", "Min Kim"), "moodle": ("Ana", "Min")}[kind]
        assert ["1", "0"] == [points[name] for name in names]
    assert {"Ana Lee": 2, "Min Kim": 1} == dict(events["explained"])


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " ="])
def test_no_cell_is_a_formula(sign: str) -> None:
    """An apostrophe makes it text; numbers and names stay as they are."""
    assert f"'{sign}cmd|'/c calc'!A1" == defused(f"{sign}cmd|'/c calc'!A1")
    assert ("Kim", 3, "") == (defused("Kim"), defused(3), defused(""))


def test_the_command_writes_them_beside_the_page(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file for each platform that was named."""
    assert 0 == cli.main(["report", str(folder), "--gradebook", "moodle", "canvas"])
    assert 2 == capsys.readouterr().out.count("  gradebook     ")
    assert ["class-canvas.csv", "class-moodle.csv"] == sorted(path.name for path in folder.glob("*.csv"))
    assert GOOD == (folder / "=HYPERLINK(1)" / "my-progress.jsonl").read_text(encoding="utf-8")


def test_only_the_lessons_that_are_wanted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With their numbers in the course, and their own points; a name that is no lesson is told."""
    wanted = [load_course().lesson("events"), load_course().lesson("table")]
    names = [info.name for info in wanted]
    assert 0 == cli.main(["report", str(folder), "--gradebook", "canvas", "--lessons", *names])
    head, possible, *rows = _rows((folder / "class-canvas.csv").read_text(encoding="utf-8"))
    assert [f"Communique {i.number} {i.title}" for i in wanted] == head[5:]
    assert [str(COUNTS[i.number - 1]) for i in wanted] == possible[5:]
    assert {("1", "")} == {tuple(row[5:]) for row in rows}
    assert 1 == cli.main(["report", str(folder), "--gradebook", "moodle", "--lessons", "evnts"])
    assert "There is no lesson 'evnts'" in capsys.readouterr().err


def test_what_cannot_be_is_told(folder: Path, tmp_path: Path) -> None:
    """No gradebook of labels, none for an unknown platform, and no roster without names."""
    with pytest.raises(CommuniqueError, match="Choose moodle or canvas"):
        gradebook(load_class(folder), "other")
    with pytest.raises(CommuniqueError, match="needs names"):
        gradebook(load_class(folder, pseudonymous=True), "moodle")
    for content in ("a,b\n1,2\n", b"\xff\xfe\0", ""):
        with pytest.raises(CommuniqueError):
            read_roster(put(tmp_path / "roster.csv", content))
