"""The headline workshop: what crosses to the page, what is kept, and what lights up."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from communique import CommuniqueError, Reader
from communique.base.places import lessons_folder
from communique.base.strings import section
from communique.base.yaml_files import read_yaml
from communique.coding.article import CodedArticle
from communique.coding.pointers import Pointer
from communique.course.journal import Journal
from communique.course.lesson_key import LessonKey
from communique.questions import lesson_files
from communique.widgets.tools import tool_widget
from communique.widgets.tools.headline_workshop import HeadlineWorkshop

from ..page import send_from_page
from ..some import some

CONTENT = read_yaml(lessons_folder() / "framing" / "headline-workshop.yml")
ODD = '<b>Seoul</b> "slams" Moscow\'s pact & 한국 😀'


@pytest.fixture
def workshop(coded: CodedArticle, journal: Journal) -> HeadlineWorkshop:
    """The lesson's workshop, new."""
    return HeadlineWorkshop(LessonKey("framing"), coded, journal)


def _say(widget: HeadlineWorkshop, **message: Any) -> dict[str, Any]:
    replies: list[Any] = []
    widget.send = replies.append
    send_from_page(widget, {"number": 1, **message})
    (reply,) = replies
    return reply


def _own(widget: HeadlineWorkshop) -> list[str]:
    return [choice["text"] for choice in widget.choices if choice["kind"] == "own"]


def test_the_lesson_can_show_it() -> None:
    """`lesson.tool("headline-workshop")` gives this widget."""
    assert HeadlineWorkshop is tool_widget("headline-workshop")


def test_it_asks_only_for_strings_that_it_carries() -> None:
    """Every word that the page code names is in strings.yml, and every one there is used."""
    code, carried = str(HeadlineWorkshop._esm), section(*HeadlineWorkshop.sections)
    asked = set(re.findall(r"\bt\.([a-z][a-z_]*)\b", code)) | set(re.findall(r"\bt\[\"([a-z-]+)\"\]", code))
    made = {f"{stem}-{name}" for stem, names in (
        ("kind", ("report", "constructed", "own")), ("group", ("report", "constructed", "own")),
        ("sum", ("surer", "softer", "denied")), ("sign", ("fact", "loaded", "added")),
    ) for name in names} | {"kept", "surer", "softer", "denied", "dropped"}  # fmt: skip
    assert set(carried) == asked | made
    assert 1 == code.count("export default")


def test_the_reports_own_headline_is_chosen_first(workshop: HeadlineWorkshop, coded: CodedArticle) -> None:
    """Then the constructed ones follow, each called so; nothing of the student's is there yet."""
    kinds = [choice["kind"] for choice in workshop.choices]
    assert ["report"] + ["constructed"] * len(CONTENT["headlines"]) == kinds
    assert (coded.headline, "report") == (workshop.result["text"], workshop.result["kind"])
    assert [] == _own(workshop)


def test_a_choice_is_compared_and_kept(workshop: HeadlineWorkshop, coded: CodedArticle, journal: Journal) -> None:
    """The result is that of the chosen headline beside the report's, and a new kernel shows the same."""
    assert {"number": 1} == _say(workshop, do="choose", id="furious")
    facts = {fact["id"]: fact for fact in workshop.result["facts"]}
    assert ("surer", "kept") == tuple(facts["weapons-for-ukraine"][n]["outcome"] for n in ("here", "report"))
    assert workshop.result["count"] == {"kept": 2, "surer": 1, "softer": 0, "denied": 0, "dropped": 13} | {
        "all": 16,
        "named": 3,
    }
    assert workshop.result == HeadlineWorkshop(LessonKey("framing"), coded, Journal(journal.path)).result


def test_a_choice_that_is_not_there_changes_nothing(workshop: HeadlineWorkshop, journal: Journal) -> None:
    """A page older than the lesson's content does no harm."""
    before = workshop.result
    for name in ("no-such", None, 7, ["own"]):
        _say(workshop, do="choose", id=name)
    assert (before, []) == (workshop.result, journal.records())


def test_own_headlines_are_kept_the_latest_first(
    workshop: HeadlineWorkshop, coded: CodedArticle, journal: Journal
) -> None:
    """None is lost, one that is written again comes to the front, and the text is kept letter for letter."""
    for line in ("Seoul may arm Ukraine", ODD, "  Seoul may\narm Ukraine "):
        assert {"number": 1, "wrote": True} == _say(workshop, do="write", text=line)
    _say(workshop, do="choose", id=f"own:{ODD}")
    again = HeadlineWorkshop(LessonKey("framing"), coded, Journal(journal.path))
    assert ["Seoul may arm Ukraine", ODD] == _own(again)
    assert (ODD, "own") == (again.result["text"], again.result["kind"])
    assert ODD == "".join(piece["text"] for piece in again.result["pieces"])
    written = [record["answer"]["headlines"] for record in journal.records()]
    assert [ODD, "Seoul may arm Ukraine"] in written


def test_two_tabs_lose_no_headline(workshop: HeadlineWorkshop, coded: CodedArticle, journal: Journal) -> None:
    """A second page that was opened before adds to what the first one kept."""
    other = HeadlineWorkshop(LessonKey("framing"), coded, Journal(journal.path))
    _say(workshop, do="write", text="One")
    _say(other, do="write", text="Two")
    _say(workshop, do="draft", text="Thr")
    assert ["Two", "One"] == _own(HeadlineWorkshop(LessonKey("framing"), coded, journal))


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "Nothing is written yet."), (" \n", "Nothing is written yet."), ("x" * 201, "has 201 characters")],
)
def test_a_line_that_is_no_headline_is_told(text: str, said: str, workshop: HeadlineWorkshop, journal: Journal) -> None:
    """Empty or longer than 200 characters: the page is told what to do, and nothing is written."""
    assert said in _say(workshop, do="write", text=text)["trouble"]
    assert [] == journal.records()
    with pytest.raises(CommuniqueError):
        workshop.write(text)


