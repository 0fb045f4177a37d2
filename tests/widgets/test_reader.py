"""The reader, tables and charts on the page: every row leads to its words, and text stays text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from communique import Article, CommuniqueError, Reader, mention_map, timeline, widgets
from communique.base.strings import text
from communique.coding.article import CodedArticle
from communique.coding.loading import load_coded, load_text
from communique.coding.pointers import Pointer
from communique.questions.kinds import kinds
from communique.widgets.lesson.header import LessonHeader
from communique.widgets.marks import LAYERS, PATTERNS, row_cards
from communique.widgets.questions.question import question_widget
from communique.widgets.show.chart import ChartView, chart_of, lights
from communique.widgets.show.row_table import TableView, table_of

from ..some import some

STATIC = Path(widgets.__file__).parent / "static"
CLASSES = (Reader, TableView, ChartView, LessonHeader, *map(question_widget, kinds()))
HTML = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|srcdoc")


@pytest.fixture
def reader(article: Article) -> Reader:
    """The report with the layer of actors on."""
    return Reader(article, ["actors"])


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.*")), ids=lambda path: path.name)
def test_text_never_enters_the_page_as_html(path: Path) -> None:
    """No page code has a way to turn words into elements."""
    assert [] == HTML.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("widget", CLASSES, ids=lambda widget: widget.__name__)
def test_a_widget_asks_only_for_strings_that_it_carries(widget: type, reader: Reader) -> None:
    """Every word that the page code names is in strings.yml, in a section of that widget."""
    from communique.base.strings import section

    code = str(widget._esm)
    asked = set(re.findall(r"\bt\.([a-z][a-z_]*)\b", code)) | set(re.findall(r"\bt\[\"([a-z-]+)\"\]", code))
    assert set() == asked - set(section(*widget.sections))


@pytest.mark.parametrize("widget", CLASSES, ids=lambda widget: widget.__name__)
def test_a_widgets_page_code_is_one_module(widget: type) -> None:
    """Helpers and the widget's own file are put together into one module with one export, and with its style."""
    assert 1 == str(widget._esm).count("export default")
    assert ".cq" in str(widget._css)


def test_the_readers_text_is_the_report(reader: Reader, coded: CodedArticle) -> None:
    """Cut into pieces and joined again, each paragraph is the report's, and no offset crosses to the page."""
    assert [p.text for p in coded.paragraphs] == ["".join(p["segments"]) for p in reader.paragraphs]
    assert {"id", "segments", "marks", "plain", "terms"} == {name for p in reader.paragraphs for name in p}
    assert coded.headline == reader.headline


def test_a_paragraph_comes_with_its_plain_words_and_its_terms(reader: Reader, coded: CodedArticle) -> None:
    """Each paragraph but the headline has plain words of its own, and the pieces of a term, joined, are the word."""
    head, *paragraphs = reader.paragraphs
    assert ("", []) == (head["plain"], head["terms"])
    assert list(coded.plain) == [p["plain"] for p in paragraphs]
    words = {
        (p["id"], t["term"]): "".join(p["segments"][t["first"] : t["last"] + 1]) for p in paragraphs for t in p["terms"]
    }
    assert "munitions" == words["p3", "munitions"]
    assert "resolutions" == words["p4", "resolution"]
    assert "pre-emptive attack" == words["p9", "pre-emptive attack"]


def test_no_help_moves_a_place(coded: CodedArticle) -> None:
    """Words that a question points at inside a longer term, or across it, light the same letters as before."""
    pointers = [Pointer("p8", "51 of the UN"), Pointer("p4", "Security"), Pointer("p9", "attack by the")]
    reader = Reader(coded)
    reader.show_words(pointers)
    lit = dict.fromkeys(p.paragraph for p in pointers)
    for spot in reader.spots:
        name, index = spot.split(":")
        pieces = next(p["segments"] for p in reader.paragraphs if p["id"] == name)
        lit[name] = (lit[name] or "") + pieces[int(index)]
    assert [p.words for p in pointers] == list(lit.values())


def test_texts_to_compare_are_behind_the_article(coded: CodedArticle) -> None:
    """Each has a tab and its own paragraphs, its words can be lit, and the article's places are as without them."""
    text = load_text("reuters-seoul")
    reader = Reader(coded, texts=[text])
    assert [("reuters-seoul", "Reuters")] == [(tab["name"], tab["title"]) for tab in reader.texts]
    assert re.match("Our retelling of: Reuters, by Hyunsu Yim, .+, 21 June 2024; ", reader.texts[0]["byline"])
    joined = {p["id"]: "".join(p["segments"]) for p in reader.paragraphs}
    assert [p.text for p in (*coded.paragraphs, *text.paragraphs)] == list(joined.values())
    assert "reuters-seoul.p3" in joined
    words = "Moscow and Pyongyang deny it."
    reader.show_words([Pointer("reuters-seoul.p3", words), Pointer("p3", "Moscow")])
    pieces = {p["id"]: p["segments"] for p in reader.paragraphs}
    lit = [pieces[name][int(index)] for name, index in (spot.split(":") for spot in reader.spots)]
    assert [words, "Moscow"] == lit


