"""A headline beside the report: facts kept, dropped, sharpened, softened and denied, words added, and no surprises."""

from __future__ import annotations

import pytest
from communique.base.places import lessons_folder
from communique.base.yaml_files import read_yaml
from communique.coding.article import CodedArticle
from communique.tools.framing.headlines import DENIED, DROPPED, KEPT, OUTCOMES, SOFTER, SURER, Comparison, Yardstick
from hypothesis import given
from hypothesis import strategies as st

CONTENT = read_yaml(lessons_folder() / "framing" / "headline-workshop.yml")
WEAPONS = "weapons-for-ukraine"


@pytest.fixture(scope="module")
def yardstick(coded: CodedArticle) -> Yardstick:
    """The lesson's facts and words, and the report's texts."""
    return Yardstick(CONTENT, [paragraph.text for paragraph in coded.paragraphs])


def _outcome(comparison: Comparison, fact: str) -> str:
    (told,) = [told for told in comparison.told if told.fact.id == fact]
    return told.outcome


@pytest.mark.parametrize(
    ("headline", "outcome"),
    [
        ("South Korea would consider giving weapons to Ukraine", KEPT),
        ("Seoul may arm Kyiv", KEPT),
        ("SEOUL MIGHT ARM UKRAINE!!!", KEPT),
        ("Seoul threatens to arm Ukraine", KEPT),
        ("Warning from Seoul: arms for Kyiv", KEPT),
        ("Arms for Ukraine, Seoul warns", KEPT),
        ("Weapons for Ukraine: Seoul weighs a step", KEPT),
        ("Seoul could send wepaons to Ukraine", KEPT),
        ("South Korea’s president thinks about weapons for Ukraine", KEPT),
        ("Seoul may take a step it has never taken: arming Ukraine", KEPT),
        ("Seoul to arm Ukraine", SURER),
        ("Seoul arms Ukraine", SURER),
        ("Seoul will arm Ukraine", SURER),
        ("Seoul warns it will arm Ukraine", SURER),
        ("Seoul arms Ukraine and may do more", SURER),
        ("Seoul may protest. It arms Ukraine", SURER),
        ("South Korea will NOT arm Ukraine", DENIED),
        ("Seoul won't arm Ukraine", DENIED),
        ("Seoul won’t arm Ukraine over pact", DENIED),
        ("Seoul does not want to arm Ukraine", DENIED),
        ("No weapons for Ukraine, says Seoul", DENIED),
        ("Seoul refuses to arm Ukraine", DENIED),
        ("Seoul has never armed Ukraine", DROPPED),
        ("Seoul may arm", DROPPED),
        ("Moscow may arm Ukraine", DROPPED),
        ("Сеул может вооружить Украину", DROPPED),
        ("한국이 우크라이나에 무기를", DROPPED),
        ("", DROPPED),
        ("  \n ", DROPPED),
        ("😀", DROPPED),
    ],
)
def test_weapons_are_told_as_surely_as_the_words_say(headline: str, outcome: str, yardstick: Yardstick) -> None:
    """A "may" in the right place keeps the fact, none sharpens it, a "not" denies it."""
    assert outcome == _outcome(yardstick.compare(headline), WEAPONS)


@pytest.mark.parametrize(
    ("headline", "fact", "outcome"),
    [
        ("Seoul denounces Moscow's treaty with Pyongyang", "condemned", KEPT),
        ("Seoul may condemn the pact", "condemned", SOFTER),
        ("Seoul does not condemn the pact", "condemned", DENIED),
        ("Seoul condemns pact, may arm Ukraine", "condemned", KEPT),
        ("Putin and Kim sign treaty", "signed", KEPT),
        ("Putin and Kim reportedly sign treaty", "signed", SOFTER),
        ("Pact breaks UN resolutions", "resolutions", SURER),
        ("Pact breaks UN resolutions, says Seoul", "resolutions", KEPT),
        ("Russia and North Korea stand by each other", "mutual-aid", SURER),
        ("Russia and North Korea stand by each other if invaded", "mutual-aid", KEPT),
        ("Seoul has never armed Ukraine", "no-weapons-yet", KEPT),
        ("No room for closed blocs, says Putin", "security", KEPT),
        ("Pyongyang stands behind Moscow's operation", "kim-support", KEPT),
    ],
)
def test_other_facts_are_held_by_the_same_measure(headline: str, fact: str, outcome: str, yardstick: Yardstick) -> None:
    """A fact that is told as done can be softened; a claim of a speaker needs its speaker; a condition its "if"."""
    assert outcome == _outcome(yardstick.compare(headline), fact)


