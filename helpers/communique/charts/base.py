"""What every chart shares: a look that fits light and dark pages, and what travels with a figure."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..base.errors import CommuniqueError

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

#: Text and lines take JupyterLab's colours on the page; these stand in where a figure is saved as it is.
INK, LINE = "#3a444e", "#cfd5da"
#: Each has a contrast of at least 3.8 : 1 on a white page and on JupyterLab's dark one.
TONES = ("#12808f", "#3577d6", "#cf4f33", "#9a5cc8", "#8a6d00")


def blank() -> go.Figure:
    """An empty figure without plotly's default template, which costs a kernel ten megabytes."""
    from plotly.graph_objects import Figure

    return Figure(layout={"template": "none"})


def plain(words: object) -> str:
    """Words for plotly, which reads a few HTML tags: every character stands for itself."""
    return html.escape(str(words), quote=False)


def shorten(words: str, most: int) -> str:
    """The words, cut at a space and ended with an ellipsis where they are too long."""
    if len(words) <= most:
        return words
    return words[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def two_lines(words: str) -> str:
    """Words for an axis, broken at the space nearest the middle."""
    spaces = [at for at, letter in enumerate(words) if letter == " "]
    if not spaces:
        return plain(words)
    cut = min(spaces, key=lambda at: abs(at - len(words) / 2))
    return f"{plain(words[:cut])}<br>{plain(words[cut + 1 :])}"


def needs(frame: pd.DataFrame, table: str, *columns: str) -> None:
    """Check that a table has the columns that a chart reads; the message names the right table."""
    missing = [name for name in columns if name not in getattr(frame, "columns", ())]
    if missing:
        raise CommuniqueError(
            f"The chart needs a table of {table}, and this one has no column {', '.join(missing)}.",
            f"Give it article.{table}, or some of its rows.",
        )


def add_marks(
    figure: go.Figure,
    name: str,
    symbol: str,
    tone: str,
    points: Sequence[tuple[Any, Any]],
    about: Sequence[Sequence[str]],
    hover: Sequence[str] | None = None,
    size: int | Sequence[int] = 14,
    edge: int = 2,
    **more: Any,
) -> None:
    """Draw the marks of one look; what each is `about` is its label and the ids of the rows behind it."""
    figure.add_scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        name=name,
        marker={"symbol": symbol, "opacity": 1, "size": size, "color": tone, "line": {"width": edge, "color": tone}},
        customdata=[list(one) for one in about],
        hovertext=[plain(words) for words in hover or [label for label, *_ in about]],
        hovertemplate="%{hovertext}<extra></extra>",
        **{"mode": "markers"} | more,
    )


def finished(
    figure: go.Figure,
    *,
    summary: str,
    columns: Sequence[str],
    rows: Sequence[dict[str, Any]],
    height: int,
    choose: str = "",
) -> go.Figure:
    """Give a figure its look, and let its summary, legend and table travel with it in `layout.meta`.

    `choose` is what the switch is called where the figure is one of several.
    """
    traces = [t for t in figure.data if t.showlegend is not False]
    legend = [_sample(trace) for trace in traces]
    figure.update_layout(
        height=height,
        autosize=True,
        margin={"l": 10, "r": 10, "t": 10, "b": 10},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"size": 13, "color": INK},
        hovermode="closest",
        dragmode=False,
        legend={
            "orientation": "h",
            "yanchor": "bottom",
            "y": 1.0,
            "x": 0,
            "itemclick": False,
            "itemdoubleclick": False,
        },
        meta={
            "communique": {
                "summary": summary,
                "legend": legend,
                "columns": list(columns),
                "rows": list(rows),
                "choose": choose,
            }
        },
    )
    figure.update_xaxes(gridcolor=LINE, zeroline=False, fixedrange=True, automargin=True)
    figure.update_yaxes(gridcolor=LINE, zeroline=False, fixedrange=True, automargin=True)
    return figure


def _sample(trace: Any) -> dict[str, Any]:
    """What the legend shows of a trace: its mark, or its line where it is drawn with lines."""
    if "lines" not in (trace.mode or ""):
        return {"name": trace.name, "symbol": trace.marker.symbol, "color": trace.marker.color}
    arrow = trace.marker.symbol == "arrow"
    return {"name": trace.name, "line": trace.line.dash or "solid", "arrow": arrow, "color": trace.line.color}
