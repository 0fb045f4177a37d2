"""A whole review by keyboard, from the draft of the bundled article to its reference coding."""

from __future__ import annotations

from communique.coding.loading import find_article

from ..benchmarks.reviewing import measure

MOST_KEYS = 6000


def test_the_keyboard_alone_leads_from_the_draft_to_the_reference_coding() -> None:
    """Every row, word and field comes out as in the reference (else `measure` raises), and the keys are counted."""
    typist = measure(find_article(None))
    assert typist.acts["rows accepted"] > 100
    assert 0 < typist.keys.total() < MOST_KEYS
