"""How sure an event is: the ladder in plain words and FactBank's value, from the words around it."""

from dataclasses import dataclass

from ..grammar.chains import Clauses
from ..lexicon.lexicons import Lexicons, made_once
from .composing import Finding

#: How far before an event's words a word that "stands near" may be.
NEAR = 3


@dataclass(frozen=True)
class Certainty:
    """The step of the ladder, FactBank's value, and the words that decided (empty for the plain case)."""

    certainty: str
    factuality: str
    words: str = ""


#: The rows of modality.csv by where their words stand (before the verb, near, over the clause, governs), and by these.
Modality = dict[str, dict[str, dict[str, str]]]


@made_once
def modality(lexicons: Lexicons) -> Modality:
    """The lexicon of modal words."""
    by_place: Modality = {place: {} for place in ("before", "near", "clause", "governs", "asks")}
    for row in lexicons.rows("modality"):
        by_place.setdefault(row["stands"], {})[row["words"].lower()] = row
    return by_place


def judge(finding: Finding, clauses: Clauses, words: Modality) -> Certainty:
    """The certainty of an event as the sentence tells it, before anybody is asked who tells it.

    A promise is agreed and a threat threatened, and both were certainly made. Otherwise a negation wins over a
    condition, a condition over a modal verb, and without any of them the event happened, unless its day is to come.
    """
    group = finding.group
    if finding.negated:
        return Certainty("denied", "CT-", "not")
    if finding.event == "THREATEN":
        return Certainty("threatened", "CT+")
    condition = _conditional(finding, clauses, words)
    if condition:
        return condition
    if finding.event == "AGREE":
        return Certainty("agreed", "CT+")
    near = _near(finding, clauses, words) or _never_happens(finding, clauses)
    if near:
        return near
    if group is not None:
        governed = _governed(finding, clauses, words)
        if governed:
            return governed
        row = words["before"].get(
            {"wo": "will", "ca": "can", "'ll": "will", "’ll": "will"}.get(group.modal, group.modal)
        )
        if row and row["certainty"]:
            return Certainty(row["certainty"], row["factuality"], group.modal)
    if finding.modal == "will":  # as its day says
        planned = words["before"]["will"]
        return Certainty("agreed" if finding.quad < 3 else planned["certainty"], planned["factuality"])
    return Certainty("happened", "CT+")


def _conditional(finding: Finding, clauses: Clauses, words: Modality) -> Certainty | None:
    """Whether the event is in a clause that begins with "if" or the like."""
    tokens = clauses.tokens
    at = (finding.group.first if finding.group is not None else finding.first) - 1
    for _ in range(14):
        if at < 0 or tokens[at].text in (",", ";", ":", "."):
            break
        other, lower = clauses.group_at.get(at), tokens[at].lower
        opens = at == 0 or not tokens[at - 1].text[0].isalpha()
        asks = opens and lower == "should"  # Should Ghana attack Togo, ...
        if other is not None and other is not finding.group and other.finite and not asks:
            break
        two = f"{lower} {tokens[at + 1].lower}" if at + 1 < len(tokens) else lower
        for key in (lower, two):
            row = words["clause"].get(key)
            if row and (opens or tokens[at].text.islower()):  # not in a name: Doctors Without Borders
                return Certainty(row["certainty"], row["factuality"], key)
        if lower == "event" and at > 1 and tokens[at - 1].lower == "the" and tokens[at - 2].lower == "in":
            return Certainty("conditional", "Uu", "in the event of")
        at -= 1
    first = next((t.lower for t in tokens if t.text[0].isalpha()), "")
    if first == "should" and finding.group is not None and finding.group.modal == "should":
        return Certainty("conditional", "Uu", "should")
    return None


def _near(finding: Finding, clauses: Clauses, words: Modality) -> Certainty | None:
    """A word such as "alleged" or "possible" right before an event noun or its verb."""
    tokens = clauses.tokens
    for at in range(max(0, finding.first - NEAR), finding.last):
        if at in clauses.group_at and clauses.group_at[at] is not finding.group:
            continue
        if finding.group is not None and any(p.first <= at < p.head for p in (*finding.actors, *finding.recipients)):
            continue  # | suspected radicals were arrested
        row = words["near"].get(tokens[at].lower)
        if row and not (tokens[at].lower == "no" and finding.group is not None):
            return Certainty(row["certainty"], row["factuality"], tokens[at].text)
    return None


def _never_happens(finding: Finding, clauses: Clauses) -> Certainty | None:
    """ "an attack that will never happen": a clause behind an event noun that denies it."""
    if finding.group is not None:
        return None
    for group in clauses.groups:
        behind = finding.last <= group.first < finding.last + 10
        if behind and group.negated and clauses.tokens[group.main].lemma in ("happen", "occur", "come", "take"):
            return Certainty("denied", "CT-", "never" if group.modal else "not")
    return None


def _governed(finding: Finding, clauses: Clauses, words: Modality) -> Certainty | None:
    """A verb such as "consider" or "deny" over an infinitive or a form in -ing."""
    group = finding.group
    steps = 0
    if group is not None and group.kind == "that" and group.governor is not None:
        asked = words["asks"].get(clauses.tokens[group.governor.main].lemma)
        if asked and group.first - group.governor.last < 12 and clauses.tokens[group.main].tag in ("VB", "VBP"):
            return Certainty(asked["certainty"], asked["factuality"], clauses.tokens[group.governor.main].text)
    while group is not None and group.kind in ("to", "ing") and steps < 4:
        governor = group.governor
        if governor is None or group.first - governor.last > 12:
            return None
        lemma = clauses.tokens[governor.main].lemma
        behind = clauses.tokens[governor.last].lower if governor.last < len(clauses.tokens) else ""
        row = words["governs"].get(lemma) or words["governs"].get(f"{lemma} {behind}")
        asked = words["asks"].get(lemma) or words["asks"].get(f"{lemma} {behind}")
        if asked and group.kind != "ing":
            return Certainty(asked["certainty"], asked["factuality"], clauses.tokens[governor.main].text)
        if row and not any(p in clauses.phrase_at for p in range(governor.last, group.first)):
            return Certainty(row["certainty"], row["factuality"], clauses.tokens[governor.main].text)
        group, steps = governor, steps + 1
    return None
