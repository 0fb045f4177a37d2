"""How far two or more coders agree: percent, kappa and alpha, and the table that shows what chance would give."""

import itertools
import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...base.errors import CommuniqueError


@dataclass(frozen=True)
class Agreement:
    """What two or more codings of the same units have in common.

    `percent` and `by_chance` run from 0 to 100: the pairs of codings that agree on a unit, and those that would if
    each coder gave the same labels as often, but blindly. `kappa` and `alpha` are at most 1; 0 is what chance gives.
    None stands where a figure is not defined: there is no unit, or nobody ever chose between two labels.
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
        """All units."""
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def expected(self) -> tuple[float, float, float, float]:
        """Both, first only, second only, neither, as chance would have them; all 0 where there is no unit."""
        first, second = self.both + self.first_only, self.both + self.second_only
        not_first, not_second, units = self.units - first, self.units - second, self.units or 1
        return (
            first * second / units,
            first * not_second / units,
            not_first * second / units,
            not_first * not_second / units,
        )


def two_by_two(first: Sequence[bool], second: Sequence[bool]) -> TwoByTwo:
    """Count what two coders marked of the same units, which stand in the same order."""
    _check([first, second])
    counts = Counter((bool(a), bool(b)) for a, b in zip(first, second, strict=True))
    return TwoByTwo(counts[True, True], counts[True, False], counts[False, True], counts[False, False])


def agreement(codings: Sequence[Sequence[Hashable]]) -> Agreement:
    """How far two or more codings agree, each with one label a unit, in the same order.

    Percent and Cohen's kappa (for more than two codings the mean over all pairs), and Krippendorff's alpha for labels
    without an order. A figure that is not defined is None, never NaN.

    Source: Cohen (1960); Light (1971) for the mean over pairs; Krippendorff, Content Analysis (2004); reckoned by
    nltk.metrics.agreement, in the notation of Artstein and Poesio (2008).

    Example:
        >>> agreement([[1, 1, 0, 0], [1, 0, 0, 0]]).kappa
        0.5
    """
    _check(codings)
    units = len(codings[0])
    if not units:
        return Agreement(0)
    task = _task((who, unit, label) for who, coding in enumerate(codings) for unit, label in enumerate(coding))
    chance = [task.Ae_kappa(*pair) for pair in itertools.combinations(range(len(codings)), 2)]
    several = len({label for coding in codings for label in coding}) > 1
    return Agreement(
        units,
        percent=100 * task.avg_Ao(),
        by_chance=100 * sum(chance) / len(chance),
        kappa=task.kappa() if max(chance) < 1 else None,
        alpha=task.alpha() if several else None,
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


def _check(codings: Sequence[Sequence[Hashable]]) -> None:
    if len(codings) < 2:
        raise CommuniqueError("Agreement needs two codings.", "Give it a list of two or more.")
    lengths = sorted({len(coding) for coding in codings})
    if len(lengths) > 1:
        raise CommuniqueError(
            f"The codings have {' and '.join(map(str, lengths))} labels.", "Give one label for each unit in each."
        )


def _task(choices: Iterable[tuple[Hashable, Hashable, Hashable]]) -> Any:
    from nltk.metrics.agreement import AnnotationTask  # a quarter of a second, and only who asks for agreement pays it

    # the library sorts coders and units, and treats labels as names: figures keep all three simple
    figures: tuple[dict[Hashable, int], ...] = ({}, {}, {})
    return AnnotationTask([tuple(f.setdefault(n, len(f)) for f, n in zip(figures, c, strict=True)) for c in choices])
