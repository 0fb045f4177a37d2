"""The teacher's book: every lesson, question, key, code and source of the course, on one page that runs nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from communique import CommuniqueError, cli
from communique.base.places import lessons_folder
from communique.coding.codes import plover
from communique.coding.outside_facts import load_outside_facts
from communique.course.course import load_course
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from communique.teacher.book import plans
from communique.teacher.book.book import teacher_book
from communique.teacher.book.plans import load_plans
from communique.teacher.book.prose import prose
from justhtml import JustHTML

COURSE = load_course()


@pytest.fixture(scope="module")
def page() -> str:
    """The book."""
    return teacher_book()


@pytest.fixture(scope="module")
def words(page: str) -> str:
    """What a reader reads, with single spaces."""
    return _plain(JustHTML(page, sanitize=False).to_text(separator=" "))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def test_it_is_whole_and_runs_nothing(page: str) -> None:
    """Faultless HTML without scripts, pictures or other files; every link leads to a place on the page."""
    tree = JustHTML(page, sanitize=False, collect_errors=True)
    assert not tree.errors
    found = tree.query("*")
    assert set() == {e.name for e in found} & {"script", "img", "iframe", "object", "embed", "link", "form", "base"}
    attributes = [(name.lower(), value or "") for e in found for name, value in (e.attrs or {}).items()]
    assert [] == [name for name, _ in attributes if name.startswith("on")]
    ids = [value for name, value in attributes if name == "id"]
    assert len(set(ids)) == len(ids)
    assert set() == {value for name, value in attributes if name == "href"} - {f"#{one}" for one in ids}
    assert "default-src 'none'" in page
    assert "[[" not in page and "built-in method" not in page


@pytest.mark.parametrize("info", COURSE.lessons, ids=lambda info: info.name)
def test_every_lesson_is_there_with_notes_and_questions(info, words: str) -> None:
    """Its title, the headings of its notes, and each question with its number, explanation and hints."""
    assert f"{info.number}. {info.title}" in words
    notes = (lessons_folder() / info.name / "teacher.md").read_text(encoding="utf-8")
    for heading in re.findall(r"^## (.+)$", notes, re.MULTILINE):
        assert _plain(heading) in words
    asked = sorted(load_questions(info.name).values(), key=lambda question: question.extra)
    for number, question in enumerate(sorted(asked, key=lambda question: question.former), 1):
        if question.former:
            assert _plain(question.prompt) not in words
            continue
        assert f"{info.number}.{number} {_plain(question.prompt)}" in words
        for text in (question.explanation, *question.hints):
            assert _plain(text) in words


@pytest.mark.parametrize("info", COURSE.lessons, ids=lambda info: info.name)
def test_every_right_answer_is_there_with_what_else_is_accepted(info, words: str) -> None:
    """What key.yml has of each question, in the words of its options; a second order and a second place too."""
    keys = load_keys(info.name)
    questions = load_questions(info.name)
    asked = [(question, keys[name]) for name, question in questions.items() if name in keys and not question.former]
    assert asked
    for question, key in asked:
        start = words.index(_plain(question.prompt), words.index("Questions and keys"))
        part = words[start : words.index("Words of the report:", start) if question.evidence else start + 6000]
        for right in key.right:
            assert re.search(f"● {re.escape(_plain(question.option(right).text))} – right", part)
        for order in key.orders:
            lines = " ".join(f"{n}. {_plain(question.label(one))}" for n, one in enumerate(order, 1))
            assert lines in part
        for pointer in (*key.spans, *key.accept_extra):
            assert _plain(pointer.words) in part
        for option, places in key.pairs.items():
            assert f"{_plain(question.label(option))} → {_plain(question.label(places[0]))}" in part
            assert [] == [place for place in places if _plain(question.label(place)) not in part]
        assert _plain(key.model) in part


def test_the_forms_are_there_with_their_keys(words: str) -> None:
    """Both forms, numbered as on the cards, with the right option of each question, and how to use them."""
    keys, questions = load_keys("before"), load_questions("before")
    assert {"a", "b"} == {question.form for question in questions.values()}
    for form in "AB":
        asked = [one for one in questions.values() if one.form == form.lower()]
        numbers = {
            number for one in asked for number in range(1, 11) if f"{form}{number} {_plain(one.prompt)}" in words
        }
        assert set(range(1, 11)) == numbers
        for one in asked:
            assert f"● {_plain(one.option(keys[one.id].right[0]).text)} – right" in words
    assert "How to read the result" in words


def test_codebook_and_sources_are_there(words: str, page: str) -> None:
    """Every line of the coding desk's codebook, the ladder, all of PLOVER, and each source with its day."""
    book = yaml.safe_load((lessons_folder() / "coding" / "coding-desk.yml").read_text(encoding="utf-8"))["codebook"]
    for layer in book.values():
        for text in (layer["what"], layer["how"], *layer["kinds"].values()):
            assert _plain(text) in words
    table = JustHTML(page, sanitize=False).query("table.plover tbody tr")
    assert len(plover()) == len(table)
    assert "ACCUSE disapprove -2 3 verbal conflict" in words
    assert "CT+ certain that it is so" in words
    for source in load_outside_facts(COURSE.article).values():
        assert _plain(source.reference) in words
        assert _plain(source.fact) in words


