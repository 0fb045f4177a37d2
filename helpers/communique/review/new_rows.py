"""A row from marked words: its cells, its id, and what a person need not say twice."""

import re
from collections.abc import Iterable

from ..base.errors import CommuniqueError
from ..coding.cells import split_list
from ..coding.codes import REPORTER
from ..coding.pointers import Paragraph, pointer_at
from ..coding.schema import TABLES, WordsGroup
from ..text.spans import Span, find_all, find_names
from .steps import Cells

#: Table -> the letter of its ids.
LETTERS = {"actors": "A", "events": "E", "statements": "S", "positions": "P", "reactions": "R"}

#: Table -> the cells that a new row begins with; the first kind of each list, and the report as the one who tells.
_BEGINNINGS: dict[str, Cells] = {
    "actors": {"kind": "state", "sector": "GOV"},
    "events": {"certainty": "happened", "factuality": "CT+", "certainty_of": REPORTER, "reported_by": REPORTER},
    "statements": {"kind": "indirect"},
    "positions": {"basis": "said", "according_to": REPORTER},
    "reactions": {"tone": "negative"},
}
#: Words that name somebody only where they stand.
_HERE_ONLY = re.compile(r"(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|we|us|our|i|me|my)", re.IGNORECASE)
_MOST_LABEL = 60


def next_id(rows: Iterable[Cells], table: str) -> str:
    """The first id behind all that are there."""
    letter, column = LETTERS[table], TABLES[table].id_column
    numbers = (re.fullmatch(rf"{letter}(\d+)", cells.get(column, "")) for cells in rows)
    return f"{letter}{max((int(m[1]) for m in numbers if m), default=0) + 1:02d}"


def words_in(paragraph: Paragraph, span: Span) -> tuple[str, str]:
    """The words of a span of a paragraph, and which occurrence they are ("" where they are there once)."""
    pointer = pointer_at(paragraph, _trimmed(paragraph, span))
    if not pointer.occurrence:
        raise CommuniqueError("These words cannot be told apart from the same words beside them.", "Mark more words.")
    return pointer.words, str(pointer.occurrence) if len(find_all(paragraph.text, pointer.words)) > 1 else ""


def _trimmed(paragraph: Paragraph, span: Span) -> Span:
    """The span without white space at its ends."""
    words = paragraph.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def cells_for(cells: Cells, table: str, group: WordsGroup, paragraph: Paragraph, span: Span) -> Cells:
    """The cells that point a row at other words; what its other words are based on stays."""
    words, occurrence = words_in(paragraph, span)
    words_column, occurrence_column, paragraph_column = group.columns
    changed = {words_column: words, occurrence_column: occurrence}
    old, new = cells.get("paragraph", ""), paragraph.paragraph_id
    if paragraph_column == "paragraph" or not old:
        changed["paragraph"] = new
        for other in TABLES[table].groups:
            there = other.columns[2]
            if other != group and cells.get(other.columns[0]) and not cells.get(there) and old not in ("", new):
                changed[there] = old
            if other != group and cells.get(there) == new and there != "paragraph":
                changed[there] = ""
    if paragraph_column != "paragraph":
        changed[paragraph_column] = "" if (changed.get("paragraph") or old) == new else new
    return changed


def without_words(group: WordsGroup) -> Cells:
    """The cells of a row that does not name such words any more."""
    return {column: "" for column in group.columns if column != "paragraph"}


def new_cells(rows: Iterable[Cells], table: str, paragraph: Paragraph, span: Span) -> Cells:
    """A new row of a table that is based on words: a draft, until somebody accepts it."""
    group = TABLES[table].groups[0]
    cells = {name: "" for name in TABLES[table].known_columns} | _BEGINNINGS[table]
    cells |= cells_for(cells, table, group, paragraph, span)
    words = paragraph.text[span.start : span.end].strip()
    cells |= {TABLES[table].id_column: next_id(rows, table), "status": "draft", "contested": "no"}
    if table == "actors":
        cells |= {"name": words[:1].upper() + words[1:], "aliases": alias_for(paragraph, span)}
    if table == "events":
        cells["label"] = words if len(words) <= _MOST_LABEL else f"{words[:_MOST_LABEL].rsplit(' ', 1)[0]} …"
    if table == "statements" and any(sign in words for sign in '"“”«»„'):
        cells["kind"] = "direct" if words[:1] in '"“«„' and words[-1:] in '"”»“' else "mixed"
    return cells


def positions_in(cells: Cells, table: str, issue: str, stance: str) -> list[Cells]:
    """The positions that a statement or an event shows, one for each who speaks or acts; accepted, without ids."""
    said = table == "statements"
    group = TABLES[table].groups[0]
    words, occurrence, paragraph = (cells.get(column, "") for column in group.columns)
    shared = {name: "" for name in TABLES["positions"].known_columns} | _BEGINNINGS["positions"]
    shared |= {"issue": issue, "stance": stance, "basis": "said" if said else "done"}
    shared |= {"basis_ids": cells[TABLES[table].id_column], "words": words, "occurrence": occurrence}
    shared |= {"paragraph": paragraph or cells["paragraph"], "status": "accepted", "contested": "no"}
    who = split_list(cells.get("source_ids" if said else "actor_ids", ""))
    return [shared | {"actor_id": actor_id} for actor_id in who]


def same_position(one: Cells, other: Cells) -> bool:
    """Whether two rows say that an actor takes the same stance on the same issue, by the same account."""
    return all(one.get(n, "") == other[n] for n in ("actor_id", "issue", "stance", "basis", "according_to"))


def alias_for(paragraph: Paragraph, span: Span) -> str:
    """The name that is at a place, bound to its paragraph where it means somebody only there.

    Example:
        >>> alias_for(Paragraph("p2", "He said that he goes.", 0), Span(13, 15))
        'p2: he'
    """
    span = _trimmed(paragraph, span)
    words = paragraph.text[span.start : span.end]
    if not words[:1].islower() and not _HERE_ONLY.fullmatch(words):
        return words
    places = find_names(paragraph.text, words)
    if len(places) > 1 and span in places:
        return f"{paragraph.paragraph_id}#{places.index(span) + 1}: {words}"
    return f"{paragraph.paragraph_id}: {words}"
