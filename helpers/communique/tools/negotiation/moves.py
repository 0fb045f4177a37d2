"""Moves at the negotiating table: what each must have, and the evidence without which none is accepted."""

import functools
import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ...base import strings
from ...base.nearest import nearest_of
from ...base.strings import text
from ...coding.pointers import Pointer, pointer_at
from ...text.nearest import nearest_words
from ...text.spans import Span, find_all, word_spans
from .delegations import Conference

STATEMENT, DEMAND, OFFER, THREAT, SILENCE = KINDS = ("statement", "demand", "offer", "threat", "silence")
MOST_CHARACTERS = 300
FEWEST_WORDS = 2
#: Quotation marks and dashes as a word processor sets them, one letter for one letter.
_PLAIN = str.maketrans("‘’“”–—", "''\"\"--")


#: What a move or a clause is based on: words of the report, or a fact from outside, by its id.
Basis = Pointer | str


def basis_at(pointer: Pointer) -> Pointer:
    """Words of the report as the basis of a move; those that only overlap others are taken as the first."""
    return Pointer(pointer.paragraph, pointer.words, max(1, pointer.occurrence))


def basis_fields(basis: Basis) -> dict[str, Any]:
    """A basis in the fields of the files that tables exchange; ids of moves are made from them."""
    at, fact = (Pointer("", ""), basis) if isinstance(basis, str) else (basis, "")
    return {"paragraph": at.paragraph, "words": at.words, "occurrence": at.occurrence, "source": fact}


@dataclass(frozen=True)
class Move:
    """One move: whose, the how many-th of theirs, what kind, on which issue, in which words.

    `rows` are the rows of the coding that a scripted answer was drawn from, and `how` the rule that chose them;
    both are empty for a move that a person made.
    """

    by: str
    number: int
    kind: str
    issue: str
    text: str
    evidence: Basis
    rows: tuple[str, ...] = ()
    how: str = ""

    @property
    def id(self) -> str:
        """Made from what it says, so that nothing can be changed under a known id."""
        return f"{self.by}-{self.number}-{fingerprint({**asdict(self), 'evidence': basis_fields(self.evidence)})}"


def fingerprint(value: Any) -> str:
    """Eight letters that stand for a value: the same for the same value, on every computer."""
    written = json.dumps(value, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(written.encode("ascii")).hexdigest()[:8]


#: Why something is not accepted at the table, and the next step.
refusal = functools.partial(strings.refusal, "negotiating-trouble")


def make_move(conference: Conference, by: str, number: int, form: Mapping[str, Any]) -> Move:
    """A move as the rules have it, from a form with kind, issue, text, and `source` or `words` as evidence."""
    kind = form.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise refusal("kind", allowed=", ".join(text("negotiating", f"kind-{one}") for one in KINDS))
    issue = issue_of(conference, form.get("issue"))
    return Move(by, number, kind, issue, said(form.get("text"), needed=kind != SILENCE), find_basis(conference, form))


def issue_of(conference: Conference, name: Any) -> str:
    """The issue that is named, if the article has it."""
    issues = conference.article.issues
    if not isinstance(name, str) or name not in issues:
        raise refusal("issue", allowed="; ".join(issues.values()))
    return name


def said(words: Any, *, needed: bool = True) -> str:
    """What a delegation says in its own words, in one line without letters that no page can hold."""
    line = clean(words) if isinstance(words, str) else ""
    if needed and not line:
        raise refusal("no-text")
    if len(line) > MOST_CHARACTERS:
        raise refusal("long-text", count=len(line), most=MOST_CHARACTERS)
    return line


def clean(words: str) -> str:
    """A text in one line, without control characters and halves of characters."""
    spaced = "".join(" " if letter.isspace() else letter for letter in words)
    return " ".join("".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cs", "Cn")).split())


def find_basis(conference: Conference, form: Mapping[str, Any]) -> Basis:
    """The evidence that is cited, found in the report (in its own spelling) or among the outside facts."""
    source, words = form.get("source"), form.get("words")
    if isinstance(source, str) and source:
        return _outside_fact(conference, source)
    line = clean(words).strip('"“”') if isinstance(words, str) else ""
    if not line:
        raise refusal("no-evidence")
    paragraph, occurrence = form.get("paragraph"), form.get("occurrence", 1)
    exact = clean(words) if isinstance(words, str) else ""
    for wanted in dict.fromkeys((exact, line)):
        basis = _find(conference, wanted, paragraph if isinstance(paragraph, str) else "", occurrence)
        if basis:
            return _enough(conference, basis)
    similar = [nearest_words(paragraph.text, line[:MOST_CHARACTERS]) for paragraph in conference.article.paragraphs]
    near = nearest_of(line[:MOST_CHARACTERS], [words for words in similar if words])
    raise refusal("not-there-near" if near else "not-there", words=line[:80], near=near)


def _find(conference: Conference, words: str, paragraph_id: str, occurrence: Any) -> Pointer | None:
    paragraphs = conference.article.paragraphs
    for paragraph in sorted(paragraphs, key=lambda p: p.paragraph_id != paragraph_id):
        places = find_all(paragraph.text, words) or _alike(paragraph.text, words)
        if places:
            wanted = occurrence if type(occurrence) is int and paragraph.paragraph_id == paragraph_id else 1
            return basis_at(pointer_at(paragraph, places[wanted - 1] if 0 < wanted <= len(places) else places[0]))
    return None


def _alike(paragraph: str, words: str) -> list[Span]:
    pattern = re.compile(re.escape(words.translate(_PLAIN)), re.IGNORECASE)
    return [Span(m.start(), m.end()) for m in pattern.finditer(paragraph.translate(_PLAIN))]


def _enough(conference: Conference, basis: Pointer) -> Pointer:
    """One word alone is no evidence, unless a row of the coding is based on just this word."""
    if len(word_spans(basis.words)) < FEWEST_WORDS and not any(
        e.words == basis.words and e.paragraph_id == basis.paragraph for e in conference.article.evidence
    ):
        raise refusal("too-short", words=basis.words, fewest=FEWEST_WORDS)
    return basis


def _outside_fact(conference: Conference, name: str) -> str:
    if name in conference.outside_facts:
        return name
    if name in conference.later:
        raise refusal("later-source", who=name)
    near = nearest_of(name[:80], conference.outside_facts)
    raise refusal("no-source-near" if near else "no-source", who=name[:80], near=near)
