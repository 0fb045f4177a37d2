"""Draft an article's folder again: what a person accepted or wrote stays, with new drafts around it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ...base.errors import ArticleError, CommuniqueError, Fault
from ...base.files import MEMORY, read_memory, write_whole
from ...base.text_files import read_text
from ...coding.article import CodedArticle
from ...coding.cells import split_list
from ...coding.checking import check_rows
from ...coding.loading import load_coded
from ...coding.raw_files import read_article, read_table
from ...coding.schema import TABLES, Table
from ...coding.writing import save_rows
from ...text.cleaning import one_line
from ..lexicon.lexicons import lexicons_of
from ..reading.source import NO_DATE, SourceText, asked_day
from .draft import Cells, draft_source, raw_of, without_faults
from .folder import memory_of, remembered_rows, row_digest, row_digests

#: Rows with the names of their tables.
Gone = Sequence[tuple[str, Mapping[str, str]]]


@dataclass(frozen=True)
class Redraft:
    """A folder that was drafted again: how many rows of a person were kept, and the article as it is now.

    `dated` are the events among them that now have the time that only the day of publication could give.
    """

    kept: int
    dated: frozenset[str]
    coded: CodedArticle


def draft_again(
    folder: Path,
    read: SourceText | None = None,
    *,
    published: str | None = None,
    outlet: str = "",
    headline: str = "",
    gone: Gone = (),
) -> Redraft:
    """Draft the rows of an article's folder again, from its own text (`read`, if given, must be the same).

    A row without the status `draft` counts as accepted and stays as it is; so does a draft that is not as it was
    drafted. An event that was drafted before the day of publication was known gets its time, where nobody gave it one.
    A new draft of the same words as such a row of its table is left out; an actor of the same name is taken for the
    one that is there. A draft that such a row points at keeps its id, and is drafted again too. `gone` are rows of
    tables that a person deleted or changed: no draft of their words comes back.

    Raises:
        CommuniqueError: there is no such folder, or the text is another.
        ArticleError: accepted rows have faults; all are in the message.
    """
    if not (folder / "article.md").is_file():
        raise CommuniqueError(f"There is no article in {folder}.", "Leave out --again to make one.")
    _write_front(folder, {"date": published or "", "outlet": outlet, "headline": headline})
    source = source_of(folder)
    if read is not None and read.paragraphs != source.paragraphs:
        what = f"The text in {folder} differs from the one given, and accepted rows are based on its words."
        raise CommuniqueError(what, "Name another folder with --slug NAME.")
    there = {name: rows_of(folder, table) for name, table in TABLES.items()}
    remembered = remembered_rows(folder)
    persons = {name: [row for row in rows if _is_persons(name, row, remembered)] for name, rows in there.items()}
    accepted = _kept(there, persons)
    draft = draft_source(source, folder.name, lexicons_of(folder))
    own = {name: {row[TABLES[name].id_column] for row in rows} for name, rows in persons.items()}
    tables = _around(accepted, own, draft.tables, gone)
    first = {name: tables[name][: len(rows)] for name, rows in accepted.items()}
    raw, _ = read_article(folder / "article.md", needs_front=True)
    if check_rows(folder.name, raw_of(source) if not raw.front else raw, tables).article is None:
        tables = without_faults(folder.name, raw, tables, keep=first)
    ours = row_digests({n: [row for row in tables[n] if row[t.id_column] not in own[n]] for n, t in TABLES.items()})
    if remembered is not None:  # if this is cut off between two tables, old and new drafts are known as a program's
        _remember(folder, {name: ours[name] | remembered[name] for name in TABLES})
    for name in TABLES:
        save_rows(folder, name, tables[name])
    _remember(folder, ours)
    before = {row["event_id"]: row for row in persons["events"]}
    dated = frozenset(i for row in tables["events"] if (i := row["event_id"]) in before and row != before[i])
    coded = replace(load_coded(folder), notes=draft.source.notes)
    return Redraft(sum(map(len, persons.values())), dated, coded)


def source_of(folder: Path) -> SourceText:
    """The text of an article's folder, as it is there."""
    raw, faults = read_article(folder / "article.md", needs_front=True)
    _refuse(folder, faults)
    front = {name: str(raw.front.get(name) or "") for name in ("outlet", "language")}
    notes = () if raw.published else (NO_DATE,)
    return SourceText(raw.headline, front["outlet"], raw.published, front["language"], tuple(raw.paragraphs), notes)


def rows_of(folder: Path, table: Table) -> list[dict[str, str]]:
    """The rows of a table as cells."""
    rows, faults = read_table(folder / table.file, table)
    _refuse(folder, faults)
    return [dict(row.cells) for row in rows]


def _remember(folder: Path, drafted: Mapping[str, Iterable[str]]) -> None:
    write_whole(folder / MEMORY, json.dumps(read_memory(folder) | memory_of(drafted)))


def _refuse(folder: Path, faults: Iterable[Fault]) -> None:
    if grave := [fault for fault in faults if not fault.only_a_note]:
        raise ArticleError(f"The article in {folder}", grave)


def _is_persons(table: str, row: dict[str, str], remembered: dict[str, frozenset[str]] | None) -> bool:
    """Whether a person accepted, wrote or changed a row; no draft without a rule is a program's."""
    if row.get("status", "") != "draft" or not row.get("rule"):
        return True
    return remembered is not None and row_digest(row) not in remembered[table]


