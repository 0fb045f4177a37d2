"""Sentences and words that a student can mark: each has a name, and none is lost between Python and the page."""

from __future__ import annotations

import pytest
from communique.coding.article import CodedArticle
from communique.coding.pointers import Pointer
from communique.coding.units import units_at, units_of
from communique.questions.kinds.find_words import text_pieces
from communique.text.spans import Span

from ..some import some

each_unit = pytest.mark.parametrize("unit", ["sentence", "word"])


@each_unit
def test_a_unit_is_named_after_paragraph_and_place(unit: str, coded: CodedArticle) -> None:
    """p4.s2 is the second sentence of p4, p4.w7 its seventh word, and the headline comes first."""
    names = [found.name for found in units_of(coded, unit)]
    assert [f"headline.{unit[0]}1", f"p4.{unit[0]}2"] == [names[0], next(n for n in names if n == f"p4.{unit[0]}2")]
    assert len(set(names)) == len(names)


@each_unit
def test_a_unit_is_the_words_it_points_at(unit: str, coded: CodedArticle) -> None:
    """The span of each unit cuts its own words out of its paragraph."""
    for found in some(units_of(coded, unit)):
        assert found.text == coded.paragraph(found.paragraph_id).text[found.span.start : found.span.end]


@each_unit
def test_the_text_to_mark_is_the_report(unit: str, coded: CodedArticle) -> None:
    """The pieces on the page, joined, are the report's paragraphs, and each unit is there once."""
    on_page = text_pieces(coded, unit)
    assert [p.text for p in coded.paragraphs] == ["".join(x["text"] for x in p["pieces"]) for p in on_page]
    names = [piece["unit"] for p in on_page for piece in p["pieces"] if piece["unit"]]
    assert [found.name for found in units_of(coded, unit)] == names


def test_words_are_found_at_their_occurrence(coded: CodedArticle) -> None:
    """The second "Ukraine" of a paragraph is the second; a third that is not there has no place."""
    text = coded.paragraph("p3").text
    first, second = (coded.place_of(Pointer("p3", "Russia", n)) for n in (1, 2))
    assert Span(text.index("Russia"), text.index("Russia") + 6) == first
    assert text.index("Russia", first.end) == second.start
    assert [None, None] == [coded.place_of(Pointer("p3", "Russia", n)) for n in (0, 9)]


def test_a_pointer_touches_every_unit_that_it_overlaps(coded: CodedArticle) -> None:
    """Words that run over the end of a sentence belong to both, and a letter of a word stands for the word."""
    two = Pointer("p4", "condemned the pact. According to")
    assert ("p4.s1", "p4.s2") == units_at([two], coded, "sentence")
    assert ("p2.w1", "p2.w2") == units_at([Pointer("p2", "im Jo")], coded, "word")
    assert () == units_at([Pointer("p2", "never there")], coded, "word")
