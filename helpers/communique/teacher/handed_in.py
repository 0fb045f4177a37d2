"""The files that students handed in: *.jsonl in a folder and below it, also inside .zip files.

Nothing is unpacked: what is in an archive is read in memory, and no path that an archive names is ever opened.
A file that is too large, too well packed, locked or broken is named with the reason, and the next one is read.
"""

from __future__ import annotations

import io
import os
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import CommuniqueError

#: The most that is read: bytes of one file; bytes and entries of one archive; archives within an archive.
FILE_BYTES = 20_000_000
ARCHIVE_BYTES = 1_000_000_000
ARCHIVE_ENTRIES = 20_000
ARCHIVE_DEPTH = 2
#: Answers pack to a tenth or a thirtieth. Deflate at its best packs to a thousandth: that is no journal.
PACKED_AT_MOST = 200
_PIECE = 1_000_000

JOURNAL, ARCHIVE = ".jsonl", ".zip"


@dataclass(frozen=True)
class Handed:
    """One file: where it lies below the folder (an archive is one step of the way), and what it holds.

    `content` is None where the file was not read; `trouble` is the name of the reason in strings.yml.
    """

    place: tuple[str, ...]
    content: bytes | None = None
    trouble: str = ""

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


def read_handed(path: Path, folder: Path) -> Iterator[Handed]:
    """What one file of the folder holds: itself, or each journal in an archive."""
    place = tuple(plain_name(part) for part in path.relative_to(folder).parts)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # a link may lead out of the folder, and a pipe never ends
            yield Handed(place, trouble="no-file")
        elif path.suffix.lower() == ARCHIVE:
            with path.open("rb") as stream:
                yield from _archive(stream, place, 1)
        else:
            with path.open("rb") as stream:
                yield _whole(stream, place)
    except OSError:
        yield Handed(place, trouble="unreadable")


def _archive(stream: io.BufferedIOBase, place: tuple[str, ...], depth: int) -> Iterator[Handed]:
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = [e for e in archive.infolist() if not e.is_dir() and _wanted(e.filename)]
            if len(entries) > ARCHIVE_ENTRIES or sum(e.file_size for e in entries) > ARCHIVE_BYTES:
                yield Handed(place, trouble="archive-too-large")
                return
            for entry in sorted(entries, key=lambda e: e.filename):
                yield from _entry(archive, entry, place, depth)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, MemoryError, OverflowError):
        yield Handed(place, trouble="archive-broken")


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: tuple[str, ...], depth: int) -> Iterator[Handed]:
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
    try:
        with archive.open(entry) as stream:
            handed = _whole(stream, inside)
    except Exception:  # an archive can be broken in ways that no list names; it costs this one file and no other
        handed = Handed(inside, trouble="archive-broken")
    if handed.content is None or not entry.filename.lower().endswith(ARCHIVE):
        yield handed
    elif depth >= ARCHIVE_DEPTH:
        yield Handed(inside, trouble="archive-too-deep")
    else:
        yield from _archive(io.BytesIO(handed.content), inside, depth + 1)


def _whole(stream: io.BufferedIOBase, place: tuple[str, ...]) -> Handed:
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


def _parts(name: str) -> list[str]:
    """The names on the way to an entry, to tell whose file it is; they are never used as a path."""
    return [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]


def _hidden(name: str) -> bool:
    return name.startswith(".") or name == "__MACOSX"


def plain_name(name: str) -> str:
    """A name as it can be shown: no control signs, no signs that turn the direction of writing, not too long."""
    shown = name.encode("utf-8", "replace").decode("utf-8")
    shown = unicodedata.normalize("NFC", "".join(" " if unicodedata.category(c)[0] == "C" else c for c in shown))
    return " ".join(shown.split())[:120] or "?"
