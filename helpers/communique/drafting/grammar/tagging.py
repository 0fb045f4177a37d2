"""Parts of speech by rule: each word's most frequent tag, then a few rules of its neighbours.

The word list is that of Brill's tagger (94,000 English words, MIT licence), which TextBlob ships. Words of the cue
lexicon that may be verbs are told from nouns by what is beside them.
"""

import functools
import re
from collections.abc import Collection

from ...text.dates import WEEKDAYS
from ...text.timex import MONTHS
from ..lexicon.word_list import lemma_of, word_list
from ..lexicon.words import AUXILIARIES, CLOSED, listed, particle_forms, verb_form_kinds, word_set
from .tokens import Token
from .verb_tags import MANY, NOUNS, bare_verb, form_of, verb_or_noun
from .word_tags import WORDS_OF_TWO_TAGS, by_its_place, noun_after_all, of_word

_ABSTRACT = ("tion", "ment", "ness", "ism", "ship", "ance", "ence")
_SUFFIXES = (
    (("ly",), "RB"),
    (("ing",), "VBG"),
    (("ed",), "VBD"),
    (("tion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "ist", "er", "or"), "NN"),
    (("ous", "ful", "ive", "able", "ible", "al", "ic", "ish", "less", "ary"), "JJ"),
    (("ss", "us", "is"), "NN"),
    (("s",), "NNS"),
)


@functools.lru_cache(maxsize=200_000)
def _listed(word: str) -> str:
    """The tag of a word by itself."""
    if word.isdecimal():
        return "CD"  # the list has 2 and 4 for "to" and "for"
    words = word_list()
    tag = words.get(word) or words.get(word.lower())
    if tag:
        return tag.replace("FW", "NN")  # en masse, a coup d'etat
    if "-" in word:
        tail = word.rsplit("-", 1)[1]
        if word.startswith("ex-"):
            return _listed(tail)  # the ex-president
        if word.islower() and tail.endswith(_ABSTRACT):
            return "NN"  # anti-semitism, counter-argument
        return "JJ" if tail.endswith(("ed", "ing", "en", "style", "wide", "old")) or word.islower() else "NNP"
    if not word[0].isalnum():
        return ":"
    if any(map(str.isdecimal, word)):
        return "CD"
    return next((tag for suffixes, tag in _SUFFIXES if word[1:].endswith(suffixes)), "NN")


_PARTY_TAG = re.compile(r"[RDI]-(?:[A-Z][a-z]+\.?|(?:[A-Z]\.){2,})")
_DEALINGS = frozenset(("talks", "disputes", "protests", "strikes", "attacks", "raids", "visits"))


#: Tags that no neighbour changes, but for the words of `_sensitive_words` and what comes after "to".
_STEADY = frozenset(
    ("DT", "IN", "CC", "CD", "PRP", "PRP$", "NNP", "NNPS", "RB", "MD", ",", ".", ":", "``", "''", "WDT", "WP", "WRB")
)


_BEHIND_VERB = frozenset(("DT", "NNP", "PRP$", "PRP", "IN", "TO", "JJ", "NN", "NNS", "CD"))
_IN_NAMES = word_set("de da del della di du la le los las dos das")
_LIKE_ADJECTIVES = listed("forms in -ing like adjectives")
_COMPASS = word_set("north south east west northeast northwest southeast southwest")
_NAMING = word_set("call calls called calling term terms termed label labels labeled labelled brand branded")
_TIMES = word_set("today tonight yesterday week month year morning afternoon evening night") | set(
    map(str.lower, (*WEEKDAYS, *MONTHS))
)


@functools.cache
def _sensitive_words() -> frozenset[str]:
    """The words whose tag depends on their neighbours whatever it is at first."""
    return frozenset((*verb_form_kinds(), *MANY, "that", *WORDS_OF_TWO_TAGS)) - {"to"}


def tag_tokens(
    tokens: list[Token], marks: dict[int, str], surnames: Collection[str] = (), *, is_headline: bool = False
) -> None:
    """Give the tokens of one sentence their tags and lemmas; `surnames` are names also where they begin it."""
    capitals = is_headline and sum(t.text[0].isupper() for t in tokens) > 0.6 * len(tokens)
    tags = [
        _listed(t.text) if t.text.islower() and t.text[0].isalpha() else _first_tag(t, n, tokens, marks, capitals)
        for n, t in enumerate(tokens)
    ]
    if tokens and tokens[0].text in surnames and tags[0] in ("NN", "NNS", "VB", "VBP", "JJ", "VBZ"):
        tags[0] = "NNP"  # Bash | said
    for n in range(len(tokens) - 1):
        if tokens[n].lower == "no" and tokens[n + 1].lower == "longer":
            tags[n] = "RB"
        if tokens[n].lower == "well" and n and tokens[n - 1].lower == tokens[n + 1].lower == "as":
            tags[n - 1 : n + 2] = ["RB", "RB", "CC"]  # Togo as well as Ghana
    before, sensitive = "^", _sensitive_words()
    for n, token in enumerate(tokens):
        if before == "TO" or tags[n] not in _STEADY or token.lower in sensitive:
            tags[n] = _in_context(n, tokens, tags)
        before = token.tag = tags[n]
        token.lemma = token.lower if before[:3] == "NNP" else lemma_of(token.lower)


def _in_name(n: int, tokens: list[Token]) -> bool:
    """Whether a token comes between capitalised words: Doctors Without Borders."""
    return 0 < n < len(tokens) - 1 and tokens[n - 1].text[0].isupper() and tokens[n + 1].text[0].isupper()


def _first_tag(token: Token, n: int, tokens: list[Token], marks: dict[int, str], capitals: bool) -> str:
    word = token.text
    if token.start in marks:
        return marks[token.start]
    if word in ("'", "’", "'s", "’s"):
        return "POS"
    if word in ("WHO", "US", "IT", "UN", "EU") or (word == "&" and _in_name(n, tokens)):
        return "NNP"  # Holm | & Lind
    if _PARTY_TAG.fullmatch(word):
        return "CD"  # R-Wis., which like an age says more of somebody
    closed = CLOSED.get(token.lower)
    if closed == "IN" and word[0].isupper() and not capitals and _in_name(n, tokens):
        return "NNP"
    if closed and not (word[0].isupper() and word != "I" and n and closed in ("MD", "RB", "JJ")):
        return closed
    if word[0].islower() and word[1:2].isupper():
        return "NNP"  # iSight
    if word[0].isupper():
        ended = n > 0 and marks.get(tokens[n - 1].start) == "''"  # "We go," | Santos said
        first = n == 0 or tokens[n - 1].tag == "``" or (tokens[n - 1].text in "\"“'‘:—–.?!" and not ended)
        tag = _listed(word)
        if capitals:
            low = _listed(token.lower)
            verb = word[-1] == "s" and word_list().get(lemma_of(token.lower), "")[:2] == "VB"
            return low if token.lower in word_list() else "VBZ" if verb else "NNP"
        if first and not word.isupper() and token.lower in word_list():
            low = _listed(token.lower)
            if tag != "NNP" or _only_opens(low, [t.text for t in tokens[n + 1 :]]):
                return low
        if first and word.istitle() and _is_plural_of_list(token.lower) and word not in word_list():
            return "NNS"  # Helicopters | attacked
        if tag == "JJ" and word in word_list():
            return "JJ"  # Korean, Russian
        return "NNPS" if tag == "NNPS" else "NNP"
    return _listed(word)


def _only_opens(low: str, behind: list[str]) -> bool:
    """Whether a word has its capital from the sentence's beginning; `low` is its tag in small letters."""
    following = behind[0] if behind else ""
    if low == "JJ":
        return following[:1].islower()  # Heavy | rain
    if low == "VBN":
        return following == "by"  # Accused | by Togo
    if low == "NN" and following.endswith("ing"):
        return behind[1:2] in (["is"], ["are"], ["was"])  # Drug | smuggling is banned
    dealings = low == "NN" and following in _DEALINGS  # Peace | talks began
    return dealings and any(_listed(word) in ("VBD", "VBZ", "MD") for word in behind[1:])


@functools.lru_cache(maxsize=20_000)
def _is_plural_of_list(lower: str) -> bool:
    """Whether a word that the list lacks is the plural of a noun that it has, and of no name."""
    one = lemma_of(lower)
    return one != lower and word_list().get(one) == "NN" and word_list().get(one.title()) is None


def _in_context(n: int, tokens: list[Token], tags: list[str]) -> str:
    """The tag of token n, seen with its neighbours; those before it are settled already."""
    tag, lower = tags[n], tokens[n].lower
    before = tags[n - 1] if n else "^"
    after = tags[n + 1] if n + 1 < len(tags) else "$"
    to = n - 1 - (before == "``")  # vowed to "chase | them"
    to -= 2 * (to > 1 and tokens[to].lower == "day" and tags[to] == "RB")
    if to > 0 and tags[to] == "TO" and tokens[to - 1].lower != "according" and bare_verb(n, tag, tokens, tags):
        return "VB"
    if lower in ("one", "day") and [t.lower for t in tokens[n - (lower == "day") - 1 :][:3]] == ["to", "one", "day"]:
        return "RB"  # vowed to one day | take it
    if tag == "POS" and lower in ("'s", "’s"):
        return _clitic(n, tokens, tags, before, after)
    if lower == "that":
        return _that(n, tokens, tags, before, after)
    if lower in _IN_NAMES and before[:3] == "NNP" and any(t[:3] == "NNP" for t in tags[n + 1 : n + 3]):
        return "NNP"  # Luis de Guindos, Maria de la Cruz
    if lower in WORDS_OF_TWO_TAGS or lower in MANY:
        own = by_its_place(n, tokens, before, after) or of_word(n, tag, tokens, before, after)
        if own:
            return own
    noun = noun_after_all(n, tag, tokens, before, after)
    if noun:
        return noun
    form = verb_form_kinds().get(lower) or form_of(tag)
    if tag == "NN" and n + 1 < len(tokens) and tokens[n + 1].lower in particle_forms().get(lower, ()):
        return "VBD"  # shot back
    if not form and tag == "NNS" and before in ("CC", "``"):
        form = "s"
    of_relative = before == "WP" or (before in ("WDT", "DT") and n > 1 and tags[n - 2] == ",")
    if tag == "NNS" and of_relative and tokens[n - 1].lower in ("who", "which") and after in _BEHIND_VERB:
        return "VBZ"  # who | heads the bank; , which | borders Mali
    if form and tag[:3] != "NNP" and lower not in AUXILIARIES:
        return verb_or_noun(n, form, tag, tokens, tags, before, after)
    return tag


def _clitic(n: int, tokens: list[Token], tags: list[str], before: str, after: str) -> str:
    word = tokens[n - 1].lower if n else ""
    if before in ("PRP", "EX", "WP", "WRB", "WDT") or word in ("that", "there", "here", "it", "let"):
        return "VBZ"
    following = [t.lower for t in tokens[n + 1 : n + 3]]
    where = following[:1] if following[:1] != ["far"] else following[1:]
    described = following[:1] and following[0] in _LIKE_ADJECTIVES and tags[n + 2 : n + 3] in (["JJ"], ["NN"], ["NNS"])
    if described or not _COMPASS.isdisjoint(where):
        return "POS"  # Togo's | acting principal director, Togo's | far north
    behind = tags[n + 2] if n + 2 < len(tags) else ""
    if (after in ("VBG", "VBN") and behind in NOUNS) or (after == "VBN" and behind == "JJ"):
        return "POS"  # Pakistan's | jailed leader
    if after == "RB" and behind == "VBN" and tags[n + 3 : n + 4] in (["NN"], ["NNS"]):
        return "POS"  # China's | heavily censored internet
    return "VBZ" if after in ("DT", "RB", "VBG", "VBN") and before != "NNS" else "POS"


def _that(n: int, tokens: list[Token], tags: list[str], before: str, after: str) -> str:
    noun = after in ("VB", "VBP", "VBG") and tags[n + 2 : n + 3] in (["MD"], ["VBD"], ["VBZ"])  # that | help would come
    has = n + 1 < len(tokens) and tokens[n + 1].lower in ("'s", "’s")  # a letter | that's been posted
    if before in NOUNS and (after[0] == "V" or after == "MD" or has) and not noun and not _ends_a_time(tokens, n):
        return "WDT"
    if before == "IN" and tokens[n - 1].lower in ("during", "at", "by", "of", "since", "on") and after in ("NN", "NNS"):
        return "DT"  # during | that time
    if n and tokens[n - 1].lower in _NAMING and after in ("NN", "NNS", "DT"):
        return "DT"
    if after == "RB" and n + 2 < len(tokens) and tags[n + 2] in (".", ",", "''"):
        return "DT"
    if before[0] == "V" and after == "NN" and n + 2 < len(tokens) and tags[n + 2] in ("IN", ".", ","):
        return "DT"
    if after == "," and before[0] == "V":
        return "IN"
    if after in ("VBZ", "MD", "VBD", "''", "$", ".", ",") and before[0] != "N":
        return "DT"
    return "IN"


def _ends_a_time(tokens: list[Token], n: int) -> bool:
    """Whether words of time end before a token: said last week | that help would come, and not: the day | that."""
    return n > 1 and tokens[n - 1].lower in _TIMES and tokens[n - 2].lower not in ("the", "a", "every")
