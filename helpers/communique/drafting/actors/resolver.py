"""The actors of an article: named ones, groups without a name, and who a noun phrase means."""

from collections.abc import Iterator
from itertools import pairwise

from ..grammar.phrases import NounPhrase
from ..grammar.prose import Passage, Prose
from ..grammar.tokens import Token
from ..lexicon.cues import cues_of
from ..lexicon.events import event_lexicon
from ..lexicon.lexicons import Lexicons
from ..lexicon.word_list import lemma_of
from ..lexicon.words import word_set
from .appositions import Appositions
from .coreference import Coreference
from .countries import Countries
from .focus import may_be_it, sort_of
from .mentions import ActorDraft, ActorIndex, MentionDraft
from .names import Names
from .nobody import PERCENT, whose_words
from .pairs import Pairs
from .places import Places
from .unnamed import COUNTS, Unnamed, end_of_nouns

_PERSONS = frozenset(("leader", "spokesperson", "public", "unnamed"))
_TIES = frozenset(("for", "of", "at", "in", "who", "which", "a", "an", "from", "with", "on"))
_SHARES = PERCENT | word_set("part parts all both each")
_DESCRIBING = frozenset((",", "NN", "NNP", "NNPS", "JJ", "POS", "DT"))
_BODIES = frozenset(("organisation", "office", "media"))
_COUNTING = word_set("number group handful majority couple")
_FEW = 5  # words
_LONGEST_NAME = 80  # characters
Span = tuple[int, int]


