"""What is told of and not done: what can be, has to be or nobody does, and whom a form in -ed only describes."""

from ..actors.body_sorts import SORTS_BEHIND
from ..actors.mentions import ActorDraft
from ..grammar.phrases import VerbGroup
from ..lexicon.words import word_set
from .composing import Finding
from .parties import is_nobody
from .sentence import SentenceEvents

_OUGHT = frozenset(("must", "should", "ought"))
_ABLE = frozenset(("can", "ca"))
_ANYBODY = frozenset(("any", "anybody", "anyone", "whoever", "whichever", "every", "each"))


#: What says in general who may do what.
_ALLOWS = word_set("allow permit require enable authorise authorize empower entitle")
_RULES = word_set("provision clause section article amendment rule law statute bylaw constitution")


def is_not_done(reading: SentenceEvents, finding: Finding, group: VerbGroup) -> bool:
    """Whether it is only possible, or waited for: can request samples; until it gives up its arms."""
    if finding.event == "CONSULT" and _only_names(reading, group):
        return True
    above = group.governor if group.kind == "to" else None
    rule = above.subject[0] if above is not None and above.subject else None
    allows = above is not None and reading.tokens[above.main].lemma in _ALLOWS
    if allows and rule is not None and reading.tokens[rule.head].lemma in _RULES:
        return True  # the law allows police | to detain people
    able = group.modal in _ABLE and not (finding.negated or group.negated)
    subject = reading.tokens[group.subject[0].head] if group.subject else None
    if group.kind == "ing" and subject is not None and subject.lemma in _RULES and not finding.actors:
        return True  # a provision | barring rebels from office
    return able or (group.link == "until" and reading.tokens[group.first].tag in ("VBZ", "VBP"))


def _only_names(reading: SentenceEvents, group: VerbGroup) -> bool:
    """Whether "called" tells a name: a group | called the Lomar Front."""
    before = reading.tokens[group.first - 1].lower if group.first else ""
    return reading.tokens[group.main].lower == "called" and before in SORTS_BEHIND


def says_which(reading: SentenceEvents, group: VerbGroup) -> bool:
    """Whether a form in -ed says which people are meant, of whom there may be any: jailed men | convicted of theft."""
    if group.kind != "participle" or group.link or not group.subject or not group.subject[0].first:
        return False
    first = group.subject[0].first
    bare = all(t.tag in ("JJ", "NNS", "NNP", "NN") for t in reading.tokens[first : group.first])
    no_subject = first - 1 in reading.clauses.group_at or reading.tokens[first - 1].tag == "IN"
    return bare and no_subject and reading.tokens[group.subject[0].head].tag == "NNS"


def only_asks(finding: Finding, actors: list[ActorDraft]) -> bool:
    """Whether a reporter asks a question: asked by | reporters whether he would go."""
    return finding.event == "REQUEST" and finding.rule == "verb: asked" and all(a.sector == "JRN" for a in actors)


def is_owed(reading: SentenceEvents, finding: Finding, group: VerbGroup) -> bool:
    """Whether somebody has to do it, and hasn't: must close the port, needs to disarm."""
    needs = finding.inner is not None and reading.tokens[group.main].lemma == "need" and not group.negated
    return group.modal in _OUGHT or needs


def has_somebody(reading: SentenceEvents, finding: Finding) -> bool:
    """Whether a finding is of somebody; nobody denies it: no soldier, any country that wishes, anyone who helps."""
    subject = finding.group.subject if finding.group is not None else []
    nobody = any(is_nobody(reading, p) for p in (*finding.actors, *finding.recipients, *subject[:1]))
    finding.negated = finding.negated or nobody
    if nobody and finding.event in ("THREATEN", "AGREE"):
        return False  # nobody is going to fight a war
    if any(reading.tokens[phrase.first].lower in _ANYBODY for phrase in finding.actors):
        return False
    words_of_each = [{reading.tokens[n].lower for n in (p.first, p.head)} for p in finding.recipients]
    somebody = [p for p, words in zip(finding.recipients, words_of_each, strict=True) if words.isdisjoint(_ANYBODY)]
    some = finding.event == "THREATEN" or len(somebody) == len(finding.recipients)
    finding.recipients = somebody
    return some


def is_done(finding: Finding, group: VerbGroup, reading: SentenceEvents) -> bool:
    """Whether somebody did it to the subject of a passive: were arrested; were urged | to leave; not: asked about."""
    asked = finding.event == "REQUEST" and any(g.kind == "to" and g.governor is group for g in reading.clauses.groups)
    whom = group.subject[0] if group.subject and finding.mode == "release" else None  # was freed; not: it was released
    freed = whom is not None and reading.roles.acts(whom) and reading.tokens[whom.head].lower != "it"
    return finding.quad == 4 or asked or freed
