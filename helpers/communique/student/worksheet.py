"""A student's work as one page to print. It reads the journal and the questions, never a key."""

import datetime as dt
import textwrap
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..base.pages import html_page
from ..base.strings import day_in_words, section, text
from ..coding.article import CodedArticle
from ..coding.glossary import terms_of
from ..coding.loading import load_text
from ..course.course import Course, LessonInfo
from ..course.journal import Journal, QuestionState, replay
from ..course.lesson_key import LessonKey
from ..questions.bank import numbers_of, questions_of
from ..questions.forms import form_questions, is_withheld
from ..questions.how_far import counted, how_many_done, is_done
from ..questions.in_words import InWords, Line, as_it_stands, pointer_line
from ..questions.kinds import in_words, kind_of
from ..questions.question import Question
from ..questions.remembering import original_name
from ..tools.in_words import tool_in_words, tool_title

FILE_NAME = "my-worksheet.html"

_LONGEST_NAME = 200
_LONGEST_PROMPT = 110


@dataclass(frozen=True)
class Card:
    """One question on the sheet: `facts` are outcome, tries and hints; `answers` pairs of label and words.

    `texts` are the short texts that it is about.
    """

    prompt: str
    kind: str = ""
    outcome: str = ""
    facts: tuple[str, ...] = ()
    answers: tuple[tuple[str, InWords], ...] = ()
    note: str = ""
    explanation: str = ""
    evidence: tuple[Line, ...] = ()
    texts: tuple[CodedArticle, ...] = ()


@dataclass(frozen=True)
class LessonSheet:
    """One lesson on the sheet; `open` are the prompts of questions without an answer."""

    title: str
    done: str
    cards: tuple[Card, ...]
    open: tuple[str, ...] = ()


def worksheet(
    journal: Journal,
    course: Course,
    article: CodedArticle,
    *,
    name: str = "",
    lessons: Iterable[str] = (),
    made: dt.date | None = None,
) -> str:
    """A student's work as one HTML page without scripts and without other files.

    Without `lessons` it has every lesson with something done, and at its end what helps with reading the report. What
    is on it as a name is kept nowhere else.
    """
    wanted = [course.lesson(one) for one in lessons]
    records = journal.records()
    withheld = [info.name for info in course.forms if is_withheld(journal, info.name)]
    work = _Work(records, article, withheld, {info.key: info for info in course.lessons})
    parts = [work.part(info, questions_of(info.key, article)) for info in wanted or course.lessons]
    shown = [part for part in parts if part.cards or wanted]
    if not wanted:
        forms = [work.part(info, form_questions(journal, info.name)) for info in course.forms]
        shown += [part for part in forms if part.cards] + work.elsewhere(course)
    made = made or dt.date.today()
    return html_page(
        "worksheet",
        course=course,
        name=" ".join(name.split())[:_LONGEST_NAME],
        made=day_in_words(made),
        parts=shown,
        not_begun=[] if wanted else [part.title for part in parts if not part.cards],
        unread=journal.unread(),
        byline=article.byline,
        article=article,
        help={} if wanted else section("reading-help"),
        terms=terms_of(article),
    )


