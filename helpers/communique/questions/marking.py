"""Marking: an answer in, an outcome and feedback out. Three outcomes for closed questions, never two."""

from typing import Any

from ..base.errors import CommuniqueError
from ..coding.article import CodedArticle
from .bank import generated_key, keys_of, written_for
from .keys import Key
from .kinds import kind_of
from .kinds.base import ANSWERED, NOT_TRIED, NOT_YET, RIGHT, Kind, Mark
from .lesson_files import lesson_file
from .question import Question

__all__ = ["ANSWERED", "NOT_TRIED", "NOT_YET", "RIGHT", "Mark", "key_of", "mark", "with_key"]


def mark(question: Question, answer: Any, article: CodedArticle, key: Key | None = None) -> Mark:
    """Mark an answer; one of another shape, from an older or a damaged file, is an empty one.

    The outcome is right, not-yet, or not-tried, or answered for guesses and what is written.
    """
    return with_key(question, article, key).mark(answer)


def with_key(question: Question, article: CodedArticle, key: Key | None = None) -> Kind:
    """The question as its kind sees it, together with its key."""
    return kind_of(question)(question, article, key or key_of(question, article))


def key_of(question: Question, article: CodedArticle | None = None) -> Key:
    """The question's key; an empty one where the reference is the article's coding."""
    if not kind_of(question).key_field:
        return Key()
    if question.generated and article is not None:
        return generated_key(question, article)
    keys = keys_of(question.lesson, article)
    if question.id not in keys:
        lesson = question.lesson
        own = article is not None and lesson.article and question.id in written_for(lesson, article)
        where = lesson_file(lesson, article, "key.yml") if own else f"lessons/{lesson.name}/key.yml"
        raise CommuniqueError(f"{where} has no key for '{question.id}'.", "Add one.")
    return keys[question.id]
