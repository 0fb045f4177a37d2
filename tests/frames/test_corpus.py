"""The tables of a corpus: equal however they are read, and read anew only where an article has changed."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pandas as pd
import pytest
from communique import CommuniqueError, Corpus, draft_corpus, load_article, load_corpus
from communique.base.places import articles_folder
from communique.frames.corpus_cache import NAMES
from pandas.testing import assert_frame_equal

CODED_SLUGS = ["2024-amp", "amp", "live-blog", "plain-news", "story", "table-layout"]


@pytest.fixture
def corpus(article_files: Path, tmp_path: Path) -> Path:
    """The coded folder of these files."""
    return draft_corpus(article_files, tmp_path / "coded").folder


def _frames(corpus: Corpus) -> dict[str, pd.DataFrame]:
    return {name: getattr(corpus, name) for name in NAMES}


def test_a_corpus_has_the_tables_of_its_articles(corpus: Path) -> None:
    """Under an article's name stand the very rows and types that the article alone has."""
    found = load_corpus(corpus)
    assert CODED_SLUGS == found.articles.index.tolist()
    for slug in CODED_SLUGS:
        alone = load_article(corpus / slug)
        for name in ("paragraphs", "actors", "events", "statements", "positions", "reactions", "mentions", "evidence"):
            frame = getattr(found, name)
            assert ["article", getattr(alone, name).index.name] == list(frame.index.names)
            rows = frame[frame.index.get_level_values("article") == slug].droplevel("article")
            assert_frame_equal(getattr(alone, name), rows)


def test_tables_from_parquet_and_from_csv_are_equal(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first reading, one from Parquet and one without pyarrow give the same; the last says why it takes longer."""
    first = _frames(load_corpus(corpus))
    again = load_corpus(corpus)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    plain = load_corpus(corpus)
    for name in NAMES:
        assert_frame_equal(first[name], getattr(again, name))
        assert_frame_equal(first[name], getattr(plain, name))
    assert () == again.notes
    assert "pip install 'communique[corpus]'" in plain.notes[0]


def test_only_changed_articles_are_read_anew(corpus: Path) -> None:
    """A change of content is seen, a new date alone is not; articles may come and go."""
    read: list[int] = []
    load_corpus(corpus, progress=lambda number, count: read.append(count))
    assert [6] * 6 == read
    read.clear()
    os.utime(corpus / "amp" / "actors.csv")
    load_corpus(corpus, progress=lambda number, count: read.append(count))
    assert [] == read
    path = corpus / "story" / "article.md"
    path.write_text(path.read_text("utf-8").replace("Talks fail", "Talks hold"), encoding="utf-8")
    for part in (corpus / "amp").iterdir():
        part.unlink()
    (corpus / "amp").rmdir()
    found = load_corpus(corpus, progress=lambda number, count: read.append(count))
    assert [1] == read
    assert ("Talks hold", [s for s in CODED_SLUGS if s != "amp"]) == (
        found.articles.loc["story", "headline"],
        found.articles.index.tolist(),
    )
    assert {*found.articles.index} == {*found.paragraphs.index.get_level_values("article")}


def test_an_article_with_faults_is_named_and_left_out(corpus: Path) -> None:
    """One broken folder does not keep the others from being read."""
    (corpus / "amp" / "actors.csv").write_text("nonsense", encoding="utf-8")
    found = load_corpus(corpus)
    assert ["amp"] == found.skipped.index.tolist()
    assert "actors.csv" in found.skipped.loc["amp", "why"]
    assert 5 == len(found.articles)


def test_tables_are_ones_own_and_articles_are_found(corpus: Path) -> None:
    """Whoever changes a table changes nothing for others; an article is had by its name."""
    found = load_corpus(corpus)
    actors = found.actors
    actors["name"] = "changed"
    assert "changed" not in found.actors["name"].tolist()
    assert "story" == found.article("story").slug
    with pytest.raises(CommuniqueError, match="has no article 'no'"):
        found.article("no")


@pytest.mark.parametrize("spoil", ["state.json", "actors.parquet"])
def test_a_spoiled_cache_is_made_anew(corpus: Path, spoil: str) -> None:
    """A torn or missing file of the cache costs time, and never a wrong table."""
    whole = load_corpus(corpus).actors
    (corpus / ".tables" / spoil).write_bytes(b"torn")
    assert_frame_equal(whole, load_corpus(corpus).actors)
    (corpus / ".tables" / spoil).unlink()
    assert_frame_equal(whole, load_corpus(corpus).actors)


def test_nothing_is_written_into_a_folder_that_the_command_did_not_make() -> None:
    """The articles of the course are read as a corpus, and their folder is as it was."""
    before = sorted(path.name for path in articles_folder().iterdir())
    found = load_corpus(articles_folder())
    assert (len(found), ()) == (len(found.articles), found.notes)
    assert before == sorted(path.name for path in articles_folder().iterdir())


def test_what_is_no_corpus_is_told(tmp_path: Path) -> None:
    """A missing folder, and one without articles, end in a sentence."""
    with pytest.raises(CommuniqueError, match="There is no folder"):
        load_corpus(tmp_path / "none")
    with pytest.raises(CommuniqueError, match="communique new"):
        load_corpus(tmp_path)
