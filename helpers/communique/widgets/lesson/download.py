"""The buttons that make a file: Python writes it, and the page offers the same bytes to download."""

from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from ...base.errors import CommuniqueError
from ...base.files import write_own
from ...base.strings import text
from ...course import handin
from ...course.journal import Journal
from ..base import CommuniqueWidget, text_in


class DownloadButton(CommuniqueWidget, page="lesson/download"):
    """A button, a field for a name that is kept nowhere else, and a link to what was made, beside the journal.

    `make` gives the file's content, for a name and whether only this lesson is wanted.
    """

    file_name = ""

    kind = traitlets.Unicode().tag(sync=True)
    media_type = traitlets.Unicode().tag(sync=True)

    def __init__(self, make: Callable[[str, bool], str | bytes], journal: Journal) -> None:
        self._make, self._journal = make, journal
        super().__init__()

    @property
    def place(self) -> tuple[Journal, str]:
        return self._journal, self.kind

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        content = self._make(text_in(message, "name"), message.get("only") is True)
        sent = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        return {"content": sent, **self._written(content, len(sent))}

    def _written(self, content: str | bytes, size: int) -> dict[str, str]:
        """Where the file is; where none could be written, it can still be downloaded."""
        if self._journal.in_browser:
            return {"file": self.file_name, "said": text("browser", "made", file=self.file_name)}
        try:
            path = write_own(self._journal.path.parent / self.file_name, content)
        except CommuniqueError as error:
            return {"file": self.file_name, "said": text(self.sections[0], "not-written", why=str(error))}
        kilobytes = max(1, round(size / 1000))
        return {"file": path.name, "said": text(self.sections[0], "written", file=str(path), size=kilobytes)}

    def _on_message(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if isinstance(message, dict) and message.get("do") == "make":
            reply = self.reply(message)
            content = reply.pop("content", None)
            self.send(reply, None if content is None else [content])


class WorksheetButton(DownloadButton):
    """Makes a worksheet to read or to print; see DownloadButton."""

    sections = ("worksheet-button",)
    file_name = "my-worksheet.html"
    kind = traitlets.Unicode("worksheet").tag(sync=True)
    media_type = traitlets.Unicode("text/html").tag(sync=True)


class HandInButton(DownloadButton):
    """Makes the file to hand in; see DownloadButton."""

    sections = ("hand-in",)
    file_name = handin.FILE_NAME
    kind = traitlets.Unicode("hand-in").tag(sync=True)
    media_type = traitlets.Unicode("application/zip").tag(sync=True)
