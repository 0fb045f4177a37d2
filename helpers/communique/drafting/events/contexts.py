"""PLOVER's contexts of an event, from the words of its sentence."""

from ..grammar.tokens import Token
from ..lexicon.lexicons import Lexicons

#: As many contexts are given to an event, those with most words first.
MOST = 3


class Contexts:
    """The words of contexts.csv, and what each stands for."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._by_words: dict[str, tuple[str, ...]] = {}
        for row in lexicons.rows("contexts"):
            words = row["words"].lower()
            self._by_words[words] = (*self._by_words.get(words, ()), row["context"])
        self._first_words = frozenset(words.split()[0] for words in self._by_words if " " in words)
        self._last: tuple[list[Token] | None, tuple[str, ...]] = (None, ())

    def of(self, tokens: list[Token], *, hypothetical: bool = False) -> tuple[str, ...]:
        """The contexts that most words of a sentence belong to."""
        if self._last[0] is not tokens:
            self._last = (tokens, self._counted(tokens))
        return (*self._last[1], "hypothetical") if hypothetical else self._last[1]

    def _counted(self, tokens: list[Token]) -> tuple[str, ...]:
        counts: dict[str, int] = {}
        by_words = self._by_words
        for n, token in enumerate(tokens):
            lemma, lower = token.lemma, token.lower
            contexts = by_words.get(lemma, ())
            if lower != lemma:
                contexts += by_words.get(lower, ())
            if lemma in self._first_words and n + 1 < len(tokens):
                contexts += by_words.get(f"{lemma} {tokens[n + 1].lemma}", ())
            for context in contexts:
                counts[context] = counts.get(context, 0) + 1
        return tuple(sorted(counts, key=lambda c: (-counts[c], c))[:MOST])
