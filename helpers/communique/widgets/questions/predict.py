"""The widget for questions of the kind "predict-then-check"."""

from __future__ import annotations

from ..base import page_code
from .question import QuestionWidget


class PredictThenCheck(QuestionWidget):
    """A question of the kind "predict-then-check"; see QuestionWidget."""

    _esm = page_code("questions/predict_then_check")
