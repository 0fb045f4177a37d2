"""The class report on another article: answers on it are marked by its coding, and no other answer is mixed in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from communique import load_class
from communique.cli import main
from communique.coding.loading import load_coded
from communique.course.lesson_key import LessonKey
from communique.questions.generated.topics import of_lesson

from ..marked import solution

ARTICLE = load_coded("beijing-2023")
MADE = of_lesson(ARTICLE, LessonKey("events", "beijing-2023"))
DAYS = next(made for name, made in MADE.items() if name.startswith("days"))


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """Two files: a right answer on the second report, a wrong one that calls itself right, and answers on others."""
    right = solution(DAYS.question, ARTICLE)
    wrong = next(option.id for option in DAYS.question.options if option.id != right)
    lines = [
        _line(1, DAYS.question.name, right, "right"),
        _line(2, "events/which-wednesday", "june-19", "right"),
        _line(3, DAYS.question.name, wrong, "right"),
        _line(4, "events@another/days-00000000", right, "right"),
    ]
    for name, kept in (("Ana", lines[:2]), ("Ben", lines[2:])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "my-progress.jsonl").write_text("\n".join(kept) + "\n", encoding="utf-8")
    return tmp_path


def _line(number: int, question: str, answer: Any, outcome: str) -> str:
    at = f"2025-03-0{number}T10:00:00+00:00"
    record = {"v": 1, "id": f"{number:032x}", "at": at, "question": question, "did": "answer"}
    return json.dumps(record | {"answer": answer, "outcome": outcome})


def test_answers_on_the_article_are_marked_by_its_coding(handed_in: Path) -> None:
    """A generated question is marked anew, whatever the file says of it; answers on other articles are not counted."""
    report = load_class(handed_in, article="beijing-2023")
    assert {("Ana", "right"), ("Ben", "not-yet")} == set(
        report.answers[["student", "outcome"]].itertuples(index=False, name=None)
    )
    assert {DAYS.question.name} == set(report.answers["question"])
    assert "Saudi Arabia and Iran agree in Beijing" in report.title
    assert {"events"} == set(report.answers["lesson"])


def test_the_courses_own_report_knows_nothing_of_them(handed_in: Path) -> None:
    """Without an article the report is on the course's own, and the other answers are named as unknown."""
    report = load_class(handed_in)
    assert {"events/which-wednesday"} == set(report.answers["question"])
    assert "Saudi Arabia" not in report.title


def test_the_command_takes_the_article(handed_in: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """communique report --article writes a page that names the article; a name that is none is told."""
    assert 0 == main(["report", str(handed_in), "--article", "beijing-2023"])
    page = (handed_in / "class-report.html").read_text(encoding="utf-8")
    assert "Saudi Arabia and Iran agree in Beijing" in page
    capsys.readouterr()
    assert 1 == main(["report", str(handed_in), "--article", "beijing-2032"])
    assert "Did you mean 'beijing-2023'" in capsys.readouterr().err
