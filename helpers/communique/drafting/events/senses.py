"""Where a verb has another sense than the lexicon's: what comes beside it tells."""

from ..grammar.chains import Clauses
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.things import is_read
from ..grammar.tokens import Token
from ..lexicon.words import word_set
from . import tense
from .matching import FORCES, is_of, object_phrase
from .roles import Roles

_SHOWN = word_set("guidance name detail tape videotape picture finding album single book movie minutes")
_AIDS = word_set(
    "rebuild reconstruct evacuate rescue feed train equip arm fund finance free secure search protect "
    "broker mediate negotiate"
)
_SAID = word_set("note comment remark answer response quote advice guidance")
_INSIDE = frozenset(("DT", "PRP$", "JJ", "VBN", "VBD", "NN", "NNS", "NNP", "CD"))
_OF_PASSENGERS = word_set("airliner airliners flight flights airline passengers")
_MATCHES = word_set("open cup games olympics championship championships tournament festival expo finals match race")
_HARMS = word_set("undermine weaken destroy fuel spread raise drive push worsen erode damage hurt derail")
_SUPPOSED = frozenset(("would", "could", "might"))


def is_another_sense(clauses: Clauses, roles: Roles, group: VerbGroup, lemma: str) -> bool:
    """Whether the clause behind a verb, or a "not", gives it another sense: agreed | that it had failed."""
    if group.kind == "to" and group.first and clauses.tokens[group.first - 1].lower == "unable":
        return True  # firms unable | to sell
    if lemma in ("station", "base") and group.passive and clauses.tokens[group.first].tag in ("VBZ", "VBP"):
        return True  # a port where its troops are | stationed
    if lemma == "release":
        return not group.passive and _is_published(clauses, group)
    if _is_idiom(clauses, group, lemma):
        return True
    if lemma == "defend":
        thing = object_phrase(clauses, group.last)
        return thing is not None and roles.own(thing)  # defended | its record
    if lemma == "hear":
        return group.negated  # had not heard from | the ministry
    if lemma == "talk" and [t.lower for t in clauses.tokens[group.last : group.last + 1]] in (["about"], ["of"]):
        alone = len(roles.pieces(group.subject)) == 1 and clauses.tokens[group.subject[0].head].tag in ("NN", "NNP")
        return group.negated or alone or tense.subject_word(clauses, group) in ("he", "she", "i")
    if lemma == "invest" and any(roles.own(p) for _, p in roles.prepositional(group.last)[:1]):
        return True  # invested in | its army
    supposed = group.kind == "relative" or group.modal in _SUPPOSED
    if lemma == "allow" and supposed and any(not roles.acts(p) for p in group.subject[-1:]):
        return True  # a rule | that allows people to stay; peace | would allow them to leave
    if lemma in ("allow", "let", "enable", "permit") and group.kind == "ing" and group.link == ",":
        return True  # may trade, | allowing it to grow
    if lemma == "agree":
        return _is_an_opinion(clauses, roles, group)
    if lemma == "provide":
        if group.passive and any(_is_words(clauses, p) for p in group.subject[-1:]):
            return True  # the comments | provided by the ministry
        return any(g.link == "provided" and g.first > group.last for g in clauses.groups)
    if lemma == "ask" and group.passive:
        return any(word in ("about", "on") for word, _ in roles.prepositional(group.last))
    return lemma == "rule" and group.negated  # has not ruled out


def _is_idiom(clauses: Clauses, group: VerbGroup, lemma: str) -> bool:
    """Whether a verb means another thing with the word beside it: when it comes to Togo, are to blame."""
    if lemma == "come":
        return tense.subject_word(clauses, group) == "it"
    if lemma == "claim":  # has not | claimed responsibility
        return group.negated
    if lemma == "host":
        thing = object_phrase(clauses, group.last)
        return thing is not None and clauses.tokens[thing.last - 1].lower in _MATCHES
    if lemma == "fly":  # an airliner | will fly over Togo
        return tense.subject_word(clauses, group) in _OF_PASSENGERS
    if lemma == "take":
        return not group.passive and _only_takes_over(clauses, group)
    if lemma == "offer":  # its equity | offering
        return group.kind == "ing" and object_phrase(clauses, group.last) is None
    if lemma == "help":
        return _only_brings_about(clauses, group)
    above = group.governor if lemma == "blame" and group.kind == "to" else None
    return above is not None and clauses.tokens[above.main].lemma == "be"


