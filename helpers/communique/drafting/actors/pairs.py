"""Those who are meant by "both countries", "the two leaders", or "their presidents, Ann Lind and Karl Beck"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage
from ..grammar.tokens import Token
from ..lexicon.words import word_set
from .mentions import ActorDraft, MentionDraft
from .names import Names

_STATES = word_set("countries nations states neighbours neighbors governments capitals")
_SIDES = word_set("sides parties")
_PEOPLE = word_set("men women leaders presidents ministers premiers rivals candidates")
_HOW = ("name", "alias", "demonym")
_WHERE = (" in ", " In ", " at ", " near ")
_NO_SIDES = frozenset(("BUS", "IGO"))
_FAR = 3  # passages
_LONGEST_OF = 8  # words
_OFTEN = 3  # mentions


@dataclass
class Pairs:
    """The mentions of an article by name, in order, and the last two of a sort before a place."""

    names: Names
    _named: list[MentionDraft] = field(default_factory=list)
    _places: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        order = self.names.order
        self._named = [m for m in self.names.mentions if m.how in _HOW]
        self._named.sort(key=lambda m: (order[m.paragraph_id], m.start))
        self._starts = {(m.paragraph_id, m.start): m for m in self._named if m.how == "name"}
        self._places = [(order[m.paragraph_id], m.start) for m in self._named]

    def both(
        self, passage: Passage, noun: NounPhrase, tokens: list[Token], without: Sequence[ActorDraft] = ()
    ) -> list[ActorDraft]:
        """The two named last before a phrase that means two, in the order of the text; none where it is no such phrase.

        `without` are those who do something to the two: neither they nor their states are of them.
        """
        named = self.explained(passage, noun, tokens)
        if named:
            return named
        first, head = [t.lower for t in tokens[noun.first : noun.first + 2]], tokens[noun.head].lower
        if first[0] != "both" and first != ["the", "two"]:
            return []
        kinds = ("state",) if head in _STATES else ("state", "organisation", "armed-force") if head in _SIDES else ()
        if not kinds and head not in _PEOPLE:
            return []
        main = self._main_two(without) if head in _STATES else []
        if main:
            return main
        here = self.names.order[passage.paragraph_id], tokens[noun.first].start
        others = {a.key for a in without} | {f"state:{a.country}" for a in without if a.country}
        pair: dict[str, ActorDraft] = {}
        for n in range(bisect_left(self._places, here) - 1, -1, -1):
            actor = self._named[n].actor
            if self._places[n][0] < here[0] - _FAR or len(pair) == 2:
                break
            text = self.names.prose.passage(self._named[n].paragraph_id).text
            if actor.key in others or actor.sector in _NO_SIDES or text.endswith(_WHERE, 0, self._named[n].start):
                continue  # met in | Oslo
            if self._only_describes(self._named[n]):
                continue  # the | GOP | contests
            if kinds and actor.country and actor.country in {a.country for a in pair.values()}:
                continue  # two sides, and not: Pakistan and its army
            if actor.kind in kinds or (not kinds and actor.key.startswith("person:")):
                pair.setdefault(actor.key, actor)
        return list(pair.values())[::-1] if len(pair) == 2 else []

    def _only_describes(self, mention: MentionDraft) -> bool:
        """Whether a body's name only says of what sort a thing or an official is: a former | UN | ambassador."""
        tokens = self.names.prose.passage(mention.paragraph_id).tokens
        behind = self.names.prose.passage(mention.paragraph_id).token_at(mention.end - 1) + 1
        noun = behind < len(tokens) and tokens[behind].tag in ("NN", "NNS", "NNP", "JJ")
        return noun and mention.actor.kind == "organisation"

    def explained(self, passage: Passage, noun: NounPhrase, tokens: list[Token]) -> list[ActorDraft]:
        """The people whom a list behind a comma names: their presidents, | Ann Lind and Karl Beck, met."""
        head, at = tokens[noun.head], noun.last
        office = head.lower in _PEOPLE or self.names.offices.row(head.lemma) is not None
        people: list[ActorDraft] = []
        if [t.lower for t in tokens[at : at + 1]] == ["of"]:  # the presidents | of Ghana and Togo
            at = next((n for n in range(at, min(len(tokens), at + _LONGEST_OF)) if tokens[n].text == ","), at)
        if head.tag != "NNS" or not office or [t.text for t in tokens[at : at + 1]] != [","]:
            return people
        joined = False
        while at < len(tokens) and tokens[at].lower in (",", "and"):
            at += 1 + ([t.lower for t in tokens[at : at + 2]] == [",", "and"])
            joined = joined or tokens[at - 1].lower == "and"
            mention = self._starts.get((passage.paragraph_id, tokens[at].start)) if at < len(tokens) else None
            if mention is None or not mention.actor.key.startswith("person:"):
                return people if joined else []
            people.append(mention.actor)
            at = next((n for n in range(at, len(tokens)) if tokens[n].start >= mention.end), len(tokens))
        closed = at >= len(tokens) or tokens[at].text in (".", ";", ")")
        return people if joined and closed else []

    def _main_two(self, without: Sequence[ActorDraft]) -> list[ActorDraft]:
        """The two states that a report is about: named thrice, and half as often again as any other."""
        others = {a.key for a in without} | {f"state:{a.country}" for a in without if a.country}
        states = Counter(m.actor.key for m in self._named if m.actor.kind == "state" and m.actor.key not in others)
        often = [*states.most_common(3), ("", 0)]
        if len(often) < 3 or often[1][1] < max(_OFTEN, 1.5 * often[2][1]):
            return []
        return [self.names.actors[key] for key, _ in often[:2]]
