"""Three outcomes: not tried yet, not yet right, right. Whatever is sent as an answer, one of them comes back."""

from __future__ import annotations

from typing import Any

import pytest
from communique import CommuniqueError
from communique.base.strings import text
from communique.coding.article import CodedArticle
from communique.coding.pointers import Pointer
from communique.course.lesson_key import LessonKey
from communique.questions.keys import Key
from communique.questions.kinds import kind_of
from communique.questions.marking import ANSWERED, NOT_TRIED, NOT_YET, RIGHT, mark, with_key
from communique.questions.question import Option, Question
from hypothesis import given
from hypothesis import strategies as st

from ..marked import solution

OPTIONS = tuple(Option(i, f"Option {i}", f"About {i}.") for i in "abcd")
NEAR = (Pointer("p10", "meanwhile", feedback="This word is about time too."),)
WORDS = Key(spans=(Pointer("p2", "on Wednesday"), Pointer("p10", "Thursday")), accept_extra=(Pointer("p10", "On"),))
KEYS = {
    "choose-one": Key(right=("b",)),
    "choose-many": Key(right=("a", "c")),
    "put-in-order": Key(orders=(("a", "b", "c", "d"), ("a", "c", "b", "d"))),
    "find-words": Key(spans=(Pointer("p2", "on Wednesday"), Pointer("p10", "Thursday"))),
    "match-pairs": Key(pairs={"a": ("x",), "b": ("y", "x"), "c": ("z",), "d": ("x",)}),
    "place-on-scale": Key(pairs={"a": ("said/1",), "b": ("done/2", "said/2"), "c": ("done/1",), "d": ("done/1",)}),
    "predict-then-check": Key(right=("b",)),
    "short-answer": Key(model="A model."),
    "fill-the-matrix": Key(),
    "open": Key(model="A model."),
}
NAMED = {name: tuple(Option(i, f"The {i}") for i in ids) for name, ids in (("xyz", "xyz"), ("steps", "123"))}
LANES = (Option("said", "Said"), Option("done", "Done"))
FIELDS: dict[str, dict[str, Any]] = {
    "match-pairs": {"options": OPTIONS, "choices": NAMED["xyz"]},
    "place-on-scale": {"options": OPTIONS, "steps": NAMED["steps"], "lanes": LANES},
    "short-answer": {"rubric": OPTIONS[:2]},
    "fill-the-matrix": {"rows": ("A01", "A05"), "columns": ("agreement", "asia-security")},
    "find-words": {},
    "open": {},
}
COMPARED = ("open", "short-answer", "predict-then-check", "fill-the-matrix")
PAIRS, PLACES = {"a": "x", "b": "x", "c": "z", "d": "x"}, {"a": "said/1", "b": "said/2", "c": "done/1", "d": "done/1"}


def _question(kind: str, **more: Any) -> Question:
    fields = FIELDS.get(kind, {"options": OPTIONS})
    return Question(LessonKey("mine"), "q", kind, "What?", ("One.", "Two."), "So.", **fields, **more)


