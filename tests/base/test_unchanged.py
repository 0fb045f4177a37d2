"""What was made of files is made again where one of them is changed, and only there."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import MappingProxyType

import pytest
from communique.base import places
from communique.base.errors import FaultsError
from communique.base.unchanged import kept_while_unchanged, state_of
from communique.base.yaml_files import read_yaml
from communique.coding.outside_facts import load_outside_facts
from communique.course.course import load_course
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions

from ..conftest import REPOSITORY


def test_it_is_made_again_where_a_file_changes_and_only_there(tmp_path: Path) -> None:
    """A file that is changed, that comes and that goes; for each argument by itself."""
    made: list[str] = []

    @kept_while_unchanged
    def words(name: str) -> str:
        made.append(name)
        path = tmp_path / name
        return path.read_text(encoding="utf-8") if state_of(path) else "none"

    def asked_twice(name: str) -> str:
        first = words(name)
        assert first is words(name)
        return first

    assert ["none", "none"] == [asked_twice("a"), asked_twice("b")]
    (tmp_path / "a").write_text("one", encoding="utf-8")
    assert ["one", "none"] == [asked_twice("a"), asked_twice("b")]
    (tmp_path / "a").write_text("three", encoding="utf-8")
    assert "three" == asked_twice("a")
    (tmp_path / "a").unlink()
    assert "none" == asked_twice("a")
    assert ["a", "b", "a", "a", "a"] == made


def test_what_is_made_of_something_kept_depends_on_its_files_too(tmp_path: Path) -> None:
    """The inner one is kept when the outer one is first made; a change of its file still reaches the outer one."""
    path = tmp_path / "a"
    path.write_text("one", encoding="utf-8")

    @kept_while_unchanged
    def inner() -> str:
        return path.read_text(encoding="utf-8") if state_of(path) else ""

    @kept_while_unchanged
    def outer() -> str:
        return f"{inner()}!"

    assert ("one", "one!", "one!") == (inner(), outer(), outer())
    path.write_text("three", encoding="utf-8")
    assert ("three!", "three") == (outer(), inner())


def test_an_error_is_not_kept(tmp_path: Path) -> None:
    """Nor does it leave anything behind for the next."""
    path, tries = tmp_path / "a.yml", []

    @kept_while_unchanged
    def read() -> object:
        tries.append(1)
        return read_yaml(path)

    path.write_text("a: [", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(FaultsError):
            read()
    path.write_text("a: 1", encoding="utf-8")
    assert {"a": 1} == read()
    assert {"a": 1} == read()
    assert 3 == len(tries)


def test_an_author_sees_every_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the course's list of lessons, of a question, of its key, and of a source that a question names."""
    shutil.copytree(REPOSITORY / "lessons", tmp_path / "lessons")
    monkeypatch.setattr(places, "INSTALLED", tmp_path)

    def change(name: str, old: str, new: str) -> None:
        path = tmp_path / "lessons" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    before = load_course(), load_questions("clause"), load_keys("clause")
    assert before == (load_course(), load_questions("clause"), load_keys("clause"))
    assert all(isinstance(one, MappingProxyType) for one in before[1:])
    title = load_course().lessons[0].title
    change("course.yml", title, "Another title")
    assert "Another title" == load_course().lessons[0].title
    prompt = next(iter(load_questions("clause").values())).prompt.split("\n")[0]
    change("clause/questions.yml", prompt[:20], "Other words of these")
    assert load_questions("clause") != before[1]
    fact = load_outside_facts(load_course().article)["un-charter-51"]
    assert f"(source: {fact.title}" in repr(load_questions("clause"))
    change(f"articles/{load_course().article}/sources.yml", fact.title, "Quite another title")
    assert "(source: Quite another title" in repr(load_questions("clause"))
