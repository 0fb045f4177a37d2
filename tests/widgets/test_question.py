"""A question on the page: what crosses to it, what is saved, and that the key stays behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from communique.base.strings import text
from communique.coding.article import CodedArticle
from communique.coding.pointers import Pointer
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.keys import Key, load_keys
from communique.questions.kinds import kind_of
from communique.questions.marking import key_of, mark
from communique.questions.question import Question
from communique.questions.reading import load_questions
from communique.widgets.questions.question import QuestionWidget, question_widget
from communique.widgets.reader import Reader

from ..marked import solution
from ..page import send_from_page

QUESTIONS = [q for info in load_course().lessons for q in load_questions(info.name).values()]
CLOSED = [q for q in QUESTIONS if kind_of(q).marked]
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
each_closed = pytest.mark.parametrize("question", CLOSED, ids=lambda q: q.name)
ONE_OF_EACH = list({q.kind: q for q in QUESTIONS}.values())
one_of_each_kind = pytest.mark.parametrize("question", ONE_OF_EACH, ids=lambda q: q.kind)


def _widget(question: Question, coded: CodedArticle, journal: Journal, reader: Reader | None = None) -> QuestionWidget:
    widget = question_widget(question.kind)(question, coded, journal, lambda: reader)
    widget.replies = []
    widget.send = widget.replies.append
    return widget


def _say(widget: QuestionWidget, **message: Any) -> Any:
    """What the page does when a button is pressed; the answer is what Python sends back."""
    send_from_page(widget, {"number": len(widget.replies) + 1, **message})
    return widget.replies[-1]


def _synced(widget: QuestionWidget) -> str:
    """All that has crossed to the page."""
    return json.dumps(widget.get_state(), default=str, ensure_ascii=False)


def _in_json(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)[1:-1]


def _secrets(question: Question) -> list[str]:
    """Whatever an author wrote for afterwards."""
    own = [question.explanation, key_of(question).model, *question.hints, *question.ask_yourself]
    own += [told.feedback for told in (*question.options, *question.rubric, *question.near)]
    return [s for s in own + [line.text for line in question.rubric] if s]


def _wrong(question: Question, coded: CodedArticle) -> Any:
    """An answer that is not yet right."""
    ids = [option.id for option in question.options]
    units = list(kind_of(question)(question, coded).units)
    places = [*question.choices, *question.steps]
    pairs = [{i: other.id for i in ids} for other in places] + [
        {i: f"{lane.id}/{step.id}" for i in ids} for lane in question.lanes for step in question.steps
    ]
    tries: Iterator[Any] = iter([*pairs, *ids, *([i] for i in ids), ids, ids[::-1], *([u] for u in units)])
    return next(answer for answer in tries if mark(question, answer, coded).outcome == "not-yet")


def _full_disk(_journal: Journal, _line: bytes) -> None:
    raise OSError(28, "No space left on device")


@each_question
def test_nothing_an_author_wrote_for_afterwards_is_on_a_fresh_page(
    question: Question, coded: CodedArticle, journal: Journal
) -> None:
    """No hint, feedback, explanation, model answer or question to compare is in any synced trait."""
    synced = _synced(_widget(question, coded, journal))
    assert _in_json(question.prompt) in synced
    assert [] == [secret for secret in _secrets(question) if _in_json(secret) in synced]


@each_question
def test_what_crosses_before_an_answer_does_not_depend_on_the_key(
    question: Question, coded: CodedArticle, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With any other key the page would be given the same: there is nothing in it to read the answer from."""
    first = _widget(question, coded, journal)
    ids = tuple(option.id for option in question.options)
    pairs = {i: (o.id,) for i in ids for o in (*question.choices[-1:], *question.steps[-1:])}
    other = Key(ids[-1:], (ids[::-1],), (Pointer("p1", "weapons"),), (), pairs, "Another model.")
    monkeypatch.setattr("communique.questions.marking.keys_of", lambda lesson, article: {question.id: other})
    second = _widget(question, coded, journal)
    traits = [name for name in first.keys if name not in ("layout", "tabbable", "tooltip")]
    assert {"question", "state", "strings"} <= set(traits)
    assert {n: getattr(first, n) for n in traits} == {n: getattr(second, n) for n in traits}


@each_closed
def test_marks_tell_only_of_what_was_checked(question: Question, coded: CodedArticle, journal: Journal) -> None:
    """Marks name none but the parts of what was checked; a draft has none, and a solution adds what was missing."""
    widget = _widget(question, coded, journal)
    wrong, parts = _wrong(question, coded), kind_of(question)(question, coded).parts
    _say(widget, do="check", answer=wrong)
    assert widget.state["marks"]
    assert {one for part in parts(wrong) for one in part.partition("=")[0].split(">")} >= set(widget.state["marks"])
    _say(widget, do="draft", answer=solution(question, coded))
    assert {} == widget.state["marks"]
    for _ in range(len(question.hints) + 1):
        _say(widget, do="dont-know")
    assert set(parts(solution(question, coded))) <= set(widget.state["marks"])


