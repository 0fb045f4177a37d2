"""Words are found letter for letter, and a text that is cut for the page loses nothing."""

from __future__ import annotations

import pytest
from communique.text.spans import (
    Segment,
    Span,
    find_all,
    find_names,
    segments,
    sentence_spans,
    word_spans,
)
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("🇰🇷👩‍🌾북한 문서  .\n"), max_size=80)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[tuple[str, Span]]]:
    """A text, and spans in it that overlap in any way."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    ends = draw(st.lists(st.tuples(st.sampled_from("abcde"), place, place), max_size=8))
    return text, [(name, Span(min(a, b), max(a, b))) for name, a, b in ends]


@given(cut_texts())
def test_joined_segments_are_the_text(case: tuple[str, list[tuple[str, Span]]]) -> None:
    """However spans overlap, no letter is lost, doubled or moved."""
    text, spans = case
    assert text == "".join(piece.text for piece in segments(text, spans))


@given(cut_texts())
def test_the_pieces_with_a_spans_name_are_exactly_its_words(case: tuple[str, list[tuple[str, Span]]]) -> None:
    """Each letter carries the names of the spans over it, and of no others."""
    text, spans = case
    names = [set(piece.names) for piece in segments(text, spans) for _ in piece.text]
    expected = [{name for name, span in spans if span.start <= at < span.end} for at in range(len(text))]
    assert expected == names


@given(cut_texts())
def test_no_piece_is_empty(case: tuple[str, list[tuple[str, Span]]]) -> None:
    """A page is never given a mark without words."""
    text, spans = case
    assert all(piece.text for piece in segments(text, spans))


def test_letters_outside_the_basic_plane_count_as_one() -> None:
    """An emoji before the words does not move them, as it would where UTF-16 is counted."""
    text = "👩‍🌾🇰🇷 Kyiv 북한은 대답했다"
    (place,) = find_all(text, "북한은")
    assert "북한은" == text[place.start : place.end]
    assert [Segment("👩‍🌾🇰🇷 Kyiv ", ()), Segment("북한은", ("a",)), Segment(" 대답했다", ())] == segments(
        text, [("a", place)]
    )


@given(TEXTS, st.data())
def test_words_taken_from_a_text_are_found_in_it(text: str, data: st.DataObject) -> None:
    """Whatever stretch an author copies, one of the places found holds it letter for letter."""
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    places = find_all(text, words)
    assert bool(words) == bool(places)
    assert {words} >= {text[place.start : place.end] for place in places}


def test_places_do_not_overlap() -> None:
    """Words that could start inside themselves are counted once."""
    assert [Span(0, 2), Span(2, 4)] == find_all("aaaa", "aa")


@pytest.mark.parametrize(
    ("text", "name", "places"),
    [
        ("Russian and Russia's", "Russia", [Span(12, 18)]),
        ("Russia, Russia", "Russia", [Span(0, 6), Span(8, 14)]),
        ("the South and the Southern", "the South", [Span(0, 9)]),
        ("a.b. ab.", "a.b.", [Span(0, 4)]),
        ("Kyiv", "kyiv", []),
    ],
)
def test_a_name_is_found_as_whole_words(text: str, name: str, places: list[Span]) -> None:
    """A name is found before an apostrophe or a comma, and never inside a longer word."""
    assert places == find_names(text, name)


def test_words_keep_inner_hyphens_and_apostrophes() -> None:
    """A hyphenated or shortened word counts as one."""
    text = "It's a pre-emptive attack – Mr Kim's."
    assert ["It's", "a", "pre-emptive", "attack", "Mr", "Kim's"] == [text[a:b] for a, b in word_spans(text)]


@given(TEXTS)
def test_sentences_hold_every_letter_but_white_space(text: str) -> None:
    """Sentences stand in order, do not overlap, and leave nothing out but the space between them."""
    spans = sentence_spans(text)
    at, between = 0, ""
    for span in spans:
        assert at <= span.start < span.end
        between += text[at : span.start]
        at = span.end
    assert "" == (between + text[at:]).strip()


def test_a_quotation_stays_with_its_speaker() -> None:
    """A sentence is not cut between the quoted words and "said"."""
    text = '"Is it absurd?" said the office. Nobody answered.'
    assert ['"Is it absurd?" said the office.', "Nobody answered."] == [text[a:b] for a, b in sentence_spans(text)]


def test_a_quotation_mark_that_nothing_closes_begins_the_next_sentence() -> None:
    text = 'The king left. "We will wait, the envoy said. It rained.'
    spans = [text[a:b] for a, b in sentence_spans(text)]
    assert ["The king left.", '"We will wait, the envoy said.', "It rained."] == spans
