"""Krippendorff's alpha of a class, on examples whose value is known."""

from __future__ import annotations

import math

import pytest
from communique.tools.desk.agreement import alpha_of


def _triples(*rows: str) -> list[tuple[int, int, str]]:
    """One row an observer, one letter a unit; a dot where nothing was said."""
    return [(who, unit, value) for who, row in enumerate(rows) for unit, value in enumerate(row) if value != "."]


def test_two_observers_of_ten_units() -> None:
    """Computed by hand: 10 units, 4 disagreements, values 0 x 14 and 1 x 6: 1 - 19 x 8 / (2 x 14 x 6) = 0.095."""
    assert 0.095 == pytest.approx(alpha_of(_triples("0100000001", "1110010000")), abs=0.001)


def test_missing_values_are_left_out() -> None:
    """A unit that only one has judged changes nothing."""
    some = _triples("0011", "0010")
    assert alpha_of(some) == alpha_of([*some, (0, 9, "1"), (1, 8, "0")])


@pytest.mark.parametrize("rows", [("01", "01"), ("00", "00"), ("ab.", "ab.", "abc")])
def test_who_agrees_has_one(rows: tuple[str, ...]) -> None:
    """Also where there is but one value."""
    assert 1.0 == alpha_of(_triples(*rows))


@pytest.mark.parametrize("rows", [(), ("01",), ("0.", ".1")])
def test_where_nothing_can_be_compared_there_is_no_number(rows: tuple[str, ...]) -> None:
    """No unit on which two have judged."""
    assert math.isnan(alpha_of(_triples(*rows)))
