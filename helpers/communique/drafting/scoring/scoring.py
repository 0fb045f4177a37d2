"""A draft coding compared with one made by a person: precision, recall and F1, and how right each rule is.

Words are compared by place (paragraph and number of the word). Two contents match where the words that both have are
at least half of the longer one; two actors where they share the most places. Two events are candidates where they
share a word, or are of one type with a common actor in the same paragraph. Each row is matched at most once, pairs
that share most first.

Source: for quotations, exact and partial matching of content, cue and source as in PolNeAR (Newell, Margolin and Ruths
2018) and Pareti (2016, overlap by token); for events, type and actor pair as in Halterman et al. (2023).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from ...base.errors import CommuniqueError
from ...coding.codes import STATEMENT_KINDS
from ..reading.source import SourceText
from .codings import ActorCoding, Coding, EventCoding, StatementCoding, coding_of, read_coding

_G = TypeVar("_G")
_D = TypeVar("_D")


@dataclass(frozen=True)
class Count:
    """How many rows the reference has, how many the draft has, and how many of these are right."""

    measure: str
    gold: int
    drafted: int
    right: int

    @property
    def precision(self) -> float:
        """Which share of the draft's rows is right (0 where it has none)."""
        return self.right / self.drafted if self.drafted else 0.0

    @property
    def recall(self) -> float:
        """Which share of the reference's rows the draft has (0 where there are none)."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class RuleCount:
    """How many rows a rule made, and how many of them are right."""

    table: str
    rule: str
    rows: int
    right: int


def pairs_by(
    gold: Sequence[_G], draft: Sequence[_D], sharing: Callable[[_G, _D], tuple[float, ...] | None]
) -> list[tuple[_G, _D]]:
    """Pair rows, each at most once, the pair that shares most first; `sharing` is None where two are no pair."""
    candidates = []
    for g, gold_row in enumerate(gold):
        for d, draft_row in enumerate(draft):
            shared = sharing(gold_row, draft_row)
            if shared is not None:
                candidates.append((shared, -g, -d))
    pairs, taken_gold, taken_draft = [], set(), set()
    for _, g, d in sorted(candidates, reverse=True):
        if g not in taken_gold and d not in taken_draft:
            taken_gold.add(g)
            taken_draft.add(d)
            pairs.append((-g, -d))
    return [(gold[g], draft[d]) for g, d in sorted(pairs)]


#: How much of the longer of two contents both must have in common.
HALF = 0.5


@dataclass(frozen=True)
class Scores:
    """The scores of one draft, or of several drafts taken together."""

    name: str
    counts: tuple[Count, ...]
    rules: tuple[RuleCount, ...] = field(default=())

    def of(self, measure: str) -> Count:
        """The count of one measure (KeyError where there is none)."""
        return {count.measure: count for count in self.counts}[measure]


def score(gold: Coding, draft: Coding) -> Scores:
    """Score a draft against the reference of the same text; another text is a CommuniqueError."""
    if gold.paragraphs != draft.paragraphs:
        where = next((n for n, (a, b) in enumerate(zip(gold.paragraphs, draft.paragraphs, strict=False)) if a != b), 0)
        raise CommuniqueError(
            f"The draft is of another text than {gold.name}: the first difference is in "
            f"{'the headline' if where == 0 else f'p{where}'}.",
            "Score a draft that was made from the very text of the reference.",
        )
    same = _same_actors(gold.actors, draft.actors)
    counts = [*_actor_counts(gold, draft, same)]
    statements = _statement_pairs(gold.statements, draft.statements, same)
    counts += _statement_counts(gold.statements, draft.statements, statements, same)
    events = _event_pairs(gold.events, draft.events, same)
    counts += _event_counts(gold.events, draft.events, events, same)
    rules = [
        *_by_rule("actors", draft.actors, {d.row_id for d in draft.actors if d.row_id in same.values()}),
        *_by_rule("statements", draft.statements, {d.row_id for g, d in statements if _spoken(g, d, same)}),
        *_by_rule("events", draft.events, {d.row_id for g, d in events if g.event == d.event}),
    ]
    return Scores(gold.name, tuple(counts), tuple(rules))


def together(name: str, scores: Iterable[Scores]) -> Scores:
    """The scores of several articles as one: rows are added up, so that a long article counts for more."""
    counts: dict[str, Count] = {}
    rules: dict[tuple[str, str], RuleCount] = {}
    for one in scores:
        for c in one.counts:
            old = counts.get(c.measure, Count(c.measure, 0, 0, 0))
            counts[c.measure] = Count(c.measure, old.gold + c.gold, old.drafted + c.drafted, old.right + c.right)
        for r in one.rules:
            before = rules.get((r.table, r.rule), RuleCount(r.table, r.rule, 0, 0))
            rules[r.table, r.rule] = RuleCount(r.table, r.rule, before.rows + r.rows, before.right + r.right)
    return Scores(name, tuple(counts.values()), tuple(rules.values()))


def _same_actors(gold: Sequence[ActorCoding], draft: Sequence[ActorCoding]) -> dict[str, str]:
    """The draft's id for each actor of the reference that the draft has."""

    def sharing(g: ActorCoding, d: ActorCoding) -> tuple[float, ...] | None:
        common = sum(any(m.places & n.places for n in d.mentions) for m in g.mentions)
        if not common:
            return None
        alike = (g.country == d.country) + (g.kind == d.kind) + (g.name.lower() == d.name.lower())
        return (common / max(len(g.mentions), len(d.mentions)), float(alike))

    return {g.row_id: d.row_id for g, d in pairs_by(gold, draft, sharing)}


