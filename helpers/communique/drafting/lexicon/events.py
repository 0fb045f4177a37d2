"""The event lexicon: its entries as steps that the words of a sentence must take in turn, and nouns for people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...base.errors import CommuniqueError
from ...coding.codes import plover
from .lexicons import Lexicons, made_once
from .word_list import lemma_of
from .words import forms_of, verb_forms

#: How many words may stand where an entry has "..".
GAP = 8
PARTS = ("verb", "noun", "means")


@dataclass(frozen=True, slots=True)
class EntryStep:
    """One word of an entry: any of `alternatives` (each one or more words), behind a gap or at once."""

    alternatives: tuple[tuple[frozenset[str], ...], ...]
    gap: bool
    firsts: frozenset[str]  # the first words of all alternatives


@dataclass(frozen=True, slots=True)
class EventEntry:
    """A line of events.csv: `words` as the author wrote them, and what PLOVER calls them (nothing: no event)."""

    words: str
    part: str
    event: str
    mode: str
    steps: tuple[EntryStep, ...]
    needs: str = ""
    cameo: str = ""


class EventWords:
    """All entries, by the first word of each (its dictionary form), the more particular ones first."""

    def __init__(self, rows: Iterable[Mapping[str, str]], irregular: Iterable[Mapping[str, str]] = ()) -> None:
        """Take the rows of events.csv; a later row with the same words and part takes the place of an earlier one."""
        entries = {}
        for row in rows:
            entry = _entry(row)
            entries[entry.words, entry.part, entry.needs] = entry
        self.verbs: dict[str, list[EventEntry]] = {}
        self.nouns: dict[str, list[EventEntry]] = {}
        self.means: dict[str, list[EventEntry]] = {}
        by_part = {"verb": self.verbs, "noun": self.nouns, "means": self.means}
        for entry in entries.values():
            by_word = by_part[entry.part]
            for first in {w for a in entry.steps[0].alternatives for w in a[0]}:
                by_word.setdefault(first, []).append(entry)
        known = verb_forms()  # "noted" is of "note", whatever entry begins with "not"
        self.forms = {form: lemma for lemma in self.verbs for form in _verb_forms(lemma) if form not in known}
        self.irregular = {row["form"]: row["lemma"] for row in irregular}
        self.forms |= self.irregular
        for by_word in by_part.values():
            for entries_of_word in by_word.values():
                entries_of_word.sort(key=lambda e: (-len(e.steps), any(s.gap for s in e.steps)))
        self._nouns_with: dict[tuple[str, str], list[EventEntry]] = {}
        self._by_last = {lemma: _by_last_step(entries) for lemma, entries in self.verbs.items()}

    def nouns_with(self, lower: str, lemma: str) -> list[EventEntry]:
        """The entries of a noun as it stands and of its dictionary form, the more particular first."""
        known = self._nouns_with.get((lower, lemma))
        if known is None:
            entries = (*self.nouns.get(lower, ()), *self.nouns.get(lemma, ()))  # attacks; an attack
            known = sorted(dict.fromkeys(entries), key=lambda entry: -len(entry.steps))
            self._nouns_with[lower, lemma] = known
        return known

    def verbs_with(self, lemma: str, forms: frozenset[str]) -> list[EventEntry]:
        """The entries of a verb whose last words are among those of the sentence, the more particular first."""
        entries = self.verbs.get(lemma)
        if entries is None:
            return []
        alone, by_word, words = self._by_last[lemma]
        if words.isdisjoint(forms):
            return [entries[rank] for rank in alone]
        ranks = set(alone)
        for word in words & forms:
            ranks.update(by_word[word])
        return [entries[rank] for rank in sorted(ranks)]


def _by_last_step(entries: list[EventEntry]) -> tuple[tuple[int, ...], dict[str, list[int]], frozenset[str]]:
    """The places of the entries of one word only, of the others by the first words of their last step; these words."""
    by_word: dict[str, list[int]] = {}
    for rank, entry in enumerate(entries):
        for word in entry.steps[-1].firsts if len(entry.steps) > 1 else ():
            by_word.setdefault(word, []).append(rank)
    alone = tuple(rank for rank, entry in enumerate(entries) if len(entry.steps) == 1)
    return alone, by_word, frozenset(by_word)


def _verb_forms(lemma: str) -> list[str]:
    """The regular forms of a verb, with the last letter doubled too where that may be: cancelled."""
    forms = list(forms_of(lemma))
    if len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou":
        forms += [f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"]
    return forms


def _entry(row: Mapping[str, str]) -> EventEntry:
    words, part = " ".join(row.get("words", "").split()), row.get("part", "verb") or "verb"
    event, mode = row.get("event", ""), row.get("mode", "") or ""
    steps = _steps(words)
    if not steps or part not in PARTS or (event and (event, mode) not in plover()):
        what = f"events.csv, the row of the words {words!r}: part {part!r}, event {event!r}, mode {mode!r}"
        allowed = "Allowed are the parts verb, noun and means, and no event or one of plover.csv with its mode."
        raise CommuniqueError(f"{what}.", allowed)
    return EventEntry(words, part, event, mode, steps, row.get("needs") or "", row.get("cameo") or "")


def _steps(words: str) -> tuple[EntryStep, ...]:
    steps: list[EntryStep] = []
    gap = False
    for word in words.split():
        if word == "..":
            gap = bool(steps)
            continue
        alternatives = tuple(
            tuple(frozenset((single, lemma_of(single))) for single in several.lower().split("_") if single)
            for several in word.split("/")
            if several.strip("_")
        )
        if alternatives:
            steps.append(EntryStep(alternatives, gap, frozenset().union(*(a[0] for a in alternatives))))
        gap = False
    return tuple(steps)


@dataclass(frozen=True)
class Lexicon:
    """What the event rules know: entries, and nouns that name people and bodies."""

    words: EventWords
    verbs: frozenset[str]
    people: Mapping[str, Mapping[str, str]]
    public_matters: frozenset[str]  # what parties act upon: a border, a treaty, a bank


@made_once
def event_lexicon(lexicons: Lexicons) -> Lexicon:
    """The lexicon of the event rules."""
    words = EventWords(lexicons.rows("events"), lexicons.rows("irregular-verbs"))
    groups = {w: r for w, r in lexicons.by_word("groups").items() if r["kind"] != "document"}
    people = {**lexicons.by_word("titles"), **groups, **lexicons.by_word("actor-nouns")}
    matters = {word for row in lexicons.rows("contexts") for word in row["words"].lower().split()}
    return Lexicon(words, frozenset(words.verbs), people, frozenset(matters | words.means.keys()))
