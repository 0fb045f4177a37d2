"""What somebody may have meant: the allowed value most like the one that is there."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest_of(value: str, allowed: Iterable[str]) -> str:
    """The allowed value most like this one; "" when nothing is near."""
    try:
        from rapidfuzz import fuzz, process, utils
    except ImportError:  # there is none for a browser
        plain = {one.lower(): one for one in allowed}
        return next((plain[close] for close in get_close_matches(value.lower(), plain, 1, 0.55)), "")
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
