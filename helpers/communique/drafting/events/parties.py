"""Who can be a party to an event, and whether one is told of any."""

from ..actors.mentions import ActorDraft
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.things import is_craft
from ..lexicon.words import listed, word_set
from .composing import FUTURE, Finding
from .roles import WORDS
from .sentence import SentenceEvents

_PARTIES = frozenset(("state", "office", "leader", "armed-force", "organisation", "spokesperson"))
_TRAVELLERS = frozenset(("state", "leader", "spokesperson"))
_TO_SOMEBODY = frozenset(("AID", "COERCE", "CONCEDE"))
_BARE_AID = frozenset(f"verb: {word}" for word in ("help", "helps", "helped", "helping", "delivered", "provided"))
_IN_POLITICS = frozenset(("PTY", "LEG", "OPP"))
_ALL_STATES = frozenset(("International community", "World"))
_FORESEEING = word_set("fear worry expect predict believe think suspect hope")
_NONE = frozenset(("no", "nobody", "none", "neither", "no-one"))
_OF_A_STATE = frozenset(("state", "office", "leader", "spokesperson"))
_STRIKES = listed("what strikes")
_PRESS = frozenset(("Reporters", "Journalists", "Press", "Media"))


def is_struck(finding: Finding, reading: SentenceEvents, group: VerbGroup) -> bool:
    """Whether an attack, a weapon or a craft does it, and nobody is named: a bomb | killed five people."""
    head = reading.tokens[group.subject[0].head] if group.subject else None
    return finding.event == "ASSAULT" and head is not None and (head.lemma in _STRIKES or is_craft(head))


def is_by_craft(finding: Finding, reading: SentenceEvents) -> bool:
    """Whether planes or ships strike: drones | hit the port."""
    subject = finding.group.subject[:1] if finding.group is not None and not finding.group.passive else []
    return any(is_craft(reading.tokens[phrase.head]) for phrase in subject)


def matters(finding: Finding, actors: list[ActorDraft], recipients: list[ActorDraft]) -> bool:
    """Whether an event is one between parties: mere words that nobody hears count only if a party says them."""
    met = finding.rule.startswith("verb: met") or finding.rule.endswith(("verb: meet", ".. meet"))
    if finding.event in ("CONSULT", "AGREE") and not recipients and len(actors) == 1 and met:
        one = actors[0].kind in ("leader", "spokesperson", "public", "unnamed") or actors[0].sector in ("LEG", "JUD")
        return not one or actors[0].plural or actors[0].name.endswith("s")  # nobody meets alone
    if finding.rule.startswith("verb: received") and finding.mode == "visit" and not recipients:
        return False  # received letters
    if finding.mode == "visit" and (all(a.sector == "COP" for a in actors) or finding.rule == "verb: returned to"):
        return any(a.kind in _TRAVELLERS for a in actors)  # officers came to the shop; a witness went home
    if finding.mode == "visit" and all(a.kind in ("public", "unnamed") for a in actors):
        of_a_state = any(a.country and not a.country_guessed for a in actors)  # and not: tourists came to Togo
        return of_a_state or any(a.kind in _PARTIES and a.kind != "state" for a in recipients)
    if finding.event == "CONSULT" and all(a.kind == "media" for a in actors):
        return False  # the paper reached out to the ministry
    spoke = finding.rule.lower().startswith(("verb: speak", "verb: spoke", "verb: talk"))
    heard = [a for a in recipients if a.kind == "media" and (spoke or a.name in _PRESS)]
    if finding.event == "CONSULT" and heard and heard == recipients:
        return False  # speaking to the agency, met reporters
    if finding.rule.startswith("verb: told") and recipients and all(a.kind == "media" for a in recipients):
        return False  # told the paper not to call
    if finding.rule.startswith("verb: returned to") and not _are_abroad(actors, recipients):
        return False  # Mr Beck came home
    private = all(a.kind in ("public", "unnamed") for a in actors)
    goes = (finding.mode == "meet" and finding.rule.startswith("negation")) or finding.rule.endswith("return to")
    if private and goes:
        return False  # migrants won't go to Togo, a couple will go home
    if finding.event in ("AID", "COOPERATE") and private:
        return any(a.country for a in (*actors, *recipients))  # and not: neighbours handed out rice
    deed = finding.group is not None and (finding.quad == 4 or finding.event not in WORDS)
    if not recipients and finding.event in _TO_SOMEBODY and all(a.sector in _IN_POLITICS for a in actors):
        return False  # a party captured seats
    if not recipients and _is_of_a_party(finding, actors):
        return False  # Democrats announced their proposals
    if not recipients and finding.rule in _BARE_AID:
        return False  # helped the economy grow
    if recipients or deed or len(actors) > 1:
        return True
    return any(a.kind in _PARTIES or (a.country and a.kind != "public") or a.name in _ALL_STATES for a in actors)


