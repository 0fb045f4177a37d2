"""Statements whose cue is a noun or an adjective: his claim that, is confident that."""

from ..grammar.phrases import NounPhrase
from ..lexicon.cues import OtherCue
from ..lexicon.words import listed, word_set
from .adjuncts import places_behind
from .attribution import Attribution, make
from .clause_ends import clause_end
from .reach import TIES
from .speakers import Source
from .speakers_behind import subject_behind
from .view import View

_LIGHT = listed("verbs beside a noun that is a cue")
_LIKE_BE = word_set("feel seem appear become remain sound look")
_PLACES = word_set("from in among of at within across inside")


class NounRules:
    """One pass over one sentence for cues that are nouns and adjectives; `by_verb` has the subject of each verb."""

    def __init__(self, view: View, cues: dict[str, OtherCue], by_verb: dict[int, Source]) -> None:
        self.view, self.cues, self.by_verb = view, cues, by_verb
        self.found: list[Attribution] = []

    def run(self) -> list[Attribution]:
        """The attributions of the sentence."""
        view, cues = self.view, self.cues
        for i, token in enumerate(view.passage.tokens_of(view.sentence), view.first):
            noun = token.tag in ("NN", "NNS")
            cue = (cues.get(token.lemma) if noun else None) or cues.get(token.lower)  # her worry; she is worried
            if cue is None or view.quoted(i) is not None:
                continue
            if cue.part == "noun" and noun:
                self._noun(i, cue)
            elif cue.part == "adjective" and token.tag[0] in "JV":
                self._adjective(i, cue)
        return self.found

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
        places = places_behind(view, after) if view.lower(noun.first) != "no" else ()  # made no promise | to leave
        free = (p for p in places if p == after or view.lower(p) != "of" or view.code(p - 1) not in "NP")
        content = next((behind for place in free if (behind := self._behind(place, cue)) is not None), None)
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
        source = self.by_verb.get(verb.main)
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
        source = self.by_verb.get(verb.main)
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
                tied_on = noun is not None and noun.first > start and view.noun_ending.get(noun.first) is not None
                if tied_on or (noun is not None and _has_two_nouns(view, noun)):
                    continue  # the effect | she may have
                before = noun.first - 1 if noun else verb.first - 1
                if noun is not None and noun.first == start:
                    return verb.first
                tied = view.lower(before) in TIES and seen > 0  # that it is late on his watch | makes it hard
                if (tied or view.code(before) not in "KtwWI,") and not (seen == 0 and noun is None):
                    return verb.first
            if verb.form in ("finite", "infinitive"):
                seen += 1
        return end

    def _add(
        self, source: Source, cue_tokens: tuple[int, int], content: tuple[int, int], cue: OtherCue, rule: str
    ) -> None:
        if content[1] > content[0]:
            self.found.append(make(self.view, source, cue_tokens, [content], rule, cue.kind, cue.lemma))


def _has_two_nouns(view: View, noun: NounPhrase) -> bool:
    """Whether a phrase is of a thing and of somebody who does it something: the effect | Ms Lind."""
    codes = [view.code(i) for i in range(noun.first, noun.last)]
    return codes[0] == "D" and "NP" in "".join(codes) and codes[-1] == "P"
