"""All the faults of an article are told at once, each with its place, what is allowed, and what is near."""

from __future__ import annotations

import filecmp
import io
import shutil
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from communique import ArticleError, CommuniqueError, load_article
from communique.base.places import articles_folder
from communique.cli import main
from communique.coding.checking import check_article
from communique.coding.loading import find_article, load_coded
from communique.coding.pointers import HEADLINE
from hypothesis import given, settings
from hypothesis import strategies as st

from ..conftest import BROKEN_ARTICLES, GOOD_ARTICLE
from ..samples import samples

FAULTS = sorted(folder.name for folder in BROKEN_ARTICLES.iterdir())
FILES = sorted(path.name for path in GOOD_ARTICLE.iterdir())
ONLY_NOTES = {"no-rows", "contested-without-the-other-reading"}


@pytest.mark.parametrize("fault", FAULTS)
def test_check_says_what_is_wrong(fault: str) -> None:
    """`communique check` prints exactly the lines that expected.txt holds for the broken article."""
    folder = BROKEN_ARTICLES / fault
    out = io.StringIO()
    with redirect_stdout(out):
        code = main(["check", str(folder)])
    expected = (folder / "expected.txt").read_text(encoding="utf-8")
    assert expected == out.getvalue().replace(str(folder), "{folder}")
    assert (0 if fault in ONLY_NOTES else 1) == code


@pytest.mark.parametrize("fault", [name for name in FAULTS if name not in ONLY_NOTES])
def test_the_loader_raises_the_same_faults(fault: str) -> None:
    """Who loads a broken article gets every fault that the check prints, in one error."""
    expected = (BROKEN_ARTICLES / fault / "expected.txt").read_text(encoding="utf-8")
    with pytest.raises(ArticleError) as caught:
        load_article(BROKEN_ARTICLES / fault)
    said = [f"{n}. {f}".replace(str(BROKEN_ARTICLES / fault), "{folder}") for n, f in enumerate(caught.value.faults, 1)]
    assert [line for line in expected.splitlines() if line[:1].isdigit() and ". " in line[:4]] == said


def test_each_broken_article_is_the_good_one_with_something_broken() -> None:
    """A folder differs from the good article in its fault alone: in one file, or two, and in four for many faults."""
    changed = {}
    for fault in FAULTS:
        same, _, _ = filecmp.cmpfiles(GOOD_ARTICLE, BROKEN_ARTICLES / fault, FILES, shallow=False)
        changed[fault] = len(FILES) - len(same)
    assert 4 == changed.pop("many-faults")
    assert 2 == changed.pop("evidence-twice")
    assert {1} == set(changed.values())


def test_many_faults_in_four_files_are_all_told_at_once() -> None:
    """Nothing waits for something else to be fixed first; the faults stand file by file, row by row."""
    _, faults = check_article(BROKEN_ARTICLES / "many-faults")
    assert len(faults) >= 8
    files = [fault.file for fault in faults]
    assert ["article.md", "actors.csv", "events.csv", "positions.csv"] == list(dict.fromkeys(files))
    assert sorted((files.index(f.file), f.row) for f in faults) == [(files.index(f.file), f.row) for f in faults]


def test_a_table_without_rows_loads() -> None:
    """An article without reactions is an article; that there are none is only a note."""
    found, faults = check_article(BROKEN_ARTICLES / "no-rows")
    assert () == found.reactions
    assert [True] == [fault.only_a_note for fault in faults]


def test_the_good_article_has_no_faults() -> None:
    """What the broken ones are made of is sound, so that each fault is their own."""
    found, faults = check_article(GOOD_ARTICLE)
    assert [] == faults
    assert ("p1", "p2", "p3") == tuple(p.paragraph_id for p in found.paragraphs[1:])
    assert HEADLINE == found.paragraphs[0].paragraph_id


@pytest.mark.parametrize(
    ("words", "day", "meant"),
    [
        ("in March", "2024-05-15", "2024-03"),
        ("in 2019", "2018-05-05", "2019"),
        ("two weeks ago", "2024-05-06", "2024-06-06"),
        ("yesterday", "2024-06-18", "2024-06-19"),
        ("in March", "2024-03-15", ""),
        ("two weeks ago", "2024-06-05", ""),
        ("two days later", "2024-03-15", ""),
    ],
)
def test_a_day_that_its_words_cannot_mean_is_told(words: str, day: str, meant: str, good_article: Path) -> None:
    """Whatever the words are: a weekday, a month, a year, so many weeks ago."""
    for file in ("article.md", "events.csv"):
        text = (good_article / file).read_text("utf-8").replace("on Wednesday", words).replace("2024-06-19", day)
        (good_article / file).write_text(text, "utf-8")
    _, faults = check_article(good_article)
    told = [f"{words!r} in a report of 2024-06-20 is {meant}, and the row says {day}"] if meant else []
    assert told == [fault.what for fault in faults]


def test_an_id_may_not_stand_in_two_tables(good_article: Path) -> None:
    """A row is named by its id alone, so an id belongs to one table."""
    path = good_article / "positions.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("P01,", "E01,"), encoding="utf-8")
    _, (fault,) = check_article(good_article)
    assert "positions.csv, row 2, column position_id: the id 'E01' is used in events.csv too; an id of its own." == str(
        fault
    )


