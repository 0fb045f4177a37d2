"""The scores of a draft as DataFrames."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique.base.errors import CommuniqueError
from communique.base.places import articles_folder
from communique.frames.scores import score_draft

BUNDLED = articles_folder() / "south-korea-2024"


def test_scores_as_tables() -> None:
    """Two DataFrames: measures with precision, recall and F1, and rules with their precision."""
    measures, rules = score_draft("south-korea-2024", BUNDLED)
    assert 1.0 == measures.loc[("south-korea-2024", "statements: content and speaker"), "f1"]
    assert ["article", "table", "rule"] == rules.index.names


def test_a_draft_made_now_has_rules() -> None:
    """Without a folder the draft is made from the text, and every rule has its precision."""
    measures, rules = score_draft(BUNDLED)
    assert 33 == measures.loc[("south-korea-2024", "events: type"), "gold"]
    assert {"actors", "statements", "events"} <= set(rules.index.get_level_values("table"))
    assert rules["precision"].between(0, 1).all()


def test_a_place_that_is_none_is_an_error(tmp_path: Path) -> None:
    """The message names what is missing."""
    with pytest.raises(CommuniqueError, match="There is no article"):
        score_draft(tmp_path / "nowhere")
