"""The chart of positions: every position once in its issue's panel, and all panels in the order that was asked for."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from communique import Article, CommuniqueError, stance_chart, stance_charts
from communique.base.strings import text
from communique.charts.stances import SYMBOLS
from communique.coding.codes import BASES, STANCES
from communique.widgets.show.chart import chart_of

from ..some import some


def _chart(article: Article, sort_by: str | None = None) -> Any:
    return stance_chart(article.positions, article.actors, article.issues, sort_by)


def _meta(figure: Any) -> dict[str, Any]:
    return figure.layout.meta["communique"]


def _drawn(figure: Any) -> dict[str, tuple[str, int, float, str]]:
    """Position -> the panel's axis, the step, the line and the shape of its mark."""
    return {
        mark[1]: (trace.xaxis, x, y, trace.marker.symbol)
        for trace in figure.data
        for mark, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


@pytest.fixture
def twice(article: Article) -> pd.DataFrame:
    """The positions, with a second one on the spot of P01 and a third of the same actor and issue elsewhere."""
    positions = article.positions
    positions.loc["X1"] = positions.loc["P01"]
    positions.loc["X2"] = positions.loc["P01"]
    positions.loc["X2", ["stance", "score"]] = ["supports", 1]
    return positions


def test_every_position_is_drawn_once_where_it_belongs(article: Article) -> None:
    """Its panel is its issue, its column its stance, its shape its basis, and an open mark is contested."""
    figure, positions = _chart(article), article.positions
    panels = {f"x{n or ''}": short for n, short in zip(["", *range(2, 7)], article.issues, strict=True)}
    drawn = _drawn(figure)
    assert set(positions.index) == set(drawn)
    for row_id, (axis, step, _, symbol) in drawn.items():
        row = positions.loc[row_id]
        assert (row["issue"], row["stance"]) == (panels[axis if axis != "x1" else "x"], STANCES[step])
        assert SYMBOLS[row["basis"]] + ("-open" if row["contested"] else "") == symbol


def test_an_actor_is_on_the_same_line_in_every_panel(article: Article) -> None:
    """The line of a mark is the line of its actor's name."""
    figure, actors = _chart(article, "war-in-ukraine"), article.actors["name"]
    for row_id, (_, _, line, _) in _drawn(figure).items():
        name = actors[article.positions.loc[row_id, "actor_id"]]
        assert name.startswith(figure.layout.yaxis.ticktext[round(line)].removesuffix(" …"))
    assert 1 == len({figure.layout[axis].ticktext for axis in ("yaxis", "yaxis2", "yaxis6")})


@pytest.mark.parametrize("issue", ["agreement", "war-in-ukraine", "russia-vietnam"])
def test_the_chosen_issue_sorts_all_panels(issue: str, article: Article) -> None:
    """From those who oppose to those who support, then those without a position; names decide a tie."""
    positions, names = article.positions, article.actors["name"]
    scores = positions[positions["issue"] == issue].set_index("actor_id")["score"]
    order = sorted(set(positions["actor_id"]), key=lambda a: (scores.get(a, 9), names[a]))
    lines = {
        round(y): article.positions.loc[i, "actor_id"] for i, (_, _, y, _) in _drawn(_chart(article, issue)).items()
    }
    assert order == [lines[n] for n in sorted(lines)]


def test_without_an_issue_the_actors_stand_by_name(article: Article) -> None:
    """No order is taken from the numbers of the table."""
    lines = list(_chart(article).layout.yaxis.ticktext)
    assert sorted(lines) == lines


def test_the_order_does_not_hang_on_the_order_of_the_rows(article: Article) -> None:
    """The same positions in another order give the same lines."""
    mixed = article.positions.sort_values("paragraph", ascending=False)
    other = stance_chart(mixed, article.actors, article.issues, "agreement")
    assert _chart(article, "agreement").layout.yaxis.ticktext == other.layout.yaxis.ticktext


def test_marks_on_one_spot_stand_apart(twice: pd.DataFrame, article: Article) -> None:
    """Two positions of one actor with one stance can both be seen and both be chosen."""
    drawn = _drawn(stance_chart(twice, article.actors, article.issues, "agreement"))
    (_, step, one, _), (_, same, two, _), (_, other, line, _) = (drawn[i] for i in ("P01", "X1", "X2"))
    assert (step, True, True) == (same, 0 < abs(one - two) < 1, step < other)
    assert round(one) == round(two) == round(line)


def test_charts_can_be_switched_by_issue(article: Article) -> None:
    """Each issue with positions has a figure under its title, sorted by it, and the switch has a name."""
    figures = stance_charts(article.positions, article.actors, article.issues)
    assert list(article.issues.values()) == list(figures)
    assert {text("stance-chart", "sort-by")} == {_meta(figure)["choose"] for figure in figures.values()}
    for short, title in article.issues.items():
        assert _chart(article, short).to_json() == figures[title].to_json()
    head, _, table, _ = chart_of(figures, article.coded).children
    before = head.summary
    head.choice = 3
    assert (list(figures), 26) == (head.choices, len(table.rows))
    assert before != head.summary


def test_the_summary_and_the_table_say_what_is_drawn(article: Article) -> None:
    """Counts, the order by the chosen issue with its gaps, and a row for every position."""
    meta, positions = _meta(_chart(article, "exchange")), article.positions
    assert f"26 positions of {positions['actor_id'].nunique()} actors on 6 issues; 14 contested." in meta["summary"]
    assert (
        "opposes: Those who worry abroad; supports: North Korea, Russia; no position in the report:" in meta["summary"]
    )
    assert set(positions.index) == {row["name"] for row in meta["rows"]}
    assert {len(meta["columns"])} == {len(row["cells"]) + 1 for row in meta["rows"]}
    (row,) = [row for row in meta["rows"] if row["name"] == "P09"]
    expected = [
        "Vietnam",
        article.issues["asia-security"],
        "opposes",
        text("bases", "attributed"),
        "Vladimir Putin",
        "yes",
    ]
    assert expected == row["cells"]


def test_the_legend_has_the_bases_that_are_drawn(article: Article) -> None:
    """A shape for each basis, and one entry for the open marks where there are any."""
    said = article.positions[(article.positions["basis"] == "said") & ~article.positions["contested"]]
    few = stance_chart(said, article.actors, article.issues)
    assert [text("bases", "said")] == [entry["name"] for entry in _meta(few)["legend"]]
    names = [*(text("bases", basis) for basis in BASES), text("stance-chart", "contested-legend")]
    assert names == [entry["name"] for entry in _meta(_chart(article))["legend"]]
    assert len(BASES) == len(set(SYMBOLS.values()))


def test_a_mark_says_who_what_how_and_whose_word(article: Article) -> None:
    """The label of a mark can be read without the chart."""
    labels = {mark[1]: mark[0] for trace in _chart(article).data for mark in trace.customdata}
    assert (
        "Military blocs in the Asia-Pacific. Vietnam: opposes, said of the actor by another, "
        "according to Vladimir Putin, contested" == labels["P09"]
    )
    assert labels["P14"].endswith("Yoon Suk Yeol: strongly opposes, what the actor said")


def test_positions_that_there_are_not_give_a_sentence(article: Article) -> None:
    """No positions, no issues, and positions on other issues are empty states and no errors."""
    none, actors = article.positions.iloc[:0], article.actors
    charts = [stance_chart(none, actors, article.issues), stance_chart(article.positions, actors, {})]
    charts += stance_charts(none, actors, article.issues).values()
    for figure in some(charts):
        assert (text("stance-chart", "nothing"), []) == (_meta(figure)["summary"], _meta(figure)["rows"])


def test_one_issue_fills_the_width(article: Article) -> None:
    """A single panel is as wide as the chart, and a chart of fewer rows of panels is lower."""
    one = stance_chart(article.positions, article.actors, {"agreement": "The agreement"})
    assert (0, 1) == one.layout.xaxis.domain
    assert one.layout.height < _chart(article).layout.height


def test_names_and_titles_are_words_and_not_markup(article: Article) -> None:
    """A name with < or & stands in the chart as it is written."""
    actors = article.actors
    actors.loc["A01", "name"] = "<i>S & K</i>"
    figure = stance_chart(article.positions, actors, {"agreement": "A <b> issue"})
    assert "&lt;i&gt;S &amp; K&lt;/i&gt;" in figure.layout.yaxis.ticktext
    assert "<b>A &lt;b&gt; issue</b>" == figure.layout.annotations[0].text
    assert [] == [hover for trace in figure.data for hover in trace.hovertext or () if "<" in hover]


def test_no_call_changes_its_tables(article: Article) -> None:
    """A student's table is the same after a chart was drawn from it, and the same call gives the same figure."""
    positions = article.positions
    first = stance_chart(positions, article.actors, article.issues, "exchange")
    pd.testing.assert_frame_equal(article.positions, positions)
    assert first.to_json() == _chart(article, "exchange").to_json()


def test_what_cannot_be_drawn_is_refused_in_words(article: Article) -> None:
    """An unknown issue brings the list, and another table the name of the right one."""
    with pytest.raises(CommuniqueError) as caught:
        _chart(article, "agreemnt")
    assert "Did you mean 'agreement'?" in caught.value.next_step
    for wrong in (article.events, article.actors):
        with pytest.raises(CommuniqueError, match=r"article\.positions"):
            stance_chart(wrong, article.actors, article.issues)
        with pytest.raises(CommuniqueError, match=r"article\.positions"):
            stance_charts(wrong, article.actors, article.issues)
