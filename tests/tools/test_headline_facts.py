"""Facts and loaded words are read as their author wrote them, and a fault is told by name."""

from __future__ import annotations

from typing import Any

import pytest
from communique import CommuniqueError
from communique.base.yaml_files import YamlEntry
from communique.coding.pointers import Pointer
from communique.tools.framing.facts import Fact, Workshop, read_workshop

RAIN: dict[str, Any] = {
    "id": "rain",
    "text": "It\n may rain.",
    "evidence": [{"paragraph": "p1", "words": "may rain"}],
    "named_by": {"deed": ["rains", "heavy showers"]},
    "hedges": {"near": ["may"], "anywhere": ["forecast"], "surer": ["will"], "such_as": '"may"'},
}


def _read(**content: Any) -> Workshop:
    return read_workshop(YamlEntry({"language": "english"} | content, "lessons/x/headline-workshop.yml"))


def _fact(**change: Any) -> Fact:
    return _read(facts=[RAIN | change]).facts[0]


def test_a_fact_is_read_as_it_was_written() -> None:
    """Words are brought to their stems, line breaks in the text are spaces, and what is left out is empty."""
    fact = _fact()
    assert ("rain", "It may rain.", (Pointer("p1", "may rain"),)) == (fact.id, fact.text, fact.evidence)
    assert (("rain",), ("heavi", "shower")) == fact.deed
    assert ((("may",),), (("forecast",),), (("will",),)) == (fact.near, fact.anywhere, fact.surer)
    assert (True, '"may"', False) == (fact.careful, fact.such_as, fact.negative)
    assert not _fact(hedges=None).careful


def test_the_first_group_is_the_deed_where_none_is_called_so() -> None:
    """An author with one group need not name it."""
    assert (("rain",),) == _fact(named_by={"what": ["rain"]}).deed


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": ""}, "fact 1, field id: the field is missing; add a line 'id: ...'."),
        ({"text": ""}, "fact rain, field text: the field is missing"),
        ({"named_by": {}}, "fact rain, field named_by: the field is missing"),
        ({"named_by": ["rain"]}, "fact rain, named_by: ['rain'] is not of the form 'name: value'"),
        ({"named_by": {"deed": "rain"}}, "named_by, field deed: 'rain' is not a list; write it as: deed: [one, two]"),
        ({"named_by": {"deed": []}}, "fact rain, named_by, field deed: the field is missing"),
        ({"hedges": {"nere": ["may"]}}, "fact rain, hedges, field nere: the field is not known; nearest: 'near'"),
        ({"negative": "no"}, "fact rain, field negative: 'no' is neither true nor false; write it as: negative: true"),
    ],
)
def test_a_fault_of_the_author_is_told(change: dict[str, Any], said: str) -> None:
    """The message names the file, the fact and what to write."""
    with pytest.raises(CommuniqueError) as caught:
        _fact(**change)
    assert "lessons/x/headline-workshop.yml, fact " in str(caught.value)
    assert said in str(caught.value)


def test_a_loaded_word_has_words() -> None:
    """Whose it is and what to say instead may be left out; the words may not."""
    (charged,) = _read(charged=[{"words": ["fury"]}]).charged
    assert ((("furi",),), "", "", ()) == (charged.words, charged.whose, charged.instead, charged.evidence)
    with pytest.raises(CommuniqueError, match="loaded word 1, field words: the field is missing"):
        _read(charged=[{"instead": "anger"}])
