"""Noun phrases and verb groups of a sentence, from its tags alone: a chunker in two regular expressions."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..lexicon.words import BE, DO, HAVE, listed, word_set
from .time_words import time_words
from .tokens import Token

_CODES = {
    "DT": "D", "PDT": "D", "PRP$": "D", "JJ": "J", "JJR": "J", "JJS": "J", "CD": "C", "NN": "N", "NNS": "N",
    "NNP": "P", "NNPS": "P", "PRP": "O", "WDT": "W", "WP": "W", "WRB": "w", "POS": "S", "VB": "V", "VBP": "V",
    "VBZ": "V", "VBD": "V", "VBN": "X", "VBG": "G", "MD": "M", "TO": "T", "IN": "I", "RB": "A", "RBR": "A",
    "RBS": "A", "RP": "A", "CC": "K", "``": "q", "''": "Q", ",": ",", "EX": "E",
}  # fmt: skip
_POSSESSED = r"(?:S(?:A?[JXG]|C|N|P)*[NP]C?)"
_NOUN_PHRASE = re.compile(
    rf"P+qP+QP+{_POSSESSED}*|Dq(?:A?[JXG]|C|N|P)*[NP]Q[NP]*{_POSSESSED}*"
    rf"|D?(?:D?(?:(?<=[DJC])A?[XG]|(?<=I)X(?=J*[NP])|A?J|C|N|P|&)*[NP]C?{_POSSESSED}*"
    r"|(?:C|D)(?=[VMBHd,.I]|$)|J(?=[VMBHd]))"
    r"|DJ+(?![NPJCXG])"  # the Kurdish, the wounded
    r"|O|E(?=[VMBHd])"
)
_VERB_GROUP = re.compile(r"(?:[MHBd]A*)+(?:[VXGBHd])?|[VXG]")

_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither"))
_ALONE = word_set(
    "something charge claim allegation accusation time day week month year moment way reason night morning "
    "vote meeting summit election visit speech war attack raid strike blast ceremony interview conference decision "
    "deal ruling debate agreement treaty crisis announcement hearing trip"
)
_FIELDS = listed("fields of offices") | word_set("prime foreign deputy vice first home")
_TITLES = word_set(
    "minister president secretary chief senator governor chairman chairwoman commissioner leader mayor speaker "
    "chancellor general ambassador spokesman spokeswoman director founder premier lawyer"
)
_DIRECTIONS = frozenset(("South", "North", "East", "West"))  # the South | and East Lomar seas
_TELLING = frozenset(("told", "tell", "tells", "telling"))
#: Who is told things, beside whose name another may begin.
NEWSROOMS = listed("newsrooms")
_GIVING = word_set("give offer send sell lend grant hand award promise deny supply provide pay show teach deliver")


@dataclass(slots=True)
class NounPhrase:
    """A base noun phrase: tokens `first` to `last` (not included); `head` is its main token.

    All three are indices of tokens, counted from the start of the passage or (for events) of the sentence.
    """

    first: int
    last: int
    head: int


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries, from token `first` to `last` (not included); `main` is the verb itself.

    `form` is finite, infinitive, gerund or participle. What the group is in its sentence is known where clauses are
    read: `kind` is then main, that (what somebody says), relative, after (behind "after", "if", "when" ...), to, ing
    or participle; `governor` is the verb group that it belongs to; `subject` its noun phrases, the first one first.
    """

    first: int
    last: int
    main: int
    form: str
    passive: bool = False
    negated: bool = False
    modal: str = ""
    kind: str = "main"
    link: str = ""
    governor: "VerbGroup | None" = None
    subject: list[NounPhrase] = field(default_factory=list)

    @property
    def finite(self) -> bool:
        """Whether the group is the verb of a clause of its own."""
        return self.kind in ("main", "that", "relative", "after")


