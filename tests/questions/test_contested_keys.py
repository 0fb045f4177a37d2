"""No closed question calls a reading wrong that our own tables call contested."""

from __future__ import annotations

import re

import pytest
from communique.coding.codes import STANCES
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.questions.keys import load_keys
from communique.questions.kinds import kind_of
from communique.questions.question import Question
from communique.questions.reading import load_questions

COURSE = load_course()
CODED = load_coded(COURSE.article)
CLOSED = [
    question
    for info in COURSE.lessons
    for question in load_questions(info.name).values()
    if kind_of(question).marked and not question.text  # those on a short text are in test_no_way_around
]

#: Closed questions whose evidence has words of contested rows, and why the key can stand all the same. Whoever adds
#: one has looked at what is disputed, in the coding notes, and found that the key does not decide it.
WORDS = "asks where words stand or whose quotation marks they are in, and nobody disputes that"
MADE_UP = "its cases are made up; the report's words are only an example"
EVERY_READING = "accepts each of the readings"
UNDISPUTED = "turns on what the words say; what is disputed in these rows is "
LOOKED_AT = {
    **dict.fromkeys(
        re.findall(
            "[a-z-]+",
            "first-country people-named first-to-last headline-leaves-out lead-leaves-for-later "
            "order-told reasons-given capitals-that-act person-without-a-name voices-not-heard "
            "what-seoul-means find-the-cues own-words words-of-return after-or-because when-help-begins "
            "possible-step three-names shield-leaves-out hidden-invader order-of-the-article "
            "source-without-a-verb",
        ),
        WORDS,
    ),
    **dict.fromkeys(
        re.findall(
            "[a-z-]+",
            "practice-source practice-quoted blind-coders can-be-checked nearer "
            "kinds-of-move which-rule kinds-of-error costly-error",
        ),
        MADE_UP,
    ),
    **dict.fromkeys(
        re.findall(
            "[a-z-]+",
            "ladder practice-ladder what-cues-do words-on-the-scale four-bases whose-beginning escalation "
            "jobs-of-words how-sure",
        ),
        EVERY_READING,
    ),
    "two-parties": UNDISPUTED + "how far the office speaks for South Korea, and how strong a signature is",
    "threat-or-deed": UNDISPUTED + "whether it is a threat; that nothing has been sent or decided is not",
    "what-happened": UNDISPUTED + "how strong a signature is as support",
    "whose-word": UNDISPUTED + "whether worry is an act, whose fury it is, and whose spokesperson",
    "chain-of-the-vow": UNDISPUTED + "whether the agency speaks for the state",
    "without-the-agency": UNDISPUTED + "whether a condition is an event; paragraph 8 is left out",
    "without-the-spokesperson": UNDISPUTED + "whether it is a threat",
    "ukraine-on-the-agreement": UNDISPUTED + "whether the South threatens; no row is about Ukraine",
    "what-return-shows": UNDISPUTED + "to whom the warning goes, which the key leaves open too",
    "answer-and-trigger": UNDISPUTED + "whether what a sentence is about is also what it answers",
    "what-the-duty-turns-on": UNDISPUTED + "whether the war is a second condition, which is no option",
    "kind-of-event": UNDISPUTED + "who they are that agreed, not that it is an agreement",
    "what-the-number-says": UNDISPUTED + "whether the weapons are threatened or conditional",
    "on-whose-word": UNDISPUTED + "whether the report vouches for the exchange; that nobody is named is not",
    "defend-themselves": UNDISPUTED + "who explains Article 51; what it says is in the Charter",
    "who-are-they": "asks for a row to be called contested",
    "why-they-differ": "asks where two readings can be defended",
    "about-the-future": UNDISPUTED + "which step of the ladder; each of them is still open",
    "words-of-chance": UNDISPUTED + "who agreed to the roadmap, and for whom the attack will never come",
    "two-listeners": UNDISPUTED + "whether it is a threat; the prompt asks what each may hear",
    "whose-line": UNDISPUTED + "how strong a signature is, which the right option says itself",
    "plainer-words": UNDISPUTED + "whose fury it is, and what a vow and a worry are; a plainer word decides none of it",
    "brackets": UNDISPUTED + "how strong the positions are, not which side they are on",
}


