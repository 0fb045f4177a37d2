"""The frame of every question widget: one shape of state for all kinds, marked and saved in Python."""

import functools
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import traitlets

from ...base.strings import text
from ...coding.article import CodedArticle
from ...coding.loading import load_text
from ...coding.pointers import Pointer
from ...coding.units import units_at
from ...course.journal import Journal, QuestionState
from ...questions.kinds import kind_of, kinds
from ...questions.marking import ANSWERED, NOT_YET, RIGHT, Mark, mark, with_key
from ...questions.question import Option, Question
from ...text.spans import segments
from ..base import CommuniqueWidget
from ..reader import Reader


def in_own_order(options: Sequence[Option], own: str) -> tuple[Option, ...]:
    """The options in the order that `own` stands for: always the same for one student and question."""
    return tuple(random.Random(own).sample(options, len(options)))


class QuestionWidget(CommuniqueWidget):
    """A question on the page.

    The page sends what the student did; Python marks it, writes it to the journal, and only then says so.
    The key never comes here: marking gives feedback, and feedback is all that crosses to the page.
    """

    once = ("check",)
    question = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        question: Question,
        article: CodedArticle,
        journal: Journal,
        reader: Callable[[], Reader | None] = lambda: None,
        number: str = "",
        **traits: Any,
    ) -> None:
        self._number = number
        self._question, self._article, self._journal, self._reader = question, article, journal, reader
        self._kind = kind_of(question)(question, article)  # without its key
        super().__init__(question=self._for_page(), state=self._state(), **traits)
        self._seen = self._kept()
        journal.follow(question.name, self._look_again)

    def _look_again(self) -> None:
        """Show what another window has added; it is drawn where nothing is typed that is not sent yet."""
        if (kept := self._kept()) != self._seen:
            self._seen, self.state, self.card = kept, self._state(), self._card()

    @property
    def place(self) -> tuple[Journal, str]:
        return self._journal, self._question.name

    def _for_page(self) -> dict[str, Any]:
        q, kind, about = self._question, self._kind, self._kind.article
        lists = {"options": q.options, "choices": q.choices, "steps": q.steps, "lanes": q.lanes}
        if kind.shuffled:
            lists[kind.shuffled] = in_own_order(lists[kind.shuffled], f"{self._journal.own} {q.name}")
        return {
            "id": q.name.partition("/")[2],  # no other card of the page has it
            "kind": q.kind,
            "number": self._number,
            "prompt": q.prompt,
            "unit": q.unit,
            "look": q.look,
            "hints": len(q.hints),
            "source": [line for line in (about.byline, about.about) if line] if q.text else None,
            "made": text("question", "generated") if q.generated else "",
            "button": kind.button,
            "written": kind.written,
            "ordered": kind.ordered,
            "starters": list(q.starters),
            **{name: [{"id": o.id, "text": o.text} for o in options] for name, options in lists.items()},
            **kind.page(),
        }

    def _kept(self) -> QuestionState:
        return self._journal.states().get(self._question.name, QuestionState())

    def _state(self, fresh: Mark | None = None) -> dict[str, Any]:
        """What the page shows, from the journal: any second tab's work included."""
        return self._shown(self._kept(), fresh)

    def _shown(self, kept: QuestionState, fresh: Mark | None = None) -> dict[str, Any]:
        q, kind = self._question, self._kind
        result = fresh or (mark(q, kept.checked, self._article) if kept.tries else None)
        explained = kept.revealed or kept.outcome in (RIGHT, ANSWERED)
        shown = kind.shows_solution(kept.outcome, kept.revealed)
        feedback = list(result.feedback) if result else []
        if result is not None and not result.counts and kept.outcome in (RIGHT, ANSWERED):
            feedback.append(text("marking", "still-counts"))
        gone = kept.tries > 0 and result is not None and not result.counts and fresh is None
        return {
            "answer": kept.answer,
            "unchecked": kept.answer is not None and kept.answer != kept.checked,
            "outcome": kept.outcome,
            "tries": kept.tries,
            "hints": list(q.hints[: kept.hints]),
            "feedback": [] if gone else feedback,
            "revealed": kept.revealed,
            "explanation": q.explanation if explained else "",
            "evidence": [_shown(p) for p in q.evidence] if explained else [],
            "solution": with_key(q, self._article).solution_in_words() if shown else "",
            "compare": list(q.ask_yourself) if explained else [],
            "rubric": [{"id": line.id, "text": line.text} for line in q.rubric] if explained else [],
            "cells": kind.beside(kept.checked),
            "marks": self._marks(kept, shown),
            **self._passage(q.evidence if explained else ()),
            "sealed": self._sealed(kept),
            "note": text("question", "changed-since") if gone else "",
        }

    def _marks(self, kept: QuestionState, solved: bool) -> dict[str, str]:
        """What the parts of the answer that was checked are; and where the solution is shown, what was missing."""
        if not self._kind.marked or not (kept.tries or solved):
            return {}
        keyed = with_key(self._question, self._article)
        checked = kept.tries and kept.answer == kept.checked
        marks = {part: RIGHT if fits else NOT_YET for part, fits in keyed.marks(kept.checked).items() if checked}
        return {**dict.fromkeys(keyed.parts(keyed.solution()) if solved else (), "solution"), **marks}

    def _passage(self, evidence: Iterable[Pointer]) -> dict[str, Any]:
        """The text that the question is about, with these words lit: in pieces, or as the units that a kind marks."""
        about = self._kind.article
        if not self._question.text or self._kind.marks_text:
            lit = units_at(evidence, about, self._question.unit) if self._question.text else ()
            return {"passage": [], "lit": list(lit)}
        places = [(one.paragraph, span) for one in evidence if (span := about.place_of(one))]
        passage = [
            {
                "id": p.paragraph_id,
                "pieces": [
                    {"text": piece.text, "lit": bool(piece.names)}
                    for piece in segments(p.text, [place for place in places if place[0] == p.paragraph_id])
                ],
            }
            for p in about.paragraphs
        ]
        return {"passage": passage, "lit": []}

    def _sealed(self, kept: QuestionState) -> bool:
        """Whether the answer can no longer be changed: a guess that was made, or whose end is known."""
        return self._kind.seals and kept.done

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        with self.hold_sync():  # one new state, though the journal reports what is added too
            return self._act(message)

    def _act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        answer, kept = message.get("answer"), self._kept()
        match message.get("do"):
            case "check":
                if self._sealed(kept):
                    self.state = self._state()  # it may have been sealed in another tab
                else:
                    self.check(answer)
            case "draft":
                self._keep_draft(answer, kept)
                return {"draft": True}
            case "hint":
                self._help("hint" if kept.hints < len(self._question.hints) else "", kept, answer)
            case "dont-know":  # a hint first; when there are none left, the explanation
                self._help("hint" if kept.hints < len(self._question.hints) else "reveal", kept)
                self._light(scroll=False)
            case "show":
                self._light(scroll=True)
            case "show-row":
                self._show_row(answer)
        return {}

    def _keep_draft(self, answer: Any, kept: QuestionState) -> None:
        if answer != kept.answer and not self._sealed(kept):
            self._journal.add(self._question.name, "draft", answer=answer)
            self.state = self._state()  # a page that is drawn again shows the draft

    def _help(self, did: str, kept: QuestionState, answer: Any = None) -> None:
        if answer:
            self._keep_draft(answer, kept)
        if did:
            self._journal.add(self._question.name, did)
        self.state = self._state()

    def _show_row(self, row: Any) -> None:
        reader = self._reader()
        beside = [entry["id"] for cell in self.state["cells"].values() for entry in cell["rows"]]
        if reader is not None and row in beside:  # and no row that the page does not have yet
            reader.show(row)

    def check(self, answer: Any) -> Mark:
        """Mark an answer, save it (an empty one is no try, one with nothing new a draft), and show the outcome."""
        kept = self._kept()
        answer, is_new = self._kind.merged(answer, kept.checked)
        result = mark(self._question, answer, self._article)
        if not is_new:
            result = self._kind.nothing_new(result)
            if answer is not None:
                self._keep_draft(answer, kept)
        elif result.counts:
            self._journal.add(self._question.name, "answer", answer=answer, outcome=result.outcome)
        self.state = self._state(result)
        if result.outcome == RIGHT:
            self._light(scroll=False)
        return result

    def _light(self, *, scroll: bool) -> None:
        reader = self._reader()
        if reader is not None and self.state["evidence"] and not self._question.text:
            reader.show_words(self._question.evidence, scroll=scroll)


def _shown(pointer: Pointer) -> dict[str, str]:
    """Words that a question points at, and where they are, as the page says it."""
    beside, _, own = pointer.paragraph.rpartition(".")
    where = f"{load_text(beside).outlet}, {own}" if beside else own
    return {"paragraph": pointer.paragraph, "where": where, "words": pointer.words}


@functools.cache
def question_widget(name: str, frame: Any = QuestionWidget) -> type[QuestionWidget]:
    """The widget for a kind of question: the frame, with the page side and the words of the kind."""
    kind = kinds()[name]
    file = (kind.drawn_as or name).replace("-", "_")

    # A front end keeps one style for each name of a class: with one name for all kinds, only the last has its own.
    own = {"__module__": __name__, "sections": kind.sections}
    return type(frame)(f"{frame.__name__}_{file}", (frame,), own, page=f"questions/{file}")
