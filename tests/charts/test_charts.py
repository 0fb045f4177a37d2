"""Charts are pure: a DataFrame in, a Figure out, with all that is needed by those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from communique import Article, CommuniqueError, mention_map, timeline
from communique.charts.base import plain, shorten, two_lines
from communique.charts.timeline import SYMBOLS
from communique.coding.codes import CERTAINTY
from communique.widgets.show.chart import PLOTLY_MIME, chart_of

from ..some import some


def _timeline(article: Article) -> Any:
    return timeline(article.events)


def _mention_map(article: Article) -> Any:
    return mention_map(article.mentions, article.actors, article.statements)


each_chart = pytest.mark.parametrize("chart", [_timeline, _mention_map], ids=["timeline", "mention_map"])


def _meta(figure: Any) -> dict[str, Any]:
    return figure.layout.meta["communique"]


@each_chart
def test_the_same_tables_give_the_same_figure(chart: Callable[[Article], Any], article: Article) -> None:
    """Nothing of an earlier call, of the clock or of chance is in a figure."""
    assert chart(article).to_json() == chart(article).to_json()


def test_no_call_changes_its_tables(article: Article) -> None:
    """A student's table is the same after a chart was drawn from it."""
    tables = {n: getattr(article, n) for n in ("events", "mentions", "actors", "statements")}
    timeline(tables["events"])
    mention_map(tables["mentions"], tables["actors"], tables["statements"])
    for name, table in tables.items():
        pd.testing.assert_frame_equal(getattr(article, name), table)


def test_empty_tables_give_a_figure_and_a_sentence(article: Article) -> None:
    """An article without coding is no error."""
    line = timeline(article.events.iloc[:0])
    named = mention_map(article.mentions.iloc[:0], article.actors.iloc[:0], article.statements.iloc[:0])
    assert ("There are no events to show.", []) == (_meta(line)["summary"], _meta(line)["rows"])
    assert ("No actor is named.", []) == (_meta(named)["summary"], _meta(named)["rows"])


def test_the_timeline_has_one_mark_an_event(article: Article) -> None:
    """Each event is drawn once, in the column of its time, at the height of its telling."""
    events = article.events.sort_values("start", kind="stable")
    figure = timeline(article.events)
    marks = {mark[1]: (x, y) for t in figure.data for mark, x, y in zip(t.customdata, t.x, t.y, strict=True)}
    assert len(events) == sum(len(trace.x) for trace in figure.data)
    assert [marks[event][1] for event in events.index] == list(figure.layout.yaxis.categoryarray)
    assert ("19 Jun 2024", "20 Jun 2024") == (marks["E01"][0], marks["E17"][0])
    assert "Now, or up to now" == marks["E07"][0]


def test_the_timelines_columns_run_from_early_to_late(article: Article) -> None:
    """The past stands at the left, then days in their order, then what has no time."""
    columns = list(timeline(article.events).layout.xaxis.categoryarray)
    assert ["Earlier", "19 Jun 2024", "20 Jun 2024", "Now, or up to now", "No time given"] == columns


def test_certainty_is_a_shape_and_not_only_a_colour(article: Article) -> None:
    """Each step of the ladder has a symbol of its own, and its marks carry it."""
    assert len(CERTAINTY) == len(set(SYMBOLS.values())) == len(set(SYMBOLS))
    events, figure = article.events, timeline(article.events)
    drawn = {mark[1]: trace.marker.symbol for trace in figure.data for mark in trace.customdata}
    assert {event: SYMBOLS[step] for event, step in events["certainty"].items()} == drawn


def test_the_map_says_by_its_shape_who_speaks(article: Article) -> None:
    """Who is the source of a statement, who is spoken for, and who is only named have three symbols."""
    figure = _mention_map(article)
    assert ["is only named here", "is spoken for by another", "speaks here"] == [trace.name for trace in figure.data]
    assert 3 == len({trace.marker.symbol for trace in figure.data})
    speaks = {(actor, p) for actor, p in zip(figure.data[2].y, figure.data[2].x, strict=True)}
    own = article.statements[article.statements["part_of"] == ""]
    assert {(actor, row.paragraph) for row in own.itertuples() for actor in row.sources} == speaks


def test_the_map_has_one_mark_an_actor_and_paragraph(article: Article) -> None:
    """No actor is drawn twice in a paragraph, and every mention is behind a mark."""
    figure = _mention_map(article)
    cells = [cell for trace in figure.data for cell in zip(trace.y, trace.x, strict=True)]
    behind = {row for trace in figure.data for mark in trace.customdata for row in mark[1:]}
    assert len(set(cells)) == len(cells)
    assert set(article.mentions.index) | set(article.statements.index) >= behind >= set(article.mentions.index)


