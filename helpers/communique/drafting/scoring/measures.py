"""A draft coding compared with one made by a person: precision, recall and F1, and how right each rule is.

Words are compared by place (paragraph and number of the word). Two contents match where the words that both have are
at least half of the longer one; two actors where they share the most places. Two events are candidates where they
share a word, or are of one type with a common actor in the same paragraph. Each row is matched at most once, pairs
that share most first.

Source: for quotations, exact and partial matching of content, cue and source as in PolNeAR (Newell, Margolin and Ruths
2018) and Pareti (2016, overlap by token); for events, type and actor pair as in Halterman et al. (2023).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ...base.errors import CommuniqueError
from ...coding.codes import STATEMENT_KINDS, plover
from ...coding.schema import Actor, Event, R, Statement
from .codings import CodedRow, Coding

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
    return _Comparison(gold, draft).scores()


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


class _Comparison:
    """A draft beside the reference: which of its rows are which, and how many are right."""

    def __init__(self, gold: Coding, draft: Coding) -> None:
        self.gold, self.draft = gold, draft
        actors = pairs_by(gold.actors, draft.actors, _sharing_mentions)
        self.same = {g.row.id: d.row.id for g, d in actors}  # actor of the reference -> the draft's id for it
        self.statements = pairs_by(gold.statements, draft.statements, self._sharing_content)
        self.events = pairs_by(gold.events, draft.events, self._sharing_event)

    def scores(self) -> Scores:
        right = {
            "actors": set(self.same.values()),
            "statements": {d.row.id for g, d in self.statements if self._spoken(g, d)},
            "events": {d.row.id for g, d in self.events if g.row.event == d.row.event},
        }
        rules = [count for table, ids in right.items() for count in _by_rule(table, getattr(self.draft, table), ids)]
        counts = (*self._actor_counts(), *self._statement_counts(), *self._event_counts())
        return Scores(self.gold.name, counts, tuple(rules))

    def _actor_counts(self) -> Iterable[Count]:
        yield Count("actors: found", len(self.gold.actors), len(self.draft.actors), len(self.same))
        by_id = {d.row.id: d for d in self.draft.actors}
        right = 0
        for actor in self.gold.actors:
            other = by_id.get(self.same.get(actor.row.id, ""))
            unmatched = list(other.mentions) if other else []
            for mention in actor.mentions:
                hit = next((m for m in unmatched if m.places & mention.places), None)
                if hit is not None:
                    unmatched.remove(hit)
                    right += 1
        mentions = [sum(len(a.mentions) for a in coding.actors) for coding in (self.gold, self.draft)]
        yield Count("actors: mentions", mentions[0], mentions[1], right)

    def _spoken(self, g: CodedRow[Statement], d: CodedRow[Statement]) -> bool:
        """Whether a matched statement has the right speaker: the source's words overlap, or the actor is the same."""
        return bool(g.at("source").places & d.at("source").places) or self._resolved(g, d)

    def _resolved(self, g: CodedRow[Statement], d: CodedRow[Statement]) -> bool:
        """Whether a matched statement has the right actor as its speaker."""
        return any(self.same.get(s, "") in d.row.source_ids for s in g.row.source_ids)

    def _sharing_content(self, g: CodedRow[Statement], d: CodedRow[Statement]) -> tuple[float, ...] | None:
        shared = g.at("content").shared(d.at("content"))
        return (shared, float(self._spoken(g, d))) if shared >= HALF else None

    def _statement_counts(self) -> Iterable[Count]:
        gold, draft, pairs = self.gold.statements, self.draft.statements, self.statements
        every = (len(gold), len(draft))
        yield Count("statements: content, at least half", *every, len(pairs))
        spans = [Counter(one.at("content").span for one in rows if one.at("content").span) for rows in (gold, draft)]
        yield Count("statements: content, exact", *every, (spans[0] & spans[1]).total())
        for name in ("source", "cue"):
            words = [(g.at(name), d.at(name)) for g, d in pairs]
            yield Count(f"statements: {name}, overlapping", *every, sum(bool(a.places & b.places) for a, b in words))
            yield Count(f"statements: {name}, exact", *every, sum(bool(a.span) and a.span == b.span for a, b in words))
        right = [g.row.kind for g, d in pairs if self._spoken(g, d)]
        yield Count("statements: content and speaker", *every, len(right))
        yield Count("statements: content and actor", *every, sum(self._resolved(g, d) for g, d in pairs))
        for kind in STATEMENT_KINDS:
            met = {d.row.id for g, d in pairs if g.row.kind == kind}
            drafted = sum(d.row.kind == kind or d.row.id in met for d in draft)
            wanted = sum(g.row.kind == kind for g in gold)
            yield Count(f"statements: content and speaker, {kind}", wanted, drafted, right.count(kind))
        yield _of_those("statements: kind (of those found)", pairs, lambda row: row.kind)

    def _common(self, gold: Iterable[str], draft: Iterable[str]) -> bool:
        """Whether two lists of actors have one in common, or both are empty."""
        wanted, drafted = [self.same.get(g, "") for g in gold], set(draft)
        return bool(drafted.intersection(wanted)) if wanted else not drafted

    def _sharing_event(self, g: CodedRow[Event], d: CodedRow[Event]) -> tuple[float, ...] | None:
        shared, type_too = g.at("words").shared(d.at("words")), g.row.event == d.row.event
        actor = bool({self.same.get(a, "") for a in g.row.actor_ids} & set(d.row.actor_ids))
        near = bool({p for p, _ in g.at("words").places} & {p for p, _ in d.at("words").places})
        if not shared and not (type_too and actor and near):
            return None
        return (float(type_too) + float(actor), float(self._common(g.row.recipient_ids, d.row.recipient_ids)), shared)

    def _event_counts(self) -> Iterable[Count]:
        pairs, every = self.events, (len(self.gold.events), len(self.draft.events))
        yield Count("events: found", *every, len(pairs))
        typed = [(g, d) for g, d in pairs if g.row.event == d.row.event]
        yield Count("events: type", *every, len(typed))
        acted = [(g, d) for g, d in typed if self._common(g.row.actor_ids, d.row.actor_ids)]
        yield Count("events: type and actor", *every, len(acted))
        both = sum(self._common(g.row.recipient_ids, d.row.recipient_ids) for g, d in acted)
        yield Count("events: type and pair", *every, both)
        yield Count("events: quad", *every, sum(_quad(g.row) == _quad(d.row) for g, d in pairs))
        yield _of_those("events: mode (of right types)", typed, lambda row: row.mode)
        yield _of_those("events: certainty (of those found)", pairs, lambda row: row.certainty)
        yield _of_those("events: factuality (of those found)", pairs, lambda row: row.factuality)
        dated = [(g, d) for g, d in pairs if g.row.timex]
        yield _of_those("events: date (of those found)", dated, lambda row: row.timex)


