"""Cues: the verbs, nouns and phrases that say that somebody says, thinks, wants or fears something."""

from dataclasses import dataclass

from .lexicons import Lexicons, made_once


@dataclass(frozen=True)
class Cue:
    """A verb that can carry a statement, and what may come after it.

    `frames` are letters: q a quotation, c a clause, t a clause with that or a question word, i to + verb, g -ing,
    o a thing, s a thing and what it does ("saw him leaving"), n a thing and its name ("called it a threat"), as
    ("described it as"); `preps` are the prepositions before a content ("warned of"); `heard` says what may follow
    a hearer ("told him that", "accused him of").
    """

    lemma: str
    kind: str
    frames: frozenset[str]
    preps: frozenset[str]
    heard: frozenset[str]


@made_once
def cues_of(lexicons: Lexicons) -> dict[str, Cue]:
    """The cue verbs by lemma."""
    cues = {}
    for row in lexicons.rows("cues"):
        parts = row["frames"].split()
        cues[row["lemma"]] = Cue(
            row["lemma"],
            row["kind"],
            frozenset(p for p in parts if ":" not in p),
            frozenset(p[2:] for p in parts if p.startswith("p:")),
            frozenset(p[2:] for p in parts if p.startswith("r:")),
        )
    return cues


@dataclass(frozen=True)
class OtherCue:
    """A noun or an adjective that can carry a statement, and the words that may come before its content."""

    lemma: str
    part: str
    kind: str
    frames: frozenset[str]


@made_once
def noun_cues_of(lexicons: Lexicons) -> dict[str, OtherCue]:
    """The cues that are nouns and adjectives, by lemma."""
    return {
        row[part]: OtherCue(row[part], part, row["kind"], frozenset(row["frames"].split()))
        for name, part in (("cue-adjectives", "adjective"), ("cue-nouns", "noun"))
        for row in lexicons.rows(name)
    }
