"""From a verb group to a PLOVER event: the lexicon's entry, and the rules that compose two words into one event.

Rules of the PLOVER codebook that are followed here: a promise or an offer to cooperate, and cooperation told in the
future tense, is AGREE; conflict in the future tense is THREATEN; a refusal to cooperate is REJECT.
"""

from dataclasses import replace

from ..grammar.chains import Clauses
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.tokens import Token
from ..lexicon.events import EventWords
from ..lexicon.words import word_set
from . import composing, tense
from .composing import Finding
from .doers import DECISIONS
from .matched import Matches, directly
from .matching import Match, match_noun, match_verb, object_phrase
from .means import give_means
from .roles import Roles
from .senses import is_another_sense, only_describes

_SAID_OF = word_set("say report allege believe think understand know suspect")
_FRIENDLY = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"))
_WISHING = word_set("want wish seek")
#: What something brings about is done by others: prompted an inquiry.
_BRINGING_ABOUT = word_set("provoke prompt trigger")
_UNWILLING = word_set("unwilling reluctant hesitant loath")


class EventReader:
    """Reads events from the clauses of one sentence."""

    def __init__(self, clauses: Clauses, words: EventWords, roles: Roles) -> None:
        self.clauses, self.words, self.roles = clauses, words, roles
        self._matches = Matches(clauses, words, roles)
        self._known: dict[int, Finding | None] = {}

    def read(self, group: VerbGroup, depth: int = 0) -> Finding | None:
        """The event of a verb group, or None where the lexicon has none for it."""
        if group.first not in self._known:
            self._known[group.first] = None  # a circle ends here
            finding = self._read(group, depth) if depth < 6 else None
            self._known[group.first] = finding
        return self._known[group.first]

    def _read(self, group: VerbGroup, depth: int) -> Finding | None:
        lemma = self.clauses.tokens[group.main].lemma
        match = match_verb(self.clauses, group, self.words)
        if match is not None and (not match.entry.event or is_another_sense(self.clauses, self.roles, group, lemma)):
            return None  # boards a flight
        if match is not None and _is_of_oneself(self.clauses, match):
            return None  # will defend itself
        inner_group = self._infinitive(group)
        inner = self.read(inner_group, depth + 1) if inner_group is not None else None
        long_entry = match is not None and len(match.entry.steps) > 2
        if inner is not None and inner_group is not None and not long_entry:
            composed = self._compose(group, lemma, match, inner, inner_group)
            if composed is not None:
                return self._in_tense(group, composed)
            if lemma in composing.REFUSE and composing.refused(inner) == ("", ""):
                return None
        if match is not None and not (lemma in composing.LIGHT and len(match.entry.steps) == 1 and self._thing(group)):
            return self._in_tense(group, self._matches.finding(group, match))
        if match is None and lemma in composing.THINKING_OF:
            return self._thought_of(group)
        nominal = self._light(group, lemma) if lemma in composing.LIGHT or lemma in composing.SUFFERING else None
        if nominal is not None:
            return self._in_tense(group, nominal)
        return self._in_tense(group, self._matches.finding(group, match)) if match is not None else None

    def _in_tense(self, group: VerbGroup, finding: Finding) -> Finding | None:
        before = (finding.event, finding.mode)
        inflected = tense.in_tense(self.clauses, self.roles, group, finding)
        if inflected is not None:
            give_means(self.clauses, self.words, group, inflected)
            composing.give_codes(inflected, before)
        return inflected

    def warns_of(self, group: VerbGroup) -> tuple[bool, bool, bool]:
        """Whether what is warned of is others' doing, whether it only may be, and whether it always is."""
        clause = next((g for g in self.clauses.groups if g.governor is group and g.kind == "that"), None)
        if clause is None or tense.tells_of_itself(self.clauses, self.roles, clause):
            return False, False, False
        thing = clause.subject[:1]
        if thing and not (self.roles.acts(thing[0]) or self.roles.is_event(thing[0].head)) and not clause.negated:
            plain = self.clauses.tokens[thing[0].head].tag == "NN" and self.roles.named_inside(thing[0]) is None
            if plain and self.clauses.tokens[clause.first].tag == "VBZ":
                return True, True, True  # warned that carelessness invites the virus
        present = not clause.modal and self.clauses.tokens[clause.first].tag in ("VBZ", "VBP")
        return True, clause.modal in composing.MAYBE, present and self._infinitive(clause) is None

    def _infinitive(self, group: VerbGroup) -> VerbGroup | None:
        """The "to" group (or, for "start", "stop", the -ing group) that depends on a group, if it is near."""
        tokens = self.clauses.tokens
        next_to = directly(self.clauses, group)
        if next_to is not None:
            return next_to
        for n in range(group.last, min(len(tokens), group.last + 14)):
            other = self.clauses.group_at.get(n)
            if other is not None:
                near = n - group.last <= 2
                being = tokens[other.main].lemma == "be"  # is correct about | being able to
                return other if other.kind == "to" or (other.kind == "ing" and near and not being) else None
            if tokens[n].text in (",", ";", ":") or tokens[n].lower in ("that", "and", "but", "whether"):
                return None
        return None

    def _compose(
        self, group: VerbGroup, lemma: str, match: Match | None, inner: Finding, inner_group: VerbGroup
    ) -> Finding | None:
        tokens = self.clauses.tokens
        between = tokens[group.last : inner_group.first]
        adjective = next((t.lower for t in between if t.lower in composing.READY), "")
        phrases = any(n in self.clauses.phrase_at for n in range(group.last, inner_group.first))
        has_object = phrases and not adjective and directly(self.clauses, group) is not inner_group
        words = f"{tokens[group.main].lower} .. {self._words(inner_group.main)}"
        wish = lemma in _WISHING and group.negated and inner.quad > 2
        if wish or (lemma == "have" and inner.quad > 2 and _has_not_done_it(lemma, between)):
            return None  # doesn't want | to go to war, have yet | to look into it
        if lemma in composing.INTENT and inner_group.last - group.last < 5 and any(t.lower == "not" for t in between):
            event, mode = ("AGREE", "") if inner.quad > 2 else composing.refused(inner)
            inner = replace(inner, event=event, mode=mode, quad=1 if inner.quad > 2 else 3)
        doers = self.roles.doers(group) if not group.passive else self.roles.pieces(group.subject)
        event = mode = rule = ""
        if lemma == "threaten":
            event, mode, rule = "THREATEN", composing.threatened(inner), "threat to do"
        elif lemma in composing.REFUSE and not has_object:
            event, mode = composing.refused(inner)
            rule = "refusal"
        elif (lemma in composing.INTENT and not has_object) or (adjective and lemma in composing.LIKE_BE):
            up = [t.lower for t in between[:1]] == ["up"]
            if group.passive and (up or lemma not in ("prepare", "commit", "set", "schedule")):
                return None  # is expected | to sell; was set up | to help
            event, mode, rule = self._meant(lemma, inner)
        elif _has_not_done_it(lemma, between):
            event, mode = composing.refused(inner)
            rule = "refusal"
        elif group.passive and lemma in _SAID_OF and self._is_perfect(inner_group):
            return replace(inner, actors=doers or inner.actors)  # is reported | to have bombed the port
        elif lemma in composing.STOPPING and inner_group.kind == "ing" and not has_object:
            event, mode = ("SANCTION", "discontinue") if inner.quad < 3 else ("RETREAT", "")
            rule = "an end to a deed"
        elif (lemma == "use" and group.passive) or (lemma == "be" and has_object and inner_group.passive):
            return None  # will be used | to help the party; was the tenth | to be returned
        elif only_describes(self.clauses, self.roles, group, lemma, between) or _is_no_deed(lemma, inner, between):
            return None
        elif (lemma in composing.ON_THE_WAY and match is None) or lemma in composing.TRYING:
            event, mode, rule = inner.event, inner.mode, "verb behind another"
        if not event:
            return None
        recipients = inner.recipients
        if has_object and not recipients:
            recipients = self._matches.object_of(group)
        return Finding(
            event, mode, f"{rule}: {words}", group.first, inner.last, doers, recipients, group, inner=inner_group
        )

    def _meant(self, lemma: str, inner: Finding) -> tuple[str, str, str]:
        """The event, mode and rule of what somebody promises, plans or decides to do."""
        event, mode, rule = composing.meant(inner, decided=lemma in ("decide", "vote", "agree"))
        if lemma == "agree" and event == "REJECT":
            return "AGREE", "", "promise or plan to do"  # agreed to drop the case
        sent = tense.sent_where(self.clauses, inner) if event == "THREATEN" else ""
        if sent:
            event, mode = ("AGREE", "") if sent == "to help" else (inner.event, inner.mode)
        return event, mode, rule

    def _is_perfect(self, group: VerbGroup) -> bool:
        return any(t.lower == "have" for t in self.clauses.tokens[group.first : group.main])

    def _words(self, at: int) -> str:
        return self.clauses.tokens[at].text

    def _thing(self, group: VerbGroup) -> NounPhrase | None:
        thing = object_phrase(self.clauses, group.last)
        beside = self.clauses.tokens[group.last].lower if group.last < len(self.clauses.tokens) else ""
        if thing is None and beside in ("out", "up", "in", "into", "under"):  # carry out, come under
            thing = object_phrase(self.clauses, group.last + 1)
        return thing if thing is not None and self.noun_at(thing) is not None else None

    def noun_at(self, phrase: NounPhrase) -> Match | None:
        """The event noun that is a phrase's head: "air raid" in "a heavy air raid"."""
        tokens = self.clauses.tokens
        for first in range(max(phrase.first, phrase.head - 3), phrase.head + 1):
            match = match_noun(tokens, first, self.words)
            if match is not None and match.last > phrase.head:
                return match
        return None

    def _light(self, group: VerbGroup, lemma: str) -> Finding | None:
        thing = self._thing(group)
        noun = self.noun_at(thing) if thing is not None else None
        if noun is None or (lemma == "hold" and noun.entry.event == "ASSAULT"):
            return None  # held | poison
        entry = noun.entry
        actors, targets = self.roles.around_noun(noun.first, noun.last, False, False)
        doers = self.roles.doers(group) if not group.passive else self.roles.pieces(group.subject)
        if lemma in _BRINGING_ABOUT or lemma in composing.SUFFERING:
            doers, targets = actors or self.roles.behind(noun.last, ("from",)), doers  # came under attack | from
        if not targets and actors and lemma not in composing.SUFFERING:
            targets = actors
        if not targets and len(doers) > 1:
            targets = doers[1:]
        named = " ".join(t.text for t in self.clauses.tokens[noun.first : noun.last])
        rule = f"verb with event noun: {self._words(group.main)} .. {named}"
        place = (group.first, noun.last)
        return Finding(entry.event, entry.mode, rule, *place, doers, targets, group, cameo=entry.cameo)

    def _thought_of(self, group: VerbGroup) -> Finding | None:
        """ "is considering sanctions": what somebody thinks of doing."""
        finding = self._light(group, "")
        if finding is not None:
            finding.event, finding.mode, rule = composing.meant(finding, decided=False)
            finding.rule = f"{rule}: {finding.rule}"
        return finding


def _is_of_oneself(clauses: Clauses, match: Match) -> bool:
    """Whether somebody helps or backs oneself, which is no dealing with others."""
    thing = object_phrase(clauses, match.fixed_last)
    own = thing is not None and clauses.tokens[thing.head].lower.endswith(("self", "selves"))
    return own and match.entry.event in _FRIENDLY


def _has_not_done_it(lemma: str, between: list[Token]) -> bool:
    """Whether "be" or "have" say that an infinitive is not done: has been unwilling | to accept it, have yet | to."""
    if lemma == "have":
        return [t.lower for t in between[:1]] == ["yet"]
    return lemma == "be" and any(t.lower in _UNWILLING for t in between)


def _is_no_deed(lemma: str, inner: Finding, between: list[Token]) -> bool:
    """Whether it is only tried, or decided: tried | to talk to voters, went after him over his refusal | to release."""
    if lemma in ("try", "attempt"):
        return inner.quad < 4 and inner.event != "REQUEST"
    return lemma in composing.ON_THE_WAY and bool(between) and between[-1].lemma in DECISIONS