@pytest.mark.parametrize(
    ("kind", "answer", "outcome", "feedback"),
    [
        ("choose-one", "b", RIGHT, ["About b."]),
        ("choose-one", ["b"], RIGHT, ["About b."]),
        ("choose-one", "a", NOT_YET, ["About a."]),
        ("choose-many", ["a", "c"], RIGHT, ["You chose all that fit, and nothing else."]),
        ("choose-many", ["c", "a", "a"], RIGHT, ["You chose all that fit, and nothing else."]),
        ("choose-many", ["a"], NOT_YET, ["All that you chose fits (1). Still missing: 1."]),
        ("choose-many", ["b"], NOT_YET, ["Nothing that you chose fits. Look again at:", "Option b – About b."]),
        ("choose-many", ["a", "b"], NOT_YET, ["Of the 2 you chose, 1 fit. Look again at:", "Option b – About b."]),
        (
            "choose-many",
            ["a", "b", "c", "d"],
            NOT_YET,
            ["Of the 4 you chose, 2 fit. Look again at:", "Option b – About b.", "Option d – About d."],
        ),
        ("put-in-order", ["a", "b", "c", "d"], RIGHT, ["That is the order."]),
        ("put-in-order", ["a", "c", "b", "d"], RIGHT, ["That is the order."]),
        (
            "put-in-order",
            ["a", "c", "d", "b"],
            NOT_YET,
            ["The order is right up to place 3, where you put:", "Option d – About d."],
        ),
        (
            "put-in-order",
            ["d", "a", "b", "c"],
            NOT_YET,
            ["Look again at the first place, where you put:", "Option d – About d."],
        ),
        ("find-words", ["p2.s1", "p10.s1"], RIGHT, ["You found all the words asked for, and no others."]),
        ("find-words", ["p10.s1"], NOT_YET, ["You have found 1 of 2."]),
        ("match-pairs", PAIRS, RIGHT, ["Everything fits."]),
        ("match-pairs", {**PAIRS, "b": "y", "gone": "x"}, RIGHT, ["Everything fits."]),
        (
            "match-pairs",
            {**PAIRS, "a": "z"},
            NOT_YET,
            ["3 of 4 fit.", "Look again at:", "Option a – About a."],
        ),
        ("place-on-scale", PLACES, RIGHT, ["Everything fits."]),
        (
            "place-on-scale",
            {**PLACES, "a": "done/1"},
            NOT_YET,
            ["3 of 4 fit.", "Look again at:", "Option a – About a."],
        ),
        (
            "predict-then-check",
            "a",
            ANSWERED,
            ["You expected: Option a. It turns out: Option b.", "About a."],
        ),
        ("predict-then-check", "b", ANSWERED, ["You expected: Option b. You were right.", "About b."]),
        ("short-answer", {"text": "So it is."}, ANSWERED, [text("marking", "compare-and-tick")]),
        ("short-answer", {"text": "So it is.", "ticks": ["gone"]}, ANSWERED, [text("marking", "compare-and-tick")]),
        (
            "short-answer",
            {"text": "So it is.", "ticks": ["b"]},
            ANSWERED,
            ["You ticked 1 of 2. What you could add:", "Option a – About a."],
        ),
        ("short-answer", {"text": "So it is.", "ticks": ["b", "a"]}, ANSWERED, [text("marking", "all-ticked")]),
        ("open", "It is so.", ANSWERED, [text("marking", "compare")]),
    ],
)
def test_an_answer_is_marked_and_told(
    kind: str, answer: Any, outcome: str, feedback: list[str], coded: CodedArticle
) -> None:
    """Right, half right and wrong answers of every kind get their outcome, and feedback that leads on."""
    found = mark(_question(kind), answer, coded, KEYS[kind])
    assert (outcome, feedback, True) == (found.outcome, list(found.feedback), found.counts)


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("choose-one", "choose-first"),
        ("choose-many", "choose-some-first"),
        ("put-in-order", "order-first"),
        ("find-words", "mark-first"),
        ("match-pairs", "match-first"),
        ("place-on-scale", "place-first"),
        ("predict-then-check", "guess-first"),
        ("short-answer", "write-first"),
        ("open", "write-first"),
    ],
)
@pytest.mark.parametrize("answer", [None, "", [], False, {}])
def test_an_empty_answer_is_no_try(kind: str, message: str, answer: Any, coded: CodedArticle) -> None:
    """Nothing chosen is never called wrong; the student is told what to do."""
    found = mark(_question(kind), answer, coded, KEYS[kind])
    assert (NOT_TRIED, (text("marking", message),), False) == (found.outcome, found.feedback, found.counts)


@pytest.mark.parametrize(
    ("kind", "answer", "missing"),
    [
        ("match-pairs", {"a": "x", "b": "gone"}, 3),
        ("place-on-scale", {**PLACES, "c": "done/"}, 1),
    ],
)
def test_an_incomplete_answer_is_no_try(kind: str, answer: Any, missing: int, coded: CodedArticle) -> None:
    """Who has left lines open is told how many, and not what is right in the others."""
    found = mark(_question(kind), answer, coded, KEYS[kind])
    assert (NOT_TRIED, (text("marking", "lines-open", count=missing),), False) == (
        found.outcome,
        found.feedback,
        found.counts,
    )


@pytest.mark.parametrize(
    ("kind", "answer", "marks"),
    [
        ("choose-one", "a", {"a": False}),
        ("choose-many", ["a", "b"], {"a": True, "b": False}),
        ("put-in-order", ["a", "c", "d", "b"], {"a": True, "c": True, "d": False}),
        ("put-in-order", ["a", "c", "b", "d"], dict.fromkeys("abcd", True)),
        ("find-words", ["p1.s1", "p2.s1"], {"p1.s1": False, "p2.s1": True}),
        ("match-pairs", {**PAIRS, "a": "z"}, {"a": False, "b": True, "c": True, "d": True}),
        ("place-on-scale", {**PLACES, "b": "done/1"}, {"a": True, "b": False, "c": True, "d": True}),
        ("predict-then-check", "a", {}),
        ("open", "It is so.", {}),
    ],
)
def test_the_parts_of_an_answer_are_marked(kind: str, answer: Any, marks: dict[str, bool], coded: CodedArticle) -> None:
    """Each option, pair, place or unit of an answer is said to fit or not; an order as far as its feedback goes."""
    assert marks == with_key(_question(kind), coded, KEYS[kind]).marks(answer)