def test_the_reports_own_headline_names_four_facts(yardstick: Yardstick, coded: CodedArticle) -> None:
    """What the lesson says of it is so: four of sixteen, none surer, and no word that is not in the report."""
    found = yardstick.compare(coded.headline)
    assert ("signed", "mutual-aid", "condemned", WEAPONS) == found.facts(KEPT)
    assert 16 == len(found.told)
    assert 12 == len(found.facts(DROPPED))
    assert ((), (), ()) == (found.added, found.loaded, found.read_as)


def test_every_fact_can_be_kept_by_its_own_sentence(yardstick: Yardstick) -> None:
    """Whoever copies a fact into a headline has kept it."""
    lost = {f.id: _outcome(yardstick.compare(f.text), f.id) for f in yardstick.facts}
    assert {} == {name: outcome for name, outcome in lost.items() if outcome != KEPT}


@pytest.mark.parametrize(
    ("headline", "added"),
    [
        ("Seoul condemns the pact", ()),
        ("Seoul was condemning a treaty", ()),
        ("Furious Seoul slams regime's pact", ("slams", "regime's")),
        ("Seoul condemns pact 😀 in 2031", ("😀", "2031")),
        ("Seoul <script>alert(1)</script>", ("script", "alert", "1")),
        ("Сеул Сеул", ("Сеул",)),
        ("Seoul condems the defense pact", ()),
    ],
)
def test_words_that_the_report_does_not_have_are_told(
    headline: str, added: tuple[str, ...], yardstick: Yardstick
) -> None:
    """Each once, as it was written; forms of the report's words, plain synonyms and slips of the pen are none."""
    assert added == yardstick.compare(headline).added


def test_loaded_words_are_told_with_their_owner(yardstick: Yardstick) -> None:
    """A word of a speaker has its owner, and it is told whether it stands in quotation marks."""
    found = yardstick.compare("Seoul slams 'absurd' pact, Kim sees special military operation").loaded
    assert ["slams", "absurd", "special military operation"] == [entry.text for entry in found]
    assert [False, True, False] == [entry.quoted for entry in found]
    assert ["", "paragraph 9", "paragraph 6"] == [entry.charged.whose[-11:] for entry in found]


def test_a_misspelt_word_is_told_as_it_was_read(yardstick: Yardstick) -> None:
    """Nothing is read differently in silence."""
    assert (("weapns", "weapons"),) == yardstick.compare("Seoul may send weapns to Ukraine").read_as


def test_a_headline_in_another_language_is_called_strange(yardstick: Yardstick) -> None:
    """The page can then say that it knows English only."""
    assert [True, True, False, False] == [
        yardstick.compare(headline).strange
        for headline in ("Сеул осуждает пакт", "서울은 협정을 비난한다", "Seoul condemns pact", "")
    ]


def test_a_headline_of_ten_thousand_characters_is_compared(yardstick: Yardstick) -> None:
    """Whoever pastes a whole report gets an answer, and it is the same as for its first sentence."""
    long = ("Seoul may arm Ukraine. " * 500)[:10_000]
    assert yardstick.compare("Seoul may arm Ukraine").facts(KEPT) == yardstick.compare(long).facts(KEPT)


def test_without_content_there_are_no_facts() -> None:
    """A lesson whose workshop is empty yet works."""
    found = Yardstick({}, []).compare("Seoul may arm Ukraine")
    assert ((), ("Seoul", "may", "arm", "Ukraine")) == (found.told, found.added)


MIXED = st.lists(
    st.sampled_from(["Seoul", "not", "may", "arm", "Ukraine", ",", "pact", '"', "and", "🔥", "<b>", "absurd", "한국"])
    | st.text(max_size=8),
    max_size=40,
).map(" ".join)


@given(st.text(max_size=400) | MIXED)
def test_no_headline_is_too_strange(yardstick: Yardstick, headline: str) -> None:
    """Nothing raises; every fact has one outcome, in order; the pieces are the headline; and it is always the same."""
    found = yardstick.compare(headline)
    assert [fact.id for fact in yardstick.facts] == [told.fact.id for told in found.told]
    assert sorted(fact.id for fact in yardstick.facts) == sorted(n for o in OUTCOMES for n in found.facts(o))
    assert headline == "".join(piece.text for piece in found.pieces)
    assert {"fact", "loaded", "added"} >= {name for piece in found.pieces for name in piece.names}
    assert all(bool(told.words) == (told.outcome != DROPPED) for told in found.told)
    assert found == yardstick.compare(headline)
