"""Names of one word: a surname, the end of a body's name, letters that stand for an organisation."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..grammar.prose import Passage
from ..lexicon.words import word_set
from .gazetteer import in_usual_capitals
from .mentions import ActorDraft
from .name_runs import PARTICLES, Run
from .name_words import key_of

if TYPE_CHECKING:
    from .names import Names

_BODIES = frozenset(("organisation", "office"))
_PLACES_TOO = word_set("la los las el")  # La Paz


@dataclass(frozen=True)
class LoneNames:
    """Finds whom one capitalised word means, once the full names of an article are known."""

    names: "Names"

    def find(self, passage: Passage, run: Run) -> None:
        """One capitalised word, with or without a title: a surname, or letters that stand for an organisation."""
        tokens = passage.tokens
        start = first = self.names.offices.behind_titles(tokens, run.first, run.last)
        while first < run.last - 1 and tokens[first].lower in PARTICLES:
            first += 1  # Von der | Leyen
        if first == run.last == run.first + 1 and self.names.surnames.of(tokens[run.first].text):
            start = first = run.first  # King, of Kevin King
        if run.last - first != 1:
            return
        word = in_usual_capitals(tokens[first])
        actor = self._of_surname(passage, word, first) or self._known_surname(word)
        if actor is None and tokens[first - 1].lower == "the" and word in self.names.words.of_bodies:
            bodies = [a for k, a in self.names.actors.items() if k.startswith(("organisation:", "media:"))]
            actor = next((a for a in reversed(bodies) if a.name.endswith(f" {word}")), None)
        if actor is None:
            of_sort = self.names.bodies_of.get(word, {})
            actor = next(iter(of_sort.values())) if len(of_sort) == 1 else None  # the Bank of Lomar; the Bank
        if actor is None:
            bodies = [a for a in self.names.actors.values() if a.kind in _BODIES]
            short_for, begins = self.names.words.is_short_for, f"{word} "
            firms = [a for a in bodies if short_for(word, a.name) or (a.sector == "BUS" and a.name.startswith(begins))]
            actor = firms[0] if len(firms) == 1 else None
        word = passage.words(start, run.last)
        if actor is None and (word in self.names.words.of_nobody or word in self.names.words.of_media):
            return
        letters = word.isupper() and 2 <= len(word) <= 6 and word.isalpha()
        if actor is None and letters and not self.names.words.is_common(word):
            actor = self.names.actor_of(
                f"organisation:{word}", word, "organisation", "", "", f"capital letters: {word}"
            )
        titled = self.names.is_titled(passage, run)
        if actor is not None:
            if actor.key.startswith("person:") and self.names.offices.before(tokens, start, self.names.gazetteer)[0]:
                self.names.add_person(passage, start, run.last, actor.name, titled=True)
            else:
                self.names.add_mention(passage, actor, start, run.last, "name")
        elif titled or (start < first and tokens[start].lower not in _PLACES_TOO):
            self.names.add_person(passage, start, run.last, word, titled=titled)

    def _of_surname(self, passage: Passage, word: str, first: int) -> ActorDraft | None:
        """Whom the surname at token `first` means, of those whom the report has named."""
        if not self.names.surnames.of(word):
            return None
        title = self.names.offices.before(passage.tokens, first, self.names.gazetteer)[0]
        gender = self.names.offices.gender_of(passage.tokens, first, first + 1)
        here = (self.names.order[passage.paragraph_id], passage.tokens[first].start)
        return self.names.surnames.meant(word, title, gender, self.names.places, here)

    def _known_surname(self, word: str) -> ActorDraft | None:
        """A person of people.csv whom the report calls by the last name alone."""
        row = self.names.surnames.known(word)
        if row is None:
            return None
        rule = f"known surname: {word}"
        actor = self.names.actor_of(key_of(row["name"]), row["name"], "leader", row["country"], row["sector"], rule)
        actor.gender = row["gender"]
        actor.offices.setdefault(row["title"])
        self.names.surnames.add(actor, {word})
        return actor
