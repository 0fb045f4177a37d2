"""The communiqué that delegations drafted, as Markdown and as a page to print. All that students wrote is escaped."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...base.pages import html_page
from ...base.strings import day_in_words, section, text
from ...coding.pointers import Pointer
from ...questions.in_words import paragraph_label, quoted
from .clauses import Clause
from .delegations import Conference
from .moves import Basis, refusal
from .sitting import Sitting

STEM = "my-communique"
#: What Markdown reads as markup; with the marks by which JupyterLab's preview makes links of bare addresses.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+|~&$@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)


@dataclass(frozen=True)
class ClauseLine:
    """A clause on paper: its text, whether it is agreed, by whom and by whom not, why, and its evidence."""

    text: str
    settled: bool
    agreed: str
    open: str
    why: str
    words: str
    where: str


def lines_of(conference: Conference, sitting: Sitting) -> tuple[ClauseLine, ...]:
    """The clauses of a sitting as they are on paper, in their order."""
    standings = sitting.standings
    return tuple(
        ClauseLine(
            sentence(clause),
            standings[clause.id].settled,
            names(conference, standings[clause.id].agreed),
            names(conference, standings[clause.id].open),
            _why(conference, sitting, clause.id),
            quoted(clause.evidence.words) if isinstance(clause.evidence, Pointer) else "",
            where(conference, clause.evidence),
        )
        for clause in sitting.all_clauses
    )


def _why(conference: Conference, sitting: Sitting, clause_id: str) -> str:
    """What one player, alone, says of the other side and a clause."""
    why, who = sitting.reasons.get(clause_id), names(conference, sitting.seats[1:])
    return text("communique", "why", who=who, why=why) if why else ""


def sentence(clause: Clause) -> str:
    """A clause as a sentence."""
    return text("communique", "sentence", opening=clause.opening, text=clause.text)


def names(conference: Conference, delegations: Iterable[str]) -> str:
    """The names of delegations, in their order."""
    return ", ".join(conference.delegations[d].name for d in delegations)


def where(conference: Conference, basis: Basis) -> str:
    """Where it is found: a paragraph of the report, or a document from outside with its day."""
    return paragraph_label(basis.paragraph) if isinstance(basis, Pointer) else conference.outside_facts[basis].reference


def communique_markdown(conference: Conference, sitting: Sitting) -> str:
    """The communiqué as Markdown: agreed clauses plain, all others in square brackets."""
    t, head = section("communique"), _head(conference, sitting)
    out = [f"# {t['title']}", "", _md(head["parties"]), "", f"*{_md(head['report'])}*", "", _md(t["exercise"]), ""]
    out += [_md(head["count"]), ""]
    for number, line in enumerate(lines_of(conference, sitting), 1):
        shown = _md(line.text) if line.settled else f"\\[{_md(line.text)}\\]"
        out += [f"{number}. {shown}", ""]
        out += [f"   - {t['agreed']} {_md(line.agreed or t['nobody'])}"]
        out += [f"   - {t['open']} {_md(line.open)}"] if line.open else []
        out += [f"   - {_md(line.why)}"] if line.why else []
        quote = f"{_md(line.words)} " if line.words else ""
        out += [f"   - {t['evidence']} {quote}({_md(line.where)})", ""]
    return "\n".join(out).rstrip() + "\n"


def communique_page(conference: Conference, sitting: Sitting) -> str:
    """The communiqué as one HTML page without scripts, which any browser shows and prints."""
    return html_page("communique", lines=lines_of(conference, sitting), **_head(conference, sitting))


def communique_files(conference: Conference, sitting: Sitting) -> dict[str, str]:
    """The files of a communiqué, by their names."""
    if not sitting.all_clauses:
        raise refusal("nothing-to-export")
    page = communique_page(conference, sitting)
    return {f"{STEM}.md": communique_markdown(conference, sitting), f"{STEM}.html": page}


def _head(conference: Conference, sitting: Sitting) -> dict[str, str]:
    article, lines = conference.article, lines_of(conference, sitting)
    report = ", ".join(filter(None, (article.outlet, day_in_words(article.published))))
    return {
        "parties": names(conference, sitting.all_seats),
        "report": text("communique", "report", headline=article.headline, report=report),
        "count": text("communique", "count", settled=sum(line.settled for line in lines), count=len(lines)),
    }


def _md(words: str) -> str:
    """Words in which nothing is markup. A dollar or backslash is in an element of its own: no two make a formula."""
    return re.sub(r"(?:\\[\\$])", r"<span>\g<0></span>", _MARKDOWN.sub(r"\\\1", words))