@each_closed
def test_a_wrong_answer_brings_feedback_and_not_the_solution(
    question: Question, coded: CodedArticle, journal: Journal
) -> None:
    """The page has the outcome and its feedback, and still no explanation, evidence or solution."""
    widget = _widget(question, coded, journal)
    wrong = _wrong(question, coded)
    assert {"number": 1} == _say(widget, do="check", answer=wrong)
    state = widget.state
    assert ("not-yet", 1, wrong) == (state["outcome"], state["tries"], state["answer"])
    assert state["feedback"]
    assert ("", [], "", [], []) == tuple(state[n] for n in ("explanation", "evidence", "solution", "hints", "compare"))
    assert _in_json(question.explanation) not in _synced(widget)


@each_closed
def test_the_solution_is_right_and_is_explained(question: Question, coded: CodedArticle, journal: Journal) -> None:
    """With the right answer come the explanation and the words it rests on."""
    widget = _widget(question, coded, journal)
    _say(widget, do="check", answer=solution(question, coded))
    assert ("right", question.explanation) == (widget.state["outcome"], widget.state["explanation"])
    assert [p.words for p in question.evidence] == [e["words"] for e in widget.state["evidence"]]


@one_of_each_kind
@pytest.mark.parametrize("answer", [None, "", []])
def test_an_empty_answer_saves_nothing(question: Question, answer: Any, coded: CodedArticle, journal: Journal) -> None:
    """Pressing the button too early is no try: the journal stays empty, and the page says what to do."""
    widget = _widget(question, coded, journal)
    assert {"number": 1} == _say(widget, do="check", answer=answer)
    assert [] == journal.records()
    assert ("not-tried", 0, 1) == (widget.state["outcome"], widget.state["tries"], len(widget.state["feedback"]))


@one_of_each_kind
def test_an_empty_answer_after_the_right_one_says_that_that_one_counts(
    question: Question, coded: CodedArticle, journal: Journal
) -> None:
    """Emptied and checked again, a card does not say "Right" and "nothing is chosen" and leave it there."""
    widget = _widget(question, coded, journal)
    _say(widget, do="check", answer=solution(question, coded))
    before = widget.state["feedback"]
    _say(widget, do="check", answer=None)
    told = widget.state["feedback"]
    assert told == before or text("marking", "still-counts") == told[-1]


@one_of_each_kind
def test_hints_come_one_by_one_and_then_the_explanation(
    question: Question, coded: CodedArticle, journal: Journal
) -> None:
    """ "I don't know" gives each hint in turn, then the explanation and the solution in words."""
    widget = _widget(question, coded, journal)
    for number in range(1, len(question.hints) + 1):
        _say(widget, do="dont-know")
        assert list(question.hints[:number]) == widget.state["hints"]
        assert "" == widget.state["explanation"]
    _say(widget, do="dont-know")
    assert question.explanation == widget.state["explanation"]
    shown = [widget.state["solution"]] if isinstance(widget.state["solution"], str) else widget.state["solution"]
    assert shown
    assert set() == {option.id for option in question.options} & set(shown)
    assert ("not-tried", True) == (widget.state["outcome"], widget.state["revealed"])


@one_of_each_kind
def test_the_hint_button_gives_no_more_than_there_are(
    question: Question, coded: CodedArticle, journal: Journal
) -> None:
    """Pressing it again reveals nothing and writes nothing."""
    widget = _widget(question, coded, journal)
    for _ in range(4):
        _say(widget, do="hint", answer=None)
    assert list(question.hints) == widget.state["hints"]
    assert len(question.hints) == len(journal.records())
    assert not widget.state["revealed"]


def test_a_draft_is_kept_and_is_no_try(coded: CodedArticle, journal: Journal) -> None:
    """What was chosen but not checked is there again after a restart, marked as not checked."""
    question = CLOSED[0]
    wrong = _wrong(question, coded)
    assert {"number": 1, "draft": True} == _say(_widget(question, coded, journal), do="draft", answer=wrong)
    state = _widget(question, coded, journal).state
    assert (wrong, True, 0, "not-tried") == (state["answer"], state["unchecked"], state["tries"], state["outcome"])


def test_an_open_answer_is_compared_and_not_marked(coded: CodedArticle, journal: Journal) -> None:
    """With one's own words on disk come the model answer and questions to ask oneself."""
    question = next(q for q in QUESTIONS if q.kind == "open")
    widget = _widget(question, coded, journal)
    _say(widget, do="check", answer="It says 'agreed'.")
    state = widget.state
    assert ("answered", "It says 'agreed'.") == (state["outcome"], state["answer"])
    assert f"Good: {load_keys(question.lesson.name)[question.id].model}" == state["solution"][-1]
    assert list(question.ask_yourself) == state["compare"]


