"""Things to look at, of which there has to be at least one: a loop over none would hold whatever is promised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def some(things: Iterable[T]) -> list[T]:
    """All of them, if there are any."""
    listed = list(things)
    assert listed, "there is nothing to look at"
    return listed
