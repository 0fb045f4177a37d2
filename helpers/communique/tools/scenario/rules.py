"""Words of a clause under facts that somebody sets: which are met, whom they bind, and what may be argued.

The rules are content (lessons/<lesson>/scenario.yml). The first rule that fits decides; no reading is the right one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from ...base.errors import CommuniqueError
from ...base.nearest import meant
from ...coding.pointers import Pointer

STATUSES = ("met", "not-met", "open")
#: The status of words whose rules need a fact that is not set yet.
WAITS = "waits"
KINDS = ("condition", "duty", "limit", "right")
LEANS = ("for", "against", "between")


@dataclass(frozen=True)
class Rule:
    """What holds when facts and clauses are as in `when` (name -> the values that fit; empty: always).

    For words `is_` is their status, `says` what is said in place of the usual word for it, and `text` the reason;
    for a reading `is_` is where it leans, `text` what is argued, and `rests_on` the words it is argued from.
    """

    when: Mapping[str, tuple[str, ...]]
    is_: str
    text: str
    says: str = ""
    rests_on: tuple[str, ...] = ()

    def filled(self, names: Mapping[str, str]) -> Self:
        return replace(self, text=named(self.text, names), says=named(self.says, names))


@dataclass(frozen=True)
class FactQuestion:
    """A question about the facts, and its values: id -> text."""

    id: str
    ask: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Provision:
    """Exact words of the article (`pointer`) or of an outside fact (`outside_fact`), and the rules for their status."""

    id: str
    text: str
    kind: str
    words: str
    binds: str
    rules: tuple[Rule, ...]
    turns_on: tuple[str, ...]
    pointer: Pointer | None = None
    outside_fact: str = ""


@dataclass(frozen=True)
class Scenario:
    """Facts, texts, words, voices; `names` says what {attacked} and the like mean, by the value of `named_by`."""

    note: str
    facts: Mapping[str, FactQuestion]
    named_by: str
    names: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, tuple[str, str]]
    clauses: Mapping[str, Provision]
    voices: Mapping[str, tuple[str, tuple[Rule, ...]]]
    cases: Mapping[str, tuple[str, Mapping[str, str]]]


@dataclass(frozen=True)
class Evaluation:
    """The rule that decides each clause (None: it waits for a fact); once every fact is set, what each voice argues.

    `names` are filled in everywhere; `missing` are the facts that are not set. Where a reading leans is never shown.
    """

    findings: Mapping[str, Rule | None]
    readings: Mapping[str, Rule]
    missing: tuple[str, ...]
    names: Mapping[str, str]


def known_facts(scenario: Scenario, kept: Any) -> dict[str, str]:
    """Of what somebody set once, all that the scenario still has."""
    values = {name: kept.get(name) for name in scenario.facts} if isinstance(kept, dict) else {}
    return {n: v for n, v in values.items() if isinstance(v, str) and v in scenario.facts[n].values}


def evaluate(scenario: Scenario, facts: Mapping[str, str]) -> Evaluation:
    """What becomes of the words under these facts (some may be missing), and what may be argued.

    A clause waits where a fact is missing that would decide; the voices are read once no fact is missing.
    """
    for name, value in facts.items():
        fact = scenario.facts.get(name)
        if fact is None:
            raise _unknown("fact", name, scenario.facts)
        if value not in fact.values:
            raise _unknown(f"value of the fact '{name}'", value, fact.values)
    names = scenario.names.get(facts.get(scenario.named_by, ""), scenario.names[""])
    known = dict(facts)
    findings: dict[str, Rule | None] = {}
    for clause in scenario.clauses.values():
        rule = _first(clause.rules, known)
        findings[clause.id] = rule and rule.filled(names)
        if rule:
            known[clause.id] = rule.is_
    missing = tuple(name for name in scenario.facts if name not in facts)
    voices = {} if missing else {voice: _first(rules, known) for voice, (_, rules) in scenario.voices.items()}
    readings = {voice: rule.filled(names) for voice, rule in voices.items() if rule}
    return Evaluation(findings, readings, missing, names)


def _first(rules: Collection[Rule], known: Mapping[str, str]) -> Rule | None:
    """The first rule that fits; None as soon as one might fit, but for what is not known yet."""
    for rule in rules:
        if any(name in known and known[name] not in values for name, values in rule.when.items()):
            continue
        return rule if all(name in known for name in rule.when) else None
    return None


def named(text: str, names: Mapping[str, str]) -> str:
    """The text with its names filled in: {helper}, and {Helper} at the beginning of a sentence."""
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value).replace(f"{{{name.capitalize()}}}", value[:1].upper() + value[1:])
    return text


def _unknown(what: str, name: str, known: Collection[str]) -> CommuniqueError:
    return CommuniqueError(f"There is no {what} '{name}'.", meant(str(name), known, "Choose one of"))
