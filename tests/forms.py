"""A course with forms of its own, so that what the real ones ask does not matter: three skills, two forms, one text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from communique.base import places

from .conftest import REPOSITORY, TESTS

SKILLS = {"acting": "Who acts", "talking": "Who speaks", "checking": "What to check"}


def entry(form: str, skill: str, **other: Any) -> dict[str, Any]:
    """A question of a form, with one right option and two wrong ones."""
    options = [{"id": name, "text": f"{name} of {form}", "feedback": f"About {name}."} for name in ("yes", "no", "far")]
    return {
        "id": f"{form}-{skill}",
        "form": form,
        "skill": skill,
        "text": "ferry",
        "kind": "choose-one",
        "prompt": f"Which one, for {skill} in {form}?",
        "options": options,
        "explanation": f"Because of {skill} in {form}.",
        "evidence": [{"paragraph": "p1", "words": "had stopped"}],
    } | other


def course_with_forms(place: Path, monkeypatch: pytest.MonkeyPatch, forms: str = "ab") -> Path:
    """A copy of the course, with these forms and a short text; it is the course from now on."""
    shutil.copytree(REPOSITORY / "lessons", place / "lessons")
    monkeypatch.setattr(places, "INSTALLED", place)
    text = place / "lessons" / "texts" / "ferry"
    text.mkdir(parents=True)
    shutil.copy(TESTS / "data" / "on-a-text" / "article.md", text)
    write_forms(place / "lessons", [entry(form, skill) for form in forms for skill in SKILLS])
    return place / "lessons"


def write_forms(lessons: Path, questions: list[dict[str, Any]]) -> None:
    """Write the forms' files; the first option is right."""
    folder = lessons / "forms"
    folder.mkdir(exist_ok=True)
    files = {
        "skills.yml": {"skills": [{"id": name, "title": title} for name, title in SKILLS.items()]},
        "questions.yml": {"questions": questions},
        "key.yml": {question["id"]: {"right": ["yes"]} for question in questions},
    }
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
