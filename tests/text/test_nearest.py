"""A message about words that are missing names those that were meant."""

from __future__ import annotations

import sys

import pytest
from communique.text.nearest import nearest_words
from hypothesis import given

from .test_spans import TEXTS


@pytest.mark.parametrize(
    ("words", "nearest"),
    [("vows to aid", "vow to aid"), ("A vow to  aid", "a vow to aid"), ("zzzz qqqq", ""), ("", "")],
)
def test_the_nearest_words_are_whole_words_of_the_text(words: str, nearest: str) -> None:
    """A message about missing words can name those that were meant, or names none."""
    assert nearest == nearest_words("It holds a vow to aid each party.", words)


@given(TEXTS, TEXTS)
def test_the_nearest_words_always_stand_in_the_text(text: str, words: str) -> None:
    """Nothing is named that an author could not copy."""
    assert nearest_words(text, words) in text


@pytest.mark.parametrize(("words", "nearest"), [("vows to aid", "vow to aid"), ("zzzz qqqq", "")])
def test_a_browser_that_lacks_the_library_names_the_same(
    words: str, nearest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Pyodide there is no rapidfuzz, and Python's own comparison takes its place."""
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    assert nearest == nearest_words("It holds a vow to aid each party.", words)
