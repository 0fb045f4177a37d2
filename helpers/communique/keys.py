"""The right answers, from key.yml. Marking reads them; no widget does, and none reaches the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .places import lessons_folder
from .questions import Pointer, pointers, with_references
from .yaml_files import read_yaml


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
    """The keys of a lesson, by question id; the first of `orders` is the one that is shown."""
    path = lessons_folder() / lesson / "key.yml"
    keys = {}
    entries = with_references(read_yaml(path) if path.is_file() else {}, lesson, path.name)
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
