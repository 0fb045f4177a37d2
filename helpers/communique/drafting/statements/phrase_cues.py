"""Statements whose cue is no verb: according to, his claim that, is confident that, reportedly."""

from ..grammar.phrases import NounPhrase
from ..lexicon.cues import OtherCue
from ..lexicon.words import listed, word_set
from .adjuncts import skip_adjuncts
from .attribution import Attribution, make
from .clause_ends import clause_end
from .speakers import Source
from .speakers_behind import subject_behind
from .verb_cues import VerbRules
from .view import View

_LIGHT = listed("verbs beside a noun that is a cue")
_RAW = word_set("data figures statistics numbers records estimates information")
_LIKE_BE = word_set("feel seem appear become remain sound look")
_WORDS_OF = listed("in the words of")
_PHRASES = frozenset(("according", "in", "by", "on", "as", "for", "to", "put", "puts", "putting"))
_FIGURES = word_set(
    "number toll figure total cost damage count chance loss price size value approval support rating turnout lead share"
)
_WITH_NAME = word_set("mr mr. ms ms. mrs mrs. dr dr. prof prof.")
_SIDES = listed("people who take sides")
_AS_SAID = ("put it", "say", "report", "note", "point out")
_PLACES = word_set("in among of at within across inside")
_POLLS = word_set("poll survey")


