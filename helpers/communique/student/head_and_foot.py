"""What is at the head and at the foot of a lesson: its title, how far the student is, what is open, what comes next."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.strings import day_in_words, text
from ..course.course import Course, LessonInfo
from ..course.journal import Journal

if TYPE_CHECKING:
    from ..coding.article import CodedArticle
    from ..questions.question import Question


def title_of(info: LessonInfo) -> str:
    """The lesson's title and how long it takes."""
    return f"{info.title} ({text('header', 'minutes', minutes=info.minutes)})"


def about_lines(article: CodedArticle) -> list[str]:
    """Which article the lessons are on, and how much of its coding nobody has checked yet, in sentences."""
    where = ", ".join(filter(None, (article.outlet, day_in_words(article.published))))
    lines = [
        text("byline", "lessons-on", headline=article.headline or article.slug, where=f" ({where})" if where else "")
    ]
    drafts, count = len(article.drafts), sum(map(len, article.tables.values()))
    return [*lines, text("byline", "drafts", drafts=drafts, count=count)] if drafts else lines


def state_of(
    info: LessonInfo,
    course: Course,
    journal: Journal,
    questions: Collection[Question],
    brought: CodedArticle | None,
    *,
    foot: bool,
) -> dict[str, Any]:
    """The state of a `LessonHeader`, at the head or at the foot of a lesson."""
    from ..questions.bank import numbers_of
    from ..questions.how_far import counted, how_many_done, is_done  # here: a lesson's title is on the page before

    states, numbers = journal.states(), numbers_of(info, questions)
    open_ones = [
        {"id": question.id, "text": f"{numbers[question.id]} {question.prompt}"}
        for question in counted(questions)
        if not is_done(states, question)
    ]
    count = len(counted(questions))
    progress = {"title": info.heading, "done": count - len(open_ones), "count": count}
    progress["text"] = how_many_done("header", states, counted(questions))
    touched = any(question.name in states for question in questions)
    head = [*(about_lines(brought) if brought else []), _greeting(journal, touched)]
    return {
        "title": "" if foot else title_of(info),
        "lines": _foot_lines(info, course, journal, open_ones) if foot else head,
        "open": open_ones if foot else [],
        "progress": {} if foot else progress,
    }


def _greeting(journal: Journal, touched: bool) -> str:
    if touched:
        return text("header", "welcome-back")
    if journal.in_browser:
        return text("browser", "welcome")
    here = journal.path.parent == Path.cwd()
    return text("header", "welcome", file=journal.path.name if here else str(journal.path))


def _foot_lines(info: LessonInfo, course: Course, journal: Journal, open_ones: list[dict[str, str]]) -> list[str]:
    if info.key.is_form:
        lines = [text("finish", "open" if open_ones else f"done-{info.name}")]
        return [text("finish", "saved-in", file=str(journal.path)), *lines]
    lines = [text("finish", "open" if open_ones else "all-done")]
    following = course.lessons[info.number :]
    last = "last" if not following else "core-done" if info.core and not following[0].core else ""
    kept = text("browser", "saved-in") if journal.in_browser else text("finish", "saved-in", file=str(journal.path))
    return [*([text("finish", last)] if last else []), kept, *lines]
