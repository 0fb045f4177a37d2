"""All questions of a lesson on an article, with their keys: the course's, the article's author's, and generated ones.

On the course's own article a lesson has the questions that were written for it. On an article that somebody brought
it has those that hold for any article, those that stand in the article's own folder (lessons/<lesson>/questions.yml
and key.yml), and those that are generated from its coding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..base.places import lessons_folder
from ..base.yaml_files import read_yaml
from ..coding.article import CodedArticle
from ..coding.pointers import Pointer, pointers_in
from .generated.topics import made_for, of_lesson
from .keys import Key, load_keys, read_keys
from .kinds import kind_of
from .question import Question
from .reading import entries_of, load_questions, read_questions


def questions_of(lesson: str, article: CodedArticle | None = None) -> Mapping[str, Question]:
    """The questions of a lesson, by id, in the order in which it asks them.

    Parameters:
        lesson: the lesson's name, with "@" and the article's name behind it where an article was brought.
        article: the article that was brought.

    Raises:
        CommuniqueError: a file of questions has a fault; the message names the question and the field.

    Example:
        >>> next(iter(questions_of("events")))
        'threat-or-deed'
    """
    common = load_questions(lesson)
    if article is None or "@" not in lesson:
        return common
    made = {name: one.question for name, one in of_lesson(article, lesson.partition("@")[0], lesson).items()}
    first = {name: question for name, question in common.items() if not kind_of(question).comes_last}
    return {**first, **made, **written_for(lesson, article), **common}


def written_for(lesson: str, article: CodedArticle) -> Mapping[str, Question]:
    """The questions that an article's author wrote for a lesson, by id."""
    path = lesson_file(lesson, article, "questions.yml")
    if path is None or not path.is_file():
        return {}
    return read_questions(entries_of(path), lesson, str(path), str(article.folder))


def keys_of(lesson: str, article: CodedArticle | None = None) -> Mapping[str, Key]:
    """The keys of a lesson's questions, by id; only marking reads them."""
    common = load_keys(lesson)
    if article is None or "@" not in lesson:
        return common
    made = {name: one.key for name, one in of_lesson(article, lesson.partition("@")[0], lesson).items()}
    path = lesson_file(lesson, article, "key.yml")
    written = read_keys(path, str(path), str(article.folder)) if path else {}
    return {**common, **made, **written}


def generated_key(question: Question, article: CodedArticle) -> Key:
    """The key of a generated question; an empty one where the coding has changed and no longer gives it."""
    found = of_lesson(article, question.lesson.partition("@")[0], question.lesson).get(question.id)
    return found.key if found else Key()


def lesson_file(lesson: str, article: CodedArticle | None, file: str) -> Path | None:
    """Where a file of a lesson's is: with the course, or in the folder of the article that was brought.

    Returns:
        The path, whether there is such a file or not; None where the article has no folder.
    """
    name, brought = lesson.partition("@")[::2]
    if not brought:
        return lessons_folder() / name / file
    return article.folder / "lessons" / name / file if article is not None and article.folder else None


def tool_content(lesson: str, article: CodedArticle | None, file: str) -> Mapping[str, Any]:
    """What was written for a lesson's own tool; empty where nothing was.

    Parameters:
        lesson: as for `questions_of`.
        article: the article that the lesson is on.
        file: the tool's file, such as "scenario.yml".

    Raises:
        CommuniqueError: the file is no YAML.
    """
    path = lesson_file(lesson, article, file)
    return read_yaml(path) if path is not None and path.is_file() else {}


def pointers_of(lesson: str, article: CodedArticle | None, files: tuple[str, ...]) -> Iterator[Pointer]:
    """The words of the article that a lesson's tools point at."""
    for file in files:
        yield from pointers_in(tool_content(lesson, article, file))


def practice_of(lesson: str, article: CodedArticle, topic: str) -> list[Question]:
    """The generated questions of a topic, as a lesson asks them."""
    names = {one.question.id for one in made_for(article, topic)}
    made = of_lesson(article, lesson.partition("@")[0], lesson)
    return [one.question for name, one in made.items() if name in names]


def sources_for(lesson: str, article: CodedArticle) -> str:
    """What `load_sources` is given for a lesson on an article."""
    return str(article.folder) if "@" in lesson and article.folder else article.slug
