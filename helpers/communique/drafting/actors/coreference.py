"""Who is meant by he, they, it, the president, the country: one reading of the article from its start.

The nearest fitting subject wins: that of the same sentence, then of the one before, then the last one named.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage, Prose, Sentence
from ..grammar.tokens import Token
from ..lexicon.words import word_set
from .anaphors import DESCRIBES
from .common_nouns import SORTS_BEHIND_NAMES, CommonNouns
from .focus import Focus, sort_of
from .mentions import ActorDraft, MentionDraft
from .names import Names
from .pronouns import Pronouns

_TIES = frozenset(("of", "in", "for", "at", "from", "on"))
_NEAR = 4  # words
_UNSAID = frozenset(("DT", "PRP$", "CD"))
_BECOMES = word_set("become elect appoint name")


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

    def run(self) -> None:
        """Read the article."""
        self.common = CommonNouns(self.names, self.groups, self.people, self.meant)
        self._named = {(m.paragraph_id, m.start): m for m in self.names.mentions}
        self.pronouns = Pronouns(self.names, self.cues, self.meant, self.mentions)
        self._nouns_of = dict(self._read_nouns())
        self._ending = {(m.paragraph_id, m.end): m for m in self.names.mentions}
        self._called: dict[str, ActorDraft] = {}  # by a noun for people, whom the article called so last
        for passage in (*self.prose.passages[1:], *self.prose.passages[:1]):  # a headline means whom the text names
            if passage is self.prose.passages[0] or passage is self.prose.passages[1]:
                self._outside: dict[str, Focus] | None = None  # the focus before a quotation that is being read
                self._people = self.common.focus = self.pronouns.focus = {
                    sort: Focus() for sort in ("person", "plural", "thing")
                }
            self._people["person"].of_gender.clear()
            for sentence in passage.sentences:
                self._sentence(passage, sentence)

    def _sentence(self, passage: Passage, sentence: Sentence) -> None:
        chunks = sentence.chunks
        self.pronouns.read([v for v in chunks.verbs if v.form == "finite"], chunks.nouns)
        verb_starts = self._verb_starts = {v.first for v in chunks.verbs if v.form == "finite"}
        speech_starts = {v.first for v in chunks.verbs if v.form == "finite" and self.pronouns.speaks(passage, v.main)}
        lasts = {noun.last for noun in chunks.nouns}
        before = {v.first: _behind_adverbs(passage.tokens, v.first) for v in chunks.verbs}
        inverting = (v for v in chunks.verbs if before[v.first] not in lasts)
        inverting = (v for v in inverting if passage.tokens[before[v.first] - 1].tag not in ("WP", "WDT"))  # who warned
        speech_ends = {v.last for v in inverting if self.pronouns.speaks(passage, v.main)}  # "...," said | the king
        for focus in (*self._people.values(), *(self._outside or {}).values()):
            focus.now = focus.here = None
        self.pronouns.subject = None
        inverted: ActorDraft | None = None
        teller: ActorDraft | None = None
        opener: ActorDraft | None = None  # the first phrase: the subject, where an apposition hides the verb
        for noun in chunks.nouns:
            self._step_in_or_out(passage, passage.tokens[noun.first].start)
            actor = self._phrase(passage, noun)
            self.pronouns.beside = (passage.paragraph_id, noun.last, actor)
            begins = noun.first == sentence.first
            behind = passage.tokens[noun.last].text if noun.last < len(passage.tokens) else ""
            dated = begins and behind == "on" and noun.last + 2 in verb_starts  # Lomar on Monday | left
            tied = next((n for n in chunks.nouns if n.first == noun.last + 1), None) if begins else None
            inside = tied is not None and behind in _TIES and tied.last in verb_starts  # The court in Lomar | said
            subject = noun.last in verb_starts or dated or inside or (begins and behind == ",")
            if begins and (actor is None or sort_of(actor) != "person"):
                opener = self._owner(passage, noun)  # "Mr Putin's journey goes on": the next "he" is Mr Putin
            if actor is None:
                thing = self._people["thing"]
                plain = passage.tokens[noun.head].tag == "NN"
                speaks = noun.last in speech_starts
                thing.no_actor |= plain and not speaks and thing.now is None and (subject or begins)
                continue
            self.pronouns.subject = actor if noun.last in verb_starts else self.pronouns.subject
            by_preposition = noun.first >= 2 and passage.tokens[noun.first - 2].lower == "according"
            opens = begins or passage.tokens[noun.first - 1].tag not in ("IN", "TO")
            opener = opener or (actor if opens else None)
            if begins or not _is_predicate(passage.tokens, noun):
                self._remember(actor, subject=subject, beside=opens)  # as a young lawyer: nobody else
            if by_preposition and self._people[sort_of(actor)].now is None:
                teller = actor
            if noun.first in speech_ends and noun.last not in verb_starts:
                quoted = any(t.tag == "''" for t in passage.tokens[max(0, noun.first - _NEAR) : noun.first])
                alone = self._people[sort_of(actor)].now in (None, actor)  # and not: Lind, who ran, called | Beck
                inverted = actor if quoted or alone else inverted
        for sort, focus in (*self._people.items(), *(self._outside or {}).items()):
            named = (a for a in (inverted, focus.now, teller, opener) if a is not None)
            first = next((a for a in named if sort_of(a) == sort), None)
            focus.before = first or focus.before
            focus.no_actor = focus.no_actor and first is None

    def _step_in_or_out(self, passage: Passage, at: int) -> None:
        """Whom only a quotation names is nobody's "he" behind it, unless nobody else fits."""
        inside = bool(passage.outer) and bool(passage.quotations_over(at, at + 1))
        if inside and self._outside is None:
            self._outside = {sort: focus.copy() for sort, focus in self._people.items()}
        elif not inside and self._outside is not None:
            for sort, focus in self._outside.items():
                focus.fill_from(self._people[sort])
            self._people.update(self._outside)
            self._outside = None

    def _owner(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Whose thing a phrase names at its beginning, where that is a name."""
        tokens = passage.tokens[noun.first : noun.head]
        mentions = (self._named.get((passage.paragraph_id, token.start)) for token in tokens)
        mention = next((m for m in mentions if m is not None), None)
        if mention is None or not any(t.start == mention.end and t.tag == "POS" for t in tokens):
            return None
        return mention.actor

    def _remember(self, actor: ActorDraft, *, subject: bool, beside: bool) -> None:
        """Keep who was named; `beside` says that it was beside a verb, and not behind a preposition."""
        focus = self._people[sort_of(actor)]
        focus.recent = focus.of_gender[actor.gender] = focus.of_kind[actor.kind] = actor
        focus.here = actor if beside else focus.here
        if subject and focus.now is None:
            focus.now = actor
            focus.no_actor = False

    def _phrase(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """The actor of one noun phrase; possessive pronouns inside it are read on the way."""
        tokens = passage.tokens
        for i in range(noun.first, noun.last):
            if tokens[i].tag == "PRP$" or (i < noun.head and tokens[i].tag == "PRP"):
                self.pronouns.whom(passage, i, "possessive")
        self._read_owner(passage, noun)
        head = tokens[noun.head]
        if head.tag == "PRP":
            of_thing = head.lower == "it" and noun.last in self._verb_starts and self._people["thing"].no_actor
            return None if of_thing else self.pronouns.whom(passage, noun.head, "pronoun")
        around = self._ending.get((passage.paragraph_id, head.end))
        if around is not None and around.start < tokens[noun.first].start:
            self.meant[passage.paragraph_id, head.start] = around.actor
            return around.actor  # the Court of | Session
        described = self.common.described
        rules = (described.titled, described.explained, described.explained_body, described.joined, described.posted)
        titled = next((actor for rule in rules if (actor := rule(passage, noun)) is not None), None)
        if titled is not None:
            self._is_called(titled, tokens[noun.first : noun.head + 1])
            self._has_a_name(passage, noun, titled)
            self.meant[passage.paragraph_id, head.start] = titled
            return titled
        for i in range(noun.head, noun.first - 1, -1):
            mention = self._named.get((passage.paragraph_id, tokens[i].start))
            if mention is not None:
                if mention.end >= head.end or _is_sort_behind(tokens, noun, mention):
                    self._is_called(mention.actor, tokens[noun.first : i])
                    self.meant[passage.paragraph_id, head.start] = mention.actor
                    return mention.actor
                break
        latter = [t.lower for t in tokens[noun.first : noun.last]] == ["the", "latter"]
        named = self._named_elsewhere(passage, noun) or self._called_so(tokens, noun)
        named = self._people["person"].recent if latter else named
        if named is not None:
            self.meant[passage.paragraph_id, head.start] = named
            return named
        owned = any(tokens[i].tag == "POS" for i in range(noun.first, noun.head))  # Lind, Zuma's spokesman | said
        explains = self.common.described.apposed(passage, noun) if owned or noun.last not in self._verb_starts else None
        said_to_be = self._who_is(tokens, noun)
        self._is_called(explains or said_to_be, tokens[noun.first : noun.head + 1])
        explains = explains or self.common.described.called(passage, noun)
        if explains is not None:
            self._has_a_name(passage, noun, explains)
        actor = explains or said_to_be or self.common.actor_of(passage, noun)
        if actor is not None:
            self.meant[passage.paragraph_id, head.start] = actor
        return None if actor is not None and self._is_in_passing(actor) else actor

    def _is_in_passing(self, actor: ActorDraft) -> bool:
        """Whether somebody without a name only passes by in a report on people with names: a preacher prayed."""
        recent = self._people["person"].recent
        named = recent is not None and recent.key.startswith("person:")
        return named and actor.key.startswith("unnamed:") and not actor.plural and sort_of(actor) == "person"

    def _read_owner(self, passage: Passage, noun: NounPhrase) -> None:
        """Whom the owner in a phrase means, who has no name: the bank | 's plan."""
        tokens = passage.tokens
        end = next((i for i in range(noun.first + 1, noun.head) if tokens[i].tag == "POS"), 0)
        if not end or tokens[noun.first].tag != "DT" or tokens[end - 1].tag not in ("NN", "NNS"):
            return
        owner = self.common.actor_of(passage, NounPhrase(noun.first, end, end - 1))
        if owner is not None:
            self.meant[passage.paragraph_id, tokens[end - 1].start] = owner

    def _named_elsewhere(self, passage: Passage, noun: NounPhrase) -> ActorDraft | None:
        """Whom a report names after it has told of him: a Catholic priest; the priest, | Ann Lind,."""
        tokens, head = passage.tokens, passage.tokens[noun.head]
        person = self._nouns_of.get(head.lower) if tokens[noun.first].tag == "DT" and head.tag == "NN" else None
        return None if person is None or tokens[noun.first].lower == "another" else person

    def _is_called(self, actor: ActorDraft | None, words: list[Token]) -> None:
        """Note what a person was called: the teacher | Ann Lind, Ann Lind, a | student, her | mate, Ann Lind."""
        person = actor is not None and actor.key.startswith("person:") and words and words[-1].lemma in self.people
        if actor is not None and person and not self.names.offices.row(words[-1].lower):
            named = " ".join(t.lower for t in words if t.tag not in _UNSAID)
            self._called[named] = self._called[words[-1].lower] = actor

    def _has_a_name(self, passage: Passage, noun: NounPhrase, person: ActorDraft) -> None:
        """Give the name to whom an article told of before: a nurse was held; | the woman, Ann Lind, is 34."""
        unnamed = self.common.told_of(passage, noun)
        named_before = self.names.places.get(person.key, [(-1, 0)])[0] < self._here(passage, noun)
        if unnamed is None or unnamed.key.startswith("person:") or unnamed.plural or named_before:
            return
        for place, actor in self.meant.items():
            self.meant[place] = person if actor is unnamed else actor
        for mention in self.mentions:
            mention.actor = person if mention.actor is unnamed else mention.actor
        self.common.made.unnamed.pop(unnamed.key, None)
        self._called[unnamed.name.split()[-1].lower()] = person

    def _here(self, passage: Passage, noun: NounPhrase) -> tuple[int, int]:
        return self.names.order[passage.paragraph_id], passage.tokens[noun.first].start

    def _who_is(self, tokens: list[Token], noun: NounPhrase) -> ActorDraft | None:
        """Of whom a phrase behind "is" says what he or she is: Ann Lind was | a plumber."""
        is_one = tokens[noun.first].lower in ("a", "an") and tokens[noun.first - 1].lower in ("is", "was")
        return self.pronouns.subject if is_one and noun.first - 1 in self._verb_starts else None

    def _called_so(self, tokens: list[Token], noun: NounPhrase) -> ActorDraft | None:
        """Whom the article called so before: Ann Lind, a student; the | student."""
        head, behind = tokens[noun.head], tokens[noun.last] if noun.last < len(tokens) else None
        if tokens[noun.first].lower != "the" or head.tag != "NN":
            return None
        if behind is not None and (behind.lower in DESCRIBES or behind.tag[:3] == "NNP"):
            return None
        others = any(a.name.split()[-1].lower() == head.lower for a in self.common.made.unnamed.values())
        return self._called.get(" ".join(t.lower for t in tokens[noun.first + 1 : noun.last])) if not others else None

    def _read_nouns(self) -> Iterator[tuple[str, ActorDraft]]:
        """The nouns for people that a name explains: the priest, | Ann Lind, said."""
        for mention in self.names.mentions:
            passage = self.prose.passage(mention.paragraph_id)
            before = passage.tokens[max(0, passage.token_at(mention.start) - 3) : passage.token_at(mention.start)]
            if len(before) < 3 or not mention.actor.key.startswith("person:") or mention.how != "name":
                continue
            the, noun, comma = before
            closed = comma.text == "," and passage.text.startswith(",", mention.end)
            if the.lower == "the" and noun.tag == "NN" and noun.lemma in self.people and closed:
                yield noun.lower, mention.actor


def _is_sort_behind(tokens: list[Token], noun: NounPhrase, mention: MentionDraft) -> bool:
    """Whether only a word for what it is comes behind a body's name: AFP | news agency."""
    behind = [t for t in tokens[noun.first : noun.last] if t.start >= mention.end]
    body = mention.actor.kind in ("organisation", "media", "armed-force") and mention.how == "name"
    return body and len(behind) < 3 and all(t.tag == "NN" and t.lower in SORTS_BEHIND_NAMES for t in behind)


def _behind_adverbs(tokens: list[Token], i: int) -> int:
    """The first token in front of token i that has nothing but adverbs between: the king | also | said."""
    while i > 0 and tokens[i - 1].tag == "RB":
        i -= 1
    return i


def _is_predicate(tokens: list[Token], noun: NounPhrase) -> bool:
    """Whether a phrase only says what somebody is: as a young lawyer, became | prime minister."""
    before = tokens[noun.first - 1]
    return before.lower == "as" or (before.lemma in _BECOMES and tokens[noun.head].tag in ("NN", "NNS"))
