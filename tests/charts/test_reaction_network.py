"""The network of action and reaction: every tie is drawn, in its place, and in the telling of its party."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from communique import Article, CommuniqueError, load_article, reaction_network, reaction_networks
from communique.charts.chains import Link, steps_of
from communique.charts.timeline import SYMBOLS
from communique.coding.codes import plover
from communique.questions.keys import load_keys

#: The ladder's rung of an event, by its PLOVER code.
RUNGS = {"COOPERATE": "help", "AID": "help", "AGREE": "friendly", "ACCUSE": "disapproval", "THREATEN": "threat"}
PLACED = {"vow": "E02", "munitions": "E09", "condemns": "E03", "warns": "E05", "other-help": "E07", "ukraine": "E14"}


def _network(article: Article, view: str | None = None) -> Any:
    return reaction_network(article.reactions, article.events, article.actors, view=view)


def _meta(figure: Any) -> dict[str, Any]:
    return figure.layout.meta["communique"]


def _spots(figure: Any) -> dict[str, tuple[float, float]]:
    """Row id -> where its mark stands, for events and for reactions."""
    marked = [trace for trace in figure.data if trace.customdata is not None]
    return {mark[1]: (x, y) for t in marked for mark, x, y in zip(t.customdata, t.x, t.y, strict=True)}


def _arrows(figure: Any) -> dict[str, list[tuple]]:
    """Line style -> (from, to) of its arrows."""
    lines = [trace for trace in figure.data if "lines" in trace.mode]
    ends = {t.line.dash: list(zip(t.x, t.y, strict=True)) for t in lines}
    return {dash: [(spots[i], spots[i + 1]) for i in range(0, len(spots), 3)] for dash, spots in ends.items()}


def test_every_reaction_is_an_arrow_from_the_answer_to_what_it_answers(article: Article) -> None:
    """Each row is drawn once, in the right direction, with whole lines for words and broken ones for deeds."""
    figure = _network(article)
    spots, quads = _spots(figure), article.events["quad_code"]
    expected: dict[str, list] = {"solid": [], "dash": []}
    for row in article.reactions.itertuples():
        dash = "solid" if quads[row.event_id] in (1, 3) else "dash"
        expected[dash].append((spots[row.event_id], spots[row.answers_id]))
    assert expected == _arrows(figure)


def test_every_tie_and_every_event_in_it_can_be_chosen(article: Article) -> None:
    """A mark leads to each reaction and to each event that answers or is answered, and to nothing else."""
    links = article.reactions
    assert {*links.index, *links["event_id"], *links["answers_id"]} == set(_spots(_network(article)))


def test_from_top_to_bottom_runs_the_scale_of_plover(article: Article) -> None:
    """The lines of the events follow event_scale, cooperation above; each event has a line of its own."""
    spots = {row: spot for row, spot in _spots(_network(article)).items() if row in article.events.index}
    from_above = sorted(spots, key=lambda event: spots[event][1])
    scales = article.events.loc[from_above, "event_scale"].tolist()
    assert sorted(scales, reverse=True) == scales
    assert len(spots) == len({y for _, y in spots.values()})


def test_an_answer_stands_to_the_right_of_what_it_answers(article: Article) -> None:
    """From left to right runs the chain."""
    spots = _spots(_network(article))
    assert [] == [r.Index for r in article.reactions.itertuples() if spots[r.event_id][0] <= spots[r.answers_id][0]]


def test_marks_do_not_cover_each_other(article: Article) -> None:
    """No two marks of events or arrows stand in one place."""
    spots = list(_spots(_network(article)).values())
    assert len(spots) == len(set(spots))


def test_what_is_contested_has_a_shape_and_a_sign_of_its_own(article: Article) -> None:
    """A reaction on which careful readers differ is a star with a question mark; the others are crosses."""
    marks = {
        mark[1]: (t.marker.symbol, bool(t.text))
        for t in _network(article).data
        if t.customdata is not None
        for mark in t.customdata
    }
    expected = {r: ("star", True) if yes else ("cross", False) for r, yes in article.reactions["contested"].items()}
    assert expected == {row: mark for row, mark in marks.items() if row in expected}


def test_certainty_is_the_shape_of_an_event(article: Article) -> None:
    """The shapes are those of the timeline."""
    figure, events = _network(article), article.events
    drawn = {m[1]: t.marker.symbol for t in figure.data if t.customdata is not None for m in t.customdata}
    shown = [row for row in drawn if row in events.index]
    assert {event: SYMBOLS[events.at[event, "certainty"]] for event in shown} == {e: drawn[e] for e in shown}


def test_the_legend_has_a_line_for_lines_and_a_mark_for_marks(article: Article) -> None:
    """The style of a line is told by a line with an arrow's head, and every trace has an entry."""
    figure = _network(article)
    legend = _meta(figure)["legend"]
    assert [trace.name for trace in figure.data] == [entry["name"] for entry in legend]
    assert [("solid", True), ("dash", True)] == [(e["line"], e["arrow"]) for e in legend if "line" in e]
    assert len(legend) - 2 == len({e["symbol"] for e in legend if "symbol" in e})


