"""Who can sit at the negotiating table, and that nothing on a role card is invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded
from communique.text.spans import find_all
from communique.tools.negotiation.delegations import open_conference, words_of

from ..conferences import CODED, CONFERENCE
from ..some import some


def _with_actors(article: CodedArticle, **changes: dict) -> CodedArticle:
    """The article with some fields of some actors changed."""
    return replace(article, actors=tuple(replace(row, **changes.get(row.id, {})) for row in article.actors))


def test_whoever_has_a_position_sits_with_all_who_speak_for_it() -> None:
    """Each actor with a position is a member of a delegation, but for documents and those without a name."""
    seated = {member for d in CONFERENCE.delegations.values() for member in d.members}
    kinds = {row.id: row.kind for row in CODED.actors}
    stands = {row.actor_id for row in CODED.positions}
    assert set() == {a for a in stands if kinds[a] not in ("document", "unnamed")} - seated
    assert set() == {a for a in seated if kinds[a] in ("document", "unnamed")}
    for delegation in some(CONFERENCE.delegations.values()):
        assert delegation.id == delegation.members[0]
        for member in delegation.members[1:]:
            (row,) = [r for r in CODED.actors if r.id == member]
            assert set(row.speaks_for) & set(delegation.members)


def test_a_card_holds_the_rows_of_the_coding_and_no_others() -> None:
    """All positions and statements of the members are there, word for word and where they stand."""
    for delegation in some(CONFERENCE.delegations.values()):
        own = set(delegation.members)
        expected = [row.id for row in CODED.positions if row.actor_id in own]
        assert expected == [position.id for position in delegation.positions]
        expected = [row.id for row in CODED.statements if own & set(row.source_ids)]
        assert expected == [statement.id for statement in delegation.statements]
        for one in (*delegation.positions, *delegation.statements):
            cited = words_of(CODED, one.id)
            text = CODED.paragraph(cited.paragraph).text
            assert len(find_all(text, cited.words)) >= cited.occurrence > 0


def test_a_red_line_is_a_position_at_an_end_of_the_scale() -> None:
    """Nothing else is called a red line, for no delegation."""
    for delegation in some(CONFERENCE.delegations.values()):
        strong = [p.id for p in delegation.positions if p.stance.startswith("strongly")]
        assert strong == [p.id for p in delegation.red_lines]


def test_words_that_others_tell_are_marked_as_theirs() -> None:
    """What an office says that others vow is no word of these others; a spokesperson speaks for the state."""
    told = {s.id: d.told_by(s) for d in CONFERENCE.delegations.values() for s in d.statements}
    channels = {row.id: row.channel for row in CODED.statements}
    for delegation in some(CONFERENCE.delegations.values()):
        for statement in delegation.statements:
            last = channels[statement.id][-1:]
            assert bool(delegation.told_by(statement)) == bool(last and last[0] not in delegation.members)
    assert {True, False} == {bool(by) for by in told.values()}


def test_nobody_can_cite_what_came_later() -> None:
    """Sources from after the day of the report are known to be later, and cannot be cited."""
    assert CONFERENCE.outside_facts
    assert CONFERENCE.later
    assert max(s.date for s in CONFERENCE.outside_facts.values()) <= CODED.published
    undated = open_conference(replace(CODED, published=None), CONFERENCE.outside_facts)
    assert frozenset() == undated.later


def test_another_article_has_other_delegations(good_article: Path) -> None:
    """A state with its leader, and a union: whoever has positions, whatever the article."""
    found = open_conference(load_coded(good_article))
    assert [("Avaland", ("A01", "A03")), ("Union of fishers", ("A04",))] == [
        (d.name, d.members) for d in found.delegations.values()
    ]
    assert found.possible


@pytest.mark.parametrize("positions", [0, 1])
def test_too_little_coding_is_no_table(good_article: Path, positions: int) -> None:
    """With fewer than two delegations with positions there is nothing to negotiate, and nothing fails."""
    article = load_coded(good_article)
    few = replace(article, positions=article.positions[:positions])
    assert (positions, False) == (len(open_conference(few).delegations), open_conference(few).possible)
    bare = article.without_coding()
    assert not open_conference(bare).possible


def test_two_that_speak_for_one_another_are_one_delegation(good_article: Path) -> None:
    """A circle in speaks_for ends, and loses nobody."""
    article = _with_actors(load_coded(good_article), A01={"speaks_for": ("A03",)})
    assert ("A01", "A03") == open_conference(article).delegations["A01"].members


def test_who_speaks_for_two_is_heard_in_both(good_article: Path) -> None:
    """A speaker of two states sits in both delegations."""
    article = _with_actors(load_coded(good_article), A03={"speaks_for": ("A01", "A04")})
    found = open_conference(article)
    assert ["A01", "A04"] == [d.id for d in found.delegations.values() if "A03" in d.members]


def test_a_draft_says_so() -> None:
    """A row that a program drafted is called a draft on the card."""
    rows = tuple(replace(row, status="draft") for row in CODED.positions)
    found = open_conference(replace(CODED, positions=rows))
    assert {True} == {p.draft for d in found.delegations.values() for p in d.positions}
    assert {False} == {p.draft for d in CONFERENCE.delegations.values() for p in d.positions}


def test_words_that_stand_twice_keep_their_place() -> None:
    """Every piece of evidence is cited with the occurrence that was meant."""
    for evidence in some(CODED.evidence):
        cited = CODED.pointer(evidence)
        paragraph = CODED.paragraph(cited.paragraph)
        place = find_all(paragraph.text, cited.words)[cited.occurrence - 1]
        assert evidence.start == paragraph.start + place.start
