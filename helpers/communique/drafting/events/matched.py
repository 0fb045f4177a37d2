"""The event of a verb that has an entry in the lexicon: who takes part in it, and which words it has."""

from ..grammar.chains import Clauses, joined_to
from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.events import EventWords
from ..lexicon.words import word_set
from .composing import RECIPROCAL, SAYING, Finding
from .matching import Match, match_noun, object_phrase
from .roles import DONE_TO, SUFFERED, WORDS, Roles

_DRIVES_OFF = word_set("disperse scatter repel clear dispel stop")
_SERVES = word_set("benefit help serve support protect shelter aid fund feed house")
#: Who does this does nothing to those of whom its object tells: struck what was said to be | a camp.
_OF_NOBODY_TOLD = frozenset(("ASSAULT", "COERCE", "REJECT"))
_BY_OTHERS = frozenset(("order", "hire", "pay", "send"))


class Matches:
    """Makes findings of the entries that are matched in the clauses of one sentence."""

    def __init__(self, clauses: Clauses, words: EventWords, roles: Roles) -> None:
        self.clauses, self.words, self.roles = clauses, words, roles

    def finding(self, group: VerbGroup, match: Match) -> Finding:
        """The finding of an entry in a verb group."""
        entry, tokens = match.entry, self.clauses.tokens
        doers = self.roles.doers(group)
        inside = self._inner_of(group, match)
        recipients = self.roles.recipients(group, match, doers) if inside is None or group.passive else []
        if inside is not None and not recipients:
            last = inside.last
            recipients = self.roles.recipients(inside, Match(entry, inside.main, max(last, match.last), last), doers)
        if not doers and not group.passive and tokens[group.main].lemma in SAYING:
            doers = self.object_of(group)  # "said the minister"
        if group.passive and not doers and entry.event in RECIPROCAL:
            doers = self._between(group)
            recipients = doers[1:] or recipients
        recipients = [] if self._means_a_thing(group, recipients) else recipients
        if not recipients:
            recipients = self._from_object_event(group, match)
        if entry.event in RECIPROCAL and len(doers) > 1 and not group.passive:
            thing = object_phrase(self.clauses, match.fixed_last)
            named = recipients and thing is not None and recipients[0].first == thing.first
            named = named or (recipients and tokens[recipients[0].first - 1].lower in ("with", "against", "to"))
            recipients = recipients if named else doers[1:]
        if entry.event == "ASSAULT" and not recipients:
            recipients = self._scattered(group)
        if entry.event == "PROTEST":
            recipients = self._marched_against(group) or recipients
        if entry.event == "SANCTION" and not recipients:
            recipients = self._served(match)
        rule = f"verb: {' '.join(t.text for t in tokens[group.main : match.fixed_last])}"
        if match.last > match.fixed_last:
            rule += f" .. {tokens[match.last - 1].text}"
        last = max(match.last, group.last)
        named = group.passive and len(entry.steps) > 1 and group.kind == "participle" and group.subject[-1:]
        first = named[0].head if named and named[0].last == group.first else group.first  # requests | made by Togo
        finding = Finding(entry.event, entry.mode, rule, first, last, doers, recipients, group, cameo=entry.cameo)
        finding.inner = inside
        finding.judged = tokens[group.main].lemma == "be"
        return finding

    def object_of(self, group: VerbGroup) -> list[NounPhrase]:
        """The object of a verb, if it acts."""
        phrase = object_phrase(self.clauses, group.last)
        return [phrase] if phrase is not None and self.roles.acts(phrase) else []

    def _between(self, group: VerbGroup) -> list[NounPhrase]:
        """Those between whom something was done: talks were held | between A and B, a pact between | is."""
        before = (phrase for phrase in group.subject if self.clauses.tokens[phrase.first - 1].lower == "between")
        first = next(before, None)
        joined = [first, *joined_to(self.clauses, first, before_verb=True)] if first is not None else []
        between = joined or self.roles.behind(group.last, ("between",))
        return between if len(between) > 1 else []

    def _means_a_thing(self, group: VerbGroup, recipients: list[NounPhrase]) -> bool:
        """Whether "them" are the things that the verb before has: denied the charges, | calling them a show."""
        above, tokens = group.governor, self.clauses.tokens
        if group.kind != "ing" or above is None or [tokens[p.head].lower for p in recipients] != ["them"]:
            return False
        thing = object_phrase(self.clauses, above.last)
        return thing is not None and tokens[thing.head].tag == "NNS" and not self.roles.acts(thing)

    def _served(self, match: Match) -> list[NounPhrase]:
        """Whom it helped, where what is ended helped somebody: ended a programme | that benefited Cubans."""
        thing = object_phrase(self.clauses, match.fixed_last)
        helps = (
            g for g in self.clauses.groups if g.kind == "relative" and self.clauses.tokens[g.main].lemma in _SERVES
        )
        helping = next((g for g in helps if thing is not None and thing in g.subject), None)
        whom = self.object_of(helping) if helping is not None else []
        return [*whom, *joined_to(self.clauses, whom[0])] if whom else []

    def _scattered(self, group: VerbGroup) -> list[NounPhrase]:
        """Whom somebody shot at to drive them off: fired into the air to scatter | students."""
        purposes = (g for g in self.clauses.groups if g.kind == "to" and g.governor is group)
        aim = next((g for g in purposes if self.clauses.tokens[g.main].lemma in _DRIVES_OFF), None)
        return self.object_of(aim) if aim is not None else []

    def _marched_against(self, group: VerbGroup) -> list[NounPhrase]:
        """Whom a purpose names: took to the streets on Sunday to protest against | the king."""
        behind = (g for g in self.clauses.groups if g.kind == "to" and g.first > group.first)
        aim = next((g for g in behind if self.clauses.tokens[g.main].lemma in ("protest", "demonstrate")), None)
        return self.roles.behind(aim.last, ("against",)) if aim is not None else []

    def _inner_of(self, group: VerbGroup, match: Match) -> VerbGroup | None:
        """The verb behind "to" that an entry such as "threaten to .. attack" ends with."""
        if match.last <= match.fixed_last and match.last - 1 <= group.main:
            return None
        inner = self.clauses.group_at.get(match.last - 1)
        if inner is None or inner is group or inner.kind != "to":
            return None
        own_to = match.last == match.fixed_last  # has no plans | to talk
        if (
            not own_to
            and directly(self.clauses, group) is not inner
            and (match.entry.event == "REQUEST" or self.clauses.tokens[group.main].lemma not in _BY_OTHERS)
        ):
            return None  # and not: ordered its army | to attack
        return inner

    def _from_object_event(self, group: VerbGroup, match: Match) -> list[NounPhrase]:
        """For "condemned the attack by": who does the event that the object names; else who the clause is about."""
        thing = object_phrase(self.clauses, match.fixed_last)
        if thing is not None and self.roles.is_event(thing.head):
            noun = match_noun(self.clauses.tokens, thing.head, self.words)
            if noun is not None:
                lemma = self.clauses.tokens[thing.head].lemma
                done_to = match.entry.event == "REQUEST" and lemma in DONE_TO  # demanded the release of prisoners
                actors, targets = self.roles.around_noun(thing.head, noun.last, False, not done_to)
                suffered = done_to or lemma in SUFFERED  # condemned his arrest | by the police
                if actors or targets or suffered:
                    return actors or ([] if suffered else targets)
        if self.clauses.tokens[group.main].lemma == "deny" or match.entry.event in _OF_NOBODY_TOLD:
            return []  # denied that | Lind was killed; struck what | the army said was a camp
        for other in self.clauses.groups if match.entry.event in {*WORDS, "PROTEST"} else ():
            above = other.governor
            above = above.governor if above is not None and above.kind == "to" else above  # to demand | that
            if other.kind == "that" and above is group and other.passive:
                return self.roles.behind(other.last, ("by",))  # alleged that he was beaten by | police
            if other.kind == "that" and above is group:
                return [p for p in self.roles.pieces(other.subject) if self.roles.acts(p) and not self.roles.own(p)]
        return []


def directly(clauses: Clauses, group: VerbGroup) -> VerbGroup | None:
    """The "to" group behind a group, with nothing but adjuncts between: agreed | on Monday in Lomar | to leave."""
    if not any(g.kind == "to" and g.first >= group.last for g in clauses.groups):
        return None
    for place in clauses.behind_adjuncts(group.last):
        other = clauses.group_at.get(place)
        if other is not None:
            return other if other.kind == "to" and other.first == place else None
    return None
