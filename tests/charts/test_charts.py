"""What every chart says: all that is in its table, inside its frame, in words, and the same each time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from communique import (
    Article,
    CommuniqueError,
    draft_article,
    load_article,
    mention_map,
    reaction_network,
    stance_chart,
    timeline,
)
from communique.base.places import articles_folder
from communique.charts import Chart
from communique.coding.codes import CERTAINTY
from communique.widgets.show.chart import chart_of

from ..some import some

TEXT = "\n\n".join(
    f"The president of {one} said on Monday that {one} would never accept the sanctions. {one} condemned {other}."
    for one, other in zip(
        ["France", "Germany", "Japan", "Brazil", "Kenya", "Chile", "Ghana", "Norway", "Spain", "Peru"] * 2,
        ["Italy", "Poland", "China", "Cuba", "Egypt", "Mexico", "Togo", "Sweden", "Malta", "Fiji"] * 2,
        strict=True,
    )
)
CHARTS: dict[str, Callable[[Article], Chart]] = {
    "timeline": lambda a: timeline(a.events),
    "mentions": lambda a: mention_map(a.mentions, a.actors, a.statements),
    "positions": lambda a: stance_chart(a.positions, a.actors, a.issues),
    "reactions": lambda a: reaction_network(a.reactions, a.events, a.actors),
}
each_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


@pytest.fixture(scope="module", params=["south-korea-2024", "beijing-2023", "argyle-2023", "draft", "nothing"])
def any_article(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Article:
    """The bundled articles, a draft with many actors, and a text that says nothing."""
    if (articles_folder() / request.param).is_dir():
        return load_article(request.param)
    path: Path = tmp_path_factory.mktemp("texts") / "2024-06-20.txt"
    path.write_text(TEXT if request.param == "draft" else "One.\n\nTwo.", encoding="utf-8")
    return draft_article(path)


@each_chart
def test_every_mark_is_inside_the_frame_and_has_words_and_rows(
    chart: Callable[[Article], Chart], any_article: Article
) -> None:
    """A mark stays within the columns that have heads and on a line of its own or of its step; all its rows exist."""
    drawn = chart(any_article)
    known = {*any_article.coded.rows, *any_article.mentions.index}
    taken = []
    for mark in drawn.marks:
        assert 0 <= mark.column < mark.column + mark.columns <= len(drawn.heads)
        assert mark.text
        assert set(mark.rows) <= known
        assert mark.rows
        across, down = range(mark.column, mark.column + mark.columns), range(mark.line, mark.line + mark.lines)
        taken += [(line, column) for line in down for column in across]
    if drawn.kind != "positions":  # where several actors may stand on one step
        assert len(taken) == len(set(taken))
    assert not {label.line for label in drawn.labels if label.band} & {line for line, _ in taken}


@each_chart
def test_the_table_behind_a_chart_has_what_is_drawn(chart: Callable[[Article], Chart], any_article: Article) -> None:
    """Each row of the table is a mark, or in the map a line, and the other way round; all rows have all heads."""
    drawn = chart(any_article)
    names = [row["name"] for row in drawn.rows]
    shown = [mark.rows[0] for mark in drawn.marks if drawn.kind != "reactions" or len(mark.rows) == 2]
    lines = [label.text for label in drawn.labels if not label.band]
    if drawn.kind == "mentions":
        assert lines == [row["cells"][0] for row in drawn.rows]
        assert set(any_article.actors.index) == set(names)
    else:
        assert sorted(names) == sorted(shown)
    assert {len(drawn.columns)} >= {len(row["cells"]) + 1 for row in drawn.rows}
    assert len(drawn.table) == len(drawn.rows)


@each_chart
def test_a_chart_has_a_sentence_and_is_the_same_each_time(
    chart: Callable[[Article], Chart], any_article: Article
) -> None:
    """Nothing of an earlier call, of the clock or of chance is in a chart, and an empty one says so."""
    assert chart(any_article) == chart(any_article)
    assert chart(any_article).summary.endswith(".")


def test_a_draft_with_many_actors_is_drawn_whole(tmp_path: Path) -> None:
    """All of some forty actors have a line, and no name is shortened."""
    path = tmp_path / "2024-06-20.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = draft_article(path)
    drawn = CHARTS["mentions"](article)
    assert len(article.actors) >= 20
    assert sorted(article.actors["name"]) == sorted(label.text for label in drawn.labels if not label.band)


def test_no_call_changes_its_tables(article: Article) -> None:
    """A student's table is the same after a chart was drawn from it."""
    tables = {n: getattr(article, n) for n in ("events", "mentions", "actors", "statements", "reactions", "positions")}
    for chart in some(CHARTS.values()):
        chart(article)
    for name, table in tables.items():
        pd.testing.assert_frame_equal(getattr(article, name), table)


