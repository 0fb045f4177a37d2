"""Words of force that are not about force: figures of speech, sport, accidents, and attacks in words.

A verb such as "fight", "hit" or "attack" is a deed of force where its sentence has a sign of it: a weapon or a victim,
armed people, states against each other. Without any, a politician's "attack" is an accusation, and the rest no event.
"""

import re
from dataclasses import replace

from ...text.timex import MONTHS, SHORT_MONTHS
from ..actors.mentions import ActorDraft
from ..grammar.phrases import VerbGroup
from ..lexicon.words import listed, word_set
from .composing import Finding
from .matching import object_phrase
from .private_life import HARMERS, SIGNS, are_private, is_own_business, is_party, words_of
from .sentence import SentenceEvents

_ARMED = frozenset(("MIL", "COP", "REB", "SPY", "CRM"))
_FIGURES = listed("force that is a figure of speech")
_NATURE = listed("storms and accidents")
_MARKETS = listed("money and markets")
_MISHAPS = word_set("capsize sink plunge derail collide overturn collapse crash swerve veer skid")
_ACCIDENTS = _NATURE | listed("vehicles")
_SPORT = listed("sport")
_KIN = listed("people of one's own life")
_PLAIN = listed("force in any sense")
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
#: 1-0; behind a month or before one it is a stretch of days.
_SCORE = re.compile(
    rf"(\b{_MONTH}\s)?(?<![\d-])\d{{1,3}}[-–]\d{{1,3}}(?![\d-]|\s{_MONTH})"
    r"|\bby \w+ (?:runs|wickets|goals|shots|strokes|lengths)\b",
    re.IGNORECASE,
)
#: What a state does to another in war only, never in a match.
_RIVALRY = word_set("fight battle war clash duel attack")
_AT_WAR = word_set("attack bomb bombard strike raid storm")
_ATTACK = word_set("attack blast savage assail")
_SUFFERED = word_set("hurt injure wound kill die hit strike crush")
_HARMED = word_set("kill wound injure hurt murder")
TRADES = frozenset(("BUS", "JRN", "EDU", "MED"))
_JUDGES = word_set("critic critics reviewer reviewers commentator commentators")
_STRUCK = word_set("hit hurt strike crush batter hammer pound smash")
_OUTPLAY = word_set("crush batter hammer smash beat thrash")
_PLAYED = frozenset(("AID", "REJECT", "SUPPORT", "COERCE", "RETREAT"))
_Drafts = list[ActorDraft]
_PEOPLE = frozenset(("leader", "spokesperson", "organisation", "office", "public"))