def _are_abroad(actors: list[ActorDraft], recipients: list[ActorDraft]) -> bool:
    """Whether those who come to a state may be of another one."""
    return any(a.country and a.country not in {b.country for b in recipients} for a in actors)


def _is_of_a_party(finding: Finding, actors: list[ActorDraft]) -> bool:
    """Whether a party plans, talks or worries, with nobody else: raised concerns."""
    parties = all(a.sector == "PTY" and a.kind == "organisation" for a in actors)
    return parties and (finding.event in ("AGREE", "CONSULT") or " .. concern" in finding.rule)


def is_one_of(speaker: ActorDraft, actors: list[ActorDraft]) -> bool:
    """Whether somebody speaks of himself, of those with him, or of his own state."""
    return any(actor is speaker or (actor.country and actor.country == speaker.country) for actor in actors)


def is_foreseen(finding: Finding, speaker: ActorDraft | None, actors: list[ActorDraft], lemmas: list[str]) -> bool:
    """Whether somebody only says that others will do harm: Kyiv said that Moscow will attack.

    `lemmas` are those of the sentence's tokens.
    """
    if speaker is None or finding.group is None:
        return False
    above = finding.group.governor
    feared = above is not None and above.finite and lemmas[above.main] in _FORESEEING and finding.group.modal in FUTURE
    if feared and not is_one_of(speaker, actors):
        return True  # diplomats fear | that Lomar will attack
    if not speaker.country or not finding.rule.startswith("future conflict"):
        return False
    return all(actor.country not in ("", speaker.country) for actor in actors)


def without_own_state(finding: Finding, actors: list[ActorDraft], recipients: list[ActorDraft]) -> list[ActorDraft]:
    """The recipients without the state for which those who act speak: called it a breach of our sovereignty.

    Nobody takes back one's own state either: the island is ours, and we will take it.
    """
    taken = finding.mode in ("territory", "seize") or finding.event == "SANCTION"
    if not (finding.event in WORDS or taken) or not all(
        a.kind in _OF_A_STATE or "ministry" in a.name.lower() for a in actors
    ):
        return recipients
    own = {a.country for a in actors}
    return [a for a in recipients if a.kind != "state" or a.country not in own]


def is_nobody(reading: SentenceEvents, phrase: NounPhrase) -> bool:
    """Whether a phrase says that there is nobody: no soldier, none of the ministers, neither Iran nor Iraq."""
    tokens = reading.tokens
    before = [t.lower for t in tokens[max(0, phrase.first - 4) : phrase.first]]
    first = tokens[phrase.first].lower
    chained = before[-1:] == ["of"] and before[-2:-1] in (["none"], ["neither"])
    hardly = before[-1:] == ["hardly"] or before[-2:] == ["not", "even"]
    hardly = hardly or (before[-1:] == ["not"] and first in ("a", "one", "any"))
    return first in _NONE or before[-1:] in (["neither"], ["nor"]) or chained or hardly
