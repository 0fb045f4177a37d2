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
from .mentions import ActorDraft
from .names import Names
from .offices import GENDER_OF

_FIRMS = word_set("bank lender airline carrier retailer carmaker automaker")
_MANY = word_set("hundreds thousands dozens scores tens millions others")
_STATE_NOUNS = word_set("country nation republic kingdom state")
_BODY_NOUNS = listed("bodies")
_SORTS_OF_BODIES = word_set("court ministry union committee council department bank party university")
_ARMED_TOO = word_set("group organisation organization")
_LEGISLATURES = word_set("parliament congress senate")
_OF_COUNTRIES = frozenset(("state", "office", "public", "armed-force"))
#: Words for several, with those of whom they are behind "of".
_SEVERAL = frozenset(("group", "number", "handful", "couple"))
#: What several are called that are no others than those without it: several analysts.
_QUANTITIES = word_set("several many most various numerous")
#: What only acts where it is a certain one: the campaign, and not: a campaign against crime.
ONLY_DEFINITE = frozenset(("campaign", *_STATE_NOUNS))
SORTS_BEHIND_NAMES = _BODY_NOUNS | word_set("news movement militia website channel magazine daily")
_RULERS = ("president", "prime minister", "chancellor", "leader", "king", "crown prince", "premier", "supreme leader")
_TOP_DIPLOMATS = ("foreign minister", "secretary of state", "foreign secretary")
#: Before an office: who has it at another time.
_OTHER_HOLDERS = word_set("first next previous second third late")
_RULES = word_set("administration government cabinet regime presidency")
_OWNED = word_set("led registered flagged owned funded run")

_OF_STATES = frozenset(("office", "armed-force"))
_STATE_BODIES = frozenset(("government", "parliament", "military", "army"))


