"""Attributions: who says, thinks, wants or fears what, by which words (source, cue and content)."""

from __future__ import annotations

from dataclasses import dataclass

from .contents import Content, clause_end, content_behind, skip_adjuncts
from .cues import Cue, cues_of
from .lexicons import Lexicons
from .phrases import VerbGroup
from .prose import Passage, Prose
from .subjects import Source, subject_before, subject_behind
from .views import View


@dataclass(slots=True)
class Attribution:
    """One statement: spans of characters in its passage, and the rule that found it.

    `source` and `cue` may be empty (None); `source_paragraph` differs from `paragraph_id` where a quotation goes on
    in another paragraph; `head` is the span of the source's head noun phrase.
    """

    paragraph_id: str
    content: tuple[int, int]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    head: tuple[int, int] | None
    kind: str
    rule: str
    cue_kind: str = "says"
    source_paragraph: str = ""
    part_of: Attribution | None = None


class Finder:
    """Finds the attributions of an article, sentence by sentence."""

    def __init__(self, prose: Prose, lexicons: Lexicons) -> None:
        self.prose, self.cues = prose, cues_of(lexicons)

    def run(self) -> list[Attribution]:
        """All attributions, in the order of the text."""
        found: list[Attribution] = []
        for passage in self.prose.passages:
            here: list[Attribution] = []
            for sentence in passage.sentences:
                here += _Sentence(View(passage, sentence, self.cues)).run()
            found += here
        return found


class _Sentence:
    """One pass over one sentence."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.found: list[Attribution] = []
        self.subject: Source | None = None  # of the last finite cue, for "and promised"
        self.main_subject: Source | None = None

    def run(self) -> list[Attribution]:
        self._according_to()
        for verb in self.view.chunks.verbs:
            cue = self.view.cues.get(self.view.tokens[verb.main].lemma)
            source = self._source_before(verb)
            if cue is not None:
                self._at_verb(verb, cue, source)
            if source is not None and verb.form == "finite":
                self.subject = source
                if self.main_subject is None and self.view.quoted(verb.main) is None:
                    self.main_subject = source
        return self.found

    def _source_before(self, verb: VerbGroup) -> Source | None:
        view = self.view
        k = verb.first - 1
        if verb.form == "infinitive":
            return self.subject
        while view.code(k) == "A":
            k -= 1
        if view.code(k) in "K":
            return self.subject
        if verb.form in ("gerund", "participle"):
            if view.code(k) == ",":
                return self.main_subject
            noun = view.noun_ending.get(k + 1)
            return Source(noun.first, noun.last, noun.first, noun.last, "noun with participle") if noun else None
        return subject_before(view, verb.first)

    def _at_verb(self, verb: VerbGroup, cue: Cue, source: Source | None) -> None:
        view = self.view
        if "q" in cue.frames and self._before(verb, cue, source):
            return
        content = content_behind(view, cue, verb)
        if content is None or content.last <= content.first:
            return
        if verb.passive:
            source = None
        if source is None:
            return
        self._add(source, (verb.first, max(content.cue_last, verb.last)), content, cue)

    def _before(self, verb: VerbGroup, cue: Cue, source: Source | None) -> bool:
        """Content before the cue: "...," he said; ..., said the minister."""
        view = self.view
        if source is not None and source.how.startswith("subject"):
            edge = source.first - 1
        else:
            edge, source = verb.first - 1, None
        if view.code(edge) not in ",Q?!-" or edge < view.first:
            return False
        if source is None:
            source = subject_behind(view, verb.last)
            if source is None:
                return False
            last = source.last
        else:
            last = verb.last
        start = view.first
        quote = view.quoted(edge) if view.code(edge) == "Q" else view.quoted(edge - 1)
        if quote is None and view.finite_after(start, edge) is None:
            return False
        if quote is None and skip_adjuncts(view, last) < view.last and view.code(skip_adjuncts(view, last)) == "t":
            return False
        end = edge + 1 if view.code(edge) == "Q" else edge
        if quote is not None:
            first, _ = view.tokens_of_quotation(quote)
            first = max(first, view.first)
            if view.finite_after(start, first) is None or first - start <= 1:
                start = first
        follow = view.last
        rest = skip_adjuncts(view, last)
        if view.code(rest) in ",:-" and view.code(rest + 1) == "q":
            end = view.tokens_of_quotation(view.quoted(rest + 1))[1]
        elif view.code(rest) == "q":
            end = view.tokens_of_quotation(view.quoted(rest))[1]
        content = Content(start, min(end, follow), verb.last, "a content before its cue")
        self._add(source, (verb.first, verb.last), content, cue)
        return True

    def _according_to(self) -> None:
        view = self.view
        for i in range(view.first, view.last - 2):
            if view.lower(i) == "according" and view.lower(i + 1) == "to" and view.quoted(i) is None:
                source = subject_behind(view, i + 2)
                if source is None:
                    continue
                if i - view.first <= 2:
                    start = source.last + (view.code(source.last) == ",")
                    content = Content(start, clause_end(view, start), i + 2, "according to")
                else:
                    start = view.first
                    end = i - (view.code(i - 1) in ",-")
                    content = Content(start, end, i + 2, "according to")
                if content.last > content.first:
                    self._add(
                        source, (i, i + 2), content, Cue("according", "says", frozenset(), frozenset(), frozenset())
                    )

    def _add(self, source: Source, cue_tokens: tuple[int, int], content: Content, cue: Cue) -> None:
        passage = self.view.passage
        span = _chars(passage, content.first, content.last)
        words = passage.words(*cue_tokens)
        self.found.append(
            Attribution(
                passage.paragraph_id,
                span,
                _chars(passage, *cue_tokens),
                _chars(passage, source.first, source.last),
                _chars(passage, source.head_first, source.head_last),
                kind_of(passage, span),
                f"{content.rule}: {words}",
                cue.kind,
                passage.paragraph_id,
            )
        )


def _chars(passage: Passage, first: int, last: int) -> tuple[int, int]:
    return passage.tokens[first].start, passage.tokens[last - 1].end


def kind_of(passage: Passage, span: tuple[int, int]) -> str:
    """direct where all of the content is quoted, indirect where nothing is, mixed between."""
    start, end = span
    inside = [(max(q.start, start), min(q.end, end)) for q in passage.quotations if q.depth == 0]
    covered = sum(max(0, b - a) for a, b in inside)
    if covered == 0:
        return "indirect"
    outside = sum(c.isalnum() for c in passage.text[start:end]) - sum(
        c.isalnum() for a, b in inside if b > a for c in passage.text[a:b]
    )
    return "direct" if outside <= 0 else "mixed"


def find_statements(prose: Prose, lexicons: Lexicons) -> list[Attribution]:
    """The attributions of an article, in the order of the text.

    Example:
        >>> from communique.drafting.prose import read_prose
        >>> prose = read_prose("", ['"We agree," said the minister.'])
        >>> [a.kind for a in find_statements(prose, Lexicons())]
        ['direct']
    """
    return Finder(prose, lexicons).run()
