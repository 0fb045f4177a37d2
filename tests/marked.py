"""The right answer to a question, as tests give it: in the shape of an answer."""

from __future__ import annotations

from typing import Any

from communique.coding.article import CodedArticle
from communique.questions.keys import Key
from communique.questions.marking import with_key
from communique.questions.question import Question


def solution(question: Question, article: CodedArticle, key: Key | None = None) -> Any:
    """For what is written, the model answer."""
    return with_key(question, article, key).solution()
