"""A sitting: turns, answers, agreements and files, kept whole in the journal and read again from any."""

from __future__ import annotations

import json
from typing import Any

import pytest
from communique import CommuniqueError
from communique.tools.negotiation.exchange import MOST_CLAUSES, MOST_MOVES
from communique.tools.negotiation.sitting import ALONE, FILES, PAIR, Sitting, sit_down, sitting_from, sitting_record
from hypothesis import given
from hypothesis import strategies as st

from ..conferences import CONFERENCE, DELEGATIONS, a_clause, a_file, a_move
from ..questions.test_in_words import JSON

SLUG = CONFERENCE.article.slug


def _sit(mode: str, secret: bool = False) -> Sitting:
    return sit_down(CONFERENCE, {"mode": mode, "me": "A05", "other": "A01", "secret": secret})


def _move(by: str, number: int = 1) -> Any:
    return a_move(CONFERENCE, by, "statement", "agreement", number)


def _again(sitting: Sitting) -> Sitting | None:
    return sitting_from(CONFERENCE, json.loads(json.dumps(sitting_record(sitting, SLUG))))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"mode": "chess", "me": "A01", "other": "A05"},
        {"mode": ALONE, "me": "A01"},
        {"mode": PAIR, "me": "A01", "other": "A01"},
        {"mode": ALONE, "me": "A19", "other": "A01"},
        {"mode": FILES, "me": None},
        {"mode": ["alone"], "me": ["A01"], "other": {}},
    ],
)
def test_seats_that_are_not_taken_are_told(given: dict[str, Any]) -> None:
    """Whoever cannot sit down yet reads what to choose."""
    with pytest.raises(CommuniqueError) as caught:
        sit_down(CONFERENCE, given)
    assert caught.value.next_step


def test_alone_the_other_side_answers_at_once() -> None:
    """One move, one answer; taking it back takes both."""
    sitting = _sit(ALONE).with_move(CONFERENCE, _move("A05"))
    assert [("A05", False), ("A01", True)] == [(m.by, bool(m.how)) for m in sitting.moves]
    assert () == sitting.without_last().moves
    assert () == _sit(ALONE).without_last().moves


@pytest.mark.parametrize("secret", [False, True])
def test_two_on_a_screen_take_turns(secret: bool) -> None:
    """The turn goes over with each move, and back when it is taken back; a curtain falls if cards are secret."""
    first = _sit(PAIR, secret)
    assert ("A05", secret) == (first.turn, first.curtain)
    second = first.with_move(CONFERENCE, _move("A05"))
    assert ("A01", secret) == (second.turn, second.curtain)
    third = second.with_move(CONFERENCE, _move("A01"))
    assert ("A05", "A01") == (third.turn, third.without_last().turn)
    assert ["A05", "A01"] == [m.by for m in third.moves]


def test_all_agree_or_it_stays_in_brackets() -> None:
    """In a pair both must press; withdrawn clauses are gone with what was agreed to them."""
    clause = a_clause("A05")
    sitting = _sit(PAIR).with_clause(clause)
    assert not sitting.standings[clause.id].settled
    both = sitting.with_agreement(clause.id, "A01", True)
    assert both.standings[clause.id].settled
    assert not both.with_agreement(clause.id, "A05", False).standings[clause.id].settled
    gone = both.without_clause(clause.id)
    assert ((), {}) == (gone.clauses, gone.agreed)
    assert both == both.without_clause("A05-c9-00000000")
    assert sitting == sitting.with_agreement(clause.id, "A08", True)
    assert sitting == sitting.with_clause(clause)


def test_nobody_agrees_unless_a_person_said_so() -> None:
    """Alone, every clause stays in brackets until the player answers for the other side, and says why."""
    clauses = [a_clause("A05", n, opening, "the pact") for n, opening in enumerate(("note", "welcome", "object"), 1)]
    sitting = _sit(ALONE)
    for clause in clauses:
        sitting = sitting.with_clause(clause)
    assert {("A05",)} == {support.agreed for support in sitting.standings.values()}
    for nothing in ("", "  ", None):
        with pytest.raises(CommuniqueError, match="own words are missing"):
            sitting.with_agreement(clauses[0].id, "A01", True, nothing)
    signed = sitting.with_agreement(clauses[0].id, "A01", True, "It notes, and blames nobody.")
    assert [True, False, False] == [signed.standings[clause.id].settled for clause in clauses]
    assert signed == _again(signed)
    refused = signed.with_agreement(clauses[0].id, "A01", False, "It calls the pact absurd.")
    assert {clauses[0].id: "It calls the pact absurd."} == refused.reasons
    assert not refused.standings[clauses[0].id].settled
    assert {} == refused.without_clause(clauses[0].id).reasons


