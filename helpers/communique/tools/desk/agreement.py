"""How far two or more coders agree: percent, kappa and alpha, and the table that shows what chance would give."""

import itertools
import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Agreement:
    """What two codings of the same units have in common.

    `percent` and `by_chance` run from 0 to 100: the units on which they agree, and those on which they would if each
    coder gave the same labels as often, but blindly. `kappa` and `alpha` are at most 1; 0 is what chance gives. None
    stands where a figure is not defined: there is no unit, or nobody ever chose between two labels.
    """

    units: int
    percent: float | None = None
    by_chance: float | None = None
    kappa: float | None = None
    alpha: float | None = None


@dataclass(frozen=True)
class TwoByTwo:
    """Units that both marked, that only the first or only the second marked, and that neither marked.

    The same four as chance would have them, in `expected`: each coder marks as many units, but blindly.
    """

    both: int
    first_only: int
    second_only: int
    neither: int

    @property
    def units(self) -> int:
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def expected(self) -> tuple[float, ...]:
        """Both, first only, second only, neither, as chance would have them; all 0 where there is no unit."""
        first, second = self.both + self.first_only, self.both + self.second_only
        sides = [(first, self.units - first), (second, self.units - second)]
        return tuple(a * b / (self.units or 1) for a, b in itertools.product(*sides))


def two_by_two(first: Sequence[bool], second: Sequence[bool]) -> TwoByTwo:
    """Count what two coders marked of the same units, which are in the same order."""
    counts = Counter((bool(a), bool(b)) for a, b in zip(first, second, strict=True))
    return TwoByTwo(counts[True, True], counts[True, False], counts[False, True], counts[False, False])


def agreement(first: Sequence[Hashable], second: Sequence[Hashable]) -> Agreement:
    """How far two codings agree, each with one label a unit, in the same order.

    Percent, Cohen's kappa, and Krippendorff's alpha for labels without an order; None, never NaN, where not defined.

    Source: Cohen (1960); Krippendorff, Content Analysis (2004); reckoned by nltk.metrics.agreement, in the notation of
    Artstein and Poesio (2008).

    Example:
        >>> agreement([1, 1, 0, 0], [1, 0, 0, 0]).kappa
        0.5
    """
    if not first:
        return Agreement(0)
    from nltk.metrics.agreement import AnnotationTask  # a quarter of a second, and only who asks for agreement pays it

    figures = {label: number for number, label in enumerate(dict.fromkeys([*first, *second]))}  # names it treats alike
    marks = zip(first, second, strict=True)
    task = AnnotationTask([(who, n, figures[mark]) for n, both in enumerate(marks) for who, mark in enumerate(both)])
    chance = task.Ae_kappa(0, 1)
    return Agreement(
        len(first),
        percent=100 * task.avg_Ao(),
        by_chance=100 * chance,
        kappa=task.kappa() if chance < 1 else None,
        alpha=task.alpha() if len(figures) > 1 else None,
    )


def alpha_of(units: Iterable[Mapping[Any, int]]) -> float:
    """Krippendorff's alpha for names without order, from how many chose what of each unit; some may be missing.

    1 where all choose the same, about 0 where they agree as chance would have it; NaN where nothing can be compared.
    Reckoned from the counts, in Krippendorff's (2004) notation, because a class has millions of single choices.
    """
    paired = [unit for unit in units if sum(unit.values()) > 1]  # a unit that one alone judged says nothing
    totals = sum(map(Counter, paired), Counter())
    if not totals:
        return math.nan
    if len(totals) == 1:
        return 1.0
    observed = sum(_unlike(unit) / (sum(unit.values()) - 1) for unit in paired)
    return 1 - observed * (totals.total() - 1) / _unlike(totals)


def _unlike(counts: Mapping[Hashable, int]) -> int:
    """The ordered pairs of unlike choices."""
    return sum(counts.values()) ** 2 - sum(count**2 for count in counts.values())