def test_empty_tables_give_a_sentence(article: Article) -> None:
    """An article without coding is no error."""
    line = timeline(article.events.iloc[:0])
    named = mention_map(article.mentions.iloc[:0], article.actors.iloc[:0], article.statements.iloc[:0])
    assert ("There are no events to show.", (), ()) == (line.summary, line.marks, line.rows)
    assert ("No actor is named.", (), ()) == (named.summary, named.marks, named.rows)


def test_the_timeline_runs_down_with_the_telling_and_right_with_time(article: Article) -> None:
    """Each event has a line in the order of the telling; its sign, left or right, is in the column of its time."""
    events, drawn = article.events.sort_values("start", kind="stable"), timeline(article.events)
    assert ("Earlier", "19 Jun 2024", "20 Jun 2024", "Now, or up to now", "No time given") == drawn.heads
    assert [(event,) for event in events.index] == [mark.rows for mark in sorted(drawn.marks, key=lambda m: m.line)]
    at = {m.rows[0]: drawn.heads[m.column + m.columns - 1 if m.end else m.column] for m in drawn.marks}
    assert {"E01": "19 Jun 2024", "E17": "20 Jun 2024", "E07": "Now, or up to now"}.items() <= at.items()
    assert at == {row["name"]: row["cells"][2] for row in drawn.rows}


def test_the_timeline_says_at_each_mark_how_certain_it_is(article: Article) -> None:
    """The step of the ladder is a word at the mark, and each step has a look."""
    drawn = {mark.rows[0]: mark for mark in timeline(article.events).marks}
    assert article.events["certainty"].to_dict() == {event: mark.kind for event, mark in drawn.items()}
    assert len(CERTAINTY) == len({mark.note for mark in drawn.values()})


@pytest.mark.parametrize("name", ["south-korea-2024", "beijing-2023"])
def test_a_step_back_in_time_is_a_remark_and_is_counted(name: str) -> None:
    """Among days and what was earlier, it is what comes before the last of them; the sentence counts the remarks."""
    events = load_article(name).events
    drawn, last, back = timeline(events), "", []
    for row in events.sort_values("start", kind="stable").itertuples():
        time = "0" if row.timex == "PAST_REF" else row.timex if row.date == row.date else ""
        if time and time < last:
            back.append(row.Index)
        last = time or last
    assert back == [mark.rows[0] for mark in drawn.marks if mark.remark]
    assert len(back) > 1
    assert f"The report goes back in time {len(back)} times." in drawn.summary


def test_the_map_says_at_each_mark_who_speaks(article: Article) -> None:
    """Who is the source of a statement speaks, who is so inside another's is spoken for, the rest are named."""
    drawn = CHARTS["mentions"](article)
    lines = {label.line: label.text for label in drawn.labels if not label.band}
    marks = {(lines[m.line], drawn.heads[m.column].replace("head", "headline")): m.text for m in drawn.marks}
    names, own = article.actors["name"], article.statements[article.statements["part_of"] == ""]
    speaks = {(names[actor], row.paragraph) for row in own.itertuples() for actor in row.sources}
    assert speaks == {cell for cell, text in marks.items() if text == "speaks"}
    nested = article.statements.drop(own.index)
    spoken_for = {(names[actor], row.paragraph) for row in nested.itertuples() for actor in row.sources} - speaks
    assert spoken_for == {cell for cell, text in marks.items() if text == "spoken for"}
    assert set(article.mentions.index) <= {row for mark in drawn.marks for row in mark.rows}


