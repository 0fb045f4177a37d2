"""How groups and bodies without a name are called by the words that a report has for them: Mr Lind's family."""

import itertools
from typing import TypeGuard

from ..grammar.phrases import NounPhrase
from ..grammar.tokens import Token
from ..lexicon.words import word_set
from .mentions import ActorDraft

#: What several are called that are no others than those without it: several analysts.
_QUANTITIES = word_set("several many most various numerous")
#: What says how many or how much of a group there is, and names nobody: far | more police, the | same envoys.
MERE_AMOUNTS = frozenset(("entire", "whole", "full", "more", "far", "extra", "additional", "same"))
#: Who is called by a word for how many alone: thousands | marched, others | praised it.
SOME_PEOPLE = {word: f"{word} of people" for word in ("hundreds", "thousands", "dozens", "scores", "tens")} | {
    "others": "other people",
    "some": "some people",
    "many": "many people",
    "few": "few people",
}
#: Who is named by whose he or she is.
_OF_WHOM = word_set(
    "member head chief leader director secretary official supporter representative relative family victim survivor "
    "resident editor author founder owner commander critic ally opponent employee user veteran friend child parent "
    "daughter son wife husband brother sister mother father one some many several few"
)
#: Who is named by for whom he or she speaks.
SPEAKING_FOR = word_set("spokesman spokeswoman spokesperson lawyer attorney representative")
_INSIDE = frozenset(("DT", "PRP$", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS"))
#: What a name often has behind it: the Fidesz | party.
_WITH_NAMES = word_set("party movement coalition alliance group")
_UNNAMED = frozenset(("DT", "PRP$", "RB", "``", "''"))
_LONGEST_OF = 10  # words


def is_of_a_person(owner: ActorDraft | None, first: Token, head: Token, kind: str) -> TypeGuard[ActorDraft]:
    """Whether people, or an office, are named by whose they are."""
    kinds = ("public", "unnamed", "office") if head.lower == "office" else ("public", "unnamed")
    named = owner is not None and owner.key.startswith("person:")
    return named and first.tag == "PRP$" and kind in kinds


def name_of(tokens: list[Token], noun: NounPhrase, *, is_state: bool) -> str:
    """The words of a phrase that name it: without articles and, but for states, "several"."""
    head = tokens[noun.head]
    first = noun.first
    capital = next((n for n in range(first, noun.head) if tokens[n].tag[:3] == "NNP"), noun.head)
    if capital < noun.head and head.lower in _WITH_NAMES:
        first = capital  # the dominant | Fianna Fail party
        own = next((n for n in range(capital, noun.head - 1) if tokens[n].tag == "POS"), 0)
        first = own + 1 if own and tokens[own + 1].tag[:3] == "NNP" else first  # Mr Lind's | Lomar Tehreek party
    words = [t.text for t in tokens[first : noun.head + 1] if t.tag not in _UNNAMED] or [head.text]
    least = len(words) > 1 and words[0].lower() == "least"  # at | least several provinces
    words = words[least:]
    words[-1:-1] = field_of(tokens, noun).split()
    words = words[words[0].lower() in _QUANTITIES and len(words) > 1 and not is_state :]
    while len(words) > 1 and words[0].lower() in MERE_AMOUNTS:
        words = words[1:]  # far more police
    if tokens[noun.first].lower == "a" and tokens[noun.first + 1].tag == "CD":
        words.insert(0, "a")  # a million people
    return " ".join(words).replace(" 's", "'s").replace(" ’s", "’s").replace(" ' ", "' ").replace(" ’ ", "’ ")


def field_of(tokens: list[Token], noun: NounPhrase) -> str:
    """The words behind "of" that say which ministry it is: the ministry of | foreign affairs."""
    before = [t.tag for t in tokens[noun.first : noun.head]]
    if tokens[noun.head].lower not in ("ministry", "department") or "NN" in before or "NNS" in before:
        return ""
    if [t.lower for t in tokens[noun.head + 1 : noun.head + 2]] != ["of"]:
        return ""
    end = noun.head + 2
    while end < min(len(tokens), noun.head + _LONGEST_OF) and tokens[end].tag in ("JJ", "NN", "NNS", "CC"):
        end += 1
    return "".join(f"{t.text} " for t in tokens[noun.head + 2 : end]) if tokens[end - 1].tag[:2] == "NN" else ""


def end_of_whom(tokens: list[Token], head: int) -> int:
    """Behind a noun, or behind what says whose or where somebody is: members | of a party, many | in Lomar."""
    placed = tokens[head].lower in SOME_PEOPLE and [t.lower for t in tokens[head + 1 : head + 2]] in (["in"], ["from"])
    if placed:
        names = itertools.takewhile(lambda n: tokens[n].tag[:3] == "NNP", range(head + 2, len(tokens)))
        return max(names, default=head) + 1
    tie = ("of",) if tokens[head].lemma in _OF_WHOM else ("for",) if tokens[head].lemma in SPEAKING_FOR else ()
    if not tokens[head + 1 : head + 2] or tokens[head + 1].lower not in tie:
        return head + 1
    end = head + 2
    while end < min(len(tokens), head + _LONGEST_OF) and tokens[end].tag in _INSIDE:
        end += 1
    ends_so = (
        end > head + 2
        and not tokens[head + 2].lower.endswith("ing")
        and tokens[end - 1].tag in ("NN", "NNS", "NNP", "NNPS")
    )
    return end if ends_so and end < head + _LONGEST_OF else head + 1
