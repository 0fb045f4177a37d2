"""What a lesson can show: a chart with its summary, its marks and its table, several of them, or a table."""

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets
import traitlets

from ...base.errors import CommuniqueError
from ...charts import Chart
from ...coding.article import CodedArticle
from ..base import CommuniqueWidget, stack
from ..plain import nothing_to_show
from ..reader import Reader
from .row_table import TableView, table_of


class ChartView(CommuniqueWidget, page="show/chart"):
    """The summary, the drawing and the switches of a chart; `chosen` holds the ids of the rows chosen last."""

    sections = ("chart",)

    summary = traitlets.Unicode().tag(sync=True)
    drawing = traitlets.Dict().tag(sync=True)
    as_table = traitlets.Bool(False).tag(sync=True)
    chosen = traitlets.List(traitlets.Unicode()).tag(sync=True)
    presses = traitlets.Int(0).tag(sync=True)
    choose = traitlets.Unicode().tag(sync=True)
    choices = traitlets.List(traitlets.Unicode()).tag(sync=True)
    choice = traitlets.Int(0).tag(sync=True)


def chart_of(chart: Chart | Mapping[str, Chart], reader: Callable[[], Reader | None] = lambda: None) -> ipywidgets.VBox:
    """A chart with its summary and its table, or several as {title: chart}, with a switch between them."""
    charts = dict(chart) if isinstance(chart, Mapping) else {"": chart}
    view = ChartView(choices=list(charts) if len(charts) > 1 else [])
    table = TableView(columns=[], rows=[])
    table.layout.display = "none"
    lights(reader, view, table)

    def draw(_change: Any = None) -> None:
        chosen = list(charts.values())[view.choice]
        with view.hold_sync(), table.hold_sync():
            view.summary, view.drawing, view.choose = chosen.summary, chosen.drawing(), chosen.choose
            table.columns = list(chosen.columns[1:])  # a row goes by its first cell, and not by its id
            table.rows = [{**row, "name": row["cells"][0], "cells": row["cells"][1:]} for row in chosen.rows]

    def switch(_change: Any) -> None:
        table.layout.display = "" if view.as_table else "none"

    draw()
    view.observe(draw, "choice")
    view.observe(switch, "as_table")
    box = stack([view, table])
    box.add_class("cq-chart")
    return box


def lights(reader: Callable[[], Reader | None], *widgets: Any) -> None:
    """Light, in the lesson's reader, the words of whatever row is chosen in the widgets."""

    def follow(change: Any) -> None:
        shown = reader()
        if shown is not None:
            shown.show(change["owner"].chosen)

    for widget in widgets:
        widget.observe(follow, "presses")


def shown(what: Any, article: CodedArticle, reader: Callable[[], Reader | None]) -> ipywidgets.DOMWidget:
    """A chart, several as {title: chart}, or a table (DataFrame or Series), with the words that it is based on."""
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
