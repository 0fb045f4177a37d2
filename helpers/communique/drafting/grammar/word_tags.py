"""The tags of a few words that are mostly something else, by their neighbours: the | accused, the | military said."""

import functools

from ...text.timex import MONTHS
from ..lexicon.lexicons import package_lexicons
from ..lexicon.word_list import lemma_of, word_list
from ..lexicon.words import BE, HAVE, word_set
from .tokens import Token
from .verb_tags import MANY, NOUNS, only_describes

_LIKE_PEOPLE = word_set("public accused defendant poor rich young old dead wounded elderly unemployed")
_BEFORE_TITLE = frozenset(("DT", "PRP$", "NN", "POS", "NNP"))
_CALLED = frozenset(("suspected", "alleged", "accused", "convicted"))
_AFTER_NOUN = frozenset((".", ",", ",", "$", "VBD", "VBZ", "VBP", "MD", "CC", "IN", "TO", "''", "``", "WP"))
WORDS_OF_TWO_TAGS = word_set(
    "set cut to per her there close long least most further since overnight executive general back armed dead first "
    "last military firm official suspected alleged accused convicted either neither"
)
#: Offices that end with "general": the auditor | general said.
_GENERALS = word_set("attorney auditor secretary inspector director surgeon governor solicitor consul postmaster")


@functools.cache
def particle_nouns() -> frozenset[str]:
    """Adjectives that name a person behind "the": the general, the accused."""
    titles = {row["title"] for row in package_lexicons().rows("titles")}
    return frozenset(titles | _LIKE_PEOPLE)


def noun_after_all(n: int, tag: str, tokens: list[Token], before: str, after: str) -> str:
    """The tag of a noun that is mostly a verb or an adjective, by its neighbours ("" where it is none)."""
    if tag in ("VB", "VBP") and before == "^" and after in ("MD", "VBD", "VBZ"):
        return "NN"  # Help | would come
    if tag in ("VBN", "VBD", "JJ") and before in ("RBS", "JJS") and after in NOUNS:
        return "JJ"  # the most | persecuted groups
    if tag in ("VBN", "VBD") and before == "VBG" and after == "NNS" and tokens[n - 1].lower not in ("having", "being"):
        return "JJ"  # parading | mutilated bodies
    titled = tokens[n + 1 : n + 2] and tokens[n + 1].lower in particle_nouns()
    if tag in ("VBN", "VBD") and before == "VBG" and after == "NNP" and titled:
        return "JJ"  # without naming | ousted PM Ann Lind
    hurt = (
        tokens[n].lower in ("injured", "wounded", "bereaved") and before in ("JJ", "NNP") and after in ("CC", "IN", ",")
    )
    if hurt and n > 1 and tokens[n - 2].tag == "DT":
        return "NNS"  # the Afghan | injured and their families
    if tag == "VBG" and before == "DT" and after in ("``", ".", ",", "$", "CC", "MD", "VBD", "VBZ"):
        return "NN"  # called the stabbing | "an act of hate"
    if tokens[n].lower == "think" and tokens[n + 1 : n + 2] and tokens[n + 1].lower in ("tank", "tanks"):
        return "NN"
    if tag == "JJ" and before in ("DT", "VBN") and tokens[n + 1 : n + 2] and tokens[n + 1].lower == "of":
        return "NN"  # a reported | total of
    held = before == "JJ" and [t.lower for t in tokens[n + 1 : n + 2]] == ["of"] and tokens[n].lower in particle_nouns()
    dated = tokens[n].lower == "ruling" and before == "NNP" and n > 1 and tokens[n - 1].lower in MONTHS
    if tag == "JJ" and (held or dated):
        return "NN"  # her fifth | chief of staff, the March | ruling
    if tag == "JJ" and before in ("DT", "PRP$", "POS") and after in ("VBD", "VBZ") and n + 1 < len(tokens):
        return "NNP" if tokens[n].text[0].isupper() else "NN"  # a Palestinian | stabbed
    titled = before in _BEFORE_TITLE or (before == "NNS" and tokens[n].lower == "chief")  # the rights | chief
    if tag == "JJ" and titled and after in _AFTER_NOUN and tokens[n].lower in particle_nouns():
        return "NN"
    return ""


_STANDING = frozenset(("stand", "stood", "hold", "held", "remain", "stay"))
_BEFORE_NUMBER = frozenset(("DT", "PRP$", "POS", "JJ", "IN", "^"))


