"""Noun phrases that belong together ("the army of Iran", "Iran and Iraq"), in a sentence that is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..lexicon.words import listed, word_set
from .adjuncts import Adjuncts
from .phrases import NounPhrase, VerbGroup
from .tokens import Token

SUBORDINATE = listed("openers of clauses")
_OCCASIONS = word_set("in at during after before via following outside inside amid near under despite since until")
_TIED = frozenset(("loyal", "close", "allied", "linked", "opposed"))
_BEFORE_TIME = word_set("on in late early since for at the last")


@dataclass(slots=True)
class Clauses:
    """A sentence, read: its tokens, its noun phrases and its verb groups in order."""

    tokens: list[Token]
    phrases: list[NounPhrase]
    groups: list[VerbGroup]
    times: set[int]
    phrase_at: dict[int, NounPhrase]
    group_at: dict[int, VerbGroup]
    adjuncts: Adjuncts
    people: Mapping[str, object] = field(default_factory=dict)
    forms: frozenset[str] = frozenset()  # all its words, as they stand and as dictionary forms
    _behind: dict[int, list[int]] = field(default_factory=dict)  # what was asked of the adjuncts before

    def behind_adjuncts(self, at: int) -> list[int]:
        """A place, and those behind each adverb, time, place or occasion that follows."""
        places = self._behind.get(at)
        if places is None:
            places = self._behind[at] = [*self.adjuncts.behind(at, _OCCASIONS)]
        return places


_LONGEST_APPOSITION = 12  # words
_AND = frozenset(("and", "or", "nor", "&"))


def is_and(token: Token) -> bool:
    """Whether a token joins two phrases: and, as well | as."""
    return token.lower in _AND or (token.lower == "as" and token.tag == "CC")


def somebody(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Whether a phrase is a name or a pronoun, or ends in a noun for people or bodies."""
    head = clauses.tokens[phrase.head]
    return head.tag in ("NNP", "NNPS", "PRP") or head.lemma in clauses.people


def back(clauses: Clauses, at: int) -> int:
    """The nearest token at or before `at` that is no adverb and no time."""
    tokens = clauses.tokens
    while at >= 0:
        if at in clauses.times:
            while tokens[at - 1].lower in _BEFORE_TIME and at > 0:
                at -= 1
        elif tokens[at].tag != "RB" or at in clauses.group_at or _begins_a_clause(clauses, at):
            break
        at -= 1
    return at


def _begins_a_clause(clauses: Clauses, at: int) -> bool:
    """Whether a "so" or "then" joins two clauses: visited Lind, | then | left; and not: Lind | then | left."""
    phrase = clauses.phrase_at.get(at - 1)
    behind_subject = phrase is not None and phrase.first - 1 not in clauses.group_at
    return clauses.tokens[at].lower == "so" or (clauses.tokens[at].lower == "then" and not behind_subject)


def chain_start(clauses: Clauses, near: NounPhrase) -> list[NounPhrase]:
    """From the last noun phrase of a chain ("the army of Iran", "Iran and Iraq") back to the first."""
    tokens, chain = clauses.tokens, [near]
    while True:
        first = chain[0]
        at = first.first - 1
        link = tokens[at] if at >= 0 else None
        if link is None or at in clauses.group_at:
            break
        marked = tokens[at - 1].tag == "''" and at - 1 not in clauses.phrase_at  # nine "rioters" | in Lomar
        behind = clauses.phrase_at.get(back(clauses, at - 1 - marked)) or _before_last_comma(clauses, at)
        behind = behind or _subject_over(clauses, at)
        if link.lower == "to" and behind is not None and _is_sent(clauses, behind):
            chain.insert(0, behind)  # the ambassador to | Ghana
            continue
        if link.lower == "to" and (gone := _went_to(clauses, at)) is not None:
            chain = [*gone.subject]  # people who gave themselves in to | police
            break
        tied = clauses.phrase_at.get(at - 2) if link.lower == "to" and tokens[at - 1].lower in _TIED else None
        if tied is not None:
            chain.insert(0, tied)  # gunmen loyal to | a warlord
        elif link.tag == "IN" and link.lower not in (*SUBORDINATE, "that") and at not in clauses.phrase_at:
            if behind is None or behind.last < at - 3:
                other = clauses.group_at.get(at - 1)
                if other is not None and other.kind in ("relative", "participle") and other.subject:
                    chain = [*other.subject]
                break
            chain.insert(0, behind)
        elif behind is not None and (
            is_and(link)
            or _is_listed(clauses, link, behind, chain)
            or (link.text == "," and len(chain) > 1 and _ends_a_participle(clauses, behind.first - 1))
        ):
            chain.insert(0, behind)
        else:
            break
        if len(chain) > 12:
            break
    return chain