def test_a_sitting_of_an_earlier_version_comes_back() -> None:
    """Moves and clauses that named a side are there, and what was agreed to is agreed to still."""
    clause = a_clause("A05")
    sitting = _sit(PAIR).with_move(CONFERENCE, _move("A05")).with_clause(clause).with_agreement(clause.id, "A01", True)
    record = sitting_record(sitting, SLUG)
    record["moves"][0] |= {"side": "for", "id": "A05-1-0badcafe"}
    record["clauses"][0] |= {"side": "none", "id": "A05-c1-0badcafe"}
    record["agreed"] = {"A05-c1-0badcafe": ["A01", "A05"]}
    del record["reasons"]
    assert sitting == sitting_from(CONFERENCE, record)


def test_two_tables_with_the_same_files_are_the_same() -> None:
    """Each plays one delegation; after the exchange both show the same moves, clauses, seats and agreements."""
    clause = a_clause("A01")
    north = (
        sit_down(CONFERENCE, {"mode": FILES, "me": "A05"}).with_move(CONFERENCE, _move("A05")).with_file(a_file("A01"))
    )
    north = north.with_agreement(clause.id, "A05", True)
    south = sit_down(CONFERENCE, {"mode": FILES, "me": "A01"})
    south = south.with_move(CONFERENCE, _move("A01"))
    south = south.with_clause(clause).with_file(north.file())
    north = north.with_file(south.file())
    for name in ("all_moves", "all_clauses", "all_seats"):
        assert getattr(north, name) == getattr(south, name)
    assert north.standings == south.standings
    assert north.standings[clause.id].settled
    with pytest.raises(CommuniqueError, match="that you play yourself"):
        north.with_file(north.file())


def test_one_delegation_alone_settles_nothing() -> None:
    """Before a file has come, no clause is agreed."""
    clause = a_clause("A05")
    sitting = sit_down(CONFERENCE, {"mode": FILES, "me": "A05"}).with_clause(clause)
    assert not sitting.standings[clause.id].settled


def test_a_full_table_says_so() -> None:
    """There is a most of moves and clauses, and the sentence says what can be done."""
    sitting = _sit(PAIR)
    for number in range(1, MOST_MOVES + 1):
        sitting = sitting.with_move(CONFERENCE, _move("A05", number))
    with pytest.raises(CommuniqueError, match="Draft the communiqué"):
        sitting.with_move(CONFERENCE, _move("A05", MOST_MOVES + 1))
    for number in range(1, MOST_CLAUSES + 1):
        sitting = sitting.with_clause(a_clause("A05", sitting.next_clause("A05"), words=f"the limit {number}"))
    with pytest.raises(CommuniqueError, match="Withdraw one first"):
        sitting.with_clause(a_clause("A05", 99))


@pytest.mark.parametrize("mode", [ALONE, PAIR, FILES])
def test_a_sitting_comes_back_from_the_journal(mode: str) -> None:
    """All of it: seats, turn, moves, clauses, agreements, files, edition."""
    sitting = _sit(mode, secret=True).with_move(CONFERENCE, _move("A05")).with_clause(a_clause("A05"))
    if mode == FILES:
        sitting = sitting.with_file(a_file("A01")).with_file(a_file("A08", moves=2))
    assert sitting == _again(sitting)
    assert 2 == sitting.edition


def test_what_cannot_be_read_is_left_out_and_the_rest_comes_back() -> None:
    """A move of an older version of the article loses only itself."""
    sitting = _sit(PAIR).with_move(CONFERENCE, _move("A05")).with_move(CONFERENCE, _move("A01"))
    record = sitting_record(sitting, SLUG)
    record["moves"][0]["words"] = "words that the report no longer has"
    assert sitting.moves[1:] == sitting_from(CONFERENCE, record).moves


@given(JSON)
def test_no_journal_stops_the_table(record: Any) -> None:
    """Whatever stands there, there is a sitting that works, or none."""
    whole = sitting_record(_sit(PAIR), SLUG)
    for kept in (record, {"mode": PAIR, "seats": record}, {**whole, "moves": record}):
        found = sitting_from(CONFERENCE, kept)
        assert found is None or set(found.seats) <= set(DELEGATIONS)


@given(
    JSON, st.sampled_from(["secret", "turn", "curtain", "clauses", "agreed", "reasons", "guests", "edition", "table"])
)
def test_a_strange_field_does_no_harm(value: Any, name: str) -> None:
    """Each field that cannot be read is as in a new sitting."""
    record = {**sitting_record(_sit(FILES), SLUG), name: value}
    found = sitting_from(CONFERENCE, record)
    assert found == _again(found)
