"""A student's own article: any text becomes a folder with a draft, and none is ever written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import CommuniqueError
from communique.coding.loading import load_coded
from communique.course.course import OWN_ARTICLES
from communique.review.own_article import EXAMPLE, draft_own, how_far, own_article, take_example

TEXT = b'A ferry is agreed\n\n"It will sail," said Anna Berg, the minister of Norway.\n\nIceland warned of storms.\n'


def test_a_text_becomes_a_folder_of_drafts(tmp_path: Path) -> None:
    """Every row is a draft with its rule, and the folder passes the check."""
    folder = draft_own(tmp_path, TEXT, published="2024-03-06")
    article = load_coded(folder)
    rows = [row for table in article.tables.values() for row in table]
    assert (tmp_path / OWN_ARTICLES / "a-ferry-is-agreed", "A ferry is agreed") == (folder, article.headline)
    assert len(rows) == len(article.drafts) > 0
    assert all(row.rule for row in rows)
    assert (0, len(rows)) == how_far(folder)


def test_the_same_text_twice_gives_two_folders(tmp_path: Path) -> None:
    """What was reviewed is never drafted over."""
    first, second = draft_own(tmp_path, TEXT), draft_own(tmp_path, TEXT)
    assert first != second
    assert "a-ferry-is-agreed-2" == second.name


def test_a_text_without_a_headline_gets_one(tmp_path: Path) -> None:
    """Its first words serve; no day is made up for it."""
    article = load_coded(draft_own(tmp_path, b"Anna Berg said on Monday that the ferry would sail in spring."))
    assert article.headline.startswith("Anna Berg said on Monday")
    assert article.published is None


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.7 \xff\xfe", b"x" * 10, b"word " * 6000])
def test_what_is_no_article_is_told_and_leaves_nothing(content: bytes, tmp_path: Path) -> None:
    """Empty, binary or far too long: a sentence, or an article that passes the check; never half a folder."""
    try:
        folder = draft_own(tmp_path, content)
    except CommuniqueError as error:
        assert str(error)
        assert [] == list((tmp_path / OWN_ARTICLES).glob("*")) if (tmp_path / OWN_ARTICLES).exists() else True
    else:
        assert load_coded(folder).paragraphs


def test_markup_stays_text(tmp_path: Path) -> None:
    """A script in a pasted text is letters of the article, or gone; it is never a part of a page."""
    folder = draft_own(tmp_path, b"A pact\n\n<script>alert(1)</script> The envoy of Norway said that it holds.\n")
    text = (folder / "article.md").read_text(encoding="utf-8")
    assert "The envoy of Norway said" in text


def test_the_example_is_taken_once(tmp_path: Path) -> None:
    """A second time, the copy with the student's work is there."""
    folder = take_example(tmp_path)
    assert EXAMPLE == folder.name
    (folder / "coding-notes.md").write_text("mine", encoding="utf-8")
    assert folder == take_example(tmp_path)
    assert "mine" == (folder / "coding-notes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["", "..", "../..", "/etc", "gone", "a/b"])
def test_a_journal_cannot_name_a_folder_elsewhere(name: str, tmp_path: Path) -> None:
    """Only an article in my-articles is opened, whatever a progress file says."""
    (tmp_path / "article.md").write_text("x", encoding="utf-8")
    (tmp_path / OWN_ARTICLES).mkdir()
    assert own_article(tmp_path, name) is None
