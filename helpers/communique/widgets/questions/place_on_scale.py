"""The widget for questions of the kind "place-on-scale"."""

from __future__ import annotations

from ..base import page_code
from .question import QuestionWidget


class PlaceOnScale(QuestionWidget):
    """A question of the kind "place-on-scale"; see QuestionWidget."""

    _esm = page_code("questions/place_on_scale")
