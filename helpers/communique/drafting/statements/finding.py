"""Attributions: who says, thinks, wants or fears what, by which words (source, cue and content)."""

from collections.abc import Container

from ..grammar.prose import Passage, Prose
from ..grammar.things import is_craft, is_thing
from ..lexicon.cues import cues_of, noun_cues_of
from ..lexicon.events import event_lexicon
from ..lexicon.lexicons import Lexicons
from ..lexicon.words import listed, word_set
from .attribution import SILENT, Attribution, Span
from .fixed_phrases import FixedPhrases
from .loose_quotations import Openings, attach_quotations, transcript
from .noun_cues import NounRules
from .other_cues import EarlierContents
from .verb_cues import VerbRules
from .view import View

#: What a text can do as its writer does; only somebody threatens, wants or promises.
IN_WORDS = frozenset(("says", "claims", "reports", "admits", "accuses"))
_PICTURES = word_set("photo photograph picture image footage video clip television")
_TIMES = listed("times and occasions")
_LONE = word_set("that which")


def find_statements(prose: Prose, lexicons: Lexicons) -> list[Attribution]:
    """The attributions of an article, in the order of the text.

    Example:
        >>> from communique.drafting.grammar.prose import read_prose
        >>> prose = read_prose("", ['"We agree," said the minister.'])
        >>> [a.kind for a in find_statements(prose, Lexicons())]
        ['direct']
    """
    cues, others = cues_of(lexicons), noun_cues_of(lexicons)
    people = event_lexicon(lexicons).people
    papers = {noun for noun, row in lexicons.by_word("groups").items() if row["kind"] == "document"}
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
            of_phrases = FixedPhrases(view, verbs.by_verb).run() + NounRules(view, others, verbs.by_verb).run()
            attributions = of_verbs + of_phrases + EarlierContents(view, verbs).run()
            outermost = _outermost(passage, attributions, papers)
            of_somebody = (a for a in outermost if not _of_nobody(passage, a.head))
            by_people = (a for a in of_somebody if not _is_of_a_thing(passage, a, people, papers))
            here += [a for a in by_people if not _says_nothing(passage, a, people)]
        by_passage.append(here)
        openings.append(about)
        here += transcript(passage)
    attach_quotations(prose, by_passage, openings)
    return [a for here in by_passage for a in sorted(here, key=lambda a: (a.content[0], -a.content[1]))]


def _outermost(passage: Passage, attributions: list[Attribution], papers: Container[str]) -> list[Attribution]:
    """A sentence's statements; of those inside another's content, only what somebody named, or a document, says."""
    return [
        one
        for one in attributions
        if not any(
            other is not one
            and other.lemma != "accord"
            and one.cue is not None
            and any(a <= one.cue[0] < b for a, b in other.parts)
            for other in attributions
        )
        or one.rule.startswith(("a content told before", "a content before its cue"))
        or (one.spoken and one.cue_kind not in SILENT and _names(passage, one.head, papers))
    ]


_SOURCES = word_set("source ministry agency media newspaper paper report")
_CASES = word_set("case argument appeal evidence lawsuit testimony")


def _of_nobody(passage: Passage, head: Span | None) -> bool:
    """Whether the words that tell who speaks say that nobody does."""
    words = passage.text[slice(*head)].lower() if head is not None else ""
    if words in ("the first", "the second", "the third"):  # article of a law
        return True
    if words in _LONE:
        return True
    return (
        words in ("nobody", "no one", "none", "neither")
        or words.startswith(("anyone", "anybody"))
        or (words.startswith(("no ", "neither ")) and words.split()[1].isalpha())
    )


def _says_nothing(passage: Passage, one: Attribution, people: Container[str]) -> bool:
    """Whether a content only names somebody or something: cited | officials, referred to | Togo."""
    if len(one.parts) != 1:
        return False
    tokens = passage.tokens[passage.token_at(one.content[0]) : passage.token_at(one.content[1] - 1) + 1]
    last = tokens[-1]
    if one.lemma == "cite":
        return last.lemma in people or last.lemma in _SOURCES
    if one.lemma == "refer":
        return all(t.tag[:3] in ("NNP", "DT") for t in tokens)
    return one.lemma == "hear" and one.rule.startswith("a thing") and not _CASES.isdisjoint(t.lemma for t in tokens[:3])


def _is_of_a_thing(passage: Passage, one: Attribution, people: Container[str], papers: Container[str]) -> bool:
    """Whether a thing is said to do what only people do: the initiative aims to help, storms threaten the coast."""
    if one.head is None:
        return False
    at = passage.token_at(one.head[1] - 1)
    main = passage.tokens[at]
    if one.lemma == "show" and main.lemma in _PICTURES and one.rule.startswith("a thing as content"):
        return True  # photos showed debris
    named = main.tag == "PRP" or main.lemma in people or (main.tag[:3] == "NNP" and main.lower not in _TIMES)
    if one.lemma == "mean" and not named:
        return True  # the deal means that prices will rise
    if is_craft(main) and passage.tokens[at - 1].lower != "think":
        return True  # jets blasted targets
    if main.tag not in ("NN", "NNS") or main.lemma in people or main.lower in people:
        return False
    in_words = one.cue_kind in IN_WORDS and one.lemma != "mean" and not one.rule.startswith("a thing as content")
    return not in_words and main.lemma not in papers and is_thing(passage.tokens, at)


def _names(passage: Passage, head: Span | None, papers: Container[str]) -> bool:
    """Whether the words that tell who speaks hold a name, or are of a document."""
    if head is None:
        return False
    tokens = passage.tokens[passage.token_at(head[0]) : passage.token_at(head[1] - 1) + 1]
    return any(token.tag in ("NNP", "NNPS") for token in tokens) or tokens[-1].lemma in papers
