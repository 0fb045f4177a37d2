"""What every chart is made of: marks in lines and columns that say what they are, and the table behind them."""

import html
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from ..base.errors import CommuniqueError


@dataclass(frozen=True)
class ChartMark:
    """A mark: what it says, the ids of the rows behind it, and the lines and columns it fills, counted from 0.

    The `note` says more about it, the `remark` what is worth seeing; `kind` is how it looks. An `end` mark keeps to the
    right of its columns, and marks of one `group` light up together.
    """

    text: str
    rows: tuple[str, ...]
    note: str = ""
    remark: str = ""
    kind: str = ""
    line: int = 0
    column: int = 0
    lines: int = 1
    columns: int = 1
    end: bool = False
    group: str = ""


@dataclass(frozen=True)
class ChartLabel:
    """The words at the left of a line, or a `band` of words across the whole chart."""

    line: int
    text: str
    note: str = ""
    band: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart as data: the page draws it, and a notebook without the page shows its sentence and its table.

    `heads` are the columns from left to right, `corner` the head of the labels; `columns` and `rows` are the table
    behind the chart, and `choose` is what the switch is called where the chart is one of several.
    """

    kind: str
    summary: str
    heads: tuple[str, ...]
    marks: tuple[ChartMark, ...]
    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    labels: tuple[ChartLabel, ...] = ()
    corner: str = ""
    choose: str = ""

    @property
    def table(self) -> pd.DataFrame:
        """The table behind the chart, a row for each thing that is drawn."""
        lines = [(row["name"], *row["cells"]) for row in self.rows]
        return pd.DataFrame(lines, columns=list(self.columns)).set_index(self.columns[0])

    def drawing(self) -> dict[str, Any]:
        """What the page draws, as plain data."""
        drawn = asdict(self)
        return {name: drawn[name] for name in ("kind", "heads", "marks", "labels", "corner")}

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self.summary)}</p>{self.table.to_html()}"


def needs(frame: pd.DataFrame, table: str, *columns: str) -> None:
    """Check that a table has the columns that a chart reads; the message names the right table."""
    missing = [name for name in columns if name not in getattr(frame, "columns", ())]
    if missing:
        raise CommuniqueError(
            f"The chart needs a table of {table}, and this one has no column {', '.join(missing)}.",
            f"Give it article.{table}, or some of its rows.",
        )


def noted(*parts: str) -> str:
    """What is said about a mark, one thing after the other."""
    return " · ".join(part for part in parts if part)


def short_name(paragraph: str) -> str:
    """A paragraph as a chart shows it."""
    return "head" if paragraph == "headline" else paragraph


def paragraph_number(paragraph: str) -> int:
    """Where a paragraph comes in the report; the headline comes first."""
    return int(paragraph[1:]) if paragraph[1:].isdigit() else 0
