"""The files that students handed in: journals in a folder and below it, also inside .zip files.

What a file is, its first bytes say, whatever a browser, an editor or a mail program made of its name.
Nothing is unpacked: what is in an archive is read in memory, and no path that an archive names is ever opened.
A file that is too large, too well packed, locked or broken is named with the reason, and the next one is read.
"""

import codecs
import contextlib
import io
import os
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import IO

from ...base.errors import CommuniqueError
from ...course.handin import NOTE, NOTE_BYTES, SIGN, Note, read_note
from ...course.journal import FILE_NAME
from . import paths

#: The most that is read of one file in the folder, with all that is packed in it; of one packed journal; of a class.
FILE_BYTES = 50_000_000
ARCHIVE_BYTES, ARCHIVE_ENTRIES = 1_000_000_000, 20_000
CLASS_BYTES, CLASS_ENTRIES = 4_000_000_000, 200_000
#: Archives within archives: a learning platform's of a term, an assignment's, a student's.
ARCHIVE_DEPTH = 3
#: Answers pack to a tenth or a hundredth (a coding desk's drafts repeat each other), seldom to a three-hundredth.
#: Deflate at its best packs to a thousandth: that is no journal.
PACKED_AT_MOST = 500
#: Of one file in the folder so many troubles are named; the rest is counted.
TROUBLES_NAMED = 20
PASSED_OVER, LOCKED = "passed-over", "locked"
_PIECE = 1_000_000
_BEGINNING = 5_000

_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: An archive with one of these is a document of an office program.
_OFFICE = {"[Content_Types].xml", "mimetype"}
#: The flag of an entry whose name is UTF-8; macOS writes UTF-8 without it.
_UTF8_NAME = 0x800


@dataclass(frozen=True)
class Handed:
    """One file: where it lies below the folder (an archive is one step of the way), and what it holds.

    `content` is None where the file was not read; `trouble` is the name of the reason in strings.yml. `note` came with
    a file made for handing in; `changed` says that its checksum does not fit. `owner` is the student's id where
    nbgrader has collected the file; `crowd` says that others of its sort lie in the same folder; `count`, how many
    more there are of whatever the trouble is.
    """

    place: tuple[str, ...]
    content: bytes | None = None
    trouble: str = ""
    note: Note | None = None
    changed: bool = False
    owner: str = ""
    crowd: bool = False
    count: int = 0

    @property
    def file(self) -> str:
        return " / ".join(self.place)


def files_in(folder: Path) -> tuple[list[Path], bool]:
    """The files in a folder and below it, in order of their names, and whether there are more than a class may have.

    Hidden ones are left out, and of a student's own folder all but journals and archives.
    """
    if not folder.is_dir():
        raise CommuniqueError(f"There is no folder {folder}.", "Name the folder that holds the students' files.")
    files: list[Path] = []
    own: set[str] = set()
    for here, folders, names in os.walk(folder, followlinks=False):
        if here in own or paths.is_own(names):
            own.update(os.path.join(here, name) for name in folders)
            names = [name for name in names if paths.is_named(name)]
        folders[:] = sorted(name for name in folders if not paths.is_hidden(name))
        wanted = (Path(here, name) for name in sorted(names) if paths.is_wanted(name))
        files += islice(wanted, CLASS_ENTRIES + 1 - len(files))
        if len(files) > CLASS_ENTRIES:
            break
    return sorted(files[:CLASS_ENTRIES], key=lambda path: path.as_posix()), len(files) > CLASS_ENTRIES


@dataclass
class Allowance:
    """How much may still be read of a class, and within it of one file with all that is packed in it."""

    bytes: int = field(default_factory=lambda: CLASS_BYTES)
    entries: int = field(default_factory=lambda: CLASS_ENTRIES)
    of_class: "Allowance | None" = None

    def of_file(self) -> "Allowance":
        return Allowance(min(ARCHIVE_BYTES, self.bytes), min(ARCHIVE_ENTRIES, self.entries), self)

    def spend(self, size: int, entries: int = 0) -> None:
        self.bytes, self.entries = self.bytes - size, self.entries - entries
        if self.of_class:
            self.of_class.spend(size, entries)


