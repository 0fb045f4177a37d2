"""A delegation's file is untrusted: small, of one shape, checked anew, and merged the same in any order."""

from __future__ import annotations

import json
import random
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError
from communique.coding.pointers import Pointer
from communique.tools.negotiation.clauses import make_clause
from communique.tools.negotiation.exchange import (
    LARGEST_FILE,
    MOST_CLAUSES,
    MOST_MOVES,
    DelegationFile,
    clause_from,
    delegation_file,
    merged,
    move_from,
    read_delegation_file,
    record_of,
)
from communique.tools.negotiation.moves import MOST_CHARACTERS, Move, make_move
from communique.tools.negotiation.scripted import answer
from communique.tools.negotiation.sitting import sit_down, sitting_from, sitting_record
from hypothesis import given, settings
from hypothesis import strategies as st

from ..conferences import CONFERENCE, DELEGATIONS, a_clause, a_file, a_move
from ..samples import samples

SLUG = CONFERENCE.article.slug
#: How many damaged files are tried.
DAMAGED = samples(600)


def _read(record: Any) -> tuple[DelegationFile, tuple[str, ...]]:
    return read_delegation_file(CONFERENCE, record if isinstance(record, str) else json.dumps(record))


def _record(**changes: Any) -> dict[str, Any]:
    return a_file("A05", moves=2).record(SLUG) | changes


@pytest.mark.parametrize("by", DELEGATIONS)
def test_what_is_written_is_read_again(by: str) -> None:
    """The same moves, clauses and agreements."""
    file = a_file(by, moves=3, agreed=("A01-c1-00000000",))
    name, text = delegation_file(CONFERENCE, file)
    assert (file, ()) == _read(text)
    assert (file, ()) == _read(file.record(SLUG))
    assert (file, ()) == _read("\ufeff" + text)
    assert name == Path(name).name
    assert name.startswith("delegation-")


def test_moves_and_clauses_are_read_as_they_were_made() -> None:
    """Records and entries are two forms of one thing; an answer from the coding is only for one's own journal."""
    move, clause = a_move(CONFERENCE, "A01", "threat", "agreement"), a_clause("A01")
    assert move == move_from(CONFERENCE, record_of(move))
    assert clause == clause_from(CONFERENCE, record_of(clause))
    scripted = answer(CONFERENCE, "A05", move, [move])
    assert scripted == move_from(CONFERENCE, record_of(scripted), scripted=True)
    with pytest.raises(CommuniqueError):
        move_from(CONFERENCE, record_of(scripted))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not a delegation's file"),
        ("[]", "not a delegation's file"),
        ("{", "not a delegation's file"),
        ("[" * 50_000, "not a delegation's file"),
        ("9" * 5_000, "not a delegation's file"),
        (" " * (LARGEST_FILE + 1), "larger than 256 KB"),
        (json.dumps({"what": "something else"}), "not a delegation's file"),
        (_record(version=1), "has version 1"),
        (_record(version=1, written="communique 0123456789abcdef"), "has version 1"),
        (_record(version=True), "has version True"),
        (_record(version=1.0), "has version 1.0"),
        (_record(article="another"), "about the article “another”"),
        (_record(delegation="A99"), "“A99” isn't a delegation"),
        (_record(delegation=["A05"]), "isn't a delegation"),
        (_record(edition=-1), "not a delegation's file"),
        (_record(edition=True), "not a delegation's file"),
        (_record(moves={}), "not a delegation's file"),
        (_record(agreed=[7]), "not a delegation's file"),
        (_record(path="/etc/passwd"), "not a delegation's file"),
    ],
)
def test_what_is_no_file_of_a_delegation_is_told(content: Any, said: str) -> None:
    """Each trouble in a sentence with a next step; nothing of it is taken."""
    with pytest.raises(CommuniqueError) as caught:
        _read(content)
    assert said in str(caught.value)
    assert caught.value.next_step


def _faulty(**changes: Any) -> tuple[DelegationFile, tuple[str, ...]]:
    record = _record()
    record["moves"][0] = record["moves"][0] | changes
    return _read(record)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": "Something else."}, "Move 1: Its id does not match"),
        ({"id": "A05-1-00000000"}, "Move 1: Its id does not match"),
        ({"words": "these words are not there"}, "Move 1: The words"),
        ({"kind": "shout"}, "Move 1: No kind of move"),
        ({"by": "A99"}, "Move 1: “A99” isn't a delegation"),
        ({"by": "A01"}, "Move 1: Its id does not match"),
        ({"number": 0}, "Move 1: Its number"),
        ({"number": 1.0}, "Move 1: Its number"),
        ({"number": True}, "Move 1: Its number"),
        ({"how": "words"}, "Move 1: Its id does not match"),
        ({"script": "x"}, "Move 1: Its fields are not the right"),
        ({"source": "kursk-2025"}, "Move 1: Nobody at the table could know"),
        ({"text": "x\x00y"}, "Move 1: Its id does not match"),
    ],
)
def test_a_move_that_breaks_a_rule_is_left_out_and_named(changes: dict[str, Any], said: str) -> None:
    """The other move is taken all the same."""
    found, faults = _faulty(**changes)
    assert [2] == [move.number for move in found.moves]
    assert said in faults[0]


