"""Who else begins to speak: somebody with a verb of saying, over what comes between."""

from ..grammar.phrases import VerbGroup
from ..lexicon.words import word_set
from .view import View

SUBORDINATE = word_set("while although though if unless when because after before as since whereas")
DASHES = frozenset("-–—")
_LONGEST_INSERTION = 15  # words


def other_speaker(view: View, i: int) -> bool:
    """Whether somebody else begins to speak at token i: (as) the crowd chanted."""
    noun = view.noun_starting.get(i)
    if noun is None:
        return False
    verb = view.finite_at(behind_dashes(view, noun.last))
    return verb is not None and speaks(view, verb)


def behind_dashes(view: View, i: int) -> int:
    """The token behind an insertion between dashes at token i, or i: Karl Beck | – a nurse – | said."""
    closing = (j for j in range(i + 1, min(i + _LONGEST_INSERTION, view.last)) if view.lower(j) in DASHES)
    return next(closing, i - 1) + 1 if view.lower(i) in DASHES else i


def behind(view: View, i: int) -> int:
    """The token behind what depends on the phrase that ends at token i: the minister | of trade himself | said."""
    for _ in range(4):
        nxt = view.noun_starting.get(i + 1)
        if view.code(i) in "IT" and nxt and view.lower(i) not in SUBORDINATE:
            i = nxt.last
        elif view.code(i) == "A" or view.lower(i).endswith(("self", "selves")):
            i += 1
        else:
            break
    return i


def speaks(view: View, verb: VerbGroup) -> bool:
    """Whether a verb can come after a quotation: said, argued, not wanted."""
    cue = view.cues.get(view.tokens[verb.main].lemma)
    return cue is not None and "q" in cue.frames
