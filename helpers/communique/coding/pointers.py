"""Words of an article that somebody points at: paragraph, words, and which occurrence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..base.yaml_files import YamlEntry


@dataclass(frozen=True)
class Pointer:
    """Words of the article that a question points at."""

    paragraph: str
    words: str
    occurrence: int = 1
    feedback: str = ""


def pointers(entry: YamlEntry, field: str) -> tuple[Pointer, ...]:
    """The pointers in a field of a YAML file, a list of {paragraph, words, occurrence, feedback}."""
    return tuple(_pointer(one) for one in entry.entries(field, field, needed=False, own=""))


def _pointer(entry: YamlEntry) -> Pointer:
    entry.only("paragraph", "words", "occurrence", "feedback")
    paragraph, words = entry.text("paragraph"), entry.text("words")
    occurrence = entry.number("occurrence", needed=False) or 1
    return Pointer(paragraph, words, occurrence, entry.text("feedback", needed=False))


def pointers_in(content: Any) -> tuple[Pointer, ...]:
    """Every {paragraph, words, occurrence} in what an author wrote for a tool, however deep it stands."""
    if isinstance(content, list):
        return tuple(pointer for one in content for pointer in pointers_in(one))
    if not isinstance(content, dict):
        return ()
    inner = tuple(pointer for one in content.values() for pointer in pointers_in(one))
    if isinstance(content.get("paragraph"), str) and isinstance(content.get("words"), str):
        words = " ".join(content["words"].split())
        return (Pointer(content["paragraph"], words, content.get("occurrence", 1)), *inner)
    return inner
