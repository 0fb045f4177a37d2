"""From one student's records to what there is to count: a small, known amount for each question, whatever the file."""

import datetime as dt
import functools
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...course.journal import QuestionState, replay
from ...course.lesson_key import LessonKey
from ...questions.kinds.base import NOT_TRIED, RIGHT, Kind
from ...questions.question import Question
from ...questions.remembering import original_name
from ..files.journals import records_in
from .in_tools import FirstCoding, Sealing
from .judge import Judge, Marked

#: The most that is kept of one student: records, and names that are no question's.
RECORDS = 20_000
UNKNOWN_NAMES = 20
_LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a student has done with one question.

    `first` is what the first answer came to ("" where there is none); `wrong` are the parts that were ever wrong;
    `chosen` is unit or cell -> choice, for questions on which a class can be split.
    """

    state: QuestionState
    first: str = ""
    first_answer: str = ""
    last_answer: str = ""
    wrong: frozenset[str] = frozenset()
    chosen: Mapping[str, str] | None = None
    at: dt.datetime | None = None


@dataclass(frozen=True)
class Work:
    """What a student has done, by the name of the question; `touched` are the lessons.

    `forms` has the questions of the forms before and after the course, by name.
    `sealed`: tool -> outcome -> chance in percent; `coded`: tool -> (part, layer) -> numbers of marked words.
    `again`: question -> what the first answer came to in each lesson that asked it again.
    """

    taken: Mapping[str, Taken]
    touched: frozenset[LessonKey]
    at: dt.datetime | None
    sealed: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    coded: Mapping[str, Mapping[tuple[str, str], tuple[int, ...]]] = field(default_factory=dict)
    again: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: Mapping[str, Taken] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """What is kept of one record: little, and nothing that grows with what the file holds."""

    question: str
    did: str
    at: dt.datetime | None
    marked: Marked | None = None


class Acts:
    """Acts one after the other, in columns: a class has a million of them."""

    def __init__(self) -> None:
        self._questions: list[str] = []
        self._done: list[str] = []
        self._marked: list[Marked | None] = []
        self._at = array("q")  # seconds; -1 for none

    def __len__(self) -> int:
        return len(self._at)

    def add(self, act: Act) -> None:
        self._questions.append(act.question)
        self._done.append(act.did)
        self._marked.append(act.marked)
        self._at.append(-1 if act.at is None else int(act.at.timestamp()))

    def __iter__(self) -> Iterator[Act]:
        for question, did, at, marked in zip(self._questions, self._done, self._at, self._marked, strict=True):
            yield Act(question, did, None if at < 0 else dt.datetime.fromtimestamp(at, dt.UTC), marked)


@dataclass
class Pile:
    """One student's files, as they are read one after the other; a record that is in several counts once.

    `seen` and `answers` are the marks of all records and of those that are answers, in eight bytes each: a class has
    hundreds of thousands.
    """

    judge: Judge
    files: int = 0
    acts: Acts = field(default_factory=Acts)
    seen: "array[int]" = field(default_factory=lambda: array("Q"))
    answers: "array[int]" = field(default_factory=lambda: array("Q"))
    odd: Counter[str] = field(default_factory=Counter)  # what looks odd, by its name in strings.yml
    unknown: set[str] = field(default_factory=set)
    unknown_records: int = 0
    typed: str = ""

    def __post_init__(self) -> None:
        self._tools = tuple(f"{info.key}/tool:" for info in self.judge.course.lessons)
        self.sealings = {name: Sealing(outcomes) for name, outcomes in self.judge.forecasting.items()}
        self.codings = {name: FirstCoding(parts) for name, parts in self.judge.desks.items()}

    def add(self, content: bytes) -> bool:
        """Take what a file holds, and say whether any line of it is a record; a file without one counts for nothing."""
        read = torn = 0
        seen = set(self.seen)
        for sealing in self.sealings.values():
            sealing.begin()
        for record in records_in(content):
            if record is None:
                torn += 1
                continue
            read += 1
            if len(self.acts) + self.unknown_records >= RECORDS:
                self.odd["too-many"] = 1
                break
            record["question"] = self.judge.course.name_now(record["question"])
            if tool := self.sealings.get(record["question"]) or self.codings.get(record["question"]):
                tool.take(record)  # also a copy: anyone who changes a seal leaves its id as it was
            if record["mark"] is None or record["mark"] not in seen:
                seen.add(record["mark"])
                self._add(record)
        if read:
            self.files += 1
            self.odd["lines"] += torn
        return read > 0

    def _add(self, record: Mapping[str, Any]) -> None:
        name, did, mark = record["question"], record["did"], record["mark"]
        if mark is not None:
            self.seen.append(mark)
            if did in ("answer", "seal"):
                self.answers.append(mark)
        asked = original_name(name) or name
        kind = self.judge.kinds.get(asked) or self.judge.forms.get(asked)
        if kind is not None:
            act = self._answer(kind.question, record) if did == "answer" else Act(name, did, record["at"])
            if act:
                self.acts.add(act)
        elif name in self.judge.practice or name.startswith(self._tools):
            self.acts.add(Act(name, did, record["at"]))
        else:
            self.unknown_records += 1
            if len(self.unknown) < UNKNOWN_NAMES:
                self.unknown.add(name)

    def _answer(self, question: Question, record: Mapping[str, Any]) -> Act | None:
        """Marked again: what a file says of its own answers is counted, where it says "right" and that is not so."""
        answer = record["answer"]
        marked = self.judge.marked(question, answer, record["outcome"])
        self.odd["disputed"] += record["outcome"] == RIGHT != marked.outcome
        if marked.outcome == NOT_TRIED:
            return None  # an empty answer is no try
        return Act(record["question"], "answer", record["at"], marked)

    def work(self) -> Work:
        """What the student has done. It ends the pile: nothing can be added to it afterwards."""
        acts = sorted(self.acts, key=lambda act: act.at or _LONG_AGO) if self.files > 1 else self.acts
        groups: dict[str, list[Act]] = {}
        for act in acts:
            groups.setdefault(act.question, []).append(act)
        taken, forms = (
            {name: _taken(kinds[name], groups[name]) for name in groups if name in kinds}
            for kinds in (self.judge.kinds, self.judge.forms)
        )
        touched = frozenset(map(LessonKey.of, groups))
        sealed = {name: one.counts for name, one in self.sealings.items() if one.counts}
        coded = {name: one.marked for name, one in self.codings.items() if one.marked}
        again: dict[str, tuple[str, ...]] = {}
        for name, done in groups.items():
            if (original := original_name(name)) in self.judge.kinds:
                again[original] = (*again.get(original, ()), *[act.marked.outcome for act in done if act.marked][:1])
        self.acts, self.seen = Acts(), array("Q")  # of a class they are half of all that is kept
        return Work(taken, touched, max((act.at for act in acts if act.at), default=None), sealed, coded, again, forms)


def _taken(kind: Kind, acts: list[Act]) -> Taken:
    state = _state_after(tuple((act.did, act.marked.outcome if act.marked else "") for act in acts))
    at = max((act.at for act in acts if act.at), default=None)
    answers = [act.marked for act in acts if act.marked]
    if not answers:
        return Taken(state, at=at)
    first, last = answers[0], answers[-1]
    more = [one.wrong for one in answers[1:] if not one.wrong <= first.wrong]
    return Taken(
        state=state,
        first=first.outcome,
        first_answer=first.shown,
        last_answer=last.shown,
        wrong=first.wrong.union(*more) if more else first.wrong,
        chosen=(last if kind.last_counts else first).chosen,
        at=at,
    )


@functools.lru_cache(maxsize=10_000)
def _state_after(acts: tuple[tuple[str, str], ...]) -> QuestionState:
    """Where acts lead to, without their answers: in a class most questions have one of a few sequences."""
    records = [{"question": "", "did": did, "outcome": outcome} for did, outcome in acts]
    return replay(records).get("", QuestionState())
