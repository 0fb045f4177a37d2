"""A plain box: what a lesson leaves out on this article, why, and what can be done about it."""

from collections.abc import Callable, Iterable, Mapping

import ipywidgets
import traitlets

from ..base.strings import listed, section, text
from ..coding.article import CodedArticle
from ..course.journal import Journal
from ..questions.generated.topics import needs
from .base import CommuniqueWidget, stack


class PlainBox(CommuniqueWidget, page="plain"):
    """A title, and a few sentences beneath it."""

    title = traitlets.Unicode().tag(sync=True)
    lines = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, title: str, lines: Iterable[str]) -> None:
        super().__init__(title=title, lines=list(lines))


def left_out(article: CodedArticle, topic: str) -> PlainBox:
    """The box in place of the questions of a topic: which rows are missing, and how to come by them."""
    lacking = needs(article, topic)
    lines = [_lack(article, table) for table in lacking] or [text("plain", "too-few")]
    return PlainBox(text("plain", "no-questions"), [*lines, text("plain", "can-add")])


def nothing_to_show(article: CodedArticle) -> PlainBox:
    """The box in place of a table or a chart that would be empty."""
    empty = [name for name, rows in article.tables.items() if not rows]
    lines = [text("plain", "empty", tables=_names(empty))] if empty else []
    return PlainBox(text("plain", "nothing"), [*lines, text("plain", "can-add")])


def tool_left_out(lacks: str) -> PlainBox:
    """The box in place of a lesson's own tool."""
    return PlainBox(text("plain", "no-tool"), [text("plain", lacks), text("plain", f"{lacks}-can")])


def until_tried(
    questions: Mapping[str, str], journal: Journal, make: Callable[[], ipywidgets.DOMWidget]
) -> ipywidgets.VBox:
    """What `make` gives, once each question has been tried or explained; until then a line in its place.

    `questions` are {name: number on its card}; the line says which are still to be tried.
    """
    box = stack()

    def look() -> None:
        tried = {name for name, state in journal.states().items() if state.tries or state.revealed}
        waits = [number for name, number in questions.items() if name not in tried]
        if not waits:
            journal.listeners.remove(look)
            box.children = [make()]
            return
        box.children = box.children or [PlainBox(text("plain", "later"), [])]
        name = "until-all-tried" if waits[1:] else "until-tried"
        box.children[0].lines = [text("plain", name, numbers=listed(waits))]

    journal.listeners.append(look)
    look()
    return box


def _lack(article: CodedArticle, table: str) -> str:
    rows = article.tables[table]
    drafts, contested = sum(row.draft for row in rows), sum(row.contested for row in rows)
    if not rows:
        return text("plain", "no-rows", table=_names([table]))
    return text("plain", "no-firm-rows", table=_names([table]), count=len(rows), drafts=drafts, contested=contested)


def _names(tables: Iterable[str]) -> str:
    return ", ".join(section("plain-tables")[name] for name in tables)