def test_200_characters_are_a_headline(workshop: HeadlineWorkshop) -> None:
    """The limit itself is allowed, and it counts characters as a person does."""
    _say(workshop, do="write", text="😀" * 200)
    assert ["😀" * 200] == _own(workshop)


def test_what_is_half_written_is_kept(workshop: HeadlineWorkshop, coded: CodedArticle, journal: Journal) -> None:
    """A draft is there again in a new kernel, and gone once the headline is written."""
    assert {"number": 1, "draft": True} == _say(workshop, do="draft", text="Seoul ma")
    assert "Seoul ma" == HeadlineWorkshop(LessonKey("framing"), coded, Journal(journal.path)).draft
    _say(workshop, do="write", text="Seoul may act")
    assert "" == HeadlineWorkshop(LessonKey("framing"), coded, journal).draft


@pytest.mark.parametrize(
    "left", [None, 7, "text", [], {"headlines": "x"}, {"headlines": [1, "Kept", None], "chosen": 4}]
)
def test_a_strange_journal_does_no_harm(left: Any, coded: CodedArticle, journal: Journal) -> None:
    """Whatever an older version or another program left, the workshop opens and keeps what it can read."""
    journal.add("framing/tool:headline-workshop", "draft", answer=left)
    found = HeadlineWorkshop(LessonKey("framing"), coded, journal)
    assert (["Kept"] if isinstance(left, dict) and "Kept" in left["headlines"] else []) == _own(found)
    assert "report" == found.chosen


def test_a_full_disk_is_told(workshop: HeadlineWorkshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says that the headline was not saved, and does not show it as kept."""

    def full(_journal: Journal, _line: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "append", full)
    assert "No space left" in _say(workshop, do="write", text="Seoul may act")["trouble"]
    assert [] == _own(workshop)


def test_the_words_of_a_fact_light_up(coded: CodedArticle, journal: Journal) -> None:
    """The reader shows the words of a fact and of a loaded word, and moves only when asked to."""
    reader = Reader(coded)
    widget = HeadlineWorkshop(LessonKey("framing"), coded, journal, lambda: reader)
    _say(widget, do="show", fact="condemned")
    assert ("The president of South Korea condemned the pact.", 0) == (_lit(reader), reader.scroll)
    _say(widget, do="choose", id="pour")
    (entry,) = [word for word in widget.result["loaded"] if word["text"] == "threatens"]
    _say(widget, do="show", fact=entry["id"], scroll=True)
    assert ("threatens", 1) == (_lit(reader), reader.scroll)
    for nothing in (None, "no-such", 3):
        _say(widget, do="show", fact=nothing)
    assert "threatens" == _lit(reader)


def test_words_of_which_the_reader_was_not_told_light_up(coded: CodedArticle) -> None:
    """A tool can point at any words; the text stays whole, and what the reader knew before is still found."""
    reader = Reader(coded, pointers=[Pointer("p2", "on Wednesday")])
    reader.show_words([Pointer("p4", "condemned"), Pointer("p99", "x")])
    assert "condemned" == _lit(reader)
    assert [p.text for p in coded.paragraphs] == ["".join(p["segments"]) for p in reader.paragraphs]
    reader.show_words([Pointer("p2", "on Wednesday")])
    assert ("on Wednesday", 2) == (_lit(reader), reader.scroll)


def _lit(reader: Reader) -> str:
    segments = {p["id"]: p["segments"] for p in reader.paragraphs}
    return "".join(segments[name][int(piece)] for name, piece in (spot.split(":") for spot in reader.spots))


def test_no_offset_crosses_to_the_page(workshop: HeadlineWorkshop) -> None:
    """The page gets pieces of text and names, and no number but counts."""
    for choice in some(workshop.choices):
        _say(workshop, do="choose", id=choice["id"])
        sent = json.loads(json.dumps({k: v for k, v in workshop.result.items() if k not in ("count", "report")}))
        assert [] == [
            value for value in _leaves(sent) if isinstance(value, (int, float)) and not isinstance(value, bool)
        ]


def _leaves(value: Any) -> list[Any]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return [value] if parts is None else [leaf for part in parts for leaf in _leaves(part)]


def test_a_lesson_without_the_file_has_an_empty_workshop(coded: CodedArticle, journal: Journal) -> None:
    """The report's headline and the student's own are there, and no facts."""
    widget = HeadlineWorkshop(LessonKey("read"), coded, journal)
    _say(widget, do="write", text="Mine")
    assert (["report", "own"], []) == ([choice["kind"] for choice in widget.choices], widget.result["facts"])


def test_a_headline_that_does_not_say_that_it_is_constructed_is_told(
    coded: CodedArticle, journal: Journal, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No made-up headline can be shown without its label."""
    (tmp_path / "mine").mkdir()
    path = tmp_path / "mine" / "headline-workshop.yml"
    path.write_text("headlines:\n  - {id: sly, text: War!}\n", encoding="utf-8")
    monkeypatch.setattr(lesson_files, "lessons_folder", lambda: tmp_path)
    with pytest.raises(CommuniqueError, match=r"headline sly, field constructed: the headline does not say that it is"):
        HeadlineWorkshop(LessonKey("mine"), coded, journal)
