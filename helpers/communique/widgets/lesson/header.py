"""The head and the foot of a lesson: what is done, what is open, where it is kept."""

from __future__ import annotations

from typing import Any

import traitlets

from ..base import CommuniqueWidget, page_code, page_style


class LessonHeader(CommuniqueWidget):
    """Title, a few lines, and how far this lesson is.

    `state` holds title, lines, open (prompts of open questions) and progress (title, done, count; empty in a foot).
    """

    _esm = page_code("lesson/header")
    _css = page_style("lesson/header")
    sections = ("header",)

    state = traitlets.Dict().tag(sync=True)
    foot = traitlets.Bool(False).tag(sync=True)

    def __init__(self, state: dict[str, Any], *, foot: bool = False) -> None:
        super().__init__(state=state, foot=foot)
