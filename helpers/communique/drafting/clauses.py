"""Verb groups with their subjects and objects: who did what to whom, read from the order of the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .chunks import Phrase, noun_phrases, time_words, word_set
from .words import BE, DO, HAVE

if TYPE_CHECKING:
    from .prose import Token

_GET = frozenset(("get", "gets", "got", "getting"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_SUBORDINATE = word_set(
    "after before while because if when although though as since until unless once where whereas whether",
    "so",
)
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither"))
_NEVER_PASSIVE = word_set("say add agree arrive go come meet apologise apologize vow resign return march protest talk")
_STOP = frozenset((";", ":", "—", "–", "--"))
_MODALS = word_set("will would can could may might shall should must 'll ’ll ca wo cannot")


@dataclass(slots=True)
class VerbGroup:
    """A verb with its helpers: the tokens `first` to `last`, `main` among them.

    `kind` is main, that (what somebody says), relative, after (behind "after", "if", "when" ...), to, ing or
    participle; `governor` is the verb group that it hangs on; `subject` its noun phrases, the first one first.
    """

    first: int
    last: int
    main: int
    kind: str = "main"
    modal: str = ""
    negated: bool = False
    passive: bool = False
    link: str = ""
    governor: VerbGroup | None = None
    subject: list[Phrase] = field(default_factory=list)

    @property
    def finite(self) -> bool:
        return self.kind in ("main", "that", "relative", "after")


@dataclass(slots=True)
class Clauses:
    """A sentence, read: its tokens, its noun phrases and its verb groups in order."""

    tokens: list[Token]
    phrases: list[Phrase]
    groups: list[VerbGroup]
    times: set[int]
    phrase_at: dict[int, Phrase]
    group_at: dict[int, VerbGroup]
    people: Mapping[str, object] = field(default_factory=dict)


def read_clauses(tokens: list[Token], verbs: set[int], people: Mapping[str, object]) -> Clauses:
    """Read the tokens of one sentence.

    Parameters:
        tokens: the sentence's.
        verbs: which of them stand as verbs (see `verbs.verb_places`).
        people: the dictionary forms of nouns that name people and bodies.
    """
    phrases = noun_phrases(tokens, verbs)
    phrase_at = {n: p for p in phrases for n in range(p.first, p.last)}
    groups = _groups(tokens, verbs)
    group_at = {n: g for g in groups for n in range(g.first, g.last)}
    clauses = Clauses(tokens, phrases, groups, time_words(tokens), phrase_at, group_at, people)
    for number, group in enumerate(groups):
        _place(clauses, group, groups[number - 1] if number else None)
    return clauses


def _groups(tokens: list[Token], verbs: set[int]) -> list[VerbGroup]:
    groups, n = [], 0
    while n < len(tokens):
        if n not in verbs:
            n += 1
            continue
        first, main, last = n, n, n + 1
        while last < len(tokens):
            word = tokens[main].lower
            helper = word in BE or word in HAVE or word in DO or word in _MODALS or word in _GET or word == "to"
            ahead = last
            while ahead < len(tokens) and ahead not in verbs and tokens[ahead].tag == "RB":
                ahead += 1
            if not helper or ahead >= len(tokens) or ahead not in verbs or tokens[ahead].tag == "TO":
                break
            if word in BE and tokens[ahead].tag == "VBD" and ahead > last + 2:
                break
            main, last = ahead, ahead + 1
        group = VerbGroup(first, last, main)
        span = tokens[first:main]
        helpers = [t.lower for t in span]
        group.modal = next((w for w in helpers if w in _MODALS), "")
        before = tokens[first - 1].lower if first else ""
        behind = tokens[last].lower if last < len(tokens) else ""
        group.negated = bool(_NEGATIONS & {*helpers, before}) or (behind == "not" and tokens[main].lower in BE)
        past = tokens[main].tag in ("VBN", "VBD")
        be = [t for t in span if t.lower in BE or t.lower in _GET]
        group.passive = past and bool(be) and tokens[main].lower not in BE
        if tokens[first].lower == "to":
            group.kind = "to"
        elif (not span and tokens[main].tag == "VBG") or (span and tokens[first].lower in ("being", "having")):
            group.kind = "ing"
        inverted = groups[-1] if groups and tokens[groups[-1].main].tag == "MD" else None
        if inverted is not None and tokens[first].tag == "VB" and first - inverted.last < 6:
            group.modal = inverted.modal or tokens[inverted.main].lower  # "should one country be invaded"
            groups.pop()
        groups.append(group)
        n = last
    return groups


def _place(clauses: Clauses, group: VerbGroup, last: VerbGroup | None) -> None:
    """Find what the group hangs on, and its subject."""
    tokens = clauses.tokens
    at = _back(clauses, group.first - 1)
    group.governor = last
    if group.kind == "to":
        group.link = "to"
        group.subject = list(_between(clauses, last, group) or last.subject) if last else []
        return
    if group.kind == "ing" or (not group.passive and _reduced(clauses, group, at)):
        if group.kind != "ing":
            group.kind, group.passive = "participle", True
        group.link = tokens[at].lower if at >= 0 and at not in clauses.phrase_at else ""
        near = clauses.phrase_at.get(at)
        if near and (group.kind == "participle" or group.link == ""):
            group.subject = _chain_start(clauses, near)
        elif group.link in ("of", "in", "for", "from", "to") and clauses.phrase_at.get(_back(clauses, at - 1)):
            chain = _chain_start(clauses, clauses.phrase_at[_back(clauses, at - 1)])
            group.subject = [chain[0]] if _somebody(clauses, chain[0]) else list(last.subject) if last else []
        elif group.kind == "participle" or last is None:
            group.subject = _following_subject(clauses, group) if last is None else list(last.subject)
        else:
            group.subject = list(last.subject)
        return
    if at >= 0 and tokens[at].lower in _RELATIVE and (at not in clauses.phrase_at or tokens[at].lower == "who"):
        behind = _back(clauses, at - 1)
        while behind >= 0 and tokens[behind].text == ",":
            behind = _back(clauses, behind - 1)
        noun = clauses.phrase_at.get(behind)
        if noun is not None:
            group.kind, group.link = "relative", tokens[at].lower
            group.subject = _chain_start(clauses, noun)
            return
    if at >= 0 and last and tokens[at].lower in ("and", "or", "but", "then") and at not in clauses.phrase_at:
        group.kind = last.kind if last.finite else "main"
        owner = last
        while owner.governor is not None and not owner.finite:
            owner = owner.governor
        group.kind, group.link, group.subject = (owner.kind if owner.finite else "main"), "and", list(owner.subject)
        group.modal = group.modal or (owner.modal if tokens[group.main].tag in ("VB", "VBP", "NN") else "")
        return
    group.subject, start = _subject(clauses, at)
    if not group.subject and last and at >= 0 and tokens[at].text == ",":
        owner = last
        while owner.governor is not None and not owner.finite:
            owner = owner.governor
        group.subject, group.link = list(owner.subject), "and"
        group.kind = owner.kind if owner.finite else "main"
        return
    before = _opening_word(clauses, start)
    group.link = before
    teller = clauses.group_at.get(_back(clauses, start - 1)) if start > 0 else None
    told = last is not None and teller is not None and teller.finite
    if before in _SUBORDINATE or before in _MODALS:
        group.kind = "after"
    elif told or before in ("that", "how", "why", "what"):
        group.kind = "that"


def _somebody(clauses: Clauses, phrase: Phrase) -> bool:
    head = clauses.tokens[phrase.head]
    return head.tag in ("NNP", "NNPS", "PRP") or head.lemma in clauses.people


def _back(clauses: Clauses, at: int) -> int:
    """The nearest token at or before `at` that is no adverb and no time."""
    tokens = clauses.tokens
    while at >= 0:
        if at in clauses.times:
            at -= 1
            while at >= 0 and tokens[at].lower in ("on", "in", "late", "early", "since", "for", "at", "the", "last"):
                at -= 1
            continue
        if tokens[at].tag == "RB" and at not in clauses.group_at and tokens[at].lower not in ("so", "then"):
            at -= 1
            continue
        return at
    return at


def _opening_word(clauses: Clauses, start: int) -> str:
    at = _back(clauses, start - 1)
    if at >= 0 and clauses.tokens[at].tag in ("``", "''"):
        at -= 1
    return clauses.tokens[at].lower if at >= 0 and at not in clauses.phrase_at else ""


def _between(clauses: Clauses, last: VerbGroup | None, group: VerbGroup) -> list[Phrase]:
    """The object between a verb and its "to": whom somebody asks or lets do it."""
    if last is None or group.first - last.last > 14:
        return []
    at = last.last
    if at < group.first and at not in clauses.phrase_at and clauses.tokens[at].lower in ("on", "upon", "for", "with"):
        at += 1
    phrase = clauses.phrase_at.get(at)
    return [phrase, *joined_to(clauses, phrase)] if phrase and phrase.last <= group.first else []


def _reduced(clauses: Clauses, group: VerbGroup, at: int) -> bool:
    """Whether a form in -ed is a participle: "the troops deployed there said"."""
    tokens = clauses.tokens
    if group.first != group.main or tokens[group.main].tag not in ("VBN", "VBD"):
        return False
    word = tokens[group.last].lower if group.last < len(tokens) else ""
    if at < 0 or tokens[at].text == ",":
        return tokens[group.main].tag == "VBN" or (at < 0 and word in ("by", "in", "with"))
    if at not in clauses.phrase_at:
        return tokens[group.main].tag == "VBN" and tokens[at].lower not in ("and", "who", "which", "that", "but")
    if tokens[at].lower in ("he", "she", "they", "who", "it") or tokens[group.main].lemma in _NEVER_PASSIVE:
        return False
    if word == "by":
        return True
    if word not in ("in", "on", "at", "from", "with", "to", "for", "after", "during", "near", "against", "under"):
        return False
    for n in range(group.last + 1, min(len(tokens), group.last + 25)):
        if tokens[n].text in (",", ";") or tokens[n].lower in ("and", "that", "who", "which", "after", "as", "when"):
            return False
        other = clauses.group_at.get(n)
        if other is not None:
            behind = tokens[other.last].tag if other.last < len(tokens) else "."
            if tokens[_back(clauses, other.first - 1)].tag == "PRP":
                return False
            doubtful = tokens[other.first].tag == "VBD" and other.first == other.main and behind == "IN"
            return tokens[other.first].tag in ("VBD", "VBZ", "VBP", "MD") and not doubtful
    return False


def _subject(clauses: Clauses, at: int) -> tuple[list[Phrase], int]:
    """The subject that ends at a token, and where it starts; what stands between two commas is stepped over."""
    tokens = clauses.tokens
    start = at + 1
    if at >= 0 and tokens[at].text in (",", "-", "–", "—", ")") and at not in clauses.phrase_at:
        opening = at - 1
        wanted = {")": "("}.get(tokens[at].text, tokens[at].text)
        while opening > max(0, at - 40) and tokens[opening].text != wanted:
            opening -= 1
        if opening > 0 and tokens[opening].text == wanted:
            at = _back(clauses, opening - 1)
            if at < 0 or at not in clauses.phrase_at:
                return [], start
        else:
            return [], start
    near = clauses.phrase_at.get(at)
    if near is None:
        group = clauses.group_at.get(at)
        if group is not None and group.kind in ("relative", "participle", "ing"):
            return list(group.subject), group.subject[0].first if group.subject else group.first
        return [], start
    chain = _chain_start(clauses, near)
    before = clauses.group_at.get(chain[0].first - 1)
    if before is not None and before.kind == "relative" and before.subject:
        return list(before.subject), before.subject[0].first  # "the rebels who attacked the town said"
    return chain, chain[0].first


def _chain_start(clauses: Clauses, near: Phrase) -> list[Phrase]:
    """From the last noun phrase of a chain ("the army of Iran", "Iran and Iraq") back to the first."""
    tokens, chain = clauses.tokens, [near]
    while True:
        first = chain[0]
        at = first.first - 1
        link = tokens[at] if at >= 0 else None
        if link is None or at in clauses.group_at:
            break
        behind = clauses.phrase_at.get(_back(clauses, at - 1))
        if link.tag == "IN" and link.lower not in _SUBORDINATE and at not in clauses.phrase_at:
            if behind is None or behind.last < at - 3:
                other = clauses.group_at.get(at - 1)
                if other is not None and other.kind in ("relative", "participle") and other.subject:
                    chain = [*other.subject]
                break
            chain.insert(0, behind)
        elif behind is not None and (
            link.lower in ("and", "or", "&")
            or (link.text == "," and len(chain) > 1 and tokens[chain[1].first - 1].lower == "and")
        ):
            chain.insert(0, behind)
        else:
            break
        if len(chain) > 12:
            break
    return chain


def joined_to(clauses: Clauses, phrase: Phrase, *, before_verb: bool = False) -> list[Phrase]:
    """The phrases joined to one by "and" or a comma with an "and" behind.

    `before_verb` lets the last one stand before a verb, as in "talks between Iran and Iraq began".
    """
    found, at, tokens = [], phrase.last, clauses.tokens
    while at + 1 < len(tokens) and len(found) < 8:
        if tokens[at].lower not in ("and", ",", "&", "or") or at in clauses.group_at:
            break
        step = at + 1
        if tokens[step].lower == "and":
            step += 1
        following = clauses.phrase_at.get(step)
        if following is None or following.first != step:
            break
        if not before_verb and following.last in clauses.group_at:
            break
        listed = tokens[at].text == "," and tokens[at + 1].lower != "and"
        if listed and (following.last >= len(tokens) or tokens[following.last].lower not in ("and", ",")):
            break
        found.append(following)
        at = following.last
    return found


def _following_subject(clauses: Clauses, group: VerbGroup) -> list[Phrase]:
    """For a participle that opens the sentence: the phrase behind the next comma."""
    for n in range(group.last, min(len(clauses.tokens), group.last + 30)):
        if clauses.tokens[n].text == ",":
            phrase = clauses.phrase_at.get(n + 1)
            return [phrase] if phrase else []
    return []
