"""From files to raw text and raw rows: encodings, line ends and the marks a spreadsheet leaves.

A byte-order mark, Windows line ends, semicolons or tabs between cells and empty rows at the end are
read as they are. What cannot be read becomes a fault that names the file, and the row where there is one.
"""

import csv
import datetime as dt
import io
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..base.errors import Fault
from ..base.nearest import nearest_of
from ..base.text_files import LARGEST_FILE, read_text
from ..base.yaml_files import parse_yaml
from ..text.dates import iso_date
from .schema import Table

csv.field_size_limit(LARGEST_FILE)  # a cell may be as long as its file: a report may be one paragraph

#: A cell that begins so is a formula to a spreadsheet, unless an apostrophe comes before it.
FORMULA = re.compile(r"'*[=+\-@]")

#: The file beside article.md with the same paragraphs in plain words.
PLAIN_WORDS = "plain.md"
_MOST_COLUMNS = 200  # in a header; no table knows more than twenty-five


@dataclass
class RawRow:
    """A row of a CSV file as text, with the number that a spreadsheet gives it, and the faults found in it so far."""

    file: str
    number: int
    cells: dict[str, str]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, what: str, column: str, allowed: str = "", nearest: str = "", *, only_a_note: bool = False) -> None:
        self.faults.append(Fault(self.file, what, self.number, column, allowed, nearest, only_a_note))


@dataclass
class RawArticle:
    """An article's text and front matter, before anything is checked against anything."""

    front: dict[str, Any] = field(default_factory=dict)
    headline: str = ""
    published: dt.date | None = None
    paragraphs: list[str] = field(default_factory=list)
    plain: tuple[str, ...] = ()


