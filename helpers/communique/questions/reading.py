"""Reads questions.yml: the questions of a lesson as their author wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from ..base.nearest import nearest_of
from ..base.places import lessons_folder
from ..base.yaml_files import read_yaml
from ..coding.outside_facts import with_references
from ..coding.pointers import pointers
from ..course.course import load_course
from ..course.lesson_key import LessonKey
from .kinds import kinds
from .question import Option, Question

_ALWAYS = ("id", "kind", "prompt", "hints", "explanation")
_LISTS = ("options", "choices", "steps", "lanes", "rubric", "rows", "columns")
_SOMETIMES = (*_LISTS, "unit", "near", "evidence", "ask_yourself", "articles")
#: On which articles a lesson asks a question: its own, any, or any but its own.
ARTICLES = ("own", "every", "other")
_OF_ONE_ARTICLE = ("evidence", "near")


def load_questions(lesson: str, article: str = "") -> Mapping[str, Question]:
    """The questions that the course has for a lesson, by id, in their order.

    Parameters:
        lesson: the lesson's name.
        article: the name of an article that was brought, which has the questions that hold for any article.

    Raises:
        CommuniqueError: questions.yml has a fault; the message names the question and the field.
    """
    left_out = "own" if article else "other"
    entries = entries_of(lessons_folder() / lesson / "questions.yml")
    asked = [entry for entry in entries if entry.get("articles", "own") != left_out]
    if article:  # what they point at is in the course's own report
        asked = [{name: value for name, value in entry.items() if name not in _OF_ONE_ARTICLE} for entry in asked]
    where = f"lessons/{lesson}/questions.yml"
    return read_questions(asked, LessonKey(lesson, article), where, load_course().article)


def entries_of(path: Path) -> list[dict[str, Any]]:
    """What a questions.yml holds; nothing where there is none.

    Raises:
        CommuniqueError: it is no YAML, or no list of questions.
    """
    entries = (read_yaml(path) if path.is_file() else {}).get("questions") or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CommuniqueError(f"{path}: 'questions' is no list of questions.", "Compare it with a lesson's.")
    return entries


def read_questions(
    entries: list[dict[str, Any]], lesson: LessonKey, where: str, article: str
) -> Mapping[str, Question]:
    """Questions as an author wrote them, by id.

    Parameters:
        entries: as `entries_of` gives them.
        lesson: the lesson that asks them.
        where: the file, for messages.
        article: the article whose sources they may name: a name of the course's, or a folder's path.
    """
    questions = [_question(lesson, entry, where) for entry in with_references(entries, where, article)]
    return {question.id: question for question in questions}


def _question(lesson: LessonKey, entry: dict[str, Any], where: str) -> Question:
    place = f"{where}, question {entry.get('id', '(no id)')}"
    _check(entry, place)
    return Question(
        lesson=lesson,
        id=entry["id"],
        kind=entry["kind"],
        prompt=" ".join(str(entry["prompt"]).split()),
        hints=tuple(entry["hints"]),
        explanation=" ".join(str(entry["explanation"]).split()),
        evidence=pointers(entry.get("evidence")),
        near=pointers(entry.get("near")),
        rows=tuple(str(name) for name in entry.get("rows") or ()),
        columns=tuple(str(name) for name in entry.get("columns") or ()),
        unit=entry.get("unit", "sentence"),
        ask_yourself=tuple(entry.get("ask_yourself") or ()),
        **{name: _options(entry, name, place) for name in ("options", "choices", "steps", "lanes", "rubric")},
    )


def _check(entry: dict[str, Any], place: str) -> None:
    for name in _ALWAYS:
        if not entry.get(name):
            raise CommuniqueError(f"{place}: '{name}' is missing.", f"Add a line '{name}: ...'.")
    kind = entry["kind"]
    if kind not in kinds():
        near = nearest_of(str(kind), kinds())
        hint = f"Did you mean '{near}'? " if near else ""
        raise CommuniqueError(f"{place}: kind '{kind}' is not known.", f"{hint}Choose one of: {', '.join(kinds())}.")
    if entry.get("articles", "own") not in ARTICLES:
        what = f"{place}: 'articles' is '{entry['articles']}'."
        raise CommuniqueError(what, f"Choose one of: {', '.join(ARTICLES)}; or leave it out.")
    for name in set(entry) - {*_ALWAYS, *_SOMETIMES}:
        known = ", ".join(sorted([*_ALWAYS, *_SOMETIMES]))
        raise CommuniqueError(f"{place}: '{name}' is not known.", f"Known are: {known}.")
    for name in kinds()[kind].needs:
        if not isinstance(entry.get(name), list) or len(entry[name]) < 2:
            raise CommuniqueError(f"{place}: there are fewer than two {name}.", _how_to_write(name))
    if entry.get("lanes") and len(entry["lanes"]) != 2:
        raise CommuniqueError(f"{place}: 'lanes' does not hold two entries.", "Write two, or leave 'lanes' out.")


_HOW_TO_WRITE = {
    "rubric": "Add id, text and advice.",
    "rows": "Name two or more actors by their ids, such as [A01, A05].",
    "columns": "Name two or more issues of the article by their short names.",
}


def _how_to_write(name: str) -> str:
    return _HOW_TO_WRITE.get(name, "Add entries with id and text (options have feedback too).")


def _options(entry: dict[str, Any], name: str, place: str) -> tuple[Option, ...]:
    found = []
    for number, option in enumerate(entry.get(name) or (), 1):
        given = dict(option) if isinstance(option, dict) else {}
        if "advice" in given:
            given["feedback"] = given.pop("advice")
        if not {"id", "text"} <= set(given) <= {"id", "text", "feedback"}:
            raise CommuniqueError(f"{place}: entry {number} of '{name}' is not complete.", _how_to_write(name))
        found.append(Option(**given))
    return tuple(found)
