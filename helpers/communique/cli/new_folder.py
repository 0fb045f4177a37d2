"""What `communique new FOLDER` does: a corpus, with a bar that shows how far it is."""

from __future__ import annotations

import argparse
import functools
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ..base.errors import CommuniqueError
from ..drafting.corpus.drafting import REPORT, draft_corpus, lost
from ..drafting.corpus.manifest import CODED, NOT_READ, UNCHANGED, Outcome
from ..drafting.corpus.processes import in_processes

_FEW = 24  # files: fewer are coded before a second process has begun
_SHOWN = 5


def run_corpus(source: Path, chosen: argparse.Namespace, path: Callable[[str], Path]) -> Iterator[str]:
    """Code a folder of files, and say what became of them."""
    named = [f"--{name}" for name in ("slug", "date", "outlet", "headline", "again") if getattr(chosen, name)]
    if named:
        raise CommuniqueError(f"{named[0]} is for one article, and {source} is a folder.", f"Leave out {named[0]}.")
    output = path(chosen.output) if chosen.output else source.with_name(f"{source.resolve().name}-coded")
    report = draft_corpus(source, output, through=_through(chosen.processes), progress=_bar, coder=chosen.coder)
    counts = report.counts
    yield f"The corpus is in {output.resolve()}"
    yield f"{counts[CODED]} coded, {counts[UNCHANGED]} coded before and unchanged, {counts[NOT_READ]} not read."
    for outcome in report.not_read[:_SHOWN]:
        yield f"  not read      {outcome.file}: {outcome.sentence}"
    if len(report.not_read) > _SHOWN:
        yield f"  and {len(report.not_read) - _SHOWN} more"
    if report.not_read:
        yield f"All of them, with what to do, are in {output / REPORT}"
    yield f'In Python: communique.load_corpus("{output}") gives its tables.'


def _through(processes: int | None) -> Callable[[Callable, list], Iterable[Outcome]]:
    if processes is not None and processes < 1:
        raise CommuniqueError(f"{processes} processes cannot do anything.", "Give a number from 1.")
    count = processes or os.cpu_count() or 1

    def through(function: Callable, jobs: list) -> Iterable[Outcome]:
        if count == 1 or (len(jobs) < _FEW and not processes):
            return map(function, jobs)
        return in_processes(function, jobs, lost=lost, processes=count)

    return through


def _bar(outcomes: Iterable[Outcome], count: int) -> Iterable[Outcome]:
    from tqdm import tqdm

    bar: Callable[..., Any] = functools.partial(tqdm, unit="file", desc="Coding", disable=None, dynamic_ncols=True)
    return bar(outcomes, total=count)
