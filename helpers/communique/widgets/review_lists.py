"""Which rows the bench shows for a lesson, in the order of the text, and how long they still take."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..base.errors import CommuniqueError
from ..base.strings import text
from ..coding.article import CodedArticle
from ..coding.cells import split_list
from ..coding.schema import TABLES
from ..course.course import load_course
from ..questions.generated.topics import sizes

#: Lesson -> the tables that its questions are made from; the actors that their rows name come along.
LESSONS: Mapping[str, tuple[str, ...]] = {
    "actors": ("statements",),
    "events": ("events",),
    "positions": ("statements", "positions"),
    "reactions": ("events", "reactions"),
}
#: Lesson -> the lessons whose generated questions it has.
HOMES: Mapping[str, tuple[str, ...]] = {"actors": ("read", "actors")}
#: In a paragraph: what somebody says comes first.
_ORDER = ("statements", "events", "actors", "positions", "reactions")
#: How long a person takes over a row, in seconds: one as good as most of its rule's, and a doubtful one.
_PLAIN, _DOUBTFUL = 8, 20
_CHOICE = 4

Cards = Mapping[str, Mapping[str, Any]]


def lists_of(cards: Cards, paragraphs: Iterable[str], article: CodedArticle | None) -> list[dict[str, Any]]:
    """The lists that the page may show: one for each lesson that is made from an article's rows, then everything.

    A list has `enough` where the lesson's questions would not become more if all of it were accepted, and each of
    them has a choice of four, or of as many as it could have.
    """
    places = {paragraph: n for n, paragraph in enumerate(paragraphs)}

    def order(key: str) -> tuple[int, int, int]:
        card = cards[key]
        first = card["marks"][0]["first"] if card["marks"] else 0
        return places.get(card["paragraph"], len(places)), _ORDER.index(card["table"]), first

    ordered = sorted(cards, key=order)
    lists = [_list(name, title, _needed(cards, ordered, LESSONS[name]), cards) for name, title in _titles().items()]
    if article is not None:
        for one in lists:
            homes = HOMES.get(one["name"], (one["name"],))
            now = sizes(article, homes)
            ids = {cards[key]["id"] for key in one["rows"]}
            most = sizes(_accepted(article, ids), homes) if now else []
            one["questions"] = len(now)
            full = all(size >= min(_CHOICE, could) for size, could in zip(now, most, strict=False))
            one["enough"] = len(now) >= len(most) > 0 and not one["lacks"] and full
    return [*lists, _list("", text("review", "everything"), ordered, cards)]


def _accepted(article: CodedArticle, ids: set[str]) -> CodedArticle:
    """The article as if a person had accepted some of its rows."""
    tables: dict[str, Any] = {
        name: tuple(replace(row, status="accepted") if row.draft and row.id in ids else row for row in rows)
        for name, rows in article.tables.items()
    }
    return replace(article, **tables)


def _titles() -> dict[str, str]:
    titles = {}
    for name in LESSONS:
        try:
            titles[name] = load_course().lesson(name).title
        except CommuniqueError:
            continue
    return titles


def _needed(cards: Cards, ordered: list[str], tables: tuple[str, ...]) -> list[str]:
    """The rows that belong to a list; an actor does if another row names it, or a person made it."""
    named = _named(cards, tables)
    actors = {key for key in ordered if cards[key]["table"] == "actors"}
    own = {key for key in actors if not cards[key]["cells"]["rule"] or cards[key]["id"] in named}
    return [key for key in ordered if cards[key]["table"] in tables or key in own]


def _named(cards: Cards, tables: tuple[str, ...]) -> set[str]:
    """The ids that rows of some tables name."""
    return {
        row_id
        for card in cards.values()
        if card["table"] in tables
        for column in TABLES[card["table"]].columns
        if "actors" in column.refers
        for row_id in split_list(card["cells"][column.name])
    }


def _list(name: str, title: str, rows: list[str], cards: Cards) -> dict[str, Any]:
    drafts = [cards[key] for key in rows if cards[key]["draft"]]
    seconds = sum(_DOUBTFUL if card["doubt"] or card["faults"] else _PLAIN for card in drafts)
    there = {cards[key]["table"] for key in rows}
    lacks = [text("review", f"lacks-{table}", lesson=title) for table in LESSONS.get(name, ()) if table not in there]
    known = {"name": name, "title": title, "rows": rows, "minutes": -(-seconds // 60), "lacks": lacks}
    return {**known, "questions": 0, "enough": False}
