"""What the framing lesson's workshop holds: facts that rest on words, and headlines that are fair and labelled."""

from __future__ import annotations

import itertools

import pytest
from communique.base.places import lessons_folder
from communique.base.yaml_files import read_yaml
from communique.coding.article import CodedArticle
from communique.coding.pointers import pointers_in
from communique.questions.reading import load_questions
from communique.tools.framing.headlines import SURER, Yardstick

CONTENT = read_yaml(lessons_folder() / "framing" / "headline-workshop.yml")
CONSTRUCTED = [*CONTENT["headlines"], *CONTENT["quoted"]]


@pytest.fixture(scope="module")
def yardstick(coded: CodedArticle) -> Yardstick:
    """The lesson's facts and words, and the report's texts."""
    return Yardstick(CONTENT, [paragraph.text for paragraph in coded.paragraphs])


def test_the_contents_words_stand_in_the_report(coded: CodedArticle) -> None:
    """Every fact rests on words of the report, and every loaded word with an owner on the words it stands in."""
    facts = {entry["id"]: pointers_in(entry["evidence"]) for entry in CONTENT["facts"]}
    owned = {entry["words"][0]: pointers_in(entry["evidence"]) for entry in CONTENT["charged"] if "whose" in entry}
    assert [] == [(name, p) for name, ps in [*facts.items(), *owned.items()] for p in ps if coded.place_of(p) is None]
    assert [] == [name for name, found in facts.items() if not found]


def test_no_word_is_listed_twice_as_loaded(yardstick: Yardstick) -> None:
    """A word of a headline is told once."""
    listed = [phrase for entry in yardstick.charged for phrase in set(entry.words)]
    assert len(listed) == len(set(listed))


def test_constructed_headlines_add_no_fact_by_chance(yardstick: Yardstick) -> None:
    """Each is constructed and a headline by the workshop's own rule; only the one that is meant to tells too much."""
    assert [True] * len(CONSTRUCTED) == [entry["constructed"] for entry in CONSTRUCTED]
    assert {entry["id"]: yardstick.compare(entry["text"]).facts(SURER) for entry in CONSTRUCTED} == {
        entry["id"]: ("weapons-for-ukraine",) if entry["id"] == "furious" else () for entry in CONSTRUCTED
    }
    assert [] == [entry["id"] for entry in CONSTRUCTED if len(entry["text"]) > 200]
    assert [] == [a["id"] for a, b in itertools.combinations(CONSTRUCTED, 2) if a["text"] == b["text"]]


def test_for_each_headline_that_favours_a_side_one_does_not() -> None:
    """The listed headlines lean towards and against in equal number, and one tries to be plain."""
    ways = [entry["leans"].split()[0] for entry in CONTENT["headlines"]]
    assert ["Towards", "Against"] * 4 + ["It"] == ways


def test_questions_quote_the_constructed_headlines_as_they_are() -> None:
    """A headline in a question is one of the workshop, letter for letter."""
    texts = {entry["text"] for entry in CONSTRUCTED}
    options = [option.text for option in load_questions("framing")["how-sure"].options]
    quoted = [option.split('"')[1] for option in options if option.endswith("(made up)")]
    assert 4 == len(quoted)
    assert set() == set(quoted) - texts
    prompt = load_questions("framing")["shield-leaves-out"].prompt
    assert prompt.split('"')[1] in texts
