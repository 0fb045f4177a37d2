"""The events that the nouns of one sentence name: a raid, the summit talks."""

from collections.abc import Iterator

from ...coding.codes import plover
from ..grammar.chains import Clauses
from ..grammar.clauses import read_clauses
from ..grammar.prose import Passage, Sentence
from ..grammar.things import is_craft
from ..lexicon.events import Lexicon
from ..lexicon.words import word_set
from .composing import OF_IS_DOER, RECIPROCAL, Finding
from .matching import Match, is_by, match_noun
from .roles import Roles

_MAY_BE = word_set("possible potential future hypothetical")
_MAY_COME = word_set("potential possibility prospect chance chances risk likelihood threat fear fears")
_SITES = word_set("site camp song movement sign footage video scene date venue table")


class EventNouns:
    """The tokens and clauses of one sentence, and the events that its nouns name."""

    def __init__(self, passage: Passage, sentence: Sentence, lexicon: Lexicon) -> None:
        self.passage, self.sentence = passage, sentence
        self.tokens = passage.tokens_of(sentence)
        self.lexicon = lexicon
        self.clauses: Clauses = read_clauses(self.tokens, sentence.chunks, lexicon.people)
        self.roles = Roles(self.clauses, lexicon.people, self._is_event)

    def _is_event(self, at: int) -> bool:
        return match_noun(self.tokens, at, self.lexicon.words) is not None

    def nominal(self) -> Iterator[Finding]:
        """The events that nouns name, from left to right."""
        nouns, behind = self.lexicon.words.nouns, 0
        for n, token in enumerate(self.tokens):
            if n < behind or (token.lemma not in nouns and token.lower not in nouns):
                continue
            tag = token.tag
            match = match_noun(self.tokens, n, self.lexicon.words, whose=True) if tag[0] in "NJV" else None
            no_noun = n in self.clauses.times or self._is_in_name(n)  # in March; Rapid Support Forces
            concern = token.lemma == "concern" and n > 0  # only where somebody voices it
            concern = concern or (token.lemma == "threat" and match is not None and not self._says_what(match))
            if match is None or no_noun or concern or n in self.clauses.group_at or self._names_office(match.last):
                continue
            if self._is_one_thing(match.first, match.last) or self._only_may_be(match.first):
                continue
            entry = match.entry
            reciprocal = entry.event in RECIPROCAL
            actors, targets = self.roles.around_noun(match.first, match.last, reciprocal, entry.event in OF_IS_DOER)
            if entry.needs and not (targets and is_by(self.clauses, actors[:1], entry.needs)):
                continue  # a teachers' strike in Togo
            named = " ".join(t.text for t in self.tokens[match.first : match.last])
            rule, quad = f"noun: {named}", plover()[entry.event, entry.mode].quad_code
            place = (match.first, match.last)
            yield Finding(entry.event, entry.mode, rule, *place, actors, targets, quad=quad, cameo=entry.cameo)
            behind = match.last

    def _says_what(self, match: Match) -> bool:
        """Whether words behind a threat say what is threatened: a threat | to attack, and not: security threats."""
        behind = self.tokens[match.last : match.last + 2]
        told_of = [t.lower for t in behind[:1]] in (["of"], ["that"]) or len(match.entry.steps) > 1
        return told_of or [t.tag for t in behind] == ["TO", "VB"]

    def _only_may_be(self, n: int) -> bool:
        """Whether a noun names what there may be: prepare for possible new | attacks."""
        phrase = self.clauses.phrase_at.get(n)
        if phrase is None:
            return False
        tied = phrase.first > 1 and self.tokens[phrase.first - 1].lower in ("for", "of")
        hoped = tied and self.tokens[phrase.first - 2].lower in _MAY_COME
        return hoped or any(token.lower in _MAY_BE for token in self.tokens[phrase.first : n])

    def _is_one_thing(self, first: int, last: int) -> bool:
        """Whether a noun is part of another event's name, or names a war: | summit | talks, the Lomar war."""
        tokens = self.tokens
        phrase = self.clauses.phrase_at.get(first)
        if last < len(tokens) and phrase is not None and last <= phrase.head:
            nouns = [match_noun(tokens, n, self.lexicon.words) for n in (first, last)]
            if len({noun.entry.event if noun is not None else n for n, noun in enumerate(nouns)}) == 1:
                return True
        named = first > 1 and tokens[first - 1].text[0].isupper() and tokens[first - 2].lower == "the"
        return named and tokens[first].lower == "war"

    def _is_in_name(self, n: int) -> bool:
        """Whether a word has a capital between two others that have one, or behind one at the end of a name."""
        beside = [self.tokens[i] for i in (n - 1, n + 1) if 0 <= i < len(self.tokens)]
        behind = self.tokens[n + 1 : n + 3]
        if n and self.tokens[n].text[0].isupper() and [t.lower for t in behind[:1]] == ["of"]:
            return behind[-1].tag[:3] == "NNP"  # the game | Call of Duty
        if n > 1 and self.tokens[n].text[0].isupper() and self.tokens[n - 1].lower == "of":
            return self.tokens[n - 2].tag[:3] == "NNP"  # the Court of | Appeal
        if n > 1 and self.tokens[n - 1].tag == "CD" and self.tokens[n].text[0].isupper():
            return self.tokens[n - 2].tag[:3] == "NNP"  # the Lomar Insight 2016 | Conference
        ends = n > 1 and beside[0].tag[:3] == "NNP" and self.tokens[n - 2].tag[:3] == "NNP"  # Shale Oil | Conference
        return self.tokens[n].text[0].isupper() and n > 0 and (ends or all(t.tag[:3] == "NNP" for t in beside))

    def _names_office(self, at: int) -> bool:
        """Whether a noun comes before one for people, ships or places: the trade minister, a protest site."""
        phrase = self.clauses.phrase_at.get(at)
        if phrase is None or not phrase.first < at <= phrase.head:
            return False
        head = self.tokens[phrase.head]
        return head.lemma in self.lexicon.people or is_craft(head) or head.lemma in _SITES
