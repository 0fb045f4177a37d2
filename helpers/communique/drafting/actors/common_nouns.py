"""Whom a phrase without a name means: the president, two officials, the court, the suspect."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...coding.pointers import HEADLINE
from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage
from ..grammar.tokens import Token
from ..lexicon.words import listed, word_set
from .anaphors import Anaphors
from .bodies import Bodies
from .descriptions import Descriptions
from .focus import Focus
from .group_names import field_of
from .groups import STATE_NOUNS, Groups
from .holders import Holders
from .mentions import ActorDraft
from .names import Names

_BODY_NOUNS = listed("bodies")
_BESIDE = 35  # characters
_OF_A_PART = re.compile(
    r"\b[Ss]tate (?:government|police|capital|legislature|assembly|unit|court|law|lawmaker|governor|senator|Senate)"
)
_KINGDOMS = frozenset(
    ("SAU", "JOR", "MAR", "THA", "BHR", "GBR", "ESP", "NLD", "NOR", "SWE", "DNK", "BEL", "BTN", "KHM", "SWZ", "LSO")
)
_WITH_SPOKESMEN = word_set("ministry army military police government commission court council palace")
#: Words for several, with those of whom they are behind "of".
_SEVERAL = frozenset(("group", "groups", "number", "handful", "couple", "team", "teams"))
SORTS_BEHIND_NAMES = _BODY_NOUNS | word_set("news movement militia website channel magazine daily")
_TIED = word_set("ally partner backer supporter rival enemy neighbour neighbor opponent critic")
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
        self.holders = Holders(self.names)
        self.described = Descriptions(self.names, self.people, self.holders)
        self.bodies = Bodies(self.names, self.made)
        self._heads: dict[str, ActorDraft | None] = {}  # of bodies, by their keys
        self._texts: dict[str, list[str]] = {}  # before the mentions of people, by their keys
        self._anaphors = Anaphors(self.names, self.people, self.made.unnamed, self.guessed, self.made.country)

    def actor_of(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """the president, her spokesman, two officials, the country: a phrase without a name."""
        tokens = passage.tokens
        head = tokens[noun.head]
        if head.tag not in ("NN", "NNS", "NNP", "NNPS") or _is_idiom(tokens, noun):
            return None
        several = self.made.several(passage, noun) if head.lower in _SEVERAL else self._subject(tokens, noun)
        if several is not None:
            return several
        if head.lower.startswith("ex-") and noun.head == noun.first + 1:
            office = head.lower.removeprefix("ex-")  # former president Ann Lind; the ex-president
            held = self.holders.one(f"former {office}", "") or self.holders.one(office, "")
            if held is not None:
                return held
        title = self._long_title(tokens, noun) or self.names.offices.ending(tokens, noun.first, noun.head + 1)
        bare = passage.paragraph_id == HEADLINE  # Mayor says no, Greek prime minister | visits Cairo
        bare = bare or (noun.first == noun.head and head.text[0].isupper() and noun.first > 0)  # President signed
        of_state = tokens[noun.first].text[0].isupper() and head.tag == "NN" and noun.head > noun.first
        bare = bare or (of_state and bool(title and self.made.country(passage, noun)))  # told Ukrainian president
        definite = (title or head.lower in STATE_NOUNS) and (bare or _is_definite(tokens, noun))
        begins = noun.head if " of " in title else noun.head + 1 - len(title.split())  # the head | of state
        others = {t.lower for t in tokens[noun.first : begins]} & _OTHER_HOLDERS
        if title and definite and not others:
            here = (self.names.order[passage.paragraph_id], tokens[noun.first].start) if not bare else None
            holder = self.holders.one(title, self.made.country(passage, noun), here)
            if holder is not None and any(t.lower == "former" for t in tokens[noun.first : noun.head]):
                before = [a for a in self.holders.of(title) if not self._is_in_office(a, title)]
                holder = before[0] if len(before) == 1 else None
            if holder is not None and not self._is_of_another(tokens, noun, holder):
                return holder
        if head.lower in STATE_NOUNS and tokens[noun.first].tag == "PRP$":
            return self._own_country(passage, noun)
        if head.lower == "side" and tokens[noun.first].lower == "the":
            side = self.names.actors.get(f"state:{self.made.country(passage, noun)}")
            if side is not None:
                return side  # the US | side
        owner, noun = self._owned(passage, noun)
        in_office = self._ruler(passage, noun) or self._counterpart(passage, noun, owner)
        in_office = in_office or self._head_of_body(passage, noun)
        if in_office is not None:
            return in_office
        if title and self.names.order[passage.paragraph_id] < 2 and tokens[noun.first].lower in ("a", "an"):
            holders = self.holders.of(title)
            if len(holders) == 1 and title in self.names.offices.rows:
                return holders[0]  # a Lomar sheriff, whom the report names later
        thing = self.focus["thing"]
        if head.lower in STATE_NOUNS and definite:
            of_faith = f"{tokens[noun.head - 1].lower} {head.lower}" == "islamic republic"
            iran = self.names.actors.get("state:IRN") if of_faith else None
            return iran or self._state(head.lower)
        named = self.bodies.meant(passage, noun, thing) if not field_of(tokens, noun) else None
        named = named or self._anaphors.whom(passage, noun, title, self.focus["person"])
        return named or self._ally_of(passage, noun) or self.made.group(passage, noun, title, owner)

    def _owned(self, passage: Passage, noun: NounPhrase) -> tuple[ActorDraft | None, NounPhrase]:
        """Whom "his" at a phrase's beginning means, or a state without its name, and the phrase: its ministry."""
        tokens = passage.tokens
        if tokens[noun.first].tag == "PRP$":
            return self.meant.get((passage.paragraph_id, tokens[noun.first].start)), noun
        end = next((n for n in range(noun.first + 1, noun.head) if tokens[n].tag == "POS"), 0)
        state = self.meant.get((passage.paragraph_id, tokens[end - 1].start)) if end else None
        if state is None or state.kind != "state" or tokens[end - 1].lemma not in STATE_NOUNS:
            return None, noun
        return state, NounPhrase(end + 1, noun.last, noun.head)  # the country's | foreign ministry

    def told_of(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Whom "the woman" would mean without the name that follows."""
        actor = self._anaphors.alone(passage, noun, self.focus["person"])
        self.guessed.discard((passage.paragraph_id, passage.tokens[noun.head].start))
        return actor

    def _counterpart(self, passage: Passage, noun: NounPhrase, owner: ActorDraft | None) -> ActorDraft | None:
        """Who has the same office elsewhere: his Russian | counterpart."""
        if passage.tokens[noun.head].lower != "counterpart":
            return None
        return self.holders.counterpart(owner, self.made.country(passage, noun))

    def _ally_of(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Those who are named by whose they are: Togo and | its allies, | Togo's allies."""
        tokens, head, first = passage.tokens, passage.tokens[noun.head], passage.tokens[noun.first]
        if head.lemma not in _TIED:
            return None
        end = next((n for n in range(noun.first, noun.head) if tokens[n].tag == "POS"), noun.first)
        owner = self.meant.get((passage.paragraph_id, first.start)) if first.tag == "PRP$" else None
        owner = owner or self.made.named_at(passage.paragraph_id, tokens[end - 1].end if end else 0)
        if owner is None or owner.kind not in ("state", "office", "armed-force"):
            return None
        words = passage.text[tokens[end + 1].start : head.end]
        key = f"unnamed:{owner.key}'s {words.lower()}"
        name = f"{owner.name}'s {words}" if not owner.name.endswith("s") else f"{owner.name}' {words}"
        rule = f"a source without a name: {name}"
        ally = self.made.unnamed.setdefault(key, ActorDraft(key, name, "unnamed", rule=rule))
        ally.plural = head.tag == "NNS"
        ally.first = ally.first if ally.first[0] else (passage.paragraph_id, first.start, head.end)
        return ally

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

    def _is_in_office(self, holder: ActorDraft, title: str) -> bool:
        """Whether a title is right before a person's name, and no word says that it is over: President | Ann Lind."""
        before = {text.lower() for text in self._before(holder)}
        return any(text.rstrip().endswith(title) and "former" not in text and "ex-" not in text for text in before)

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
        if owner is None or owner.country not in self.names.gazetteer.names:
            return self.focus["thing"].choose(kind="state")
        key, name = f"state:{owner.country}", self.names.gazetteer.names[owner.country]
        state = self.names.actors.get(key) or self.made.unnamed.get(key)
        if state is None:  # a state that is named nowhere
            rule = f"a source without a name: {passage.text[slice(*self._span(passage, noun))]}"
            state = self.made.unnamed[key] = ActorDraft(key, name, "state", owner.country, "GOV", rule=rule)
            state.first = (passage.paragraph_id, *self._span(passage, noun))
        return state

    def _span(self, passage: Passage, noun: NounPhrase) -> tuple[int, int]:
        return passage.tokens[noun.first].start, passage.tokens[noun.head].end

    def _ruler(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Whom the French leader or the top US diplomat means: who has such an office of that state, named last."""
        tokens, head = passage.tokens, passage.tokens[noun.head].lower
        top = any(t.lower in ("top", "chief") for t in tokens[noun.first : noun.head])
        if any(t.tag == "NN" for t in tokens[noun.first : noun.head]):
            return None  # the French opposition leader
        offices = _RULERS if head == "leader" and not top else _TOP_DIPLOMATS if head == "diplomat" and top else ()
        country = self.made.country(passage, noun) if offices and _is_definite(tokens, noun) else ""
        holders = [self.holders.one(office, country) for office in offices] if country else []
        named = [a for a in holders if a is not None and a.key in self.names.places]
        return next((a for a in named if a.country == country), named[0] if named else None)

    def _head_of_body(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The one whom the report names behind the name of the body that he or she leads: the UN | chief."""
        tokens, head = passage.tokens, passage.tokens[noun.head]
        if head.lower not in ("chief", "head", "boss") or tokens[noun.first].lower != "the":
            return None
        body = self.made.named_at(passage.paragraph_id, tokens[noun.head - 1].end)
        if body is None or body.kind not in ("organisation", "office"):
            return None
        if body.key not in self._heads:
            leaders = [a for k, a in self.names.actors.items() if a.kind == "leader" and k.startswith("person:")]
            heads = [a for a in leaders if any(name in text for text in self._before(a) for name in body.names)]
            self._heads[body.key] = heads[0] if len(heads) == 1 else None
        return self._heads[body.key]

    def _before(self, person: ActorDraft) -> list[str]:
        """What is right before each of a person's mentions by name."""
        if person.key not in self._texts:
            named = self.names.places.get(person.key, ())
            texts = ((self.names.prose.passages[order].text, at) for order, at in named)
            self._texts[person.key] = [text[max(0, at - _BESIDE) : at] for text, at in texts]
        return self._texts[person.key]

    def _is_federal(self) -> bool:
        """Whether a report speaks of the states of a country: the state police."""
        kept = self.names.prose.kept
        if "federal" not in kept:
            kept["federal"] = any(_OF_A_PART.search(passage.text) for passage in self.names.prose.passages)
        return kept["federal"]

    def _state(self, noun: str) -> ActorDraft | None:
        """Which state a noun means: the one named last, if it is such; none in a report about parts of one."""
        last = self.focus["thing"].choose(kind="state")
        if noun != "kingdom":
            return last if noun != "state" or not self._is_federal() else None
        kingdoms = [a for a in self.names.actors.values() if a.kind == "state" and a.country in _KINGDOMS]
        return last if last in kingdoms else kingdoms[0] if len(kingdoms) == 1 else None

    def _subject(self, tokens: list[Token], noun: NounPhrase) -> ActorDraft | None:
        """Of what a phrase says who it is: the Court of Session is | the highest court."""
        says_who = tokens[noun.first].lower == "the" and noun.first > 1 and tokens[noun.first - 1].lemma == "be"
        sort = "thing" if tokens[noun.head].lower in _BODY_NOUNS else "person"
        return self.focus[sort].now if says_who else None


def _is_idiom(tokens: list[Token], noun: NounPhrase) -> bool:
    """Whether a noun for people is none here: to bring them to | justice, over | his head."""
    head, first = tokens[noun.head].text, tokens[noun.first].tag
    if head == "justice":
        return first not in ("DT", "PRP$")
    return head == "head" and first == "PRP$" and noun.head == noun.first + 1


def _is_definite(tokens: list[Token], noun: NounPhrase) -> bool:
    return tokens[noun.first].lower in ("the", "this", "that", "its", "his", "her", "their") or any(
        tokens[i].tag == "POS" for i in range(noun.first, noun.head)
    )
