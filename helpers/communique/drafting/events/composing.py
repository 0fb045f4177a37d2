"""Words that make an event of another one: promises, threats, refusals, beginnings; and the event that is found."""

from dataclasses import dataclass, field

from ...coding.codes import plover
from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.words import listed, word_set

SAYING = listed("saying")
INTENT = listed("intent")
READY = word_set("ready willing prepared set due eager keen poised determined committed about")
LIKE_BE = frozenset(("be", "stand", "remain", "seem"))
ON_THE_WAY = listed("on the way")
TRYING = word_set("begin start continue try attempt fail")
STOPPING = word_set("stop cease halt quit")
REFUSE = word_set("refuse decline fail neglect hesitate")
FUTURE = word_set("will would shall 'll ’ll wo")
MAYBE = word_set("could may might can ca cannot")
LIGHT = listed("verbs beside an event noun")
THINKING_OF = word_set("consider mull contemplate plan prepare weigh study propose envisage")
SUFFERING = word_set("come draw suffer face undergo survive escape receive endure")
#: CAMEO's root codes for events that are composed of two words.
CAMEO = {"AGREE": "030", "THREATEN": "130", "REJECT": "120", "REQUEST": "100"}
#: The mode of REQUEST and REJECT for what is asked of somebody, or refused.
_MODES = {"AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield"}
#: Nouns whose "of" names who acts: "the visit of", "the withdrawal of". With other nouns it is who is acted upon.
OF_IS_DOER = frozenset(("CONSULT", "AGREE", "PROTEST", "THREATEN", "REQUEST", "MOBILIZE", "CONCEDE"))
RECIPROCAL = frozenset(("CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT"))


@dataclass(slots=True)
class Finding:
    """An event found in a sentence. `first` to `last` are its tokens; the phrases name who acts and is acted upon."""

    event: str
    mode: str
    rule: str
    first: int
    last: int
    actors: list[NounPhrase] = field(default_factory=list)
    recipients: list[NounPhrase] = field(default_factory=list)
    group: VerbGroup | None = None
    negated: bool = False
    modal: str = ""
    quad: int = 0
    cameo: str = ""
    inner: VerbGroup | None = None  # the verb that a composed event swallows
    judged: bool = False  # "it is absurd": who acts is who says so
    deed: "Finding | None" = None  # what is threatened in the future tense
    harmed: list[NounPhrase] = field(default_factory=list)  # the recipients, where there are no others


def ask(finding: Finding) -> None:
    """Make what somebody says that others must do what he asks of them."""
    finding.event, finding.mode, finding.quad, finding.cameo = "REQUEST", _MODES.get(finding.event, ""), 3, "100"
    finding.rule, finding.negated, finding.modal = f"what others ought to do: {finding.rule}", False, ""


def quad_of(finding: Finding) -> int:
    """The PLOVER quad class of an event, 1 to 4."""
    return plover()[finding.event, finding.mode].quad_code


def give_codes(finding: Finding, before: tuple[str, str]) -> None:
    """Give a finding its quad class, and CAMEO's code where it isn't any more the event and mode it was `before`."""
    finding.quad = quad_of(finding)
    if before != (finding.event, finding.mode) or not finding.cameo:
        finding.cameo = CAMEO.get(finding.event, "")


def threatened(inner: Finding) -> str:
    """The mode of THREATEN for what is threatened."""
    if inner.event in ("ASSAULT", "MOBILIZE"):
        return "violence"
    if inner.event == "COERCE":
        return {"arrest": "arrest", "deport": "expel", "seize": "territory"}.get(inner.mode, "restrict")
    if inner.event == "SANCTION":
        return {"expel": "expel", "": "restrict", "convict": "arrest"}.get(inner.mode, "relations")
    return "relations" if inner.event == "PROTEST" else ""


def refused(inner: Finding) -> tuple[str, str]:
    """REJECT, with the mode for what is refused; nothing where it is harm: declined | to threaten Togo."""
    harm = quad_of(inner) == 4 or inner.event == "THREATEN"
    return ("", "") if harm else ("REJECT", _MODES.get(inner.event, ""))


def meant(inner: Finding, *, decided: bool) -> tuple[str, str, str]:
    """What somebody means to do: AGREE for cooperation, THREATEN for conflict, and words stay what they are."""
    quad = quad_of(inner)
    if quad <= 2:
        return "AGREE", "", "promise or plan to do"
    if quad == 4 and not decided:
        return "THREATEN", threatened(inner), "promise or plan to do"
    return inner.event, inner.mode, "verb behind another"
