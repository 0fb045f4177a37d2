"""From what the rules found to rows as CSV cells, with words that can be found again."""

import functools
import re

from ...coding.schema import TABLES
from ...text.spans import find_all, find_names, occurrences
from ..actors.mentions import ActorDraft, ActorIndex, MentionDraft
from ..grammar.prose import Prose
from ..statements.attribution import Attribution

_BOUND = re.compile(r"(?:headline|p\d+)(?:#\d+)?\??:")
_NUMBER = re.compile(
    r"(?:the\s+)?(?:\d|(?:both|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b)",
    re.IGNORECASE,
)


def evidence_cells(prose: Prose, paragraph_id: str, start: int, end: int, prefix: str = "") -> dict[str, str]:
    """The cells `words`, `occurrence` and `paragraph` for a stretch of a passage."""
    text = prose.passage(paragraph_id).text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    first = text.find(words)
    occurrence = ""
    if words and (first != start or text.find(words, start + len(words)) >= 0):
        places = prose_places(prose, paragraph_id, words)
        occurrence = str(places.get(start, ""))
    return {f"{prefix}words": words, f"{prefix}occurrence": occurrence, f"{prefix}paragraph": paragraph_id}


def prose_places(prose: Prose, paragraph_id: str, words: str, *, names: bool = False) -> dict[int, int]:
    """Where words are in a passage: start -> which occurrence, from 1; kept for the next who asks."""
    key = (paragraph_id, words, names)
    if key not in prose.kept:
        find = find_names if names else find_all
        prose.kept[key] = occurrences(find(prose.passage(paragraph_id).text, words))
    return prose.kept[key]


@functools.cache
def _empty_row(table: str) -> dict[str, str]:
    return dict.fromkeys(TABLES[table].known_columns, "")


def whole_row(table: str, cells: dict[str, str]) -> dict[str, str]:
    """A row with every column of a table, in their order; a draft."""
    row = _empty_row(table).copy()
    row.update(cells)
    row["contested"], row["status"] = "no", "draft"
    return row


def actor_rows(prose: Prose, index: ActorIndex) -> list[dict[str, str]]:
    """The rows of actors.csv."""
    rows = []
    owners: dict[str, str] = {}
    for actor in index.actors:
        for name in actor.names:
            owners.setdefault(name, actor.key)
    bound: dict[str, list[str]] = {}
    for mentions in index.by_paragraph.values():
        for mention in mentions:
            if mention.how in ("pronoun", "possessive", "demonym", "phrase", "guess"):
                alias = _bound_alias(prose, mention)
                if alias:
                    bound.setdefault(mention.actor.key, []).append(alias)
    ids = {a.key: a.actor_id for a in index.actors}
    for actor in index.actors:
        names = [n for n in actor.names if owners[n] == actor.key and "|" not in n and not _BOUND.match(n)]
        cells = {
            "actor_id": actor.actor_id,
            "name": actor.name.replace("|", "/"),
            "kind": actor.kind,
            "country": actor.country,
            "sector": actor.sector,
            "speaks_for": " | ".join(ids[k] for k in actor.speaks_for if k in ids),
            "aliases": " | ".join([*names, *dict.fromkeys(bound.get(actor.key, []))]),
            "rule": actor.rule,
            **evidence_cells(prose, *actor.first),
        }
        rows.append(whole_row("actors", cells))
    return rows


def _bound_alias(prose: Prose, mention: MentionDraft) -> str:
    """An alias for one place, `p6: the court`; a pronoun, a number or "the man" is a guess, `p6#2?: his`."""
    text = prose.passage(mention.paragraph_id).text
    words = text[mention.start : mention.end]
    places = prose_places(prose, mention.paragraph_id, words, names=True)
    if "|" in words or mention.start not in places:
        return ""
    number = f"#{places[mention.start]}" if len(places) > 1 else ""
    guess = "?" if mention.how in ("pronoun", "possessive", "guess") or _NUMBER.match(words) else ""
    return f"{mention.paragraph_id}{number}{guess}: {words}"


def statement_rows(prose: Prose, spoken: list[tuple[Attribution, list[ActorDraft]]]) -> list[dict[str, str]]:
    """The rows of statements.csv; one inside another's content is `part_of` it, and the outer speaker carries it."""
    ids = number_rows("S", len(spoken))
    outer = _outer([attribution for attribution, _ in spoken])
    rows = []
    for statement_id, (attribution, actors), holder in zip(ids, spoken, outer, strict=True):
        place = attribution.paragraph_id
        sources = [actor.actor_id for actor in actors]
        carriers = sources + ([actor.actor_id for actor in spoken[holder][1]] if holder is not None else [])
        cells = {
            "statement_id": statement_id,
            "source_ids": " | ".join(dict.fromkeys(sources)),
            "kind": attribution.kind,
            "channel": " | ".join(dict.fromkeys(carriers)),
            "part_of": ids[holder] if holder is not None else "",
            "paragraph": place,
            "rule": attribution.rule,
            **evidence_cells(prose, place, *attribution.content, "content_"),
        }
        for span, prefix in ((attribution.cue, "cue_"), (attribution.source, "source_")):
            if span is not None:
                cells |= evidence_cells(prose, attribution.source_paragraph or place, *span, prefix)
        rows.append(whole_row("statements", cells))
    return rows


def number_rows(letter: str, count: int) -> list[str]:
    """Ids for the rows of a table: S01, S02, ...; with three figures where there are more than 99."""
    width = max(2, len(str(count)))
    return [f"{letter}{number:0{width}d}" for number in range(1, count + 1)]


def _outer(attributions: list[Attribution]) -> list[int | None]:
    """For each attribution the index of the one whose content it is in, its cue too; None where there is none."""
    holders: list[int | None] = []
    open_ones: list[int] = []
    for n, one in enumerate(attributions):
        while open_ones and not _holds(attributions[open_ones[-1]], one):
            open_ones.pop()
        holders.append(open_ones[-1] if open_ones else None)
        open_ones.append(n)
    return holders


def _holds(outer: Attribution, inner: Attribution) -> bool:
    if outer.paragraph_id != inner.paragraph_id or inner.cue is None or inner.source_paragraph != inner.paragraph_id:
        return False
    return any(a <= inner.cue[0] and inner.cue[1] <= b for a, b in outer.parts) and outer.content != inner.content
