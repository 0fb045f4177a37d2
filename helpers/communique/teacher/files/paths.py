"""The paths of what students handed in: which may be a student's file, and which are one student's own."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from ...course.handin import NOTE
from ...course.journal import FILE_NAME

JOURNAL, ARCHIVE, NOTEBOOK = ".jsonl", ".zip", ".ipynb"
OTHER_ARCHIVES = (".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")
#: nbgrader puts this beside what it collects.
COLLECTED = "timestamp.txt"
#: What our own report leaves in the folder, and what systems do.
_NO_STUDENTS = re.compile(
    r"class-report.*\.html|class-(moodle|canvas).*\.csv|class.*\.ipynb|thumbs\.db|desktop\.ini", re.I
)


def is_wanted(name: str) -> bool:
    """Whether a path may be that of a student's file."""
    parts = parts_of(name)
    if not parts or any(map(is_hidden, parts)) or parts[-1] in (NOTE, COLLECTED):
        return False
    return not _NO_STUDENTS.fullmatch(parts[-1])


def is_named(name: str) -> bool:
    """Whether a name is a journal's or an archive's."""
    name = PurePosixPath(name).name.lower()
    return name.endswith((JOURNAL, ARCHIVE, *OTHER_ARCHIVES)) or "my-progress" in name or "my-handin" in name


def is_own(names: Iterable[str]) -> bool:
    """Whether a folder is one student's copy of the course: with notebooks, the journal, and no second one."""
    journals = [name for name in names if name.lower().endswith(JOURNAL)]
    return journals == [FILE_NAME] and any(name.lower().endswith(NOTEBOOK) for name in names)


def parts_of(name: str) -> tuple[str, ...]:
    """The names on the way to an entry, to tell whose file it is; they are never used as a path."""
    return tuple(part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", "."))


def sort_of(name: str) -> tuple[str, ...]:
    """The folder of an entry, and whether it is a journal or an archive: a student's folder may hold one of each."""
    return (*parts_of(name)[:-1], PurePosixPath(name).suffix.lower())


def is_hidden(name: str) -> bool:
    """Whether a name is that of a hidden file, or of what macOS puts beside a file."""
    return name.startswith(".") or name == "__MACOSX"


def plain_name(name: str) -> str:
    """A name as it can be shown: no control signs, no signs that turn the direction of writing, not too long."""
    shown = name.encode("utf-8", "replace").decode("utf-8")
    shown = unicodedata.normalize("NFC", "".join(" " if unicodedata.category(c)[0] == "C" else c for c in shown))
    return " ".join(shown.split())[:120] or "?"
