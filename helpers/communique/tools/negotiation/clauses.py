"""Clauses of a communiqué: who proposed them, who agrees, and what stays in square brackets.

A clause that not all delegations at the table agree to stands in square brackets, as in real drafting.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ...base.strings import text
from ...base.yaml_files import YamlEntry
from .delegations import Conference
from .moves import Basis, find_basis, fingerprint, issue_of, refusal, said


@dataclass(frozen=True)
class Opening:
    """How a clause begins."""

    id: str
    words: str


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
        return f"{self.by}-c{self.number}-{fingerprint(asdict(self))}"


@dataclass(frozen=True)
class Support:
    """Where a clause stands: who agrees and who does not, in the order of the seats."""

    agreed: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether all agree; one delegation alone settles nothing."""
        return not self.open and len(self.agreed) >= 2


def read_openings(top: YamlEntry) -> tuple[Opening, ...]:
    """The openings that an author wrote in negotiating-table.yml; three where there are none."""
    top.only("openings")
    openings = tuple(_opening(entry) for entry in top.entries("openings", "opening", needed=False))
    usual = (Opening(name, text("negotiating", f"opening-{name}")) for name in ("note", "welcome", "object"))
    return top.finish(openings) or tuple(usual)


def _opening(entry: YamlEntry) -> Opening:
    entry.only("id", "words")
    return Opening(entry.id, entry.text("words"))


def make_clause(
    conference: Conference, openings: Iterable[Opening], by: str, number: int, form: Mapping[str, Any]
) -> Clause:
    """A clause as the rules have it: an opening, an issue, a text, and evidence as for a move."""
    known = {opening.id: opening for opening in openings}
    name = form.get("opening")
    if not isinstance(name, str) or name not in known:
        raise refusal("opening", allowed=", ".join(opening.words for opening in known.values()))
    issue = issue_of(conference, form.get("issue"))
    evidence = find_basis(conference, form)
    return Clause(by, number, known[name].words, issue, said(form.get("text")).rstrip("."), evidence)


def support_of(clause: Clause, seats: Iterable[str], agreed: Mapping[str, Iterable[str]]) -> Support:
    """Where a clause stands among the delegations at the table, by clause id -> the ids of those who agree."""
    named = set(agreed.get(clause.id, ()))
    yes = tuple(seat for seat in seats if seat in named)
    return Support(yes, tuple(seat for seat in seats if seat not in named))
