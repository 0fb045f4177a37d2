"""`communique check` reports every fault of every YAML file at once, and no file ends it in a traceback."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from communique import cli
from communique.base import places
from communique.base.errors import FaultsError
from communique.base.places import articles_folder, lessons_folder
from communique.base.yaml_files import read_yaml
from communique.student.article_copy import article_to_start
from communique.tools.faults import READERS, faults_of
from hypothesis import given, settings
from hypothesis import strategies as st

from ..samples import samples

#: File in an article's folder -> what is in it, and the two faults in that
BROKEN = {
    "article.md": (
        "---\nheadline: A\ndate: 2024-02-30\nissues: 3\nlanguage: en\n---\n\nOne.\n",
        ["column date: '2024-02-30' is not a day of the calendar", "column issues: 'issues' does not hold names"],
    ),
    "sources.yml": (
        "sources:\n  - {id: a, date: soon, title: T, fact: F}\n  - {id: b, date: 2020-01-01, titel: T, "
        "title: T, fact: F}\n",
        ["entry a, field date: 'soon' is not a day", "entry b, field titel: the field is not known; nearest: 'title'"],
    ),
    "lessons/events/questions.yml": (
        "questions:\n  - {id: a, kind: opn, prompt: P, hints: [H], explanation: E}\n"
        "  - {id: b, kind: open, prompt: P, hints: [H]}\n",
        ["question a, field kind: 'opn' is not known; nearest: 'open'; one of: ", "question b, field explanation: the"],
    ),
    "lessons/events/key.yml": (
        "a: {rigt: [x]}\nb: {order: 3}\n",
        [
            "question a, field rigt: the field is not known; nearest: 'right'",
            "question b, field order: 3 is not a list",
        ],
    ),
    "lessons/clause/scenario.yml": (
        "note: N\nfacts: [{id: f, ask: A, values: [{id: v, text: V}]}]\n"
        "names: {fact: g, unset: {h: H}, values: {v: {h: V}}}\ntexts: [{id: t, title: T}]\n"
        "clauses: [{id: c, text: t, kind: dut, paragraph: p1, words: w, binds: b, status: [{is: met, because: B}]}]\n"
        "voices: [{id: o, who: W, readings: [{leans: for, says: S, rests_on: [c]}]}]\n",
        ["names, field fact: 'g' is not known; one of: f", "clause c, field kind: 'dut' is not known; nearest: 'duty'"],
    ),
    "lessons/forecast/forecast.yml": (
        "outcomes:\n  - {id: a, text: T, by: 2024-13-01, result: open, told: T}\n"
        "  - {id: b, text: T, by: 2024-12-01, result: happened, told: T}\n",
        ["outcome a, field by: '2024-13-01' is not a day", "outcome b, field source: a settled outcome has no"],
    ),
    "lessons/framing/headline-workshop.yml": (
        "facts: [{id: a, text: T}]\nheadlines: [{id: b, text: T}]\n",
        ["fact a, field named_by: the field is missing", "headline b, field constructed: the headline does not say"],
    ),
    "lessons/table/negotiating-table.yml": (
        "openings: [{id: a, words: w, wordz: four}, {id: b}]\n",
        ["opening a, field wordz", "opening b, field words: the field is missing"],
    ),
    "lessons/coding/coding-desk.yml": (
        "parts: [{id: a, paragraphs: [p1]}]\ncodebook: {actor: {what: W}}\n",
        [
            "part a, field title: the field is missing",
            "codebook, field actor: the field is not known; nearest: 'actors'",
        ],
    ),
}
COURSE = {
    "course.yml": (
        lambda text: text.replace("minutes: 25", "minutes: soon", 1).replace("[read]", "[raed]", 1),
        ["field minutes: 'soon' is not a whole number", "field builds_on: 'raed' is not known; nearest: 'read'"],
    ),
    "teacher/plans.yml": (
        lambda text: text.replace("lesson: read", "lesson: raed", 1).replace("minutes: 60", "minutes: 61", 1),
        ["field lesson: 'raed' is not known; nearest: 'read'", "field minutes: its steps take 60 minutes"],
    ),
    "actors/key.yml": (
        lambda text: text.replace("{right:", "{rigt:", 1) + "more: 3\n",
        ["field rigt: the field is not known; nearest: 'right'", "question more: 3 is not of the form 'name: value'"],
    ),
}
HOSTILE = {
    "another encoding": ("a: é\n".encode("latin-1"), "the file is not in the encoding UTF-8"),
    "a NUL": (b"a: \x00\n", "the file is not a text file"),
    "a control character": (b"a: \x07\n", "this is not valid YAML"),
    "a tag": (b"a: !!int abc\n", "line 1: the tag !!int is not read; take it out"),
    "a tag of Python": (b"a: !!python/object/apply:os.system [ls]\n", "the tag !!python/object/apply:os.system is not"),
    "a name twice": (b"a: 1\nb: 2\na: 3\n", "line 3: 'a' is there twice; take one of the two out"),
    "an alias of itself": (b"a: &a [*a]\n", "line 1: '*a' is part of what it means"),
    "an unknown alias": (b"a: *b\n", "this is not valid YAML"),
    "a list as a name": (b"? [a]\n: b\n", "this is not valid YAML"),
    "an endless number": (b"a: " + b"9" * 5000 + b"\n", "this is not valid YAML"),
    "an equals sign": (b"a: =\n", "this is not valid YAML"),
    "an open bracket": (b"a: [\n", "this is not valid YAML"),
    "a bomb": (
        b"a: &a [x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b", ".join([b"*%c" % n] * 9)) for n in range(97, 110)),
        "the file holds too much",
    ),
    "a tower": (b"a: " + b"[" * 500 + b"]" * 500, "the file is nested too deeply"),
    "a tower to the sky": (b"a: " + b"[" * 100_000, "this is not valid YAML"),
    "a heap": (b"a:\n" + b"- x\n" * 200_000, "the file holds too much"),
    "a video": (b"#" * 2_000_001, "the most that is read is 2 MB"),
    "a list": (b"- a\n", "there are no 'name: value' lines"),
    "a word": (b"word\n", "there are no 'name: value' lines"),
}
FILES = [name for name in BROKEN if name != "article.md"]


@pytest.fixture
def check(good_article: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str, bytes], tuple[int, str]]:
    """Writes a file into a good article's folder, and gives what `communique check` says of the folder."""

    def run(name: str, content: bytes) -> tuple[int, str]:
        path = good_article / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        code = cli.main(["check", str(good_article)])
        return code, capsys.readouterr().out

    return run


