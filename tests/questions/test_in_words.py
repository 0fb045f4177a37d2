"""Each kind of answer is put into words, and nothing that a journal can hold stops it."""

from __future__ import annotations

import functools
import json
from typing import Any

import pytest
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.lesson_key import LessonKey
from communique.questions.in_words import LONGEST_TEXT, MOST_LINES, Line, as_it_stands, quoted
from communique.questions.kinds import in_words, kinds
from communique.questions.question import Option, Question
from communique.questions.reading import load_questions
from hypothesis import given
from hypothesis import strategies as st

from ..marked import solution

QUESTIONS = [q for info in load_course().lessons for q in load_questions(info.name).values()]
CODED = load_coded()
ALL_KINDS = sorted({*kinds(), "a-kind-of-tomorrow"})
TROUBLE = ["a", "p2.s1", "x/low", "\ud800", "\x00", "\ufffe", "\u202e<b>", "</pre><script>", "\r\n"]
#: Any JSON value, with the letters and numbers that make trouble.
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(TROUBLE),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NEAR = st.fixed_dictionaries(
    {}, optional={"text": JSON, "ticks": JSON, "cells": st.dictionaries(st.text(max_size=9), JSON), "a": JSON}
)


def _options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, f"The {name}") for name in names)


def one_of(kind: str) -> Question:
    """A question of a kind, with every list that any kind needs."""
    return Question(
        lesson=LessonKey("mine"),
        id="one",
        kind=kind,
        prompt="What?",
        hints=("First.", "Second."),
        explanation="Because.",
        options=_options("a", "b"),
        choices=_options("c", "d"),
        steps=_options("low", "high"),
        lanes=_options("x", "y"),
        rubric=_options("r", "s"),
    )


def _lines(kind: str, answer: Any, coded: CodedArticle) -> list[Line]:
    shown = in_words(one_of(kind), answer, coded)
    assert "" == shown.strange
    return list(shown.lines)


def test_options_are_told_by_their_texts(coded: CodedArticle) -> None:
    """Choosing, ordering and guessing show what the student read, in the student's order."""
    assert [Line("The a")] == _lines("choose-one", "a", coded)
    assert [Line("The b")] == _lines("predict-then-check", "b", coded)
    assert [Line("The b"), Line("The a")] == _lines("choose-many", ["b", "a", "b"], coded)
    shapes = [in_words(one_of(kind), ["b", "a"], coded).shape for kind in ("choose-many", "put-in-order")]
    assert ["list", "order"] == shapes


def test_an_option_that_is_gone_is_named(coded: CodedArticle) -> None:
    """An answer to an older version of the question is not lost."""
    assert [Line("old (no longer part of the question)")] == _lines("choose-one", "old", coded)
    expected = [Line("“The president of South Korea condemned the pact.”", "Paragraph 4")]
    expected.append(Line("p99.s1 (no longer part of the question)"))
    assert expected == _lines("find-words", ["p99.s1", "p4.s1"], coded)


def test_marked_words_are_quoted_with_their_paragraph(coded: CodedArticle) -> None:
    """In the order of the report; sentences that follow each other are one quotation."""
    both = "“The president of South Korea condemned the pact. According to a spokesperson, it endangers"
    first, second = _lines("find-words", ["p4.s2", "p4.s1", "headline.s1"], coded)
    assert ("Headline", f"“{coded.headline}”") == (first.label, first.text)
    assert "Paragraph 4" == second.label
    assert both == second.text[: len(both)]


def test_pairs_and_places_are_told_line_by_line(coded: CodedArticle) -> None:
    """What was matched or placed, with the lane where the scale has lanes, in the order of the question."""
    assert [Line("The c", "The a"), Line("The d", "The b")] == _lines("match-pairs", {"b": "d", "a": "c"}, coded)
    assert [Line("The x: The low", "The a")] == _lines("place-on-scale", {"a": "x/low"}, coded)
    assert [Line("The high", "The b")] == _lines("place-on-scale", {"b": "high"}, coded)
    expected = [Line("z/low (no longer part of the question)", "old (no longer part of the question)")]
    assert expected == _lines("place-on-scale", {"old": "z/low"}, coded)


