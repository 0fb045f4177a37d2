"""The button that makes the file to hand in: Python writes it, and the page offers the same bytes to download."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ...base.errors import CommuniqueError
from ...base.strings import text
from ...course.handin import FILE_NAME
from ..base import CommuniqueWidget, page_code, page_style


class HandInButton(CommuniqueWidget):
    """A button, a field for a name that is kept nowhere else, and a link to what was made.

    Parameters:
        make: gives the file's bytes for a name, or raises CommuniqueError where there is nothing to hand in.
        write: writes these bytes and gives the path, or raises CommuniqueError where nothing can be written.
    """

    _esm = page_code("lesson/hand_in")
    _css = page_style("lesson/hand_in")
    sections = ("hand-in",)

    def __init__(self, make: Callable[[str], bytes], write: Callable[[bytes], Path]) -> None:
        self._make, self._write = make, write
        super().__init__()
        self.on_msg(self._on_message)

    def _on_message(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if not isinstance(message, dict) or message.get("do") != "make":
            return
        name = message.get("name")
        reply: dict[str, Any] = {"number": message.get("number")}
        try:
            content = self._make(name if isinstance(name, str) else "")
        except CommuniqueError as error:
            self.send({**reply, "trouble": str(error)})
        else:
            self.send(reply | self._written(content), buffers=[content])

    def _written(self, content: bytes) -> dict[str, str]:
        """Where the file is; where none could be written, it can still be downloaded."""
        try:
            path = self._write(content)
        except CommuniqueError as error:
            return {"file": FILE_NAME, "said": text("hand-in", "not-written", why=str(error))}
        size = max(1, round(len(content) / 1000))
        return {"file": path.name, "said": text("hand-in", "written", file=str(path), size=size)}
