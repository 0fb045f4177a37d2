"""A scenario under every combination of facts: a status for all words, several readings, no party favoured."""

from __future__ import annotations

import itertools

import pytest
from communique import CommuniqueError
from communique.base.places import lessons_folder
from communique.base.yaml_files import YamlEntry, read_yaml
from communique.coding.outside_facts import cited
from communique.course.course import load_course
from communique.questions.keys import load_keys
from communique.tools.scenario.reading import read_scenario
from communique.tools.scenario.rules import (
    KINDS,
    LEANS,
    STATUSES,
    WAITS,
    Evaluation,
    Rule,
    evaluate,
    known_facts,
    named,
)
from hypothesis import given
from hypothesis import strategies as st

from ..some import some

CONTENT = read_yaml(lessons_folder() / "clause" / "scenario.yml")
SCENARIO = read_scenario(cited(YamlEntry(CONTENT, "scenario.yml"), load_course().article))
ALL = [
    dict(zip(SCENARIO.facts, values, strict=True))
    for values in itertools.product(*(fact.values for fact in SCENARIO.facts.values()))
]
PARTIES = ("Russia", "North Korea")
CLEAR = SCENARIO.cases["clear"][1]
some_facts = st.fixed_dictionaries({}, optional={n: st.sampled_from(list(f.values)) for n, f in SCENARIO.facts.items()})


@pytest.fixture(scope="module")
def outcomes() -> list[Evaluation]:
    """What comes of each combination, in the order of ALL."""
    return [evaluate(SCENARIO, facts) for facts in ALL]


def _swapped(text: str) -> str:
    first, second = PARTIES
    return text.replace(first, "\0").replace(second, first).replace("\0", second)


def _told(outcome: Evaluation) -> str:
    """Everything that the outcome says."""
    rules = [*outcome.findings.values(), *outcome.readings.values()]
    told = [(rule.is_, rule.text, rule.says, rule.rests_on) if rule else None for rule in rules]
    return repr((told, [named(clause.binds, outcome.names) for clause in SCENARIO.clauses.values()], outcome.missing))


def _mirrored(outcome: Evaluation) -> str:
    """The same, with the names of the two parties exchanged in every text."""
    return _swapped(_told(outcome))


def _mirror_facts(facts: dict[str, str]) -> dict[str, str]:
    other = {"russia": "north-korea", "north-korea": "russia"}
    return {name: other.get(value, value) for name, value in facts.items()}


def _status(facts: dict[str, str], clause: str) -> str:
    return _status_of(evaluate(SCENARIO, facts).findings[clause])


def _status_of(rule: Rule | None) -> str:
    return rule.is_ if rule else WAITS


def test_every_combination_of_facts_is_there() -> None:
    """The tests below look at all of them: the product of all values."""
    assert 5832 == len(ALL) == len({tuple(facts.values()) for facts in ALL})


def test_no_words_are_without_a_status(outcomes: list[Evaluation]) -> None:
    """Whatever is set, each clause is met, not met or open, with a reason and with whom it binds."""
    for outcome in outcomes:
        assert list(SCENARIO.clauses) == list(outcome.findings)
        assert {True} == {
            rule is not None and rule.is_ in STATUSES and bool(rule.text) for rule in outcome.findings.values()
        }
        binds = [named(clause.binds, outcome.names) for clause in SCENARIO.clauses.values()]
        assert all(binds) and "{" not in "".join(
            [*binds, *(rule.text + rule.says for rule in outcome.findings.values())]
        )


def test_there_are_at_least_two_readings_that_differ(outcomes: list[Evaluation]) -> None:
    """Never one verdict: each role speaks, no two say the same, and they do not all lean one way."""
    for outcome in outcomes:
        readings = outcome.readings.values()
        assert 3 == len(readings) == len({reading.text for reading in readings})
        assert len({reading.is_ for reading in readings}) >= 2
        assert not any("{" in reading.text for reading in readings)


def test_no_party_is_favoured(outcomes: list[Evaluation]) -> None:
    """With Russia and North Korea exchanged, everything is the same but for the two names."""
    for facts, outcome in zip(ALL, outcomes, strict=True):
        assert _mirrored(outcome) == _told(evaluate(SCENARIO, _mirror_facts(facts)))


@given(facts=some_facts)
def test_no_party_is_favoured_on_the_way(facts: dict[str, str]) -> None:
    """The same holds while facts are still missing."""
    assert _mirrored(evaluate(SCENARIO, facts)) == _told(evaluate(SCENARIO, _mirror_facts(facts)))


@given(facts=some_facts, more=some_facts)
def test_what_is_decided_stays_decided(facts: dict[str, str], more: dict[str, str]) -> None:
    """A fact that is set later never overturns a status, and words wait only for facts that they turn on."""
    before, after = evaluate(SCENARIO, facts), evaluate(SCENARIO, more | facts)
    for clause, old in before.findings.items():
        assert _status_of(old) in (WAITS, _status_of(after.findings[clause]))
        assert old or set(SCENARIO.clauses[clause].turns_on) - set(facts)
    assert bool(before.missing) == (before.readings == {})


@pytest.mark.parametrize("clause", SCENARIO.clauses)
def test_words_turn_on_the_facts_that_are_named(clause: str, outcomes: list[Evaluation]) -> None:
    """Each fact that is named beside some words changes what is said of them in some case, and no other does."""
    told = [(o.findings[clause].is_, o.findings[clause].says) for o in outcomes]
    turning = [name for name in SCENARIO.facts if _changes(name, told)]
    assert turning == list(SCENARIO.clauses[clause].turns_on)


