"""The course: its lessons in order, as course.yml has them."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import CommuniqueError
from .places import lessons_folder
from .spans import nearest_of
from .yaml_files import read_yaml


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
