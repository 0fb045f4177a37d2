"""Warnings that threaten nobody: what critics foresee, what the public is advised to beware of."""

from ..actors.mentions import ActorDraft
from ..grammar.phrases import VerbGroup
from ..lexicon.word_list import lemma_of
from ..lexicon.words import word_set
from .composing import Finding
from .figures import TRADES
from .matching import object_phrase
from .private_life import HARMERS, NOBODYS, PRIVATE, SIGNS, words_of
from .sentence import SentenceEvents

_WARNS = word_set("warn caution warning")
_WARNED = word_set("citizen resident people public national traveller traveler tourist motorist consumer customer")
_STAYS = word_set("be remain stay worsen deteriorate grow rise fall increase mount")
_THINKS = word_set("believe think expect fear")
_LAWFUL = frozenset(("LEG", "PTY", "IGO", "NGO", "JUD"))  # those who have no forces
_HAVE_NO_FORCES = frozenset(("organisation", "public", "unnamed", "media", "document"))
_FIGHT = frozenset(("REB", "UAF", "CRM", "MIL"))
_WARNERS = frozenset(("state", "office", "leader", "armed-force"))


def only_warns(
    finding: Finding, reading: SentenceEvents, group: VerbGroup, actors: list[ActorDraft], recipients: list[ActorDraft]
) -> bool:
    """Whether a warning threatens nobody: critics warn of what happens, one state of what another may do."""
    if finding.event != "THREATEN" or not _WARNS & {t.lemma for t in reading.tokens[group.main : finding.last]}:
        return False
    if _warns_the_public(finding, reading, group, actors):
        return True  # warned its citizens, issued warnings to residents
    if reading.tokens[group.main].lemma not in _WARNS:
        return False
    others, maybe, always = reading.reader.warns_of(group)
    own = {a.country for a in actors} - {""}
    mine = [a for a in recipients if a.kind in ("state", "armed-force") and a.country in own]
    if mine:  # Putin warned | that Russia may use its missiles
        recipients[:] = [a for a in recipients if a not in mine]
        return False
    if _tells_what_is(reading, group):
        return True
    if not recipients and all(a.kind in _HAVE_NO_FORCES and a.sector not in _FIGHT for a in actors):
        return True  # "...," the bank warned
    if maybe or (always and not any(a.kind in _WARNERS for a in actors)):
        return True
    free = _have_no_cause(finding, reading, actors) or all(a.sector in _LAWFUL for a in actors)
    return others and object_phrase(reading.clauses, group.last) is None and free


def _tells_what_is(reading: SentenceEvents, group: VerbGroup) -> bool:
    """Whether a warning is of how things are: warned | that there is a risk, that conditions remained desperate."""
    clause = next((g for g in reading.clauses.groups if g.governor is group and g.kind == "that"), None)
    if clause is None or clause.modal or not clause.subject:
        return False
    there = reading.tokens[clause.subject[0].head].lower == "there"
    thing = not there and not reading.roles.acts(clause.subject[0])
    main = reading.tokens[clause.main].lemma
    return (there and main == "be") or (thing and main in _STAYS) or main in _THINKS


def _warns_the_public(finding: Finding, reading: SentenceEvents, group: VerbGroup, actors: list[ActorDraft]) -> bool:
    """Whether the public is advised to be careful, by its own or by those who do not fight."""
    tokens, behind = reading.tokens, object_phrase(reading.clauses, group.last)
    whom = [*finding.recipients, *([behind] if behind is not None else [])]
    public = [phrase for phrase in whom if tokens[phrase.head].lemma in _WARNED]
    own = any(reading.roles.own(phrase) for phrase in public)
    return own or (bool(public) and not any(a.kind in ("state", "armed-force") or a.sector == "MIL" for a in actors))


def _have_no_cause(finding: Finding, reading: SentenceEvents, actors: list[ActorDraft]) -> bool:
    """Whether those who act are people without an office or a cause, firms or charities: scientists, aid groups."""
    heads = [lemma_of(reading.tokens[phrase.head].lower) for phrase in finding.actors]
    sectors = {reading.lexicon.people.get(lemma, {}).get("sector", "") for lemma in heads} | {a.sector for a in actors}
    if not sectors <= PRIVATE | TRADES | {"NGO"} or words_of(reading, finding.actors) & (HARMERS | SIGNS):
        return False
    return sectors != {""} or all(a.kind in NOBODYS for a in actors)
