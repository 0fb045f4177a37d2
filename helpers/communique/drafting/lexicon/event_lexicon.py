"""What the event rules know from events.csv, actor-nouns.csv and their neighbours, built once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .event_words import EventWords
from .lexicons import Lexicons, package_lexicons


@dataclass(frozen=True)
class Lexicon:
    """What the event rules know: entries, and nouns that name people and bodies."""

    words: EventWords
    verbs: frozenset[str]
    people: Mapping[str, Mapping[str, str]]


def event_lexicon(lexicons: Lexicons | None = None) -> Lexicon:
    """The lexicon of the event rules, built once for each set of lexicon files."""
    lexicons = lexicons or package_lexicons()

    def make(lexicons: Lexicons) -> Lexicon:
        words = EventWords(lexicons.rows("events"), lexicons.rows("irregular-verbs"))
        groups = {w: r for w, r in lexicons.by_word("groups").items() if r["kind"] != "document"}
        people = {**lexicons.by_word("titles"), **groups, **lexicons.by_word("actor-nouns")}
        return Lexicon(words, frozenset(words.verbs), people)

    return lexicons.built("event lexicon", make)
