"""What a student left in the lessons' tools, as far as a class report counts it: sealed forecasts, and codings.

Files are anybody's: whatever is in a record, it costs that record and no other, and what looks forged is told.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...coding.article import CodedArticle
from ...coding.outside_facts import load_outside_facts
from ...course.course import Course
from ...questions.lesson_files import tool_file
from ...tools.desk.comparing import KIND_COLUMNS, ArticlePart, entries_in, marks_in
from ...tools.desk.content import COMMON, read_desk
from ...tools.forecasts import Outcome, is_forecast, read_outcomes

FORECAST, DESK = "forecast", "coding-desk"
#: The most marks of one coding that count: a word of a part can be marked in more ways than one, but not in all.
MOST_MARKS = 2_000

#: lesson/tool:name -> its outcomes
Forecasting = Mapping[str, tuple[Outcome, ...]]
#: lesson/tool:name -> part of the article -> its title and its words
Desks = Mapping[str, Mapping[str, tuple[str, ArticlePart]]]


def forecasting(course: Course, article: CodedArticle) -> Forecasting:
    """The outcomes of every lesson in which forecasts are sealed."""
    facts = load_outside_facts(course.article)
    files = {info.key: tool_file(info.key, article, f"{FORECAST}.yml") for info in course.lessons}
    return {f"{key}/tool:{FORECAST}": read_outcomes(file, facts) for key, file in files.items() if file.fields}


def desks(course: Course, article: CodedArticle) -> Desks:
    """The parts of the article that are to be coded, for every lesson with a coding desk."""
    files = {info.key: tool_file(info.key, article, f"{DESK}.yml", COMMON) for info in course.lessons}
    return {
        f"{key}/tool:{DESK}": read_desk(file).parts_on(article, brought=course.is_brought)
        for key, file in files.items()
        if file.fields
    }


#: Chances in percent as they were sealed, and how many chances are for what is no outcome of the course.
Seal = tuple[Mapping[str, int], int]


@dataclass
class Sealing:
    """What one student's files say of one set of forecasts.

    The course writes one seal, with a chance for every outcome, and shows what happened only after it. Two seals
    that differ, one that was changed, one with what is no chance, or one that comes after the reveal, are not the
    course's work: nobody can tell which forecast was made in time, so none of them counts.
    """

    outcomes: tuple[Outcome, ...]
    seals: list[Seal] = field(default_factory=list)
    troubles: set[str] = field(default_factory=set)
    _marks: dict[int, Seal] = field(default_factory=dict)
    _revealed: bool = False
    _sealed_here: bool = False

    def begin(self) -> None:
        """Another file of the same student begins: what was revealed first is asked file by file."""
        self._revealed = self._sealed_here = False

    def take(self, record: Mapping[str, Any]) -> None:
        answer = record["answer"]
        if record["did"] == "seal":
            self._take_seal(answer, record["mark"])
        elif record["did"] == "draft" and isinstance(answer, dict) and answer.get("revealed") is True:
            self._revealed |= not self._sealed_here

    def _take_seal(self, answer: Any, mark: int | None) -> None:
        if self._revealed:
            self.troubles.add("seal-late")
        self._sealed_here = True
        chances = answer if isinstance(answer, dict) else {}
        if not chances or not all(map(is_forecast, chances.values())):
            self.troubles.add("seal-chances")
            return
        known = {o.id: chances[o.id] for o in self.outcomes if o.id in chances}
        seal = (known, len(chances) - len(known))
        if mark is not None and self._marks.setdefault(mark, seal) != seal:
            self.troubles.add("seal-changed")
        elif seal not in self.seals:
            self.seals = [*self.seals, seal][:3]
            if len(self.seals) > 1:
                self.troubles.add("seal-twice")

    @property
    def counts(self) -> Mapping[str, int] | None:
        """The chances that count, by the outcome's id; None where nothing was sealed, or what was is in doubt."""
        return None if self.troubles or not self.seals else self.seals[0][0] or None

    @property
    def unknown(self) -> int:
        """Chances for what is no outcome of this course: they do not count, and the others do."""
        return max((unknown for _, unknown in self.seals), default=0)


@dataclass
class FirstCoding:
    """What one student marked at the coding desk before the first comparison: a reading of the student's own.

    `marked`: (part, layer) -> the numbers of the words that are marked. What was marked after the article's coding
    was seen is not independent, and is left out.
    """

    parts: Mapping[str, tuple[str, ArticlePart]]
    marked: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)

    def take(self, record: Mapping[str, Any]) -> None:
        drafted = record["did"] == "draft" and isinstance(record["answer"], dict)
        compared = record["answer"].get("compared") if drafted else None
        for name, both in (compared if isinstance(compared, dict) else {}).items():
            part, layer = key = _part_and_layer(name)
            if key in self.marked or part not in self.parts or layer not in KIND_COLUMNS:
                continue
            entries = both.get("first") if isinstance(both, dict) else None
            if isinstance(entries, list) and len(entries) <= MOST_MARKS:
                here = self.parts[part][1]
                marks = [mark for mark in marks_in(entries_in(entries), layer) if here.holds(mark)]
                if marks:
                    numbers: set[int] = set().union(*(here.under(mark, "word") for mark in marks))
                    self.marked[key] = tuple(sorted(numbers))  # a set of so few takes ten times as much


@functools.lru_cache(maxsize=1000)
def _part_and_layer(name: str) -> tuple[str, str]:
    part, _, layer = name.partition("/")
    return part, layer
