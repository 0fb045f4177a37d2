"""YAML files as mappings, read once for each time they are changed."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from .errors import CommuniqueError
from .remembered import remembered


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file.

    Raises:
        CommuniqueError: the file cannot be read as YAML; the message names the line.
    """
    found = _parsed(path, path.stat().st_mtime_ns)
    if not isinstance(found, dict):
        raise CommuniqueError(
            f"{path}: the file does not hold 'name: value' lines.", "Compare it with another lesson's."
        )
    return found


@functools.cache
def _parsed(path: Path, _changed: int) -> Any:
    """The file's content, parsed once for each time it was changed."""
    return remembered(f"{path.parent.name}-{path.stem}", [path], lambda: _parse(path))


def _parse(path: Path) -> Any:
    import yaml  # only where nothing is remembered: it takes as long as all the rest of a lesson's first cell

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where there is one
    try:
        return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise CommuniqueError(
            f"{path}{line}: this is not valid YAML.",
            'Put text that holds a colon or starts with a quotation mark between two ".',
        ) from error
