"""The class report as a page: whole in itself, without a script, and nobody's words but as words."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from communique import cli, load_class
from communique.teacher.report.page import page_of
from justhtml import JustHTML

from ..classes import GOOD, line, make_class, put

NASTY = '<script>alert(1)<!-- "><img src=x onerror=alert(2)> {{ 7*7 }} '


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small class, one of whom has a name and a file that would like to be more."""
    place = tmp_path / "class"
    make_class(place, 6)
    chance = random.Random(2)
    lines = [
        line(chance, NASTY, "answer", 1, answer=NASTY, outcome="right"),
        line(chance, "events/done-and-said", "answer", 2, answer=NASTY.replace("alert", "confirm")),
        line(chance, "events/threat-or-deed", "answer", 3, answer=NASTY),
        line(chance, "events/when-help-begins", "answer", 4, answer=["p2.s2", NASTY]),
    ]
    (place / NASTY.replace("/", "")).mkdir()
    (place / NASTY.replace("/", "") / "my-progress.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (place / "Secret Name.jsonl").write_text("broken", encoding="utf-8")
    return place


def _elements(page: str) -> list:
    return JustHTML(page, sanitize=False).query("*")


def test_the_page_is_whole_html_without_scripts_or_other_files(folder: Path) -> None:
    """No script, no handler, no picture, no frame, no link out; the policy in its head forbids all of them."""
    page = load_class(folder).html()
    found = _elements(page)
    assert not JustHTML(page, sanitize=False, collect_errors=True).errors
    assert set() == {e.name for e in found} & {"script", "img", "iframe", "object", "embed", "link", "form", "base"}
    attributes = [(name.lower(), value or "") for e in found for name, value in (e.attrs or {}).items()]
    assert [] == [name for name, _ in attributes if name.startswith("on")]
    assert [] == [value for name, value in attributes if name in ("href", "src") and not value.startswith("#")]
    assert "default-src 'none'" in page


def test_a_students_words_are_words(folder: Path) -> None:
    """What a file or its name holds is shown letter by letter, and no template runs it."""
    page = load_class(folder).html()
    assert "&lt;script&gt;alert(1)" in page and "&lt;script&gt;confirm(1)" in page
    assert "<script" not in page and "<img" not in page
    assert "{{ 7*7 }}" in page


def test_with_labels_no_name_is_in_the_page(folder: Path) -> None:
    """Not of a student, a file, a folder or a forged question; the labels are there, in the order of the labels."""
    report = load_class(folder, pseudonymous=True)
    page = report.html()
    labels = list(report.students.index)
    assert sorted(labels) == labels
    assert [] == [label for label in labels if label not in page]
    assert [] == [n for n in ("Pupil", "Secret Name", "alert", "my-progress", "broken.jsonl", str(folder)) if n in page]
    everything = " ".join(getattr(report, t).to_string() for t in ("students", "lessons", "splits", "skipped"))
    assert [] == [n for n in ("Pupil", "Secret Name", "alert") if n in everything]


def test_written_answers_stand_in_the_order_of_the_labels(folder: Path) -> None:
    """In the order of the names a label would tell whose it is; both are there, one of them hidden at a time."""
    tree = JustHTML(load_class(folder).html(), sanitize=False)
    lists = tree.query("#written details details ul")
    assert len(lists) > 10
    for one in lists:
        labels = [label.to_text() for label in one.query("span.labelled")]
        assert sorted(labels) == labels
        assert len(labels) == len(one.query("span.named")) == len(one.query("li"))


@pytest.mark.parametrize("pseudonymous", [False, True])
def test_an_empty_folder_has_a_page(pseudonymous: bool, tmp_path: Path) -> None:
    """It says that no file was found, and what to do."""
    page = page_of("The course", pseudonymous, vars(load_class(tmp_path)), dt.date(2025, 3, 1))
    assert "Made on 2025-03-01. No student&#39;s file was found." in page
    assert "my-progress.jsonl" in page


def test_the_command_writes_a_page_and_leaves_other_files_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report is written over itself, never over another file; what could not be read is named."""
    before = {path: path.read_bytes() for path in folder.rglob("*.jsonl")}
    assert 0 == cli.main(["report", str(folder)])
    assert 0 == cli.main(["report", str(folder)])
    told = capsys.readouterr()
    assert f"7 students. The report is in {folder / 'class-report.html'}" == told.out.splitlines()[0]
    assert "  not read      Secret Name.jsonl: " in told.out
    assert "" == told.err
    assert ["class-report.html"] == [path.name for path in folder.glob("*.html")]
    mine = folder / "mine.html"
    mine.write_text("mine", encoding="utf-8")
    assert 0 == cli.main(["report", str(folder), "--output", str(mine), "--pseudonyms"])
    assert "mine" == mine.read_text(encoding="utf-8")
    assert (folder / "mine-2.html").is_file()
    assert before == {path: path.read_bytes() for path in folder.rglob("*.jsonl")}


def test_progress_is_told_where_somebody_sits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File after file, to the last."""
    told: list[tuple[int, int]] = []
    load_class(folder, progress=lambda read, count: told.append((read, count)))
    assert [(number, 8) for number in range(1, 9)] == told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such-folder"], "There is no folder no-such-folder."),
        ([".", "--gradebook", "moodle", "--pseudonyms"], "A gradebook needs names."),
        (["no-such-folder", "--notebook"], "There is no folder no-such-folder."),
        ([".", "--roster", "none.csv"], "none.csv cannot be read"),
    ],
)
def test_what_goes_wrong_is_a_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 1, and the message names the next step."""
    assert 1 == cli.main(["report", *arguments])
    assert said in capsys.readouterr().err


def test_the_tables_cannot_be_swapped(folder: Path) -> None:
    """A report is frozen."""
    report = load_class(folder)
    with pytest.raises(AttributeError):
        report.students = None  # type: ignore[misc]
    assert "7 students" in repr(report)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes no time zone from the environment")
@pytest.mark.parametrize(("zone", "day"), [("Asia/Seoul", "2025-03-03"), ("America/Los_Angeles", "2025-03-02")])
def test_days_are_those_of_the_teachers_calendar(zone: str, day: str, tmp_path: Path) -> None:
    """Half past eight in the morning in Seoul is not the day before, whatever the journal's UTC says."""
    put(tmp_path / "Min-ji" / "my-progress.jsonl", GOOD.replace("2025-03-01T00:01:00", "2025-03-02T23:30:00"))
    command = [sys.executable, "-m", "communique", "report", str(tmp_path)]
    subprocess.run(command, env=os.environ | {"TZ": zone}, check=True, capture_output=True)
    assert f"<td>{day}</td>" in (tmp_path / "class-report.html").read_text(encoding="utf-8")


