"""Several questions below each other: those of a topic, made from the coding, or those that an author wrote."""

from collections.abc import Callable

import ipywidgets

from ...base.errors import CommuniqueError
from ...base.nearest import meant
from ...coding.article import CodedArticle
from ...course.journal import Journal
from ...course.lesson_key import LessonKey
from ...questions.bank import practice_of
from ...questions.generated.topics import TOPICS
from ..base import stack
from ..plain import PlainBox, left_out
from ..reader import Reader
from .question import question_widget


def practice_of_topic(
    topic: str,
    lesson: LessonKey,
    article: CodedArticle,
    journal: Journal,
    reader: Callable[[], Reader | None],
    number: Callable[[str], str] = lambda _id: "",
) -> ipywidgets.VBox | PlainBox:
    """The questions of a topic of this lesson as widgets; a plain box where the coding gives none."""
    here = [name for name, (home, *_) in TOPICS.items() if home == lesson.name]
    if topic not in here:
        what = f"There are no questions on '{topic}' in this lesson."
        raise CommuniqueError(what, meant(topic, here, "The topics of this lesson are"))
    asked = practice_of(lesson, article, topic)
    if not asked:
        return left_out(article, topic)
    return stack(question_widget(one.kind)(one, article, journal, reader, number(one.id)) for one in asked)
