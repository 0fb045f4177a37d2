"""The subjects and objects of verb groups, found by their places."""

from .chains import Clauses, back, chain_start, is_and, joined_to, somebody
from .phrases import NounPhrase, VerbGroup

_OF_ORIGIN = frozenset(("from", "in", "with", "among"))
#: What has a clause behind it, and nobody who hears.
_OPENING = frozenset(("that", "after", "before", "when", "because"))
_SAYS_THAT = frozenset(("say", "claim", "believe", "think", "add"))


def over_age(clauses: Clauses, at: int) -> NounPhrase | None:
    """The noun phrase that ends at a token; of "Karen Dietz, 57" the name."""
    phrase = clauses.phrase_at.get(at)
    if phrase is None or phrase.last - phrase.first > 1 or clauses.tokens[phrase.first].tag != "CD":
        return phrase
    named = clauses.phrase_at.get(phrase.first - 2) if clauses.tokens[phrase.first - 1].text == "," else None
    return named if named is not None and clauses.tokens[named.head].tag == "NNP" else phrase


def object_between(clauses: Clauses, last: VerbGroup | None, group: VerbGroup) -> list[NounPhrase]:
    """The object between a verb and its "to": whom somebody asks or lets do it."""
    if last is None or group.first - last.last > 14:
        return []
    at = last.last
    if at < group.first and at not in clauses.phrase_at and clauses.tokens[at].lower in ("on", "upon", "for", "with"):
        at += 1
    phrase = clauses.phrase_at.get(at)
    return [phrase, *joined_to(clauses, phrase)] if phrase and phrase.last <= group.first else []


def subject_before(clauses: Clauses, at: int) -> tuple[list[NounPhrase], int]:
    """The subject that ends at a token, and where it starts; what comes between two commas is stepped over."""
    tokens = clauses.tokens
    start = at + 1
    if at >= 0 and tokens[at].text in (",", "-", "–", "—", ")") and at not in clauses.phrase_at:
        opening = at - 1
        wanted = {")": "("}.get(tokens[at].text, tokens[at].text)
        while opening > max(0, at - 40) and tokens[opening].text != wanted:
            opening -= 1
        at = back(clauses, opening - 1) if opening > 0 and tokens[opening].text == wanted else -1
        if at not in clauses.phrase_at:
            return [], start
        at = _before_names(clauses, at, opening, start - 1)
    near = over_age(clauses, at)
    if near is None:
        group = clauses.group_at.get(at)
        if group is not None and group.kind in ("relative", "participle", "ing"):
            return list(group.subject), group.subject[0].first if group.subject else group.first
        subject = _told_about(clauses, group) if group is not None and group.subject else []
        return subject, subject[0].first if subject else start
    chain = chain_start(clauses, near)
    by = chain[0].first - 1
    down = by > 1 and by - 1 not in clauses.group_at and tokens[by - 1].tag in ("RB", "RP", "IN")  # gunned down | by
    doer = clauses.group_at.get(by - 1 - down) if tokens[by].lower == "by" else None
    if doer is not None and doer.kind == "participle" and doer.subject:
        return list(doer.subject), doer.subject[0].first  # refugees displaced by the war | met
    before = clauses.group_at.get(chain[0].first - 1)
    says = before is not None and before.kind == "relative" and clauses.tokens[before.main].lemma in _SAYS_THAT
    of_people = clauses.tokens[near.last - 1].tag in ("NNS", "PRP") or somebody(clauses, chain[0])
    if says and of_people:
        return chain, chain[0].first  # the union, which said | some were shot
    if before is not None and before.kind == "relative" and before.subject:
        return list(before.subject), before.subject[0].first  # "the rebels who attacked the town said"
    if before is None and tokens[chain[0].first - 1].tag == "IN":
        before = clauses.group_at.get(chain[0].first - 2)
    ended = _told_of(clauses, before)
    if ended is not None:
        return list(ended.subject), ended.subject[0].first
    busy = _busy_with(clauses, before)
    if busy is not None:
        return list(busy.subject), busy.subject[0].first
    return chain, chain[0].first