def _kept(there: Cells, persons: Cells) -> Cells:
    """A person's rows, and the drafts that they point at."""
    waiting = [(TABLES[name], row) for name, rows in persons.items() for row in rows]
    kept: set[str] = set()
    while waiting:
        table, row = waiting.pop()
        kept.add(row[table.id_column])
        for other, column in ((TABLES[name], c.name) for c in table.columns for name in c.refers):
            named = set(split_list(row.get(column, ""))) - kept
            waiting += [(other, pointed) for pointed in there[other.name] if pointed[other.id_column] in named]
    return {name: [row for row in there[name] if row[table.id_column] in kept] for name, table in TABLES.items()}


def _write_front(folder: Path, front: dict[str, str]) -> None:
    """Put what is given into the front matter's own lines, and leave every other line as it is."""
    asked_day(front["date"] or None)
    path = folder / "article.md"
    text, faults = read_text(path)
    _refuse(folder, faults)
    changed = text
    for name, value in front.items():
        if value:
            quoted = one_line(value).replace("\\", "\\\\").replace('"', '\\"')
            line = f"{name}: {value}" if name == "date" else f'{name}: "{quoted}"'
            pattern = re.compile(rf"(\A\s*---[ \t]*\r?\n(?:(?!---).*\n)*?){name}:.*(?:\n[ \t]+.*)*")
            entry = pattern.search(changed)
            if entry:
                changed = changed[: entry.end(1)] + line + changed[entry.end() :]
            else:
                changed = re.sub(r"\A(\s*---[ \t]*\r?\n)", partial(_below, line), changed)
    if changed != text:
        write_whole(path, changed)


def _below(line: str, opening: re.Match[str]) -> str:
    return f"{opening[1]}{line}\n"


def _around(accepted: Cells, own: Mapping[str, set[str]], drafted: Cells, gone: Gone) -> Cells:
    """The accepted rows (`own`: the ids of a person's), then the drafts that say something else, with other ids."""
    new_ids = _new_ids(accepted, drafted, gone)
    merged: Cells = {}
    for name, table in TABLES.items():
        ids = {row[table.id_column] for row in accepted[name]}
        new = [_renamed(row, table, new_ids) for row in drafted[name]]
        there = {_place(row, table): row for row in new}
        merged[name] = [_renewed(row, there.get(_place(row, table)), name, own[name]) for row in accepted[name]]
        merged[name] += [row for row in new if row[table.id_column] and row[table.id_column] not in ids]
    taken = {_sure(alias) for row in accepted["actors"] for alias in split_list(row.get("aliases", ""))}
    for row in merged["actors"][len(accepted["actors"]) :]:
        row["aliases"] = " | ".join(alias for alias in split_list(row.get("aliases", "")) if _sure(alias) not in taken)
    return merged


def _new_ids(accepted: Cells, drafted: Cells, gone: Gone) -> dict[str, str]:
    """Drafted row -> its id beside the accepted ones: that of the row it says again, "" if a person deleted it."""
    new_ids = _same_actors(accepted["actors"], drafted["actors"])
    for name, table in TABLES.items():
        column = table.id_column
        lost = [row for of, row in gone if of == name]
        places = {_place(row, table): "" for row in lost}
        if name != "actors":
            places |= {_place(row, table): row[column] for row in accepted[name]}
        spare = _spare_ids(table, {row.get(column, "") for row in (*accepted[name], *lost)})
        for row in drafted[name]:
            place, draft_id = _place(row, table), row[column]
            if draft_id not in new_ids:
                new_ids[draft_id] = places[place] if place in places else next(spare)
    return new_ids


def _renewed(row: dict[str, str], new: dict[str, str] | None, table: str, own: set[str]) -> dict[str, str]:
    """An accepted row; a draft that one points at as it is drafted now, and a person's event with its time."""
    if new is None or table == "actors":
        return dict(row)
    column = TABLES[table].id_column
    if row[column] not in own:
        return new | {column: row[column]}
    time = new.get("rule", "").partition("; time")[2]
    undated = row.get("rule") and "; time" not in row["rule"]
    as_it_is = all(row.get(cell, "") in ("", new.get(cell, "")) for cell in ("time_words", "timex"))
    if table != "events" or not time or not undated or not as_it_is:
        return dict(row)
    times = {cell: new.get(cell, "") for cell in (*TABLES[table].groups[1].columns, "timex")}
    return row | times | {"rule": f"{row['rule']}; time{time}"}


def _sure(alias: str) -> str:
    return alias.replace("?:", ":", 1)


def _same_actors(accepted: list[dict[str, str]], drafted: list[dict[str, str]]) -> dict[str, str]:
    """Drafted actor -> the accepted actor that it is: of the same name, or with an alias in common."""
    same = {}
    for row in drafted:
        names = {row["name"], *split_list(row.get("aliases", ""))}
        for other in accepted:
            if names & {other["name"], *split_list(other.get("aliases", ""))}:
                same[row["actor_id"]] = other["actor_id"]
                break
    return same


def _place(row: Mapping[str, str], table: Table) -> tuple[str, ...]:
    words, occurrence, paragraph = table.groups[0].columns
    where = row.get(paragraph, "") or row.get("paragraph", "")
    return where, row.get(words, ""), row.get(occurrence, "") or "1"


def _spare_ids(table: Table, taken: set[str]) -> Iterator[str]:
    letter = table.name[0].upper()
    return (name for name in (f"{letter}{number:02d}" for number in range(1, 100_000)) if name not in taken)


def _renamed(row: dict[str, str], table: Table, ids: dict[str, str]) -> dict[str, str]:
    changed = row | {table.id_column: ids[row[table.id_column]]}
    for column in table.columns:
        if column.refers and row.get(column.name):
            parts = (ids.get(part, part) for part in split_list(row[column.name]))
            changed[column.name] = " | ".join(part for part in dict.fromkeys(parts) if part)
    return changed
