"""YAML files: read once for each time they are changed, and what is wrong in one is reported all at once.

`YamlEntry` is the one way in: whatever somebody wrote, its methods give a value of the kind that was asked for, and
note a fault where there is none; `finish` raises all of them.
"""

import functools
import itertools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from .errors import Fault, FaultsError
from .nearest import nearest_of
from .places import lessons_folder
from .remembered import remembered
from .text_files import read_text
from .unchanged import state_of

T = TypeVar("T")
#: More than any file of a lesson needs: bytes, nodes (those of an alias counted each time) and levels.
LARGEST, MOST_NODES, DEEPEST = 2_000_000, 20_000, 30
#: How many faults of a file are reported at once, and how many allowed values with each.
MOST_FAULTS, MOST_VALUES = 100, 40
_EMPTY: tuple[Any, ...] = (None, "", [], {})


def read_yaml(path: Path, name: str = "") -> dict[str, Any]:
    """The mapping in a YAML file, which faults call by this name, or by its path from lessons/ on."""
    return _read(path, name or name_of(path), state_of(path))


def name_of(path: Path) -> str:
    """What a fault calls a file: the course's own by its path from lessons/ on, any other by its whole path."""
    course = lessons_folder()
    return path.relative_to(course.parent).as_posix() if path.is_relative_to(course) else str(path)


@functools.cache
def _read(path: Path, name: str, _state: object) -> dict[str, Any]:
    return remembered(f"{path.parent.name}-{path.stem}", [path], lambda: _parse_file(path, name))


def _parse_file(path: Path, name: str) -> dict[str, Any]:
    text, faults = read_text(path, name, LARGEST)
    content, slips = parse_yaml(text, name)
    if faults := faults or slips:
        raise FaultsError(str(path), faults)
    return content


def parse_yaml(text: str, name: str, first_line: int = 1) -> tuple[dict[str, Any], list[Fault]]:
    """The mapping in a text that begins on this line of a file, or every fault of its form; a day stays text."""
    import yaml  # only where nothing is remembered: it takes as long as all the rest of a lesson's first cell

    faults: list[Fault] = []
    try:
        for what, allowed, line in itertools.islice(_faults_of_form(text), MOST_FAULTS):
            faults.append(Fault(name, what, entry=f"line {line + first_line}", allowed=allowed))
        content = {} if faults else yaml.load(text, Loader=_loader())
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + first_line}" if mark else ""
        ask = 'put text that holds a colon or starts with a quotation mark between two "'
        return {}, [*faults, Fault(name, "this is not valid YAML", entry=place, allowed=ask)]
    if not isinstance(content, dict | None):
        return {}, [Fault(name, "there are no 'name: value' lines", allowed="compare the file with another's")]
    return content or {}, faults


