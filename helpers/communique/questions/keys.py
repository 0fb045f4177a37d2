"""The right answers, from key.yml. Marking reads them; no widget does, and none reaches the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from ..base.places import lessons_folder
from ..base.unchanged import kept_while_unchanged, state_of
from ..base.yaml_files import YamlEntry, name_of, read_yaml
from ..coding.outside_facts import cited
from ..coding.pointers import Pointer, pointers
from ..course.course import load_course
from ..course.lesson_key import FORMS, OCCASIONS

#: What samples of a written answer may be, the best first.
LEVELS = ("model", "fair", "weak")


@dataclass(frozen=True)
class Key:
    """What answers a question; which field is filled depends on the question's kind.

    `pairs` says for each option what it may be matched with or where it may be placed; the first is shown.
    """

    right: tuple[str, ...] = ()
    orders: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Pointer, ...] = ()
    accept_extra: tuple[Pointer, ...] = ()
    pairs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    model: str = ""
    fair: str = ""
    weak: str = ""


def load_keys(lesson: str) -> Mapping[str, Key]:
    """The keys that the course has for a lesson, by question id; the first of `orders` is the one that is shown."""
    folder = FORMS if lesson in OCCASIONS else lesson
    return read_keys(lessons_folder() / folder / "key.yml", load_course().article)


@kept_while_unchanged
def read_keys(path: Path, article: str) -> Mapping[str, Key]:
    """The keys in a file, by question id; none where there is no file. They may name the sources of this article."""
    if not state_of(path):
        return MappingProxyType({})
    top = cited(YamlEntry(read_yaml(path), name_of(path)), article)
    keys = {name: _key(top.at(f"question {name}", content)) for name, content in top.fields.items()}
    return MappingProxyType(top.finish(keys))


def _key(entry: YamlEntry) -> Key:
    entry.only("right", "order", "accept", "spans", "accept_extra", "pairs", "places", "model", "fair", "weak")
    pairs = entry.entry("pairs" if "pairs" in entry.fields else "places", needed=False)
    orders = [entry.texts("order", needed=False)]
    for number, order in enumerate(entry.items("accept", needed=False), 1):
        orders.append(entry.at(f"accept {number}", {"order": order}).texts("order"))
    return Key(
        right=entry.texts("right", needed=False),
        orders=tuple(filter(None, orders)),
        spans=pointers(entry, "spans"),
        accept_extra=pointers(entry, "accept_extra"),
        pairs={name: pairs.texts(name, or_one=True) for name in pairs.fields},
        **{level: entry.text(level, needed=False) for level in LEVELS},
    )
