"""Moves and clauses as they stand in a journal or in a file, and back. What comes back was checked anew."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from .clauses import Clause, make_clause
from .delegations import Conference
from .moves import KINDS, Move, find_basis, issue_of, make_move, refusal
from .scripted import HOW

MOST_NUMBER = 9999
#: In records of earlier versions, whose ids were made with it.
_SIDE = "side"
_EVIDENCE = ("paragraph", "words", "occurrence", "source")
_MOVE = {"id", "by", "number", "kind", "issue", "text", "rows", "how", *_EVIDENCE}
_CLAUSE = {"id", "by", "number", "opening", "issue", "text", *_EVIDENCE}


def record_of(entry: Move | Clause) -> dict[str, Any]:
    """A move or a clause as a JSON object."""
    values = asdict(entry)
    evidence = values.pop("evidence")
    return {"id": entry.id, **values, **evidence, **({"rows": list(entry.rows)} if isinstance(entry, Move) else {})}


def move_from(conference: Conference, record: Any, *, scripted: bool = False) -> Move:
    """The move in a JSON object, checked by the rules of the table; a delegation's file holds no scripted answers."""
    fields = _fields(record, _MOVE, conference)
    if scripted and fields["how"]:
        made = _scripted(conference, fields)
    else:
        made = make_move(conference, fields["by"], fields["number"], fields)
    return _unchanged(made, record)


def clause_from(conference: Conference, record: Any) -> Clause:
    """The clause in a JSON object, checked by the rules of the table."""
    fields = _fields(record, _CLAUSE, conference)
    opening = next((name for name, words in conference.openings.items() if words == fields["opening"]), "")
    return _unchanged(make_clause(conference, fields["by"], fields["number"], {**fields, "opening": opening}), record)


def _fields(record: Any, names: set[str], conference: Conference) -> Mapping[str, Any]:
    if not isinstance(record, dict) or set(record) - {_SIDE} != names:
        raise refusal("fields", names=", ".join(sorted(names)))
    if not isinstance(record["by"], str) or record["by"] not in conference.delegations:
        raise refusal("delegation", who=str(record["by"])[:40], allowed=conference.listed)
    if type(record["number"]) is not int or not 0 < record["number"] <= MOST_NUMBER:
        raise refusal("number", most=MOST_NUMBER)
    return record


def _scripted(conference: Conference, fields: Mapping[str, Any]) -> Move:
    rows, how = fields["rows"], fields["how"]
    fine = isinstance(rows, list) and all(isinstance(row, str) and row in conference.article.rows for row in rows)
    if not fine or how not in HOW or fields["kind"] not in KINDS or fields["text"]:
        raise refusal("fields", names=", ".join(sorted(_MOVE)))
    issue = issue_of(conference, fields["issue"])
    evidence = find_basis(conference, fields)
    return Move(fields["by"], fields["number"], fields["kind"], issue, "", evidence, tuple(rows), how)


def _unchanged(made: Move | Clause, record: Mapping[str, Any]) -> Any:
    written = {name: value for name, value in record.items() if name != _SIDE}
    if record_of(made) != (written if len(written) == len(record) else {**written, "id": made.id}):
        raise refusal("forged", id=str(record["id"])[:60])
    return made
