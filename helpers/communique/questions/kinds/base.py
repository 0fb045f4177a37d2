"""What every kind of question shares. A kind is one class in a file of its own, and the file is all there is of it
in Python; its page side is the .js file of its name, and its words are in strings.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from ...base.strings import section, text
from ...coding.article import CodedArticle
from ...coding.loading import load_text
from ...coding.units import Unit, units_of
from ..in_words import InWords, Line, as_it_stands, gone
from ..keys import Key
from ..question import Option, Question

NOT_TRIED, NOT_YET, RIGHT, ANSWERED = "not-tried", "not-yet", "right", "answered"


@dataclass(frozen=True)
class Mark:
    """What a student is told about an answer.

    `counts` is False for an empty or an incomplete answer: it is no try.
    """

    outcome: str
    feedback: tuple[str, ...] = ()
    counts: bool = True


@dataclass(frozen=True)
class KeyPart:
    """One part of a key as the teacher's book prints it: a `label`, and lines of (sign, words, note)."""

    label: str
    lines: tuple[tuple[str, str, str], ...]


class Kind:
    """A question of some kind, asked about an article, about the text that it names, or about the article and texts.

    Only marking, the class report and the teacher's book give a key. A subclass says what is particular to its kind.
    `needs` are the lists of two or more that its entry in questions.yml must have, `key_field` what key.yml must say of
    it ("" where the reference is the article's coding). `marked` says whether an answer can be right. `judged` says
    that answers show where careful readers differ: the first of a student, or, with `last_counts`, the last;
    `discussed` names the string that asks a class about them. A lesson asks what `comes_last` at its end. The page has
    the strings of `sections`, of which `button` is on the button; `written` answers are compared with a model, and
    those of a kind that `seals` cannot be changed once kept. An `ordered` solution has numbers. An answer
    takes `seconds` besides reading: to look in the text, decide, and go over a mistake. The list named by `shuffled` is
    in an order of each student's own, so that a place is no guide to what is right. One that `marks_text` shows the
    whole text itself. One that is `drawn_as` another has no file of its own for the page.
    """

    name: ClassVar[str] = ""
    needs: ClassVar[tuple[str, ...]] = ()
    key_field: ClassVar[str] = ""
    marked: ClassVar[bool] = True
    judged: ClassVar[bool] = False
    discussed: ClassVar[str] = "ask-scale"
    last_counts: ClassVar[bool] = False
    comes_last: ClassVar[bool] = False
    sections: ClassVar[tuple[str, ...]] = ("question",)
    button: ClassVar[str] = "check"
    written: ClassVar[bool] = False
    ordered: ClassVar[bool] = False
    seconds: ClassVar[int] = 60
    seals: ClassVar[bool] = False
    shuffled: ClassVar[str] = ""
    marks_text: ClassVar[bool] = False
    drawn_as: ClassVar[str] = ""

    def __init__(self, question: Question, article: CodedArticle, key: Key | None = None) -> None:
        self.question, self.key = question, key or Key()
        self.article = load_text(question.text) if question.text else article.with_texts(map(load_text, question.texts))
        self.has_reference = key is not None or not self.key_field

    # What an answer comes to.

    def mark(self, answer: Any) -> Mark:
        """Mark an answer; one of another shape, from an older or a damaged file, is an empty one."""
        raise NotImplementedError

    def solution(self) -> Any:
        raise NotImplementedError

    # In words: for the worksheet, the page and the teacher's book.

    def in_words(self, answer: Any) -> InWords:
        """What a student answered, in words; what cannot be read as an answer is given back as it is."""
        return as_it_stands(answer)

    def in_the_book(self) -> list[KeyPart]:
        shown = self.in_words(self.solution())
        return [KeyPart(text("teacher-book", "solution"), tuple(("", line.text, line.label) for line in shown.lines))]

    def solution_in_words(self) -> str | list[str]:
        return [self.part_in_words(part) for part in self.parts(self.solution())]

    def shows_solution(self, outcome: str, revealed: bool) -> bool:
        """Whether the page shows the solution, after a try or the wish to have it explained."""
        return revealed or outcome == ANSWERED

    # For the class report.

    def parts(self, answer: Any) -> list[str]:
        """The names of what an answer is made of, as far as the question has it."""
        return [f"{unit}={place}" for unit, place in self.placed(answer).items()]

    def fits(self, part: str) -> bool:
        unit, _, place = part.partition("=")
        return place in self.reference(unit)

    def wrong_parts(self, answer: Any) -> list[str]:
        return (
            [part for part in self.parts(answer) if not self.fits(part)] if self.marked and self.has_reference else []
        )

    def part_in_words(self, part: str) -> str:
        return self.question.label(part)

    def placed(self, answer: Any) -> dict[str, str]:
        """What an answer says of each thing: unit -> choice, option -> place or cell -> step."""
        return {}

    def placeable(self) -> list[str]:
        return [option.id for option in self.question.options]

    def reference(self, unit: str) -> tuple[str, ...]:
        """Where the key, or the article's coding, puts a thing."""
        return ()

    def unit_in_words(self, unit: str) -> str:
        return self.question.label(unit)

    def place_in_words(self, place: str) -> str:
        return self.question.label(place)

    # For the page.

    def marks(self, answer: Any) -> dict[str, bool]:
        """Which parts of a checked answer fit, by what the page calls them: an option, or a unit of the text."""
        return {part: self.fits(part) for part in self.parts(answer)} if self.marked and self.has_reference else {}

    def page(self) -> dict[str, Any]:
        return {}

    def beside(self, checked: Any) -> dict[str, dict[str, Any]]:
        """What is beside the parts of an answer that was checked."""
        return {}

    def merged(self, answer: Any, checked: Any) -> tuple[Any, bool]:
        """An answer together with the one checked before, and whether it has anything new to mark."""
        return answer, True

    def nothing_new(self, mark: Mark) -> Mark:
        """What a student is told who checks an answer with nothing new in it."""
        return mark

    # What several kinds share.

    @classmethod
    def words(cls) -> dict[str, str]:
        return section(*cls.sections)

    @classmethod
    def seconds_for(cls, question: Question) -> int:
        return cls.seconds

    @classmethod
    def title(cls) -> str:
        """What the kind is called on paper; "" for one that is not known."""
        return cls.words().get(f"kind-{cls.name}", "")

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """The sentences or words of the article that can be marked, by name."""
        return {unit.name: unit for unit in units_of(self.article, self.question.unit)}

    def chosen(self, answer: Any) -> list[Option]:
        """The options that an answer names and the question still has."""
        named = dict.fromkeys(str(one) for one in (answer if isinstance(answer, list) else [answer]))
        return [option for one in named if (option := self.question.option(one))]

    def option_line(self, name: str) -> Line:
        option = self.question.option(name)
        return Line(option.text) if option else gone(name)


def nothing_yet(message: str, **values: Any) -> Mark:
    """The mark of an answer in which something is missing."""
    return Mark(NOT_TRIED, (text("marking", message, **values),), counts=False)


def with_feedback(option: Option) -> str:
    """An option with its feedback, as one line."""
    return f"{option.text} – {option.feedback}"
