"""Handing in: a student's journal as one small file, with a checksum, so that a torn upload is seen as such.

The file is a .zip, which every learning platform takes: `handin.json`, a note with the name that the student typed
(if any) and the checksum, and the journal, byte for byte. Nothing else is in it.
"""

import datetime as dt
import hashlib
import io
import json
import zipfile
from dataclasses import dataclass

from ..base.strings import refusal
from . import journal as progress
from .journal import Journal

FILE_NAME, NOTE = "my-handin.zip", "handin.json"
#: Stands near the beginning of every such file: by it a report knows one that is torn.
SIGN = '{"communique hand-in":'
LONGEST_NAME = 200
#: A note is never longer.
NOTE_BYTES = 10_000

_VERSION = 1
#: Fixed, so that the same answers give the same file; the day is in the note.
_ENTRY_DAY = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Note:
    """What the note of a handed-in file says: a typed name, and length and checksum of the journal beside it."""

    name: str = ""
    made: str = ""
    size: int = -1
    sha256: str = ""

    def fits(self, journal: bytes) -> bool:
        return self.size == len(journal) and self.sha256 == hashlib.sha256(journal).hexdigest()


def handin(journal: Journal, *, name: str = "", made: dt.date | None = None) -> bytes:
    """A student's answers as a .zip file to hand in; the name that the student typed is in it and nowhere else."""
    content = journal.content()
    if not content.strip():
        raise refusal("hand-in", "nothing")
    note = {
        "communique hand-in": _VERSION,
        "name": " ".join(name.split())[:LONGEST_NAME].encode("utf-8", "replace").decode("utf-8"),
        "made": (made or dt.date.today()).isoformat(),
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    made_file = io.BytesIO()
    with zipfile.ZipFile(made_file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # the note first and not packed: by it the file is known, also where it breaks off
        words = json.dumps(note, ensure_ascii=False, separators=(",", ":"))
        archive.writestr(zipfile.ZipInfo(NOTE, _ENTRY_DAY), words, zipfile.ZIP_STORED)
        archive.writestr(zipfile.ZipInfo(progress.FILE_NAME, _ENTRY_DAY), content, zipfile.ZIP_DEFLATED)
    return made_file.getvalue()


def read_note(content: bytes) -> Note | None:
    """The note that bytes hold, whatever they are; None where they hold none."""
    if len(content) > NOTE_BYTES:
        return None
    try:
        note = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(note, dict) or "communique hand-in" not in note:
        return None
    words = {n: note[n][:LONGEST_NAME] for n in ("name", "made", "sha256") if isinstance(note.get(n), str)}
    size = note.get("size")
    return Note(**words, size=size if type(size) is int else -1)
