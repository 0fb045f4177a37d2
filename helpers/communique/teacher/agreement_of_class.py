"""How far a class agrees: Krippendorff's alpha, as nltk computes it."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable


def alpha_of(choices: Iterable[tuple[Hashable, Hashable, Hashable]]) -> float:
    """Krippendorff's alpha for names without order (nominal data); some may be missing.

    Parameters:
        choices: (who, what, choice): what a student chose for a unit. A unit without a choice is left out.

    Returns:
        1 where all choose the same, about 0 where they agree as chance would have it, below 0 where they agree
        less than that; NaN where nothing can be compared: no unit on which two have chosen.

    Source:
        K. Krippendorff, Content Analysis: An Introduction to Its Methodology; nltk.metrics.agreement.

    Example:
        >>> alpha_of([("a", 1, "yes"), ("b", 1, "yes"), ("a", 2, "no"), ("b", 2, "no")])
        1.0
    """
    choices = list(choices)
    coders: dict[Hashable, int] = {}
    for _, unit, _ in choices:
        coders[unit] = coders.get(unit, 0) + 1
    paired = [choice for choice in choices if coders[choice[1]] > 1]  # a unit that one alone judged says nothing
    if not paired:
        return math.nan
    if len({value for _, _, value in paired}) == 1:
        return 1.0
    from nltk.metrics.agreement import AnnotationTask  # seldom needed, and slow to come

    return float(AnnotationTask(data=paired).alpha())
