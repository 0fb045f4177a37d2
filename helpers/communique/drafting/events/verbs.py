"""Which words of a sentence stand as verbs: their tags, and what stands beside the words of the event lexicon."""

from __future__ import annotations

from collections.abc import Mapping

from ..grammar.event_phrases import word_set
from ..grammar.prose import Token
from ..lexicon.event_words import EventWords
from ..lexicon.words import BE, DO, HAVE

_BEFORE_NOUN = {"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "IN", "CD"}
_AFTER_VERB = {"DT", "PRP", "PRP$", "NNP", "NNPS", "TO", "``", "CD", "JJ", "WP", "WRB"}
_PARTICLES = word_set("for on to against with off out up down back in into over at")
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_HELPERS = {
    "has": "VBZ",
    "have": "VBP",
    "had": "VBD",
    "is": "VBZ",
    "are": "VBP",
    "was": "VBD",
    "were": "VBD",
    "be": "VB",
}
_RETAGGED = frozenset((*_HELPERS, "us", "un", "eu", "u.s.", "u.n.", "e.u.", "to"))
#: Tags that nothing here changes.
_SETTLED = frozenset(("DT", "IN", ",", ".", "CC", "PRP", "PRP$", "NNP", "NNPS", "RB", "CD", "MD", "TO", "POS", ":"))
_SUBJECTS = {"NNP", "NNPS", "NNS", "NN", "PRP", "WP"}
_LIKE_PREPOSITIONS = word_set("following including regarding concerning excluding according")
_LIKE_ADJECTIVES = word_set(
    "neighbouring neighboring visiting ruling leading outgoing incoming warring sitting governing striking acting",
    "remaining existing ongoing surviving rising growing mounting retiring dissenting protesting opposing",
)


def verb_places(tokens: list[Token], known: frozenset[str], people: Mapping[str, object]) -> set[int]:
    """The indexes of the tokens that stand as verbs.

    Parameters:
        tokens: one sentence's, tagged.
        known: the dictionary forms of the verbs of the event lexicon.
        people: those of the nouns that name people and bodies: "forces" is rarely a verb.
    """
    places: set[int] = set()
    for n, token in enumerate(tokens):
        tag = token.tag
        if tag[0] not in "VMTNJ" or tag[:3] == "NNP":
            continue
        before = _before(tokens, n)
        if tag == "MD" or tag in ("VBD", "VBZ", "VBP"):
            if not (token.lemma in known and _is_noun(tokens, n, before)):
                places.add(n)
        elif tag == "VB":
            if token.lower == "be" or before in ("TO", "MD") or _helped(tokens, n) or not _is_noun(tokens, n, before):
                places.add(n)
        elif tag == "VBN":
            if not (_before_tag(tokens, n) in ("DT", "PRP$", "JJ", "POS") and _noun_follows(tokens, n)):
                places.add(n)
        elif tag == "VBG":
            noun = _before_tag(tokens, n) in ("DT", "PRP$", "JJ", "POS") and _noun_like(tokens, n)
            if not noun and not _is_noun_ing(tokens, n):
                places.add(n)
        elif tag == "TO":
            ahead = n + 1
            while ahead < len(tokens) and tokens[ahead].tag == "RB":
                ahead += 1
            if ahead < len(tokens) and (tokens[ahead].tag in ("VB", "VBP") or _bare_verb(tokens, ahead, known)):
                places.add(n)
                places.add(ahead)
        elif tag in ("NN", "NNS", "JJ") and token.lemma in known and _verb_after_all(tokens, n, before, people):
            places.add(n)
    if not any(tokens[n].tag in _FINITE for n in places):
        first = next((n for n in range(1, len(tokens) - 1) if _may_be_finite(tokens, n, known)), None)
        if first is not None:
            places.add(first)
    return places


def _may_be_finite(tokens: list[Token], n: int, known: frozenset[str]) -> bool:
    """In a sentence without another verb: the first word of the lexicon that can follow a subject as its verb."""
    token, before, after = tokens[n], tokens[n - 1], tokens[n + 1]
    if token.lemma not in known or token.tag not in ("NN", "NNS", "VBN", "JJ", "VB", "VBP"):
        return False
    return before.tag in ("NN", "NNS", "NNP", "NNPS", "PRP") and after.tag not in ("VBD", "VBZ", "MD", ".", "CC", "POS")


def mend_tags(tokens: list[Token], words: EventWords) -> None:
    """Give a few words that events hang on a better tag: "US", "to protest", "the ruling party", "had shot".

    Parameters:
        tokens: one sentence's, tagged; they are changed where they stand.
        words: the event lexicon.
    """
    last = len(tokens) - 1
    for n, token in enumerate(tokens):
        tag, lower = token.tag, token.lower
        if tag in _SETTLED and lower not in _RETAGGED:
            continue
        before = tokens[n - 1].tag if n else "^"
        after = tokens[n + 1].tag if n < last else "$"
        if lower in _RETAGGED:
            _retag(token, n, after)
            tag = token.tag
        if lower in words.forms and tag[:3] != "NNP":
            _as_verb_form(tokens, n, words, before)
        tag = token.tag
        if n == 0 and tag in ("VBN", "VBD", "JJ") and after in ("NNP", "NNS", "JJ", "NN", "NNPS"):
            token.tag = "JJ" if _finite_later(tokens) else tag
        elif tag == "VBG":
            if lower in _LIKE_PREPOSITIONS and after != "TO":
                token.tag = "IN"
            elif lower in _LIKE_ADJECTIVES and after[0] in "NJ":
                token.tag = "JJ"
        elif tag in ("NN", "JJ", "VBN"):
            _mend_noun(tokens, n, words, before, after)


def _retag(token: Token, n: int, after: str) -> None:
    if token.text in ("US", "UN", "EU", "U.S.", "U.N.", "E.U.") or (token.text == "To" and n and after[:3] == "NNP"):
        token.tag = "NNP"
    elif token.lower in _HELPERS and token.tag[0] != "V":
        token.tag = _HELPERS[token.lower]


def _as_verb_form(tokens: list[Token], n: int, words: EventWords, before: str) -> None:
    token = tokens[n]
    irregular = token.lower in words.irregular
    if token.lemma not in words.verbs or irregular:
        token.lemma = words.forms[token.lower]
    if irregular and token.tag in ("NN", "JJ", "VBN"):
        helped = n > 0 and (tokens[n - 1].lower in HAVE or tokens[n - 1].lower in BE)
        token.tag = "VBN" if helped else "VBD" if before in _SUBJECTS else token.tag


def _mend_noun(tokens: list[Token], n: int, words: EventWords, before: str, after: str) -> None:
    """A word tagged as a noun, an adjective or a participle that is rather a verb."""
    token, tag, known = tokens[n], tokens[n].tag, tokens[n].lemma in words.verbs
    if known and token.lower.endswith("ed"):
        follows = before == "NN" and after in ("DT", "NNS", "NNP", "PRP$", "CD", "PRP")
        subject = before in ("NNP", "NNS", "PRP", "NNPS", "WP")
        if (subject or follows) and (tag != "VBN" or after in ("DT", "PRP$", "NNP")):
            token.tag = "VBD"
    elif tag == "NN" and token.lower.endswith("ing"):
        if before in ("IN", "^"):
            if after in ("DT", "NNP", "PRP$", "NNPS", "PRP") and n and tokens[n - 1].lower != "of":
                token.tag = "VBG"
        elif known and n and tokens[n - 1].lower in BE and after in _AFTER_VERB | {"NN", "NNS", "IN"}:
            token.tag = "VBG"
    elif tag != "VBN" and token.lower == token.lemma and _behind_helper(tokens, n):
        token.tag = "VB"
    if token.tag == "VBN" and before in _SUBJECTS | {"JJ"} and after in ("DT", "PRP$", "NNP", "PRP"):
        token.tag = "VBD"


def _behind_helper(tokens: list[Token], n: int) -> bool:
    """Whether a word stands behind "would", "did not" or the like: then it is a verb."""
    n -= 1
    negated = False
    while n >= 0 and (tokens[n].tag == "RB" or tokens[n].lower in ("n't", "n’t")):
        negated = negated or tokens[n].lower in ("not", "n't", "n’t", "never")
        n -= 1
    return n >= 0 and (tokens[n].tag == "MD" or (negated and tokens[n].lower in DO))


def _finite_later(tokens: list[Token]) -> bool:
    return any(t.tag in _FINITE for t in tokens[1:])


def _before(tokens: list[Token], n: int) -> str:
    n -= 1
    while n >= 0 and tokens[n].tag == "RB":
        n -= 1
    return tokens[n].tag if n >= 0 else "^"


def _before_tag(tokens: list[Token], n: int) -> str:
    return tokens[n - 1].tag if n else "^"


def _helped(tokens: list[Token], n: int) -> bool:
    return n > 0 and tokens[n - 1].lower in ("do", "does", "did", "n't", "n’t", "not", "help", "let")


def _bare_verb(tokens: list[Token], n: int, known: frozenset[str]) -> bool:
    """Whether a word behind "to" is a verb that the word list has as a noun: "to protest"."""
    return tokens[n].tag in ("NN", "JJ") and tokens[n].lower == tokens[n].lemma and tokens[n].lemma in known


def _noun_follows(tokens: list[Token], n: int) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].tag in ("NN", "NNS", "NNP", "JJ", "NNPS")


