"""Entries of the event lexicon, found among the words of a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..grammar.chains import Clauses, somebody
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.tokens import Token
from ..lexicon.events import GAP, EntryStep, EventEntry, EventWords
from ..lexicon.words import word_set
from .composing import LIGHT

_CLAUSE_OPENERS = word_set(
    "after before since until amid despite that which who whom whose because if when while although unless whether"
)
_STATE = frozenset(("GOV", "LEG", "MIL", "IGO"))
_RULERS = frozenset(("GOV",))
FORCES = frozenset(("MIL", "COP", "REB", "SPY"))
_ABOUT = frozenset(("at least", "more than", "up to", "fewer than", "less than", "at most"))
_BEHIND_NOUNS = frozenset(("with", "between", "about", "over"))  # after a meeting | with the minister
_IN_MARKS = frozenset(("DT", "JJ", "''"))
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


@dataclass(slots=True)
class Match:
    """An entry found in a sentence: it begins with token `first`; `last` is behind its last word."""

    entry: EventEntry
    first: int
    last: int
    fixed_last: int


def match_verb(clauses: Clauses, group: VerbGroup, words: EventWords) -> Match | None:
    """The most particular entry that begins with the group's main verb."""
    token = clauses.tokens[group.main]
    best: Match | None = None
    lemma = token.lemma if token.lemma in words.verbs else token.lower
    for entry in words.verbs_with(lemma, clauses.forms):
        if best is not None and len(entry.steps) < len(best.entry.steps):
            break
        match = _steps(clauses, entry, group.main) or (group.passive and _passive(clauses, entry, group)) or None
        by = group.last < len(clauses.tokens) and clauses.tokens[group.last].lower == "by"
        if match and group.passive and by and match.last > match.fixed_last and match.last - 1 in clauses.phrase_at:
            continue  # was welcomed | by its leader
        if match is None or (best is not None and not _is_mere_place(clauses, best)):
            continue  # the first of equal length; but: gathered | outside | a bank in Lomar
        if _fits(clauses, group, entry, match) and _ends_in_verb(clauses, match):
            best = match
    return best


def _is_mere_place(clauses: Clauses, match: Match) -> bool:
    """Whether an entry's "in" comes behind something else: gathered outside a bank | in Lomar."""
    return match.last > match.first + 2 and clauses.tokens[match.last - 1].lower == "in"


def _ends_in_verb(clauses: Clauses, match: Match) -> bool:
    """Whether an entry that ends with "to" and a gap before it has a verb behind: told them | to leave."""
    end = match.entry.steps[-1]
    if match.entry.event != "REQUEST" or not end.gap or "to" not in end.firsts or match.last == match.fixed_last:
        return True
    inner, asked = clauses.group_at.get(match.last - 1), object_phrase(clauses, match.fixed_last)
    between = clauses.tokens[asked.last : match.last - 1] if asked is not None else []
    another = any(t.tag == "``" or t.tag[:2] == "VB" for t in between)  # told his party | "mere" talk to the king was
    return inner is not None and inner.kind == "to" and not another


def match_noun(tokens: list[Token], at: int, words: EventWords, *, whose: bool = False) -> Match | None:
    """The longest entry for nouns that begins with this token, and is no part of one in another sense: trade | war.

    `whose` lets an entry count that needs a certain doer.
    """
    before = words.nouns.get(tokens[at - 1].lower, ()) if at else ()
    if any(not entry.event and entry_at(tokens, entry, at - 1) > at for entry in before):
        return None
    token = tokens[at]
    if token.tag == "VBG" and token.lower not in words.nouns:
        return None  # a | talking filibuster
    for entry in words.nouns_with(token.lower, token.lemma):
        end = entry_at(tokens, entry, at)
        if end and (whose or not entry.needs):
            return Match(entry, at, end, end) if entry.event else None
    return None


def entry_at(tokens: list[Token], entry: EventEntry, at: int) -> int:
    """Where an entry without gaps ends that begins at this token; 0 where it is not there."""
    end = at
    for step in entry.steps:
        end = _alternative(tokens, step, end)
        if end < 0:
            return 0
    return end


