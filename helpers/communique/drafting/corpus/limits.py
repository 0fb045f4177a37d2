"""A limit of time for one file, where the system has a clock that can interrupt."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import Any

from ...base.errors import CommuniqueError


@contextlib.contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """End what takes longer with an error; where there is no such clock (Windows, a thread) it takes what it takes."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def over(*_: Any) -> None:
        what = f"The file took more than {seconds:g} seconds."
        raise CommuniqueError(what, "Cut it into parts, a file for each article.")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
