"""The negotiating table on the page: whatever is pressed in any order, nobody is stuck and nothing is lost."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError, Reader
from communique.base.strings import section
from communique.coding.article import CodedArticle
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.widgets.tools import negotiation as negotiating_table
from communique.widgets.tools import tool_widget
from communique.widgets.tools.negotiation import NegotiatingTable
from hypothesis import given, settings
from hypothesis import strategies as st

from ..conferences import a_file
from ..page import send_from_page
from ..samples import samples

MOVE = {"kind": "statement", "issue": "agreement", "text": "It is a vow.", "key": "P02"}
CLAUSE = {"opening": "note", "issue": "agreement", "text": "the help has a limit", "key": "S14"}


def _table(coded: CodedArticle, journal: Journal, **more: Any) -> NegotiatingTable:
    return NegotiatingTable(LessonKey("table"), coded, journal, **more)


def _say(widget: NegotiatingTable, do: str, **message: Any) -> dict[str, Any]:
    replies: list[Any] = []
    widget.send = replies.append
    send_from_page(widget, {"number": 1, "do": do, **message})
    (reply,) = replies
    return reply


def _seated(coded: CodedArticle, journal: Journal, mode: str = "alone", **more: Any) -> NegotiatingTable:
    widget = _table(coded, journal)
    assert {"number": 1, "saved": True} == _say(widget, "sit", mode=mode, me="A05", other="A01", **more)
    return widget


def test_the_lesson_can_show_it() -> None:
    """`lesson.tool("negotiating-table")` gives this widget."""
    assert NegotiatingTable is tool_widget("negotiating-table")


def test_it_asks_only_for_strings_that_it_carries() -> None:
    """Every word that the page code names is in strings.yml."""
    code, carried = str(NegotiatingTable._esm), section("negotiating")
    asked = set(re.findall(r"\bt\.([a-z][a-z_]*)\b", code)) | set(re.findall(r"\bt\[\"([a-z-]+)\"\]", code))
    assert set() == asked - set(carried)
    assert 1 == code.count("export default")
    assert "innerHTML" not in code


def test_a_table_comes_up_again_as_it_was_left(coded: CodedArticle, journal: Journal) -> None:
    """A new kernel shows seats, moves, the answers to them, clauses and what is half written."""
    widget = _seated(coded, journal)
    assert {"number": 1, "saved": True} == _say(widget, "move", form=MOVE)
    assert {"number": 1, "saved": True} == _say(widget, "clause", form=CLAUSE)
    half = {"move": {"text": "We dem"}, "clause": {}, "why": {widget.view["clauses"][0]["id"]: "Becau"}}
    assert {"number": 1, "draft": True} == _say(widget, "draft", drafts=half)
    again = _table(coded, Journal(journal.path))
    assert again.view == {**widget.view, "drafts": half}
    assert [False, True] == [m["scripted"] for m in again.view["moves"]]


def test_alone_a_clause_is_a_question_to_the_other_card(coded: CodedArticle, journal: Journal) -> None:
    """Whatever it says, the page asks, shows what the card has, and waits for a person's answer with a reason."""
    widget = _seated(coded, journal)
    _say(widget, "clause", form={**CLAUSE, "text": "one side is right to invade the other"})
    (clause,) = widget.view["clauses"]
    own, other = clause["seats"]
    assert (False, "", True, False) == (clause["settled"], own["question"], own["yes"], other["yes"])
    assert "Would South Korea sign this? Say why, with words from the report." == other["question"]
    assert "On South Korea's card: strongly opposes." == other["card"]
    assert "condemned the pact" in [quote["words"] for quote in other["words"]]
    assert "own words are missing" in _say(widget, "agree", id=clause["id"], by="A01", yes=True, why=" ")["trouble"]
    _say(widget, "agree", id=clause["id"], by="A01", yes=True, why="It only notes.")
    (answered,) = _table(coded, Journal(journal.path)).view["clauses"]
    assert (True, "It only notes.") == (answered["settled"], answered["why"])


def test_in_a_pair_the_question_goes_to_those_who_did_not_propose(coded: CodedArticle, journal: Journal) -> None:
    """The one who answers presses; no reason is asked for on paper, because the two can talk."""
    widget = _seated(coded, journal, "pair")
    _say(widget, "clause", form=CLAUSE)
    own, other = widget.view["clauses"][0]["seats"]
    assert (("", True), (True, True, False)) == (
        (own["question"], own["own"]),
        (bool(other["question"]), other["own"], other["alone"]),
    )
    _say(widget, "agree", id=widget.view["clauses"][0]["id"], by="A01", yes=True)
    assert widget.view["clauses"][0]["settled"]


def test_moves_that_no_longer_fit_are_told(coded: CodedArticle, journal: Journal) -> None:
    """A move on words that are not in the report any more is left out of the table, and the page says so."""
    widget = _seated(coded, journal)
    _say(widget, "move", form=MOVE)
    assert "" == _table(coded, journal).fixed["notice"]
    kept = copy.deepcopy(widget.left)
    kept["sitting"]["moves"][0]["words"] = "gone from the report"
    widget.keep(kept)
    told = _table(coded, journal).fixed["notice"]
    assert "no longer fit the report's coding are left out here (1)" in told