@pytest.mark.parametrize("name", BROKEN)
def test_two_faults_of_a_file_are_both_told(
    name: str, check: Callable[[str, bytes], tuple[int, str]], good_article: Path
) -> None:
    """File, entry and field of both, in one call; and who starts a course on the article is told the same."""
    content, faults = BROKEN[name]
    code, said = check(name, content.encode())
    assert 1 == code
    assert [] == [fault for fault in faults if f". {name}, {fault}" not in said], said
    assert name == "article.md" or "\n2 faults in " in said
    with pytest.raises(FaultsError) as caught:
        article_to_start(str(good_article))
    assert [] == [fault for fault in faults if fault not in str(caught.value)]


@pytest.mark.parametrize("trouble", HOSTILE)
@pytest.mark.parametrize("name", FILES)
def test_what_is_no_proper_yaml_is_a_sentence(
    name: str, trouble: str, check: Callable[[str, bytes], tuple[int, str]]
) -> None:
    """Whatever is in a file, its reader ends in one fault that names the file, and soon."""
    content, fault = HOSTILE[trouble]
    code, said = check(name, content)
    assert (1, True) == (code, said.startswith(f"1. {name}")), said
    assert fault in said


@pytest.mark.parametrize("trouble", HOSTILE)
def test_front_matter_is_read_with_the_same_care(trouble: str, check: Callable[[str, bytes], tuple[int, str]]) -> None:
    """What stands between --- and --- has the same limits."""
    content, fault = HOSTILE[trouble]
    code, said = check("article.md", b"---\n" + content + b"\n---\n\nOne.\n")
    assert (1, True) == (code, said.startswith("1. article.md")), said
    assert trouble == "a video" or fault.removeprefix("line 1: ").removeprefix("line 3: ") in said


def test_all_files_are_checked_in_one_call(check: Callable[[str, bytes], tuple[int, str]]) -> None:
    """A fault in one file hides none in another."""
    said = [check(name, content.encode())[1] for name, (content, _) in BROKEN.items()][-1]
    assert [] == [fault for _, faults in BROKEN.values() for fault in faults if fault not in said]


def test_a_file_that_nothing_reads_is_noted(check: Callable[[str, bytes], tuple[int, str]]) -> None:
    """A misspelt name is no fault, as the course runs without it; the note says what was meant."""
    code, said = check("lessons/events/question.yml", b"questions: []\n")
    assert 0 == code
    assert "Note: lessons/events/question.yml: no lesson reads this file; nearest: 'questions.yml'" in said
    assert (
        "Note: lessons/evnts/key.yml: there is no lesson 'evnts'; nearest: 'events'"
        in check("lessons/evnts/key.yml", b"a: {}\n")[1]
    )


