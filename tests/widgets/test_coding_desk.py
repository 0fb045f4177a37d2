"""The coding desk: marks are kept at once, layers stay apart, and the coding stays away until it is asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from communique.base.places import lessons_folder
from communique.base.strings import strings
from communique.base.yaml_files import read_yaml
from communique.coding.article import CodedArticle
from communique.coding.loading import load_text
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.questions import lesson_files
from communique.tools.desk.comparing import KIND_COLUMNS, ArticlePart
from communique.tools.in_words import tool_in_words
from communique.widgets.reader import Reader
from communique.widgets.tools import tool_widget
from communique.widgets.tools.coding_desk import CodingDesk
from hypothesis import given
from hypothesis import strategies as st

from ..page import send_from_page

CONTENT = read_yaml(lessons_folder() / "coding" / "coding-desk.yml")


def _desk(coded: CodedArticle, journal: Journal, reader: Reader | None = None) -> CodingDesk:
    """The desk as a student left it, or on the first part of the lesson's article."""
    new = not journal.records()
    desk = _new_desk(coded, journal, reader)
    if new:
        _say(desk, do="choose", part="p2-p5")
    return desk


def _new_desk(coded: CodedArticle, journal: Journal, reader: Reader | None = None) -> CodingDesk:
    desk = tool_widget("coding-desk")(LessonKey("coding"), coded, journal, lambda: reader)
    desk.replies = []
    desk.send = desk.replies.append
    return desk


def _say(desk: CodingDesk, **message: Any) -> dict[str, Any]:
    """What the page does; the answer is what Python sends back."""
    send_from_page(desk, {"number": len(desk.replies) + 1, **message})
    return desk.replies[-1]


def _mark(desk: CodingDesk, paragraph: str, first: int, last: int, kind: str = "") -> dict[str, Any]:
    return _say(desk, do="mark", paragraph=paragraph, first=first, last=last, kind=kind)


def _words(desk: CodingDesk) -> list[tuple[str, str]]:
    return [(mark["words"], mark["kind"]) for mark in desk.marks]


def test_marks_are_kept_at_once_and_found_again(coded: CodedArticle, journal: Journal) -> None:
    """A new kernel has the marks, their kinds, the layer, the part and the unit."""
    desk = _desk(coded, journal)
    assert "Kim Jong Un" in _mark(desk, "p2", 1, 3, "leader")["told"]
    _say(desk, do="choose", layer="events", unit="sentence")
    _mark(desk, "p4", 6, 8)
    again = _desk(coded, Journal(journal.path))
    assert ("p2-p5", "events", "sentence", [("condemned the pact", "")]) == (
        *(again.part, again.layer, again.unit),
        _words(again),
    )
    _say(again, do="choose", layer="actors")
    assert [("Kim Jong Un", "leader")] == _words(again)


def test_layers_and_parts_do_not_disturb_each_other(coded: CodedArticle, journal: Journal) -> None:
    """The same words can be marked in each layer; undo takes back only what belongs to the layer and part."""
    desk = _desk(coded, journal)
    for layer in KIND_COLUMNS:
        _say(desk, do="choose", layer=layer)
        _mark(desk, "p4", 6, 8)
    _say(desk, do="choose", layer="actors")
    _say(desk, do="undo")
    assert ([], False) == (desk.marks, desk.undoable)
    for layer in ("statements", "events"):
        _say(desk, do="choose", layer=layer)
        assert [("condemned the pact", "")] == _words(desk)
    _say(desk, do="choose", part="p6-p9")
    assert ([], False) == (desk.marks, desk.undoable)


def test_kind_remove_and_undo(coded: CodedArticle, journal: Journal) -> None:
    """Each step can be taken back, the last first."""
    desk = _desk(coded, journal)
    _mark(desk, "p2", 1, 3)
    name = desk.marks[0]["id"]
    _say(desk, do="kind", id=name, kind="leader")
    _say(desk, do="remove", id=name)
    assert [] == desk.marks
    told = []
    for _ in range(4):
        _say(desk, do="undo")
        told.append(_words(desk))
    assert [[("Kim Jong Un", "leader")], [("Kim Jong Un", "")], [], []] == told


def test_what_makes_no_mark_changes_nothing(coded: CodedArticle, journal: Journal) -> None:
    """Words outside the part, the same words again, and nonsense from a page leave the journal as it is."""
    desk = _desk(coded, journal)
    _mark(desk, "p2", 3, 1, "no such kind")
    assert [("Kim Jong Un", "")] == _words(desk)
    before = journal.records()
    for paragraph, first, last in (("p2", 1, 3), ("p9", 1, 2), ("p2", 0, 3), ("p2", 1, 999), ("p2", None, 3)):
        _mark(desk, paragraph, first, last)
    for message in ({"do": "kind", "id": "p2.1-1", "kind": "leader"}, {"do": "remove"}, {"do": "show", "at": 3}):
        _say(desk, **message)
    _say(desk, do="choose", layer="positions", part=7, unit=["word"])
    assert before == journal.records()


