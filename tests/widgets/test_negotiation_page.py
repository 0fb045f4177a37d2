"""The negotiating table for other articles: cards and lists come from whatever is coded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError
from communique.base.places import PACKAGE
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded
from communique.course.journal import Journal
from communique.widgets.tools import tool
from communique.widgets.tools.negotiation_page import NegotiationPage

from ..conferences import CONFERENCE
from ..some import some
from .test_negotiation import MOVE, _say, _seated, _table


def test_all_that_can_be_chosen_is_accepted(coded: CodedArticle, journal: Journal) -> None:
    """Every line of every list of evidence, for every delegation and issue, is evidence that the rules take."""
    widget = _table(coded, journal)
    page = NegotiationPage(CONFERENCE)
    keys = {
        option["key"]
        for issues in page.evidence(CONFERENCE.delegations).values()
        for groups in issues.values()
        for group in groups
        for option in group["options"]
    }
    _say(widget, "sit", mode="files", me="A12")
    for key in some(sorted(keys)):
        assert {"number": 1, "saved": True} == _say(widget, "move", form={**MOVE, "key": key}), key
        _say(widget, "undo")


@pytest.mark.parametrize("kept", [0, 1])
def test_an_article_with_too_little_coding_says_so(kept: int, journal: Journal, good_article: Path) -> None:
    """No table can be laid; the page says why and what to do, and does not fail."""
    article = load_coded(good_article)
    few = replace(article, positions=article.positions[:kept])
    widget = _table(few, journal)
    assert f"has {kept} delegations with a recorded position" in widget.fixed["trouble"]
    assert "seats" == widget.view["stage"]
    assert "Not all seats are taken" in _say(widget, "sit", mode="alone", me="A01", other="A02")["trouble"]
    bare = _table(article.without_coding(), journal)
    assert bare.fixed["trouble"]


def test_it_works_for_another_article(journal: Journal, good_article: Path) -> None:
    """Delegations, evidence and answers come from whatever is coded; no source from outside is needed."""
    widget = _table(load_coded(good_article), journal)
    assert ["Avaland", "Union of fishers"] == [d["name"] for d in widget.fixed["delegations"]]
    _say(widget, "sit", mode="alone", me="A01", other="A04")
    form = {"kind": "offer", "issue": "fishing", "text": "Fish with us.", "key": "P01"}
    assert {"number": 1, "saved": True} == _say(widget, "move", form=form)
    move, reply = widget.view["moves"]
    assert move["asked"].startswith("On Avaland's card: ")
    assert move["asked"].endswith("Does this fit?")
    assert ("Union of fishers", "is no pact", True) == (reply["who"], reply["quote"]["words"], reply["scripted"])


def test_a_slip_in_the_sources_closes_no_table(coded: CodedArticle, journal: Journal, monkeypatch: Any) -> None:
    """The table is there without facts from outside, and says why."""

    def slip(_slug: str) -> None:
        raise CommuniqueError("sources.yml has 1 fault.", "Fix it.")

    monkeypatch.setattr(tool, "load_outside_facts", slip)
    widget = _table(coded, journal)
    assert "sources.yml has 1 fault" in widget.fixed["notice"]
    assert 5 == len(widget.fixed["delegations"])


def test_drafts_of_a_program_are_called_so(coded: CodedArticle, journal: Journal) -> None:
    """A row that nobody has checked carries the word on the card."""
    rows = tuple(replace(row, status="draft") for row in coded.positions)
    widget = _seated(replace(coded, positions=rows), journal)
    assert {True} == {"draft, not yet checked by anyone" in stand["tags"] for stand in widget.view["card"]["stands"]}


def test_no_party_is_named_in_the_code() -> None:
    """What the table knows of a party comes from the article: its modules name none of those in the report."""
    names = {row.name for row in CONFERENCE.article.actors if row.kind in ("state", "leader")}
    paths = [
        *(PACKAGE / "tools" / "negotiation").glob("*.py"),
        *(PACKAGE / "widgets").rglob("tools/negotiation*.[pj]*"),
    ]
    assert {".py", ".js"} <= {path.suffix for path in paths}
    assert [] == [(p.name, n) for p in paths for n in names if n in p.read_text(encoding="utf-8")]
