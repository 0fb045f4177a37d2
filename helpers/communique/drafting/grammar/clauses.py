"""Verb groups with their subjects and objects: who did what to whom, read from the order of the words."""

from collections.abc import Mapping

from ..lexicon.words import AUXILIARIES, BE, HAVE, word_set
from .adjuncts import Adjuncts
from .chains import SUBORDINATE, Clauses, back, chain_start, somebody
from .phrases import Chunks, NounPhrase, VerbGroup
from .reduced import TELLING, inside_opening, is_reduced
from .subjects import following_subject, is_thing_before, object_between, over_age, subject_before, whole_of
from .things import is_read
from .tokens import Token

_WISHING = word_set("ask urge want order press agree promise vow threaten plan refuse offer pledge decide propose")
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_MODALS = word_set("will would can could may might shall should must 'll ’ll ca wo cannot")
_LATER, _PERFECT = word_set("would could will is are"), word_set("had has have")
_ADDS_WORDS = word_set(
    "urge add call warn allege complain demand accuse note insist argue stress appeal praise blame claim vow ask "
    "denounce condemn describe criticise criticize cite say deny dismiss reject promise pledge welcome hail brand label"
)
_SAYS = word_set("say believe think claim allege argue suspect know fear insist")
_PLEADING = word_set("write petition sue tell ask urge approach lobby contact call phone telephone email address")
_SUFFERED = word_set("kill wound injure hurt arrest detain destroy damage displace jail burn loot evacuate")
_NEVER = word_set("never nor neither rarely seldom")
_BEFORE, _AFTER = word_set("before by without"), word_set("after while when")


def read_clauses(tokens: list[Token], chunks: Chunks, people: Mapping[str, object]) -> Clauses:
    """Read the tokens of one sentence; all places are counted from its start."""
    base = tokens[0].index
    phrases = [p for noun in chunks.nouns if (p := _without_times(noun, base, chunks.times)) is not None]
    phrase_at = {n: p for p in phrases for n in range(p.first, p.last)}
    groups: list[VerbGroup] = []
    for verb in chunks.verbs:
        if verb.main - base not in phrase_at:
            _add_group(groups, verb, tokens, base)
    group_at = {n: g for g in groups for n in range(g.first, g.last)}
    forms = frozenset([t.lower for t in tokens] + [t.lemma for t in tokens])
    clauses = Clauses(
        tokens, phrases, groups, chunks.times, phrase_at, group_at, Adjuncts(tokens, chunks), people, forms
    )
    for number, group in enumerate(groups):
        _place(clauses, group, groups[number - 1] if number else None)
    return clauses


def _without_times(noun: NounPhrase, base: int, times: set[int]) -> NounPhrase | None:
    """A noun phrase counted from its sentence's start, without words of time at its ends; None where it is all time."""
    first, last = noun.first - base, noun.last - base
    while first < last and first in times:
        first += 1
    head = noun.head - base
    return NounPhrase(first, last, head if first <= head < last else last - 1) if first < last else None


def _add_group(groups: list[VerbGroup], verb: VerbGroup, tokens: list[Token], base: int) -> None:
    """A verb group counted from its sentence's start, its "to" included."""
    places = (verb.first - base, verb.last - base, verb.main - base)
    group = VerbGroup(*places, verb.form, verb.passive, verb.negated, verb.modal)
    before = [t.tag for t in tokens[max(0, group.first - 2) : group.first]]
    if verb.form == "infinitive" or (before == ["TO", "``"] and tokens[group.first].tag == "VB"):  # to | "hit back"
        group.kind = "to"
        while tokens[group.first].tag != "TO":
            group.first -= 1
    elif verb.form == "gerund" or tokens[group.first].lower in ("being", "having"):
        group.kind = "ing"
    inverted = groups[-1] if groups and tokens[groups[-1].main].tag == "MD" else None
    if inverted is not None and tokens[group.first].tag == "VB" and group.first - inverted.last < 6:
        group.modal = inverted.modal or tokens[inverted.main].lower  # "should one country be invaded"
        groups.pop()
    never = groups[-1] if groups and groups[-1].first and tokens[groups[-1].first - 1].lower in _NEVER else None
    if never is not None and tokens[never.main].lower in AUXILIARIES and group.first - never.last < 6:
        group.negated = True  # never has Peru | attacked, nor did Mali | vote
        groups.pop()
    groups.append(group)