def _noun_like(tokens: list[Token], n: int) -> bool:
    return n + 1 >= len(tokens) or tokens[n + 1].tag in ("NN", "NNS", "IN", ",", ".", "VBD", "VBZ", "MD", "VBP")


def _is_noun_ing(tokens: list[Token], n: int) -> bool:
    """Whether a form in -ing is a noun: "fighting in", "the bombing", "bombing raid"."""
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    return n > 0 and tokens[n - 1].tag == "JJ" and (after is None or after.tag in ("IN", ".", ","))


def _is_noun(tokens: list[Token], n: int, before: str) -> bool:
    """Whether a word tagged as a verb is rather a noun: "the attacks", "peace talks between"."""
    token = tokens[n]
    direct = tokens[n - 1].tag if n else "^"
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if token.tag == "VBD":
        return False
    if direct in ("DT", "PRP$", "POS", "CD"):
        return not (direct == "DT" and tokens[n - 1].lower in ("all", "both", "these", "those", "this", "that"))
    if direct == "JJ" and tokens[n - 1].text[0].islower():
        return True
    if direct == "IN" and tokens[n - 1].lower not in ("that", "as", "if", "than", "because"):
        return True
    return direct in ("NN", "VB") and token.tag in ("VB", "VBP") and (after is None or after.tag not in _AFTER_VERB)


def _verb_after_all(tokens: list[Token], n: int, before: str, people: Mapping[str, object]) -> bool:
    """Whether a word tagged as a noun stands as a verb: "Putin visits Vietnam", "rebels attack the town"."""
    token = tokens[n]
    direct = tokens[n - 1] if n else None
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if direct is None or after is None or (token.lemma in people and after.tag not in ("DT", "PRP", "PRP$", "NNP")):
        return False
    if direct.tag in ("MD",) or direct.lower in ("do", "does", "did", "n't", "n’t"):
        return True
    if before == "MD":
        return True
    takes = after.tag in _AFTER_VERB or (after.lower in _PARTICLES and after.lower != "in")
    if token.tag == "NNS" and before in ("NNP", "NN", "PRP", "WP", "WDT", "NNPS"):
        strong = after.tag in ("DT", "PRP", "PRP$", "TO", "NNP") or after.lower in ("for", "on", "against", "off")
        return strong if before in ("NNP", "PRP", "WP", "WDT") else after.tag in ("DT", "PRP$", "TO")
    base = token.tag in ("NN", "JJ") and token.lower == token.lemma
    return base and before in ("NNS", "NNPS", "PRP", "WP") and takes and direct.tag not in _BEFORE_NOUN
