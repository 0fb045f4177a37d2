"""The words of an event: those that are its evidence, and those that its label goes on with."""

from ..grammar.chains import SUBORDINATE
from .composing import Finding
from .sentence import SentenceEvents

_LONGEST_TOLD = 8
_ENDS_TOLD = frozenset(("WDT", "WP", "WRB", "CC"))
_NEVER_LAST = frozenset(("DT", "IN", "TO", "PRP$", "CC", "MD", "RB", "POS", "CD"))


def end_of_label(reading: SentenceEvents, finding: Finding, end: int) -> int:
    """The character behind what a bare verb goes on with: has offered to | share its water."""
    tokens, clauses = reading.tokens, reading.clauses
    at = next((n for n in range(finding.last - 1, len(tokens)) if tokens[n].start >= end), len(tokens))
    that = any(t.lower == "that" for t in tokens[finding.first : at])
    if at and at - 1 in clauses.phrase_at and not that:
        return end
    stop = at
    while stop < len(tokens) and stop - at < _LONGEST_TOLD * (1 + that):
        that = that or tokens[stop].lower == "that"
        token, group = tokens[stop], clauses.group_at.get(stop)
        if stop == at and group is not None and group.finite and not that:
            break  # the guarantees that Peru has offered | are too weak
        if token.tag in _ENDS_TOLD or token.lower in SUBORDINATE or not token.text[0].isalnum():
            break
        stop += 1
    while stop > at and (
        tokens[stop - 1].tag in _NEVER_LAST or tokens[stop - 1].lower == "that" or stop - 1 in clauses.times
    ):
        stop -= 1
    return tokens[stop - 1].end if stop > at else end


def span_of(reading: SentenceEvents, finding: Finding) -> tuple[int, int]:
    """The characters of an event's words, with its object where that follows at once."""
    tokens, last = reading.tokens, finding.last
    phrase = reading.clauses.phrase_at.get(last) or reading.clauses.phrase_at.get(last - 1)
    if phrase is not None and phrase.last > last:
        last = phrase.last
    return tokens[finding.first].start, tokens[last - 1].end
