"""The widget for questions of the kind "choose-many"."""

from __future__ import annotations

from ..base import page_code
from .question import QuestionWidget


class ChooseMany(QuestionWidget):
    """A question of the kind "choose-many"; see QuestionWidget."""

    _esm = page_code("questions/choose_many")
