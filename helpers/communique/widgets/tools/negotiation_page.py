"""What the page of the negotiating table gets: role cards, evidence to choose from, moves, and clauses, in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from ...base.plural import counted
from ...base.strings import text
from ...coding.codes import STANCES
from ...coding.pointers import Pointer
from ...coding.schema import Position, Row, Statement
from ...tools.negotiation.clauses import Clause
from ...tools.negotiation.communique import names, sentence, where
from ...tools.negotiation.delegations import Conference, Delegation, words_of
from ...tools.negotiation.exchange import DelegationFile
from ...tools.negotiation.moves import KINDS, SILENCE, Basis, Move, basis_at, basis_fields
from ...tools.negotiation.readings import Reading, Reply, read_move, rows_on
from ...tools.negotiation.sitting import ALONE, PAIR, Sitting

Page = dict[str, Any]


def say(name: str, **values: Any) -> str:
    """A string of the negotiating table."""
    return text("negotiating", name, **values)


def tags_of(*rows: Row) -> list[str]:
    """What has to be shown beside rows: that careful readers differ, or that a program drafted them."""
    return [say(name) for name in ("contested", "draft") if any(getattr(row, name) for row in rows)]


class NegotiationPage:
    """The words and lists that the page draws; made for one article, asked for each sitting."""

    def __init__(self, conference: Conference) -> None:
        self._conference, self._article = conference, conference.article
        self._evidence: dict[str, dict[str, list[Page]]] = {}  # the same for every sitting
        self._actors = conference.article.names

    def evidence(self, delegations: Iterable[str]) -> dict[str, dict[str, list[Page]]]:
        """Delegation -> issue -> groups of recorded words to choose from."""
        for name in delegations:
            if name not in self._evidence:
                self._evidence[name] = {issue: self._groups(name, issue) for issue in self._article.issues}
        return {name: self._evidence[name] for name in delegations}

    def _groups(self, delegation_id: str, issue: str) -> list[Page]:
        conference, own = self._conference, self._conference.delegations[delegation_id]
        rows = rows_on(self._article, issue)
        mine = [(p.id, self._named([p.actor_id])) for p in own.on(issue)]
        mine += [(s.id, self._told(own, s)) for s in own.statements if s.id in rows and not own.told_by(s)]
        unused = rows - {row_id for row_id, _ in mine}
        others = [(r.id, self._named([r.actor_id])) for r in self._article.positions if r.id in unused]
        others += [(r.id, self._whose(r)) for r in self._article.statements if r.id in unused]
        rest = [(row.id, row.label) for row in self._article.events if row.id in rows]
        sources = [
            {"key": f"source:{s.id}", "words": s.fact, "where": s.reference, "who": "", "quote": False}
            for s in conference.outside_facts.values()
        ]
        seen: set[Pointer] = set()
        groups = [
            (say("group-own", who=own.name), self._options(mine, seen)),
            (say("group-others"), self._options(others, seen)),
            (say("group-rest"), self._options(rest, seen)),
            (say("group-sources"), sources),
        ]
        return [{"title": title, "options": options} for title, options in groups if options]

    def _options(self, rows: list[tuple[str, str]], seen: set[Pointer]) -> list[Page]:
        options = []
        for row_id, who in rows:
            cited = words_of(self._article, row_id)
            if cited not in seen:
                seen.add(cited)
                here = where(self._conference, basis_at(cited))
                options.append({"key": row_id, "words": cited.words, "where": here, "who": who, "quote": True})
        return options

    def _named(self, actors: Iterable[str]) -> str:
        return ", ".join(self._actors.get(actor, actor) for actor in actors)

    def card(self, delegation: Delegation) -> Page:
        """A role card: where the delegation stands, its red lines, and the words it has used."""
        issues = [issue for issue in self._article.issues if delegation.on(issue)]
        voices = [m for m in delegation.members if m != delegation.id]
        return {
            "title": say("card", who=delegation.name),
            "speaks": say("speaks", names=self._named(voices)) if voices else "",
            "stands": [self._stand(delegation, issue) for issue in issues],
            "redLines": [self._red_line(p) for p in self._first_of_each(delegation.red_lines)],
            "words": [self._spoken(delegation, s) for s in delegation.statements if not delegation.told_by(s)],
            "told": [self._spoken(delegation, s) for s in delegation.statements if delegation.told_by(s)],
        }

    @staticmethod
    def _first_of_each(positions: Iterable[Position]) -> list[Position]:
        """One red line for an issue and a stance; one that is not contested before one that is."""
        firsts: dict[tuple[str, str], Position] = {}
        for position in sorted(positions, key=lambda p: p.contested):
            firsts.setdefault((position.issue, position.stance), position)
        return list(firsts.values())

    def _stand(self, delegation: Delegation, issue: str) -> Page:
        positions = delegation.on(issue)
        stances = dict.fromkeys(text("stances", p.stance) for p in positions)
        others = dict.fromkeys(text("stances", p.other_stance) for p in positions if p.other_stance)
        return {
            "issue": self._article.issues[issue],
            "stance": "; ".join(stances),
            "tags": tags_of(*positions),
            "other": say("other-reading", stance="; ".join(others)) if others else "",
            "words": [self._quote(p, f"{self._named([p.actor_id])}, {text('bases', p.basis)}") for p in positions],
        }

    def _red_line(self, position: Position) -> Page:
        name = "red-for" if position.stance == STANCES[-1] else "red-against"
        line = say(name, issue=self._article.issues[position.issue])
        other = say("other-reading", stance=text("stances", position.other_stance)) if position.other_stance else ""
        return {"text": line, "tags": tags_of(position), "other": other, **self._quote(position, "")}

    def _spoken(self, delegation: Delegation, statement: Statement) -> Page:
        return {**self._quote(statement, self._told(delegation, statement)), "tags": tags_of(statement)}

    def _told(self, delegation: Delegation, statement: Statement) -> str:
        """Who is given these words, and whether they are quoted, retold, or told by others."""
        tellers = delegation.told_by(statement)
        how = say("told-by", by=self._named(tellers), who=delegation.name) if tellers else say(f"kind-{statement.kind}")
        return f"{self._named(statement.source_ids)}, {how}"

    def _whose(self, statement: Statement) -> str:
        """Who is given the words of a statement, and through whom they came."""
        tellers = [a for a in statement.channel if a not in statement.source_ids]
        how = say("link-told-by", who=self._named(tellers)) if tellers else say(f"kind-{statement.kind}")
        return f"{self._named(statement.source_ids)}, {how}"

    def _quote(self, row: Row, who: str) -> Page:
        return self.quoted(basis_at(words_of(self._article, row.id))) | {"who": who}

    def quoted(self, basis: Basis) -> Page:
        """What a move is based on as the page shows it: words of the report to light up, or a fact from outside."""
        if isinstance(basis, str):
            fact = self._conference.outside_facts[basis].fact
            return {"words": fact, "where": where(self._conference, basis), "at": None, "who": ""}
        at = {name: value for name, value in basis_fields(basis).items() if name != "source"}
        return {"words": basis.words, "where": where(self._conference, basis), "at": at, "who": ""}

    def fixed(self) -> Page:
        issues, delegations = self._article.issues, self._conference.delegations.values()
        return {
            "delegations": [{"id": d.id, "name": d.name, "about": self._about(d)} for d in delegations],
            "issues": [{"id": name, "text": title} for name, title in issues.items()],
            "kinds": [{"id": k, "text": say(f"kind-{k}"), "help": say(f"help-{k}")} for k in KINDS],
            "openings": [{"id": name, "text": words} for name, words in self._conference.openings.items()],
            "trouble": "" if self._conference.possible else say("too-few", count=len(delegations)),
        }

    def _about(self, delegation: Delegation) -> str:
        own = [s for s in delegation.statements if not delegation.told_by(s)]
        positions = counted(len(delegation.positions), "position")
        return say("seat-count", positions=positions, statements=counted(len(own), "statement"))

    def moves(self, sitting: Sitting) -> list[Page]:
        return [self._move(move, sitting) for move in sitting.all_moves]

    def _move(self, move: Move, sitting: Sitting) -> Page:
        reading = read_move(self._conference, move)
        return {
            "id": move.id,
            "mine": move.by == sitting.seats[0],
            "who": self._conference.delegations[move.by].name,
            "kind": move.kind,
            "kindText": say(f"kind-{move.kind}"),
            "issue": self._article.issues[move.issue],
            "text": move.text,
            "scripted": bool(move.how),
            "how": say(f"how-{move.how}", rows=", ".join(move.rows)) if move.how else "",
            "quote": {**self.quoted(move.evidence), "who": self._speaker(move.evidence)},
            "asked": "" if move.how else self._asked(move, reading),
            "invites": [self._link(link) for link in reading.invites],
            "answers": [self._link(link) for link in reading.answers],
            "tied": self._tied(move, reading),
        }

    def _speaker(self, basis: Basis) -> str:
        """Whose words they are, and whether they are quoted or retold; "" where the coding does not say."""
        words = basis_fields(basis)["words"]
        statement = next((s for s in self._article.statements if words_of(self._article, s.id).words == words), None)
        return self._whose(statement) if statement else ""

    def _link(self, link: Reply) -> Page:
        tone, row = say(f"tone-{link.reaction.tone}"), link.reaction.id
        line = say("invites-line", who=self._named(link.by), tone=tone, row=row)
        if link.told_by:
            line = f"{line}, {say('link-told-by', who=self._named([link.told_by]))}"
        return {"text": line, "tags": tags_of(link.reaction), **self._quote(link.reaction, "")}

    def _asked(self, move: Move, reading: Reading) -> str:
        """What the table asks about a move: how it fits the card is for those who play to say."""
        if move.kind == SILENCE:
            return say("has-words", rows=", ".join(reading.spoken)) if reading.spoken else say("silent-too")
        own = self._conference.delegations[move.by]
        return f"{self._on_card(own, move.issue)} {say('does-it-fit')}"

    def _on_card(self, delegation: Delegation, issue: str) -> str:
        """Where a delegation's card has it on an issue, in a sentence."""
        positions = delegation.on(issue)
        if not positions:
            return say("on-no-card", who=delegation.name)
        stances = "; ".join(dict.fromkeys(text("stances", p.stance) for p in positions))
        tags = f" ({', '.join(tags)})" if (tags := tags_of(*positions)) else ""
        return say("on-card", who=delegation.name, stance=f"{stances}{tags}")

    def _tied(self, move: Move, reading: Reading) -> str:
        if isinstance(move.evidence, str) or move.issue in reading.issues or move.how:
            return ""
        titles = "; ".join(self._article.issues[issue] for issue in reading.issues)
        return say("tied-elsewhere", issues=titles) if titles else say("tied-nowhere")

    def clauses(self, sitting: Sitting) -> list[Page]:
        standings = sitting.standings
        return [
            {
                "id": clause.id,
                "text": sentence(clause),
                "settled": standings[clause.id].settled,
                "by": say("proposed-by", who=self._conference.delegations[clause.by].name),
                "issue": self._article.issues[clause.issue],
                "quote": self.quoted(clause.evidence),
                "canWithdraw": clause.by in sitting.own,
                "why": sitting.reasons.get(clause.id, ""),
                "seats": [
                    self._seat(sitting, clause, seat, seat in standings[clause.id].agreed) for seat in sitting.all_seats
                ],
            }
            for clause in sitting.all_clauses
        ]

    def _seat(self, sitting: Sitting, clause: Clause, seat: str, yes: bool) -> Page:
        """A delegation and a clause: whether somebody said that it agrees, and the question to those who did not
        propose it, beside what its card has on the issue."""
        delegation = self._conference.delegations[seat]
        here, alone = seat in sitting.seats, sitting.mode == ALONE and seat not in sitting.own
        name = ("agreed" if yes else "agree") if here else "state-agreed" if yes else "state-waiting"
        asked = seat != clause.by
        return {
            "id": seat,
            "name": delegation.name,
            "own": here,
            "alone": alone,
            "yes": yes,
            "text": say(name, who=delegation.name),
            "question": say("would-sign", who=delegation.name) if asked else "",
            "card": self._on_card(delegation, clause.issue),
            "words": [self._quote(p, self._named([p.actor_id])) for p in delegation.on(clause.issue)] if asked else [],
        }

    def view(self, sitting: Sitting, drafts: Mapping[str, Any]) -> Page:
        on_turn = sitting.turn if sitting.mode == PAIR else sitting.seats[0]
        delegation = self._conference.delegations[on_turn]
        return {
            "stage": "table",
            "mode": sitting.mode,
            "line": say("seats-line", names=names(self._conference, sitting.all_seats)),
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
            "guests": list(map(self._guest, sitting.guests.values())),
        }

    def _guest(self, file: DelegationFile) -> str:
        who = self._conference.delegations[file.delegation].name
        return say("guest", who=who, moves=len(file.moves), clauses=len(file.clauses))
