"""What a move does, read off the coding: how it fits the recorded position, and what it invites; nothing is a score."""

from dataclasses import dataclass, field

from ...coding.article import CodedArticle, by_id, shift
from ...coding.codes import REPORTER
from ...coding.schema import Event, Position, Reaction, Statement
from .delegations import AGAINST, FOR, NO_SIDE, Conference, Delegation, at_an_end, other_side_of, side_of
from .moves import SILENCE, Basis, Move

#: How a side fits the recorded positions, best fit first; the words are in strings.yml.
FITS = ("in-line", "other-reading", "holds-back", "further", "departs", "crosses", "unrecorded")
IN_LINE, OTHER_READING, HOLDS_BACK, FURTHER, DEPARTS, CROSSES, UNRECORDED = FITS
#: How a silence fits the recorded words.
SILENT_TOO, HAS_WORDS = ("silent-too", "has-words")
_OPPOSITE = {FOR: AGAINST, AGAINST: FOR}


@dataclass(frozen=True)
class Fit:
    """How a move fits what the report records of a delegation: the outcome, and the rows that it was read from."""

    outcome: str
    rows: tuple[str, ...] = ()
    contested: bool = False


@dataclass(frozen=True)
class Reply:
    """A reaction of the coding, who answers in it, and who tells of it where neither they nor the report do."""

    reaction: Reaction
    by: tuple[str, ...]
    told_by: str = ""


@dataclass(frozen=True)
class Reading:
    """A move read against the coding.

    `fit` says how it fits its own delegation's record; `invites` are recorded answers to what it rests on, and
    `answers` the links in which it is itself the answer; `others` gives each other delegation's recorded side as
    agrees, objects, undecided or unrecorded; `issues` are those to which the coding ties the cited words.
    """

    fit: Fit
    invites: tuple[Reply, ...] = ()
    answers: tuple[Reply, ...] = ()
    others: dict[str, str] = field(default_factory=dict)
    issues: tuple[str, ...] = ()


def fit_of(positions: tuple[Position, ...], side: str) -> Fit:
    """How taking a side on an issue fits the positions that a delegation has recorded on it.

    in-line; other-reading (it fits what another careful reader finds); holds-back (no side, where one is recorded);
    further (a side, where none is); departs (the other side); crosses (the other side of a position at an end of the
    scale); unrecorded.
    """
    if not positions:
        return Fit(UNRECORDED)
    same = [p for p in positions if side_of(p.stance) == side]
    if same:
        return _fit(IN_LINE, same)
    other = [p for p in positions if other_side_of(p) == side]
    if other:
        return _fit(OTHER_READING, other)
    if side == NO_SIDE:
        return _fit(HOLDS_BACK, positions)
    opposed = [p for p in positions if side_of(p.stance) == _OPPOSITE[side]]
    ends = [p for p in opposed if at_an_end(p)]
    return _fit(CROSSES, ends) if ends else _fit(DEPARTS, opposed) if opposed else _fit(FURTHER, positions)


def _fit(outcome: str, positions: list[Position] | tuple[Position, ...]) -> Fit:
    return Fit(outcome, tuple(p.id for p in positions), all(p.contested for p in positions))


def read_move(conference: Conference, move: Move, seats: tuple[str, ...]) -> Reading:
    """Read a move that was accepted against the coding, for the delegations at the table."""
    own = conference.delegations[move.by]
    others = [conference.delegations[d] for d in seats if d != move.by and d in conference.delegations]
    issues = issues_of(conference.article, move.evidence)
    if move.kind == SILENCE:
        spoken = [s.id for s in spoken_on(conference.article, own, move.issue)]
        return Reading(Fit(HAS_WORDS if spoken else SILENT_TOO, tuple(spoken)), issues=issues)
    invites, answers = _links(conference, own, move)
    stands = {d.id: _stand(d, move.issue, move.side) for d in others}
    return Reading(fit_of(own.on(move.issue), move.side), invites, answers, stands, issues)


def _stand(delegation: Delegation, issue: str, side: str) -> str:
    sides = {side_of(position.stance) for position in delegation.on(issue)}
    if not sides:
        return UNRECORDED
    if side == NO_SIDE or sides == {NO_SIDE} or len(sides - {NO_SIDE}) > 1:
        return "undecided"
    return "agrees" if side in sides else "objects"


def _links(conference: Conference, own: Delegation, move: Move) -> tuple[tuple[Reply, ...], tuple[Reply, ...]]:
    article = conference.article
    events = by_id(article.events)
    touched = set(events_of(article, move.evidence))
    if not touched & _of(own, events):  # the words tell of no act of its own: what the position rests on stands for it
        bases = [b for p in own.on(move.issue) if side_of(p.stance) == move.side for b in p.basis_ids]
        touched |= {b for b in bases if b in events}
    mine = touched & _of(own, events)
    links = [_link(reaction, events) for reaction in article.reactions]
    invites = tuple(n for n in links if n.reaction.answers_id in mine and not set(n.by) <= set(own.members))
    answers = tuple(link for link in links if link.reaction.event_id in mine)
    return invites, answers


def _of(own: Delegation, events: dict[str, Event]) -> set[str]:
    """The events in which a member of the delegation acts."""
    return {name for name, row in events.items() if set(row.actor_ids) & set(own.members)}


def _link(reaction: Reaction, events: dict[str, Event]) -> Reply:
    by = events[reaction.event_id].actor_ids if reaction.event_id in events else ()
    teller = reaction.according_to
    return Reply(reaction, by, teller if teller not in ("", REPORTER, *by) else "")


def events_of(article: CodedArticle, basis: Basis) -> tuple[str, ...]:
    """The events that the cited words tell of: by their own words, or through a statement about them."""
    events = {event.id for event in article.events}
    about = {statement.id: statement.event_id for statement in article.statements}
    touched = (row_id for row in rows_at(article, basis) for row_id in (row, about.get(row, "")) if row_id in events)
    return tuple(dict.fromkeys(touched))


def rows_at(article: CodedArticle, basis: Basis) -> tuple[str, ...]:
    """The rows of the coding whose words overlap the cited ones."""
    place = None if basis.source else article.place_of(basis.pointer)
    if place is None:
        return ()
    cited = shift(place, article.paragraph(basis.paragraph).start)
    touching = (e for e in article.evidence if e.start < cited.end and cited.start < e.end)
    return tuple(dict.fromkeys(e.row_id for e in touching if e.role in ("words", "content")))


def issues_of(article: CodedArticle, basis: Basis) -> tuple[str, ...]:
    """The issues to which the coding ties the cited words, in the article's order; none for a source."""
    rows = set(rows_at(article, basis))
    return tuple(issue for issue in article.issues if rows & rows_on(article, issue))


def rows_on(article: CodedArticle, issue: str) -> set[str]:
    """The rows that the coding ties to an issue: positions on it, what they rest on, and statements about that."""
    positions = [row for row in article.positions if row.issue == issue]
    tied = {row.id for row in positions} | {basis_id for row in positions for basis_id in row.basis_ids}
    return tied | {row.id for row in article.statements if row.event_id in tied}


def spoken_on(article: CodedArticle, delegation: Delegation, issue: str) -> tuple[Statement, ...]:
    """A delegation's own words on an issue; words that only others tell of it are left out."""
    rows = rows_on(article, issue)
    return tuple(s for s in delegation.statements if s.id in rows and not delegation.told_by(s))
