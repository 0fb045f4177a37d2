"""The scenario explorer: what is set is kept, statuses are words, and the words light up in the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from communique import CommuniqueError, open_lesson
from communique.base.strings import strings
from communique.coding.article import CodedArticle
from communique.coding.outside_facts import load_outside_facts
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.questions import lesson_files
from communique.widgets.reader import Reader
from communique.widgets.tools import tool_pointers
from communique.widgets.tools.scenario import ScenarioExplorer

from ..page import send_from_page
from ..some import some


@pytest.fixture
def reader(coded: CodedArticle) -> Reader:
    """The lesson's reader, made with the words that the explorer points at."""
    return Reader(coded, pointers=tool_pointers(LessonKey("clause")))


@pytest.fixture
def explorer(coded: CodedArticle, journal: Journal, reader: Reader) -> ScenarioExplorer:
    """The explorer of the lesson, as a student opens it first."""
    return ScenarioExplorer(LessonKey("clause"), coded, journal, lambda: reader)


def _say(widget: ScenarioExplorer, **message: Any) -> dict[str, Any]:
    replies: list[Any] = []
    widget.send = replies.append
    send_from_page(widget, {**message, "number": 1})
    (reply,) = replies
    return reply


def _lit(reader: Reader) -> str:
    pieces = {p["id"]: p["segments"] for p in reader.paragraphs}
    return "".join(pieces[spot.split(":")[0]][int(spot.split(":")[1])] for spot in reader.spots)


def test_at_first_nothing_is_set(explorer: ScenarioExplorer) -> None:
    """All words wait for facts, but for the ones that no fact changes; no reading is shown, and what is missing is."""
    statuses = {name: found["says"] for name, found in explorer.state["findings"].items()}
    assert {"authority": "holds in every case"} == {n: s for n, s in statuses.items() if s != "not known yet"}
    assert ({}, [], "1, 2, 3, 4, 5, 6, 7, 8") == (
        explorer.state["facts"],
        explorer.state["readings"],
        explorer.state["missing"],
    )
    assert "Set first: 1, 4." == explorer.state["findings"]["finds-itself"]["because"]


def test_a_fact_changes_the_words_that_turn_on_it(explorer: ScenarioExplorer) -> None:
    """Status, reason and whom it binds are told in words, and what has changed is named."""
    _say(explorer, do="set", fact="attacked", value="russia")
    assert {"number": 1} == _say(explorer, do="set", fact="at-war", value="no")
    found = explorer.state["findings"]["war-should-come"]
    assert ("not met", "You set that there is no war.") == (found["says"], found["because"])
    assert {"war-should-come", "finds-itself"} <= set(explorer.state["changed"])
    assert "until" not in explorer.state["changed"] + explorer.state["lit"]
    _say(explorer, do="case", case="clear")
    duty = explorer.state["findings"]["must-help"]
    assert ("binds", "Binds North Korea, to help Russia.") == (duty["says"], duty["binds"])
    _say(explorer, do="set", fact="armed-attack", value="no")
    duty = explorer.state["findings"]["published-duty"]
    assert ("does not bind", "Would bind North Korea, to help Russia.") == (duty["says"], duty["binds"])


def test_readings_come_when_all_facts_are_set(explorer: ScenarioExplorer) -> None:
    """Each has a role, an argument and the words it rests on; where it leans does not cross to the page."""
    _say(explorer, do="case", case="first-strike")
    assert [] == explorer.state["readings"]
    _say(explorer, do="set", fact="attacked", value="north-korea")
    assert 3 == len(explorer.state["readings"])
    assert [{"who", "argues", "rests_on"}] * 3 == [set(reading) for reading in explorer.state["readings"]]
    assert "" == explorer.state["missing"]