def test_a_marker_becomes_a_numbered_reference_and_html_stays_text() -> None:
    """Sources are links into the list; an unknown one is told with the nearest; markup of a note's own is shown."""
    sources = load_outside_facts(COURSE.article)
    number = list(sources).index("un-charter-51") + 1
    assert f'<a href="#source-un-charter-51">source {number}</a>' in prose("x [[un-charter-51]]", sources, "x.md")
    with pytest.raises(CommuniqueError, match=r"x\.md: .*un-charter-51"):
        prose("[[un-charter-5]]", sources, "x.md")
    made = prose("# T\n\n## A <b>\n\n<script>x</script> [a](javascript:x) ![b](c.png)\n\n|a|\n|-|\n|b|", {}, "x")
    assert "<script" not in made and "<img" not in made and "javascript:x)" in made
    assert "<h3>A &lt;b&gt;</h3>" in made and "<td>b</td>" in made and "<h2>" not in made


def test_the_plans_add_up() -> None:
    """Sessions of 45, 60 and 90 minutes; four weeks between the two forms; no lesson twice, none left out unnamed."""
    found = load_plans(COURSE)
    assert {45, 60, 90} == {session["minutes"] for session in found["sessions"]}
    assert 4 == len(found["unit"]["weeks"])
    placed = [i.name for w in found["unit"]["weeks"] for p in w["periods"] for i in p["lessons"]]
    assert len(set(placed)) == len(placed)
    assert ["before", "after"] == [placed[0], placed[-1]]
    assert {i.name for i in (*COURSE.lessons, *COURSE.forms)} == set(placed) | {i.name for i in found["left"]}


def test_a_new_lesson_is_named_beside_the_plan() -> None:
    """Nothing is tied to the lessons of today: what the unit has no place for is listed."""
    more = replace(COURSE.lessons[-1], name="new", title="Something new", number=99, builds_on=())
    assert "new" in [i.name for i in load_plans(replace(COURSE, lessons=(*COURSE.lessons, more)))["left"]]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"sessions": [{"title": "A", "minutes": 45, "steps": [{"minutes": 40, "what": "x"}]}]}, "take 40 minutes"),
        (
            {"sessions": [{"title": "A", "minutes": 1, "steps": [{"minutes": "1"}]}]},
            "session A, step 1, field minutes: '1' is not a whole number",
        ),
        (
            {"sessions": [{"title": "A", "minutes": 5, "steps": [{"minutes": 5, "lesson": "event"}]}]},
            "field lesson: 'event' is not known; nearest: 'events'",
        ),
        (
            {"unit": {"weeks": [{"periods": [{"lessons": ["events", "actors"]}]}]}},
            "week 1, period 1, field lessons: events and actors take 65",
        ),
    ],
)
def test_a_slip_in_the_plans_is_told(change: dict, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes that do not add up, and lessons that there are not."""
    monkeypatch.setattr(plans, "read_yaml", lambda path, name="": change)
    with pytest.raises(CommuniqueError, match=told):
        load_plans(COURSE)


def test_the_command_writes_it_and_replaces_only_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into this folder, a named folder or a file."""
    assert 0 == cli.main(["teacher"])
    assert 0 == cli.main(["teacher"])
    assert f"The teacher's book is in {Path.cwd() / 'teacher-book.html'}" in capsys.readouterr().out
    assert ["teacher-book.html"] == [path.name for path in Path.cwd().glob("*.html")]
    mine = tmp_path / "mine.html"
    mine.write_text("mine", encoding="utf-8")
    assert 0 == cli.main(["teacher", "--output", str(mine)])
    assert 0 == cli.main(["teacher", "--output", str(tmp_path)])
    assert ["mine-2.html", "mine.html", "teacher-book.html"] == sorted(path.name for path in tmp_path.glob("*.html"))
    assert "mine" == mine.read_text(encoding="utf-8")