def contested_rows(question: Question) -> set[str]:
    """The contested rows whose words the evidence or the key of a question shares."""
    key = load_keys(str(question.lesson)).get(question.id)
    shared = set()
    for pointer in (*question.evidence, *(key.spans if key else ())):
        place = CODED.place_of(pointer)
        if place is None:  # in one of the short texts that a lesson compares the report with
            continue
        start, end = (CODED.paragraph(pointer.paragraph).start + at for at in place)
        for evidence in CODED.evidence:
            row = CODED.rows.get(evidence.row_id)
            if row and row.contested and evidence.start < end and start < evidence.end:
                shared |= {row.id} if evidence.role in ("words", "content") else set()
    return shared


@pytest.mark.parametrize("question", CLOSED, ids=lambda q: q.name)
def test_a_key_on_contested_words_has_been_looked_at(question: Question) -> None:
    """A new question on such words, or rows that become contested, need a person's look, and a reason here."""
    assert bool(contested_rows(question)) == (question.id in LOOKED_AT)


@pytest.mark.parametrize("name", [name for name, why in LOOKED_AT.items() if why == EVERY_READING])
def test_each_reading_is_accepted(name: str) -> None:
    """Where two readings can be defended, the key has both."""
    (question,) = [question for question in CLOSED if question.id == name]
    key = load_keys(str(question.lesson))[name]
    assert len(key.orders) > 1 or any(len(accepted) > 1 for accepted in key.pairs.values())


@pytest.mark.parametrize("name", [name for name, why in LOOKED_AT.items() if why == MADE_UP])
def test_a_made_up_case_has_no_words_of_the_report(name: str) -> None:
    """What is chosen, matched or placed quotes no two words of the report, so its contested rows decide nothing."""
    for question in [question for question in CLOSED if question.id == name]:
        parts = (*question.options, *question.choices, *question.steps)
        quoted = [words for part in parts for words in re.findall('"([^"]+)"', part.text) if " " in words]
        assert [] == [words for words in quoted if words in CODED.text]


def test_a_contested_position_can_be_placed_on_either_step() -> None:
    """On the scale of positions, each line that quotes a contested row takes its stance and its other stance."""
    seen = set()
    for question in [question for question in CLOSED if {step.id for step in question.steps} == set(STANCES)]:
        places = load_keys(str(question.lesson))[question.id].pairs
        for option in question.options:
            for row in CODED.positions:
                if row.contested and any(words in row.words for words in re.findall('"([^"]+)"', option.text)):
                    assert {row.stance, row.other_stance} <= set(places[option.id]), (question.name, option.id)
                    seen |= {row.id}
    assert {"P05", "P21"} <= seen


def test_rows_that_share_a_judgement_count_once() -> None:
    """What *said-or-done* says of words and deeds: each issue, stance and basis once, and its rows agree."""
    judgements: dict[str, dict[tuple[str, str], set[bool]]] = {"said": {}, "done": {}}
    for row in CODED.positions:
        if row.basis in judgements:
            judgements[row.basis].setdefault((row.issue, row.stance), set()).add(row.contested)
    assert {1} == {len(found) for groups in judgements.values() for found in groups.values()}
    counted = {basis: (len(groups), list(groups.values()).count({True})) for basis, groups in judgements.items()}
    assert {"said": (5, 2), "done": (4, 3)} == counted
    explanation = load_questions("positions")["said-or-done"].explanation
    assert "Of five judgements that are based on words, two are contested" in explanation
    assert "of four that are based on deeds, three" in explanation


def test_nobody_is_left_in_the_list_who_is_gone() -> None:
    """The list has the ids of questions that are asked."""
    assert set() == set(LOOKED_AT) - {question.id for question in CLOSED}
