"""The first hand coding of the publisher's text, read into the project's own form; both lie outside the repository."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

from communique.coding.article import lay_out
from communique.coding.raw_files import read_article
from communique.coding.schema import Actor, Event, Statement
from communique.drafting.scoring.codings import CodedRow, Coding, Layout, Words

_SHARED = Path(__file__).parents[3] / "shared"
PUBLISHER_TEXT = _SHARED / "article.txt"
_FOLDER = _SHARED / "coding-draft"
_PUBLISHED = dt.date(2024, 6, 20)
_CERTAINTY = {"done": "happened", "announced": "agreed", "negated": "denied"}


def first_coding() -> Coding:
    """The coding of the publisher's text: its offsets as words, its columns as ours.

    Rows of the links to other reports ("Read more") are left out: they are no part of the report.
    """
    raw, _ = read_article(PUBLISHER_TEXT, needs_front=False)
    layout = Layout(lay_out(raw.headline, raw.paragraphs))
    places = _Places(PUBLISHER_TEXT.read_text(encoding="utf-8"), layout)
    events = [r for r in _rows("events") if r["section"] != "related_link"]
    statements = [r for r in _rows("quotations") if r["section"] != "related_link"]
    return Coding(
        "publisher's text",
        tuple(p.text for p in layout.laid.values()),
        tuple(_actor(row, places) for row in _rows("actors")),
        tuple(_statement(row, places) for row in statements),
        tuple(_event(row, places) for row in events),
        _PUBLISHED,
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ids(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


class _Places:
    """From offsets in the file to words of paragraphs."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text, self.layout = text, layout

    def words(self, start: str, end: str) -> Words:
        """The words between two offsets ("" where there are none)."""
        if not start or not end:
            return Words()
        return self.find(self.text[int(start) : int(end)], self.text[: int(start)])

    def find(self, words: str, before: str = "") -> Words:
        """The words in the paragraph that the text before them leads to."""
        words = " ".join(words.split())
        number = before.count(words)
        for paragraph in self.layout.laid.values():
            at = -1
            while (at := paragraph.text.find(words, at + 1)) >= 0:
                if number == 0:
                    return self.layout.words(paragraph.paragraph_id, at, at + len(words))
                number -= 1
        return Words()

    def everywhere(self, words: str) -> list[Words]:
        """Every place where a name stands."""
        found = []
        for paragraph in self.layout.laid.values():
            at = -1
            while (at := paragraph.text.find(words, at + 1)) >= 0:
                found.append(self.layout.words(paragraph.paragraph_id, at, at + len(words)))
        return found


def _actor(row: dict[str, str], places: _Places) -> CodedRow[Actor]:
    names = [name.split(" (")[0].strip() for name in row["mentions"].split(";")]
    mentions = [w for name in names for w in places.everywhere(name)]
    actor = Actor(id=row["actor_id"], name=row["name"], country=row["country_code"], kind=row["actor_type"])
    return CodedRow(actor, {}, tuple(mentions))


def _statement(row: dict[str, str], places: _Places) -> CodedRow[Statement]:
    words = {role: places.words(row[f"{role}_start"], row[f"{role}_end"]) for role in ("content", "cue", "source")}
    return CodedRow(Statement(id=row["quote_id"], kind=row["quote_type"], source_ids=_ids(row["speaker_ids"])), words)


def _event(row: dict[str, str], places: _Places) -> CodedRow[Event]:
    event = Event(
        id=row["event_id"],
        label="",
        event=row["event"],
        mode=row["mode"],
        actor_ids=_ids(row["actor_ids"]),
        recipient_ids=_ids(row["recipient_ids"]),
        certainty=_CERTAINTY.get(row["certainty"], row["certainty"]),
        factuality=row["factuality"],
        certainty_of="",
        reported_by="",
        timex=row["date"],
    )
    return CodedRow(event, {"words": places.words(row["start"], row["end"])})
