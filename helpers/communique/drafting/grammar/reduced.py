"""Whether a form in -ed is a participle that only says which one is meant: the troops | deployed there."""

from ..lexicon.words import listed, word_set
from .chains import SUBORDINATE, Clauses, back
from .phrases import VerbGroup
from .subjects import subject_before
from .verb_tags import ENDING_A_VERB, NAMING

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_BEHIND_PARTICIPLE = word_set("in on at from with to for after during near against under of")
_FITTED = word_set("armed equipped clad dressed loaded")
_FOUND = frozenset(("accused", "convicted", "suspected", "acquitted"))
_SAYING = word_set("say tell report add claim believe think announce note confirm declare warn know")
_SIMPLE_PAST = listed("past and no participle")
_NEVER_PASSIVE = word_set("say add agree arrive go come meet apologise apologize vow resign return march protest talk")
TELLING = word_set("tell assure inform remind warn promise convince persuade notify show advise")


def inside_opening(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether a form in -ed belongs to a phrase behind the preposition that opens the sentence."""
    tokens = clauses.tokens
    if group.first != group.main or not group.subject or tokens[group.main].tag not in ("VBD", "VBN", "VB", "VBP"):
        return False
    first = group.subject[0].first
    if first != 1 or tokens[0].tag != "IN" or tokens[0].lower in SUBORDINATE:
        return False
    comma = next((n for n in range(group.last, min(len(tokens), group.last + 12)) if tokens[n].text == ","), 0)
    return bool(comma) and any(g.first > comma and tokens[g.first].tag in _FINITE for g in clauses.groups)


_ABOUT = frozenset(("than", "more", "least", "at", "about", "around", "nearly", "almost", "over"))


def is_reduced(clauses: Clauses, group: VerbGroup, at: int) -> bool:
    """Whether a form in -ed is a participle: "the troops deployed there said"."""
    tokens = clauses.tokens
    if group.first != group.main or tokens[group.main].tag not in ("VBN", "VBD"):
        return False
    if tokens[group.main].lower in _SIMPLE_PAST:
        return False  # flew
    if tokens[group.main].lower in NAMING and tokens[group.main].tag == "VBN":
        return True  # a woman | named Heather Heyer
    behind = group.last + (tokens[group.last : group.last + 1] != [] and tokens[group.last].lower in ENDING_A_VERB)
    word = tokens[behind].lower if behind < len(tokens) else ""  # gunned down | by a fan
    if tokens[group.main].lower in _FITTED and word in ("with", "in"):
        return True  # groups | armed with sticks, whips and shields
    if at < 0:
        return tokens[group.main].tag == "VBN" or word in ("by", "in", "with")
    if _is_with(clauses, at) and group.last not in clauses.phrase_at:
        return True  # with more than 100 others | wounded in the raid
    if tokens[at].text == ",":  # "the army, backed by tanks, moved in"
        behind_main = any(g.kind == "main" for g in clauses.groups if g.first < group.first)
        return word == "by" or (tokens[group.main].tag == "VBN" and (behind_main or not subject_before(clauses, at)[0]))
    if at not in clauses.phrase_at:
        return tokens[group.main].tag == "VBN" and tokens[at].lower not in ("and", "who", "which", "that", "but")
    if tokens[at].lower in ("he", "she", "they", "who", "it") or tokens[group.main].lemma in _NEVER_PASSIVE:
        return False
    return word == "by" or _says_which(clauses, group, at, word)


def _is_with(clauses: Clauses, at: int) -> bool:
    """Whether a phrase that ends at a token comes behind "with"."""
    phrase = clauses.phrase_at.get(at)
    n = phrase.first - 1 if phrase is not None else -1
    while n > 0 and clauses.tokens[n].lower in _ABOUT:
        n -= 1
    return n >= 0 and clauses.tokens[n].lower == "with"


def _says_which(clauses: Clauses, group: VerbGroup, at: int, word: str) -> bool:
    """Whether a form in -ed only says which one the phrase before it is; `word` comes after it."""
    tokens = clauses.tokens
    above = clauses.group_at.get(clauses.phrase_at[at].first - 1)
    if word in _BEHIND_PARTICIPLE and above is not None and tokens[above.main].lemma not in _SAYING:
        return True  # "to send three generals accused of"
    if group.last < len(tokens) and tokens[group.last].tag in ("IN", "TO") and _has_its_verb(clauses, at):
        return True
    if word not in _BEHIND_PARTICIPLE:
        return False
    if word == "of":
        return tokens[group.main].lower in _FOUND  # rebels | convicted of theft
    for n in range(group.last + 1, min(len(tokens), group.last + 25)):
        joins = tokens[n].lower == "and" and n + 1 in clauses.group_at
        if joins or tokens[n].text in (",", ";") or tokens[n].lower in ("that", "who", "which", "after", "as", "when"):
            return False
        other = clauses.group_at.get(n)
        if other is not None:
            behind = tokens[other.last].tag if other.last < len(tokens) else "."
            if tokens[back(clauses, other.first - 1)].tag == "PRP":
                return False
            doubtful = tokens[other.first].tag == "VBD" and other.first == other.main and behind == "IN"
            return tokens[other.first].tag in ("VBD", "VBZ", "VBP", "MD") and not doubtful
    return False


def _has_its_verb(clauses: Clauses, at: int) -> bool:
    """Whether the phrase that ends at a token belongs to a verb before it: met leaders of parties | deadlocked over."""
    while at >= 0 and at not in clauses.group_at:
        phrase, token = clauses.phrase_at.get(at), clauses.tokens[at]
        opens = token.tag not in ("IN", "TO", "RB") or token.lower in SUBORDINATE or token.lower == "that"
        if phrase is None and opens and at not in clauses.times:
            return False
        at = phrase.first - 1 if phrase is not None else at - 1
    above = clauses.group_at.get(at)
    saying = above is not None and clauses.tokens[above.main].lemma in _SAYING | TELLING
    return above is not None and above.kind in ("main", "that") and not above.passive and not saying
