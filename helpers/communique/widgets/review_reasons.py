"""Why a program drafted a row: its rule in a reader's words, then why this speaker, this certainty and this day."""

import re
from collections.abc import Iterator, Mapping

from ..base.strings import text
from ..coding.cells import split_list
from ..coding.pointers import Paragraph
from ..coding.schema import TABLES
from ..drafting.lexicon.rules import rule_in_words, share_right
from ..review.steps import Cells
from ..text.spans import find_names

_ALIAS = re.compile(r"(?:(headline|p\d+)(?:#\d+)?(\?)?:\s*)?(.+)", re.DOTALL)


def reasons(
    table: str, cells: Cells, actors: Mapping[str, Cells], paragraphs: Mapping[str, Paragraph]
) -> list[list[str]]:
    """Questions that a reader may ask of a row, each with its answer; the first is why the row is there."""
    first, *others = [part.strip() for part in cells.get("rule", "").split(";")]
    rule, _, trigger = first.partition(":")
    if not rule:
        return [[text("review", "why-row"), text("review", "why-person")]]
    about = rule_in_words(table, rule) or rule
    share = share_right(table, rule)
    often = text("review", "why-rare") if share is None else text("review", "why-share", right=round(100 * share))
    here = text("review", "why-words", words=trigger.strip()) if trigger.strip() else ""
    found = [[text("review", "why-row"), " ".join(part for part in (about, here, often) if part)]]
    if table == "statements":
        found.append([text("review", "why-speaker"), " ".join(_speakers(cells, actors, paragraphs))])
    for other in others:
        what, _, words = other.partition(":")
        if what == "certainty":
            found.append([text("review", "why-certainty"), text("review", "why-words", words=words.strip())])
        elif what.startswith("time"):
            how = "why-day-words" if what.startswith("time,") else "why-no-day"
            found.append([text("review", "why-day"), text("review", how, words=words.strip())])
    return found


def _speakers(cells: Cells, actors: Mapping[str, Cells], paragraphs: Mapping[str, Paragraph]) -> Iterator[str]:
    """Why each speaker of a statement is the one whom the source's words mean."""
    group = next(group for group in TABLES["statements"].groups if group.role == "source")
    words, _, place = (cells.get(column, "") for column in group.columns)
    paragraph = paragraphs.get(place or cells.get("paragraph", ""))
    for actor_id in split_list(cells.get("source_ids", "")):
        actor = actors.get(actor_id, {})
        name = actor.get("name", actor_id)
        if not words or paragraph is None:
            yield text("review", "speaker-hidden", who=name)
            continue
        named = [match.groups() for alias in split_list(actor.get("aliases", "")) if (match := _ALIAS.fullmatch(alias))]
        inside = [
            (where, guess, alias)
            for where, guess, alias in named
            if where in (None, paragraph.paragraph_id) and find_names(words, alias)
        ]
        inside.sort(key=lambda one: (bool(one[1]), -len(one[2])))
        where, guess, alias = inside[0] if inside else (None, None, "")
        how = "guess" if guess else "phrase" if where else "named" if alias == name else "name" if alias else "near"
        yield text("review", f"speaker-{how}", words=alias or words, who=name)
