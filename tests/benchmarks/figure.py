"""One line of the benchmark's table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Ours against a yardstick, in one unit, from one run; `aim` is the most that the ratio should be."""

    what: str
    ours: float
    yardstick: float
    unit: str
    aim: float

    @property
    def ratio(self) -> float:
        return self.ours / self.yardstick

    def __str__(self) -> str:
        sign = "" if self.ratio <= self.aim else "  above the aim"
        measured = f"{self.ours:.3g} {self.unit} against {self.yardstick:.3g} {self.unit}"
        return f"{self.what:58} {self.ratio:6.2f} {self.aim:6.2f}   {measured}{sign}"