def _sharing_mentions(g: CodedRow[Actor], d: CodedRow[Actor]) -> tuple[float, ...] | None:
    common = sum(any(m.places & n.places for n in d.mentions) for m in g.mentions)
    if not common:
        return None
    mine, theirs = g.row, d.row
    alike = (mine.country == theirs.country) + (mine.kind == theirs.kind) + (mine.name.lower() == theirs.name.lower())
    return (common / max(len(g.mentions), len(d.mentions)), float(alike))


def _of_those(measure: str, pairs: Sequence[tuple[CodedRow[R], CodedRow[R]]], value: Callable[[R], str]) -> Count:
    """How many matched rows have the reference's value."""
    return Count(measure, len(pairs), len(pairs), sum(value(g.row) == value(d.row) for g, d in pairs))


def _quad(row: Event) -> int:
    """PLOVER's quad code; 0 where the event is none of PLOVER's."""
    code = plover().get((row.event, row.mode)) or plover().get((row.event, ""))
    return code.quad_code if code else 0


def _by_rule(table: str, rows: Iterable[CodedRow[Any]], right: set[str]) -> Iterable[RuleCount]:
    names = {one.row.id: one.row.rule.split(":", 1)[0].strip() or "no rule" for one in rows}
    made, good = Counter(names.values()), Counter(name for row_id, name in names.items() if row_id in right)
    return [RuleCount(table, name, made[name], good[name]) for name in sorted(made)]