def test_what_could_not_be_saved_is_not_called_saved(
    coded: CodedArticle, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is told why, nothing is explained, and the next press can succeed."""
    widget = _widget(CLOSED[0], coded, journal)
    with monkeypatch.context() as broken:
        broken.setattr(Journal, "append", _full_disk)
        reply = _say(widget, do="check", answer=solution(CLOSED[0], coded))
    assert "could not be saved" in reply["trouble"]
    assert "No space left" in reply["trouble"]
    assert ("not-tried", "") == (widget.state["outcome"], widget.state["explanation"])
    assert {"number": 2} == _say(widget, do="check", answer=solution(CLOSED[0], coded))
    assert "right" == widget.state["outcome"]


@pytest.mark.parametrize("message", [None, "check", 7, [], {}, {"do": "fly"}, {"do": ["check"]}, {"do": None}])
def test_a_message_of_another_kind_does_nothing(message: Any, coded: CodedArticle, journal: Journal) -> None:
    """What is no act of a student is neither saved nor an error."""
    widget = _widget(CLOSED[0], coded, journal)
    before = dict(widget.state)
    send_from_page(widget, message)
    assert before == widget.state
    assert [] == journal.records()


@one_of_each_kind
@pytest.mark.parametrize("answer", [7, {"a": 1}, [["a"]], [None], True, "no-such", ["no-such"]])
def test_an_answer_of_the_wrong_type_is_never_right(
    question: Question, answer: Any, coded: CodedArticle, journal: Journal
) -> None:
    """A page of another version cannot bring the kernel down."""
    widget = _widget(question, coded, journal)
    assert {"number": 1} == _say(widget, do="check", answer=answer)
    assert widget.state["outcome"] != "right"
    assert widget.state["outcome"] == _widget(question, coded, journal).state["outcome"]


def test_an_option_that_no_longer_exists_is_explained(coded: CodedArticle, journal: Journal) -> None:
    """Who answered an older lesson is told that the question has changed, and that the answer is kept."""
    question = next(q for q in CLOSED if q.kind == "choose-one")
    journal.add(question.name, "answer", answer="gone", outcome="not-yet")
    state = _widget(question, coded, journal).state
    assert text("question", "changed-since") == state["note"]
    assert ([], "gone", 1) == (state["feedback"], state["answer"], state["tries"])


def test_two_tabs_share_what_was_done(coded: CodedArticle, journal: Journal) -> None:
    """A hint taken in one tab is there in the other as soon as something happens in it."""
    question = CLOSED[0]
    one, two = (_widget(question, coded, journal) for _ in range(2))
    _say(one, do="hint")
    _say(two, do="check", answer=_wrong(question, coded))
    assert (list(question.hints[:1]), 1) == (two.state["hints"], two.state["tries"])


def test_a_right_answer_lights_up_its_words(coded: CodedArticle, journal: Journal) -> None:
    """The reader shows the words quietly; it moves to them only when the student asks."""
    question = CLOSED[0]
    reader = Reader(coded, pointers=question.evidence)
    widget = _widget(question, coded, journal, reader)
    _say(widget, do="show")
    assert [] == reader.spots
    _say(widget, do="check", answer=solution(question, coded))
    assert (1, 0) == (len({spot.split(":")[0] for spot in reader.spots}), reader.scroll)
    _say(widget, do="show")
    assert 1 == reader.scroll


def test_a_double_click_is_one_answer(coded: CodedArticle, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same answer again within a moment is nothing new; later, or another answer, it counts."""
    now = [100.0]
    monkeypatch.setattr("communique.widgets.base.time", SimpleNamespace(monotonic=lambda: now[0]))
    question = next(q for q in QUESTIONS if q.kind == "choose-one")
    widget, other = _widget(question, coded, journal), [option.id for option in question.options]
    for number in (1, 2):
        send_from_page(widget, {"do": "check", "answer": other[0], "number": number})
    assert 1 == widget.state["tries"]
    send_from_page(widget, {"do": "check", "answer": other[1], "number": 3})
    now[0] += 5
    send_from_page(widget, {"do": "check", "answer": other[1], "number": 4})
    assert [other[0], other[1], other[1]] == [r["answer"] for r in journal.records() if r["did"] == "answer"]


def test_the_page_knows_when_its_card_was_last_on_the_disk(coded: CodedArticle, journal: Journal) -> None:
    """So that what the page kept never takes the place of something newer."""
    question = next(q for q in QUESTIONS if q.kind == "open")
    widget = _widget(question, coded, journal)
    assert "" == widget.card["at"]
    send_from_page(widget, {"do": "draft", "answer": "Who signed?", "number": 1})
    assert journal.records()[-1]["at"] == widget.card["at"]
    assert widget.card == _widget(question, coded, journal).card
