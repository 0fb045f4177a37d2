"""Reviews by keyboard: from the draft to the reference coding, and until the lessons have all their questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique.coding.loading import find_article

from ..benchmarks.ready import LISTS, REPORTS, make_ready
from ..benchmarks.reviewing import measure

MOST_KEYS = 6000
MOST_KEYS_TO_READY = 150
MOST_KEYS_TO_THE_END = 250


def test_the_keyboard_alone_leads_from_the_draft_to_the_reference_coding() -> None:
    """Every row, word and field comes out as in the reference (else `measure` raises), and the keys are counted."""
    typist = measure(find_article(None))
    assert typist.acts["rows accepted"] > 100
    assert 0 < typist.keys.total() < MOST_KEYS


@pytest.mark.parametrize("report", sorted(REPORTS.iterdir()), ids=lambda path: path.name)
def test_a_report_is_ready_for_three_lessons_within_150_keys(report: Path) -> None:
    """All questions of voices, events and positions are made, and from right rows (else `make_ready` raises)."""
    typist = make_ready(report)
    assert 0 < typist.keys.total() <= MOST_KEYS_TO_READY
    assert any(card["draft"] for card in typist.page.rows.values())  # what no question needs is left alone
    assert all(typist.page.lists[name]["enough"] for name in LISTS)
    asked = {topic for topic, count in typist.topics.items() if count}
    assert asked >= {
        "named",
        "aliases",
        "cues",
        "speakers",
        "happened",
        "ladder",
        "days",
        "recipients",
        "stances",
        "matrix",
    }


@pytest.mark.parametrize("report", sorted(REPORTS.iterdir()), ids=lambda path: path.name)
def test_every_row_of_three_lists_is_decided_within_250_keys(report: Path) -> None:
    """No draft is left in them, and each accepted row is right in what questions are made from."""
    typist = make_ready(report, to_the_end=True)
    assert 0 < typist.keys.total() <= MOST_KEYS_TO_THE_END
    drafts = [key for name in LISTS for key in typist.page.lists[name]["rows"] if typist.page.rows[key]["draft"]]
    assert [] == drafts
