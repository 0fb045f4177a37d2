"""Every word that a widget or a message says by itself, from one file ready for translation: strings.yml."""

import datetime as dt
import functools
from collections.abc import Iterable

from .errors import CommuniqueError
from .places import PACKAGE
from .yaml_files import read_yaml


@functools.cache
def strings() -> dict[str, dict[str, str]]:
    """All strings, by section and name."""
    return read_yaml(PACKAGE / "base" / "strings.yml")


def text(section: str, name: str, **values: object) -> str:
    """One string with its values filled in."""
    return strings()[section][name].format(**values)


def listed(parts: Iterable[str]) -> str:
    """Things in a sentence: "a, b and c"."""
    *most, last = [*parts] or [""]
    return text("lists", "and", first=", ".join(most), last=last) if most else last


def refusal(section: str, name: str, **values: object) -> CommuniqueError:
    """Why something is not done, and the next step: the strings of this name, and of this name with "-next"."""
    return CommuniqueError(text(section, name, **values), text(section, f"{name}-next", **values))


def section(*names: str) -> dict[str, str]:
    """The strings of some sections in one mapping, for a widget's page side."""
    return {key: value for name in names for key, value in strings()[name].items()}


def day_in_words(day: dt.date | None) -> str:
    """A day as a reader writes it, such as 20 June 2024; "" where none is known."""
    if day is None:
        return ""
    return text("days", "day", day=day.day, month=text("days", "months").split()[day.month - 1], year=day.year)
