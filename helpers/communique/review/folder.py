"""An article's folder while it is reviewed: read, written, and read again when somebody else changed it."""

import datetime as dt
import hashlib
from pathlib import Path

from ..base.errors import ArticleError, CommuniqueError, Fault
from ..base.web import refuse_address
from ..coding.article import lay_out
from ..coding.checking import Checked, check_rows
from ..coding.pointers import Paragraph
from ..coding.raw_files import read_article, read_table
from ..coding.schema import TABLES
from ..coding.writing import save_rows
from .log import ReviewLog
from .steps import Cells, NotThere, Step, carry_out, settled


class DraftFolder:
    """The rows of a folder as text, and the log of what was done to them.

    `tables` holds the rows; `unread` the faults of files that cannot be read whole, which are never written;
    `heard` counts how often another tab or program had changed it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder).expanduser().resolve()
        if not (self.folder / "article.md").is_file():
            refuse_address(Path(folder).as_posix())
            raise CommuniqueError(
                f"There is no article in {self.folder}: the file article.md is missing.",
                "Name the folder that `communique new` made.",
            )
        self.log = ReviewLog(self.folder)
        self.tables: dict[str, tuple[Cells, ...]] = {}
        self.unread: dict[str, list[Fault]] = {}
        self.paragraphs: dict[str, Paragraph] = {}
        self._seen, self.heard = "", 0
        with self.log.turn():
            self._read()
            self._finish_open_step()

    @property
    def headline(self) -> str:
        return self._raw.headline

    @property
    def published(self) -> dt.date | None:
        return self._raw.published

    @property
    def issues(self) -> dict[str, str]:
        return {str(name): str(title) for name, title in (self._raw.front.get("issues") or {}).items()}

    def check(self) -> Checked:
        """What `communique check` says of the rows as they are; a fault's row is the line of its file."""
        return check_rows(self.folder.name, self._raw, self.tables)

    def refresh(self) -> bool:
        """Read the folder again if another tab or program changed it; whether it did."""
        if self._digest() == self._seen:
            return False
        with self.log.turn():
            return self._look()

    def _write(self, tables: dict[str, tuple[Cells, ...]], step: Step) -> None:
        for table in dict.fromkeys(change.table for change in step.changes):
            save_rows(self.folder, table, list(tables[table]))
        self.log.close(step)
        self.tables, self._seen = tables, self._digest()

    def _finish_open_step(self) -> None:
        """A step that was written down, and cut off before the tables were written, is carried out now."""
        step = self.log.open_step
        if step is None:
            return
        tables = self.tables
        for change in step.changes:
            alone = Step(step.name, step.did, step.row, (change,))
            if change.table not in self.unread and not settled(tables, alone):
                try:
                    tables = carry_out(tables, [change])
                except NotThere:  # changed elsewhere since: what is there now stands
                    continue
        self._write(tables, step)

    def _look(self) -> bool:
        """Read the folder again where it is not as it was left."""
        changed = self._digest() != self._seen
        if changed:
            self.heard += 1
            self._read()
        self._finish_open_step()
        return changed

    def _read(self) -> None:
        self._seen = self._digest()
        raw, faults = read_article(self.folder / "article.md", needs_front=True)
        if any(not fault.only_a_note for fault in faults):
            raise ArticleError(f"The article in {self.folder}", faults)
        self._raw = raw
        self.paragraphs = {p.paragraph_id: p for p in lay_out(raw.headline, raw.paragraphs)}
        self.unread, self.tables = {}, {}
        for table in TABLES.values():
            rows, faults = read_table(self.folder / table.file, table)
            empty = dict.fromkeys(table.known_columns, "")
            cells = ({name: " ".join(cell.split()) for name, cell in row.cells.items()} for row in rows)
            self.tables[table.name] = tuple(empty | row_cells for row_cells in cells)
            if grave := [fault for fault in faults if not fault.only_a_note]:
                self.unread[table.name] = grave

    def _digest(self) -> str:
        parts = hashlib.sha256()
        for name in ("article.md", *(table.file for table in TABLES.values())):
            path = self.folder / name
            parts.update(path.read_bytes() if path.is_file() else b"-")
            parts.update(b"\0")
        return parts.hexdigest()

    def _may_write(self, table: str) -> None:
        if table in self.unread:
            raise CommuniqueError(
                f"{TABLES[table].file} cannot be read whole, so nothing is written into it.",
                f"Fix the file first: {self.unread[table][0]}",
            )
