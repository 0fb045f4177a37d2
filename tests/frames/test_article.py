"""The tables have declared types, point at the article's own characters, and belong to whoever asks for them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pandas as pd
import pytest
from communique import Article, load_article
from communique.coding.codes import CERTAINTY, FACTUALITY, STANCES, TONES, plover
from communique.coding.schema import TABLES

from ..conftest import GOOD_ARTICLE

FRAMES = ("paragraphs", *TABLES, "mentions", "evidence")
LISTS = {
    "actors": ["speaks_for", "aliases"],
    "events": ["actors", "recipients", "contexts"],
    "statements": ["sources", "channel"],
    "positions": ["basis_rows"],
}
LADDERS = [
    ("events", "certainty", CERTAINTY),
    ("events", "factuality", FACTUALITY),
    ("positions", "stance", STANCES),
    ("reactions", "tone", TONES),
]
each_frame = pytest.mark.parametrize("name", FRAMES)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Article:
    """An article with headers and no rows in any table."""
    folder = tmp_path_factory.mktemp("empty")
    for path in GOOD_ARTICLE.iterdir():
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text if path.suffix == ".md" else text.split("\n")[0] + "\n", encoding="utf-8")
    return load_article(folder)


@each_frame
def test_filled_and_empty_tables_have_the_same_types(name: str, article: Article, empty: Article) -> None:
    """What a lesson does with a full table it can do with an empty one."""
    full, bare = getattr(article, name), getattr(empty, name)
    assert full.dtypes.to_dict() == bare.dtypes.to_dict()
    assert (full.index.name, full.index.dtype) == (bare.index.name, bare.index.dtype)


@each_frame
def test_every_column_has_a_declared_type(name: str, article: Article) -> None:
    """Text is text, counts are whole numbers, ladders are categories; only lists are objects."""
    frame = getattr(article, name)
    known = {"string", "bool", "int64", "float64", "category", "datetime64[ns]", "object"}
    assert set() == {str(dtype) for dtype in frame.dtypes} - known
    assert LISTS.get(name, []) == [column for column in frame if frame[column].dtype == object]


@pytest.mark.parametrize(("name", "column"), [(name, column) for name, columns in LISTS.items() for column in columns])
def test_lists_are_lists(name: str, column: str, article: Article) -> None:
    """A list of actors is a list of texts in every row, never a text with commas."""
    cells = getattr(article, name)[column]
    assert {list} == {type(cell) for cell in cells}
    assert {str} == {type(part) for cell in cells for part in cell}


@pytest.mark.parametrize(("name", "column", "steps"), LADDERS)
def test_ladders_are_ordered(name: str, column: str, steps: tuple[str, ...], article: Article) -> None:
    """A ladder can be sorted and compared, from its lowest step to its highest."""
    cells = getattr(article, name)[column]
    assert cells.cat.ordered
    assert list(steps) == cells.cat.categories.tolist()
    assert (cells >= steps[0]).all()


def test_the_other_reading_is_a_step_or_none(article: Article) -> None:
    """What another reader takes a position to be is on the same ladder, with "does not say" below it."""
    other = article.positions["other_stance"]
    assert ["does-not-say", *STANCES] == other.cat.categories.tolist()
    assert other.cat.ordered


def test_dates_are_datetimes(article: Article) -> None:
    """A date can be counted with, and is missing where the report gives none."""
    events = article.events
    assert "datetime64[ns]" == str(events["date"].dtype)
    assert (events["time_reference"] == "DATE").tolist() == events["date"].notna().tolist()
    assert events["timex"][events["date"].notna()].tolist() == events["date"].dropna().dt.strftime("%Y-%m-%d").tolist()


@each_frame
def test_indexes_are_unique_and_the_same_each_time(name: str, article: Article) -> None:
    """A row keeps its id from one call and one loading to the next."""
    index = getattr(article, name).index
    assert index.is_unique
    assert index.tolist() == getattr(load_article(), name).index.tolist()


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_rows_stand_in_the_order_of_the_file(table: object, article: Article) -> None:
    """A teacher finds the rows where the spreadsheet has them."""
    folder = Path(__file__).parents[2] / "lessons" / "articles" / "south-korea-2024"
    raw = pd.read_csv(folder / table.file, dtype=str, keep_default_na=False)
    assert raw[table.id_column].tolist() == getattr(article, table.name).index.tolist()


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_foreign_keys_hold(table: object, article: Article) -> None:
    """Every id that a row names is the id of a row."""
    frame = getattr(article, table.name)
    for column in (column for column in table.columns if column.refers):
        known = {i for name in column.refers for i in getattr(article, name).index} | {""}
        known |= {"reporter"} if column.reporter_too else set()
        cells = frame[column.frame_name]
        named = {i for cell in cells for i in (cell if column.is_list else [cell])}
        assert set() == named - known


def test_evidence_and_mentions_name_rows_that_there_are(article: Article) -> None:
    """Words lead to rows, and rows to words."""
    ids = {i for name in (*TABLES, "mentions") for i in getattr(article, name).index}
    assert ids == set(article.evidence["row_id"])
    assert set() == set(article.mentions["actor_id"]) - set(article.actors.index)
    assert set() == set(article.evidence["paragraph_id"]) - set(article.paragraphs.index)


@pytest.mark.parametrize("name", ["evidence", "mentions"])
def test_words_are_the_characters_they_point_at(name: str, article: Article) -> None:
    """`article.text[start:end]` is the words, letter for letter, in every row."""
    frame = getattr(article, name)
    assert frame["words"].tolist() == [article.text[a:b] for a, b in zip(frame["start"], frame["end"], strict=True)]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_rows_point_at_their_first_words(table: object, article: Article) -> None:
    """`start` and `end` of a row are those of the words it rests on."""
    frame, group = getattr(article, table.name), table.groups[0]
    words = frame[group.frame or group.columns[0]]
    assert words.tolist() == [article.text[a:b] for a, b in zip(frame["start"], frame["end"], strict=True)]


def test_paragraphs_make_up_the_text(article: Article) -> None:
    """Headline and paragraphs, an empty line between, are the whole text."""
    frame = article.paragraphs
    assert article.text == "\n\n".join(frame["text"])
    assert frame["text"].tolist() == [article.text[a:b] for a, b in zip(frame["start"], frame["end"], strict=True)]
    assert ["headline"] + ["body"] * 14 == frame["part"].tolist()
    assert (frame[["words", "sentences"]] > 0).all(axis=None)


@each_frame
def test_changing_a_table_does_not_change_the_article(name: str, article: Article) -> None:
    """A student may overwrite, sort, drop and rename; the next one who asks gets the table as it was."""
    untouched = getattr(load_article(), name)
    mine = getattr(article, name)
    for column in LISTS.get(name, []):
        mine[column].iloc[0].append("mine")
    mine.index.name = "mine"
    mine.iloc[:, -1] = 0
    mine["new"] = 1
    del mine[mine.columns[0]]
    pd.testing.assert_frame_equal(untouched, getattr(article, name))


def test_the_article_is_frozen(article: Article) -> None:
    """Neither the article nor anything it is made of can be set anew."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.coded = None
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.coded.headline = "mine"
    with pytest.raises(AttributeError):
        article.events = None
    with pytest.raises(TypeError):
        article.issues["mine"] = "mine"
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.coded.events[0].label = "mine"


def test_scores_follow_from_codes(article: Article) -> None:
    """A stance is a number from -2 to 2, and an event has PLOVER's score and quad code."""
    positions, event = article.positions, article.events.loc["E14"]
    assault = plover()["ASSAULT", ""]
    assert [STANCES.index(stance) - 2 for stance in positions["stance"]] == positions["score"].tolist()
    assert (assault.event_scale, assault.quad_code, "material conflict") == (
        event["event_scale"],
        event["quad_code"],
        event["quad_name"],
    )


def test_an_article_introduces_itself(article: Article) -> None:
    """At the end of a cell an article shows its headline and the sizes of its tables."""
    said = f"<Article '{article.headline}': 14 paragraphs, 24 actors, "
    assert said == repr(article)[: len(said)]
