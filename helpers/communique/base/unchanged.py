"""What was made of files, kept for as long as none of them is changed."""

import functools
import os
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
State = tuple[int, int] | None
#: The files that what is being made was made of so far, with their states.
_read: ContextVar[dict[Path, State] | None] = ContextVar("_read", default=None)


def state_of(path: Path) -> State:
    """When a file or a folder was changed, and its size; None where there is none.

    A function that reads a file asks for its state first: what it made is made again where the state is another.
    """
    try:
        status = os.stat(path)
    except OSError:
        state = None
    else:
        state = (status.st_mtime_ns, status.st_size)
    read = _read.get()
    if read is not None:
        read[path] = state
    return state


def kept_while_unchanged(make: Callable[P, T]) -> Callable[P, T]:
    """Have a function called again only for other arguments, or where a file that it read was changed.

    Everybody gets the same result, so nobody may change anything in it. An error is not kept.
    """
    kept: dict[Any, tuple[T, dict[Path, State]]] = {}

    @functools.wraps(make)
    def made(*arguments: P.args, **named: P.kwargs) -> T:
        call = (arguments, *sorted(named.items()))
        if call in kept:
            result, files = kept[call]
            if all(state_of(path) == state for path, state in files.items()):
                return result
        outer, files = _read.get(), {}
        token = _read.set(files)
        try:
            result = make(*arguments, **named)
        finally:
            _read.reset(token)
            if outer is not None:
                outer.update(files)
        kept[call] = result, files
        return result

    return made
