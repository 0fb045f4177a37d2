"""A sample of the broken inputs of `make fuzz`: each ends in a sentence or in a draft that holds."""

from __future__ import annotations

from collections import Counter

from ..fuzz import made, trials
from ..samples import samples

SAMPLE = samples(600)


def test_broken_inputs_end_in_a_sentence_or_a_draft() -> None:
    """No traceback, no hang, no row whose words are elsewhere; and most kinds of end are seen."""
    found = Counter(trials(SAMPLE))
    assert SAMPLE == sum(found.values())
    assert found["drafted"] > SAMPLE / 3
    assert len(found) > 4


def test_an_input_can_be_made_again() -> None:
    """The same number gives the same bytes, and other numbers give others."""
    assert made(7) == made(7)
    assert 200 == len({made(number) for number in range(200)})
