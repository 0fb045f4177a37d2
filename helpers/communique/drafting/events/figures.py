"""Words of force that are not about force: figures of speech, sport, accidents, and attacks in words.

A verb such as "fight", "hit" or "attack" is a deed of force where its sentence has a sign of it: a weapon or a victim,
armed people, states against each other. Without any, a politician's "attack" is an accusation, and the rest no event.
"""

import re

from ...text.timex import MONTHS
from ..actors.mentions import ActorDraft
from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.words import listed, word_set
from .composing import Finding
from .sentence import SentenceEvents

_ARMED = frozenset(("MIL", "COP", "REB", "SPY", "CRM"))
_FIGURES = listed("force that is a figure of speech")
_SIGNS = listed("signs of force")
_ACCIDENTS = listed("accidents and vehicles")
_HARMERS = listed("people who may do harm")
_SPORT = listed("sport")
_KIN = listed("people of one's own life")
_PLAIN = listed("force in any sense")
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(m[:3] for m in MONTHS)}|sept)\b\.?)"
#: 1-0; behind a month or before one it is a stretch of days.
_SCORE = re.compile(rf"(\b{_MONTH}\s)?(?<![\d-])\d{{1,3}}[-–]\d{{1,3}}(?![\d-]|\s{_MONTH})", re.IGNORECASE)
#: What a state does to another in war only, never in a match.
_AT_WAR = word_set("attack bomb bombard strike raid storm")
_ATTACK = word_set("attack blast savage assail")
_SUFFERED = word_set("hurt injure wound kill die hit strike crush")
_HARMED = word_set("kill wound injure hurt murder")
_PRIVATE = frozenset(("", "CVL", "EDU", "MED"))
_NOBODYS = frozenset(("public", "unnamed"))
_PEOPLE = frozenset(("leader", "spokesperson", "organisation", "office", "public"))


def without_force(
    finding: Finding, reading: SentenceEvents, actors: list[ActorDraft], recipients: list[ActorDraft]
) -> bool:
    """Whether a finding of force is none; one in words becomes an accusation."""
    group, tokens, forms = finding.group, reading.tokens, reading.clauses.forms
    if (
        finding.event not in ("ASSAULT", "COERCE")
        and finding.mode != "hunger"
        and _is_private(finding, reading, actors)
    ):
        return not any(a.country or a.sector not in _PRIVATE for a in recipients)
    if finding.event == "PROTEST":
        return finding.mode in ("riot", "strike", "obstruct") and all(a.key.startswith("person:") for a in actors)
    if finding.quad < 4 and group is not None:
        return len(recipients) == 1 and bool(_words(reading, finding.recipients) & _KIN)
    main = tokens[group.main if group is not None else finding.last - 1]
    lemma, passive = main.lemma, group is not None and group.passive
    if finding.event not in ("ASSAULT", "COERCE") or (finding.event == "COERCE" and lemma not in _FIGURES):
        return False
    armed = any(a.sector in _ARMED or a.kind == "armed-force" for a in (*actors, *recipients))
    others = _beside(reading, finding) - {lemma}
    weapon = bool(finding.mode if lemma not in _FIGURES or group is None else "")
    weapon = weapon or bool(others & _SIGNS or others & reading.lexicon.words.means.keys())
    doer = _words(reading, finding.actors[:1])
    if passive and group is not None and _by_accident(reading, finding, group):
        return True
    accident = doer & _ACCIDENTS or (lemma in _SUFFERED and forms & _ACCIDENTS)
    if not armed and not weapon and accident and (passive or doer & _ACCIDENTS):
        return True
    if armed or (lemma in _PLAIN and (passive or recipients)):
        return False
    at_war = lemma in _AT_WAR and any(a.kind == "state" for a in actors)
    if not weapon and not at_war and (forms & _SPORT or _has_score(reading)):
        return True
    in_words = bool(actors) and all(_talks(a) for a in actors) and not finding.mode
    if lemma in _ATTACK and in_words and recipients and not doer & _HARMERS:
        finding.event, finding.mode, finding.quad, finding.cameo = "ACCUSE", "disapprove", 3, "111"
        return False
    if weapon or any(a.kind == "state" for a in actors):
        return False
    return not (doer & _HARMERS or (passive and _suffers(reading, finding, recipients)))


