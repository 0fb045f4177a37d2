"""Who is who: a student's name is in the name of the file or of the folder, and nowhere else.

What learning platforms make of a file that is handed in:

- Moodle, *Download all submissions*: ``First Last_12345_assignsubmission_file`` as folder or before the file's name.
- Canvas, *Download submissions*: ``lastfirst_678_91011_my-progress.jsonl``, ``lastfirst_LATE_678_...``; the first
  number is the student's id in Canvas.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_.*)?", re.IGNORECASE)
_CANVAS = re.compile(r"(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_\d+_.+", re.IGNORECASE)
#: What a download or a copy leaves behind: "my-progress (1)", "my-progress-2", "my-progress - Copy".
_COPY = re.compile(r"(?:[ _-]*\(\d+\)|[ _-]+copy|-\d{1,2}| \d{1,2})+$", re.IGNORECASE)
_OWN_NAME = re.compile(r"[ _.-]*my[ _-]?progress[ _.-]*", re.IGNORECASE)
#: Folders that every student has.
_EVERYBODYS = {"my-course", "communique", "notebooks", "submissions", "desktop", "downloads"}


@dataclass(frozen=True)
class Who:
    """A student as files tell of one.

    `name` is shown; two files are one student's where `name` and `apart` are equal; `number` is the platform's.
    """

    name: str
    apart: str = ""
    number: str = ""
    platform: str = ""


def who(place: tuple[str, ...]) -> Who:
    """Whose file lies at a place.

    Parameters:
        place: the names on the way to the file, the file's own last.

    Example:
        >>> who(("Kim Min_123_assignsubmission_file", "my-progress.jsonl")).name
        'Kim Min'
        >>> who(("7a", "anna.jsonl")).name, who(("Anna", "my-progress (1).jsonl")).name
        ('anna', 'Anna')
    """
    stems = [re.sub(r"\.(jsonl|zip)$", "", part, flags=re.IGNORECASE) for part in place]
    for part in reversed(stems):
        for platform, pattern in (("moodle", _MOODLE), ("canvas", _CANVAS)):
            if found := pattern.fullmatch(part):
                return Who(found["name"].strip() or part, found["id"], found["id"], platform)
    own = _OWN_NAME.sub(" ", _COPY.sub("", stems[-1])).strip(" _.-")
    if own:
        return Who(own, " / ".join(place[:-1]))
    for depth in range(len(stems) - 2, -1, -1):
        if stems[depth].lower() not in _EVERYBODYS:
            return Who(stems[depth], " / ".join(place[:depth]))
    return Who(stems[-1], " / ".join(place[:-1]))


def shown_names(everyone: Iterable[Who]) -> dict[Who, str]:
    """A name for each that no other has: where two share one, what sets them apart stands behind it."""
    everyone = list(dict.fromkeys(everyone))
    times = Counter(one.name for one in everyone)
    shown: dict[Who, str] = {}
    for one in everyone:
        name = one.name if times[one.name] == 1 else f"{one.name} ({one.apart or '-'})"
        while name in shown.values():
            name += "'"
        shown[one] = name
    return shown


def pseudonyms(names: Iterable[str], word: str = "") -> dict[str, str]:
    """A made-up label for each name. It hangs on the name and the word alone, so that a newcomer changes no other's.

    Parameters:
        names: the names, in any order.
        word: whoever knows it and a name can find the label, so it is not shown anywhere.

    Returns:
        Name -> label such as "Student 0417"; no two are equal.
    """
    digests = {name: hashlib.blake2b(f"{word}\0{name}".encode("utf-8", "replace")).digest() for name in set(names)}
    labels: dict[str, str] = {}
    taken: set[int] = set()
    for name in sorted(digests, key=digests.__getitem__):
        number = int.from_bytes(digests[name][:8], "big") % 9999
        while number in taken:
            number = (number + 1) % 9999
        taken.add(number)
        labels[name] = f"Student {number + 1:04d}"
    return labels
