"""What comes between a verb and what it needs: agreed | on Monday, for the third time, in Lomar | to leave."""

from collections.abc import Collection, Iterator
from functools import cached_property

from ..lexicon.words import listed, word_set
from .phrases import Chunks, NounPhrase
from .tokens import Token

_TIMES = listed("times and occasions")
_WHEN = word_set("late early earlier later")
_PART_OF_THE_VERB = word_set("not forward off out up down away aside apart ahead")
#: Two words that are one adverb: as_well, in_public.
_MANNERS = listed("adverbs of two words")
_IN_THE_YEAR = frozenset(("in", "since"))
_BEFORE_TIME = word_set("on in at by since until during before after around from")
_TOGETHER = frozenset(("together", "along"))
_BEGINNINGS = frozenset("PNDJCAIT,")  # the classes of words that may begin one
_MOST = 8  # adjuncts in a row
_LONGEST_ASIDE = 10  # words


class Adjuncts:
    """The adjuncts of one sentence; all places are counted from its start."""

    def __init__(self, tokens: list[Token], chunks: Chunks) -> None:
        self._tokens, self._chunks, self._codes = tokens, chunks, chunks.codes
        self._base = tokens[0].index if tokens else 0

    @cached_property
    def _phrases(self) -> dict[int, NounPhrase]:
        base = self._base
        phrases = (NounPhrase(n.first - base, n.last - base, n.head - base) for n in self._chunks.nouns)
        return {phrase.first: phrase for phrase in phrases}

    @cached_property
    def _finite(self) -> set[int]:
        inside = {i for phrase in self._phrases.values() for i in range(phrase.first, phrase.head)}
        finite = {verb.first - self._base for verb in self._chunks.verbs if verb.form == "finite"}
        return finite - inside

    def behind(self, at: int, heads: Collection[str]) -> Iterator[int]:
        """A place, and those behind each adjunct that follows; `heads` are the prepositions of occasions and places."""
        yield at
        for _ in range(_MOST):
            end = self.end(at, heads)
            if end == at:
                break
            at = end
            yield at

    def end(self, at: int, heads: Collection[str]) -> int:
        """Where the one adjunct ends that begins at a place; that place where none does."""
        word, code = self._word(at), self._code(at)
        if code not in _BEGINNINGS:
            return at
        phrase, tied = self._phrases.get(at), self._phrases.get(at + 1)
        whom = self._phrases.get(at + 2) if word in _TOGETHER and self._word(at + 1) == "with" else None
        if whom is not None:
            return whom.last
        if f"{word}_{self._word(at + 1)}" in _MANNERS and self._word(at + 2) != "as":
            return at + 2
        if phrase is not None and code in "PNDJC" and self._word(phrase.head) in _TIMES:
            return phrase.last
        if (code == "A" and word not in _PART_OF_THE_VERB) or word in _WHEN or word == "online":
            return at + 1
        if code == "I" and word in _IN_THE_YEAR and self._code(at + 1) == "C" and tied is None:
            return at + 2  # in | 2019
        often = word == "for" and tied is not None and self._word(tied.head) == "time"  # for | the third time
        when = word in _BEFORE_TIME and tied is not None and self._word(tied.head) in _TIMES
        if code in "IT" and (word in heads or often or when) and tied is not None and tied.last not in self._finite:
            return tied.last
        return self._behind_aside(at)

    def _behind_aside(self, at: int) -> int:
        """Where an aside between commas ends, one that begins at a place: , in a rare move, |."""
        if self._code(at) != "," or self._code(at + 1) not in "IA":
            return at
        for end in range(at + 2, at + _LONGEST_ASIDE):
            if self._code(end) == ",":
                return end + 1
            if self._code(end) in "VXGBHdM$.qQ;:":
                break
        return at

    def _code(self, at: int) -> str:
        return self._codes[at] if 0 <= at < len(self._codes) else "$"

    def _word(self, at: int) -> str:
        return self._tokens[at].lower if 0 <= at < len(self._tokens) else ""
