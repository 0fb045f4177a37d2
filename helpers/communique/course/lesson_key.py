"""What a lesson is called where answers are kept: its name, and that of the article where one was brought."""

import re
from dataclasses import dataclass
from typing import Self

#: The folder with the forms' questions, and when a form is filled in: each is a lesson where answers are kept.
FORMS, OCCASIONS = "forms", ("before", "after", "later")
#: The parts of a stored name, lesson or lesson@article, alone or in front of a question's id; the page uses it too.
STORED = "^([^/@]+)(?:@([^/]+))?"


@dataclass(frozen=True)
class LessonKey:
    """A lesson on an article; `article` is "" where it is on the course's own."""

    name: str
    article: str = ""

    @classmethod
    def of(cls, stored: str) -> Self:
        """The lesson in a name that was stored: lesson or lesson@article, alone or in front of a question's id.

        Example:
            >>> LessonKey.of("events@bay-2023/ladder")
            LessonKey(name='events', article='bay-2023')
        """
        lesson = stored.partition("/")[0]
        parts = re.match(STORED, lesson)
        return cls(parts[1], parts[2] or "") if parts and parts[0] == lesson else cls(lesson)

    @property
    def is_form(self) -> bool:
        """Whether it is no lesson but a form, before or after the course."""
        return self.name in (FORMS, *OCCASIONS)

    def __str__(self) -> str:
        return f"{self.name}@{self.article}" if self.article else self.name
