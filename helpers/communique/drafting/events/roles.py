"""Who is acted upon: the noun phrases around an event's words."""

import itertools

from ..grammar.chains import joined_to
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.subjects import whole_of
from ..lexicon.words import listed, word_set
from .doers import Doers
from .matching import Match, object_phrase

_STRONG = ("against", "with", "to", "on", "toward", "towards", "from", "at", "upon", "between", "for")
_WEAK = ("of", "over", "about", "by", "in", "into", "near", "inside", "across", "along", "off")
_BESIDE = ("between", "among", "in", "at", "on")
_PLACES = ("in", "near", "inside", "across", "along", "into", "off")
#: Events that are mere words: but for blame, they reach nobody by the place where they were said.
WORDS = frozenset(("REQUEST", "ACCUSE", "REJECT", "AGREE", "SUPPORT"))
SUFFERED = listed("what is done to somebody")
#: What is done to places too: a town is bombed, a port blocked, a curfew imposed, a fleet sent.
AT_PLACES = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
#: What is asked for is done to somebody, and by those who are asked: the release of.
DONE_TO = word_set("release freedom impeachment arrest prosecution extradition rescue deportation")
_UNHARMED = listed("times and occasions") | listed("what nobody can be")
_SENDS = frozenset(("send", "dispatch"))
_MEDIATES = frozenset(("mediate", "broker", "help"))
#: What says whom a deed is meant for: approved sanctions, | targeting Togo.
_AIMS, _AIMED = frozenset(("target", "hit", "strike")), frozenset(("SANCTION", "ASSAULT", "MOBILIZE", "COERCE"))
_ON_SOMEBODY = frozenset(("ASSAULT", "COERCE", "ACCUSE", "REQUEST", "THREATEN"))
_MEETS = frozenset(("meet", "see", "visit"))
_HELP = word_set("help support backing assistance consent approval")  # attacked Togo with Malian | help
_POSTS = word_set("post job role title position rank")
#: In these events the object is often what is sent or used, and the recipient comes after a preposition.
_INSTRUMENTS = frozenset(("AID", "MOBILIZE", "COOPERATE"))
#: Who comes behind these is no recipient: shared intelligence on the network, died for Togo, was fired from Togo.
_UNLIKE = {"CONSULT": ("on",), "COOPERATE": ("on",), "ASSAULT": ("for", "from"), "RETREAT": ("with",)}
_ALSO_STRONG = {"PROTEST": ("outside",), "ASSAULT": ("into",)}
#: In these events the doer's own things ("its troops") are never the recipient.
_NEVER_OWN = frozenset((*_INSTRUMENTS, "RETREAT", "SANCTION", "THREATEN", "AGREE"))
#: What these modes have as an object is no recipient: "imposed a curfew", "fired tear gas".
_WHOLE_PLACES = frozenset(("curfew", "martial-law", "crowd-control", "firearms"))
#: What is somebody's, and is attacked or rejected, is attacked or rejected with its owner.
_OF_AN_OWNER = frozenset(("ACCUSE", "REJECT", "ASSAULT", "COERCE"))
#: In these events a name inside the object ("the Indian missile test") is the one that it is about.
_ABOUT = frozenset(("ACCUSE", "REJECT", "SUPPORT", "AGREE"))


def _first_of(pairs: list[tuple[str, NounPhrase]], preposition: str) -> list[tuple[str, NounPhrase]]:
    """The pairs, those with one preposition first."""
    return sorted(pairs, key=lambda pair: pair[0] != preposition)