def test_what_was_written_stays_word_for_word(coded: CodedArticle) -> None:
    """An open answer and a short one, with the lines that the student ticked."""
    written = "One.\n\n<b>Two</b> & 한국어"
    assert [Line(written)] == _lines("open", written, coded)
    assert [Line(written), Line("The s", "Ticked")] == _lines("short-answer", {"text": written, "ticks": ["s"]}, coded)


def test_a_matrix_names_actor_issue_step_and_words(coded: CodedArticle) -> None:
    """Ids become names, and the cited sentences are quoted; a cell without a step says so."""
    actor = coded.actors[0]
    cells = {
        f"{actor.id}/agreement": {"step": "opposes", "words": ["p4.s1"]},
        "Z/agreement": {"step": None, "words": []},
    }
    first, second = _lines("fill-the-matrix", {"cells": cells}, coded)
    assert (f"{actor.name} – {coded.issues['agreement']}", "opposes") == (first.label, first.text)
    assert ("Paragraph 4: “The president of South Korea condemned the pact.”",) == first.quotes
    assert ("no step chosen", ()) == (second.text, second.quotes)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_every_solution_of_the_course_can_be_told(question: Question, coded: CodedArticle) -> None:
    """No id is left in the words of a right answer, and nothing is called strange."""
    shown = in_words(question, solution(question, coded), coded)
    assert "" == shown.strange
    assert shown.lines
    parts = (*question.options, *question.choices, *question.steps, *question.lanes)
    ids = {part.id for part in parts if part.id != part.text}
    assert set() == ids & {part for line in shown.lines for part in (line.text, line.label)}


@pytest.mark.parametrize("kind", ALL_KINDS)
@given(answer=JSON | NEAR)
def test_no_answer_stops_it(kind: str, answer: Any) -> None:
    """Whatever stands in a journal comes back as short texts."""
    shown = in_words(one_of(kind), answer, CODED)
    texts = [shown.strange, *(part for line in shown.lines for part in (line.text, line.label, *line.quotes))]
    assert [] == [part for part in texts if not isinstance(part, str) or len(part) > LONGEST_TEXT + 100]
    assert shown.shape in ("text", "list", "order", "pairs")


@pytest.mark.parametrize("kind", ALL_KINDS)
@pytest.mark.parametrize("make", [lambda n: ["a"] * n, lambda n: "x" * n, lambda n: {str(i): "c" for i in range(n)}])
def test_a_huge_answer_is_cut(kind: str, make: Any, coded: CodedArticle) -> None:
    """A page stays one that can be opened, and says where it was cut."""
    shown = in_words(one_of(kind), make(30_000), coded)
    assert len(shown.lines) <= MOST_LINES
    assert len(json.dumps([shown.strange, shown.lines])) < 3 * LONGEST_TEXT


@functools.cache  # to make and unmake them takes longer than all that is tried with them
def boxes(depth: int) -> Any:
    """A letter in as many boxes, one in the other."""
    deep: Any = "a"
    for _ in range(depth):
        deep = [deep]
    return deep


@pytest.mark.parametrize("kind", ALL_KINDS)
@pytest.mark.parametrize("depth", [10, 900, 100_000])
def test_a_deep_answer_is_no_trouble(kind: str, depth: int, coded: CodedArticle) -> None:
    """Boxes in boxes, deeper than Python follows, are shown as far as they can be."""
    deep = boxes(depth)
    for answer in (deep, {"text": deep, "cells": {"a": {"step": deep, "words": deep}}}):
        shown = in_words(one_of(kind), answer, coded)
        assert 0 < len(json.dumps([shown.strange, shown.lines])) < 3 * LONGEST_TEXT
        assert shown.strange or shown.lines


def test_what_is_no_json_is_not_shown() -> None:
    """A thing that cannot be written down is called so."""
    assert "(This cannot be shown.)" == as_it_stands({1, 2}).strange


def test_words_are_quoted_once() -> None:
    """Words that bring their quotation marks get no second ones."""
    assert ["“a”", '"a"', "“a”", '“"a" b”'] == [quoted(words) for words in ("a", '"a"', "“a”", '"a" b')]