def by_its_place(n: int, tokens: list[Token], before: str, after: str) -> str:
    """The tag of a word that its neighbours make another one than usual ("" where they do not)."""
    lower = tokens[n].lower
    if only_describes(tokens, n):
        return "JJ"
    if lower == "barring" and before in ("^", "``"):
        return "IN"
    joined = [word_list().get(lemma_of(t.lower), "")[:2] for t in tokens[n + 2 : n + 4]] == ["JJ", "NN"]
    if lower == "alleged" and after == "NNS" and n and tokens[n - 1].lower in ("has", "have", "had"):
        return "JJ"  # has | alleged ties to them
    if lower == "military" and after == "CC" and joined:
        return "JJ"  # | military and political power
    if lower == "military" and after in (*_AFTER_NOUN, "VBN") and before in (*_BEFORE_TITLE, "JJ", "NNP"):
        return "NN"  # the Israeli | military said
    if lower in ("first", "last") and after in ("VBD", "VBN", "VBZ") and before not in _BEFORE_NUMBER:
        return "RB"  # who | first revealed it, were | first deployed
    if lower == "most" and after == "NNS":
        return "JJS"  # said | most plants were hit
    if lower == "dead" and n and tokens[n - 1].lower in ("shot", "shoot", "shooting", "gunned"):
        return "RB"  # shot | dead two militants
    several = n and tokens[n - 1].lower in MANY and (n < 2 or tokens[n - 2].tag not in NOUNS)  # Lind both | accused
    counted = before in ("CD", "JJR") or several
    if lower in _CALLED and counted and after in (*NOUNS, "NNP"):
        return "JJ"  # five | suspected members
    if (lower == "armed" and before == "RB" and after in NOUNS) or _is_firm(n, tokens, before, after):
        return "JJ"  # heavily | armed fighters
    if lower == "back" and before in NOUNS and after in ("TO", "IN"):
        return "RB"  # escorted the tourists | back to safety
    return ""


def _is_firm(n: int, tokens: list[Token], before: str, after: str) -> bool:
    """Whether "firm" and "official" are no nouns: stood | firm, adhere to | official alerts."""
    if tokens[n].lower == "firm":
        return n > 0 and lemma_of(tokens[n - 1].lower) in _STANDING
    return (
        tokens[n].lower == "official" and before in ("TO", "IN", "VB", "VBD", "VBN") and after in ("NNS", "NN", "VBZ")
    )


def of_word(n: int, tag: str, tokens: list[Token], before: str, after: str) -> str:
    """The tag of one of a few words, by its neighbours ("" where the general rules hold)."""
    lower, word_before = tokens[n].lower, tokens[n - 1].lower if n else ""
    if lower in ("to", "per"):
        return "NNP" if n and tokens[n].text.istitle() and after == "NNP" else ""  # Per | Holt
    if lower == "her":
        inside = [t.lower for t in tokens[n + 2 : n + 3]]  # called her | "a conscience"
        quoted = after == "``" and inside not in (["a"], ["an"], ["the"])
        return "PRP$" if quoted or after in NOUNS or after in ("JJ", "VBG", "CD", "JJS") else "PRP"
    if lower == "overnight":
        return "JJ" if after in ("NN", "NNS") else "RB"
    if lower == "general":
        return "NN" if word_before in _GENERALS and before in NOUNS else ""
    if lower == "executive":
        return "JJ" if after in ("NNS", "NN", "VBZ") else ""
    if lower == "since":
        return "RB" if word_before in HAVE and after in ("VBN", "VBD") else ""  # has | since said
    if lower == "there":
        is_there = n + 1 < len(tokens) and tokens[n + 1].lower in BE
        return "RB" if before in NOUNS and after != "MD" and not is_there else ""
    if (
        lower in ("set", "cut")
        and before in ("DT", "JJ", "PRP$")
        and n + 1 < len(tokens)
        and tokens[n + 1].lower == "of"
    ):
        return "NN"  # a new | set of rules
    if lower == "close" and after == "TO":
        return "JJ"
    if (lower == "long" and word_before in HAVE) or (lower in ("least", "most") and word_before == "at"):
        return "RB"
    verb = after[0] == "V" or after == "MD"
    if (lower in ("both", "all") and (before == "PRP" or (before == "NNP" and verb))) or (lower == "further" and verb):
        return "RB"  # they both | offer, Lind further | claimed
    helped = word_before in HAVE or word_before in BE or before == "MD"
    if lower in ("both", "all", "each", "either", "neither") and helped and after in ("VBN", "VBD", "VB"):
        return "RB"  # have | all weighed in
    if lower == "many" and word_before in ("too", "so", "as", "how") and after in ("NNS", "VBZ"):
        return "JJ"  # too | many offers
    called = n + 1 < len(tokens) and tokens[n + 1].lower in _CALLED
    easing = after == "VBG" and [t.lower for t in tokens[n + 2 : n + 3]] == ["of"]  # some | easing of rules
    capital = n + 2 < len(tokens) and tokens[n + 2].text[0].isupper()
    placed = before in ("^", ",", "CC") and after == "IN" and capital  # many | in Lomar left
    if (
        lower in MANY
        and not (called or easing)
        and (after[0] == "V" or after == "MD" or placed)
        and tag[:2] in ("DT", "RB", "JJ", "CD")
    ):
        return "NNS"
    return ""
