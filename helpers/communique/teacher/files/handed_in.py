"""The files that students handed in: *.jsonl in a folder and below it, also inside .zip files.

Nothing is unpacked: what is in an archive is read in memory, and no path that an archive names is ever opened.
A file that is too large, too well packed, locked or broken is named with the reason, and the next one is read.
"""

from __future__ import annotations

import contextlib
import io
import os
import stat
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO

from ...base.errors import CommuniqueError
from ...course.handin import NOTE, NOTE_BYTES, SIGN, Note, read_note
from ...course.journal import FILE_NAME

#: The most that is read: bytes of one file; bytes and entries of one archive with all that are in it; archives within
#: archives: a learning platform's of a term, an assignment's, a student's.
FILE_BYTES = 50_000_000
ARCHIVE_BYTES = 1_000_000_000
ARCHIVE_ENTRIES = 20_000
ARCHIVE_DEPTH = 3
#: Answers pack to a tenth or a hundredth (a coding desk's drafts repeat each other), seldom to a three-hundredth.
#: Deflate at its best packs to a thousandth: that is no journal.
PACKED_AT_MOST = 500
_PIECE = 1_000_000

JOURNAL, ARCHIVE = ".jsonl", ".zip"
#: nbgrader puts this beside what it collects.
COLLECTED = "timestamp.txt"


@dataclass(frozen=True)
class Handed:
    """One file: where it lies below the folder (an archive is one step of the way), and what it holds.

    `content` is None where the file was not read; `trouble` is the name of the reason in strings.yml. `note` came with
    a file made for handing in; `changed` says that its checksum does not fit. `owner` is the student's id where
    nbgrader has collected the file; `crowd` says that others of its sort lie in the same folder.
    """

    place: tuple[str, ...]
    content: bytes | None = None
    trouble: str = ""
    note: Note | None = None
    changed: bool = False
    owner: str = ""
    crowd: bool = False

    @property
    def file(self) -> str:
        """The place as one line."""
        return " / ".join(self.place)


def files_in(folder: Path) -> list[Path]:
    """Every journal and archive in a folder and below it, in order of their names; hidden ones are passed over.

    Raises:
        CommuniqueError: there is no such folder.
    """
    if not folder.is_dir():
        raise CommuniqueError(f"There is no folder {folder}.", "Name the folder that holds the students' files.")
    found = []
    for here, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        found += [Path(here, name) for name in names if not _hidden(name) and name.lower().endswith((JOURNAL, ARCHIVE))]
    return sorted(found, key=lambda path: path.as_posix())


def read_handed(path: Path, folder: Path, *, crowd: bool = False) -> Iterator[Handed]:
    """What one file of the folder holds: itself, or each journal in an archive; crowd: others lie beside it."""
    place = tuple(plain_name(part) for part in path.relative_to(folder).parts)
    owner = _owner(path, place)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # a link may lead out of the folder, and a pipe never ends
            yield Handed(place, trouble="no-file")
        elif path.suffix.lower() == ARCHIVE:
            with path.open("rb") as stream:
                for handed in _archive(stream, place, 1, _Left(ARCHIVE_BYTES)):
                    yield replace(handed, owner=owner, crowd=crowd or handed.crowd)
        else:
            with path.open("rb") as stream:
                yield replace(_whole(stream, place), owner=owner, crowd=crowd)
    except OSError:
        yield Handed(place, trouble="unreadable")


def _owner(path: Path, place: tuple[str, ...]) -> str:
    """The student's id where nbgrader has collected: submitted/<student>/<assignment>/, with the time beside it."""
    return place[-3] if len(place) > 2 and path.with_name(COLLECTED).is_file() else ""


@dataclass
class _Left:
    """How many bytes of an archive, with all archives in it, may still be unpacked."""

    bytes: int


