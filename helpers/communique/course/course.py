"""The course: its lessons in order, as course.yml has them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Self

from ..base.errors import CommuniqueError
from ..base.nearest import meant
from ..base.places import lessons_folder
from ..base.unchanged import kept_while_unchanged
from ..base.yaml_files import YamlEntry, read_yaml
from .lesson_key import OCCASIONS, LessonKey

#: In a student's folder: holds the folder of the article that the lessons are on, where it is not the course's own.
BROUGHT = "article"
#: In a student's folder: holds a folder for each article that the student brought.
OWN_ARTICLES = "my-articles"
#: In a student's folder: a file of this name shows at once what would otherwise appear after a question.
OPEN = "everything-open.txt"
FILE = "lessons/course.yml"
#: In the names of the forms' notebooks: before all lessons, and behind them.
_FORM_NUMBERS = dict(zip(OCCASIONS, (0, 98, 99), strict=True))


@dataclass(frozen=True)
class LessonInfo:
    """A lesson's place in the course; `builds_on` names the lessons that it takes for granted.

    `core` lessons make up a course by themselves. `also` names what the lesson has taken over: a former lesson, or
    one question of another ("reactions/escalation"). `on` is the name of an article that somebody brought, "" where
    the lesson is on the course's own.
    """

    name: str
    title: str
    minutes: int
    number: int
    about: str = ""
    builds_on: tuple[str, ...] = ()
    core: bool = False
    also: tuple[str, ...] = ()
    on: str = ""

    @property
    def key(self) -> LessonKey:
        return LessonKey(self.name, self.on)

    @property
    def heading(self) -> str:
        """Its number and title; a form has no number."""
        return self.title if self.key.is_form else f"{self.number}. {self.title}"

    @property
    def notebook(self) -> str:
        return f"{self.number:02d}-{self.name}.ipynb"


@dataclass(frozen=True)
class Course:
    """The course as course.yml has it; `article` is a name of the course's, or the path of one that was brought.

    `open` shows at once what would otherwise appear after a question. `forms` are those before and after the course.
    """

    title: str
    article: str
    lessons: tuple[LessonInfo, ...]
    open: bool = False
    forms: tuple[LessonInfo, ...] = ()

    @property
    def is_brought(self) -> bool:
        """Whether the lessons are on an article that they were not written for."""
        return any(info.on for info in self.lessons)

    def on(self, folder: Path) -> Self:
        """The same lessons on another article; its folder's name tells its answers from those on any other."""
        name = article_name(folder)
        return replace(self, article=str(folder), lessons=tuple(replace(info, on=name) for info in self.lessons))

    def lesson(self, name: str) -> LessonInfo:
        for info in (*self.lessons, *self.forms):
            if name in (info.name, *info.also):
                return info
        names = [info.name for info in self.lessons]
        raise CommuniqueError(f"There is no lesson '{name}'.", meant(name, names, "The lessons are"))

    @cached_property
    def _taken_over(self) -> dict[str, str]:
        return {former: info.name for info in self.lessons for former in info.also}

    def name_now(self, stored: str) -> str:
        """The name that a question has today: answers kept under a former lesson are the present one's.

        Example:
            >>> load_course().name_now("start@bay-2023/named")
            'read@bay-2023/named'
        """
        key, rest = LessonKey.of(stored), stored.partition("/")[2]
        lesson = self._taken_over.get(f"{key.name}/{rest}") or self._taken_over.get(key.name)
        return f"{LessonKey(lesson, key.article)}/{rest}" if lesson and rest else stored


def article_name(folder: Path) -> str:
    """What an article is called in the name of an answer: letters, figures, dots and hyphens.

    Example:
        >>> article_name(Path("My articles/Río 2023@x"))
        'Río-2023-x'
    """
    return re.sub(r"[^\w.-]+", "-", folder.name).strip("-") or BROUGHT


def article_in(place: Path) -> Path | None:
    """The folder of the article that a student's folder has in it; None where the lessons are on the course's own."""
    return next((path.parent for path in sorted((place / BROUGHT).glob("*/article.md"))), None)


def course_in(place: Path) -> Course:
    """The course of a student's folder: on the article that the folder has in it, or on the course's own."""
    course, brought = load_course(), article_in(place)
    course = replace(course, open=course.open or (place / OPEN).exists())
    return course.on(brought.resolve()) if brought else course


def load_course() -> Course:
    """The course: title, article and lessons in order."""
    return _course_of(lessons_folder() / "course.yml")


@kept_while_unchanged
def _course_of(path: Path) -> Course:
    top = YamlEntry(read_yaml(path, FILE), FILE)
    top.only("title", "article", "lessons", "open", "forms")
    entries = top.entries("lessons", "lesson", own="name")
    names = [entry.id for entry in entries]
    lessons = tuple(_lesson(number, entry, names) for number, entry in enumerate(entries, 1))
    former = [name for info in lessons for name in info.also]
    for name in dict.fromkeys(one for one in former if one in names or former.count(one) > 1):
        top.fault(f"'{name}' is a lesson of the course, or in 'also' twice", "lessons", "take it out of 'also'")
    circle = circle_in({info.name: info.builds_on for info in lessons})
    if circle:
        ask = f"take a name out of 'builds_on', for instance in the lesson '{circle[0]}'"
        top.fault(f"lessons build on each other in a circle: {' on '.join(circle)}", "lessons", ask)
    forms = tuple(_form(entry) for entry in top.entries("forms", "form", needed=False, own="name"))
    return top.finish(Course(top.text("title"), top.text("article"), lessons, top.flag("open"), forms))


def circle_in(order: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Names that build on each other in a circle, first and last the same; empty where there is no circle.

    Example:
        >>> circle_in({"a": ("b",), "b": ("a",)})
        ('a', 'b', 'a')
    """
    try:
        TopologicalSorter(order).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))  # graphlib tells it from what is built on to what builds on it
    return ()


def _form(entry: YamlEntry) -> LessonInfo:
    entry.only("name", "title", "minutes")
    entry.known(entry.id, OCCASIONS, "name")
    return LessonInfo(entry.id, entry.text("title"), entry.number("minutes"), _FORM_NUMBERS.get(entry.id, 0))


def _lesson(number: int, entry: YamlEntry, names: list[str]) -> LessonInfo:
    entry.only("name", "title", "minutes", "about", "builds_on", "core", "also")
    builds_on = (entry.known(name, names, "builds_on") for name in entry.texts("builds_on", needed=False))
    return LessonInfo(
        name=entry.id,
        title=entry.text("title"),
        minutes=entry.number("minutes"),
        number=number,
        about=entry.text("about", needed=False),
        builds_on=tuple(name for name in dict.fromkeys(builds_on) if name),
        core=entry.flag("core"),
        also=entry.texts("also", needed=False),
    )