def read_handed(
    path: Path, folder: Path, *, crowd: bool = False, allowance: Allowance | None = None
) -> Iterator[Handed]:
    """What one file of the class's folder holds: itself, or each journal in an archive.

    `crowd` says that others of its sort lie beside it; from the `allowance` of the class is taken what is read.
    """
    place = tuple(paths.plain_name(part) for part in path.relative_to(folder).parts)
    # nbgrader has collected: submitted/<student>/<assignment>/, with the time beside it
    owner = place[-3] if len(place) > 2 and path.with_name(paths.COLLECTED).is_file() else ""
    troubles = 0
    for handed in _read(path, place, (allowance or Allowance()).of_file()):
        counts = handed.trouble not in ("", PASSED_OVER)
        troubles += counts
        if not counts or troubles <= TROUBLES_NAMED:
            yield replace(handed, owner=owner, crowd=crowd or handed.crowd)
    if troubles > TROUBLES_NAMED:
        yield Handed(place, trouble="more", owner=owner, count=troubles - TROUBLES_NAMED)


def _read(path: Path, place: tuple[str, ...], left: Allowance) -> Iterator[Handed]:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # a link may lead out of the folder, and a pipe never ends
            yield Handed(place, trouble="no-file" if paths.is_named(path.name) else PASSED_OVER)
        elif path.name.lower().endswith(paths.OTHER_ARCHIVES):
            yield Handed(place, trouble="other-archive")
        elif left.bytes <= 0 or left.entries <= 0:
            yield Handed(place, trouble="class-too-large")
        else:
            with path.open("rb") as stream:
                beginning = stream.read(_BEGINNING)
                if _is_archive(path.name, beginning):
                    stream.seek(0)
                    yield from _archive(stream, place, 1, left)
                    return
                handed = _journal(stream, place, beginning)
            left.spend(len(handed.content or b""), 1)
            yield _noted(handed, _note_beside(path), path.name)
    except OSError:
        yield Handed(place, trouble="unreadable")


def _note_beside(path: Path) -> Note | None:
    """The note of a file made for handing in that a browser has unpacked."""
    with contextlib.suppress(OSError), path.with_name(NOTE).open("rb") as stream:
        return read_note(stream.read(NOTE_BYTES + 1))
    return None


