"""Whose people act and are acted upon, where they are called by no country: the sentence's own words tell."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..grammar.prose import Prose
from ..lexicon.words import word_set
from .gazetteer import Gazetteer
from .mentions import NOT_NAMED, ActorDraft, ActorIndex

_STATELESS = frozenset(("organisation", "media", "document"))
_RULERS = frozenset(("state", "leader"))  # who deal with other states' governments
_ENVOYS = word_set("ambassador ambassadors diplomat diplomats envoy envoys consul consuls")
_CAPTIVES = word_set("captured captive captives prisoner prisoners hostage hostages")
#: What several states have, or people of any state are.
_OF_SEVERAL = tuple(
    word_set(
        "sides presidents countries nations states governments allies partners leaders "
        "community world ministers christians muslims dissidents ambassadors parties"
    )
)
_OF_OTHERS = word_set(
    "foreign european arab african asian western coalition member allied us-led u.s.-led un-backed attackers "
    "refugees migrants asylum-seekers hostages tourists immigrants expatriates foreigners "
    "multinational international local settlers attacker west europe asia africa"
)
_OUTSIDE = (" from ", " from the ", " against ", " against the ", " with ", " with the ")
_FRIEND_OF = ("ally of ", "allies of ", "partner of ", "neighbour of ", "neighbor of ", "friend of ")
_AT_A_PLACE = ("in ", "at ", "near ", "from ", "In ", "At ", "in the ", "off ")


@dataclass(frozen=True)
class Countries:
    """Gives actors without a country that of their sentence."""

    prose: Prose
    index: ActorIndex
    gazetteer: Gazetteer

    def give(
        self,
        place: tuple[str, int, int],
        actors: list[ActorDraft],
        recipients: list[ActorDraft],
        judges: frozenset[str] = frozenset(),
        aside: Collection[int] = (),
        *,
        at_home: bool = False,
        expelled: bool = False,
    ) -> None:
        """An actor or a recipient without a country takes the one that the sentence names and the other has not.

        Where nobody is acted upon, the one other state that is named beside the deed is, unless it is one of the
        `judges` (country codes) that only speak of it: France condemned the Russian attack. States named only at the
        characters `aside` are no part of it: while Ghana waited. Those who act `at_home` are of the one country that
        is named; those who are `expelled` are of another.
        """
        mentions = [m for m in self.index.within(*place) if m.actor.country and m.actor.kind in ("state", "public")]
        text = self.prose.passage(place[0]).text
        named = list(dict.fromkeys(m.actor.country for m in mentions) or dict.fromkeys(self._towns(*place)))
        if not recipients:
            theirs = {a.country for a in actors}
            not_theirs = [m for m in mentions if m.actor.country not in theirs | judges]
            beside = [m for m in not_theirs if m.start not in aside and not text.endswith(_AT_A_PLACE, 0, m.start)]
            beside = [m for m in beside if not text.endswith(_FRIEND_OF, 0, m.start)]
            if len({m.actor.country for m in beside}) == 1 and theirs - {""}:
                recipients.append(beside[0].actor)
        if at_home:
            named = [m.actor.country for m in mentions if not text.endswith((" by ", " by the "), 0, m.start)]
        takers = [m.actor.country for m in mentions if text.endswith((" to ", " to the "), 0, m.start)]
        outside = [m.actor.country for m in mentions if text.endswith(_OUTSIDE, 0, m.start)]
        givers = [code for code in named if code not in takers and code not in outside]
        for mine, others, order in ((actors, recipients, givers), (recipients, actors, named[::-1])):
            if any(a.country for a in mine):
                continue
            free = [code for code in order if code not in {a.country for a in others}]
            own = mine is recipients or at_home  # the ruler's own opposition
            home = free or (order if own and len(order) == 1 else [])
            abroad = any(a.kind in _RULERS for a in others)
            towns = [c for c in self._towns(*place) if c not in {a.country for a in others}]
            for actor in mine:
                other = expelled or _is_foreign(actor) or (abroad and actor.kind == "office" and actor.sector == "GOV")
                free = [c for c in home if c not in {a.country for a in others}] if other else home
                several = mine is recipients and actor.name.lower().endswith(_OF_SEVERAL)
                several = several or actor.kind == "state"  # some 20 countries
                several = several or (mine is actors and actor.sector in ("REB", "UAF"))
                several = several or self._is_of_a_region(actor)
                owner = self._person_in(actor)
                if mine is recipients and free == order and towns and order == [others[0].country if others else ""]:
                    free = towns  # killed by Israeli forces in | Gaza
                if owner is not None:
                    actor.country = owner.country  # Mr Lind's critics, members of his government
                elif free and not (actor.key.startswith("person:") or several or _is_of_no_state(actor)):
                    actor.country, actor.country_guessed = free[0], True

    def _person_in(self, actor: ActorDraft) -> ActorDraft | None:
        """The person whose people an actor's name says that they are."""
        if actor.key.startswith("person:") or not actor.first[0]:
            return None
        inside = self.index.within(*actor.first)
        return next((m.actor for m in inside if m.actor is not actor and m.actor.key.startswith("person:")), None)

    def _is_of_a_region(self, actor: ActorDraft) -> bool:
        """Whether an adjective says whose somebody is that is no state's: the Tigrayan | forces."""
        paragraph_id, start, end = actor.first
        if not paragraph_id or actor.kind in ("state", "leader"):
            return False
        passage = self.prose.passage(paragraph_id)
        tokens, first = passage.tokens, passage.token_at(start)
        first += tokens[first].tag == "DT" or not first
        words = tokens[first : passage.token_at(end - 1) + 1]
        named = [t for t in words[:-1] if t.tag in ("JJ", "NNP") and t.text[0].isupper()]
        noun = bool(words) and words[-1].text.islower()
        return noun and any(self.gazetteer.at(tokens, t.index) is None for t in named)

    def _towns(self, paragraph_id: str, start: int, end: int) -> Iterator[str]:
        """The countries of the towns between two places of a passage: Lagos."""
        passage = self.prose.passage(paragraph_id)
        n, last = passage.token_at(start), passage.token_at(end - 1)
        while n <= last:
            known = self.gazetteer.at(passage.tokens, n) if passage.tokens[n].text[0].isupper() else None
            if known is not None and known[1].how == "place" and known[1].country:
                yield known[1].country
            n += known[0] if known is not None else 1


def _is_of_no_state(actor: ActorDraft) -> bool:
    """Whether a sentence's state is none of an actor's: a court may judge any, and two sides have two."""
    name = actor.name.lower()
    several = name.endswith(("sides", "presidents", "allies")) or not _OF_OTHERS.isdisjoint(name.split())
    return actor.kind in _STATELESS or actor.sector in ("JUD", "IGO") or several or actor.key == NOT_NAMED


def _is_foreign(actor: ActorDraft) -> bool:
    """Whether nobody does such a thing to one's own: Peru expelled the ambassador, freed five captured sailors."""
    words = actor.name.lower().split()
    return words[-1] in _ENVOYS or not _CAPTIVES.isdisjoint(words)
