"""From what the rules found to rows as CSV cells, with words that can be found again."""

from __future__ import annotations

import re

from ..schema import TABLES
from ..spans import find_all, find_names
from .mentions import ActorIndex, Mention
from .prose import Prose
from .attributions import Attribution

_BOUND = re.compile(r"(?:headline|p\d+)(?:#\d+)?:")


def evidence_cells(prose: Prose, paragraph_id: str, start: int, end: int, prefix: str = "") -> dict[str, str]:
    """The cells `words`, `occurrence` and `paragraph` for a stretch of a passage.

    Parameters:
        prose: the article.
        paragraph_id: the passage's id.
        start, end: characters of the passage.
        prefix: that of the columns, such as "content_".
    """
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
        occurrence = str(places[start] + 1) if start in places else ""
    return {f"{prefix}words": words, f"{prefix}occurrence": occurrence, f"{prefix}paragraph": paragraph_id}


def prose_places(prose: Prose, paragraph_id: str, words: str, *, names: bool = False) -> dict[int, int]:
    """Where words stand in a passage: start -> which occurrence, from 0; kept for the next who asks."""
    key = (paragraph_id, words, names)
    if key not in prose.kept:
        find = find_names if names else find_all
        prose.kept[key] = {s.start: n for n, s in enumerate(find(prose.passage(paragraph_id).text, words))}
    return prose.kept[key]


def whole_row(table: str, cells: dict[str, str]) -> dict[str, str]:
    """A row with every column of a table, in their order; a draft."""
    row = dict.fromkeys(TABLES[table].known_columns, "")
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
            if mention.how in ("pronoun", "possessive", "demonym", "phrase"):
                alias = _bound_alias(prose, mention)
                if alias:
                    bound.setdefault(mention.actor.key, []).append(alias)
    ids = {a.key: a.actor_id for a in index.actors}
    for actor in index.actors:
        paragraph_id, start, end = actor.first
        names = [n for n in actor.names if owners[n] == actor.key and "|" not in n and not _BOUND.match(n)]
        rows.append(
            whole_row(
                "actors",
                {
                    "actor_id": actor.actor_id,
                    "name": actor.name.replace("|", "/"),
                    "kind": actor.kind,
                    "country": actor.country,
                    "sector": actor.sector,
                    "speaks_for": " | ".join(ids[k] for k in actor.speaks_for if k in ids),
                    "aliases": " | ".join([*names, *dict.fromkeys(bound.get(actor.key, []))]),
                    "rule": actor.rule,
                    **evidence_cells(prose, paragraph_id, start, end),
                },
            )
        )
    return rows


def _bound_alias(prose: Prose, mention: Mention) -> str:
    """An alias for one place: `p6#2: his`."""
    text = prose.passage(mention.paragraph_id).text
    words = text[mention.start : mention.end]
    places = prose_places(prose, mention.paragraph_id, words, names=True)
    if "|" in words or mention.start not in places:
        return ""
    number = f"#{places[mention.start] + 1}" if len(places) > 1 else ""
    return f"{mention.paragraph_id}{number}: {words}"


def statement_rows(prose: Prose, found: list[tuple[Attribution, list[str], str]]) -> list[dict[str, str]]:
    """The rows of statements.csv.

    Parameters:
        prose: the article.
        found: each attribution with its sources' ids and the id of the statement it stands in.
    """
    rows = []
    for number, (attribution, source_ids, part_of) in enumerate(found, 1):
        place = attribution.paragraph_id
        cells = {
            "statement_id": f"S{number:02d}",
            "source_ids": " | ".join(source_ids),
            "kind": attribution.kind,
            "channel": " | ".join(source_ids),
            "part_of": part_of,
            "paragraph": place,
            "rule": attribution.rule,
            **evidence_cells(prose, place, *attribution.content, "content_"),
        }
        for span, prefix in ((attribution.cue, "cue_"), (attribution.source, "source_")):
            if span is not None:
                cells |= evidence_cells(prose, attribution.source_paragraph or place, *span, prefix)
        rows.append(whole_row("statements", cells))
    return rows
