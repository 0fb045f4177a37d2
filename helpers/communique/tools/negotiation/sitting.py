"""A sitting at the negotiating table: who sits there, what was done so far, and what can be done next."""

import contextlib
import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self, TypeGuard, TypeVar

from ...base.errors import CommuniqueError
from .clauses import Clause, Support, support_of
from .delegations import Conference
from .exchange import (
    MOST_CLAUSES,
    MOST_EDITIONS,
    MOST_MOVES,
    DelegationFile,
    clause_from,
    merged,
    move_from,
    read_delegation_file,
    record_of,
)
from .moves import Move, refusal, said
from .scripted import answer

T = TypeVar("T")
Entry = TypeVar("Entry", Move, Clause)
ALONE, PAIR, FILES = MODES = ("alone", "pair", "files")


@dataclass(frozen=True)
class Sitting:
    """One sitting; what is done gives a new one.

    `own` are the delegations that are played on this screen, `seats` all at the table here; `guests` came in
    files. `turn` and `curtain` matter where two share a screen. Alone, the player also says whether the other side
    would sign a clause; `reasons` say why.
    """

    mode: str
    seats: tuple[str, ...]
    secret: bool = False
    turn: str = ""
    curtain: bool = False
    moves: tuple[Move, ...] = ()
    clauses: tuple[Clause, ...] = ()
    agreed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    guests: Mapping[str, DelegationFile] = field(default_factory=dict)
    edition: int = 0
    table: str = field(default_factory=lambda: uuid.uuid4().hex[:12])

    @property
    def own(self) -> tuple[str, ...]:
        return self.seats if self.mode == PAIR else self.seats[:1]

    @property
    def all_seats(self) -> tuple[str, ...]:
        """All delegations at the table, those in files too: the same order on every screen."""
        return self.seats if self.mode != FILES else tuple(sorted({*self.seats, *self.guests}))

    @property
    def all_moves(self) -> tuple[Move, ...]:
        """All moves: as they were made, or with files round by round."""
        guests = (move for guest in self.guests.values() for move in guest.moves)
        return self.moves if self.mode != FILES else _in_rounds([*self.moves, *guests])

    @property
    def all_clauses(self) -> tuple[Clause, ...]:
        guests = (clause for guest in self.guests.values() for clause in guest.clauses)
        return self.clauses if self.mode != FILES else _in_rounds([*self.clauses, *guests])

    @property
    def standings(self) -> dict[str, Support]:
        """Where each clause stands, by its id: only those agree of whom a person said so."""
        known = {id_: set(names) for id_, names in self.agreed.items()}
        for clause in self.all_clauses:
            here = known.setdefault(clause.id, set())
            here |= {name for name, guest in self.guests.items() if clause.id in guest.agreed}
        return {c.id: support_of(c, self.all_seats, known) for c in self.all_clauses}

    def with_move(self, conference: Conference, move: Move) -> Self:
        """The sitting after a move; alone, the others answer at once, and two on a screen take turns."""
        if sum(made.by == move.by for made in self.moves) >= MOST_MOVES:
            raise refusal("table-full", most=MOST_MOVES)
        moves = [*self.moves, move]
        if self.mode == ALONE:
            for seat in self.seats[1:]:
                moves.append(answer(conference, seat, move, moves))
        turn = self.turn
        if self.mode == PAIR:
            turn = self.seats[(self.seats.index(move.by) + 1) % len(self.seats)]
        return self._next(moves=tuple(moves), turn=turn, curtain=self.mode == PAIR and self.secret)

    def without_last(self) -> Self:
        """The sitting without the last move of those who play here, and without the answers to it."""
        at = max((i for i, move in enumerate(self.moves) if move.by in self.own and not move.how), default=-1)
        if at < 0:
            return self
        turn = self.moves[at].by if self.mode == PAIR else self.turn
        return self._next(moves=self.moves[:at], turn=turn, curtain=self.mode == PAIR and self.secret)

    def with_clause(self, clause: Clause) -> Self:
        if sum(c.by == clause.by for c in self.clauses) >= MOST_CLAUSES:
            raise refusal("clauses-full", most=MOST_CLAUSES)
        if clause.id in {c.id for c in self.clauses}:
            return self
        return self._next(clauses=(*self.clauses, clause), agreed={**self.agreed, clause.id: (clause.by,)})

    def without_clause(self, clause_id: str) -> Self:
        rest = tuple(c for c in self.clauses if c.id != clause_id or c.by not in self.own)
        if len(rest) == len(self.clauses):
            return self
        agreed, reasons = (
            {id_: kept for id_, kept in one.items() if id_ != clause_id} for one in (self.agreed, self.reasons)
        )
        return self._next(clauses=rest, agreed=agreed, reasons=reasons)

    def with_agreement(self, clause_id: str, delegation: str, yes: bool, why: Any = "") -> Self:
        """The sitting after a person said that a delegation agrees, or put the clause back in brackets.

        Alone, the player answers for the other side as well, with a reason.
        """
        if delegation not in self.seats or clause_id not in {c.id for c in self.all_clauses}:
            return self
        names = [n for n in self.agreed.get(clause_id, ()) if n != delegation] + [delegation] * yes
        reasons = {} if delegation in self.own else {clause_id: said(why)}
        agreed = {**self.agreed, clause_id: tuple(sorted(names))}
        return self._next(agreed=agreed, reasons={**self.reasons, **reasons})

    def next_clause(self, delegation: str) -> int:
        return max((c.number for c in self.clauses if c.by == delegation), default=0) + 1

    def with_file(self, file: DelegationFile) -> Self:
        if file.delegation in self.seats:
            raise refusal("own-file", who=file.delegation)
        return replace(self, guests=merged([*self.guests.values(), file]))

    def file(self) -> DelegationFile:
        """What the delegation that is played here did, for another table."""
        me = self.seats[0]
        agreed = tuple(sorted(id_ for id_, names in self.agreed.items() if me in names))
        return DelegationFile(me, self.edition, self.moves, self.clauses, agreed)

    def _next(self, **changes: Any) -> Self:
        return replace(self, **changes, edition=min(self.edition + 1, MOST_EDITIONS))


