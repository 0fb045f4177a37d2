"""What the page of the negotiating table gets: seats, cards, evidence to choose from, moves and clauses, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..article import CodedArticle
from ..clauses import Opening
from ..communiques import sentence, where
from ..delegations import FOR, SIDES, Cited, Conference, Delegation, Position, Spoken, words_of
from ..moves import KINDS, SILENCE, Evidence, Move
from ..scripted_answers import agrees
from ..sittings import ALONE, FILES, PAIR, Sitting
from ..strings import text
from ..table_readings import Link, Reading, read_move, rows_on

Page = dict[str, Any]


def say(name: str, **values: Any) -> str:
    """A string of the negotiating table."""
    return text("negotiating", name, **values)


class TablePage:
    """The words and lists that the page draws; made for one article, asked for each sitting."""

    def __init__(self, conference: Conference, openings: Iterable[Opening]) -> None:
        self._conference, self._openings = conference, tuple(openings)
        self._actors = {row["id"]: row["name"] for row in conference.article.tables.get("actors", ())}

    @property
    def _article(self) -> CodedArticle:
        return self._conference.article

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
        return say("seat-count", positions=len(delegation.positions), statements=len(delegation.spoken))

    def evidence(self, sitting: Sitting | None) -> dict[str, dict[str, list[Page]]]:
        """Delegation -> issue -> groups of recorded words to choose from."""
        own = sitting.own if sitting else ()
        return {d: {issue: self._groups(d, issue) for issue in self._article.issues} for d in own}

    def _groups(self, delegation_id: str, issue: str) -> list[Page]:
        conference, own = self._conference, self._conference.delegations[delegation_id]
        rows = rows_on(self._article, issue)
        mine, others, rest = [], [], []
        for name in ("positions", "statements", "events"):
            for row in self._article.tables.get(name, ()):
                if row["id"] in rows:
                    who = {"positions": [row.get("actor_id")], "statements": row.get("source_ids")}.get(name) or ()
                    group = mine if set(who) & set(own.members) else others if who else rest
                    group.append((row["id"], self._named(who) if who else row["label"]))
        sources = [
            {"key": f"source:{s.id}", "words": s.fact, "where": s.reference, "who": "", "quote": False}
            for s in conference.sources.values()
        ]
        seen: set[tuple[str, str, int]] = set()
        groups = [
            (say("group-own", who=own.name), self._options(mine, seen)),
            (say("group-others"), self._options(others, seen)),
            (say("group-rest"), self._options(rest, seen)),
            (say("group-sources"), sources),
        ]
        return [{"title": title, "options": options} for title, options in groups if options]

    def _options(self, rows: list[tuple[str, str]], seen: set[tuple[str, str, int]]) -> list[Page]:
        found = []
        for row_id, who in rows:
            cited = words_of(self._article, row_id)
            place = (cited.paragraph, cited.words, cited.occurrence)
            if place not in seen:
                seen.add(place)
                here = where(self._conference, Evidence(cited.paragraph))
                found.append({"key": row_id, "words": cited.words, "where": here, "who": who, "quote": True})
        return found

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
            "words": [self._spoken(delegation, spoken) for spoken in delegation.spoken],
        }

    @staticmethod
    def _first_of_each(positions: Iterable[Position]) -> list[Position]:
        """One red line for an issue and a side; one that is not contested before one that is."""
        found: dict[tuple[str, str], Position] = {}
        for position in sorted(positions, key=lambda p: p.contested):
            found.setdefault((position.issue, position.side), position)
        return list(found.values())

    def _stand(self, delegation: Delegation, issue: str) -> Page:
        positions = delegation.on(issue)
        stances = dict.fromkeys(text("stances", p.stance) for p in positions)
        others = dict.fromkeys(text("stances", p.other_stance) for p in positions if p.other_stance)
        return {
            "text": say("stance-line", stance="; ".join(stances), issue=self._article.issues[issue]),
            "tags": _tags(any(p.contested for p in positions), any(p.draft for p in positions)),
            "other": say("other-reading", stance="; ".join(others)) if others else "",
            "words": [self._quote(p.cited, f"{self._named([p.actor])}, {text('bases', p.basis)}") for p in positions],
        }

    def _red_line(self, position: Position) -> Page:
        name = "red-for" if position.side == FOR else "red-against"
        line = say(name, issue=self._article.issues[position.issue])
        return {"text": line, "tags": _tags(position.contested, position.draft), **self._quote(position.cited, "")}

    def _spoken(self, delegation: Delegation, spoken: Spoken) -> Page:
        told = say("told-by", by=self._named(spoken.told_by), who=delegation.name) if spoken.told_by else ""
        kind = told or say(f"kind-{spoken.kind}")
        tags = _tags(spoken.contested, spoken.draft)
        return {**self._quote(spoken.cited, f"{self._named(spoken.actors)}, {kind}"), "tags": tags}

    def _quote(self, cited: Cited, who: str) -> Page:
        return self.quoted(Evidence(cited.paragraph, cited.words, cited.occurrence)) | {"who": who}

    def quoted(self, evidence: Evidence) -> Page:
        """Evidence as the page shows it: words of the report to light up, or a fact from outside."""
        if evidence.source:
            fact = self._conference.sources[evidence.source].fact
            return {"words": fact, "where": where(self._conference, evidence), "at": None, "who": ""}
        at = {"paragraph": evidence.paragraph, "words": evidence.words, "occurrence": evidence.occurrence}
        return {"words": evidence.words, "where": where(self._conference, evidence), "at": at, "who": ""}

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

    def _speaker(self, evidence: Evidence) -> str:
        """Whose words the evidence is, and whether they are quoted or retold; "" where the coding does not say."""
        if evidence.source:
            return ""
        for row in self._article.tables.get("statements", ()):
            if words_of(self._article, row["id"]).words == evidence.words:
                return f"{self._named(row['source_ids'])}, {say('kind-' + row['kind'])}"
        return ""

    def _link(self, link: Link) -> Page:
        line = say("invites-line", who=self._named(link.by), tone=say(f"tone-{link.tone}"), row=link.id)
        if link.told_by:
            line = f"{line}, {say('link-told-by', who=self._named([link.told_by]))}"
        return {"text": line, "tags": _tags(link.contested, False), **self._quote(link.cited, "")}

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
            "curtain": say("curtain", who=delegation.name) if sitting.curtain else "",
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


def _tags(contested: bool, draft: bool) -> list[str]:
    return [say(name) for name, there in (("contested", contested), ("draft", draft)) if there]