def _actor_counts(gold: Coding, draft: Coding, same: dict[str, str]) -> Iterable[Count]:
    yield Count("actors: found", len(gold.actors), len(draft.actors), len(same))
    by_id = {d.row_id: d for d in draft.actors}
    right = 0
    for actor in gold.actors:
        other = by_id.get(same.get(actor.row_id, ""))
        if other is not None:
            unmatched = list(other.mentions)
            for mention in actor.mentions:
                hit = next((m for m in unmatched if m.places & mention.places), None)
                if hit is not None:
                    unmatched.remove(hit)
                    right += 1
    mentions = [sum(len(a.mentions) for a in coding.actors) for coding in (gold, draft)]
    yield Count("actors: mentions", mentions[0], mentions[1], right)


def _spoken(g: StatementCoding, d: StatementCoding, same: dict[str, str]) -> bool:
    """Whether a matched statement has the right speaker: the source's words overlap, or the actor is the same."""
    return bool(g.source.places & d.source.places) or _resolved(g, d, same)


def _resolved(g: StatementCoding, d: StatementCoding, same: dict[str, str]) -> bool:
    """Whether a matched statement has the right actor as its speaker."""
    return any(same.get(s, "") in d.speakers for s in g.speakers)


def _statement_pairs(
    gold: Sequence[StatementCoding], draft: Sequence[StatementCoding], same: dict[str, str]
) -> list[tuple[StatementCoding, StatementCoding]]:
    def sharing(g: StatementCoding, d: StatementCoding) -> tuple[float, ...] | None:
        shared = g.content.shared(d.content)
        return (shared, float(_spoken(g, d, same))) if shared >= HALF else None

    return pairs_by(gold, draft, sharing)


def _statement_counts(
    gold: Sequence[StatementCoding],
    draft: Sequence[StatementCoding],
    pairs: list[tuple[StatementCoding, StatementCoding]],
    same: dict[str, str],
) -> Iterable[Count]:
    every = (len(gold), len(draft))
    yield Count("statements: content, at least half", *every, len(pairs))
    exact = pairs_by(gold, draft, lambda g, d: (1.0,) if g.content.span and g.content.span == d.content.span else None)
    yield Count("statements: content, exact", *every, len(exact))
    for name in ("source", "cue"):
        words = [(getattr(g, name), getattr(d, name)) for g, d in pairs]
        yield Count(f"statements: {name}, overlapping", *every, sum(bool(a.places & b.places) for a, b in words))
        yield Count(f"statements: {name}, exact", *every, sum(bool(a.span) and a.span == b.span for a, b in words))
    right = [(g, d) for g, d in pairs if _spoken(g, d, same)]
    yield Count("statements: content and speaker", *every, len(right))
    yield Count("statements: content and actor", *every, sum(_resolved(g, d, same) for g, d in pairs))
    for kind in STATEMENT_KINDS:
        met = {d.row_id for g, d in pairs if g.kind == kind}
        drafted = sum(d.kind == kind or d.row_id in met for d in draft)
        named = f"statements: content and speaker, {kind}"
        yield Count(named, sum(g.kind == kind for g in gold), drafted, sum(g.kind == kind for g, _ in right))
    yield Count("statements: kind (of those found)", len(pairs), len(pairs), sum(g.kind == d.kind for g, d in pairs))


def _common(gold: Iterable[str], draft: Iterable[str], same: dict[str, str]) -> bool:
    """Whether two lists of actors have one in common, or both are empty."""
    wanted, drafted = [same.get(g, "") for g in gold], set(draft)
    return bool(drafted.intersection(wanted)) if wanted else not drafted


