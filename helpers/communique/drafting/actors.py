"""Actors and who means whom: names, offices and appositions, pronouns, and groups that are given no name."""

from __future__ import annotations

from .lexicons import Lexicons
from .mentions import Actor, ActorIndex, Mention
from .names import Names
from .prose import Passage, Prose

_PERSON_KINDS = frozenset(("leader", "spokesperson", "public"))
_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves", "both"])
_THING = frozenset(["it", "its", "itself"])


class Resolver:
    """Keeps the actors of an article and says which of them a noun phrase or a pronoun means.

    Phrases are to be asked about in the order of the text, as the last speakers and subjects are kept in mind.
    """

    def __init__(self, prose: Prose, lexicons: Lexicons) -> None:
        names = Names(prose, lexicons)
        names.run()
        self.prose = prose
        self.titles, self.groups = names.titles, lexicons.by_word("groups")
        self.gazetteer = names.gazetteer
        self.actors, self.mentions = names.actors, names.mentions
        self.order = {p.paragraph_id: n for n, p in enumerate(prose.passages)}
        self._index = ActorIndex(list(self.actors.values()), self.mentions)
        self._appositions()
        self._pronouns()

    def _appositions(self) -> None:
        """Offices from "Wang Yi, the foreign minister" and "the foreign minister, Wang Yi"."""
        for mention in self.mentions:
            if not mention.actor.key.startswith("person:") or mention.how != "name":
                continue
            passage = self.prose.passages[self.order[mention.paragraph_id]]
            tokens = passage.tokens
            i = passage.token_at(mention.end - 1) + 1
            if i < len(tokens) and tokens[i].text == ",":
                self._office_in(passage, i + 1, min(i + 9, len(tokens)), mention.actor)

    def _office_in(self, passage: Passage, first: int, last: int, actor: Actor) -> None:
        tokens = passage.tokens
        for i in range(first, last):
            if tokens[i].text in ",.;" or tokens[i].tag[0] == "V":
                return
            for size in (3, 2, 1):
                title = " ".join(t.lower for t in tokens[i : i + size])
                if i + size <= last and title in self.titles:
                    actor.offices.setdefault(title)
                    row = self.titles[title]
                    if actor.kind == "public":
                        actor.kind = row["kind"]
                    actor.sector = actor.sector or row["sector"]
                    if not actor.country:
                        near = self._index.within(passage.paragraph_id, tokens[first].start, tokens[last - 1].end)
                        actor.country = next((m.actor.country for m in near if m.actor.kind == "state"), "")
                    return

    def _pronouns(self) -> None:
        """Give each he, she and they outside quotations to the person or group last spoken of."""
        person: Actor | None = None
        found: list[Mention] = []
        for passage in self.prose.passages:
            for sentence in passage.sentences:
                subject: Actor | None = None
                for token in passage.tokens_of(sentence):
                    gender = _SINGULAR.get(token.lower)
                    if gender:
                        who = subject or person
                        if who is not None and (who.gender or gender) == gender:
                            who.gender = gender
                            how = "possessive" if token.tag == "PRP$" else "pronoun"
                            found.append(Mention(who, passage.paragraph_id, token.start, token.end, how, token.text))
                            subject = subject or who
                        continue
                    for mention in self._index.within(passage.paragraph_id, token.start, token.start + 1):
                        if mention.actor.key.startswith("person:"):
                            subject = subject or mention.actor
                person = subject or person
        self.mentions += found
        self._index = ActorIndex(list(self.actors.values()), self.mentions)

    def resolve(
        self, passage: Passage, span: tuple[int, int], head: tuple[int, int], last_speaker: Actor | None
    ) -> Actor:
        """The actor that a source stands for; a group or person without a name becomes an actor of its own.

        Parameters:
            passage: where the source stands.
            span: the whole source, in characters of the passage.
            head: its head noun phrase.
            last_speaker: who spoke last, for pronouns.
        """
        first, last = passage.token_at(head[0]), passage.token_at(head[1] - 1)
        tokens = passage.tokens
        main = tokens[last]
        if main.tag in ("PRP", "DT", "WP", "WDT") or main.lower in _PLURAL:
            return self._pronoun(passage, span, main, last_speaker)
        named = self._index.head_of(passage.paragraph_id, head[0], head[1], main.start, main.end)
        if named is not None:
            return named
        person = next(
            (
                m.actor
                for m in self._index.within(passage.paragraph_id, *span)
                if m.actor.key.startswith("person:") and m.how == "name"
            ),
            None,
        )
        title = self._title(tokens, first, last)
        if title:
            apposed = person if person is not None else self._holder(passage, title, head)
            if apposed is not None:
                return apposed
        return self._group(passage, span, head, first, last, title)

    def _title(self, tokens, first: int, last: int) -> str:
        for size in (3, 2, 1):
            title = " ".join(t.lower for t in tokens[max(first, last + 1 - size) : last + 1])
            if title in self.titles:
                return title
        return ""

    def _holder(self, passage: Passage, title: str, head: tuple[int, int]) -> Actor | None:
        """The person who was given this office before."""
        states = [m.actor.country for m in self._index.within(passage.paragraph_id, *head) if m.actor.kind == "state"]
        for actor in reversed(self.actors.values()):
            if title in actor.offices and (not states or not actor.country or actor.country in states):
                return actor
        return None

    def _pronoun(self, passage: Passage, span: tuple[int, int], main, last_speaker: Actor | None) -> Actor:
        for mention in self._index.within(passage.paragraph_id, main.start, main.start + 1):
            return mention.actor
        if last_speaker is not None:
            self._remember(passage, last_speaker, main.start, main.end, "pronoun")
            return last_speaker
        return self._unnamed(passage, (main.start, main.end), f"unnamed:{main.lower}", main.text, "unnamed", "")

    def _group(self, passage: Passage, span, head, first: int, last: int, title: str) -> Actor:
        tokens = passage.tokens
        noun = tokens[last]
        row = self.groups.get(noun.lemma) or self.groups.get(noun.lower) or {}
        kind = row.get("kind") or (self.titles[title]["kind"] if title else "unnamed")
        sector = row.get("sector") or (self.titles[title]["sector"] if title else "")
        words = [t.text for t in tokens[first : last + 1] if t.tag not in ("DT",)] or [noun.text]
        name = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")
        key = f"{kind}:{' '.join(w.lower() for w in words)}"
        actor = self._unnamed(passage, head, key, name, kind, sector)
        states = [
            m.actor
            for m in self._index.within(passage.paragraph_id, *span)
            if m.actor.kind == "state" and m.actor is not actor
        ]
        if states and not actor.country:
            actor.country = states[0].country
            if kind in ("leader", "office", "spokesperson", "armed-force") and states[0].key not in actor.speaks_for:
                actor.speaks_for.append(states[0].key)
        return actor

    def _unnamed(self, passage: Passage, span: tuple[int, int], key: str, name: str, kind: str, sector: str) -> Actor:
        actor = self.actors.get(key)
        if actor is None:
            actor = self.actors[key] = Actor(
                key, name[:1].upper() + name[1:], kind, "", sector, rule=f"source without a name: {name}"
            )
            actor.first = (passage.paragraph_id, *span)
        self._remember(passage, actor, *span, "phrase")
        return actor

    def _remember(self, passage: Passage, actor: Actor, start: int, end: int, how: str) -> None:
        self.mentions.append(Mention(actor, passage.paragraph_id, start, end, how, passage.text[start:end]))

    def index(self) -> ActorIndex:
        """All actors with their ids, and all mentions."""
        self._speaks_for()
        order = self.order
        placed = [a for a in self.actors.values() if a.first[0]]
        placed.sort(key=lambda a: (order[a.first[0]] or 10**9, a.first[1]))
        counts = {"A": 0, "D": 0}
        for actor in placed:
            letter = "D" if actor.kind == "document" else "A"
            counts[letter] += 1
            actor.actor_id = f"{letter}{counts[letter]:02d}"
        return ActorIndex(placed, [m for m in self.mentions if m.actor.first[0]])

    def _speaks_for(self) -> None:
        for actor in list(self.actors.values()):
            state = self.actors.get(f"state:{actor.country}")
            official = actor.sector in ("GOV", "MIL", "LEG", "SPY") and actor.kind in (
                "leader",
                "office",
                "spokesperson",
            )
            if state is not None and official and state is not actor and state.key not in actor.speaks_for:
                actor.speaks_for.append(state.key)
