"""Who is who: names come from the names of files and folders, and labels take their place."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from communique import load_class
from communique.teacher.files.names import Who, pseudonyms, shown_names, who

from ..classes import GOOD, line, put

CHANCE = random.Random(4)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (("Kim Min_123_assignsubmission_file", "my-progress.jsonl"), "Kim Min"),
        (("Kim Min_123_assignsubmission_file_", "my-course", "my-progress.jsonl"), "Kim Min"),
        (("Kim Min_123_assignsubmission_file_my-progress.jsonl",), "Kim Min"),
        (("kimmin_3143_207797_my-progress.jsonl",), "kimmin"),
        (("kimmin_LATE_3143_207797_my-progress-1.jsonl",), "kimmin"),
        (("Anna", "my-progress.jsonl"), "Anna"),
        (("Anna", "my-course", "my-progress (2).jsonl"), "Anna"),
        (("Anna.zip", "my-progress.jsonl"), "Anna"),
        (("anna.jsonl",), "anna"),
        (("7b", "my-progress-anna.jsonl"), "anna"),
        (("my-progress.jsonl",), "my-progress"),
        (("Unit 1_bli_attempt_2024-06-21-10-11-12_my-handin.zip", "my-progress.jsonl"), "bli"),
        (("12345-67890 - Anna Kim - 20 June, 2024 1011 AM", "my-handin.zip", "my-progress.jsonl"), "Anna Kim"),
        (("Abgaben", "Kim_Anna_akim_331", "20240620101112_my-handin.zip", "my-progress.jsonl"), "Anna Kim"),
        (("Submitted files", "Bo Li", "Unit 1", "Version 2", "my-handin.zip", "my-progress.jsonl"), "Bo Li"),
        (("Eve", "Copy of my-progress.jsonl"), "Eve"),
        (("Eve", "my-progress.jsonl.txt"), "Eve"),
    ],
)
def test_whose_file_it_is(place: tuple[str, ...], name: str) -> None:
    """The name is in the file's or the folder's name, also as each learning platform writes it."""
    assert name == who(place).name


def test_two_of_one_name_stay_two(tmp_path: Path) -> None:
    """Anna of 7a and Anna of 7b are not added up; two files of one student are, and a copied line counts once."""
    put(tmp_path / "7a" / "anna.jsonl")
    put(tmp_path / "7b" / "anna.jsonl", line(CHANCE, "read/first-country", "hint", 2) + "\n")
    put(tmp_path / "Bo" / "my-progress.jsonl")
    put(tmp_path / "Bo" / "my-progress (1).jsonl", GOOD + line(CHANCE, "read/first-country", "hint", 2) + "\n")
    students = load_class(tmp_path).students
    assert ["anna (7a)", "anna (7b)", "Bo"] == list(students.index)
    assert (2, 1, 1) == tuple(students.loc["Bo", ["files", "tries", "hints"]])
    assert 3 == len(set(shown_names([Who("a", "1"), Who("a", "2"), Who("a (1)")]).values()))


def test_labels_hang_on_the_name_alone() -> None:
    """A newcomer changes no other's label; another word changes them; no two are equal in a large class."""
    names = [f"Pupil {number}" for number in range(30)]
    assert pseudonyms(names, "w") == {n: pseudonyms([*names, "New"], "w")[n] for n in names}
    assert pseudonyms(names, "w") != pseudonyms(names, "other")
    for many in (3_000, 12_000):
        assert many == len(set(pseudonyms([str(n) for n in range(many)]).values()))