@functools.cache
def _loader() -> Any:
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # in C where there is one
        yaml_implicit_resolvers: ClassVar = {
            letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
            for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return Loader


@dataclass
class _Open:
    """A list or mapping that is being read: its anchor, the nodes before it, and the names in it."""

    anchor: str | None
    before: int
    is_mapping: bool
    names: set[str] = field(default_factory=set)
    name_comes: bool = True


def _faults_of_form(text: str) -> Iterator[tuple[str, str, int]]:
    """What YAML allows and no file here needs (fault, what to do, line), found before anything is built from it."""
    import yaml

    count, sizes, around = 0, dict[str | None, int](), list[_Open]()
    for event in yaml.parse(text, Loader=_loader()):
        line = event.start_mark.line if event.start_mark else 0
        if isinstance(event, yaml.CollectionEndEvent):
            closed = around.pop()
            sizes[closed.anchor] = count - closed.before
        if not isinstance(event, yaml.NodeEvent):
            continue
        count += 1
        if around and around[-1].is_mapping:
            if around[-1].name_comes and isinstance(event, yaml.ScalarEvent):
                if event.value in around[-1].names:
                    yield f"'{event.value}' is there twice", "take one of the two out", line
                around[-1].names.add(event.value)
            around[-1].name_comes = not around[-1].name_comes
        if isinstance(event, yaml.AliasEvent):
            if event.anchor in [one.anchor for one in around]:
                yield f"'*{event.anchor}' is part of what it means", "write its text out", line
                return
            count += sizes.get(event.anchor, 0)
        elif isinstance(event, yaml.CollectionStartEvent):
            around.append(_Open(event.anchor, count, isinstance(event, yaml.MappingStartEvent)))
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            tag = tag.replace("tag:yaml.org,2002:", "!!")
            yield f"the tag {tag} is not read", 'take it out; text that looks like a number goes between two "', line
        if count > MOST_NODES or len(around) > DEEPEST:
            what = "holds too much" if count > MOST_NODES else "is nested too deeply"
            yield f"the file {what}", "take out what no lesson needs, and write out what a * means", line
            return


def one_line(value: Any) -> str:
    """A value as text without line breaks; YAML takes a bare yes or no for true or false."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(str(value).split())


class YamlEntry:
    """A mapping in a YAML file, with its place in it. Faults are noted, never raised before `finish`.

    `content` is what is written there, whatever that is; `place` names the entry, such as "lesson events" ("" for the
    file itself). All entries of a file share its `faults`.

    Example:
        >>> entry = YamlEntry({"kind": "dutty"}, "scenario.yml", "clause help")
        >>> entry.choice("kind", ["duty", "right"]), entry.text("words"), [str(fault) for fault in entry.faults][0]
        ('', '', "scenario.yml, clause help, field kind: 'dutty' is not known; nearest: 'duty'; one of: duty, right.")
    """

    def __init__(self, content: Any, file: str, place: str = "", faults: list[Fault] | None = None) -> None:
        self.file, self.place, self.id = file, place, ""
        self.faults: list[Fault] = [] if faults is None else faults
        self.fields: dict[str, Any] = {}
        if isinstance(content, Mapping):
            self.fields = {name if isinstance(name, str) else one_line(name): value for name, value in content.items()}
        else:
            self.fault(
                f"{_shown(content)} is not of the form 'name: value'",
                allowed="write names, each with a colon and what it holds",
            )
            self.faults = []  # nothing is missing in what is not there

    def fault(self, what: str, field: str = "", allowed: str = "", nearest: str = "") -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(self.file, what, entry=self.place, column=field, allowed=allowed, nearest=nearest))

    def finish(self, made: T) -> T:
        """What was made of the file; where it has faults, they are raised all together."""
        if self.faults:
            raise FaultsError(self.file, self.faults)
        return made

    def only(self, *known: str) -> None:
        """Note a fault for every field that is none of these."""
        for name in sorted(set(self.fields) - set(known)):
            self._unknown("the field is not known", name, name, known)

    def _unknown(self, what: str, value: str, field: str, known: Collection[str]) -> None:
        if len(self.faults) < MOST_FAULTS:
            names = [*itertools.islice(known, MOST_VALUES), *["..."][: len(known) > MOST_VALUES]]
            self.fault(what, field, f"one of: {', '.join(names)}", nearest_of(value, known))

    def value(self, field: str, *, needed: bool = True) -> Any:
        """What a field holds; None where it is empty or not there."""
        value = self.fields.get(field)
        if value not in _EMPTY and not (isinstance(value, str) and value.isspace()):
            return value
        if needed:
            self.fault("the field is missing", field, f"add a line '{field}: ...'")
        return None

    def text(self, field: str, *, needed: bool = True) -> str:
        """A field's text without line breaks."""
        return self._as_text(self.value(field, needed=needed), field)

    def _as_text(self, value: Any, field: str) -> str:
        if isinstance(value, list | dict):
            self.fault(f"{_shown(value)} is not text", field, 'write text, between two " where it begins with [ or {')
            return ""
        return "" if value is None else one_line(value)

    def choice(self, field: str, allowed: Collection[str], *, needed: bool = True) -> str:
        """A field's text, which must be one of some."""
        return self.known(self.text(field, needed=needed), allowed, field)

    def known(self, value: str, allowed: Collection[str], field: str) -> str:
        """A value, which must be one of some; "" where it is none. Where there are none at all, they are the fault."""
        if not value or value in allowed:
            return value
        if allowed:
            self._unknown(f"'{value}' is not known", value, field, allowed)
        return ""

    def number(self, field: str, *, needed: bool = True) -> int:
        """A field's whole number from 1 on; 0 where there is none."""
        value = self.value(field, needed=needed)
        if value is None or (type(value) is int and value > 0):
            return value or 0
        self.fault(f"{_shown(value)} is not a whole number from 1", field, f"write it as: {field}: 20")
        return 0

    def flag(self, field: str) -> bool:
        """Whether a field says true."""
        value = self.value(field, needed=False)
        if not isinstance(value, bool | None):
            self.fault(f"{_shown(value)} is neither true nor false", field, f"write it as: {field}: true")
        return value is True

    def texts(self, field: str, *, needed: bool = True, or_one: bool = False) -> tuple[str, ...]:
        """A field's list of texts; with `or_one` a single text will do."""
        if or_one and not isinstance(self.fields.get(field), list):
            return tuple(filter(None, [self.text(field, needed=needed)]))
        return tuple(self._as_text(one, field) for one in self.items(field, needed=needed))

    def items(self, field: str, *, needed: bool = True) -> list[Any]:
        """A field's list, whatever is in it."""
        value = self.value(field, needed=needed)
        if not isinstance(value, list | None):
            ask = f"write it as: {field}: [one, two], or with - on lines of their own"
            self.fault(f"{_shown(value)} is not a list", field, ask)
            return []
        return value or []

    def entry(self, field: str, *, needed: bool = True) -> "YamlEntry":
        """The mapping that a field holds; what is missing in one that is not there is no fault of its own."""
        value = self.value(field, needed=needed)
        return self.at(field, value) if value is not None else YamlEntry({}, self.file)

    def at(self, place: str, content: Any) -> "YamlEntry":
        """A part of this mapping as an entry of its own."""
        return YamlEntry(content, self.file, ", ".join(filter(None, (self.place, place))), self.faults)

    def entries(self, field: str, kind: str, *, needed: bool = True, own: str = "id") -> "list[YamlEntry]":
        """The mappings in a field's list; a fault calls each by its `kind`, such as "lesson", and by its `own` field.

        Where `own` is "" they are only counted.
        """
        entries, ids = [], set()
        for number, content in enumerate(self.items(field, needed=needed), 1):
            entry = self.at(f"{kind} {number}", content)
            if not isinstance(content, Mapping):
                continue
            entry.id = (entry.text(own) if own else "") or f"{number}"
            entry.place = entry.place.removesuffix(f"{number}") + entry.id
            if entry.id in ids:
                entry.fault(f"the {own} '{entry.id}' is in an entry before", own, f"give each its own {own}")
            entries.append(entry)
            ids.add(entry.id)
        return entries


def _shown(value: Any) -> str:
    """A value in a fault, however long."""
    shown = repr(value)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