@dataclass(slots=True)
class Chunks:
    """The noun phrases and verb groups of a sentence, each in order, and its tokens' codes, one letter a token.

    `times` are the tokens that name a time, as indices in the sentence.
    """

    nouns: list[NounPhrase]
    verbs: list[VerbGroup]
    codes: str
    times: set[int]


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


def chunk(tokens: list[Token]) -> Chunks:
    """The noun phrases and verb groups of a sentence.

    Example:
        >>> from communique.drafting.grammar.prose import read_prose
        >>> passage = read_prose("", ["The North Korean leader has not yet signed the pact."]).passages[1]
        >>> chunks = chunk(passage.tokens)
        >>> [passage.words(n.first, n.last) for n in chunks.nouns]
        ['The North Korean leader', 'the pact']
        >>> chunks.verbs[0].negated
        True
    """
    codes = "".join([_code(token.lower, token.tag) for token in tokens])
    base = tokens[0].index if tokens else 0
    times = time_words(tokens)
    spans: list[tuple[int, int]] = []
    for match in _NOUN_PHRASE.finditer(codes):
        first, last = match.span()
        if first > 1 and codes[first - 1] == "K" and _shares_its_noun(tokens, codes, first, last):
            first -= 2  # French and Spanish police
            while first and codes[first - 1] in "CDJ":
                first -= 1  # 11 | Chinese and Cuban officials
            if spans and spans[-1][1] > first:
                first = spans.pop()[0]
        spans += _apart(tokens, codes, times, first, last)
    spans = list(_with_joined_titles(tokens, codes, spans))
    nouns = [NounPhrase(first + base, last + base, _head(codes, first, last) + base) for first, last in spans]
    verbs = [_verb_group(match, tokens, codes, base) for match in _VERB_GROUP.finditer(codes)]
    return Chunks(nouns, verbs, codes, times)


