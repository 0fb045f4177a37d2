"""Common constructions of news, each with many speakers and contents, or actors and recipients."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from communique.drafting.draft.coder import draft_tables
from communique.drafting.reading.source import SourceText

SPEAKERS = (
    "Ida Holm",
    "the foreign minister",
    "Mali",
    "a spokesman for the army",
    "officials",
    "the opposition leader",
)
CLAUSES = ("it would leave the treaty", "the talks had failed", "three people had died", "there was no deal")
THINGS = ("the plan", "the attack on Lomar", "the decision to leave the treaty")

#: A sentence, and the content that its speaker W states: a clause C or a thing T.
SAID = [
    ("{W} called {T} “a disaster”.", "{T} “a disaster”"),
    ("{W} described {T} as “unacceptable”.", "{T} as “unacceptable”"),
    ("{W} condemned {T}.", "{T}"),
    ("{W} said {T} was “late”.", "{T} was “late”"),
    ("{W} blamed Togo for {T}.", "Togo for {T}"),
    ("{W} voiced support for {T}.", "{T}"),
    ("{W} warned of {T}.", "{T}"),
    ("According to {W}, {C}.", "{C}"),
    ("{C}, according to {W}.", "{C}"),
    ("In the words of {W}, {C}.", "{C}"),
    ("As {W} put it, {C}.", "{C}"),
    ("{W} expressed concern that {C}.", "that {C}"),
    ("{W} made clear that {C}.", "that {C}"),
    ("{W} told the BBC: “{C}.”", "“{C}.”"),
    ("“{C},” {W} told the BBC on Monday.", "“{C},”"),
    ("“{C},” said {W}, adding that Mali knew it.", "“{C},”"),
    ("{W} denied that {C}.", "that {C}"),
    ("{W} asked whether {C}.", "whether {C}"),
    ("{W} refused to say why {C}.", "why {C}"),
    ("{W} went on to say that {C}.", "that {C}"),
    ("{W} has repeatedly said {C}.", "{C}"),
    ("{W} said: {C}.", "{C}"),
    ("{W} said {C} because Mali had left.", "{C} because Mali had left"),
    ("{W} said {C} and that Mali knew it.", "{C} and that Mali knew it"),
    ("{W} rejected the offer, saying {C}.", "{C}"),
    ("{W} issued a statement saying {C}.", "{C}"),
    ("A statement from {W} said {C}.", "{C}"),
    ("Asked about the raid, {W} said {C}.", "{C}"),
    ("Speaking in Oslo, {W} said {C}.", "{C}"),
    ("{W}, who arrived on Monday, said {C}.", "{C}"),
    ("It was {W} who said that {C}.", "that {C}"),
    ("{W} wrote on Twitter that {C}.", "that {C}"),
    ("The claim by {W} that {C} is false.", "that {C}"),
]


def article(text: str) -> dict[str, list[dict[str, str]]]:
    """The draft of one sentence."""
    text = text[0].upper() + text[1:]
    return draft_tables(SourceText("", "", dt.date(2024, 6, 20), "en", (text,)))


@pytest.mark.parametrize(("sentence", "content"), SAID, ids=[sentence for sentence, _ in SAID])
def test_a_construction_has_its_speaker_and_its_content(sentence: str, content: str) -> None:
    """Whoever speaks and whatever they say."""
    for speaker, clause, thing in itertools.product(SPEAKERS, CLAUSES, THINGS):
        filled = [part.format(W=speaker, C=clause, T=thing) for part in (sentence, content)]
        rows = article(filled[0])["statements"]
        told = [(row["source_words"].lower(), row["content_words"].lower()) for row in rows]
        wanted = speaker.lower(), filled[1].lower()
        assert any(wanted[0] in who and what == wanted[1] for who, what in told), (filled[0], told)


ACTORS = ("Ghana", "the foreign minister of Ghana", "NATO", "the government", "rebels", "President Ida Holm")
RECIPIENTS = ("China", "the opposition leader", "two journalists", "the mayor of Lomar")
NAMES = {
    "the foreign minister of Ghana": "Foreign minister",
    "the government": "Government",
    "rebels": "Rebels",
    "President Ida Holm": "Ida Holm",
    "the opposition leader": "Opposition leader",
    "two journalists": "Two journalists",
    "the mayor of Lomar": "Mayor",
}

#: A sentence, the events that it may be, and who does it to whom: A is its actor, R its recipient.
DONE = [
    ("{A} condemned {R} on Monday.", "ACCUSE", "A", "R"),
    ("In a statement on Monday, {A} condemned {R}.", "ACCUSE", "A", "R"),
    ("{R} came to Lomar, condemned by {A}.", "ACCUSE", "A", "R"),
    ("{A} met {R} before attacking Mali.", "CONSULT", "A", "R"),
    ("Officials said {A} would impose sanctions on {R}.", "THREATEN", "A", "R"),
    ("The condemnation of {R} by {A} surprised Mali.", "ACCUSE", "A", "R"),
    ("{A} plans to attack {R}.", "THREATEN", "A", "R"),
    ("{A} refused to meet {R} last week.", "REJECT", "A", "R"),
    ("{A} is ready to negotiate with {R}.", "AGREE", "A", "R"),
    ("{A}, together with Mali, condemned {R}.", "ACCUSE", "A", "R"),
    ("It was {A} that attacked {R}.", "ASSAULT ACCUSE", "A", "R"),
    ("{A} threatened to attack {R} if Mali left.", "THREATEN", "A", "R"),
    ("{A} urged Mali to release {R}.", "REQUEST", "A", "Mali"),
    ("{A} accused Mali of attacking {R}.", "ACCUSE", "A", "Mali"),
    ("Mali, backed by {A}, attacked {R}.", "ASSAULT ACCUSE", "Mali", "R"),
    ("{A} sent aid to {R} after the vote.", "AID", "A", "R"),
    ("{A} held talks with {R} for the first time.", "CONSULT", "A", "R"),
    ("{A} called on {R} to stop as talks failed.", "REQUEST", "A", "R"),
    ("{R} had been arrested by {A} in Lomar.", "COERCE", "A", "R"),
    ("{R} had been arrested in Lomar.", "COERCE", "Not named", "R"),
    ("{R} had been urged to leave.", "REQUEST", "Not named", "R"),
]


@pytest.mark.parametrize(("sentence", "codes", "who", "whom"), DONE, ids=[sentence for sentence, *_ in DONE])
def test_a_construction_has_its_event_its_actor_and_its_recipient(
    sentence: str, codes: str, who: str, whom: str
) -> None:
    """Whoever does it and to whom."""
    for actor, recipient in itertools.product(ACTORS, RECIPIENTS):
        tables = article(sentence.format(A=actor, R=recipient))
        name = {row["actor_id"]: row["name"] for row in tables["actors"]}
        full = {"A": NAMES.get(actor, actor), "R": NAMES.get(recipient, recipient)}
        wanted = full.get(who, who), full.get(whom, whom)
        rows = [(row["event"], name.get(row["actor_ids"]), name.get(row["recipient_ids"])) for row in tables["events"]]
        assert any(event in codes.split() and (one, other) == wanted for event, one, other in rows), rows
