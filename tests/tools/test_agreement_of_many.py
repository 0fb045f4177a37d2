"""Krippendorff's alpha of a class, on examples whose value is known."""

from __future__ import annotations

import math
from collections import Counter
from itertools import zip_longest

import pytest
from communique.tools.desk.agreement import alpha_of
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask


def _counts(*rows: str) -> list[Counter[str]]:
    """One row an observer, one letter a unit; a dot where nothing was said. Counted for each unit."""
    return [Counter(value for value in unit if value != ".") for unit in zip_longest(*rows, fillvalue=".")]


def test_two_observers_of_ten_units() -> None:
    """Computed by hand: 10 units, 4 disagreements, values 0 x 14 and 1 x 6: 1 - 19 x 8 / (2 x 14 x 6) = 0.095."""
    assert 0.095 == pytest.approx(alpha_of(_counts("0100000001", "1110010000")), abs=0.001)


def test_missing_values_are_left_out() -> None:
    """A unit that only one has judged changes nothing."""
    some = _counts("0011", "0010")
    assert alpha_of(some) == alpha_of([*some, Counter("1"), Counter("0"), Counter()])


@pytest.mark.parametrize("rows", [("01", "01"), ("00", "00"), ("ab.", "ab.", "abc")])
def test_who_agrees_has_one(rows: tuple[str, ...]) -> None:
    """Also where there is but one value."""
    assert 1.0 == alpha_of(_counts(*rows))


@pytest.mark.parametrize("rows", [(), ("01",), ("0.", ".1")])
def test_where_nothing_can_be_compared_there_is_no_number(rows: tuple[str, ...]) -> None:
    """No unit on which two have judged."""
    assert math.isnan(alpha_of(_counts(*rows)))


@given(st.lists(st.text("abc.", min_size=4, max_size=4), min_size=2, max_size=6))
def test_the_counts_give_what_the_library_gives(rows: list[str]) -> None:
    """nltk reckons it from the single choices, of units that two have judged."""
    counts = _counts(*rows)
    paired = [n for n, unit in enumerate(counts) if unit.total() > 1]
    choices = [(who, n, row[n]) for who, row in enumerate(rows) for n in paired if row[n] != "."]
    assume(len({value for _, _, value in choices}) > 1)
    assert AnnotationTask(choices).alpha() == pytest.approx(alpha_of(counts))
