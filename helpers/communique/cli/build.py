"""Build notebooks/ from lessons/. Needs: pip install 'communique[build]'."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ..base.plural import counted

HELP = "build the notebooks from lessons/ (for authors)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`communique build` takes no arguments."""


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Build the notebooks and name those that changed."""
    from ..student.notebooks import build_notebooks

    changed = build_notebooks()
    yield from (f"  built   {path}" for path in changed)
    yield f"{counted(len(changed), 'notebook')} changed."