def without_force(finding: Finding, reading: SentenceEvents, actors: _Drafts, recipients: _Drafts) -> bool:
    """Whether a finding of force is none; one in words becomes an accusation."""
    group, tokens = finding.group, reading.tokens
    for phrase in finding.actors[:1]:
        head = tokens[phrase.head]
        if head.lemma in _MARKETS:
            return True  # Tokyo stocks surrendered their gains
        nature = head.lemma in _NATURE or (head.tag == "NNP" and tokens[phrase.first].lower in _NATURE)
        if nature and not any(a.key.startswith("person:") for a in actors):
            return True  # Typhoon Koinu, and not: earthquake survivors
    thing = object_phrase(reading.clauses, group.last) if group is not None and not group.passive else None
    if thing is not None and tokens[thing.head].lemma in _MARKETS and finding.event in ("SUPPORT", "ASSAULT"):
        return True  # defended the currency
    by_force = finding.event in ("ASSAULT", "COERCE") or finding.mode == "hunger"
    if not by_force and are_private(finding, reading, actors):
        people = [*actors, *recipients]
        met = finding.event == "CONSULT" and len(people) > 1 and all(a.key.startswith("person:") for a in people)
        return not met and not any(is_party(a) for a in recipients)
    if group is not None and (
        (group.link in ("what", "whether", "how") and finding.quad < 4)
        or is_own_business(finding, reading, group, actors, recipients)
    ):
        return True
    main = reading.tokens[group.main].lemma if group is not None else ""
    crossed = main in ("enter", "cross") or finding.rule == "noun: takeover"
    if finding.mode == "seize" and crossed and not any(_is_armed(a) for a in actors):
        return True  # a convoy entered the town, refugees crossed the border, a firm's takeover
    if main == "force" and group is not None and group.passive and not actors:
        return True  # were forced to leave early
    if _rallies(finding, reading, actors):
        return True
    if finding.event == "PROTEST":
        orderly = all(a.sector in ("COP", "MIL") for a in actors) and finding.mode in ("demo", "obstruct")
        if orderly or (group is not None and group.passive and tokens[group.main].lemma == "line"):
            return True  # police lined the street, which was lined with fences
        return finding.mode in ("riot", "strike", "obstruct") and all(a.key.startswith("person:") for a in actors)
    if finding.event in _PLAYED and len(reading.clauses.forms & _SPORT) > 1 and not any(_is_armed(a) for a in actors):
        return True  # a bowler helped the team in the final
    if finding.event == "THREATEN" and _is_no_threat(finding, reading, actors, recipients):
        return True
    if finding.quad < 4 and group is not None:
        kin = len(finding.recipients) == 1 and bool(words_of(reading, finding.recipients) & _KIN)
        return kin and not all(a.kind in ("state", "office", "organisation") for a in actors)
    return _is_figure(finding, reading, actors, recipients)


def _rallies(finding: Finding, reading: SentenceEvents, actors: _Drafts) -> bool:
    """Whether one politician has supporters come: Mr Lind held a rally, planned to rally in Ohio."""
    if finding.event not in ("PROTEST", "THREATEN"):
        return False
    rallies = any(reading.tokens[n].lemma == "rally" for n in range(finding.first, finding.last))
    return rallies and len(actors) == 1 and actors[0].key.startswith("person:")


def _is_armed(actor: ActorDraft) -> bool:
    """Whether an actor may take a place by force."""
    return actor.kind in ("state", "armed-force") or actor.sector in _ARMED


def _is_no_threat(finding: Finding, reading: SentenceEvents, actors: _Drafts, recipients: _Drafts) -> bool:
    """Whether what somebody will do is a figure of speech: to hurt tourism, to crush him at the polls."""
    if finding.deed is not None and not finding.recipients:  # will | fight for every rock
        main = finding.deed.group.main if finding.deed.group is not None else 0
        if reading.tokens[main].lemma in _FIGURES and not any(a.kind in ("state", "armed-force") for a in actors):
            return True
    deed = finding.deed or (reading.reader.read(finding.inner) if finding.inner is not None else None)
    group, tokens = deed.group if deed is not None else None, reading.tokens
    thing = object_phrase(reading.clauses, group.last) if group is not None else None
    if deed is None or group is None or thing is None or not all(a.key.startswith("person:") for a in recipients):
        return False
    several = tokens[thing.head].tag == "NNS"  # vowed to kill | dealers, and not: to kill | the bill
    literal = finding.group is not None and tokens[finding.group.main].lemma == "threaten"
    if literal or tokens[group.main].lemma not in (_FIGURES if several else _FIGURES | _PLAIN):
        return False
    deed = replace(deed, actors=finding.actors)
    return _is_figure(deed, reading, actors, recipients) or deed.event == "ACCUSE"


