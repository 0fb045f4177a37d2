"""Records in a journal: what a scripted answer may hold. The rest is in test_table_files."""

from __future__ import annotations

from typing import Any

import pytest
from communique import CommuniqueError
from communique.tools.negotiation.exchange import clause_from, move_from, record_of
from communique.tools.negotiation.scripted import answer

from ..conferences import CONFERENCE, a_clause, a_move

MOVE = a_move(CONFERENCE, "A01", "statement", "agreement")
SCRIPTED = record_of(answer(CONFERENCE, "A05", MOVE, [MOVE]))


@pytest.mark.parametrize(
    "changes",
    [
        {"how": "magic"},
        {"rows": ["P99"]},
        {"rows": "P02"},
        {"rows": [["P02"]]},
        {"text": "Words that nobody recorded."},
        {"kind": ["statement"]},
        {"words": "not in the report at all"},
        {"occurrence": 7},
    ],
)
def test_an_answer_with_invented_parts_is_no_answer(changes: dict[str, Any]) -> None:
    """Also in one's own journal, only what the coding has can stand as an answer from the coding."""
    with pytest.raises(CommuniqueError):
        move_from(CONFERENCE, {**SCRIPTED, **changes}, scripted=True)


def test_records_of_an_earlier_version_are_read() -> None:
    """They named a side, and their ids were made with it: the move or clause is the same without."""
    clause = a_clause("A01")
    for made, again in (
        (MOVE, move_from(CONFERENCE, {**record_of(MOVE), "side": "against", "id": "A01-1-0badcafe"})),
        (clause, clause_from(CONFERENCE, {**record_of(clause), "side": "none", "id": "A01-c1-0badcafe"})),
    ):
        assert made == again
    with pytest.raises(CommuniqueError, match="does not match"):
        move_from(CONFERENCE, {**record_of(MOVE), "id": "A01-1-0badcafe"})
