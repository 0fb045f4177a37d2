"""Who acts and who is acted upon: the noun phrases around an event's words."""

from collections.abc import Callable, Mapping

from ..grammar.chains import Clauses, joined_to
from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.word_list import word_list
from ..lexicon.words import listed, word_set
from .matching import Match, object_phrase

_STRONG = ("against", "with", "to", "on", "toward", "towards", "from", "at", "upon", "between", "for")
_WEAK = ("of", "over", "about", "by", "in", "into", "near", "inside", "across", "along", "off")
_PLACES = ("in", "near", "inside", "across", "along", "into", "off")
#: Events that are mere words: but for blame, they reach nobody by the place where they were said.
WORDS = frozenset(("REQUEST", "ACCUSE", "REJECT", "AGREE", "SUPPORT"))
_REACH = 24
#: What is sent and strikes, and is somebody's: by a Chinese | vessel.
CRAFT = word_set(
    "ship boat vessel submarine plane aircraft airliner jet drone missile rocket helicopter tank warplane warship "
    "tanker bus truck van convoy"
)
_BE = frozenset(("be", "become", "remain"))
_MAKING = word_set("sign issue pass approve adopt introduce enact announce publish take impose order")
_RULES = word_set("order decree law bill measure rule regulation resolution act legislation directive ban")
_EDGES_OF_CLAUSES = word_set("after before that because while if when following despite amid")
_PRONOUNS = word_set("he she it they him them his her their himself herself itself themselves")
SUFFERED = listed("what is done to somebody")
_UNHARMED = listed("times and occasions") | listed("what nobody can be")
_BARE_THINGS = word_set("office force state power justice")
_EDGES = word_set("border frontier boundary")
_PAPERS = frozenset(
    ("Agreement", "Treaty", "Accord", "Accords", "Act", "Pact", "Convention", "Charter", "Protocol", "Bill")
)
_FIGHTS = word_set("clash battle fight confrontation skirmish shootout")
_POSTS = word_set("post job role title position rank")
_ADJECTIVES = word_set(
    "power official public general local individual major private rival state press firm media country child family"
)
#: In these events the object is often what is sent or used, and the recipient comes after a preposition.
_INSTRUMENTS = frozenset(("AID", "MOBILIZE", "COOPERATE"))
_ALSO_STRONG = {"PROTEST": ("outside",), "ASSAULT": ("into",)}
#: In these events the doer's own things ("its troops") are never the recipient.
_NEVER_OWN = frozenset((*_INSTRUMENTS, "RETREAT", "SANCTION", "THREATEN", "AGREE"))
#: What these modes have as an object is no recipient: "imposed a curfew", "fired tear gas".
_WHOLE_PLACES = frozenset(("curfew", "martial-law", "crowd-control", "firearms"))
#: In these events a name inside the object ("the Indian missile test") is the one that it is about.
_ABOUT = frozenset(("ACCUSE", "REJECT", "SUPPORT", "AGREE"))


def _first_of(pairs: list[tuple[str, NounPhrase]], preposition: str) -> list[tuple[str, NounPhrase]]:
    """The pairs, those with one preposition first."""
    return sorted(pairs, key=lambda pair: pair[0] != preposition)


