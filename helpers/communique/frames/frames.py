"""From frozen rows to DataFrames: every column's type is declared here, once, also for tables without rows."""

import functools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..coding.article import CodedArticle, Evidence
from ..coding.codes import STANCES, TIME_REFERENCES, plover
from ..coding.pointers import HEADLINE
from ..coding.schema import TABLES, Event, Position, Table
from ..text.dates import iso_date
from ..text.spans import sentence_spans, word_spans
from ..tools.voices import voices_of

#: Table -> its columns that hold lists.
LISTS = {table.name: [c.frame_name for c in table.columns if c.is_list] for table in TABLES.values()}
_PLAIN = {"text": pd.StringDtype(), "flag": "bool", "count": "int64", "number": "float64"}
_category = functools.cache(pd.CategoricalDtype)
#: A dollar in a table is a dollar: JupyterLab would make a formula of it, and of that a link.
pd.set_option("display.html.use_mathjax", False)


def series(values: list[Any], kind: str, categories: tuple[str, ...] = (), ordered: bool = False) -> Any:
    """The values as an array of the kind: text, flag, count, number, category, list or date; a gap is None."""
    if kind == "category":
        places = {category: place for place, category in enumerate(categories)}
        return pd.Categorical.from_codes([places.get(v, -1) for v in values], dtype=_category(categories, ordered))
    if kind == "list":
        lists = np.empty(len(values), dtype=object)
        lists[:] = [list(v) for v in values]
        return lists
    if kind == "date":
        return np.array([np.datetime64(v or "NaT") for v in values], dtype="datetime64[ns]")
    if kind == "text":
        return pd.array(values, dtype=_PLAIN["text"])
    return np.array(values, dtype=_PLAIN[kind])


#: Whose rows are put into a frame: one article, or the articles of a corpus.
Articles = Sequence[CodedArticle]