def test_nothing_of_the_coding_is_on_the_page_before_it_is_asked_for(coded: CodedArticle, journal: Journal) -> None:
    """With any other coding, or none, the page of a student who has marked is given the same."""
    desk = _desk(coded, journal)
    _mark(desk, "p2", 1, 3, "leader")
    bare = _desk(coded.without_coding(), Journal(journal.path))
    names = [name for name in desk.keys if name not in ("layout", "tabbable", "tooltip")]
    assert {"text", "marks", "result", "layers"} <= set(names)
    assert {n: getattr(bare, n) for n in names} == {n: getattr(desk, n) for n in names}
    assert {} == desk.result
    reader = Reader(coded, coding=False)
    synced = json.dumps(reader.get_state(), default=str)
    assert [] == [row.id for row in coded.events if row.label in synced and row.label not in coded.text]


def test_comparing_shows_the_differences_and_the_figures(coded: CodedArticle, journal: Journal) -> None:
    """Matched with its kind, partly, extra and missed; four counts that make up the words; sentences for the rest."""
    desk = _desk(coded, journal)
    _mark(desk, "p2", 1, 3, "leader")  # Kim Jong Un
    _mark(desk, "p4", 4, 5, "state")  # South Korea, inside a longer name
    _mark(desk, "p2", 14, 15)  # on Wednesday
    assert "trouble" not in _say(desk, do="compare")
    found = desk.result
    reference = ArticlePart(coded, ["p2", "p3", "p4", "p5"]).reference("actors")
    assert {"matched": 1, "partly": 1, "missed": len(reference) - 2, "extra": 1} == found["counts"]
    by_outcome = {d["outcome"]: d for d in found["differences"]}
    assert strings()["desk"]["same-kind"] == by_outcome["matched"]["kind"]
    assert strings()["desk"]["other-kind"] == by_outcome["partly"]["kind"]
    assert ([], "") == (by_outcome["extra"]["theirs"], by_outcome["extra"]["kind"])
    assert 130 == sum(int(cell["count"]) for cell in found["table"])
    assert ["Percent", "Chance", "Cohen's kappa", "Krippendorff's alpha"] == [
        line.split(".")[0].split(":")[0] for line in found["lines"]
    ]
    assert not found["stale"]


def test_a_contested_row_says_so(coded: CodedArticle, journal: Journal) -> None:
    """Where careful readers differ, the difference carries the note of the row."""
    desk = _desk(coded, journal)
    _mark(desk, "p3", 4, 4, "unnamed")
    _say(desk, do="compare")
    told = {d["mine"][0]["words"]: d["notes"] for d in desk.result["differences"] if d["mine"]}
    (note,) = told["internationally"]
    assert coded.rows["A19"].note in note


def test_a_student_can_go_on_and_compare_again(coded: CodedArticle, journal: Journal) -> None:
    """A comparison stays until the next one, says that marks have changed, and the first figures are kept."""
    desk = _desk(coded, journal)
    _mark(desk, "p2", 1, 3, "leader")
    _say(desk, do="compare")
    assert "" == desk.result["firstLine"]
    _mark(desk, "p2", 14, 15)
    assert (True, 1) == (desk.result["stale"], desk.result["counts"]["matched"])
    again = _desk(coded, Journal(journal.path))
    assert desk.result == again.result
    _say(again, do="compare")
    assert (False, 1) == (again.result["stale"], again.result["counts"]["extra"] + again.result["counts"]["partly"])
    assert again.result["firstLine"]
    _say(again, do="choose", layer="events")
    assert {} == again.result


def test_the_unit_decides_what_is_the_same(coded: CodedArticle, journal: Journal) -> None:
    """Marks that meet in one sentence are matched by sentence and not by word."""
    desk = _desk(coded, journal)
    _say(desk, do="choose", layer="events")
    _mark(desk, "p4", 1, 8, "happened")
    _say(desk, do="compare")
    assert (0, 1) == (desk.result["counts"]["matched"], desk.result["counts"]["partly"])
    _say(desk, do="choose", unit="sentence")
    assert (1, 0) == (desk.result["counts"]["matched"], desk.result["counts"]["partly"])


