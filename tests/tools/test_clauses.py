"""Clauses of a communiqué: all agree, or it stays in brackets; and no agreement can be moved to other words."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from communique import CommuniqueError
from communique.base.yaml_files import YamlEntry
from communique.tools.negotiation.clauses import Support, make_clause, read_openings, support_of
from hypothesis import given
from hypothesis import strategies as st

from ..conferences import CONFERENCE, DELEGATIONS, OPENINGS, a_clause


def test_the_openings_of_the_lesson_are_different() -> None:
    """No opening is there twice, and an article without a file of its own has three."""
    assert len(OPENINGS) == len(set(OPENINGS.values()))
    assert ["note that", "welcome", "object to"] == list(read_openings(YamlEntry({}, "x.yml")).values())


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"id": "note", "words": " "}, "opening note, field words: the field is missing"),
        ({"id": "note", "words": "note", "side": "for"}, "field side: "),
        ("note", "opening 1: 'note' is not of the form 'name: value'"),
    ],
)
def test_a_slip_in_an_opening_is_told(entry: Any, said: str) -> None:
    """The author reads file, entry and what would do."""
    with pytest.raises(CommuniqueError, match=r"x\.yml, opening") as caught:
        read_openings(YamlEntry({"openings": [entry]}, "x.yml"))
    assert said in str(caught.value)


@given(st.sets(st.sampled_from(DELEGATIONS)), st.lists(st.sampled_from(DELEGATIONS), min_size=1, unique=True))
def test_a_clause_is_settled_when_all_at_the_table_agree(agreed: set[str], seats: list[str]) -> None:
    """Not one less, not one alone, and it makes no difference who sits where."""
    clause = a_clause(DELEGATIONS[0])
    found = support_of(clause, seats, {clause.id: agreed})
    assert (set(seats) <= agreed and len(seats) > 1) == found.settled
    assert set(seats) == {*found.agreed, *found.open}
    for order in list(permutations(seats))[:6]:
        assert found.settled == support_of(clause, order, {clause.id: agreed}).settled
    assert Support((), tuple(seats)) == support_of(clause, seats, {})


def test_another_wording_is_another_clause() -> None:
    """Whoever agreed to one wording has not agreed to the next one."""
    clause = a_clause("A01")
    changed = replace(clause, text="the pact has no limit")
    assert clause.id != changed.id
    assert () == support_of(changed, DELEGATIONS, {clause.id: DELEGATIONS}).agreed


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"opening": "shout"}, "beginning of the clause"),
        ({"opening": ["note"]}, "beginning of the clause"),
        ({"issue": ""}, "issue has been chosen"),
        ({"text": ""}, "own words are missing"),
        ({"words": ""}, "No evidence is cited"),
    ],
)
def test_a_clause_needs_what_a_move_needs(changes: dict[str, Any], said: str) -> None:
    """An opening, an issue, a text and evidence, each asked for in a sentence."""
    given = {"opening": "note", "issue": "agreement", "text": "x", "words": "has to respect"}
    with pytest.raises(CommuniqueError, match=said):
        make_clause(CONFERENCE, "A01", 1, {**given, **changes})


def test_a_full_stop_at_the_end_is_not_doubled() -> None:
    """A student may end the sentence or not."""
    assert a_clause("A01").text == a_clause("A01", words="the pact has a limit.").text
