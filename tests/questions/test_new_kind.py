"""A new kind of question is a Python file, a JavaScript file and its words, and nothing else knows of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest
from communique.coding.article import CodedArticle
from communique.course.course import load_course
from communique.student.minutes import reckoned
from justhtml import JustHTML

from ..conftest import REPOSITORY

PYTHON = '''"""Say a number: right where it is the one of the key."""

from __future__ import annotations

from typing import Any

from ...base.strings import text
from ..in_words import InWords, Line, as_it_stands
from .base import NOT_YET, RIGHT, Kind, Mark, nothing_yet


class SayANumber(Kind):
    """An answer is a number."""

    name = "say-a-number"
    key_field = "right"
    written = ordered = True
    seconds = 30

    def mark(self, answer: Any) -> Mark:
        if type(answer) is not int:
            return nothing_yet("number-first")
        if self.fits(str(answer)):
            return Mark(RIGHT, (text("marking", "number-right"),))
        return Mark(NOT_YET, (text("marking", "number-wrong", number=answer),))

    def solution(self) -> int:
        return int(self.key.right[0])

    def in_words(self, answer: Any) -> InWords:
        return InWords((Line(f"the number {answer}"),)) if type(answer) is int else as_it_stands(answer)

    def parts(self, answer: Any) -> list[str]:
        return [str(answer)]

    def fits(self, part: str) -> bool:
        return part in self.key.right
'''
JAVASCRIPT = """// Say a number: one field.

import { make } from "../common.js";
import { question } from "./question.js";

function body({ promptId, onChange }) {
  const field = make("input", { type: "number", "aria-labelledby": promptId, oninput: onChange });
  return {
    node: field,
    read: () => (field.value === "" ? null : Number(field.value)),
    write: (answer) => { field.value = answer ?? ""; },
  };
}

export default { render: question(body) };
"""
WORDS = {
    "question:\n": '  kind-say-a-number: "Say a number"\n',
    "marking:\n": """  number-first: "Say a number first."
  number-right: "That many."
  number-wrong: "Not {number}."
""",
}
QUESTION = """
  - id: how-many
    kind: say-a-number
    prompt: How many countries signed?
    hints: [Look at paragraph 1., Count them.]
    explanation: Two countries signed.
    evidence: [{paragraph: p1, words: "South Korea"}]
"""
PLAY = """
import contextlib, io, json
from pathlib import Path
from communique import cli, load_class
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.reading import load_questions
from communique.student.worksheet import worksheet
from communique.teacher.book.book import teacher_book
from communique.widgets.questions.question import question_widget

question, coded = load_questions("read")["how-many"], load_coded()
journal = Journal(Path("class/Ada/my-progress.jsonl"))
widget = question_widget(question.kind)(question, coded, journal)
widget.send = lambda *rest: None
states = []
for act in ({"answer": None}, {"do": "hint"}, {"answer": 3}, {"answer": 2}):
    widget.reply({"number": 1, "do": "check", **act})
    states.append(dict(widget.state))
report = load_class("class")
with contextlib.redirect_stdout(io.StringIO()) as minutes:
    assert 0 == cli.main(["check", "--minutes"])
print(json.dumps({
    "states": states,
    "title": widget.strings[f"kind-{question.kind}"],
    "code": widget._esm,
    "worksheet": worksheet(journal, load_course(), coded),
    "book": teacher_book(),
    "minutes": minutes.getvalue(),
    "page": report.html(),
    "ordered": widget.question["ordered"],
    "counts": json.loads(report.questions.loc[["read/how-many"]].to_json(orient="records")),
    "divided": json.loads(report.divided("read/how-many", "first").to_json(orient="records")),
}))
"""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A student's way through a question of the new kind, in a copy of the course with three files changed."""
    place = tmp_path_factory.mktemp("course")
    package = place / "helpers" / "communique"
    shutil.copytree(REPOSITORY / "lessons", place / "lessons")
    shutil.copytree(REPOSITORY / "helpers" / "communique", package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "questions" / "kinds" / "say_a_number.py").write_text(PYTHON, encoding="utf-8")
    (package / "widgets" / "static" / "questions" / "say_a_number.js").write_text(JAVASCRIPT, encoding="utf-8")
    strings = (package / "base" / "strings.yml").read_text(encoding="utf-8")
    for section, words in WORDS.items():
        assert 1 == strings.count(f"\n{section}")
        strings = strings.replace(f"\n{section}", f"\n{section}{words}")
    (package / "base" / "strings.yml").write_text(strings, encoding="utf-8")
    with (place / "lessons" / "read" / "questions.yml").open("a", encoding="utf-8") as questions:
        questions.write(QUESTION)
    with (place / "lessons" / "read" / "key.yml").open("a", encoding="utf-8") as keys:
        keys.write('\nhow-many: {right: ["2"]}\n')
    (place / "class" / "Ada").mkdir(parents=True)
    environment = {**os.environ, "PYTHONPATH": str(place / "helpers")}
    run = subprocess.run(
        [sys.executable, "-c", PLAY], cwd=place, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert "" == run.stderr
    return json.loads(run.stdout)


def test_a_new_kind_is_marked_and_helped(played: dict[str, Any]) -> None:
    """Nothing said, a hint, a wrong answer and a right one: each with its outcome and its words."""
    outcomes = [(state["outcome"], state["tries"], len(state["hints"])) for state in played["states"]]
    assert [("not-tried", 0, 0), ("not-tried", 0, 1), ("not-yet", 1, 1), ("right", 2, 1)] == outcomes
    said = [state["feedback"] for state in played["states"]]
    assert [["Say a number first."], [], ["Not 3."], ["That many."]] == said
    assert "Two countries signed." == played["states"][-1]["explanation"]


def test_a_new_kind_is_drawn_by_the_file_of_its_name(played: dict[str, Any]) -> None:
    """The page gets its JavaScript in the frame of all questions, and its title."""
    assert 'type: "number"' in played["code"]
    assert "Say a number" == played["title"]
    assert played["ordered"] is True


def test_a_new_kind_is_put_into_words(played: dict[str, Any]) -> None:
    """The worksheet has the student's answer in words, and the teacher's book the right one."""
    assert "the number 2" in played["worksheet"]
    assert "How many countries signed?" in played["book"]
    assert "the number 2" in played["book"]


def test_a_new_kind_is_counted_in_the_class_report(played: dict[str, Any]) -> None:
    """Tries, right answers and the commonest wrong one are there, and how the answers divide."""
    (counts,) = played["counts"]
    expected = {"tried": 1, "right": 1, "right_at_first": 0, "share_at_first": 0.0, "wrong": "3", "wrong_count": 1}
    assert expected == {name: counts[name] for name in expected}
    assert [{"choice": "3", "key": False, "chosen": 1, "students": 1, "share": 1.0}] == played["divided"]


def test_a_new_kind_is_on_the_reports_page(played: dict[str, Any]) -> None:
    """Its answer is among those that were written, because the kind says that they are."""
    (answer,) = JustHTML(played["page"], sanitize=False).query("#written li")
    assert answer.to_text().startswith("2 (Ada)")


def test_a_new_kind_takes_its_seconds(played: dict[str, Any], coded: CodedArticle) -> None:
    """The lesson takes half a minute more to do, as the kind says."""
    info = load_course().lesson("read")
    (line,) = [line for line in played["minutes"].splitlines() if line.endswith(info.heading)]
    doing = float(line.split("+")[1].split(")")[0])
    assert reckoned(info, coded).doing + 0.5 == pytest.approx(doing, abs=0.06)