def _is_figure(finding: Finding, reading: SentenceEvents, actors: _Drafts, recipients: _Drafts) -> bool:
    """Whether force, or what is threatened in its words, is a figure of speech, sport or an accident."""
    group, tokens, forms = finding.group, reading.tokens, reading.clauses.forms
    main = tokens[group.main if group is not None else finding.last - 1]
    lemma, passive = main.lemma, group is not None and group.passive
    if finding.event not in ("ASSAULT", "COERCE") or (finding.event == "COERCE" and lemma not in _FIGURES):
        return False
    if lemma in ("fight", "battle") and group is None and all(a.sector in ("PTY", "LEG") for a in actors):
        return True  # the party's floor | fight
    rivals = bool(actors) and all(a.key.startswith("person:") for a in (*actors, *recipients)) and not finding.mode
    if rivals and finding.rule.startswith(("noun", "verb behind another", "verb with")) and lemma in _RIVALRY:
        return True  # the battle between Mr Lind and Ms Roe
    heads = [reading.lexicon.people.get(tokens[phrase.head].lemma, {}) for phrase in finding.actors]
    armed = any(a.sector in _ARMED or a.kind == "armed-force" for a in actors)
    armed = armed or any(row.get("sector") in ("COP", "SPY") for row in heads)
    armed = armed or any(a.kind == "armed-force" for a in recipients)
    others = _beside(reading, finding) - {lemma}
    weapon = bool(finding.mode if lemma not in _FIGURES or group is None else "")
    means = reading.lexicon.words.means
    weapon = weapon or bool(others & SIGNS) or any(len(e.steps) == 1 for w in others & means.keys() for e in means[w])
    doer = words_of(reading, finding.actors[:1])
    if lemma == "hurt" and not (weapon or others & SIGNS) and not passive:
        return True  # tariffs that hurt workers
    if lemma == "hurt" and recipients and all(a.kind == "organisation" for a in recipients):
        return True  # a league that had been hurt by the ruling
    if passive and group is not None and (_by_accident(reading, finding, group) or _by_a_thing(reading, group)):
        return True
    thing = object_phrase(reading.clauses, group.last) if group is not None and not passive else None
    civil = lemma in ("fight", "battle") and all(a.kind in ("unnamed", "public") for a in actors) and not armed
    if civil and thing is not None and tokens[thing.head].tag == "NN" and not reading.roles.acts(thing):
        return reading.roles.named_inside(thing) is None  # doctors fight malaria
    above = group.governor if group is not None and group.kind == "ing" else None
    met = object_phrase(reading.clauses, above.last) if above is not None else None
    mishap = above is not None and tokens[above.main].lemma in _MISHAPS  # capsized, | leaving nine dead
    if (mishap or (met is not None and tokens[met.head].lemma in _ACCIDENTS)) and not armed:
        return True  # suffered its worst plane crash, | killing 72 people
    accident = doer & _ACCIDENTS or (lemma in _SUFFERED and forms & _ACCIDENTS)
    if not armed and not weapon and accident and (passive or doer & _ACCIDENTS):
        return True
    whole = any(a.country for a in recipients)
    if actors and not whole and not others & SIGNS and all(a.kind != "public" and a.sector in TRADES for a in actors):
        return True  # the company strangled its rivals
    if armed or (lemma in _PLAIN and (passive or recipients) and not _has_score(reading)):
        return False
    doers_of, hit = ({a.country for a in people} - {""} for people in (actors, recipients))
    at_war = lemma in _AT_WAR and (any(a.kind == "state" for a in actors) or bool(doers_of and hit - doers_of))
    teller = reading.told_at_the_end()
    named = teller.subject[:1] if teller is not None else []
    named = [phrase for phrase in named if tokens[phrase.head].tag == "NNP"]  # the Arab League said
    if not weapon and not at_war and ((forms - words_of(reading, named)) & _SPORT or _has_score(reading)):
        return True
    in_words = bool(actors) and (doer & _JUDGES or all(_talks(a) for a in actors)) and not finding.mode
    if lemma in _ATTACK and in_words and recipients and not doer & HARMERS and not finding.harmed:
        finding.event, finding.mode, finding.quad, finding.cameo = "ACCUSE", "disapprove", 3, "111"
        return False
    if weapon or at_war or any(a.kind == "state" for a in (actors if passive else (*actors, *recipients))):
        return False
    harmers = SIGNS if lemma == "explode" else SIGNS | HARMERS  # a crowd explodes in cheers
    return not (doer & harmers or (passive and _suffers(reading, finding, recipients)))


