"""From the words an author wrote to the characters they point at, and from aliases to mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..base.errors import Fault
from ..text.nearest import nearest_words
from ..text.spans import find_all, find_names
from .pointers import Paragraph, Place
from .raw_files import RawRow
from .schema import WordsGroup

_CURLY = str.maketrans("‘’“”–—…", "''\"\"--.")
_ALIAS = re.compile(r"(?:(headline|p\d+)(?:#(\d{1,6}))?:\s*)?(.+)", re.DOTALL)


def find_evidence(
    file: str, row: RawRow, group: WordsGroup, paragraphs: dict[str, Paragraph]
) -> tuple[Place | None, list[Fault]]:
    """The words that one group of columns points at, or the faults that keep them from being found."""
    words_column, occurrence_column, paragraph_column = group.columns
    words = " ".join(row.cells.get(words_column, "").split())  # as copied over the end of a line
    if not words:
        if not group.required:
            return None, []
        what = "the row has no words; every row rests on words of the article"
        return None, [Fault(file, what, row.number, words_column, "copy them from the article")]
    named = row.cells.get(paragraph_column, "") or row.cells.get("paragraph", "")
    if named not in paragraphs:
        shown = f"{named!r} is not a paragraph" if named else "no paragraph is named"
        column = paragraph_column if row.cells.get(paragraph_column) else "paragraph"
        ask = f"one of {', '.join(_short(list(paragraphs)))}"
        return None, [Fault(file, shown, row.number, column, ask)]
    paragraph = paragraphs[named]
    places = find_all(paragraph.text, words)
    if not places:
        return None, [_not_there(file, row, words_column, words, paragraph, paragraphs)]
    asked = row.cells.get(occurrence_column, "")
    if not asked and len(places) == 1:
        return Place(paragraph, places[0]), []
    if not asked:
        what = f"{words!r} stands {len(places)} times in {named}, and the row does not say which is meant"
        ask = f"a number from 1 to {len(places)}, or longer words"
        return None, [Fault(file, what, row.number, occurrence_column, ask)]
    if not re.fullmatch(r"\d{1,6}", asked) or not 1 <= int(asked) <= len(places):
        what = f"{asked!r} is not one of the places of {words!r} in {named}"
        ask = f"a number from 1 to {len(places)}"
        return None, [Fault(file, what, row.number, occurrence_column, ask)]
    return Place(paragraph, places[int(asked) - 1]), []


def _not_there(
    file: str, row: RawRow, column: str, words: str, paragraph: Paragraph, paragraphs: dict[str, Paragraph]
) -> Fault:
    what = f"{paragraph.paragraph_id} does not contain {words!r}"
    straight = words.translate(_CURLY)
    if straight != words and find_all(paragraph.text.translate(_CURLY), straight):
        what += " (the quotation marks or dashes are not the article's)"
        at = find_all(paragraph.text.translate(_CURLY), straight)[0]
        return Fault(
            file, what, row.number, column, "copy the words from the article", paragraph.text[at.start : at.end]
        )
    for other in paragraphs.values():
        if find_all(other.text, words):
            return Fault(file, what, row.number, column, f"they stand in {other.paragraph_id}")
    near = nearest_words(paragraph.text, words)
    return Fault(file, what, row.number, column, "words exactly as in the article", near)


def _short(names: list[str]) -> list[str]:
    return names if len(names) <= 4 else [*names[:2], "...", names[-1]]


@dataclass(frozen=True)
class NamedAt(Place):
    """An actor named at a place; `everywhere` says that the alias is not bound to one paragraph."""

    actor_id: str
    everywhere: bool


def find_mentions(
    file: str, aliases: Iterable[tuple[RawRow, str, str]], paragraphs: dict[str, Paragraph]
) -> tuple[list[NamedAt], list[Fault]]:
    """Every place where an alias names its actor; the longest alias wins where two overlap.

    Parameters:
        file: the name that faults carry.
        aliases: (row, actor id, alias) for every alias; `p5: They` binds an alias to one paragraph.
        paragraphs: the article's, by id.
    """
    faults: list[Fault] = []
    candidates: list[tuple[RawRow, NamedAt]] = []
    for row, actor_id, written in aliases:
        ((where, occurrence, words),) = _ALIAS.findall(written)
        if where and where not in paragraphs:
            ask = f"one of {', '.join(_short(list(paragraphs)))}"
            faults.append(Fault(file, f"{where!r} is not a paragraph", row.number, "aliases", ask))
            continue
        mentions = []
        for paragraph in [paragraphs[where]] if where else paragraphs.values():
            spans = find_names(paragraph.text, words)
            if occurrence:
                number = int(occurrence)
                spans = spans[number - 1 : number] if number else []
            mentions += [NamedAt(paragraph, s, actor_id, not where) for s in spans]
        if not mentions:
            place = where or "the article"
            near = nearest_words("\n".join(p.text for p in paragraphs.values()), words)
            faults.append(
                Fault(file, f"{place} does not contain the alias {written!r}", row.number, "aliases", "", near)
            )
        candidates += [(row, mention) for mention in mentions]
    return _longest_first(file, candidates, faults), faults


def _longest_first(file: str, candidates: list[tuple[RawRow, NamedAt]], faults: list[Fault]) -> list[NamedAt]:
    """Keep the longest mention at each place; the same words for two actors are a fault."""
    candidates.sort(key=lambda c: (c[1].span.start - c[1].span.end, c[1].everywhere))
    taken: dict[str, list[NamedAt]] = {}
    reported: set[tuple[str, ...]] = set()
    for row, mention in candidates:
        there = taken.setdefault(mention.paragraph.paragraph_id, [])
        clash = [m for m in there if m.span.start < mention.span.end and mention.span.start < m.span.end]
        if not clash:
            there.append(mention)
            continue
        other = clash[0]
        same_words = other.span == mention.span and other.actor_id != mention.actor_id
        key = (*sorted((other.actor_id, mention.actor_id)), mention.words)
        if same_words and other.everywhere == mention.everywhere and key not in reported:
            reported.add(key)
            where = mention.paragraph.paragraph_id
            what = f"{mention.words!r} in {where} names both {other.actor_id} and {mention.actor_id}"
            ask = f"keep one, or say where: '{where}: {mention.words}'"
            faults.append(Fault(file, what, row.number, "aliases", ask))
    kept = [mention for mentions in taken.values() for mention in mentions]
    return sorted(kept, key=lambda m: (m.paragraph.start, m.span.start))
