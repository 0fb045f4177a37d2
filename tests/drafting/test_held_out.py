"""Constructed texts and sentences by another hand than the rules': no rule is fixed for them, they only measure.

Whoever fixes a rule because of a text in here moves the text to the development sets and writes a new one.
"""

from __future__ import annotations

from ..gold import held_out_texts, statement_counts
from ..sentences import held_out_sentences, shares_of_countries, shares_right, wire_sentences
from ..stories import total

#: What was measured: a little less for statements, exactly that for the events that a draft writes.
STATEMENTS = 0.806
EVENTS = {"event": 0.9204, "quad": 0.9318, "actor": 0.9318, "recipient": 0.8181}
#: The countries of the first row that a draft writes, and sentences that tell of no event.
WIRE = {"event": 0.8620, "quad": 0.8965, "actor": 0.9310, "recipient": 0.7758, "none": 0.8235}


def test_statements_of_texts_that_no_rule_was_made_for() -> None:
    """Over 32 reports: F1 of statements, content and source both right."""
    counts = [statement_counts(gold) for gold in held_out_texts()]
    right, drafted, wanted = (sum(column) for column in zip(*counts, strict=True))
    assert 32 == len(counts)
    assert STATEMENTS <= 2 * right / (drafted + wanted), f"{right} right of {drafted} drafted and {wanted} wanted"


def test_events_of_sentences_that_no_rule_was_made_for() -> None:
    """Over 88 single sentences: the main event as a draft writes it, its quad, its actor and its recipient."""
    shares = shares_right(held_out_sentences())
    assert {} == {part: share for part, share in shares.items() if share < EVENTS[part]}


def test_countries_of_sentences_that_no_rule_was_made_for() -> None:
    """Over 75 sentences of news agencies: the first drafted row, the countries of its actor and its recipient."""
    shares = shares_of_countries(wire_sentences(held_out=True))
    assert {} == {part: share for part, share in shares.items() if share < WIRE[part]}


def test_drafted_events_of_long_stories_that_are_none() -> None:
    """Figures of speech, sport and accidents: of 67 in the held-out stories 14 are none, of 189 in the others 35."""
    none, drafted, found, marked = total(held_out=True)
    assert (61, True, True) == (marked, none / drafted <= 0.21, found >= 52), f"{none} of {drafted}, {found} found"
    none, drafted, found, marked = total(held_out=False)
    assert (185, True, True) == (marked, none / drafted <= 0.186, found >= 150), f"{none} of {drafted}, {found} found"