def _event_pairs(
    gold: Sequence[EventCoding], draft: Sequence[EventCoding], same: dict[str, str]
) -> list[tuple[EventCoding, EventCoding]]:
    def sharing(g: EventCoding, d: EventCoding) -> tuple[float, ...] | None:
        shared, type_too = g.words.shared(d.words), g.event == d.event
        actor = bool({same.get(a, "") for a in g.actors} & set(d.actors))
        near = bool({p for p, _ in g.words.places} & {p for p, _ in d.words.places})
        if not shared and not (type_too and actor and near):
            return None
        return (float(type_too) + float(actor), float(_common(g.recipients, d.recipients, same)), shared)

    return pairs_by(gold, draft, sharing)


def _event_counts(
    gold: Sequence[EventCoding],
    draft: Sequence[EventCoding],
    pairs: list[tuple[EventCoding, EventCoding]],
    same: dict[str, str],
) -> Iterable[Count]:
    every = (len(gold), len(draft))
    yield Count("events: found", *every, len(pairs))
    typed = [(g, d) for g, d in pairs if g.event == d.event]
    yield Count("events: type", *every, len(typed))
    acted = [(g, d) for g, d in typed if _common(g.actors, d.actors, same)]
    yield Count("events: type and actor", *every, len(acted))
    both = sum(_common(g.recipients, d.recipients, same) for g, d in acted)
    yield Count("events: type and pair", *every, both)
    yield Count("events: quad", *every, sum(g.quad == d.quad for g, d in pairs))
    for name, rows in (("mode (of right types)", typed), ("certainty (of those found)", pairs)):
        attribute = name.split(" ")[0]
        right = sum(getattr(g, attribute) == getattr(d, attribute) for g, d in rows)
        yield Count(f"events: {name}", len(rows), len(rows), right)
    right = sum(g.factuality == d.factuality for g, d in pairs)
    yield Count("events: factuality (of those found)", len(pairs), len(pairs), right)
    dated = [(g, d) for g, d in pairs if g.timex]
    yield Count("events: date (of those found)", len(dated), len(dated), sum(g.timex == d.timex for g, d in dated))


def _by_rule(
    table: str, rows: Iterable[ActorCoding | StatementCoding | EventCoding], right: set[str]
) -> Iterable[RuleCount]:
    counts: dict[str, tuple[int, int]] = {}
    for row in rows:
        name = row.rule.split(":", 1)[0].strip() or "no rule"
        made, good = counts.get(name, (0, 0))
        counts[name] = (made + 1, good + (row.row_id in right))
    return [RuleCount(table, name, *numbers) for name, numbers in sorted(counts.items())]


ALL = "all together"


def scores_of(gold: Path, draft: Path | None = None) -> list[Scores]:
    """The scores of each article, and of all together at the end (one article: its scores alone).

    `gold` is an article's folder or a folder of such folders; without `draft` a draft is made now.

    Raises:
        CommuniqueError: no coded article is there, or the draft is of another text.
        ArticleError: a coding has faults.
    """
    if not gold.is_dir():
        raise CommuniqueError(f"There is no folder {gold}.", "Name an article's folder, or a folder of such folders.")
    folders = [gold] if (gold / "article.md").is_file() else sorted(p.parent for p in gold.glob("*/article.md"))
    if not folders:
        what = f"No article is in {gold}: neither an article.md nor folders that hold one."
        raise CommuniqueError(what, "Name an article's folder, or a folder of such folders.")
    scores = []
    for folder in folders:
        reference = read_coding(folder)
        where = None if draft is None else draft if folder == gold else draft / folder.name
        scores.append(score(reference, drafted_now(reference) if where is None else read_coding(where)))
    return scores if len(scores) == 1 else [*scores, together(ALL, scores)]


def drafted_now(reference: Coding) -> Coding:
    """The program's draft of the text that a reference codes."""
    from ..draft.coder import draft_tables

    headline, *paragraphs = reference.paragraphs
    tables = draft_tables(SourceText(headline, "", reference.published, "en", tuple(paragraphs)))
    return coding_of(reference.name, headline, paragraphs, tables)


def as_csv(scores: list[Scores]) -> str:
    """All scores as one CSV table: article, measure or rule, and the numbers."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("article", "what", "name", "gold", "drafted", "right", "precision", "recall", "f1"))
    for one in scores:
        for c in one.counts:
            rounded = (f"{c.precision:.4f}", f"{c.recall:.4f}", f"{c.f1:.4f}")
            writer.writerow((one.name, "measure", c.measure, c.gold, c.drafted, c.right, *rounded))
        for r in one.rules:
            share = f"{r.right / r.rows:.4f}"
            writer.writerow((one.name, "rule", f"{r.table}, {r.rule}", "", r.rows, r.right, share, "", ""))
    return out.getvalue()
