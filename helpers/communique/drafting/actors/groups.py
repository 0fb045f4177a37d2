"""Groups and bodies without a name of their own: two officials, the Israeli forces, a court in Lomar."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...coding.pointers import HEADLINE
from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage
from ..grammar.tokens import Token
from ..lexicon.word_list import lemma_of
from ..lexicon.words import word_set
from .group_names import SOME_PEOPLE, SPEAKING_FOR, end_of_whom, field_of, is_of_a_person, name_of
from .mentions import ActorDraft
from .names import Names
from .offices import GENDER_OF
from .told_again import in_another_word, in_fewer_words, is_certain

_SEVERAL_PEOPLE = word_set("crew team panel squad family crowd gang band choir staff couple jury cast pair trio duo")
_MANY = word_set("hundreds thousands dozens scores tens millions others")
STATE_NOUNS = word_set("country nation republic kingdom state")
_OF_COUNTRIES = frozenset(("state", "office", "public", "armed-force"))
#: What only acts where it is a certain one: the campaign, and not: a campaign against crime.
ONLY_DEFINITE = frozenset(("campaign", *STATE_NOUNS))
_RANKS = ("senior ", "top ", "high-ranking ", "high-level ")
_RULES = word_set("administration government cabinet regime presidency")
OWNED = word_set("led registered flagged owned funded run")
_DEAD = frozenset(("dead", "mutilated", "charred", "lifeless", "their"))
_THE = frozenset(("the", "those", "these"))
_OF_STATES = frozenset(("office", "armed-force"))
_STATE_BODIES = frozenset(("government", "parliament", "military", "army"))


@dataclass
class Groups:
    """Finds, or makes, the actors of groups without a name while an article is read; `unnamed` keeps them all."""

    names: Names
    rows: dict[str, dict[str, str]]
    people: Mapping[str, object]  # nouns for people
    unnamed: dict[str, ActorDraft] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._named = {(m.paragraph_id, m.start): m for m in self.names.mentions}
        self._ends = {(m.paragraph_id, m.end): m.actor for m in self.names.mentions}
        self.described: dict[str, list[ActorDraft]] = {}  # with more words than their noun, by that
        self._countries_of: dict[str, str] = {}
        self._groups_of: dict[str, ActorDraft] = {}  # a group of rebels, by "group"
        self._of_countries: dict[str, list[ActorDraft]] = {}  # by the words for them

    def named_at(self, paragraph_id: str, end: int) -> ActorDraft | None:
        """Whom a name means that ends at a character."""
        return self._ends.get((paragraph_id, end))

    def group(
        self, passage: Passage, noun: NounPhrase, title: str, owner: ActorDraft | None = None
    ) -> ActorDraft | None:
        """Two officials, the forces, a court in Lomar.

        `title` is the office that a phrase ends with, `owner` whom the "his" that it begins with means.
        """
        tokens = passage.tokens
        head = tokens[noun.head]
        again = in_another_word(self, passage, noun)
        if again is not None:
            return again
        two = f"{tokens[noun.head - 1].lower} {head.lower}" if noun.head > noun.first else ""
        row = self.rows.get(two) or self.rows.get(head.lemma) or self.rows.get(head.lower)
        row = row or self.names.offices.row(title)
        behind = tokens[noun.last].lower if noun.last < len(tokens) else ""
        bare = noun.first == noun.head and head.tag == "NNS" and behind != "of"
        the_ones = noun.head == noun.first + 1 and tokens[noun.first].lower == "the" and head.tag == "NNS"
        named = head.lemma in self.people and head.lower not in _MANY
        one = tokens[noun.first].lower in ("a", "an") and head.tag == "NN" and head.lower not in _SEVERAL_PEOPLE
        one = one and (not noun.first or tokens[noun.first - 1].tag not in ("IN", "TO", ","))  # married | to an actress
        if row is None and (bare or the_ones or one) and named and behind != "of":
            row = {"kind": "unnamed", "sector": ""}  # villagers, a nurse
        some = head.lower in ONLY_DEFINITE and tokens[noun.first].lower in ("a", "an", "another")
        if row is None or some or self._is_nobody(tokens, noun):
            return None
        if tokens[noun.first].lower == "the" and tokens[noun.first + 1].lower == "world" and noun.head > noun.first + 1:
            return None  # as the world's leader
        country = self._country_of(passage, noun, owner)
        if not country and noun.head == noun.first + 1 and tokens[noun.first].lower == "the":
            of_countries = self._of_countries.get(head.lower, ())
            if len(of_countries) == 1:
                return of_countries[0]  # a court in Zagreb; the court
            country = self._only_country(head.lower) if head.lower in _STATE_BODIES else ""
        again = self._told_again(tokens, noun, row["kind"])
        if again is not None:
            return again
        the = tokens[noun.first].lower in _THE
        name = name_of(tokens, noun, is_state=row["kind"] == "state")
        if is_of_a_person(owner, tokens[noun.first], head, row["kind"]):
            name = f"{owner.name}'s {name}"  # his | family
        longer = in_fewer_words(self, name, head, country) if the or passage.paragraph_id == HEADLINE else None
        if longer is not None:
            return longer
        name += passage.text[head.end : tokens[end_of_whom(tokens, noun.head) - 1].end]
        plain = name.lower()
        if country:
            plain_words = self.names.gazetteer.without(tokens[noun.first : noun.head + 1], country) or plain
            plain_words = f"{field_of(tokens, noun)}{plain_words}"
            plain = self._without_ruler(passage, noun) or plain_words
        plain = next((plain.removeprefix(rank) for rank in _RANKS if plain.startswith(rank)), plain)
        key = f"{row['kind']}:{plain}:{country}".removesuffix(":")
        actor = self.unnamed.get(key) or self._same_office(passage, noun)
        if actor is None:
            actor = self.unnamed[key] = self._made(passage, noun, name, key, row, country)
        elif country and len(name) > len(actor.name) and actor.name.lower() in name.lower():
            actor.name = name[:1].upper() + name[1:]  # forces; the Israeli forces
        return actor

    def _told_again(self, tokens: list[Token], noun: NounPhrase, kind: str) -> ActorDraft | None:
        """Whom the report has described before it calls them by the noun alone: the Reyes administration."""
        head, the = tokens[noun.head], tokens[noun.first].lower in _THE
        behind = tokens[noun.last].lower if noun.last < len(tokens) else ""
        if the and noun.head == noun.first + 2 and tokens[noun.first + 1].tag == "CD":
            number = tokens[noun.first + 1].lower
            counted = [a for a in self.described.get(head.lower, ()) if a.name.split()[0].lower() == number]
            if len(counted) == 1:
                return counted[0]  # 10 non-union teachers; the 10 teachers
        bare = noun.first == noun.head and (head.lower in ("police", "sources") or kind == "document")
        alone = the and noun.head == noun.first + 1 and head.tag in ("NN", "NNS") and not field_of(tokens, noun)
        if not (bare or (alone and not (behind == "of" and head.lower in _RULES))):  # the administration | of Mr Lind
            return None
        same = [a for a in self.described.get(head.lower, ()) if a.kind == kind]
        of_state = len({a.country for a in same}) == 1 and kind in _OF_STATES
        one = len(same) == 1 and kind not in _OF_STATES and is_certain(same[0], head)
        return same[-1] if one or of_state else None

    def _same_office(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """An office that was told of by its holder's title: the attorney general's office; Mr Vega's | office."""
        tokens, head = passage.tokens, passage.tokens[noun.head]
        if head.lower != "office" or tokens[noun.head - 1].tag != "POS":
            return None
        holder = self.named_at(passage.paragraph_id, tokens[noun.head - 2].end)
        titles = [f"{title}'s office" for title in holder.offices] if holder is not None else []
        return next((a for a in self.described.get("office", ()) if a.name.lower() in titles), None)

    def _made(
        self, passage: Passage, noun: NounPhrase, name: str, key: str, row: Mapping[str, str], country: str
    ) -> ActorDraft:
        head = passage.tokens[noun.head]
        name = SOME_PEOPLE.get(name.lower(), name)
        rule = f"a source without a name: {name}"
        actor = ActorDraft(key, name[:1].upper() + name[1:], row["kind"], country, row["sector"], rule=rule)
        actor.gender = GENDER_OF.get(head.lower, "")
        if " " in name:
            self.described.setdefault(head.lower, []).append(actor)  # Lomar's highest | court
        if country:
            self._of_countries.setdefault(name.lower(), []).append(actor)
        actor.plural = head.tag in ("NNS", "NNPS") or head.lower in ("police", "people", "authorities")
        actor.first = (passage.paragraph_id, passage.tokens[noun.first].start, head.end)
        return actor

    def _country_of(self, passage: Passage, noun: NounPhrase, owner: ActorDraft | None) -> str:
        """The country of a group: the one in the phrase, or that of the ruler whose government it is."""
        head = passage.tokens[noun.head]
        if head.lemma in STATE_NOUNS:
            return ""
        its_own = owner is not None and (head.lower in _STATE_BODIES or owner.kind == "state")
        own = owner.country if owner is not None and its_own else ""
        return self.country(passage, noun) or own  # his | government

    def _without_ruler(self, passage: Passage, noun: NounPhrase) -> str:
        """The word for a government that is called by its ruler: the Lind | government."""
        head = passage.tokens[noun.head]
        if head.lower not in ("government", "regime"):
            return ""
        before = [t for t in passage.tokens[noun.first : noun.head] if t.tag not in ("DT", "POS")]
        mentions = (self._named.get((passage.paragraph_id, t.start)) for t in before)
        ruled = any(m is not None and m.actor.key.startswith("person:") for m in mentions)
        return "government" if ruled and all(t.tag[:3] == "NNP" for t in before) else ""

    def several(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """A group of 1,700 protesters, and, behind it, the group."""
        tokens, word = passage.tokens, passage.tokens[noun.head].lower
        behind = tokens[noun.last].lower if noun.last < len(tokens) else ""
        if behind != "of":
            return self._groups_of.get(word) if tokens[noun.first].lower == "the" else None
        if word == "number" and tokens[noun.first].lower != "a":
            return None  # the number of migrants rose
        people = (n for n in range(noun.last + 1, min(noun.last + 6, len(tokens))) if tokens[n].tag in ("NNS", "NNPS"))
        last = next(people, -1)
        if last < 0 or lemma_of(tokens[last].lower) not in self.people:
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

    def country(self, passage: Passage, noun: NounPhrase) -> str:
        """The country in a phrase, or behind its "of" or "in": Russia's president, a court in Russia."""
        last = noun.last
        tokens = passage.tokens
        ties = ("of", "in", "from", "for") if tokens[noun.head].lemma in SPEAKING_FOR else ("of", "in", "from")
        if last < len(tokens) and tokens[last].lower in ties:
            last = min(last + 3, len(tokens))
        for i in range(noun.first, last):
            mention = self._named.get((passage.paragraph_id, tokens[i].start))
            rules = tokens[noun.head].lower in _RULES  # the Bush | administration
            if mention is not None and mention.actor.country and (rules or mention.actor.kind in _OF_COUNTRIES):
                return mention.actor.country
            of, hyphen, how = tokens[i].text.partition("-")
            if hyphen and how in OWNED and mention is None:  # the Saudi-led coalition
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

    def _is_nobody(self, tokens: list[Token], noun: NounPhrase) -> bool:
        """Whether a noun for a body ends a place's name, or is where people speak: the West | Bank, social | media."""
        if tokens[noun.head].lower == "bodies" and any(t.lower in _DEAD for t in tokens[noun.first : noun.head]):
            return True
        if _is_medium(tokens, noun.head):
            return True
        if tokens[noun.head].lower == "opposition" and [t.lower for t in tokens[noun.last : noun.last + 1]] == ["to"]:
            return True  # her | opposition to the plan
        known = self.names.gazetteer.at(tokens, noun.head - 1) if noun.head > noun.first else None
        return known is not None and known[0] == 2 and known[1].how == "place"


def _is_medium(tokens: list[Token], head: int) -> bool:
    """Whether a noun names where people speak, and nobody who does: social | media."""
    return head > 0 and f"{tokens[head - 1].lower} {tokens[head].lower}" == "social media"
