"""Nobody finds a right answer without reading: neither its place, nor its length, nor a hint gives it away."""

from collections import Counter

import pytest
from communique.course.course import load_course
from communique.questions.keys import load_keys
from communique.questions.question import Option, Question
from communique.questions.reading import load_questions
from communique.widgets.questions.question import in_own_order

BANK = [question for lesson in load_course().lessons for question in load_questions(lesson.name).values()]
ONE_RIGHT = [question for question in BANK if question.kind == "choose-one"]


def _right(question: Question) -> str:
    return load_keys(str(question.lesson))[question.id].right[0]


def _chi_square(counts: list[int]) -> float:
    expected = sum(counts) / len(counts)
    return sum((count - expected) ** 2 / expected for count in counts)


def test_the_right_option_is_in_each_place_alike() -> None:
    """Two hundred students, four places: chi-square with three degrees of freedom, below its value for p = 0.001."""
    asked = [question for question in ONE_RIGHT if len(question.options) == 4]
    places = Counter(
        [option.id for option in in_own_order(question.options, f"{student} {question.name}")].index(_right(question))
        for question in asked
        for student in range(200)
    )
    assert len(asked) >= 15
    assert _chi_square([places[place] for place in range(4)]) < 16.27
    assert _chi_square([1, 7, 12, 1]) < 16.27 < _chi_square([10, 70, 120, 10])


def test_an_order_is_a_students_own_and_stays() -> None:
    """The same student sees the same order each time, and a class sees more than one; nothing is lost or doubled."""
    options = tuple(Option(name, name) for name in "abcd")
    orders = [in_own_order(options, f"{student} x/y") for student in range(30)]
    assert orders == [in_own_order(options, f"{student} x/y") for student in range(30)]
    assert 10 < len(set(orders))
    assert {frozenset(options)} == {frozenset(order) for order in orders}


def test_the_longest_option_is_no_guide() -> None:
    """Whoever always takes the longest of four is right hardly more often than one time in four."""
    longest = [
        _right(question)
        for question in ONE_RIGHT
        if all(
            len(option.text) < len(question.option(_right(question)).text)
            for option in question.options
            if option.id != _right(question)
        )
    ]
    assert len(longest) <= len(ONE_RIGHT) / 3


@pytest.mark.parametrize("question", [q for q in BANK if q.kind == "match-pairs"], ids=lambda q: q.name)
def test_choices_do_not_follow_their_lines(question: Question) -> None:
    """On paper, where nothing is shuffled, the choices are not in the order of the lines they belong to."""
    pairs = load_keys(str(question.lesson))[question.id].pairs
    firsts = [
        pairs[option.id] if isinstance(pairs[option.id], str) else pairs[option.id][0] for option in question.options
    ]
    places = [[choice.id for choice in question.choices].index(choice) for choice in firsts]
    assert sorted(places) != places


def _paragraphs(words: str) -> set[str]:
    return (
        {word.strip(".,:;") for word in words.split() if word.strip(".,:;").isdigit()}
        if "paragraph" in words
        else set()
    )


@pytest.mark.parametrize("question", [q for q in BANK if q.hints], ids=lambda q: q.name)
def test_a_first_hint_says_more_than_where_the_prompt_says_to_look(question: Question) -> None:
    """A hint of no more than a place names one that the prompt has not named already."""
    first = question.hints[0]
    bare = (
        first.lower().startswith(("look in paragraph", "look at paragraph", "read paragraph"))
        and len(first.split()) < 9
    )
    assert not (bare and _paragraphs(first) <= _paragraphs(question.prompt))
