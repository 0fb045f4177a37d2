"""What a student left in a tool is put into words, and nothing that a journal can hold stops it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from communique.course.lesson_key import LessonKey
from communique.questions import lesson_files
from communique.questions.in_words import LONGEST_TEXT, MOST_LINES, Line
from communique.tools import in_words as tool_words
from communique.tools.in_words import tool_in_words, tool_title
from hypothesis import given

from ..questions.test_in_words import JSON, boxes

TOOLS = [*tool_words._TOOLS, "a-tool-of-tomorrow"]
CONTENT = """
facts:
  - id: attacked
    ask: Who was attacked?
    values: [{id: one, text: One of the two}, {id: other, text: Another country}]
  - id: at-war
    ask: Is it at war?
    values: [{id: yes, text: "Yes"}, {id: no, text: "No"}]
outcomes:
  - {id: text-published, text: The text is published., by: 2024-06-30}
"""


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lesson "mine" whose author wrote a scenario and a forecast."""
    monkeypatch.setattr(lesson_files, "lessons_folder", lambda: tmp_path)
    (tmp_path / "mine").mkdir()
    for tool in ("scenario", "forecast"):
        (tmp_path / "mine" / f"{tool}.yml").write_text(CONTENT, encoding="utf-8")
    return tmp_path


def test_headlines_are_told_in_the_students_words() -> None:
    """The latest first, as they were kept, and what is not finished yet apart."""
    kept = {"headlines": ["Two sign <b>", "One signs"], "chosen": "report", "draft": "Half a"}
    (label, own), (other, draft) = tool_in_words(LessonKey("framing"), "headline-workshop", kept)
    assert ("My headlines", [Line("Two sign <b>"), Line("One signs")]) == (label, list(own.lines))
    assert ("Not finished yet", [Line("Half a")]) == (other, list(draft.lines))


def test_a_scenario_is_told_as_questions_and_values(lessons: Path) -> None:
    """In the author's words, also where YAML takes a bare yes for true; what is gone stays as it is."""
    ((label, shown),) = tool_in_words(
        LessonKey("mine"), "scenario", {"attacked": "other", "at-war": "yes", "gone": "x"}
    )
    expected = [Line("Another country", "Who was attacked?"), Line("Yes", "Is it at war?"), Line("x", "gone")]
    assert ("What I set", expected) == (label, list(shown.lines))


def test_sealed_forecasts_are_the_ones_that_count(lessons: Path) -> None:
    """What was sealed first is shown as sealed; before that, what is set so far; other things are no forecast."""
    ((label, shown),) = tool_in_words(
        LessonKey("mine"), "forecast", {"text-published": 70, "revealed": True, "x": "50"}
    )
    assert ("My forecasts, not sealed yet", [Line("70%", "The text is published.")]) == (label, list(shown.lines))
    ((label, shown),) = tool_in_words(LessonKey("mine"), "forecast", {"text-published": 70}, {"text-published": 0})
    assert ("My forecasts, sealed", [Line("0%", "The text is published.")]) == (label, list(shown.lines))


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("kept", [None, "", [], {}])
def test_an_empty_tool_has_nothing_to_hand_in(tool: str, kept: Any) -> None:
    """And neither has a view that was only looked at."""
    assert () == tool_in_words(LessonKey("mine"), tool, kept)
    assert () == tool_in_words(LessonKey("actors"), "voice-audit", {"voice": "A01", "mode": "hear"})


def test_a_tool_without_words_is_shown_as_it_stands() -> None:
    """Nothing that a student did is left out because its tool is new."""
    ((_, shown),) = tool_in_words(LessonKey("mine"), "a-tool-of-tomorrow", {"a": ["<b>"]})
    assert '{"a": ["<b>"]}' == shown.strange
    assert "What I did in “a-tool-of-tomorrow”" == tool_title("a-tool-of-tomorrow")
    assert "Forecasts" == tool_title("forecast")


def test_marks_are_told_with_their_words_and_kinds() -> None:
    """A layer at a time; marks without a kind say so, and those that are nowhere in the report are left out."""
    marks = [["actors", "p2", 1, 3, "leader"], ["events", "p4", 6, 8, ""], ["actors", "p2", 900, 901, ""], [7]]
    actors, events = tool_in_words(LessonKey("coding"), "coding-desk", {"marks": marks})
    assert [Line("“Kim Jong Un”: leader", "p2")] == list(actors[1].lines)
    assert [Line("“condemned the pact”: no kind yet", "p4")] == list(events[1].lines)
    assert () == tool_in_words(LessonKey("coding"), "coding-desk", {"part": "p2-p5", "marks": []})


def test_what_was_done_at_the_table_is_told_with_its_evidence() -> None:
    """The student's own moves and clauses; answers from the coding are left out, half-written words apart."""
    move = {"kind": "threat", "text": "We may close it.", "words": "a vow", "source": "", "how": ""}
    clause = {"opening": "note that", "text": "it has a limit", "words": "", "source": "un-charter-51"}
    sitting = {"moves": [move, {**move, "how": "words"}, 7], "clauses": [clause], "reasons": {"c": "It binds nobody."}}
    moves, clauses, reasons = tool_in_words(LessonKey("table"), "negotiating-table", {"sitting": sitting})
    assert [Line("We may close it.", "Threat, based on: a vow")] == list(moves[1].lines)
    assert [Line("note that it has a limit", "Clause, based on: un-charter-51")] == list(clauses[1].lines)
    assert [Line("It binds nobody.")] == list(reasons[1].lines)
    half = {"move": {"text": "We de"}, "clause": {}, "why": {"c": "Becau"}}
    ((label, drafts),) = tool_in_words(LessonKey("table"), "negotiating-table-draft", half)
    assert ("Not finished yet", [Line("We de"), Line("Becau")]) == (label, list(drafts.lines))


@pytest.mark.parametrize(
    "content", ["", "a: [", "- 1", "facts: 7", "facts: [1, {ask: x}]", "facts: [{id: a, values: 1}]"]
)
def test_a_slip_in_the_content_is_no_trouble_here(content: str, lessons: Path) -> None:
    """The worksheet is made; the slip is told where the tool is shown."""
    (lessons / "mine" / "scenario.yml").write_text(content, encoding="utf-8")
    ((_, shown),) = tool_in_words(LessonKey("mine"), "scenario", {"a": "b"})
    assert [Line("b", "a")] == list(shown.lines)


@pytest.mark.parametrize("tool", TOOLS)
@given(kept=JSON, sealed=JSON)
def test_nothing_that_was_kept_stops_it(tool: str, kept: Any, sealed: Any) -> None:
    """Whatever stands in a journal comes back as short texts."""
    for label, shown in tool_in_words(LessonKey("mine"), tool, kept, sealed):
        texts = [label, shown.strange, *(part for line in shown.lines for part in (line.text, line.label))]
        assert [] == [part for part in texts if not isinstance(part, str) or len(part) > LONGEST_TEXT + 100]
        assert len(shown.lines) <= MOST_LINES


@pytest.mark.parametrize("tool", TOOLS)
def test_deep_and_huge_things_are_no_trouble(tool: str) -> None:
    """Boxes in boxes and very long lists are cut."""
    deep = boxes(100_000)
    for kept in (deep, {"headlines": deep, "a": deep, "draft": "x" * 300_000}, {"headlines": ["x"] * 30_000}):
        assert all(len(shown.lines) <= MOST_LINES for _, shown in tool_in_words(LessonKey("mine"), tool, kept))
