"""The side that nobody plays answers with recorded words, by four rules, and with nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from communique.text.spans import find_all
from communique.tools.negotiation.delegations import open_conference
from communique.tools.negotiation.scripted import HOW, answer

from ..conferences import CODED, CONFERENCE, COUPLES, PAIRS, a_move, all_moves, renamed
from ..some import some


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_an_answer_is_recorded_words_and_names_its_rows(one: str, two: str) -> None:
    """No word is invented: the words stand in the report, and the rows are the answering side's own."""
    own = set(CONFERENCE.delegations[two].members)
    rows = CODED.rows
    for move in all_moves(CONFERENCE, one):
        found = answer(CONFERENCE, two, move, [move])
        assert ("", two, move.issue) == (found.text, found.by, found.issue)
        text = CODED.paragraph(found.evidence.paragraph).text
        assert len(find_all(text, found.evidence.words)) >= found.evidence.occurrence
        assert (found.how == "nothing") == (found.kind == "silence") == (not found.rows)
        for row_id in found.rows:
            row = rows[row_id]
            assert own & {
                "reactions": lambda row: {*rows[row.event_id].actor_ids},
                "statements": lambda row: {*row.source_ids},
                "positions": lambda row: {row.actor_id},
            }[row.table](row)


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_nothing_is_said_twice_and_in_the_end_there_is_silence(one: str, two: str) -> None:
    """Each row is used once; after so many moves on an issue the report has no more, and the side is silent."""
    for issue in some(CODED.issues):
        made = []
        for number in range(1, 25):
            made.append(a_move(CONFERENCE, one, "statement", issue, number))
            made.append(answer(CONFERENCE, two, made[-1], made))
        answers = made[1::2]
        used = [row for move in answers for row in move.rows]
        assert sorted(set(used)) == sorted(used)
        assert "nothing" == answers[-1].how
        assert list(range(1, 25)) == [move.number for move in answers]


def test_words_that_others_tell_are_no_answer() -> None:
    """A side never answers with what only its opponent says of it."""
    told = {s.id for d in CONFERENCE.delegations.values() for s in d.statements if d.told_by(s)}
    made = []
    for one, two in PAIRS:
        for move in all_moves(CONFERENCE, one):
            made.append(answer(CONFERENCE, two, move, [m for m in made if m.by == two][-20:]))
    own = {row for move in made for row in move.rows}
    assert told
    shared = {s.id for d in CONFERENCE.delegations.values() for s in d.statements if not d.told_by(s)}
    assert set() == (own & told) - shared
    assert set(HOW) == {move.how for move in made}


@pytest.mark.parametrize(("one", "two"), COUPLES)
def test_swapping_sides_swaps_the_answers(one: str, two: str) -> None:
    """The answer depends on what is recorded, and not on who it is recorded of."""
    swapped = open_conference(renamed(CODED, {one: two, two: one}), CONFERENCE.outside_facts)
    for move in all_moves(CONFERENCE, one):
        here = answer(CONFERENCE, two, move, [move])
        mirrored = replace(move, by=two)
        assert replace(here, by=one) == answer(swapped, one, mirrored, [mirrored])


def test_a_recorded_threat_is_answered_as_a_threat_and_a_promise_as_an_offer() -> None:
    """The kind of an answer comes from the event that the coding has there; what is done is told, not offered."""
    kinds = {}
    for one, two in (("A05", "A01"), ("A01", "A05")):
        made = []
        for move in all_moves(CONFERENCE, one):
            made.append(answer(CONFERENCE, two, move, made))
            kinds.update(dict.fromkeys(made[-1].rows, made[-1].kind))
    assert ("threat", "offer", "statement") == tuple(kinds[row] for row in ("S09", "S11", "S06"))