def _only_takes_over(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether somebody only comes next in an office: was preparing to | take over, and not: the army | took over."""
    over = [t.lower for t in clauses.tokens[group.last - 1 : group.last + 1]]
    counted = clauses.tokens[group.last : group.last + 2]
    if [t.tag for t in counted] == ["IN", "CD"] or [t.tag for t in counted[:1]] == ["CD"]:
        return "over" in over  # took | over 250 hostages
    forces = bool(group.subject) and is_of(clauses, group.subject[0], FORCES, named=False)
    return "over" in over and object_phrase(clauses, group.last + (over[-1] == "over")) is None and not forces


def _only_brings_about(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether what is helped is a thing to happen: helped | propel stocks."""
    behind = clauses.tokens[group.last : group.last + 1]
    if behind and behind[0].lower == "to" and len(clauses.tokens) > group.last + 1:
        done = clauses.tokens[group.last + 1]  # has helped | to undermine the talks
        return done.tag == "VB" and done.lemma in _HARMS
    if not behind or group.last in clauses.phrase_at or behind[0].lower in ("to", "with", "in", "out", "by"):
        return False
    return behind[0].tag in ("VB", "VBP") and behind[0].lemma not in _AIDS


def _is_published(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether nobody is set free: a poll | released Monday, released | names, released | hacked emails."""
    shown = _is_shown(clauses, object_phrase(clauses, group.last))
    return shown or _is_itself_read(clauses, group) or _are_read(clauses, group.last)


def _is_an_opinion(clauses: Clauses, roles: Roles, group: VerbGroup) -> bool:
    """Whether those who agree think the same: experts agree | it will be difficult, agreed | that it had failed."""
    if [t.text for t in clauses.tokens[group.last : group.last + 1]] == ["."] and len(roles.pieces(group.subject)) == 1:
        return True  # her deputy agreed.
    thing = object_phrase(clauses, group.last)
    if thing is not None and group.kind == "ing" and any(g.finite and g.first > thing.first for g in clauses.groups):
        return True  # upheld it, | agreeing part of the law was late
    behind = next((g for g in clauses.groups if g.governor is group and g.kind == "that"), None)
    if behind is not None and clauses.tokens[group.first].tag in ("VB", "VBP", "VBZ"):
        return True
    return behind is not None and not behind.modal and not tense.tells_of_itself(clauses, roles, behind)


def _is_itself_read(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether the subject is read, or somebody to whom what is read was written."""
    if not group.subject:
        return False
    first = group.subject[0].first
    before = clauses.phrase_at.get(first - 2) if first and clauses.tokens[first - 1].lower == "to" else None
    return _is_words(clauses, group.subject[0]) or (before is not None and _is_words(clauses, before))


def _is_words(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Whether a phrase names what is read or said."""
    return is_read(clauses.tokens, phrase.head) or clauses.tokens[phrase.head].lemma in _SAID


def _are_read(clauses: Clauses, first: int) -> bool:
    """Whether what is behind a verb, up to the next preposition, ends in what is read."""
    end = first
    while end < len(clauses.tokens) and (clauses.tokens[end].tag in _INSIDE or clauses.tokens[end].lower == "of"):
        end += 1  # released | thousands of pages
    return end > first and is_read(clauses.tokens, end - 1)


def _is_shown(clauses: Clauses, thing: NounPhrase | None) -> bool:
    """Whether what is released is nobody who was held: names, a videotape."""
    return thing is not None and (is_read(clauses.tokens, thing.head) or clauses.tokens[thing.head].lemma in _SHOWN)


def only_describes(clauses: Clauses, roles: Roles, group: VerbGroup, lemma: str, between: list[Token]) -> bool:
    """Whether "be", "have" or "need" before an infinitive report no deed: the aim is | to invite firms."""
    if lemma == "be":
        judged = any(t.tag == "JJ" for t in between) and tense.subject_word(clauses, group) == "it"
        thing = bool(group.subject) and not roles.acts(group.subject[0])
        can = group.modal or group.negated or clauses.tokens[group.first].tag in ("VBZ", "VBP", "VBG")
        if can and any(t.lower == "able" for t in between):
            return True  # is able | to strike, and not: was able | to arrest him
        # it was indecent to applaud; is only | to protect them, was unable | to attack, is likely
        return judged or thing or any(t.lower in ("only", "just", "unable", "likely") for t in between)
    if lemma == "have" and clauses.tokens[group.main].lower == "having":
        return True  # without having | to close its offices
    if lemma == "have":  # would have to be ratified; has a country | to rebuild
        return group.modal in _SUPPOSED or object_phrase(clauses, group.last) is not None
    return lemma == "need" and group.negated
