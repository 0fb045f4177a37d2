"""The one main event of a sentence, as the PLOVER codebook codes single sentences."""

from __future__ import annotations

from dataclasses import dataclass

from ...coding.codes import plover
from ..grammar.prose import read_prose
from ..lexicon.event_lexicon import event_lexicon
from ..lexicon.lexicons import Lexicons
from .finding import pieces
from .sentence import SentenceEvents


@dataclass(frozen=True)
class MainEvent:
    """The main event of a sentence; actor and recipient are words of it ("" where the sentence names none)."""

    event: str
    mode: str
    quad: int
    actor: str
    recipient: str
    words: str
    rule: str


def main_event(sentence: str, lexicons: Lexicons | None = None) -> MainEvent | None:
    """The main event of one sentence, as the PLOVER codebook codes single sentences: the first by syntax.

    Parameters:
        sentence: one English sentence.
        lexicons: the lexicons to use (default: the package's).

    Returns:
        The event with actor and recipient as words of the sentence, or None where no rule finds one.

    Example:
        >>> found = main_event("Iran rejected a US proposal to hold talks.")
        >>> found.event, found.actor, found.recipient
        ('REJECT', 'Iran', 'US')
    """
    lexicon = event_lexicon(lexicons)
    passage = read_prose("", [sentence]).passages[1]
    for tokens in pieces(passage):
        reading = SentenceEvents(tokens, lexicon)
        found = reading.main()
        if found is not None:
            actor = reading.phrase_words(found.actors[:1], passage.text)
            recipient = reading.phrase_words(found.recipients[:1], passage.text)
            words = passage.text[reading.tokens[found.first].start : reading.tokens[found.last - 1].end]
            quad = plover()[found.event, found.mode].quad_code
            return MainEvent(found.event, found.mode, quad, actor, recipient, words, found.rule)
    return None
