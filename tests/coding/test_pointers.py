"""Words are pointed at by paragraph, words and occurrence, and a pointer leads to the words it was made from."""

from __future__ import annotations

from communique.coding.article import CodedArticle
from communique.coding.pointers import Paragraph, Pointer, pointer_at
from communique.text.spans import Span
from hypothesis import given
from hypothesis import strategies as st


@given(st.text("ab .", min_size=1, max_size=12), st.data())
def test_a_pointer_leads_back_to_its_words_or_nowhere(text: str, data: st.DataObject) -> None:
    """Whichever of several equal words are meant, these are found again; never others in their place."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    paragraph = Paragraph("p1", text, 0)
    pointer = pointer_at(paragraph, span)
    assert ("p1", text[span.start : span.end]) == (pointer.paragraph, pointer.words)
    assert pointer.place_in(paragraph) == (span if pointer.occurrence else None)


def test_words_that_overlap_themselves_lead_nowhere() -> None:
    """The second "aa" of "aaa" cannot be named by words and a number."""
    assert Pointer("p1", "aa", 0) == pointer_at(Paragraph("p1", "aaa", 0), Span(1, 3))


def test_evidence_is_pointed_at_where_it_stands(coded: CodedArticle) -> None:
    """Every row's words, and every mention, are found again at their own place."""
    for evidence in coded.evidence:
        place = coded.place_of(coded.pointer(evidence))
        assert place is not None
        assert evidence.start == coded.paragraph(evidence.paragraph_id).start + place.start


def test_a_pointer_to_what_is_not_there_leads_nowhere(coded: CodedArticle) -> None:
    """No such paragraph, no such words, no such occurrence."""
    gone = [Pointer("p99", "Russia"), Pointer("p3", "Atlantis"), Pointer("p3", "Russia", 9), Pointer("p3", "Russia", 0)]
    assert [None] * 4 == [coded.place_of(pointer) for pointer in gone]
