"""The course is fair to every party: no lesson quotes one side only, and who is accused is heard first."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from communique.base.places import lessons_folder
from communique.coding.article import CodedArticle, Evidence
from communique.coding.codes import plover
from communique.coding.pointers import HEADLINE
from communique.course.course import load_course
from communique.student.notebooks import text_for

LESSONS = [info.name for info in load_course().lessons]
QUOTED = re.compile(r'"([^"\n]+)"|“([^”\n]+)”')
#: Words that judge a party. Nobody but a speaker may use one, between quotation marks.
VERDICTS = re.compile(
    r"\b(regime|puppet|rogue|so-called|dictator|tyrant|aggressor|terrorist|thug|evil|brutal|ruthless|propaganda)",
    re.I,
)
CELL = re.compile(r"```\{code-cell\}.*?```", re.DOTALL)
each_lesson = pytest.mark.parametrize("lesson", LESSONS)


@dataclass(frozen=True)
class Quotation:
    """Words of the report in a lesson's prose: where, whose (a country, "" for the report's own), against whom."""

    at: int
    words: str
    side: str
    against: frozenset[str]


def _statement_at(coded: CodedArticle, start: int, end: int) -> Evidence | None:
    """The innermost statement whose content holds these characters."""
    around = [e for e in coded.evidence if e.role == "content" and e.start <= start and end <= e.end]
    return min(around, key=lambda e: e.end - e.start, default=None)


def _quotations(lesson: str, coded: CodedArticle, file: str = "lesson.md") -> list[Quotation]:
    prose = CELL.sub("", text_for(f"{lesson}/{file}"))
    return [q for match in QUOTED.finditer(prose) if (q := _quotation(match, coded))]


def _quotation(match: re.Match[str], coded: CodedArticle) -> Quotation | None:
    words = (match[1] or match[2]).strip(" .,;:?!")
    start = coded.text.casefold().find(words.casefold())
    if len(words.split()) < 2 or start < 0:
        return None
    statement = _statement_at(coded, start, start + len(words))
    if statement is None or statement.paragraph_id == HEADLINE:  # the headline is the report's
        return Quotation(match.start(), words, "", frozenset())
    row = coded.rows[statement.row_id]
    countries = {actor.id: actor.country for actor in coded.actors}
    side = next((countries[a] for a in (*row.source_ids, *row.channel) if countries[a]), "")
    event = coded.rows[row.event_id] if row.event_id else None
    accused = event.recipient_ids if event and plover()[event.event, event.mode].quad_code == 3 else ()
    return Quotation(match.start(), words, side, frozenset(countries[a] for a in accused) - {"", side})


def test_the_quotations_of_the_report_have_their_sides(coded: CodedArticle) -> None:
    """The measure itself: the office's words are South Korea's, Mr Kim's are North Korea's, the rest the report's."""
    found = {q.words: q for lesson in LESSONS for q in _quotations(lesson, coded)}
    assert ("KOR", {"PRK", "RUS"}) == (found["wars of invasion"].side, found["wars of invasion"].against)
    assert ("PRK", set()) == (
        found["special military operation in Ukraine"].side,
        found["special military operation in Ukraine"].against,
    )
    assert "" == found["on Wednesday"].side


@each_lesson
def test_no_lesson_quotes_one_side_only(lesson: str, coded: CodedArticle) -> None:
    """Where one party's words are quoted, another party's are too, and none has more than three quarters of them: in
    the prose, and with the questions, where three or more are quoted."""
    prose = _quotations(lesson, coded)
    every = prose + _quotations(lesson, coded, "questions.yml")
    for quotations, least in ((prose, 1), (every, 3)):
        counts = Counter(side for side, _ in {(q.side, q.words.casefold()) for q in quotations} if side)
        assert sum(counts.values()) < least or max(counts.values()) <= 3 / 4 * sum(counts.values()), counts


@each_lesson
def test_who_is_accused_is_heard_first(lesson: str, coded: CodedArticle) -> None:
    """Where a lesson quotes a party and also another's words against it, the party's own words come first."""
    found = _quotations(lesson, coded)
    own = {side: next(q.at for q in found if q.side == side) for side in {q.side for q in found if q.side}}
    against = {side: next((q.at for q in found if side in q.against), None) for side in own}
    assert [] == [side for side in own if against[side] is not None and against[side] < own[side]]


WORDS_OF_OURS = sorted(
    path
    for path in lessons_folder().rglob("*")
    if path.suffix in (".md", ".yml", ".csv") and path.name not in ("sources.yml", "headline-workshop.yml")
)


def test_nothing_of_ours_judges_a_party() -> None:
    """Lessons, questions, forms, plain words, retellings, made-up texts and tables have no verdict of their own."""
    found = [f"{path.relative_to(lessons_folder())}: {word}" for path in WORDS_OF_OURS for word in _verdicts(path)]
    assert [] == found


def _verdicts(path: Path) -> list[str]:
    texts = [path.read_text(encoding="utf-8")]
    if path.suffix == ".csv":  # a cell's own quotation marks, not those of the file
        texts = [cell for row in csv.reader(texts[0].splitlines(keepends=True)) for cell in row]
    return [word for text in texts for word in VERDICTS.findall(re.sub(r'"+[^"]+"+|“[^”]+”', "", text))]


def test_a_verdict_is_seen_outside_quotation_marks(tmp_path: Path) -> None:
    """The measure itself."""
    path = tmp_path / "text.md"
    path.write_text('The regime spoke. "A regime," he said.', encoding="utf-8")
    assert ["regime"] == _verdicts(path)
    path = tmp_path / "table.csv"
    path.write_text('words,"the two"\n"""A regime,"" he said. ""A thug.""",thug\n', encoding="utf-8")
    assert ["thug"] == _verdicts(path)
