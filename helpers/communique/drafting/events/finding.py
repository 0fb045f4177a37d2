"""All events of an article, with their actors, times and certainties, before the actors have their ids."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from ...text.dates import iso_date
from ...text.times import TIME_SIGNS
from ..actors.mentions import NOT_NAMED, ActorDraft
from ..actors.resolver import Resolver
from ..grammar.phrases import VerbGroup
from ..grammar.prose import Prose
from ..lexicon.events import Lexicon, event_lexicon
from ..lexicon.lexicons import Lexicons, made_once
from ..statements.attribution import Attribution
from .certainty import Certainty, judge, modality
from .composing import RECIPROCAL, Finding, ask
from .contexts import Contexts
from .deeds import has_somebody, is_done, is_not_done, is_owed, only_asks, says_which
from .drafts import EventDraft, is_told, lend_recipients, name_who_did
from .figures import without_force
from .matching import object_phrase
from .parties import is_by_craft, is_foreseen, is_one_of, is_struck, matters, without_own_state
from .roles import AT_PLACES, WORDS
from .sentence import SentenceEvents
from .threats import only_warns
from .times import Time, find_times, own_day, time_of, with_days_after
from .told_before import is_told_again, lend_from_before
from .whom import Tellers, Whom, is_own
from .wording import end_of_label, span_of

_SIGNS_OF_TIME = TIME_SIGNS | {"following", "same"}
_contexts = made_once(Contexts)
_RULERS = frozenset(("state", "office"))


class EventFinder:
    """One pass over one article.

    It names actors of its own ("gunmen"), so run it before the resolver gives out ids. An event inside a statement is
    told by the statement's speaker.
    """

    def __init__(
        self,
        resolver: Resolver,
        speakers: Iterable[tuple[Attribution, ActorDraft]],
        published: dt.date | None,
        lexicons: Lexicons,
    ) -> None:
        self.resolver, self.published = resolver, published
        self.whom = Whom(resolver)
        self.lexicon: Lexicon = event_lexicon(lexicons)
        self.modality = modality(lexicons)
        self.contexts = _contexts(lexicons)
        self.spoken: dict[str, list[tuple[int, int, ActorDraft]]] = {}
        self.saying: dict[tuple[str, int], ActorDraft] = {}  # who says it, by the place where the cue begins
        for attribution, actor in speakers:
            place = self.spoken.setdefault(attribution.paragraph_id, [])
            place.append((*attribution.content, actor))
            if attribution.cue is not None and actor.kind != "document":  # a document says, and does nothing
                self.saying.setdefault((attribution.source_paragraph, attribution.cue[0]), actor)
        for place in self.spoken.values():
            place.sort(key=lambda s: -s[0])  # the first one last: it is taken first
        self.heard: list[tuple[int, int, ActorDraft, str]] = []
        self.day: dt.date | None = None  # the last one named in this paragraph
        self.officers: ActorDraft | None = None  # the police that acted last in this paragraph

    def run(self, prose: Prose) -> list[EventDraft]:
        """All events of an article's body (of its headline where there is no body), in the order of the text."""
        drafts: list[EventDraft] = []
        bodies = [p for p in prose.passages[1:] if p.tokens]
        for passage in bodies or prose.passages[:1]:
            last = self.officers = None
            self.day = None
            for sentence in passage.sentences:
                reading = SentenceEvents(passage, sentence, self.lexicon)
                findings = reading.all()
                if not findings:
                    continue
                times = self._times(reading)
                self._listen(passage.paragraph_id, sentence.start, sentence.end)
                self.judges: frozenset[str] = frozenset()  # of this sentence: the countries of those who judge
                before = len(drafts)
                for finding in findings:
                    draft = self._draft(reading, finding, times, last)
                    if draft is None:
                        continue
                    told_by = next((other for other in drafts[before:] if is_told(draft, other)), None)
                    if told_by is not None:
                        told_by.recipients = told_by.recipients or draft.recipients
                        continue
                    lend_recipients(draft, drafts[before:])
                    lend_from_before(draft, reading, drafts)
                    if is_told_again(draft, drafts[:before]):
                        continue
                    drafts.append(draft)
                    if finding.event in ("ACCUSE", "SUPPORT"):
                        self.judges |= {a.country for a in draft.actors}
                    officers = (a for a in draft.actors if a.sector == "COP")
                    self.officers = next(officers, self.officers)
                    last = draft.actors[0] if draft.actors[0].key != NOT_NAMED else None
                    deed = reading.deed_inside(finding) if not finding.negated else None
                    inner = self._draft(reading, deed, times, last) if deed else None
                    if inner is not None:
                        inner.part_of, inner.certainty = draft, Certainty("conditional", "PS+", finding.event.lower())
                        drafts.append(inner)
                name_who_did(drafts[before:])
        for draft in drafts:  # one row for all whom the article does not name, with the first such verb as its words
            draft.actors = [self.resolver.actors.setdefault(a.key, a) for a in draft.actors]
        return drafts

    def _times(self, reading: SentenceEvents) -> list[Time]:
        if not any(t.lower in _SIGNS_OF_TIME or t.tag == "CD" for t in reading.tokens):
            return []
        text, start, end = reading.passage.text, reading.sentence.start, reading.sentence.end
        times = with_days_after(find_times(text, self.published, start, end), self.day, text, start, end)
        self.day = next((day for time in reversed(times) if (day := iso_date(time.cell))), self.day)
        return times

    def _listen(self, paragraph_id: str, start: int, end: int) -> None:
        """Keep the statements that reach into a sentence."""
        waiting = self.spoken.get(paragraph_id, [])
        self.heard = [s for s in self.heard if s[3] == paragraph_id and s[1] > start]
        while waiting and waiting[-1][0] < end:
            first, last, actor = waiting.pop()
            self.heard.append((first, last, actor, paragraph_id))

    def _draft(
        self, reading: SentenceEvents, finding: Finding, times: list[Time], last: ActorDraft | None
    ) -> EventDraft | None:
        start, end = span_of(reading, finding)
        place = reading.passage.paragraph_id
        speaker = self._speaker(place, start)
        group = finding.group
        if not has_somebody(reading, finding):
            return None
        actors = self._acting(reading, finding, (speaker, last))
        before = reading.tokens[finding.actors[0].first - 1].lower if finding.actors else ""
        beside = finding.rule.startswith("noun") or before in ("of", "in", "near")
        if finding.event == "ASSAULT" and (beside or (group is not None and group.passive and before != "by")):
            actors = [actor for actor in actors if not _may_be_a_place(actor)]
        recipients = self._acted_upon(reading, finding, (speaker, last), actors)
        if group is not None and only_warns(finding, reading, group, actors, recipients):
            return None
        if without_force(finding, reading, actors, recipients):
            return None
        is_told = recipients or is_by_craft(finding, reading)  # drones hit | a power station
        if not actors and group is not None and is_told and self._is_hidden(reading, finding, group):
            actors = [self._hidden_by(reading, finding, group, last)]
        if not actors or self.whom.are_craft(reading, finding) or only_asks(finding, actors):
            return None
        if group is not None and is_not_done(reading, finding, group):
            return None
        if group is not None and not group.passive and is_owed(reading, finding, group):
            if speaker is None or is_one_of(speaker, actors):
                return None  # we must go on
            ask(finding)
            actors, recipients = [speaker], actors
        where = (place, reading.sentence.start, reading.sentence.end)
        recipients = without_own_state(finding, actors, recipients)
        judges = self.judges | ({speaker.country} if speaker is not None else set())
        aside: Collection[int] = set(_in_other_clauses(reading, finding)) if finding.event not in AT_PLACES else ()
        chain = group.subject if group is not None else []
        if len(chain) > 2 and len(reading.roles.pieces(chain)) == 1:  # the presidents of | Togo and Ghana
            own = range(reading.tokens[chain[0].first].start, reading.tokens[chain[-1].last - 1].end)
            aside = {*aside, *own}
        if len(actors) > 1 and finding.event in RECIPROCAL and finding.rule.startswith("noun"):
            aside = range(where[1], where[2])  # the war between two is with nobody else
        if finding.rule == "noun: request" and _is_at_request(reading, finding):
            aside = range(where[1], where[2])
        sides = {"at_home": finding.event == "PROTEST", "expelled": finding.mode == "deport"}
        self.resolver.countries.give(where, actors, recipients, judges, aside, **sides)
        if is_foreseen(finding, speaker, actors, [t.lemma for t in reading.tokens]) or not matters(
            finding, actors, recipients
        ):
            return None
        time = time_of(reading, finding, times)
        certainty = judge(finding, reading.clauses, self.modality)
        if self._is_supposed(reading, finding, certainty, start) and not _are_sides(
            reading, finding, actors, recipients
        ):
            return None
        contexts = self.contexts.of(reading.tokens, hypothetical=certainty.certainty == "conditional")
        words = reading.passage.text[start:end]
        day = own_day(reading, finding, self.published) if time is None and speaker is None else ""
        about = certainty, contexts, time, speaker
        label_words = reading.passage.text[start : end_of_label(reading, finding, end)]
        return EventDraft(
            place, start, end, words, finding, actors, recipients, *about, day=day, label_words=label_words
        )

    def _acting(self, reading: SentenceEvents, finding: Finding, tellers: Tellers) -> list[ActorDraft]:
        """Who acts: whom the phrases name, who judges, or who speaks where the event's verb is what says so."""
        speaker, group = tellers[0], finding.group
        subject = group.subject if group is not None else []
        if finding.rule.startswith("noun"):
            finding.actors = [p for p in finding.actors if not self.whom.only_names(reading, p, finding.first)]
        actors = self.whom.resolve(reading, finding.actors, tellers, acting=True)
        actors = [a for a in actors if a.kind != "document" or finding.event in WORDS]  # a law says, and does nothing
        if finding.judged and speaker is not None:
            return [speaker]
        unread_it = bool(subject) and reading.tokens[subject[0].head].lower == "it" and speaker is None
        if not actors and group is not None and not group.passive and not unread_it:
            cue = (reading.passage.paragraph_id, reading.tokens[group.first].start)  # they agreed
            return [self.saying[cue]] if cue in self.saying else []
        return actors

    def _acted_upon(
        self, reading: SentenceEvents, finding: Finding, tellers: Tellers, actors: list[ActorDraft]
    ) -> list[ActorDraft]:
        """Who is acted upon; no place of a meeting, and no document: who condemns a pact condemns its makers."""
        if finding.mode == "withdraw":
            finding.recipients = [phrase for phrase in finding.recipients if not reading.roles.own(phrase)]
        if finding.event == "CONSULT" or "visit" in finding.rule.split():
            is_place = (
                self.whom.is_unknown if finding.mode == "visit" or finding.event == "AGREE" else self.whom.is_where
            )
            finding.recipients = [phrase for phrase in finding.recipients if not is_place(reading, phrase)]
        for phrases in (finding.recipients, finding.harmed):
            acted_upon = self.whom.resolve(reading, phrases, tellers, struck=finding.event in AT_PLACES, doers=actors)
            if recipients := self.whom.held(reading, finding, [a for a in acted_upon if a not in actors]):
                return [a for a in recipients if a.kind != "document"]
        return []

    def _is_hidden(self, reading: SentenceEvents, finding: Finding, group: VerbGroup) -> bool:
        """Whether a deed is told, and not by whom."""
        hidden = (group.passive or is_struck(finding, reading, group)) and not finding.negated
        if says_which(reading, group):
            return False
        return (
            hidden
            and not self.whom.is_by_a_thing(reading, group, any_thing=finding.event != "ASSAULT")
            and is_done(finding, group, reading)
        )

    def _hidden_by(
        self, reading: SentenceEvents, finding: Finding, group: VerbGroup, last: ActorDraft | None
    ) -> ActorDraft:
        """Who did what a passive tells: who rules, where schools are closed; the police that came; nobody named."""
        if finding.event == "COERCE" and self.officers is not None:
            return self.officers
        rules = last is not None and last.kind in _RULERS and finding.event == "COERCE"
        return (
            last if last is not None and rules and finding.mode in ("", "restrict") else self._not_named(reading, group)
        )

    def _is_supposed(self, reading: SentenceEvents, finding: Finding, certainty: Certainty, start: int) -> bool:
        """Whether an event is a speaker's own word, or what an "if" supposes."""
        quoted = bool(reading.passage.quotations_over(start, start + 1)) and not self._of_outside(reading, finding)
        return finding.event != "ASSAULT" and (certainty.words in self.modality["clause"] or quoted)

    def _of_outside(self, reading: SentenceEvents, finding: Finding) -> bool:
        """Whether who acts is named before a quotation of a few words: the army has | "killed and jailed" nuns."""
        subject = finding.group.subject[:1] if finding.group is not None else []
        outside = (reading.tokens[phrase.first].start for phrase in subject)
        return any(not reading.passage.quotations_over(at, at + 1) for at in outside)

    def _speaker(self, paragraph_id: str, at: int) -> ActorDraft | None:
        """Who tells the event: the speaker of the smallest statement whose content it is in."""
        around = [(e - s, a) for s, e, a, p in self.heard if s <= at < e and p == paragraph_id]
        return min(around, key=lambda pair: pair[0])[1] if around else None

    def _not_named(self, reading: SentenceEvents, group: VerbGroup) -> ActorDraft:
        """For a passive that hides who acts: an actor without a name, whose evidence is the verb."""
        start, end = reading.tokens[group.first].start, reading.tokens[group.last - 1].end
        rule = f"passive that names nobody: {reading.passage.text[start:end]}"
        place = (reading.passage.paragraph_id, start, end)
        return ActorDraft(NOT_NAMED, "Not named", "unnamed", rule=rule, first=place)