class _Work:
    """What one student did, question by question."""

    def __init__(
        self,
        records: list[dict[str, Any]],
        article: CodedArticle,
        withheld: Collection[str],
        lessons: Mapping[LessonKey, LessonInfo],
    ) -> None:
        self._lessons = lessons
        self._article, self._states, self._withheld = article, replay(records), withheld
        answers = [record for record in records if record.get("did") == "answer"]
        self._right = {one["question"]: one.get("answer") for one in answers if one.get("outcome") == "right"}
        seals = [record for record in records if record.get("did") == "seal"]
        self._sealed = {one["question"]: one.get("answer") for one in reversed(seals)}  # the first seal counts
        self._names = list(dict.fromkeys([*self._states, *self._sealed]))

    def part(self, info: LessonInfo, questions: Mapping[str, Question]) -> LessonSheet:
        """One lesson: its questions in order, then what the course no longer has."""
        numbers, waiting = numbers_of(info, questions.values()), []
        again = {name: card for name in self._names if LessonKey.of(name) == info.key and (card := self._again(name))}
        cards = list(again.values())
        for question in questions.values():
            state = self._states.get(question.name, QuestionState())
            if _has_something(state):
                cards.append(self._card(numbers[question.id], question, state))
            elif not (question.extra or is_done(self._states, question)):
                hints = f" ({_hints(question, state)})" if state.hints else ""
                prompt = textwrap.shorten(question.prompt, _LONGEST_PROMPT, placeholder=" …")
                waiting.append(f"{numbers[question.id]} {prompt}{hints}")
        known = {*again, *(question.name for question in questions.values())}
        others = [name for name in self._names if name.startswith(f"{info.key}/") and name not in known]
        cards += self._strangers(others)
        asked = counted(questions.values())
        done_of = how_many_done("worksheet", self._states, asked)
        return LessonSheet(info.heading, done_of, tuple(cards), tuple(waiting))

    def _again(self, name: str) -> Card | None:
        """What a lesson asked again of one before it; None for any other name."""
        home = self._lessons.get(LessonKey.of(original_name(name)))
        questions = questions_of(home.key, self._article) if home else {}
        question = questions.get(original_name(name).partition("/")[2])
        state = self._states.get(name, QuestionState())
        if home is None or question is None or not _has_something(state):
            return None
        number = numbers_of(home, questions.values())[question.id]
        card = self._card(number, replace(question, again=LessonKey.of(name)), state)
        return replace(card, kind=f"{text('remembering', 'card')} · {card.kind}")

    def elsewhere(self, course: Course) -> list[LessonSheet]:
        known = {info.key for info in (*course.lessons, *course.forms)}
        cards = self._strangers([name for name in self._names if LessonKey.of(name) not in known])
        return [LessonSheet(text("worksheet", "elsewhere"), "", cards)] if cards else []

    def _strangers(self, names: Iterable[str]) -> tuple[Card, ...]:
        """What is no question of the course: a lesson's own tools, and questions that are gone."""
        cards = []
        for name in names:
            last = name.partition("/")[2]
            state = self._states.get(name, QuestionState())
            if last.startswith("tool:"):
                tool = last.removeprefix("tool:")[:_LONGEST_NAME]
                words = tool_in_words(LessonKey.of(name), tool, state.answer, self._sealed.get(name), self._article)
                cards += [Card(prompt=tool_title(tool), answers=words)] if words else []
            elif _has_something(state):
                answers = ((text("worksheet", "kept"), as_it_stands(state.answer)),)
                cards.append(Card(prompt=name[:_LONGEST_NAME], answers=answers, note=text("worksheet", "gone")))
        return tuple(cards)

    def _card(self, number: str, question: Question, state: QuestionState) -> Card:
        reached = state.done and question.lesson.name not in self._withheld
        untried = "explained" if reached else "left-open"
        outcome = untried if state.outcome == "not-tried" and state.revealed else f"outcome-{state.outcome}"
        sign = {"not-tried": "○", "not-yet": "◐"}.get(state.outcome, "●")
        words, made = kind_of(question).words(), text("question", "generated") if question.generated else ""
        facts = [text("question", "tries", tries=state.tries)] if state.tries else []
        facts += [_hints(question, state)] if state.hints else []
        return Card(
            prompt=f"{number} {question.prompt}",
            kind=" · ".join(filter(None, (kind_of(question).title(), made))),
            outcome=f"{sign} {words[outcome]}",
            facts=tuple(facts),
            answers=tuple((label, in_words(question, one, self._article)) for label, one in self._answers(question)),
            explanation=question.explanation if reached else "",
            evidence=tuple(pointer_line(pointer) for pointer in question.evidence) if reached else (),
            texts=tuple(load_text(name) for name in filter(None, (question.text, *question.texts))),
        )

    def _answers(self, question: Question) -> list[tuple[str, Any]]:
        """The answer that counts, what was checked after it, and what is not checked yet."""
        state = self._states[question.name]
        labels, answers = section("worksheet"), []
        counts = self._right.get(question.name, state.checked)
        if state.tries:
            answers.append((labels["answer"], counts))
        if state.tries and not _same(state.checked, counts):
            answers.append((labels["later-answer"], state.checked))
        if not _is_empty(state.answer) and not (state.tries and _same(state.answer, state.checked)):
            answers.append((labels["draft"], state.answer))
        return answers


def _hints(question: Question, state: QuestionState) -> str:
    return text("worksheet", "hints", hints=min(state.hints, len(question.hints)), count=len(question.hints))


def _has_something(state: QuestionState) -> bool:
    return bool(state.tries or state.revealed or not _is_empty(state.answer))


def _is_empty(answer: Any) -> bool:
    parts = answer.values() if isinstance(answer, dict) else [answer]
    return all(not part.strip() if isinstance(part, str) else part in (None, [], {}) for part in parts)


def _same(one: Any, other: Any) -> bool:
    try:
        return one is other or one == other
    except RecursionError:  # nested too deeply to be compared, and so no answer of ours
        return False
