"""How many keys make the draft of a report ready for the lessons on voices, events and positions.

Ready means: these lessons have all the questions that they can have, as the bench says itself, and every accepted row
is right, by the report's own coding, in all that the questions are made from. The rest of the drafts may stay drafts,
because no question is made of them; `to_the_end` decides on every row of the three lists. All positions of the coding
are made. What falsifies no question is not added: an actor or an event that the draft lacks, a recipient where it has
none. A statement is, where a question on who speaks in its paragraph would be wrong without it. Names and labels, which
questions print, stay as they were drafted: a name must share a word with the coding's, and no label may break off
("has offered to"). The sort of event (PLOVER) stays too: these lessons do not ask it. No key goes to guesses at
pronouns: no question is made of those.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from communique.coding.cells import split_list
from communique.coding.checking import check_article
from communique.coding.codes import REPORTER
from communique.questions.generated.topics import TOPICS, made_for

from .reviewing import Reference, begin, pair, places
from .typing import Typist

REPORTS = Path(__file__).parents[1] / "data" / "review"
LISTS = ("actors", "events", "positions")
#: Table -> the columns whose cells have to be right.
ASKED = {
    "statements": ("source_ids", "kind"),
    "events": ("actor_ids", "recipient_ids", "certainty", "certainty_of"),
    "actors": ("kind",),
}
#: Table -> the words that have to be about the same as in the coding.
WORDS = {"statements": ("content", "cue"), "events": ("words",), "actors": ()}


class Reader:
    """Somebody who has the right coding in mind and goes through the lists."""

    def __init__(self, reference: Reference, typist: Typist, *, to_the_end: bool) -> None:
        self.to_the_end = to_the_end
        self.reference, self.typist, self.page = reference, typist, typist.page
        self.twins: dict[str, str] = {}  # row of the draft -> row of the coding
        self.others_words: dict[str, str] = {}  # position -> the actor whose position it is, though another said it
        self.issues: dict[str, str] = {}  # issue of the coding -> issue on the bench
        self.doubles: dict[str, str] = {}  # actor of the draft -> the actor of the draft that it is
        self.named = [
            (other, {(m["paragraph"], n) for n in range(m["first"], m["last"] + 1)})
            for other, card in reference.cards.items()
            for m in card["marks"]
            if m["role"] == "alias"
        ]
        for table in ASKED:
            pairs, merged = pair(reference, self.page, table)
            self.twins |= pairs
            self.doubles |= merged
        reference.ids |= {other: mine for mine, other in self.twins.items()}

    def go_through(self, name: str) -> None:
        """A list, paragraph by paragraph: what is wrong first, then P, then what is doubtful one by one."""
        self.typist.show(name)
        self.typist.at_work = name
        if name == "positions":
            self._take_positions()
            return
        paragraphs = list(dict.fromkeys(self.page.rows[key]["paragraph"] for key in self.typist.order))
        for paragraph in paragraphs:
            if not self.to_the_end and self.page.lists[name]["enough"]:
                break
            self.typist.origin = "drafted"
            for key in self._drafts(paragraph):
                if key in self.typist.order and not self._is_doubtful(key):
                    self._mend(key)
            if any(not self._is_doubtful(key) for key in self._drafts(paragraph)):
                self.typist.accept_paragraph(self._drafts(paragraph)[0])
            self._one_by_one(paragraph)
            if name == "actors":
                self._add_speakers(paragraph)
                self._one_by_one(paragraph)

    def _one_by_one(self, paragraph: str) -> None:
        for key in self._drafts(paragraph):
            if key in self.typist.order and self._mend(key) and self.page.rows[key]["draft"]:
                assert self.typist.accept(key), self.page.rows[key]["faults"]

    def _take_positions(self) -> None:
        """Every position that was not made on the way, whose each is, and their actors, from the top down."""
        for key in [k for k, c in self.page.rows.items() if c["table"] == "events" and self._has_position_left(k)]:
            self.typist.show("events")
            self._mend(key)
        self.typist.show("positions")
        done: set[str] = set()
        while left := [key for key in self.typist.order if key not in done]:
            key = left[0]
            done.add(key)
            whose = {c["cells"]["actor_id"] for c in self.page.rows.values() if c["table"] == "positions"}
            if self._has_position_left(key):
                self._mend(key)
            elif key in self.others_words:
                self.typist.set(key, "actor_id", self.others_words[key])
            elif key in whose and self.page.rows[key]["draft"] and self._mend(key):
                assert self.typist.accept(key)
        for key in [k for k, c in self.page.rows.items() if c["table"] == "positions"]:
            actor_id = self.page.rows[key]["cells"]["actor_id"]
            if self.page.rows[actor_id]["draft"] and self._mend(actor_id):
                assert self.typist.accept(actor_id)

    def _has_position_left(self, key: str) -> bool:
        positions = [card for card in self.page.rows.values() if card["table"] == "positions"]
        made = {row for card in positions for row in split_list(card["cells"]["basis_ids"])}
        return key in self.twins and key not in made and bool(self.positions_of(self.twins[key]))

    def _drafts(self, paragraph: str) -> list[str]:
        rows = self.page.rows
        return [k for k in self.typist.order if rows[k]["draft"] and rows[k]["paragraph"] == paragraph]

    def _is_doubtful(self, key: str) -> bool:
        return bool(self.page.rows[key]["doubt"] or self.page.rows[key]["faults"])

    def _mend(self, key: str) -> bool:
        """Make a row right; False where it is gone, or accepted, by what was done."""
        card = self.page.rows[key]
        if key not in self.twins:
            self.typist.delete(key, self.doubles.get(key, ""))
            return False
        other = self.twins[key]
        wanted = self.reference.cards[other]
        for role in WORDS[card["table"]]:
            mark = next((m for m in wanted["marks"] if m["role"] == role), None)
            if mark and not alike(places(card, role), places(wanted, role), role):
                self.typist.mark(key, role, mark["paragraph"], mark["first"], mark["last"])
        for column in ASKED[card["table"]]:
            if falsifies(self.reference, self.page.rows[key], other, column):
                self.typist.set(key, column, self.wanted(other, column))
        if card["table"] == "actors" and (wrong := self.wrong_names(key)):
            kept = [alias for alias in split_list(card["cells"]["aliases"]) if alias not in wrong]
            self.typist.set(key, "aliases", " | ".join(kept))
        if is_wrong_day(card, wanted):
            self.typist.set(key, "timex", wanted["cells"]["timex"])
        if stands := [s for s in self.positions_of(other) if s["cells"]["actor_id"] in self.reference.ids]:
            for stand in stands:
                self.stand(key, stand["cells"]["issue"], stand["cells"]["stance"], stand["cells"]["actor_id"])
            return False
        return True

    def wanted(self, other: str, column: str) -> str:
        """A cell of the coding in the draft's ids; an actor that the draft lacks is added first."""
        for actor_id in split_list(self.reference.cards[other]["cells"][column]):
            if actor_id in self.reference.cards and actor_id not in self.reference.ids and actor_id != REPORTER:
                self._add(actor_id)
        return self.reference.wanted(other, column)

    def _add(self, other: str) -> None:
        """A row that the draft lacks: its words, then what is asked of it."""
        card = self.reference.cards[other]
        origin, self.typist.origin = self.typist.origin, "added"
        mark = next(m for m in card["marks"] if m["role"] in ("words", "content"))
        key = self.typist.add(card["table"], mark["paragraph"], mark["first"], mark["last"])
        self.reference.ids[other], self.twins[key] = key, other
        if cue := next((m for m in card["marks"] if m["role"] == "cue"), None):
            self.typist.mark(key, "cue", cue["paragraph"], cue["first"], cue["last"])
        for column in ASKED[card["table"]]:
            value = self.wanted(other, column)
            if set(split_list(value)) != set(split_list(self.page.rows[key]["cells"][column])):
                self.typist.set(key, column, value)
        assert self.typist.accept(key), self.page.rows[key]["faults"]
        self.typist.origin = origin

    def _add_speakers(self, paragraph: str) -> None:
        """Statements of speakers whom the draft does not let speak in a paragraph."""
        for other in silent(self.reference, self.page.rows, paragraph):
            self._add(other)

    def wrong_names(self, key: str) -> list[str]:
        """Aliases of an actor, no guesses, that cover most of another actor's name where they stand."""
        wrong = []
        for mark in self.page.rows[key]["marks"]:
            spot = {(mark["paragraph"], n) for n in range(mark["first"], mark["last"] + 1)}
            owner = next((actor for actor, name in self.named if 2 * len(name & spot) > len(name | spot)), "")
            if mark["role"] == "alias" and owner not in ("", self.twins[key]):
                wrong += self._aliases_at(key, mark)
        return wrong

    def _aliases_at(self, key: str, mark: dict[str, Any]) -> list[str]:
        pieces = {(paragraph, number): piece for paragraph, number, piece in self.typist.units}
        words = [pieces[mark["paragraph"], n].lower() for n in range(mark["first"], mark["last"] + 1)]
        aliases = split_list(self.page.rows[key]["cells"]["aliases"])
        here = [a for a in aliases if a.startswith(mark["paragraph"]) and a.lower().endswith(words[-1])]
        return here or [a for a in aliases if a.lower().endswith(words[-1]) and ": " not in a]

    def positions_of(self, other: str) -> list[dict[str, Any]]:
        """The positions of the coding that a row of it is the first to show."""
        cards = self.reference.cards.values()
        return [c for c in cards if c["table"] == "positions" and other in split_list(c["cells"]["basis_ids"])[:1]]

    def stand(self, key: str, issue: str, stance: str, actor_id: str) -> None:
        """S on a row; the issue is one that is there, one that the text suggests in some of its words, or written.

        Where one speaks for another, whose position it is is put right when the positions are looked at.
        """
        title = self.reference.review.issues[issue]
        about = {issue, *long_words(title)}
        nearest = max(
            self.page.bench.review.suggested_issues(), key=lambda one: len(long_words(one) & about), default=""
        )
        title = nearest if long_words(nearest) & about else title
        before = set(self.page.rows)
        self.issues[issue] = self.typist.stand(key, self.issues.get(issue, ""), title, stance)
        for made in set(self.page.rows) - before:
            if self.page.rows[made]["cells"]["actor_id"] != self.reference.ids[actor_id]:
                self.others_words[made] = self.reference.ids[actor_id]


