"""Predict, then reveal: what is sealed stays, and nothing is revealed before."""

from __future__ import annotations

import json
from typing import Any

import pytest
from communique.base.places import lessons_folder
from communique.base.yaml_files import read_yaml
from communique.coding.article import CodedArticle
from communique.coding.outside_facts import load_outside_facts
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.widgets.tools.sealed_forecasts import SealedForecasts
from hypothesis import given
from hypothesis import strategies as st

from ..page import send_from_page

SAYS = {"number": 1}


def _tool(coded: CodedArticle, journal: Journal) -> SealedForecasts:
    widget = SealedForecasts(LessonKey("forecast"), coded, journal)
    widget.replies = []
    widget.send = widget.replies.append
    return widget


def _say(widget: SealedForecasts, **message: Any) -> dict[str, Any]:
    send_from_page(widget, {"number": 1, **message})
    return widget.replies[-1]


def _all(widget: SealedForecasts, value: int) -> dict[str, int]:
    return {outcome["id"]: value for outcome in widget.outcomes}


def test_nothing_of_what_happened_crosses_before_the_seal(coded: CodedArticle, journal: Journal) -> None:
    """Neither a fresh page nor one with drafts holds a result, and asking for it is refused with a next step."""
    widget = _tool(coded, journal)
    _say(widget, do="set", forecasts=_all(widget, 40))
    reply = _say(widget, do="reveal")
    assert "until you have sealed your forecasts" in reply["trouble"]
    synced = json.dumps(widget.get_state(), default=str)
    known = read_yaml(lessons_folder() / "forecast" / "forecast.yml")["outcomes"]
    facts = load_outside_facts(coded.slug)
    told = [outcome["told"] for outcome in known] + [facts[o["source"]].title for o in known if "source" in o]
    assert [] == [words for words in told if json.dumps(words)[1:-1] in synced]
    assert not widget.state["revealed"]


def test_all_must_be_set_before_the_seal(coded: CodedArticle, journal: Journal) -> None:
    """What is missing is named, and nothing is sealed."""
    widget = _tool(coded, journal)
    some = dict(list(_all(widget, 40).items())[1:])
    reply = _say(widget, do="seal", forecasts=some)
    assert widget.outcomes[0]["text"] in reply["trouble"]
    assert (None, False) == (widget.sealed, widget.state["sealed"])


def test_a_sealed_forecast_cannot_be_changed(coded: CodedArticle, journal: Journal) -> None:
    """Neither a second seal, nor a draft, nor another tab or kernel changes it; the journal holds the first."""
    widget, other = _tool(coded, journal), _tool(coded, journal)
    assert {"number": 1, "saved": True} == _say(widget, do="seal", forecasts=_all(widget, 70))
    for later in (widget, other, _tool(coded, Journal(journal.path))):
        _say(later, do="seal", forecasts=_all(widget, 5))
        _say(later, do="set", forecasts=_all(widget, 5))
        assert _all(widget, 70) == later.state["forecasts"]
        assert later.state["sealed"]
    assert 1 == [record["did"] for record in journal.records()].count("seal")


def test_after_the_seal_all_is_revealed_with_its_source(coded: CodedArticle, journal: Journal) -> None:
    """Each settled line has its source and its error, an open one none; a new kernel shows the same."""
    widget = _tool(coded, journal)
    _say(widget, do="seal", forecasts=_all(widget, 50))
    _say(widget, do="reveal")
    results = widget.state["results"]
    assert {"0.25"} == {r["error"] for r in results if r["result"] != "open"}
    assert [] == [r["id"] for r in results if (r["result"] != "open") != bool(r["source"])]
    unsettled = [r for r in results if r["result"] == "open"]
    assert ("0.25", len(unsettled)) == (widget.state["score"], widget.state["open"])
    assert widget.state == _tool(coded, journal).state


def test_drafts_are_there_again(coded: CodedArticle, journal: Journal) -> None:
    """A number that was set but not sealed is kept."""
    first = _tool(coded, journal).outcomes[0]["id"]
    _say(_tool(coded, journal), do="set", forecasts={first: 15})
    assert ({first: 15}, False) == tuple(_tool(coded, journal).state[n] for n in ("forecasts", "sealed"))


@pytest.mark.parametrize("did", ["seal", "draft"])
@given(
    answer=st.recursive(
        st.none() | st.integers() | st.text(max_size=3),
        lambda s: st.lists(s) | st.dictionaries(st.text(max_size=3), s),
        max_leaves=4,
    )
)
def test_a_forged_record_never_stops_the_page(
    did: str, answer: Any, coded: CodedArticle, tmp_path_factory: Any
) -> None:
    """Whatever stands in the journal, the page comes up with numbers from 0 to 100 or none."""
    journal = Journal(tmp_path_factory.mktemp("forged") / "my-progress.jsonl")
    journal.add("forecast/tool:forecast", did, answer=answer)
    assert {} == _tool(coded, journal).state["forecasts"]
