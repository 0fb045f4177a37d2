"""Every YAML file of the lessons, read by whoever reads it: all the faults that a class would meet, at once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..base.errors import Fault, FaultsError
from ..base.nearest import nearest_of
from ..base.places import lessons_folder
from ..base.yaml_files import YamlEntry, name_of, read_yaml
from ..coding.article import CodedArticle
from ..coding.checking import check_article
from ..coding.outside_facts import cited, load_sources
from ..course.course import load_course
from ..course.lesson_key import LessonKey
from ..questions.keys import read_keys
from ..questions.reading import read_questions
from .desk.content import read_desk
from .forecasts import read_outcomes
from .framing.facts import read_workshop
from .negotiation.clauses import read_openings
from .scenario.reading import read_scenario

#: File of a lesson -> what reads it, for the article with this name or folder
READERS: Mapping[str, Callable[[Path, str], Any]] = {
    "questions.yml": lambda path, article: read_questions(path, LessonKey(path.parent.name), article),
    "key.yml": read_keys,
    "scenario.yml": lambda path, article: read_scenario(cited(_top(path), article)),
    "forecast.yml": lambda path, article: read_outcomes(_top(path), load_sources(article)),
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
    faults += faults_of(lambda: load_sources(str(folder)))
    faults += check_lessons(folder / "lessons", str(folder))
    return article, list(dict.fromkeys(faults))


def check_course(article: str) -> list[Fault]:
    """All the faults of course.yml and of the lessons' files; `article` is the course's own."""
    return list(dict.fromkeys([*faults_of(load_course), *check_lessons(lessons_folder(), article)]))


def check_lessons(folder: Path, article: str) -> Iterator[Fault]:
    """The faults of the YAML files in a folder of lessons; what nothing reads is noted.

    Parameters:
        folder: a folder with a folder for each lesson.
        article: the article whose outside facts they may name: a name of the course's, or a folder's path.
    """
    lessons = [path.parent.name for path in lessons_folder().glob("*/lesson.md")]
    for path in sorted(folder.glob("*/*.yml")):
        lesson, name = path.parent.name, f"{folder.name}/{path.parent.name}/{path.name}"
        if lesson in lessons and path.name in READERS:
            for fault in faults_of(functools.partial(READERS[path.name], path, article)):
                yield replace(fault, file=name) if fault.file == str(path) else fault
        elif lesson in lessons:
            yield _note(name, "no lesson reads this file", path.name, READERS)
        elif folder != lessons_folder():
            yield _note(name, f"there is no lesson '{lesson}'", lesson, lessons)


def _top(path: Path) -> YamlEntry:
    return YamlEntry(read_yaml(path), name_of(path))


def _note(file: str, what: str, name: str, known: Collection[str]) -> Fault:
    return Fault(
        file, what, allowed=f"one of: {', '.join(sorted(known))}", nearest=nearest_of(name, known), only_a_note=True
    )
