"""Build notebooks/ from lessons/. Needs: pip install 'communique[build]'."""

import argparse
from collections.abc import Iterator

from ..base.plural import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`communique build` takes no arguments."""


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Build the notebooks and name those that changed."""
    from ..student.notebooks import KEPT, build_notebooks

    changed = build_notebooks()
    kept = [path for path in changed if KEPT in path.stem]
    yield from (f"  {'kept ' if path in kept else 'built'}   {path}" for path in changed)
    yield f"{counted(len(changed) - len(kept), 'notebook')} changed."
    if kept:
        yield "What was kept had been changed by hand: take the changes over into lessons/, or delete it."
