"""A page of the review bench without a browser: it sends, and keeps what it was sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from communique import review_bench
from communique.widgets.review_cards import text_for_page, units_in

from .page import send_from_page


class Page:
    """What a page of the bench knows."""

    def __init__(self, folder: Path) -> None:
        self.bench = review_bench(folder)
        self.rows: dict[str, Any] = {}
        self.lists: dict[str, Any] = {}
        self.news: dict[str, Any] = {}
        self.bench.send = self._hear
        self.send("open")

    def _hear(self, news: dict[str, Any]) -> None:
        self.news = news
        for key in news.get("gone", ()):
            del self.rows[key]
        self.rows |= news.get("rows", {})
        self.lists = {one["name"]: one for one in news.get("lists", self.lists.values())}

    @property
    def order(self) -> list[str]:
        """Every row, as the list of everything has them."""
        return self.lists[""]["rows"]

    def send(self, do: str, **more: Any) -> dict[str, Any]:
        send_from_page(self.bench, {"do": do, "number": "x/1", **more})
        return self.news

    def mark(self, paragraph: str, words: str) -> dict[str, Any]:
        """The mark that a person makes on words."""
        pieces = next(p["pieces"] for p in text_for_page(self.bench.review.paragraphs) if p["id"] == paragraph)
        units = [piece for piece, number in pieces if number]
        wanted = [words[slice(*span)] for span in units_in(words)]
        first = next(i for i in range(len(units)) if units[i : i + len(wanted)] == wanted)
        return {"paragraph": paragraph, "first": first + 1, "last": first + len(wanted)}
