"""Verb or noun, for the words of the event lexicon: what the words beside them say about it."""

from collections.abc import Mapping

from ..lexicon.events import EventWords, Lexicon
from ..lexicon.words import AUXILIARIES, BE, DO, HAVE, listed, word_set
from .tokens import Token
from .verb_tags import ENDING_A_VERB, NAMING, only_describes

_BEFORE_NOUN = {"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "IN", "CD"}
_AFTER_VERB = {"DT", "PRP", "PRP$", "NNP", "NNPS", "TO", "``", "CD", "JJ", "WP", "WRB"}
_PARTICLES = word_set("for on to against with off out up down back in into over at")
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
#: Tags that nothing here changes.
_SETTLED = frozenset(("DT", "IN", ",", ".", "CC", "PRP", "PRP$", "NNP", "NNPS", "RB", "CD", "MD", "TO", "POS", ":"))
_SUBJECTS = {"NNP", "NNPS", "NNS", "NN", "PRP", "WP"}
_LIKE_PREPOSITIONS = word_set("following including regarding concerning excluding according")
_BEGINNINGS = word_set("begin start stop continue resume keep finish")
#: How adjectives of countries end.
_ADJECTIVE_ENDS = ("an", "ish", "ese", "ench", "utch", "i")
_LIKE_ADJECTIVES = listed("forms in -ing like adjectives")


def settle_verbs(tokens: list[Token], lexicon: Lexicon) -> None:
    """Give the words that events are known by a better tag: "to protest", "the ruling party", "Putin visits"."""
    _mend_tags(tokens, lexicon.words)
    for n, tag in _changes(tokens, lexicon.verbs, lexicon.people).items():
        tokens[n].tag = tag


def _changes(tokens: list[Token], known: frozenset[str], people: Mapping[str, object]) -> dict[int, str]:
    """New tags, by token: known verbs that are nouns here, and known nouns that are verbs."""
    changes: dict[int, str] = {}
    finite = False
    for n, token in enumerate(tokens):
        tag = token.tag
        if only_describes(tokens, n):
            continue
        if tag in ("VBZ", "VBP", "VB"):
            if token.lemma in known and token.lower not in AUXILIARIES and _is_noun(tokens, n):
                changes[n] = "NNS" if tag == "VBZ" else "NN"
            else:
                finite = finite or tag != "VB"
        elif tag in ("NN", "NNS", "JJ") and token.lemma in known and _verb_after_all(tokens, n, people):
            changes[n] = _as_verb(tokens, n)
        finite = finite or tag in ("VBD", "MD") or changes.get(n, "")[:2] == "VB"
    if not finite:
        first = next((n for n in range(1, len(tokens) - 1) if _may_be_finite(tokens, n, known)), None)
        if first is not None and tokens[first].tag[0] != "V":
            changes[first] = _as_verb(tokens, first)
    return changes


def _as_verb(tokens: list[Token], n: int) -> str:
    """The tag of a word that is a verb after all."""
    return "VBZ" if tokens[n].tag == "NNS" else "VBD" if tokens[n].lower.endswith("ed") else "VBP"


def _may_be_finite(tokens: list[Token], n: int, known: frozenset[str]) -> bool:
    """In a sentence without another verb: the first word of the lexicon that can follow a subject as its verb."""
    token, before, after = tokens[n], tokens[n - 1], tokens[n + 1]
    if token.lemma not in known or token.tag not in ("NN", "NNS", "VBN", "JJ", "VB", "VBP"):
        return False
    return before.tag in ("NN", "NNS", "NNP", "NNPS", "PRP") and after.tag not in ("VBD", "VBZ", "MD", ".", "CC", "POS")


def _mend_tags(tokens: list[Token], words: EventWords) -> None:
    """Give a few words a better tag: "US", "the ruling party", "had shot"."""
    last = len(tokens) - 1
    for n, token in enumerate(tokens):
        tag, lower = token.tag, token.lower
        if tag in _SETTLED or only_describes(tokens, n):
            continue
        before = tokens[n - 1].tag if n else "^"
        after = tokens[n + 1].tag if n < last else "$"
        if lower in words.forms and tag[:3] != "NNP":
            _as_verb_form(tokens, n, words, before)
        tag = token.tag
        if n == 0 and tag in ("VBN", "VBD", "JJ") and after in ("NNP", "NNS", "JJ", "NN", "NNPS"):
            token.tag = "JJ" if any(t.tag in _FINITE for t in tokens[1:]) else tag
        elif tag == "VBG":
            if lower in _LIKE_PREPOSITIONS and after != "TO":
                token.tag = "IN"
            elif lower in _LIKE_ADJECTIVES and after[0] in "NJ" and not (n and tokens[n - 1].lower in BE):
                token.tag = "JJ"
        elif tag in ("NN", "JJ", "VBN"):
            _mend_noun(tokens, n, words, before, after)


def _as_verb_form(tokens: list[Token], n: int, words: EventWords, before: str) -> None:
    token = tokens[n]
    irregular = token.lower in words.irregular
    if token.lemma not in words.verbs or irregular:
        token.lemma = words.forms[token.lower]
    if irregular and token.tag in ("NN", "JJ", "VBN"):
        helped = n > 0 and (tokens[n - 1].lower in HAVE or tokens[n - 1].lower in BE)
        general = before == "JJ" and [t.tag for t in tokens[n + 1 : n + 2]] in (["DT"], ["PRP$"], ["NNP"])
        token.tag = "VBN" if helped else "VBD" if before in _SUBJECTS or general else token.tag  # the general | fled


def _mend_noun(tokens: list[Token], n: int, words: EventWords, before: str, after: str) -> None:
    """A word tagged as a noun, an adjective or a participle that is rather a verb."""
    token, tag, known = tokens[n], tokens[n].tag, tokens[n].lemma in words.verbs
    if known and token.lower.endswith("ed"):
        follows = before == "NN" and after in ("DT", "NNS", "NNP", "PRP$", "CD", "PRP")
        subject = before in ("NNP", "NNS", "PRP", "NNPS", "WP")
        if token.lower in NAMING and tag == "VBN":
            return  # a woman | named Heather Heyer
        if (subject or follows) and (tag != "VBN" or after in ("DT", "PRP$", "NNP")):
            token.tag = "VBD"
    elif tag == "NN" and token.lower.endswith("ing"):
        if before in ("IN", "^"):
            if after in ("DT", "NNP", "PRP$", "NNPS", "PRP") and n and tokens[n - 1].lower != "of":
                token.tag = "VBG"
        elif known and n and before != "POS" and _goes_on(tokens, n - 1) and after in _AFTER_VERB | {"NN", "NNS", "IN"}:
            token.tag = "VBG"
    elif tag != "VBN" and token.lower == token.lemma and _behind_helper(tokens, n):
        token.tag = "VB"
    elif known and tag == "NN" and n and tokens[n - 1].lemma == "help" and after in ("DT", "PRP$", "NNP"):
        token.tag = "VB"  # helped | broker the talks
    if token.tag == "VBN" and before in _SUBJECTS | {"JJ"} and after in ("DT", "PRP$", "NNP", "PRP"):
        token.tag = "VBD"


def _goes_on(tokens: list[Token], n: int) -> bool:
    """Whether a form in -ing may complete a verb: is | bombing, began | bombing; not: Togo's continued | bombing."""
    verb, describes = tokens[n], n > 0 and tokens[n - 1].tag in ("POS", "PRP$", "DT")
    return verb.lower in BE or (verb.lemma in _BEGINNINGS and not describes)


def _behind_helper(tokens: list[Token], n: int) -> bool:
    """Whether a word comes after "would", "did not" or the like: then it is a verb."""
    n -= 1
    negated = False
    while n >= 0 and (tokens[n].tag == "RB" or tokens[n].lower in ("n't", "n’t")):
        negated = negated or tokens[n].lower in ("not", "n't", "n’t", "never")
        n -= 1
    return n >= 0 and (tokens[n].tag == "MD" or (negated and tokens[n].lower in DO))


def _before(tokens: list[Token], n: int) -> str:
    n -= 1
    while n >= 0 and tokens[n].tag == "RB":
        n -= 1
    return tokens[n].tag if n >= 0 else "^"


def _helped(tokens: list[Token], n: int) -> bool:
    return n > 0 and tokens[n - 1].lower in ("do", "does", "did", "n't", "n’t", "not", "help", "let")


def _is_noun(tokens: list[Token], n: int) -> bool:
    """Whether a word tagged as a verb is rather a noun: "the attacks", "peace talks between"."""
    token = tokens[n]
    direct = tokens[n - 1].tag if n else "^"
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if token.tag == "VB" and (_before(tokens, n) in ("TO", "MD") or _helped(tokens, n)):
        return False
    if direct in ("DT", "PRP$", "POS", "CD"):
        return not (direct == "DT" and tokens[n - 1].lower in ("all", "both", "these", "those", "this", "that"))
    if direct == "JJ" and tokens[n - 1].text[0].islower():
        return True
    if direct == "IN" and tokens[n - 1].lower not in ("that", "as", "if", "than", "because"):
        struck_down = tokens[n - 1].lower in ENDING_A_VERB and n > 1 and tokens[n - 2].tag[0] == "V"
        return not struck_down  # the laws that were struck down | say
    return direct in ("NN", "VB") and token.tag in ("VB", "VBP") and (after is None or after.tag not in _AFTER_VERB)


def _verb_after_all(tokens: list[Token], n: int, people: Mapping[str, object]) -> bool:
    """Whether a word tagged as a noun is used as a verb: "Putin visits Vietnam", "rebels attack the town"."""
    token, before = tokens[n], _before(tokens, n)
    direct = tokens[n - 1] if n else None
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if before == "TO" and token.tag != "NNS" and token.lower == token.lemma:
        return True  # to protest
    if direct is None or after is None or (token.lemma in people and after.tag not in ("DT", "PRP", "PRP$", "NNP")):
        return False
    if before == "MD" or direct.lower in ("do", "does", "did", "n't", "n’t"):
        return True
    takes = after.tag in _AFTER_VERB - {"TO"} or (
        token.tag != "JJ" and after.lower in _PARTICLES and after.lower != "in"
    )
    people_of = n > 1 and tokens[n - 2].lower == "the" and direct.text.endswith(_ADJECTIVE_ENDS)
    if token.tag == "NNS" and people_of and direct.tag == "NNP" and after.tag == "IN":
        return False  # the American | strikes on Togo
    if token.tag == "NNS" and before in ("NNP", "NN", "PRP", "WP", "WDT", "NNPS"):
        strong = after.tag in ("DT", "PRP", "PRP$", "TO", "NNP") or after.lower in ("for", "on", "against", "off")
        return strong if before in ("NNP", "PRP", "WP", "WDT") else after.tag in ("DT", "PRP$", "TO")
    base = token.tag in ("NN", "JJ") and token.lower == token.lemma
    return base and before in ("NNS", "NNPS", "PRP", "WP") and takes and direct.tag not in _BEFORE_NOUN