def _went_to(clauses: Clauses, to: int) -> VerbGroup | None:
    """The verb of the clause behind "who" that a "to" belongs to, over its particle and its object."""
    at = to - 1
    if at not in clauses.group_at and at not in clauses.phrase_at and clauses.tokens[at].tag in ("IN", "RP", "RB"):
        at -= 1
    phrase = clauses.phrase_at.get(at)
    group = clauses.group_at.get(phrase.first - 1 if phrase is not None else at)
    return group if group is not None and group.kind == "relative" and group.subject else None


def _is_sent(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Whether a phrase without a name is of people, who may be sent to somebody: the ambassador."""
    head = clauses.tokens[phrase.head]
    return head.tag in ("NN", "NNS") and head.lemma in clauses.people


def _before_last_comma(clauses: Clauses, at: int) -> NounPhrase | None:
    """The name before the comma of the last "and" in a list of three: Lind, Berg | , and Holm."""
    tokens = clauses.tokens
    if at < 2 or tokens[at].lower != "and" or tokens[at - 1].text != ",":
        return None
    behind = clauses.phrase_at.get(at - 2)
    first = clauses.phrase_at.get(behind.first - 2) if behind is not None and behind.first > 1 else None
    three = (phrase for phrase in (first, behind, clauses.phrase_at.get(at + 1)) if phrase is not None)
    named = [phrase for phrase in three if tokens[phrase.head].tag == "NNP" or tokens[phrase.first].lower == "other"]
    return behind if len(named) == 3 and behind is not None and tokens[behind.first - 1].text == "," else None


def _subject_over(clauses: Clauses, at: int) -> NounPhrase | None:
    """The same for a subject, which neither a verb nor a preposition comes before."""
    named = _over_apposition(clauses, at)
    before = clauses.tokens[named.first - 1] if named is not None and named.first else None
    free = before is None or (before.tag not in ("IN", "TO") and before.text != "'s")
    return named if named is not None and free and named.first - 1 not in clauses.group_at else None


def _over_apposition(clauses: Clauses, at: int) -> NounPhrase | None:
    """The name before the "and" at a token, over what says who it is: Ms Lind | , the mayor of Lomar, and Mr Beck."""
    tokens = clauses.tokens
    if at < 4 or tokens[at].lower != "and" or tokens[at - 1].text != ",":
        return None
    places = range(at - 2, max(0, at - 2 - _LONGEST_APPOSITION), -1)
    comma = next((n for n in places if tokens[n].text == "," or n in clauses.group_at), 0)
    described, named = clauses.phrase_at.get(comma + 1), clauses.phrase_at.get(comma - 1)
    if comma == 0 or tokens[comma].text != "," or described is None or named is None:
        return None
    is_name = tokens[named.head].tag == "NNP" and tokens[described.head].tag == "NN"
    return named if is_name and described.first == comma + 1 and somebody(clauses, described) else None


def _ends_a_participle(clauses: Clauses, at: int) -> bool:
    """Whether a list begins behind "armed with": groups armed with | sticks, whips and shields."""
    group = clauses.group_at.get(at - 1)
    return clauses.tokens[at].lower == "with" and group is not None and group.kind == "participle"


def _is_listed(clauses: Clauses, comma: Token, behind: NounPhrase, chain: list[NounPhrase]) -> bool:
    """Whether a comma ties a phrase to a chain that has an "and": Iran | , Iraq and Syria."""
    tokens, doing = clauses.tokens, clauses.group_at.get(behind.first - 1)
    if doing is not None and doing.kind == "ing" and doing.governor is None:
        return False  # While condemning Togo | , Mali and Chad left
    has_and = len(chain) > 1 and any(tokens[phrase.first - 1].lower == "and" for phrase in chain[1:])
    whole = clauses.phrase_at.get(behind.first - 2) if tokens[behind.first - 1].lower in ("of", "from") else None
    tied = tokens[behind.first - 1].tag == "IN" and not (whole is not None and somebody(clauses, whole))
    return comma.text == "," and has_and and not tied  # In Iran, | Iraq left; but: envoys of Iran, | Iraq and Syria


def joined_to(clauses: Clauses, phrase: NounPhrase, *, before_verb: bool = False) -> list[NounPhrase]:
    """The phrases joined to one by "and" or a comma with an "and" behind.

    `before_verb` lets the last one come before a verb, as in "talks between Iran and Iraq began".
    """
    joined: list[NounPhrase] = []
    at, tokens, ends = phrase.last, clauses.tokens, False
    second = _behind_apposition(clauses, phrase)
    if second is not None:
        return [second, *joined_to(clauses, second, before_verb=before_verb)]
    while at + 1 < len(tokens) and len(joined) < 8:
        as_well = [t.lower for t in tokens[at : at + 3]] == ["as", "well", "as"]
        at += 2 * as_well
        if tokens[at].lower not in ("and", ",", "&", "or", "as") or at in clauses.group_at:
            break
        if tokens[at].lower == "as" and not as_well:
            break
        step = at + 1
        if tokens[step].lower == "and":
            step += 1
        following = clauses.phrase_at.get(step)
        if following is None or following.first != step:
            break
        verb = clauses.group_at.get(_end_of_title(clauses, following))
        if not before_verb and verb is not None and verb.kind != "to":
            break  # and not: called on Italy and | Egypt to join
        listed = tokens[at].text == "," and tokens[at + 1].lower != "and"
        if listed and (following.last >= len(tokens) or tokens[following.last].lower not in ("and", ",")):
            break
        joined.append(following)
        ends = ends or tokens[step - 1].lower != ","
        at = following.last
    return joined if ends else []  # Qatar, | an ally, to bring aid


def _behind_apposition(clauses: Clauses, phrase: NounPhrase) -> NounPhrase | None:
    """The name behind "and", over what says who the first is: Ms Lind, the mayor of Lomar, and | Mr Beck."""
    tokens, start = clauses.tokens, phrase.last
    if [t.text for t in tokens[start : start + 1]] != [","] or tokens[phrase.head].tag != "NNP":
        return None
    places = range(start + 1, min(len(tokens) - 2, start + 1 + _LONGEST_APPOSITION))
    comma = next((n for n in places if tokens[n].text == "," or n in clauses.group_at), 0)
    following = clauses.phrase_at.get(comma + 2)
    if comma == 0 or following is None or _over_apposition(clauses, comma + 1) is not phrase:
        return None
    return following if tokens[following.head].tag == "NNP" and following.last not in clauses.group_at else None


def _end_of_title(clauses: Clauses, phrase: NounPhrase) -> int:
    """The token behind a phrase and the names that depend on it: Minister of State for External Affairs Lind | has."""
    end = phrase.last
    while end < len(clauses.tokens) and clauses.tokens[end].lower in ("of", "for"):
        following = clauses.phrase_at.get(end + 1)
        if following is None or clauses.tokens[following.head].tag[:3] != "NNP":
            break
        end = following.last
    return end


def end_of_phrase(clauses: Clauses, phrase: NounPhrase, links: tuple[str, ...]) -> int:
    """The character behind a phrase with up to three others that depend on it by one of the prepositions."""
    tokens, last = clauses.tokens, phrase
    for _ in range(3):
        at = last.last
        following = clauses.phrase_at.get(at + 1)
        if at >= len(tokens) or tokens[at].lower not in links or following is None or following.first != at + 1:
            break
        last = following
    return tokens[last.last - 1].end
