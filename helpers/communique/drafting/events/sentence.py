"""The events of one sentence."""

from itertools import pairwise

from ..grammar.chains import chain_start, end_of_phrase
from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.prose import Passage, Sentence
from ..lexicon.events import Lexicon
from ..lexicon.words import word_set
from .composing import SAYING, SUFFERING, Finding
from .doers import RAIDS
from .mood import is_only_expected, is_unsure
from .nouns import EventNouns
from .reading import EventReader
from .roles import WORDS
from .tolls import TOLLS, without_tolls

_LETTING = word_set("allow let permit")
#: Who does this is who does what the thing does: launched a raid that killed.
_BEGINS = word_set("launch conduct carry stage mount fire")
_ARMS = word_set("weapon arms arm missile tank jet ammunition munition shell rocket drone")
#: Before a form in -ing: the act has a name, and is not told.
_NAMES_AN_ACT = frozenset(("of", "on", "without", "for", "about", "from", "to", "by", "as", "with"))
_RULES = word_set("bill act law amendment legislation measure resolution proposal")
_ANSWERING = word_set("respond retaliate react reply answer")
_SENDING = word_set("send deploy dispatch")
_JOINING = frozenset(("and", "or"))
_ONLY_THOUGHT_OF = word_set("suggest consider discuss oppose recommend propose mention debate contemplate advocate")


