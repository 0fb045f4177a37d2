"""Anything a lesson can show: a chart, several of them, or a table; a plain box where there is nothing in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from ...base.errors import CommuniqueError
from ...coding.article import CodedArticle
from ..plain import nothing_to_show
from ..reader import Reader
from .chart import chart_of, lights
from .row_table import TableView, table_of


def shown(what: Any, article: CodedArticle, reader: Callable[[], Reader | None]) -> ipywidgets.DOMWidget:
    """A chart or a table with the words that its marks and rows rest on.

    Parameters:
        what: a plotly figure of `communique`, {title: figure}, or a DataFrame or Series.
        article: the article that its rows belong to.
        reader: gives the lesson's reader, in which words light up too.

    Raises:
        CommuniqueError: it is neither.
    """
    figures = list(what.values()) if isinstance(what, dict) else [what]
    if all(hasattr(one, "layout") and hasattr(one, "data") for one in figures):
        drawn = any(map(_has_marks, figures))
        return chart_of(what, article, reader) if drawn else nothing_to_show(article)
    if hasattr(what, "index") and hasattr(what, "iloc"):
        return _table(what, article, reader) if len(what) else nothing_to_show(article)
    raise CommuniqueError(
        f"lesson.show cannot show this {type(what).__name__}.",
        "Give it a table such as lesson.article.events, or a chart such as timeline(lesson.article.events).",
    )


def _has_marks(figure: Any) -> bool:
    """Whether there is anything in a chart; of a figure that is not the course's own nobody can say, so it is shown."""
    meta = (figure.layout.meta or {}).get("communique")
    return meta is None or bool(meta.get("rows"))


def _table(what: Any, article: CodedArticle, reader: Callable[[], Reader | None]) -> TableView:
    table = table_of(what, article)
    lights(reader, table)
    return table
