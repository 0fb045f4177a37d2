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
from typing import TypeVar

from ...base.errors import CommuniqueError
from ...coding.codes import STATEMENT_KINDS, plover
from ...coding.schema import Actor, Event, R, Statement
from .codings import CodedRow, Coding

Actors = Sequence[CodedRow[Actor]]
Statements = Sequence[CodedRow[Statement]]
Events = Sequence[CodedRow[Event]]
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
        *_by_rule("actors", draft.actors, {d.row.id for d in draft.actors if d.row.id in same.values()}),
        *_by_rule("statements", draft.statements, {d.row.id for g, d in statements if _spoken(g, d, same)}),
        *_by_rule("events", draft.events, {d.row.id for g, d in events if g.row.event == d.row.event}),
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


def _same_actors(gold: Actors, draft: Actors) -> dict[str, str]:
    """The draft's id for each actor of the reference that the draft has."""

    def sharing(g: CodedRow[Actor], d: CodedRow[Actor]) -> tuple[float, ...] | None:
        common = sum(any(m.places & n.places for n in d.mentions) for m in g.mentions)
        if not common:
            return None
        mine, theirs = g.row, d.row
        alike = (mine.country == theirs.country) + (mine.kind == theirs.kind)
        alike += mine.name.lower() == theirs.name.lower()
        return (common / max(len(g.mentions), len(d.mentions)), float(alike))

    return {g.row.id: d.row.id for g, d in pairs_by(gold, draft, sharing)}


def _actor_counts(gold: Coding, draft: Coding, same: dict[str, str]) -> Iterable[Count]:
    yield Count("actors: found", len(gold.actors), len(draft.actors), len(same))
    by_id = {d.row.id: d for d in draft.actors}
    right = 0
    for actor in gold.actors:
        other = by_id.get(same.get(actor.row.id, ""))
        if other is not None:
            unmatched = list(other.mentions)
            for mention in actor.mentions:
                hit = next((m for m in unmatched if m.places & mention.places), None)
                if hit is not None:
                    unmatched.remove(hit)
                    right += 1
    mentions = [sum(len(a.mentions) for a in coding.actors) for coding in (gold, draft)]
    yield Count("actors: mentions", mentions[0], mentions[1], right)


def _spoken(g: CodedRow[Statement], d: CodedRow[Statement], same: dict[str, str]) -> bool:
    """Whether a matched statement has the right speaker: the source's words overlap, or the actor is the same."""
    return bool(g.at("source").places & d.at("source").places) or _resolved(g, d, same)


def _resolved(g: CodedRow[Statement], d: CodedRow[Statement], same: dict[str, str]) -> bool:
    """Whether a matched statement has the right actor as its speaker."""
    return any(same.get(s, "") in d.row.source_ids for s in g.row.source_ids)


def _statement_pairs(
    gold: Statements, draft: Statements, same: dict[str, str]
) -> list[tuple[CodedRow[Statement], CodedRow[Statement]]]:
    def sharing(g: CodedRow[Statement], d: CodedRow[Statement]) -> tuple[float, ...] | None:
        shared = g.at("content").shared(d.at("content"))
        return (shared, float(_spoken(g, d, same))) if shared >= HALF else None

    return pairs_by(gold, draft, sharing)


def _statement_counts(
    gold: Statements,
    draft: Statements,
    pairs: list[tuple[CodedRow[Statement], CodedRow[Statement]]],
    same: dict[str, str],
) -> Iterable[Count]:
    every = (len(gold), len(draft))
    yield Count("statements: content, at least half", *every, len(pairs))
    spans = [Counter(one.at("content").span for one in rows if one.at("content").span) for rows in (gold, draft)]
    yield Count("statements: content, exact", *every, (spans[0] & spans[1]).total())
    for name in ("source", "cue"):
        words = [(g.at(name), d.at(name)) for g, d in pairs]
        yield Count(f"statements: {name}, overlapping", *every, sum(bool(a.places & b.places) for a, b in words))
        yield Count(f"statements: {name}, exact", *every, sum(bool(a.span) and a.span == b.span for a, b in words))
    right = [(g, d) for g, d in pairs if _spoken(g, d, same)]
    yield Count("statements: content and speaker", *every, len(right))
    yield Count("statements: content and actor", *every, sum(_resolved(g, d, same) for g, d in pairs))
    for kind in STATEMENT_KINDS:
        met = {d.row.id for g, d in pairs if g.row.kind == kind}
        drafted = sum(d.row.kind == kind or d.row.id in met for d in draft)
        named = f"statements: content and speaker, {kind}"
        yield Count(named, sum(g.row.kind == kind for g in gold), drafted, sum(g.row.kind == kind for g, _ in right))
    yield _of_those("statements: kind (of those found)", pairs, lambda row: row.kind)