def test_a_move_without_evidence_changes_nothing(coded: CodedArticle, journal: Journal) -> None:
    """The page is told why; what was typed is not taken away."""
    widget = _seated(coded, journal)
    before = widget.view
    assert "No evidence is cited" in _say(widget, "move", form={**MOVE, "key": ""})["trouble"]
    assert "No evidence is cited" in _say(widget, "move", form={**MOVE, "key": "free"})["trouble"]
    assert "it is later than the report" in _say(widget, "move", form={**MOVE, "key": "source:kursk-2025"})["trouble"]
    assert before == widget.view


def test_an_empty_form_follows_a_move(coded: CodedArticle, journal: Journal) -> None:
    """The move's draft goes with the move, and the clause's stays."""
    widget = _seated(coded, journal)
    _say(widget, "draft", drafts={"move": MOVE, "clause": {"text": "the hel"}})
    _say(widget, "move", form=MOVE)
    assert {"move": {}, "clause": {"text": "the hel"}, "why": {}} == widget.view["drafts"]


def test_a_silence_has_no_words_and_they_stay_in_the_form(coded: CodedArticle, journal: Journal) -> None:
    """What was typed for another kind of move is neither said nor lost; the other side of a pair never sees it."""
    for mode, held in (("alone", {"text": "We demand"}), ("pair", {})):
        widget = _seated(coded, journal, mode)
        _say(widget, "move", form={**MOVE, "kind": "silence", "text": "We demand"})
        assert "" == widget.view["moves"][0]["text"]
        assert held == widget.view["drafts"]["move"]
        _say(widget, "new")


def test_behind_the_curtain_is_no_card(coded: CodedArticle, journal: Journal) -> None:
    """Between turns nothing of a card crosses to the page; the next one lifts the curtain."""
    widget = _seated(coded, journal, "pair", secret=True)
    assert (None, True) == (widget.view["card"], bool(widget.view["curtain"]))
    _say(widget, "lift")
    assert ("Role card: North Korea", "") == (widget.view["card"]["title"], widget.view["curtain"])
    _say(widget, "move", form=MOVE)
    assert (None, "A01") == (widget.view["card"], widget.view["me"])
    _say(widget, "undo")
    assert (None, "A05") == (widget.view["card"], widget.view["me"])


def test_a_table_that_was_cleared_can_be_brought_back(coded: CodedArticle, journal: Journal) -> None:
    """New table, and a change of mind: all is there again, also in a new kernel."""
    widget = _seated(coded, journal)
    _say(widget, "move", form=MOVE)
    before = widget.view
    _say(widget, "new")
    assert {"stage": "seats", "canBringBack": True} == widget.view
    _say(_table(coded, Journal(journal.path)), "back")
    assert before == _table(coded, journal).view


def test_two_tabs_lose_no_move(coded: CodedArticle, journal: Journal) -> None:
    """Each act starts from what is on disk, and a second table is not laid over the first."""
    one = _seated(coded, journal)
    two = _table(coded, Journal(journal.path))
    _say(one, "move", form=MOVE)
    _say(two, "move", form={**MOVE, "text": "It is a promise."})
    _say(two, "sit", mode="pair", me="A08", other="A01")
    texts = [m["text"] for m in _table(coded, journal).view["moves"] if not m["scripted"]]
    assert ["It is a vow.", "It is a promise."] == texts


