"""The frame of a lesson's own tool: its content from the lesson's folder, and what the student left in it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

import ipywidgets

from ...base.yaml_files import YamlEntry
from ...coding.article import CodedArticle
from ...coding.outside_facts import OutsideFact, load_outside_facts
from ...coding.pointers import Pointer
from ...course.journal import Journal
from ...course.lesson_key import LessonKey
from ...questions.lesson_files import facts_home, tool_content, tool_file
from ..base import CommuniqueWidget
from ..reader import Reader


class Tool(CommuniqueWidget):
    """A widget that one lesson has for itself; a subclass sets `name` and answers the messages of its page."""

    name = ""
    #: What is said on an article for which nobody wrote anything, where the tool needs that: a string in `plain`.
    lacking = ""
    #: Entries of the lesson's file that hold for every article, also one that somebody brought.
    for_every_article: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self,
        lesson: LessonKey,
        article: CodedArticle,
        journal: Journal,
        reader: Callable[[], Reader | None] = lambda: None,
        **traits: Any,
    ) -> None:
        self._lesson, self._article, self._journal, self._reader = lesson, article, journal, reader
        super().__init__(**traits)

    def open(self) -> None:
        """Reach the page filled: a slow one draws what it gets first, and may not hear of what comes a moment later."""
        if self.comm is None:
            self.set_up()
        super().open()

    def set_up(self) -> None:
        """Fill the traits for the lesson and the article; a subclass does it here."""

    def light(self, pointers: Iterable[Pointer], *, scroll: bool = True) -> None:
        """Light words in the lesson's reader, where it is shown and there are any."""
        pointers, reader = list(pointers), self._reader()
        if reader is not None and pointers:
            reader.show_words(pointers, scroll=scroll)

    @classmethod
    def journal_name(cls, lesson: LessonKey) -> str:
        """What the tool is called in the progress file: lesson/tool:name."""
        return f"{lesson}/tool:{cls.name}"

    @property
    def place(self) -> tuple[Journal, str]:
        return self._journal, self.journal_name(self._lesson)

    @property
    def content(self) -> Mapping[str, Any]:
        """What was written for the tool and the article: lessons/<lesson>/<name>.yml, empty where there is none."""
        return self.file.fields

    @property
    def file(self) -> YamlEntry:
        """The same, to be read field by field."""
        return tool_file(self._lesson, self._article, f"{self.name}.yml", self.for_every_article)

    @property
    def outside_facts(self) -> Mapping[str, OutsideFact]:
        return load_outside_facts(facts_home(self._lesson, self._article))

    @classmethod
    def lacks(cls, lesson: LessonKey, article: CodedArticle) -> str:
        """What the tool would need and the article does not give: the name of a string in `plain`; "" for nothing."""
        return "" if not cls.lacking or tool_content(lesson, article, f"{cls.name}.yml") else cls.lacking

    @property
    def kept(self) -> Any:
        """What the student left here last (a JSON value), or None."""
        state = self._journal.states().get(self.journal_name(self._lesson))
        return state.answer if state else None

    @property
    def left(self) -> dict[str, Any]:
        """What the student left here last, by name; empty where it is nothing of that kind."""
        kept = self.kept
        return dict(kept) if isinstance(kept, dict) else {}

    def keep(self, value: Any) -> None:
        """Write what the student did to disk, and return only when it is there."""
        if value != self.kept:
            self._journal.add(self.journal_name(self._lesson), "draft", answer=value)

    @property
    def whole(self) -> ipywidgets.DOMWidget:
        """What a lesson shows: the tool, or a box with the tool and what belongs to it."""
        return self
