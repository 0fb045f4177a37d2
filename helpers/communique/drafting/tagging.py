"""Parts of speech by rule: each word's most frequent tag, then a few rules of its neighbours.

The word list is that of Brill's tagger (94,000 English words, MIT licence), which TextBlob ships; TextBlob's
own code is not loaded. Words of the cue lexicon that may be verbs are told from nouns by what stands beside them.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CommuniqueError
from .words import BE, CLOSED, DO, HAVE, verb_form_kinds, verb_forms

if TYPE_CHECKING:
    from .prose import Token

_SUFFIXES = (
    (re.compile(r"\d"), "CD"),
    (re.compile(r".+ly$"), "RB"),
    (re.compile(r".+ing$"), "VBG"),
    (re.compile(r".+(?:ed|ised|ized)$"), "VBD"),
    (re.compile(r".+(?:tion|ment|ness|ity|ism|ship|ance|ence|ist|er|or)$"), "NN"),
    (re.compile(r".+(?:ous|ful|ive|able|ible|al|ic|ish|less|ary)$"), "JJ"),
    (re.compile(r".+(?:ss|us|is)$"), "NN"),
    (re.compile(r".+s$"), "NNS"),
)
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_BEFORE_VERB = {"PRP", "NNP", "NNPS", "WDT", "WP", "EX"}
_AFTER_VERB = {"DT", "PRP", "PRP$", "IN", "TO", "NNP", "``", "CD", "WRB", "WP", "EX"}


@functools.cache
def word_list() -> dict[str, str]:
    """Each word's most frequent Penn tag.

    Raises:
        CommuniqueError: TextBlob's list is not where it has always been.
    """
    spec = importlib.util.find_spec("textblob")
    path = Path(spec.origin).parent / "en" / "en-lexicon.txt" if spec and spec.origin else None
    if path is None or not path.is_file():
        raise CommuniqueError(
            "The English word list of the package textblob is missing.",
            "Install it again with: pip install --force-reinstall textblob",
        )
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(";;;"):
            word, _, tag = line.rpartition(" ")
            found[word] = tag
    found.update(CLOSED)
    return found


@functools.cache
def lemma_of(word: str) -> str:
    """The dictionary form of a word in small letters (the simplemma library).

    Example:
        >>> lemma_of("countries"), lemma_of("told")
        ('country', 'tell')
    """
    import simplemma

    return verb_forms().get(word) or simplemma.lemmatize(word, lang="en").lower()


@functools.lru_cache(maxsize=200_000)
def _listed(word: str) -> str:
    """The tag of a word by itself."""
    words = word_list()
    tag = words.get(word) or words.get(word.lower())
    if tag:
        return tag
    if "-" in word:
        tail = word.rsplit("-", 1)[1]
        return "JJ" if tail.endswith(("ed", "ing", "en", "style", "wide", "old")) or word.islower() else "NNP"
    if not word[0].isalnum():
        return ":"
    for pattern, tag in _SUFFIXES:
        if pattern.search(word):
            return tag
    return "NN"


def tag_tokens(tokens: list[Token], marks: dict[int, str], *, is_headline: bool = False) -> None:
    """Give the tokens of one sentence their tags and lemmas.

    Parameters:
        tokens: the sentence's.
        marks: the tags of the quotation marks by their offset in the passage.
        is_headline: in a headline, most words may begin with a capital letter.
    """
    capitals = is_headline and sum(t.text[0].isupper() for t in tokens) > 0.6 * len(tokens)
    tags = [_first_tag(t, n, tokens, marks, capitals) for n, t in enumerate(tokens)]
    for n in range(len(tokens)):
        tags[n] = _in_context(n, tokens, tags)
    for token, tag in zip(tokens, tags, strict=True):
        token.tag = tag
        token.lemma = token.lower if tag[:3] == "NNP" else lemma_of(token.lower)


def _first_tag(token: Token, n: int, tokens: list[Token], marks: dict[int, str], capitals: bool) -> str:
    word = token.text
    if token.start in marks:
        return marks[token.start]
    if word in ("'", "’"):
        return "POS"
    if word in ("'s", "’s"):
        return "POS"
    closed = CLOSED.get(token.lower)
    if closed and not (word[0].isupper() and word != "I" and n and closed in ("MD", "RB", "JJ")):
        return closed
    if word[0].isupper():
        first = n == 0 or tokens[n - 1].tag == "``" or (n and tokens[n - 1].text in "\"“'‘:—–.?!")
        tag = _listed(word)
        if capitals:
            low = _listed(token.lower)
            return low if token.lower in word_list() else "NNP"
        if first and tag != "NNP" and not word.isupper() and token.lower in word_list():
            return _listed(token.lower)
        if tag == "JJ" and word in word_list():
            return "JJ"  # Korean, Russian
        return "NNPS" if tag == "NNPS" else "NNP"
    return _listed(word)


def _in_context(n: int, tokens: list[Token], tags: list[str]) -> str:
    """The tag of token n, seen with its neighbours; those before it are settled already."""
    tag, lower = tags[n], tokens[n].lower
    before = tags[n - 1] if n else "^"
    after = tags[n + 1] if n + 1 < len(tags) else "$"
    if before == "TO" and tag in ("NN", "JJ", "VBP", "VBD") and _bare(n, tokens, after):
        return "VB"
    if tag == "POS" and lower in ("'s", "’s"):
        return _clitic(n, tags, before, after, tokens[n - 1].lower if n else "")
    if lower == "that":
        return _that(n, tokens, tags, before, after)
    if tag == "TO" and n and tokens[n].text == "To" and after == "NNP":
        return "NNP"
    if lower == "long" and n and tokens[n - 1].lower in HAVE:
        return "RB"
    if lower in _MANY and (after[0] == "V" or after == "MD") and tag[:2] in ("DT", "RB", "JJ", "CD"):
        return "NNS"
    if lower == "her":
        return "PRP$" if after in _NOUNS or after in ("JJ", "VBG", "CD", "JJS") else "PRP"
    form = verb_form_kinds().get(lower) or _form(lower, tag)
    if not form and tag == "NNS" and before == "CC":
        form = "s"
    if form and tag[:3] != "NNP":
        return _verb_or_noun(n, form, tag, tokens, tags, before, after)
    return tag


_THINGS = frozenset("war power justice peace office death court school work date democracy oil gas fire".split())
_ALSO_VERBS = frozenset("open close free clear further back present secure slow complete separate correct lower better".split())
_MANY = frozenset("police people few most many some others both all several two three four five half none those".split())
_NOUN_ENDS = ("tion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "ship", "cy", "sm")


def _bare(n: int, tokens: list[Token], after: str) -> bool:
    """Whether a word behind "to" that is mostly a noun or an adjective is a verb there: to vote on, to block it."""
    lower = tokens[n].lower
    if lower in _THINGS or lower.endswith(_NOUN_ENDS) or not tokens[n].text.islower():
        return False
    if lower in verb_form_kinds():
        return verb_form_kinds()[lower] == "base"
    form = tokens[n + 1] if n + 1 < len(tokens) else None
    return after in ("DT", "PRP", "PRP$", "NNP", "NNS", "``", "RB", "WP", "RP") or (
        after in ("IN", "TO") and form is not None and form.lower in ("on", "for", "with", "in", "off", "out", "up", "at", "to", "from")
    ) or (after == "JJ" and (word_list().get(lower) != "JJ" or lower in _ALSO_VERBS)) or (lower in _ALSO_VERBS and after in _NOUNS)


def _form(lower: str, tag: str) -> str:
    """Which form of a verb a word may be, by its tag and ending ("" for none)."""
    if tag[0] != "V":
        return ""
    if tag == "VBG":
        return "ing"
    if tag in ("VBD", "VBN"):
        return "past"
    return "s" if tag == "VBZ" else "base"


def _clitic(n: int, tags: list[str], before: str, after: str, word: str) -> str:
    if before in ("PRP", "EX", "WP", "WRB", "WDT") or word in ("that", "there", "here", "it", "let"):
        return "VBZ"
    if after == "VBG" and n + 2 < len(tags) and tags[n + 2] in _NOUNS:
        return "POS"
    return "VBZ" if after in ("DT", "RB", "VBG", "VBN") and before != "NNS" else "POS"


def _that(n: int, tokens: list[Token], tags: list[str], before: str, after: str) -> str:
    if before in _NOUNS and (after[0] == "V" or after == "MD"):
        return "WDT"
    if after == "RB" and n + 2 < len(tokens) and tags[n + 2] in (".", ",", "''"):
        return "DT"
    if after in ("VBZ", "MD", "VBD", "''", "$", ".", ",") and before[0] != "N":
        return "DT"
    return "IN"


def _verb_or_noun(n: int, form: str, tag: str, tokens: list[Token], tags: list[str], before: str, after: str) -> str:
    last = _last_but_adverb(n, tags)
    prior = tokens[last] if last >= 0 else None
    word = prior.lower if prior else ""
    before_but = tags[last] if last >= 0 else "^"
    if form == "past":
        return _past(last, n, tokens, tags, word, after)
    if form == "ing":
        if before in ("DT", "PRP$", "POS", "JJ") and after in ("IN", ",", ".", "$", "VBD", "VBZ", "MD"):
            return "NN"
        return "VBG" if word in BE or before != "JJ" else tag
    if form == "s" and before == "CC" and tag == "NNS" and after in ("DT", "PRP$", "NNS") and "VBZ" in tags[:n]:
        return "VBZ"
    if form == "s":
        if word in ("to",) or before in ("DT", "PRP$", "POS", "JJ", "CD"):
            return "NNS"
        if before_but in _BEFORE_VERB or (before_but == "NN" and tag == "VBZ"):
            if tag == "VBZ" or after in _AFTER_VERB or tokens[n].lower in ("says", "warns"):
                return "VBZ"
        if before_but == "NN" and (after in ("DT", "PRP", "PRP$", "TO", "``") or _is_that(n, tokens)):
            return "VBZ"
        return tag
    if word == "to" and before_but == "TO":
        return "VB" if before == "TO" or before == "RB" else tag
    if before_but == "MD" or word in DO or word in ("let", "help", "n't"):
        return "VB"
    if word in _MANY and (tag in ("VB", "VBP") or lower_in_cues(tokens[n].lower)) and after not in ("IN", "CC"):
        return "VBP"
    if before in ("DT", "PRP$", "POS", "JJ") and not (before == "DT" and word in ("those", "these", "all", "both")):
        return "NN" if tag[0] == "V" and tag != "VBN" else tag
    if word in ("i", "you", "we", "they", "who"):
        return "VBP"
    if before_but == "NNS" and lower_in_cues(tokens[n].lower) and _has_own_clause(n, tokens, tags, after):
        return "VBP"
    if before_but == "NNS" and before == "RB" and tag == "NN" and after not in _NOUNS:
        return "VBP"
    if before_but in ("NNS", "NNPS") and (tag[0] == "V" or after in ("DT", "PRP", "PRP$", "``") or _is_that(n, tokens)):
        return "VBP"
    if tag in ("VB", "VBP"):
        return "NN" if before in ("IN", "NN") and after not in ("DT", "PRP", "PRP$") else tag
    return tag


def lower_in_cues(lower: str) -> bool:
    """Whether a word is the base form of a verb of the cue lexicon."""
    return verb_form_kinds().get(lower) == "base"


def _has_own_clause(n: int, tokens: list[Token], tags: list[str], after: str) -> bool:
    """Whether what follows a word may be its object or its clause: Democrats fear | turnout will be low."""
    if after in ("DT", "PRP", "PRP$", "CD", "WP", "WRB", "TO", "``", "EX") or _is_that(n, tokens):
        return True
    return after in ("NNS", "NNP", "NN", "JJ") and any(t[0] == "V" or t == "MD" for t in tags[n + 2 : n + 6])


def _is_that(n: int, tokens: list[Token]) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].lower in (
        "that",
        "to",
        "it",
        "he",
        "she",
        "they",
        "there",
        "his",
        "its",
    )


def _past(last: int, n: int, tokens: list[Token], tags: list[str], word: str, after: str) -> str:
    """Whether a form in -ed (or told, said, found) is the past tense or the participle."""
    if word in BE or word in HAVE or word in ("being", "been", "get", "got", "gets"):
        return "VBN"
    if last >= 0 and tags[last] == "POS" and tokens[last].lower in ("'s", "’s", "'d", "’d", "'ve", "’ve"):
        return "VBN"
    if last >= 0 and tags[last] == "," and after in ("IN", "TO") and _reduced(tokens[n].lower):
        return "VBN"
    if last >= 0 and tags[last] == "PRP" and word not in ("it", "them", "him", "her", "us", "me"):
        return "VBD"
    lower = tokens[n].lower
    if n + 1 < len(tokens) and tokens[n + 1].lower == "by" and lower != "said":
        return "VBN"
    if last >= 0 and tags[last] in ("DT", "PRP$", "POS", "IN", "JJ") and after in _NOUNS:
        return "VBN"
    return "VBD"


def _reduced(lower: str) -> bool:
    """Whether a form behind a comma and before a preposition is a participle: ", identified as"."""
    return lower in ("known", "led", "held", "born", "made", "seen", "taken", "given") or (
        lower.endswith("ed") and lower not in verb_form_kinds()
    ) or lower in ("accused", "charged", "quoted", "described", "named")


def _last_but_adverb(n: int, tags: list[str]) -> int:
    """The index of the last token before n that is no adverb."""
    n -= 1
    while n >= 0 and tags[n] == "RB":
        n -= 1
    return n
