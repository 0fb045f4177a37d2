"""What an attack did to people and things, told beside it: opened fire, killing | three soldiers."""

from ..grammar.tokens import Token
from ..lexicon.words import word_set
from .composing import Finding

_HARMED = word_set("kill wound injure hurt")
_HIT = word_set("hit strike bomb shell attack")
#: What a deed of force did to people and things.
TOLLS = word_set("kill wound injure hurt destroy damage hit leave")


def without_tolls(tokens: list[Token], findings: list[Finding]) -> list[Finding]:
    """Findings without those that only say whom another harmed; the other keeps whom."""
    kept: list[Finding] = []
    for finding in findings:
        deed = _deed_of(tokens, finding, findings)
        alike = _harmed_with(tokens, finding, kept[-1:])
        if alike is not None:
            alike.recipients = [*alike.recipients, *finding.recipients]  # killed 40 people | and wounded ten
        elif deed is None:
            kept.append(finding)
        else:
            deed.harmed = deed.harmed or finding.recipients  # opened fire, killing | three soldiers
    return kept


def _harmed_with(tokens: list[Token], toll: Finding, before: list[Finding]) -> Finding | None:
    """The finding right before, by the same attackers, of which another tells who else was harmed."""
    group = toll.group
    if group is None or group.link != "and" or not before:
        return None
    other = before[0].group
    same = other is group.governor and before[0].event == toll.event and before[0].actors == toll.actors
    if other is None or not same or group.passive != other.passive:
        return None
    one_attack = tokens[other.main].lemma in _HARMED | _HIT and tokens[group.main].lemma in _HARMED
    return before[0] if one_attack else None


def _deed_of(tokens: list[Token], toll: Finding, findings: list[Finding]) -> Finding | None:
    """The deed whose harm a finding tells: bombed the town, | killing three; | died when it was bombed."""
    group = toll.group
    if group is None or tokens[group.main].lemma not in TOLLS:
        return None
    for finding in findings:
        other = finding.group
        if other is None or finding.event != toll.event or not finding.actors:
            continue
        if group.passive and not toll.actors:
            tells = other.first > group.first and other.link in ("when", "after", "as")
        else:
            tells = group.kind == "ing" and other is group.governor
        if tells:
            return finding
    return None
