"""What the page of the negotiating table gets of the coding: role cards, and the evidence that can be chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle
from ...tools.negotiation.communique import where
from ...tools.negotiation.delegations import FOR, Cited, Conference, Delegation, Position, Spoken, words_of
from ...tools.negotiation.moves import Evidence
from ...tools.negotiation.readings import rows_on

Page = dict[str, Any]


def say(name: str, **values: Any) -> str:
    """A string of the negotiating table."""
    return text("negotiating", name, **values)


def tags_of(contested: bool, draft: bool) -> list[str]:
    """What has to stand beside a row: that careful readers differ, or that a program drafted it."""
    return [say(name) for name, there in (("contested", contested), ("draft", draft)) if there]


class CardPage:
    """Role cards and evidence of one article, in words."""

    def __init__(self, conference: Conference) -> None:
        self._conference = conference
        self._evidence: dict[str, dict[str, list[Page]]] = {}  # the same for every sitting
        self._actors = {row["id"]: row["name"] for row in conference.article.tables.get("actors", ())}

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
        mine = [(p.id, self._named([p.actor])) for p in own.on(issue)]
        mine += [(s.id, self._told(own, s)) for s in own.spoken if s.id in rows and not s.told_by]
        tables, left = self._article.tables, rows - {name for name, _ in mine}
        others = [(r["id"], self._named([r["actor_id"]])) for r in tables.get("positions", ()) if r["id"] in left]
        others += [(r["id"], self._whose(r)) for r in tables.get("statements", ()) if r["id"] in left]
        rest = [(row["id"], row["label"]) for row in tables.get("events", ()) if row["id"] in rows]
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
            "words": [self._spoken(delegation, spoken) for spoken in delegation.spoken if not spoken.told_by],
            "told": [self._spoken(delegation, spoken) for spoken in delegation.spoken if spoken.told_by],
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
            "issue": self._article.issues[issue],
            "stance": "; ".join(stances),
            "tags": tags_of(any(p.contested for p in positions), any(p.draft for p in positions)),
            "other": say("other-reading", stance="; ".join(others)) if others else "",
            "words": [self._quote(p.cited, f"{self._named([p.actor])}, {text('bases', p.basis)}") for p in positions],
        }

    def _red_line(self, position: Position) -> Page:
        name = "red-for" if position.side == FOR else "red-against"
        line = say(name, issue=self._article.issues[position.issue])
        other = say("other-reading", stance=text("stances", position.other_stance)) if position.other_stance else ""
        tags = tags_of(position.contested, position.draft)
        return {"text": line, "tags": tags, "other": other, **self._quote(position.cited, "")}

    def _spoken(self, delegation: Delegation, spoken: Spoken) -> Page:
        tags = tags_of(spoken.contested, spoken.draft)
        return {**self._quote(spoken.cited, self._told(delegation, spoken)), "tags": tags}

    def _told(self, delegation: Delegation, spoken: Spoken) -> str:
        """Who is given these words, and whether they are quoted, retold, or told by others."""
        told = say("told-by", by=self._named(spoken.told_by), who=delegation.name) if spoken.told_by else ""
        return f"{self._named(spoken.actors)}, {told or say(f'kind-{spoken.kind}')}"

    def _whose(self, row: Any) -> str:
        """Who is given the words of a statement, and through whom they came."""
        told = [a for a in row["channel"] if a not in row["source_ids"]]
        kind = say("link-told-by", who=self._named(told)) if told else say(f"kind-{row['kind']}")
        return f"{self._named(row['source_ids'])}, {kind}"

    def _quote(self, cited: Cited, who: str) -> Page:
        return self.quoted(Evidence(cited.paragraph, cited.words, cited.occurrence)) | {"who": who}

    def quoted(self, evidence: Evidence) -> Page:
        """Evidence as the page shows it: words of the report to light up, or a fact from outside."""
        if evidence.source:
            fact = self._conference.sources[evidence.source].fact
            return {"words": fact, "where": where(self._conference, evidence), "at": None, "who": ""}
        at = {"paragraph": evidence.paragraph, "words": evidence.words, "occurrence": evidence.occurrence}
        return {"words": evidence.words, "where": where(self._conference, evidence), "at": at, "who": ""}
