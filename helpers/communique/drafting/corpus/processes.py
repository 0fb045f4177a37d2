"""Many jobs in a few processes, and none lost with its process."""

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

J = TypeVar("J")
O = TypeVar("O")  # noqa: E741  (an outcome)


def in_processes(
    function: Callable[[J], O], jobs: Iterable[J], *, lost: Callable[[J], O], processes: int | None = None
) -> Iterator[O]:
    """Call a function for every job in several processes; the outcomes come in the order in which they are done.

    `lost` gives the outcome of a job that ended its process (for want of memory, say).
    """
    count = max(1, processes or os.cpu_count() or 1)
    waiting = yield from _until_broken(function, list(jobs), count)
    while waiting:
        at_work, waiting = waiting[: count + 1], waiting[count + 1 :]  # a pool has no more at work at once
        for job in at_work:  # one at a time: now it is known which of them ended its process
            yield from map(lost, (yield from _until_broken(function, [job], 1)))
        waiting = yield from _until_broken(function, waiting, count)


def _until_broken(function: Callable[[J], O], jobs: list[J], count: int) -> Generator[O, None, list[J]]:
    """Outcomes until the jobs are done or a process ends; returns the jobs that have none then, in order."""
    without_outcome, futures = dict(enumerate(jobs)), dict[Future[O], int]()
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            with contextlib.suppress(BrokenProcessPool):
                futures.update((pool.submit(function, job), number) for number, job in enumerate(jobs))
            for future in as_completed(futures):
                if not isinstance(future.exception(), BrokenProcessPool):
                    yield future.result()
                    del without_outcome[futures[future]]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    return list(without_outcome.values())