def _in_rounds(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.number, entry.by, entry.id)))


def sit_down(conference: Conference, choices: Mapping[str, Any]) -> Sitting:
    """A new sitting: `mode`, `me`, `other` (not with files), `secret` (two on one screen)."""
    mode = choices.get("mode")
    asked: list[Any] = [choices.get("me"), *([choices.get("other")] if mode != FILES else [])]
    seats = tuple(seat for seat in asked if _known(conference, seat))
    if mode not in MODES or len(seats) < len(asked):
        raise refusal("seats")
    if len(set(seats)) < len(seats):
        raise refusal("same-seat")
    secret = mode == PAIR and choices.get("secret") is True
    return Sitting(mode, seats, secret=secret, turn=seats[0], curtain=secret)


def _known(conference: Conference, name: Any) -> TypeGuard[str]:
    return isinstance(name, str) and name in conference.delegations


def sitting_record(sitting: Sitting, article: str) -> dict[str, Any]:
    """A sitting as a JSON object for the journal."""
    return {
        **{name: getattr(sitting, name) for name in ("mode", "secret", "turn", "curtain", "edition", "table")},
        "seats": list(sitting.seats),
        "moves": [record_of(move) for move in sitting.moves],
        "clauses": [record_of(clause) for clause in sitting.clauses],
        "agreed": {id_: list(names) for id_, names in sitting.agreed.items()},
        "reasons": dict(sitting.reasons),
        "guests": [guest.record(article) for guest in sitting.guests.values()],
    }


def sitting_from(conference: Conference, record: Any) -> Sitting | None:
    """The sitting in a journal, with all of it that can be read; None where there is none."""
    kept = record if isinstance(record, dict) else {}
    mode, seats = kept.get("mode"), kept.get("seats")
    if not isinstance(seats, list) or not seats or not all(_known(conference, seat) for seat in seats):
        return None
    if mode not in MODES or len(set(seats)) != (1 if mode == FILES else 2):
        return None
    moves = _readable(kept.get("moves"), lambda r: move_from(conference, r, scripted=mode == ALONE))
    clauses = _readable(kept.get("clauses"), lambda r: (clause_from(conference, r), str(r["id"])))
    now = {old: clause.id for clause, old in clauses}  # of an earlier version, ids were made of more
    guests = _readable(
        kept.get("guests"), lambda r: read_delegation_file(conference, json.dumps(r, ensure_ascii=False))[0]
    )
    agreed, edition, table = kept.get("agreed"), kept.get("edition"), kept.get("table")
    lists = {i: names for i, names in agreed.items() if isinstance(names, list)} if isinstance(agreed, dict) else {}
    reasons = whys if isinstance(whys := kept.get("reasons"), dict) else {}
    secret = kept.get("secret") is True and mode == PAIR
    return Sitting(
        mode,
        tuple(seats),
        secret=secret,
        turn=next((seat for seat in seats if seat == kept.get("turn")), seats[0]),
        curtain=kept.get("curtain") is True and secret,
        moves=tuple(m for m in moves if m.by in seats),
        clauses=tuple(c for c, _ in clauses if c.by in seats),
        agreed={now.get(i, i): tuple(name for name in names if name in seats) for i, names in lists.items()},
        reasons={i: why for i, why in reasons.items() if isinstance(why, str)},
        guests=merged(g for g in guests if g.delegation not in seats) if mode == FILES else {},
        edition=edition if type(edition) is int and 0 <= edition <= MOST_EDITIONS else 0,
        table=table if isinstance(table, str) and table.isalnum() and len(table) <= 32 else "table",
    )


def left_out(sitting: Sitting, record: Mapping[str, Any]) -> int:
    """How many moves and clauses of a journal's record are not in the sitting: they do not fit the coding of today."""
    kept = {"moves": sitting.moves, "clauses": sitting.clauses}
    return sum(len(record[n]) - len(entries) for n, entries in kept.items() if isinstance(record.get(n), list))


def _readable(entries: Any, read: Callable[[Any], T]) -> list[T]:
    readable = []
    for entry in entries if isinstance(entries, list) else []:
        with contextlib.suppress(CommuniqueError):  # of an older version of the article; it stays in the journal
            readable.append(read(entry))
    return readable
