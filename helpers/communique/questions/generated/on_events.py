"""Questions on events: how far a matter has come, towards whom it is, when it was, and what it answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from ...base.strings import day_in_words, text
from ...coding.article import Row
from ...coding.codes import CERTAINTY, REPORTER
from ...text.dates import iso_date, resolve_date
from ..question import Option
from .ground import Ground, listed, place, places, quote, short
from .making import MOST_OPTIONS, Made, Words, choice, pairs, steps

_WRONG = 3


def _sorted_out(ground: Ground, topic: str, fits: Callable[[Row], bool], leave: Callable[[Row], bool]) -> Made | None:
    """Events to choose from: those that fit, and those that do not."""
    events = [row for row in ground.firm(ground.article.events) if not leave(row) and ground.pointers(row.id, "words")]
    shuffled = ground.shuffled(topic, _once(events))
    right = [row for row in shuffled if fits(row)][:3]
    wrong = [row for row in shuffled if not fits(row)][: MOST_OPTIONS - len(right)]
    named = lambda rows: [Option(row.id, short(row.label), _rung(ground, row)) for row in rows]  # noqa: E731
    values = {"places": places(row.paragraph for row in sorted([*right, *wrong], key=_number))}
    pointers = [p for row in right for p in ground.pointers(row.id, "words")]
    order = [row.id for row in ground.shuffled(f"{topic}-shown", [*right, *wrong])]
    return choice(Words(topic, values), [], named(right), named(wrong), pointers, order, many=True)


def _once(events: list[Row]) -> list[Row]:
    """Events with a label of their own: of two that are called alike a reader could not tell which is meant."""
    labels = [short(row.label).casefold() for row in events]
    return [row for row, label in zip(events, labels, strict=True) if labels.count(label) == 1]


def _number(row: Row) -> tuple[int, str]:
    return int(row.paragraph.removeprefix("p") or 0) if row.paragraph[1:].isdigit() else 0, row.id


def _rung(ground: Ground, row: Row) -> str:
    """Where to look, and which rung the coding gives it."""
    one = ground.article.evidence_of(row.id, "words")[0]
    means = text("asking", f"rung-{row.certainty}")
    return text("asking", "rung", words=quote(one.words), place=place(one.paragraph_id), means=means)


def happened(ground: Ground) -> Iterator[Made | None]:
    """Which matters are told as done."""

    def leave(row: Row) -> bool:  # done by somebody's account only: that is neither plainly done nor not
        return row.certainty == "happened" and (row.certainty_of != REPORTER or row.factuality != "CT+")

    yield _sorted_out(ground, "happened", lambda row: row.certainty == "happened", leave)


def to_come(ground: Ground) -> Iterator[Made | None]:
    """Which matters are still to come: agreed, threatened, or tied to a condition."""
    ahead = ("agreed", "threatened", "conditional")
    yield _sorted_out(ground, "to-come", lambda row: row.certainty in ahead, lambda row: row.certainty == "denied")


def conditions(ground: Ground) -> Iterator[Made | None]:
    """Which matters hang on a condition."""
    yield _sorted_out(ground, "conditions", lambda row: row.certainty == "conditional", lambda row: False)


def ladder(ground: Ground) -> Iterator[Made | None]:
    """The rung of the ladder on which each of some events stands."""
    events = [row for row in _once(ground.firm(ground.article.events)) if ground.pointers(row.id, "words")]
    shuffled, chosen = ground.shuffled("ladder", events), []
    firsts = {row.certainty: row for row in reversed(shuffled)}
    for row in [*firsts.values(), *shuffled]:
        if row not in chosen and len(chosen) < MOST_OPTIONS - 1:
            chosen.append(row)
    chosen = ground.shuffled("ladder-shown", chosen)
    yield pairs(
        Words("ladder", {"places": places(row.paragraph for row in sorted(chosen, key=_number))}),
        [],
        [Option(row.id, short(row.label), _verb(ground, row)) for row in chosen],
        steps(CERTAINTY, "kinds"),
        {row.id: row.certainty for row in chosen},
        [p for row in chosen for p in ground.pointers(row.id, "words")],
        scale=True,
    )


def _verb(ground: Ground, row: Row) -> str:
    one = ground.article.evidence_of(row.id, "words")[0]
    return text("asking", "look-verb", words=quote(one.words), place=place(one.paragraph_id))


def recipients(ground: Ground) -> Iterator[Made | None]:
    """Towards whom something is done."""
    for row in ground.firm(ground.article.events):
        right = list(dict.fromkeys(row.recipient_ids))
        both = [*right, *row.actor_ids]
        if not right or not ground.all_firm(both) or len(right) > MOST_OPTIONS - 2:
            continue
        others = ground.shuffled(f"recipients/{row.id}", ground.others(both))
        wrong = others[: min(_WRONG, MOST_OPTIONS - len(right))]
        one = ground.article.evidence_of(row.id, "words")[0]
        values = {"label": short(row.label), "words": quote(one.words), "place": place(one.paragraph_id)}
        values["who"] = listed(map(ground.name, right))
        yield choice(
            Words("recipients", values),
            [row.id, one.words],
            [Option(name, ground.name(name), text("asking", "towards", who=ground.name(name))) for name in right],
            [Option(name, ground.name(name), text("asking", "towards-not", who=ground.name(name))) for name in wrong],
            ground.pointers(row.id, "words"),
            ground.shuffled(f"recipients-shown/{row.id}", [*right, *wrong]),
        )


def days(ground: Ground) -> Iterator[Made | None]:
    """From words such as "on Wednesday" to a day of the calendar."""
    published, seen = ground.article.published, set()
    for row in ground.firm(ground.article.events):
        day, spans = iso_date(row.timex), ground.pointers(row.id, "time")
        if not published or not day or not spans or any(letter.isdigit() for letter in row.time_words):
            continue
        if resolve_date(row.time_words, published) != day or spans[0] in seen:
            continue  # words that name no day by themselves rest on more than the calendar
        seen.add(spans[0])
        shifts = [shift for shift in (-7, -1, 1, 7) if _in_calendar(day, shift)]
        wrong = [day + dt.timedelta(days=shift) for shift in ground.shuffled(f"days/{row.id}", shifts)[:_WRONG]]
        values = {"words": quote(spans[0].words), "place": place(spans[0].paragraph), "day": day_in_words(day)}
        yield choice(
            Words("days", values | {"published": day_in_words(published)}),
            [spans[0].paragraph, spans[0].words, published.isoformat()],
            [Option(day.isoformat(), day_in_words(day), text("asking", "day-right"))],
            [Option(one.isoformat(), day_in_words(one), _far(one, published)) for one in wrong],
            spans[:1],
            [one.isoformat() for one in sorted([day, *wrong])],
        )


def _in_calendar(day: dt.date, shift: int) -> bool:
    return 0 < day.toordinal() + shift <= dt.date.max.toordinal()


def _far(day: dt.date, published: dt.date) -> str:
    gap = (day - published).days
    name = "day-before" if gap < 0 else "day-after" if gap > 0 else "day-same"
    count = text("asking", "a-day") if abs(gap) == 1 else text("asking", "several-days", count=abs(gap))
    return text("asking", name, day=day_in_words(day), weekday=f"{day:%A}", count=count, published=f"{published:%A}")


def answers(ground: Ground) -> Iterator[Made | None]:
    """What an event answers."""
    for row in _once(ground.firm(ground.article.events)):
        reactions = [one for one in ground.article.reactions if one.event_id == row.id]
        right = list(dict.fromkeys(one.answers_id for one in reactions))
        if not right or not all(map(ground.is_firm, reactions)) or not ground.all_firm(right):
            continue
        near = {row.id, *right, *_family(ground, [row.id, *right])}
        others = [one.id for one in _once(ground.firm(ground.article.events)) if one.id not in near]
        wrong = ground.shuffled(f"answers/{row.id}", others)[: min(_WRONG, MOST_OPTIONS - len(right))]
        tie = ground.pointers(reactions[0].id, "words")
        label = {event.id: short(event.label) for event in ground.article.events}
        values = {"label": short(row.label), "place": place(reactions[0].paragraph)}
        values |= {"words": quote(tie[0].words) if tie else "", "what": listed(label[one] for one in right)}
        yield choice(
            Words("answers", values),
            [row.id, row.label],
            [Option(one, label[one], text("asking", "answers-yes", what=label[one])) for one in right],
            [Option(one, label[one], text("asking", "answers-not", what=label[one])) for one in wrong],
            tie,
            ground.shuffled(f"answers-shown/{row.id}", [*right, *wrong]),
        )


def _family(ground: Ground, ids: list[str]) -> set[str]:
    """Events that are a part of these, or of which these are a part, or that answer or are answered by them."""
    found = set()
    for row in ground.article.events:
        if row.part_of in ids:
            found.add(row.id)
        if row.id in ids and row.part_of:
            found |= {row.part_of, *(r.id for r in ground.article.events if r.part_of == row.part_of)}
    for row in ground.article.reactions:
        found |= {row.answers_id} if row.event_id in ids else set()
    return found
