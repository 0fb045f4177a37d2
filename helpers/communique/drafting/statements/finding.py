"""Attributions: who says, thinks, wants or fears what, by which words (source, cue and content)."""

from __future__ import annotations

from ..grammar.prose import Prose
from ..lexicon.cues import cues_of, noun_cues_of
from ..lexicon.lexicons import Lexicons
from .attribution import Attribution
from .loose_quotations import Openings, attach_quotations, transcript
from .other_cues import EarlierContents
from .phrase_cues import PhraseRules
from .verb_cues import VerbRules
from .view import View


def find_statements(prose: Prose, lexicons: Lexicons) -> list[Attribution]:
    """The attributions of an article, in the order of the text.

    Example:
        >>> from communique.drafting.grammar.prose import read_prose
        >>> prose = read_prose("", ['"We agree," said the minister.'])
        >>> [a.kind for a in find_statements(prose, Lexicons())]
        ['direct']
    """
    cues, others = cues_of(lexicons), noun_cues_of(lexicons)
    by_passage: list[list[Attribution]] = []
    openings: list[Openings] = []
    for passage in prose.passages:
        here: list[Attribution] = []
        about = Openings()
        for sentence in passage.sentences:
            view = View(passage, sentence, cues)
            verbs = VerbRules(view)
            of_verbs = verbs.run()
            about.leads.append((sentence.end, verbs.lead()))
            about.colon = verbs.opening
            here += of_verbs + PhraseRules(view, others, verbs).run() + EarlierContents(view, verbs).run()
        by_passage.append(here)
        openings.append(about)
        here += transcript(passage)
    attach_quotations(prose, by_passage, openings)
    return [a for here in by_passage for a in sorted(here, key=lambda a: (a.content[0], -a.content[1]))]
