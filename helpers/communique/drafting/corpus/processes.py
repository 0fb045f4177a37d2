"""Many jobs in a few processes: chunk by chunk, never more waiting than is at work, and none lost with its process."""

import itertools
import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

J = TypeVar("J")
O = TypeVar("O")  # noqa: E741  (an outcome)
_CHUNK = 16


def _each(function: Callable[[J], O], jobs: list[J]) -> list[O]:
    return [function(job) for job in jobs]


def in_processes(
    function: Callable[[J], O], jobs: Iterable[J], *, lost: Callable[[J], O], processes: int | None = None
) -> Iterator[O]:
    """Call a function for every job in several processes; the outcomes come in the order in which they are done.

    `lost` gives the outcome of a job that ended its process (for want of memory, say).
    """
    count = max(1, processes or os.cpu_count() or 1)
    waiting = iter(jobs)
    chunks = iter(lambda: list(itertools.islice(waiting, _CHUNK)), [])
    while True:
        suspects = yield from _until_broken(function, chunks, count)
        if not suspects:
            return
        yield from _one_by_one(function, suspects, lost)


def _until_broken(function: Callable[[J], O], chunks: Iterator[list[J]], count: int) -> Generator[O, None, list[J]]:
    """Outcomes until the jobs are done or a process ends; returns the jobs that were at work then."""
    waiting: dict[Future[list[O]], list[J]] = {}
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            for chunk in itertools.islice(chunks, 2 * count):
                waiting[pool.submit(_each, function, chunk)] = chunk
            while waiting:
                done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    outcomes = future.result()
                    del waiting[future]
                    yield from outcomes
                    for chunk in itertools.islice(chunks, 1):
                        waiting[pool.submit(_each, function, chunk)] = chunk
        except BrokenProcessPool:
            return [job for chunk in waiting.values() for job in chunk]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    return []


def _one_by_one(function: Callable[[J], O], jobs: list[J], lost: Callable[[J], O]) -> Iterator[O]:
    """The jobs of which one ended its process, one at a time: now it is known which."""
    waiting = iter(jobs)
    at_work: list[J] = []
    while True:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            try:
                for job in waiting:
                    at_work = [job]
                    yield pool.submit(function, job).result()
                return
            except BrokenProcessPool:
                yield lost(at_work[0])