def _beside(reading: SentenceEvents, finding: Finding) -> set[str]:
    """The words of a deed's own clause, without its verb."""
    group, groups = finding.group, reading.clauses.groups
    start, end = 0, len(reading.tokens)
    if group is not None:
        start = min([group.first, *(phrase.first for phrase in group.subject)])
        end = min([other.first for other in groups if other.first > group.first and other.finite], default=end)
    behind = (finding.inner or group).last if group is not None else finding.last
    beside = [*reading.tokens[start : finding.first], *reading.tokens[behind:end]]
    return {t.lower for t in beside} | {t.lemma for t in beside}


def _has_score(reading: SentenceEvents) -> bool:
    pairs = _SCORE.finditer(reading.passage.text, reading.sentence.start, reading.sentence.end)
    return any(not pair[1] for pair in pairs)


def _by_accident(reading: SentenceEvents, finding: Finding, group: VerbGroup) -> bool:
    """Whether somebody was killed in a crash, or what was killed is a thing: a bill."""
    tokens, clauses = reading.tokens, reading.clauses
    at = clauses.phrase_at.get(group.last + 1)
    if at is not None and tokens[group.last].lower in ("in", "by") and tokens[at.head].lemma in _ACCIDENTS:
        return True
    subject = group.subject[0] if group.subject else None
    thing = subject is not None and tokens[subject.head].tag == "NN" and not reading.roles.acts(subject)
    return thing and tokens[group.main].lemma in _HARMED and not _beside(reading, finding) & SIGNS


def _by_a_thing(reading: SentenceEvents, group: VerbGroup) -> bool:
    """Whether what is behind "by" is neither somebody nor a weapon: arrested | by the pace of the winger."""
    tokens, clauses = reading.tokens, reading.clauses
    thing = clauses.phrase_at.get(group.last + 1)
    if thing is None or tokens[group.last].lower != "by" or tokens[thing.head].tag not in ("NN", "NNS"):
        return False
    known = {tokens[thing.head].lower, tokens[thing.head].lemma} & (SIGNS | reading.lexicon.words.means.keys())
    plain = not known and not reading.roles.acts(thing) and reading.roles.named_inside(thing) is None
    return plain and not reading.roles.is_event(thing.head)


def _talks(actor: ActorDraft) -> bool:
    """Whether an actor is one who attacks in words: a person with a name or an office, a party, a body."""
    return actor.key.startswith("person:") or (actor.kind in _PEOPLE and actor.kind != "public")


def _suffers(reading: SentenceEvents, finding: Finding, recipients: _Drafts) -> bool:
    """Whether a passive names who was hit, and nothing behind "by" that is no weapon."""
    group, tokens = finding.group, reading.tokens
    behind = tokens[group.last].lower if group is not None and group.last < len(tokens) else ""
    subject = group.subject[0] if group is not None and group.subject else None
    named = subject is not None and tokens[subject.head].tag in ("NNP", "NNPS")
    struck = group is not None and tokens[group.main].lemma in _STRUCK
    if struck and subject is not None and named and subject.head == 0 and tokens[0].text[-1] == "s":
        named = any(a.country for a in recipients)  # Damascus, and not: Chipmakers
    if group is not None and subject is not None and recipients and named and tokens[group.main].lemma in _OUTPLAY:
        team = recipients[0].kind == "unnamed" and recipients[0].name[-1] == "s" and tokens[subject.first].tag == "DT"
        named = not team and recipients[0].kind != "organisation"  # Uighurs, and not: the Lakers, the Greens
    return bool(recipients) and named and behind not in ("by", "hard", "badly", "worst", "with")
