"""A sample of the broken inputs of `make fuzz`: each ends in a sentence or in a draft that holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from communique.drafting.draft.coder import draft_tables

from ..fuzz import made, trials
from ..samples import samples

SAMPLE = samples(600)


def test_broken_inputs_end_in_a_sentence_or_a_draft() -> None:
    """No traceback, no hang, no row whose words are elsewhere; and most kinds of end are seen."""
    found = Counter(trials(SAMPLE))
    assert SAMPLE == sum(found.values())
    assert found["drafted"] > SAMPLE / 3
    assert len(found) > 4


def test_an_input_can_be_made_again() -> None:
    """The same number gives the same bytes, and other numbers give others."""
    assert made(7) == made(7)
    assert 200 == len({made(number) for number in range(200)})


STORIES = sorted((Path(__file__).parents[1] / "data" / "gold").rglob("*.txt"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_a_paragraph_may_break_off_anywhere(story: Path) -> None:
    """No traceback for a text that begins or ends in the middle of a sentence."""
    chance = Random(story.stem)
    for paragraph in story.read_text(encoding="utf-8").split("\n\n"):
        words = paragraph.split()
        for _ in range(3):
            first, last = sorted(chance.choices(range(len(words) + 1), k=2))
            cut = SimpleNamespace(headline="", paragraphs=(" ".join(words[first:last]),), published=None)
            assert set(draft_tables(cut)) >= {"actors", "events", "statements"}


@pytest.mark.parametrize("text", ["An envoy described the meeting as", "A man fell. The shooter", "It was part of the"])
def test_a_text_may_end_before_its_sentence_does(text: str) -> None:
    """These three once ended in a traceback."""
    assert draft_tables(SimpleNamespace(headline="", paragraphs=(text,), published=None))