def _place(clauses: Clauses, group: VerbGroup, last: VerbGroup | None) -> None:
    """Find which group this one belongs to, and its subject."""
    at = back(clauses, group.first - 1)
    group.governor = last
    helper = _before_quotation(clauses, at)
    if helper is not None:
        group.kind, group.subject, group.modal = helper.kind, list(helper.subject), helper.modal
        group.passive = clauses.tokens[helper.main].lemma == "be"
        return
    if group.kind == "to":
        group.subject = list(object_between(clauses, last, group) or last.subject) if last else []
    elif group.kind == "ing" or (not group.passive and is_reduced(clauses, group, at)):
        _place_participle(clauses, group, last, at)
    elif not _relative(clauses, group, at):
        word = clauses.tokens[at].lower if at >= 0 and at not in clauses.phrase_at else ""
        if last and word in ("and", "or", "but", "then"):
            bare = clauses.tokens[group.main].tag in ("VB", "VBP", "NN")
            above = last.governor if last.kind == "to" and group.first == group.main else None
            wish = above is None or clauses.tokens[above.main].lemma in _WISHING or above.kind == "to"
            wish = wish or (above is not None and clauses.tokens[above.first].tag in ("VBD", "VBZ"))  # forced it to go
            if last.kind == "to" and group.first == group.main and wish and clauses.tokens[group.main].tag == "VB":
                group.kind, group.subject, group.governor = "to", list(last.subject), last.governor
                return  # to go further | and cut
            by = clauses.tokens[group.last : group.last + 1]
            if (
                last.kind == "participle"
                and [t.lower for t in by] == ["by"]
                and clauses.tokens[group.main].tag == "VBN"
            ):
                group.kind, group.passive, group.subject = "participle", True, list(last.subject)
                group.governor = last.governor
                return  # a visit arranged by Togo | and criticised by Mali
            owner = _share_subject(clauses, group, last)
            group.modal = group.modal or (owner.modal if bare else "")
            joined = owner.passive and group.first == group.main and clauses.tokens[group.main].tag == "VBN"
            group.passive = group.passive or joined  # was jailed | and beaten
        else:
            _place_clause(clauses, group, last, at)
            bare = group.first == group.main and group.last not in clauses.phrase_at and group.link == "and"
            whom = bool(group.subject) and somebody(clauses, group.subject[0])
            if bare and whom and last and last.passive and clauses.tokens[group.main].lemma in _SUFFERED:
                group.passive = True  # ten were killed and dozens | wounded


def _before_quotation(clauses: Clauses, at: int) -> VerbGroup | None:
    """The helping verb before a quotation that begins with the rest of its group: has | "killed and jailed" nuns."""
    helper = clauses.group_at.get(at - 1) if clauses.tokens[at].tag == "``" else None
    return helper if helper is not None and clauses.tokens[helper.main].lower in BE | HAVE else None


