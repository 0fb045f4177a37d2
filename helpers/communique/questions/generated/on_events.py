"""Questions on events: how far a matter has come, towards whom it is, when it was, and what it answers."""

import datetime as dt
from collections.abc import Callable, Iterator

from ...base.strings import day_in_words, listed, text
from ...coding.codes import CERTAINTY, REPORTER
from ...coding.schema import Event
from ...text.dates import iso_date
from ...text.times import day_at
from ..question import Option
from .ground import MOST_WRONG, Ground, in_places, place, quote, short
from .making import MOST_OPTIONS, Made, QuestionWords, choice, pairs, steps


def _told_apart(events: list[Event]) -> list[Event]:
    """Events with a label of their own: of two that are called alike a reader could not tell which is meant."""
    labels = [short(event.label).casefold() for event in events]
    return [event for event, label in zip(events, labels, strict=True) if labels.count(label) == 1]


def _sorted_out(
    ground: Ground, topic: str, fits: Callable[[Event], bool], unclear: Callable[[Event], bool]
) -> Made | None:
    clear = [e for e in ground.firm(ground.article.events) if not unclear(e) and ground.pointers(e.id, "words")]
    shuffled = ground.shuffled(topic, _told_apart(clear))
    right = [event for event in shuffled if fits(event)][:3]
    wrong = [event for event in shuffled if not fits(event)][: MOST_OPTIONS - len(right)]
    options = {event.id: Option(event.id, short(event.label), _rung(ground, event)) for event in [*right, *wrong]}
    return choice(
        QuestionWords(topic, in_places([*right, *wrong])),
        [],
        [options[event.id] for event in right],
        [options[event.id] for event in wrong],
        ground.all_pointers(right),
        ground.shuffled(f"{topic}-shown", options),
        many=True,
    )


def _rung(ground: Ground, event: Event) -> str:
    evidence = ground.words(event)
    means = text("asking", f"rung-{event.certainty}")
    return text("asking", "rung", words=quote(evidence.words), place=place(evidence.paragraph_id), means=means)


def happened(ground: Ground) -> Iterator[Made | None]:
    """Which matters are reported as done."""

    def unclear(event: Event) -> bool:  # done by somebody's account only: that is neither plainly done nor not
        plain = event.certainty_of == REPORTER and event.factuality == "CT+"
        return event.certainty == "happened" and not plain

    yield _sorted_out(ground, "happened", lambda event: event.certainty == "happened", unclear)


def to_come(ground: Ground) -> Iterator[Made | None]:
    """Which matters are still to come: agreed, threatened, or tied to a condition."""
    ahead = ("agreed", "threatened", "conditional")
    yield _sorted_out(ground, "to-come", lambda e: e.certainty in ahead, lambda e: e.certainty == "denied")


def conditions(ground: Ground) -> Iterator[Made | None]:
    """Which matters depend on a condition."""
    yield _sorted_out(ground, "conditions", lambda event: event.certainty == "conditional", lambda event: False)


def ladder(ground: Ground) -> Iterator[Made | None]:
    """The rung of the ladder on which each of some events stands."""
    events = [e for e in _told_apart(ground.firm(ground.article.events)) if ground.pointers(e.id, "words")]
    spread = ground.spread("ladder", events, lambda event: event.certainty)
    chosen = ground.shuffled("ladder-shown", spread[: MOST_OPTIONS - 1])
    yield pairs(
        QuestionWords("ladder", in_places(chosen)),
        [],
        [Option(event.id, short(event.label), ground.look("look-verb", event)) for event in chosen],
        steps(CERTAINTY, "kinds"),
        {event.id: event.certainty for event in chosen},
        ground.all_pointers(chosen),
        scale=True,
    )


def recipients(ground: Ground) -> Iterator[Made | None]:
    """Towards whom something is done; not where PLOVER has the host of talks, against what the words say."""
    for event in ground.firm(ground.article.events):
        if event.mode == "third-party":
            continue
        right = list(dict.fromkeys(event.recipient_ids))
        named = [*right, *event.actor_ids]
        if not right or not ground.all_firm(named) or len(right) > MOST_OPTIONS - 2:
            continue
        others = ground.shuffled(f"recipients/{event.id}", ground.others(named))
        wrong = others[: min(MOST_WRONG, MOST_OPTIONS - len(right))]
        evidence = ground.words(event)
        values = {"label": short(event.label), "words": quote(evidence.words), "place": place(evidence.paragraph_id)}
        yield choice(
            QuestionWords("recipients", {**values, "who": listed(map(ground.name, right))}),
            [event.id, evidence.words],
            [Option(a, ground.name(a), text("asking", "towards", who=ground.name(a))) for a in right],
            [Option(a, ground.name(a), text("asking", "towards-not", who=ground.name(a))) for a in wrong],
            ground.pointers(event.id, "words"),
            ground.shuffled(f"recipients-shown/{event.id}", [*right, *wrong]),
        )


