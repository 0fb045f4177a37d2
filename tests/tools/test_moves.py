"""A move is accepted with evidence and not without, by the same rules for all."""

from __future__ import annotations

from typing import Any

import pytest
from communique import CommuniqueError
from communique.coding.pointers import Pointer
from communique.text.spans import find_all
from communique.tools.negotiation.moves import KINDS, MOST_CHARACTERS, clean, fingerprint, make_move, refusal
from hypothesis import given
from hypothesis import strategies as st

from ..conferences import CODED, CONFERENCE, DELEGATIONS

GIVEN = {
    "kind": "statement",
    "issue": "agreement",
    "text": "It is a vow.",
    "paragraph": "p2",
    "words": "a vow to aid one another",
}


def _made(**changes: Any) -> Any:
    return make_move(CONFERENCE, DELEGATIONS[0], 1, {**GIVEN, **changes})


@pytest.mark.parametrize("by", DELEGATIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_delegation_can_make_every_move(by: str, kind: str) -> None:
    """The evidence that one may cite, all may cite."""
    move = make_move(CONFERENCE, by, 3, {**GIVEN, "kind": kind})
    assert (by, 3, kind) == (move.by, move.number, move.kind)
    assert Pointer("p2", "a vow to aid one another") == move.evidence


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "shout"}, "kind of move"),
        ({"kind": None}, "kind of move"),
        ({"issue": "weather"}, "issue has been chosen"),
        ({"issue": ["agreement"]}, "issue has been chosen"),
        ({"text": " \n "}, "own words are missing"),
        ({"text": "x" * (MOST_CHARACTERS + 1)}, "301 characters"),
        ({"words": ""}, "No evidence is cited"),
        ({"words": "“”"}, "No evidence is cited"),
        ({"words": 7}, "No evidence is cited"),
        ({"words": "a vow to aid one an other"}, "Nearest are: “a vow to aid one another”"),
        ({"words": "zzzz qqqq xxxx"}, "aren't in the report"),
        ({"words": "the"}, "alone doesn't show anything"),
        ({"source": "un-charter-52"}, "Did you mean “un-charter-51”"),
        ({"source": "zzzz"}, "There is no source"),
        ({"source": sorted(CONFERENCE.later)[0]}, "it is later than the report"),
    ],
)
def test_what_is_missing_is_named_with_the_next_step(changes: dict[str, Any], said: str) -> None:
    """No move without a kind, an issue, words and evidence; the sentence says what to do."""
    with pytest.raises(CommuniqueError) as caught:
        _made(**changes)
    assert said in str(caught.value)
    assert caught.value.next_step


def test_silence_needs_evidence_and_no_words() -> None:
    """Whoever is silent names the words that stay without an answer."""
    assert "" == _made(kind="silence", text="").text
    with pytest.raises(CommuniqueError, match="No evidence"):
        _made(kind="silence", words="")


@pytest.mark.parametrize(
    ("words", "paragraph", "found"),
    [
        ("“fiery friendship”", "", Pointer("p6", '"fiery friendship"')),
        ("fiery friendship", "p2", Pointer("p6", "fiery friendship")),
        ("SEOUL CONDEMNS", "", Pointer("headline", "Seoul condemns")),
        ("  a vow\n to aid ", "p2", Pointer("p2", "a vow to aid")),
        ("it’s absurd", "", Pointer("p9", "It's absurd")),
    ],
)
def test_words_are_found_as_a_student_copies_them(words: str, paragraph: str, found: Pointer) -> None:
    """Other quotation marks, capitals, line ends or another paragraph do no harm; the report's spelling is kept."""
    assert found == _made(words=words, paragraph=paragraph).evidence


def test_one_word_is_enough_where_a_row_rests_on_it() -> None:
    """A word that the coding itself rests on can be cited alone."""
    single = next(e for e in CODED.evidence if e.table != "mentions" and len(e.words.split()) == 1)
    assert single.words == _made(words=single.words, paragraph=single.paragraph_id).evidence.words


def test_a_source_from_outside_is_evidence() -> None:
    """A documented fact that was known on that day is enough."""
    assert "un-charter-51" == _made(words="", source="un-charter-51").evidence


@given(st.fixed_dictionaries({}, optional={k: st.text(max_size=40) | st.integers() | st.none() for k in GIVEN}))
def test_whatever_comes_in_evidence_is_in_the_report(changes: dict[str, Any]) -> None:
    """A form with any values is refused in a sentence, or gives a move whose words stand where it says."""
    try:
        move = _made(**changes)
    except CommuniqueError as error:
        assert error.next_step
        return
    assert len(find_all(CODED.paragraph(move.evidence.paragraph).text, move.evidence.words)) >= move.evidence.occurrence


@given(st.text())
def test_a_text_is_one_clean_line(text: str) -> None:
    """No control characters, no halves of characters, and cleaning twice changes nothing."""
    line = clean(text)
    assert line == clean(line)
    assert line.encode("utf-8").decode("utf-8") == line
    assert [] == [c for c in line if c < " " or c == "\x7f"]


def test_an_id_is_made_from_what_is_said() -> None:
    """The same move has the same id on every computer, and another text another one."""
    assert _made().id == _made().id
    made = make_move(CONFERENCE, "A05", 1, GIVEN), make_move(CONFERENCE, "A05", 1, {**GIVEN, "source": "un-charter-51"})
    assert ["A05-1-14a21dd9", "A05-1-9a9df963"] == [move.id for move in made]  # as files on students' disks have them
    assert _made().id != _made(text="It is no vow.").id
    assert "44136fa3" == fingerprint({})
    assert "Write one or two sentences." == refusal("no-text").next_step
