"""The minutes that a lesson says are those it takes: its words at 150 a minute, and a time for each thing to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from communique import cli
from communique.base.places import lessons_folder
from communique.coding.article import CodedArticle
from communique.course.course import LessonInfo, load_course
from communique.student.minutes import reckoned

COURSE = load_course()
each_lesson = pytest.mark.parametrize("info", COURSE.lessons, ids=lambda info: info.name)
each_lesson_and_form = pytest.mark.parametrize("info", (*COURSE.lessons, *COURSE.forms), ids=lambda info: info.name)


@each_lesson_and_form
def test_a_lessons_minutes_are_honest(info: LessonInfo, coded: CodedArticle) -> None:
    """What course.yml says is within fifteen percent of what is reckoned."""
    found = reckoned(info, coded)
    assert found.all == pytest.approx(info.minutes, rel=0.15)
    assert min(found.reading, found.doing) > 0


def test_the_core_takes_about_three_and_a_half_hours(coded: CodedArticle) -> None:
    """As the lessons say it, and as it is reckoned."""
    core = [info for info in COURSE.lessons if info.core]
    assert 7 == len(core)
    assert 190 <= sum(info.minutes for info in core) <= 230
    assert 190 <= sum(reckoned(info, coded).all for info in core) <= 230


def test_words_and_questions_take_the_time_that_they_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, coded: CodedArticle
) -> None:
    """300 words are two minutes; a question that everybody answers has its seconds, and a fold takes none."""
    folder = tmp_path / "mine"
    folder.mkdir()
    monkeypatch.setattr("communique.student.notebooks.lessons_folder", lambda: tmp_path)
    monkeypatch.setattr("communique.questions.reading.lessons_folder", lambda: tmp_path)
    words = " ".join(["word"] * 300)
    ask = '```{code-cell} ipython3\nlesson.ask("q")\n```\n'
    (folder / "lesson.md").write_text(f"---\nx: 1\n---\n{words}\n{ask}\n## If you want more\n\n{words}\n## End\n")
    question = "{{id: {}, kind: short-answer, prompt: A b c d e?, hints: [x, y], explanation: f g h i j, {}}}"
    rubric = "rubric: [{id: a, text: k l m}, {id: b, text: n o}]"
    both = [question.format("q", rubric), question.format("r", f"extra: true, {rubric}")]
    (folder / "questions.yml").write_text(f"questions: [{', '.join(both)}]\n")
    found = reckoned(LessonInfo("mine", "Mine", 5, 2), coded)
    assert (300 + 2 + 15) / 150 == pytest.approx(found.reading)  # "## End", and the words of the question
    assert (180 + 120) / 60 == found.doing


def test_a_command_prints_them(capsys: pytest.CaptureFixture[str]) -> None:
    """What each lesson and form says and what is reckoned, and the hours of the core."""
    assert 0 == cli.main(["check", "--minutes"])
    head, *lines, core = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"The core takes 3\.\d hours\.", core)
    every = (*COURSE.lessons, *COURSE.forms)
    assert [str(info.minutes) for info in every] == [line.split()[0] for line in lines]
    assert [info.heading for info in every] == [line.split(")  ")[1] for line in lines]
    assert "reckoned" in head


@each_lesson
def test_the_front_page_says_the_same_minutes(info: LessonInfo) -> None:
    """Who decides by the README has the minutes of the course."""
    readme = Path(lessons_folder().parent / "README.md")
    if readme.is_file():
        assert f"| {info.title} | {info.minutes} |" in readme.read_text(encoding="utf-8")
