"""A YAML file is a mapping, or a sentence says where it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError
from communique.base.errors import FaultsError
from communique.base.places import PACKAGE, lessons_folder
from communique.base.yaml_files import YamlEntry, name_of, parse_yaml, read_yaml

STRINGS = PACKAGE / "base" / "strings.yml"


def test_the_line_of_a_yaml_slip_is_named(tmp_path: Path) -> None:
    """An author finds the line in the editor."""
    path = tmp_path / "key.yml"
    path.write_text("a: 1\nb: 'open\n", encoding="utf-8")
    with pytest.raises(CommuniqueError, match=r"key.yml, line \d+: this is not valid YAML"):
        read_yaml(path)


def test_a_change_is_seen_and_nothing_is_read_twice(tmp_path: Path) -> None:
    """The same file gives the same mapping; a file that was saved anew gives what it holds now."""
    path = tmp_path / "course.yml"
    path.write_text("a: 1", encoding="utf-8")
    assert read_yaml(path) is read_yaml(path)
    path.write_text("a: 22", encoding="utf-8")
    assert {"a": 22} == read_yaml(path)


def test_a_list_is_no_mapping(tmp_path: Path) -> None:
    """The message says what the file should look like."""
    path = tmp_path / "course.yml"
    path.write_text("- a", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="there are no 'name: value' lines"):
        read_yaml(path)


@pytest.mark.parametrize("path", sorted([*lessons_folder().rglob("*.yml"), STRINGS]), ids=lambda path: name_of(path))
def test_every_file_of_the_course_is_proper_yaml(path: Path) -> None:
    """No tags, no name twice (YAML keeps the last of the two in silence), and far below the limits."""
    content, faults = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    assert [] == faults
    assert content


def test_a_day_stays_text() -> None:
    """An impossible day is no fault of YAML: whoever reads the field says so, with its entry."""
    assert {"a": "2024-02-30", "b": "2024-06-20"} == parse_yaml("a: 2024-02-30\nb: 2024-06-20\n", "x.yml")[0]


def test_aliases_are_read() -> None:
    """A list that several entries share is written once."""
    assert ({"a": ["x"], "b": {"c": ["x"]}}, []) == parse_yaml("a: &a [x]\nb: {c: *a}\n", "x.yml")


@pytest.mark.parametrize(
    ("ask", "value", "fault"),
    [
        (
            lambda entry: entry.text("none"),
            "",
            "x.yml, lesson a, field none: the field is missing; add a line 'none: ...'.",
        ),
        (lambda entry: entry.text("list"), "", "field list: ['a', 1] is not text; write text"),
        (lambda entry: entry.text("yes"), "yes", ""),
        (lambda entry: entry.text("none", needed=False), "", ""),
        (
            lambda entry: entry.choice("word", ["words"]),
            "",
            "'two words' is not known; nearest: 'words'; one of: words.",
        ),
        (lambda entry: entry.number("count"), 3, ""),
        (lambda entry: entry.number("yes"), 0, "field yes: True is not a whole number from 1; write it as: yes: 20."),
        (lambda entry: entry.flag("yes"), True, ""),
        (lambda entry: entry.flag("word"), False, "is neither true nor false; write it as: word: true."),
        (lambda entry: entry.texts("list"), ("a", "1"), ""),
        (lambda entry: entry.texts("word"), (), "is not a list; write it as: word: [one, two], or with - on lines of"),
        (lambda entry: entry.texts("word", or_one=True), ("two words",), ""),
        (lambda entry: entry.entry("word").text("x"), "", "x.yml, lesson a, word: 'two\\n  words' is not of the form"),
        (lambda entry: entry.entry("part").text("x"), "", "x.yml, lesson a, part, field x: the field is missing;"),
        (
            lambda entry: [one.id for one in entry.entries("parts", "part")],
            ["b", "b"],
            "part b, field id: the id 'b' is",
        ),
        (lambda entry: entry.entries("list", "part"), [], "lesson a, part 1: 'a' is not of the form 'name: value';"),
    ],
)
def test_an_entry_gives_what_is_asked_for_or_notes_a_fault(
    ask: Callable[[YamlEntry], Any], value: Any, fault: str
) -> None:
    """A value of the right kind in every case, so that all the faults of a file can be found in one reading."""
    entry = YamlEntry(
        {
            "word": "two\n  words",
            "count": 3,
            True: True,
            "list": ["a", 1],
            "none": " ",
            "part": {"y": 1},
            "parts": [{"id": "b"}, {"id": "b"}],
        },
        "x.yml",
        "lesson a",
    )
    assert value == ask(entry)
    assert bool(fault) == bool(entry.faults)
    assert fault in " ".join(map(str, entry.faults))


def test_all_faults_are_raised_at_the_end() -> None:
    """Nothing is raised before, and what has no faults comes back."""
    entry = YamlEntry({"a": 1}, "x.yml")
    assert 5 == entry.finish(5)
    entry.only("b")
    entry.text("b")
    with pytest.raises(FaultsError, match=r"x\.yml has 2 faults:\n  1\. x\.yml, field a: the field is not known"):
        entry.finish(5)


def test_thousands_of_faults_end_soon() -> None:
    """The first hundred are enough to begin with, and a list of what is allowed stops somewhere."""
    names = [f"name-{number}" for number in range(4_000)]
    entry = YamlEntry(dict.fromkeys(names, "nmae"), "x.yml")
    for name in names:
        entry.choice(name, names)
    assert 100 == len(entry.faults)
    assert entry.faults[0].allowed.endswith("name-39, ...")
