"""The single sentences of data/gold, each with its main event, and how right a draft of them is.

A sentence is drafted as an article of its own. Of the events that the draft writes, the one that matches the
sentence's main event best is scored.
"""

from __future__ import annotations

import csv
from pathlib import Path
from types import SimpleNamespace

from communique.coding.codes import plover
from communique.drafting.draft.coder import draft_tables
from communique.drafting.lexicon.lexicons import Lexicons
from communique.text.spans import word_spans

_GOLD = Path(__file__).parent / "data" / "gold"
#: Words that say nothing of who is meant, when two namings of an actor are compared.
SMALL = {"the", "a", "an", "of", "in", "its", "his", "her", "and", "from"}
Row = dict[str, str]


def development_sentences() -> list[Row]:
    """The sentences that rules were fixed with."""
    return _rows("events-sentences.csv")


def held_out_sentences() -> list[Row]:
    """The sentences that no rule was made for."""
    return _rows("events-held-out.csv")


def _rows(name: str) -> list[Row]:
    with (_GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wire_sentences(*, held_out: bool = False) -> list[Row]:
    """Sentences of news agencies with the countries of actor and recipient; those without an event tell of none."""
    return _rows(f"events-wire{'-held-out' * held_out}.csv")


def shares_of_countries(rows: list[Row]) -> dict[str, float]:
    """The share of sentences whose first drafted row has the right event, quad and countries; and of none, no row."""
    counts = dict.fromkeys(("event", "quad", "actor", "recipient", "none"), 0)
    for wanted in rows:
        tables = draft_tables(SimpleNamespace(headline="", paragraphs=(wanted["sentence"],), published=None))
        country = {row["actor_id"]: row["country"] for row in tables["actors"]}
        first = next((row for row in tables["events"] if row["certainty"] != "denied"), None)
        if not wanted["event"]:
            counts["none"] += first is None
        elif first is not None:
            counts["event"] += first["event"] == wanted["event"]
            counts["quad"] += plover()[first["event"], ""].quad_code == plover()[wanted["event"], ""].quad_code
            for part in ("actor", "recipient"):
                found = {country[i] for i in first[f"{part}_ids"].split(" | ") if i} - {""}
                code = wanted[f"{part}_country"]
                counts[part] += code in found if code else not found
    none = sum(not row["event"] for row in rows)
    return {part: count / (none if part == "none" else len(rows) - none) for part, count in counts.items()}


def drafted_events(sentence: str, lexicons: Lexicons | None = None) -> list[Row]:
    """The events that a draft of one sentence writes: event, mode, rule, and the names of actors and recipients."""
    tables = draft_tables(SimpleNamespace(headline="", paragraphs=(sentence,), published=None), lexicons)
    names = {row["actor_id"]: f"{row['name']} {row['aliases']} {row['words']}" for row in tables["actors"]}
    return [
        {
            "event": row["event"],
            "mode": row["mode"],
            "rule": row["rule"],
            "actor": " ".join(names[i] for i in row["actor_ids"].split(" | ") if i),
            "recipient": " ".join(names[i] for i in row["recipient_ids"].split(" | ") if i),
        }
        for row in tables["events"]
    ]


def same_naming(one: str, other: str) -> bool:
    """Whether two namings share a word that is no small one, or both are empty."""
    words = [{text[a:b].lower() for a, b in word_spans(text)} - SMALL for text in (one, other)]
    return bool(words[0] & words[1]) if one and other else one == other


def right_parts(drafted: Row, wanted: Row) -> dict[str, bool]:
    """Which parts of a drafted event are right; `wanted` may be without a mode."""
    typed = drafted["event"] == wanted["event"]
    quads = [plover()[row["event"], ""].quad_code for row in (drafted, wanted)]
    parts = {
        "event": typed,
        "quad": quads[0] == quads[1],
        "actor": same_naming(drafted["actor"], wanted["actor"]),
        "recipient": same_naming(drafted["recipient"], wanted["recipient"]),
    }
    return parts | ({"mode": typed and drafted["mode"] == wanted["mode"]} if "mode" in wanted else {})


def shares_right(rows: list[Row]) -> dict[str, float]:
    """The share of sentences in which each part of the best matching drafted event is right."""
    counts: dict[str, int] = {}
    for wanted in rows:
        drafted = [right_parts(one, wanted) for one in drafted_events(wanted["sentence"])]
        best = max(drafted, key=lambda parts: list(parts.values()), default={})
        for part in ("event", "quad", "actor", "recipient", "mode"):
            counts[part] = counts.get(part, 0) + best.get(part, False)
    return {part: count / len(rows) for part, count in counts.items() if part != "mode" or "mode" in rows[0]}
