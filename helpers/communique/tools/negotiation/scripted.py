"""The answers of a delegation that nobody plays: chosen from the coding by four rules, never invented.

1. A recorded reaction of this delegation to what the move is based on.
2. Its own recorded words on the issue.
3. Its recorded position on the issue.
4. Silence, where the report records nothing (more).
Each rule takes what was not used before, in the order of the tables.
"""

from collections.abc import Iterable

from ...coding.article import by_id
from ...coding.pointers import Pointer
from .delegations import Conference, Delegation, words_of
from .moves import DEMAND, OFFER, SILENCE, STATEMENT, THREAT, Move, basis_at
from .readings import read_move, spoken_on

REACTION, WORDS, POSITION, NOTHING = HOW = ("reaction", "words", "position", "nothing")
#: What kind of move an event of PLOVER is, when it is brought to the table; all others are statements. What is
#: done already is no offer any more, but can be told.
KIND_OF_EVENT = {
    "THREATEN": THREAT,
    "REQUEST": DEMAND,
    "AGREE": OFFER,
    "COOPERATE": OFFER,
    "AID": OFFER,
    "CONCEDE": OFFER,
}


def answer(conference: Conference, by: str, move: Move, made: Iterable[Move]) -> Move:
    """A delegation's answer to a move: recorded words, with their rows and rule; what is in `made` is not repeated."""
    own = conference.delegations[by]
    before = [m for m in made if m.by == by]
    used = {row for m in before for row in m.rows}
    number = len(before) + 1
    kind, cited, rows, how = _chosen(conference, own, move, used)
    evidence = basis_at(cited) if cited else move.evidence
    return Move(by, number, kind, move.issue, "", evidence, rows, how)


def _chosen(
    conference: Conference, own: Delegation, move: Move, used: set[str]
) -> tuple[str, Pointer | None, tuple[str, ...], str]:
    article = conference.article
    for link in read_move(conference, move).invites:
        reaction, event = link.reaction, link.reaction.event_id
        if reaction.id not in used and set(link.by) & set(own.members):
            said = [s.id for s in own.statements if s.event_id == event and not own.told_by(s) and s.id not in used]
            rows = (reaction.id, *said[:1])
            return _kind(conference, event), words_of(article, rows[-1]), rows, REACTION
    for statement in spoken_on(article, own, move.issue):
        if statement.id not in used:
            return _kind(conference, statement.event_id), words_of(article, statement.id), (statement.id,), WORDS
    for position in own.on(move.issue):
        if position.id not in used:
            return STATEMENT, words_of(article, position.id), (position.id,), POSITION
    return SILENCE, None, (), NOTHING


def _kind(conference: Conference, event_id: str) -> str:
    event = by_id(conference.article.events).get(event_id)
    if event is None:
        return STATEMENT
    kind = KIND_OF_EVENT.get(event.event, STATEMENT)
    return STATEMENT if kind == OFFER and event.certainty == "happened" else kind
