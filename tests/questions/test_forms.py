"""The forms before and after the course: their files, and which form comes when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from communique import cli
from communique.course.journal import Journal
from communique.questions.forms import form_questions

from ..forms import SKILLS, course_with_forms, entry, write_forms

WHOLE = [entry(form, skill) for form in "ab" for skill in SKILLS]


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return course_with_forms(tmp_path, monkeypatch)


@pytest.fixture
def said(lessons: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[list[dict[str, Any]]], str]:
    """What `communique check` says of a course with these questions in its forms."""

    def run(questions: list[dict[str, Any]]) -> str:
        write_forms(lessons, questions)
        cli.main(["check"])
        return capsys.readouterr().out

    return run


def test_sound_forms_have_no_fault(said: Callable[[list[dict[str, Any]]], str]) -> None:
    """Six questions, three skills, two forms; and nine with a third form."""
    assert "No faults in" in said(WHOLE)
    assert "No faults in" in said([*WHOLE, *(entry("c", skill) for skill in SKILLS)])


def test_forms_are_parallel(said: Callable[[list[dict[str, Any]]], str]) -> None:
    """A skill that a form asks twice or never is told, and so is a third form that is begun and not whole."""
    twice = said([*WHOLE[:-1], entry("b", "talking", id="b-again"), entry("c", "acting")])
    place = "lessons/forms/questions.yml, field skill: form"
    assert f"{place} b has 2 questions on 'talking'" in twice
    assert f"{place} b has 0 questions on 'checking'" in twice
    assert f"{place} c has 0 questions on 'talking'" in twice
    assert f"{place} a" not in twice


def test_what_a_form_cannot_ask_is_told(said: Callable[[list[dict[str, Any]]], str]) -> None:
    """What is not marked, what has no text, what gives hints, and what names no skill of the list."""
    told = said(
        [
            entry("a", "acting", kind="predict-then-check"),
            entry("a", "talking", text=""),
            entry("a", "checking", hints=["Look."]),
            entry("b", "acting") | {"skill": "actign"},
            *WHOLE[4:],
        ]
    )
    assert "question a-acting, field kind: 'predict-then-check' is not known" in told
    assert "question a-talking, field text: the field is missing" in told
    assert "question a-checking, field hints: the field is not known" in told
    assert "question b-acting, field skill: 'actign' is not known; nearest: 'acting'" in told


def _journals(place: Path, count: int) -> list[Journal]:
    return [Journal(place / f"{number}" / "my-progress.jsonl") for number in range(count)]


def test_forms_alternate_by_student_and_stay(lessons: Path, tmp_path: Path) -> None:
    """About half of a class begins with each form, gets the other one afterwards, and keeps both from then on."""
    first = []
    for journal in _journals(tmp_path, 100):
        journal.add("read/who", "draft", answer="x")
        before = form_questions(Journal(journal.path), "before")
        after = form_questions(journal, "after")
        assert list(SKILLS) == [one.skill for one in before.values()] == [one.skill for one in after.values()]
        first.append({one.form for one in before.values()})
        assert {"a", "b"} == first[-1] | {one.form for one in after.values()}
        assert before == form_questions(journal, "before")
    assert 25 < first.count({"a"}) < 75


def test_who_has_begun_with_a_form_goes_on_with_it(lessons: Path, tmp_path: Path) -> None:
    """What was answered first in another notebook, or in a copied file, changes no form that was begun."""
    for form, other in ("ab", "ba"):
        for journal in _journals(tmp_path / form, 6):
            journal.add("events/x", "draft", answer="x")
            journal.add(f"before/{form}-acting", "answer", answer="no", outcome="answered")
            assert {form} == {one.form for one in form_questions(journal, "before").values()}
            assert {other} == {one.form for one in form_questions(journal, "after").values()}
            assert {form} == {one.form for one in form_questions(journal, "later").values()}


def test_a_third_form_comes_later(lessons: Path, tmp_path: Path) -> None:
    """Where there is one; otherwise the first is asked again."""
    write_forms(lessons, [*WHOLE, *(entry("c", skill) for skill in SKILLS)])
    (journal,) = _journals(tmp_path, 1)
    assert {"c"} == {one.form for one in form_questions(journal, "later").values()}
