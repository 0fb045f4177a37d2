"""Whether a verb tells what was done, what is to come or what always is."""

from ..grammar.chains import Clauses
from ..grammar.phrases import VerbGroup
from ..lexicon.words import word_set

#: What a thing is for a time, and nobody does it to it then.
_STATES = word_set("restrict shut close ban block limit allow need prohibit permit require forbid recognize recognise")
_ASKING = word_set("ask wonder question inquire enquire")
_FINDING_OUT = word_set("determine investigate establish verify decide consider examine")
_SHOWING = word_set("say show confirm indicate reveal specify announce")
_KNOWING = _FINDING_OUT | word_set("know say tell confirm see comment")
_SURE = word_set("certain clear sure true proven known")
_UNSURE = word_set("unclear uncertain unlikely doubtful untrue false")
_FORCING = word_set("force compel oblige require cause lead allow enable push drive prompt")
_PREVENTING = word_set("prevent stop deter discourage keep avoid")
_THOUGHTS = word_set("expectation hope fear concern worry speculation prospect chance risk possibility likelihood idea")


def is_a_rule(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether a passive says what has to be or is always so: must be approved by the Senate, are removed."""
    first = clauses.tokens[group.first]
    behind = clauses.tokens[group.last].lower if group.last < len(clauses.tokens) else ""
    if not group.passive or group.kind == "after" or behind in ("by", "to"):
        return False  # if one of them is attacked; are backed | by Iran; is scheduled | to meet
    if group.modal in ("must", "should"):
        return True
    whom = clauses.tokens[group.subject[0].first] if group.subject else None
    always = clauses.tokens[group.main].lemma in _STATES or (whom is not None and whom.tag == "NNS")  # officials are
    return always and first.tag in ("VBZ", "VBP") and first.lower in ("is", "are")


def is_asked(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether a clause asks what will be done, or says what for: wonders | whether they will; so that | it could."""
    tokens, governor = clauses.tokens, group.governor
    if group.kind == "relative" and governor is not None and governor.finite:
        return is_asked(clauses, governor)
    if group.link in ("whether", "will", "would", "can", "could"):
        return True  # Will it close the port?
    if group.link == "if" and group.first > 1:
        asks = tokens[governor.main].lemma if governor is not None else ""
        before = tokens[group.subject[0].first - 2].lemma if group.subject and group.subject[0].first > 1 else ""
        return bool({asks, before} & _ASKING)
    start = group.subject[0].first if group.subject else group.first
    for_what = start > 1 and tokens[start - 1].lower == "that" and tokens[start - 2].lower == "so"
    return for_what and group.modal in ("could", "can", "would", "might")


def is_going_to(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether the verb comes after "is going to" or "is to"."""
    governor = group.governor
    if group.kind != "to" or governor is None or group.first - governor.last > 1:
        return False
    words = {t.lower for t in clauses.tokens[governor.first : governor.last]}
    return bool(words & {"going", "about", "set", "due"}) or words <= {"is", "are"}


def is_unsure(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether a clause is what somebody can't tell: could not determine | if the crew knew it was firing."""
    for _ in range(3):
        above = group.governor
        if above is None or not group.finite:
            return False
        unsure = above.negated or clauses.tokens[above.main].lemma in _FINDING_OUT
        would = group.modal in ("would", "will") and clauses.tokens[above.main].lemma in _SHOWING
        if would and above.negated and above.finite:
            return True  # has not shown | that it would disarm
        if group.link in ("if", "whether") and unsure and clauses.tokens[above.main].lemma in _KNOWING:
            return True
        group = above
    return False


def is_only_expected(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether it is feared, prevented or let: fears | that it would fall, prevent Togo | getting it, would let."""
    above = group.governor
    if above is None:
        return False
    lemma = clauses.tokens[above.main].lemma
    if group.kind == "to" and above.modal in ("would", "could", "might", "may", "can") and lemma in _FORCING:
        return True  # would force them | to abandon the deal
    if group.kind == "ing":
        return lemma in _PREVENTING and not group.link
    at = group.subject[0].first if group.subject else group.first
    if group.link == "that" and at > 1 and clauses.tokens[at - 2].lower == "including" and not group.modal:
        return clauses.tokens[group.first].tag in ("VB", "VBP")  # had demands, including that | they leave
    if group.link == "that" and at > 1 and clauses.tokens[at - 2].lemma in _THOUGHTS:
        return bool(group.modal)
    if group.link == "that" and at > 1 and lemma == "be":
        sure = clauses.tokens[at - 2].lower
        return sure in _UNSURE or (above.negated and sure in _SURE)  # it was not certain | that he had been poisoned
    return lemma == "let" and group.link == "let" and bool(above.modal)
