"""A scenario is read as its author wrote it, and a slip is told with the entry it is in."""

from __future__ import annotations

import pytest
import yaml
from communique import CommuniqueError
from communique.base.errors import FaultsError
from communique.base.yaml_files import YamlEntry
from communique.coding.pointers import Pointer
from communique.tools.scenario.reading import read_scenario
from communique.tools.scenario.rules import evaluate

EXAMPLE = """
note: Made up.
facts:
  - {id: who, ask: "Who was hit?", values: [{id: a, text: Avaland}, {id: b, text: Borland}]}
  - {id: storm, ask: "Was there a storm?", values: [{id: yes, text: "Yes"}, {id: no, text: "No"}]}
names:
  fact: who
  unset: {hit: the one, helper: the other}
  values: {a: {hit: Avaland, helper: Borland}, b: {hit: Borland, helper: Avaland}}
texts: [{id: pact, title: The pact}]
clauses:
  - id: if-storm
    text: pact
    kind: condition
    paragraph: p1
    words: if a storm
      comes
    binds: nobody
    status:
      - {when: {storm: yes}, is: met, because: "{Hit} has a storm."}
      - {is: not-met, because: No storm.}
  - id: help
    text: pact
    kind: duty
    source: some-source
    words: shall help
    binds: "{helper}"
    status:
      - {when: {if-storm: [met, open]}, is: met, says: has begun, because: It has.}
      - {is: open, because: Not yet.}
voices:
  - id: asks
    who: One who asks
    readings:
      - {when: {help: met}, leans: for, says: "{helper} has to come.", rests_on: [help]}
      - {leans: between, says: Let us wait., rests_on: [if-storm, help]}
cases:
  - {id: calm, title: A calm day, facts: {storm: no}}
"""


def _read(text: str = EXAMPLE):
    return read_scenario(YamlEntry(yaml.safe_load(text), "lessons/mine/scenario.yml"))


def test_a_scenario_is_read_as_it_was_written() -> None:
    """Words keep their place, a bare yes is a yes, and each clause knows the facts that it turns on."""
    scenario = _read()
    assert Pointer("p1", "if a storm comes") == scenario.clauses["if-storm"].pointer
    assert (None, "some-source") == (scenario.clauses["help"].pointer, scenario.clauses["help"].outside_fact)
    assert [("storm",), ("storm",)] == [clause.turns_on for clause in scenario.clauses.values()]
    assert {"yes": "Yes", "no": "No"} == scenario.facts["storm"].values
    assert {"calm": ("A calm day", {"storm": "no"})} == scenario.cases


def test_the_first_rule_that_fits_decides() -> None:
    """Names are filled in, and a rule may ask for the status of words above."""
    outcome = evaluate(_read(), {"who": "b", "storm": "yes"})
    assert ["Borland has a storm.", "It has."] == [rule.text for rule in outcome.findings.values()]
    assert ("has begun", "Avaland") == (outcome.findings["help"].says, outcome.names["helper"])
    assert ["Avaland has to come."] == [reading.text for reading in outcome.readings.values()]


def test_words_wait_for_the_fact_that_decides() -> None:
    """Without the fact there is no status and no reading, and the missing fact is named."""
    outcome = evaluate(_read(), {"who": "a"})
    assert {"if-storm": None, "help": None} == outcome.findings
    assert ({}, ("storm",)) == (outcome.readings, outcome.missing)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("note: Made up.\n", "", "lessons/mine/scenario.yml, field note: the field is missing"),
        ("    words: if a storm\n      comes\n", "", "clause if-storm, field words: the field is missing"),
        ("    paragraph: p1\n", "", "clause if-storm, field paragraph: the field is missing"),
        (
            "kind: duty",
            "kind: duy",
            "clause help, field kind: 'duy' is not known; nearest: 'duty'; one of: condition, duty",
        ),
        ("text: pact\n    kind: duty", "text: pakt\n    kind: duty", "clause help, field text: 'pakt' is not known"),
        ("{storm: yes}", "{strom: yes}", "clause if-storm, status 1, field when: 'strom' is not known"),
        ("{storm: yes}", "{storm: maybe}", "clause if-storm, status 1, when, field storm: 'maybe' is not known"),
        ("{storm: yes}", "{help: met}", "clause if-storm, status 1, field when: 'help' is not known"),
        ("is: not-met", "is: unmet", "clause if-storm, status 2, field is: 'unmet' is not known"),
        (
            "{is: not-met,",
            "{when: {storm: no}, is: not-met,",
            "clause if-storm, field status: the last entry has a 'when'",
        ),
        ("leans: for", "leans: to", "voice asks, readings 1, field leans: 'to' is not known"),
        (
            "rests_on: [help]",
            "rests_on: [hlp]",
            "voice asks, readings 1, field rests_on: 'hlp' is not known; nearest: 'help'",
        ),
        (", rests_on: [help]", "", "voice asks, readings 1, field rests_on: the field is missing"),
        ("id: help\n", "id: if-storm\n", "clause if-storm, field id: the id 'if-storm' is in an entry before"),
        ("id: help\n", "id: storm\n", "clause storm, field id: a fact has this id; give the clause an id of its own"),
        ("fact: who", "fact: woh", "names, field fact: 'woh' is not known; nearest: 'who'"),
        ("b: {hit: Borland, helper: Avaland}", "c: {hit: Borland}", "names, values, field b: the field is missing"),
        ("facts: {storm: no}", "facts: {storm: often}", "case calm, facts, field storm: 'often' is not known"),
    ],
)
def test_a_slip_is_told_with_its_place(old: str, new: str, said: str) -> None:
    """The message names the file, the entry and the field, and says what to write."""
    assert 1 <= EXAMPLE.count(old)
    with pytest.raises(CommuniqueError) as caught:
        _read(EXAMPLE.replace(old, new, 1))
    assert said in caught.value.what
    assert caught.value.next_step


def test_all_slips_are_told_at_once() -> None:
    """A slip in a clause does not hide one in a voice or in a case."""
    text = EXAMPLE.replace("kind: duty", "kind: duy").replace("leans: for", "leans: to").replace("{storm: no}}", "3}")
    with pytest.raises(FaultsError) as caught:
        _read(text)
    assert ["case calm, facts", "clause help", "voice asks, readings 1"] == sorted(f.entry for f in caught.value.faults)
