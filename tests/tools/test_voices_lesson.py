"""The lesson on voices says what the numbers say: guesses and keys agree with the audit."""

from __future__ import annotations

import re

import pytest
from communique.coding.article import CodedArticle
from communique.coding.codes import REPORTER
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from communique.tools.voices import only_from

from .test_voices import _by_id, _count

GROUPS = {
    "south-korea": ("A01", "A02", "A03", "A04"),
    "north-korea": ("A06", "A07"),
    "putin": ("A09", "A09 + A14"),
    "agreement": ("D01",),
    "report": (REPORTER,),
}


@pytest.mark.parametrize("option", GROUPS)
def test_a_guess_is_answered_with_the_numbers_of_the_audit(option: str, coded: CodedArticle) -> None:
    """Every number in the feedback of a guess is counted: the group's words, its share, and the report's own."""
    found, total = _by_id(coded), _count(coded.text)
    words = [found[voice].words for voice in GROUPS[option]]
    counted = {f"{round(100 * sum(words) / total)}%", str(found[REPORTER].words)}
    counted |= {str(n) for n in words} if option == "putin" else {str(sum(words))}
    counted |= {str(found["D01"].told)} if option == "agreement" else set()
    feedback = load_questions("actors")["who-fills-the-report"].option(option).feedback
    assert counted == set(re.findall(r"\d+%?", feedback))


def test_the_guess_that_turns_out_is_the_largest_group(coded: CodedArticle) -> None:
    """The key is computed, no option is left out of the count, and so is the single source with most words."""
    found = _by_id(coded)
    sizes = {option: sum(found[voice].words for voice in voices) for option, voices in GROUPS.items()}
    question = load_questions("actors")["who-fills-the-report"]
    assert set(GROUPS) == {option.id for option in question.options}
    assert (max(sizes, key=sizes.get),) == tuple(load_keys("actors")[question.id].right)
    assert "A06" == max((v for v in found.values() if v.actor_ids), key=lambda v: v.words).voice_id
    assert sizes["south-korea"] == max(size for option, size in sizes.items() if option != "report")
    assert abs(sizes["report"] / _count(coded.text) - 2 / 5) < 0.02  # "about two words in five"


@pytest.mark.parametrize(
    ("question", "voice", "events"),
    [
        (
            "without-the-agency",
            "A07",
            {"vow": "E02", "all-means": "E22", "friendship": "E12", "absurd": "E08", "invaded": "E23", "signed": "E01"},
        ),
        (
            "without-the-spokesperson",
            "A04",
            {"danger": "E04", "resolutions": "E26", "arms": "E05", "purpose": "E06"},
        ),
    ],
)
def test_what_the_questions_call_missing_is_missing(
    question: str, voice: str, events: dict[str, str], coded: CodedArticle
) -> None:
    """The keys of the two questions on a voice taken away agree with the list in the tool."""
    gone = {row.id for row in only_from(coded, voice)}
    lost = {option for option, event in events.items() if event in gone}
    right = set(load_keys("actors")[question].right)
    assert set(events) == {option.id for option in load_questions("actors")[question].options}
    assert right == (lost if question == "without-the-agency" else set(events) - lost)