def _before_names(clauses: Clauses, at: int, comma: int, end: int) -> int:
    """The end of the phrase that a list of names explains, or `at`: the ministers, | Lind, Beck and Roe, | left."""
    tokens, first = clauses.tokens, clauses.phrase_at[at]
    inside = {phrase.first: phrase for n in range(comma, end) if (phrase := clauses.phrase_at.get(n)) is not None}
    names = [*inside.values(), first]
    listed = len(names) > 2 and all(tokens[name.head].tag == "NNP" for name in names)
    listed = listed and any(is_and(tokens[n]) for n in range(comma, end)) and tokens[first.first - 1].text == ","
    whole = clauses.phrase_at.get(first.first - 2)
    return whole.last - 1 if listed and whole is not None and tokens[whole.head].tag == "NNS" else at


def _told_about(clauses: Clauses, group: VerbGroup) -> list[NounPhrase]:
    """Whom a clause that ends before a verb is about: the envoys that Togo arrested | were freed."""
    that = group.subject[0].first - 1
    opens = that > 0 and clauses.tokens[that].lower in ("that", "whom", "which")
    noun = clauses.phrase_at.get(that - 1) if opens else None
    return chain_start(clauses, noun) if noun is not None else []


def _told_of(clauses: Clauses, group: VerbGroup | None) -> VerbGroup | None:
    """The relative clause that a finite "be" ends: a man who revealed it while he was king | was jailed."""
    if group is None or not group.finite or clauses.tokens[group.main].lemma != "be" or group.kind == "main":
        return None
    relative = (g for g in reversed(clauses.groups) if g.first < group.first and g.kind in ("relative", "main"))
    last = next(relative, None)
    return last if last is not None and last.kind == "relative" and last.subject else None


def _busy_with(clauses: Clauses, group: VerbGroup | None) -> VerbGroup | None:
    """The form in -ing that says which subject a later verb has: troops trying to arrest a man in Lomar | shot him."""
    while group is not None and group.kind == "to":
        group = group.governor
    if group is None or group.kind != "ing" or group.link or not group.subject:
        return None
    first, last = group.subject[0].first, group.subject[-1].last
    opens = first == 0 or clauses.tokens[first - 1].text in (",", "``") or clauses.tokens[first - 1].lower in _OPENING
    return group if opens and last == group.first else None


def following_subject(clauses: Clauses, group: VerbGroup) -> list[NounPhrase]:
    """For a participle that opens the sentence: the phrase behind the next comma."""
    for n in range(group.last, min(len(clauses.tokens), group.last + 30)):
        if clauses.tokens[n].text == ",":
            phrase = clauses.phrase_at.get(n + 1)
            return [phrase, *joined_to(clauses, phrase, before_verb=True)] if phrase else []
    return []


def whole_of(clauses: Clauses, noun: NounPhrase, *, who: bool) -> list[NounPhrase]:
    """Whom a clause behind a noun is about: the army of | Iran; of a thing's people, those: boats of | people."""
    chain, tokens = chain_start(clauses, noun), clauses.tokens
    if not who and all(phrase.first != noun.first for phrase in chain):
        return [noun]  # a nurse who worked in the market | that burned
    of_thing = len(chain) > 1 and tokens[noun.first - 1].lower == "of" and not somebody(clauses, chain[-2])
    people = tokens[noun.head].tag in ("NN", "NNS") and somebody(clauses, noun)
    several = people and len(chain) > 1 and tokens[noun.first - 1].lower in _OF_ORIGIN
    if several and not who and tokens[noun.head].tag == tokens[chain[-2].head].tag == "NNS":
        return [noun]  # envoys from | countries that
    return [noun] if who and of_thing and people else chain


def is_thing_before(clauses: Clauses, at: int) -> bool:
    """Whether a phrase that ends at a token names nobody."""
    phrase = clauses.phrase_at.get(at)
    return phrase is not None and not somebody(clauses, phrase)
