"""Noun phrases and verb groups of a sentence, from its tags alone: a chunker in two regular expressions."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from ..lexicon.words import BE, DO, HAVE, word_set
from .prose import Passage, Prose, Sentence, Token

_CODES = {
    "DT": "D", "PDT": "D", "PRP$": "D", "JJ": "J", "JJR": "J", "JJS": "J", "CD": "C", "NN": "N", "NNS": "N",
    "NNP": "P", "NNPS": "P", "PRP": "O", "WDT": "W", "WP": "W", "WRB": "w", "POS": "S", "VB": "V", "VBP": "V",
    "VBZ": "V", "VBD": "V", "VBN": "X", "VBG": "G", "MD": "M", "TO": "T", "IN": "I", "RB": "A", "RBR": "A",
    "RBS": "A", "RP": "A", "CC": "K", "``": "q", "''": "Q", ",": ",", "EX": "E",
}  # fmt: skip
_POSSESSED = r"(?:S(?:A?[JXG]|C|N|P)*[NP]C?)"
_NOUN_PHRASE = re.compile(
    rf"Dq(?:A?[JXG]|C|N|P)*[NP]Q[NP]*{_POSSESSED}*|D?(?:D?(?:(?:(?<=D)|(?<=A)|(?<=J)|(?<=C))[XG]|A?J|C|N|P|&)*[NP]C?{_POSSESSED}*|(?:C|D)(?=[VMBHd,.I]|$)|J(?=[VMBHd]))"
    rf"|O|E(?=[VMBHd])"
)
_VERB_GROUP = re.compile(r"(?:[MHBd]A*)+(?:[VXGBHd])?|[VXG]")


_NEGATIONS = frozenset(("not", "n't", "n’t", "never"))
_ALONE = word_set("charge claim allegation accusation time day week month year moment way reason night morning")


@dataclass(slots=True)
class NounPhrase:
    """A base noun phrase: tokens `first` to `last` (not included); `head` is its main token.

    All three are indices of tokens in the passage.
    """

    first: int
    last: int
    head: int


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries, from token `first` to `last` (not included); `main` is the verb itself.

    `form` is finite, infinitive, gerund or participle.
    """

    first: int
    last: int
    main: int
    form: str
    passive: bool = False
    negated: bool = False
    modal: str = ""


@dataclass(slots=True)
class Chunks:
    """The noun phrases and verb groups of a sentence, each in order, and its tokens' codes, one letter a token."""

    nouns: list[NounPhrase]
    verbs: list[VerbGroup]
    codes: str


@functools.lru_cache(maxsize=50_000)
def _code(lower: str, tag: str) -> str:
    """One letter for a token's class (the keys of the chunker's expressions)."""
    if tag[0] == "V":
        if lower in BE:
            return "B"
        if lower in HAVE:
            return "H"
        if lower in DO:
            return "d"
    if lower == "that":
        return "W" if tag == "WDT" else "t" if tag == "IN" else "D"
    if tag in _CODES:
        return _CODES[tag]
    return lower if lower in ".;:?!()" else "-"


def chunk(passage: Passage, sentence: Sentence) -> Chunks:
    """The noun phrases and verb groups of a sentence.

    Example:
        >>> from communique.drafting.grammar.prose import read_prose
        >>> passage = read_prose("", ["The North Korean leader has not yet signed the pact."]).passages[1]
        >>> chunks = chunk(passage, passage.sentences[0])
        >>> [passage.words(n.first, n.last) for n in chunks.nouns]
        ['The North Korean leader', 'the pact']
        >>> chunks.verbs[0].negated
        True
    """
    tokens = passage.tokens_of(sentence)
    codes = "".join([_code(token.lower, token.tag) for token in tokens])
    base = sentence.first
    nouns = []
    for match in _NOUN_PHRASE.finditer(codes):
        for first, last in _apart(tokens, codes, *match.span()):
            nouns.append(NounPhrase(first + base, last + base, _head(codes, first, last) + base))
    verbs = [_verb_group(match, tokens, codes, base) for match in _VERB_GROUP.finditer(codes)]
    return Chunks(nouns, [v for v in verbs if v is not None], codes)


def chunks_of(prose: Prose, passage: Passage, sentence: Sentence) -> Chunks:
    """The same, made once for each sentence of an article."""
    key = ("chunks", passage.paragraph_id, sentence.first)
    if key not in prose.kept:
        prose.kept[key] = chunk(passage, sentence)
    return prose.kept[key]


def _apart(tokens: list[Token], codes: str, first: int, last: int) -> list[tuple[int, int]]:
    """Two phrases that stand side by side: told reporters | Moscow had ...; a charge | Hamas rejects."""
    if codes.find("P", first + 1, last) < 0:
        return [(first, last)]
    for i in range(first + 1, last):
        before = tokens[i - 1]
        if codes[i] == "P" and (before.tag == "NNS" or before.lower in _ALONE):
            return [(first, i), (i, last)]
    return [(first, last)]


def _head(codes: str, first: int, last: int) -> int:
    head = last - 1
    while head > first and codes[head] not in "NPO":
        head -= 1
    return head if codes[head] in "NPO" else last - 1


def _verb_group(match: re.Match, tokens: list[Token], codes: str, base: int) -> VerbGroup | None:
    first, last = match.span()
    while codes[last - 1] == "A":
        last -= 1
    main = last - 1
    parts = tokens[first:last]
    before = first - 1
    while before >= 0 and codes[before] == "A":
        before -= 1
    has_be = codes.find("B", first, main) >= 0
    negated = False
    for token in tokens[before + 1 : last]:
        negated = negated or token.lower in _NEGATIONS
    modal = next((t.lower for t in parts if t.tag == "MD"), "") if first < main or codes[main] == "M" else ""
    tag = tokens[main].tag
    if (before >= 0 and codes[before] == "T" and first == main) or (
        before >= 0 and codes[before] == "T" and tag[0] == "V"
    ):
        form = "infinitive"
    elif first < main or tag in ("VBZ", "VBD", "VBP", "VB", "MD"):
        form = "finite"
    else:
        form = "gerund" if tag == "VBG" else "participle"
    return VerbGroup(first + base, last + base, main + base, form, has_be and tag == "VBN", negated, modal)
