"""Facts and loaded words are read as their author wrote them, and a fault is told by name."""

from __future__ import annotations

from typing import Any

import pytest
from communique import CommuniqueError
from communique.coding.pointers import Pointer
from communique.tools.framing.facts import read_charged, read_fact
from communique.tools.framing.words import stemmer

STEM = stemmer("english")
RAIN: dict[str, Any] = {
    "id": "rain",
    "text": "It\n may rain.",
    "evidence": [{"paragraph": "p1", "words": "may rain"}],
    "named_by": {"deed": ["rains", "heavy showers"]},
    "hedges": {"near": ["may"], "anywhere": ["forecast"], "surer": ["will"], "such_as": '"may"'},
}


def test_a_fact_is_read_as_it_was_written() -> None:
    """Words are brought to their stems, line breaks in the text are spaces, and what is left out is empty."""
    fact = read_fact(RAIN, STEM)
    assert ("rain", "It may rain.", (Pointer("p1", "may rain"),)) == (fact.id, fact.text, fact.evidence)
    assert (("rain",), ("heavi", "shower")) == fact.deed
    assert ((("may",),), (("forecast",),), (("will",),)) == (fact.near, fact.anywhere, fact.surer)
    assert (True, '"may"', False) == (fact.careful, fact.such_as, fact.negative)
    assert not read_fact(RAIN | {"hedges": None}, STEM).careful


def test_the_first_group_is_the_deed_where_none_is_called_so() -> None:
    """An author with one group need not name it."""
    assert (("rain",),) == read_fact(RAIN | {"named_by": {"what": ["rain"]}}, STEM).deed


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": ""}, "(no id) has no 'id'. Add a line 'id: ...'."),
        ({"text": ""}, "(rain) has no 'text'."),
        ({"named_by": {}}, "(rain) has no 'named_by'."),
        ({"named_by": ["rain"]}, "The fact 'rain' of headline-workshop.yml: 'named_by' is not made of groups"),
        ({"named_by": {"deed": "rain"}}, "Write each group as 'name: [word, word]'."),
        ({"named_by": {"deed": []}}, "'named_by' is not made of groups"),
    ],
)
def test_a_fault_of_the_author_is_told(change: dict[str, Any], said: str) -> None:
    """The message names the file, the fact and what to write."""
    with pytest.raises(CommuniqueError) as caught:
        read_fact(RAIN | change, STEM)
    assert said in str(caught.value)


def test_a_loaded_word_has_words() -> None:
    """Whose it is and what to say instead may be left out; the words may not."""
    charged = read_charged({"words": ["fury"]}, STEM)
    assert ((("furi",),), "", "", ()) == (charged.words, charged.whose, charged.instead, charged.evidence)
    with pytest.raises(CommuniqueError, match="has no 'words'"):
        read_charged({"instead": "anger"}, STEM)
