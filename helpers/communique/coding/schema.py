"""The five tables: their rows as frozen classes, what each cell may hold, and which words of the article carry a row.

A column is one field of a row's class; what its cell may hold is noted at the field's type.
"""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, TypeVar, get_type_hints

from . import codes


@dataclass(frozen=True)
class Column:
    """One column of a CSV file.

    `holds` is one of text, code, codes, id, ref, refs, aliases, timex, yesno.
    `refers` names the tables whose ids the cell may hold; `reporter_too` allows the word "reporter".
    `frame` is the column's name in the DataFrame; `default` is what an empty cell means; `name` is the field's.
    """

    holds: str = "text"
    required: bool = False
    allowed: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    reporter_too: bool = False
    ordered: bool = False
    frame: str = ""
    default: str = ""
    name: str = ""

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

    @functools.cached_property
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


Text = Annotated[str, Column()]
NeededText = Annotated[str, Column(required=True)]
EventId = Annotated[str, Column("ref", refers=("events",))]
NeededEventId = Annotated[str, Column("ref", required=True, refers=("events",))]
NeededTeller = Annotated[str, Column("ref", required=True, refers=("actors",), reporter_too=True)]


@dataclass(frozen=True, kw_only=True)
class Row:
    """What the rows of all five tables have: an id, the paragraph of their words, and how sure people are of them.

    Lists are tuples of ids or codes, and an empty cell is "".
    """

    table: ClassVar[str]
    groups: ClassVar[tuple[WordsGroup, ...]] = (WordsGroup("", "words"),)

    id: Annotated[str, Column("id", required=True)]
    paragraph: str = ""
    contested: Annotated[bool, Column("yesno")] = False
    note: Text = ""
    status: Annotated[str, Column("code", allowed=codes.STATUSES, ordered=True, default="accepted")] = "accepted"
    rule: Text = ""

    @property
    def draft(self) -> bool:
        """Whether a program made the row and nobody has accepted it yet."""
        return self.status == "draft"


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, kw_only=True)
class Actor(Row):
    """A row of actors.csv."""

    table = "actors"

    name: NeededText
    kind: Annotated[str, Column("code", required=True, allowed=codes.ACTOR_KINDS)]
    country: Annotated[str, Column("country")] = ""
    sector: Annotated[str, Column("code", allowed=codes.SECTORS)] = ""
    speaks_for: Annotated[tuple[str, ...], Column("refs", refers=("actors",), frame="speaks_for")] = ()
    aliases: Annotated[tuple[str, ...], Column("aliases")] = ()
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Event(Row):
    """A row of events.csv."""

    table = "events"
    groups = (*Row.groups, WordsGroup("time_", "time", required=False, frame="time_words"))

    label: NeededText
    actor_ids: Annotated[tuple[str, ...], Column("refs", required=True, refers=("actors",), frame="actors")]
    recipient_ids: Annotated[tuple[str, ...], Column("refs", refers=("actors",), frame="recipients")] = ()
    event: Annotated[str, Column("event", required=True)]
    mode: Text = ""
    contexts: Annotated[tuple[str, ...], Column("codes", allowed=codes.CONTEXTS)] = ()
    cameo: Text = ""
    certainty: Annotated[str, Column("code", required=True, allowed=codes.CERTAINTY, ordered=True)]
    factuality: Annotated[str, Column("code", required=True, allowed=codes.FACTUALITY, ordered=True)]
    certainty_of: NeededTeller
    reported_by: NeededTeller
    timex: Annotated[str, Column("timex")] = ""
    part_of: EventId = ""
    words: str = ""
    time_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Statement(Row):
    """A row of statements.csv."""

    table = "statements"
    groups = (
        WordsGroup("content_", "content", frame="content"),
        WordsGroup("cue_", "cue", required=False, frame="cue"),
        WordsGroup("source_", "source", required=False, frame="source"),
    )

    source_ids: Annotated[tuple[str, ...], Column("refs", required=True, refers=("actors",), frame="sources")]
    kind: Annotated[str, Column("code", required=True, allowed=codes.STATEMENT_KINDS)]
    channel: Annotated[tuple[str, ...], Column("refs", refers=("actors",), frame="channel")] = ()
    part_of: Annotated[str, Column("ref", refers=("statements",))] = ""
    event_id: EventId = ""
    content_words: str = ""
    cue_words: str = ""
    source_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Position(Row):
    """A row of positions.csv."""

    table = "positions"

    actor_id: Annotated[str, Column("ref", required=True, refers=("actors",))]
    issue: Annotated[str, Column("issue", required=True)]
    stance: Annotated[str, Column("code", required=True, allowed=codes.STANCES, ordered=True)]
    basis: Annotated[str, Column("code", required=True, allowed=codes.BASES)]
    basis_ids: Annotated[tuple[str, ...], Column("refs", refers=("events", "statements"), frame="basis_rows")] = ()
    according_to: NeededTeller
    other_stance: Annotated[str, Column("code", allowed=codes.OTHER_STANCES, ordered=True)] = ""
    other_case: Text = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Reaction(Row):
    """A row of reactions.csv."""

    table = "reactions"

    event_id: NeededEventId
    answers_id: NeededEventId
    tone: Annotated[str, Column("code", required=True, allowed=codes.TONES, ordered=True)]
    according_to: Annotated[str, Column("ref", refers=("actors",), reporter_too=True)] = ""
    words: str = ""


#: Table -> the class of its rows.
ROWS: Mapping[str, type[Row]] = {row.table: row for row in (Actor, Event, Statement, Position, Reaction)}


def _table_of(row: type[Row]) -> Table:
    """The table of a class of rows: its id first, then its own columns, then those of every row."""
    noted = get_type_hints(row, include_extras=True)
    names = [
        name for name in ("id", *row.__annotations__, *Row.__annotations__) if hasattr(noted[name], "__metadata__")
    ]
    columns = {name: replace(noted[name].__metadata__[0], name=name) for name in names}
    columns["id"] = replace(columns["id"], name=f"{row.table.removesuffix('s')}_id")
    return Table(row.table, tuple(columns.values()), row.groups)


TABLES: dict[str, Table] = {name: _table_of(row) for name, row in ROWS.items()}
