"""Moves are read by the same rules for all, and a threat is read like a statement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from communique.coding.codes import OTHER_STANCES, STANCES
from communique.coding.schema import Position
from communique.tools.negotiation.delegations import (
    AGAINST,
    FOR,
    NO_SIDE,
    SIDES,
    at_an_end,
    open_conference,
    other_side_of,
    side_of,
)
from communique.tools.negotiation.moves import Basis
from communique.tools.negotiation.readings import (
    FITS,
    HAS_WORDS,
    SILENT_TOO,
    fit_of,
    issues_of,
    read_move,
    rows_at,
    rows_on,
)
from hypothesis import given
from hypothesis import strategies as st

from ..conferences import CODED, CONFERENCE, COUPLES, DELEGATIONS, a_move, all_moves, renamed
from ..some import some

MIRROR = {FOR: AGAINST, AGAINST: FOR, NO_SIDE: NO_SIDE}
STANCE_MIRROR = dict(zip(STANCES, reversed(STANCES), strict=True)) | {"": "", "does-not-say": "does-not-say"}


def _position(stance: str, other: str) -> Position:
    sure = {"id": "P", "actor_id": "A", "issue": "i", "basis": "said", "according_to": "reporter"}
    return Position(**sure, stance=stance, other_stance=other, contested=bool(other))


some_positions = st.lists(
    st.tuples(st.sampled_from(STANCES), st.sampled_from(("", *OTHER_STANCES))).map(lambda pair: _position(*pair)),
    max_size=4,
).map(tuple)


@given(some_positions, st.sampled_from(SIDES))
def test_for_and_against_are_read_alike(positions: tuple[Position, ...], side: str) -> None:
    """Turn every stance and the side round, and the outcome is the same."""
    turned = tuple(
        replace(p, stance=STANCE_MIRROR[p.stance], other_stance=STANCE_MIRROR[p.other_stance]) for p in positions
    )
    found = fit_of(positions, side)
    assert found == fit_of(turned, MIRROR[side])
    assert found.outcome in FITS


@given(some_positions, st.sampled_from(SIDES))
def test_a_red_line_is_crossed_only_from_an_end_of_the_scale(positions: tuple[Position, ...], side: str) -> None:
    """Crossing needs a strong position on the other side, and none on the same side in any reading."""
    crossed = any(at_an_end(p) and MIRROR[side_of(p.stance)] == side for p in positions) and side != NO_SIDE
    same = any(side in (side_of(p.stance), other_side_of(p)) for p in positions)
    assert (crossed and not same) == (fit_of(positions, side).outcome == "crosses")


@pytest.mark.parametrize(
    ("stance", "other", "side", "outcome"),
    [
        ("supports", "", FOR, "in-line"),
        ("supports", "", AGAINST, "departs"),
        ("supports", "", NO_SIDE, "holds-back"),
        ("strongly-supports", "", AGAINST, "crosses"),
        ("mixed", "", NO_SIDE, "in-line"),
        ("mixed", "", AGAINST, "further"),
        ("mixed", "supports", FOR, "other-reading"),
        ("opposes", "does-not-say", FOR, "departs"),
    ],
)
def test_each_outcome(stance: str, other: str, side: str, outcome: str) -> None:
    """One case each, so that the words on the page can be trusted."""
    assert outcome == fit_of((_position(stance, other),), side).outcome
    assert "unrecorded" == fit_of((), side).outcome


@pytest.mark.parametrize(("one", "two"), COUPLES)
def test_swapping_sides_swaps_the_results(one: str, two: str) -> None:
    """What was recorded of the one is recorded of the other: every move of the other is read as the one's was."""
    names = {one: two, two: one}
    swapped = open_conference(renamed(CODED, names), CONFERENCE.outside_facts)
    for move in all_moves(CONFERENCE, one):
        here = read_move(CONFERENCE, move, (one, two))
        there = read_move(swapped, replace(move, by=two), (two, one))
        assert here.fit == there.fit
        assert here.others == {names[d]: stand for d, stand in there.others.items()}
        for name in ("invites", "answers"):
            told = [(x.reaction.id, tuple(names.get(a, a) for a in x.by)) for x in getattr(here, name)]
            assert told == [(x.reaction.id, x.by) for x in getattr(there, name)]


@pytest.mark.parametrize("by", DELEGATIONS)
def test_a_threat_is_recorded_and_not_rewarded(by: str) -> None:
    """Only its kind tells a threat from a statement, a demand or an offer: the reading is the same."""
    for issue in some(CODED.issues):
        for side in SIDES:
            kinds = ("statement", "demand", "offer", "threat")
            readings = [read_move(CONFERENCE, a_move(CONFERENCE, by, k, issue, side), DELEGATIONS) for k in kinds]
            assert [readings[0]] * 4 == readings


def test_what_a_move_invites_stands_in_the_reaction_table() -> None:
    """Each link is a row of reactions.csv whose event the mover did, or was done by the mover as an answer."""
    acted = {row.id: set(row.actor_ids) for row in CODED.events}
    seen = set()
    for by in DELEGATIONS:
        own = set(CONFERENCE.delegations[by].members)
        for move in all_moves(CONFERENCE, by):
            reading = read_move(CONFERENCE, move, DELEGATIONS)
            assert [] == [x for x in reading.invites if not acted[x.reaction.answers_id] & own]
            assert [] == [x for x in reading.answers if not acted[x.reaction.event_id] & own]
            seen |= {x.reaction.id for x in (*reading.invites, *reading.answers)}
    assert len(seen) >= 8


def test_whose_telling_a_link_is_is_said() -> None:
    """An answer that only the other side tells of names who tells it."""
    move = replace(
        a_move(CONFERENCE, "A05", "statement", "agreement", FOR),
        evidence=Basis("p2", "a vow to aid one another if war should come"),
    )
    reading = read_move(CONFERENCE, move, ("A05", "A01"))
    assert {"R11": "A03"} == {link.reaction.id: link.told_by for link in reading.answers}


def test_silence_is_read_against_recorded_words() -> None:
    """Whoever has words of its own on an issue breaks with the report by silence; whoever has none does not."""
    for by in DELEGATIONS:
        for issue in some(CODED.issues):
            reading = read_move(CONFERENCE, a_move(CONFERENCE, by, "silence", issue, NO_SIDE), DELEGATIONS)
            assert (HAS_WORDS if reading.fit.rows else SILENT_TOO) == reading.fit.outcome
            assert ((), (), {}) == (reading.invites, reading.answers, reading.others)
    talks = read_move(CONFERENCE, a_move(CONFERENCE, "A12", "silence", "war-in-ukraine", NO_SIDE), DELEGATIONS)
    assert SILENT_TOO == talks.fit.outcome


def test_cited_words_are_tied_to_their_issues() -> None:
    """The rows at the words, and the issues of those rows; a source from outside is tied to none."""
    assert "P14" in rows_at(CODED, Basis("p4", "condemned the pact"))
    assert ("agreement",) == issues_of(CODED, Basis("p4", "condemned the pact"))
    assert () == issues_of(CODED, Basis("p11", "Schoolchildren with flags"))
    assert () == issues_of(CODED, Basis(source="un-charter-51"))
    assert {"P14", "S06", "E03"} <= rows_on(CODED, "agreement")
