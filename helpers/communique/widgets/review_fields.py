"""The fields of a row on the review bench: which come first, what they are called, and what may be chosen."""

from typing import Any

from ..base.strings import strings, text
from ..coding import codes
from ..coding.schema import TABLES, Column

#: Table -> the fields that the lessons' questions are made from, in order; they have the keys from 1.
FIRST: dict[str, tuple[str, ...]] = {
    "actors": ("name", "kind", "aliases"),
    "events": ("label", "actor_ids", "recipient_ids", "event", "certainty", "timex", "certainty_of"),
    "statements": ("source_ids", "kind"),
    "positions": ("actor_id", "issue", "stance", "basis", "according_to"),
    "reactions": ("event_id", "answers_id", "tone", "according_to"),
}
_NEVER = ("status", "rule")
_LONG = ("note", "other_case")
#: The sections of strings.yml that hold a choice in plain words, the first that has it.
_WORDINGS = ("review-choices", "kinds", "stances", "bases")


def fields_of(issues: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Table -> its fields as the page draws them: what each holds, what may be chosen, whether it may be empty."""
    fields = {}
    for name, table in TABLES.items():
        columns = {c.name: c for c in table.columns[1:] if c.name not in _NEVER}
        order = [*FIRST[name], *(c for c in columns if c not in FIRST[name])]
        fields[name] = [_field(name, columns[c], issues) | {"more": c not in FIRST[name]} for c in order]
    return fields


def _field(table: str, column: Column, issues: dict[str, str]) -> dict[str, Any]:
    label = "answer-event" if (table, column.name) == ("reactions", "event_id") else column.name
    return {
        "column": column.name,
        "label": text("review-fields", label),
        "holds": _holds(column),
        "long": column.name in _LONG,
        "optional": not column.required,
        "adds": column.holds == "issue",
        "options": _options(column, issues),
        "rows": [*column.refers, *(["reporter"] if column.reporter_too else [])],
    }


def _holds(column: Column) -> str:
    if column.holds == "aliases":
        return "names"
    if column.is_list:
        return "many"
    return "text" if column.holds in ("text", "timex") and column.name != "mode" else "one"


def _options(column: Column, issues: dict[str, str]) -> list[list[str]]:
    if column.holds == "issue":
        return [[name, title] for name, title in issues.items()]
    if column.holds == "country":
        named = ([code, f"{codes.country_name(code)} ({code})"] for code in codes.country_codes())
        return sorted(named, key=lambda option: option[1])
    closed = {"timex": codes.TIME_REFERENCES, "yesno": ("no", "yes"), "event": codes.event_names()}
    return _worded(closed.get(column.holds, column.allowed))


def modes() -> dict[str, list[list[str]]]:
    """PLOVER's modes for each event."""
    return {event: [[mode, mode] for mode in codes.modes_of(event)] for event in codes.event_names()}


def _worded(values: tuple[str, ...]) -> list[list[str]]:
    known = [strings()[name] for name in _WORDINGS]
    return [[value, next((words[value] for words in known if value in words), value)] for value in values]
