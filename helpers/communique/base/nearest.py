"""What somebody may have meant: the allowed value most like the one that is there."""

from collections.abc import Iterable


def nearest_of(value: str, allowed: Iterable[str]) -> str:
    """The allowed value most like this one; "" when nothing is near."""
    from rapidfuzz import fuzz, process, utils

    best = process.extractOne(value, list(allowed), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=55)
    return best[0] if best else ""


def meant(name: str, known: Iterable[str], listed: str) -> str:
    """The next step for somebody who asked for a name that there is not: the nearest one, and all of them.

    Example:
        >>> meant("evnts", ["start", "events"], "The lessons are")
        "Did you mean 'events'? The lessons are: start, events."
    """
    names = list(known)
    near = nearest_of(name, names)
    hint = f"Did you mean '{near}'? " if near else ""
    return f"{hint}{listed}: {', '.join(names) or 'none'}."
