"""What belongs together: the event that a statement tells, and one event as the answer to another."""

import re
from bisect import bisect_left

from ...coding.codes import plover
from ..events.drafts import EventDraft
from ..grammar.prose import Prose
from ..statements.attribution import Attribution
from .rows import evidence_cells, number_rows, whole_row

_ANSWERS = re.compile(
    r"\b(?:in (?:response|reaction|reply) to|in retaliation (?:for|against)|in protest (?:at|against|over)|"
    r"in return for|responding to|reacting to|retaliating (?:for|against)|as (?:punishment|revenge|retaliation) for)\b",
    re.IGNORECASE,
)

Row = dict[str, str]


def link_statements(statements: list[Row], attributions: list[Attribution], events: list[EventDraft]) -> None:
    """Fill `event_id` of each statement: the event whose words hold its cue, else the first one in its content."""
    places: dict[str, list[tuple[int, int, str]]] = {}
    for event in events:
        places.setdefault(event.paragraph_id, []).append((event.start, event.end, event.event_id))
    for near in places.values():
        near.sort()
    longest = {place: max(end - start for start, end, _ in near) for place, near in places.items()}
    for row, attribution in zip(statements, attributions, strict=True):
        near = places.get(attribution.paragraph_id, [])
        reach = longest.get(attribution.paragraph_id, 0)
        for start, end in (attribution.cue or attribution.content, attribution.content):
            around = near[bisect_left(near, (start - reach,)) : bisect_left(near, (end,))]
            row["event_id"] = row["event_id"] or min((one for one in around if one[1] > start), default=("",))[-1]


def reaction_rows(prose: Prose, events: list[EventDraft]) -> list[Row]:
    """The rows of reactions.csv: only where words such as "in response to" come between two events of a sentence."""
    links = []
    by_passage: dict[str, list[EventDraft]] = {}
    for event in events:
        by_passage.setdefault(event.paragraph_id, []).append(event)
    for passage in prose.passages:
        here = by_passage.get(passage.paragraph_id, [])
        for match in _ANSWERS.finditer(passage.text) if len(here) > 1 else ():
            at = passage.sentence_of(passage.token_at(match.start()))
            before = [event for event in here if at.start <= event.start < match.start()]
            behind = [event for event in here if match.end() <= event.start < at.end]
            if before and behind:
                links.append((match, before[-1], behind[0]))
            elif len(behind) > 1:  # In response to the attack, ...
                links.append((match, behind[1], behind[0]))
    rows = []
    for reaction_id, (match, answer, answered) in zip(number_rows("R", len(links)), links, strict=True):
        scale = plover()[answer.finding.event, answer.finding.mode].event_scale
        cells = {
            "reaction_id": reaction_id,
            "event_id": answer.event_id,
            "answers_id": answered.event_id,
            "tone": "negative" if scale < 0 else "positive" if scale > 0 else "neutral",
            "rule": f"words that link two events: {match[0]}",
            **evidence_cells(prose, answer.paragraph_id, *match.span()),
        }
        rows.append(whole_row("reactions", cells))
    return rows
