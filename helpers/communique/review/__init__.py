"""Reviewing a draft: accept, correct, delete, add and undo; each step is on the disk before it is reported as done.

It may import `questions`, `drafting` and the floors below, and no pandas: the page is in `widgets`.
"""

from .session import Review
from .steps import Change, Step

__all__ = ["Change", "Review", "Step"]
