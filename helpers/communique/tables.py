"""An article as pandas DataFrames with declared types. pandas is imported when the first table is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .article import HEADLINE, CodedArticle, Row
from .checking import load_coded
from .codes import TIME_REFERENCES, plover
from .dates import iso_date
from .schema import TABLES, Table
from .spans import sentence_spans, word_spans

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Article:
    """An article and its coding.

    Every table is a DataFrame made anew for whoever asks: change it as you like, the article stays as
    it was. Indexes are the ids of the CSV files, in their order.

    Example:
        >>> article = load_article()
        >>> article.paragraphs.index[1]
        'p1'
    """

    coded: CodedArticle

    @property
    def slug(self) -> str:
        """The name of the article's folder."""
        return self.coded.slug

    @property
    def headline(self) -> str:
        """The headline."""
        return self.coded.headline

    @property
    def outlet(self) -> str:
        """Who published the original report."""
        return self.coded.outlet

    @property
    def published(self) -> dt.date | None:
        """The day on which the original report came out."""
        return self.coded.published

    @property
    def issues(self) -> Mapping[str, str]:
        """What the parties take positions on: short name -> title."""
        return self.coded.issues

    @property
    def text(self) -> str:
        """Headline and paragraphs, an empty line between; all offsets count from its start."""
        return self.coded.text

    @property
    def paragraphs(self) -> pd.DataFrame:
        """One row a paragraph, and the headline first.

        Columns: part (headline or body), text, words and sentences (counts), start and end (characters).
        """
        return self._copy("paragraphs")

    @property
    def actors(self) -> pd.DataFrame:
        """One row an actor: name, kind, country (ISO 3166-1 alpha-3), sector (PLOVER), speaks_for, aliases."""
        return self._copy("actors")

    @property
    def events(self) -> pd.DataFrame:
        """One row an event: who did what to whom, when, how surely, and on whose word.

        `event`, `mode`, `event_scale` (-10 to 10) and `quad_code` (1 to 4) are PLOVER 0.8's;
        `certainty` is an ordered ladder; `factuality` holds FactBank's values; `timex` is TIMEX3's
        value and `date` the day, where there is one.
        """
        return self._copy("events")

    @property
    def statements(self) -> pd.DataFrame:
        """One row a statement: source, cue and content (PolNeAR), kind, and the channel it came through."""
        return self._copy("statements")

    @property
    def positions(self) -> pd.DataFrame:
        """One row an actor's position on an issue: a five-step stance, its score (-2 to 2), its basis."""
        return self._copy("positions")

    @property
    def reactions(self) -> pd.DataFrame:
        """One row a reaction: `event_id` answers `answers_id`, in a tone."""
        return self._copy("reactions")

    @property
    def mentions(self) -> pd.DataFrame:
        """One row each time an actor is named: actor_id, paragraph, words, start, end."""
        return self._copy("mentions")

    @property
    def evidence(self) -> pd.DataFrame:
        """One row for all the words that a row rests on: `article.text[start:end] == words`."""
        return self._copy("evidence")

    @cached_property
    def _frames(self) -> dict[str, pd.DataFrame]:
        frames = {name: _table_frame(self.coded, table) for name, table in TABLES.items()}
        frames["paragraphs"] = _paragraphs_frame(self.coded)
        frames["evidence"] = _evidence_frame(self.coded)
        frames["mentions"] = _mentions_frame(self.coded)
        return frames

    def _copy(self, name: str) -> pd.DataFrame:
        frame = self._frames[name].copy()
        for column in frame.select_dtypes(object).columns:
            frame[column] = frame[column].map(list)  # a list of one's own in every cell
        return frame

    def __repr__(self) -> str:
        sizes = ", ".join(f"{len(rows)} {name}" for name, rows in self.coded.tables.items())
        return f"<Article '{self.headline or self.slug}': {len(self.coded.paragraphs) - 1} paragraphs, {sizes}>"


def load_article(source: str | Path | None = None) -> Article:
    """Load an article and its coding.

    Parameters:
        source: nothing for the article that comes with the course; its short name; the path to a
            folder with article.md and the five CSV files; or the path to a text or Markdown file,
            which gives the paragraphs and empty tables.

    Returns:
        A frozen Article with DataFrames.

    Raises:
        CommuniqueError: there is no such article.
        ArticleError: the folder has faults; all of them are in the message and in `.faults`.

    Example:
        >>> load_article().published
        datetime.date(2024, 6, 20)
    """
    return Article(load_coded(source))


