"""What the first cells of a lesson import: a kernel that loads this as it starts has it before they are run."""

from ..coding import checking, loading
from ..frames import article
from ..questions import bank, how_far, kinds, marking, remembering
from ..widgets import reader
from ..widgets.lesson import header
from ..widgets.questions import question

__all__ = [
    "article",
    "bank",
    "checking",
    "header",
    "how_far",
    "loading",
    "marking",
    "question",
    "reader",
    "remembering",
]
kinds.kinds()
