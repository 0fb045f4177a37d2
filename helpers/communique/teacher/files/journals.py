"""One student's file, which anybody may have written: bytes in, records of a known shape out, never an error."""

import datetime as dt
import hashlib
import json
import sys
from collections.abc import Iterator
from typing import Any

#: The most that is taken from one file.
LINE_BYTES = 1_000_000
NAME_LETTERS = 200
DEPTH = 12

_EARLIEST, _LATEST = (dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (2020, 2100))


def records_in(content: bytes) -> Iterator[dict[str, Any] | None]:
    """Each line of a file as a record with known fields, or None where it is none; empty lines are passed over.

    Records are as in `communique.course.journal`, with `at` as a datetime (UTC) or None, and `mark`, by which a copied
    record is known. Lines that are torn, too long, nested too deep or of another shape give None.
    """
    for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if line.strip():
            yield _record(line)


def origin_of(content: bytes) -> str:
    """By what a journal is known when it is handed in again, longer: the id of its first record."""
    first = next((record for record in records_in(content) if record), None)
    return str(first["mark"]) if first else ""


def _record(line: bytes) -> dict[str, Any] | None:
    """A line as a record with the fields that are known, each of its type; None where it is none."""
    if len(line) > LINE_BYTES:
        return None
    try:
        written = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(written, dict):
        return None
    question, did, name = (_name(written.get(field)) for field in ("question", "did", "id"))
    answer, outcome = written.get("answer"), written.get("outcome")
    if not question or not did or not _shallow(answer):
        return None
    return {
        "mark": _mark(name) if name else None,
        "at": _time(written.get("at")),
        "question": sys.intern(whole_text(question)),  # a class has hundreds of thousands, of a few names
        "did": sys.intern(did),
        "answer": answer,
        "outcome": outcome if isinstance(outcome, str) else None,
    }


def _name(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= NAME_LETTERS else ""


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _shallow(value: Any) -> bool:
    """Whether a value is nested no deeper than any answer is; found without recursion."""
    level = [value]
    for _ in range(DEPTH):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return True
    return False


def _time(value: Any) -> dt.datetime | None:
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        moment = dt.datetime.fromisoformat(value)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
    return moment.replace(microsecond=0) if _EARLIEST <= moment < _LATEST else None


def _mark(name: str) -> int:
    """A record's id in eight bytes: there may be many."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def whole_text(text: str) -> str:
    """A text without halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
