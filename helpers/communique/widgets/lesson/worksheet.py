"""The button that makes a worksheet: Python writes the file, and the page offers the same text to download."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ...base.errors import CommuniqueError
from ...base.strings import text
from ..base import CommuniqueWidget, page_code, page_style


class WorksheetButton(CommuniqueWidget):
    """A button, a field for a name that is kept nowhere else, and a link to what was made.

    Parameters:
        make: gives the page as text, for a name and whether only this lesson is wanted.
        write: writes that text and gives the path, or raises CommuniqueError where nothing can be written.
    """

    _esm = page_code("lesson/worksheet")
    _css = page_style("lesson/worksheet")
    sections = ("worksheet-button",)

    def __init__(self, make: Callable[[str, bool], str], write: Callable[[str], Path]) -> None:
        self._make, self._write = make, write
        super().__init__()
        self.on_msg(self._on_message)

    def _on_message(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if not isinstance(message, dict) or message.get("do") != "make":
            return
        name = message.get("name")
        reply: dict[str, Any] = {"number": message.get("number")}
        try:
            page = self._make(name if isinstance(name, str) else "", message.get("only") is True)
            reply |= {"page": page, **self._written(page)}
        except CommuniqueError as error:
            reply["trouble"] = str(error)
        self.send(reply)

    def _written(self, page: str) -> dict[str, str]:
        """Where the file is; where none could be written, the page can still be downloaded."""
        try:
            path = self._write(page)
        except CommuniqueError as error:
            return {"file": "my-worksheet.html", "said": text("worksheet-button", "not-written", why=str(error))}
        return {"file": path.name, "said": text("worksheet-button", "written", file=str(path))}
