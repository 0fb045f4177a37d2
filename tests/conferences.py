"""What the tests of the negotiating table share: the conference of the course, and articles with other names."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from communique.base.places import lessons_folder
from communique.base.yaml_files import YamlEntry, read_yaml
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded
from communique.coding.outside_facts import load_outside_facts
from communique.coding.schema import Row
from communique.course.course import load_course
from communique.tools.negotiation.clauses import Clause, make_clause, read_openings
from communique.tools.negotiation.delegations import Conference, open_conference
from communique.tools.negotiation.exchange import DelegationFile
from communique.tools.negotiation.moves import KINDS, Move, make_move
from communique.tools.negotiation.readings import rows_on

CONTENT = read_yaml(lessons_folder() / "table" / "negotiating-table.yml")
OPENINGS = read_openings(YamlEntry(CONTENT, "negotiating-table.yml"))
CODED = load_coded(load_course().article)
CONFERENCE = open_conference(CODED, load_outside_facts(CODED.slug), OPENINGS)
DELEGATIONS = tuple(CONFERENCE.delegations)
#: Two and two, each couple once: what is tested by swapping need not be swapped twice.
COUPLES = [(a, b) for a in DELEGATIONS for b in DELEGATIONS if a < b]
PAIRS = [(a, b) for a in DELEGATIONS for b in DELEGATIONS if a != b]


def renamed(article: CodedArticle, names: Mapping[str, str]) -> CodedArticle:
    """The article with other ids of actors: what was recorded of the one is now recorded of the other."""

    def other(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(other(one) for one in value)
        return names.get(value, value) if isinstance(value, str) else value

    columns = {"actor_id", "actor_ids", "recipient_ids", "source_ids", "channel", "speaks_for", "according_to"}
    columns |= {"certainty_of", "reported_by"}

    def renamed_in(row: Row) -> Row:
        own = columns & set(vars(row)) | ({"id"} if row.table == "actors" else set())
        return replace(row, **{column: other(getattr(row, column)) for column in own})

    return replace(article, **{name: tuple(map(renamed_in, rows)) for name, rows in article.tables.items()})


def a_move(conference: Conference, by: str, kind: str, issue: str, number: int = 1) -> Move:
    """A move that rests on words recorded on the issue, the same ones whoever makes it."""
    article = conference.article
    row = min(rows_on(article, issue))
    words = next(e for e in article.evidence if e.row_id == row and e.role in ("words", "content"))
    given = {"kind": kind, "issue": issue, "text": "We see it so.", "words": words.words}
    return make_move(conference, by, number, {**given, "paragraph": words.paragraph_id})


def all_moves(conference: Conference, by: str) -> list[Move]:
    """A move of each kind, on each issue."""
    return [a_move(conference, by, kind, issue) for issue in conference.article.issues for kind in KINDS]


def a_clause(by: str, number: int = 1, opening: str = "note", words: str = "the pact has a limit") -> Clause:
    """A clause that rests on paragraph 8."""
    given = {"opening": opening, "issue": "agreement", "text": words, "paragraph": "p8", "words": "has to respect"}
    return make_clause(CONFERENCE, by, number, given)


@functools.cache
def a_file(by: str, *, moves: int = 1, edition: int = 1, agreed: tuple[str, ...] = ()) -> DelegationFile:
    """A delegation's file with some moves and one clause."""
    clause = a_clause(by)
    made = tuple(a_move(CONFERENCE, by, "statement", "agreement", n) for n in range(1, moves + 1))
    return DelegationFile(by, edition, made, (clause,), tuple(sorted({clause.id, *agreed})))
