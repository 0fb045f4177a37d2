"""Statements told before ("..., which Tehran denies", "..., a claim he denied") or without a source ("reportedly")."""

import re

from ..grammar.phrases import NounPhrase, VerbGroup
from ..lexicon.words import word_set
from .attribution import Attribution, make
from .clause_ends import clause_end
from .commas import TOLD
from .speakers import Source
from .verb_cues import VerbRules
from .view import View

_HIDING = word_set("reportedly allegedly purportedly supposedly")


class EarlierContents:
    """One pass over one sentence, behind that of the verbs."""

    def __init__(self, view: View, verbs: VerbRules) -> None:
        self.view, self.verbs = view, verbs
        self.found: list[Attribution] = []

    def run(self) -> list[Attribution]:
        """The attributions of the sentence."""
        view = self.view
        for verb in view.verbs:
            if verb.form == "finite" and not verb.passive and view.quoted(verb.main) is None:
                self._relative(verb)
        self._name_and_colon()
        for i, token in enumerate(view.passage.tokens_of(view.sentence), view.first):
            if token.lower in _HIDING and view.quoted(i) is None and not self._has_speaker(i):
                self._adverb(i)
        return self.found

    def _name_and_colon(self) -> None:
        """Kaine, on Twitter: "No." - a name, a colon and a quotation, without any verb."""
        view = self.view
        noun = view.noun_starting.get(view.first)
        colon = view.first
        while colon < view.last and colon - view.first < 10 and view.code(colon) != ":":
            colon += 1
        if noun is None or view.code(colon) != ":" or view.code(noun.head) not in "PN":
            return
        if view.code(colon + 1) != "q":
            self._title_and_colon(noun, colon)
            return
        if any(verb.form == "finite" and verb.first < colon for verb in view.verbs):
            return
        source = Source(noun.first, noun.last, noun.first, noun.last, "name")
        quotation = view.quoted(colon + 1)
        end = min(view.tokens_of_quotation(quotation)[1], view.last) if quotation is not None else view.last
        self.found.append(make(view, source, (colon, colon + 1), [(colon + 1, end)], "a name and a colon", "says", ""))

    def _title_and_colon(self, noun: NounPhrase, colon: int) -> None:
        """Finance minister Eva Lund: rates will stay low."""
        view = self.view
        codes = "".join(view.code(i) for i in range(noun.first, noun.last))
        titled = noun.last == colon and re.fullmatch(r"D?[JPN]*N[P]{1,4}", codes) is not None
        if titled and view.finite_after(colon + 1, view.last) is not None:
            source = Source(noun.first, noun.last, noun.first, noun.last, "name")
            content = (colon + 1, clause_end(view, colon + 1))
            self.found.append(make(view, source, (colon, colon + 1), [content], "a name and a colon", "says", ""))

    def _relative(self, verb: VerbGroup) -> None:
        view = self.view
        cue = view.cue_of(verb)
        source = self.verbs.by_verb.get(verb.main)
        if cue is None or source is None or source.how == "relative":
            return
        nothing_behind = view.code(verb.last) in ",.;$?!)" or view.lower(verb.last) == "as"
        named = "n" in cue.frames and view.code(verb.last) in "qJDN" and view.lower(source.first - 1) == "which"
        if not (named or (nothing_behind and cue.frames & {"o", "t", "c", "as"})):
            return
        k = source.first - 1
        k -= view.code(k) in "Wt"
        noun = view.noun_ending.get(k + 1)
        content = (k + 1, source.first)
        if noun is not None and view.lower(noun.last - 1) in TOLD:
            k, content = noun.first - 1, (noun.first, noun.last)
        elif k == source.first - 1:
            return
        if view.code(k) == "," and (named or view.finite_after(view.first, k) is not None):
            named = named or view.lower(verb.last) == "as"  # which critics call | a sham, describe | as one
            names = [(verb.last, clause_end(view, verb.last, thing=True))] if named else []
            rule = "a content told before"
            self.found.append(make(view, source, (verb.first, verb.last), [content, *names], rule, cue.kind, cue.lemma))

    def _has_speaker(self, i: int) -> bool:
        """Whether an adverb belongs to a verb that says who speaks: the mayor | reportedly | said."""
        verb = self.view.verb_at.get(i) or self.view.verb_at.get(i + 1) or self.view.verb_at.get(i - 1)
        at = self.view.tokens[verb.main].start if verb is not None else -1
        return any(a.cue is not None and a.source is not None and a.cue[0] <= at < a.cue[1] for a in self.verbs.found)

    def _adverb(self, i: int) -> None:
        view, start = self.view, i
        while start > view.first and view.code(start - 1) not in ",;:t-Qq":
            start -= 1
        end = clause_end(view, i + 1) if i + 1 < view.last else i
        if end - start > 2 and view.finite_after(start, end) is not None:
            rule = "an adverb that hides who says so"
            self.found.append(make(view, None, (i, i + 1), [(start, end)], rule, "reports", view.lower(i)))
