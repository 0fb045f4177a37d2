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


@pytest.mark.parametrize("room", ["base", "drafting/events", "widgets/tools"])
def test_changed_code_works_anew(room: str, tmp_path: Path) -> None:
    """A new version of any module, in whatever room, does not trust what an older one made."""
    helpers = tmp_path / "course" / "helpers"
    shutil.copytree(PACKAGE, helpers / "communique", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "course" / "lessons").mkdir()
    shutil.copy(lessons_folder() / "course.yml", tmp_path / "course" / "lessons")

    def said() -> str:
        command, env = [sys.executable, "-c", ASK], os.environ | {"PYTHONPATH": str(helpers)}
        return subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    assert ["worked out\n", ""] == [said(), said()]
    with sorted((helpers / "communique" / room).glob("*.py"))[-1].open("a", encoding="utf-8") as module:
        module.write("# another version\n")
    assert ["worked out\n", ""] == [said(), said()]


@pytest.mark.parametrize("room", ["base", "drafting/grammar", "questions/kinds"])
def test_a_change_of_code_in_any_room_is_seen(room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The version of the code depends on every module of the package, however deep it is."""
    module = tmp_path / room / "module.py"
    module.parent.mkdir(parents=True)
    module.write_text("one = 1\n", encoding="utf-8")
    monkeypatch.setattr(remembered, "PACKAGE", tmp_path)
    before = remembered._code.__wrapped__()
    module.write_text("one = 1 + 0\n", encoding="utf-8")
    assert before != remembered._code.__wrapped__()


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


def test_a_change_in_any_room_is_a_change_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is edited, added or taken away, however deep it lies, is noticed; the page's files are not code."""
    deep = tmp_path / "room" / "inner" / "module.py"
    deep.parent.mkdir(parents=True)
    deep.write_text("ONE = 1\n", encoding="utf-8")
    monkeypatch.setattr(remembered, "PACKAGE", tmp_path)

    def key() -> bytes:
        remembered._code.cache_clear()
        return remembered._code()

    try:
        keys = [key()]
        deep.write_text("ONE = 12\n", encoding="utf-8")
        keys.append(key())
        deep.with_name("other.py").write_text("", encoding="utf-8")
        keys.append(key())
        deep.unlink()
        keys.append(key())
        assert 4 == len(set(keys))
        (tmp_path / "room" / "page.css").write_text("", encoding="utf-8")
        assert keys[-1] == key()
    finally:
        remembered._code.cache_clear()
