"""The words that the drafting rules know, from CSV files: the package's own, then those of an article's folder.

A file in the folder's `lexicon/` (or `lexicons/`) has the name and the columns of the package's file. A row with
a new word adds it; a row with a known word replaces it; a row with nothing but the word takes it out.
"""

import csv
import functools
import io
from importlib import resources
from pathlib import Path

from ...base.errors import CommuniqueError
from ...base.text_files import read_text

_FOLDERS = ("lexicon", "lexicons")
#: For what a rule makes of the lexicons: it is made once for each of the last few of them.
made_once = functools.lru_cache(maxsize=8)


class Lexicons:
    """All lexicons, each a tuple of rows (column name -> text), read when first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = next((folder / n for n in _FOLDERS if (folder / n).is_dir()), None) if folder else None
        self._rows: dict[str, tuple[dict[str, str], ...]] = {}
        self._by_word: dict[str, dict[str, dict[str, str]]] = {}

    def rows(self, name: str) -> tuple[dict[str, str], ...]:
        """The rows of one lexicon, such as "cues"."""
        if name not in self._rows:
            own = _own_rows(name)
            added = self._added(name, tuple(own[0]) if own else ())
            key = next(iter(own[0])) if own else ""
            if added:
                replaced = {row[key] for row in added}
                kept = [row for row in own if row[key] not in replaced]
                kept += [row for row in added if any(v for k, v in row.items() if k != key)]
                own = tuple({tuple(row.values()): row for row in kept}.values())
            self._rows[name] = own
        return self._rows[name]

    def by_word(self, name: str) -> dict[str, dict[str, str]]:
        """The rows of one lexicon by their first column (one mapping for all who ask: not to be changed)."""
        if name not in self._by_word:
            self._by_word[name] = {next(iter(row.values())): row for row in self.rows(name)}
        return self._by_word[name]

    def _added(self, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
        path = self.folder / f"{name}.csv" if self.folder else None
        if path is None or not path.is_file():
            return []
        text, faults = read_text(path)
        if faults:
            raise CommuniqueError(f"The lexicon {path} cannot be read: {faults[0].what}.", faults[0].allowed)
        rows = list(csv.DictReader(io.StringIO(text)))
        unknown = [c for row in rows[:1] for c in row if c not in columns]
        if unknown or (rows and columns[0] not in rows[0]):
            what = f"The lexicon {path} has the column {unknown[0]!r}." if unknown else f"{path} lacks {columns[0]!r}."
            raise CommuniqueError(what, f"The columns of {name}.csv are: {', '.join(columns)}.")
        return [{c: (row.get(c) or "").strip() for c in columns} for row in rows if (row.get(columns[0]) or "").strip()]


@functools.cache
def _own_rows(name: str) -> tuple[dict[str, str], ...]:
    file = resources.files(__package__).joinpath("csv", f"{name}.csv")
    if not file.is_file():
        raise CommuniqueError(f"There is no lexicon {name!r}.", f"The package has: {', '.join(lexicon_names())}.")
    return tuple(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def lexicon_names() -> tuple[str, ...]:
    """The names of the package's lexicons."""
    folder = resources.files(__package__).joinpath("csv")
    return tuple(sorted(f.name.removesuffix(".csv") for f in folder.iterdir() if f.name.endswith(".csv")))


@functools.cache
def package_lexicons() -> Lexicons:
    """The package's own lexicons, without those of any article."""
    return Lexicons()


def lexicons_of(folder: Path) -> Lexicons:
    """The lexicons of an article or a corpus: the package's, of which much is made already, where it has none."""
    lexicons = Lexicons(folder)
    return lexicons if lexicons.folder else package_lexicons()
