"""A draft that was written is read again as it was; nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.coding.article import CodedArticle
from communique.coding.checking import check_article
from communique.coding.loading import load_coded
from communique.coding.raw_files import read_table
from communique.coding.schema import TABLES
from communique.coding.writing import save_rows
from communique.drafting.draft.draft import draft_source
from communique.drafting.draft.folder import article_text, write_article
from communique.drafting.reading.source import SourceText, read_source
from communique.text.cleaning import one_line
from hypothesis import given, settings
from hypothesis import strategies as st

from ..conftest import GOOD_ARTICLE, TESTS
from ..samples import samples

PAGES = sorted((TESTS / "data" / "pages").glob("*.html"))
READ = [path for path in PAGES if path.stem not in ("paywall", "shell")]
PIECES = (
    *("Russia", "North Korea", "the North", "Mr Kim", "President Ilse Moran", "he", "A spokesman", "Seoul", "NATO"),
    *("said", "told reporters", "according to", "warned that", "would", "may", "signed", "attacked", "on Wednesday"),
    *("“", "”", "‘", "’", '"', "'", "(", ")", ".", ",", ":", "-", "–", "…", "=", "+1", "@x", "|", "p5:", "headline:"),
    *("# ", "---", "<b>", "&amp;", "1994", "\u200f", "é", "👩‍🌾", "북한", "\\", "talks", "the border", "help"),
)


def _same(one: CodedArticle, other: CodedArticle) -> bool:
    front = ("slug", "headline", "outlet", "published", "language", "about", "paragraphs", "mentions", "evidence")
    return [getattr(one, n) for n in (*front, "tables")] == [getattr(other, n) for n in (*front, "tables")]


@pytest.mark.parametrize("page", READ, ids=lambda path: path.stem)
def test_a_draft_is_saved_and_loaded_as_it_was(page: Path, tmp_path: Path) -> None:
    """Draft, folder, article again: equal in every row, every word and every place."""
    draft = draft_source(read_source(page), "bay")
    folder = write_article(tmp_path / "bay", draft.source, draft.tables)
    coded, faults = check_article(folder)
    assert [] == [fault for fault in faults if not fault.only_a_note]
    assert _same(draft.coded, coded)


@settings(max_examples=samples(60))
@given(
    headline=st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join),
    paragraphs=st.lists(
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join), min_size=1, max_size=5
    ),
    day=st.none() | st.dates(),
)
def test_any_text_is_drafted_saved_and_loaded_equal(
    headline: str, paragraphs: list[str], day, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever stands in a report, in whatever order, the draft comes back from its files as it was."""
    kept = tuple(text for paragraph in paragraphs if (text := one_line(paragraph)))
    draft = draft_source(SourceText(one_line(headline), "", day, "en", kept or ("x",)), "bay")
    folder = write_article(tmp_path_factory.mktemp("round") / "bay", draft.source, draft.tables)
    assert _same(draft.coded, load_coded(folder))


def test_a_folder_is_never_written_over(good_article: Path) -> None:
    """The message names the folder and both ways out, and every file is as it was."""
    before = {path.name: path.read_bytes() for path in good_article.iterdir()}
    draft = draft_source(read_source(PAGES[0]), "x")
    with pytest.raises(CommuniqueError, match=r"stays as it is. Name another folder with --slug NAME, or .* --again"):
        write_article(good_article, draft.source, draft.tables)
    assert before == {path.name: path.read_bytes() for path in good_article.iterdir()}


def test_nothing_half_is_left_where_the_disk_refuses(tmp_path: Path) -> None:
    """A file in the place of the folder above is told, and nothing new lies about."""
    (tmp_path / "full").write_text("a file", "utf-8")
    draft = draft_source(read_source(PAGES[0]), "x")
    with pytest.raises(CommuniqueError, match="could not be written"):
        write_article(tmp_path / "full" / "x", draft.source, draft.tables)
    assert ["full"] == [path.name for path in tmp_path.iterdir()]


def test_what_is_not_known_is_an_empty_line_in_the_front_matter(tmp_path: Path) -> None:
    """A person can write the day behind 'date:', and the check says that it is missing without calling it a fault."""
    source = read_source(b"The envoys met on Monday.\n\nNobody said why.")
    assert ["headline:", "outlet:", "date:"] == article_text(source).splitlines()[1:4]
    draft = draft_source(source, "x")
    _, faults = check_article(write_article(tmp_path / "x", draft.source, draft.tables))
    said = [fault.what for fault in faults if fault.file == "article.md"]
    assert ["the front matter gives no headline yet", "the front matter gives no date yet"] == said
    assert {True} == {fault.only_a_note for fault in faults}


def test_the_good_article_survives_a_save_of_all_its_tables(good_article: Path) -> None:
    """What a person coded is the same after the bench has saved it."""
    for name, table in TABLES.items():
        save_rows(good_article, name, [row.cells for row in read_table(good_article / table.file, table)[0]])
    assert _same(load_coded(GOOD_ARTICLE), load_coded(good_article))
