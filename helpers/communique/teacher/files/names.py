"""Who is who: a student's name is in the name of the file or of the folder, or typed into a file for handing in.

What learning platforms make of a file that is handed in:

- Moodle, *Download all submissions*: ``First Last_12345_assignsubmission_file`` as folder or before the file's name.
- Canvas, *Download submissions*: ``lastfirst_678_91011_my-progress.jsonl``, ``lastfirst_LATE_678_...``; the first
  number is the student's id in Canvas.
- Blackboard, *Download results*: ``Assignment_login_attempt_2024-06-21-10-11-12_my-handin.zip``.
- Brightspace, *Download*: ``12345-67890 - First Last - 20 June, 2024 1011 AM`` as folder.
- ILIAS, *Download all submissions*: ``Last_First_login_331`` as folder, the time before the file's name.
- Teams: ``Submitted files/First Last/Assignment/Version 1``.

nbgrader, *Collect*: ``submitted/<student>/<assignment>/``, whose `timestamp.txt` tells it apart.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

#: Tried in this order; each gives a name, or a last and a first one, and mostly an id.
_PLATFORMS = {
    "moodle": r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_.*)?",
    "canvas": r"(?P<name>[^_]+)_(?:LATE_)?(?P<id>\d+)_\d+_.+",
    "blackboard": r".+_(?P<name>[^_]+)_attempt_\d{4}(?:-\d\d){5}(?:_.*)?",
    "brightspace": r"(?P<id>\d+)-\d+ - (?P<name>.+?) - .*\d{4}.*",
    "ilias": r"(?P<last>[^_\d]+)_(?P<first>[^_\d]+)_(?P<id>[^_]+)_\d+",
}
_TEAMS_VERSION = re.compile(r"version \d+", re.IGNORECASE)
#: Endings of a journal or an archive, also with the one that a browser or an office program added.
_ENDING = re.compile(r"(?:\.(?:jsonl|json|txt|zip|docx?|odt|rtf|pdf|html?))+$", re.IGNORECASE)
#: What a download or a copy leaves behind: "my-progress (1)", "my-progress-2", "my-progress - Copy".
_COPY = re.compile(r"^copy of |(?:[ _-]*\(\d+\)|[ _-]+copy|-\d{1,2}| \d{1,2})+$", re.IGNORECASE)
_TIME_BEFORE = re.compile(r"^\d{14}_")
_OWN_NAME = re.compile(r"[ _.-]*my[ _-]?(?:progress|hand[ _-]?in)[ _.-]*", re.IGNORECASE)
#: A class of more gets longer labels, so that few of them meet.
_FOUR_DIGITS = 5_000
#: Folders that every student has.
_EVERYBODYS = {"my-course", "communique", "notebooks", "submissions", "desktop", "downloads"}


@dataclass(frozen=True)
class Who:
    """A student as the files name one.

    `name` is shown; two files are one student's where `name`, `apart` and `origin` are equal; `number` is the
    platform's. A typed name proves nothing, so `origin` tells by a journal's first record whether it is the same
    journal, handed in again.
    """

    name: str
    apart: str = ""
    number: str = ""
    platform: str = ""
    origin: str = ""


def who(place: tuple[str, ...], *, typed: str = "", origin: str = "", owner: str = "", crowd: bool = False) -> Who:
    """Whose file lies at a place, which is the names on the way to it, its own last.

    What a platform says counts most, then the file's own name, then the folder's, if it holds this file alone: a folder
    with several is a class's, and what was typed counts before its name.

    Example:
        >>> who(("Kim Min_123_assignsubmission_file", "my-progress.jsonl")).name
        'Kim Min'
        >>> who(("7a", "anna.jsonl")).name, who(("Anna", "my-progress (1).jsonl")).name
        ('anna', 'Anna')
        >>> who(("7a", "my-handin (3).zip", "my-progress.jsonl"), typed="Bo", crowd=True).name
        'Bo'
    """
    if owner:
        return Who(owner, number=owner, platform="nbgrader")
    stems = [_TIME_BEFORE.sub("", _ENDING.sub("", part)) for part in place]
    by_platform = next(filter(None, map(_on_a_platform, reversed(stems))), None) or _in_teams(stems)
    if by_platform:
        return by_platform
    own = _own(_COPY.sub("", stems[-1]))
    if own:
        return Who(own, " / ".join(place[:-1]))
    folders = [(_own(stem), depth) for depth, stem in enumerate(stems[:-1])]
    named = [(name, depth) for name, depth in folders if name and name.lower() not in _EVERYBODYS]
    is_own = bool(named) and named[-1][1] == len(place) - 2 and place[-2].lower().endswith(".zip")  # anna.zip
    is_own |= bool(named) and typed.casefold() == named[-1][0].casefold()
    if typed and not (named and (is_own or not crowd)):
        return Who(typed, " / ".join(stem for stem in stems[:-1] if _own(stem)), origin=origin)
    if named:
        name, depth = named[-1]
        return Who(name, " / ".join(place[:depth]))
    return Who(stems[-1], " / ".join(place[:-1]))


def _on_a_platform(part: str) -> Who | None:
    """The student whom a learning platform names in a file's or folder's name."""
    for platform, pattern in _PLATFORMS.items():
        if match := re.fullmatch(pattern, part, re.IGNORECASE):
            groups = match.groupdict()
            name = groups.get("name") or f"{groups['first']} {groups['last']}"
            number = groups.get("id") or name
            return Who(name.strip() or part, number, number, platform)
    return None


def _in_teams(stems: list[str]) -> Who | None:
    """The folder above the assignment's, where a version's folder lies in it."""
    for depth, stem in enumerate(stems[2:-1], 2):
        if _TEAMS_VERSION.fullmatch(stem):
            return Who(stems[depth - 2], platform="teams")
    return None


def _own(stem: str) -> str:
    """What a name says besides "my-progress" or "my-handin"; "" where it says nothing else."""
    if not _OWN_NAME.search(stem):
        return stem
    return _OWN_NAME.sub(" ", _COPY.sub("", stem)).strip(" _.-")


def shown_names(everyone: Iterable[Who]) -> dict[Who, str]:
    """A name for each that no other has: where two share one, what sets them apart comes after it."""
    everyone = list(dict.fromkeys(everyone))
    times = Counter(one.name for one in everyone)
    shown: dict[Who, str] = {}
    taken: dict[str, int] = {}
    for one in everyone:
        name = one.name if times[one.name] == 1 else f"{one.name} ({one.apart or '-'})"
        while name in taken:
            taken[name] += 1
            name = f"{name} [{taken[name]}]"
        taken[name] = 1
        shown[one] = name
    return shown


def pseudonyms(names: Iterable[str], word: str = "") -> dict[str, str]:
    """A made-up label for each name, such as "Student 0417" (eight digits in a class of thousands); no two are equal.

    It depends on the name and the word alone, so that a newcomer changes no other's. Anybody who knows both can find
    the label, so the word is not shown anywhere.
    """
    digests = {name: hashlib.blake2b(f"{word}\0{name}".encode("utf-8", "replace")).digest() for name in set(names)}
    digits = 4 if len(digests) <= _FOUR_DIGITS else 8
    labels: dict[str, str] = {}
    taken: set[int] = set()
    for name in sorted(digests, key=digests.__getitem__):
        number = int.from_bytes(digests[name][:8], "big") % (10**digits - 1)
        while number in taken:
            number = (number + 1) % (10**digits - 1)
        taken.add(number)
        labels[name] = f"Student {number + 1:0{digits}d}"
    return labels
