"""An event on its way to a row, and what the events of one sentence give each other."""

from dataclasses import dataclass

from ..actors.mentions import NOT_NAMED, ActorDraft
from .certainty import Certainty
from .composing import Finding
from .roles import WORDS
from .times import Time


@dataclass(slots=True)
class EventDraft:
    """An event with its actors, before they have their ids; `start` to `end` are characters of the passage."""

    paragraph_id: str
    start: int
    end: int
    words: str
    finding: Finding
    actors: list[ActorDraft]
    recipients: list[ActorDraft]
    certainty: Certainty
    contexts: tuple[str, ...]
    time: Time | None
    speaker: ActorDraft | None
    part_of: "EventDraft | None" = None
    event_id: str = ""
    day: str = ""  # for words of conflict without a day: that of publication
    label_words: str = ""  # its words with what is said to be done, for the label


def lend_recipients(draft: EventDraft, others: list[EventDraft]) -> None:
    """Words added to others of the same people are to the same hearers: criticised Togo, | demanding an end to it."""
    group = draft.finding.group
    if draft.recipients or group is None or group.kind != "ing" or draft.finding.event not in WORDS:
        return
    same = (other for other in others if other.finding.group is group.governor and other.actors == draft.actors)
    alike = (other for other in same if other.finding.quad == draft.finding.quad)
    draft.recipients = next((list(other.recipients) for other in alike), [])


def name_who_did(drafts: list[EventDraft]) -> None:
    """Of a sentence: who is not named in one deed is who does it in another: were hurt | as the army moved in."""
    for draft in drafts:
        if draft.actors[0].key != NOT_NAMED:
            continue
        for other in drafts:
            group = other.finding.group
            at_once = group is not None and group.link in ("when", "as", "after") and other.finding.quad == 4
            if at_once and other.actors[0].key != NOT_NAMED and other.actors != draft.recipients:
                draft.actors = other.actors


def _are_one_toll(draft: EventDraft, other: EventDraft) -> bool:
    """Whether two passives tell whom nobody named harmed at once: ten were killed | and dozens wounded."""
    one, two = draft.finding.group, other.finding.group
    if one is None or two is None or not (one.passive and two.passive and one.link == "and"):
        return False
    hidden = draft.actors[0].key == NOT_NAMED == other.actors[0].key
    return hidden and one.governor is two and draft.finding.event == "ASSAULT"


def is_told(draft: EventDraft, other: EventDraft) -> bool:
    """Whether a sentence has told an act already: spoke out against it, | calling it a crime; shot | and killed."""
    group, same = draft.finding.group, draft.finding.event == other.finding.event
    again = group is None or group.kind in ("ing", "participle") or (group.passive and group.link == "and")
    whom = [a.key for a in draft.recipients]
    if not same or not again or draft.finding.event in ("CONSULT", "AGREE"):
        return False
    if _are_one_toll(draft, other):
        other.recipients += [a for a in draft.recipients if a not in other.recipients]
        return True
    who = [a.key for a in draft.actors] == [a.key for a in other.actors] or draft.actors[0].key == NOT_NAMED
    return who and (not whom or whom == [a.key for a in other.recipients] or not other.recipients)
