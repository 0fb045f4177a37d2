"""A class made up for tests whose gains are known: so many of sixty have each skill right before and after."""

from __future__ import annotations

import functools
import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from .conftest import REPOSITORY

STUDENTS = 60
#: Skill -> how many of the sixty are right before the course, and after it.
RIGHT = {
    "who-acts": (30, 48),
    "who-speaks": (24, 45),
    "happened": (18, 42),
    "certainty": (15, 30),
    "whose-word": (12, 27),
    "position": (36, 39),
    "basis": (21, 33),
    "reaction": (27, 27),
    "headline": (33, 30),
    "check": (9, 36),
}
#: What the report has to say: percent before, percent after, and the change in points.
EXPECTED = {
    "who-acts": (50, 80, 30),
    "who-speaks": (40, 75, 35),
    "happened": (30, 70, 40),
    "certainty": (25, 50, 25),
    "whose-word": (20, 45, 25),
    "position": (60, 65, 5),
    "basis": (35, 55, 20),
    "reaction": (45, 45, 0),
    "headline": (55, 50, -5),
    "check": (15, 60, 45),
}
#: Of all ten skills together.
WHOLE = (37.5, 59.5, 22.0)
NAMES = [f"Zebedee Quillfeather {number}" for number in range(STUDENTS)]
Results = list[dict[str, bool]]


def make_class_with_gains(folder: Path, seed: int = 11) -> tuple[Results, Results]:
    """Write sixty journals; gives for each student what was right before and after.

    Every second student begins with form b.
    """
    chance = random.Random(seed)
    before, after = ([dict.fromkeys(RIGHT, False) for _ in range(STUDENTS)] for _ in range(2))
    for skill, counts in RIGHT.items():
        for results, count in zip((before, after), counts, strict=True):
            for number in chance.sample(range(STUDENTS), count):
                results[number][skill] = True
    for number, name in enumerate(NAMES):
        forms = "ab" if number % 2 else "ba"
        lines = [*filled("before", forms[0], before[number], 3), *filled("after", forms[1], after[number], 24)]
        write(folder, name, lines)
    return before, after


def write(folder: Path, name: str, lines: list[str]) -> None:
    path = folder / name / "my-progress.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@functools.cache
def _read(name: str) -> Any:
    return yaml.safe_load((REPOSITORY / "lessons" / "forms" / name).read_text(encoding="utf-8"))


def filled(occasion: str, form: str, right: Mapping[str, bool], day: int) -> list[str]:
    """A form as its lines in a journal; of the wrong options the last is chosen."""
    keys, lines = _read("key.yml"), []
    for question in _read("questions.yml")["questions"]:
        if question["form"] != form or question["skill"] not in right:
            continue
        (key,) = keys[question["id"]]["right"]
        wrong = [option["id"] for option in question["options"] if option["id"] != key]
        record = {
            "v": 1,
            "at": f"2025-03-{day:02d}T10:{len(lines):02d}:00+00:00",
            "question": f"{occasion}/{question['id']}",
            "did": "answer",
            "answer": key if right[question["skill"]] else wrong[-1],
            "outcome": "answered",
        }
        lines.append(json.dumps(record))
    return lines