class Roles(Doers):
    """Looks for actors and recipients in one sentence."""

    def recipients(self, group: VerbGroup, match: Match, doers: list[NounPhrase]) -> list[NounPhrase]:
        """Who is acted upon: the subject in the passive, else the object, else who comes after a preposition."""
        return self._beside(group, match, doers) or self._further_on(group, match) or self._before(group, match)

    def _before(self, group: VerbGroup, match: Match) -> list[NounPhrase]:
        """Whom a clause is about that tells what was done to him: the envoys | whom Togo arrested."""
        if group.kind == "to" and group.governor is not None:
            group = group.governor  # whom Togo vowed | to kill
        first = group.subject[0].first if group.subject else 0
        opens = self.clauses.tokens[first - 1].lower if first > 1 else ""
        if group.passive or opens not in ("whom", "that") or match.entry.event not in _ON_SOMEBODY:
            return []
        near = self.clauses.phrase_at.get(first - 2 - (self.clauses.tokens[first - 2].text == ","))
        whole = whole_of(self.clauses, near, who=opens == "whom") if near is not None else []
        behind = object_phrase(self.clauses, group.last) is not None or group.last in self.clauses.phrase_at
        return whole[:1] if whole and not behind and self.acts(whole[0]) else []

    def _further_on(self, group: VerbGroup, match: Match) -> list[NounPhrase]:
        """Whom a later verb names: approved sanctions, | targeting Togo; sent an envoy | to meet Togo's king."""
        tokens = self.clauses.tokens
        if match.entry.event == "CONSULT" and tokens[group.main].lemma in _MEDIATES:
            between = (n for n in range(group.last, len(tokens) - 1) if tokens[n].lower == "between")
            parties = self.clauses.phrase_at.get(next(between, -2) + 1)
            return self.joined_of(parties, before_verb=True)  # talks aimed at a truce | between Togo and Ghana
        verbs = _AIMS if match.entry.event in _AIMED else _MEETS if match.entry.event == "CONSULT" else frozenset()
        later = (g for g in self.clauses.groups if g.governor is group and tokens[g.main].lemma in verbs)
        aim = next((g for g in later if g.kind == ("to" if verbs is _MEETS else "ing")), None)
        whom = object_phrase(self.clauses, aim.last) if aim is not None else None
        if whom is None:
            return []
        named = [whom] if self.acts(whom) else [one for one in (self.named_inside(whom),) if one is not None]
        return [*named, *joined_to(self.clauses, whom)] if named else []

    def _beside(self, group: VerbGroup, match: Match, doers: list[NounPhrase]) -> list[NounPhrase]:
        event = match.entry.event
        if group.passive:
            return self._of_passive(group, match, doers)
        goal = self.clauses.phrase_at.get(match.last) if match.last > match.fixed_last else None
        visit = event == "CONSULT" and match.entry.mode == "visit"
        if visit and goal is not None and self.clauses.tokens[match.last - 1].tag in ("IN", "TO"):
            return [goal]  # "left Havana for Beijing"
        thing = object_phrase(self.clauses, match.fixed_last) or self._shared_object(group, match)
        if event == "CONSULT" and self.clauses.tokens[group.main].lemma in _SENDS | {"discuss"}:
            return self._met(group, match, thing, doers)
        asked = self._asked(match, thing) if event == "REQUEST" and thing is not None else None
        if asked is not None:
            return asked
        if event == "REJECT" and self.clauses.tokens[match.fixed_last - 1].lower == "that":
            return []  # denied that | Ghana threatened anybody
        if thing is None:
            return self._elsewhere(match.fixed_last, match, None, doers)
        things = [thing, *joined_to(self.clauses, thing)]
        acting = self.acts(thing) and not self.is_event(thing.head)
        ends_so = self.clauses.tokens[match.fixed_last - 1].lower in ("with", "against", "to", "at", "alongside")
        if ends_so and acting and not self.own(thing):
            return things  # worked with | unions
        if event in _INSTRUMENTS or (self.own(thing) and event in _NEVER_OWN):
            inside = thing.first < match.last <= thing.last  # the entry's own noun: "sent troops"
            carried = self.own(thing) or inside or event in ("COOPERATE", "MOBILIZE")
            others = self._elsewhere(thing.last, match, None if acting else thing, doers)
            sent_to = others and self.clauses.tokens[others[0].first - 1].lower == "to"
            carried = carried and not (event == "AID" and acting and not self.own(thing))
            if others and (carried or sent_to or not acting):
                return others
            return things if acting and not carried else others
        if match.entry.mode in ("curfew", "martial-law"):
            return self._elsewhere(match.last, match, None, doers)
        if acting or (ends_so and not self.is_event(thing.head)):
            return things
        struck = event in ("ASSAULT", "COERCE") or match.entry.mode == "withdraw"
        struck = struck and match.entry.mode not in _WHOLE_PLACES and not self.is_event(thing.head)
        whose = (
            self.owner(thing) if event in _OF_AN_OWNER and self.clauses.tokens[thing.head].lemma not in SUFFERED else []
        )
        weak = not (struck and match.last <= thing.head) and not (whose and event in WORDS)
        others = self._elsewhere(thing.last, match, thing, doers, weak=weak)
        if not others and struck and not (self.own(thing) or self.clauses.tokens[thing.head].lemma in _UNHARMED):
            return things
        if not others and struck:
            others = self._elsewhere(thing.last, match, thing, doers)  # restricted the freedom | of Lind
        return others or whose  # attacked | his | record

    def _shared_object(self, group: VerbGroup, match: Match) -> NounPhrase | None:
        """What the next of two verbs has as its object too: shot down | or jammed | drones."""
        tokens, at = self.clauses.tokens, match.fixed_last
        joined = [t.lower for t in tokens[at : at + 1]] in (["and"], ["or"])
        other = self.clauses.group_at.get(at + 1) if joined else None
        alike = other is not None and tokens[other.main].tag == tokens[group.main].tag and other.first == other.main
        return object_phrase(self.clauses, other.last) if other is not None and alike else None

    def _asked(self, match: Match, thing: NounPhrase) -> list[NounPhrase] | None:
        """Of whom something is asked that is to happen, if `thing` is that: called for the release | of hostages."""
        tokens, end = self.clauses.tokens, thing.last
        of = self.clauses.phrase_at.get(end + 1) if [t.lower for t in tokens[end : end + 1]] == ["of"] else None
        end = of.last if of is not None else end
        asks_for = tokens[match.fixed_last - 1].lower == "for"
        if asks_for and [t.lower for t in tokens[end : end + 2]] == ["to", "be"]:
            return []  # called for the killers of Ann Lind | to be jailed
        asks_for = asks_for and match.entry.mode in ("yield", "assist") and not self.acts(thing)
        if tokens[thing.head].lemma in DONE_TO or asks_for:
            return self.behind(thing.last, ("by", "from"))  # called for a halt to arms | for Togo
        return None

    def _met(
        self, group: VerbGroup, match: Match, thing: NounPhrase | None, doers: list[NounPhrase]
    ) -> list[NounPhrase]:
        """Who is met, and not whom one sends or of whom one talks: sent an envoy | to Togo, discussed it | with him."""
        if thing is None or self.clauses.tokens[group.main].lemma == "discuss":
            return self.behind(group.last, ("with", "between"))
        return self._elsewhere(thing.last, match, None, doers, weak=False)

    def _of_passive(self, group: VerbGroup, match: Match, doers: list[NounPhrase]) -> list[NounPhrase]:
        subject = [p for p in self.pieces(group.subject) if p not in doers]
        if match.entry.event in _INSTRUMENTS:
            return self._elsewhere(group.last, match, None, doers) or self._acted_upon(subject)
        named = self._acted_upon(subject)
        if not named and doers:
            named = self._acted_upon(group.subject)  # imports of | Lithuanian beef
        return named or self._elsewhere(group.last, match, None, doers)

    def _acted_upon(self, phrases: list[NounPhrase]) -> list[NounPhrase]:
        acting = [p for p in phrases if self.acts(p)]
        inside = [named for p in phrases if (named := self.named_inside(p))]
        return acting or inside[:1] or [owner for p in phrases[:1] for owner in self.owner(p)]

    def _elsewhere(
        self, start: int, match: Match, thing: NounPhrase | None, doers: list[NounPhrase], *, weak: bool = True
    ) -> list[NounPhrase]:
        """Who is named behind a preposition or inside the object; `weak` prepositions are those of place."""
        of_doers = {d.last + 1 for d in doers}  # was condemned by members of | the union
        pairs = [(w, p) for w, p in self.prepositional(start) if all(p.first != d.first for d in doers)]
        pairs = [(w, p) for w, p in pairs if w != "with" or self.clauses.tokens[p.head].lemma not in _HELP]
        pairs = [(w, p) for w, p in pairs if w != "of" or p.first not in of_doers]
        if match.entry.event == "PROTEST":  # chanted | for the release of Lind
            pairs = [*itertools.takewhile(lambda pair: pair[0] != "for" or self.acts(pair[1]), pairs)]
        inside = self.named_inside(thing) if thing is not None else None
        event = match.entry.event
        if thing is not None and event == "ACCUSE" and self.clauses.tokens[thing.head].lemma in SUFFERED:
            return self.behind(start, ("by",))  # condemned the arrest of a nun | by police
        if inside is not None and event in _ABOUT:
            return [inside]
        later = [(w, p) for w, p in pairs if p.first >= match.last] if match.last > match.fixed_last else []
        strong = (*_STRONG, *_ALSO_STRONG.get(event, ()))
        strong = tuple(word for word in strong if word not in _UNLIKE.get(event, ()))
        whom = "from" if event == "REQUEST" else "against"
        for preposition, phrase in (*_first_of(later, whom), *_first_of(pairs, whom)):
            if preposition in strong and self._may_receive(phrase, event):
                return [phrase, *joined_to(self.clauses, phrase)]
        if inside is not None:
            return [inside]
        about = thing is not None and self.is_event(thing.head)
        others = self._at_a_place(pairs, event, by_too=about) if weak else []
        others = others or [named for w, p in pairs if w in _STRONG and (named := self.named_inside(p)) is not None][:1]
        if not others and (event in ("AID", "CONSULT") or match.entry.mode == "withdraw"):
            others = [p for w, p in pairs if w in ("from", "of", "to", "with") and not self.is_event(p.head)][:1]
        return others

    def _may_receive(self, phrase: NounPhrase, event: str) -> bool:
        """Whether a phrase names somebody who can be acted upon: in some events, not the doer's own."""
        before = [t.lower for t in self.clauses.tokens[max(0, phrase.first - 2) : phrase.first]]
        vacant = before[-1:] == ["of"] and before[0] in _POSTS  # the post of | chief justice
        first, head = self.clauses.tokens[phrase.first].tag, self.clauses.tokens[phrase.head].tag
        vacant = vacant or (before[-1:] == ["in"] and self.clauses.tokens[phrase.first].lower == "court")
        vacant = vacant or (before[-1:] == ["for"] and head == "NN" and first in ("NN", "JJ"))  # to run for | president
        return self.acts(phrase) and not vacant and not (event in _NEVER_OWN and self.own(phrase))

    def _at_a_place(self, pairs: list[tuple[str, NounPhrase]], event: str, *, by_too: bool) -> list[NounPhrase]:
        """Who is named behind a preposition of place, or owns what is named there."""
        origins = [phrase.last for preposition, phrase in pairs if preposition == "from"]
        for preposition, phrase in pairs:
            if phrase.first - 1 in origins:
                continue  # fired from a hill | in Togo
            if preposition in _PLACES and event in WORDS - {"ACCUSE"}:
                continue
            if preposition in ("about", "over") and event == "CONSULT":
                continue
            if (preposition == "by" and not by_too) or not (preposition in _WEAK or self.own(phrase)):
                continue
            if self._may_receive(phrase, event):
                return [phrase, *joined_to(self.clauses, phrase)]
            named = self.named_inside(phrase)
            if named is not None:
                return [named]
            if preposition == "of" and event in AT_PLACES and self.owner(phrase):
                return self.owner(phrase)  # occupies parts of | its | territory
        return []

    def around_noun(
        self, first: int, last: int, reciprocal: bool, of_is_doer: bool
    ) -> tuple[list[NounPhrase], list[NounPhrase]]:
        """Actor and recipient of a noun such as "attack": "Israel's", "by", "on", "between"."""
        clauses = self.clauses
        phrase = clauses.phrase_at.get(first)
        named = self.named_inside(phrase) if phrase is not None else None
        if named is not None and named.last > first:
            named = None
        pairs: dict[str, NounPhrase] = {}
        at = last
        for preposition, other in self.prepositional(last, 14):
            apart = any(t.text == "," for t in clauses.tokens[at : other.first])  # the arrests, | aides of Togo
            if preposition == "of" and at > last:
                at = other.last
                continue  # a rally in her home state | of Ohio
            if other.first - at > 3 or len(pairs) > 3 or apart:
                break  # no longer beside the noun
            pairs.setdefault(preposition, other)
            at = other.last
            if self.is_event(other.head):
                break
        beside = next(iter(pairs), "") in _BESIDE  # and not: an inquiry into links between
        between = pairs.get("between") or pairs.get("among") if beside else None
        joined = self.joined_of(between, before_verb=True)
        if joined:
            return joined, (joined[1:2] if reciprocal else [])
        if clauses.tokens[last - 1].lemma in SUFFERED and phrase is not None and "of" not in pairs:
            own = clauses.tokens[phrase.first].tag == "PRP$"
            whose = self.owner(phrase)[0] if own else named
            if whose is not None:
                return self.joined_of(pairs.get("by")), [whose]  # his | murder by agents
        doers = self.joined_of(pairs.get("by")) or ([named] if named else [])
        if not doers and of_is_doer:
            doers = self.joined_of(pairs.get("of"))
        targets: list[NounPhrase] = []
        for preposition in ("against", "on", "with", "to", "of", "for", "over", "from", "at", "in"):
            target = pairs.get(preposition)
            if target is None or (doers and target.first == doers[0].first):
                continue
            if self.acts(target):
                targets = self.joined_of(target)
            elif (inside := self.named_inside(target)) is not None:
                targets = [inside]
            if targets:
                break
        return doers, targets
