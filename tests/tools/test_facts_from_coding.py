"""Facts for the headline workshop from a coding: an accepted event each, named by who acts and what is done."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.loading import load_coded
from communique.course.lesson_key import LessonKey
from communique.tools.framing.facts_from_coding import MOST_FACTS, facts_from_coding
from communique.tools.framing.headlines import Yardstick
from communique.widgets.tools.headline_workshop import HeadlineWorkshop, _small_words

ARTICLE = load_coded("beijing-2023")
SMALL = _small_words()
FACTS = facts_from_coding(ARTICLE, SMALL)


def _yardstick() -> Yardstick:
    return Yardstick({"facts": FACTS, "language": "english"}, [p.text for p in ARTICLE.paragraphs])


def test_facts_stand_where_they_say_and_in_the_articles_order() -> None:
    """No more than sixteen, each with words of the article, in its order."""
    places = [fact.evidence[0] for fact in _yardstick().facts]
    spans = [(int(p.paragraph.removeprefix("p")), ARTICLE.place_of(p)) for p in places]
    assert 8 <= len(FACTS) <= MOST_FACTS
    assert spans == sorted(spans)


def test_a_headline_names_who_acts_and_what_is_done() -> None:
    """A headline keeps a fact whose parties and deed it names; the parties alone are not enough."""
    agreed = _yardstick().compare("Saudi Arabia and Iran agree to resume diplomatic relations")
    assert "E01" in agreed.facts("kept")
    assert "E01" not in _yardstick().compare("Saudi Arabia and Iran").facts("kept", "surer", "softer")


def test_what_is_only_agreed_needs_a_word_that_says_so() -> None:
    """Without such a word a headline tells it more surely than the article."""
    surer = _yardstick().compare("Saudi Arabia and Iran open embassies again")
    careful = _yardstick().compare("Saudi Arabia and Iran agree to open embassies again")
    assert "E03" in surer.facts("surer")
    assert "E03" in careful.facts("kept")


def test_drafts_and_denials_are_no_facts() -> None:
    """What nobody accepted is left out, and so is what is denied; without any event the workshop says so."""
    assert "E20" not in [fact["id"] for fact in FACTS]
    article = replace(ARTICLE, events=tuple(replace(event, status="draft") for event in ARTICLE.events))
    assert [] == facts_from_coding(article, SMALL)
    assert "no-headlines" == HeadlineWorkshop.lacks(LessonKey("framing", "x"), article)
    assert "" == HeadlineWorkshop.lacks(LessonKey("framing", "x"), ARTICLE)


def test_pronouns_name_nobody() -> None:
    """A headline with "he" in it names no actor."""
    names = {name.casefold() for fact in FACTS for name in fact["named_by"]["who"]}
    assert set() == names & {"he", "it", "they", "his", "we"}
