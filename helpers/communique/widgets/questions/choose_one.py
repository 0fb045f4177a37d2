"""The widget for questions of the kind "choose-one"."""

from __future__ import annotations

from ..base import page_code
from .question import QuestionWidget


class ChooseOne(QuestionWidget):
    """A question of the kind "choose-one"; see QuestionWidget."""

    _esm = page_code("questions/choose_one")
