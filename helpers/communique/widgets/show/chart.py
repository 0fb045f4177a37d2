"""A chart on the page: its summary, the switch to a table, and the words that a mark rests on.

The figure travels as data (a few kilobytes) and JupyterLab's plotly extension draws it; a small
widget listens for clicks on the drawing. A plotly FigureWidget would send five megabytes each time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import ipywidgets
import traitlets

from ...base.strings import text
from ...coding.article import CodedArticle
from ..base import CommuniqueWidget
from ..reader import Reader
from .row_table import TableView

if TYPE_CHECKING:
    import plotly.graph_objects as go

PLOTLY_MIME = "application/vnd.plotly.v1+json"


class ChartHead(CommuniqueWidget, page="show/chart"):
    """The summary, the switch and the ear of a chart; `chosen` holds the ids of the rows chosen last."""

    sections = ("chart",)

    summary = traitlets.Unicode().tag(sync=True)
    legend = traitlets.List(traitlets.Dict()).tag(sync=True)
    as_table = traitlets.Bool(False).tag(sync=True)
    chosen = traitlets.List(traitlets.Unicode()).tag(sync=True)
    presses = traitlets.Int(0).tag(sync=True)
    choose = traitlets.Unicode().tag(sync=True)
    choices = traitlets.List(traitlets.Unicode()).tag(sync=True)
    choice = traitlets.Int(0).tag(sync=True)


def chart_of(
    figure: go.Figure | Mapping[str, go.Figure],
    article: CodedArticle,
    reader: Callable[[], Reader | None] = lambda: None,
) -> ipywidgets.VBox:
    """A chart with its summary, its table and its words.

    Parameters:
        figure: a figure of `communique.charts`, whose layout carries its summary and its table; or several
            as {title: figure}, with a switch between them.
        article: the article that the marks belong to.
        reader: gives the lesson's reader, in which the words light up too.
    """
    figures = dict(figure) if isinstance(figure, Mapping) else {"": figure}
    head = ChartHead(choices=list(figures) if len(figures) > 1 else [])
    drawing = ipywidgets.Output()
    table = TableView(columns=[], rows=[])
    table.layout.display = "none"
    lights(reader, head, table)

    def draw(_change: Any = None) -> None:
        chosen = list(figures.values())[head.choice]
        meta = (chosen.layout.meta or {}).get("communique", {})
        with head.hold_sync():
            head.summary, head.legend = meta.get("summary", ""), meta.get("legend", [])
            head.choose = meta.get("choose", "")
        with table.hold_sync():
            table.columns, table.rows = meta.get("columns", []), meta.get("rows", [])
        drawing.layout.height = f"{chosen.layout.height}px"
        drawing.outputs = (_drawn(chosen),)

    def switch(_change: Any) -> None:
        table.layout.display = "" if head.as_table else "none"
        drawing.layout.display = "none" if head.as_table else ""

    draw()
    head.observe(draw, "choice")
    head.observe(switch, "as_table")
    box = ipywidgets.VBox([head, drawing, table])
    box.add_class("cq-chart")
    box.add_class("cq-linked")
    return box


def _drawn(figure: go.Figure) -> dict[str, Any]:
    """A figure as the output that JupyterLab's plotly extension draws."""
    config = {"responsive": True, "displayModeBar": False, "doubleClick": False, "typesetMath": False}
    drawn = json.loads(figure.to_json()) | {"config": config}
    drawn["layout"]["showlegend"] = False  # the head draws it, in the page's own letters
    bundle = {PLOTLY_MIME: drawn, "text/plain": text("chart", "no-chart")}
    return {"output_type": "display_data", "data": bundle, "metadata": {}}


def lights(reader: Callable[[], Reader | None], *widgets: Any) -> None:
    """Light, in the lesson's reader, the words of whatever row is chosen in the widgets."""

    def follow(change: Any) -> None:
        shown = reader()
        if shown is not None:
            shown.show(change["owner"].chosen)

    for widget in widgets:
        widget.observe(follow, "presses")
