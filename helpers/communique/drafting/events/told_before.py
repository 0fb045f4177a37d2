"""Whom a word for an earlier deed means: Togo fired a missile; Ghana condemned | the launch."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from ..actors.mentions import NOT_NAMED, ActorDraft
from ..grammar.phrases import NounPhrase
from .drafts import EventDraft
from .matching import match_noun, object_phrase
from .roles import WORDS
from .sentence import SentenceEvents

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
#: Done to a deed, these are done to its doers.
_TO_ITS_DOER = frozenset(("ACCUSE", "REJECT", "SUPPORT"))
_NEAR = 8  # events
_LONGEST_SMALL = 3  # letters: has, the, and


def lend_from_before(draft: EventDraft, reading: SentenceEvents, earlier: Sequence[EventDraft]) -> None:
    """Give an event without a recipient that of the deed which its object, or in the passive its subject, names."""
    event, deed = draft.finding.event, _deed(draft, reading)
    if draft.recipients or deed is None or event not in _TO_ITS_DOER | {"RETREAT"}:
        return
    noun = match_noun(reading.tokens, deed.head, reading.lexicon.words)
    for other in reversed(earlier[-_NEAR:]):
        if event not in _TO_ITS_DOER and not any(a in other.actors for a in draft.actors):
            continue  # who lifts sanctions has imposed them
        alike = any(_are_alike(word.lower(), reading.tokens[deed.head].lemma) for word in other.words.split())
        same = noun is not None and noun.entry.event == other.finding.event and noun.entry.event != event
        whom = other.actors if event in _TO_ITS_DOER else other.recipients
        others = [a for a in whom if _is_another(a, draft.actors)]
        if others and (alike or same):
            draft.recipients = others
            return


def is_told_again(draft: EventDraft, earlier: Iterable[EventDraft]) -> bool:
    """Whether an earlier sentence told the same event: arrived in Togo; | arrived in Togo to sell gold."""
    return any(_are_one(draft, other) for other in earlier)


def _are_one(draft: EventDraft, other: EventDraft) -> bool:
    one, two = draft.finding, other.finding
    modes = {one.mode, two.mode} - {""}
    if one.event != two.event or len(modes) > 1 or draft.actors[0].key == NOT_NAMED:
        return False
    whom = {a.key for a in draft.recipients}
    if {a.key for a in draft.actors} != {a.key for a in other.actors} or whom != {a.key for a in other.recipients}:
        return False
    days = {event.time.cell for event in (draft, other) if event.time is not None}
    tellers = {event.speaker.key for event in (draft, other) if event.speaker is not None}
    if len(days) > 1 or len(tellers) > 1 or draft.certainty.certainty != other.certainty.certainty:
        return False
    words = [word.lower() for word in other.words.split() if len(word) > _LONGEST_SMALL]
    mine = [word.lower() for word in draft.words.split() if len(word) > _LONGEST_SMALL]
    alike = sum(any(_are_alike(word, another) for another in words) for word in mine)
    return modes == {"visit"} or alike > (one.event in WORDS)  # called for calm; called for | aid


def _deed(draft: EventDraft, reading: SentenceEvents) -> NounPhrase | None:
    """The phrase for a deed that was told: "the launch"."""
    group = draft.finding.group
    if group is None or draft.finding.negated:
        return None
    thing = next(iter(group.subject), None) if group.passive else object_phrase(reading.clauses, group.last)
    tokens = reading.tokens
    definite = thing is not None and tokens[thing.first].lower in _DEFINITE and tokens[thing.head].tag in ("NN", "NNS")
    return thing if definite and thing is not None and not reading.roles.acts(thing) else None


def _are_alike(one: str, other: str) -> bool:
    """Whether two words are a verb and its noun: invade, invasion; launched, launch."""
    shared = takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False))
    return len(list(shared)) >= max(4, min(len(one), len(other)) - 2)


def _is_another(actor: ActorDraft, actors: Sequence[ActorDraft]) -> bool:
    """Whether an actor is known, and neither one of those who act nor of the same state."""
    if actor.key == NOT_NAMED or actor.kind == "document":
        return False
    return all(actor is not a and not (actor.country and actor.country == a.country) for a in actors)
