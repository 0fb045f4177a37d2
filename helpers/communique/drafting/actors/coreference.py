"""Who is meant by he, they, it, the president, the country: one reading of the article from its start.

The nearest fitting subject wins: that of the same sentence, then of the one before, then the last one named.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...coding.pointers import HEADLINE
from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage, Prose, Sentence
from ..grammar.tokens import Token
from ..lexicon.words import listed, word_set
from .descriptions import Descriptions
from .mentions import ActorDraft, MentionDraft
from .names import Names
from .offices import GENDER_OF

_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = word_set("they them their theirs themselves")
_THING = word_set("it its itself")
_STATE_NOUNS = word_set("country nation republic kingdom state")
_BODY_NOUNS = listed("bodies")
_SORTS_OF_BODIES = word_set("court ministry union committee council department bank party university")
_LEGISLATURES = word_set("parliament congress senate")
_OF_COUNTRIES = frozenset(("state", "office", "public", "armed-force"))
_ATTACKERS = word_set("attacker gunman shooter assailant suspect perpetrator bomber stabber")
_BECOMES = word_set("become elect appoint name")
_RULES = word_set("administration government cabinet regime presidency")
_OWNED = word_set("led registered flagged owned funded run")
_THING_KINDS = frozenset(("state", "organisation", "office", "document", "media", "armed-force"))


@dataclass(slots=True)
class Focus:
    """Who may be meant next, for one sort of pronoun: the subject now, the one before, the last one named."""

    now: ActorDraft | None = None
    here: ActorDraft | None = None  # the last one named in this sentence
    before: ActorDraft | None = None
    recent: ActorDraft | None = None
    of_gender: dict[str, ActorDraft] = field(default_factory=dict)  # the last one named of each in this passage
    no_actor: bool = False  # the last subject was a thing: the law was passed; it bans fishing

    def choose(self, gender: str = "", kind: str = "") -> ActorDraft | None:
        """The first that fits."""
        here = self.here if gender else None
        named = (a for a in (self.now, here, self.before, self.recent, self.of_gender.get(gender)) if a is not None)
        of_kind = (actor for actor in named if not kind or actor.kind == kind)
        return next((actor for actor in of_kind if not gender or (actor.gender or gender) == gender), None)


@dataclass
class Coreference:
    """Reads an article once; `meant` says which actor each noun phrase's head (passage, start) stands for.

    Groups without a name ("two officials") become actors, but are only kept if somebody asks for them.
    """

    prose: Prose
    names: Names
    groups: dict[str, dict[str, str]]
    people: Mapping[str, object]  # nouns for people
    cues: dict
    meant: dict[tuple[str, int], ActorDraft] = field(default_factory=dict)
    mentions: list[MentionDraft] = field(default_factory=list)
    unnamed: dict[str, ActorDraft] = field(default_factory=dict)

    def run(self) -> None:
        """Read the article."""
        self._named = {(m.paragraph_id, m.start): m for m in self.names.mentions}
        self._ending = {(m.paragraph_id, m.end): m for m in self.names.mentions}
        self.described = Descriptions(self.names, self.people)
        self._described_groups: dict[str, list[ActorDraft]] = {}  # with more words than their noun, by that
        self._of_countries: dict[str, list[ActorDraft]] = {}  # those without a name, by the words for them
        self._people = {sort: Focus() for sort in ("person", "plural", "thing")}
        for passage in self.prose.passages:
            self._people["person"].of_gender.clear()
            for sentence in passage.sentences:
                self._sentence(passage, sentence)

    def _sentence(self, passage: Passage, sentence: Sentence) -> None:
        chunks = sentence.chunks
        verb_starts = self._verb_starts = {v.first for v in chunks.verbs if v.form == "finite"}
        speech_starts = {v.first for v in chunks.verbs if v.form == "finite" and self._speaks(passage, v.main)}
        speech_ends = {v.last for v in chunks.verbs if self._speaks(passage, v.main)}
        for focus in self._people.values():
            focus.now = focus.here = None
        inverted: ActorDraft | None = None
        teller: ActorDraft | None = None
        opener: ActorDraft | None = None  # the first phrase: the subject, where an apposition hides the verb
        for noun in chunks.nouns:
            actor = self._phrase(passage, noun)
            begins = noun.first == sentence.first
            behind = passage.tokens[noun.last].text if noun.last < len(passage.tokens) else ""
            subject = noun.last in verb_starts or (begins and behind == ",")
            if begins and (actor is None or _sort(actor) != "person"):
                opener = self._owner(passage, noun)  # "Mr Putin's journey goes on": the next "he" is Mr Putin
            if actor is None:
                thing = self._people["thing"]
                plain = passage.tokens[noun.head].tag == "NN"
                speaks = noun.last in speech_starts
                thing.no_actor |= plain and not speaks and thing.now is None and (subject or begins)
                continue
            by_preposition = noun.first >= 2 and passage.tokens[noun.first - 2].lower == "according"
            opens = begins or passage.tokens[noun.first - 1].tag not in ("IN", "TO")
            opener = opener or (actor if opens else None)
            if begins or not _is_predicate(passage.tokens, noun):
                self._remember(actor, subject=subject, beside=opens)  # as a young lawyer: nobody else
            if by_preposition and self._people[_sort(actor)].now is None:
                teller = actor
            if noun.first in speech_ends and noun.last not in verb_starts:
                inverted = actor
        for sort, focus in self._people.items():
            first = next((a for a in (inverted, focus.now, teller, opener) if a is not None and _sort(a) == sort), None)
            focus.before = first or focus.before
            focus.no_actor = focus.no_actor and first is None

    def _owner(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Whose thing a phrase names at its beginning, where that is a name."""
        tokens = passage.tokens[noun.first : noun.head]
        mentions = (self._named.get((passage.paragraph_id, token.start)) for token in tokens)
        mention = next((m for m in mentions if m is not None), None)
        if mention is None or not any(t.start == mention.end and t.tag == "POS" for t in tokens):
            return None
        return mention.actor

    def _speaks(self, passage: Passage, main: int) -> bool:
        cue = self.cues.get(passage.tokens[main].lemma)
        return cue is not None and "q" in cue.frames

    def _remember(self, actor: ActorDraft, *, subject: bool, beside: bool) -> None:
        """Keep who was named; `beside` says that it was beside a verb, and not behind a preposition."""
        focus = self._people[_sort(actor)]
        focus.recent = focus.of_gender[actor.gender] = actor
        focus.here = actor if beside else focus.here
        if subject and focus.now is None:
            focus.now = actor
            focus.no_actor = False

    def _phrase(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The actor of one noun phrase; possessive pronouns inside it are read on the way."""
        tokens = passage.tokens
        for i in range(noun.first, noun.last):
            if tokens[i].tag == "PRP$" or (i < noun.head and tokens[i].tag == "PRP"):
                self._pronoun(passage, i, "possessive")
        head = tokens[noun.head]
        if head.tag == "PRP":
            of_thing = head.lower == "it" and noun.last in self._verb_starts and self._people["thing"].no_actor
            return None if of_thing else self._pronoun(passage, noun.head, "pronoun")
        around = self._ending.get((passage.paragraph_id, head.end))
        if around is not None and around.start < tokens[noun.first].start:
            self.meant[passage.paragraph_id, head.start] = around.actor
            return around.actor  # the Court of | Session
        titled = self.described.titled(passage, noun)
        if titled is not None:
            self.meant[passage.paragraph_id, head.start] = titled
            return titled
        for i in range(noun.head, noun.first - 1, -1):
            mention = self._named.get((passage.paragraph_id, tokens[i].start))
            if mention is not None:
                if mention.end >= head.end:
                    self.meant[passage.paragraph_id, head.start] = mention.actor
                    return mention.actor
                break
        owned = any(tokens[i].tag == "POS" for i in range(noun.first, noun.head))  # Lind, Zuma's spokesman | said
        explains = self.described.apposed(passage, noun) if owned or noun.last not in self._verb_starts else None
        actor = explains or self.described.called(passage, noun) or self._common(passage, noun)
        if actor is not None:
            self.meant[passage.paragraph_id, head.start] = actor
        return actor

    def _pronoun(self, passage: Passage, i: int, how: str) -> ActorDraft | None:
        token = passage.tokens[i]
        gender = _SINGULAR.get(token.lower, "")
        if gender:
            actor = self._people["person"].choose(gender)
            if actor is not None:
                actor.gender = gender
        elif token.lower in _PLURAL:
            actor = self._they()
        elif token.lower in _THING:
            actor = self._people["thing"].choose()
        else:
            return None
        if actor is not None:
            self.meant[passage.paragraph_id, token.start] = actor
            self.mentions.append(MentionDraft(actor, passage.paragraph_id, token.start, token.end, how, token.text))
        return actor

    def _they(self) -> ActorDraft | None:
        """A group that was a subject, one person whose gender is not told, a body, or the last group named."""
        plural, person, thing = (self._people[sort] for sort in ("plural", "person", "thing"))
        subjects = [plural.now, plural.before]
        if person.before is not None and not person.before.gender and not person.before.key.startswith("person:"):
            subjects.append(person.before)
        bodies = [a for a in (thing.now, thing.before) if a is not None and a.kind in ("organisation", "office")]
        return next((a for a in (*subjects, *bodies, plural.recent) if a is not None and a.kind != "document"), None)

    def _common(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """the president, her spokesman, two officials, the country: a phrase without a name."""
        tokens = passage.tokens
        head = tokens[noun.head]
        if head.tag not in ("NN", "NNS", "NNP", "NNPS"):
            return None
        if head.text == "justice" and tokens[noun.first].tag not in ("DT", "PRP$"):
            return None  # to bring them to justice
        if tokens[noun.first].lower == "the" and noun.first > 1 and tokens[noun.first - 1].lemma == "be":
            subject = self._people["thing"].now if head.lower in _BODY_NOUNS else self._people["person"].now
            if subject is not None:
                return subject  # the Court of Session is | the highest court
        title = self.names.offices.ending(tokens, noun.first, noun.head + 1)
        bare = passage.paragraph_id == HEADLINE  # Mayor says no, Greek prime minister | visits Cairo
        definite = (title or head.lower in _STATE_NOUNS) and (bare or _is_definite(tokens, noun))
        if title and definite:
            holder = self.described.holder(title, self.country(passage, noun))
            if holder is not None:
                return holder
        if title and self.names.order[passage.paragraph_id] < 2 and tokens[noun.first].lower in ("a", "an"):
            holders = self.described.holders(title)
            if len(holders) == 1 and title in self.names.offices.rows:
                return holders[0]  # a Lomar sheriff, whom the report names later
        thing = self._people["thing"]
        if head.lower in _STATE_NOUNS and definite:
            return thing.choose(kind="state")
        alone = noun.head == noun.first + 1 and tokens[noun.first].lower == "the"
        alone = alone or (noun.first == noun.head and head.lower in _LEGISLATURES)
        named = self._body(passage, noun, alone=alone) or self._attacker(tokens, noun)
        if named is not None:
            return named
        if head.lower in _BODY_NOUNS - _SORTS_OF_BODIES and alone:
            for body in (thing.before, thing.recent, thing.now):
                if body and body.kind in ("organisation", "office", "media") and body.key in self.names.actors:
                    return body
        return self._group(passage, noun, title)

    def _body(self, passage: Passage, noun: NounPhrase, *, alone: bool) -> ActorDraft | None:
        """The named body that a phrase means: the court, the three-judge court, and in a headline a Scottish court."""
        word = passage.tokens[noun.head].lower
        if passage.paragraph_id == HEADLINE and word in _SORTS_OF_BODIES:
            return self.described.only_body(word, self.country(passage, noun))
        if self._is_sort_of_the(passage.tokens, noun):
            return self.described.only_body(word, "")
        return self.described.body(passage, noun) if alone and word not in self._described_groups else None

    def _is_sort_of_the(self, tokens: list[Token], noun: NounPhrase) -> bool:
        """Whether nothing but "three-judge" or "Lomar-based" comes between "the" and a noun for a body."""
        inside = tokens[noun.first + 1 : noun.head]
        hyphens = bool(inside) and all("-" in t.text and t.text.partition("-")[2] not in _OWNED for t in inside)
        return tokens[noun.first].lower == "the" and hyphens and tokens[noun.head].lower in _SORTS_OF_BODIES

    def _attacker(self, tokens: list[Token], noun: NounPhrase) -> ActorDraft | None:
        """The one attacker of the report so far, by whatever word: a gunman; | the suspect."""
        if tokens[noun.first].lower != "the" or tokens[noun.head].lower not in _ATTACKERS or noun.head > noun.first + 1:
            return None
        known = [a for a in self.unnamed.values() if a.name.split()[-1].lower() in _ATTACKERS and not a.plural]
        return known[0] if known else None

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

    def _group(self, passage: Passage, noun: NounPhrase, title: str) -> ActorDraft | None:
        tokens = passage.tokens
        head = tokens[noun.head]
        row = self.groups.get(head.lemma) or self.groups.get(head.lower) or self.names.offices.row(title)
        if row is None:
            return None
        country = self.country(passage, noun)
        if not country and noun.head == noun.first + 1 and tokens[noun.first].lower == "the":
            of_countries = self._of_countries.get(head.lower, ())
            if len(of_countries) == 1:
                return of_countries[0]  # a court in Zagreb; the court
        bare = noun.first == noun.head and head.lower == "police"
        if bare or (tokens[noun.first].lower == "the" and noun.head == noun.first + 1 and head.tag in ("NN", "NNS")):
            same = [a for a in self._described_groups.get(head.lower, ()) if a.kind == row["kind"]]
            if same and len({a.country for a in same}) == 1 and row["kind"] in ("office", "armed-force"):
                return same[-1]  # the Reyes administration; the administration
        words = [t.text for t in tokens[noun.first : noun.head + 1] if t.tag not in ("DT", "PRP$", "RB")] or [head.text]
        name = " ".join(words).replace(" 's", "'s").replace(" ’s", "’s").replace(" ' ", "' ")
        key = (
            f"{row['kind']}:{self.names.gazetteer.without(tokens[noun.first : noun.head + 1], country) or name.lower()}"
        )
        key += f":{country}" if country else ""
        actor = self.unnamed.get(key)
        if actor is None:
            rule = f"a source without a name: {name}"
            shown = name[:1].upper() + name[1:]
            actor = self.unnamed[key] = ActorDraft(key, shown, row["kind"], country, row["sector"], rule=rule)
            actor.gender = GENDER_OF.get(head.lower, "")
            if " " in name:
                self._described_groups.setdefault(head.lower, []).append(actor)  # Lomar's highest | court
            if country:
                self._of_countries.setdefault(name.lower(), []).append(actor)
            actor.plural = head.tag in ("NNS", "NNPS") or head.lower in ("police", "people", "authorities")
            actor.first = (passage.paragraph_id, tokens[noun.first].start, head.end)
        return actor


def _is_predicate(tokens: list[Token], noun: NounPhrase) -> bool:
    """Whether a phrase only says what somebody is: as a young lawyer, became | prime minister."""
    before = tokens[noun.first - 1]
    return before.lower == "as" or (before.lemma in _BECOMES and tokens[noun.head].tag in ("NN", "NNS"))


def _is_definite(tokens: list[Token], noun: NounPhrase) -> bool:
    return tokens[noun.first].lower in ("the", "this", "that", "its", "his", "her", "their") or any(
        tokens[i].tag == "POS" for i in range(noun.first, noun.head)
    )


def _sort(actor: ActorDraft) -> str:
    """Which pronouns fit an actor."""
    if actor.key.startswith("person:"):
        return "person"
    if actor.plural or (actor.kind in ("organisation", "armed-force") and actor.name.endswith("s")):
        return "plural"
    if actor.kind == "public" and actor.name.lower().endswith(("crowd", "family", "audience", "public")):
        return "plural"
    return "thing" if actor.kind in _THING_KINDS else "person"