def _fits(clauses: Clauses, group: VerbGroup, entry: EventEntry, match: Match) -> bool:
    """Whether an entry that needs an object has one (or none, where it must have none)."""
    to = clauses.group_at.get(match.fixed_last - 1)
    behind_to = to is not None and to is not group and to.kind == "to"
    if behind_to and entry.event == "CONSULT" and match.last == match.fixed_last:
        return False  # reached out | to clarify it
    if not entry.needs:
        return True
    thing = object_phrase(clauses, match.fixed_last)
    behind = clauses.tokens[match.fixed_last].lower if match.fixed_last < len(clauses.tokens) else ""
    has_object = group.passive or behind == "what" or (thing is not None and behind != "that")
    if entry.needs[:3] == "by ":
        return not group.passive and is_by(clauses, group.subject[:1], entry.needs)
    if entry.needs == "a leader alone":  # called the president | on Monday; not: the president | a liar
        if thing is None or group.passive or not is_of(clauses, thing, _RULERS, named=False):
            return False
        following = clauses.tokens[thing.last] if thing.last < len(clauses.tokens) else None
        return thing.last not in clauses.phrase_at and (
            following is None or following.tag not in ("JJ", "VBN", "NN", "``")
        )
    if entry.needs == "who":
        thing = group.subject[0] if group.passive and group.subject else thing
        return thing is not None and somebody(clauses, thing)
    return has_object if entry.needs == "object" else not has_object


def is_by(clauses: Clauses, doers: list[NounPhrase], needed: str) -> bool:
    """Whether the first of those who act is who an entry needs: by people, and not: Israel | launched a strike."""
    if not doers or needed == "by people":
        return bool(doers) and not is_of(clauses, doers[0], _STATE | FORCES, named=True)
    sectors, named = (_STATE, True) if needed == "by a state" else (FORCES, False)
    return is_of(clauses, doers[0], sectors, named=named)


def is_of(clauses: Clauses, phrase: NounPhrase, sectors: frozenset[str], *, named: bool) -> bool:
    """Whether a phrase's head belongs to one of PLOVER's sectors; `named` is the answer for a bare name."""
    head = clauses.tokens[phrase.head]
    titles = (clauses.people.get(t.lower) for t in clauses.tokens[phrase.first : phrase.head])
    if not named and any(isinstance(row, Mapping) and row.get("sector") in sectors for row in titles):
        return True  # Crown | Prince Karl
    row = clauses.people.get(head.lemma)
    state = named and head.tag == "NNP" and not head.lower.endswith(("ans", "ers"))  # Iranians protested
    return state if not isinstance(row, Mapping) else row.get("sector") in sectors


def _steps(clauses: Clauses, entry: EventEntry, at: int) -> Match | None:
    end = fixed = _alternative(clauses.tokens, entry.steps[0], at)
    gaps = False
    for step in entry.steps[1:]:
        if end < 0:
            break
        gaps = gaps or step.gap
        end = (
            _behind_gap(clauses, step, end, no_event=not entry.event)
            if step.gap
            else _behind_adjuncts(clauses, step, end)
        )
        fixed = fixed if gaps else end
    return Match(entry, at, end, fixed) if end >= 0 else None


def _behind_adjuncts(clauses: Clauses, step: EntryStep, at: int) -> int:
    """Where the step's words end, at a token or behind adjuncts: called | publicly | on Thursday | for an inquiry."""
    tokens = clauses.tokens
    for place in clauses.behind_adjuncts(at):
        end = _alternative(tokens, step, place)
        behind = clauses.phrase_at.get(end)
        often = behind is not None and tokens[behind.head].lower == "time"  # called | for the first time
        dated = (often or end in clauses.times) and tokens[end - 1].tag in ("IN", "TO")
        of_noun = place > at and tokens[place - 1].tag in ("NN", "NNS") and place - 1 not in clauses.times
        if end >= 0 and not dated and not (of_noun and tokens[place].lower in _BEHIND_NOUNS):
            return end
    return -1


def _alternative(tokens: list[Token], step: EntryStep, at: int) -> int:
    """Where the step's words end if they begin at `at`; -1 where they do not."""
    for alternative in step.alternatives:
        end = at
        for forms in alternative:
            if end >= len(tokens) or not (tokens[end].lower in forms or tokens[end].lemma in forms):
                break
            end += 1
        else:
            return end
    return -1


def _behind_gap(clauses: Clauses, step: EntryStep, at: int, *, no_event: bool = False) -> int:
    """Where the step's words end, anywhere in what the verb has: signed, in a rare show of unity, | a new | treaty."""
    behind = clauses.behind_adjuncts(at)[-1]
    end = _in_reach(clauses, step, at, no_event=no_event)
    return end if end >= 0 or behind == at else _in_reach(clauses, step, behind, no_event=no_event)