def test_what_is_set_is_there_again(explorer: ScenarioExplorer, coded: CodedArticle, journal: Journal) -> None:
    """A new kernel finds the facts on disk; to begin again empties them, and the record of before stays."""
    _say(explorer, do="case", case="clash")
    _say(explorer, do="set", fact="attacked", value="russia")
    again = ScenarioExplorer(LessonKey("clause"), coded, Journal(journal.path))
    assert explorer.state["facts"] == again.state["facts"]
    assert explorer.state["findings"] == again.state["findings"]
    assert 3 == len(again.state["readings"])
    _say(explorer, do="clear")
    assert {} == ScenarioExplorer(LessonKey("clause"), coded, Journal(journal.path)).state["facts"]
    assert 3 == len(journal.records())


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"do": "set", "fact": "told", "value": "perhaps"}, "There is no value of the fact 'told' 'perhaps'."),
        ({"do": "set", "fact": "no-such", "value": "yes"}, "There is no fact 'no-such'."),
        ({"do": "set"}, "There is no fact 'None'."),
    ],
)
def test_what_cannot_be_set_is_told_and_not_kept(
    message: dict[str, Any], said: str, explorer: ScenarioExplorer, journal: Journal
) -> None:
    """A page of another version gets a sentence, and nothing is written."""
    assert _say(explorer, **message)["trouble"].startswith(said)
    assert [] == journal.records()
    assert {} == explorer.state["facts"]


def test_what_is_not_on_disk_is_not_shown_as_set(
    explorer: ScenarioExplorer, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk does not take it, the student is told, and the facts stay as they were."""

    def full(_self: Journal, _line: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "append", full)
    assert "No space left on device" in _say(explorer, do="set", fact="told", value="yes")["trouble"]
    assert {} == explorer.state["facts"]


def test_the_words_light_up_in_the_report(explorer: ScenarioExplorer, reader: Reader) -> None:
    """A fact lights the report's words that turn on it without moving the page; a button moves to one of them."""
    _say(explorer, do="set", fact="laws", value="no")
    assert ("has to respect the law of each country", 0) == (_lit(reader), reader.scroll)
    _say(explorer, do="show", clause="invaded")
    assert ("should one country be invaded", 1) == (_lit(reader), reader.scroll)
    assert ["invaded"] == explorer.state["lit"]
    _say(explorer, do="show", clause="until")  # the Charter's words are not in the report
    assert ("should one country be invaded", 1) == (_lit(reader), reader.scroll)
    _say(explorer, do="show", clause="no-such")
    assert [] == explorer.state["lit"]


def test_the_lessons_reader_knows_the_words() -> None:
    """In the lesson, reader and explorer belong together."""
    lesson = open_lesson("clause")
    reader = lesson.reader()
    _say(lesson.tool("scenario"), do="show", clause="must-help")
    assert _lit(reader).startswith('must use "all means at its disposal without delay"')


def test_the_texts_are_whole_and_word_for_word(explorer: ScenarioExplorer, coded: CodedArticle) -> None:
    """Each passage is the report's paragraph or the source's words, and every clause is marked in one of them."""
    sources = load_outside_facts(coded.slug)
    wholes = [paragraph.text for paragraph in coded.paragraphs] + [source.words for source in sources.values()]
    for text in some(explorer.sheet["texts"]):
        assert [] == [p for p in text["passages"] if "".join(piece["text"] for piece in p["pieces"]) not in wholes]
        for clause in text["clauses"]:
            pieces = [piece for p in text["passages"] for piece in p["pieces"] if clause["id"] in piece["clauses"]]
            assert clause["words"] == "".join(piece["text"] for piece in pieces)


def test_words_that_stand_nowhere_are_told(coded: CodedArticle, journal: Journal) -> None:
    """With another article the lesson's author learns which words are missing from it."""
    other = replace(coded, paragraphs=coded.paragraphs[:2], slug="another")
    with pytest.raises(CommuniqueError, match="clause war-should-come: its words are not in p2"):
        ScenarioExplorer(LessonKey("clause"), other, journal)
    with pytest.raises(CommuniqueError, match="clause published-case: its words are not in treaty-2024-article-4"):
        ScenarioExplorer(LessonKey("clause"), replace(coded, slug="another"), journal)


def test_a_lesson_without_a_scenario_has_an_empty_one(
    coded: CodedArticle, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback: the page says that there is none."""
    monkeypatch.setattr(lesson_files, "lessons_folder", lambda: tmp_path)
    widget = ScenarioExplorer(LessonKey("mine"), coded, journal)
    assert ({}, {}) == (widget.sheet, widget.state)
    assert {"number": 1} == _say(widget, do="set", fact="told", value="yes")


def test_every_status_has_its_word() -> None:
    """Kinds and statuses are told in words from strings.yml, and no two statuses of a kind in the same."""
    words = strings()["scenario"]
    for kind in ("condition", "duty", "limit", "right"):
        assert 3 == len({words[f"{kind}-{status}"] for status in ("met", "not-met", "open")})
