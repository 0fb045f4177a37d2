"""Build notebooks/ from lessons/. Needs: pip install 'communique[build]'."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ..base.errors import CommuniqueError
from .arguments import counted

HELP = "build the notebooks from lessons/ (for authors)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`communique build` takes no arguments."""


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Build the notebooks and name those that changed."""
    try:
        import jupytext  # noqa: F401  (asked for here, so that its absence is a sentence)
    except ImportError as error:
        raise CommuniqueError(
            "Building notebooks needs jupytext.", "Install it: pip install 'communique[build]'"
        ) from error
    from ..student.notebooks import build_notebooks

    changed = build_notebooks()
    yield from (f"  built   {path}" for path in changed)
    yield f"{counted(len(changed), 'notebook')} changed."
