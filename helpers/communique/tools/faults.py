"""Every YAML file of the lessons is read as a lesson reads it: all the faults that a class would meet, at once."""

import functools
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..base.errors import Fault, FaultsError
from ..base.nearest import nearest_of
from ..base.places import lessons_folder, texts_folder
from ..base.yaml_files import YamlEntry, name_of, read_yaml
from ..coding.article import CodedArticle
from ..coding.checking import check_article, check_text
from ..coding.glossary import load_glossary
from ..coding.loading import text_names
from ..coding.outside_facts import cited, load_outside_facts, outside_facts_for
from ..coding.pointers import pointers_in
from ..course.course import load_course
from ..course.lesson_key import FORMS, LessonKey
from ..questions.keys import read_keys
from ..questions.kinds import kind_of
from ..questions.reading import load_skills, read_questions
from ..text.nearest import nearest_words
from .desk.content import read_desk
from .forecasts import read_outcomes
from .framing.facts import read_workshop
from .negotiation.clauses import read_openings
from .scenario.reading import read_scenario


def _read_scenario(path: Path, article: str) -> None:
    top = cited(_top(path), article)
    facts, clauses = outside_facts_for(top, article), read_scenario(top).clauses.values()
    for clause in clauses:
        if clause.outside_fact and (
            clause.outside_fact not in facts or clause.words not in facts[clause.outside_fact].words
        ):
            what = f"'{clause.words}' is not in the words of {clause.outside_fact}"
            top.at(f"clause {clause.id}", {}).fault(what, "words", "words of the source, letter for letter")
    top.finish(None)


#: File of a lesson -> what reads it, for the article with this name or folder
READERS: Mapping[str, Callable[[Path, str], Any]] = {
    "questions.yml": lambda path, article: read_questions(path, LessonKey(path.parent.name), article),
    "key.yml": read_keys,
    "skills.yml": lambda path, article: load_skills(path),
    "scenario.yml": _read_scenario,
    "forecast.yml": lambda path, article: read_outcomes(top := _top(path), outside_facts_for(top, article)),
    "headline-workshop.yml": lambda path, article: read_workshop(_top(path)),
    "negotiating-table.yml": lambda path, article: read_openings(_top(path)),
    "coding-desk.yml": lambda path, article: read_desk(_top(path)),
}


def faults_of(read: Callable[[], Any]) -> list[Fault]:
    """The faults that a reader raises; none where it reads."""
    try:
        read()
    except FaultsError as error:
        return list(error.faults)
    return []


def check_folder(folder: Path) -> tuple[CodedArticle | None, list[Fault]]:
    """All the faults of an article's folder (coding, outside facts, lessons), and the article where it loads."""
    article, faults = check_article(folder)
    faults += faults_of(lambda: load_outside_facts(str(folder)))
    faults += check_lessons(folder / "lessons", str(folder), article)
    return article, list(dict.fromkeys(faults))


def check_course(name: str, article: CodedArticle | None) -> list[Fault]:
    """All the faults of course.yml, the glossary, the short texts and the lessons; `name` is the own article's."""
    faults = [*faults_of(load_course), *faults_of(load_glossary)]
    for folder in sorted(texts_folder().glob("*/")):
        home = f"{folder.parent.name}/{folder.name}"
        faults += [replace(fault, file=f"{home}/{fault.file}") for fault in check_text(folder)[1]]
    return list(dict.fromkeys([*faults, *check_lessons(lessons_folder(), name, article)]))


def check_lessons(folder: Path, name: str, article: CodedArticle | None) -> Iterator[Fault]:
    """The faults of the YAML files in a folder of lessons, for an article; what nothing reads is noted."""
    lessons = [*(path.parent.name for path in lessons_folder().glob("*/lesson.md")), FORMS]
    for path in sorted(folder.glob("*/*.yml")):
        lesson, file = path.parent.name, f"{folder.name}/{path.parent.name}/{path.name}"
        if lesson in lessons and path.name in READERS:
            faults = faults_of(functools.partial(READERS[path.name], path, name))
            yield from (replace(fault, file=file) if fault.file == name_of(path) else fault for fault in faults)
            if not faults and article is not None:
                yield from _words_missing(file, path, article)
            if not faults and path.name == "questions.yml":
                yield from _keys_missing(path, name, f"{folder.name}/{lesson}/key.yml")
        elif lesson in lessons:
            yield _note(file, "no lesson reads this file", path.name, READERS)
        elif folder != lessons_folder():
            yield _note(file, f"there is no lesson '{lesson}'", lesson, lessons)


def _words_missing(file: str, path: Path, lessons_article: CodedArticle) -> Iterator[Fault]:
    for content, text, texts in _by_text(path):
        about = [article for name in (text, *texts) if name and (article := check_text(texts_folder() / name)[0])]
        if not text:
            yield from _pointers_astray(file, content, lessons_article.with_texts(about))
        elif about:
            yield from _pointers_astray(file, content, about[0])


def _by_text(path: Path) -> list[tuple[Any, str, tuple[str, ...]]]:
    """The parts of a lesson's file, each with the text that it is about ("": the article), and those to compare."""
    content, questions = read_yaml(path), path.with_name("questions.yml")
    if path.name not in ("questions.yml", "key.yml") or not questions.is_file():
        return [(content, "", ())]
    try:
        top = YamlEntry(read_yaml(questions), "")
    except FaultsError:  # they are reported with that file
        return []
    entries = {entry.id: entry for entry in top.entries("questions", "question", needed=False)}
    about = {
        name: (entry.choice("text", text_names(), needed=False), entry.texts("texts", needed=False))
        for name, entry in entries.items()
    }
    parts = {name: entry.fields for name, entry in entries.items()} if path == questions else content
    return [(part, *about.get(name, ("", ()))) for name, part in parts.items()]


def _pointers_astray(file: str, content: Any, article: CodedArticle) -> Iterator[Fault]:
    texts = {paragraph.paragraph_id: paragraph.text for paragraph in article.paragraphs}
    named = [pointer.paragraph for pointer in pointers_in(content)]
    if isinstance(content, dict) and isinstance(content.get("look"), str):
        named.append(content["look"])
    for name in named:
        if name not in texts:
            what, near = f"there is no paragraph '{name}'", nearest_of(name, texts)
            yield Fault(file, what, allowed="the article's are headline, p1, p2 and so on", nearest=near)
    for pointer in pointers_in(content):
        if pointer.paragraph in texts and article.place_of(pointer) is None:
            what = f"'{pointer.words}' is not in {pointer.paragraph}, or not {pointer.occurrence} times"
            near = nearest_words(texts[pointer.paragraph], pointer.words)
            yield Fault(file, what, allowed="words of the paragraph, letter for letter", nearest=near)


def _keys_missing(path: Path, article: str, file: str) -> Iterator[Fault]:
    questions = read_questions(path, LessonKey(path.parent.name), article)
    try:
        keys = read_keys(path.with_name("key.yml"), article)
    except FaultsError:  # they are reported with that file
        return
    for question in questions.values():
        field = kind_of(question).key_field
        if field and question.id not in keys:
            yield Fault(
                file, f"there is no key for the question '{question.id}'", allowed=f"add it, with '{field}: ...'"
            )


def _top(path: Path) -> YamlEntry:
    return YamlEntry(read_yaml(path), name_of(path))


def _note(file: str, what: str, name: str, known: Collection[str]) -> Fault:
    return Fault(
        file, what, allowed=f"one of: {', '.join(sorted(known))}", nearest=nearest_of(name, known), only_a_note=True
    )
