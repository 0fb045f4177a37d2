"""A lesson's questions are read as their author wrote them, and a slip is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.coding.pointers import Pointer, pointers, pointers_in
from communique.questions import reading
from communique.questions.question import Option
from communique.questions.reading import load_questions

QUESTION = """questions:
  - id: who
    kind: choose-one
    prompt: Who
      signed?
    options:
      - {id: a, text: A, feedback: Yes.}
      - {id: b, text: B, feedback: Look again.}
    hints: [First., Second.]
    explanation: A signed.
    evidence:
      - {paragraph: p1, words: "A"}
"""


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The questions of a lesson called "mine", for a test to change."""
    monkeypatch.setattr(reading, "lessons_folder", lambda: tmp_path)
    (tmp_path / "mine").mkdir()
    path = tmp_path / "mine" / "questions.yml"
    path.write_text(QUESTION, encoding="utf-8")
    return path


def test_a_question_is_read_as_it_was_written(lesson: Path) -> None:
    """All that the author wrote is there, and line breaks in it are spaces."""
    (question,) = load_questions("mine").values()
    assert ("mine/who", "choose-one", "Who signed?") == (question.name, question.kind, question.prompt)
    assert (Option("a", "A", "Yes."), Option("b", "B", "Look again.")) == question.options
    assert (("First.", "Second."), "A signed.") == (question.hints, question.explanation)
    assert (Pointer("p1", "A"),) == question.evidence


def test_an_option_is_found_by_its_id(lesson: Path) -> None:
    """An option that a newer lesson no longer has is none."""
    question = load_questions("mine")["who"]
    assert "B" == question.option("b").text
    assert None is question.option("z")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    kind: choose-one\n", "", "question who: 'kind' is missing"),
        ("    hints: [First., Second.]\n", "", "question who: 'hints' is missing"),
        ("- id: who\n    kind", "- kind", "question (no id): 'id' is missing"),
        ("choose-one", "choose-none", "kind 'choose-none' is not known"),
        ("choose-one", "match-pairs", "fewer than two choices"),
        ("choose-one", "place-on-scale", "fewer than two steps"),
        ("choose-one", "short-answer", "fewer than two rubric"),
        ("choose-one", "fill-the-matrix", "fewer than two rows"),
        ("choose-one", "fill-the-matrix\n    rows: [A01, A02]\n    columns: agreement", "fewer than two columns"),
        ("{id: b, text: B, feedback: Look again.}", "B", "entry 2 of 'options' is not complete"),
        ("    explanation", "    lanes: [{id: l, text: L}]\n    explanation", "'lanes' does not hold two entries"),
        ("evidence:", "evidnce:", "'evidnce' is not known"),
        ("      - {id: b, text: B, feedback: Look again.}\n", "", "fewer than two options"),
        ("explanation: A signed.", "explanation: A: signed.", "not valid YAML"),
        (QUESTION, "- a list\n", "does not hold 'name: value' lines"),
    ],
)
def test_a_slip_is_told_with_its_place(old: str, new: str, said: str, lesson: Path) -> None:
    """The message names the file, the question and the field, and says what to write."""
    assert 1 == QUESTION.count(old)
    lesson.write_text(QUESTION.replace(old, new), encoding="utf-8")
    with pytest.raises(CommuniqueError) as caught:
        load_questions("mine")
    assert said in caught.value.what
    assert "mine/questions.yml" in caught.value.what
    assert caught.value.next_step


def test_a_change_is_read_the_next_time(lesson: Path) -> None:
    """An author who saves the file and runs the cell again sees the change."""
    assert "Who signed?" == load_questions("mine")["who"].prompt
    lesson.write_text(QUESTION.replace("signed?", "spoke?"), encoding="utf-8")
    assert "Who spoke?" == load_questions("mine")["who"].prompt


def test_a_lesson_without_questions_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lesson that is only text is a lesson."""
    monkeypatch.setattr(reading, "lessons_folder", lambda: tmp_path)
    assert {} == load_questions("nothing")


def test_a_byte_order_mark_is_no_slip(lesson: Path) -> None:
    """A file saved by a Windows editor is read."""
    lesson.write_bytes(b"\xef\xbb\xbf" + QUESTION.encode())
    assert ["who"] == list(load_questions("mine"))


def test_pointers_may_be_absent() -> None:
    """No list of words is an empty one."""
    assert () == pointers(None)
    assert (Pointer("p1", "A", 2, "Near."),) == pointers(
        [{"paragraph": "p1", "words": "A", "occurrence": 2, "feedback": "Near."}]
    )


def test_the_words_in_a_tools_file_are_found_however_deep_they_stand() -> None:
    """What holds a paragraph and words points at the article; all else is passed over."""
    content = {
        "a": [
            {"paragraph": "p1", "words": "one\n two", "more": [{"paragraph": "p2", "words": "three", "occurrence": 2}]}
        ]
    }
    assert (Pointer("p1", "one two"), Pointer("p2", "three", 2)) == pointers_in(content | {"words": "four", "n": 5})
