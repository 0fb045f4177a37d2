"""A lesson's questions are read as their author wrote them, and a slip is told with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.base.errors import FaultsError
from communique.base.places import lessons_folder
from communique.base.yaml_files import YamlEntry
from communique.coding.pointers import Pointer, pointers, pointers_in
from communique.questions import reading
from communique.questions.question import Option
from communique.questions.reading import load_questions

from ..some import some

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


def test_a_question_names_the_paragraph_to_look_at(lesson: Path) -> None:
    """It is the course's report that it shows, and so no paragraph of another article."""
    lesson.write_text(QUESTION.replace("    explanation", "    articles: every\n    look: p1\n    explanation"))
    assert ["p1", ""] == [load_questions("mine", article)["who"].look for article in ("", "beijing-2023")]


def test_an_option_is_found_by_its_id(lesson: Path) -> None:
    """An option that a newer lesson no longer has is none."""
    question = load_questions("mine")["who"]
    assert "B" == question.option("b").text
    assert None is question.option("z")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    kind: choose-one\n", "", "question who, field kind: the field is missing; add a line 'kind: ...'"),
        ("    hints: [First., Second.]\n", "", "question who, field hints: the field is missing"),
        ("- id: who\n    kind", "- kind", "question 1, field id: the field is missing"),
        (
            "choose-one",
            "choose-none",
            "field kind: 'choose-none' is not known; nearest: 'choose-one'; one of: choose-one,",
        ),
        ("choose-one", "match-pairs", "fewer than two choices; add entries with id and text"),
        ("choose-one", "place-on-scale", "fewer than two steps"),
        ("choose-one", "short-answer", "fewer than two rubric; add id, text and advice"),
        ("choose-one", "fill-the-matrix", "fewer than two rows"),
        (
            "choose-one",
            "fill-the-matrix\n    rows: [A01, A02]\n    columns: agreement",
            "field columns: 'agreement' is not a list",
        ),
        (
            "{id: b, text: B, feedback: Look again.}",
            "B",
            "question who, options 2: 'B' is not of the form 'name: value'",
        ),
        (
            "    explanation",
            "    lanes: [{id: l, text: L}]\n    explanation",
            "there are not two lanes; write two, or leave 'lanes' out",
        ),
        ("evidence:", "evidnce:", "field evidnce: the field is not known; nearest: 'evidence'"),
        ("    explanation", "    look: [p1]\n    explanation", "field look:"),
        ("      - {id: b, text: B, feedback: Look again.}\n", "", "fewer than two options"),
        ("explanation: A signed.", "explanation: A: signed.", "not valid YAML"),
        (QUESTION, "- a list\n", "there are no 'name: value' lines"),
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


def test_all_slips_are_told_at_once(lesson: Path) -> None:
    """Nothing waits for something else to be fixed first."""
    slips = {"choose-one": "choose-won", "A signed.": "", "text: B": "txt: B", "words: ": "wrds: "}
    text = QUESTION
    for old, new in slips.items():
        text = text.replace(old, new)
    lesson.write_text(text, encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_questions("mine")
    expected = [
        ("question who", "explanation"),
        ("question who", "kind"),
        ("question who, evidence 1", "words"),
        ("question who, evidence 1", "wrds"),
        ("question who, options b", "text"),
        ("question who, options b", "txt"),
    ]
    assert expected == sorted((fault.entry, fault.column) for fault in caught.value.faults)


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
    near = [{"paragraph": "p1", "words": "A", "occurrence": 2, "feedback": "Near."}]
    entry = YamlEntry({"near": near}, "questions.yml")
    assert ((), (Pointer("p1", "A", 2, "Near."),)) == (pointers(entry, "evidence"), pointers(entry, "near"))


def test_the_words_in_a_tools_file_are_found_however_deep_they_stand() -> None:
    """What holds a paragraph and words points at the article; all else is passed over."""
    content = {
        "a": [
            {"paragraph": "p1", "words": "one\n two", "more": [{"paragraph": "p2", "words": "three", "occurrence": 2}]}
        ]
    }
    assert (Pointer("p1", "one two"), Pointer("p2", "three", 2)) == pointers_in(content | {"words": "four", "n": 5})


def test_no_words_of_a_question_are_markdown() -> None:
    """The page shows them as they are, so an asterisk or a backtick would be read."""
    marked = re.compile(r"(?<!\w)\*\S[^*]*\*|`")
    files = some(file for name in ("questions", "key") for file in lessons_folder().glob(f"*/{name}.yml"))
    lines = {(file.parent.name, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()}
    assert [] == sorted(one for one in lines if not one[1].lstrip().startswith("#") and marked.search(one[1]))
