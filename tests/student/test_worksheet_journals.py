"""A worksheet is a clean page whatever the journal holds: torn, of another version, huge, deep, or hostile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from communique.course.course import Course, LessonInfo
from communique.course.journal import Journal
from communique.student import worksheet as module
from communique.student.worksheet import worksheet
from hypothesis import given
from hypothesis import strategies as st

from ..questions.test_in_words import ALL_KINDS, JSON, NEAR, TROUBLE, one_of
from .test_worksheet import CODED, COURSE, DAY, LADDER, card_of, page_of, parsed, text_of

MINE = Course("A course", "south-korea-2024", (LessonInfo("mine", "Mine", 10, 1),))
ACTS = st.sampled_from(["answer", "draft", "hint", "reveal", "fly", None])
NAMES = st.sampled_from(["mine/one", "mine/two", "events/ladder", "mine/tool:scales", "gone/one", "", "mine/"])


def test_questions_that_are_gone_are_shown_as_they_were_kept(journal: Journal) -> None:
    """In their lesson, or at the end where the lesson is gone too; never lost, and never markup."""
    journal.add("events/old", "answer", answer={"a": "<b>"}, outcome="right")
    journal.add("elsewhere/old", "draft", answer=["x"])
    page = page_of(journal)
    note = "This question is no longer in the course. What was kept"
    assert f'events/old {note} {{"a": "<b>"}}' == card_of(page, "events/old")
    assert f'elsewhere/old {note} ["x"]' == card_of(page, "elsewhere/old")
    assert text_of(page).index("events/old") < text_of(page).index("From another version of the course")


def test_a_damaged_journal_is_shown_as_far_as_it_can_be_read(journal: Journal) -> None:
    """Torn lines and acts of a newer version are counted, and everything else is there."""
    journal.add(LADDER.name, "reveal")
    with journal.path.open("ab") as file:
        file.write(b'{"question": "events/la\n\xff\xfe\n[]\n\n{"v": 9, "question": "events/ladder", "did": "sing"}\n')
    page = page_of(journal)
    assert LADDER.explanation in card_of(page, LADDER.prompt)
    assert "4 lines of the progress file could not be read. Everything else is shown." in text_of(page)


def test_a_whole_journal_says_nothing_of_lines(journal: Journal) -> None:
    """No warning without a reason, and one line is told as one."""
    journal.add(LADDER.name, "reveal")
    assert "could not be read" not in page_of(journal)
    with journal.path.open("a") as file:
        file.write("torn")
    assert "One line of the progress file could not be read." in text_of(page_of(journal))


def test_a_page_holds_what_a_kind_of_tomorrow_left(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of question that has no words yet shows its answer as it stands, and no error."""
    question = one_of("a-kind-of-tomorrow")
    monkeypatch.setattr(module, "questions_of", lambda lesson, article: {"one": question})
    journal.add(question.name, "answer", answer={"a": [1]}, outcome="right")
    card = card_of(worksheet(journal, COURSE, CODED, lessons=["events"]), "What?")
    assert '{"a": [1]}' in card


@given(
    records=st.lists(
        st.fixed_dictionaries(
            {"question": NAMES}, optional={"did": ACTS, "answer": JSON | NEAR, "outcome": JSON, "v": JSON, "id": JSON}
        )
    ),
    kind=st.sampled_from(ALL_KINDS),
    name=st.text() | st.sampled_from(TROUBLE),
)
def test_no_journal_stops_it(records: list[dict[str, Any]], kind: str, name: str, tmp_path: Path) -> None:
    """Whatever a line holds, the page is made, has no fault against the standard and nothing that runs."""
    path = tmp_path / "my-progress.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "questions_of", lambda lesson, article: {"one": one_of(kind)})
        page = worksheet(Journal(path), MINE, CODED, name=name, made=DAY)
    tree = parsed(page)
    assert [] == [node for tag in ("script", "img", "iframe", "object", "a", "form") for node in tree.query(tag)]
    assert page == page.encode("utf-8").decode("utf-8")


@pytest.mark.parametrize("depth", [50, 900, 200_000])
def test_a_line_nested_too_deeply_is_no_trouble(depth: int, journal: Journal) -> None:
    """What Python follows is shown, what it does not follow is counted; nothing is raised."""
    journal.path.parent.mkdir(parents=True)
    lines = [
        f'{{"question": "events/ladder", "did": "{did}", "answer": {"[" * depth}{n}{"]" * depth}, "outcome": "right"}}'
        for n, did in enumerate(("answer", "answer", "draft"))
    ]
    journal.path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = text_of(page_of(journal))
    assert ("3 lines of the progress file" in words) != (LADDER.explanation in words)


def test_a_huge_journal_makes_a_page_that_opens(journal: Journal) -> None:
    """A very long answer is cut where no box to write in goes on, and says so."""
    journal.add("events/done-and-said", "answer", answer="word " * 2_000_000, outcome="answered")
    page = page_of(journal)
    assert len(page) < 100_000
    assert "cut here; the whole of it is in the progress file" in page


def test_what_was_left_in_a_tool_is_shown(journal: Journal) -> None:
    """A lesson's own tool stands with the questions of its lesson; a view that was only looked at does not."""
    journal.add("events/tool:headline-workshop", "draft", answer={"headlines": ["Two <b> sign"]})
    journal.add("events/tool:voice-audit", "draft", answer={"voice": "A01", "mode": "hear"})
    journal.add("events/tool:forecast", "seal", answer={"one": 30})
    journal.add("events/tool:forecast", "seal", answer={"one": 90})
    page = page_of(journal)
    assert "The headline workshop My headlines Two <b> sign" == card_of(page, "The headline workshop")
    assert "Forecasts My forecasts, sealed one: 30%" == card_of(page, "Forecasts")
    assert "voice-audit" not in page
    assert "3. What happened" in text_of(page)


def test_a_judgement_is_not_called_wrong(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A matrix of which some cells were compared is under way."""
    question = one_of("fill-the-matrix")
    monkeypatch.setattr(module, "questions_of", lambda lesson, article: {"one": question})
    journal.add(question.name, "answer", answer={"cells": {"A01/agreement": {"step": "opposes"}}}, outcome="not-yet")
    card = card_of(worksheet(journal, MINE, CODED), "What?")
    assert "◐ Under way · Tries: 1 · Place, then compare" in card
    assert "Not yet right" not in card
