"""Verbs with their helpers: "would not have met" is one group."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..lexicon.words import BE, DO, HAVE
from .event_phrases import Phrase, word_set

if TYPE_CHECKING:
    from .prose import Token

_GET = frozenset(("get", "gets", "got", "getting"))
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither"))
MODALS = word_set("will would can could may might shall should must 'll ’ll ca wo cannot")
_HELPERS = frozenset((*BE, *HAVE, *DO, *MODALS, *_GET, "to"))


@dataclass(slots=True)
class VerbGroup:
    """A verb with its helpers: the tokens `first` to `last`, `main` among them.

    `kind` is main, that (what somebody says), relative, after (behind "after", "if", "when" ...), to, ing or
    participle; `governor` is the verb group that it hangs on; `subject` its noun phrases, the first one first.
    """

    first: int
    last: int
    main: int
    kind: str = "main"
    modal: str = ""
    negated: bool = False
    passive: bool = False
    link: str = ""
    governor: VerbGroup | None = None
    subject: list[Phrase] = field(default_factory=list)

    @property
    def finite(self) -> bool:
        return self.kind in ("main", "that", "relative", "after")


def verb_groups(tokens: list[Token], verbs: set[int]) -> list[VerbGroup]:
    """The verb groups of a sentence, in order.

    Parameters:
        tokens: the sentence's.
        verbs: which of them stand as verbs.
    """
    groups, behind_last = [], 0
    for n in sorted(verbs):
        if n < behind_last:
            continue  # it stands in the group before
        first, main, last = n, n, n + 1
        while last < len(tokens):
            word = tokens[main].lower
            if word not in _HELPERS:
                break
            ahead = last
            while ahead < len(tokens) and ahead not in verbs and tokens[ahead].tag == "RB":
                ahead += 1
            if ahead >= len(tokens) or ahead not in verbs or tokens[ahead].tag == "TO":
                break
            if word in BE and tokens[ahead].tag == "VBD" and ahead > last + 2:
                break
            main, last = ahead, ahead + 1
        group = VerbGroup(first, last, main)
        span = tokens[first:main]
        helpers = [t.lower for t in span]
        group.modal = next((w for w in helpers if w in MODALS), "")
        before = tokens[first - 1].lower if first else ""
        behind = tokens[last].lower if last < len(tokens) else ""
        group.negated = bool(_NEGATIONS & {*helpers, before}) or (behind == "not" and tokens[main].lower in BE)
        past = tokens[main].tag in ("VBN", "VBD")
        be = [t for t in span if t.lower in BE or t.lower in _GET]
        group.passive = past and bool(be) and tokens[main].lower not in BE
        if tokens[first].lower == "to":
            group.kind = "to"
        elif (not span and tokens[main].tag == "VBG") or (span and tokens[first].lower in ("being", "having")):
            group.kind = "ing"
        inverted = groups[-1] if groups and tokens[groups[-1].main].tag == "MD" else None
        if inverted is not None and tokens[first].tag == "VB" and first - inverted.last < 6:
            group.modal = inverted.modal or tokens[inverted.main].lower  # "should one country be invaded"
            groups.pop()
        groups.append(group)
        behind_last = last
    return groups