@dataclass
class CommonNouns:
    """Finds, or makes, the actors of phrases without a name while an article is read.

    Groups without a name ("two officials") become actors, but are only kept if somebody asks for them.
    """

    names: Names
    groups: dict[str, dict[str, str]]
    people: Mapping[str, object]  # nouns for people
    meant: dict[tuple[str, int], ActorDraft]  # whom each phrase read so far means, by its head's place
    unnamed: dict[str, ActorDraft] = field(default_factory=dict)
    guessed: set[tuple[str, int]] = field(default_factory=set)  # places of phrases whose actor is a guess
    focus: dict[str, Focus] = field(default_factory=dict)  # by the sort of pronoun

    def __post_init__(self) -> None:
        self._named = {(m.paragraph_id, m.start): m for m in self.names.mentions}
        self.described = Descriptions(self.names, self.people)
        self._anaphors = Anaphors(self.names, self.people, self.unnamed, self.guessed, self.country)
        self._described_groups: dict[str, list[ActorDraft]] = {}  # with more words than their noun, by that
        self._countries_of: dict[str, str] = {}
        self._groups_of: dict[str, ActorDraft] = {}  # a group of rebels, by "group"
        self._of_countries: dict[str, list[ActorDraft]] = {}  # those without a name, by the words for them
        self._with_country: dict[str, list[ActorDraft]] = {}  # the same, by those words without their country
        states = {key.partition(":")[2]: len(at) for key, at in self.names.places.items() if key[:6] == "state:"}
        self._main_country = max(states, key=lambda code: states[code], default="")  # the one named most often

    def actor_of(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """the president, her spokesman, two officials, the country: a phrase without a name."""
        tokens = passage.tokens
        head = tokens[noun.head]
        if head.tag not in ("NN", "NNS", "NNP", "NNPS"):
            return None
        if head.text == "justice" and tokens[noun.first].tag not in ("DT", "PRP$"):
            return None  # to bring them to justice
        several = self._several(passage, noun) if head.lower in _SEVERAL else self._subject(tokens, noun)
        if several is not None:
            return several
        title = self._long_title(tokens, noun) or self.names.offices.ending(tokens, noun.first, noun.head + 1)
        bare = passage.paragraph_id == HEADLINE  # Mayor says no, Greek prime minister | visits Cairo
        bare = bare or (noun.first == noun.head and head.text[0].isupper() and noun.first > 0)  # President signed
        definite = (title or head.lower in _STATE_NOUNS) and (bare or _is_definite(tokens, noun))
        others = {t.lower for t in tokens[noun.first : noun.head + 1 - len(title.split())]} & _OTHER_HOLDERS
        if title and definite and not others:
            here = (self.names.order[passage.paragraph_id], tokens[noun.first].start) if not bare else None
            holder = self.described.holder(title, self.country(passage, noun), here)
            if holder is not None:
                return holder
        if head.lower in _STATE_NOUNS and tokens[noun.first].tag == "PRP$":
            return self._own_country(passage, noun)
        ruler = self._ruler(passage, noun)
        if ruler is not None:
            return ruler
        if title and self.names.order[passage.paragraph_id] < 2 and tokens[noun.first].lower in ("a", "an"):
            holders = self.described.holders(title)
            if len(holders) == 1 and title in self.names.offices.rows:
                return holders[0]  # a Lomar sheriff, whom the report names later
        thing = self.focus["thing"]
        if head.lower in _STATE_NOUNS and definite:
            return thing.choose(kind="state")
        alone = noun.head == noun.first + 1 and tokens[noun.first].lower == "the"
        alone = alone or (noun.first == noun.head and head.lower in _LEGISLATURES)
        small = " ".join(t.lower for t in tokens[noun.first : noun.head + 1] if t.tag in ("JJ", "NN", "NNS"))
        named = self.described.in_small(small, passage, noun, self.country) if " " in small else None
        named = named or self._body(passage, noun, alone=alone)
        named = named or self._anaphors.whom(passage, noun, title, self.focus["person"])
        if named is not None:
            return named
        if alone and (head.lower == "bank" or head.lower in _BODY_NOUNS - _SORTS_OF_BODIES):
            kinds = ("organisation", "office", "media", *(("armed-force",) if head.lower in _ARMED_TOO else ()))
            firm = head.lower in _FIRMS
            named_here = (a for a in (thing.before, thing.recent, thing.now) if a is None or a.sector != "LEG")
            for body in named_here:
                if body and body.kind in kinds and body.key in self.names.actors and (body.sector == "BUS" or not firm):
                    return body
        return self._group(passage, noun, title)

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
        country = self.country(passage, noun) if offices and _is_definite(tokens, noun) else ""
        holders = (self.described.holder(office, country) for office in offices) if country else ()
        return next((a for a in holders if a is not None and a.key in self.names.places), None)

    def _subject(self, tokens: list[Token], noun: NounPhrase) -> ActorDraft | None:
        """Of what a phrase says who it is: the Court of Session is | the highest court."""
        says_who = tokens[noun.first].lower == "the" and noun.first > 1 and tokens[noun.first - 1].lemma == "be"
        sort = "thing" if tokens[noun.head].lower in _BODY_NOUNS else "person"
        return self.focus[sort].now if says_who else None

    def _several(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """A group of 1,700 protesters, and, behind it, the group."""
        tokens, word = passage.tokens, passage.tokens[noun.head].lower
        behind = tokens[noun.last].lower if noun.last < len(tokens) else ""
        if behind != "of":
            return self._groups_of.get(word) if tokens[noun.first].lower == "the" else None
        if word == "number" and tokens[noun.first].lower != "a":
            return None  # the number of migrants rose
        last = next((n for n in range(noun.last + 1, min(noun.last + 6, len(tokens))) if tokens[n].tag == "NNS"), -1)
        if last < 0 or tokens[last].lemma not in self.people:
            return None
        name = passage.text[tokens[noun.head].start : tokens[last].end]
        key, rule = f"unnamed:{name.lower()}", f"a source without a name: {name}"
        actor = self.unnamed.setdefault(key, ActorDraft(key, name[:1].upper() + name[1:], "unnamed", rule=rule))
        actor.plural, actor.country = True, actor.country or self.country(passage, noun)
        actor.first = (
            actor.first if actor.first[0] else (passage.paragraph_id, tokens[noun.first].start, tokens[last].end)
        )
        self._groups_of[word] = actor
        return actor

    def _body(self, passage: Passage, noun: NounPhrase, *, alone: bool) -> ActorDraft | None:
        """The named body that a phrase means: the court, the three-judge court, and in a headline a Scottish court."""
        word = passage.tokens[noun.head].lower
        if passage.paragraph_id == HEADLINE and word in _SORTS_OF_BODIES:
            return self.described.only_body(word, self.country(passage, noun))
        high = [t.lower for t in passage.tokens[noun.first + 1 : noun.head]]
        if word == "court" and high in (["high"], ["top"], ["highest"]) and passage.tokens[noun.first].lower == "the":
            return self.described.body(passage, noun)  # the Supreme Court; the high court
        if self._is_sort_of_the(passage.tokens, noun):
            return self.described.only_body(word, "")
        if word == "police" and noun.first == noun.head:
            return self.described.only_police()
        return self.described.body(passage, noun) if alone and word not in self._described_groups else None

    def _of_one_country(self, plain: str, country: str) -> ActorDraft | None:
        """The forces or authorities that the article calls by the same words, with or without their country."""
        bare = self.unnamed.get(plain)
        if country:
            if bare is None or country != self._main_country or bare.country not in ("", country):
                return None
            bare.country = country
            return bare
        same = self._with_country.get(plain, ())
        return same[0] if len(same) == 1 and same[0].country == self._main_country else None

    def _is_sort_of_the(self, tokens: list[Token], noun: NounPhrase) -> bool:
        """Whether nothing but "three-judge" or "Lomar-based" comes between "the" and a noun for a body."""
        inside = tokens[noun.first + 1 : noun.head]
        hyphens = bool(inside) and all("-" in t.text and t.text.partition("-")[2] not in _OWNED for t in inside)
        return tokens[noun.first].lower == "the" and hyphens and tokens[noun.head].lower in _SORTS_OF_BODIES

    def country(self, passage: Passage, noun: NounPhrase) -> str:
        """The country in a phrase, or behind its "of" or "in": Russia's president, a court in Russia."""
        last = noun.last
        tokens = passage.tokens
        if last < len(tokens) and tokens[last].lower in ("of", "in", "from"):
            last = min(last + 3, len(tokens))
        for i in range(noun.first, last):
            mention = self._named.get((passage.paragraph_id, tokens[i].start))
            rules = tokens[noun.head].lower in _RULES  # the Bush | administration
            if mention is not None and mention.actor.country and (rules or mention.actor.kind in _OF_COUNTRIES):
                return mention.actor.country
            of, hyphen, how = tokens[i].text.partition("-")
            if hyphen and how in _OWNED and mention is None:  # the Saudi-led coalition
                return self.names.gazetteer.country_of(of)
            capital = mention is None and tokens[i].text[0].isupper()
            place = self.names.gazetteer.at(tokens, i) if capital else None
            if place is not None and place[1].how == "place":
                return place[1].country
        return ""

    def _only_country(self, word: str) -> str:
        """The country whose government a report names, where it is that of one: the Lomar government."""
        if word not in self._countries_of:
            codes = set()
            for passage in self.names.prose.passages:
                at = (n for n, token in enumerate(passage.tokens) if token.lower == word)
                codes |= {self.names.offices.country_before(passage.tokens, n, self.names.gazetteer) for n in at}
            codes -= {""}
            self._countries_of[word] = next(iter(codes)) if len(codes) == 1 else ""
        return self._countries_of[word]

    def _group(self, passage: Passage, noun: NounPhrase, title: str) -> ActorDraft | None:
        tokens = passage.tokens
        head = tokens[noun.head]
        row = self.groups.get(head.lemma) or self.groups.get(head.lower) or self.names.offices.row(title)
        behind = tokens[noun.last].lower if noun.last < len(tokens) else ""
        bare = noun.first == noun.head and head.tag == "NNS" and behind != "of"
        if row is None and bare and head.lemma in self.people and head.lower not in _MANY:
            row = {"kind": "unnamed", "sector": ""}  # villagers
        some = head.lower in ONLY_DEFINITE and tokens[noun.first].lower in ("a", "an", "another")
        if row is None or some or _is_medium(tokens, noun.head):
            return None
        if tokens[noun.first].lower == "the" and tokens[noun.first + 1].lower == "world" and noun.head > noun.first + 1:
            return None  # as the world's leader
        country = self.country(passage, noun) if head.lemma not in _STATE_NOUNS else ""
        if not country and noun.head == noun.first + 1 and tokens[noun.first].lower == "the":
            of_countries = self._of_countries.get(head.lower, ())
            if len(of_countries) == 1:
                return of_countries[0]  # a court in Zagreb; the court
            country = self._only_country(head.lower) if head.lower in _STATE_BODIES else ""
        bare = noun.first == noun.head and head.lower == "police"
        bare = bare or (noun.first == noun.head and row["kind"] == "document")
        the = tokens[noun.first].lower in ("the", "those", "these")
        if the and noun.head == noun.first + 2 and tokens[noun.first + 1].tag == "CD":
            number = tokens[noun.first + 1].lower
            counted = [a for a in self._described_groups.get(head.lower, ()) if a.name.split()[0].lower() == number]
            if len(counted) == 1:
                return counted[0]  # 10 non-union teachers; the 10 teachers
        if bare or (the and noun.head == noun.first + 1 and head.tag in ("NN", "NNS")):
            same = [a for a in self._described_groups.get(head.lower, ()) if a.kind == row["kind"]]
            one = len(same) == 1 and row["kind"] not in _OF_STATES and is_certain(same[0], head)
            if one or (same and len({a.country for a in same}) == 1 and row["kind"] in ("office", "armed-force")):
                return same[-1]  # the Reyes administration; the administration
        words = [t.text for t in tokens[noun.first : noun.head + 1] if t.tag not in ("DT", "PRP$", "RB")] or [head.text]
        words = words[words[0].lower() in _QUANTITIES and len(words) > 1 and row["kind"] != "state" :]
        if tokens[noun.first].lower == "a" and tokens[noun.first + 1].tag == "CD":
            words.insert(0, "a")  # a million people
        name = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s").replace(" ' ", "' ")
        plain = " ".join(words).lower()
        if country:
            plain = self.names.gazetteer.without(tokens[noun.first : noun.head + 1], country) or plain
        plain = f"{row['kind']}:{plain}"
        key = f"{plain}:{country}" if country else plain
        actor = self.unnamed.get(key) or (self._of_one_country(plain, country) if row["kind"] in _OF_STATES else None)
        if actor is None:
            rule = f"a source without a name: {name}"
            shown = name[:1].upper() + name[1:]
            actor = self.unnamed[key] = ActorDraft(key, shown, row["kind"], country, row["sector"], rule=rule)
            actor.gender = GENDER_OF.get(head.lower, "")
            if " " in name:
                self._described_groups.setdefault(head.lower, []).append(actor)  # Lomar's highest | court
            if country:
                self._of_countries.setdefault(name.lower(), []).append(actor)
                self._with_country.setdefault(plain, []).append(actor)
            actor.plural = head.tag in ("NNS", "NNPS") or head.lower in ("police", "people", "authorities")
            actor.first = (passage.paragraph_id, tokens[noun.first].start, head.end)
        return actor


def _is_medium(tokens: list[Token], head: int) -> bool:
    """Whether a noun names where people speak, and nobody who does: social | media."""
    return head > 0 and f"{tokens[head - 1].lower} {tokens[head].lower}" == "social media"


def is_certain(actor: ActorDraft, head: Token) -> bool:
    """Whether "the" and a noun can mean those whom more words described: a retired teacher; the teacher."""
    return (head.tag == "NNS") == actor.plural and not actor.name[0].isdigit()


def _is_definite(tokens: list[Token], noun: NounPhrase) -> bool:
    return tokens[noun.first].lower in ("the", "this", "that", "its", "his", "her", "their") or any(
        tokens[i].tag == "POS" for i in range(noun.first, noun.head)
    )
