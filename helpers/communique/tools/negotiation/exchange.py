"""Moves and clauses as JSON objects, in a journal and in the file with which two tables exchange them, and back.

The file is untrusted input: small, of one shape, and nothing in it is run. What is read is checked again against the
article; what breaks a rule is left out and named. No path is ever taken from it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ...base.errors import CommuniqueError
from ...base.strings import text
from .clauses import Clause, make_clause
from .delegations import Conference
from .moves import KINDS, Move, basis_fields, find_basis, issue_of, make_move, refusal
from .scripted import HOW

WHAT = "communique negotiating table"
VERSION = 2
LARGEST_FILE = 262_144  # more than the most moves and clauses come to, in any script
MOST_MOVES, MOST_CLAUSES, MOST_AGREED = 40, 20, 200
MOST_EDITIONS = 1_000_000
MOST_NAMED = 8
_FIELDS = {"what", "version", "article", "delegation", "edition", "moves", "clauses", "agreed"}


@dataclass(frozen=True)
class DelegationFile:
    """What one delegation did, as its file tells it: `agreed` are the ids of the clauses it agrees to."""

    delegation: str
    edition: int
    moves: tuple[Move, ...] = ()
    clauses: tuple[Clause, ...] = ()
    agreed: tuple[str, ...] = ()

    def record(self, article: str) -> dict[str, Any]:
        return {
            "what": WHAT,
            "version": VERSION,
            "article": article,
            **vars(self),
            "moves": [record_of(move) for move in self.moves],
            "clauses": [record_of(clause) for clause in self.clauses],
            "agreed": sorted(self.agreed),
        }


def delegation_file(conference: Conference, file: DelegationFile) -> tuple[str, str]:
    """A delegation's file: its name and its text."""
    body = json.dumps(file.record(conference.article.slug), ensure_ascii=False, indent=1)
    name = conference.delegations[file.delegation].name.casefold()
    letters = (c if c.isascii() and c.isalnum() else " " for c in name)
    name = "-".join("".join(letters).split())[:40] or "file"
    return f"delegation-{name}.json", body


def read_delegation_file(conference: Conference, content: str) -> tuple[DelegationFile, tuple[str, ...]]:
    """What could be taken from another table's file, and a sentence for each thing left out (8, then how many more)."""
    record = _parsed(content)
    if record.get("what") != WHAT:
        raise refusal("no-file")
    version = record.get("version")
    if type(version) is not int or version != VERSION:
        raise refusal("version", version=str(version)[:20])
    if set(record) != _FIELDS:
        raise refusal("no-file")
    if record["article"] != conference.article.slug:
        raise refusal("article", article=str(record["article"])[:60], ours=conference.article.slug)
    name, edition = record["delegation"], record["edition"]
    if not isinstance(name, str) or name not in conference.delegations:
        raise refusal("delegation", who=str(name)[:40], allowed=conference.listed)
    if type(edition) is not int or not 0 <= edition <= MOST_EDITIONS:
        raise refusal("no-file")
    faults: list[str] = []
    moves = _entries(record, "moves", MOST_MOVES, name, lambda r: move_from(conference, r), faults)
    clauses = _entries(record, "clauses", MOST_CLAUSES, name, lambda r: clause_from(conference, r), faults)
    agreed = record["agreed"]
    if not isinstance(agreed, list) or len(agreed) > MOST_AGREED or not all(isinstance(a, str) for a in agreed):
        raise refusal("no-file")
    if len(faults) > MOST_NAMED:
        more = text("negotiating-trouble", "more-faults", count=len(faults) - MOST_NAMED)
        faults = [*faults[:MOST_NAMED], more]
    return DelegationFile(name, edition, moves, clauses, tuple(sorted(set(agreed)))), tuple(faults)


def _parsed(content: str) -> dict[str, Any]:
    if len(content.encode("utf-8", "replace")) > LARGEST_FILE:
        raise refusal("too-large", most=LARGEST_FILE // 1024)
    try:
        record = json.loads(content.lstrip("\ufeff"), parse_constant=lambda _name: None)
    except (ValueError, RecursionError) as error:
        raise refusal("no-file") from error
    if not isinstance(record, dict):
        raise refusal("no-file")
    return record


def _entries(record: Mapping[str, Any], what: str, most: int, by: str, read: Any, faults: list[str]) -> tuple[Any, ...]:
    entries = record[what]
    if not isinstance(entries, list):
        raise refusal("no-file")
    entered: dict[str, Any] = {}
    for number, entry in enumerate(entries, 1):
        place = text("negotiating-trouble", f"place-{what}", number=number)
        try:
            made = read(entry)
            if made.by != by:
                raise refusal("other-name", who=made.by, delegation=by)
            if made.id in entered:
                raise refusal("twice", id=made.id)
            if len(entered) == most:
                raise refusal("too-many", most=most)
            entered[made.id] = made
        except CommuniqueError as error:
            faults.append(f"{place}: {error.what}")
    return tuple(sorted(entered.values(), key=lambda made: (made.number, made.id)))


def merged(files: Iterable[DelegationFile]) -> dict[str, DelegationFile]:
    """The file that counts for each delegation: the highest edition, then the one later in the alphabet."""
    ranked = sorted(files, key=lambda file: (file.edition, json.dumps(file.record(""), sort_keys=True)))
    counting = {file.delegation: file for file in ranked}  # the one that counts comes last
    return dict(sorted(counting.items()))


MOST_NUMBER = 9999
#: In records of earlier versions, whose ids were made with it.
_SIDE = "side"
_EVIDENCE = ("paragraph", "words", "occurrence", "source")
_MOVE = {"id", "by", "number", "kind", "issue", "text", "rows", "how", *_EVIDENCE}
_CLAUSE = {"id", "by", "number", "opening", "issue", "text", *_EVIDENCE}


def record_of(entry: Move | Clause) -> dict[str, Any]:
    """A move or a clause as a JSON object."""
    values = asdict(entry)
    del values["evidence"]
    rows = {"rows": list(entry.rows)} if isinstance(entry, Move) else {}
    return {"id": entry.id, **values, **basis_fields(entry.evidence), **rows}


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
