"""What the page of the negotiating table gets of a sitting: seats, moves with their readings, and clauses, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...tools.negotiation.clauses import Opening
from ...tools.negotiation.communique import sentence
from ...tools.negotiation.delegations import SIDES, Conference, Delegation, words_of
from ...tools.negotiation.moves import KINDS, SILENCE, Basis, Move
from ...tools.negotiation.readings import Reading, Reply, read_move
from ...tools.negotiation.scripted import agrees
from ...tools.negotiation.sitting import ALONE, FILES, PAIR, Sitting
from .table_cards import CardPage, Page, say, tags_of


class TablePage(CardPage):
    """The words and lists that the page draws; made for one article, asked for each sitting."""

    def __init__(self, conference: Conference, openings: Iterable[Opening]) -> None:
        super().__init__(conference)
        self._openings = tuple(openings)

    def fixed(self) -> Page:
        """What stays the same as long as the article does."""
        issues, delegations = self._article.issues, self._conference.delegations.values()
        return {
            "delegations": [{"id": d.id, "name": d.name, "about": self._about(d)} for d in delegations],
            "issues": [{"id": name, "text": title} for name, title in issues.items()],
            "kinds": [{"id": k, "text": say(f"kind-{k}"), "help": say(f"help-{k}")} for k in KINDS],
            "sides": [{"id": side, "text": say(f"side-{side}")} for side in SIDES],
            "openings": [{"id": o.id, "text": o.words} for o in self._openings],
            "trouble": "" if self._conference.possible else say("too-few", count=len(delegations)),
        }

    def _about(self, delegation: Delegation) -> str:
        own = [s for s in delegation.statements if not delegation.told_by(s)]
        return say("seat-count", positions=len(delegation.positions), statements=len(own))

    def moves(self, sitting: Sitting) -> list[Page]:
        """The moves on the table, in order, each with its reading."""
        return [self._move(move, sitting) for move in sitting.all_moves]

    def _move(self, move: Move, sitting: Sitting) -> Page:
        reading = read_move(self._conference, move, sitting.all_seats)
        fit = reading.fit
        fit_line = say(f"fit-{fit.outcome}") + (f", {say('fit-contested')}" if fit.contested and fit.rows else "")
        silent = move.kind == SILENCE
        return {
            "id": move.id,
            "mine": move.by == sitting.seats[0],
            "who": self._conference.delegations[move.by].name,
            "kind": move.kind,
            "kindText": say(f"kind-{move.kind}"),
            "issue": self._article.issues[move.issue],
            "side": "" if silent else say(f"side-{move.side}"),
            "text": move.text,
            "scripted": bool(move.how),
            "how": say(f"how-{move.how}", rows=", ".join(move.rows)) if move.how else "",
            "quote": {**self.quoted(move.evidence), "who": self._speaker(move.evidence)},
            "fit": fit.outcome,
            "fitText": f"{fit_line} ({say('rows', rows=', '.join(fit.rows))})" if fit.rows else fit_line,
            "invites": [self._link(link) for link in reading.invites],
            "answers": [self._link(link) for link in reading.answers],
            "others": self._others(reading),
            "tied": self._tied(move, reading),
        }

    def _speaker(self, basis: Basis) -> str:
        """Whose words they are, and whether they are quoted or retold; "" where the coding does not say."""
        said = (s for s in self._article.statements if words_of(self._article, s.id).words == basis.words)
        statement = None if basis.source else next(said, None)
        return self._whose(statement) if statement else ""

    def _link(self, link: Reply) -> Page:
        tone, row = say(f"tone-{link.reaction.tone}"), link.reaction.id
        line = say("invites-line", who=self._named(link.by), tone=tone, row=row)
        if link.told_by:
            line = f"{line}, {say('link-told-by', who=self._named([link.told_by]))}"
        return {"text": line, "tags": tags_of(link.reaction), **self._quote(link.reaction, "")}

    def _others(self, reading: Reading) -> list[str]:
        names = self._conference.delegations
        return [say(f"other-{stand}", who=names[d].name) for d, stand in reading.others.items()]

    def _tied(self, move: Move, reading: Reading) -> str:
        if move.evidence.source or move.issue in reading.issues or move.how:
            return ""
        titles = "; ".join(self._article.issues[issue] for issue in reading.issues)
        return say("tied-elsewhere", issues=titles) if titles else say("tied-nowhere")

    def clauses(self, sitting: Sitting) -> list[Page]:
        """The clauses of the communiqué as they stand."""
        standings = sitting.standings(self._conference)
        return [
            {
                "id": clause.id,
                "text": sentence(clause),
                "settled": standings[clause.id].settled,
                "by": say("proposed-by", who=self._conference.delegations[clause.by].name),
                "issue": self._article.issues[clause.issue],
                "quote": self.quoted(clause.evidence),
                "canWithdraw": clause.by in sitting.own,
                "seats": [
                    self._seat(sitting, seat, clause.issue, clause.side, seat in standings[clause.id].agreed)
                    for seat in sitting.all_seats
                ],
            }
            for clause in sitting.all_clauses
        ]

    def _seat(self, sitting: Sitting, seat: str, issue: str, side: str, yes: bool) -> Page:
        name = self._conference.delegations[seat].name
        own = seat in sitting.own
        why = say(f"why-{agrees(self._conference, seat, issue, side)[1]}") if sitting.mode == ALONE and not own else ""
        state = "agreed" if yes else "waiting" if sitting.mode == FILES and not own else "open"
        words = say("agreed" if yes else "agree", who=name) if own else say(f"state-{state}", who=name)
        return {"id": seat, "own": own, "yes": yes, "text": words, "why": why}

    def names(self, seats: Iterable[str]) -> str:
        """The names of delegations."""
        return ", ".join(self._conference.delegations[seat].name for seat in seats)

    def view(self, sitting: Sitting, drafts: Mapping[str, Any]) -> Page:
        """All that the page shows of a sitting."""
        on_turn = sitting.turn if sitting.mode == PAIR else sitting.seats[0]
        delegation = self._conference.delegations[on_turn]
        return {
            "stage": "table",
            "mode": sitting.mode,
            "line": say("seats-line", names=self.names(sitting.all_seats)),
            "turnLine": say("turn" if sitting.mode == PAIR else "you-are", who=delegation.name),
            "me": on_turn,
            "own": [{"id": d, "name": self._conference.delegations[d].name} for d in sitting.own],
            "curtain": say("curtain") if sitting.curtain else "",
            "lift": say("lift", who=delegation.name),
            "card": None if sitting.curtain else self.card(delegation),
            "drafts": dict(drafts),
            "moves": self.moves(sitting),
            "canTakeBack": any(m.by in sitting.own and not m.how for m in sitting.moves),
            "clauses": self.clauses(sitting),
            "guests": [
                say("guest", who=self.names([g.delegation]), moves=len(g.moves), clauses=len(g.clauses))
                for g in sitting.guests.values()
            ],
        }
