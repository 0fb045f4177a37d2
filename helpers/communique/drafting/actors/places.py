"""Which actors are mere places, and whose state stands for them."""

from dataclasses import dataclass, replace

from ..grammar.prose import Prose
from ..grammar.things import is_craft, is_thing
from ..lexicon.word_list import word_list
from ..lexicon.words import listed, word_set
from .body_sorts import SORTS_BEHIND
from .mentions import ActorDraft
from .names import Names

_PLACE_WORDS = listed("sorts of places")
_STRIKES = frozenset(("ASSAULT", "COERCE"))
_SIDES = frozenset(("West", "East"))
_PARTS = word_set("northern southern eastern western central")
_AT = word_set("in at near inside outside")


@dataclass(frozen=True)
class Places:
    """Tells places from parties in one article."""

    prose: Prose
    names: Names

    def parties(self, actors: list[ActorDraft], others: list[ActorDraft], event: str, mode: str) -> list[ActorDraft]:
        """Those acted upon without mere places; a place that is struck stays, for other towns comes their state."""
        parties: dict[str, ActorDraft] = {}
        visited = mode == "visit"
        for actor in actors:
            party: ActorDraft | None = actor
            if event in _STRIKES and self._is_thing(actor):
                party = self.names.actors.get(f"state:{actor.country}") if not actor.country_guessed else None
            town = visited and actor.kind == "unnamed" and actor.country and self._words_of(actor).istitle()
            if town or self._is_place(actor):
                struck = event in _STRIKES or (event == "MOBILIZE" and actor.country)
                struck = struck and actor.name.split()[0].lower() not in _PARTS  # a convoy in northern | Lomar
                country = "" if actor.country_guessed and struck else actor.country
                party = self.names.actors.get(f"state:{country}") or (actor if struck else None)
                party = party or (self._state_of(actor) if event != "PROTEST" else None)
                if party is actor and actor.country_guessed:
                    actor.country, actor.country_guessed = "", False  # a town is struck: whose, nobody says
            if party is not None and (party is actor or party not in others):
                parties[party.key] = party
        return list(parties.values())

    def _is_thing(self, actor: ActorDraft) -> bool:
        """Whether an actor without a name is a thing and no craft: a clinic, two bridges."""
        paragraph_id, _, end = actor.first
        if actor.kind != "unnamed" or not actor.key.startswith("unnamed:") or not paragraph_id:
            return False
        passage = self.prose.passage(paragraph_id)
        head = passage.tokens[passage.token_at(end - 1)]
        two = f"{passage.tokens[head.index - 1].lower} {head.lemma}"
        acts = not self.names.words.trades.keys().isdisjoint((head.lemma, two)) or head.lemma in SORTS_BEHIND
        noun = word_list().get(head.lemma, "")[:2] == "NN"  # and not: the bereaved
        return noun and not (acts or is_craft(head)) and is_thing(passage.tokens, head.index)

    def _words_of(self, actor: ActorDraft) -> str:
        """The words of an actor where it is first named, without "the"."""
        paragraph_id, start, end = actor.first
        return self.prose.passage(paragraph_id).text[start:end].removeprefix("the ")

    def _state_of(self, town: ActorDraft) -> ActorDraft | None:
        """The state of a town that somebody visited, where nothing else names it: Geneva."""
        name = self.names.gazetteer.names.get(town.country, "")
        at_home = any(a.country == town.country and k.startswith("person:") for k, a in self.names.actors.items())
        if not name or at_home:
            return None
        state = ActorDraft(f"state:{town.country}", name, "state", town.country, "GOV", rule=f"known name: {town.name}")
        state.first = town.first
        self.names.mentions.extend(replace(m, actor=state, how="alias") for m in self.names.mentions if m.actor is town)
        return self.names.actors.setdefault(state.key, state)

    def _towns(self) -> set[str]:
        """The names that come behind "in" somewhere in the article: in | Seattle."""
        if "towns" not in self.prose.kept:
            towns = self.prose.kept["towns"] = set()
            for passage in self.prose.passages:
                tokens = passage.tokens
                for n, token in enumerate(tokens[:-1]):
                    end = n + 1
                    while token.lower in _AT and end < len(tokens) and tokens[end].tag == "NNP":
                        end += 1
                    towns.add(" ".join(t.text for t in tokens[n + 1 : end]))
        return self.prose.kept["towns"]

    def _is_place(self, actor: ActorDraft) -> bool:
        """Whether an actor without a name is a place: in | Lomar, the towns of | Lomar, Lomar | Street."""
        paragraph_id, start, _ = actor.first
        if actor.kind != "unnamed" or not actor.key.startswith("unnamed:") or not paragraph_id:
            return False
        if actor.name in self.names.words.of_nobody - _SIDES:
            return True  # troops sent to | Europe
        tokens = self.prose.passage(paragraph_id).tokens
        first = self.prose.passage(paragraph_id).token_at(start)
        first += tokens[first].tag == "DT"
        first += tokens[first].lower in _PARTS
        last = first
        while last + 1 < len(tokens) and tokens[last + 1].tag[:3] == "NNP":
            last += 1
        if any(t.tag[:3] != "NNP" for t in tokens[first : last + 1]):
            return False
        if " ".join(t.text for t in tokens[first : last + 1]) in self._towns():
            return True
        behind = tokens[last + 1].lemma if last + 1 < len(tokens) else ""
        if behind in _PLACE_WORDS or any(t.lower in _PLACE_WORDS for t in tokens[first : last + 1]):
            return True
        at = first - 1 - (tokens[first - 1].lower in _PARTS)
        while at > 0 and (tokens[at].tag[:3] in ("NNP", "DT") or tokens[at].lower in (",", "and", "the")):
            at -= 1  # at the ports of Lomar | and Ostra
        sort = tokens[at - 1].lemma if at > 0 and tokens[at].lower == "of" else ""
        return tokens[max(at, 0)].lower in _AT or sort in _PLACE_WORDS
