"""Any plain text, Markdown file or saved page is an article: paragraphs, and tables that are drafted, and say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from communique import Article, CommuniqueError, draft_article, load_article, mention_map, timeline
from communique.widgets.reader import Reader

from ..conftest import ORIGINAL, TESTS

TABLES = ("actors", "events", "statements", "positions", "reactions", "mentions", "evidence")


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_file_gives_headline_and_paragraphs(tmp_path: Path) -> None:
    """A short first paragraph without a full stop is the headline."""
    found = load_article(_file(tmp_path, "bay.txt", "A pact on the bay\n\nIt was signed.\n\nNobody came.\n"))
    assert ["A pact on the bay", "It was signed.", "Nobody came."] == found.paragraphs["text"].tolist()
    assert ["headline", "p1", "p2"] == found.paragraphs.index.tolist()
    assert ("bay", "A pact on the bay", None) == (found.slug, found.headline, found.published)


def test_a_markdown_file_may_have_front_matter_or_a_heading(tmp_path: Path) -> None:
    """The headline comes from the front matter, or from the heading above the text."""
    with_front = _file(
        tmp_path, "a.md", '---\nheadline: "A: B"\ndate: 2024-06-20\nlanguage: ko\n---\n\n북한은 대답했다.\n'
    )
    with_heading = _file(tmp_path, "b.md", "# A heading.\n\nText.\n")
    found = load_article(with_front)
    assert ("A: B", "2024-06-20", "ko") == (found.headline, str(found.published), found.coded.language)
    assert "북한은 대답했다." == found.paragraphs.loc["p1", "text"]
    assert "A heading." == load_article(with_heading).headline


def test_a_text_without_a_headline_has_an_empty_one(tmp_path: Path) -> None:
    """A sentence is not taken for a headline, and paragraphs are counted from p1 all the same."""
    found = load_article(_file(tmp_path, "c.txt", "The pact was signed.\n\nNobody came."))
    assert "" == found.headline
    assert "The pact was signed." == found.paragraphs.loc["p1", "text"]


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_of_a_text_that_says_nothing_are_empty_and_typed(
    name: str, tmp_path: Path, article: Article
) -> None:
    """A chart or a lesson finds the same columns and types as in the coded article."""
    found = getattr(load_article(_file(tmp_path, "d.txt", "One.\n\nTwo.")), name)
    coded = getattr(article, name)
    assert 0 == len(found)
    assert coded.dtypes.to_dict() == found.dtypes.to_dict()
    assert (coded.index.name, coded.index.dtype) == (found.index.name, found.index.dtype)


def test_a_plain_text_can_be_read_and_charted(tmp_path: Path) -> None:
    """The reader and the charts take an article without coding."""
    found = load_article(_file(tmp_path, "e.txt", "One.\n\nTwo 👩‍🌾."))
    assert [] == Reader(found).legend
    assert "".join(found.paragraphs["text"]) == "".join(s for p in Reader(found).paragraphs for s in p["segments"])
    assert () == timeline(found.events).marks
    assert () == mention_map(found.mentions, found.actors, found.statements).marks


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("empty.txt", b"", "empty.txt is empty"),
        ("blank.md", b" \n\n\t\n", "blank.md is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "picture.txt is a picture"),
        ("story.docx", b"PK", "a file that ends in .docx is not read"),
        ("list.md", b"---\nissues: [a]\n---\n\nText.", "'issues' does not hold names and titles"),
        ("day.md", b"---\ndate: 2024-02-30\n---\n\nText.", "'2024-02-30' is not a day of the calendar"),
    ],
)
def test_what_is_no_article_is_said(name: str, raw: bytes, said: str, tmp_path: Path) -> None:
    """One clear sentence for an empty file, a picture, a word processor's file or bad front matter."""
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(CommuniqueError) as caught:
        load_article(path)
    assert said in str(caught.value)


@pytest.mark.parametrize("name", ["plain-news.html", "table-layout.html"])
def test_a_saved_page_is_drafted_and_says_so(name: str) -> None:
    """The article's repr and its status tell that a program made the rows; each row has the rule that made it."""
    found = load_article(TESTS / "data" / "pages" / name)
    rows = [row for rows in found.coded.tables.values() for row in rows]
    assert len(rows) > 2
    assert [row.id for row in rows] == list(found.drafts)
    assert [] == [row.id for row in rows if not row.rule]
    assert f"{len(rows)} rows drafted by a program, not checked by a person>" in repr(found)
    assert "A draft: a program found the rows" in found.coded.about


def test_a_coded_article_says_nothing_of_drafts(article: Article) -> None:
    """What a person coded is no draft, and has no notes."""
    assert ((), ()) == (article.drafts, article.notes)
    assert "drafted" not in repr(article)


def test_loading_a_file_writes_nothing(tmp_path: Path) -> None:
    """The draft is in memory only."""
    _file(tmp_path, "f.txt", "Talks fail\n\nThe envoys of Norway met on Monday.")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    assert (load_article(tmp_path / "f.txt").notes)[0].startswith("The day of publication is not known")
    assert before == sorted(path.name for path in tmp_path.rglob("*"))


def test_a_draft_takes_bytes_and_a_day() -> None:
    """What came over a network or from a notebook's cell needs no file."""
    text = "Talks fail\n\nRussia said on Monday that help would come."
    found = draft_article(text.encode(), published="2024-06-20", outlet="Post")
    assert ("Post", "2024-06-20", ()) == (found.outlet, str(found.published), found.notes)
    assert ["draft"] * len(found.actors) == found.actors.status.tolist()
    assert "Russia" in found.actors.name.tolist()
    with pytest.raises(CommuniqueError, match=r"Talks \.\.\.: a text was given .* text\.encode\(\)"):
        draft_article(text)


def test_the_publishers_report_loads(original: str) -> None:
    """The whole report: its headline and each of its paragraphs, and a draft that says that it is one."""
    found = load_article(ORIGINAL)
    pieces = [" ".join(piece.split()) for piece in original.split("\n\n")]
    assert pieces == found.paragraphs["text"].tolist()
    assert ["headline", *(f"p{number}" for number in range(1, 16))] == found.paragraphs.index.tolist()
    assert len(found.drafts) == sum(len(rows) for rows in found.coded.tables.values()) > 10


def test_a_dollar_in_a_table_is_a_dollar(article: Article) -> None:
    """Jupyter is told not to set what is between two dollars as a formula: a formula can hold links."""
    classes = article.events.assign(label=r"$\href{https://x.example}{y}$")._repr_html_().split(">")[1:40]
    assert "tex2jax_ignore" in "".join(classes)
