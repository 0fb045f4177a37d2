"""Reads questions.yml: the questions of a lesson as their author wrote them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..base.places import lessons_folder
from ..base.yaml_files import YamlEntry, name_of, read_yaml
from ..coding.loading import text_names
from ..coding.outside_facts import cited
from ..coding.pointers import pointers
from ..course.course import load_course
from ..course.lesson_key import LessonKey
from .kinds import kinds
from .question import Option, Question

_ALWAYS = ("id", "kind", "prompt", "hints", "explanation")
_OPTIONS = ("options", "choices", "steps", "lanes", "rubric")
_NAMES = ("ask_yourself", "starters", "rows", "columns")
_SOMETIMES = (*_OPTIONS, *_NAMES, "unit", "near", "evidence", "articles", "text")
#: On which articles a lesson asks a question: its own, any (as where the question has a text), or any but its own.
ARTICLES = ("own", "every", "other")
UNITS = ("sentence", "word")


def load_questions(lesson: str, article: str = "") -> Mapping[str, Question]:
    """The questions that the course has for a lesson, by id; on one that was brought, those that hold for any."""
    asked = ARTICLES[1:] if article else ARTICLES[:2]
    path, own = lessons_folder() / lesson / "questions.yml", load_course().article
    questions = read_questions(path, LessonKey(lesson, article), own, asked)
    if not article:
        return questions
    # what they point at is in the course's own report, unless they are about a text of their own
    return {name: one if one.text else replace(one, evidence=(), near=()) for name, one in questions.items()}


def read_questions(
    path: Path, lesson: LessonKey, article: str, asked: Collection[str] = ARTICLES
) -> Mapping[str, Question]:
    """The questions in a file that are asked for these `articles`, by id; none where there is no file."""
    if not path.is_file():
        return {}
    top = cited(YamlEntry(read_yaml(path), name_of(path)), article)
    top.only("questions")
    questions = [
        (entry.choice("articles", ARTICLES, needed=False) or ARTICLES["text" in entry.fields], _question(lesson, entry))
        for entry in top.entries("questions", "question", needed=False)
    ]
    return top.finish({question.id: question for articles, question in questions if articles in asked})


def _question(lesson: LessonKey, entry: YamlEntry) -> Question:
    entry.only(*_ALWAYS, *_SOMETIMES)
    kind = entry.choice("kind", kinds())
    fields: dict[str, Any] = {
        "prompt": entry.text("prompt"),
        "hints": entry.texts("hints"),
        "explanation": entry.text("explanation"),
        "evidence": pointers(entry, "evidence"),
        "near": pointers(entry, "near"),
        "text": entry.choice("text", text_names(), needed=False),
        "unit": entry.choice("unit", UNITS, needed=False) or UNITS[0],
        **{name: entry.texts(name, needed=False) for name in _NAMES},
        **{name: _options(entry, name) for name in _OPTIONS},
    }
    question = Question(lesson, entry.id, kind, **fields)
    for name in kinds()[kind].needs if kind else ():
        if len(getattr(question, name)) < 2 and isinstance(entry.fields.get(name), list | None):
            entry.fault(f"there are fewer than two {name}", name, _HOW_TO_WRITE.get(name, _HOW_TO_WRITE["options"]))
    if question.text and kind and not kinds()[kind].key_field:
        entry.fault(f"a question of the kind {kind} takes no text", "text", "leave it out")
    if question.lanes and len(question.lanes) != 2:
        entry.fault("there are not two lanes", "lanes", "write two, or leave 'lanes' out")
    return question


_HOW_TO_WRITE = {
    "options": "add entries with id and text (options have feedback too)",
    "rubric": "add id, text and advice",
    "rows": "name two or more actors by their ids, such as [A01, A05]",
    "columns": "name two or more issues of the article by their short names",
}


def _options(entry: YamlEntry, name: str) -> tuple[Option, ...]:
    options = []
    for option in entry.entries(name, name, needed=False):
        option.only("id", "text", "feedback", "advice")
        feedback = (option.text(field, needed=False) for field in ("advice", "feedback"))
        options.append(Option(option.id, option.text("text"), next(filter(None, feedback), "")))
    return tuple(options)
