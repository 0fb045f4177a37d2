"""Whom a phrase without a name means: the president, two officials, the court, the suspect."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...coding.pointers import HEADLINE
from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage
from ..grammar.tokens import Token
from ..lexicon.words import listed, word_set
from .anaphors import Anaphors
from .descriptions import Descriptions
from .focus import Focus
from .groups import OWNED, STATE_NOUNS, Groups
from .mentions import ActorDraft
from .names import Names

_FIRMS = word_set("bank lender airline carrier retailer carmaker automaker")
_BODY_NOUNS = listed("bodies")
_SORTS_OF_BODIES = word_set("court ministry union committee council department bank party university")
_ARMED_TOO = word_set("group organisation organization")
_BESIDE = 35  # characters
_WITH_SPOKESMEN = word_set("ministry army military police government commission court council palace")
_AGENCY_WORDS = frozenset(("agency", "bureau", "regulator"))
_AGENCY_ENDS = word_set("agency bureau commission administration authority service")
_AGENCIES = frozenset(("news agency", "news service", "wire service", "news channel"))
_MILITANT = word_set("militant armed terror terrorist rebel islamist insurgent paramilitary guerrilla")
_LEGISLATURES = word_set("parliament congress senate")
#: Words for several, with those of whom they are behind "of".
_SEVERAL = frozenset(("group", "groups", "number", "handful", "couple"))
SORTS_BEHIND_NAMES = _BODY_NOUNS | word_set("news movement militia website channel magazine daily")
_RULERS = ("president", "prime minister", "chancellor", "leader", "king", "crown prince", "premier", "supreme leader")
_TOP_DIPLOMATS = ("foreign minister", "secretary of state", "foreign secretary")
#: Before an office: who has it at another time.
_OTHER_HOLDERS = word_set("first next previous second third late")


@dataclass
class CommonNouns:
    """Finds, or makes, the actors of phrases without a name while an article is read.

    Groups without a name ("two officials") become actors, but are only kept if somebody asks for them.
    """

    names: Names
    groups: dict[str, dict[str, str]]
    people: Mapping[str, object]  # nouns for people
    meant: dict[tuple[str, int], ActorDraft]  # whom each phrase read so far means, by its head's place
    guessed: set[tuple[str, int]] = field(default_factory=set)  # places of phrases whose actor is a guess
    focus: dict[str, Focus] = field(default_factory=dict)  # by the sort of pronoun

    def __post_init__(self) -> None:
        self.made = Groups(self.names, self.groups, self.people)
        self.described = Descriptions(self.names, self.people)
        self._anaphors = Anaphors(self.names, self.people, self.made.unnamed, self.guessed, self.made.country)

    def actor_of(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """the president, her spokesman, two officials, the country: a phrase without a name."""
        tokens = passage.tokens
        head = tokens[noun.head]
        if head.tag not in ("NN", "NNS", "NNP", "NNPS"):
            return None
        if head.text == "justice" and tokens[noun.first].tag not in ("DT", "PRP$"):
            return None  # to bring them to justice
        if head.text == "head" and tokens[noun.first].tag == "PRP$" and noun.head == noun.first + 1:
            return None  # over his head
        several = self.made.several(passage, noun) if head.lower in _SEVERAL else self._subject(tokens, noun)
        if several is not None:
            return several
        title = self._long_title(tokens, noun) or self.names.offices.ending(tokens, noun.first, noun.head + 1)
        bare = passage.paragraph_id == HEADLINE  # Mayor says no, Greek prime minister | visits Cairo
        bare = bare or (noun.first == noun.head and head.text[0].isupper() and noun.first > 0)  # President signed
        definite = (title or head.lower in STATE_NOUNS) and (bare or _is_definite(tokens, noun))
        others = {t.lower for t in tokens[noun.first : noun.head + 1 - len(title.split())]} & _OTHER_HOLDERS
        if title and definite and not others:
            here = (self.names.order[passage.paragraph_id], tokens[noun.first].start) if not bare else None
            holder = self.described.holder(title, self.made.country(passage, noun), here)
            if holder is not None and not self._is_of_another(tokens, noun, holder):
                return holder
        if head.lower in STATE_NOUNS and tokens[noun.first].tag == "PRP$":
            return self._own_country(passage, noun)
        if head.lower == "side" and tokens[noun.first].lower == "the":
            side = self.names.actors.get(f"state:{self.made.country(passage, noun)}")
            if side is not None:
                return side  # the US | side
        ruler = self._ruler(passage, noun)
        if ruler is not None:
            return ruler
        if title and self.names.order[passage.paragraph_id] < 2 and tokens[noun.first].lower in ("a", "an"):
            holders = self.described.holders(title)
            if len(holders) == 1 and title in self.names.offices.rows:
                return holders[0]  # a Lomar sheriff, whom the report names later
        thing = self.focus["thing"]
        if head.lower in STATE_NOUNS and definite:
            return thing.choose(kind="state")
        alone = noun.head == noun.first + 1 and tokens[noun.first].lower == "the"
        alone = alone or (noun.first == noun.head and head.lower in _LEGISLATURES)
        small = " ".join(t.lower for t in tokens[noun.first : noun.head + 1] if t.tag in ("JJ", "NN", "NNS"))
        named = self.described.in_small(small, passage, noun, self.made.country) if " " in small else None
        named = named or self._body(passage, noun, alone=alone)
        named = named or self._anaphors.whom(passage, noun, title, self.focus["person"])
        if named is not None:
            return named
        body = self._body_again(tokens, noun, alone=alone) or self._armed_group(tokens, noun)
        return body or self.made.group(passage, noun, title)

    def _body_again(self, tokens: list[Token], noun: NounPhrase, *, alone: bool) -> ActorDraft | None:
        """The body named last, for "the agency", or "the news agency"."""
        thing, word = self.focus["thing"], tokens[noun.head].lower
        if noun.head == noun.first + 2 and f"{tokens[noun.head - 1].lower} {word}" in _AGENCIES:
            return thing.of_kind.get("media") if tokens[noun.first].lower == "the" else None
        if not alone or (word != "bank" and word not in _BODY_NOUNS - _SORTS_OF_BODIES):
            return None
        kinds = {"organisation", "office", "media"} if word != "group" else {"organisation"}
        kinds |= {"armed-force"} if word in _ARMED_TOO else set()
        for body in (thing.before, thing.recent, thing.now):
            known = body is not None and body.kind in kinds and body.key in self.names.actors and body.sector != "LEG"
            if known and body is not None and (body.sector == "BUS" or word not in _FIRMS):
                return body
        return self._only_body(word)

    def _only_body(self, word: str) -> ActorDraft | None:
        """The one firm, or the one agency, that the article has named: Zorin Bank; the bank."""
        bodies = [a for a in self.names.actors.values() if a.kind == "organisation" and a.key in self.names.places]
        if word in _FIRMS or word == "company":
            bodies = [a for a in bodies if a.sector == "BUS"]
        elif word in _AGENCY_WORDS:
            bodies = [a for a in bodies if a.name.split()[-1].lower() in _AGENCY_ENDS]
        else:
            return None
        return bodies[0] if len(bodies) == 1 else None

    def _armed_group(self, tokens: list[Token], noun: NounPhrase) -> ActorDraft | None:
        """The armed force named last, for "the militant group"."""
        inside = {t.lower for t in tokens[noun.first + 1 : noun.head]}
        if tokens[noun.head].lower not in _ARMED_TOO or tokens[noun.first].lower != "the" or not inside & _MILITANT:
            return None
        thing = self.focus["thing"]
        before = (thing.now, thing.before, thing.recent, thing.of_kind.get("armed-force"))
        forces = (a for a in before if a is not None and a.kind == "armed-force" and a.key in self.names.actors)
        return next(forces, None)

    def _is_of_another(self, tokens: list[Token], noun: NounPhrase, holder: ActorDraft) -> bool:
        """Whether an office is of a place or body that is never named beside its holder: Ohio's governor."""
        end = next((n for n in range(noun.first, noun.head) if tokens[n].tag == "POS"), 0)
        of = " ".join(t.text for t in tokens[noun.first : end] if t.tag[:3] == "NNP")
        known = self.names.gazetteer.at(tokens, noun.first) if of else None
        if known is None or known[1].how != "place":
            of = self._body_inside(tokens, noun)
        named = self.names.places.get(holder.key, ())
        beside = (self.names.prose.passages[order].text[max(0, at - _BESIDE) : at + _BESIDE] for order, at in named)
        return bool(of) and not any(of in text for text in beside)

    def _body_inside(self, tokens: list[Token], noun: NounPhrase) -> str:
        """The body whose spokesman or head somebody is: the Nato spokesman, a foreign ministry spokesman."""
        for n in range(noun.head - 1, noun.first - 1, -1):
            known = self.names.gazetteer.at(tokens, n)
            if known is not None and known[1].kind in ("organisation", "armed-force"):
                return tokens[n].text
            if tokens[n].lower in _WITH_SPOKESMEN:
                return tokens[n].text
        return ""

    def _long_title(self, tokens: list[Token], noun: NounPhrase) -> str:
        """An office that goes on behind "of": his chief | of staff, the former secretary | of state."""
        if noun.last >= len(tokens) or tokens[noun.last].lower != "of":
            return ""
        size = self.names.offices.at(tokens, noun.head, min(len(tokens), noun.head + 4))
        title = [t.lower for t in tokens[noun.head : noun.head + size]]
        return " ".join(title) if "of" in title else ""

    def _own_country(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Which state "his country" means: that of the person "his" means."""
        owner = self.meant.get((passage.paragraph_id, passage.tokens[noun.first].start))
        state = self.names.actors.get(f"state:{owner.country}") if owner is not None and owner.country else None
        return state or self.focus["thing"].choose(kind="state")

    def _ruler(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Whom the French leader or the top US diplomat means: who has such an office of that state, named last."""
        tokens, head = passage.tokens, passage.tokens[noun.head].lower
        top = any(t.lower in ("top", "chief") for t in tokens[noun.first : noun.head])
        if any(t.tag == "NN" for t in tokens[noun.first : noun.head]):
            return None  # the French opposition leader
        offices = _RULERS if head == "leader" and not top else _TOP_DIPLOMATS if head == "diplomat" and top else ()
        country = self.made.country(passage, noun) if offices and _is_definite(tokens, noun) else ""
        holders = (self.described.holder(office, country) for office in offices) if country else ()
        return next((a for a in holders if a is not None and a.key in self.names.places), None)

    def _subject(self, tokens: list[Token], noun: NounPhrase) -> ActorDraft | None:
        """Of what a phrase says who it is: the Court of Session is | the highest court."""
        says_who = tokens[noun.first].lower == "the" and noun.first > 1 and tokens[noun.first - 1].lemma == "be"
        sort = "thing" if tokens[noun.head].lower in _BODY_NOUNS else "person"
        return self.focus[sort].now if says_who else None

    def _body(self, passage: Passage, noun: NounPhrase, *, alone: bool) -> ActorDraft | None:
        """The named body that a phrase means: the court, the three-judge court, and in a headline a Scottish court."""
        word = passage.tokens[noun.head].lower
        if passage.paragraph_id == HEADLINE and word in _SORTS_OF_BODIES:
            return self.described.only_body(word, self.made.country(passage, noun))
        high = [t.lower for t in passage.tokens[noun.first + 1 : noun.head]]
        if word == "court" and high in (["high"], ["top"], ["highest"]) and passage.tokens[noun.first].lower == "the":
            return self.described.body(passage, noun)  # the Supreme Court; the high court
        if self._is_sort_of_the(passage.tokens, noun):
            return self.described.only_body(word, "")
        if word == "police" and noun.first == noun.head:
            return self.described.only_police()
        return self.described.body(passage, noun) if alone and word not in self.made.described else None

    def _is_sort_of_the(self, tokens: list[Token], noun: NounPhrase) -> bool:
        """Whether nothing but "three-judge" or "Lomar-based" comes between "the" and a noun for a body."""
        inside = tokens[noun.first + 1 : noun.head]
        hyphens = bool(inside) and all("-" in t.text and t.text.partition("-")[2] not in OWNED for t in inside)
        return tokens[noun.first].lower == "the" and hyphens and tokens[noun.head].lower in _SORTS_OF_BODIES


def _is_definite(tokens: list[Token], noun: NounPhrase) -> bool:
    return tokens[noun.first].lower in ("the", "this", "that", "its", "his", "her", "their") or any(
        tokens[i].tag == "POS" for i in range(noun.first, noun.head)
    )
