"""Statements whose cue is a verb: said that ..., "...", he said, accused him of ..., is believed to ..."""

from dataclasses import replace

from ..grammar.phrases import NounPhrase, VerbGroup
from ..grammar.things import is_read, is_thing
from ..lexicon.cues import Cue
from ..lexicon.words import word_set
from .adjuncts import skip_adjuncts
from .attribution import Attribution, make, opening
from .clause_ends import clause_end
from .contents import Content
from .contents_before import content_before
from .contents_behind import content_behind
from .likely import CLAUSES, chained_to, has_to, is_likely, is_title, only_tells_when
from .other_speakers import SUBORDINATE
from .passives import doer_of, own_content, quoted_as, whom_it_quotes
from .reach import has_verb_before, leftwards, tells_which
from .speakers import Source, subject_before
from .speakers_behind import subject_behind
from .view import View

_TITLING = word_set("call title name dub term tell")
_SHOWN = word_set("sign banner placard poster slogan flag t-shirt")
_HELD = word_set("hold carry wave display raise chant shout wear brandish")
_ISSUED = word_set("statement message letter tweet post reply announcement memo speech address interview release")
_REFUSING = word_set("reject deny dismiss refute dispute withdraw refuse oppose criticise criticize condemn denounce")
_AGREED = word_set("deal merger takeover bid plan move")  # they sought to stop the deal | saying it hurts
_LEADING = frozenset(("lead", "cause"))  # the data led Ms Roe | to conclude that


