"""The columns of the five tables: what a cell may hold, and which words of the article carry a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from . import codes


@dataclass(frozen=True)
class Column:
    """One column of a CSV file.

    `holds` is one of text, code, codes, id, ref, refs, aliases, timex, yesno.
    `refers` names the tables whose ids the cell may hold; `reporter_too` allows the word "reporter".
    `frame` is the column's name in the DataFrame; `default` is what an empty cell means.
    """

    name: str
    holds: str = "text"
    required: bool = False
    allowed: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    reporter_too: bool = False
    ordered: bool = False
    frame: str = ""
    default: str = ""

    @property
    def frame_name(self) -> str:
        return self.frame or self.name

    @property
    def is_list(self) -> bool:
        return self.holds in ("codes", "refs", "aliases")


@dataclass(frozen=True)
class WordsGroup:
    """The columns that point at words: `<prefix>words`, `<prefix>occurrence`, `<prefix>paragraph`."""

    prefix: str
    role: str
    required: bool = True
    frame: str = ""

    @property
    def columns(self) -> tuple[str, str, str]:
        return f"{self.prefix}words", f"{self.prefix}occurrence", f"{self.prefix}paragraph"


@dataclass(frozen=True)
class Table:
    """One of the five tables."""

    name: str
    columns: tuple[Column, ...]
    groups: tuple[WordsGroup, ...]

    @property
    def id_column(self) -> str:
        return self.columns[0].name

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def required_columns(self) -> tuple[str, ...]:
        words = [g.columns[0] for g in self.groups if g.required]
        return (*(c.name for c in self.columns if c.required), *words, "paragraph")

    @property
    def known_columns(self) -> tuple[str, ...]:
        names: Iterable[str] = (*(c.name for c in self.columns), "paragraph")
        return tuple(dict.fromkeys((*names, *(n for g in self.groups for n in g.columns))))

    @property
    def header(self) -> str:
        return ",".join(self.known_columns)


def _key(name: str) -> Column:
    return Column(name, "id", required=True)


def _code(name: str, allowed: tuple[str, ...], *, required: bool = True, ordered: bool = False) -> Column:
    return Column(name, "code", required=required, allowed=allowed, ordered=ordered)


def _who(name: str, *, required: bool = True) -> Column:
    return Column(name, "ref", required=required, refers=("actors",), reporter_too=True)


def _actors(name: str, frame: str, *, required: bool = False) -> Column:
    return Column(name, "refs", required=required, refers=("actors",), frame=frame)


_NOTES = (
    Column("contested", "yesno"),
    Column("note"),
    Column("status", "code", allowed=codes.STATUSES, ordered=True, default="accepted"),
    Column("rule"),
)
_WORDS = WordsGroup("", "words")

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "actors",
            (
                _key("actor_id"),
                Column("name", required=True),
                _code("kind", codes.ACTOR_KINDS),
                Column("country", "country"),
                _code("sector", codes.SECTORS, required=False),
                _actors("speaks_for", "speaks_for"),
                Column("aliases", "aliases"),
                *_NOTES,
            ),
            (_WORDS,),
        ),
        Table(
            "events",
            (
                _key("event_id"),
                Column("label", required=True),
                _actors("actor_ids", "actors", required=True),
                _actors("recipient_ids", "recipients"),
                Column("event", "event", required=True),
                Column("mode"),
                Column("contexts", "codes", allowed=codes.CONTEXTS),
                Column("cameo"),
                _code("certainty", codes.CERTAINTY, ordered=True),
                _code("factuality", codes.FACTUALITY, ordered=True),
                _who("certainty_of"),
                _who("reported_by"),
                Column("timex", "timex"),
                Column("part_of", "ref", refers=("events",)),
                *_NOTES,
            ),
            (_WORDS, WordsGroup("time_", "time", required=False, frame="time_words")),
        ),
        Table(
            "statements",
            (
                _key("statement_id"),
                _actors("source_ids", "sources", required=True),
                _code("kind", codes.STATEMENT_KINDS),
                _actors("channel", "channel"),
                Column("part_of", "ref", refers=("statements",)),
                Column("event_id", "ref", refers=("events",)),
                *_NOTES,
            ),
            (
                WordsGroup("content_", "content", frame="content"),
                WordsGroup("cue_", "cue", required=False, frame="cue"),
                WordsGroup("source_", "source", required=False, frame="source"),
            ),
        ),
        Table(
            "positions",
            (
                _key("position_id"),
                Column("actor_id", "ref", required=True, refers=("actors",)),
                Column("issue", "issue", required=True),
                _code("stance", codes.STANCES, ordered=True),
                _code("basis", codes.BASES),
                Column("basis_ids", "refs", refers=("events", "statements"), frame="basis_rows"),
                _who("according_to"),
                _code("other_stance", codes.OTHER_STANCES, required=False, ordered=True),
                Column("other_case"),
                *_NOTES,
            ),
            (_WORDS,),
        ),
        Table(
            "reactions",
            (
                _key("reaction_id"),
                Column("event_id", "ref", required=True, refers=("events",)),
                Column("answers_id", "ref", required=True, refers=("events",)),
                _code("tone", codes.TONES, ordered=True),
                _who("according_to", required=False),
                *_NOTES,
            ),
            (_WORDS,),
        ),
    )
}