def _archive(stream: IO[bytes], place: tuple[str, ...], depth: int, left: _Left) -> Iterator[Handed]:
    ours = False
    try:
        beginning = stream.read(2000)
        if not beginning:
            yield Handed(place, trouble="empty")
            return
        ours = SIGN.encode() in beginning
        with zipfile.ZipFile(stream) as archive:
            entries = [e for e in archive.infolist() if not e.is_dir() and _wanted(e.filename)]
            if len(entries) > ARCHIVE_ENTRIES or sum(e.file_size for e in entries) > left.bytes:
                yield Handed(place, trouble="archive-too-large")
                return
            note = _note(archive)
            if note and not entries:
                yield Handed(place, trouble="handin-without-journal")
            beside = Counter(_sort(e.filename) for e in entries)
            for entry in sorted(entries, key=lambda e: e.filename):
                crowd = beside[_sort(entry.filename)] > 1
                for handed in _entry(archive, entry, place, depth, left):
                    handed = replace(handed, crowd=crowd or handed.crowd)
                    yield _noted(handed, note, entry) if note else handed
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, MemoryError, OverflowError):
        yield Handed(place, trouble="handin-torn" if ours else "archive-broken")


def _note(archive: zipfile.ZipFile) -> Note | None:
    """The note of a file made for handing in, if this is one."""
    with contextlib.suppress(Exception):  # an archive can be broken in ways that no list names
        entry = archive.getinfo(NOTE)
        if entry.file_size <= NOTE_BYTES and not entry.flag_bits & 0x1:
            with archive.open(entry) as stream:
                return read_note(stream.read(NOTE_BYTES + 1))
    return None


def _noted(handed: Handed, note: Note, entry: zipfile.ZipInfo) -> Handed:
    trouble = "handin-torn" if handed.trouble == "archive-broken" else handed.trouble
    changed = entry.filename == FILE_NAME and handed.content is not None and not note.fits(handed.content)
    return replace(handed, trouble=trouble, note=note, changed=changed)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: tuple[str, ...], depth: int, left: _Left
) -> Iterator[Handed]:
    inside = (*place, *(plain_name(part) for part in _parts(entry.filename)))
    if entry.flag_bits & 0x1:
        yield Handed(inside, trouble="locked")
        return
    if entry.file_size > FILE_BYTES:
        yield Handed(inside, trouble="too-large")
        return
    if entry.file_size > PACKED_AT_MOST * max(entry.compress_size, 1):
        yield Handed(inside, trouble="packed-too-well")
        return
    if left.bytes <= 0:
        yield Handed(inside, trouble="archive-too-large")
        return
    try:
        with archive.open(entry) as stream:
            handed = _whole(stream, inside)
    except Exception:  # it costs this one file and no other
        handed = Handed(inside, trouble="archive-broken")
    left.bytes -= len(handed.content or b"")
    if handed.content is None or not entry.filename.lower().endswith(ARCHIVE):
        yield handed
    elif depth >= ARCHIVE_DEPTH:
        yield Handed(inside, trouble="archive-too-deep")
    else:
        yield from _archive(io.BytesIO(handed.content), inside, depth + 1, left)


def _whole(stream: IO[bytes], place: tuple[str, ...]) -> Handed:
    """All of a stream, read no further than the limit: what a header says of a size need not be true."""
    content = bytearray()
    while piece := stream.read(_PIECE):  # asked for all at once, the limit itself would be set aside in memory
        content += piece
        if len(content) > FILE_BYTES:
            return Handed(place, trouble="too-large")
    return Handed(place, bytes(content))


def _wanted(name: str) -> bool:
    parts = _parts(name)
    return bool(parts) and not any(map(_hidden, parts)) and parts[-1].lower().endswith((JOURNAL, ARCHIVE))


def _parts(name: str) -> tuple[str, ...]:
    """The names on the way to an entry, to tell whose file it is; they are never used as a path."""
    return tuple(part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", "."))


def _sort(name: str) -> tuple[str, ...]:
    """The folder of an entry, and whether it is a journal or an archive: a student's folder may hold one of each."""
    return (*_parts(name)[:-1], PurePosixPath(name).suffix.lower())


def _hidden(name: str) -> bool:
    return name.startswith(".") or name == "__MACOSX"


def plain_name(name: str) -> str:
    """A name as it can be shown: no control signs, no signs that turn the direction of writing, not too long."""
    shown = name.encode("utf-8", "replace").decode("utf-8")
    shown = unicodedata.normalize("NFC", "".join(" " if unicodedata.category(c)[0] == "C" else c for c in shown))
    return " ".join(shown.split())[:120] or "?"
