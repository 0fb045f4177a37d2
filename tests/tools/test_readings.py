"""What the coding has at the words that a move cites: the same for all, and nothing is judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from communique.coding.pointers import Pointer
from communique.tools.negotiation.delegations import open_conference, words_of
from communique.tools.negotiation.moves import basis_at
from communique.tools.negotiation.readings import issues_of, read_move, rows_at, rows_on

from ..conferences import CODED, CONFERENCE, COUPLES, DELEGATIONS, a_move, all_moves, renamed
from ..some import some


@pytest.mark.parametrize(("one", "two"), COUPLES)
def test_swapping_sides_swaps_the_results(one: str, two: str) -> None:
    """What was recorded of the one is recorded of the other: every move of the other is read as the one's was."""
    names = {one: two, two: one}
    swapped = open_conference(renamed(CODED, names), CONFERENCE.outside_facts)
    for move in all_moves(CONFERENCE, one):
        here, there = read_move(CONFERENCE, move), read_move(swapped, replace(move, by=two))
        assert (here.issues, here.spoken) == (there.issues, there.spoken)
        for name in ("invites", "answers"):
            told = [(x.reaction.id, tuple(names.get(a, a) for a in x.by)) for x in getattr(here, name)]
            assert told == [(x.reaction.id, x.by) for x in getattr(there, name)]


@pytest.mark.parametrize("by", DELEGATIONS)
def test_what_a_player_writes_is_never_read(by: str) -> None:
    """Neither the player's own words nor the kind of move make a difference: only the words of the report do."""
    for issue in some(CODED.issues):
        made = [a_move(CONFERENCE, by, kind, issue) for kind in ("statement", "demand", "offer", "threat")]
        made += [replace(made[0], text=text) for text in ("It is right to attack.", "It is wrong to attack.", "x")]
        assert 1 == len({repr(read_move(CONFERENCE, move)) for move in made})


def test_what_a_move_invites_stands_in_the_reaction_table() -> None:
    """Each link is a row of reactions.csv whose event the mover did, or was done by the mover as an answer."""
    acted = {row.id: set(row.actor_ids) for row in CODED.events}
    seen = set()
    for by in DELEGATIONS:
        own = set(CONFERENCE.delegations[by].members)
        for event in CODED.events:
            cited = basis_at(words_of(CODED, event.id))
            reading = read_move(CONFERENCE, replace(a_move(CONFERENCE, by, "statement", "agreement"), evidence=cited))
            assert [] == [x for x in reading.invites if not acted[x.reaction.answers_id] & own]
            assert [] == [x for x in reading.answers if not acted[x.reaction.event_id] & own]
            seen |= {x.reaction.id for x in (*reading.invites, *reading.answers)}
    assert len(seen) >= 8


def test_whose_telling_a_link_is_is_said() -> None:
    """An answer that only the other side tells of names who tells it."""
    move = replace(
        a_move(CONFERENCE, "A05", "statement", "agreement"),
        evidence=Pointer("p2", "a vow to aid one another if war should come"),
    )
    reading = read_move(CONFERENCE, move)
    assert {"R11": "A03"} == {link.reaction.id: link.told_by for link in reading.answers}


def test_silence_is_read_against_recorded_words() -> None:
    """Where its side has words of its own on the issue, they are named; nothing else is said of a silence."""
    for by in DELEGATIONS:
        for issue in some(CODED.issues):
            reading = read_move(CONFERENCE, a_move(CONFERENCE, by, "silence", issue))
            own = {s.id for s in CONFERENCE.delegations[by].statements} & rows_on(CODED, issue)
            assert set(reading.spoken) <= own
            assert ((), ()) == (reading.invites, reading.answers)
    assert () == read_move(CONFERENCE, a_move(CONFERENCE, "A12", "silence", "war-in-ukraine")).spoken
    assert "S16" in read_move(CONFERENCE, a_move(CONFERENCE, "A01", "silence", "agreement")).spoken


def test_cited_words_are_tied_to_their_issues() -> None:
    """The rows at the words, and the issues of those rows; a source from outside is tied to none."""
    assert "P14" in rows_at(CODED, Pointer("p4", "condemned the pact"))
    assert ("agreement",) == issues_of(CODED, Pointer("p4", "condemned the pact"))
    assert () == issues_of(CODED, Pointer("p11", "Schoolchildren with flags"))
    assert () == issues_of(CODED, "un-charter-51")
    assert {"P14", "S06", "E03"} <= rows_on(CODED, "agreement")
