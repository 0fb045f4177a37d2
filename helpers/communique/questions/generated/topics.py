"""Questions generated from an article's coding: the same each time, and none from a row that is in doubt.

Each topic belongs to one lesson. A closed question is made only of rows that a person has accepted and that are not
contested; its wrong answers are wrong by the coding too. See `Ground` for what that means.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace

from ...coding.article import CodedArticle
from ...course.lesson_key import LessonKey
from .ground import Ground
from .making import Made
from .on_events import answers, conditions, days, happened, ladder, recipients, to_come
from .on_positions import bases, placing, stances
from .on_voices import actor_kinds, aliases, cues, named_here, quotation_kinds, speakers, whose_words

__all__ = ["TOPICS", "Made", "made_for", "needs"]

#: Topic -> its lesson, how many questions at most, how they are made, and the tables they are made from.
TOPICS: Mapping[str, tuple[str, int, Callable[[Ground], Iterator[Made | None]], tuple[str, ...]]] = {
    "named": ("read", 2, named_here, ("actors",)),
    "aliases": ("actors", 1, aliases, ("actors",)),
    "actor-kinds": ("actors", 1, actor_kinds, ("actors",)),
    "happened": ("events", 1, happened, ("events",)),
    "ladder": ("events", 1, ladder, ("events",)),
    "days": ("events", 2, days, ("events",)),
    "recipients": ("events", 2, recipients, ("events", "actors")),
    "cues": ("actors", 2, cues, ("statements", "actors")),
    "quotations": ("actors", 1, quotation_kinds, ("statements",)),
    "speakers": ("actors", 3, speakers, ("statements", "actors")),
    "stances": ("positions", 1, stances, ("positions", "actors")),
    "bases": ("positions", 1, bases, ("positions", "actors")),
    "matrix": ("positions", 1, placing, ("positions",)),
    "answers": ("reactions", 3, answers, ("reactions", "events")),
    "conditions": ("clause", 1, conditions, ("events",)),
    "whose": ("framing", 1, whose_words, ("statements", "actors")),
    "to-come": ("forecast", 1, to_come, ("events",)),
}

_KEPT: list[tuple[CodedArticle, dict[str, list[Made]]]] = []
_MOST_KEPT = 4


def made_for(article: CodedArticle, topic: str) -> list[Made]:
    """The questions of a topic; none where the coding does not give any."""
    kept = _kept(article)
    if topic not in kept:
        _, most, make, _ = TOPICS[topic]
        by_id: dict[str, Made] = {}
        for made in make(Ground(article)):
            if made is not None:
                by_id.setdefault(made.question.id, made)
            if len(by_id) == most:  # no question more is looked for
                break
        kept[topic] = list(by_id.values())
    return kept[topic]


def of_lesson(article: CodedArticle, lesson: LessonKey) -> dict[str, Made]:
    """All generated questions of a lesson, by id, in the order of the topics."""
    topics = [topic for topic, (home, *_) in TOPICS.items() if home == lesson.name]
    every = [made for topic in topics for made in made_for(article, topic)]
    return {made.question.id: Made(replace(made.question, lesson=lesson), made.key) for made in every}


def sizes(article: CodedArticle, lessons: Container[str]) -> list[int]:
    """How many options or cells each question has that the coding gives some lessons, topic by topic."""
    topics = [topic for topic, (home, *_) in TOPICS.items() if home in lessons]
    questions = [made.question for topic in topics for made in made_for(article, topic)]
    return [len(one.options) + len(one.rows) * len(one.columns) for one in questions]


def needs(article: CodedArticle, topic: str) -> tuple[str, ...]:
    """The tables a topic is made from that have no row a question may be based on."""
    ground = Ground(article)
    return tuple(table for table in TOPICS[topic][3] if not ground.firm(article.tables[table]))


def _kept(article: CodedArticle) -> dict[str, list[Made]]:
    """What was made for this very article before; the last few articles are remembered."""
    for known, made in _KEPT:
        if known is article:
            return made
    _KEPT.append((article, {}))
    del _KEPT[:-_MOST_KEPT]
    return _KEPT[-1][1]
