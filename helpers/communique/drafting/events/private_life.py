"""What people do as nobody with an office or a cause: no public matter, and no event."""

from ..actors.mentions import ActorDraft
from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.word_list import lemma_of
from ..lexicon.words import listed, word_set
from .composing import Finding
from .matching import object_phrase
from .roles import WORDS
from .sentence import SentenceEvents

PRIVATE = frozenset(("", "CVL", "EDU", "MED"))
NOBODYS = frozenset(("public", "unnamed"))
#: Where several people without an office do this, it is their own life: friends met, analysts sold.
_BETWEEN_PARTIES = frozenset(("CONSULT", "COOPERATE", "SUPPORT"))
_PERSONS = frozenset(("leader", "spokesperson", "public", "unnamed"))
_SELVES = word_set("himself herself itself themselves myself yourself ourselves")
#: What is everybody's business, whatever it is done to.
_PUBLIC_DEEDS = word_set("restrict seize censor expel convict discontinue visit boycott unconventional")
_HARDLY_ANY = word_set("no nothing little few scant")
_GROUPS = word_set("group gang band crowd mob pair dozen")
HARMERS = listed("people who may do harm")
SIGNS = listed("signs of force")
_Drafts = list[ActorDraft]


def is_party(actor: ActorDraft) -> bool:
    """Whether an actor is a state, part of one, a body, or somebody with an office or a cause."""
    return bool(actor.country) or actor.sector not in PRIVATE or actor.kind not in NOBODYS


def are_private(finding: Finding, reading: SentenceEvents, actors: _Drafts) -> bool:
    """Whether who acts is nobody with an office or a cause: a nurse, her mother, the film crew, two analysts."""
    if not (actors and finding.actors) or any(is_party(a) for a in actors):
        return False
    head = reading.tokens[finding.actors[0].head]
    row = reading.lexicon.people.get(head.lemma, {})
    if "title" in row or row.get("sector", "") not in PRIVATE or head.lemma == "leader":
        return False  # an envoy
    if finding.event not in _BETWEEN_PARTIES and words_of(reading, finding.actors) & HARMERS:
        return False
    person = actors[0].key.startswith("person:")
    several = len(actors) > 1 or actors[0].plural or head.lower in ("they", "we", "them")
    if not person and not several and head.tag in ("NN", "PRP"):
        return True
    return (person or head.tag in ("NNS", "PRP")) and finding.event in _BETWEEN_PARTIES


def is_own_business(
    finding: Finding, reading: SentenceEvents, group: VerbGroup, actors: _Drafts, recipients: _Drafts
) -> bool:
    """Whether a deed is done to oneself, or by one person to a thing that is no public matter: she signed caps."""
    tokens = reading.tokens
    thing = None if group.passive else object_phrase(reading.clauses, group.last)
    if thing is None:
        return False
    head = tokens[thing.head]
    if head.lower in _SELVES:
        return finding.event not in ("PROTEST", "AGREE") and finding.mode != "suicide-attack"
    some = [t.lower for t in tokens[thing.first : thing.first + 2]]  # no aid; and not: no less than 500 tonnes
    if finding.quad <= 2 and some[0] in _HARDLY_ANY and some[-1] not in ("less", "fewer"):
        return True
    subject = tokens[finding.actors[0].head] if len(finding.actors) == 1 else None
    alone = subject is not None and subject.tag in ("NN", "NNP", "PRP") and subject.lower != "they"
    alone = alone and all(a.kind in _PERSONS and not a.plural for a in actors)
    bare = finding.last <= group.last and finding.event not in WORDS
    public = finding.mode in _PUBLIC_DEEDS or any(a.country for a in recipients)
    if public or not (alone and bare) or words_of(reading, finding.actors) & (HARMERS | SIGNS):
        return False
    roles, matters = reading.roles, reading.lexicon.public_matters
    if roles.acts(thing) or roles.is_event(thing.head) or roles.named_inside(thing) is not None:
        return False
    return head.tag in ("NN", "NNS") and not {head.lower, head.lemma} & (matters | SIGNS)


def words_of(reading: SentenceEvents, phrases: list[NounPhrase]) -> frozenset[str]:
    """The words of phrases, as they stand and as dictionary forms; of a group of radicals also "radicals"."""
    inside = [reading.tokens[n] for phrase in phrases for n in range(phrase.first, _end_of_group(reading, phrase))]
    return frozenset([t.lower for t in inside] + [lemma_of(t.lower) for t in inside])


def _end_of_group(reading: SentenceEvents, phrase: NounPhrase) -> int:
    """The token behind a phrase, or behind those of whom a group is."""
    of = reading.clauses.phrase_at.get(phrase.last + 1)
    linked = [t.lower for t in reading.tokens[phrase.last : phrase.last + 1]] == ["of"]
    group = reading.tokens[phrase.head].lemma in _GROUPS
    return of.last if of is not None and linked and group else phrase.last