def _frame(index: str, ids: list[str], columns: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(columns, index=pd.Index(ids, name=index, dtype=_PLAIN["text"]), copy=False)


def _table_frame(articles: Articles, table: Table) -> pd.DataFrame:
    rows = [row for coded in articles for row in getattr(coded, table.name)]
    columns: dict[str, Any] = {}
    for column in table.columns[1:]:
        values = [getattr(row, column.name) for row in rows]
        if column.is_list:
            columns[column.frame_name] = series(values, "list")
        elif column.holds == "code":
            columns[column.frame_name] = series(values, "category", column.allowed, column.ordered)
        else:
            columns[column.frame_name] = series(values, "flag" if column.holds == "yesno" else "text")
    if table.name in _ADDED:
        _ADDED[table.name](rows, columns)
    columns["paragraph"] = series([row.paragraph for row in rows], "text")
    for group in table.groups:
        words = group.columns[0]
        columns[group.frame or words] = series([getattr(row, words) for row in rows], "text")
    columns |= _bounds(_evidence(articles, table.name, table.groups[0].role))
    return _frame(table.id_column, [row.id for row in rows], columns)


def _evidence(articles: Articles, name: str, role: str) -> list[Evidence]:
    """For every row, in order, the words that it is based on first."""
    return [coded.evidence_of(row.id, role)[0] for coded in articles for row in getattr(coded, name)]


def _bounds(evidence: Sequence[Evidence]) -> dict[str, Any]:
    return {name: series([getattr(one, name) for one in evidence], "count") for name in ("start", "end")}


def _add_to_events(events: Sequence[Event], columns: dict[str, Any]) -> None:
    codes = [plover()[event.event, event.mode] for event in events]
    columns["date"] = series([iso_date(event.timex) for event in events], "date")
    columns["time_reference"] = series(
        ["DATE" if iso_date(event.timex) else event.timex for event in events], "category", ("DATE", *TIME_REFERENCES)
    )
    columns["quad_code"] = series([code.quad_code for code in codes], "count")
    columns["quad_name"] = series([code.quad_name for code in codes], "text")
    columns["event_scale"] = series([code.event_scale for code in codes], "number")


def _add_to_positions(positions: Sequence[Position], columns: dict[str, Any]) -> None:
    columns["score"] = series([STANCES.index(position.stance) - 2 for position in positions], "count")


_ADDED: dict[str, Callable[..., None]] = {"events": _add_to_events, "positions": _add_to_positions}


def _paragraphs_frame(articles: Articles) -> pd.DataFrame:
    paragraphs = [p for coded in articles for p in coded.paragraphs]
    languages = [coded.language or "en" for coded in articles for _ in coded.paragraphs]
    parts = ["headline" if p.paragraph_id == HEADLINE else "body" for p in paragraphs]
    sentences = [len(sentence_spans(p.text, code)) for p, code in zip(paragraphs, languages, strict=True)]
    columns = {
        "part": series(parts, "category", ("headline", "body")),
        "text": series([p.text for p in paragraphs], "text"),
        "words": series([len(word_spans(p.text)) for p in paragraphs], "count"),
        "sentences": series(sentences, "count"),
        "start": series([p.start for p in paragraphs], "count"),
        "end": series([p.end for p in paragraphs], "count"),
    }
    return _frame("paragraph_id", [p.paragraph_id for p in paragraphs], columns)


def _evidence_frame(articles: Articles) -> pd.DataFrame:
    evidence = [one for coded in articles for one in coded.evidence]
    names = ("table", "row_id", "role", "paragraph_id", "words")
    columns = {name: series([getattr(one, name) for one in evidence], "text") for name in names} | _bounds(evidence)
    return _frame("evidence_id", [one.evidence_id for one in evidence], columns)


def _mentions_frame(articles: Articles) -> pd.DataFrame:
    mentions = [mention for coded in articles for mention in coded.mentions]
    names = ("actor_id", "paragraph", "words")
    columns = {name: series([getattr(mention, name) for mention in mentions], "text") for name in names}
    columns |= _bounds(_evidence(articles, "mentions", "mention"))
    return _frame("mention_id", [mention.id for mention in mentions], columns)


def _percent(parts: list[int], wholes: list[int]) -> Any:
    return series(
        [round(100 * part / whole, 1) if whole else 0.0 for part, whole in zip(parts, wholes, strict=True)], "number"
    )


def voices_frame(coded: CodedArticle) -> pd.DataFrame:
    """One row a voice, its words counted and set against those of the report; see `communique.voice_shares`."""
    voices = voices_of(coded)
    words, direct = [voice.words for voice in voices], [voice.direct for voice in voices]
    attributed = [voice.words if voice.actor_ids else 0 for voice in voices]
    columns = {
        "name": series([voice.name for voice in voices], "text"),
        "sources": series([voice.actor_ids for voice in voices], "list"),
        "words": series(words, "count"),
        "percent_of_report": _percent(words, [sum(words)] * len(voices)),
        "percent_of_attributed": _percent(attributed, [sum(attributed)] * len(voices)),
        "direct": series(direct, "count"),
        "percent_direct": _percent(direct, words),
        "percent_of_direct": _percent(direct, [sum(direct)] * len(voices)),
        "told_by_others": series([voice.told for voice in voices], "count"),
    }
    return _frame("voice", [voice.voice_id for voice in voices], columns)


def frame_of(coded: CodedArticle, name: str) -> pd.DataFrame:
    """The DataFrame with this name: one of the five tables, paragraphs, mentions or evidence."""
    return _joined((coded,), name)


def frame_of_many(articles: Articles, name: str) -> pd.DataFrame:
    """The same of many articles, one below the other; the first level of the index, `article`, is the slug."""
    joined = _joined(articles, name)
    slugs = [coded.slug for coded in articles for _ in getattr(coded, name)]
    levels = [pd.Index(slugs, dtype=_PLAIN["text"]), joined.index]
    joined.index = pd.MultiIndex.from_arrays(levels, names=["article", joined.index.name])
    return joined


def _joined(articles: Articles, name: str) -> pd.DataFrame:
    if name in TABLES:
        return _table_frame(articles, TABLES[name])
    return {"paragraphs": _paragraphs_frame, "evidence": _evidence_frame, "mentions": _mentions_frame}[name](articles)