class PhraseRules:
    """One pass over one sentence for cues that are nouns, adjectives and fixed phrases."""

    def __init__(self, view: View, cues: dict[str, OtherCue], verbs: VerbRules) -> None:
        self.view, self.cues, self.verbs = view, cues, verbs
        self.found: list[Attribution] = []

    def run(self) -> list[Attribution]:
        """The attributions of the sentence."""
        view, cues = self.view, self.cues
        for i, token in enumerate(view.passage.tokens_of(view.sentence), view.first):
            word = token.lower
            cue = cues.get(token.lemma) or cues.get(word)
            if (cue is None and word not in _PHRASES) or view.quoted(i) is not None:
                continue
            if word == "according" and view.lower(i + 1) == "to":
                self._according(i, i + 2, subject_behind(view, i + 2))
            elif word in ("in", "by", "on"):
                self._in_words_of(i)
            elif word == "as":
                self._as_put(i)
            elif word in ("for", "to"):
                self._for_whom(i)
            elif token.lemma == "put":
                self._put_at(i)
            elif cue is not None and cue.part == "noun" and token.tag in ("NN", "NNS"):
                self._noun(i, cue)
            elif cue is not None and cue.part == "adjective" and token.tag[0] in "JV":
                self._adjective(i, cue)
        return self.found

    def _according(self, i: int, after: int, source: Source | None) -> None:
        view = self.view
        if source is None or view.code(i - 1) == "t":
            return
        by = next((j for j in range(source.head_last, source.last + 1) if view.lower(j) in ("by", "from")), 0)
        writer = view.noun_starting.get(by + 1) if by and self._is_by_somebody(source) else None
        if writer is not None:  # a tweet by | Ms Roe; data from | the Treasury
            source.head_first, source.head_last = writer.first, writer.last
        if i - view.first <= 2 and view.code(view.first) not in "DPNO":
            if source.last >= view.last - 1:  # According to the ministry, | a man who fell was saved
                source.last = next((j for j in range(source.head_last, view.last) if view.code(j) == ","), source.last)
            comma = source.last
            while comma < view.last and view.code(comma) != "," and comma - source.last < 20:
                comma += 1
            verb = view.finite_after(source.last, comma)
            if verb is not None and verb.first > source.last and view.code(source.last) not in ",W":
                comma = source.last  # According to the ministry | over 300 people were hurt,
            if view.code(comma) == "," and view.code(comma + 1) == "W":  # two aides, who asked not to be named,
                comma = next((j for j in range(comma + 2, view.last) if view.code(j) == ","), comma)
            source.last = comma if view.code(comma) == "," else source.last
            start = source.last + (view.code(source.last) == ",")
            end = clause_end(view, start)
        else:
            start = max((j + 1 for j in range(view.first, i) if view.code(j) == ";"), default=view.first)
            end = i
            while end > start and view.code(end - 1) in ",-":
                end -= 1
            behind = source.last + 1
            if view.code(source.last) == "," and view.finite_at(view.onward(behind)) and view.code(start) in "DPNJOC":
                start = behind if view.code(i - 2) == "K" else start
                end = clause_end(view, behind)  # the bus, according to the guide, | was late
            elif end - start < 4 and view.code(source.last) == ",":
                start, end = behind, clause_end(view, behind)
        if end > start:
            self.found.append(make(view, source, (i, after), [(start, end)], "according to", "says", "accord"))

    def _is_by_somebody(self, source: Source) -> bool:
        """Whether a source is only how something came out, and "by" or "from" names whose it is."""
        figures = self.view.lower(source.head_last - 1) in _RAW
        return figures or self.view.is_time(self.view.noun_starting.get(source.first))

    def _in_words_of(self, i: int) -> None:
        """In the words of one delegate, "..."; in his view, ..."""
        view = self.view
        if view.lower(i + 1) == "the" and view.lower(i + 2) in _WORDS_OF and view.lower(i + 3) == "of":
            source, after = subject_behind(view, i + 4), i + 4
            if source is not None:
                comma = next((j for j in range(source.first, source.last) if view.code(j) == ","), source.last)
                source.last = comma
            end = source.last if source else after
        else:
            noun = view.noun_starting.get(i + 1)
            if noun is not None and view.tokens[noun.last - 1].lemma in _POLLS and i - view.first > 3:
                self._in_poll(i, noun)
            if noun is None or view.lower(noun.last - 1) not in _WORDS_OF or noun.last - noun.first < 2:
                return
            own = view.lower(noun.last - 2) == "own"
            if (view.code(noun.last - 2) not in "SD" and not own) or view.lower(noun.first) in ("the", "a", "other"):
                return
            last = noun.last - 1 - own
            source = Source(noun.first, last, noun.first, last - (view.code(last - 1) == "S"), "possessor")
            end, after = noun.last, noun.last
        if source is None:
            return
        start = end + (view.code(end) == ",")
        stop = clause_end(view, start)
        if (i - view.first > 3 and view.code(i - 2) != "K") or stop - start < 2:
            start, stop = view.first, i - (view.code(i - 1) == ",")
        if stop > start:
            self.found.append(make(view, source, (i, after), [(start, stop)], "in the words of", "says", "word"))

    def _as_put(self, i: int) -> None:
        """As the envoy put it, the treaty is dead; as the paper reported, ..."""
        view = self.view
        source = subject_behind(view, i + 1)
        after = view.onward(source.last) if source is not None else view.last
        verb = view.finite_at(after + (view.lower(after) == "first"))
        cue = view.cue_of(verb) if verb is not None else None
        if source is None or verb is None or cue is None or cue.lemma not in _AS_SAID:
            return
        end = verb.last if cue.lemma == "put it" else skip_adjuncts(view, verb.last)
        if view.code(end) not in ",:;.$":
            return  # as the envoy put it on the table
        before = (view.first, i - (view.code(i - 1) == ","))
        rest = (end + 1, clause_end(view, end + 1)) if view.code(end) in ",:" else (0, 0)
        parts = [(start, stop) for start, stop in (before if i - view.first > 1 else (0, 0), rest) if stop > start]
        if parts:
            words = (verb.first, verb.last)
            self.found.append(make(view, source, words, parts, "as somebody put it", cue.kind, cue.lemma))

    def _put_at(self, i: int) -> None:
        """The ministry puts the toll at 40."""
        view, verb, noun = self.view, self.view.verb_at.get(i), self.view.noun_starting.get(i + 1)
        source = self.verbs.by_verb.get(i)
        if verb is None or noun is None or source is None or view.tokens[noun.head].lemma not in _FIGURES:
            return
        at = next((j for j in range(noun.last, min(noun.last + 6, view.last)) if view.lower(j) == "at"), 0)
        if at:
            content = (i + 1, clause_end(view, at + 1, thing=True))
            words = (verb.first, i + 1)
            self.found.append(make(view, source, words, [content], "a thing as content", "says", "put"))

    def _for_whom(self, i: int) -> None:
        """For Ms Tanaka, the ruling is a defeat; to critics, it was late."""
        view, noun = self.view, self.view.noun_starting.get(i + 1)
        if i != view.first or noun is None or view.code(noun.last) != ",":
            return
        if view.lower(noun.first) not in _WITH_NAME and view.tokens[noun.last - 1].lemma not in _SIDES:
            return
        verb = view.finite_after(noun.last, view.last)
        if verb is not None and view.code(verb.main) == "B":
            source = Source(noun.first, noun.last, noun.first, noun.last, "whom")
            content = (noun.last + 1, clause_end(view, noun.last + 1))
            self.found.append(make(view, source, (i, i + 1), [content], "for somebody", "believes", "for"))

    def _in_poll(self, i: int, noun: NounPhrase) -> None:
        """The party had 38 percent in a Gallup poll."""
        view = self.view
        verb = view.finite_after(view.first, i)
        there = view.code(view.first) == "E"  # There is hope in the poll
        if verb is not None and view.cue_of(verb) is None and view.code(noun.last) in ".,$" and not there:
            source = Source(noun.first, noun.last, noun.first, noun.last, "poll")
            self.found.append(make(view, source, (i, i + 1), [(view.first, i)], "in a poll", "reports", "poll"))

    def _noun(self, i: int, cue: OtherCue) -> None:
        """his claim that ...; expressed concern about ...; a promise by Mr Kim to ..."""
        view = self.view
        noun = view.noun_ending.get(i + 1)
        if noun is None or (view.lower(i + 1) == "for" and view.lower(i + 2) in ("comment", "comments")):
            return  # did not answer a request for comment
        after = i + 1
        by = None
        if view.lower(after) in ("by", "from", "among") and view.noun_starting.get(after + 1):
            by = subject_behind(view, after + 1)
            after = by.last if by else after
        content = self._behind(after, cue)
        possessor = self._possessor(noun.first, i)
        if possessor is not None and content is not None:
            self._add(possessor, (i, max(i + 1, content[0])), content, cue, "a noun with its owner")
        elif by is not None and content is not None:
            self._add(by, (i, i + 1), content, cue, "a noun and by")
        elif not self._is_that(noun, possessor, cue) and not self._there_is(noun, i, cue, content):
            self._light_verb(noun.first, i, cue, content)

    def _is_that(self, noun: NounPhrase, owner: Source | None, cue: OtherCue) -> bool:
        """The idea is that ...; his fear was that ...; the question is whether ..."""
        view = self.view
        whose = view.noun_starting.get(noun.last + 1) if view.lower(noun.last) in _PLACES else None
        verb = view.verb_at.get(whose.last if whose is not None else noun.last)
        if verb is None or verb.form != "finite" or view.code(verb.main) != "B" or view.code(noun.first) != "D":
            return False
        if whose is not None:
            owner = Source(whose.first, whose.last, whose.first, whose.last, "place")
        i = verb.last
        if view.code(i) != "t" and view.lower(i) != "whether":
            return False
        first = owner.last if owner is not None and whose is None else noun.first
        content = (i, clause_end(view, i + 1))
        self.found.append(
            make(view, owner, (first, verb.last), [content], "a noun and what it is", cue.kind, cue.lemma)
        )
        return True

    def _there_is(self, noun: NounPhrase, i: int, cue: OtherCue, content: tuple[int, int] | None) -> bool:
        """There are fears that the dam will break: nobody says whose."""
        view = self.view
        verb = view.verb_at.get(noun.first - 1)
        if content is None or verb is None or view.code(verb.main) != "B" or view.code(verb.first - 1) != "E":
            return False
        words = (verb.first - 1, i + 1)
        self.found.append(make(view, None, words, [content], "there are fears", cue.kind, cue.lemma))
        return True

    def _possessor(self, first: int, i: int) -> Source | None:
        view = self.view
        if view.tokens[first].tag == "PRP$":
            return Source(first, first + 1, first, first + 1, "possessor")
        for j in range(i - 1, first, -1):
            if view.code(j) == "S":
                return Source(first, j + 1, first, j, "possessor")
        return None

    def _light_verb(self, first: int, i: int, cue: OtherCue, content: tuple[int, int] | None) -> None:
        view = self.view
        verb = view.verb_at.get(first - 1)
        if verb is None or verb.passive or view.tokens[verb.main].lemma not in _LIGHT:
            return
        source = self.verbs.by_verb.get(verb.main)
        if source is None:
            return
        if content is None:
            if view.tokens[verb.main].lemma not in ("express", "voice", "share") or cue.kind != "feels":
                return
            self._add(source, (verb.first, verb.last), (first, i + 1), cue, "a feeling expressed")
        else:
            self._add(source, (verb.first, content[0]), content, cue, "a verb and a noun")

    def _adjective(self, i: int, cue: OtherCue) -> None:
        """is confident that ..., was worried about ..."""
        view = self.view
        k = view.back(i - 1)
        verb = view.verb_at.get(k) or view.verb_at.get(i)
        if verb is None or view.code(k) not in "BVXG":
            return
        if view.code(k) != "B" and view.tokens[k].lemma not in _LIKE_BE:
            return
        source = self.verbs.by_verb.get(verb.main)
        if source is None:
            return
        content = self._behind(i + 1, cue)
        if verb.form == "infinitive" or (source.how == "relative" and view.lower(i + 1) != "that"):
            return
        if content is not None:
            self._add(source, (verb.first, max(i + 1, content[0])), content, cue, "a feeling or belief")

    def _behind(self, i: int, cue: OtherCue) -> tuple[int, int] | None:
        view = self.view
        word = view.lower(i)
        if word == "that" and "that" in cue.frames and view.code(i) in "tWD" and view.finite_after(i, view.last):
            return i, self._before_next_verb(i + 1, clause_end(view, i + 1))
        if word == "to" and "to" in cue.frames and view.code(i + 1) in "VBHdAXGqNPDO":
            start = i if view.code(i + 1) in "VBHdA" else i + 1
            return start, self._before_next_verb(start, clause_end(view, i + 1, thing=True), int(start == i))
        when = word in ("on", "in", "at") and view.is_time(view.noun_starting.get(i + 1))
        if word in cue.frames and word not in ("that", "to", "c") and i + 1 < view.last and not when:
            return i + 1, self._before_next_verb(i + 1, clause_end(view, i + 1, thing=True), 0)
        if word == "whether" and "whether" in cue.frames:
            return i, clause_end(view, i)
        noun = view.noun_starting.get(i)
        if "c" in cue.frames and noun is not None:
            finite = view.finite_after(noun.last, view.last)
            if finite is not None and finite.first - noun.last <= 6:
                return i, clause_end(view, i)
        return None

    def _before_next_verb(self, start: int, end: int, own: int = 1) -> int:
        """Where a content in a subject ends: his claim that they lied | was denied."""
        view, seen = self.view, 0
        for verb in view.verbs:
            if not start <= verb.first < end:
                continue
            joined = view.code(verb.first - 1) == "q" or any(
                view.code(j) in "K,WtwI" for j in range(verb.first - 1, max(start, verb.first - 2), -1)
            )
            if seen >= own and verb.form == "finite" and view.code(verb.first - 1) not in "K,WA" and not joined:
                noun = view.noun_ending.get(verb.first)
                before = noun.first - 1 if noun else verb.first - 1
                if noun is not None and noun.first == start:
                    return verb.first
                if view.code(before) not in "KtwWI," and not (seen == 0 and noun is None):
                    return verb.first
            if verb.form in ("finite", "infinitive"):
                seen += 1
        return end

    def _add(
        self, source: Source, cue_tokens: tuple[int, int], content: tuple[int, int], cue: OtherCue, rule: str
    ) -> None:
        if content[1] > content[0]:
            self.found.append(make(self.view, source, cue_tokens, [content], rule, cue.kind, cue.lemma))