def _common(gold: Iterable[str], draft: Iterable[str], same: dict[str, str]) -> bool:
    """Whether two lists of actors have one in common, or both are empty."""
    wanted, drafted = [same.get(g, "") for g in gold], set(draft)
    return bool(drafted.intersection(wanted)) if wanted else not drafted


def _event_pairs(gold: Events, draft: Events, same: dict[str, str]) -> list[tuple[CodedRow[Event], CodedRow[Event]]]:
    def sharing(g: CodedRow[Event], d: CodedRow[Event]) -> tuple[float, ...] | None:
        shared, type_too = g.at("words").shared(d.at("words")), g.row.event == d.row.event
        actor = bool({same.get(a, "") for a in g.row.actor_ids} & set(d.row.actor_ids))
        near = bool({p for p, _ in g.at("words").places} & {p for p, _ in d.at("words").places})
        if not shared and not (type_too and actor and near):
            return None
        return (float(type_too) + float(actor), float(_common(g.row.recipient_ids, d.row.recipient_ids, same)), shared)

    return pairs_by(gold, draft, sharing)


def _event_counts(
    gold: Events,
    draft: Events,
    pairs: list[tuple[CodedRow[Event], CodedRow[Event]]],
    same: dict[str, str],
) -> Iterable[Count]:
    every = (len(gold), len(draft))
    yield Count("events: found", *every, len(pairs))
    typed = [(g, d) for g, d in pairs if g.row.event == d.row.event]
    yield Count("events: type", *every, len(typed))
    acted = [(g, d) for g, d in typed if _common(g.row.actor_ids, d.row.actor_ids, same)]
    yield Count("events: type and actor", *every, len(acted))
    both = sum(_common(g.row.recipient_ids, d.row.recipient_ids, same) for g, d in acted)
    yield Count("events: type and pair", *every, both)
    yield Count("events: quad", *every, sum(_quad(g.row) == _quad(d.row) for g, d in pairs))
    yield _of_those("events: mode (of right types)", typed, lambda row: row.mode)
    yield _of_those("events: certainty (of those found)", pairs, lambda row: row.certainty)
    yield _of_those("events: factuality (of those found)", pairs, lambda row: row.factuality)
    dated = [(g, d) for g, d in pairs if g.row.timex]
    yield _of_those("events: date (of those found)", dated, lambda row: row.timex)


def _of_those(measure: str, pairs: Sequence[tuple[CodedRow[R], CodedRow[R]]], value: Callable[[R], str]) -> Count:
    """How many matched rows have the reference's value."""
    return Count(measure, len(pairs), len(pairs), sum(value(g.row) == value(d.row) for g, d in pairs))


def _quad(row: Event) -> int:
    """PLOVER's quad code; 0 where the event is none of PLOVER's."""
    code = plover().get((row.event, row.mode)) or plover().get((row.event, ""))
    return code.quad_code if code else 0


def _by_rule(table: str, rows: Actors | Statements | Events, right: set[str]) -> Iterable[RuleCount]:
    names = {one.row.id: one.row.rule.split(":", 1)[0].strip() or "no rule" for one in rows}
    made, good = Counter(names.values()), Counter(name for row_id, name in names.items() if row_id in right)
    return [RuleCount(table, name, made[name], good[name]) for name in sorted(made)]
