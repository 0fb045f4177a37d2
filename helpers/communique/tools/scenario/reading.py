"""A lesson's scenario.yml, read into facts, words and voices."""

from collections.abc import Collection, Mapping, Sequence

from ...base.yaml_files import YamlEntry
from ...coding.pointers import Pointer
from .rules import KINDS, LEANS, STATUSES, FactQuestion, Provision, Rule, Scenario


def read_scenario(top: YamlEntry) -> Scenario:
    """The scenario that an author wrote in scenario.yml."""
    top.only("note", "facts", "names", "texts", "clauses", "voices", "cases")
    facts = {entry.id: _fact(entry) for entry in top.entries("facts", "fact")}
    texts = {entry.id: _text(entry) for entry in top.entries("texts", "text")}
    names = top.entry("names")
    names.only("fact", "unset", "values")
    named_by, by_value = names.choice("fact", facts), names.entry("values")
    meanings = {"": _meanings(names.entry("unset"))}
    meanings |= {value: _meanings(by_value.entry(value)) for value in (facts[named_by].values if named_by else ())}

    allowed: dict[str, Collection[str]] = {name: fact.values for name, fact in facts.items()}
    turns: dict[str, tuple[str, ...]] = {name: (name,) for name in facts}
    clauses: dict[str, Provision] = {}
    for entry in top.entries("clauses", "clause"):
        if entry.id in facts:
            entry.fault("a fact has this id", "id", "give the clause an id of its own")
            continue
        clauses[entry.id] = _clause(entry, texts, allowed, turns)
        allowed[entry.id], turns[entry.id] = STATUSES, clauses[entry.id].turns_on
    scenario = Scenario(
        note=top.text("note"),
        facts=facts,
        named_by=named_by,
        names=meanings,
        texts=texts,
        clauses=clauses,
        voices={entry.id: _voice(entry, allowed, clauses) for entry in top.entries("voices", "voice")},
        cases={entry.id: _case(entry, facts) for entry in top.entries("cases", "case", needed=False)},
    )
    return top.finish(scenario)


def _fact(entry: YamlEntry) -> FactQuestion:
    entry.only("id", "ask", "values")
    return FactQuestion(
        entry.id, entry.text("ask"), {value.id: value.text("text") for value in entry.entries("values", "value")}
    )


def _text(entry: YamlEntry) -> tuple[str, str]:
    entry.only("id", "title", "from")
    return entry.text("title"), entry.text("from", needed=False)


def _meanings(entry: YamlEntry) -> dict[str, str]:
    return {name: entry.text(name) for name in entry.fields}


def _case(entry: YamlEntry, facts: Mapping[str, FactQuestion]) -> tuple[str, Mapping[str, str]]:
    entry.only("id", "title", "facts")
    setting = entry.entry("facts")
    values = {
        name: setting.choice(name, facts[name].values) for name in setting.fields if entry.known(name, facts, "facts")
    }
    return entry.text("title"), values


def _voice(
    entry: YamlEntry, allowed: Mapping[str, Collection[str]], clauses: Collection[str]
) -> tuple[str, tuple[Rule, ...]]:
    entry.only("id", "who", "readings")
    return entry.text("who"), _rules(entry, "readings", ("leans", LEANS, "says"), allowed, clauses)


def _clause(
    entry: YamlEntry,
    texts: Collection[str],
    allowed: Mapping[str, Collection[str]],
    turns: Mapping[str, tuple[str, ...]],
) -> Provision:
    entry.only("id", "text", "kind", "paragraph", "words", "occurrence", "source", "binds", "status")
    rules = _rules(entry, "status", ("is", STATUSES, "because"), allowed)
    words, pointer = entry.text("words"), None
    if "source" not in entry.fields:
        pointer = Pointer(entry.text("paragraph"), words, entry.number("occurrence", needed=False) or 1)
    seen = {fact for rule in rules for part in rule.when for fact in turns[part]}
    return Provision(
        id=entry.id,
        text=entry.choice("text", texts),
        kind=entry.choice("kind", KINDS),
        words=words,
        binds=entry.text("binds"),
        rules=rules,
        turns_on=tuple(fact for fact, of in turns.items() if of == (fact,) and fact in seen),
        pointer=pointer,
        outside_fact=entry.text("source", needed=False),
    )


def _rules(
    entry: YamlEntry,
    name: str,
    fields: tuple[str, Sequence[str], str],
    allowed: Mapping[str, Collection[str]],
    clauses: Collection[str] | None = None,
) -> tuple[Rule, ...]:
    """The rules in a field; `clauses` are the words that a rule may be based on, None where it is based on none."""
    verdict, verdicts, text = fields
    rules = []
    for rule in entry.entries(name, name, own=""):
        rule.only("when", verdict, text, "says" if clauses is None else "rests_on")
        when = rule.entry("when", needed=False)
        rules.append(
            Rule(
                when={
                    part: tuple(when.known(value, allowed[part], part) for value in when.texts(part, or_one=True))
                    for part in when.fields
                    if rule.known(part, allowed, "when")
                },
                is_=rule.choice(verdict, verdicts),
                text=rule.text(text),
                says=rule.text("says", needed=False) if clauses is None else "",
                rests_on=()
                if clauses is None
                else tuple(rule.known(clause, clauses, "rests_on") for clause in rule.texts("rests_on")),
            )
        )
    if rules and rules[-1].when:
        entry.fault("the last entry has a 'when'", name, "end with one that fits always")
    return tuple(rules)
