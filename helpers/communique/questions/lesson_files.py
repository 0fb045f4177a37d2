"""The files of a lesson: the course's own, and those in the folder of an article that was brought."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ..base.places import lessons_folder
from ..base.yaml_files import YamlEntry, name_of, read_yaml
from ..coding.article import CodedArticle
from ..course.lesson_key import LessonKey


def lesson_file(lesson: LessonKey, article: CodedArticle | None, file: str) -> Path | None:
    """Where a file of a lesson is, or would be: with the course, or in the folder of the article that was brought."""
    if not lesson.article:
        return lessons_folder() / lesson.name / file
    return article.folder / "lessons" / lesson.name / file if article is not None and article.folder else None


def tool_content(
    lesson: LessonKey, article: CodedArticle | None, file: str, common: Collection[str] = ()
) -> Mapping[str, Any]:
    """What was written for a lesson's own tool; of the course's file, what is `common` holds for every article."""
    path = lesson_file(lesson, article, file)
    written = read_yaml(path) if path is not None and path.is_file() else {}
    if not common or not lesson.article:
        return written
    course = tool_content(LessonKey(lesson.name), None, file)
    return {name: value for name, value in course.items() if name in common} | dict(written)


def tool_file(lesson: LessonKey, article: CodedArticle | None, file: str, common: Collection[str] = ()) -> YamlEntry:
    """The same, to be read field by field; faults name the file that was brought, if there is one, or the course's."""
    path = lesson_file(lesson, article, file)
    place = path if path and path.is_file() else lessons_folder() / lesson.name / file
    return YamlEntry(tool_content(lesson, article, file, common), name_of(place))


def facts_home(lesson: LessonKey, article: CodedArticle) -> str:
    """The folder or the name of the article whose outside facts a lesson cites."""
    return str(article.folder) if lesson.article and article.folder else article.slug