class VerbRules:
    """One pass over the verbs of one sentence.

    A content opens a level of its own: "and promised" behind a content takes the subject of the level it is on.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.found: list[Attribution] = []
        self.subjects: list[tuple[int, Source | None]] = [(view.last, None)]
        self.by_verb: dict[int, Source] = {}  # the subject of each verb group, by its main token
        self.main: Source | None = None  # the subject of the last verb that no "before" or "as" comes before
        self.opening: Attribution | None = None  # who is about to speak: she said in a statement:

    def run(self) -> list[Attribution]:
        """The attributions of the sentence."""
        view = self.view
        for verb in view.verbs:
            if view.quoted(verb.main) is not None:
                continue  # whom somebody quotes states nothing here
            while len(self.subjects) > 1 and self.subjects[-1][0] <= verb.first:
                self.subjects.pop()
            cue = view.cue_of(verb)
            if verb.first == view.first and verb.form == "participle" and view.lower(verb.last) == "by":
                verb = replace(verb, passive=True)  # Asked by guides whether ...
            source = self._source_before(verb)
            if source is not None:
                self.by_verb[verb.main] = source
                if verb.form == "finite" and source.how != "relative" and not self._is_reduced(verb):
                    self.subjects[-1] = (self.subjects[-1][0], source)
                    if len(self.subjects) == 1 and view.lower(source.first - 1) not in SUBORDINATE:
                        self.main = source
            source = self._holder(source) or source
            supposed = source is not None and view.lower(source.first - 1) in ("if", "unless")
            if cue is not None and not supposed:
                self._at_verb(verb, cue, source)
        return self.found

    def lead(self) -> Attribution | None:
        """The person whom the sentence is about, if one is: the subject of its first verb."""
        view = self.view
        verb = next((v for v in view.verbs if v.form == "finite"), None)
        source = self.by_verb.get(verb.main) if verb is not None else None
        if verb is None or source is None or view.quoted(source.first) is not None:
            return None
        head = view.tokens[source.head_last - 1]
        is_person = head.tag in ("NNP", "NNPS") or head.lower in ("he", "she", "they")
        is_person = is_person or any(view.lower(i) in _ISSUED for i in range(verb.last, verb.last + 5))
        return opening(view, source, None, "says", "") if is_person else None

    def _is_reduced(self, verb: VerbGroup) -> bool:
        """Whether a form in -ed is no verb of a subject: pressed her on the people | held in camps, saying."""
        return tells_which(self.view, verb) and has_verb_before(self.view, verb.first)

    def _subject(self) -> Source | None:
        """The subject of the level that we are on, or of the one above."""
        return next((s for _, s in reversed(self.subjects) if s is not None), None)

    def _source_before(self, verb: VerbGroup) -> Source | None:
        view = self.view
        k = view.back(verb.first - 1)
        if verb.form == "infinitive":
            made = view.noun_ending.get(verb.first - 1)
            leads = made is not None and view.verb_at.get(made.first - 1)
            if made is not None and leads and view.tokens[leads.main].lemma in _LEADING and leads.form == "finite":
                return Source(made.first, made.last, made.first, made.last, "whom something leads")
            return self._subject()
        if view.code(k) == "K" and view.code(k - 1) == "," and len(self.subjects) == 1:
            return self.main or self._subject()  # met when the row began, and | agreed
        if view.code(k) == "K" or (view.code(k) == "," and view.code(k - 1) == "K"):
            return self._of_relative(verb) or self._subject()
        if verb.form in ("gerund", "participle"):
            quoted = view.lower(k) == "as"  # quoted the minister as saying
            k -= quoted
            quoting = quoted_as(view, verb)
            if quoting is not None and quoting.main in self.by_verb:
                return self.by_verb[quoting.main]
            noun = view.noun_ending.get(k + 1)
            dated = view.noun_ending.get(noun.first) if noun is not None and view.is_time(noun) else None
            if dated is not None and view.lower(dated.first - 1) == "with":
                noun, k = dated, dated.last - 1  # with his aides last week | warning
            with_them = noun is not None and view.lower(noun.first - 1) == "with"  # left, with his lawyers | arguing
            if noun is not None and view.code(k) != "," and (quoted or with_them or not self._is_medium(noun)):
                first = head = noun.first if with_them else leftwards(view, noun.first)
                head_last = view.noun_starting[head].last
                return Source(first, noun.last, head, head_last, "noun with participle")
            main = self.main if len(self.subjects) == 1 else None  # Peru left before Chile did, | arguing
            near = self._subject()
            if main is not None and near is not None and self._is_thing(main) and not self._is_thing(near):
                main = near  # The order came after a court upheld it, | agreeing
            return main or self._subject() or self._subject_to_come(verb)
        opened = next((j for j in range(k - 1, view.first, -1) if view.code(j) == ","), view.first)
        inserted = view.code(opened - 1) == "K" and view.finite_after(opened, k) is None
        if view.code(k) == "," and (inserted or self._in_list(verb)):
            return self._subject()  # left and, by her account, | warned
        dated = view.noun_ending.get(k + 1)
        in_time = dated is not None and dated.head - view.first in view.sentence.chunks.times
        if dated is not None and in_time and view.code(dated.first - 1) == "I" and view.code(dated.first - 2) == "K":
            return self._subject()  # left in May and in June | warned
        return subject_before(view, verb.first)

    def _is_thing(self, source: Source) -> bool:
        """Whether a source's head is a thing, or is only read."""
        at = source.head_last - 1
        return is_thing(self.view.tokens, at) or is_read(self.view.tokens, at)

    def _of_relative(self, verb: VerbGroup) -> Source | None:
        """Whom a clause is about that goes on: people who left and | want to go, which the one above does not."""
        view = self.view
        before = next((v for v in reversed(view.verbs) if v.last <= verb.first and v.form == "finite"), None)
        source = self.by_verb.get(before.main) if before is not None else None
        plural = view.tokens[verb.first].tag == "VBP" and before is not None and view.tokens[before.first].tag == "VBP"
        above = self._subject()
        one = above is not None and view.tokens[above.head_last - 1].tag in ("NN", "NNP")
        return source if source is not None and source.how == "relative" and plural and one else None

    def _is_medium(self, noun: NounPhrase) -> bool:
        """Whether a noun before "saying" is when, in what or of what it is said: in a letter, to stop the deal."""
        view, lemma = self.view, self.view.tokens[noun.last - 1].lemma
        whole = view.noun_starting.get(leftwards(view, noun.first))
        dated = view.is_time(noun) or (whole is not None and view.is_time(whole))  # Tuesday in the news media
        said_in = lemma in _ISSUED and view.code(noun.first - 1) == "I"
        done = view.verb_at.get(whole.first - 1) if whole is not None else None
        refused = done is not None and view.tokens[done.main].lemma in _REFUSING  # rejected the terms | saying
        made = refused or (whole is not None and done is not None and is_thing(view.tokens, whole.last - 1))
        return dated or said_in or ((lemma in _AGREED or made) and self._subject() is not None)

    def _subject_to_come(self, verb: VerbGroup) -> Source | None:
        """By refusing to pay, | the ministry | lost."""
        view = self.view
        if verb.first - view.first > 1:
            return None
        comma = next((j for j in range(verb.last, min(verb.last + 30, view.last)) if view.code(j) == ","), view.last)
        return subject_behind(view, comma + 1)

    def _in_list(self, verb: VerbGroup) -> bool:
        """Whether a verb behind a comma is one of several of the same subject: thanked, | praised and promised."""
        view, tag = self.view, self.view.tokens[verb.first].tag
        cue, inverted = view.cue_of(verb), subject_behind(view, verb.last)
        if cue is not None and "q" in cue.frames and not cue.heard and inverted and view.code(inverted.last) == ",":
            return False  # It fell, | said the guide, and was left there
        aside = {v for v, source in self.by_verb.items() if source.how == "relative"}  # whose son | used it
        before = [v for v in view.verbs if v.last < verb.first and view.tokens[v.first].tag == tag]
        if all(view.opens(v.first) or v.main in aside for v in before) or tag not in ("VBD", "VBZ", "VBP"):
            return False
        return any(
            view.code(v.first - 1) == "K" and view.tokens[v.first].tag == tag for v in view.verbs if v.first > verb.last
        )

    def _at_verb(self, verb: VerbGroup, cue: Cue, source: Source | None) -> None:
        view = self.view
        chained = chained_to(view, verb) if verb.form == "infinitive" else quoted_as(view, verb)
        whole = replace(verb, first=chained.first, form=chained.form) if chained is not None else verb
        if whole.form == "finite" and not verb.passive and cue.frames & {"q", "c"}:
            subject = source if chained is None or verb.form == "infinitive" else self.by_verb.get(chained.main)
            if self._before(whole, cue, subject):
                return
        if only_tells_when(view, verb, cue) or has_to(view, chained):
            return
        if source is None and verb.first == view.first and "q" in cue.frames and self._opens(verb, cue):
            return
        beside_noun = source is not None and source.how == "noun with participle"
        if verb.form == "participle" and not verb.passive and beside_noun:
            return  # "the man accused of ..." is told below, as a passive
        content = content_behind(view, cue, verb, source)
        by = verb.passive and "o" in cue.frames and view.lower(verb.last) == "by"
        if content is None and by and source is not None and source.how != "relative":
            self._done_by(verb, cue, source)
            return
        if content is None and source is not None and "q" in cue.frames and verb.form != "infinitive":
            end = skip_adjuncts(view, verb.last)
            if view.code(end) == ":" and end + 1 >= view.last:
                self.opening = opening(view, source, (verb.first, verb.last), cue.kind, cue.lemma)
        empty = content is None or not content.first < content.last <= view.last  # called the meeting as |
        if (
            content is None
            or empty
            or not is_likely(view, cue, verb, source, content, chained=chained_to(view, verb) is not None)
        ):
            return
        of_thing = content.first == verb.last and source is not None and self._is_thing(source)
        of_thing = of_thing and view.quoted(content.first) is not None  # advice called "Preparing for crises"
        if cue.lemma in _TITLING and (of_thing or is_title(view, content.first)):
            return
        if source is not None and source.how in ("relative", "noun with participle"):
            self._end_relative(content)
        said = whole if verb.form == "infinitive" else verb
        start, parts = said.first, [(content.first, content.last)]
        self._drop(said)
        if verb.passive or "h" in cue.frames:
            subject, source = source, doer_of(view, verb, content) if verb.passive else None
            own = own_content(view, subject, source, cue, content)
            if own is None:
                return
            parts = own + parts
            self.main = source or self.main
        elif source is None:
            return
        words = (start, max(content.cue_last, verb.last))
        self.found.append(make(view, source, words, parts, content.rule, cue.kind, cue.lemma))
        self.subjects.append((content.last, None))

    def _holder(self, source: Source | None) -> Source | None:
        """Who holds or shouts what has the words: | residents | held signs that read."""
        if source is None or source.how != "relative" or self.view.tokens[source.head_last - 1].lemma not in _SHOWN:
            return None
        verb = self.view.verb_at.get(source.head_first - 1)
        held = verb is not None and self.view.tokens[verb.main].lemma in _HELD
        return (self.by_verb.get(verb.main) or self._subject()) if held and verb is not None else None

    def _opens(self, verb: VerbGroup, cue: Cue) -> bool:
        """Said one aide: "We are tired." """
        view, source = self.view, subject_behind(self.view, verb.last)
        colon = source.last if source is not None else view.last
        quotation = view.quoted(colon + 1)
        if source is None or view.code(colon) != ":" or quotation is None:
            return False
        parts = [(colon + 1, min(view.tokens_of_quotation(quotation)[1], view.last))]
        rule = "a quotation behind its cue"
        self.by_verb[verb.main] = source
        self.found.append(make(view, source, (verb.first, verb.last), parts, rule, cue.kind, cue.lemma))
        return True

    def _done_by(self, verb: VerbGroup, cue: Cue, subject: Source) -> None:
        """The plan was praised by farmers | for its rules."""
        view, doer = self.view, subject_behind(self.view, verb.last + 1)
        if doer is not None and not view.is_time(view.noun_starting.get(doer.first)):
            parts = [(subject.first, subject.last)]
            if view.lower(doer.head_last) == "for":
                doer.last = doer.head_last
                parts.append((doer.last, clause_end(view, doer.last + 1, thing=True)))
            self.found.append(make(view, doer, (verb.first, verb.last + 1), parts, "a passive", cue.kind, cue.lemma))

    def _end_relative(self, content: Content) -> None:
        """A relative clause ends where the main verb comes: some of whom say they are lost, | stayed in."""
        view = self.view
        noun, clause = view.noun_starting.get(content.first), content.rule in CLAUSES
        for i in range(content.first + (2 if clause else 0), content.last - 1):
            following = view.verb_at.get(view.onward(i + 1))
            closes = view.code(i) == "Q" and view.code(i - 1) == ","  # called it "dead," | declined
            if following is None or following.form == "gerund" or (view.quoted(i) is not None and not closes):
                continue
            tied = view.noun_ending.get(i + 1)
            last = noun.last == i + 1 if noun else view.code(i) == "X"  # who asked not to be named | said
            last = last or (tied is not None and view.code(tied.first - 1) in "IT" and view.code(tied.head) != "O")
            if closes or view.code(i) in ",-" or (not clause and last and following.form == "finite"):
                content.last = i + (view.code(i) not in ",-")
                return

    def _drop(self, verb: VerbGroup) -> None:
        """Take out the row of a verb that makes one cue with the next: liked | to say."""
        start = self.view.tokens[verb.first].start
        self.found = [a for a in self.found if a.cue is None or a.cue[0] != start]

    def _before(self, verb: VerbGroup, cue: Cue, source: Source | None) -> bool:
        """Content before the cue: "...," he said; ..., said the minister."""
        before = content_before(self.view, cue, verb, source)
        if before is None:
            return False
        source, parts = before
        source = whom_it_quotes(self.view, verb) or source
        self.subjects[-1] = (self.subjects[-1][0], source)
        self.by_verb[verb.main] = self.main = source
        words = (verb.first, verb.last)
        self._drop(verb)
        self.found.append(make(self.view, source, words, parts, "a content before its cue", cue.kind, cue.lemma))
        return True