@pytest.mark.parametrize("kind", ["choose-one", "choose-many", "put-in-order"])
def test_an_option_that_is_gone_is_no_answer(kind: str, coded: CodedArticle) -> None:
    """After a lesson was changed, an answer of options that it no longer has counts as none."""
    assert (NOT_TRIED, False) == (
        mark(_question(kind), ["gone"], coded, KEYS[kind]).outcome,
        mark(_question(kind), ["gone"], coded, KEYS[kind]).counts,
    )


def test_an_option_that_is_gone_is_passed_over_among_others(coded: CodedArticle) -> None:
    """What is left of an older answer is marked by itself."""
    assert RIGHT == mark(_question("choose-many"), ["gone", "a", "c"], coded, KEYS["choose-many"]).outcome
    assert NOT_TRIED == mark(_question("put-in-order"), ["gone", "a", "b", "c"], coded, KEYS["put-in-order"]).outcome


def test_words_near_the_right_ones_get_their_own_feedback(coded: CodedArticle) -> None:
    """Who marks what the author foresaw reads why it is not meant; other words are only counted."""
    question = _question("find-words", unit="word", near=NEAR)
    near = mark(question, ["p10.w5"], coded, WORDS).feedback
    far = mark(question, ["p10.w1"], coded, WORDS).feedback
    assert ("You have found 0 of 3.", "This word is about time too.") == near
    assert ("You have found 0 of 3.", text("marking", "wrong-words", wrong=1)) == far


def test_words_that_may_be_marked_too_do_no_harm(coded: CodedArticle) -> None:
    """An accepted word more is right, and does not stand in for one that is missing."""
    question = _question("find-words", unit="word")
    right = solution(question, coded, WORDS)
    extra = solution(question, coded, Key(spans=WORDS.accept_extra))
    assert RIGHT == mark(question, [*right, *extra], coded, WORDS).outcome
    assert NOT_YET == mark(question, [*right[1:], *extra], coded, WORDS).outcome


@pytest.mark.parametrize("kind", KEYS)
def test_the_solution_is_marked_as_right(kind: str, coded: CodedArticle) -> None:
    """What is shown as the solution has the shape of an answer, and is right."""
    question, key = _question(kind), KEYS[kind]
    expected = ANSWERED if kind in COMPARED else RIGHT
    assert expected == mark(question, solution(question, coded, key), coded, key).outcome


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.sampled_from("abcd"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", KEYS)
@given(answer=JSON)
def test_nonsense_is_marked_and_never_an_error(kind: str, answer: Any, coded: CodedArticle) -> None:
    """Whatever a page or an old file sends, the outcome is one of the four, and an empty one counts as no try."""
    found = mark(_question(kind), answer, coded, KEYS[kind])
    assert found.outcome in (NOT_TRIED, NOT_YET, RIGHT, ANSWERED)
    assert (found.outcome != NOT_TRIED) == found.counts
    assert found.feedback


def test_a_question_without_a_key_is_the_authors_fault() -> None:
    """The message names the file and the question."""
    with pytest.raises(CommuniqueError, match=r"lessons/read/key.yml has no key for 'q'"):
        mark(Question(LessonKey("read"), "q", "open", "What?", ("One.",), "So."), "x", None)


@pytest.mark.parametrize("words", ["x", "no", "?!", " - ", "1", "..."])
@pytest.mark.parametrize("kind", ["open", "short-answer"])
def test_a_letter_or_two_are_no_answer(kind: str, words: str, coded: CodedArticle) -> None:
    """It does not count, and what to do is said; one short word of another script is an answer."""
    outcome = mark(_question(kind), words, coded, KEYS[kind])
    assert (NOT_TRIED, False, (text("marking", "write-more"),)) == (outcome.outcome, outcome.counts, outcome.feedback)
    assert ANSWERED == mark(_question(kind), "북한", coded, KEYS[kind]).outcome
    assert ANSWERED == mark(_question(kind), "yes", coded, KEYS[kind]).outcome


def test_a_guess_that_every_text_answers_for_itself_is_told_no_end(coded: CodedArticle) -> None:
    """Where all options may turn out, the page does not say which did."""
    every = Key(right=tuple(option.id for option in OPTIONS))
    told = kind_of(_question("predict-then-check"))(_question("predict-then-check"), coded, every).mark("a")
    assert (ANSWERED, text("marking", "guessed-open", guess="Option a")) == (told.outcome, told.feedback[0])
