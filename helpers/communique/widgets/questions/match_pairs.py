"""The widget for questions of the kind "match-pairs"."""

from __future__ import annotations

from ..base import page_code
from .question import QuestionWidget


class MatchPairs(QuestionWidget):
    """A question of the kind "match-pairs"; see QuestionWidget."""

    _esm = page_code("questions/match_pairs")