@each_chart
def test_every_mark_leads_to_rows_that_there_are(chart: Callable[[Article], Any], article: Article) -> None:
    """A click finds a label, and ids of rows whose words light up."""
    known = {i for name in ("actors", "events", "statements", "mentions") for i in getattr(article, name).index}
    for trace in some(chart(article).data):
        for label, *rows in trace.customdata:
            assert label
            assert rows
            assert set() == set(rows) - known


@each_chart
def test_the_table_behind_a_chart_holds_all_that_is_drawn(chart: Callable[[Article], Any], article: Article) -> None:
    """Each line of the chart is a row of the table, under the same heads."""
    figure = chart(article)
    meta = _meta(figure)
    assert len(figure.layout.yaxis.categoryarray) == len(meta["rows"])
    assert {len(meta["columns"])} == {len(row["cells"]) + 1 for row in meta["rows"]}
    assert [trace.name for trace in figure.data] == [entry["name"] for entry in meta["legend"]]


def test_the_timelines_summary_counts(article: Article) -> None:
    """The sentence for those who cannot see the chart has the numbers of the table."""
    counts = article.events["certainty"].value_counts()
    said = _meta(timeline(article.events))["summary"]
    assert f"The report tells {len(article.events)} events: {counts['happened']} happened, " in said
    assert "from 19 June 2024 to 20 June 2024" in said


def test_the_maps_summary_counts(article: Article) -> None:
    """The sentence names how many speak, and who appears most."""
    said = _meta(_mention_map(article))["summary"]
    outer = article.statements[article.statements["part_of"] == ""]
    assert f"{outer['sources'].explode().nunique()} speak," in said
    assert "Russia" in said


def test_labels_are_words_and_not_markup(article: Article) -> None:
    """A name with <, > or & stands in the chart as it is written, in labels and in what appears on a mark."""
    events, actors = article.events, article.actors
    events.loc["E01", "label"] = "<b>A & B</b>"
    actors.loc["A01", "name"] = "<i>S & K</i>"
    line, named = timeline(events), mention_map(article.mentions, actors, article.statements)
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in line.layout.yaxis.ticktext
    assert "&lt;i&gt;S &amp; K&lt;/i&gt;" in named.layout.yaxis.ticktext
    hovers = [text for figure in (line, named) for trace in figure.data for text in trace.hovertext]
    assert [] == [text for text in hovers if "<" in text]
    assert 1 == sum("&lt;b&gt;A &amp; B&lt;/b&gt;" in text for text in hovers)
    assert "<b>A & B</b>" in [cell for row in _meta(line)["rows"] for cell in row["cells"]]


def test_some_rows_may_be_charted(article: Article) -> None:
    """A table that was filtered, sorted or exploded gives a chart of its events, each once."""
    events = article.events
    late = timeline(events[events["certainty"] == "agreed"])
    double = timeline(events.explode("actors").sort_values("event"))
    assert ["agreed or announced"] == [trace.name for trace in late.data]
    assert len(events) == sum(len(trace.x) for trace in double.data)


@pytest.mark.parametrize("name", ["actors", "paragraphs", "evidence"])
def test_a_table_of_another_kind_is_refused_in_words(name: str, article: Article) -> None:
    """The message says which table the chart needs."""
    with pytest.raises(CommuniqueError, match=r"article\.events"):
        timeline(getattr(article, name))
    with pytest.raises(CommuniqueError, match=r"article\.mentions"):
        mention_map(getattr(article, name), article.actors, article.statements)


def test_small_helpers_for_labels() -> None:
    """Words are escaped, cut at a space, and broken near the middle."""
    assert "&lt;b&gt;Q &amp; A" == plain("<b>Q & A")
    assert ("short", "South Korea …") == (shorten("short", 5), shorten("South Korea condemns it", 14))
    assert ("19 Jun<br>2024", "one") == (two_lines("19 Jun 2024"), two_lines("one"))


def test_several_charts_share_one_place(article: Article) -> None:
    """A choice of figures draws one at a time, with the summary and the table that belong to it."""
    happened = article.events[article.events["certainty"] == "happened"]
    box = chart_of({"All": timeline(article.events), "Happened": timeline(happened)}, article.coded)
    head, drawing, table, _ = box.children
    assert (["All", "Happened"], len(article.events)) == (head.choices, len(table.rows))
    before = head.summary
    head.choice = 1
    assert len(happened) == len(table.rows)
    assert before != head.summary
    (output,) = drawing.outputs
    assert len(happened) == sum(len(trace["x"]) for trace in output["data"][PLOTLY_MIME]["data"])


def test_one_chart_has_no_switch(article: Article) -> None:
    """Where there is nothing to choose, nothing is offered."""
    head = chart_of(timeline(article.events), article.coded).children[0]
    assert [] == head.choices
