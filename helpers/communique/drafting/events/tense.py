"""What the future tense, "may" and "not" make of an event: a promise, a threat, a refusal, or none at all."""

from dataclasses import replace

from ..grammar.chains import Clauses
from ..grammar.phrases import VerbGroup
from ..lexicon.words import word_set
from . import composing
from .composing import Finding
from .mood import is_a_rule, is_asked, is_going_to
from .roles import Roles

_HELP = word_set("help support protect defend train peacekeeping peacekeepers mission command allied")
_TELLERS = word_set("i we he she it they")

#: Who does not do this refuses nobody anything: did not apologise, did not expect to meet.
_NO_REFUSAL = frozenset(("apologise", "apologize", "defend", "quit", "expect"))


def in_tense(clauses: Clauses, roles: Roles, group: VerbGroup, finding: Finding) -> Finding | None:
    """Apply the tense, the modal and the negation of a verb group; None where nobody did or means to do anything."""
    finding.negated, finding.modal = group.negated, group.modal
    future, maybe = group.modal in composing.FUTURE or is_going_to(clauses, group), group.modal in composing.MAYBE
    words = {t.lower for t in clauses.tokens[group.first : group.main]}
    unreal = group.modal in ("would", "could", "might") and "have" in words  # an order that would have forced it
    if unreal or ((future or maybe) and is_asked(clauses, group)):
        return None
    if finding.event != "ACCUSE" and is_a_rule(clauses, group):
        return None
    unsaid = clauses.tokens[group.main].lemma in _NO_REFUSAL
    if group.negated and (unsaid or (maybe and composing.quad_of(finding) <= 2)):
        return None  # did not apologise, cannot defend his record
    if group.negated:
        _negate(finding, future=future, maybe=maybe, never="never" in words and not group.modal)
    elif (future or maybe) and not _put_off(clauses, roles, group, finding, future=future):
        return None
    return finding


def _negate(finding: Finding, *, future: bool, maybe: bool, never: bool) -> None:
    """ "did not agree" is a refusal, "will not attack" a promise; other negated conflict stays what is denied."""
    if composing.quad_of(finding) <= 2 and not (maybe or never):
        finding.event, finding.mode = composing.refused(finding)
        finding.rule, finding.negated = f"negation: not .. {finding.rule}", False
    elif composing.quad_of(finding) == 4 and future:
        finding.event, finding.mode, finding.rule = "AGREE", "", f"promise not to do: {finding.rule}"
        finding.negated = False


def _put_off(clauses: Clauses, roles: Roles, group: VerbGroup, finding: Finding, *, future: bool) -> bool:
    """Make a promise or a threat of what is still to come; False where somebody only could do it."""
    quad, sent = composing.quad_of(finding), sent_where(clauses, finding)
    only_could = group.modal in composing.MAYBE and not tells_of_itself(clauses, roles, group)
    if quad <= 2 and only_could:
        return False
    if (quad <= 2 and finding.event != "AGREE") or sent == "to help":
        finding.event, finding.mode = "AGREE", ""
        finding.rule = f"future cooperation: {group.modal} .. {finding.rule}"
    elif quad == 4 and not sent:
        if only_could and not future:
            return False  # somebody could do harm: nobody threatens it
        finding.deed = replace(finding)
        finding.event, finding.mode = "THREATEN", composing.threatened(finding)
        finding.rule = f"future conflict: {group.modal} .. {finding.rule}"
    return True


def tells_of_itself(clauses: Clauses, roles: Roles, group: VerbGroup) -> bool:
    """Whether somebody tells what the same one may do: said | it might attack, said | its fighters might."""
    own = any(roles.own(phrase) and roles.acts(phrase) for phrase in group.subject[:1])
    return group.governor is not None and not group.passive and (own or subject_word(clauses, group) in _TELLERS)


def subject_word(clauses: Clauses, group: VerbGroup) -> str:
    """The head of a verb group's subject, in small letters; "" where it has none."""
    return clauses.tokens[group.subject[0].head].lower if group.subject else ""


def sent_where(clauses: Clauses, finding: Finding) -> str:
    """ "to help" where troops are sent to help, "to a party" where to a friend or an enemy; "" where neither."""
    first = finding.recipients[0].first if finding.recipients else 0
    if finding.event != "MOBILIZE" or not first or clauses.tokens[first - 1].lower != "to":
        return ""
    return "to help" if any(t.lower in _HELP for t in clauses.tokens) else "to a party"
