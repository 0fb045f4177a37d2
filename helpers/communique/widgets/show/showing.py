"""Anything a lesson can show: a chart, several of them, or a table; a plain box where there is nothing in it."""

from collections.abc import Callable
from typing import Any

import ipywidgets

from ...base.errors import CommuniqueError
from ...coding.article import CodedArticle
from ..plain import nothing_to_show
from ..reader import Reader
from .chart import chart_of, lights
from .row_table import table_of


def shown(what: Any, article: CodedArticle, reader: Callable[[], Reader | None]) -> ipywidgets.DOMWidget:
    """A chart, several as {title: chart}, or a table (DataFrame or Series), with the words that it rests on."""
    charts = list(what.values()) if isinstance(what, dict) else [what]
    if all(hasattr(one, "marks") for one in charts):
        drawn = any(one.marks for one in charts)
        return chart_of(what, reader) if drawn else nothing_to_show(article)
    if hasattr(what, "index") and hasattr(what, "iloc"):
        if not len(what):
            return nothing_to_show(article)
        table = table_of(what, article)
        lights(reader, table)
        return table
    raise CommuniqueError(
        f"lesson.show cannot show this {type(what).__name__}.",
        "Give it a table such as lesson.article.events, or a chart such as timeline(lesson.article.events).",
    )
