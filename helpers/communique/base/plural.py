"""How many of a thing there are, in words."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """A number and its noun, in the plural where there is not one."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
