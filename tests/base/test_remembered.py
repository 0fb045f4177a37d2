"""What is remembered from one start to the next, and when it is not."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType

import pytest
from communique.base import remembered
from communique.base.places import PACKAGE, articles_folder, lessons_folder
from communique.base.yaml_files import parse_yaml, read_yaml
from communique.coding import checking
from communique.coding.loading import load_coded
from communique.course import course


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as the course's own; what is remembered stays in a folder of the test."""
    monkeypatch.setattr(remembered, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(remembered, "_lessons", lambda: tmp_path / "lessons")
    path = tmp_path / "lessons" / "words.txt"
    path.parent.mkdir()
    path.write_text("first", encoding="utf-8")
    return path


class Work:
    """Reads a file, and counts how often it was asked to."""

    def __init__(self, path: Path) -> None:
        self.path, self.times = path, 0

    def __call__(self) -> dict[str, object]:
        self.times += 1
        words = self.path.read_text(encoding="utf-8")
        return {"words": words, "day": dt.date(2024, 6, 20), "row": MappingProxyType({"ids": ("A01",)})}


def ask(work: Work) -> dict[str, object]:
    return remembered.remembered("words", [work.path], work)


def test_the_second_time_nothing_is_worked_out(ours: Path) -> None:
    """What comes back is what was made: dates, tuples and frozen rows too."""
    work = Work(ours)
    first = ask(work)
    assert (first, 1) == (ask(work), work.times)
    assert isinstance(ask(work)["row"], MappingProxyType)


def test_a_changed_file_is_read_anew(ours: Path) -> None:
    """An author who saves a lesson sees it, also where the clock of the file stands still."""
    work, before = Work(ours), ours.stat()
    ask(work)
    ours.write_text("later", encoding="utf-8")  # as long as before
    os.utime(ours, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert ("later", 2) == (ask(work)["words"], work.times)


ASK = """
from communique.base import remembered
remembered.remembered("words", [remembered.PACKAGE / "base" / "strings.yml"], lambda: print("worked out"))
"""


def test_changed_code_works_anew(tmp_path: Path) -> None:
    """A module that is edited, added or taken away, in whatever room, is noticed; the page's files are not code."""
    helpers = tmp_path / "course" / "helpers"
    package = helpers / "communique"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "course" / "lessons").mkdir()
    shutil.copy(lessons_folder() / "course.yml", tmp_path / "course" / "lessons")

    def said() -> str:
        command, env = [sys.executable, "-c", ASK], os.environ | {"PYTHONPATH": str(helpers)}
        return subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    assert ["worked out\n", ""] == [said(), said()]
    for room in ("base", "drafting/events"):
        with next((package / room).glob("*.py")).open("a", encoding="utf-8") as module:
            module.write("# another version\n")
        assert ["worked out\n", ""] == [said(), said()]
    added = package / "questions" / "kinds" / "added.py"
    added.write_text("", encoding="utf-8")
    assert "worked out\n" == said()
    added.unlink()
    assert "worked out\n" == said()
    (package / "widgets" / "static" / "added.css").write_text("", encoding="utf-8")
    assert "" == said()


@pytest.mark.parametrize("damage", [b"", b"torn", b"\x80\x05."])
def test_a_damaged_memory_is_no_matter(ours: Path, damage: bytes) -> None:
    """Half a file, or none, costs a little time and nothing else."""
    work = Work(ours)
    ask(work)
    (kept,) = remembered.FOLDER.iterdir()
    kept.write_bytes(damage)
    assert ("first", 2) == (ask(work)["words"], work.times)


def test_where_nothing_can_be_written_it_works(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that may only be read is slower by a moment, and right."""
    blocked = ours.parent / "a-file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(remembered, "FOLDER", blocked / "kept")
    work = Work(ours)
    assert ("first", "first", 2) == (ask(work)["words"], ask(work)["words"], work.times)


def test_nothing_from_elsewhere_is_remembered(ours: Path, good_article: Path) -> None:
    """A teacher's own article, and every file outside the course, is read each time and leaves no trace."""
    load_coded(good_article)
    work = Work(good_article / "article.md")
    remembered.remembered("words", [work.path], work)
    assert not remembered.FOLDER.exists()


def test_a_missing_file_is_told_by_whoever_reads_it(ours: Path) -> None:
    """The error is the reader's own."""
    ours.unlink()
    with pytest.raises(FileNotFoundError, match=r"words\.txt"):
        ask(Work(ours))


def test_the_article_and_the_lessons_are_the_same_from_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every lesson's files and the article come out of memory as they went in."""
    monkeypatch.setattr(remembered, "FOLDER", tmp_path / "kept")
    files = [lessons_folder() / info.name / "questions.yml" for info in course.load_course().lessons]
    article = articles_folder() / course.load_course().article
    for _ in range(2):
        assert checking.check_article(article)[0] == load_coded(article)
        for path in files:
            read_yaml.__globals__["_read"].cache_clear()
            assert (read_yaml(path), []) == parse_yaml(path.read_text(encoding="utf-8"), path.name)
    kept = {path.name.split(".")[0] for path in remembered.FOLDER.glob("*.remembered")}
    assert set() == {f"article-{article.name}", *(f"{path.parent.name}-questions" for path in files)} - kept