def _archive(stream: IO[bytes], place: tuple[str, ...], depth: int, left: Allowance) -> Iterator[Handed]:
    ours = False
    try:
        beginning = stream.read(2000)
        if not beginning:
            yield Handed(place, trouble="empty")
            return
        ours = SIGN.encode() in beginning
        with zipfile.ZipFile(stream) as archive:
            left.spend(0, len(archive.filelist))
            if not _OFFICE.isdisjoint(archive.NameToInfo) and not place[-1].lower().endswith(paths.ARCHIVE):
                yield Handed(place, trouble=PASSED_OVER)
                return
            entries = _entries(archive)
            size = sum(entry.file_size for entry in entries if paths.is_named(_name(entry)))
            if left.entries < 0 or size > left.bytes:
                yield Handed(place, trouble="archive-too-large")
                return
            notes = _notes(archive)
            if not entries:
                yield Handed(place, trouble="handin-without-journal" if notes else "empty")
            beside = Counter(paths.sort_of(_name(entry)) for entry in entries)
            for entry in sorted(entries, key=_name):
                parts = paths.parts_of(_name(entry))
                crowd = beside[paths.sort_of(_name(entry))] > 1
                for handed in _entry(archive, entry, place, depth, left):
                    yield _noted(replace(handed, crowd=crowd or handed.crowd), notes.get(parts[:-1]), parts[-1])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, MemoryError, OverflowError):
        yield Handed(place, trouble="handin-torn" if ours else "archive-broken")


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """What may be a student's; of a student's own folder only journals and archives."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and paths.is_wanted(_name(entry))]
    folders: dict[tuple[str, ...], list[str]] = {}
    for entry in entries:
        *folder, name = paths.parts_of(_name(entry))
        folders.setdefault(tuple(folder), []).append(name)
    own = {folder for folder, names in folders.items() if paths.is_own(names)}

    def kept(parts: tuple[str, ...]) -> bool:
        return paths.is_named(parts[-1]) or not any(parts[:depth] in own for depth in range(len(parts)))

    return [entry for entry in entries if not own or kept(paths.parts_of(_name(entry)))]


def _notes(archive: zipfile.ZipFile) -> dict[tuple[str, ...], Note]:
    """The note of each file made for handing in, by the folder in the archive: some systems pack it again in one."""
    notes = {}
    for entry in archive.infolist():
        parts = paths.parts_of(_name(entry))
        if parts[-1:] != (NOTE,) or entry.file_size > NOTE_BYTES or entry.flag_bits & 0x1:
            continue
        with contextlib.suppress(Exception):  # an archive can be broken in ways that no list names
            with archive.open(entry) as stream:
                note = read_note(stream.read(NOTE_BYTES + 1))
            if note:
                notes[parts[:-1]] = note
    return notes


def _noted(handed: Handed, note: Note | None, name: str) -> Handed:
    if note is None or handed.note:
        return handed
    trouble = "handin-torn" if handed.trouble == "archive-broken" else handed.trouble
    changed = name == FILE_NAME and handed.content is not None and not note.fits(handed.content)
    return replace(handed, trouble=trouble, note=note, changed=changed)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: tuple[str, ...], depth: int, left: Allowance
) -> Iterator[Handed]:
    name = _name(entry)
    inside = (*place, *(paths.plain_name(part) for part in paths.parts_of(name)))
    trouble = _why_not(entry, name, left)
    if trouble:
        yield Handed(inside, trouble=trouble if paths.is_named(name) or trouble == LOCKED else PASSED_OVER)
        return
    try:
        with archive.open(entry) as stream:
            beginning = stream.read(_BEGINNING)
            is_archive = _is_archive(name, beginning)
            if is_archive and depth >= ARCHIVE_DEPTH:
                handed = Handed(inside, trouble="archive-too-deep")
            else:
                handed = (_whole if is_archive else _journal)(stream, inside, beginning)
    except Exception:  # it costs this one file and no other
        yield Handed(inside, trouble="archive-broken")
        return
    left.spend(len(handed.content or b""))
    if handed.content is None or not is_archive:
        yield handed
    else:
        yield from _archive(io.BytesIO(handed.content), inside, depth + 1, left)


def _why_not(entry: zipfile.ZipInfo, name: str, left: Allowance) -> str:
    reasons = {
        "other-archive": name.lower().endswith(paths.OTHER_ARCHIVES),
        LOCKED: entry.flag_bits & 0x1,
        "too-large": entry.file_size > FILE_BYTES,
        "packed-too-well": entry.file_size > PACKED_AT_MOST * max(entry.compress_size, 1),
        "archive-too-large": left.bytes <= 0 or left.entries < 0,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _name(entry: zipfile.ZipInfo) -> str:
    """An entry's name: bytes that are valid UTF-8 are UTF-8, also where the archive does not say so."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    with contextlib.suppress(UnicodeError):
        return entry.filename.encode("cp437").decode("utf-8")
    return entry.filename


def _is_archive(name: str, beginning: bytes) -> bool:
    return name.lower().endswith(paths.ARCHIVE) or beginning.startswith(_PACKED)


def _journal(stream: IO[bytes], place: tuple[str, ...], beginning: bytes) -> Handed:
    """All of a journal, in UTF-8; what is none by its name or its first bytes is passed over."""
    wide = beginning.startswith(_UTF16)
    begins = beginning.decode("utf-16", "ignore").encode() if wide else beginning.removeprefix(codecs.BOM_UTF8)
    if not paths.is_named(place[-1]) and not (begins.lstrip().startswith(b"{") and b'"question"' in begins):
        return Handed(place, trouble=PASSED_OVER)
    handed = _whole(stream, place, beginning)
    if wide and handed.content:
        return replace(handed, content=handed.content.decode("utf-16", "replace").encode("utf-8", "replace"))
    return handed


def _whole(stream: IO[bytes], place: tuple[str, ...], beginning: bytes) -> Handed:
    """All of a stream, read no further than the limit: what a header says of a size need not be true."""
    content = bytearray(beginning)
    while piece := stream.read(_PIECE):  # asked for all at once, the limit itself would be set aside in memory
        content += piece
        if len(content) > FILE_BYTES:
            return Handed(place, trouble="too-large")
    return Handed(place, bytes(content)) if content.strip() else Handed(place, trouble="empty")
