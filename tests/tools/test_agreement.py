"""Percent, kappa and alpha: as reckoned by hand, as reckoned another way, and in words where they are not defined."""

from __future__ import annotations

import math
import subprocess
import sys
from collections import Counter
from itertools import permutations

import pytest
from communique.tools.desk.agreement import Agreement, TwoByTwo, agreement, two_by_two
from hypothesis import given
from hypothesis import strategies as st

#: The table of Cohen (1960) as it is often retold: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no. Kappa is 0.4.
FIFTY = ([1] * 25 + [0] * 25, [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15)
CODINGS = st.lists(st.tuples(*[st.sampled_from("abc")] * 2), max_size=12).map(
    lambda units: [[unit[who] for unit in units] for who in (0, 1)]
)


def _kappa(first: list, second: list) -> float | None:
    """Cohen's kappa from its definition, without the library."""
    units = len(first)
    seen = sum(a == b for a, b in zip(first, second, strict=True)) / units
    chance = sum(first.count(k) * second.count(k) for k in set(first)) / units**2
    return None if math.isclose(chance, 1) else (seen - chance) / (1 - chance)


def _alpha(codings: list[list]) -> float | None:
    """Krippendorff's alpha for nominal labels from its coincidence matrix, without the library."""
    coincidences: Counter = Counter()
    for labels in zip(*codings, strict=True):
        for pair in permutations(range(len(labels)), 2):
            coincidences[tuple(labels[i] for i in pair)] += 1 / (len(labels) - 1)
    totals: Counter = Counter()
    for (label, _), count in coincidences.items():
        totals[label] += count
    n = sum(totals.values())
    apart = sum(count for (a, b), count in coincidences.items() if a != b)
    chance = sum(totals[a] * totals[b] for a, b in permutations(totals, 2))
    return None if not chance else 1 - (n - 1) * apart / chance


def test_fifty_units_by_hand() -> None:
    """35 of 50 agree, 25 would by chance: kappa is 10/25. Alpha: 1 - 99 * 30 / (2 * 55 * 45)."""
    found = agreement(*FIFTY)
    assert (50, pytest.approx(70), pytest.approx(50)) == (found.units, found.percent, found.by_chance)
    assert (pytest.approx(0.4), pytest.approx(1 - 2970 / 4950)) == (found.kappa, found.alpha)


def test_the_lessons_case_by_hand() -> None:
    """Two who each mark 10 of 100 words blindly agree on 82; 91 of 100 give a kappa of one half."""
    assert pytest.approx(82) == sum(TwoByTwo(1, 9, 9, 81).expected[i] for i in (0, 3))
    first = [True] * 10 + [False] * 90
    second = [True] * 5 + [False] * 5 + [True] * 5 + [False] * 85
    assert (90, pytest.approx(82), pytest.approx(8 / 18)) == (
        agreement(first, second).percent,
        agreement(first, second).by_chance,
        agreement(first, second).kappa,
    )
    assert pytest.approx(0.5) == (91 - 82) / (100 - 82)


def test_the_four_counts() -> None:
    """Both, first only, second only, neither; and the same four as chance would have them."""
    table = two_by_two(*([bool(label) for label in coding] for coding in FIFTY))
    assert TwoByTwo(20, 5, 10, 15) == table
    assert (15, 10, 15, 10) == table.expected
    assert (0, 0, 0, 0) == two_by_two([], []).expected


@pytest.mark.parametrize(
    ("codings", "expected"),
    [
        ([[], []], Agreement(0)),
        ([[1, 1], [1, 1]], Agreement(2, 100, 100)),
        ([["x"], ["x"]], Agreement(1, 100, 100)),
        ([[1, 1], [0, 0]], Agreement(2, 0, 0, 0, -0.5)),
        ([[1, 0], [0, 1]], Agreement(2, 0, 50, -1, -0.5)),
    ],
)
def test_where_there_is_nothing_to_choose_a_figure_is_none(codings: list, expected: Agreement) -> None:
    """No unit, or one label throughout: not defined, and never NaN."""
    assert expected == agreement(*codings)


@given(CODINGS)
def test_another_way_of_reckoning_gives_the_same(codings: list[list[str]]) -> None:
    """For any two codings: kappa and alpha equal those from their definitions; nothing is NaN."""
    found = agreement(*codings)
    if not codings[0]:
        assert Agreement(0) == found
        return
    kappa = _kappa(*codings)
    assert found.kappa is None if kappa is None else pytest.approx(kappa) == found.kappa
    alpha = _alpha(codings)
    assert found.alpha is None if alpha is None else pytest.approx(alpha) == found.alpha
    assert 0 <= found.percent <= 100


@given(CODINGS)
def test_the_order_of_coders_does_not_matter(codings: list[list[str]]) -> None:
    """Who comes first changes nothing."""
    one, other = agreement(*codings), agreement(*codings[::-1])
    for name in ("percent", "by_chance", "kappa", "alpha"):
        a, b = getattr(one, name), getattr(other, name)
        assert (a is None and b is None) or pytest.approx(a) == b


def test_the_library_is_loaded_only_when_agreement_is_asked_for() -> None:
    """Neither the module nor the desk brings nltk along."""
    code = """
import sys, communique.tools.desk.agreement
from communique.widgets.tools import tool_widget
tool_widget("coding-desk")
before = "nltk" in sys.modules
communique.tools.desk.agreement.agreement([1, 0], [1, 1])
print(before, "nltk" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ("False True", "") == (done.stdout.strip(), done.stderr)