def _place_participle(clauses: Clauses, group: VerbGroup, last: VerbGroup | None, at: int) -> None:
    """A form in -ing or -ed: its subject comes before it, behind the next comma, or is that of the last verb."""
    if group.kind != "ing":
        group.kind, group.passive = "participle", True
    near = clauses.phrase_at.get(at)
    group.link = clauses.tokens[at].lower if at >= 0 and near is None else ""
    owner = clauses.phrase_at.get(back(clauses, at - 1)) if group.link in ("of", "in", "for", "from", "to") else None
    to = near is not None and near.first > 1 and clauses.tokens[near.first - 1].lower == "to"
    letter = clauses.phrase_at.get(near.first - 2) if to and near is not None else None
    whole = chain_start(clauses, near)[0] if near is not None and letter is None else None
    if whole is not None and whole.first > 1 and clauses.tokens[whole.first - 1].lower == "to":
        letter = clauses.phrase_at.get(whole.first - 2)  # a letter to | the head of the bank urging
    if group.kind == "ing" and last is not None and letter is not None and is_read(clauses.tokens, letter.head):
        group.subject = list(last.subject)  # sent a letter to the president | expressing sorrow
    elif near and last is not None and near.first - last.last in (0, to) and _pleads(clauses, group, last):
        group.subject = list(last.subject)  # sued the ministry | alleging
    elif near and group.kind == "ing" and clauses.tokens[near.first - 1].lower == "with" and near.first > 1:
        group.subject = [near]  # , with Ann Lind | pledging
    elif near and (group.kind == "participle" or group.link == ""):
        group.subject = whole_of(clauses, near, who=group.kind == "ing")
    elif group.kind == "participle" and group.link == "," and is_thing_before(clauses, at - 1):
        group.subject = [clauses.phrase_at[at - 1]]  # at the conference, | held in Lomar, the king
    elif owner is not None and somebody(clauses, chain_start(clauses, owner)[0]):
        joins = last if group.link == "in" and last and clauses.tokens[last.main].lemma == "join" else None
        group.subject = list(joins.subject) if joins else chain_start(clauses, owner)[:1]  # joined Togo in | accusing
    elif last is not None:
        apart = group.link in _BEFORE or (group.link in _AFTER and clauses.tokens[at - 1].text == ",")
        says = last.kind == "that" and group.link in _BEFORE and clauses.tokens[group.main].lemma in _ADDS_WORDS
        above = last.governor if (last.kind == "relative" and apart) or says else None
        reported = at >= 0 and clauses.tokens[at].text == "," and last.kind == "that"
        if reported and last.governor is not None and clauses.tokens[group.main].lemma in _ADDS_WORDS:
            above = last.governor  # said it was late, | urging Togo to leave
        group.subject = list((above or last).subject)  # won over those who had left, before | calling
    elif group.kind == "participle" and group.link == "," and at - 1 in clauses.phrase_at:
        group.subject = chain_start(clauses, clauses.phrase_at[at - 1])  # a professor, | accused by the court, left
    elif owner is None:
        group.subject = following_subject(clauses, group)


def _pleads(clauses: Clauses, group: VerbGroup, last: VerbGroup) -> bool:
    """Whether a form in -ing says what the object before it hears."""
    says = clauses.tokens[group.main].lemma in _ADDS_WORDS | {"seek", "invite"}
    return group.kind == "ing" and says and clauses.tokens[last.main].lemma in _PLEADING


def _relative(clauses: Clauses, group: VerbGroup, at: int) -> bool:
    """Whether a group comes after "who", "which" or "that" and a noun, which is then its subject."""
    tokens = clauses.tokens
    at = _before_they_say(clauses, at)
    if at < 0 or at in clauses.phrase_at or tokens[at].lower not in _RELATIVE:
        return False
    none_of = at > 1 and tokens[at - 1].lower == "of" and at - 2 in clauses.phrase_at
    behind = back(clauses, clauses.phrase_at[at - 2].first - 1 if none_of else at - 1)
    while behind >= 0 and tokens[behind].text == ",":
        behind = back(clauses, behind - 1)
    noun = over_age(clauses, behind)
    if noun is None:
        return False
    group.kind, group.link = "relative", tokens[at].lower
    named = tokens[at - 1].text == "," and tokens[noun.head].tag in ("NNP", "NNPS")
    loose = noun.first > 0 and tokens[noun.first - 1].tag == "IN" and tokens[noun.first - 1].lower != "of"
    group.subject = [noun] if named and loose else whole_of(clauses, noun, who=group.link == "who")
    person = clauses.tokens[group.subject[0].head]
    if named and group.link == "which" and person.tag == "NN" and person.lemma in clauses.people:
        group.subject = [noun]  # resigned as chair of the Lomar Party, | which
    nobody = [t.lower for t in tokens[max(0, at - 2) : at]] in (["none", "of"], ["neither", "of"])
    group.negated = group.negated or nobody  # the plans, none of | which were accepted
    return True


def _before_they_say(clauses: Clauses, at: int) -> int:
    """The "whom" before those who say what the clause tells, else that place: nuns whom they say | were shot."""
    teller = clauses.group_at.get(at)
    who = clauses.phrase_at.get(teller.first - 1) if teller is not None and teller.finite else None
    if teller is None or who is None or clauses.tokens[teller.main].lemma not in _SAYS or not who.first:
        return at
    return who.first - 1 if clauses.tokens[who.first - 1].lower in ("who", "whom", "which", "that") else at


