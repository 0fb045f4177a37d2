"""The widget for questions of the kind "short-answer"."""

from __future__ import annotations

from ..base import page_code
from .question import QuestionWidget


class ShortAnswer(QuestionWidget):
    """A question of the kind "short-answer"; see QuestionWidget."""

    _esm = page_code("questions/short_answer")
