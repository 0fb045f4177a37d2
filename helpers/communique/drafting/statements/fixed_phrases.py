"""Statements whose cue is a fixed phrase: according to, in the words of, as somebody put it."""

from ..grammar.phrases import NounPhrase
from ..lexicon.words import listed, word_set
from .adjuncts import skip_adjuncts
from .attribution import Attribution, make
from .clause_ends import clause_end
from .speakers import Source
from .speakers_behind import subject_behind
from .view import View

_RAW = word_set("data figures statistics numbers records estimates information")
_WORDS_OF = listed("in the words of")
_FIGURES = word_set(
    "odd odds probability likelihood "
    "number toll figure total cost damage count chance loss price size value approval support rating turnout lead share"
)
_SEEN = word_set("obtained seen reviewed viewed read heard")
_LONGEST_FIGURE = 14  # words
_WITH_NAME = word_set("mr mr. ms ms. mrs mrs. dr dr. prof prof.")
_SIDES = listed("people who take sides")
_AS_SAID = ("put it", "say", "report", "note", "point out")
_POLLS = word_set("poll survey")
_PHRASES = frozenset(("according", "in", "by", "on", "as", "for", "to", "put", "puts", "putting"))


class FixedPhrases:
    """One pass over one sentence; `by_verb` has the subject of each of its verbs."""

    def __init__(self, view: View, by_verb: dict[int, Source]) -> None:
        self.view, self.by_verb = view, by_verb
        self.found: list[Attribution] = []

    def run(self) -> list[Attribution]:
        """The attributions of the sentence."""
        view = self.view
        for i, token in enumerate(view.passage.tokens_of(view.sentence), view.first):
            word = token.lower
            if word not in _PHRASES or view.quoted(i) is not None:
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
        return self.found

    def _according(self, i: int, after: int, source: Source | None) -> None:
        view = self.view
        if source is None or view.code(i - 1) == "t":
            return
        by = next((j for j in range(source.head_last, source.last + 1) if view.lower(j) in ("by", "from")), 0)
        seen = view.lower(by - 1) in _SEEN  # an email obtained by the paper
        writer = view.noun_starting.get(by + 1) if by and not seen and self._is_by_somebody(source) else None
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
            if view.code(source.last) == "-":  # According to Ms Lind - the judge - | it was late
                closing = (j for j in range(source.last + 1, view.last) if view.lower(j) == view.lower(source.last))
                source.last = next((j + 1 for j in closing), source.last)
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
        source = self.by_verb.get(i)
        if verb is None or noun is None or source is None or view.tokens[noun.head].lemma not in _FIGURES:
            return
        behind = range(noun.last, min(noun.last + _LONGEST_FIGURE, view.last))
        at = next((j for j in behind if view.lower(j) == "at"), 0)
        if at and any(view.code(j) == "C" for j in range(at + 1, at + 5)):  # at | well over 600
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