def long_words(title: str) -> set[str]:
    """The words that say what a title is about."""
    return {word.lower() for word in title.split() if len(word) > 2 and word.lower() not in ("the", "whether", "who")}


def alike(mine: set[tuple[str, int]], theirs: set[tuple[str, int]], role: str) -> bool:
    """Contents that share at least half of the longer one; other words that overlap."""
    shared = len(mine & theirs)
    return 2 * shared >= max(len(mine), len(theirs)) if role == "content" else shared > 0


def falsifies(reference: Reference, card: dict[str, Any], other: str, column: str) -> bool:
    """Whether a cell is not the coding's; where no recipient is named, nobody is asked for one."""
    mine, theirs = (set(split_list(cell)) for cell in (card["cells"][column], reference.wanted(other, column)))
    return mine != theirs and not (column == "recipient_ids" and not mine)


def is_wrong_day(card: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a question could be asked of an event's day that the coding has otherwise."""
    mine, theirs = card["cells"].get("timex", ""), wanted["cells"].get("timex", "")
    return mine[:4].isdigit() and bool(card["words"]["time"]) and mine != theirs


def misprints(card: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """What questions would print wrongly: a name without any word of the coding's, a label that breaks off."""
    cells, other = card["cells"], wanted["cells"]
    if card["table"] == "actors":
        theirs = f"{other['name']} {other['aliases']}".lower().split()
        return [] if set(cells["name"].lower().split()) & set(theirs) else [f"name: {cells['name']}"]
    if card["table"] == "events":
        cut = cells["label"].split()[-1].lower() in ("to", "that", "of", "for", "with", "at", "from", "the", "a", "and")
        return [f"label: {cells['label']}"] if cut else []
    return []


def silent(reference: Reference, rows: dict[str, Any], paragraph: str) -> list[str]:
    """Statements of the coding in a paragraph, one for each speaker who does not speak there in the rows."""
    speaking = {
        i
        for c in rows.values()
        if c["table"] == "statements" and c["paragraph"] == paragraph
        for i in split_list(c["cells"]["source_ids"])
    }
    missing: dict[str, str] = {}
    for other, card in reference.cards.items():
        if card["table"] == "statements" and card["paragraph"] == paragraph:
            for actor_id in split_list(card["cells"]["source_ids"]):
                if reference.ids.get(actor_id) not in speaking:
                    missing.setdefault(actor_id, other)
    return list(dict.fromkeys(missing.values())) if speaking else []


def faults(reader: Reader) -> list[str]:
    """What keeps a report from being ready: nothing, when all is done."""
    page, reference = reader.page, reader.reference
    found = []
    for name in LISTS:
        found += [f"{name}: {sentence}" for sentence in page.lists[name]["lacks"]]
        for key in page.lists[name]["rows"]:
            card = page.rows[key]
            if card["draft"] and reader.to_the_end:
                found.append(f"{key} in {name} is a draft")
            if card["draft"] or card["faults"]:
                continue
            if card["table"] == "positions":
                continue
            wanted = reference.cards[reader.twins[key]]
            for column in ASKED[card["table"]]:
                if falsifies(reference, card, reader.twins[key], column):
                    found.append(f"{key} {column}: {card['cells'][column]!r} is wrong")
            for role in WORDS[card["table"]]:
                if places(wanted, role) and not alike(places(card, role), places(wanted, role), role):
                    found.append(f"{key} {role}")
            if is_wrong_day(card, wanted):
                found.append(f"{key} timex")
            found += [f"{key} {printed}" for printed in misprints(card, wanted)]
            if card["table"] == "actors" and (wrong := reader.wrong_names(key)):
                found.append(f"{key} is not meant by {wrong}")
    whose = {c["cells"]["actor_id"] for c in page.rows.values() if c["table"] == "positions"}
    found += [f"{actor_id} is a draft" for actor_id in whose if page.rows[actor_id]["draft"]]
    paragraphs = dict.fromkeys(card["paragraph"] for card in page.rows.values())
    found += [
        f"{other} is missing"
        for p in paragraphs
        if not any(c["draft"] for c in page.rows.values() if c["table"] == "statements" and c["paragraph"] == p)
        for other in silent(reference, page.rows, p)
    ]
    ours = {
        (c["cells"]["actor_id"], c["cells"]["issue"], c["cells"]["stance"])
        for c in page.rows.values()
        if c["table"] == "positions"
    }
    for other, card in reference.cards.items():
        if card["table"] == "positions":
            cells = card["cells"]
            wanted = (reference.ids.get(cells["actor_id"]), reader.issues.get(cells["issue"]), cells["stance"])
            found += [] if wanted in ours else [f"{other} is missing"]
    return found


def topics_asked(folder: Path) -> dict[str, int]:
    """How many questions each topic of these lessons now has."""
    article, found = check_article(folder)
    assert article is not None, found
    tables = {"statements", "events", "positions", "actors"}
    return {topic: len(made_for(article, topic)) for topic, (*_, needs) in TOPICS.items() if tables >= set(needs)}


def make_ready(folder: Path, *, to_the_end: bool = False) -> Typist:
    """Make the draft of one report ready: until the lessons have all their questions, or to the end of their lists."""
    with tempfile.TemporaryDirectory() as place:
        reference, typist = begin(folder, Path(place), issues=False)
        reader = Reader(reference, typist, to_the_end=to_the_end)
        for name in LISTS:
            reader.go_through(name)
        left = faults(reader) + [
            f"{name} has not all its questions" for name in LISTS if not typist.page.lists[name]["enough"]
        ]
        assert not left, left
        typist.topics = topics_asked(typist.page.bench.review.folder)
        return typist
