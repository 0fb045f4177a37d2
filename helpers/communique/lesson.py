"""A lesson in a notebook: its reader, its questions, its tables and charts, and where the student stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .course import Course, LessonInfo, load_course
from .errors import CommuniqueError
from .progress import Journal, open_journal, replay
from .questions import Question, load_questions
from .spans import nearest_of
from .standing import is_done
from .strings import text

if TYPE_CHECKING:
    import ipywidgets

    from .tables import Article
    from .widgets import CourseMap, LessonFoot, LessonHeader, QuestionWidget, Reader, Tool


class Lesson:
    """One lesson, open in a notebook.

    `article` is the article it is about. Everything that `ask` shows is saved by itself.

    Example:
        >>> lesson = open_lesson("events")
        >>> lesson.ask("threat-or-deed")  # doctest: +SKIP
    """

    def __init__(self, info: LessonInfo, course: Course, journal: Journal) -> None:
        self.info, self._course, self._journal = info, course, journal
        self._reader: Reader | None = None
        self._headers: list[tuple[LessonHeader, bool]] = []
        self._maps: list[CourseMap] = []
        journal.listeners.append(self._refresh)

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return load_questions(self.info.name)

    @cached_property
    def article(self) -> Article:
        """The article that the lesson is about."""
        from .tables import load_article

        return load_article(self._course.article)

    def __repr__(self) -> str:
        return f"<Lesson '{self.info.title}'>"

    def _ipython_display_(self) -> None:
        from IPython.display import display

        from .widgets import LessonHeader

        # the title first: what is done in which lesson takes a moment longer to find
        header = LessonHeader({"title": self._title(), "lines": [], "open": [], "progress": {}})
        display(header)
        header.state = self._state(self._journal.records(), foot=False)
        self._headers.append((header, False))

    def reader(self, layers: Iterable[str] = (), *, coding: bool = True) -> Reader:
        """The article with its marks.

        Parameters:
            layers: the layers that are on at first: "actors", "events", "statements".
            coding: False shows the article without its coding, for students who are to code it themselves.
        """
        from .widgets import Reader, tool_pointers

        pointers = {pointer for question in self._questions.values() for pointer in question.evidence}
        pointers.update(tool_pointers(self.info.name))
        self._reader = Reader(self.article, layers, pointers=pointers, coding=coding)
        return self._reader

    def ask(self, question_id: str) -> QuestionWidget:
        """One question of this lesson, with the answer, the tries and the hints where they were.

        Raises:
            CommuniqueError: the lesson has no such question.
        """
        from .widgets import question_widget

        question = self._questions.get(question_id)
        if question is None:
            near = nearest_of(question_id, self._questions)
            hint = f"Did you mean '{near}'?" if near else f"Its questions are: {', '.join(self._questions)}."
            raise CommuniqueError(f"The lesson '{self.info.name}' has no question '{question_id}'.", hint)
        widget = question_widget(question.kind)
        return widget(question, self.article.coded, self._journal, lambda: self._reader)

    def show(self, what: Any) -> ipywidgets.VBox:
        """A chart or a table whose marks and rows show the words they rest on.

        Parameters:
            what: a figure of `communique` (timeline, mention_map), several of them as {title: figure} with
                a switch between them, or a DataFrame with row ids as index.

        Raises:
            CommuniqueError: it is neither.
        """
        import ipywidgets

        from .widgets import chart_of, linked, table_of

        figures = what.values() if isinstance(what, dict) and what else [what]
        if all(hasattr(one, "layout") and hasattr(one, "data") for one in figures):
            return chart_of(what, self.article.coded, lambda: self._reader)
        if hasattr(what, "index") and hasattr(what, "to_csv"):
            table = table_of(what, self.article.coded)
            parts = [table]
            if any(row["rows"] for row in table.rows):  # a table of one's own, such as a pivot, has no words to show
                parts.append(linked(self.article.coded, table, reader=lambda: self._reader))
            box = ipywidgets.VBox(parts)
            box.add_class("cq-linked")
            return box
        raise CommuniqueError(
            f"lesson.show cannot show this {type(what).__name__}.",
            "Give it a table such as lesson.article.events, or a chart such as timeline(lesson.article.events).",
        )

    def tool(self, name: str) -> Tool:
        """The lesson's own tool, with what the student left in it.

        Parameters:
            name: the tool's name, such as "scenario".

        Raises:
            CommuniqueError: there is no such tool.
        """
        from .widgets import tool_widget

        return tool_widget(name)(self.info.name, self.article.coded, self._journal, lambda: self._reader)

    def map(self) -> CourseMap:
        """The lessons of the course: what builds on what, what is done, and where to go on."""
        return self._map(compact=False)

    def finish(self) -> LessonFoot:
        """What is done and what is open, which lesson comes next, a worksheet to print, and a file to hand in."""
        from .widgets import HandInButton, LessonFoot, WorksheetButton

        sheet, hand_in = WorksheetButton(self._sheet, self._keep), HandInButton(*self._handing_in())
        return LessonFoot(self._header(foot=True), self._map(compact=True), sheet, hand_in)

    def _handing_in(self) -> tuple[Callable[[str], bytes], Callable[[bytes], Path]]:
        from .handing_in import FILE_NAME, handin, write_handin

        beside = self._journal.path.parent / FILE_NAME
        return lambda name: handin(self._journal, name=name), lambda content: write_handin(beside, content)

    def _sheet(self, name: str, only: bool) -> str:
        from .worksheet import worksheet

        wanted = [self.info.name] if only else []
        return worksheet(self._journal, self._course, self.article.coded, name=name, lessons=wanted)

    def _keep(self, page: str) -> Path:
        from .worksheet import FILE_NAME, write_worksheet

        return write_worksheet(self._journal.path.parent / FILE_NAME, page)

    def _header(self, *, foot: bool) -> LessonHeader:
        from .widgets import LessonHeader

        header = LessonHeader(self._state(self._journal.records(), foot), foot=foot)
        self._headers.append((header, foot))
        return header

    def _map(self, *, compact: bool) -> CourseMap:
        from .widgets import CourseMap

        found = CourseMap(self._map_state(self._journal.records()), compact=compact)
        self._maps.append(found)
        return found

    def _refresh(self) -> None:
        records = self._journal.records()
        for header, foot in self._headers:
            header.state = self._state(records, foot)
        for one in self._maps:
            one.state = self._map_state(records)

    def _map_state(self, records: list[dict[str, Any]]) -> dict[str, Any]:
        from .widgets import map_state

        beside = {path.name for path in Path.cwd().glob("*.ipynb")}
        return map_state(self._course, records, self.info.name, beside)

    def _title(self) -> str:
        return f"{self.info.title} ({text('header', 'minutes', minutes=self.info.minutes)})"

    def _state(self, records: list[dict[str, Any]], foot: bool) -> dict[str, Any]:
        states, questions = replay(records), self._questions.values()
        open_ones = [question.prompt for question in questions if not is_done(states, question)]
        progress = {
            "title": f"{self.info.number}. {self.info.title}",
            "done": len(questions) - len(open_ones),
            "count": len(questions),
        }
        touched = any(question.name in states for question in questions)
        return {
            "title": "" if foot else self._title(),
            "lines": self._foot_lines(open_ones) if foot else self._head_lines(progress, touched),
            "open": open_ones if foot else [],
            "progress": {} if foot else progress,
        }

    def _head_lines(self, progress: dict[str, Any], touched: bool) -> list[str]:
        if touched:
            return [text("header", "welcome-back", done=progress["done"], count=progress["count"])]
        if self._journal.path.parent != Path.cwd():
            return [text("header", "elsewhere", file=str(self._journal.path))]
        return [text("header", "welcome", file=self._journal.path.name)]

    def _foot_lines(self, open_ones: list[str]) -> list[str]:
        lines = [text("finish", "open" if open_ones else "all-done")]
        later = self._course.lessons[self.info.number : self.info.number + 1]
        after = [text("finish", "next", title=n.title, file=n.notebook) for n in later] or [text("finish", "last")]
        kept = text("finish", "saved-in", file=str(self._journal.path))
        return [*after, kept, *lines]


def open_lesson(name: str) -> Lesson:
    """Open a lesson of the course.

    Parameters:
        name: the lesson's name, as in course.yml.

    Returns:
        The lesson; shown as the last line of a cell, it greets the student and says what is done.

    Raises:
        CommuniqueError: there is no such lesson; the message lists those there are.

    Example:
        >>> open_lesson("events")
        <Lesson 'What happened, and what was only said'>
    """
    course = load_course()
    return Lesson(course.lesson(name), course, open_journal())
