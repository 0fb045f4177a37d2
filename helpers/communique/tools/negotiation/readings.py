"""What the coding has at the words that a move cites: recorded answers and issues; nothing is judged."""

from dataclasses import dataclass

from ...coding.article import CodedArticle, by_id, shift
from ...coding.codes import REPORTER
from ...coding.schema import Event, Reaction, Statement
from .delegations import Conference, Delegation
from .moves import SILENCE, Basis, Move


@dataclass(frozen=True)
class Reply:
    """A reaction of the coding, who answers in it, and who reports it where neither they nor the report do."""

    reaction: Reaction
    by: tuple[str, ...]
    told_by: str = ""


@dataclass(frozen=True)
class Reading:
    """What the coding has at the words that a move cites; what the move says in a player's own words, nobody reads.

    `invites` are recorded answers to what the cited words are about, `answers` the links in which that is itself an
    answer, and `issues` those to which the coding ties the words. Of a silence, `spoken` are the rows of the words
    that its delegation has on the issue in the report.
    """

    invites: tuple[Reply, ...] = ()
    answers: tuple[Reply, ...] = ()
    issues: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


def read_move(conference: Conference, move: Move) -> Reading:
    """What the coding has at the words that an accepted move cites."""
    own = conference.delegations[move.by]
    issues = issues_of(conference.article, move.evidence)
    if move.kind == SILENCE:
        return Reading(issues=issues, spoken=tuple(s.id for s in spoken_on(conference.article, own, move.issue)))
    events, members = by_id(conference.article.events), set(own.members)
    cited = events_of(conference.article, move.evidence)
    mine = {name for name in cited if members & set(events[name].actor_ids)}  # a member acts in them
    links = [_link(reaction, events) for reaction in conference.article.reactions]
    invites = tuple(n for n in links if n.reaction.answers_id in mine and not set(n.by) <= members)
    return Reading(invites, tuple(link for link in links if link.reaction.event_id in mine), issues)


def _link(reaction: Reaction, events: dict[str, Event]) -> Reply:
    by = events[reaction.event_id].actor_ids if reaction.event_id in events else ()
    teller = reaction.according_to
    return Reply(reaction, by, teller if teller not in ("", REPORTER, *by) else "")


def events_of(article: CodedArticle, basis: Basis) -> tuple[str, ...]:
    """The events that the cited words are about: by their own words, or through a statement about them."""
    events = {event.id for event in article.events}
    about = {statement.id: statement.event_id for statement in article.statements}
    touched = (row_id for row in rows_at(article, basis) for row_id in (row, about.get(row, "")) if row_id in events)
    return tuple(dict.fromkeys(touched))


def rows_at(article: CodedArticle, basis: Basis) -> tuple[str, ...]:
    """The rows of the coding whose words overlap the cited ones."""
    if isinstance(basis, str) or (place := article.place_of(basis)) is None:
        return ()
    cited = shift(place, article.paragraph(basis.paragraph).start)
    touching = (e for e in article.evidence if e.start < cited.end and cited.start < e.end)
    return tuple(dict.fromkeys(e.row_id for e in touching if e.role in ("words", "content")))


def issues_of(article: CodedArticle, basis: Basis) -> tuple[str, ...]:
    """The issues to which the coding ties the cited words, in the article's order; none for a fact from outside."""
    rows = set(rows_at(article, basis))
    return tuple(issue for issue in article.issues if rows & rows_on(article, issue))


def rows_on(article: CodedArticle, issue: str) -> set[str]:
    """The rows that the coding ties to an issue: positions on it, what they are based on, and statements about that."""
    positions = [row for row in article.positions if row.issue == issue]
    tied = {row.id for row in positions} | {basis_id for row in positions for basis_id in row.basis_ids}
    return tied | {row.id for row in article.statements if row.event_id in tied}


def spoken_on(article: CodedArticle, delegation: Delegation, issue: str) -> tuple[Statement, ...]:
    """A delegation's own words on an issue; words that only others say about it are left out."""
    rows = rows_on(article, issue)
    return tuple(s for s in delegation.statements if s.id in rows and not delegation.told_by(s))