def read_table(path: Path, table: Table) -> tuple[list[RawRow], list[Fault]]:
    """The rows of one CSV file, with every fault of its form."""
    text, faults = read_text(path)
    if faults:
        if "missing" in faults[0].what:
            ask = f"a file with the header line {table.header} (and no rows, if the article has no {table.name})"
            faults = [Fault(path.name, faults[0].what, allowed=ask)]
        return [], faults
    if not text.strip():
        return [], [Fault(path.name, "the file is empty", allowed=f"a header line: {table.header}")]
    first_line = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=first_line.count)
    lines: list[list[str]] = []
    try:
        lines.extend(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        what = f"the file cannot be read as a table from here on: {error}"
        return [], [Fault(path.name, what, len(lines) + 1, allowed='close every "')]
    above = next(number for number, cells in enumerate(lines) if cells)
    header = [name.strip() for name in lines[above]]
    faults += _header_faults(path.name, header, table)
    if faults:
        return [], faults
    rows = []
    for number, cells in enumerate(lines[above + 1 :], above + 2):
        if not any(cell.strip() for cell in cells):
            continue
        filled = cells[: len(header)] + [""] * (len(header) - len(cells))
        row = RawRow(path.name, number, {n: plain_cell(c) for n, c in zip(header, filled, strict=True) if n})
        spare = cells[len(header) :]
        if spare and (any(cell.strip() for cell in spare) or _is_shifted(row, table)):
            what = f"the row has {len(cells)} cells, and the header {len(header)}"
            ask = 'put a cell that holds a comma between two "'
            faults.append(Fault(path.name, what, row=number, allowed=ask))
            continue
        rows.append(row)
    if not rows and not faults:
        what = f"the table has a header and no rows; the article loads with no {table.name}"
        faults.append(Fault(path.name, what, only_a_note=True))
    return rows, faults


def plain_cell(cell: str) -> str:
    """A cell without the space around it, and without the apostrophe that keeps a spreadsheet from reckoning with it.

    Example:
        >>> plain_cell(" '=A1 "), plain_cell("'Tis said")
        ('=A1', "'Tis said")
    """
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _is_shifted(row: RawRow, table: Table) -> bool:
    """Whether a comma has moved the cells of a row that is too long: a paragraph or a number is none."""
    numbers = [row.cells.get(group.columns[1], "") for group in table.groups]
    named = re.fullmatch(r"headline|p\d+", row.cells.get("paragraph", ""))
    return not named or any(number and not number.isdigit() for number in numbers)


def _header_faults(file: str, header: list[str], table: Table) -> list[Fault]:
    faults = []
    if (count := sum(map(bool, header))) > _MOST_COLUMNS:
        ask = "known columns are " + ", ".join(table.known_columns)
        return [Fault(file, f"the header has {count:,} columns", row=1, allowed=ask)]
    for name in dict.fromkeys(header):
        if name and header.count(name) > 1:
            faults.append(Fault(file, f"the header has the column {name!r} twice", row=1, column=name))
        if name and name not in table.known_columns:
            near = nearest_of(name, table.known_columns)
            ask = "known columns are " + ", ".join(table.known_columns)
            faults.append(Fault(file, f"the column {name!r} is not known", 1, name, ask, near))
    for name in table.required_columns:
        if name not in header:
            faults.append(Fault(file, f"the column {name!r} is missing from the header", row=1, column=name))
    return faults


def read_article(path: Path, *, needs_front: bool) -> tuple[RawArticle, list[Fault]]:
    """The front matter (headline, date and language, where it must be there) and the paragraphs of a text."""
    text, faults = read_text(path)
    return (RawArticle(), faults) if faults else parse_article(path.name, text, needs_front=needs_front)


def read_plain_words(path: Path, article: RawArticle) -> list[Fault]:
    """Give an article its paragraphs in plain words, where the file is there; it must have one for each."""
    if not path.is_file():
        return []
    text, faults = read_text(path)
    article.plain = tuple(_paragraphs(text))
    if not faults and len(article.plain) != len(article.paragraphs):
        what = f"there are {len(article.plain)} paragraphs, and the article has {len(article.paragraphs)}"
        faults = [Fault(path.name, what, allowed="one paragraph in plain words for each of the article's")]
    return faults


def _paragraphs(text: str) -> list[str]:
    return [" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip()]


def parse_article(file: str, text: str, *, needs_front: bool) -> tuple[RawArticle, list[Fault]]:
    """The same from the text itself; `file` is the name that faults carry."""
    faults: list[Fault] = []
    raw = RawArticle()
    body = text
    match = re.match(r"\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", text, re.DOTALL)
    if match:
        body = text[match.end() :]
        front, faults = parse_yaml(match.group(1), file, text[: match.start(1)].count("\n") + 1)
        if faults:
            return raw, [replace(fault, what=f"between --- and ---: {fault.what}") for fault in faults]
        raw.front = front
        faults += _issue_faults(file, raw)
    raw.paragraphs = _paragraphs(body)
    raw.headline = str(raw.front.get("headline") or "").strip()
    faults += _date_faults(file, raw)
    if not isinstance(raw.front.get("constructed", False), bool):
        what, ask = "'constructed' is neither true nor false", "constructed: true"
        faults.append(Fault(file, what, column="constructed", allowed=ask))
    if not isinstance(raw.front.get("sources") or [], list):
        faults.append(Fault(file, "'sources' is not a list", column="sources", allowed="sources: [one-id, another]"))
    if needs_front:
        faults += _front_faults(file, raw)
    elif not raw.headline and len(raw.paragraphs) > 1 and _is_headline(*raw.paragraphs[:2]):
        raw.headline = raw.paragraphs.pop(0).lstrip("# ").strip()
    if not raw.paragraphs:
        faults.append(Fault(file, "there are no paragraphs", allowed="text with empty lines between"))
    return raw, faults


def _is_headline(paragraph: str, following: str) -> bool:
    """Whether a first paragraph is a headline; with a full stop where it is short, one sentence, and more follows."""
    if paragraph.startswith("#"):
        return True
    if paragraph.endswith("."):
        one_sentence = not re.search(r"[.!?:,;\"“”]", paragraph[:-1])
        return one_sentence and 4 * len(paragraph) <= min(320, 2 * len(following))
    return len(paragraph) <= 160 and not paragraph.endswith((":", "”", '"'))


def _date_faults(file: str, raw: RawArticle) -> list[Fault]:
    value = str(raw.front.get("date") or "").strip()
    raw.published = iso_date(value)
    if value and raw.published is None:
        ask = "a day as year-month-day, such as 2024-06-20"
        return [Fault(file, f"{value!r} is not a day of the calendar", column="date", allowed=ask)]
    return []


def _front_faults(file: str, raw: RawArticle) -> list[Fault]:
    """What is missing from the front matter; a line that is there and empty says "not known yet", and is a note."""
    ask = "a line '{name}: ...' between --- and ---"
    return [
        Fault(
            file,
            f"the front matter gives no {name} yet" if name in raw.front else f"the front matter has no {name}",
            column=name,
            allowed="then 'on Wednesday' is a date" if name == "date" and name in raw.front else ask.format(name=name),
            only_a_note=name in raw.front,
        )
        for name in ("headline", "date", "language")
        if not raw.front.get(name)
    ]


def _issue_faults(file: str, raw: RawArticle) -> list[Fault]:
    if isinstance(raw.front.get("issues") or {}, dict):
        return []
    raw.front["issues"] = {}
    ask = "lines of the form 'short-name: Title', set in by two spaces"
    return [Fault(file, "'issues' does not hold names and titles", column="issues", allowed=ask)]
