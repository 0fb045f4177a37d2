"""A chart on the page: its summary, the switch to a table, and the words that a mark rests on.

The figure travels as data (a few kilobytes) and JupyterLab's plotly extension draws it; a small
widget listens for clicks on the drawing. A plotly FigureWidget would send five megabytes each time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import ipywidgets
import traitlets

from ..article import CodedArticle
from ..strings import text
from .base import CommuniqueWidget, page_code, page_style
from .reader import Reader
from .table import TableView

if TYPE_CHECKING:
    import plotly.graph_objects as go

PLOTLY_MIME = "application/vnd.plotly.v1+json"


class ChartHead(CommuniqueWidget):
    """The summary, the switch and the ear of a chart; `chosen` holds the ids of the rows chosen last."""

    _esm = page_code("chart")
    _css = page_style("chart")
    sections = ("chart",)

    summary = traitlets.Unicode().tag(sync=True)
    legend = traitlets.List().tag(sync=True)
    as_table = traitlets.Bool(False).tag(sync=True)
    chosen = traitlets.List(traitlets.Unicode()).tag(sync=True)
    presses = traitlets.Int(0).tag(sync=True)


def chart_of(
    figure: go.Figure, article: CodedArticle, reader: Callable[[], Reader | None] = lambda: None
) -> ipywidgets.VBox:
    """A chart with its summary, its table and its words.

    Parameters:
        figure: a figure of `communique.charts`, whose layout carries its summary and its table.
        article: the article that the marks belong to.
        reader: gives the lesson's reader, in which the words light up too.
    """
    meta = (figure.layout.meta or {}).get("communique", {})
    head = ChartHead(summary=meta.get("summary", ""), legend=meta.get("legend", []))
    drawing = ipywidgets.Output(layout={"height": f"{figure.layout.height}px"})
    drawn = json.loads(figure.to_json()) | {"config": {"responsive": True, "displayModeBar": False}}
    drawn["layout"]["showlegend"] = False  # the head draws it, in the page's own letters
    bundle = {PLOTLY_MIME: drawn, "text/plain": text("chart", "no-chart")}
    drawing.outputs = ({"output_type": "display_data", "data": bundle, "metadata": {}},)
    table = TableView(columns=meta.get("columns", []), rows=meta.get("rows", []))
    table.layout.display = "none"
    words = linked(article, head, table, reader=reader)

    def switch(_change: Any) -> None:
        table.layout.display = "" if head.as_table else "none"
        drawing.layout.display = "none" if head.as_table else ""

    head.observe(switch, "as_table")
    box = ipywidgets.VBox([head, drawing, table, words])
    box.add_class("cq-chart")
    box.add_class("cq-linked")
    return box


def linked(article: CodedArticle, *widgets: Any, reader: Callable[[], Reader | None] = lambda: None) -> Reader:
    """A strip that shows the words of whatever row is chosen in the widgets; the reader lights them too.

    The strip stays in view beside the chart or the table, so the page need not jump to the reader and back.
    """
    words = Reader(article, compact=True)

    def follow(change: Any) -> None:
        for shown in (words, reader()):
            if shown is not None:
                shown.show(change["owner"].chosen, scroll=False)

    for widget in widgets:
        widget.observe(follow, "presses")
    return words