def _changes(fact: str, told: list[tuple[str, str]]) -> bool:
    """Whether there are two combinations that differ in this fact alone and in what is told."""
    groups: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for facts, one in zip(ALL, told, strict=True):
        groups.setdefault(tuple(value for name, value in facts.items() if name != fact), set()).add(one)
    return any(len(group) > 1 for group in groups.values())


@pytest.mark.parametrize("voice", SCENARIO.voices)
def test_every_reading_can_be_heard(voice: str, outcomes: list[Evaluation]) -> None:
    """No reading stands in the file that no facts ever bring up."""
    _, rules = SCENARIO.voices[voice]
    heard = {(r.is_, r.rests_on, r.text) for r in (outcome.readings[voice] for outcome in outcomes)}
    names = [SCENARIO.names["russia"], SCENARIO.names["other"]]
    silent = [r.text for r in rules if not any((r.is_, r.rests_on, named(r.text, n)) in heard for n in names)]
    assert [] == silent


def test_readings_are_given_to_roles_and_never_to_states() -> None:
    """A role is described by its task, and no reading names a party except as the one attacked or the one who helps."""
    written = [(who, rule) for who, rules in SCENARIO.voices.values() for rule in rules]
    states = (*PARTIES, "Seoul", "Moscow", "Pyongyang", "Kyiv", "South Korea", "Ukraine", "United States", "China")
    assert [] == [(who, s) for who, rule in written for s in states if s in who or s in rule.text]
    assert {True} == {rule.is_ in LEANS and bool(rule.rests_on) for _, rule in written}
    assert set(KINDS) == {clause.kind for clause in SCENARIO.clauses.values()}


def test_the_cases_leave_open_who_was_attacked() -> None:
    """A case sets all facts but the one that would single out a party."""
    for _, facts in some(SCENARIO.cases.values()):
        assert {SCENARIO.named_by} == set(SCENARIO.facts) - set(facts)


def test_the_questions_of_the_lesson_agree_with_the_rules() -> None:
    """The right answers to the questions on the explorer are what the explorer shows."""
    clear = CLEAR | {"attacked": "russia"}
    changes = {
        "disputed": {"armed-attack": "disputed"},
        "nobody-knows": {"attacker": "unknown"},
        "struck-first": {"attacker": "began-it"},
        "not-told": {"told": "no"},
    }
    assert "met" == _status(clear, "must-help")
    taken = [name for name, change in changes.items() if _status(clear | change, "must-help") != "met"]
    assert sorted(taken) == sorted(load_keys("clause")["what-the-duty-turns-on"].right)
    statuses = list(map(_status_of, evaluate(SCENARIO, clear | {"armed-attack": "disputed"}).findings.values()))
    assert (13, 7) == (len(statuses), statuses.count("open"))


def _argued(facts: dict[str, str]) -> dict[str, str]:
    return {voice: reading.text for voice, reading in evaluate(SCENARIO, facts).readings.items()}


def test_an_invaded_country_that_is_not_at_war_leaves_the_duty_open() -> None:
    """War may be a second condition or what an invasion brings with it: nothing decides, and each lawyer has one."""
    facts = CLEAR | {"attacked": "russia", "at-war": "no"}
    assert "met" == _status(facts, "invaded")
    for words in ("finds-itself", "must-help", "published-case", "published-duty"):
        assert "open" == _status(facts, words)
    assert "War is what an invasion brings with it" in _argued(facts)["asks"]
    assert "as a second condition" in _argued(facts)["asked"]


def test_article_51_is_read_as_a_basis_and_as_a_limit() -> None:
    """Where it is disputed whether the help fits it, one lawyer reads a legal basis, and the other a limit."""
    argued = _argued(CLEAR | {"attacked": "russia", "charter": "disputed"})
    assert "its legal basis" in argued["asks"]
    assert "We read Article 51 in paragraph 8 as a limit" in argued["asked"]
    assert "If it is a limit" in _argued(CLEAR | {"attacked": "russia", "charter": "no"})["outside"]


def test_small_words_make_a_difference() -> None:
    """Where nobody knows who attacked, paragraph 7 is met and the published words are open."""
    facts = CLEAR | {"attacked": "north-korea", "attacker": "unknown"}
    assert ("met", "open") == (_status(facts, "invaded"), _status(facts, "published-case"))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"atacked": "russia"}, "There is no fact 'atacked'. Did you mean 'attacked'?"),
        ({"attacked": "rusia"}, "There is no value of the fact 'attacked' 'rusia'. Did you mean 'russia'?"),
    ],
)
def test_a_fact_that_is_none_is_told(facts: dict[str, str], said: str) -> None:
    """The message has the nearest name and the list."""
    with pytest.raises(CommuniqueError) as caught:
        evaluate(SCENARIO, facts)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("kept", [None, 7, [], "x", {"attacked": 3}, {"attacked": ["russia"], "no-such": "yes"}])
def test_what_was_kept_by_another_version_does_no_harm(kept: object) -> None:
    """Of an old or broken record only what is still known counts."""
    assert {} == known_facts(SCENARIO, kept)
    assert {"told": "no"} == known_facts(SCENARIO, {"told": "no", "attacked": "nobody"})
