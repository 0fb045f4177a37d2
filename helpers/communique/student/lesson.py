"""A lesson in a notebook: its reader, its questions, its tables and charts, and where the student stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..base.errors import CommuniqueError
from ..base.nearest import meant
from ..base.strings import text
from ..course.course import Course, LessonInfo, course_in
from ..course.journal import Journal, open_journal
from .head_and_foot import state_of, title_of

if TYPE_CHECKING:
    import ipywidgets

    from ..coding.article import CodedArticle
    from ..frames.article import Article
    from ..questions.question import Question
    from ..widgets.lesson.course_map import CourseMap
    from ..widgets.plain import PlainBox
    from ..widgets.questions.question import QuestionWidget
    from ..widgets.reader import Reader

T = TypeVar("T")


class Lesson:
    """One lesson, open in a notebook.

    `article` is the article it is about, `journal` keeps what the student does. Everything that `ask` shows is
    saved by itself.

    Example:
        >>> lesson = open_lesson("events")
        >>> lesson.ask("threat-or-deed")  # doctest: +SKIP
    """

    def __init__(self, info: LessonInfo, course: Course, journal: Journal) -> None:
        self.info, self._course, self.journal = info, course, journal
        self._reader: Reader | None = None
        self._followed: dict[Callable[[], dict[str, Any]], list[Any]] = {}

    @cached_property
    def _brought(self) -> CodedArticle | None:
        """The article, where it is not the course's own."""
        return self.article.coded if self._course.is_brought else None

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        if self.info.key.is_form:
            from ..questions.forms import form_questions

            return form_questions(self.journal, self.info.name)
        from ..questions.bank import questions_of

        return questions_of(self.info.key, self._brought)

    @cached_property
    def _remembered(self) -> list[Question]:
        from ..questions.remembering import asked_again

        return asked_again(self.info, self._course, self.journal.records(), self._brought)

    def _remembering(self) -> ipywidgets.VBox:
        """The questions that are asked again, under a line that says where they come from."""
        from ..widgets.base import stack
        from ..widgets.plain import PlainBox

        cards = [self._card(one, self._course.lesson(one.lesson.name)) for one in self._remembered]
        return stack([PlainBox(text("remembering", "title"), [text("remembering", "note")]), *cards])

    @cached_property
    def article(self) -> Article:
        """The article that the lesson is about."""
        from ..frames.article import load_article

        return load_article(self._course.article)

    def __repr__(self) -> str:
        return f"<Lesson '{self.info.title}'>"

    def _ipython_display_(self) -> None:
        from IPython.display import display

        from ..widgets.lesson.header import LessonHeader

        # the title first: what is done in which lesson takes a moment longer to find
        header = LessonHeader(state={"title": title_of(self.info), "lines": [], "open": [], "progress": {}})
        display(header)

        def filled(state: dict[str, Any]) -> LessonHeader:
            header.state = state
            return header

        self._follow(filled, self._state)
        if self._remembered:
            display(self._remembering())

    def reader(self, layers: Iterable[str] = (), *, coding: bool = True) -> Reader:
        """The article with its marks, and the texts that the lesson's questions compare with it.

        Parameters:
            layers: the layers that are on at first: "actors", "events", "statements".
            coding: False shows the article without its coding, for students who are to code it themselves.
        """
        from ..coding.loading import load_text
        from ..widgets.reader import Reader
        from ..widgets.tools import tool_pointers

        asked = [*self._questions.values(), *self._remembered]
        pointers = {pointer for question in asked for pointer in question.evidence}
        pointers.update(tool_pointers(self.info.key, self._brought))
        names = dict.fromkeys(name for question in self._questions.values() for name in question.texts)
        texts = [load_text(name) for name in names]
        self._reader = Reader(self.article, layers, pointers=pointers, coding=coding, docked=True, texts=texts)
        return self._reader

    def ask(self, question_id: str) -> QuestionWidget:
        """One question of this lesson, with the answer, the tries and the hints where they were.

        Raises:
            CommuniqueError: the lesson has no such question.
        """
        return self._card(self._question(question_id))

    def _card(self, question: Question, home: LessonInfo | None = None) -> QuestionWidget:
        from ..widgets.questions.question import question_widget

        widget, number = question_widget(question.kind), self._number(question.id, home)
        return widget(question, self.article.coded, self.journal, lambda: self._reader, number)

    def _question(self, question_id: str) -> Question:
        question = self._questions.get(question_id)
        if question is None:
            what = f"The lesson '{self.info.name}' has no question '{question_id}'."
            raise CommuniqueError(what, meant(question_id, self._questions, "Its questions are"))
        return question

    def _number(self, question_id: str, home: LessonInfo | None = None) -> str:
        """A question's number in its home, as in the teacher's book; "" for one that the lesson does not count."""
        from ..questions.bank import numbers_of, questions_of

        asked = questions_of(home.key, self._brought) if home else self._questions
        return numbers_of(home or self.info, asked.values()).get(question_id, "")

    def practice(self, topic: str) -> ipywidgets.VBox | PlainBox:
        """The questions of a topic that are made from the article's coding; a plain box where it gives none.

        Parameters:
            topic: what they are about, such as "speakers" or "days".

        Raises:
            CommuniqueError: there is no such topic; the message lists those there are.
        """
        from ..questions.bank import practice_of
        from ..widgets.base import stack
        from ..widgets.plain import left_out

        asked = practice_of(self.info.key, self.article.coded, topic)
        return stack(map(self._card, asked)) if asked else left_out(self.article.coded, topic)

    def written(self) -> ipywidgets.VBox | None:
        """The questions that the article's author wrote for this lesson; nothing where there are none."""
        from ..questions.bank import written_for
        from ..widgets.base import stack

        asked = written_for(self.info.key, self._brought) if self._brought else {}
        return stack(self.ask(name) for name in asked) if asked else None

    def show(self, what: Any, *, after: str | Iterable[str] = ()) -> ipywidgets.DOMWidget:
        """A chart or a table whose marks and rows show the words behind them.

        Parameters:
            what: a chart of `communique` (timeline, mention_map), several of them as {title: chart} with
                a switch between them, or a DataFrame with row ids as index.
            after: the id of a question that this would answer, or a topic of `practice`, or several: it appears
                once each has been tried or explained (at once where everything is open).

        Raises:
            CommuniqueError: it is neither, or there is no such question.
        """
        from ..widgets.show.chart import shown

        return self._after(after, lambda: shown(what, self.article.coded, lambda: self._reader))

    def _after(self, after: str | Iterable[str], make: Callable[[], ipywidgets.DOMWidget]) -> ipywidgets.DOMWidget:
        """What answers would be read from: a line in its place until the questions have been tried."""
        names = [after] if isinstance(after, str) else after
        asked = [question for name in names for question in self._asked(name)]
        if not asked or self._course.open:
            return make()
        from ..widgets.plain import until_tried

        return until_tried({one.name: self._number(one.id) for one in asked}, self.journal, make)

    def _asked(self, name: str) -> list[Question]:
        """The question of this id, or those of this topic: none where the coding gives none."""
        from ..questions.bank import practice_of
        from ..questions.generated.topics import TOPICS

        if name in TOPICS and name not in self._questions:
            return practice_of(self.info.key, self.article.coded, name)
        return [self._question(name)]

    def tool(self, name: str, *, after: str | Iterable[str] = ()) -> ipywidgets.DOMWidget:
        """The lesson's own tool, with what the student left in it; a plain box where the article does not give enough.

        Parameters:
            name: the tool's name, such as "scenario".
            after: what it would answer; see `show`.

        Raises:
            CommuniqueError: there is no such tool, or no such question.
        """
        from ..widgets.plain import tool_left_out
        from ..widgets.tools import tool_widget

        widget, coded = tool_widget(name), self.article.coded
        lacks = widget.lacks(self.info.key, coded) if self._course.is_brought else ""
        if lacks:
            return tool_left_out(lacks)
        return self._after(after, lambda: widget(self.info.key, coded, self.journal, lambda: self._reader).whole)

    def form(self) -> ipywidgets.VBox:
        """The questions of a form, before or after the course: answered once, with feedback after the second form."""
        from ..questions.forms import is_withheld
        from ..widgets.questions.form import form_of

        return form_of(self._questions, self.journal, lambda: is_withheld(self.journal, self.info.name))

    def map(self) -> CourseMap:
        """The lessons of the course: what builds on what, what is done, and where to go on."""
        from ..widgets.lesson.course_map import CourseMap

        return self._follow(CourseMap, self._map_state)

    def finish(self) -> ipywidgets.VBox:
        """What is done and what is open, which lesson comes next, a worksheet to print, and a file to hand in."""
        from ..course.handin import handin
        from ..widgets.base import stack
        from ..widgets.lesson.course_map import CourseMap
        from ..widgets.lesson.download import HandInButton, WorksheetButton
        from ..widgets.lesson.header import LessonHeader

        foot = self._follow(partial(LessonHeader, foot=True), self._foot_state)
        course_map = self._follow(partial(CourseMap, compact=True), self._map_state)
        hand_in = HandInButton(lambda name, _only: handin(self.journal, name=name), self.journal)
        if self.info.key.is_form:
            return stack([foot, hand_in, course_map])
        return stack([foot, course_map, WorksheetButton(self._sheet, self.journal), hand_in])

    def _sheet(self, name: str, only: bool) -> str:
        from .worksheet import worksheet

        wanted = [self.info.name] if only else []
        return worksheet(self.journal, self._course, self.article.coded, name=name, lessons=wanted)

    def _follow(self, make: Callable[..., T], state: Callable[[], dict[str, Any]]) -> T:
        """A widget made with a state as it is now, and shown it after everything that is added to the journal.

        A slow page would draw one that is made without, and may not hear of what comes a moment later.
        """
        if state not in self._followed:
            self._followed[state] = []
            self.journal.follow(f"{self.info.name} {state.__name__}", partial(self._show, state))
        widget = make(state=state())
        self._followed[state].append(widget)
        return widget

    def _show(self, state: Callable[[], dict[str, Any]]) -> None:
        now = state()
        for widget in self._followed[state]:
            widget.state = now

    def _map_state(self) -> dict[str, Any]:
        from ..widgets.lesson.course_map import map_state

        if self.journal.in_browser:  # each lesson is a page of the site, and none is a file
            beside = {info.notebook for info in (*self._course.lessons, *self._course.forms)}
        else:
            beside = {path.name for path in Path.cwd().glob("*.ipynb")}
        return map_state(self._course, self.journal.states(), self.info.name, beside, self._brought)

    def _state(self, *, foot: bool = False) -> dict[str, Any]:
        return state_of(self.info, self._course, self.journal, self._questions.values(), self._brought, foot=foot)

    def _foot_state(self) -> dict[str, Any]:
        return self._state(foot=True)


#: The lesson that was opened last, for cells that are run out of order.
opened: list[Lesson] = []


def open_lesson(name: str, *, again: bool = False) -> Lesson:
    """Open a lesson of the course.

    Parameters:
        name: the lesson's name, as in course.yml.
        again: True gives the lesson that was opened last, where it is this one.

    Returns:
        The lesson; shown as the last line of a cell, it greets the student and says what is done.

    Raises:
        CommuniqueError: there is no such lesson; the message lists those there are.

    Example:
        >>> open_lesson("events")
        <Lesson 'What happened, and what was only said'>
    """
    if not (again and opened and name in (opened[0].info.name, *opened[0].info.also)):
        course = course_in(Path.cwd())
        journal = open_journal()
        if opened and opened[0].journal.path == journal.path:  # the cards of another window hear of it too
            journal = opened[0].journal
        opened[:] = [Lesson(course.lesson(name), course, journal)]
    return opened[0]
