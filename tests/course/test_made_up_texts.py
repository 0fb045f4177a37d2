"""The bank of made-up reports: short, labelled, fully coded, from all parts of the world, and about nobody real."""

from __future__ import annotations

import re
from collections import Counter

import iso3166
import pytest
from communique.base.places import texts_folder
from communique.coding.article import CodedArticle
from communique.coding.loading import load_text, text_names
from communique.coding.schema import TABLES

BANK = [text for text in map(load_text, text_names()) if text.constructed]
each_text = pytest.mark.parametrize("text", BANK, ids=lambda text: text.slug)
PARTS = ("Africa", "America|Caribbean", "Asia", "Europe", "Middle East", "Pacific")
OPEN_STEPS = {"denied", "conditional", "threatened"}


def _body(text: CodedArticle) -> list[str]:
    return [word for paragraph in text.paragraphs[1:] for word in paragraph.text.split()]


def test_there_are_enough_of_them_from_all_parts_of_the_world() -> None:
    """Sixteen at least; two at least from each part of the world, and none has more than a third."""
    set_in = Counter(part for text in BANK for part in PARTS if re.search(part, text.about))
    assert len(BANK) >= 16
    assert set(PARTS) == set(set_in)
    assert min(set_in.values()) >= 2
    assert max(set_in.values()) <= len(BANK) / 3


@each_text
def test_it_is_a_minutes_reading(text: CodedArticle) -> None:
    """100 words without the headline, and no more than 150 with it."""
    assert len(_body(text)) >= 100
    assert len(_body(text)) + len(text.headline.split()) <= 150


@each_text
def test_it_says_that_it_is_made_up(text: CodedArticle) -> None:
    """Wherever it is shown, the label and where the story is set are there."""
    assert "Made up for this course" == text.byline
    assert text.about.endswith("None of its states, people or events is real.")
    assert text.outlet
    assert text.published


@each_text
def test_no_country_of_this_world_is_in_it(text: CodedArticle) -> None:
    """Neither its words nor its coding name a real state, so that nobody can take it for news about one."""
    names = {re.split(r"[,(]", country.name)[0].strip() for country in iso3166.countries}
    assert [] == [name for name in names if re.search(rf"\b{re.escape(name)}\b", text.text)]
    assert {""} == {actor.country for actor in text.actors}


@each_text
def test_it_is_fully_coded(text: CodedArticle) -> None:
    """All five tables have rows that a person accepts, each paragraph is coded, each issue has two sides' positions."""
    for name in TABLES:
        assert getattr(text, name), name
    assert not [row.id for row in text.rows.values() if row.draft or row.rule]
    coded = {e.paragraph_id for e in text.evidence if e.table in ("events", "statements")}
    assert {p.paragraph_id for p in text.paragraphs[1:]} == coded
    assert set(text.issues) == {row.issue for row in text.positions}
    assert {2} == {min(2, len({p.actor_id for p in text.positions if p.issue == issue})) for issue in text.issues}


@each_text
def test_it_has_things_worth_teaching(text: CodedArticle) -> None:
    """Own words and retold ones, a source without a name, and something that has not happened."""
    assert {"direct", "indirect"} <= {statement.kind for statement in text.statements}
    assert "unnamed" in {actor.kind for actor in text.actors}
    assert OPEN_STEPS & {event.certainty for event in text.events}
    assert text.reactions


@each_text
def test_no_voice_has_it_to_itself(text: CodedArticle) -> None:
    """No source has more than half of the statements."""
    share = Counter(source for statement in text.statements for source in statement.source_ids)
    assert max(share.values()) <= len(text.statements) / 2, share


@each_text
def test_who_is_accused_has_an_answer(text: CodedArticle) -> None:
    """Who is blamed speaks in the same text, or somebody denies it for them: also in the texts of the forms."""
    heard = {actor for statement in text.statements for actor in (*statement.source_ids, *statement.channel)}
    for actor in text.actors:
        heard |= set(actor.speaks_for) if actor.id in heard else set()
    accused = {one for event in text.events if event.event == "ACCUSE" for one in event.recipient_ids}
    assert accused <= heard or re.search(r"\bden(ies|ied)\b", text.text)


@each_text
def test_a_contested_row_is_argued_beside_it(text: CodedArticle) -> None:
    """Its note says why careful readers differ, and a position gives the other reading."""
    contested = [row for row in text.rows.values() if row.contested]
    assert [] == [row.id for row in contested if not (row.note or getattr(row, "other_case", ""))]
    assert [] == [row.id for row in text.positions if row.contested != bool(row.other_case)]


@each_text
def test_its_files_are_those_of_an_article(text: CodedArticle) -> None:
    """Text and tables, and nothing else."""
    names = {path.name for path in (texts_folder() / text.slug).iterdir()}
    assert {"article.md", *(table.file for table in TABLES.values())} == names
