"""Clauses of a communiqué: who proposed them, who agrees, and what stays in square brackets.

A clause that not all delegations at the table agree to is in square brackets, as in real drafting.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ...base.strings import text
from ...base.yaml_files import YamlEntry
from .delegations import Conference
from .moves import Basis, basis_fields, find_basis, fingerprint, issue_of, refusal, said


@dataclass(frozen=True)
class Clause:
    """A clause: who proposed it, the how many-th of theirs, how it begins, on which issue, in which words."""

    by: str
    number: int
    opening: str
    issue: str
    text: str
    evidence: Basis

    @property
    def id(self) -> str:
        """Made from what it says, so that nobody's agreement can be moved to other words."""
        return f"{self.by}-c{self.number}-{fingerprint({**asdict(self), 'evidence': basis_fields(self.evidence)})}"


@dataclass(frozen=True)
class Support:
    """Where a clause stands: who agrees and who does not, in the order of the seats."""

    agreed: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether all agree; one delegation alone settles nothing."""
        return not self.open and len(self.agreed) >= 2


def read_openings(top: YamlEntry) -> dict[str, str]:
    """How clauses may begin, by id, as an author wrote it in negotiating-table.yml; three where there are none."""
    top.only("openings")
    entries = top.entries("openings", "opening", needed=False)
    for entry in entries:
        entry.only("id", "words")
    usual = {name: text("negotiating", f"opening-{name}") for name in ("note", "welcome", "object")}
    return top.finish({entry.id: entry.text("words") for entry in entries}) or usual


def make_clause(conference: Conference, by: str, number: int, form: Mapping[str, Any]) -> Clause:
    """A clause as the rules have it: an opening, an issue, a text, and evidence as for a move."""
    name, openings = form.get("opening"), conference.openings
    if not isinstance(name, str) or name not in openings:
        raise refusal("opening", allowed=", ".join(openings.values()))
    issue = issue_of(conference, form.get("issue"))
    evidence = find_basis(conference, form)
    return Clause(by, number, openings[name], issue, said(form.get("text")).rstrip("."), evidence)


def support_of(clause: Clause, seats: Iterable[str], agreed: Mapping[str, Iterable[str]]) -> Support:
    """Where a clause stands among the delegations at the table, by clause id -> the ids of those who agree."""
    named = set(agreed.get(clause.id, ()))
    yes = tuple(seat for seat in seats if seat in named)
    return Support(yes, tuple(seat for seat in seats if seat not in named))