def test_every_rows_words_are_marked(reader: Reader, coded: CodedArticle) -> None:
    """The pieces of a mark, joined, are words that its row rests on; each row of each table has a mark."""
    marked: dict[str, set[str]] = {}
    for paragraph in reader.paragraphs:
        for mark in paragraph["marks"]:
            words = "".join(paragraph["segments"][mark["first"] : mark["last"] + 1])
            marked.setdefault(mark["row"], set()).add(words)
    assert set(reader.rows) == set(marked)
    for row, words in marked.items():
        assert set() == words - {e.words for e in coded.evidence_of(row)}


def test_every_row_has_a_card(reader: Reader, coded: CodedArticle) -> None:
    """A card says what a row is and has a title; fields are names and texts."""
    assert list(coded.rows) == list(reader.rows)
    for card in reader.rows.values():
        assert card["title"]
        assert card["layer"] in coded.tables
        assert {str} == {type(part) for field in card["fields"] for part in field}


def test_a_contested_position_shows_the_case_for_the_other_reading(reader: Reader, coded: CodedArticle) -> None:
    """A card of a position has the other stance and the case for it exactly where the table has them."""
    for row in some(coded.positions):
        fields = dict(reader.rows[row.id]["fields"])
        other = text("stances", row.other_stance) if row.other_stance else None
        assert (other, row.other_case or None) == (fields.get("other reading"), fields.get("the case for it"))


def test_kinds_differ_without_colour() -> None:
    """Every kind of every layer has a pattern, and the steps of a ladder have each their own."""
    kinds = {kind for _, kinds in LAYERS.values() for kind in kinds}
    assert kinds == set(PATTERNS)
    for layer in ("events", "statements"):
        patterns = [PATTERNS[kind] for kind in LAYERS[layer][1]]
        assert len(set(patterns)) == len(patterns)


@pytest.mark.parametrize(
    ("layers", "on"),
    [([], set()), ("actors", {"actors"}), (["events", "statements"], {"events", "statements"})],
)
def test_layers_can_be_on_at_first(layers: Any, on: set[str], article: Article) -> None:
    """All kinds of the layers named are on, and no others."""
    reader = Reader(article, layers)
    expected = {f"{e['name']}:{kind['name']}" for e in reader.legend if e["name"] in on for kind in e["kinds"]}
    assert expected == set(reader.layers)


def test_a_wrong_layer_brings_the_list(article: Article) -> None:
    """The message names the layers that there are."""
    with pytest.raises(CommuniqueError, match="actors, events, statements"):
        Reader(article, ["actor"])


def _shown(article: Article) -> list[tuple[Any, list[str]]]:
    events = article.events
    return [
        ("E01", ["E01"]),
        (["E01", "A01"], ["E01", "A01"]),
        (events.loc["E02"], ["E02"]),
        (events.iloc[2], ["E03"]),
        (events.head(2), ["E01", "E02"]),
        (events["label"].head(2), ["E01", "E02"]),
        (events.index[:2], ["E01", "E02"]),
        ("M001", ["M001"]),
        ("S01.cue", ["S01"]),
        (article.evidence.iloc[0], ["A01"]),
        ([], []),
    ]


@pytest.mark.parametrize("number", range(11))
def test_show_takes_an_id_a_row_a_column_a_table_or_a_list(number: int, article: Article, reader: Reader) -> None:
    """Whatever a student has in hand lights up, and the page moves to it."""
    row, lit = _shown(article)[number]
    reader.show(row)
    assert (lit, 1) == (reader.lit, reader.scroll)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("E99", "Did you mean 'E09'?"),
        ("Russia", "Rows are named as in the tables: A01"),
        (7, "a row's id"),
        (None, "id"),
    ],
)
def test_a_wrong_row_brings_the_nearest(row: Any, said: str, reader: Reader) -> None:
    """The message names a row that is near, or how rows are named; nothing that was lit goes out."""
    reader.show("E01")
    with pytest.raises(CommuniqueError) as caught:
        reader.show(row)
    assert said in caught.value.next_step
    assert ["E01"] == reader.lit


def test_words_of_a_question_light_up(article: Article) -> None:
    """Exactly the words that a question points at are lit, wherever they stand in a mark."""
    pointer = Pointer("p2", "on Wednesday")
    reader = Reader(article, pointers=[pointer, Pointer("p99", "x"), Pointer("p2", "never there")])
    reader.show_words([pointer, Pointer("p99", "x")], scroll=False)
    segments = {p["id"]: p["segments"] for p in reader.paragraphs}
    lit = "".join(segments[name][int(piece)] for name, piece in (spot.split(":") for spot in reader.spots))
    assert ("on Wednesday", 0, []) == (lit, reader.scroll, reader.lit)


def test_a_text_with_markup_is_shown_as_it_stands(tmp_path: Path) -> None:
    """An article that holds tags is words like any other."""
    path = tmp_path / "tags.txt"
    path.write_text("<b>Bold</b>\n\n<script>alert(1)</script> & more.", encoding="utf-8")
    reader = Reader(load_coded(path))
    assert "<b>Bold</b>" == reader.headline
    assert ["<script>alert(1)</script> & more."] == reader.paragraphs[1]["segments"]


