"""Bring an article: pasted, from a file, or the course's example; a program drafts it, and the bench takes over."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ipywidgets
import traitlets

from ...base.errors import CommuniqueError
from ...base.strings import refusal, text
from ...review.own_article import draft_own, how_far, own_article, take_example
from ..base import stack, text_in
from .tool import Tool

MOST_LETTERS = 60_000
MOST_BYTES = 5_000_000


class BringArticle(Tool, page="tools/bring_article"):
    """A form for a text of the student's own, and beneath it the bench on which its draft is reviewed.

    What the student leaves here: `folder`, the article in my-articles; `text`, `headline` and `day`, what is typed and
    not drafted yet. The article itself is on the disk, where `communique start --article` finds it too.
    """

    name = "your-article"
    sections = ("bring",)
    once = ("text", "file", "example")

    state = traitlets.Dict().tag(sync=True)
    most = traitlets.Int(MOST_LETTERS).tag(sync=True)
    most_bytes = traitlets.Int(MOST_BYTES).tag(sync=True)

    def __init__(self, *about: Any, **traits: Any) -> None:
        super().__init__(*about, **traits)
        self._box = stack([self])
        self._draw(bench=True)

    def set_up(self) -> None:
        self._buffers: list[bytes] = []
        self._draw(bench=False)

    @property
    def whole(self) -> ipywidgets.VBox:
        return self._box

    @property
    def _place(self) -> Path:
        return self._journal.path.parent

    def _form(self) -> dict[str, str]:
        kept = self.left
        return {name: text_in(kept, name) for name in ("folder", "text", "headline", "day")}

    def _draw(self, *, bench: bool) -> None:
        form = self._form()
        folder = own_article(self._place, form["folder"])
        done, count = how_far(folder) if folder else (0, 0)
        there = text("bring", "have", folder=f"{folder.parent.name}/{folder.name}", count=count) if folder else ""
        far = text("bring", "far", done=done, count=count) if folder and done else ""
        self.state = form | {"folder": folder.name if folder else "", "told": there, "far": far}
        if bench:
            self._box.children = [self, *([self._bench(folder)] if folder else [])]

    def _bench(self, folder: Path) -> ipywidgets.DOMWidget:
        from ..plain import PlainBox
        from ..review import ReviewBench

        try:
            return ReviewBench(folder)
        except CommuniqueError as error:  # somebody changed its files by hand
            return PlainBox(text("bring", "broken"), [str(error)])

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        match message.get("do"):
            case "draft":
                self.keep(self._form() | self._typed(message))
                return {"kept": True}
            case "text":
                typed = self._typed(message)
                self.keep(self._form() | typed)
                self._bring(typed["text"].encode("utf-8", "replace"), text("bring", "your-text"), typed)
            case "file":
                name = Path(text_in(message, "name")).name[:80] or text("bring", "your-file")
                self._bring(b"".join(self._buffers)[: MOST_BYTES + 1], name, self._typed(message))
            case "example":
                self._take(take_example(self._place))
            case "another":
                self.keep(self._form() | {"folder": ""})
                self._draw(bench=True)
        return {}

    def _typed(self, message: Mapping[str, Any]) -> dict[str, str]:
        return {name: text_in(message, name)[:MOST_LETTERS] for name in ("text", "headline", "day")}

    def _bring(self, content: bytes, name: str, typed: Mapping[str, str]) -> None:
        if len(content) > MOST_BYTES:
            raise refusal("bring", "large")
        if not content.strip():
            raise refusal("bring", "empty")
        headline, published = typed["headline"].strip(), typed["day"].strip()
        self._take(draft_own(self._place, content, name=name, headline=headline, published=published))

    def _take(self, folder: Path) -> None:
        self.keep({"folder": folder.name, "text": "", "headline": "", "day": ""})
        self._draw(bench=True)

    def _on_message(self, widget: Any, message: Any, buffers: Any) -> None:
        self._buffers = [bytes(one) for one in buffers or ()]
        try:
            super()._on_message(widget, message, buffers)
        finally:
            self._buffers = []