def _section(page: str, name: str) -> str:
    return page[page.index(f'<section id="{name}"') :].split("</section>")[0]


@pytest.mark.parametrize("students", [4, 5])
def test_of_fewer_than_five_answers_nothing_is_made(students: int, tmp_path: Path) -> None:
    """No question is hard and no class is split by the answers of four; such questions are listed as tried by few."""
    question, chance = "events/threat-or-deed", random.Random(1)
    prompt = load_class(tmp_path).questions.loc[question, "prompt"]
    for number in range(students):
        answer = line(chance, question, "answer", 1, answer="would-consider")
        put(tmp_path / f"pupil-{number}" / "my-progress.jsonl", answer + "\n")
    hardest, _, few = _section(load_class(tmp_path).html(), "questions").partition("Tried by few")
    assert (students == 5, students == 4) == (prompt in hardest, prompt in few.split("<details>")[0])


def test_what_nobody_tried_is_named_by_its_prompt(tmp_path: Path) -> None:
    """Not by the id that authors give it."""
    put(tmp_path / "pupil" / "my-progress.jsonl", GOOD)
    report = load_class(tmp_path)
    shown = _section(report.html(), "questions").split("Nobody has tried these yet")[1]
    untried = report.questions[report.questions["tried"].eq(0)]
    assert len(untried) == shown.count("<li>") > 10
    assert [] == [name for name in untried.index if name in shown]