def test_a_table_shows_names_days_and_lists(article: Article, coded: CodedArticle) -> None:
    """Ids of actors are their names, dates are days, lists are joined, and what is missing is empty."""
    table = table_of(article.events[["actors", "date", "event_scale", "contested", "time_words"]].iloc[:4], coded)
    assert ["event", "actors", "date", "number", "contested", "time_words"] == table.columns
    assert ["Vladimir Putin, Kim Jong Un", "2024-06-19", "5", "no", "on Wednesday"] == table.rows[0]["cells"]
    assert ("Spokesperson calls the agreement a danger", ["E04"]) == (table.rows[3]["name"], table.rows[3]["rows"])
    assert "" == table.rows[3]["cells"][-1]


def test_a_row_goes_by_its_name_and_columns_and_codes_are_words(article: Article, coded: CodedArticle) -> None:
    """No id, no raw name of a column and no code is read; the row's words are still found by its id."""
    table = table_of(article.events[["label", "certainty", "certainty_of"]].loc[["E01"]], coded)
    assert ["event", "how certain", "whose word"] == table.columns
    assert [
        {"name": "Putin and Kim sign the agreement", "rows": ["E01"], "cells": ["happened", "the report itself"]}
    ] == [dict(row) for row in table.rows]
    said = table_of(article.statements[["cue"]].loc[["S10"]], coded)
    assert (["who speaks", "cue"], "Kim Jong Un") == (said.columns, said.rows[0]["name"])
    assert ["South Korea"] == table_of(article.actors[["name", "country"]].loc[["A02"]], coded).rows[0]["cells"]


def test_a_card_is_in_words(coded: CodedArticle) -> None:
    """A country has its name, an event no code, and a contested row sends nobody to a file that a student lacks."""
    cards = {row: dict(card["fields"]) for row, card in row_cards(coded).items()}
    assert "South Korea" == cards["A02"]["country"]
    assert not [row for row, fields in cards.items() if "PLOVER" in fields]
    assert {"careful readers differ"} == {fields["contested"] for fields in cards.values() if "contested" in fields}
    assert all(cards[row.id].get("other reading") for row in coded.positions if row.contested)


def test_missing_values_are_empty_cells(coded: CodedArticle) -> None:
    """A gap in a student's own table does not read "nan" or "NaT"."""
    frame = pd.DataFrame({"a": [None, float("nan"), pd.NaT, pd.NA]}, index=list("wxyz"), dtype=object)
    assert [[""]] * 4 == [row["cells"] for row in table_of(frame, coded).rows]


def test_counts_are_shown_and_not_clickable(article: Article, coded: CodedArticle) -> None:
    """A table whose rows are no rows of the article is still a table."""
    table = table_of(article.events["certainty"].value_counts(), coded)
    assert ["how certain", "how many"] == table.columns
    assert [[]] * 5 == [row["rows"] for row in table.rows]


def test_a_table_that_is_too_long_is_refused_in_words(coded: CodedArticle) -> None:
    """Thousands of rows would stop the page; the message says how to show fewer."""
    with pytest.raises(CommuniqueError, match=r"501 rows.*\.head\(500\)"):
        table_of(pd.DataFrame({"a": range(501)}), coded)


def test_a_press_in_a_table_shows_the_words(article: Article, coded: CodedArticle, reader: Reader) -> None:
    """The lesson's reader lights up the row that was chosen, also the same row again, and comes on the page."""
    table = table_of(article.events[["label"]], coded)
    lights(lambda: reader, table)
    table.chosen, table.presses = ["E05"], 1
    assert (["E05"], 1) == (reader.lit, reader.scroll)
    table.chosen, table.presses = ["A01"], 2
    assert (["A01"], 2) == (reader.lit, reader.scroll)


@pytest.mark.parametrize("name", ["timeline", "mention_map"])
def test_a_chart_comes_with_summary_and_table(name: str, article: Article, reader: Reader) -> None:
    """Drawing and table in one box; the table is hidden until it is asked for."""
    chart = timeline(article.events) if name == "timeline" else None
    chart = chart or mention_map(article.mentions, article.actors, article.statements)
    view, table = chart_of(chart, lambda: reader).children
    assert (chart.summary, len(chart.marks)) == (view.summary, len(view.drawing["marks"]))
    assert list(chart.columns[1:]) == table.columns  # without the rows' ids
    assert [(row["rows"], row["cells"]) for row in chart.rows] == [
        (row["rows"], [row["name"], *row["cells"]]) for row in table.rows
    ]
    assert "none" == table.layout.display
    view.as_table = True
    assert "" == table.layout.display
    view.chosen, view.presses = table.rows[0]["rows"], 1
    assert table.rows[0]["rows"] == reader.lit


def test_a_chart_travels_as_a_few_kilobytes(article: Article) -> None:
    """What is drawn is data alone."""
    assert len(json.dumps(chart_of(timeline(article.events)).children[0].drawing)) < 20_000
