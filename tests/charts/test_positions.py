"""The chart of positions: every position once, under its issue and on its step, in the words of the question."""

from __future__ import annotations

import pandas as pd
import pytest
from communique import Article, CommuniqueError, load_article, stance_chart
from communique.base.strings import text
from communique.charts import Chart
from communique.coding.codes import STANCES
from communique.questions.reading import load_questions


def _chart(article: Article) -> Chart:
    return stance_chart(article.positions, article.actors, article.issues)


@pytest.mark.parametrize("name", ["south-korea-2024", "beijing-2023"])
def test_every_position_is_drawn_once_where_it_belongs(name: str) -> None:
    """It stands below the band of its issue, in the column of its stance, with its actor's name."""
    article = load_article(name)
    chart, positions = _chart(article), article.positions
    bands = {band.line: band.text for band in chart.labels}
    assert [article.issues[i] for i in article.issues if (positions["issue"] == i).any()] == list(bands.values())
    assert sorted(positions.index) == sorted(mark.rows[0] for mark in chart.marks)
    for mark in chart.marks:
        row = positions.loc[mark.rows[0]]
        assert (article.issues[row["issue"]], STANCES.index(row["stance"])) == (bands[mark.line - 1], mark.column)
        assert (article.actors.at[row["actor_id"], "name"], row["actor_id"]) == (mark.text, mark.group)


def test_the_steps_have_the_words_of_the_question(article: Article) -> None:
    """One scale in question, table and chart, from those who oppose to those who support."""
    steps = [step.text for step in load_questions("positions")["words-on-the-scale"].steps]
    assert steps == list(_chart(article).heads)
    assert set(steps) >= {row["cells"][2] for row in _chart(article).rows}


def test_a_mark_says_basis_whose_word_and_what_is_contested(article: Article) -> None:
    """Nothing at a mark needs a legend."""
    marks = {mark.rows[0]: mark for mark in _chart(article).marks}
    assert ("attributed · according to Vladimir Putin", "contested") == (marks["P09"].note, marks["P09"].remark)
    assert ("said", "") == (marks["P14"].note, marks["P14"].remark)


def test_the_summary_and_the_table_say_what_is_drawn(article: Article) -> None:
    """Counts, how many have a position on an issue, and a row for every position."""
    chart, positions = _chart(article), article.positions
    assert f"26 positions of {positions['actor_id'].nunique()} actors on 6 issues; 14 contested." == chart.summary
    assert sum(mark.remark == "contested" for mark in chart.marks) == 14
    for band in chart.labels:
        here = {mark.group for mark in chart.marks if mark.line == band.line + 1}
        assert f"{len(here)} of 12 actors have a position here" == band.note
    (row,) = [row for row in chart.rows if row["name"] == "P09"]
    issue = article.issues["asia-security"]
    assert ["Vietnam", issue, "opposes", "attributed", "Vladimir Putin", "yes"] == row["cells"]


def test_the_order_does_not_depend_on_the_order_of_the_rows(article: Article) -> None:
    """The same positions in another order give the same chart."""
    mixed = article.positions.sort_values("paragraph", ascending=False)
    assert _chart(article) == stance_chart(mixed, article.actors, article.issues)


def test_several_positions_on_one_step_are_all_there(article: Article) -> None:
    """Two positions of one actor with one stance can both be seen and both be chosen."""
    positions: pd.DataFrame = article.positions
    positions.loc["X1"] = positions.loc["P01"]
    marks = {m.rows[0]: m for m in stance_chart(positions, article.actors, article.issues).marks}
    assert (marks["P01"].line, marks["P01"].column) == (marks["X1"].line, marks["X1"].column)


def test_positions_that_there_are_not_give_a_sentence(article: Article) -> None:
    """No positions, no issues, and positions on other issues are empty states and no errors."""
    none, actors = article.positions.iloc[:0], article.actors
    for chart in (stance_chart(none, actors, article.issues), stance_chart(article.positions, actors, {})):
        assert (text("stance-chart", "nothing"), (), ()) == (chart.summary, chart.rows, chart.marks)


def test_a_table_of_another_kind_is_refused_in_words(article: Article) -> None:
    """The message has the name of the right one."""
    for wrong in (article.events, article.actors):
        with pytest.raises(CommuniqueError, match=r"article\.positions"):
            stance_chart(wrong, article.actors, article.issues)