def days(ground: Ground) -> Iterator[Made | None]:
    """From words such as "on Wednesday" to a day of the calendar."""
    published, asked = ground.article.published, set()
    for event in ground.firm(ground.article.events):
        day, pointers = iso_date(event.timex), ground.pointers(event.id, "time")
        if not published or not day or not pointers or any(letter.isdigit() for letter in event.time_words):
            continue
        spot = ground.article.evidence_of(event.id, "time")[0]
        if day_at(ground.article.text, spot.start, spot.end, published) != day or pointers[0] in asked:
            continue  # words that name no day by themselves need more than the calendar
        asked.add(pointers[0])
        shifts = [shift for shift in (-7, -1, 1, 7) if 0 < day.toordinal() + shift <= dt.date.max.toordinal()]
        wrong = [day + dt.timedelta(days=shift) for shift in ground.shuffled(f"days/{event.id}", shifts)[:MOST_WRONG]]
        words, paragraph = pointers[0].words, pointers[0].paragraph
        values = {"words": quote(words), "place": place(paragraph)}
        values |= {"day": day_in_words(day), "published": day_in_words(published)}
        yield choice(
            QuestionWords("days", values),
            [paragraph, words, published.isoformat()],
            [Option(day.isoformat(), day_in_words(day), text("asking", "day-right"))],
            [Option(other.isoformat(), day_in_words(other), _far(other, published)) for other in wrong],
            pointers[:1],
            [one.isoformat() for one in sorted([day, *wrong])],
        )


def _far(day: dt.date, published: dt.date) -> str:
    gap = (day - published).days
    name = "day-before" if gap < 0 else "day-after" if gap > 0 else "day-same"
    count = text("asking", "a-day") if abs(gap) == 1 else text("asking", "several-days", count=abs(gap))
    return text("asking", name, day=day_in_words(day), weekday=f"{day:%A}", count=count, published=f"{published:%A}")


def answers(ground: Ground) -> Iterator[Made | None]:
    """What an event answers."""
    events = _told_apart(ground.firm(ground.article.events))
    labels = {event.id: short(event.label) for event in ground.article.events}
    for event in events:
        reactions = [reaction for reaction in ground.article.reactions if reaction.event_id == event.id]
        right = list(dict.fromkeys(reaction.answers_id for reaction in reactions))
        if not right or not all(map(ground.is_firm, reactions)) or not ground.all_firm(right):
            continue
        near = {event.id, *right, *_family(ground, [event.id, *right])}
        others = [other.id for other in events if other.id not in near]
        wrong = ground.shuffled(f"answers/{event.id}", others)[: min(MOST_WRONG, MOST_OPTIONS - len(right))]
        tie = ground.pointers(reactions[0].id, "words")
        values = {"label": short(event.label), "place": place(reactions[0].paragraph)}
        values |= {"words": quote(tie[0].words) if tie else "", "what": listed(labels[one] for one in right)}
        yield choice(
            QuestionWords("answers", values),
            [event.id, event.label],
            [Option(one, labels[one], text("asking", "answers-yes", what=labels[one])) for one in right],
            [Option(one, labels[one], text("asking", "answers-not", what=labels[one])) for one in wrong],
            tie,
            ground.shuffled(f"answers-shown/{event.id}", [*right, *wrong]),
        )


def _family(ground: Ground, ids: list[str]) -> set[str]:
    """Events that are a part of these, or of which these are a part, or that are answered by them."""
    article = ground.article
    wholes = {event.part_of for event in article.events if event.id in ids} - {""}
    parts = {event.id for event in article.events if event.part_of in {*ids, *wholes}}
    return wholes | parts | {reaction.answers_id for reaction in article.reactions if reaction.event_id in ids}