def test_words_that_the_article_does_not_have_are_told(check: Callable[[str, bytes], tuple[int, str]]) -> None:
    """What a question or a tool points at is looked for in the text, and the nearest words are named."""
    spans = b"{paragraph: p1, words: sign a fishing pact}, {paragraph: p9, words: A}, {paragraph: p3, words: pact}"
    code, said = check("lessons/events/key.yml", b"a: {spans: [" + spans + b"]}\n")
    assert (1, True) == (code, "\n2 faults in " in said)
    assert "key.yml: 'sign a fishing pact' is not in p1, or not 1 times; nearest: 'signed a fishing pact'" in said
    assert "key.yml: there is no paragraph 'p9'" in said
    question = b"questions: [{id: a, kind: open, prompt: P, hints: [H], explanation: E, look: p8}]\n"
    assert "questions.yml: there is no paragraph 'p8'" in check("lessons/events/questions.yml", question)[1]


def test_words_that_an_outside_fact_does_not_have_are_told(check: Callable[[str, bytes], tuple[int, str]]) -> None:
    """A clause of the scenario that is not from the article is looked for in the words of its source."""
    scenario = BROKEN["lessons/clause/scenario.yml"][0].replace("fact: g", "fact: f").replace("kind: dut", "kind: duty")
    code, said = check("lessons/clause/scenario.yml", scenario.replace("paragraph: p1", "source: treaty").encode())
    assert (1, True) == (code, "\n1 fault in " in said)
    assert "scenario.yml, clause c, field words: 'w' is not in the words of treaty; words of the source" in said


def test_a_question_without_a_key_is_told(check: Callable[[str, bytes], tuple[int, str]]) -> None:
    """A class would meet it at the first Check; a key for it is all that is missing."""
    question = b"questions:\n  - {id: a, kind: open, prompt: P, hints: [H], explanation: E}\n"
    code, said = check("lessons/events/questions.yml", question)
    assert 1 == code
    assert "1. lessons/events/key.yml: there is no key for the question 'a'; add it, with 'model: ...'." in said
    assert 0 == check("lessons/events/key.yml", b"a: {model: M}\n")[0]


@pytest.mark.parametrize("name", COURSE)
def test_check_alone_checks_the_course(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """course.yml, the plans and every lesson's files, with the course's own article."""
    shutil.copytree(lessons_folder(), tmp_path / "lessons")
    monkeypatch.setattr(places, "INSTALLED", tmp_path)
    assert articles_folder().is_relative_to(tmp_path)
    change, faults = COURSE[name]
    path = tmp_path / "lessons" / name
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert 1 == cli.main(["check"])
    said = capsys.readouterr().out
    assert [] == [fault for fault in faults if fault not in said], said
    assert f"1. lessons/{name}, " in said
    assert "\n2 faults in " in said


VALUES = [
    None,
    "",
    " ",
    "x",
    3,
    -1,
    0.5,
    True,
    [],
    {},
    [3],
    ["x"],
    [[]],
    [{}],
    {"x": 1},
    {"id": []},
    {"id": "x"},
    [None],
]
WRITTEN = [path for path in sorted(lessons_folder().glob("*/*.yml")) if path.name in READERS]


def _places(content: Any) -> list[tuple[Any, Any]]:
    """Every list or mapping in a file, with every index or name in it."""
    if not isinstance(content, dict | list):
        return []
    keys = list(content) if isinstance(content, dict) else list(range(len(content)))
    return [*((content, key) for key in keys), *(place for key in keys for place in _places(content[key]))]


@settings(max_examples=samples(25))
@given(data=st.data())
@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_anything_in_place_of_anything_reads_or_is_told(path: Path, data: st.DataObject, tmp_path: Path) -> None:
    """Two values of a sound file are replaced by others: its reader reads it, or names each fault with its place."""
    content = copy.deepcopy(read_yaml(path))
    for _ in range(2):
        around, key = data.draw(st.sampled_from(_places(content)))
        around[key] = copy.deepcopy(data.draw(st.sampled_from(VALUES)))
    broken = tmp_path / path.parent.name / path.name
    broken.parent.mkdir(exist_ok=True)
    broken.write_text(json.dumps(content), encoding="utf-8")
    faults = faults_of(lambda: READERS[path.name](broken, "south-korea-2024"))
    assert [] == [fault for fault in faults if not fault.file.endswith(path.name) or not fault.what]
