"""The facts of an article for the headline workshop, taken from its coding where no author has chosen any."""

from collections.abc import Collection, Mapping
from typing import Any

from ...coding.article import CodedArticle
from ...coding.schema import Actor, Event
from ...text.spans import word_spans

MOST_FACTS = 16
#: What a headline needs beside a deed that has not been done: near it, or anywhere.
_NEAR = ["may", "might", "could", "would", "if", "should", "in case", "unless", "plan", "ready to", "set to"]
_ANYWHERE = ["agree", "agreement", "promise", "pledge", "vow", "announce"]
_ANYWHERE += ["threaten", "warn", "say", "call for", "plan"]
_SUCH_AS = '"may", "if" or "says"'


def facts_from_coding(article: CodedArticle, small: Collection[str]) -> list[dict[str, Any]]:
    """Facts in the form of headline-workshop.yml: an accepted event each, in the article's order, up to 16.

    A headline names an event when it names one who acts in it and one of the words that tell it. What is agreed,
    threatened or tied to a condition needs a word such as "may" besides; what is denied is left out, since a program
    cannot tell who denies what from words alone.
    """
    events = [event for event in article.events if not event.draft and event.certainty != "denied"]
    events.sort(key=lambda event: article.evidence_of(event.id, "words")[0].start)
    names = {actor.id: _names(article, actor, small) for actor in article.actors}
    facts = [_fact(article, event, names, small) for event in events]
    return [fact for fact in facts if all(fact["named_by"].values())][:MOST_FACTS]


def _fact(article: CodedArticle, event: Event, names: Mapping[str, set[str]], small: Collection[str]) -> dict[str, Any]:
    naming = {word for of_actor in names.values() for name in of_actor for word in _words(name)}
    telling = dict.fromkeys(_words(f"{event.words} {event.label}"))
    pointer = article.pointer(article.evidence_of(event.id, "words")[0])
    fact: dict[str, Any] = {
        "id": event.id,
        "text": event.label,
        "evidence": [{"paragraph": pointer.paragraph, "words": pointer.words, "occurrence": pointer.occurrence}],
        "named_by": {
            "who": sorted({name for actor_id in event.actor_ids for name in names[actor_id]}),
            "deed": [word for word in telling if word not in naming and word not in small],
        },
    }
    if event.certainty != "happened":
        fact["hedges"] = {"near": _NEAR, "anywhere": _ANYWHERE, "such_as": _SUCH_AS}
    return fact


def _names(article: CodedArticle, actor: Actor, small: Collection[str]) -> set[str]:
    """What an actor is called in the article and in the table, without pronouns."""
    mentions = (mention.words for mention in article.mentions if mention.actor_id == actor.id)
    return {name for name in (actor.name, *mentions) if name.casefold() not in small}


def _words(text: str) -> list[str]:
    return [text[span.start : span.end].casefold() for span in word_spans(text)]
