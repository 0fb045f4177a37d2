"""The right answers, from key.yml. Marking reads them; no widget does, and none reaches the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .places import lessons_folder
from .questions import Pointer, pointers, read_yaml


@dataclass(frozen=True)
class Key:
    """What answers a question; which field is filled depends on the question's kind."""

    right: tuple[str, ...] = ()
    orders: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Pointer, ...] = ()
    accept_extra: tuple[Pointer, ...] = ()
    model: str = ""


def load_keys(lesson: str) -> Mapping[str, Key]:
    """The keys of a lesson, by question id; the first of `orders` is the one that is shown."""
    path = lessons_folder() / lesson / "key.yml"
    keys = {}
    for question_id, entry in (read_yaml(path) if path.is_file() else {}).items():
        orders = ([entry["order"]] if "order" in entry else []) + (entry.get("accept") or [])
        keys[question_id] = Key(
            right=tuple(entry.get("right") or ()),
            orders=tuple(tuple(order) for order in orders),
            spans=pointers(entry.get("spans")),
            accept_extra=pointers(entry.get("accept_extra")),
            model=" ".join(str(entry.get("model") or "").split()),
        )
    return keys
