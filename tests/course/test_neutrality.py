"""The course is fair to every party: no lesson quotes one side only, and who is accused is heard first."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pytest
from communique.coding.article import CodedArticle, Evidence
from communique.coding.codes import plover
from communique.coding.pointers import HEADLINE
from communique.course.course import load_course
from communique.student.notebooks import text_for

LESSONS = [info.name for info in load_course().lessons]
QUOTED = re.compile(r'"([^"\n]+)"|“([^”\n]+)”')
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


def _quotations(lesson: str, coded: CodedArticle) -> list[Quotation]:
    prose = CELL.sub("", text_for(f"{lesson}/lesson.md"))
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
    """Where one party's words are quoted, another party's are too, and none has more than three quarters of them."""
    counts = Counter(side for side, _ in {(q.side, q.words.casefold()) for q in _quotations(lesson, coded)} if side)
    assert len(counts) != 1, counts
    assert max(counts.values(), default=0) <= 3 / 4 * sum(counts.values()), counts


@each_lesson
def test_who_is_accused_is_heard_first(lesson: str, coded: CodedArticle) -> None:
    """Where a lesson quotes a party and also another's words against it, the party's own words come first."""
    found = _quotations(lesson, coded)
    own = {side: next(q.at for q in found if q.side == side) for side in {q.side for q in found if q.side}}
    against = {side: next((q.at for q in found if side in q.against), None) for side in own}
    assert [] == [side for side in own if against[side] is not None and against[side] < own[side]]