def _is_private(finding: Finding, reading: SentenceEvents, actors: list[ActorDraft]) -> bool:
    """Whether who acts is one private person or thing: a nurse, her mother, the film crew."""
    if len(actors) != 1 or actors[0].country or actors[0].sector not in _PRIVATE or actors[0].kind not in _NOBODYS:
        return False
    head = reading.tokens[finding.actors[0].head] if finding.actors else None
    row = reading.lexicon.people.get(head.lemma, {}) if head is not None else {}
    if head is None or "title" in row or row.get("sector", "") not in _PRIVATE or head.lemma == "leader":
        return False  # a leader, an envoy
    if _words(reading, finding.actors) & _HARMERS:
        return False
    single = head.tag in ("NN", "PRP") and head.lower not in ("they", "we", "them")
    return single and not actors[0].plural and not actors[0].key.startswith("person:")


def _beside(reading: SentenceEvents, finding: Finding) -> set[str]:
    """The words of a deed's own clause, without those of the deed itself."""
    group, groups = finding.group, reading.clauses.groups
    start, end = 0, len(reading.tokens)
    if group is not None:
        start = min([group.first, *(phrase.first for phrase in group.subject)])
        end = min([other.first for other in groups if other.first > group.first and other.finite], default=end)
    beside = [*reading.tokens[start : finding.first], *reading.tokens[finding.last : end]]
    return {t.lower for t in beside} | {t.lemma for t in beside}


def _has_score(reading: SentenceEvents) -> bool:
    pairs = _SCORE.finditer(reading.passage.text, reading.sentence.start, reading.sentence.end)
    return any(not pair[1] for pair in pairs)


def _words(reading: SentenceEvents, phrases: list[NounPhrase]) -> frozenset[str]:
    """The words of phrases, as they stand and as dictionary forms."""
    inside = [reading.tokens[n] for phrase in phrases for n in range(phrase.first, phrase.last)]
    return frozenset([t.lower for t in inside] + [t.lemma for t in inside])


def _by_accident(reading: SentenceEvents, finding: Finding, group: VerbGroup) -> bool:
    """Whether somebody was killed in a crash, or what was killed is a thing: a bill."""
    tokens, clauses = reading.tokens, reading.clauses
    at = clauses.phrase_at.get(group.last + 1)
    if at is not None and tokens[group.last].lower in ("in", "by") and tokens[at.head].lemma in _ACCIDENTS:
        return True
    subject = group.subject[0] if group.subject else None
    thing = subject is not None and tokens[subject.head].tag == "NN" and not reading.roles.acts(subject)
    return thing and tokens[group.main].lemma in _HARMED and not _beside(reading, finding) & _SIGNS


def _talks(actor: ActorDraft) -> bool:
    """Whether an actor is one who attacks in words: a person with a name or an office, a party, a body."""
    return actor.key.startswith("person:") or (actor.kind in _PEOPLE and actor.kind != "public")


def _suffers(reading: SentenceEvents, finding: Finding, recipients: list[ActorDraft]) -> bool:
    """Whether a passive names who was hit, and nothing behind "by" that is no weapon."""
    group, tokens = finding.group, reading.tokens
    behind = tokens[group.last].lower if group is not None and group.last < len(tokens) else ""
    subject = group.subject[:1] if group is not None else []
    named = any(tokens[phrase.head].tag in ("NNP", "NNPS") for phrase in subject)
    return bool(recipients) and named and behind not in ("by", "hard", "badly", "worst", "with")
