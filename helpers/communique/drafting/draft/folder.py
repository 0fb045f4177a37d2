"""A draft as an article's folder: whole or not at all, and never over a person's work."""

import contextlib
import hashlib
import json
import shutil
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from ...base.errors import CommuniqueError
from ...base.files import MEMORY, not_written, read_memory
from ...coding.schema import TABLES
from ...coding.writing import table_text
from ...text.cleaning import one_line
from ..reading.source import SourceText

ABOUT = (
    "A draft: a program found the rows in the tables, and nobody has checked them. "
    "Each says which rule made it, and by which words."
)
_NOTES = """# Notes on the coding

The rows of these tables were drafted by a program. A row with the status `draft` has not been checked by anybody:
read its words in the report, then set the status to `accepted`, correct the row, or delete it. The column `rule`
says which rule made a row, and which words set the rule off.

Where careful readers differ, write `yes` under `contested`, and argue the case for each reading here.
"""


def front_of(source: SourceText) -> dict[str, str | None]:
    """The front matter of a draft; what is not known yet is None."""
    return {
        "headline": source.headline or None,
        "outlet": source.outlet or None,
        "date": source.published.isoformat() if source.published else None,
        "language": source.language or "en",
        "licence": "the publisher's text; for your own use",
        "about": ABOUT,
    }


def article_text(source: SourceText) -> str:
    """The text of `article.md`: front matter and paragraphs."""
    lines = yaml.dump(front_of(source), allow_unicode=True, sort_keys=False, width=10**9, Dumper=_Dumper)
    return f"---\n{lines}---\n\n" + "\n\n".join(source.paragraphs) + "\n"


def memory_of(digests: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """What a folder remembers of drafted rows: a row that reads otherwise later was changed by a person."""
    return {TABLES[name].file: sorted(of_table) for name, of_table in digests.items()}


def row_digests(tables: Mapping[str, Iterable[Mapping[str, str]]]) -> dict[str, frozenset[str]]:
    """Table -> the digests of its rows."""
    return {name: frozenset(map(row_digest, rows)) for name, rows in tables.items()}


def remembered_rows(folder: Path) -> dict[str, frozenset[str]] | None:
    """Table -> the digests of its rows as they were drafted; None where the folder does not remember."""
    memory = read_memory(folder)
    lists = {name: memory.get(table.file) for name, table in TABLES.items()}
    if not all(isinstance(digests, list) for digests in lists.values()):
        return None
    return {name: frozenset(map(str, digests or ())) for name, digests in lists.items()}


def row_digest(row: Mapping[str, str]) -> str:
    """A digest of a row's cells, in whatever order."""
    cells = sorted((name, one_line(cell)) for name, cell in row.items() if cell and cell.strip())
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:16]


class _Dumper(yaml.SafeDumper):
    """YAML in which what is not known yet is an empty place to write in."""


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def write_article(folder: Path, source: SourceText, tables: Mapping[str, Iterable[Mapping[str, str]]]) -> Path:
    """Write a draft as an article's folder: `article.md`, the five tables and notes on the coding.

    Raises:
        CommuniqueError: there is such a folder already, or the disk did not take the files.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CommuniqueError(
            f"There is already something at {folder}, and it stays as it is.",
            "Name another folder with --slug NAME, or draft that one again with --again: accepted rows stay.",
        )
    files = {"article.md": article_text(source), "coding-notes.md": _NOTES}
    rows = {name: list(tables.get(name, ())) for name in TABLES}
    files |= {table.file: table_text(table, rows[name]) for name, table in TABLES.items()}
    files[MEMORY] = json.dumps(memory_of(row_digests(rows)))
    beside = folder.with_name(f".{uuid.uuid4().hex}.part")
    try:
        beside.mkdir(parents=True)
        for name, text in files.items():
            (beside / name).write_text(text, encoding="utf-8", newline="\n")
        if folder.is_dir():
            folder.rmdir()
        beside.rename(folder)
    except OSError as error:
        raise not_written(folder, error) from error
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(beside)
    return folder
