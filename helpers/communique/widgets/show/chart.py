"""A chart on the page: its summary, its marks, and the switch to a table."""

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets
import traitlets

from ...charts import Chart
from ..base import CommuniqueWidget, stack
from ..reader import Reader
from .row_table import TableView


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
            table.columns, table.rows = list(chosen.columns), list(chosen.rows)

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