def _with_joined_titles(tokens: list[Token], codes: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, with two titles of one person as one: AU trade and industry commissioner | Ann Lind."""
    waiting: tuple[int, int] | None = None
    for first, last in spans:
        if waiting is not None:
            start, end = waiting
            one = end + 1 == first and codes[end] == "K" and tokens[end].lower == "and" and codes[last - 1] == "P"
            title = next((n for n in range(first, last - 1) if tokens[n].lower in _TITLES), -1)
            plain = codes[start] != "D" and tokens[end - 1].tag in ("NN", "NNP") and title >= 0
            field = title > first and tokens[title - 1].lower not in _FIELDS | _TITLES
            held = tokens[end - 1].tag == "NN" or (field and _TITLES.isdisjoint(t.lower for t in tokens[start:end]))
            joined = (
                one and plain and held and codes[title + 1] == "P" and (end - start > 1 or tokens[start].tag == "NN")
            )
            if joined or (codes[end : end + 1] == "K" and _has_two_fields(tokens, waiting, (first, last))):
                waiting = start, last
                continue
            yield waiting
        waiting = first, last
    if waiting is not None:
        yield waiting


def _has_two_fields(tokens: list[Token], before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether two phrases around an "and" name two fields of one office: the trade | and | industry minister."""
    field, second = tokens[before[1] - 1].lower, tokens[behind[0]].lower
    title = tokens[behind[0] + 1].lower if behind[1] - behind[0] > 1 else ""
    return before[1] + 1 == behind[0] and {field, second} <= _FIELDS and title.removesuffix("s") in _TITLES


def _shares_its_noun(tokens: list[Token], codes: str, first: int, last: int) -> bool:
    """Whether an adjective of a country before "and" waits for the noun of the phrase behind it."""
    before = tokens[first - 2].text
    counted = codes[first - 2] == "P" and first > 2 and codes[first - 3] == "C"  # 11 Togolese | and Malian officials
    adjective = (
        codes[first - 2] == "J"
        or (before in _DIRECTIONS and tokens[last - 1].text.islower())
        or (counted and before.endswith(("an", "ese", "ish")))
    )
    return adjective and before[0].isupper() and last - first > 1 and tokens[first].text[0].isupper()


def _apart(tokens: list[Token], codes: str, times: set[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Phrases that stand side by side: told reporters | Moscow had ...; visited Geneva | last week."""
    start = first
    for i in range(first + 1, last):
        if _begins(tokens, codes, times, start, i):
            yield start, i
            start = i
    yield start, last


def _begins(tokens: list[Token], codes: str, times: set[int], first: int, i: int) -> bool:
    """Whether a phrase of its own begins at token i, in the midst of what looks like one."""
    before, code = tokens[i - 1], codes[i]
    asked = i == first + 1 and first > 0 and tokens[first - 1].lower in _TELLING
    if asked and before.lower in NEWSROOMS and codes[i] in "PN":
        return True  # told Reuters | Togo's envoy had left
    if code == "P" and (before.text in _ALONE or (before.tag == "NNS" and before.text[0].islower())):
        return True
    if code == "S" or codes[i - 1] == "S":
        return False
    if tokens[first].tag in ("DT", "PRP$") and _dates_a_noun(codes, times, first, i):
        return False  # the | May 3 | raid, their first | February | letter
    if i - 1 in times and code == "N" and codes[i - 2 : i - 1] == "S":
        return False  # the bank's | Sunday | call
    if (i in times) != (i - 1 in times) or (code == "D" and before.lower in ("this", "that")):
        return True  # visited Lund | last week; called this | a gift
    if code == "C" and codes[i - 1] in "NP":  # put on trial | five exiles; gave Chad | 20 million dollars
        counted = next((n for n in range(i + 1, len(tokens)) if codes[n] not in "CJ"), i)
        if tokens[counted].tag == "NNS":
            return True
    named = codes[i - 1] == "P" and not before.text.isupper() and tokens[i].text[0].islower()
    return named and first > 0 and codes[first - 1] in "VXG" and tokens[first - 1].lemma in _GIVING


def _dates_a_noun(codes: str, times: set[int], first: int, i: int) -> bool:
    """Whether nothing but a time and adjectives come between the article at token `first` and the noun at i."""
    behind = i
    while behind in times:
        behind += 1
    return (
        behind - 1 in times
        and codes[behind : behind + 1] in ("N", "J")
        and all(n in times or codes[n] == "J" for n in range(first + 1, behind))
    )


def _head(codes: str, first: int, last: int) -> int:
    head = last - 1
    while head > first and codes[head] not in "NPO":
        head -= 1
    return head if codes[head] in "NPO" else last - 1


def _verb_group(match: re.Match[str], tokens: list[Token], codes: str, base: int) -> VerbGroup:
    first, last = match.span()
    while codes[last - 1] == "A":
        last -= 1
    main = last - 1
    before = first - 1
    while before >= 0 and codes[before] == "A":
        before -= 1
    inside = tokens[before + 1 : match.end()]
    negated = any(t.lower in _NEGATIONS or (t.lower == "no" and t.tag == "RB") for t in inside)  # no longer
    modal = ""
    if first < main or codes[main] == "M":
        modal = next((t.lower for t in tokens[first:last] if t.tag == "MD"), "")
    tag = tokens[main].tag
    behind_to = before >= 0 and codes[before] == "T"
    if behind_to and (first == main or tag[0] == "V"):
        form = "infinitive"
    elif first < main or tag in ("VBZ", "VBD", "VBP", "VB", "MD"):
        form = "finite"
    else:
        form = "gerund" if tag == "VBG" else "participle"
    passive = tag == "VBN" and "B" in codes[first:main]
    has = tokens[first].lower in ("'s", "’s") and first + 1 == main and codes[last : last + 1] in tuple("DNPCJSO")
    passive = passive and not has  # he | 's held | one rally
    return VerbGroup(first + base, last + base, main + base, form, passive, negated, modal)
