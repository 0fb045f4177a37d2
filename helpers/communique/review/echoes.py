"""What follows from a change of one cell: others that were only its echo change with it, in the same step."""

from ..coding import codes
from .steps import Cells

#: What a certainty usually means for factuality; it follows only where it was the usual one before.
FACTUALITY = {"happened": "CT+", "agreed": "CT+", "conditional": "Uu", "denied": "CT-"}
#: The sector that a kind of actor usually belongs to.
SECTORS = {"state": "GOV", "leader": "GOV", "office": "GOV", "armed-force": "MIL", "media": "JRN", "public": "CVL"}

#: column -> (the column that follows, old and new value of the first -> value of the second).
_ECHOES = {
    "certainty": ("factuality", FACTUALITY),
    "kind": ("sector", SECTORS),
}


def with_what_follows(cells: Cells, column: str, value: str) -> dict[str, str]:
    """A cell's new value, and what changes with it.

    A mode goes when the new event does not have it; the way a statement came through goes with its source;
    factuality goes with certainty, and sector with the kind of actor. A cell that somebody gave a value of its
    own stays.

    Example:
        >>> with_what_follows({"event": "ACCUSE", "mode": "allege"}, "event", "AID")
        {'event': 'AID', 'mode': ''}
        >>> with_what_follows({"certainty": "happened", "factuality": "PS+"}, "certainty", "denied")
        {'certainty': 'denied'}
    """
    changed = {column: value}
    if column == "event" and cells.get("mode") and cells["mode"] not in codes.modes_of(value):
        changed["mode"] = ""
    if column == "source_ids" and cells.get("channel", "") in ("", cells.get("source_ids", "")):
        changed["channel"] = value
    echo, usual = _ECHOES.get(column, ("", {}))
    if echo in cells and value in usual and cells[echo] in ("", usual.get(cells.get(column, ""), "")):
        changed[echo] = usual[value]
    return changed
