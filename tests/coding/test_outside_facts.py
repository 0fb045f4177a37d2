"""sources.yml: facts from outside an article are read, checked, and put as references into the texts that name them."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import CommuniqueError, cli
from communique.base.errors import FaultsError
from communique.base.yaml_files import YamlEntry
from communique.coding.outside_facts import cite, cited, load_outside_facts

from ..conftest import GOOD_ARTICLE

EXAMPLE = """sources:
  - id: charter-51
    date: 1945-06-26
    title: Charter of the United Nations, Article 51
    fact: It speaks of self-defence.
    words: the inherent right
    version: English
  - {id: korean-war, date: 1950-06-25, title: UN records, fact: A war began., note: Each side blames the other.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article's folder with an example of sources.yml, for a test to change."""
    (tmp_path / "sources.yml").write_text(EXAMPLE, encoding="utf-8")
    return tmp_path


def test_sources_are_read_as_they_were_written(folder: Path) -> None:
    """All fields are there, and line breaks in them are spaces."""
    found = load_outside_facts(str(folder))
    assert ["charter-51", "korean-war"] == list(found)
    assert "Charter of the United Nations, Article 51, 26 June 1945" == found["charter-51"].reference
    assert ("the inherent right", "English", "") == (
        found["charter-51"].words,
        found["charter-51"].version,
        found["charter-51"].note,
    )


def test_an_article_without_the_file_has_no_sources() -> None:
    """Most articles need none."""
    assert {} == load_outside_facts(str(GOOD_ARTICLE))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    fact: It speaks of self-defence.\n", "", "entry charter-51, field fact: the field is missing"),
        ("  - id: charter-51\n    date", "  - date", "entry 1, field id: the field is missing"),
        ("title: UN", "titel: UN", "entry korean-war, field titel: the field is not known; nearest: 'title'"),
        ("1945-06-26", "26 June", "entry charter-51, field date: '26 June' is not a day of the calendar"),
        ("1945-06-26", "1945-02-30", "entry charter-51, field date: '1945-02-30' is not a day of the calendar"),
        ("charter-51", "Charter 51", "the id cannot be used in a text"),
        ("korean-war", "charter-51", "the id 'charter-51' is in an entry before"),
        ("    version: English\n", "", "entry charter-51, field version: the field is missing beside words"),
        ("sources:", "source:", "field sources: the field is missing"),
        ("title: Charter", "title: 'Charter", "this is not valid YAML"),
        (EXAMPLE, "sources: [a, b]\n", "entry 2: 'b' is not of the form 'name: value'"),
    ],
)
def test_a_slip_is_told_with_its_entry(old: str, new: str, said: str, folder: Path) -> None:
    """Every fault names the file, the entry, the field and what is allowed."""
    (folder / "sources.yml").write_text(EXAMPLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_outside_facts(str(folder))
    faults = caught.value.faults
    assert any(said in str(fault) for fault in faults), list(map(str, faults))
    assert {"sources.yml"} == {fault.file for fault in faults}
    assert [] == [fault for fault in faults if not fault.allowed]


def test_all_faults_come_at_once(folder: Path) -> None:
    """Whoever loads the sources of an article with two slips is told of both."""
    text = EXAMPLE.replace("title: UN", "titel: UN").replace("1945-06-26", "then")
    (folder / "sources.yml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_outside_facts(str(folder))
    assert ["date", "titel", "title"] == sorted(fault.column for fault in caught.value.faults)


def test_the_check_lists_the_slips_of_the_file(good_article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`communique check` counts the sources of a folder, and names what is wrong with them."""
    path = good_article / "sources.yml"
    path.write_text(EXAMPLE, encoding="utf-8")
    assert 0 == cli.main(["check", str(good_article)])
    assert "8 mentions, 2 outside facts." in capsys.readouterr().out
    path.write_text(EXAMPLE.replace("1945-06-26", "then"), encoding="utf-8")
    assert 1 == cli.main(["check", str(good_article)])
    assert "1. sources.yml, entry charter-51, field date: 'then' is not a day" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No marker.", "No marker."),
        ("A [[charter-51]].", "A (source: Charter of the United Nations, Article 51, 26 June 1945)."),
        (
            "A [[charter-51]] [[korean-war]]",
            "A (sources: Charter of the United Nations, Article 51, 26 June 1945; UN records, 25 June 1950)",
        ),
        ('events[["label", "date"]]', 'events[["label", "date"]]'),
    ],
)
def test_a_marker_becomes_a_plain_reference(text: str, expected: str, folder: Path) -> None:
    """Markers side by side share one bracket, and a line of pandas is no marker."""
    assert expected == cite(text, load_outside_facts(str(folder)))


def test_a_reference_is_put_in_every_text(folder: Path) -> None:
    """Lists and mappings from YAML are gone through; what is no text stays."""
    top = cited(YamlEntry({"a": ["[[korean-war]]", 7]}, "key.yml"), str(folder))
    assert {"a": ["(source: UN records, 25 June 1950)", 7]} == top.fields


def test_an_unknown_marker_brings_the_nearest(folder: Path) -> None:
    """Whoever misspells an id is told where, and which one was meant."""
    with pytest.raises(CommuniqueError) as caught:
        cite("A [[charter-15]].", load_outside_facts(str(folder)), "lessons/events/lesson.md")
    said = "lessons/events/lesson.md: [[charter-15]] is not a source; nearest: '[[charter-51]]'"
    assert f"{said}; the ids in sources.yml are: charter-51, korean-war." in caught.value.what


def test_every_unknown_marker_of_a_file_is_told_with_its_place(folder: Path) -> None:
    """The entry and the field are named, and one slip does not hide another."""
    content = {"questions": [{"id": "q", "prompt": "[[charter-15]]", "options": [{"id": "a", "text": "[[wor]]"}]}]}
    top = cited(YamlEntry(content, "questions.yml"), str(folder))
    assert [("q", "prompt"), ("q, a", "text")] == [(fault.entry, fault.column) for fault in top.faults]
