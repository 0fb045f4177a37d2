"""Who acts: the noun phrases that name who does what a verb tells."""

from ..grammar.chains import chain_start
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.things import is_craft
from ..lexicon.words import word_set
from .phrases import Somebody

_BE = frozenset(("be", "become", "remain"))
_MAKING = word_set("sign issue pass approve adopt introduce enact announce publish take impose order")
_RULES = word_set("order decree law bill measure rule regulation resolution act legislation directive ban")
DECISIONS = word_set("decision order move vow threat pledge promise refusal agreement")
_WHERE = word_set("in at near across inside outside")
RAIDS = word_set("crackdown sweep purge offensive invasion operation")
_FORCES = word_set("troop soldier force army navy police officer unit fighter marine guard peacekeeper reservist")
_PRISONS = word_set("jail prison custody detention captivity")
_FIGHTS = word_set("clash battle fight confrontation skirmish shootout")


class Doers(Somebody):
    """Looks for those who act in one sentence."""

    def doers(self, group: VerbGroup) -> list[NounPhrase]:
        """The phrases that name who acts: the subject, or in the passive what comes after "by"."""
        if group.passive:
            craft = [
                p for w, p in self.prepositional(group.last) if w == "by" and is_craft(self.clauses.tokens[p.head])
            ]
            named = (self.named_inside(p) for p in craft)
            by = self._by(group) or [p for p in named if p is not None][:1]
            by = by or self._joined_by(group) or self._fought(group) or self._swept(group) or self._held(group)
            return by or self._deployed(group)
        decided = self._whose_decision(group)
        return decided or self._behind_be(group) or self._who_made(group) or self._subject(group)

    def _by(self, group: VerbGroup) -> list[NounPhrase]:
        """Whom the "by" of a passive names; not: opened an inquiry into the release | by hackers."""
        others = [p for w, p in self.prepositional(group.last) if w in ("into", "for", "over", "about")]
        named = self.behind(group.last, ("by",))
        apart = named and any(t.text == "," for t in self.clauses.tokens[group.last : named[0].first])
        if apart and any(w == "by" and p.last < named[0].first for w, p in self.prepositional(group.last)):
            return []  # was hit by a stone, in the first visit | by a king
        return [] if named and any(p.last == named[0].first - 1 for p in others) else named

    def _joined_by(self, group: VerbGroup) -> list[NounPhrase]:
        """Who did two things of which only the second says it: were abducted | and murdered by police."""
        tokens = self.clauses.tokens
        joined = [t.lower for t in tokens[group.last : group.last + 1]] in (["and"], ["or"])
        second = self.clauses.group_at.get(group.last + 1) if joined else None
        main = tokens[second.main].tag if second is not None else ""
        if second is None or main not in ("VBN", "VBD") or second.first != second.main:
            return []
        return self.behind(second.last, ("by",)) if tokens[second.last : second.last + 1] else []

    def _subject(self, group: VerbGroup) -> list[NounPhrase]:
        """The subject, but no place: a raid in Lomar | that killed three people, the police in Lomar | who came."""
        pieces, tokens = self.pieces(group.subject), self.clauses.tokens
        first = pieces[0].first if pieces else 0
        somewhere = first > 0 and tokens[first - 1].lower in _WHERE
        struck = self.clauses.phrase_at.get(first - 2) if group.kind == "relative" and first > 1 else None
        if struck is not None and tokens[first - 1].lower == "on" and self.is_event(struck.head):
            return []  # the attacks on Togo, | which killed ten people
        if not somewhere or group.kind != "relative" or group.link not in ("who", "that"):
            return pieces  # in Iran, | which attacked the port
        before = chain_start(self.clauses, pieces[0])[:-1] if group.link == "who" else []
        return next(([p] for p in reversed(before) if tokens[p.head].lemma in self.people), [])

    def _whose_decision(self, group: VerbGroup) -> list[NounPhrase]:
        """Whose decision an infinitive is told of: responded to | the Iranian | decision to close the port."""
        noun = self.clauses.phrase_at.get(group.first - 1) if group.kind == "to" else None
        if noun is None or self.clauses.tokens[noun.head].lemma not in DECISIONS:
            return []
        whose = self.named_inside(noun)
        return [whose] if whose is not None and whose.last <= noun.head else []

    def _behind_be(self, group: VerbGroup) -> list[NounPhrase]:
        """Whom a noun behind "is" means: Lind is | the first envoy | who came."""
        noun = group.subject[0] if group.kind in ("relative", "participle", "ing") and group.subject else None
        if noun is None or self.clauses.tokens[noun.head].tag[:3] == "NNP":
            return []
        at = noun.first
        while at and self.clauses.tokens[at - 1].tag == "RB":
            at -= 1
        be = next((g for g in self.clauses.groups if g.last == at), None)
        is_so = be is not None and self.clauses.tokens[be.main].lemma in _BE
        named = be.subject if be is not None and is_so and be is not group else []
        return self.pieces(named) if named and self.acts(named[0]) and not self._is_it(named[0]) else []

    def _is_it(self, phrase: NounPhrase) -> bool:
        return self.clauses.tokens[phrase.head].lower in ("it", "this", "that", "there", "what")

    def _who_made(self, group: VerbGroup) -> list[NounPhrase]:
        """Who signed or took what does it: signed an order | halting the sale."""
        above, tokens = group.governor, self.clauses.tokens
        if group.kind != "ing" or above is None or above.passive or not group.subject:
            return []
        thing = group.subject[0]
        made = tokens[above.main].lemma in _MAKING and tokens[thing.head].lemma in _RULES
        return self.pieces(above.subject) if made and above.last <= thing.first else []

    def _deployed(self, group: VerbGroup) -> list[NounPhrase]:
        """Whose forces came: Lomar's | troops | were deployed."""
        forces = group.subject[:1]
        came = self.clauses.tokens[group.main].lemma in ("deploy", "station", "mobilise", "mobilize")
        armed = (p for p in forces if self.clauses.tokens[p.head].lemma in _FORCES)
        return [p for p in armed if came and self.named_inside(p) is not None]

    def _swept(self, group: VerbGroup) -> list[NounPhrase]:
        """Whose raid they were harmed in: were killed in the Togolese | crackdown."""
        raids = (p for w, p in self.prepositional(group.last) if w in ("in", "during", "amid"))
        raid = next((p for p in raids if self.clauses.tokens[p.head].lemma in RAIDS), None)
        whose = self.named_inside(raid) if raid is not None else None
        return [whose] if whose is not None else []

    def _held(self, group: VerbGroup) -> list[NounPhrase]:
        """Whose prison they came from: were released from | Togolese | jails."""
        held = (p for w, p in self.prepositional(group.last) if w == "from")
        prison = next((p for p in held if self.clauses.tokens[p.head].lemma in _PRISONS), None)
        whose = self.named_inside(prison) if prison is not None else None
        return [whose] if whose is not None and prison is not None and whose.last <= prison.head else []

    def _fought(self, group: VerbGroup) -> list[NounPhrase]:
        """With whom those fought who were hurt: were injured in clashes with | police."""
        tokens = self.clauses.tokens
        fights = {n for n in range(group.last, min(len(tokens), group.last + 6)) if tokens[n].lemma in _FIGHTS}
        with_whom = (p for w, p in self.prepositional(group.last) if w == "with" and p.first - 2 in fights)
        whom = next(with_whom, None)
        return [whom] if whom is not None and self.acts(whom) else []
