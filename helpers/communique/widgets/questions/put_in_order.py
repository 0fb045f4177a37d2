"""The widget for questions of the kind "put-in-order"."""

from __future__ import annotations

from ..base import page_code
from .question import QuestionWidget


class PutInOrder(QuestionWidget):
    """A question of the kind "put-in-order"; see QuestionWidget."""

    _esm = page_code("questions/put_in_order")