def test_a_move_of_another_and_a_move_twice_are_named() -> None:
    """A delegation speaks for itself, and once."""
    other = record_of(a_move(CONFERENCE, "A01", "statement", "agreement"))
    record = _record()
    record["moves"] += [record["moves"][0], other]
    found, faults = _read(record)
    assert (2, 2) == (len(found.moves), len(faults))
    assert "Move 3: It is in the file twice" in faults[0]
    assert "Move 4: It is a move by A01 in A05's file" in faults[1]


def test_a_clause_with_an_opening_that_the_lesson_does_not_have_is_named() -> None:
    """A clause begins as the lesson's file has it, on every screen."""
    record = _record()
    record["clauses"][0]["opening"] = "shout that"
    found, faults = _read(record)
    assert ((), 1) == (found.clauses, len(faults))
    assert "Clause 1" in faults[0]


def test_too_many_are_cut_and_too_many_faults_are_counted() -> None:
    """The list on the page stays short."""
    moves = [record_of(a_move(CONFERENCE, "A05", "silence", "agreement", n)) for n in range(1, 61)]
    found, faults = _read(_record(moves=moves))
    assert MOST_MOVES == len(found.moves)
    assert (9, "And 12 more.") == (len(faults), faults[-1])


some_files = st.builds(
    a_file,
    st.sampled_from(DELEGATIONS),
    moves=st.integers(0, 3),
    edition=st.integers(0, 3),
    agreed=st.sampled_from([(), ("A01-c1-00000000",)]),
)


@settings(max_examples=samples(40))
@given(st.lists(some_files, max_size=5))
def test_it_makes_no_difference_in_which_order_files_come(files: list[DelegationFile]) -> None:
    """Any order, any of them twice, one after another or all at once: the same table."""
    expected = merged(files)
    for order in list(permutations(files))[:12]:
        assert expected == merged(order)
        one_by_one: dict[str, DelegationFile] = {}
        for file in order:
            one_by_one = merged([*one_by_one.values(), file, file])
        assert list(expected.items()) == list(one_by_one.items())
    for name, file in expected.items():
        assert file.edition == max(f.edition for f in files if f.delegation == name)


_BITS = ('"', "{", "}", "[", ",", "null", "1e999", "é", "\x00", "")


def _damaged(text: str, chance: random.Random) -> str:
    """The file with a few letters lost, doubled or changed, or a value swapped for another."""
    letters = list(text)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(letters))
        letters[at : at + chance.randint(0, 8)] = chance.choice(_BITS)
    return "".join(letters)


def test_a_damaged_file_never_stops_the_table() -> None:
    """Whatever was done to it, it is refused in a sentence, or only moves that are whole are taken."""
    chance, good = random.Random(4), a_file("A05", moves=4)
    text = json.dumps(good.record(SLUG), indent=1)
    refused = 0
    for _ in range(DAMAGED):
        try:
            found, _faults = _read(_damaged(text, chance))
        except CommuniqueError as error:
            refused += 1
            assert error.next_step
            continue
        assert set(found.moves) <= set(good.moves)
        assert set(found.clauses) <= set(good.clauses)
    assert 0 < refused < DAMAGED


def test_a_move_from_a_file_is_data_and_nothing_else() -> None:
    """A text that looks like a page, a formula or a path is kept as the text that it is."""
    nasty = "<script>alert(1)</script> =1+1 ../../x {name} {who}"
    made = Move("A05", 1, "statement", "agreement", nasty, Pointer("p8", "has to respect"))
    (found,) = _read(_record(moves=[record_of(made)]))[0].moves
    assert nasty == found.text


def test_the_fullest_file_is_read_in_every_script() -> None:
    """As many moves and clauses as there can be, in letters that take much room, are below the limit of size."""
    long = "한" * MOST_CHARACTERS
    words = max((e.words for e in CONFERENCE.article.evidence), key=len)
    given = {"issue": "agreement", "text": long, "words": words, "opening": "note", "kind": "threat"}
    moves = tuple(make_move(CONFERENCE, "A05", n, given) for n in range(1, MOST_MOVES + 1))
    clauses = tuple(make_clause(CONFERENCE, "A05", n, given) for n in range(1, MOST_CLAUSES + 1))
    file = DelegationFile("A05", 99, moves, clauses, tuple(sorted(clause.id for clause in clauses)))
    assert (file, ()) == _read(delegation_file(CONFERENCE, file)[1])
    sitting = sit_down(CONFERENCE, {"mode": "files", "me": "A01"}).with_file(file)
    kept = json.loads(json.dumps(sitting_record(sitting, SLUG), ensure_ascii=False))
    assert sitting == sitting_from(CONFERENCE, kept)
