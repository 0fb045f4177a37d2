"""From the words an author wrote to the characters they point at, and from aliases to mentions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..text.nearest import nearest_words
from ..text.spans import find_all, find_names
from .pointers import Paragraph, Place
from .raw_files import RawRow
from .schema import WordsGroup

_CURLY = str.maketrans("‘’“”–—…", "''\"\"--.")
#: An alias as an author writes it: the paragraph, which place in it, whether it is a guess, and the name.
ALIAS = re.compile(r"(?:(headline|p\d+)(?:#(\d{1,6}))?(\?)?:\s*)?(.+)", re.DOTALL)


def find_evidence(row: RawRow, group: WordsGroup, paragraphs: Mapping[str, Paragraph]) -> Place | None:
    """The words that one group of columns points at; faults that keep them from being found are noted in the row."""
    words_column, occurrence_column, paragraph_column = group.columns
    words = " ".join(row.cells.get(words_column, "").split())  # as copied over the end of a line
    if not words:
        if group.required:
            what = "the row has no words; every row is based on words of the article"
            row.fault(what, words_column, "copy them from the article")
        return None
    named = row.cells.get(paragraph_column, "") or row.cells.get("paragraph", "")
    if named not in paragraphs:
        what = f"{named!r} is not a paragraph" if named else "no paragraph is named"
        row.fault(what, paragraph_column if row.cells.get(paragraph_column) else "paragraph", _one_of(paragraphs))
        return None
    paragraph = paragraphs[named]
    places = find_all(paragraph.text, words)
    number = row.cells.get(occurrence_column, "")
    if not places:
        _not_there(row, words_column, words, paragraph, paragraphs)
    elif not number and len(places) == 1:
        return Place(paragraph, places[0])
    elif not number:
        what = f"{words!r} appears {len(places)} times in {named}, and the row does not say which is meant"
        row.fault(what, occurrence_column, f"a number from 1 to {len(places)}, or longer words")
    elif not re.fullmatch(r"\d{1,6}", number) or not 1 <= int(number) <= len(places):
        what = f"{number!r} is not one of the places of {words!r} in {named}"
        row.fault(what, occurrence_column, f"a number from 1 to {len(places)}")
    else:
        return Place(paragraph, places[int(number) - 1])
    return None


def _not_there(row: RawRow, column: str, words: str, paragraph: Paragraph, paragraphs: Mapping[str, Paragraph]) -> None:
    what = f"{paragraph.paragraph_id} does not contain {words!r}"
    straight = words.translate(_CURLY)
    alike = find_all(paragraph.text.translate(_CURLY), straight) if straight != words else []
    elsewhere = [other.paragraph_id for other in paragraphs.values() if find_all(other.text, words)]
    if alike:
        what += " (the quotation marks or dashes are not the article's)"
        row.fault(what, column, "copy the words from the article", paragraph.text[slice(*alike[0])])
    elif elsewhere:
        row.fault(what, column, f"they are in {elsewhere[0]}")
    else:
        row.fault(what, column, "words exactly as in the article", nearest_words(paragraph.text, words))


def _one_of(paragraphs: Iterable[str]) -> str:
    names = list(paragraphs)
    return f"one of {', '.join(names if len(names) <= 4 else [*names[:2], '...', names[-1]])}"


@dataclass(frozen=True)
class NamedAt(Place):
    """An actor named at a place; `everywhere` says that the alias is not bound to one paragraph.

    A `guess` is a program's that nobody has accepted yet.
    """

    actor_id: str
    everywhere: bool
    guess: bool = False


def find_mentions(aliases: Iterable[tuple[RawRow, str, str]], paragraphs: Mapping[str, Paragraph]) -> list[NamedAt]:
    """Every place where an alias names its actor; the longest alias wins where two overlap.

    `p5: They` binds an alias to one paragraph; `p5?: They` is a guess. Faults are noted in the alias's row.
    """
    candidates: list[tuple[RawRow, NamedAt]] = []
    for row, actor_id, written in aliases:
        ((where, occurrence, guess, words),) = ALIAS.findall(written)
        if where and where not in paragraphs:
            row.fault(f"{where!r} is not a paragraph", "aliases", _one_of(paragraphs))
            continue
        mentions = []
        for paragraph in [paragraphs[where]] if where else paragraphs.values():
            spans = find_names(paragraph.text, words)
            if occurrence:
                number = int(occurrence)
                spans = spans[number - 1 : number] if number else []
            mentions += [NamedAt(paragraph, span, actor_id, not where, bool(guess)) for span in spans]
        if not mentions:
            near = nearest_words("\n".join(p.text for p in paragraphs.values()), words)
            row.fault(f"{where or 'the article'} does not contain the alias {written!r}", "aliases", "", near)
        candidates += [(row, mention) for mention in mentions]
    return _longest_first(candidates)


def _longest_first(candidates: list[tuple[RawRow, NamedAt]]) -> list[NamedAt]:
    """Keep the longest mention at each place; the same words for two actors are a fault."""
    candidates.sort(key=lambda c: (c[1].span.start - c[1].span.end, c[1].everywhere))
    taken: dict[str, list[NamedAt]] = {}
    reported: set[tuple[str, ...]] = set()
    for row, mention in candidates:
        where = mention.paragraph.paragraph_id
        there = taken.setdefault(where, [])
        other = next((m for m in there if m.span.start < mention.span.end and mention.span.start < m.span.end), None)
        if other is None:
            there.append(mention)
            continue
        same_words = other.span == mention.span and other.actor_id != mention.actor_id
        key = (*sorted((other.actor_id, mention.actor_id)), mention.words)
        if same_words and other.everywhere == mention.everywhere and key not in reported:
            reported.add(key)
            what = f"{mention.words!r} in {where} names both {other.actor_id} and {mention.actor_id}"
            row.fault(what, "aliases", f"keep one, or say where: '{where}: {mention.words}'")
    kept = [mention for mentions in taken.values() for mention in mentions]
    return sorted(kept, key=lambda m: (m.paragraph.start, m.span.start))
