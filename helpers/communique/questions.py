"""The questions of a lesson, as its author wrote them in questions.yml. The answers are in another room."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .errors import CommuniqueError
from .places import lessons_folder
from .spans import nearest_of

KINDS = ("choose-one", "choose-many", "put-in-order", "find-words", "open")
_WITH_OPTIONS = KINDS[:3]


@dataclass(frozen=True)
class Pointer:
    """Words of the article that a question points at."""

    paragraph: str
    words: str
    occurrence: int = 1
    feedback: str = ""


@dataclass(frozen=True)
class Option:
    """One option of a question, and what a student is told who chose it wrongly or left it out."""

    id: str
    text: str
    feedback: str


@dataclass(frozen=True)
class Question:
    """One question; it does not know its answer."""

    lesson: str
    id: str
    kind: str
    prompt: str
    hints: tuple[str, ...]
    explanation: str
    options: tuple[Option, ...] = ()
    evidence: tuple[Pointer, ...] = ()
    near: tuple[Pointer, ...] = ()
    unit: str = "sentence"
    ask_yourself: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """The question's name in the progress file: lesson/id."""
        return f"{self.lesson}/{self.id}"

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None where a newer lesson has none such."""
        return next((o for o in self.options if o.id == option_id), None)


@dataclass(frozen=True)
class LessonInfo:
    """A lesson's place in the course."""

    name: str
    title: str
    minutes: int
    number: int

    @property
    def notebook(self) -> str:
        """The notebook's file name."""
        return f"{self.number:02d}-{self.name}.ipynb"


@dataclass(frozen=True)
class Course:
    """The course as course.yml has it."""

    title: str
    article: str
    lessons: tuple[LessonInfo, ...]

    def lesson(self, name: str) -> LessonInfo:
        """The lesson with this name.

        Raises:
            CommuniqueError: there is none; the message lists those there are.
        """
        for info in self.lessons:
            if info.name == name:
                return info
        names = [info.name for info in self.lessons]
        near = nearest_of(name, names)
        hint = f"Did you mean '{near}'? " if near else ""
        raise CommuniqueError(f"There is no lesson '{name}'.", f"{hint}The lessons are: {', '.join(names)}.")


def load_course() -> Course:
    """The course: title, article and lessons in order."""
    front = read_yaml(lessons_folder() / "course.yml")
    lessons = tuple(LessonInfo(number=n, **entry) for n, entry in enumerate(front["lessons"], 1))
    return Course(front["title"], front["article"], lessons)


def load_questions(lesson: str) -> Mapping[str, Question]:
    """The questions of a lesson, by id, in their order.

    Raises:
        CommuniqueError: questions.yml has a fault; the message names the question and the field.
    """
    path = lessons_folder() / lesson / "questions.yml"
    entries = (read_yaml(path) if path.is_file() else {}).get("questions") or []
    questions = [_question(lesson, entry) for entry in entries]
    return {question.id: question for question in questions}


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file.

    Raises:
        CommuniqueError: the file cannot be read as YAML; the message names the line.
    """
    try:
        found = _parsed(path, path.stat().st_mtime_ns)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise CommuniqueError(
            f"{path}{line}: this is not valid YAML.",
            'Put text that holds a colon or starts with a quotation mark between two ".',
        ) from error
    if not isinstance(found, dict):
        raise CommuniqueError(
            f"{path}: the file does not hold 'name: value' lines.", "Compare it with another lesson's."
        )
    return found


@functools.cache
def _parsed(path: Path, _changed: int) -> Any:
    """The file's content, parsed once for each time it was changed."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader)


def _question(lesson: str, entry: dict[str, Any]) -> Question:
    known = {"id", "kind", "prompt", "options", "unit", "near", "hints", "explanation", "evidence", "ask_yourself"}
    place = f"lessons/{lesson}/questions.yml, question {entry.get('id', '(no id)')}"
    for name in ("id", "kind", "prompt", "hints", "explanation"):
        if not entry.get(name):
            raise CommuniqueError(f"{place}: '{name}' is missing.", f"Add a line '{name}: ...'.")
    if entry["kind"] not in KINDS:
        raise CommuniqueError(f"{place}: kind '{entry['kind']}' is not known.", f"Choose one of: {', '.join(KINDS)}.")
    for name in set(entry) - known:
        raise CommuniqueError(f"{place}: '{name}' is not known.", f"Known are: {', '.join(sorted(known))}.")
    if entry["kind"] in _WITH_OPTIONS and len(entry.get("options") or []) < 2:
        raise CommuniqueError(f"{place}: there are fewer than two options.", "Add options with id, text and feedback.")
    return Question(
        lesson=lesson,
        id=entry["id"],
        kind=entry["kind"],
        prompt=" ".join(str(entry["prompt"]).split()),
        hints=tuple(entry["hints"]),
        explanation=" ".join(str(entry["explanation"]).split()),
        options=tuple(Option(**option) for option in entry.get("options") or ()),
        evidence=pointers(entry.get("evidence")),
        near=pointers(entry.get("near")),
        unit=entry.get("unit", "sentence"),
        ask_yourself=tuple(entry.get("ask_yourself") or ()),
    )


def pointers(entries: list[dict[str, Any]] | None) -> tuple[Pointer, ...]:
    """Pointers from the author's list of {paragraph, words, occurrence}."""
    return tuple(Pointer(**entry) for entry in entries or ())
