"""Before and after: a class whose gains are known has them in its report, with their spread and nobody's name."""

from __future__ import annotations

import re
import shutil
import statistics
from pathlib import Path

import pytest
from communique import ClassReport, load_class
from communique.base import places
from justhtml import JustHTML

from ..conftest import REPOSITORY
from ..gains import EXPECTED, NAMES, RIGHT, STUDENTS, WHOLE, Results, filled, make_class_with_gains, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("class-with-gains")


@pytest.fixture(scope="module")
def made(folder: Path) -> tuple[Results, Results]:
    return make_class_with_gains(folder)


@pytest.fixture(scope="module")
def report(folder: Path, made: tuple[Results, Results]) -> ClassReport:
    return load_class(folder)


def _section(page: str) -> JustHTML:
    (found,) = JustHTML(page, strict=True, sanitize=False).query("section#gains")
    return found


def test_the_known_gains_are_in_the_table(report: ClassReport, made: tuple[Results, Results]) -> None:
    """Shares, changes and spread of every skill and of the whole form are those that the class was made with."""
    rows = report.gains.set_index("skill")
    assert [*EXPECTED, ""] == list(rows.index)
    for skill, expected in {**EXPECTED, "": WHOLE}.items():
        row = rows.loc[skill]
        assert expected == pytest.approx(tuple(100 * row[name] for name in ("before", "after", "change")))
        changes = [
            statistics.mean(later[one] - earlier[one] for one in ([skill] if skill else RIGHT))
            for earlier, later in zip(*made, strict=True)
        ]
        assert statistics.stdev(changes) == pytest.approx(row["spread"])
        signs = [(change > 0) - (change < 0) for change in changes]
        assert [signs.count(1), signs.count(0), signs.count(-1)] == [row["better"], row["same"], row["worse"]]
        assert STUDENTS == row["students"]


def test_the_page_shows_them_within_rounding(report: ClassReport) -> None:
    """Each line has the percent before and after and the change in points, with a margin."""
    lines = [" ".join(row.to_text().split()) for row in _section(report.html()).query("tbody tr")]
    assert len(EXPECTED) + 1 == len(lines)
    for line, (before, after, change) in zip(lines, [*EXPECTED.values(), WHOLE], strict=True):
        said = re.search(r"(\d+)% (\d+)% ([+-]?\d+) \(± (\d+)\)", line)
        assert said, line
        figures = [int(one) for one in said.groups()]
        assert [before, after, change] == pytest.approx(figures[:3], abs=0.51)
        assert 0 < figures[3] <= 20


def test_no_name_is_in_it(report: ClassReport) -> None:
    """Neither a student's name nor a label; and what it cannot show is said."""
    words = _section(report.html()).to_text()
    assert [] == [name for name in NAMES if name in words]
    assert [] == [label for label in report.students["pseudonym"] if label in words]
    assert "no class without the course" in words
    assert "form A: 30" in words
    assert "form B: 30" in words


def test_who_is_left_out_is_counted(folder: Path, made: tuple[Results, Results], tmp_path: Path) -> None:
    """One form only, an unfinished one, and the two in the wrong order: none of them counts, and all are told."""
    right = dict.fromkeys(RIGHT, True)
    for number in range(6):
        lines = [*filled("before", "a", right, 3), *filled("after", "b", right, 24)]
        write(tmp_path / "class", f"whole {number}", lines)
    write(tmp_path / "class", "first only", filled("before", "a", right, 3))
    write(tmp_path / "class", "unfinished", [*filled("before", "a", right, 3), *filled("after", "b", right, 24)[:9]])
    write(tmp_path / "class", "reversed", [*filled("before", "b", right, 24), *filled("after", "a", right, 3)])
    report = load_class(tmp_path / "class")
    assert [6] == report.forms["students"].to_list()
    words = _section(report.html()).to_text()
    assert "2 with only one form or an unfinished one, 1 with the two in the wrong order" in words


@pytest.mark.parametrize("students", [0, 1, 4])
def test_of_fewer_than_five_nothing_is_said(students: int, tmp_path: Path) -> None:
    """A mean of few is nearly one student's result."""
    write(tmp_path / "class", "nobody", ["{}"])
    for number in range(students):
        right = dict.fromkeys(RIGHT, True)
        write(tmp_path / "class", f"P {number}", [*filled("before", "a", right, 3), *filled("after", "b", right, 24)])
    write(tmp_path / "class", "other", filled("before", "a", dict.fromkeys(RIGHT, False), 3))
    section = _section(load_class(tmp_path / "class").html())
    assert [] == section.query("table")
    assert ("Fewer than five" in section.to_text()) == bool(students)


def test_a_third_form_is_compared_with_the_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where course.yml asks for one later: what was lost since then, and that some will remember the first form."""
    shutil.copytree(REPOSITORY / "lessons", tmp_path / "lessons")
    monkeypatch.setattr(places, "INSTALLED", tmp_path)
    with (tmp_path / "lessons" / "course.yml").open("a", encoding="utf-8") as course:
        course.write('  - {name: later, title: "Later", minutes: 12}\n')
    for number in range(8):
        right = dict.fromkeys(RIGHT, True)
        lines = [*filled("after", "b", right, 20), *filled("later", "a", right | {"check": number % 2 == 0}, 28)]
        write(tmp_path / "class", f"P {number}", lines)
    report = load_class(tmp_path / "class")
    rows = report.gains.query("to == 'later'").set_index("skill")
    assert -0.5 == rows.loc["check", "change"]
    assert 0 == rows.loc["who-acts", "change"]
    words = _section(report.html()).to_text()
    assert "Some time later" in words
    assert "some will remember it" in words


def test_forms_are_in_no_other_count(report: ClassReport) -> None:
    """They are no lesson's questions: not done, not tried, in no gradebook, and none is unknown."""
    assert 0 == report.students["done"].sum()
    assert report.answers.empty
    assert not any("unknown" in trouble for trouble in report.skipped["trouble"])
