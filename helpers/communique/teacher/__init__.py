"""For the teacher: what a class has done, from the files that students handed in, and the teacher's book.

It reads those files and changes none; it imports the floors below, and nothing of the student's.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .report.report import ClassReport, load_class

#: Public name -> the module it lives in. Each is imported when it is first used.
_HOMES = {"ClassReport": "report.report", "load_class": "report.report"}

__all__ = ["ClassReport", "load_class"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"communique.teacher has no '{name}'; it has {', '.join(__all__)}")
