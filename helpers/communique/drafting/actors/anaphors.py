"""Whom a phrase means that describes him again: the man, the attackers, the former prime minister."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...coding.pointers import HEADLINE
from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage
from ..lexicon.word_list import lemma_of
from ..lexicon.words import word_set
from .focus import Focus, sort_of
from .mentions import ActorDraft
from .names import Names
from .offices import GENDER_OF

_ATTACKERS = word_set("attacker gunman shooter assailant suspect perpetrator bomber stabber")
_FIGHTERS = _ATTACKERS | word_set("militant rebel terrorist fighter extremist insurgent jihadist")
_TRIED = word_set("defendant accused convict")
_PRIVATE, _PUBLIC = frozenset(("public", "unnamed")), frozenset(("public", "leader", "office"))
#: Nouns that, behind "the", mostly mean a person who was named before, and the kinds of actors that they can mean.
_ANAPHORS = dict.fromkeys(
    _ATTACKERS
    | word_set(
        "man woman boy girl teenager prisoner inmate detainee activist dissident journalist author "
        "expert analyst professor economist historian scholar pensioner retiree widow widower"
    ),
    _PRIVATE,
) | dict.fromkeys(
    word_set(
        "politician lawmaker senator congressman congresswoman candidate billionaire republican democrat executive "
        "backbencher incumbent challenger cleric clergyman preacher pastor imam"
    ),
    _PUBLIC,
)
#: Nouns that, behind "the" and a description, mostly mean the person who was named last.
_AGAIN = word_set(
    "figure nominee billionaire tycoon magnate politician lawmaker senator veteran star frontrunner republican "
    "democrat laureate"
)
#: Of what a leader is who needs no other name: the union | leader.
_OF_A_BODY = word_set(
    "spiritual religious union party tribal community student labour labor liberal conservative tory opposition"
)
_STANDING = word_set(
    "embattled ailing veteran longtime outgoing ousted deposed jailed exiled populist hardline autocratic"
)
_LED = _OF_A_BODY | _STANDING
_NO_QUALITIES = word_set(
    "other foreign local political regional military new next top senior global national interim provincial supreme "
    "de-facto only same main key first second third rebel"
)
_SINCE = ("-popular", "-serving", "-time", "-wing", "-elected", "-right", "-left")  # the once-popular | leader
_RULING = frozenset(("president", "prime minister", "premier", "chancellor", "king"))
_EXPLAINED = frozenset(("of", "who", "that", "whose", "named", "from", "in", "for", ","))
DESCRIBES = frozenset(("who", "that", "of", "whose", "named", "from"))
_GENDER_OF_NOUN = {"man": "m", "boy": "m", "woman": "f", "girl": "f"}
_HOW_MANY = word_set("one two three four five six seven eight nine ten")


@dataclass
class Anaphors:
    """Knows whom an article has mentioned; `guessed` keeps the places of phrases whose actor is a guess."""

    names: Names
    people: Mapping[str, object]  # nouns for people
    unnamed: dict[str, ActorDraft]
    guessed: set[tuple[str, int]]
    country: Callable[[Passage, NounPhrase], str]
    hero: str | None = None  # the key of the person whom the article names most, once it is known

    def whom(self, passage: Passage, noun: NounPhrase, title: str, focus: Focus) -> ActorDraft | None:
        """The actor that a phrase such as "the man" means, if the article has mentioned him; `title` is its office."""
        if passage.paragraph_id == HEADLINE:
            return self._first_of_the_text(passage, noun)
        return self.alone(passage, noun, focus) or self._described_again(passage, noun, title, focus)

    def alone(self, passage: Passage, noun: NounPhrase, focus: Focus) -> ActorDraft | None:
        """The attackers of the report, for "the attackers"; for "the man" the person who acted last before."""
        tokens, head = passage.tokens, passage.tokens[noun.head]
        if head.lemma in _ATTACKERS and head.tag == "NNS" and noun.head == noun.first + 1:
            fighters = (a for a in self.unnamed.values() if lemma_of(a.name.split()[-1].lower()) in _FIGHTERS)
            several = [a for a in fighters if a.plural]
            if tokens[noun.first].lower == "the" and len(several) == 1:
                return several[0]  # gunmen; the attackers
        behind = tokens[noun.last] if noun.last < len(tokens) else None
        parent = head.lower in ("mother", "father") and behind is not None and behind.lower == "of"
        parent = parent and tokens[noun.last + 1].lower in _HOW_MANY  # the mother | of three
        aged = parent or head.lower.endswith("-year-old") or head.lower.startswith(("mother-of-", "father-of-"))
        sorts = _PUBLIC if aged or head.lower in _TRIED else _ANAPHORS.get(head.lower)
        if sorts is None or tokens[noun.first].lower != "the" or noun.head != noun.first + 1:
            return None
        if head.lower in _ATTACKERS:
            known = [a for a in self.unnamed.values() if a.name.split()[-1].lower() in _ATTACKERS and not a.plural]
            if known:
                return known[0]
        same = any(a.name.split()[-1].lower() == head.lower for a in self.unnamed.values())
        described = behind is not None and (behind.lower in DESCRIBES or behind.tag[:3] == "NNP")
        if same or (described and not parent):
            return None
        gender = GENDER_OF.get(head.lower, _GENDER_OF_NOUN.get(head.lower, ""))
        for actor in (self._hero(passage) if head.lower in _TRIED else None, focus.before, focus.recent):
            fits = actor is not None and actor is not focus.now and actor.kind in sorts
            fits = fits and not (actor is not None and head.lower in _TRIED and actor.sector == "JUD")
            if fits and actor is not None and (actor.gender or gender) == (gender or actor.gender):
                self.guessed.add((passage.paragraph_id, head.start))
                return actor
        return None

    def _described_again(self, passage: Passage, noun: NounPhrase, title: str, focus: Focus) -> ActorDraft | None:
        """Whom other words for him mean: Ann Lind left; the former prime minister, the Lomar billionaire."""
        tokens, head = passage.tokens, passage.tokens[noun.head]
        inside = [t.lower for t in tokens[noun.first + 1 : noun.head]]
        again = head.lower in _AGAIN or ("former" in inside and (title or head.lemma in self.people))
        quality = inside and all(t.tag == "JJ" and t.lower == t.text for t in tokens[noun.first + 1 : noun.head])
        quality = quality and head.lower == "leader" and _NO_QUALITIES.isdisjoint(inside)  # the volatile | leader
        led = (head.lower == "leader" and (not _LED.isdisjoint(inside) or quality)) or (
            (title or head.lower == "leader") and any(w in _STANDING or w.endswith(_SINCE) for w in inside)
        )
        aged = any(word.endswith("-year-old") for word in inside) and (title or head.lemma in self.people)
        again = again or led or aged
        if tokens[noun.first].lower != "the" or head.tag not in ("NN", "NNP") or not inside or not again:
            return None
        end = noun.last + len(title.split()) - 1 if " of " in title else noun.last  # the former secretary | of state
        behind = tokens[end] if end < len(tokens) else None
        named = behind is not None and (behind.tag[:3] in ("NNP", "WP") or behind.lower in _EXPLAINED)
        named = named and [t.tag for t in tokens[end + 1 : end + 2]] != ["VBG"]  # accused the leader of | taking bribes
        same = any(a.name.split()[-1].lower() == head.lower for a in self.unnamed.values())
        last = focus.before, focus.recent
        last_first = aged or (led and bool(_OF_A_BODY.intersection(inside)))
        people = (*last, self._hero(passage)) if last_first else (self._hero(passage), *last)
        for actor in people if not (named or same) else ():
            here = (actor is focus.now or actor is focus.here) and (last_first or not led)
            if actor is not None and "opposition" in inside and not _RULING.isdisjoint(actor.offices):
                continue
            judges = actor is not None and actor.sector == "JUD" and bool(led)
            if actor is not None and actor.key.startswith("person:") and not (here or judges):
                self.guessed.add((passage.paragraph_id, head.start))
                return actor
        return None

    def _hero(self, passage: Passage) -> ActorDraft | None:
        """The person whom the article names most, where this paragraph or the one before names him."""
        if self.hero is None:
            people = [key for key in self.names.places if key.startswith("person:")]
            self.hero = max(people, key=lambda key: len(self.names.places[key]), default="")
        places, here = self.names.places.get(self.hero, []), self.names.order[passage.paragraph_id]
        last = bisect_left(places, (here + 1, 0)) - 1
        return self.names.actors.get(self.hero) if last >= 0 and places[last][0] >= here - 1 else None

    def _first_of_the_text(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Whom a headline's first phrase means: Fiancée of a writer | left, where the text begins with Ann Lind."""
        head = passage.tokens[noun.head]
        passages = self.names.prose.passages
        if noun.first or head.tag not in ("NN", "NNP") or head.lower not in self.people or len(passages) < 2:
            return None
        begins = passages[1].paragraph_id
        here = [a for a in self.unnamed.values() if a.first[0] == begins and sort_of(a) == "person"]
        places = [(a.first[1], a.key, a) for a in here]
        for key, actor in self.names.actors.items():
            at = next(
                (start for order, start in self.names.places.get(key, ()) if order == self.names.order[begins]), -1
            )
            places += [(at, key, actor)] if at >= 0 and key.startswith("person:") else []
        first = min(places)[2] if places else None
        ruler = head.lower == "leader" or self.names.offices.row(head.lower) is not None
        fits = first is not None and (first.kind in ("leader", "office") if ruler else first.kind in _PRIVATE)
        country = self.country(passage, noun)
        return first if first is not None and fits and first.country in ("", country or first.country) else None
