"""Records in a journal: what a scripted answer may hold. The rest is in test_table_files."""

from __future__ import annotations

from typing import Any

import pytest
from communique import CommuniqueError
from communique.tools.negotiation.records import move_from, record_of
from communique.tools.negotiation.scripted import answer

from ..conferences import CONFERENCE, a_move

MOVE = a_move(CONFERENCE, "A01", "statement", "agreement", "against")
SCRIPTED = record_of(answer(CONFERENCE, "A05", MOVE, [MOVE]))


@pytest.mark.parametrize(
    "changes",
    [
        {"how": "magic"},
        {"rows": ["P99"]},
        {"rows": "P02"},
        {"rows": [["P02"]]},
        {"text": "Words that nobody recorded."},
        {"side": "both"},
        {"kind": ["statement"]},
        {"words": "not in the report at all"},
        {"occurrence": 7},
    ],
)
def test_an_answer_with_invented_parts_is_no_answer(changes: dict[str, Any]) -> None:
    """Also in one's own journal, only what the coding has can stand as an answer from the coding."""
    with pytest.raises(CommuniqueError):
        move_from(CONFERENCE, {**SCRIPTED, **changes}, scripted=True)