def _series(values: list[Any], kind: str, categories: tuple[str, ...] = (), ordered: bool = False) -> Any:
    import pandas as pd

    if kind == "category":
        return pd.Categorical([v or None for v in values], categories=list(categories), ordered=ordered)
    if kind == "list":
        series = pd.Series([None] * len(values), dtype=object)
        series[:] = [list(v) for v in values]
        return series.array
    if kind == "date":
        return pd.array(pd.to_datetime(pd.Series(values, dtype="object")).astype("datetime64[ns]"))
    return pd.array(values, dtype={"text": "string", "flag": "bool", "count": "int64", "number": "float64"}[kind])


def _frame(index: str, ids: list[str], columns: dict[str, Any]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(columns, index=pd.Index(ids, name=index, dtype="string"))


def _table_frame(coded: CodedArticle, table: Table) -> pd.DataFrame:
    rows = coded.tables.get(table.name, ())
    columns: dict[str, Any] = {}
    for column in table.columns[1:]:
        values = [row[column.name] for row in rows]
        if column.is_list:
            columns[column.frame_name] = _series(values, "list")
        elif column.holds == "code":
            columns[column.frame_name] = _series(values, "category", column.allowed, column.ordered)
        else:
            columns[column.frame_name] = _series(values, "flag" if column.holds == "yesno" else "text")
    _ADDED.get(table.name, lambda rows, columns: None)(rows, columns)
    columns["paragraph"] = _series([row["paragraph"] for row in rows], "text")
    for group in table.groups:
        words = group.columns[0]
        columns[group.frame or words] = _series([row[words] for row in rows], "text")
    places = {e.row_id: e for e in coded.evidence if e.table == table.name and e.role == table.groups[0].role}
    for name in ("start", "end"):
        columns[name] = _series([getattr(places[row["id"]], name) for row in rows], "count")
    return _frame(table.id_column, [row["id"] for row in rows], columns)


def _add_to_events(rows: tuple[Row, ...], columns: dict[str, Any]) -> None:
    found = [plover()[row["event"], row["mode"]] for row in rows]
    columns["date"] = _series([iso_date(row["timex"]) for row in rows], "date")
    columns["time_reference"] = _series(
        ["DATE" if iso_date(row["timex"]) else row["timex"] for row in rows], "category", ("DATE", *TIME_REFERENCES)
    )
    columns["quad_code"] = _series([code.quad_code for code in found], "count")
    columns["quad_name"] = _series([code.quad_name for code in found], "text")
    columns["event_scale"] = _series([code.event_scale for code in found], "number")


def _add_to_positions(rows: tuple[Row, ...], columns: dict[str, Any]) -> None:
    stances = TABLES["positions"].columns[3].allowed
    columns["score"] = _series([stances.index(row["stance"]) - 2 for row in rows], "count")


_ADDED = {"events": _add_to_events, "positions": _add_to_positions}


def _paragraphs_frame(coded: CodedArticle) -> pd.DataFrame:
    paragraphs = coded.paragraphs
    parts = ["headline" if p.paragraph_id == HEADLINE else "body" for p in paragraphs]
    columns = {
        "part": _series(parts, "category", ("headline", "body")),
        "text": _series([p.text for p in paragraphs], "text"),
        "words": _series([len(word_spans(p.text)) for p in paragraphs], "count"),
        "sentences": _series([len(sentence_spans(p.text, coded.language or "en")) for p in paragraphs], "count"),
        "start": _series([p.start for p in paragraphs], "count"),
        "end": _series([p.end for p in paragraphs], "count"),
    }
    return _frame("paragraph_id", [p.paragraph_id for p in paragraphs], columns)


def _evidence_frame(coded: CodedArticle) -> pd.DataFrame:
    found = coded.evidence
    names = ("table", "row_id", "role", "paragraph_id", "words")
    columns = {name: _series([getattr(e, name) for e in found], "text") for name in names}
    columns |= {name: _series([getattr(e, name) for e in found], "count") for name in ("start", "end")}
    return _frame("evidence_id", [e.evidence_id for e in found], columns)


def _mentions_frame(coded: CodedArticle) -> pd.DataFrame:
    places = {e.row_id: e for e in coded.evidence if e.table == "mentions"}
    columns = {n: _series([m[n] for m in coded.mentions], "text") for n in ("actor_id", "paragraph", "words")}
    for name in ("start", "end"):
        columns[name] = _series([getattr(places[m["id"]], name) for m in coded.mentions], "count")
    return _frame("mention_id", [m["id"] for m in coded.mentions], columns)