def _may_be_a_place(actor: ActorDraft) -> bool:
    """Whether one capitalised word of which nothing more is known names who attacked: the Orlando | shooting."""
    alone = actor.kind == "unnamed" and actor.name.istitle() and actor.name.isalpha()
    return alone and not (actor.names or actor.plural)


def _is_at_request(reading: SentenceEvents, finding: Finding) -> bool:
    """Whether a request is only why something was done: was held at the | request of Togo."""
    return [t.lower for t in reading.tokens[max(0, finding.first - 2) : finding.first]] == ["at", "the"]


def _in_other_clauses(reading: SentenceEvents, finding: Finding) -> Iterator[int]:
    """The first characters of what relative clauses and clauses behind "while" are about: which borders | Benin."""
    for group in reading.clauses.groups:
        other = group is not finding.group and group is not finding.inner
        if other and group.kind in ("relative", "after") and group.link not in ("if", "unless"):
            thing = object_phrase(reading.clauses, group.last)
            subject = group.subject if group.kind == "after" else []
            for phrase in (*subject, *([thing] if thing is not None else [])):
                yield from (reading.tokens[n].start for n in range(phrase.first, phrase.last))


def _are_sides(
    reading: SentenceEvents, finding: Finding, actors: list[ActorDraft], recipients: list[ActorDraft]
) -> bool:
    """Whether an event is between two whose countries are known, or one that "we" told of: we expelled them."""
    acting = any(a.country for a in actors)
    own = finding.quad > 2 and any(is_own(reading.tokens[phrase.head]) for phrase in finding.actors)
    return acting and (own or any(a.country for a in recipients))