def test_words_copied_over_the_end_of_a_line_are_found(good_article: Path) -> None:
    """A line break or a second space in a cell is the spreadsheet's, not the article's."""
    path = good_article / "events.csv"
    text = path.read_text(encoding="utf-8").replace("signed a fishing pact", '"signed a  fishing\npact"')
    path.write_text(text, encoding="utf-8")
    found = load_coded(good_article)
    assert "signed a fishing pact" == next(e.words for e in found.evidence if e.row_id == "E01")
    assert "signed a fishing pact" == found.events[0].words


@pytest.mark.parametrize("occurrence", [1, 2, 3])
def test_the_occurrence_that_is_named_is_the_one_that_is_found(occurrence: int, good_article: Path) -> None:
    """Words that stand three times in a paragraph are found where the author says."""
    path = good_article / "positions.csv"
    text = path.read_text(encoding="utf-8").replace("condemned the pact,", f"pact,{occurrence}")
    path.write_text(text, encoding="utf-8")
    found = load_coded(good_article)
    (place,) = [e for e in found.evidence if e.row_id == "P02"]
    before = found.text[found.paragraph("p3").start : place.start]
    assert ("pact", occurrence - 1) == (place.words, before.count("pact"))


@pytest.mark.parametrize(
    "alias", ["p1#" + "9" * 5000 + ": Avaland", "p1#0: Avaland", "p1#7: Avaland", "p1:", "((", "|"]
)
def test_an_alias_of_any_form_is_read_or_told(alias: str, good_article: Path) -> None:
    """A slip in an alias is a fault in actors.csv, whatever it looks like."""
    path = good_article / "actors.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",Borland,no", f",Borland | {alias},no"), encoding="utf-8")
    _, faults = check_article(good_article)
    assert {"actors.csv"} >= {fault.file for fault in faults}
    assert (alias != "|") == bool(faults)


def test_an_alias_bound_to_a_paragraph_is_found_there_alone(good_article: Path) -> None:
    """`p2: She` names its actor in p2 and nowhere else; `p3#1: pact` means the first of several."""
    path = good_article / "actors.csv"
    text = path.read_text(encoding="utf-8").replace(",Borland,no", ",Borland | p3#2: pact,no")
    path.write_text(text, encoding="utf-8")
    found = load_coded(good_article)
    (mention,) = [m for m in found.mentions if m.words == "pact"]
    (place,) = [e for e in found.evidence if e.row_id == mention.id]
    assert "said, is no" not in found.text[: place.start]
    assert 2 == found.paragraph("p3").text[: place.start - found.paragraph("p3").start + 4].count("pact")


@pytest.mark.parametrize(
    "source", ["~nobody-of-this-name/x", "x" * 5000, "", "a\0b", "no-such", "south-korea", "../articles"]
)
def test_a_name_of_no_article_is_a_sentence(source: str) -> None:
    """Whatever is given in place of an article, the answer is an error that ends with what can be done."""
    with pytest.raises(CommuniqueError) as caught:
        load_article(source)
    assert caught.value.next_step


def test_a_wrong_name_brings_the_nearest_and_the_list() -> None:
    """Who misspells the article is told its name."""
    with pytest.raises(CommuniqueError) as caught:
        find_article("south-korea-2042")
    assert "Did you mean 'south-korea-2024'?" in caught.value.next_step


def test_what_is_no_path_is_refused_in_words() -> None:
    """A number or a table in place of a path is named as such."""
    with pytest.raises(CommuniqueError, match="cannot be loaded from this int"):
        load_article(2024)


def test_a_folder_may_be_given_in_every_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """No argument, the short name, a path as text and a path all lead to the same article."""
    folder = articles_folder() / "south-korea-2024"
    monkeypatch.chdir(folder.parent)
    expected = load_coded()
    for source in ("south-korea-2024", str(folder), folder, Path("south-korea-2024")):
        assert expected == load_coded(source)


def _with(name: str, raw: bytes, folder: Path) -> Path:
    shutil.copytree(GOOD_ARTICLE, folder, dirs_exist_ok=True)
    (folder / name).write_bytes(raw)
    return folder


def _loads_or_tells(folder: Path) -> None:
    """The promise of every fuzz test: an article, or a list of faults that is not empty."""
    try:
        found = load_article(folder).coded
    except ArticleError as error:
        assert error.faults
    else:
        assert {True} >= {found.text[e.start : e.end] == e.words for e in found.evidence}


@given(name=st.sampled_from(FILES), raw=st.binary(max_size=200))
def test_any_bytes_in_any_file_load_or_are_told(name: str, raw: bytes, tmp_path: Path) -> None:
    """No file's bytes end in an error that is not a list of faults."""
    _loads_or_tells(_with(name, raw, tmp_path / "fuzz"))


@given(name=st.sampled_from(FILES), text=st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_in_any_file_loads_or_is_told(name: str, text: str, tmp_path: Path) -> None:
    """No file's text ends in an error that is not a list of faults."""
    _loads_or_tells(_with(name, text.encode(), tmp_path / "fuzz"))


@settings(max_examples=samples(150))
@given(data=st.data())
def test_any_slip_in_a_good_file_loads_or_is_told(data: st.DataObject, tmp_path: Path) -> None:
    """A stretch of a good file that is replaced by anything gives an article or faults, and never another error."""
    name = data.draw(st.sampled_from(FILES))
    text = (GOOD_ARTICLE / name).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    slips = st.text(st.sampled_from('",;|\t\n#:-[]{}&*!%@0123456789aE"—“'), max_size=12)
    slip = data.draw(slips | st.text(st.characters(codec="utf-8"), max_size=12))
    _loads_or_tells(_with(name, (text[:start] + slip + text[end:]).encode(), tmp_path / "fuzz"))