def test_the_table_behind_the_network_has_every_tie(article: Article) -> None:
    """Each reaction is a row under the same heads, with its own id and those of its events."""
    meta = _meta(_network(article))
    assert [[r.Index, r.event_id, r.answers_id] for r in article.reactions.itertuples()] == [
        row["rows"] for row in meta["rows"]
    ]
    assert {len(meta["columns"])} == {len(row["cells"]) + 1 for row in meta["rows"]}


def test_the_same_tables_give_the_same_network(article: Article) -> None:
    """Nothing of an earlier call, of the clock or of chance is in a figure."""
    assert _network(article).to_json() == _network(article).to_json()


def test_each_party_has_its_own_telling(article: Article) -> None:
    """All ties first, then the parties by the alphabet, each with the ties that its own actors tell and no others."""
    figures = reaction_networks(article.reactions, article.events, article.actors)
    told = {title: [row["name"] for row in _meta(figure)["rows"]] for title, figure in figures.items()}
    assert {
        "All links of the table": article.reactions.index.tolist(),
        "North Korea: its own account": ["R10", "R12"],
        "Russia: its own account": [],
        "South Korea: its own account": ["R01", "R02", "R03", "R04", "R07", "R09", "R11"],
        "Ukraine: its own account": [],
        "Vietnam: its own account": [],
    } == told
    assert ["All links of the table", *sorted(list(told)[1:])] == list(told)


@pytest.mark.parametrize(("country", "name"), [("RUS", "Russia"), ("UKR", "Ukraine"), ("VNM", "Vietnam")])
def test_a_party_that_is_not_heard_has_an_honest_gap(country: str, name: str, article: Article) -> None:
    """Where the report has no words of a party on a trigger, the chart says just that."""
    figure = _network(article, country)
    expected = f"The report does not tell what {name} says triggered it."
    assert (expected, [expected]) == (_meta(figure)["summary"], [note.text for note in figure.layout.annotations])
    assert () == figure.data


def test_a_party_that_there_is_not_is_refused_in_words(article: Article) -> None:
    """The message lists the parties."""
    with pytest.raises(CommuniqueError, match=r"'FRA'.*\n?.*KOR"):
        _network(article, "FRA")


def test_empty_tables_give_a_figure_and_a_sentence(article: Article) -> None:
    """An article without reactions is no error, and has one picture."""
    none = article.reactions.iloc[:0]
    (figure,) = reaction_networks(none, article.events, article.actors).values()
    assert ("There are no reactions to show.", []) == (_meta(figure)["summary"], _meta(figure)["rows"])
    assert () == figure.data
    assert () == reaction_network(article.reactions, article.events.iloc[:0], article.actors).data


def test_an_event_that_nothing_answers_is_left_out(article: Article) -> None:
    """Only what answers or is answered is drawn; a tie to an event that is not in the table is left out as well."""
    assert "E20" not in _spots(_network(article))
    fewer = reaction_network(article.reactions, article.events.drop("E01"), article.actors)
    assert {"R04", "R05", "R08", "R09", "R10", "R11", "R12"} == {row["name"] for row in _meta(fewer)["rows"]}


def test_answers_in_a_circle_are_drawn_all_the_same() -> None:
    """Two that answer each other make no endless chain."""
    circle = [Link("R1", "B", "A", "", "", False), Link("R2", "A", "B", "", "", False)]
    assert {"A", "B"} == set(steps_of(circle))


def test_labels_are_words_and_not_markup(article: Article) -> None:
    """A label with <, > or & stands in the chart as it is written."""
    events = article.events
    events.loc["E01", "label"] = "<b>A & B</b>"
    figure = reaction_network(article.reactions, events, article.actors)
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;  +5" in figure.layout.yaxis.ticktext
    assert [] == [words for t in figure.data for words in t.hovertext or () if "<" in words]


@pytest.mark.parametrize("wrong", ["reactions", "events", "actors"])
def test_a_table_of_another_kind_is_refused_in_words(wrong: str, article: Article) -> None:
    """The message says which table the chart needs."""
    tables = {"reactions": article.reactions, "events": article.events, "actors": article.actors}
    with pytest.raises(CommuniqueError, match=rf"article\.{wrong}"):
        reaction_network(**{**tables, wrong: article.paragraphs})


def test_a_coding_without_the_column_is_the_reporters_telling(good_article: Path) -> None:
    """`according_to` may be left out: then the report itself tells the tie, and no party has a telling."""
    path = good_article / "reactions.csv"
    path.write_text(path.read_text().replace("according_to,", "").replace("A04,", "").replace("reporter,", ""))
    found = load_article(good_article)
    assert ["", ""] == found.reactions["according_to"].tolist()
    meta = _meta(_network(found))
    assert {"the report itself"} == {row["cells"][2] for row in meta["rows"]}


def test_the_ladders_key_is_plovers(article: Article) -> None:
    """Each step of the lesson stands on the rung of its event's PLOVER code, and what happened in deeds is done."""
    events = article.events
    places = load_keys("reactions")["escalation"].pairs
    for option, event in PLACED.items():
        row = events.loc[event]
        lane = "done" if plover()[row["event"], row["mode"]].quad_code in (2, 4) else "said"
        assert (f"{lane}/{RUNGS.get(row['event'], 'force')}",) == tuple(places[option]), option
    assert set(PLACED) == set(places)
