"""Whatever a student does, in whatever order, in one tab or two, the journal knows where they stand."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.course.journal import Journal
from communique.questions.kinds.fill_the_matrix import FillTheMatrix
from communique.questions.kinds.match_pairs import MatchPairs
from communique.questions.kinds.place_on_scale import PlaceOnScale
from communique.questions.marking import mark
from communique.questions.question import Question
from communique.questions.reading import load_questions
from communique.widgets import base
from communique.widgets.questions.question import QuestionWidget, question_widget
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from ..marked import solution
from ..page import send_from_page
from ..samples import samples


@pytest.fixture(scope="module", autouse=True)
def unhurried() -> Iterator[None]:
    """Nobody here presses twice within a moment: what comes again is meant."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base, "MOMENT", 0)
        yield


CODED = load_coded()
QUESTIONS = [q for info in load_course().lessons for q in load_questions(info.name).values()]
UNITS = [f"p{p}.{letter}{n}" for p in (1, 2, 10) for letter in "sw" for n in (1, 2, 9)]


class Student(RuleBasedStateMachine):
    """One student and one question, in two tabs; what the page should show is counted here as well."""

    @initialize(question=st.sampled_from(QUESTIONS))
    def begin(self, question: Question) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.question = question
        self.tabs = [self.open_tab(), self.open_tab()]
        self.answer: Any = None
        self.checked: Any = None
        self.outcome, self.tries, self.hints, self.revealed = "not-tried", 0, 0, False

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def open_tab(self) -> QuestionWidget:
        journal = Journal(Path(self.folder.name) / "my-progress.jsonl")
        return question_widget(self.question.kind)(self.question, CODED, journal)

    def draw_answer(self, data: st.DataObject) -> Any:
        if self.question.kind == "short-answer":
            ticks = st.lists(st.sampled_from([line.id for line in self.question.rubric]), unique=True)
            return data.draw(st.fixed_dictionaries({"text": st.sampled_from(["", "Because."]), "ticks": ticks}))
        if self.question.rows:
            return data.draw(self.matrices())
        if self.question.choices or self.question.steps:
            return data.draw(self.placings())
        ids = [option.id for option in self.question.options] or UNITS
        some = st.lists(st.sampled_from(ids), max_size=4, unique=True)
        empty = st.sampled_from([None, "", []])
        return data.draw(empty | some | st.permutations(ids) | st.sampled_from(ids) | st.just(self.right()))

    def placings(self) -> st.SearchStrategy[Any]:
        kinds = [kind(self.question, CODED) for kind in (PlaceOnScale, MatchPairs)]
        places = [place for kind in kinds for place in sorted(kind.places)]
        ids = [option.id for option in self.question.options]
        return st.just(self.right()) | st.dictionaries(st.sampled_from(ids), st.sampled_from(places))

    def matrices(self) -> st.SearchStrategy[Any]:
        words = st.lists(st.sampled_from([unit for unit in UNITS if ".s" in unit]), max_size=2)
        cell = st.fixed_dictionaries({"step": st.sampled_from(["", "mixed", "does-not-say"]), "words": words})
        cells = st.dictionaries(st.sampled_from(sorted(FillTheMatrix(self.question, CODED).cells)), cell, max_size=3)
        return st.none() | st.just(self.right()) | st.fixed_dictionaries({"cells": cells})

    def sealed(self) -> bool:
        done = self.revealed or self.outcome == "answered"
        return self.question.kind == "predict-then-check" and done

    def right(self) -> Any:
        return solution(self.question, CODED)

    def act(self, tab: int, **message: Any) -> None:
        widget = self.tabs[tab]
        send_from_page(widget, {"number": 1, **message})
        shown = widget.state
        assert (self.answer, self.outcome, self.tries) == (shown["answer"], shown["outcome"], shown["tries"])
        assert list(self.question.hints[: self.hints]) == shown["hints"]
        assert self.revealed == shown["revealed"]
        assert (self.answer is not None and self.answer != self.checked) == shown["unchecked"]
        done = self.revealed or self.outcome in ("right", "answered")
        assert (self.question.explanation if done else "") == shown["explanation"]
        again = self.open_tab().state  # a new kernel and the same journal
        assert {**shown, "feedback": [], "note": ""} == {**again, "feedback": [], "note": ""}

    @rule(data=st.data(), tab=st.integers(0, 1))
    def check(self, data: st.DataObject, tab: int) -> None:
        answer = given = self.draw_answer(data)
        told = mark(self.question, answer, CODED)
        if self.question.rows:  # what was compared stays, and a check of nothing new is a draft
            answer, more = FillTheMatrix(self.question, CODED).merged(given, self.checked)
            told = replace(mark(self.question, answer, CODED), counts=more)
            self.answer = answer or self.answer
        if told.counts and not self.sealed():
            self.answer = self.checked = answer
            self.tries += 1
            self.outcome = "right" if self.outcome == "right" else told.outcome
        self.act(tab, do="check", answer=given)

    @rule(data=st.data(), tab=st.integers(0, 1))
    def hint(self, data: st.DataObject, tab: int) -> None:
        answer = self.draw_answer(data)
        self.answer = (not self.sealed() and answer) or self.answer
        self.hints = min(self.hints + 1, len(self.question.hints))
        self.act(tab, do="hint", answer=answer)

    @rule(tab=st.integers(0, 1))
    def dont_know(self, tab: int) -> None:
        if self.hints < len(self.question.hints):
            self.hints += 1
        else:
            self.revealed = True
        self.act(tab, do="dont-know", answer=None)

    @rule(data=st.data(), tab=st.integers(0, 1))
    def draft(self, data: st.DataObject, tab: int) -> None:
        answer = self.draw_answer(data)
        self.answer = self.answer if self.sealed() else answer
        send_from_page(self.tabs[tab], {"do": "draft", "answer": answer, "number": 1})
        assert self.answer == self.open_tab().state["answer"]

    @rule(tab=st.integers(0, 1))
    def kernel_restarts(self, tab: int) -> None:
        self.tabs[tab].close()
        self.tabs[tab] = self.open_tab()
        assert self.tries == self.tabs[tab].state["tries"]

    @rule()
    def journal_is_whole(self) -> None:
        path = Path(self.folder.name) / "my-progress.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        assert self.tries == [json.loads(line)["did"] for line in lines].count("answer")


def test_any_sequence_of_acts_ends_where_the_journal_says() -> None:
    """Answers, drafts, hints, don't-knows and restarts, in two tabs, never lead page and journal apart."""
    rounds = settings(max_examples=samples(30), stateful_step_count=12, database=None)
    run_state_machine_as_test(Student, settings=rounds)


def test_a_guess_made_in_one_tab_is_sealed_in_the_other(journal: Journal) -> None:
    """The second tab is told of the first one's guess, and its own does not count."""
    question = next(q for q in QUESTIONS if q.kind == "predict-then-check")
    one, other = (question_widget(question.kind)(question, CODED, journal) for _ in range(2))
    first, second = (option.id for option in question.options[:2])
    for tab, guess in ((one, first), (other, second)):
        send_from_page(tab, {"do": "check", "answer": guess, "number": 1})
    assert (first, 1, True) == tuple(other.state[name] for name in ("answer", "tries", "sealed"))
