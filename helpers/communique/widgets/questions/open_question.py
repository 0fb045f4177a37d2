"""The widget for questions of the kind "open"."""

from __future__ import annotations

from ..base import page_code
from .question import QuestionWidget


class OpenQuestion(QuestionWidget):
    """A question of the kind "open"; see QuestionWidget."""

    _esm = page_code("questions/open")