def _share_subject(clauses: Clauses, group: VerbGroup, last: VerbGroup) -> VerbGroup:
    """Give a joined verb ("and warned") the subject of the clause before it, whose verb is returned."""
    owner = last
    while owner.governor is not None and not owner.finite:
        owner = owner.governor
    above, tag = owner.governor, clauses.tokens[group.first].tag
    first = clauses.tokens[owner.first].lower
    thing = bool(owner.subject) and not somebody(clauses, owner.subject[0])
    apart = owner.kind == "that" and tag == "VBD" and (first in _LATER or (first in _PERFECT and thing))
    plural = bool(owner.subject) and clauses.tokens[owner.subject[0].head].tag in ("NNS", "NNPS")
    alone = above is not None and [clauses.tokens[p.head].tag for p in above.subject] in (["NN"], ["NNP"])
    if owner.kind == "that" and plural and alone and above is not None and tag == "VBZ":
        owner = above  # New Delhi says the militants came from Togo | and has moved
    if apart and above is not None and above.kind == "main" and clauses.tokens[above.first].tag == "VBD":
        owner = above  # said that it had come | and left
    quoted = clauses.tokens[group.first - 2 : group.first - 1]
    if [t.tag for t in quoted] == ["''"] and owner.kind == "that" and tag == "VBD" and above is not None:
        while above.kind == "that" and above.governor is not None:
            above = above.governor
        if clauses.tokens[above.first].tag == "VBD" and any(
            t.tag == "``" for t in clauses.tokens[above.last : group.first]
        ):
            owner = above  # said he had "ruled", | and left
    commas = [t.text for t in clauses.tokens[group.first - 2 : group.first - 1]]
    if owner.kind == "after" and commas == [","] and above is not None and above.kind == "main":
        owner = above  # met when the row began, and | agreed
    group.kind, group.link, group.subject = (owner.kind if owner.finite else "main"), "and", list(owner.subject)
    return owner


def _place_clause(clauses: Clauses, group: VerbGroup, last: VerbGroup | None, at: int) -> None:
    """A finite verb behind its subject: of a main clause, of what somebody says, or behind "after" and the like."""
    tokens = clauses.tokens
    group.subject, start = subject_before(clauses, at)
    group.subject = _who_alone(clauses, group)
    if group.subject and tokens[group.subject[0].first].lower == "whose":
        group.kind, group.link = "relative", "whose"
    elif inside_opening(clauses, group):
        group.kind, group.passive = "participle", True  # "In a statement read on the radio, ..."
    elif not group.subject and last and at >= 0 and tokens[at].text == ",":
        _share_subject(clauses, group, last)
    else:
        group.link = _opening_word(clauses, start)
        if group.link in SUBORDINATE or group.link in _MODALS:
            group.kind = "after"
        elif group.link in ("that", "how", "why", "what") or (last is not None and _is_told(clauses, start)):
            group.kind = "that"


def _who_alone(clauses: Clauses, group: VerbGroup) -> list[NounPhrase]:
    """The subject of a verb in the singular, without what an earlier verb has: visited Iran and | Mr Lind | has."""
    tokens, chain = clauses.tokens, group.subject
    above = clauses.group_at.get(chain[0].first - 1) if chain else None
    if len(chain) < 2 or tokens[group.first].tag != "VBZ" or above is None or not above.finite:
        return chain
    last = next((n for n in range(len(chain) - 1, 0, -1) if tokens[chain[n].first - 1].lower == "and"), 0)
    return chain[last:]


def _is_told(clauses: Clauses, start: int) -> bool:
    """Whether a clause without "that" comes after a verb: said | he would; told reporters | he would."""
    if start <= 0:
        return False
    teller = clauses.group_at.get(back(clauses, start - 1))
    if teller is None and start - 1 in clauses.phrase_at:
        above = clauses.group_at.get(clauses.phrase_at[start - 1].first - 1)
        teller = above if above is not None and clauses.tokens[above.main].lemma in TELLING else None
    adds = teller is not None and teller.kind == "ing" and clauses.tokens[teller.main].lemma in _ADDS_WORDS
    return teller is not None and (teller.finite or adds)  # demanding | he leave


def _opening_word(clauses: Clauses, start: int) -> str:
    at = back(clauses, start - 1)
    if at >= 0 and clauses.tokens[at].tag in ("``", "''"):
        at -= 1
    return clauses.tokens[at].lower if at >= 0 and at not in clauses.phrase_at else ""
