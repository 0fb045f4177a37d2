"""How sure an event is, and which rows an article's events become."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest
from communique.coding.codes import CERTAINTY, CONTEXTS, FACTUALITY, event_names, plover
from communique.coding.schema import TABLES
from communique.drafting.draft.coder import draft_tables
from communique.drafting.lexicon.lexicons import package_lexicons
from hypothesis import given, settings
from hypothesis import strategies as st

from ..samples import samples


class Text(NamedTuple):
    """An article, as the draft coder takes it."""

    headline: str
    paragraphs: tuple[str, ...]
    published: dt.date | None = dt.date(2024, 6, 20)


def events(*paragraphs: str) -> list[dict[str, str]]:
    return draft_tables(Text("", paragraphs))["events"]


def names(tables: dict[str, list[dict[str, str]]], cell: str) -> list[str]:
    by_id = {row["actor_id"]: row["name"] for row in tables["actors"]}
    return [by_id[part.strip()] for part in cell.split("|") if part.strip()]


@pytest.mark.parametrize(
    ("sentence", "event", "certainty", "factuality"),
    [
        ("Ghana condemned Togo on Monday.", "ACCUSE", "happened", "CT+"),
        ("Ghana promised to help Togo.", "AGREE", "agreed", "CT+"),
        ("Ghana threatened to attack Togo.", "THREATEN", "threatened", "CT+"),
        ("Ghana did not attack Togo.", "ASSAULT", "denied", "CT-"),
        ("If Ghana attacks Togo, Mali helps.", "ASSAULT", "conditional", "Uu"),
        ('"If Ghana attacks Togo, we will respond," the minister said.', "ASSAULT", "conditional", "Uu"),
        ('The minister said: "If Ghana attacks Togo, we will respond."', "ASSAULT", "conditional", "Uu"),
        ("“Unless Ghana attacks Togo, we will wait,” the minister said.", "ASSAULT", "conditional", "Uu"),
        ('"Should Ghana attack Togo, we will respond," the minister said.', "ASSAULT", "conditional", "Uu"),
        ("Police investigated the alleged attack by Mali on Togo.", "ASSAULT", "conditional", "PR+"),
        ("Hardly a soldier of Ghana attacked Togo.", "ASSAULT", "denied", "CT-"),
        ("Not one minister of Ghana condemned Togo.", "ACCUSE", "denied", "CT-"),
        ("Not only Ghana attacked Togo.", "ASSAULT", "happened", "CT+"),
        ("Never has Peru attacked Chile.", "ASSAULT", "denied", "CT-"),
        ("Rarely has Ghana attacked Togo.", "ASSAULT", "denied", "CT-"),
        ("Nor did Mali condemn Togo.", "ACCUSE", "denied", "CT-"),
        ("Seldom heard, Ghana condemned Togo.", "ACCUSE", "happened", "CT+"),
        ("Ghana never slept and has condemned Togo.", "ACCUSE", "happened", "CT+"),
    ],
)
def test_the_words_around_an_event_decide(sentence: str, event: str, certainty: str, factuality: str) -> None:
    """Promises are agreed, threats threatened, what is negated denied, what hangs on an if conditional."""
    row = next(row for row in events(sentence) if row["event"] == event)
    assert (certainty, factuality) == (row["certainty"], row["factuality"])


@pytest.mark.parametrize(
    ("sentence", "day", "certainty", "factuality"),
    [
        ("The president of Ghana travels to Rome on Friday.", "2024-06-21", "agreed", "PR+"),
        ("Envoys from Ghana and Togo meet on Saturday.", "2024-06-22", "agreed", "PR+"),
        ("Talks between Ghana and Togo resume on Sunday.", "2024-06-23", "agreed", "PR+"),
        ("Talks between Ghana and Togo will resume on Sunday.", "2024-06-23", "agreed", "PR+"),
        ("Ghana and Togo are meeting on Monday.", "2024-06-24", "agreed", "PR+"),
        ("Ghana and Togo meet on Thursday.", "2024-06-20", "agreed", "PR+"),
        ("The president of Ghana arrives in Togo next week.", "FUTURE_REF", "agreed", "PR+"),
        ("The minister of Ghana visits Togo the coming week.", "FUTURE_REF", "agreed", "PR+"),
        ("If Ghana and Togo meet on Saturday, Mali wins.", "2024-06-22", "conditional", "Uu"),
        ("Ghana and Togo met on Thursday.", "2024-06-20", "happened", "CT+"),
        ("Talks between Ghana and Togo resumed on Sunday.", "2024-06-16", "happened", "CT+"),
        ("Kenya bans maize from Togo on Monday.", "2024-06-17", "happened", "CT+"),
        ("Ghana backs the plan of Togo for next week.", "FUTURE_REF", "happened", "CT+"),
    ],
)
def test_a_present_tense_with_a_day_to_come_tells_a_plan(
    sentence: str, day: str, certainty: str, factuality: str
) -> None:
    """It is as sure as with "will"; a day that is over has happened, and who backs a plan does so now."""
    (row,) = events(sentence)
    assert (day, certainty, factuality) == (row["timex"], row["certainty"], row["factuality"])


def test_the_deed_inside_a_threat_is_a_row_of_its_own() -> None:
    """The threat was made; the attack it holds out was not, and it belongs to the threat."""
    threat, deed = events("Ghana threatened to attack Togo.")
    assert ("THREATEN", "threatened", "") == (threat["event"], threat["certainty"], threat["part_of"])
    assert ("ASSAULT", "conditional", threat["event_id"]) == (deed["event"], deed["certainty"], deed["part_of"])


def test_what_somebody_says_is_told_by_him() -> None:
    """An event inside a statement is as sure as its speaker, and the row names him."""
    tables = draft_tables(Text("", ("Togo's president said that Ghana had attacked Mali.",)))
    attack = next(row for row in tables["events"] if row["event"] == "ASSAULT")
    assert attack["certainty_of"] == attack["reported_by"] != "reporter"
    assert ["Ghana"] == names(tables, attack["actor_ids"])
    assert ["Mali"] == names(tables, attack["recipient_ids"])


def test_a_passive_that_hides_who_acts_gets_an_actor_without_a_name() -> None:
    """Nobody is named, so the row says so; the evidence is the verb."""
    tables = draft_tables(Text("", ("Two reporters were arrested in Togo.",)))
    (arrest,) = tables["events"]
    assert ["Not named"] == names(tables, arrest["actor_ids"])


def test_all_whom_an_article_does_not_name_are_one_row() -> None:
    """Its words are the first such verb; where the sentence tells who did it, that verb is none."""
    told = ("Two nuns were hurt when the army bombed Lomar.", "Two reporters were arrested.", "A man was killed.")
    tables = draft_tables(Text("", told))
    (unnamed,) = [row for row in tables["actors"] if row["name"] == "Not named"]
    assert ("p2", "were arrested") == (unnamed["paragraph"], unnamed["words"])
    acting = [names(tables, row["actor_ids"]) for row in tables["events"]]
    assert [["Not named"], ["Not named"]] == acting[-2:]
    assert ["Not named"] not in acting[:-2]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Mali was asked to resign.", "Mali"),
        ("Two ministers were urged to stay home.", "Two ministers"),
        ("The court was told to stop the election.", "Court"),
        ("Two ministers were asked about the election.", ""),
        ("Two ministers were asked whether they would stay.", ""),
    ],
)
def test_what_somebody_was_asked_to_do(text: str, asked: str) -> None:
    """An appeal by somebody who is not named; a question is none."""
    tables = draft_tables(Text("", (text,)))
    appeals = [names(tables, row["recipient_ids"]) for row in tables["events"] if row["event"] == "REQUEST"]
    assert appeals == ([[asked]] if asked else [])


def test_a_day_comes_from_the_words_or_is_that_of_publication() -> None:
    """Words of time give the day; a verbal conflict without them is of the report's own day, and the rule says so."""
    attack, blame = events("Ghana attacked Togo on Monday.", "Mali condemned Ghana.")
    assert ("2024-06-17", "Monday") == (attack["timex"], attack["time_words"])
    assert ("2024-06-20", "") == (blame["timex"], blame["time_words"])
    assert "no day is given" in blame["rule"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Togo attacked Mali on Monday. The following day, Mali attacked Togo.", ["2024-06-17", "2024-06-18"]),
        ("Togo attacked Mali on 3 May. Two days later, Mali attacked Togo.", ["2024-05-03", "2024-05-05"]),
        ("Togo attacked Mali on Monday. A day later Mali attacked Togo.", ["2024-06-17", "2024-06-18"]),
        ("Togo attacked Mali on Monday. The same day Mali attacked Togo.", ["2024-06-17", "2024-06-17"]),
        ("The king said on Tuesday he would meet Togo the next day.", ["2024-06-19"]),
        ("The following day, Togo attacked Mali.", [""]),
        ("Togo will attack Mali later.", ["FUTURE_REF"]),
        ("Togo later attacked Mali.", [""]),
    ],
)
def test_some_days_count_from_the_day_named_before(text: str, days: list[str]) -> None:
    """In the same paragraph; where none was named, they name no day, and "later" says nothing of what is past."""
    assert days == [row["timex"] for row in events(text)]


