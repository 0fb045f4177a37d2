"""How many rows are right, for each measure and for each rule; and how rows of two codings are paired."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

_G = TypeVar("_G")
_D = TypeVar("_D")


@dataclass(frozen=True)
class Count:
    """How many rows the reference has, how many the draft has, and how many of these are right."""

    measure: str
    gold: int
    drafted: int
    right: int

    @property
    def precision(self) -> float:
        """Which share of the draft's rows is right (0 where it has none)."""
        return self.right / self.drafted if self.drafted else 0.0

    @property
    def recall(self) -> float:
        """Which share of the reference's rows the draft has (0 where there are none)."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class RuleCount:
    """How many rows a rule made, and how many of them are right."""

    table: str
    rule: str
    rows: int
    right: int


def pairs_by(
    gold: Sequence[_G], draft: Sequence[_D], sharing: Callable[[_G, _D], tuple[float, ...] | None]
) -> list[tuple[_G, _D]]:
    """Pair rows, each at most once, the pair that shares most first; `sharing` is None where two are no pair."""
    candidates = []
    for g, gold_row in enumerate(gold):
        for d, draft_row in enumerate(draft):
            shared = sharing(gold_row, draft_row)
            if shared is not None:
                candidates.append((shared, -g, -d))
    pairs, taken_gold, taken_draft = [], set(), set()
    for _, g, d in sorted(candidates, reverse=True):
        if g not in taken_gold and d not in taken_draft:
            taken_gold.add(g)
            taken_draft.add(d)
            pairs.append((-g, -d))
    return [(gold[g], draft[d]) for g, d in sorted(pairs)]