def _in_reach(clauses: Clauses, step: EntryStep, at: int, *, no_event: bool) -> int:
    tokens = clauses.tokens
    bound = tokens[at - 1].tag in ("IN", "TO") if at else False  # behind "from": within its noun phrase
    for start in range(at, min(len(tokens), at + GAP + 1)):
        end = _alternative(tokens, step, start)
        if end >= 0:
            return end
        following = tokens[start + 1].text if start + 1 < len(tokens) else ""
        ends = following == "to" or start + 1 in clauses.group_at or (following.endswith("ing") and following.islower())
        if tokens[start].text == "," and ends:
            return -1  # told the crowd, | to cheers; halted purchases, | striking back; but: Togo, Beijing and Mali to
        if start > at and tokens[start].lower == "with" and tokens[at - 1].lemma in LIGHT:
            return -1  # launched her campaign | with an attack
        if no_event and start > at and _ends_object(tokens, start):
            return -1  # met the king | and his wife; fought the army | before the election
        if bound and start > at and tokens[start].tag == "IN" and tokens[start].lower != "of":
            return -1
        if start in clauses.group_at and clauses.group_at[start].main != at - 1 and start > at:
            return -1
        finite = tokens[start].tag in _FINITE and start in clauses.group_at
        phrase = clauses.phrase_at.get(start + 1) if tokens[start].lower in ("as", ",") else None
        if phrase is not None and phrase.last in clauses.group_at:
            return -1  # left | as talks failed; sent ships to the strait, | the navy said
        if finite or tokens[start].lower in _CLAUSE_OPENERS or tokens[start].text in (";", ":", "."):
            return -1
    return -1


def _ends_object(tokens: list[Token], at: int) -> bool:
    """Whether a token begins something behind the object of a verb: a preposition, or a second object."""
    if tokens[at].tag in ("IN", "TO"):
        return tokens[at].lower != "of"
    behind = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    return tokens[at].tag == "CC" and behind in ("DT", "PRP$")


def _passive(clauses: Clauses, entry: EventEntry, group: VerbGroup) -> Match | None:
    """ "sanctions were imposed": the noun of "impose .. sanctions" comes before its verb."""
    if len(entry.steps) < 2 or not entry.steps[1].gap or not group.subject:
        return None
    start, end = group.subject[0].first, group.subject[-1].last
    step = entry.steps[1]
    nouns = (n for n in range(start, end) if clauses.tokens[n].lower != "armed")  # armed men, and no arms
    if not any(_alternative(clauses.tokens, step, n) >= 0 for n in nouns):
        return None
    behind = group.last
    for later in entry.steps[2:]:
        behind = _behind_gap(clauses, later, behind)
        if behind < 0:
            return None
    return Match(entry, group.main, max(behind, group.last), group.last)


def object_phrase(clauses: Clauses, at: int) -> NounPhrase | None:
    """The noun phrase that begins at a token, over adverbs and an opening mark."""
    tokens, marked = clauses.tokens, False
    at += at - 1 in clauses.group_at and [t.tag for t in tokens[at : at + 1]] == ["''"]  # has "jailed" | nuns
    while at < len(tokens) and at not in clauses.phrase_at:
        marked = marked or [t.tag for t in tokens[at : at + 2]][-1] == "``"  # condemned | the "harsh" raid
        about = f"{tokens[at].lower} {tokens[at + 1].lower}" if at + 1 < len(tokens) else ""
        if about in _ABOUT or (tokens[at].tag == "CD" and [t.tag for t in tokens[at + 1 : at + 2]] == ["``"]):
            at += 1  # killed 13 | "innocent civilians"
        elif at in clauses.group_at or not (
            tokens[at].tag in ("RB", "``", "RP") or at in clauses.times or (marked and tokens[at].tag in _IN_MARKS)
        ):
            return None
        at += 1
    phrase = clauses.phrase_at.get(at)
    clause = clauses.group_at.get(phrase.last) if phrase is not None else None
    if phrase is None or clause is None or not clause.finite:
        return phrase
    bare = clause.kind == "that" and tokens[phrase.first - 1].lower != "that"
    heard = bare and (clause.first < clause.main or tokens[clause.first].tag in ("VBZ", "VBP", "MD"))
    return None if heard or tokens[phrase.head].tag == "PRP" else phrase  # warning | it was late
