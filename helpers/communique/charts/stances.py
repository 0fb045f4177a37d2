"""Who stands where: small multiples, a panel for each issue, the same actors in all of them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..base.errors import CommuniqueError
from ..base.nearest import meant
from ..base.strings import text
from ..coding.codes import BASES, STANCES
from .base import TONES, add_marks, blank, finished, needs, plain, shorten
from .stance_words import summary, table, told_of

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

#: Basis as the shape of a mark; a contested one is open. Nothing hangs on colour alone.
SYMBOLS = {"said": "circle", "done": "square", "implied": "diamond", "attributed": "triangle-up"}
#: Panels side by side: three can be read on a window 820 pixels wide.
ABREAST = 3
#: The tone of what belongs to no basis; 3.8 : 1 and more on both themes' grounds, as the others.
LEGEND_TONE = "#7a838c"
_LINE, _HEAD, _FOOT, _GAP = 22, 58, 44, 0.025


@dataclass(frozen=True)
class _Mark:
    """A position as a mark: where it stands in its panel, and what is told of it."""

    row_id: str
    issue: str
    step: int
    line: float
    basis: str
    contested: bool
    label: str


def stance_chart(
    positions: pd.DataFrame, actors: pd.DataFrame, issues: Mapping[str, str], sort_by: str | None = None
) -> go.Figure:
    """A panel for each issue: actors from top to bottom, the five steps from left to right.

    Parameters:
        positions: `article.positions`, or some of its rows.
        actors: `article.actors`; actors without a position are left out.
        issues: `article.issues`: short name -> title. Issues without a position are left out.
        sort_by: an issue's short name; in all panels the actors stand as they stand on it, from those who
            oppose to those who support, then those without a position, and by name where it is a tie.
            Without it they stand by name.

    Returns:
        A plotly Figure; a mark's shape says the basis (said, done, implied, attributed), an open mark is
        contested, and `customdata` holds a label and the position's id. `layout.meta` carries a summary and
        the table behind the chart.

    Raises:
        CommuniqueError: the table is another one, or there is no such issue.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> [note.text for note in stance_chart(a.positions, a.actors, a.issues).layout.annotations][3]
        '<b>What Russia does in</b><br><b>Ukraine</b>'
    """
    needs(positions, "positions", "actor_id", "issue", "stance", "basis", "according_to", "contested", "score")
    needs(actors, "actors", "name")
    if sort_by is not None and sort_by not in issues:
        raise CommuniqueError(f"There is no issue '{sort_by}'.", meant(sort_by, issues, "The issues are"))
    positions = positions[~positions.index.duplicated() & positions["issue"].isin(list(issues))]
    names = actors["name"].to_dict()
    order = _order(positions, names, sort_by)
    shown = {short: title for short, title in issues.items() if (positions["issue"] == short).any()}
    marks = list(_marks(positions, order, names))
    figure = blank()
    for number, (short, title) in enumerate(shown.items()):
        _panel(figure, number, title, [mark for mark in marks if mark.issue == short])
    _axes(figure, shown, [names.get(actor, actor) for actor in order])
    _legend(figure, marks)
    return finished(
        figure,
        summary=summary(positions, order, names, issues, sort_by),
        columns=["position", "actor", "issue", "stance", "basis", "according to", "contested"],
        rows=table(positions, order, names, issues),
        height=_height(len(shown), len(order)),
        choose=text("stance-chart", "sort-by"),
    )


def stance_charts(positions: pd.DataFrame, actors: pd.DataFrame, issues: Mapping[str, str]) -> dict[str, go.Figure]:
    """The chart once for each issue, sorted by it: {issue's title: Figure}, as `lesson.show` takes it.

    The parameters are those of `stance_chart`. Where no issue has a position there is one figure without order.

    Example:
        >>> from communique import load_article
        >>> a = load_article()
        >>> list(stance_charts(a.positions, a.actors, a.issues))[0]
        'The agreement between Russia and North Korea'
    """
    needs(positions, "positions", "issue")
    some = {short: title for short, title in issues.items() if (positions["issue"] == short).any()}
    if not some:
        return {text("stance-chart", "by-name"): stance_chart(positions, actors, issues)}
    return {title: stance_chart(positions, actors, issues, short) for short, title in some.items()}


def _order(positions: pd.DataFrame, names: dict[str, str], sort_by: str | None) -> list[str]:
    """The actors from top to bottom."""
    scores: dict[str, list[int]] = {}
    for row in positions[positions["issue"] == sort_by].itertuples():
        scores.setdefault(row.actor_id, []).append(row.score)
    mean = {actor: sum(own) / len(own) for actor, own in scores.items()}
    return sorted(set(positions["actor_id"]), key=lambda a: (mean.get(a, len(STANCES)), names.get(a, a), a))


def _marks(positions: pd.DataFrame, order: list[str], names: dict[str, str]) -> Iterator[_Mark]:
    """A mark for each position; those on one spot stand a little apart."""
    spots: dict[tuple[str, str, str], list[str]] = {}
    for row in positions.itertuples():
        spots.setdefault((row.actor_id, row.issue, row.stance), []).append(row.Index)
    lines = {actor: line for line, actor in enumerate(order)}
    for row in positions.itertuples():
        here = spots[row.actor_id, row.issue, row.stance]
        apart = (here.index(row.Index) - (len(here) - 1) / 2) * 0.8 / len(here)
        yield _Mark(
            row.Index,
            row.issue,
            STANCES.index(row.stance),
            lines[row.actor_id] + apart,
            row.basis,
            bool(row.contested),
            f"{names.get(row.actor_id, row.actor_id)}: {told_of(row, names)}",
        )


def _panel(figure: go.Figure, number: int, title: str, marks: list[_Mark]) -> None:
    """The marks of one issue, a trace for each look, and the issue's title above."""
    for tone, basis in zip(TONES, BASES, strict=False):
        for contested in (False, True):
            some = [m for m in marks if (m.basis, m.contested) == (basis, contested)]
            if some:
                add_marks(
                    figure,
                    title,
                    SYMBOLS[basis] + ("-open" if contested else ""),
                    tone,
                    [(m.step, m.line) for m in some],
                    [[f"{title}. {m.label}", m.row_id] for m in some],
                    hover=[m.label for m in some],
                    size=12,
                    showlegend=False,
                    xaxis=f"x{number + 1}",
                    yaxis=f"y{number + 1}",
                )


def _axes(figure: go.Figure, shown: Mapping[str, str], names: list[str]) -> None:
    """The panels in rows of three, each with the same lines and the same five steps."""
    across = min(ABREAST, len(shown)) or 1
    body, whole = _LINE * max(3, len(names)), _height(len(shown), len(names)) - 20
    for number, title in enumerate(shown.values()):
        column, row = number % ABREAST, number // ABREAST
        left = column * (1 + _GAP) / across
        top = 1 - (row * (_HEAD + body + _FOOT) + _HEAD) / whole
        figure.layout[f"xaxis{number + 1}"] = {
            "anchor": f"y{number + 1}",
            "domain": [left, left + (1 - (across - 1) * _GAP) / across],
            "range": [-0.5, len(STANCES) - 0.5],
            "tickvals": list(range(len(STANCES))),
            "ticktext": [f"{step - 2:+d}" if step != 2 else "0" for step in range(len(STANCES))],
            "tickfont": {"size": 11},
            "tickangle": 0,
            "title": {"text": text("stance-chart", "axis"), "font": {"size": 11}, "standoff": 2},
        }
        figure.layout[f"yaxis{number + 1}"] = {
            "anchor": f"x{number + 1}",
            "domain": [max(0, top - body / whole), top],
            "range": [max(3, len(names)) - 0.4, -0.6],
            "tickvals": list(range(len(names))),
            "ticktext": [plain(shorten(name, 24)) for name in names],
            "showticklabels": column == 0,
            "tickfont": {"size": 12},
        }
        figure.add_annotation(
            text="<br>".join(f"<b>{plain(line)}</b>" for line in textwrap.wrap(title, 22)),
            font={"size": 12},
            align="left",
            showarrow=False,
            xref="paper",
            x=left,
            xanchor="left",
            yref="paper",
            y=top,
            yanchor="bottom",
        )
    if not shown:
        figure.update_layout(xaxis={"visible": False}, yaxis={"visible": False})


def _height(panels: int, lines: int) -> int:
    deep = -(-panels // ABREAST) or 1
    return 20 + deep * (_HEAD + _FOOT + _LINE * max(3, lines))


def _legend(figure: go.Figure, marks: list[_Mark]) -> None:
    """An entry for each basis that there is, and one for the open marks: traces without points."""
    entries = [
        (text("bases", basis), SYMBOLS[basis], tone)
        for tone, basis in zip(TONES, BASES, strict=False)
        if any(mark.basis == basis for mark in marks)
    ]
    if any(mark.contested for mark in marks):
        entries.append((text("stance-chart", "contested-legend"), "circle-open", LEGEND_TONE))
    for name, symbol, tone in entries:
        figure.add_scatter(
            x=[], y=[], mode="markers", name=name, customdata=[], marker={"symbol": symbol, "color": tone}
        )
