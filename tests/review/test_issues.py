"""Issues that a text suggests."""

from __future__ import annotations

import pytest
from communique.drafting.grammar.prose import read_prose
from communique.review.issues import suggested_issues


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("grain deal on Monday", "Grain deal"),
        ("grain deal on Monday morning", "Grain deal"),
        ("grain deal of last week", "Grain deal"),
        ("grain deal for next year", "Grain deal"),
        ("grain deal on wheat on Monday", "Grain deal on wheat"),
        ("grain deal on Monday's vote", "Grain deal on Monday's vote"),
    ],
)
def test_an_issue_is_not_called_after_a_day(words: str, title: str) -> None:
    """What a noun is on or of belongs to the title, and the day on which it was does not."""
    prose = read_prose(f"Kenya defends the {words}", [f"Farmers hate the {words}.", f"Traders like the {words}."])
    assert title == suggested_issues(prose, ["Kenya"])[0]
