"""Reads questions.yml: the questions of a lesson as their author wrote them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..base.places import lessons_folder
from ..base.plural import counted
from ..base.unchanged import kept_while_unchanged, state_of
from ..base.yaml_files import YamlEntry, name_of, read_yaml
from ..coding.loading import text_names
from ..coding.outside_facts import cited
from ..coding.pointers import pointers
from ..coding.units import UNITS
from ..course.course import load_course
from ..course.lesson_key import FORMS, OCCASIONS, LessonKey
from .kinds import kinds
from .question import Option, Question

_ALWAYS = ("id", "kind", "prompt", "explanation")
_OPTIONS = ("options", "choices", "steps", "lanes", "rubric")
_NAMES = ("ask_yourself", "starters", "rows", "columns", "core_rows", "core_columns")
_SOMETIMES = (*_OPTIONS, *_NAMES, "unit", "near", "evidence", "articles", "text", "texts", "look", "extra", "former")
#: On which articles a lesson asks a question: its own, any (as where the question has a text), or any but its own.
ARTICLES = ("own", "every", "other")
#: The forms: two that are parallel, and a third for later, if there is one.
FORM_NAMES = ("a", "b", "c")
_IN_FORMS = ("form", "skill")


def load_questions(lesson: str, article: str = "") -> Mapping[str, Question]:
    """The questions that the course has for a lesson, by id; on one that was brought, those that hold for any."""
    asked = ARTICLES[1:] if article else ARTICLES[:2]
    folder = FORMS if lesson in OCCASIONS else lesson
    path, own = lessons_folder() / folder / "questions.yml", load_course().article
    questions = read_questions(path, LessonKey(lesson, article), own, asked)
    if not article:
        return questions
    # what they point at is in the course's own report, unless they are about a text of their own
    return {name: one if one.text else replace(one, evidence=(), near=(), look="") for name, one in questions.items()}


@kept_while_unchanged
def read_questions(
    path: Path, lesson: LessonKey, article: str, asked: Collection[str] = ARTICLES
) -> Mapping[str, Question]:
    """The questions in a file that are asked for these `articles`, by id; none where there is no file."""
    if not state_of(path):
        return MappingProxyType({})
    top = cited(YamlEntry(read_yaml(path), name_of(path)), article)
    top.only("questions")
    questions = [
        (entry.choice("articles", ARTICLES, needed=False) or ARTICLES["text" in entry.fields], _question(lesson, entry))
        for entry in top.entries("questions", "question", needed=False)
    ]
    if lesson.is_form:
        _check_forms(top, [question for _, question in questions])
    made = {question.id: question for articles, question in questions if articles in asked}
    return MappingProxyType(top.finish(made))


def load_skills(path: Path | None = None) -> Mapping[str, str]:
    """What the forms ask for, in their order: the id of a skill, and what it is called."""
    path = path or lessons_folder() / FORMS / "skills.yml"
    if not state_of(path):
        return {}
    top = YamlEntry(read_yaml(path), name_of(path))
    top.only("skills")
    entries = top.entries("skills", "skill")
    for entry in entries:
        entry.only("id", "title")
    return top.finish({entry.id: entry.text("title") for entry in entries})


def _check_forms(top: YamlEntry, questions: list[Question]) -> None:
    """The forms are parallel: each asks once for every skill; the third may be left out."""
    for form in FORM_NAMES:
        asked = [question.skill for question in questions if question.form == form]
        for skill in load_skills() if asked or form != FORM_NAMES[-1] else ():
            if asked.count(skill) != 1:
                what = f"form {form} has {counted(asked.count(skill), 'question')} on '{skill}'"
                top.fault(what, "skill", "give each form one question for every skill")


def _question(lesson: LessonKey, entry: YamlEntry) -> Question:
    entry.only(*_ALWAYS, *_SOMETIMES, *(_IN_FORMS if lesson.is_form else ("hints",)))
    kind = entry.choice("kind", kinds())
    fields: dict[str, Any] = {
        "prompt": entry.text("prompt"),
        "hints": () if lesson.is_form else entry.texts("hints"),
        "explanation": entry.text("explanation"),
        "evidence": pointers(entry, "evidence"),
        "near": pointers(entry, "near"),
        "text": entry.choice("text", text_names(), needed=False),
        "texts": tuple(entry.known(one, text_names(), "texts") for one in entry.texts("texts", needed=False)),
        "look": entry.text("look", needed=False),
        "unit": entry.choice("unit", UNITS, needed=False) or UNITS[0],
        "extra": entry.flag("extra") or entry.flag("former"),
        "former": entry.flag("former"),
        **{name: entry.texts(name, needed=False) for name in _NAMES},
        **{name: _options(entry, name) for name in _OPTIONS},
    }
    if lesson.is_form:
        closed = [name for name, one in kinds().items() if one.marked and one.key_field]
        entry.known(kind, closed, "kind")
        entry.text("text")
        fields["form"] = entry.choice("form", FORM_NAMES)
        fields["skill"] = entry.choice("skill", load_skills())
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
