"""Hands on the keyboard of the review bench: what they do is sent to a real bench, and every key is counted.

The rules of the page are kept here in short: a list is narrowed by typing, a word is found by its first letters,
an arrow key moves by one. `tests/browser/test_review_story.py` holds the page itself to the same keys.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Any

from communique.widgets.review_cards import text_for_page

from ..bench_page import Page

KEYED_FIELDS = 10


def _shown(alias: str) -> str:
    """An alias as the page shows it: its words first, then where it holds."""
    place, colon, words = alias.partition(": ")
    return f"{words} ({place})" if colon else alias


class Typist:
    """Somebody who reviews with the fewest keys."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys, self.acts = page, Counter(), Counter()
        self.tables: Counter[str] = Counter()
        self.origins: Counter[str] = Counter()
        self.origin = ""
        self.drafted = self.prose = 0
        self.list = next(iter(page.lists))
        self.row, self.at_work = self.order[0], ""
        self.cursor = self.place = 0
        self.field: tuple[str, int] | None = None  # the row and the place of the field that has the keyboard
        self.more_open = False
        self._places: dict[str, list[int]] = {}
        self.units = [
            (paragraph["id"], number, piece)
            for paragraph in text_for_page(page.bench.review.paragraphs)
            for piece, number in paragraph["pieces"]
            if number
        ]

    def press(self, what: str, count: int = 1) -> None:
        self.keys[what] += count
        self.tables[self.at_work] += count
        self.origins[self.origin] += count

    def send(self, do: str, **more: Any) -> dict[str, Any]:
        news = self.page.send(do, **more)
        assert "trouble" not in news, news["trouble"]
        return news

    # Rows.

    @property
    def order(self) -> list[str]:
        """The rows of the list that is shown."""
        return self.page.lists[self.list]["rows"]

    def show(self, name: str) -> None:
        """F, until the list is there; it begins at its first draft."""
        self.done()
        names = list(self.page.lists)
        self.press("moves", (names.index(name) - names.index(self.list)) % len(names))
        if name != self.list:
            self.list = name
            self.row = next((key for key in self.order if self.page.rows[key]["draft"]), self.order[0])

    def go(self, row: str) -> None:
        """Arrow keys up or down the list."""
        self.done()
        if self.row not in self.order:  # what was done took it away: the row that is now in its place
            self.row = self.order[min(self.place, len(self.order) - 1)]
        if row != self.row:
            self.press("moves", self._steps(row))
            self.row = row
        self.place = self.order.index(row)

    def _steps(self, row: str) -> int:
        """Arrow keys from row to row, or Page Down and Page Up from paragraph to paragraph and arrow keys there."""
        paragraphs = [self.page.rows[key]["paragraph"] for key in self.order]
        firsts = list(dict.fromkeys(paragraphs))
        here, there = self.order.index(self.row), self.order.index(row)
        page = firsts.index(paragraphs[here])
        best = abs(there - here)
        for to, paragraph in enumerate(firsts):
            if to != page:
                best = min(best, abs(to - page) + abs(there - paragraphs.index(paragraph)))
        return best

    def accept(self, row: str) -> bool:
        """A, and on to the next draft; False where the row has a fault and has to wait."""
        self.go(row)
        self.press("accept")
        if self.send("accept", row=row).get("stay"):
            return False
        self.acts["rows accepted"] += 1
        self._on(row)
        return True

    def _on(self, row: str) -> None:
        """To the next draft."""
        place = self.order.index(row)
        behind = [*self.order[place + 1 :], *self.order[:place]]
        self.row = next((key for key in behind if self.page.rows[key]["draft"]), row)

    def drafts_beside(self, row: str) -> list[str]:
        """The drafts of a row's paragraph in the list that is shown."""
        rows = self.page.rows
        return [key for key in self.order if rows[key]["draft"] and rows[key]["paragraph"] == rows[row]["paragraph"]]

    def accept_paragraph(self, row: str) -> None:
        """P in the paragraph of a row; then what is left of it, or the next draft."""
        beside = self.drafts_beside(row)
        if self.row not in self.order or self.page.rows[self.row]["paragraph"] != self.page.rows[row]["paragraph"]:
            self.go(min(beside, key=lambda key: abs(self.order.index(key) - self.order.index(self.row))))
        self.done()
        self.press("accept")
        before = sum(card["draft"] for card in self.page.rows.values())
        self.send("paragraph", row=self.row, list=self.list)
        self.acts["rows accepted"] += before - sum(card["draft"] for card in self.page.rows.values())
        left = self.drafts_beside(self.row)
        if left:
            self.row = left[0]
        else:
            self._on(self.row)

    def stand(self, row: str, issue: str, title: str, stance: str) -> str:
        """S, the number of the issue (or its title and Enter), the number of the stance; gives the issue's name."""
        self.go(row)
        asked = self.send("issues", row=row)["issues"]
        self.press("positions", 3)
        if not issue and title not in asked["suggested"]:
            self.press("typed text", len(title))
        self.acts["positions made"] += 1
        self.send("stand", row=row, stance=stance, **({"issue": issue} if issue else {"title": title}))
        self._on(row)
        return issue or list(self.page.bench.review.issues)[-1]

    def delete(self, row: str, instead: str = "") -> None:
        self.go(row)
        place = self.order.index(row)
        self.press("delete")
        self.acts["rows deleted"] += 1
        if "leans" in self.send("delete", row=row):
            table = self.page.rows[row]["table"]
            others = {k: c["title"].lower() for k, c in self.page.rows.items() if k != row and c["table"] == table}
            keys = self._prefix(others[instead], list(others.values())) + 1 if instead else 3  # Tab, Tab, Enter
            self.press("delete", keys)
            self.send("delete", row=row, sure=True, instead=instead)
        self.row = self.order[min(place, len(self.order) - 1)]

    @staticmethod
    def _prefix(wanted: str, others: list[str]) -> int:
        return next(
            n for n in range(1, len(wanted) + 1) if [o for o in others if o.startswith(wanted[:n])][:1] == [wanted]
        )

    # Fields.

    def set(self, row: str, column: str, value: str) -> None:
        """Give a field another value by keys: its figure or Tab leads there, letters narrow, Tab or Enter takes."""
        card = self.page.rows[row]
        fields = self.page.bench.fields[card["table"]]
        at = next(n for n, f in enumerate(fields) if f["column"] == column)
        self._lead_to(row, fields, at)
        field = fields[at]
        if field["holds"] == "text":
            self.press("typed text", len(value) or 1)
        elif field["holds"] == "one":
            options = list(self._options(row, field))
            self.press("choices", self._narrowed(options, value) if value else 1)
        else:
            now = {part.strip() for part in card["cells"][column].split("|") if part.strip()}
            wanted = {part.strip() for part in value.split("|") if part.strip()}
            names = [[v, _shown(v)] for v in now] if field["holds"] == "names" else list(self._options(row, field))
            free = field["holds"] == "names"
            for guess in [one for one in now if "?:" in one and one.replace("?:", ":") in wanted] if free else ():
                self.press("choices", self._narrowed([["", f"accept the guess: {_shown(guess)}"], *names], ""))
                now, wanted = now - {guess}, wanted - {guess.replace("?:", ":")}
            last = [part.strip() for part in card["cells"][column].split("|")][-1]
            for part in sorted(now - wanted):
                self.press("choices", 1 if part == last else self._narrowed(names, part))  # Backspace
            for part in sorted(wanted - now):
                self.press(*(("typed text", len(part)) if free else ("choices", self._narrowed(names, part))))
            self.press("fields", max(0, len(now ^ wanted) - 1 - (last in now - wanted)))  # a comma between them
        self.acts["fields changed"] += 1
        self.send("edit", row=row, column=column, value=value)

    def _lead_to(self, row: str, fields: list[dict[str, Any]], at: int) -> None:
        first = sum(not f["more"] for f in fields)
        assert first <= KEYED_FIELDS
        more = fields[at]["more"]
        stop = at + 1 if more else at  # the line "More fields" is a stop of its own
        if self.field and self.field[0] == row and 0 < stop - self.field[1] <= 2:
            self.press("fields", stop - self.field[1])
        else:
            self.done()
            self.go(row)
            self.press("fields", 1 + stop - (first - 1) if more else 1)
        if more and not self.more_open:
            self.press("fields")
            self.more_open = True
        self.field = (row, stop)

    def done(self) -> None:
        """Enter takes what was typed and leads back to the list."""
        if self.field:
            self.press("fields")
            self.field = None

    def _options(self, row: str, field: dict[str, Any]) -> list[list[str]]:
        if field["column"] == "mode":
            return self.page.bench.modes[self.page.rows[row]["cells"]["event"]]
        if not field["rows"]:
            return field["options"]
        own = [["reporter", "the report itself"]] if "reporter" in field["rows"] else []
        here = self.page.rows[row]["paragraph"]
        near = sorted(
            self.page.rows.items(), key=lambda one: all(mark["paragraph"] != here for mark in one[1]["marks"])
        )
        for key, card in near:  # those of the same paragraph first
            if card["table"] in field["rows"] and key != row:
                own.append([key, card["title"] if card["table"] == "actors" else f"{key} {card['title']}"])
        return own

    @staticmethod
    def _narrowed(options: list[list[str]], value: str) -> int:
        """The fewest letters and arrow keys that bring the value under Enter."""
        words = next(w for v, w in options if v == value).lower()
        starts = {words[i:] for i in range(len(words))}
        best = len(options) + 1
        for start in starts:
            for size in range(1, min(len(start), best) + 1):
                typed = start[:size]
                shown = [v for v, w in options if w.lower().startswith(typed)]
                shown += [v for v, w in options if typed in w.lower() and not w.lower().startswith(typed)]
                best = min(best, size + shown.index(value))
        return best

    # Words.

    def mark(self, row: str, role: str, paragraph: str, first: int, last: int) -> None:
        """Give a row other words."""
        self.go(row)
        card = self.page.rows[row]
        roles = list(card["words"])
        old = next((m for m in card["marks"] if m["role"] == role), None)
        self.press("marks", 1 if role == roles[0] else 2)
        if old:
            self.cursor = self._place(old["paragraph"], old["last"])
        self._mark(paragraph, first, last)
        self.press("marks")
        self.acts["words marked"] += 1
        self.send("words", row=row, role=role, mark={"paragraph": paragraph, "first": first, "last": last})

    def add(self, table: str, paragraph: str, first: int, last: int) -> str:
        """A new row from marked words; gives its key."""
        self.done()
        self.press("marks", 2)
        self._mark(paragraph, first, last)
        self.acts["rows added"] += 1
        mark = {"paragraph": paragraph, "first": first, "last": last}
        self.row = self.send("add", table=table, mark=mark)["go"]
        return self.row

    def _place(self, paragraph: str, number: int) -> int:
        return next(i for i, unit in enumerate(self.units) if unit[:2] == (paragraph, number))

    def _mark(self, paragraph: str, first: int, last: int) -> None:
        start, end = self._place(paragraph, first), self._place(paragraph, last)
        self.press("marks", self._jump(self.cursor, start, held=False))
        if end > start:
            self.press("marks", 1 + self._jump(start, end, held=True))
        self.cursor = end

    def _jump(self, at: int, to: int, *, held: bool) -> int:
        """The fewest keys from one unit to another: letters of its beginning, paragraphs and arrow keys."""
        best = abs(to - at)
        paragraph = self.units[at][0]
        for wanted in {unit[2].lower() for unit in self.units[max(0, to - 6) : to + 6]}:
            for size in range(1, min(len(wanted), 8) + 1):
                found = at
                for n in range(1, size + 1):
                    found = self._find(wanted[:n], found, held, paragraph)
                best = min(best, size + abs(to - found))
        return best

    def _find(self, typed: str, at: int, held: bool, paragraph: str) -> int:
        start = at if len(typed) > 1 else at + 1
        fits = self._beginning(typed)
        if held:
            fits = [place for place in fits if self.units[place][0] == paragraph]
        ahead = bisect_left(fits, start)
        return fits[ahead] if ahead < len(fits) else at if held or not fits else fits[0]

    def _beginning(self, typed: str) -> list[int]:
        """The places of the units that begin with some letters, in order."""
        if typed not in self._places:
            self._places[typed] = [at for at, unit in enumerate(self.units) if unit[2].lower().startswith(typed)]
        return self._places[typed]