def test_every_row_is_a_draft_with_a_rule_and_a_label() -> None:
    """A label in plain words, the rule with its words, and the status draft."""
    (row,) = events("Ghana condemned Togo.")
    assert "Ghana: condemned Togo" == row["label"]
    assert row["rule"].startswith("verb: condemned")
    assert "draft" == row["status"]
    assert list(TABLES["events"].known_columns) == list(row)


def test_modal_words_have_steps_of_the_ladder() -> None:
    """Every word of modality.csv leads to a step and a value that a coding may use."""
    rows = package_lexicons().rows("modality")
    assert {row["stands"] for row in rows} == {"before", "near", "clause", "governs", "asks"}
    assert {row["certainty"] for row in rows} <= {*CERTAINTY, ""}
    assert {row["factuality"] for row in rows} <= set(FACTUALITY)


WORDS = (
    "Ghana Togo the president said that would not if attack attacked on Monday promised to help threatened \" ' , . ; "
    ": – and who was by talks between it they sanctions imposed must of in"
)


@given(st.lists(st.lists(st.sampled_from(WORDS.split()), max_size=30), max_size=4))
@settings(max_examples=samples(100), deadline=None)
def test_no_article_is_too_odd(paragraphs: list[list[str]]) -> None:
    """Any order of words gives rows that the tables take."""
    for row in events(*(" ".join(words) for words in paragraphs)):
        assert (row["event"], row["mode"]) in plover()
        assert row["event"] in event_names()
        assert row["certainty"] in CERTAINTY
        assert row["actor_ids"]
        assert row["words"]
        assert {c for c in row["contexts"].split(" | ") if c} <= set(CONTEXTS)
