"""Keys are read from key.yml, each in the shape of its kind of question."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique.coding.pointers import Pointer
from communique.course.course import load_course
from communique.questions import keys
from communique.questions.keys import Key, load_keys
from communique.questions.kinds import kind_of
from communique.questions.reading import load_questions

KEYS = """one: {right: [a]}
order: {order: [a, b], accept: [[b, a]]}
found:
  spans: [{paragraph: p1, words: "A"}]
  accept_extra: [{paragraph: p2, words: "B", occurrence: 2}]
match: {pairs: {a: x, b: [x, y]}}
place: {places: {a: 1}}
open:
  model: >-
    One good
    answer.
"""


def test_each_kind_of_key_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Options, orders with those that are accepted too, words, and a model answer on one line."""
    monkeypatch.setattr(keys, "lessons_folder", lambda: tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "key.yml").write_text(KEYS, encoding="utf-8")
    assert {
        "one": Key(right=("a",)),
        "order": Key(orders=(("a", "b"), ("b", "a"))),
        "found": Key(spans=(Pointer("p1", "A"),), accept_extra=(Pointer("p2", "B", 2),)),
        "match": Key(pairs={"a": ("x",), "b": ("x", "y")}),
        "place": Key(pairs={"a": ("1",)}),
        "open": Key(model="One good answer."),
    } == load_keys("mine")


def test_a_lesson_without_keys_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing key.yml is told when a question is marked, not before."""
    monkeypatch.setattr(keys, "lessons_folder", lambda: tmp_path)
    assert {} == load_keys("nothing")


@pytest.mark.parametrize("lesson", [info.name for info in load_course().lessons])
def test_every_question_has_a_key_and_every_key_a_question(lesson: str) -> None:
    """No question goes unmarked, and no key is left over from a question that is gone."""
    asked = [*load_questions(lesson).values(), *load_questions(lesson, "any").values()]
    keyed = dict.fromkeys(question.id for question in asked if kind_of(question).key_field)
    assert list(keyed) == list(load_keys(lesson))
