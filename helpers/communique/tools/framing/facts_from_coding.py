"""The facts of an article for the headline workshop, taken from its coding where no author has chosen any."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from ...coding.article import CodedArticle, Row
from ...text.spans import find_all, word_spans

MOST_FACTS = 16
#: What a headline needs beside a deed that has not been done: near it, or anywhere.
_NEAR = ["may", "might", "could", "would", "if", "should", "in case", "unless", "plan", "ready to", "set to"]
_ANYWHERE = [
    "agree",
    "agreement",
    "promise",
    "pledge",
    "vow",
    "announce",
    "threaten",
    "warn",
    "say",
    "call for",
    "plan",
]
_SUCH_AS = '"may", "if" or "says"'


def facts_from_coding(article: CodedArticle, small: Collection[str]) -> list[dict[str, Any]]:
    """Facts in the form of headline-workshop.yml: an accepted event each, in the article's order.

    A headline names an event when it names one who acts in it and one of the words that tell it. What is agreed,
    threatened or tied to a condition needs a word such as "may" besides; what is denied is left out, since a program
    cannot tell who denies what from words alone.

    Parameters:
        article: any coded article.
        small: words that name nobody and tell no deed, such as "he", "the" and "has".

    Returns:
        Up to 16 entries; none where no event is accepted.
    """
    events = [
        row for row in article.tables.get("events", ()) if row["status"] != "draft" and row["certainty"] != "denied"
    ]
    found = [(place, _fact(article, row, small)) for row in events if (place := _place(article, row)) is not None]
    kept = [entry for _, entry in sorted(found, key=lambda pair: pair[0]) if all(entry["named_by"].values())]
    return kept[:MOST_FACTS]


def _place(article: CodedArticle, row: Row) -> int | None:
    return next((one.start for one in article.evidence if one.row_id == row["id"] and one.role == "words"), None)


def _fact(article: CodedArticle, row: Row, small: Collection[str]) -> dict[str, Any]:
    names = sorted({name for actor in row["actor_ids"] for name in _names(article, actor, small)})
    every = {name.casefold() for one in article.tables["actors"] for name in _names(article, one["id"], small)}
    known = {word for name in every for word in _words(name)}
    deed = [
        word
        for word in dict.fromkeys(_words(f"{row['words']} {row['label']}"))
        if word not in known and word not in small
    ]
    entry: dict[str, Any] = {
        "id": row["id"],
        "text": row["label"],
        "evidence": [_pointer(article, row)],
        "named_by": {"who": names, "deed": deed},
    }
    if row["certainty"] != "happened":
        entry["hedges"] = {"near": _NEAR, "anywhere": _ANYWHERE, "such_as": _SUCH_AS}
    return entry


def _names(article: CodedArticle, actor: str, small: Collection[str]) -> Iterable[str]:
    """What an actor is called in the article and in the table, without pronouns."""
    row = next(one for one in article.tables["actors"] if one["id"] == actor)
    said = [mention["words"] for mention in article.mentions if mention["actor_id"] == actor]
    return {name for name in (row["name"], *said) if name.casefold() not in small}


def _words(text: str) -> list[str]:
    return [text[span.start : span.end].casefold() for span in word_spans(text)]


def _pointer(article: CodedArticle, row: Row) -> dict[str, Any]:
    one = next(e for e in article.evidence if e.row_id == row["id"] and e.role == "words")
    paragraph = article.paragraph(one.paragraph_id)
    places = [span.start for span in find_all(paragraph.text, one.words)]
    at = one.start - paragraph.start
    return {
        "paragraph": one.paragraph_id,
        "words": one.words,
        "occurrence": places.index(at) + 1 if at in places else 1,
    }
