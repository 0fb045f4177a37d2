"""The right answers, from key.yml. Marking reads them; no widget does, and none reaches the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..base.places import lessons_folder
from ..base.yaml_files import read_yaml
from ..coding.outside_facts import with_references
from ..coding.pointers import Pointer, pointers
from ..course.course import load_course


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


def load_keys(lesson: str) -> Mapping[str, Key]:
    """The keys that the course has for a lesson, by question id; the first of `orders` is the one that is shown."""
    return read_keys(lessons_folder() / lesson / "key.yml", f"lessons/{lesson}/key.yml", load_course().article)


def read_keys(path: Path, where: str, article: str) -> Mapping[str, Key]:
    """The keys in a file, by question id; none where there is no file.

    Parameters:
        path: a key.yml.
        where: the file, for messages.
        article: the article whose sources they may name.
    """
    keys = {}
    entries = with_references(read_yaml(path) if path.is_file() else {}, where, article)
    for question_id, entry in entries.items():
        orders = ([entry["order"]] if "order" in entry else []) + (entry.get("accept") or [])
        keys[question_id] = Key(
            right=tuple(entry.get("right") or ()),
            orders=tuple(tuple(order) for order in orders),
            spans=pointers(entry.get("spans")),
            accept_extra=pointers(entry.get("accept_extra")),
            pairs={
                str(one): _several(other) for one, other in (entry.get("pairs") or entry.get("places") or {}).items()
            },
            model=" ".join(str(entry.get("model") or "").split()),
        )
    return keys


def _several(entry: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in entry) if isinstance(entry, list) else (str(entry),)