def test_what_cannot_be_compared_is_told(coded: CodedArticle, journal: Journal) -> None:
    """No marks yet, and an article without coding, each with the next step."""
    assert "Mark at least one place" in _say(_desk(coded, journal), do="compare")["trouble"]
    bare = _desk(coded.without_coding(), journal)
    _mark(bare, "p2", 1, 2)
    assert "nothing to compare with" in _say(bare, do="compare")["trouble"]
    assert {} == bare.result


def test_a_difference_lights_both_in_the_reader(coded: CodedArticle, journal: Journal) -> None:
    """The student's words and those of the coding are lit together."""
    reader = Reader(coded, coding=False)
    desk = _desk(coded, journal, reader)
    _mark(desk, "p4", 4, 5)
    _say(desk, do="compare")
    at = next(i for i, d in enumerate(desk.result["differences"]) if d["outcome"] == "partly")
    _say(desk, do="show", at=at)
    pieces = {p["id"]: p["segments"] for p in reader.paragraphs}
    lit = [pieces[spot.split(":")[0]][int(spot.split(":")[1])] for spot in dict.fromkeys(reader.spots)]
    assert {"president of ", "South Korea"} == set(lit)


def test_the_desk_begins_with_a_text_that_no_lesson_has_shown(coded: CodedArticle, journal: Journal) -> None:
    """Its marks are compared with its own coding; they are none on the report, whose words they do not light."""
    reader = Reader(coded, coding=False)
    desk, other = _new_desk(coded, journal, reader), load_text("debris")
    shown = ["".join(piece["text"] for s in p["sentences"] for piece in s) for p in desk.text]
    assert [p.text for p in other.paragraphs[1:]] == shown
    assert ["p1", "p2"] == [p["place"] for p in desk.text[:2]]
    words = other.paragraph("p2").text.split()
    first, last = words.index("Numeria's") + 1, words.index("Idrane.") + 1
    _mark(desk, desk.text[1]["id"], first, last, "leader")
    assert [("Numeria's farm minister, Selma Idrane", "leader")] == _words(desk)
    _say(desk, do="compare")
    matched = [d for d in desk.result["differences"] if d["outcome"] == "matched"]
    assert [("p2", "Selma Idrane")] == [(d["place"], d["theirs"][0]["title"]) for d in matched]
    _say(desk, do="show", at=0)
    assert [] == list(reader.spots)
    _say(desk, do="choose", part="p2-p5")
    assert ([], {}) == (desk.marks, desk.result)
    ((_, told),) = tool_in_words(LessonKey("coding"), "coding-desk", desk.kept)
    assert [("“Numeria's farm minister, Selma Idrane”: leader", "p2")] == [(one.text, one.label) for one in told.lines]


def test_without_content_the_whole_report_is_the_part(
    coded: CodedArticle, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lesson without the file has one part, all layers and all kinds."""
    monkeypatch.setattr(lesson_files, "lessons_folder", lambda: tmp_path)
    desk = _desk(coded, journal)
    assert ["all"] == [part["id"] for part in desk.parts]
    text = ["".join(piece["text"] for s in p["sentences"] for piece in s) for p in desk.text]
    assert [p.text for p in coded.paragraphs] == text
    assert [10, 3, 5] == [len(layer["kinds"]) - 1 for layer in desk.layers]


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda v: st.lists(v, max_size=5), max_leaves=9))
def test_whatever_the_journal_holds_the_desk_opens(coded: CodedArticle, tmp_path: Path, odd: Any) -> None:
    """An older or a broken entry is no reason to lose the lesson."""
    journal = Journal(tmp_path / "odd.jsonl")
    names = ("part", "layer", "unit", "marks", "undo", "compared")
    for answer in (odd, dict.fromkeys(names, odd), {"marks": [["actors", "p2", 1, odd, ""]], "undo": [[odd, odd]]}):
        journal.add("coding/tool:coding-desk", "draft", answer=answer)
        assert {} == _desk(coded, journal).result


def test_the_content_names_parts_and_kinds_that_are_there(coded: CodedArticle) -> None:
    """Every paragraph that is offered exists, and every kind of the coding there is in the codebook."""
    for part in CONTENT["parts"]:
        here = ArticlePart(load_text(part["text"]) if "text" in part else coded, part["paragraphs"])
        assert part["paragraphs"] == [p.paragraph_id for p in here.paragraphs]
        for layer, book in CONTENT["codebook"].items():
            assert set() == {mark.kind for mark in here.reference(layer)} - set(book["kinds"])
        assert "longest name" in CONTENT["codebook"]["actors"]["how"]
        words = [{(m.paragraph, n) for n in range(m.first, m.last + 1)} for m in here.reference("actors")]
        assert not [(some, more) for some in words for more in words if some < more]
    assert set(KIND_COLUMNS) == set(CONTENT["codebook"])
