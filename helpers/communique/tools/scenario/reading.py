"""A lesson's scenario.yml, read into facts, words and voices; a slip is told with the entry it is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ...base.errors import CommuniqueError
from ...base.nearest import nearest_of
from ...coding.pointers import Pointer
from .rules import KINDS, LEANS, STATUSES, Clause, Fact, Rule, Scenario


def read_scenario(content: Mapping[str, Any], place: str) -> Scenario:
    """The scenario that an author wrote.

    Parameters:
        content: the mapping of scenario.yml.
        place: the file's name, for messages.

    Raises:
        CommuniqueError: something is missing or not known; the message names the entry and what is allowed.
    """
    facts = {name: _fact(entry, f"{place}, fact {name}") for name, entry in _entries(content, "facts", place)}
    texts = {}
    for name, entry in _entries(content, "texts", place):
        texts[name] = (_text(entry, "title", f"{place}, text {name}"), _plain(entry.get("from") or ""))
    given = _field(content, "names", place)
    named_by = _one_of(_text(given, "fact", f"{place}, names"), facts, f"{place}, names")
    values = _field(given, "values", f"{place}, names")
    names = {"": _field(given, "unset", f"{place}, names")}
    names |= {value: _field(values, value, f"{place}, names, values") for value in facts[named_by].values}

    allowed: dict[str, Collection[str]] = {name: fact.values for name, fact in facts.items()}
    turns: dict[str, tuple[str, ...]] = {name: (name,) for name in facts}
    clauses: dict[str, Clause] = {}
    for name, entry in _entries(content, "clauses", place):
        where = f"{place}, clause {name}"
        if name in allowed:
            raise CommuniqueError(f"{where}: a fact has this id.", "Give the clause an id of its own.")
        clauses[name] = _clause(name, entry, texts, allowed, turns, where)
        allowed[name], turns[name] = STATUSES, clauses[name].turns_on
    voices = {}
    for name, entry in _entries(content, "voices", place):
        where = f"{place}, voice {name}"
        rules = _rules(entry, "readings", ("leans", LEANS, "says"), allowed, where)
        for rule in rules:
            for clause in rule.rests_on or ("",):
                _one_of(clause, clauses, f"{where}, rests_on")
        voices[name] = (_text(entry, "who", where), rules)
    return Scenario(
        note=_text(content, "note", place),
        facts=facts,
        named_by=named_by,
        names=names,
        texts=texts,
        clauses=clauses,
        voices=voices,
        cases={name: _case(entry, facts, f"{place}, case {name}") for name, entry in _entries(content, "cases", place)},
    )


def _plain(value: Any) -> str:
    """A value as text; YAML takes a bare yes or no for true or false."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(str(value).split())


def _field(entry: Any, name: str, where: str) -> Any:
    found = {_plain(key): value for key, value in entry.items()} if isinstance(entry, Mapping) else {}
    if found.get(name) in (None, "", [], {}):
        raise CommuniqueError(f"{where}: '{name}' is missing.", f"Add '{name}: ...'.")
    return found[name]


def _text(entry: Any, name: str, where: str) -> str:
    return _plain(_field(entry, name, where))


def _one_of(value: str, known: Collection[str], where: str) -> str:
    if value in known:
        return value
    near = nearest_of(value, known)
    hint = f"Did you mean '{near}'? " if near else ""
    raise CommuniqueError(f"{where}: '{value}' is not known.", f"{hint}Choose one of: {', '.join(known)}.")


def _entries(content: Mapping[str, Any], name: str, place: str) -> list[tuple[str, Mapping[str, Any]]]:
    listed = content.get(name) or ([] if name == "cases" else _field(content, name, place))
    found: dict[str, Mapping[str, Any]] = {}
    for number, entry in enumerate(listed, 1):
        entry_id = _text(entry, "id", f"{place}, {name}, entry {number}")
        if entry_id in found:
            raise CommuniqueError(f"{place}, {name}: the id '{entry_id}' stands there twice.", "Give each its own id.")
        found[entry_id] = entry
    return list(found.items())


def _fact(entry: Mapping[str, Any], where: str) -> Fact:
    values = {_text(v, "id", where): _text(v, "text", where) for v in _field(entry, "values", where)}
    return Fact(_text(entry, "id", where), _text(entry, "ask", where), values)


def _case(entry: Mapping[str, Any], facts: Mapping[str, Fact], where: str) -> tuple[str, Mapping[str, str]]:
    given = {_plain(name): _plain(value) for name, value in _field(entry, "facts", where).items()}
    for name, value in given.items():
        _one_of(value, facts[_one_of(name, facts, where)].values, f"{where}, {name}")
    return _text(entry, "title", where), given


def _clause(
    name: str,
    entry: Mapping[str, Any],
    texts: Collection[str],
    allowed: Mapping[str, Collection[str]],
    turns: Mapping[str, tuple[str, ...]],
    where: str,
) -> Clause:
    rules = _rules(entry, "status", ("is", STATUSES, "because"), allowed, where)
    words = _text(entry, "words", where)
    pointer = None
    if "source" not in entry:
        pointer = Pointer(_text(entry, "paragraph", where), words, entry.get("occurrence", 1))
    seen = {fact for rule in rules for part in rule.when for fact in turns[part]}
    return Clause(
        id=name,
        text=_one_of(_text(entry, "text", where), texts, f"{where}, text"),
        kind=_one_of(_text(entry, "kind", where), KINDS, f"{where}, kind"),
        words=words,
        binds=_text(entry, "binds", where),
        rules=rules,
        turns_on=tuple(fact for fact, of in turns.items() if of == (fact,) and fact in seen),
        pointer=pointer,
        source=_plain(entry.get("source") or ""),
    )


def _rules(
    entry: Mapping[str, Any],
    name: str,
    fields: tuple[str, Sequence[str], str],
    allowed: Mapping[str, Collection[str]],
    where: str,
) -> tuple[Rule, ...]:
    verdict, values, text = fields
    rules = []
    for number, rule in enumerate(_field(entry, name, where), 1):
        here = f"{where}, {name} {number}"
        when: dict[str, tuple[str, ...]] = {}
        for part, wanted in (rule.get("when") or {}).items():
            part = _one_of(_plain(part), allowed, f"{here}, when")
            listed = wanted if isinstance(wanted, list) else [wanted]
            when[part] = tuple(_one_of(_plain(one), allowed[part], f"{here}, when {part}") for one in listed)
        rules.append(
            Rule(
                when=when,
                is_=_one_of(_text(rule, verdict, here), values, f"{here}, {verdict}"),
                text=_text(rule, text, here),
                says=_plain(rule.get("says") or "") if text != "says" else "",
                rests_on=tuple(map(_plain, rule.get("rests_on") or ())),
            )
        )
    if rules[-1].when:
        raise CommuniqueError(f"{where}: the last entry of '{name}' has a 'when'.", "End with one that fits always.")
    return tuple(rules)
