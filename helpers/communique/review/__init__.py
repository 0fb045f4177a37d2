"""Reviewing a draft: accept, correct, delete, add and undo, with every step on the disk before anyone is told so."""

from __future__ import annotations

from .session import Review
from .steps import Change, Step

__all__ = ["Change", "Review", "Step"]
