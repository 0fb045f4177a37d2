"""What was done with each file of a corpus: a journal of JSON Lines, from which an interrupted run goes on."""

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ...base.files import not_written
from ...base.journal_lines import JournalLines
from ...base.places import PACKAGE

MANIFEST = "corpus.jsonl"
_ROOMS = ("drafting", "coding", "text")  # whose code decides what is drafted
_NOBODYS = (".DS_Store", "Thumbs.db", "desktop.ini")  # what Finder and Explorer leave in any folder
CODED, UNCHANGED, NOT_READ = "coded", "unchanged", "not read"


@dataclass(frozen=True)
class Job:
    """One file to code: its place, its name in the folder, the article's name, and what is known of an earlier run.

    `lexicons` is the folder whose own lexicons are used, `rules` a digest of all rules and lexicons.
    """

    path: str
    file: str
    slug: str
    output: str
    rules: str = ""
    lexicons: str = ""
    sha256: str = ""
    written: str = ""


@dataclass(frozen=True)
class FileOutcome:
    """What became of a file: coded, unchanged since it was, or not read (then `sentence` says why)."""

    file: str
    slug: str
    outcome: str
    sha256: str = ""
    written: str = ""
    sentence: str = ""
    next_step: str = ""
    rows: int = 0
    rules: str = ""


def digest_of(folder: Path) -> str:
    """A digest of all that lies in an article's folder: its text and tables, the notes, a person's own files."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.name not in _NOBODYS:
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            digest.update(name + b"\0" + (path.read_bytes() if path.is_file() else b"-") + b"\0")
    return digest.hexdigest()


def digest_of_rules(folder: Path) -> str:
    """A digest of the rules and lexicons, those of the folder among them: what was coded with others is coded again."""
    digest = hashlib.sha256()
    own = [path for name in ("lexicon", "lexicons") for path in sorted((folder / name).glob("*.csv"))]
    files = (path for room in _ROOMS for path in sorted((PACKAGE / room).rglob("*")) if path.suffix in (".py", ".csv"))
    for path in (*files, *own):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class Manifest(JournalLines):
    """What earlier runs did with the files of a corpus: `outcomes` has the last word on each."""

    def __init__(self, output: Path) -> None:
        super().__init__(output / MANIFEST)

    def forget(self) -> None:
        self.outcomes: dict[str, FileOutcome] = {}

    def take(self, entry: dict[str, Any] | None) -> None:
        with contextlib.suppress(TypeError):
            outcome = FileOutcome(**(entry or {}))
            self.outcomes[outcome.file] = outcome

    def keep(self, outcomes: Iterable[FileOutcome]) -> Iterator[FileOutcome]:
        """Write each outcome down before the next is asked for."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch()
            for outcome in outcomes:
                if outcome.outcome != UNCHANGED:
                    self.append(asdict(outcome), sync=False)
                yield outcome
        except OSError as error:
            raise not_written(self.path.parent, error) from error
