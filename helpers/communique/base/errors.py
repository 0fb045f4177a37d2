"""What goes wrong, said so that a teacher can fix it: what, where, what is allowed, the next step."""

from collections.abc import Iterable
from dataclasses import dataclass

from .plural import counted


class CommuniqueError(Exception):
    """An error whose message is a sentence for a person, and ends with the next step.

    In a notebook only the message is shown, never a traceback.

    Example:
        >>> raise CommuniqueError("There is no lesson 'evnts'.", "Choose one of: start, read.")
        Traceback (most recent call last):
        ...
        communique.base.errors.CommuniqueError: There is no lesson 'evnts'. Choose one of: start, read.
    """

    def __init__(self, what: str, next_step: str = "") -> None:
        self.what = what
        self.next_step = next_step
        super().__init__(f"{what} {next_step}".strip())

    def _render_traceback_(self) -> list[str]:
        """IPython shows these lines in place of a traceback."""
        return ["", *str(self).splitlines()]


@dataclass(frozen=True)
class Fault:
    """One fault of a file: row and column (or entry and field), what is there, what would do.

    `row` is the line as a spreadsheet numbers it (the header is row 1); 0 means the whole file. `entry` names a part
    of a YAML file, such as "lesson events". `only_a_note` marks what loads all the same.

    Example:
        >>> print(Fault("events.csv", "the cell is empty", row=3, column="label", allowed="a value"))
        events.csv, row 3, column label: the cell is empty; a value.
    """

    file: str
    what: str
    row: int = 0
    column: str = ""
    allowed: str = ""
    nearest: str = ""
    only_a_note: bool = False
    entry: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.row:
            place += f", row {self.row}"
        if self.entry:
            place += f", {self.entry}"
        if self.column:
            place += f", {'field' if self.file.endswith('.yml') else 'column'} {self.column}"
        parts = [f"{place}: {self.what}"]
        if self.nearest:
            parts.append(f"nearest: {self.nearest!r}" if "'" in self.nearest else f"nearest: '{self.nearest}'")
        if self.allowed:
            parts.append(self.allowed)
        return "; ".join(p.rstrip(".") for p in parts) + "."


class FaultsError(CommuniqueError):
    """All the faults of a file at once, in `.faults`."""

    again = "Fix these, save, and try again."

    def __init__(self, where: str, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        lines = [f"{where} has {counted(len(self.faults), 'fault')}:"]
        lines += [f"  {number}. {fault}" for number, fault in enumerate(self.faults, 1)]
        super().__init__("\n".join(lines), f"\n{self.again}")


class ArticleError(FaultsError):
    """All the faults of one article at once, in `.faults`.

    Example:
        >>> len(ArticleError("The article", [Fault("events.csv", "the file is missing")]).faults)
        1
    """

    again = "Fix these, save, and load the article again."
