"""What the page of the negotiating table gets of the coding: role cards, and the evidence that can be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle, Position, Row, Statement
from ...coding.pointers import Pointer
from ...tools.negotiation.communique import where
from ...tools.negotiation.delegations import FOR, Conference, Delegation, side_of, words_of
from ...tools.negotiation.moves import Basis, basis_at
from ...tools.negotiation.readings import rows_on

Page = dict[str, Any]


def say(name: str, **values: Any) -> str:
    """A string of the negotiating table."""
    return text("negotiating", name, **values)


def tags_of(*rows: Row) -> list[str]:
    """What has to be shown beside rows: that careful readers differ, or that a program drafted them."""
    return [say(name) for name in ("contested", "draft") if any(getattr(row, name) for row in rows)]


class CardPage:
    """Role cards and evidence of one article, in words."""

    def __init__(self, conference: Conference) -> None:
        self._conference = conference
        self._evidence: dict[str, dict[str, list[Page]]] = {}  # the same for every sitting
        self._actors = conference.article.names

    @property
    def _article(self) -> CodedArticle:
        return self._conference.article

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
            for s in conference.sources.values()
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
        """One red line for an issue and a side; one that is not contested before one that is."""
        firsts: dict[tuple[str, str], Position] = {}
        for position in sorted(positions, key=lambda p: p.contested):
            firsts.setdefault((position.issue, side_of(position.stance)), position)
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
        name = "red-for" if side_of(position.stance) == FOR else "red-against"
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
        """What a move rests on as the page shows it: words of the report to light up, or a fact from outside."""
        if basis.source:
            fact = self._conference.sources[basis.source].fact
            return {"words": fact, "where": where(self._conference, basis), "at": None, "who": ""}
        at = {"paragraph": basis.paragraph, "words": basis.words, "occurrence": basis.occurrence}
        return {"words": basis.words, "where": where(self._conference, basis), "at": at, "who": ""}
