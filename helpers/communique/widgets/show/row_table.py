"""A table whose rows show the words they are based on."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import traitlets

from ...base.errors import CommuniqueError
from ...base.strings import section
from ...coding.article import CodedArticle
from ..base import CommuniqueWidget
from ..marks import titles

MOST_ROWS = 500


class TableView(CommuniqueWidget, page="show/row_table"):
    """A table on the page. Choosing a row sets `chosen` to the ids of the rows it stands for.

    Parameters:
        columns: the heads of the columns, the first for the rows' names.
        rows: for each row a mapping with `name`, `rows` (ids of the article's rows) and `cells` (texts).
    """

    sections = ("table",)

    columns = traitlets.List(traitlets.Unicode()).tag(sync=True)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    chosen = traitlets.List(traitlets.Unicode()).tag(sync=True)
    presses = traitlets.Int(0).tag(sync=True)


def table_of(frame: pd.DataFrame, article: CodedArticle) -> TableView:
    """A clickable table of a DataFrame whose index holds ids of the article's rows.

    A row goes by its label or name, or by what it is called in words. Ids of actors are shown as their names, and
    columns and codes in words. Rows whose index is no id of the article are shown, not clickable.
    """
    if not hasattr(frame, "columns"):
        frame = frame.to_frame()
    if len(frame) > MOST_ROWS:
        raise CommuniqueError(f"The table has {len(frame)} rows, and a page shows {MOST_ROWS}.", "Use .head(500).")
    known = {*article.rows, *(mention.id for mention in article.mentions)}
    known |= {e.evidence_id for e in article.evidence}
    index_name, named = str(frame.index.name or ""), next((c for c in ("label", "name") if c in frame), "")
    called = titles(article)
    texts = list(map(str, frame[named])) if named else [called.get(str(name), str(name)) for name in frame.index]
    frame = frame.drop(columns=named) if named else frame
    words = {**article.issues, **section("headings")}
    in_words = {**section("codes"), **article.countries, **article.issues, **article.names}
    rows = [
        {
            "name": in_words.get(name, name),
            "rows": [str(index)] if str(index) in known else [],
            "cells": [show(v, in_words) for v in values],
        }
        for name, index, values in zip(texts, frame.index, frame.itertuples(index=False, name=None), strict=True)
    ]
    return TableView(columns=[words.get(c, c) for c in (named or index_name, *map(str, frame.columns))], rows=rows)


def show(value: Any, names: Mapping[str, str]) -> str:
    """A cell as text: lists joined, dates as days, nothing for what is missing.

    Example:
        >>> show(["A09", "A06"], {"A09": "Vladimir Putin", "A06": "Kim Jong Un"})
        'Vladimir Putin, Kim Jong Un'
    """
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Iterable):
        return ", ".join(show(part, names) for part in value)
    if pd.isna(value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