def test_a_full_disk_is_told(coded: CodedArticle, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says that the move was not saved, and does not show it as made."""
    widget = _seated(coded, journal)

    def full(_journal: Journal, _line: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "append", full)
    assert "No space left" in _say(widget, "move", form=MOVE)["trouble"]
    assert [] == widget.view["moves"]


def test_the_communique_is_written_beside_the_progress_file(coded: CodedArticle, journal: Journal) -> None:
    """Two files, again and again; one that the student has changed stays, and the page can offer both."""
    widget = _seated(coded, journal)
    assert "There is no clause yet" in _say(widget, "export")["trouble"]
    _say(widget, "clause", form=CLAUSE)
    folder = journal.path.parent
    for _ in range(2):
        files = _say(widget, "export")["files"]
        assert ["my-communique.md", "my-communique.html"] == [file["file"] for file in files]
    assert [f["text"] for f in files] == [(folder / f["file"]).read_text(encoding="utf-8") for f in files]
    (folder / "my-communique.md").write_text("My own words", encoding="utf-8")
    assert "my-communique-2.md" == _say(widget, "export")["files"][0]["file"]
    assert "My own words" == (folder / "my-communique.md").read_text(encoding="utf-8")


def test_what_cannot_be_written_can_be_downloaded(coded: CodedArticle, journal: Journal, monkeypatch: Any) -> None:
    """The reason is told, and the text still reaches the page."""
    widget = _seated(coded, journal)
    _say(widget, "clause", form=CLAUSE)

    def refuse(*_given: Any) -> Path:
        raise CommuniqueError("The disk is full.", "Make room.")

    monkeypatch.setattr(negotiating_table, "write_own", refuse)
    reply = _say(widget, "export")
    assert "The disk is full." in reply["said"]
    assert "The delegations note that the help has a limit." in reply["files"][0]["text"]


def test_two_folders_exchange_files(coded: CodedArticle, tmp_path: Path) -> None:
    """What one table wrote the other reads; both end with the same moves and the same communiqué."""
    north, south = (Journal(tmp_path / name / "my-progress.jsonl") for name in ("north", "south"))
    one, two = _table(coded, north), _table(coded, south)
    _say(one, "sit", mode="files", me="A05")
    _say(two, "sit", mode="files", me="A01")
    _say(one, "move", form=MOVE)
    _say(one, "clause", form=CLAUSE)
    sent = _say(one, "file-out")["files"][0]
    assert "delegation-north-korea.json" == sent["file"]
    reply = _say(two, "file-in", content=(north.path.parent / sent["file"]).read_text(encoding="utf-8"))
    assert ("Read: North Korea. Moves: 1, clauses: 1.", []) == (reply["said"], reply["faults"])
    _say(two, "agree", id=two.view["clauses"][0]["id"], by="A01", yes=True)
    _say(one, "file-in", content=_say(two, "file-out")["files"][0]["text"])
    for widget in (one, two):
        assert (True, 1) == (widget.view["clauses"][0]["settled"], len(widget.view["moves"]))
    texts = [_say(widget, "export")["files"][0]["text"].split("\n", 1)[1] for widget in (one, two)]
    assert texts[0] == texts[1]
    older = a_file("A05", edition=0).record(coded.slug)
    assert "A newer file from North Korea" in _say(two, "file-in", content=json.dumps(older))["said"]
    assert (
        "that you play yourself"
        in _say(two, "file-in", content=json.dumps(a_file("A01").record(coded.slug)))["trouble"]
    )
    assert "not a delegation's file" in _say(two, "file-in", content="<html>")["trouble"]
    before = two.view
    assert before == _table(coded, Journal(south.path)).view


def test_evidence_lights_up_in_the_report(coded: CodedArticle, journal: Journal) -> None:
    """The words under a move, and nothing where a page asks for words that are not there."""
    reader = Reader(coded)
    widget = _table(coded, journal, reader=lambda: reader)
    _say(widget, "show", at={"paragraph": "p4", "words": "condemned the pact", "occurrence": 1})
    pieces = {p["id"]: p["segments"] for p in reader.paragraphs}
    assert "condemned the pact" == "".join(pieces[p][int(i)] for p, i in (s.split(":") for s in reader.spots))
    for nothing in (None, {"paragraph": "p99", "words": "x"}, {"paragraph": 7}, "p4"):
        _say(widget, "show", at=nothing)
    assert reader.spots


SEATS = {"do": "sit", "me": "A05", "other": "A01"}
BARE = ("new", "back", "lift", "undo", "export", "file-out", "no-such", "draft", "move", "clause")
ACTS = st.sampled_from(
    [
        *({**SEATS, "mode": m, "secret": s} for m in ("alone", "pair", "files", "x") for s in (True, False)),
        *({"do": name} for name in BARE),
        {"do": "move", "form": MOVE},
        {"do": "move", "form": {**MOVE, "kind": "silence", "key": "source:un-charter-51"}},
        {"do": "clause", "form": {**CLAUSE, "by": "A01"}},
        {"do": "clause", "form": CLAUSE},
        {"do": "withdraw", "id": "A05-c1-0"},
        {"do": "agree", "id": 7, "by": [], "yes": "x"},
        {"do": "file-in", "content": json.dumps(a_file("A01").record("south-korea-2024"))},
        {"do": "file-in"},
        {"do": ["sit"]},
        {"do": "show"},
    ]
)


def _without_drafts(widget: Any) -> dict[str, Any]:
    """What is on the page but for what is half written, which the page itself sends."""
    return {name: value for name, value in widget.view.items() if name != "drafts"}


@settings(max_examples=samples(30))
@given(st.lists(ACTS, max_size=12))
def test_whatever_is_pressed_in_any_order_nobody_is_stuck(
    coded: CodedArticle, tmp_path_factory: Any, acts: list[dict[str, Any]]
) -> None:
    """No act stops the page, every trouble has a sentence, and from anywhere one can sit down and make a move."""
    journal = Journal(tmp_path_factory.mktemp("any") / "my-progress.jsonl")
    widget = _table(coded, journal)
    for act in acts:
        reply = _say(widget, **act)
        assert set(reply) <= {"number", "saved", "draft", "trouble", "files", "said", "faults"}
        assert _without_drafts(widget) == _without_drafts(_table(coded, Journal(journal.path)))
    _say(widget, "new")
    assert {"number": 1, "saved": True} == _say(widget, "sit", mode="alone", me="A05", other="A01")
    assert {"number": 1, "saved": True} == _say(widget, "move", form=MOVE)