def test_the_map_groups_actors_as_its_sentence_counts_them(any_article: Article) -> None:
    """Below the band of those who speak everybody speaks somewhere, below the last one nobody is named."""
    drawn = CHARTS["mentions"](any_article)
    bands: dict[str, list[int]] = {}
    for label in drawn.labels:
        if label.band:
            bands[label.text] = []
        else:
            bands[list(bands)[-1]].append(label.line)
    kinds: dict[int, set[str]] = {label.line: set() for label in drawn.labels}
    for mark in drawn.marks:
        kinds[mark.line].add(mark.kind)
    for text, lines in bands.items():
        wanted = {"Those who speak": "speaks", "Those that only others speak for": "spoken-for"}.get(text, "named")
        assert all(wanted in kinds[line] or not kinds[line] for line in lines), text
        if drawn.marks:
            assert f"{len(lines)} " in drawn.summary


def test_the_maps_sentence_names_all_who_are_in_most_places(article: Article) -> None:
    """They have equally many marks, and nobody has more."""
    drawn = CHARTS["mentions"](article)
    lines = {label.line: label.text for label in drawn.labels if not label.band}
    marks = [lines[mark.line] for mark in drawn.marks]
    most = max(marks.count(name) for name in marks)
    _, _, sentence = drawn.summary.partition("In the most places, ")
    count, _, named = sentence.rstrip(".").partition(" (paragraphs and headline): ")
    assert f"{most} of {len(drawn.heads)}" == count
    assert {name for name in marks if marks.count(name) == most} == set(named.split(", "))


def test_some_rows_may_be_charted(article: Article) -> None:
    """A table that was filtered, sorted or exploded gives a chart of its events, each once."""
    events = article.events
    late = timeline(events[events["certainty"] == "agreed"])
    double = timeline(events.explode("actors").sort_values("event"))
    assert {"agreed or announced"} == {mark.note for mark in late.marks}
    assert len(events) == len(double.marks)


def test_a_notebook_without_the_page_shows_words_and_not_markup(article: Article) -> None:
    """A label with <, > or & is escaped where a chart is shown as HTML, and stays itself in what the page draws."""
    events = article.events
    events.loc["E01", "label"] = "<b>A & B</b>"
    drawn = timeline(events)
    assert "<b>" not in drawn._repr_html_()
    assert "<b>A & B</b>" in [mark["text"] for mark in drawn.drawing()["marks"]]


@pytest.mark.parametrize("name", ["actors", "paragraphs", "evidence"])
def test_a_table_of_another_kind_is_refused_in_words(name: str, article: Article) -> None:
    """The message says which table the chart needs."""
    with pytest.raises(CommuniqueError, match=r"article\.events"):
        timeline(getattr(article, name))
    with pytest.raises(CommuniqueError, match=r"article\.mentions"):
        mention_map(getattr(article, name), article.actors, article.statements)


def test_several_charts_share_one_place(article: Article) -> None:
    """A choice of charts draws one at a time, with the summary and the table that belong to it."""
    happened = article.events[article.events["certainty"] == "happened"]
    box = chart_of({"All": timeline(article.events), "Happened": timeline(happened)})
    view, table = box.children
    assert (["All", "Happened"], len(article.events)) == (view.choices, len(table.rows))
    before = view.summary
    view.choice = 1
    assert len(happened) == len(table.rows) == len(view.drawing["marks"])
    assert before != view.summary


def test_one_chart_has_no_switch(article: Article) -> None:
    """Where there is nothing to choose, nothing is offered."""
    assert [] == chart_of(timeline(article.events)).children[0].choices
