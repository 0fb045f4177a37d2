"""From rows to a question and its key: one function a shape, for all topics."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...base.strings import section, text
from ...coding.pointers import Pointer
from ...course.lesson_key import LessonKey
from ..keys import Key
from ..question import Option, Question

#: No question has more options than this, right ones included.
MOST_OPTIONS = 6


@dataclass(frozen=True)
class Made:
    """A generated question with its key. The two are parted at once: a widget gets the question alone."""

    question: Question
    key: Key


@dataclass(frozen=True)
class QuestionWords:
    """What a generated question says: prompt, two hints and explanation, from strings.yml."""

    topic: str
    values: Mapping[str, object]

    def __getitem__(self, part: str) -> str:
        return text("asking", f"{self.topic}-{part}", **self.values)

    @property
    def all(self) -> dict[str, Any]:
        return {"prompt": self["prompt"], "hints": (self["hint-where"], self["hint-how"]), "explanation": self["why"]}


def choice(
    words: QuestionWords,
    about: Iterable[str],
    right: Sequence[Option],
    wrong: Sequence[Option],
    evidence: Sequence[Pointer],
    order: Sequence[str],
    *,
    many: bool = False,
) -> Made | None:
    """A question to choose from; None where there is nothing right, nothing wrong, or one text stands twice.

    Its id is made of what it is `about`, such as row ids; `order` has the ids of the options as they are shown; `many`
    asks for all that fit even where one alone is right.
    """
    options = _told_apart([*right, *wrong])
    if not right or not wrong or not evidence or _twice(options):
        return None
    shown = sorted(options, key=lambda option: order.index(option.id))
    kind = "choose-many" if many or len(right) > 1 else "choose-one"
    ids = tuple(option.id for option in right)
    named = [*about, *sorted(f"{option.id}={option.text}" for option in right)]
    question = _question(words, kind, named, evidence, options=tuple(shown))
    return Made(question, Key(right=ids))


def pairs(
    words: QuestionWords,
    about: Iterable[str],
    options: Sequence[Option],
    choices: Sequence[Option],
    matched: Mapping[str, str],
    evidence: Sequence[Pointer],
    *,
    scale: bool = False,
) -> Made | None:
    """A question that gives each thing a partner or, on a scale, a step; None where all would get the same one."""
    options = _told_apart(options)
    if len(options) < 2 or len(set(matched.values())) < 2 or not evidence or _twice(options) or _twice(choices):
        return None
    sides = {"steps": tuple(choices)} if scale else {"choices": tuple(choices)}
    key = Key(pairs={option.id: (matched[option.id],) for option in options})
    named = [*about, *sorted(f"{option.id}={option.text}={matched[option.id]}" for option in options)]
    kind = "place-on-scale" if scale else "match-pairs"
    return Made(_question(words, kind, named, evidence, options=tuple(options), **sides), key)


def find(words: QuestionWords, about: Iterable[str], spans: Sequence[Pointer]) -> Made | None:
    """A question whose answer is marked in the article, word by word; None where there is nothing to find."""
    if not spans:
        return None
    named = [*about, *(f"{one.paragraph}/{one.words}" for one in spans)]
    question = _question(words, "find-words", named, spans, unit="word")
    return Made(question, Key(spans=tuple(spans)))


def matrix(
    words: QuestionWords, about: Iterable[str], rows: Sequence[str], columns: Sequence[str], evidence: Sequence[Pointer]
) -> Made:
    """Actors to be placed on issues; the reference is the article's coding itself."""
    named = [*about, *rows, *columns]
    return Made(_question(words, "fill-the-matrix", named, evidence, rows=tuple(rows), columns=tuple(columns)), Key())


def steps(names: Iterable[str], strings_of: str) -> list[Option]:
    """The steps of a ladder or a scale, or the kinds of something, as options."""
    named = section(strings_of)
    return [Option(name, named[name]) for name in names]


def _question(
    words: QuestionWords, kind: str, named: Iterable[str], evidence: Sequence[Pointer], **parts: Any
) -> Question:
    # of what is asked and what is right, not of the wrong answers: a row more in the coding moves no answer
    digest = hashlib.sha256("\n".join([words.topic, *named]).encode()).hexdigest()[:8]
    name = f"{words.topic}-{digest}"
    return Question(
        lesson=LessonKey(""), id=name, kind=kind, evidence=tuple(evidence), generated=True, **words.all, **parts
    )


def _told_apart(options: Sequence[Option]) -> list[Option]:
    """The options, each with its own feedback: where two rows are based on the same words, it begins with its text."""
    feedback = [option.feedback for option in options]
    return [
        option
        if feedback.count(option.feedback) == 1
        else replace(option, feedback=f"{option.text}: {option.feedback}")
        for option in options
    ]


def _twice(options: Sequence[Option]) -> bool:
    return len({option.text.casefold() for option in options}) < len(options)
