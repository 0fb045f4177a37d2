"""Anything a lesson can show: a chart, several of them, or a table; a plain box where there is nothing in it."""

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
        what: a chart of `communique`, {title: chart}, or a DataFrame or Series.
        article: the article that its rows belong to.
        reader: gives the lesson's reader, in which words light up too.

    Raises:
        CommuniqueError: it is neither.
    """
    charts = list(what.values()) if isinstance(what, dict) else [what]
    if all(hasattr(one, "marks") for one in charts):
        drawn = any(one.marks for one in charts)
        return chart_of(what, reader) if drawn else nothing_to_show(article)
    if hasattr(what, "index") and hasattr(what, "iloc"):
        return _table(what, article, reader) if len(what) else nothing_to_show(article)
    raise CommuniqueError(
        f"lesson.show cannot show this {type(what).__name__}.",
        "Give it a table such as lesson.article.events, or a chart such as timeline(lesson.article.events).",
    )


def _table(what: Any, article: CodedArticle, reader: Callable[[], Reader | None]) -> TableView:
    table = table_of(what, article)
    lights(reader, table)
    return table
