"""A sentence as the rules for statements see it: tokens, codes, phrases by place, and what is quoted."""

import re
from dataclasses import replace
from functools import cached_property

from ..grammar.adjuncts import Adjuncts
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.prose import Passage, Sentence
from ..grammar.quotations import Quotation
from ..grammar.tokens import Token
from ..lexicon.cues import Cue
from ..lexicon.words import listed

_TIMES = listed("times and occasions")

#: What comes between a person and a nickname in quotation marks: the man | known as | "Tiny".
_CALLED = tuple(
    re.compile(rf"(?:, )?(?:{words}) $")
    for words in (
        "called|dubbed|named",
        "(?:(?:also|best|better|widely|only) )?known(?: to \\w+)?(?: simply| only)? as|nicknamed",
        "(?:(?:who|whom|that) )?\\w+ (?:call|calls|called|nickname|nicknamed|dub|dubbed)",
        "who (?:goes|went|go) by(?: the name(?: of)?)?|who (?:gave|gives) (?:his|her|their) name(?: only)? as",
    )
)
_NICKNAME = re.compile(r"\W{1,2}(?:the )?[A-Z][\w.’'-]*(?: (?:of |the )*[A-Z][\w.’'-]*){0,3}[.,]?\W{1,2}")


class View:
    """One sentence with look-ups; all indices are those of tokens in the passage."""

    def __init__(self, passage: Passage, sentence: Sentence, cues: dict[str, Cue]) -> None:
        self.passage, self.sentence, self.cues = passage, sentence, cues
        self.tokens: list[Token] = passage.tokens
        self.first, self.last = sentence.first, sentence.last
        self._codes = sentence.chunks.codes
        self.noun_ending: dict[int, NounPhrase] = {n.last: n for n in sentence.chunks.nouns}
        self.noun_starting: dict[int, NounPhrase] = {n.first: n for n in sentence.chunks.nouns}
        inside = {i for noun in sentence.chunks.nouns for i in range(noun.first, noun.head)}
        self.verbs = [self._with_particle(verb) for verb in sentence.chunks.verbs if verb.main not in inside]
        self.verb_at: dict[int, VerbGroup] = {i: v for v in self.verbs for i in range(v.first, v.main + 1)}
        self._quotes: dict[int, Quotation] = {}
        for quotation in passage.quotations_over(sentence.start, sentence.end):
            low = max(passage.token_at(quotation.start), self.first)
            high = min(passage.token_at(quotation.end - 1) + 1, self.last)
            self._quotes.update(dict.fromkeys(range(low, high), quotation))
            self._skip_nickname(quotation, low, high)

    @cached_property
    def adjuncts(self) -> Adjuncts:
        """What may come between its verbs and what they need, counted from the sentence's start."""
        return Adjuncts(self.tokens[self.first : self.last], self.sentence.chunks)

    def code(self, i: int) -> str:
        """The class of a token ("^" and "$" outside the sentence)."""
        if i < self.first:
            return "^"
        return self._codes[i - self.first] if i < self.last else "$"

    def lower(self, i: int) -> str:
        """A token in small letters ("" outside the sentence)."""
        return self.tokens[i].lower if self.first <= i < self.last else ""

    def _with_particle(self, verb: VerbGroup) -> VerbGroup:
        """A verb group with the particle that makes a cue of it: shot back."""
        two = f"{self.tokens[verb.main].lemma} {self.lower(verb.main + 1)}"
        if f"{two} {self.lower(verb.main + 2)}" in self.cues:  # made it clear
            return replace(verb, last=verb.main + 3)
        return replace(verb, last=verb.main + 2) if two in self.cues else verb

    def _skip_nickname(self, quotation: Quotation, low: int, high: int) -> None:
        """A nickname in quotation marks belongs to the noun phrase before it; "called" is no verb there."""
        text = self.passage.text
        if not _NICKNAME.fullmatch(text, quotation.start, quotation.end):
            return
        nearest = max(quotation.start - 60, 0)
        for known, words in enumerate(_CALLED):
            called = words.search(text, nearest, quotation.start)
            if called is None:
                continue
            at = self.passage.token_at(called.start() + (text[called.start()] == " "))
            noun = self.noun_ending.get(at)
            if noun is not None and self.code(noun.head) != "O" and (known or self._joined(noun, high)):
                self.noun_ending[high] = noun
                self.verbs = [verb for verb in self.verbs if not at <= verb.first < low]
                self.verb_at = {i: verb for i, verb in self.verb_at.items() if not at <= i < low}
                return

    def _joined(self, noun: NounPhrase, behind: int) -> bool:
        """Whether "called" with a name belongs to a noun phrase: not in: The mayor | called | "Bear" a friend."""
        ends = self.code(behind) in ",.;$" or self.code(behind - 2) in ",."
        return behind in self.verb_at or (ends and self.finite_after(self.first, noun.first) is not None)

    def back(self, i: int) -> int:
        """The nearest token at or before i that is no adverb."""
        while self.code(i) == "A":
            i -= 1
        return i

    def onward(self, i: int) -> int:
        """The nearest token at or behind i that is no adverb."""
        while self.code(i) == "A":
            i += 1
        return i

    def opens(self, i: int) -> bool:
        """Whether token i is in the phrase or clause that opens the sentence, before its first comma."""
        start = self.onward(self.first + (self.code(self.first) == "K"))
        return self.code(start) in "Iw" and all(self.code(n) != "," for n in range(start, i))

    def finite_at(self, i: int) -> VerbGroup | None:
        """The finite verb group that token i belongs to, if one does."""
        verb = self.verb_at.get(i)
        return verb if verb is not None and verb.form == "finite" else None

    def is_time(self, phrase: NounPhrase | None) -> bool:
        """Whether a noun phrase tells when or on which occasion somebody spoke."""
        return phrase is not None and self.tokens[phrase.head].lower in _TIMES

    def cue_of(self, verb: VerbGroup) -> Cue | None:
        """The cue that a verb group is, with its particle where it has one."""
        words = [self.tokens[verb.main].lemma, *(self.lower(i) for i in range(verb.main + 1, verb.last))]
        return self.cues.get(" ".join(words))

    def quoted(self, i: int) -> Quotation | None:
        """The outermost quotation that a token is in."""
        return self._quotes.get(i)

    def tokens_of_quotation(self, quotation: Quotation) -> tuple[int, int]:
        """The first token of a quotation and the one behind it, inside the passage."""
        return self.passage.token_at(quotation.start), self.passage.token_at(quotation.end - 1) + 1

    def finite_after(self, i: int, stop: int) -> VerbGroup | None:
        """The first finite verb group that begins at or behind token i and before stop."""
        return next((verb for verb in self.verbs if i <= verb.first < stop and verb.form == "finite"), None)
