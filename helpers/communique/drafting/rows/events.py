"""Events as rows of events.csv: which actors take part, when it was, how sure it is, and which rule said so."""

from collections.abc import Iterable

from ...coding.codes import REPORTER
from ..actors.mentions import ActorDraft
from ..events.drafts import EventDraft
from ..grammar.prose import Prose
from .rows import evidence_cells, whole_row

_LONGEST_LABEL = 90


def event_rows(prose: Prose, events: Iterable[EventDraft]) -> list[dict[str, str]]:
    """The rows of events.csv; the actors must have their ids."""
    rows = []
    for number, event in enumerate(events, 1):
        finding = event.finding
        event.event_id = f"E{number:02d}"
        teller = event.speaker.actor_id if event.speaker is not None and event.speaker.actor_id else REPORTER
        rule = finding.rule + (f"; certainty: {event.certainty.words}" if event.certainty.words else "")
        cells = {
            "event_id": event.event_id,
            "label": _label(event),
            "actor_ids": _ids(event.actors),
            "recipient_ids": _ids(event.recipients),
            "event": finding.event,
            "mode": finding.mode,
            "contexts": " | ".join(event.contexts),
            "cameo": finding.cameo,
            "certainty": event.certainty.certainty,
            "factuality": event.certainty.factuality,
            "certainty_of": teller,
            "reported_by": teller,
            "part_of": event.part_of.event_id if event.part_of is not None else "",
            "rule": f"{rule}; {event.time.rule}" if event.time else rule,
            **evidence_cells(prose, event.paragraph_id, event.start, event.end),
        }
        if event.time is not None:
            cells["timex"] = event.time.cell
            cells |= evidence_cells(prose, event.paragraph_id, event.time.start, event.time.end, "time_")
        elif event.day:
            cells["timex"] = event.day
            cells["rule"] += "; time: no day is given, that of publication"
        rows.append(whole_row("events", cells))
    return rows


def _ids(actors: Iterable[ActorDraft]) -> str:
    return " | ".join(dict.fromkeys(a.actor_id for a in actors if a.actor_id))


def _label(event: EventDraft) -> str:
    who = " and ".join(dict.fromkeys(a.name for a in event.actors))
    text = f"{who}: {event.label_words or event.words}"
    return text if len(text) <= _LONGEST_LABEL else f"{text[:_LONGEST_LABEL].rsplit(' ', 1)[0]} ..."