class Resolver:
    """Keeps the actors of an article and says which of them a noun phrase or a pronoun means."""

    def __init__(self, prose: Prose, lexicons: Lexicons) -> None:
        self.prose = prose
        self.names = Names(prose, lexicons)
        self.names.run()
        self.actors: dict[str, ActorDraft] = self.names.actors
        self.mentions: list[MentionDraft] = self.names.mentions
        self.order = self.names.order
        self.index = ActorIndex(list(self.actors.values()), self.mentions)
        self.places, self.pairs = Places(prose, self.names), Pairs(self.names)
        self.countries = Countries(prose, self.index, self.names.gazetteer)
        Appositions(prose, self.names, self.index, self.pairs).run()
        self.groups = lexicons.by_word("groups")
        self.people = event_lexicon(lexicons).people
        self.reading = Coreference(prose, self.names, self.groups, self.people, cues_of(lexicons))
        self.reading.run()
        self._pronouns = {(m.paragraph_id, m.start): m for m in self.reading.mentions}
        self._unnamed = Unnamed(self.names, self.reading.common, self.groups, self.people)
        self._taken: dict[tuple[str, int, int], ActorDraft] = {
            (m.paragraph_id, m.start, m.end): m.actor for m in (*self.mentions, *self.reading.mentions)
        }

    def resolve(self, passage: Passage, span: Span, head: Span, last_speaker: ActorDraft | None) -> ActorDraft:
        """The actor that a source (its head noun phrase) stands for; one without a name becomes an actor of its own."""
        first, last = passage.token_at(head[0]), passage.token_at(head[1] - 1)
        tokens = passage.tokens
        while last > first and tokens[last].tag in ("CD", "POS", "WDT", "WP") and tokens[last - 1].tag != "DT":
            last -= 1
        of = last + 2 < len(tokens) and tokens[last + 1].lower == "of"
        if of and tokens[last].lower in _SHARES:
            first, last = last + 2, last + 2
            end = len(tokens) - 1
            while last < end and (tokens[last + 1].tag[:2] == "NN" or tokens[last].tag in ("DT", "JJ", "PRP$")):
                last += 1  # part of | the court order
        last = whose_words(tokens, first, last)
        main = tokens[last]
        counted = self._counted(passage, first, last) if of and last == first else None
        if counted is not None:
            return self._keep(passage, counted, (main.start, main.end), main)
        place = (passage.paragraph_id, main.start)
        titled = main.tag == "NNP" and self.names.offices.ending(tokens, first, last + 1)
        apposed = self._apposed(passage, span) if titled or main.tag in ("NN", "NNS") else None
        actor = apposed or self.reading.meant.get(place)
        person = self._of_a_body(passage, span, head) if actor is not None and actor.kind in _BODIES else None
        if person is not None:
            return person
        if actor is None:
            actor = self.index.head_of(passage.paragraph_id, *head, main.start, main.end)
        if main.tag == "PRP" and main.lower in ("he", "she") and last_speaker and last_speaker.kind not in _PERSONS:
            last_speaker = None
        if main.lower in ("i", "we") and not passage.quotations_over(main.start, main.end):
            last_speaker = None  # the reporters
        if actor is None and main.lower in ("i", "we", "you", "they", "he", "she", "it", "who") and last_speaker:
            actor = last_speaker if main.lower != "it" or may_be_it(last_speaker) else None
        if actor is None and main.tag[:3] == "NNP":
            actor = self._apposed(passage, span)  # Lomar's minister for European Affairs, | Ann Lind
        if actor is None and tokens[first].lower == "the":
            title = self.names.offices.ending(tokens, first, last + 1)
            actor = self.reading.common.holders.one(title, "") if title else None
        if actor is None and main.tag in ("PRP", "PRP$"):
            return self.hidden(passage, head)  # it, and nobody was named
        if actor is None:
            actor = self._unnamed.actor(passage, first, last)
        return self._keep(passage, actor, (tokens[first].start, main.end), main)

    def _counted(self, passage: Passage, first: int, last: int) -> ActorDraft | None:
        """The group that the text has met by now as those who are counted: hundreds of | demonstrators."""
        if lemma_of(passage.tokens[last].lower) not in COUNTS:
            return None
        end = end_of_nouns(passage.tokens, last + 2)
        actor = self.reading.meant.get((passage.paragraph_id, passage.tokens[end - 1].start))
        if actor is None or " " in actor.name or self.reading.common.made.unnamed.get(actor.key) is not actor:
            return None
        name = passage.text[passage.tokens[first].start : passage.tokens[end - 1].end]
        actor.name = name[:1].upper() + name[1:]
        return actor

    def _apposed(self, passage: Passage, span: Span) -> ActorDraft | None:
        """The person named in an apposition: the foreign minister, Wang Yi."""
        for mention in self.index.within(passage.paragraph_id, span[0], span[1] + 3):
            enclosed = mention.start < span[1] or passage.text.startswith((",", "."), mention.end)
            if mention.actor.key.startswith("person:") and mention.how == "name" and enclosed:
                before = passage.text[span[0] : mention.start].rstrip()
                before = before.removesuffix("Dr").removesuffix("Mr").removesuffix("Ms").removesuffix("Mrs").rstrip()
                comma = passage.token_at(span[0] + before.rfind(",") + 1)
                described = passage.tokens[comma : passage.token_at(mention.start)]
                named = before.endswith(",") or all(t.tag in _DESCRIBING for t in described)
                if named and before.count(",") == 1:
                    return mention.actor
        return None

    def _of_a_body(self, passage: Passage, span: Span, head: Span) -> ActorDraft | None:
        """The person named behind the body that he or she is of: an FBI agent | Ann Lind."""
        inside = sorted(self.index.within(passage.paragraph_id, *span), key=lambda mention: mention.start)
        for body, person in pairwise(inside):
            between = passage.tokens[passage.token_at(body.end - 1) + 1 : passage.token_at(person.start)]
            titled = self.names.offices.at(between, 0, len(between)) == len(between) if between else False
            tied = bool(between) and all(t.tag in ("POS", "NN", "JJ") for t in between) and len(between) < _FEW
            tied = tied or titled
            named = person.actor.key.startswith("person:") and person.how == "name" and person.end <= span[1]
            if tied and named and body.start <= head[1] and body.actor.kind in _BODIES:
                return person.actor
        return None

    def resolve_all(
        self, passage: Passage, span: Span, head: Span, last_speaker: ActorDraft | None
    ) -> list[ActorDraft]:
        """The actors of a source, of which "China and Saudi Arabia" has two."""
        start, end = passage.token_at(head[0]), passage.token_at(head[1] - 1) + 1
        both = self.pairs.both(passage, NounPhrase(start, end, end - 1), passage.tokens)
        if both:
            return both
        first = self.resolve(passage, span, head, last_speaker)
        text, others = passage.text[head[1] : span[1]], []
        if first.kind == "state" and (officials := self._of_both(passage, span, head)) is not None:
            return [officials]
        if text.startswith((" and ", ", ")) and " and " in text:
            named = [m for m in self.index.within(passage.paragraph_id, *span) if m.how in ("name", "alias")]
            listed = [m for m in named if passage.text[: m.start].endswith((" and ", ", ", " and the "))]
            between = ((m, passage.text[head[1] : m.start].split()) for m in listed)  # a fellow for Missile and | Space
            joined = [m.actor for m, words in between if _TIES.isdisjoint(words)]
            alike = first.kind == "state" or first.key.startswith("person:")
            others = [a for a in joined if alike and a.kind == first.kind]
        others += [self.resolve(passage, one, one, None) for one in self._joined_to(passage, span, head)]
        return list({a.key: a for a in (first, *others)}.values())

    def _joined_to(self, passage: Passage, span: Span, head: Span) -> Iterator[Span]:
        """The phrases for others who speak with the head of a source: officials | and businessmen in Lomar."""
        tokens, at = passage.tokens, passage.token_at(head[1] - 1) + 1
        end = passage.token_at(span[1] - 1) + 1
        if tokens[at - 1].lemma in _COUNTING and [t.lower for t in tokens[at : at + 1]] == ["of"]:
            at = end_of_nouns(tokens, at + 1)  # a number of states | and the union
        if "CC" not in [t.tag for t in tokens[at:end]]:
            return
        starts = {noun.first: noun for noun in passage.sentence_of(passage.token_at(head[0])).chunks.nouns}
        while at < end and tokens[at].lower in (",", "and", "as"):
            at += 2 * ([t.lower for t in tokens[at + 1 : at + 2]] == ["well"])  # Togo | as well as Ghana
            at += 1 + (tokens[at].text == "," and at + 1 < end and tokens[at + 1].lower == "and")
            noun = starts.get(at)
            unnamed = passage.tokens[passage.token_at(head[1] - 1)].tag == "NN" and tokens[at].text.islower()
            if noun is None or noun.last > end or not self._is_another(tokens, noun):
                return
            if unnamed and tokens[noun.head].tag == "NNP":
                return  # her friend and | former lawmaker Ann Lind
            one = tokens[noun.first].start, tokens[noun.last - 1].end
            if not self.inside_a_name(passage, *one):  # the Food | and Drug Board
                yield one
            at = noun.last

    def _is_another(self, tokens: list[Token], noun: NounPhrase) -> bool:
        """Whether a phrase behind "and" is of others: and | Ms Lind, and | his aides; not: the founder and | head."""
        main, first = tokens[noun.head], tokens[noun.first]
        other = main.tag in ("NNS", "NNP", "NNPS") or first.tag in ("DT", "PRP$")
        return other and (main.tag[:3] == "NNP" or self.is_known(main))

    def _of_both(self, passage: Passage, span: Span, head: Span) -> ActorDraft | None:
        """The people of two countries: US and Yemeni | officials."""
        behind = passage.tokens[passage.token_at(head[1] - 1) + 1 : passage.token_at(span[1] - 1) + 1]
        if len(behind) < 3 or behind[0].lower != "and" or behind[-1].tag != "NNS" or not self.is_known(behind[-1]):
            return None
        if any(t.tag not in ("JJ", "NNP", "NN", "NNS") for t in behind[1:]):
            return None
        first, last = passage.token_at(head[0]), passage.token_at(behind[-1].start)
        officials = self._unnamed.actor(passage, first, last)
        return self._keep(passage, officials, (head[0], behind[-1].end), behind[-1])

    def is_known(self, noun: Token) -> bool:
        """Whether a noun is one for people or bodies."""
        return noun.lemma in self.people or noun.lemma in self.groups or bool(self.names.offices.row(noun.lower))

    def is_named_at(self, passage: Passage, start: int) -> bool:
        """Whether an actor's name begins at a character of a passage."""
        return bool(self.index.within(passage.paragraph_id, start, start + 1))

    def inside_a_name(self, passage: Passage, start: int, end: int) -> bool:
        """Whether words are the end of a longer name: the Islamic State of Iraq and | the Levant."""
        before = self.index.within(passage.paragraph_id, start - _LONGEST_NAME, start)
        return any(mention.end >= end for mention in before)

    def _keep(self, passage: Passage, actor: ActorDraft, span: Span, main: Token) -> ActorDraft:
        """Make an actor one of the article's, and the phrase one of its mentions; a place has one actor only."""
        if main.tag == "PRP":
            span = (main.start, main.end)
        place = (passage.paragraph_id, *span)
        taken = self._taken.get(place)
        if taken is not None and main.tag == "PRP":
            actor = taken
        self.actors.setdefault(actor.key, actor)
        if taken is not None:
            return actor
        self._taken[place] = actor
        if not any(n == passage.text[span[0] : span[1]] for n in actor.names):
            guessed = (passage.paragraph_id, main.start) in self.reading.common.guessed
            how = "pronoun" if main.tag == "PRP" else "guess" if guessed else "phrase"
            self.mentions.append(MentionDraft(actor, passage.paragraph_id, *span, how, passage.text[span[0] : span[1]]))
        return actor

    def goes_on(self, passage: Passage, span: Span, pronoun: str, last: ActorDraft) -> bool:
        """Whether a pronoun that adds something can be who spoke last; it is then one of that actor's words."""
        sort = sort_of(last)
        fits = {"it": sort == "thing", "they": sort != "person" or not last.gender}.get(pronoun, False)
        if pronoun in ("he", "she"):
            fits = sort == "person" and last.gender in ("", "m" if pronoun == "he" else "f")
        mention = self._pronouns.get((passage.paragraph_id, span[0]))
        if fits and mention is not None:
            mention.actor = self._taken[passage.paragraph_id, *span] = last
        return fits

    def hidden(self, passage: Passage, cue: Span) -> ActorDraft:
        """The actor for a source that the text hides: it is said that ..."""
        key, rule = "unnamed:hidden", f"a passive that hides who speaks: {passage.text[slice(*cue)]}"
        hidden = ActorDraft(key, "Source not named", "unnamed", rule=rule, first=(passage.paragraph_id, *cue))
        return self.actors.setdefault(key, hidden)