class SentenceEvents(EventNouns):
    """The events of one sentence."""

    def __init__(self, passage: Passage, sentence: Sentence, lexicon: Lexicon) -> None:
        super().__init__(passage, sentence, lexicon)
        self.reader = EventReader(self.clauses, lexicon.words, self.roles)

    def told_at_the_end(self) -> VerbGroup | None:
        """The "said" of "..., the minister said"."""
        last = next((g for g in reversed(self.clauses.groups) if g.finite and g.kind != "relative"), None)
        if last is None or self.tokens[last.main].lemma == "be":
            return None
        at_the_end = last.last < len(self.tokens) and self.tokens[last.last].text == "."
        if self.tokens[last.main].lemma not in SAYING and not at_the_end:
            return None
        at = last.subject[0].first - 1 if last.subject else last.first - 1
        closing = at > 0 and (self.tokens[at].text == "," or self.tokens[at].tag == "''")
        return last if closing else None

    def _of(self, group: VerbGroup) -> Finding | None:
        """The event of a group; behind "..., the minister warned" who is warned is who the quotation is about."""
        finding = self.reader.read(group)
        if finding is None:
            return None
        if not finding.recipients and group is self.told_at_the_end():
            about = next((g for g in self.clauses.groups if g.kind == "main" and g is not group), None)
            finding.recipients = [p for p in self.roles.pieces(about.subject) if self.roles.acts(p)] if about else []
        return self._named(finding, group)

    def _named(self, finding: Finding, group: VerbGroup) -> Finding:
        """A subject that is an event itself gives its own doer: "an attack by rebels killed"."""
        if not finding.actors or group.passive:
            return finding
        first = finding.actors[0]
        noun = self.reader.noun_at(first)
        if noun is not None and not self.roles.acts(first):
            actors, targets = self.roles.around_noun(noun.first, noun.last, False, True)
            finding.actors = actors or self._claiming(first)
            finding.recipients = finding.recipients or targets
        elif not self.roles.acts(first) and self.roles.named_inside(first) is None:
            above = group.governor
            while above is not None and not any(self.roles.acts(p) for p in above.subject):
                above = above.governor
            began = above is not None and self.tokens[above.main].lemma in _BEGINS
            own = group.kind == "relative" and group.link != "who" and (began or finding.quad in (1, 3))
            same = above is not None and any(first.first == phrase.first for phrase in above.subject)
            lent = group.kind == "to" or (group.kind == "ing" and (same or finding.event in WORDS))  # goods | arriving
            if above is not None and (own or lent):  # a letter | that criticises
                finding.actors = self.roles.pieces(above.subject)  # "passed a resolution condemning"
        return finding

    def _claiming(self, deed: NounPhrase) -> list[NounPhrase]:
        """Who says that a deed is theirs: the attack, claimed by | the Lomar Front."""
        behind = [t.lower for t in self.tokens[deed.last : deed.last + 3]]
        claimed = deed.last + (behind[:1] == [","])
        if [t.lower for t in self.tokens[claimed : claimed + 2]] != ["claimed", "by"]:
            return []
        return self.roles.behind(claimed + 1, ("by",))

    def all(self) -> list[Finding]:
        """Every event of the sentence that has somebody who acts: those of verbs, then those of nouns."""
        findings, swallowed = [], set()
        for group in self.clauses.groups:
            lemma = self.tokens[group.main].lemma
            if self._is_helped(group):
                continue
            asked = lemma == "ask" and group.first and self.tokens[group.first - 1].tag == "''"
            reading = None if asked else self.reader.read(group) if lemma == "be" else self._of(group)
            if reading is None or group.first in swallowed or reading.group is None:
                continue
            inner = reading.inner
            while inner is not None and inner.first not in swallowed:
                swallowed.add(inner.first)
                deed = self.reader.read(inner)
                inner = deed.inner if deed is not None and deed.rule.startswith("an end") else None
            if is_unsure(self.clauses, group) or self._is_noun(group, reading) or is_only_expected(self.clauses, group):
                continue
            gerund = group.kind == "ing" and (self._names_an_act(group) or self._is_thought_of(group, reading))
            if gerund or (group.kind == "to" and not (self._wanted(group) or self._is_sent_to_help(group, reading))):
                continue  # a purpose, or a name for an act, is no event yet
            if self._is_of_a_rule(group):
                continue
            threat = self._told_before(reading, group)
            if threat is not None:
                threat.harmed = reading.recipients
                if lemma not in SUFFERING:  # warned that it would close the port, and not: face sanctions
                    threat.mode = threat.mode or reading.mode
                continue
            findings.append(reading)
        findings = without_tolls(self.tokens, findings)
        self._share_objects(findings)
        covered = {n for f in findings for n in range(f.first, f.last)}
        nouns = [f for f in self.nominal() if f.actors and covered.isdisjoint(range(f.first, f.last))]
        nouns = [f for f in nouns if not self._does_it(f, findings)]
        nouns = [f for f in nouns if f.quad > 2 or len(f.actors) > 1 or f.recipients]  # the AU summit: with whom?
        findings = self._one_of_two(findings, nouns)
        if len(findings) > 1:  # a gesture beside a deed is none
            findings = [f for f in findings if self.tokens[f.last - 1].lower != "hands" or f.event != "CONSULT"]
        return sorted(findings, key=lambda f: f.first)

    def _is_sent_to_help(self, group: VerbGroup, reading: Finding) -> bool:
        """Whether those who were sent help: sent soldiers | to deliver food."""
        above = group.governor
        sent = above is not None and self.tokens[above.main].lemma in _SENDING and not above.negated
        return sent and above is not None and above.finite and not above.modal and reading.event == "AID"

    def _is_helped(self, group: VerbGroup) -> bool:
        """Whether somebody is helped to do it: helped Togo | rebuild."""
        at = self.clauses.phrase_at.get(group.first - 1)
        above = self.clauses.group_at.get(at.first - 1) if at is not None else None
        plain = group.first == group.main and self.tokens[group.main].tag in ("VB", "VBP")
        return above is not None and plain and self.tokens[above.main].lemma == "help"

    def _is_noun(self, group: VerbGroup, finding: Finding) -> bool:
        """Whether a form in -ing is a noun: is against the | bullying of anybody."""
        behind = [t.lower for t in self.tokens[group.last : group.last + 1]]
        return group.kind == "ing" and behind == ["of"] and finding.last <= group.last

    def _names_an_act(self, group: VerbGroup) -> bool:
        """Whether a form in -ing only names an act: accused of | lying, and of fraud, theft and | lying."""
        above = group.governor
        if group.link == "by" and above is not None and above.finite and not (above.negated or above.modal):
            answers = self.tokens[above.main].lemma in _ANSWERING
            return not answers and self.reader.read(above) is not None  # responded | by expelling them
        if not group.link:  # accused of | "gladly lying"
            before = self.tokens[: group.first]
            outside = [t.lower for t in before if t.tag not in ("RB", "``", "''")]
            return "``" in [t.tag for t in before[-2:]] and not _NAMES_AN_ACT.isdisjoint(outside[-1:])
        if group.link not in _JOINING:
            return group.link in _NAMES_AN_ACT
        joining = group.first - 1
        while joining > 0 and self.tokens[joining].tag == "RB":
            joining -= 1
        phrase = self.clauses.phrase_at.get(joining - 1)
        if phrase is not None and above is not None and above.kind == "ing" and above.last == phrase.first:
            return self._names_an_act(above)  # based on using no force and | settling disputes
        first = chain_start(self.clauses, phrase)[0].first if phrase is not None else 0
        while first > 1 and self.tokens[first - 1].text == "," and first - 2 in self.clauses.phrase_at:
            first = self.clauses.phrase_at[first - 2].first
        joined = self.clauses.group_at.get(joining - 1)
        if joined is not None and joined.kind == "ing":
            return self._names_an_act(joined)
        return first > 0 and self.tokens[first - 1].lower == "of"

    def _is_thought_of(self, group: VerbGroup, finding: Finding) -> bool:
        """Whether a form in -ing only names an act: suggested | exporting arms; | executing Lind would not help."""
        above = group.governor
        if above is not None and above.last == group.first and self.tokens[above.main].lemma in _ONLY_THOUGHT_OF:
            return True
        whose = self.clauses.phrase_at.get(group.last)
        subject = whose is not None and any(g.finite and g.first == whose.last for g in self.clauses.groups)
        return subject and finding.quad in (2, 4) and self.tokens[group.main].lemma not in SAYING

    def _one_of_two(self, findings: list[Finding], nouns: list[Finding]) -> list[Finding]:
        """All findings; a noun and the verb that says whom it harmed are one: an attack on the port killed three."""
        one: list[Finding] = []
        for noun in nouns:
            verb = next((f for f in findings if f.event == noun.event and self._tells_harm(f, noun)), None)
            kept, other = (verb, noun) if verb is not None and verb.first < noun.first else (noun, verb)
            if verb is not None and other is not None:
                place = noun.recipients and self.tokens[noun.recipients[0].first - 1].lower in ("in", "at")
                whom = verb if place and any(map(self.roles.named_inside, verb.recipients)) else kept
                kept.actors = noun.actors  # a strike in Kabul killed | an Iranian general
                kept.recipients = whom.recipients or kept.recipients or other.recipients
                kept.mode, kept.group = kept.mode or other.mode, verb.group  # the verb has the time
                findings = [f for f in findings if f is not verb]
            one.append(kept)
            phrase = self.clauses.phrase_at.get(noun.first)
            if phrase is None or len(noun.actors) != 1 or noun.quad != 4:
                continue
            for other in findings:
                if not other.actors and other.quad == 4 and other.group and self._is_in_which(other.group, phrase):
                    other.actors = noun.actors
        return findings + one

    def _does_it(self, noun: Finding, findings: list[Finding]) -> bool:
        """Whether the verb behind a noun tells its deed: | bombers | blew themselves up, | talks | were held."""
        raid = self.tokens[noun.last - 1].lemma in RAIDS
        passive = (f.actors for f in findings if raid and f.group is not None and f.group.passive)
        if any(noun.actors and noun.actors[0] in actors for actors in passive):
            return True  # were killed in the Togolese | crackdown
        doer = self.tokens[noun.last - 1].lemma in self.lexicon.people
        groups = (f.group for f in findings if f.group is not None and f.event == noun.event)
        subjects = (group.subject for group in groups if doer or group.passive)
        return any(phrase.first <= noun.first < phrase.last for subject in subjects for phrase in subject)

    def _tells_harm(self, finding: Finding, noun: Finding) -> bool:
        """Whether a verb of harm has a noun as its subject, or behind it: killed and injured | in the raid."""
        group, phrase = finding.group, self.clauses.phrase_at.get(noun.first)
        if group is None or phrase is None or self.tokens[group.main].lemma not in TOLLS:
            return False
        if len(noun.actors) > 1:
            return False  # a war between two killed many: neither did it alone
        if not group.passive:
            return any(subject.first == phrase.first for subject in group.subject[:1])
        before = self.tokens[phrase.first - 1].lower
        if not finding.actors and self._is_in_which(group, phrase):
            return True  # a raid in which ten were killed
        unnamed = all(actor.first > noun.first for actor in finding.actors)
        return unnamed and group.last < phrase.first and before in ("in", "by", "during")

    def _is_in_which(self, group: VerbGroup, phrase: NounPhrase) -> bool:
        """Whether a clause behind a noun tells what happened in it: a raid on the port, in which ten were | killed."""
        behind = [t.lower for t in self.tokens[phrase.last : group.first]]
        return any(pair == ("in", "which") for pair in pairwise(behind))

    def _is_of_a_rule(self, group: VerbGroup) -> bool:
        """Whether a clause says what a rule would do: a law that would close the port."""
        rule = self.tokens[group.subject[0].head].lower if group.subject else ""
        supposed = group.modal in ("would", "could", "might") or group.negated
        supposed = supposed or (group.modal == "will" and rule in _RULES)
        if group.kind != "relative":
            return group.modal in ("would", "could") and rule in _RULES
        return supposed and not any(map(self.roles.acts, group.subject[:1]))

    def _told_before(self, finding: Finding, group: VerbGroup) -> Finding | None:
        """The threat or the promise whose words a clause is: warned that | it would close the port."""
        tied = group.kind == "that" or (group.kind == "to" and finding.event == "AGREE")
        above = self.reader.read(group.governor) if tied and group.governor is not None else None
        is_same = above is not None and above.event == finding.event and finding.event in ("THREATEN", "AGREE")
        return above if is_same else None

    def _share_objects(self, findings: list[Finding]) -> None:
        """Give verbs in a row the object that only the last one has: killed, jailed and | beat nuns."""
        for finding, other in pairwise(findings[::-1]):
            if finding.group is None or other.group is None or other.recipients or other.group.passive:
                continue
            between = self.tokens[other.group.last : finding.group.first]
            if between and all(t.text == "," or t.lower in _JOINING or t.tag == "RB" for t in between):
                other.recipients = list(finding.recipients)

    def _wanted(self, group: VerbGroup) -> bool:
        """Whether an infinitive depends on a verb that is an event itself: a promise, a threat, a demand."""
        above = group.governor
        reading = self.reader.read(above) if above is not None else None
        if self.tokens[group.first - 1].lower == "not" and above is not None and above.last < group.first - 1:
            return False  # warned Togo not | to attack
        if reading is None or reading.rule.startswith("future cooperation"):
            return False  # will provide 80 million | to help
        if above is not None and above.negated and self.tokens[above.main].lemma in _LETTING:
            return False  # would not allow Togo | to attack
        return reading.event in ("AGREE", "THREATEN", "REJECT")

    def deed_inside(self, finding: Finding) -> Finding | None:
        """The deed that a threat is about, or arms that are promised: threatens | to send weapons."""
        if finding.event not in ("AGREE", "THREATEN") or finding.inner is None:
            return None
        deed = self.reader.read(finding.inner)
        lemmas = {t.lemma for t in self.tokens[finding.first : finding.last + 3]}
        if finding.event == "AGREE" and _ARMS.isdisjoint(lemmas):
            return None  # agreed to help: one act
        if any(t.lower == "not" for t in self.tokens[finding.first : finding.inner.first + 1]):
            return None  # promised not to attack
        if deed is None or deed.quad not in (2, 4) or not finding.actors:
            return None
        deed.actors = deed.actors or list(finding.actors)
        return deed

    def end_of(self, phrase: NounPhrase) -> int:
        """The character behind a phrase with the "of ..." that belongs to it; for a place, also "in ..."."""
        links = ("of",) if self.roles.acts(phrase) else ("of", "in", "near", "at", "on", "held")
        return end_of_phrase(self.clauses, phrase, links)
