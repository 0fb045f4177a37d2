"""What answers what: every tie is drawn, at the right of what it answers, and in the telling of its party."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from communique import Article, CommuniqueError, load_article, reaction_network, reaction_networks
from communique.base.strings import text
from communique.charts import Chart, ChartMark
from communique.charts.chains import Link
from communique.charts.reactions import _marks
from communique.coding.codes import plover
from communique.questions.keys import load_keys

#: The ladder's rung of an event, by its PLOVER code.
RUNGS = {"COOPERATE": "help", "AID": "help", "AGREE": "friendly", "ACCUSE": "disapproval", "THREATEN": "threat"}
PLACED = {"vow": "E02", "munitions": "E09", "condemns": "E03", "warns": "E05", "other-help": "E07", "ukraine": "E14"}


def _network(article: Article, view: str | None = None) -> Chart:
    return reaction_network(article.reactions, article.events, article.actors, view=view)


def _answers(chart: Chart) -> dict[str, ChartMark]:
    """Reaction -> the mark of its answer."""
    return {mark.rows[0]: mark for mark in chart.marks if len(mark.rows) == 2}


@pytest.mark.parametrize("name", ["south-korea-2024", "beijing-2023"])
def test_every_answer_stands_right_of_what_it_answers(name: str) -> None:
    """Each reaction is drawn once, in the column behind its trigger and within the trigger's height."""
    article = load_article(name)
    chart = _network(article)
    answers, events = _answers(chart), {mark.rows[-1]: mark for mark in chart.marks}
    assert set(article.reactions.index) == set(answers)
    for row in article.reactions.itertuples():
        mark, trigger = answers[row.Index], events[row.answers_id]
        assert (row.event_id, trigger.column + 1) == (mark.rows[1], mark.column)
        assert trigger.line <= mark.line
        assert mark.line + mark.lines <= trigger.line + trigger.lines


def test_an_answer_says_its_tone_its_teller_and_what_is_contested(article: Article) -> None:
    """All that the chart needs to be read is at the marks."""
    answers = _answers(_network(article))
    assert ("negative · in words · threatened · told by Unnamed South Korean spokesperson", "contested") == (
        answers["R03"].note,
        answers["R03"].remark,
    )
    for row in article.reactions.itertuples():
        mark = answers[row.Index]
        deeds = "in words" if article.events.at[row.event_id, "quad_code"] in (1, 3) else "in deeds"
        assert mark.note.startswith(f"{row.tone} · {deeds}")
        assert row.contested == mark.remark.startswith("contested")


def test_the_most_answered_event_is_on_top_and_says_how_often(article: Article) -> None:
    """The remark at the picture and the sentence count the same."""
    chart = _network(article)
    assert ("Putin and Kim sign the agreement", "5 answers", 0, 0) == tuple(
        getattr(chart.marks[0], name) for name in ("text", "remark", "line", "column")
    )
    assert "Most answered: Putin and Kim sign the agreement (5 answers)." in chart.summary


def test_the_table_behind_the_network_has_every_tie(article: Article) -> None:
    """Each reaction is a row under the same heads, with its own id and those of its events."""
    chart = _network(article)
    assert [[r.Index, r.event_id, r.answers_id] for r in article.reactions.itertuples()] == [
        row["rows"] for row in chart.rows
    ]


def test_each_party_has_its_own_telling(article: Article) -> None:
    """All ties first, then the parties by the alphabet, each with the ties that its own actors tell and no others."""
    charts = reaction_networks(article.reactions, article.events, article.actors)
    told = {title: [row["name"] for row in chart.rows] for title, chart in charts.items()}
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
    chart = _network(article, country)
    assert (text("network", "not-told", party=name), ()) == (chart.summary, chart.marks)


def test_a_party_that_there_is_not_is_refused_in_words(article: Article) -> None:
    """The message lists the parties."""
    with pytest.raises(CommuniqueError, match=r"'FRA'.*\n?.*KOR"):
        _network(article, "FRA")


def test_empty_tables_give_a_sentence(article: Article) -> None:
    """An article without reactions is no error, and has one picture."""
    none = article.reactions.iloc[:0]
    (chart,) = reaction_networks(none, article.events, article.actors).values()
    assert ("There are no reactions to show.", (), ()) == (chart.summary, chart.rows, chart.marks)
    assert () == reaction_network(article.reactions, article.events.iloc[:0], article.actors).marks


def test_an_event_that_nothing_answers_is_left_out(article: Article) -> None:
    """Only what answers or is answered is drawn; a tie to an event that is not in the table is left out as well."""
    assert "E20" not in {row for mark in _network(article).marks for row in mark.rows}
    fewer = reaction_network(article.reactions, article.events.drop("E01"), article.actors)
    assert {"R04", "R05", "R08", "R09", "R10", "R11", "R12"} == set(_answers(fewer))


def test_answers_in_a_circle_and_answers_to_two_things_are_drawn_all_the_same(article: Article) -> None:
    """Each tie is drawn once, and nothing runs in a circle."""
    ends = [("E02", "E01"), ("E01", "E02"), ("E03", "E01"), ("E03", "E02"), ("E04", "E03")]
    links = [Link(f"R{n}", answer, trigger, "neutral", "", False) for n, (answer, trigger) in enumerate(ends)]
    drawn = [mark.rows for mark in _marks(links, article.events, article.actors) if len(mark.rows) == 2]
    assert [(link.reaction_id, link.answer) for link in links] == sorted(drawn)


@pytest.mark.parametrize("wrong", ["reactions", "events", "actors"])
def test_a_table_of_another_kind_is_refused_in_words(wrong: str, article: Article) -> None:
    """The message says which table the chart needs."""
    tables: dict[str, pd.DataFrame] = {name: getattr(article, name) for name in ("reactions", "events", "actors")}
    with pytest.raises(CommuniqueError, match=rf"article\.{wrong}"):
        reaction_network(**{**tables, wrong: article.paragraphs})


def test_a_coding_without_the_column_is_the_reporters_telling(good_article: Path) -> None:
    """`according_to` may be left out: then the report itself tells the tie, and no party has a telling."""
    path = good_article / "reactions.csv"
    path.write_text(path.read_text().replace("according_to,", "").replace("A04,", "").replace("reporter,", ""))
    found = load_article(good_article)
    assert ["", ""] == found.reactions["according_to"].tolist()
    assert {"the report itself"} == {row["cells"][2] for row in _network(found).rows}


def test_the_ladders_key_is_plovers(article: Article) -> None:
    """Each step of the lesson stands on the rung of its event's PLOVER code, and what happened in deeds is done."""
    events = article.events
    places = load_keys("codebook")["escalation"].pairs
    for option, event in PLACED.items():
        row = events.loc[event]
        lane = "done" if plover()[row["event"], row["mode"]].quad_code in (2, 4) else "said"
        assert f"{lane}/{RUNGS.get(row['event'], 'force')}" in places[option], option
    assert set(PLACED) == set(places)