class Roles:
    """Looks for actors and recipients in one sentence."""

    def __init__(self, clauses: Clauses, people: Mapping[str, object], events: Callable[[int], bool]) -> None:
        self.clauses, self.people, self.is_event = clauses, people, events

    def acts(self, phrase: NounPhrase) -> bool:
        """Whether a phrase can name somebody: a name, a pronoun, or a noun for people or bodies."""
        tokens = self.clauses.tokens
        head = tokens[phrase.head]
        to = phrase.last < len(tokens) and tokens[phrase.last].lower == "to"
        bare = tokens[phrase.first].lower != "the"
        if head.lower == "opposition" and bare and to and phrase.last not in self.clauses.group_at:
            return False  # expressed opposition | to the plan
        if phrase.last - phrase.first == 1 and head.lower in _BARE_THINGS:
            return False  # left office
        if head.lower in _PRONOUNS or head.lemma in self.people or head.lower in self.people:
            return True
        if head.tag in ("NNP", "NNPS"):
            return head.text not in _PAPERS and not self.is_event(phrase.head) and not self._only_opens(phrase.head)
        if head.tag == "JJ" and head.text[0].isupper():
            return True
        if tokens[phrase.last : phrase.last + 1] and tokens[phrase.last].lower in ("who", "whom"):
            return True
        two = f"{tokens[phrase.head - 1].lower} {head.lemma}" if phrase.head > phrase.first else ""
        return two in self.people

    def named_inside(self, phrase: NounPhrase) -> NounPhrase | None:
        """Who is named before another head: "Japan's" in "Japan's airspace", "US" in "a US proposal"."""
        tokens = self.clauses.tokens
        inner = [n for n in range(phrase.first, phrase.last) if n not in self.clauses.times]
        names = [n for n in inner if tokens[n].text[0].isupper() and tokens[n].tag in ("NNP", "NNPS", "JJ")]
        common = tokens[0].tag == "JJ" and word_list().get(tokens[0].lower) is not None  # Banned; and not: Chinese
        names = [n for n in names if n > 0 or not (common or self._only_opens(n))]
        if names == [phrase.head] and not self.acts(phrase):
            return None
        if not names:
            before = range(phrase.first, phrase.head)
            bodies = [n for n in before if tokens[n].lemma in self.people and tokens[n].tag in ("NN", "NNS")]
            bodies = [n for n in bodies if tokens[n].lower not in _ADJECTIVES]
            counted = bool(bodies) and tokens[phrase.first].tag == "CD"  # 300 | police | buses
            first = bodies[0] if counted else phrase.first
            return NounPhrase(first, bodies[0] + 1, bodies[0]) if bodies else None
        last = names[0]
        while last + 1 in names:
            last += 1
        return NounPhrase(names[0], last + 1, last)

    def _only_opens(self, n: int) -> bool:
        """Whether a word has its capital from the sentence's beginning alone: Banners, Law school."""
        word = self.clauses.tokens[n]
        following = self.clauses.tokens[n + 1 : n + 2]
        alone = not following or not following[0].text[0].isupper()
        return n == 0 and alone and word_list().get(word.lower, "")[:2] == "NN" and word_list().get(word.text) is None

    def doers(self, group: VerbGroup) -> list[NounPhrase]:
        """The phrases that name who acts: the subject, or in the passive what comes after "by"."""
        if group.passive:
            craft = [
                p for w, p in self.prepositional(group.last) if w == "by" and self.clauses.tokens[p.head].lemma in CRAFT
            ]
            named = (self.named_inside(p) for p in craft)
            by = self.behind(group.last, ("by",)) or [p for p in named if p is not None][:1]
            return by or self._fought(group) or self._deployed(group)
        return self._behind_be(group) or self._who_made(group) or self.pieces(group.subject)

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
        return [p for p in forces if came and self.acts(p) and self.named_inside(p) is not None]

    def _fought(self, group: VerbGroup) -> list[NounPhrase]:
        """With whom those fought who were hurt: were injured in clashes with | police."""
        tokens = self.clauses.tokens
        fights = {n for n in range(group.last, min(len(tokens), group.last + 6)) if tokens[n].lemma in _FIGHTS}
        with_whom = (p for w, p in self.prepositional(group.last) if w == "with" and p.first - 2 in fights)
        whom = next(with_whom, None)
        return [whom] if whom is not None and self.acts(whom) else []

    def pieces(self, chain: list[NounPhrase]) -> list[NounPhrase]:
        """Of a chain ("the presidents of Iran and Iraq") the phrases that are joined to the first, not those inside."""
        tokens = self.clauses.tokens
        joined = chain[:1]
        inside = False
        for phrase in chain[1:]:
            link = tokens[phrase.first - 1].lower
            if link in ("and", ",", "&", "or", "nor"):
                name = tokens[phrase.first].tag in ("NNP", "NNPS")
                if not inside or (link != "," and not name):
                    joined.append(phrase)
                    inside = False
            else:
                inside = True
        return joined

    def behind(self, start: int, prepositions: tuple[str, ...]) -> list[NounPhrase]:
        """The first phrase that can name somebody behind one of the prepositions, and those joined to it."""
        named = (p for w, p in self.prepositional(start) if w in prepositions and self.acts(p))
        phrase = next(named, None)
        return [phrase, *joined_to(self.clauses, phrase)] if phrase is not None else []

    def prepositional(self, start: int, reach: int = _REACH) -> list[tuple[str, NounPhrase]]:
        """Each preposition with its noun phrase from a token on, to the end of the clause."""
        clauses, tokens = self.clauses, self.clauses.tokens
        pairs = []
        for n in range(start, min(len(tokens), start + reach)):
            token, group = tokens[n], clauses.group_at.get(n)
            clause = group is not None and group.finite and group.kind != "relative"
            if n > start and (clause or group is not None or token.text in (";", ":")):
                break
            if token.lower in _EDGES_OF_CLAUSES and n > start:
                break
            if token.text == "," and (n + 1 in clauses.group_at or self._goes_on(n + 1)):
                break
            if token.lower == "with" and n > start and tokens[n - 1].lemma in _EDGES:
                continue  # the border | with Mexico
            role = clauses.phrase_at.get(n - 1) if token.lower == "of" else None
            if role is not None and role.first > start and tokens[role.first - 1].lower == "as":
                continue  # as an ally | of Togo
            if token.tag in ("IN", "TO") and n + 1 < len(tokens):
                phrase = clauses.phrase_at.get(n + 1)
                verb = clauses.group_at.get(phrase.last) if phrase is not None and token.lower == "as" else None
                if verb is not None and verb.finite:
                    break  # as | prosecutors widened a case
                if phrase is not None and phrase.first == n + 1 and tokens[n + 1].lower != "both":
                    pairs.append((token.lower, phrase))
        return pairs

    def _goes_on(self, n: int) -> bool:
        """Whether "and" at token n leads to a clause of its own: were taken, and the leader of the group was held."""
        if [t.lower for t in self.clauses.tokens[n : n + 1]] not in (["and"], ["but"]):
            return False
        phrase = self.clauses.phrase_at.get(n + 1)
        while phrase is not None and [t.lower for t in self.clauses.tokens[phrase.last : phrase.last + 1]] == ["of"]:
            phrase = self.clauses.phrase_at.get(phrase.last + 1)
        return phrase is not None and phrase.last in self.clauses.group_at

    def recipients(self, group: VerbGroup, match: Match, doers: list[NounPhrase]) -> list[NounPhrase]:
        """Who is acted upon: the subject in the passive, else the object, else who comes after a preposition."""
        event = match.entry.event
        if group.passive:
            subject = [p for p in self.pieces(group.subject) if p not in doers]
            if event not in _INSTRUMENTS:
                named = self._acted_upon(subject)
                if not named and doers:
                    named = self._acted_upon(group.subject)  # imports of | Lithuanian beef
                return named or self._elsewhere(group.last, match, None, doers)
            return self._elsewhere(group.last, match, None, doers) or self._acted_upon(subject)
        goal = self.clauses.phrase_at.get(match.last) if match.last > match.fixed_last else None
        visit = event == "CONSULT" and match.entry.mode == "visit"
        if visit and goal is not None and self.clauses.tokens[match.last - 1].tag in ("IN", "TO"):
            return [goal]  # "left Havana for Beijing"
        thing = object_phrase(self.clauses, match.fixed_last)
        if event == "REJECT" and self.clauses.tokens[match.fixed_last - 1].lower == "that":
            return []  # denied that | Ghana threatened anybody
        if thing is None:
            return self._elsewhere(match.fixed_last, match, None, doers)
        things = [thing, *joined_to(self.clauses, thing)]
        acting = self.acts(thing) and not self.is_event(thing.head)
        ends_so = self.clauses.tokens[match.fixed_last - 1].lower in ("with", "against", "to", "at")
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
        others = self._elsewhere(thing.last, match, thing, doers, weak=not (struck and match.last <= thing.head))
        if not others and struck and self.clauses.tokens[thing.head].lemma not in _UNHARMED:
            return things
        if not others and struck:
            return self._elsewhere(thing.last, match, thing, doers)  # restricted the freedom | of Lind
        return others

    def own(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is the doer's own: "its troops"."""
        return self.clauses.tokens[phrase.first].lower in ("its", "their", "his", "her", "our")

    def _acted_upon(self, phrases: list[NounPhrase]) -> list[NounPhrase]:
        acting = [p for p in phrases if self.acts(p)]
        inside = [named for p in phrases if (named := self.named_inside(p))]
        return acting or inside[:1]

    def _elsewhere(
        self, start: int, match: Match, thing: NounPhrase | None, doers: list[NounPhrase], *, weak: bool = True
    ) -> list[NounPhrase]:
        """Who is named behind a preposition or inside the object; `weak` prepositions are those of place."""
        pairs = [(w, p) for w, p in self.prepositional(start) if all(p.first != d.first for d in doers)]
        inside = self.named_inside(thing) if thing is not None else None
        event = match.entry.event
        if thing is not None and event == "ACCUSE" and self.clauses.tokens[thing.head].lemma in SUFFERED:
            return self.behind(start, ("by",))  # condemned the arrest of a nun | by police
        if inside is not None and event in _ABOUT:
            return [inside]
        later = [(w, p) for w, p in pairs if p.first >= match.last] if match.last > match.fixed_last else []
        strong = (*_STRONG, *_ALSO_STRONG.get(event, ()))
        if event in ("CONSULT", "COOPERATE"):
            strong = tuple(word for word in strong if word != "on")  # shared intelligence on the network
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
        vacant = vacant or (before[-1:] == ["for"] and head == "NN" and first in ("NN", "JJ"))  # to run for | president
        return self.acts(phrase) and not vacant and not (event in _NEVER_OWN and self.own(phrase))

    def _at_a_place(self, pairs: list[tuple[str, NounPhrase]], event: str, *, by_too: bool) -> list[NounPhrase]:
        """Who is named behind a preposition of place, or owns what is named there."""
        for preposition, phrase in pairs:
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
            if other.first - at > 3 or len(pairs) > 3:
                break  # no longer beside the noun
            pairs.setdefault(preposition, other)
            at = other.last
            if self.is_event(other.head):
                break
        joined = self._joined_of(pairs.get("between") or pairs.get("among"), before_verb=True)
        if joined:
            return joined, (joined[1:2] if reciprocal else [])
        if clauses.tokens[last - 1].lemma in SUFFERED and phrase is not None and "of" not in pairs:
            own = clauses.tokens[phrase.first].tag == "PRP$"
            whose = NounPhrase(phrase.first, phrase.first + 1, phrase.first) if own else named
            if whose is not None:
                return self._joined_of(pairs.get("by")), [whose]  # his | murder by agents
        doers = self._joined_of(pairs.get("by")) or ([named] if named else [])
        if not doers and of_is_doer:
            doers = self._joined_of(pairs.get("of"))
        targets: list[NounPhrase] = []
        for preposition in ("against", "on", "with", "to", "of", "for", "over", "from", "at", "in"):
            target = pairs.get(preposition)
            if target is None or (doers and target.first == doers[0].first):
                continue
            if self.acts(target):
                targets = self._joined_of(target)
            elif (inside := self.named_inside(target)) is not None:
                targets = [inside]
            if targets:
                break
        return doers, targets

    def _joined_of(self, phrase: NounPhrase | None, *, before_verb: bool = False) -> list[NounPhrase]:
        if phrase is None or not self.acts(phrase):
            return []
        return [phrase, *joined_to(self.clauses, phrase, before_verb=before_verb)]
