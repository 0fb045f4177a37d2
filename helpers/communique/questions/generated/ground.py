"""What generated questions may stand on: rows that a person accepted and that careful readers do not dispute."""

from __future__ import annotations

import hashlib
import random
import textwrap
from collections.abc import Iterable

from ...base.strings import text
from ...coding.article import HEADLINE, CodedArticle, Evidence, Row
from ...coding.pointers import Pointer
from ...text.spans import find_all

_LONGEST = 150
_MARKS = '“”"'


class Ground:
    """An article's rows, sorted into firm ones and doubtful ones.

    A row is firm where it is accepted and not contested. What a draft or a contested row says may be so or not:
    it is neither a right answer nor a wrong one, so it keeps a question from being asked.

    Parameters:
        article: any coded article.
    """

    def __init__(self, article: CodedArticle) -> None:
        self.article = article
        self._rows = {row["id"]: row for rows in article.tables.values() for row in rows}
        self._seed = hashlib.sha256(article.text.encode()).hexdigest()
        self._evidence: dict[str, list[Evidence]] = {}
        for one in article.evidence:
            self._evidence.setdefault(one.row_id, []).append(one)

    def rows(self, table: str) -> tuple[Row, ...]:
        """All rows of a table, doubtful ones too."""
        return self.article.tables.get(table, ())

    def firm(self, table: str) -> list[Row]:
        """The rows of a table that questions may stand on."""
        return [row for row in self.rows(table) if self.is_firm(row)]

    def is_firm(self, row: Row | None) -> bool:
        """Whether a row is accepted and nobody disputes it."""
        return row is not None and row["status"] != "draft" and not row["contested"]

    def all_firm(self, ids: Iterable[str]) -> bool:
        """Whether there are such rows, and all of them are firm."""
        named = list(ids)
        return bool(named) and all(self.is_firm(self._rows.get(one)) for one in named)

    def row(self, row_id: str) -> Row | None:
        """The row with this id, or None."""
        return self._rows.get(row_id)

    def name(self, actor_id: str) -> str:
        """An actor's name."""
        return self._rows[actor_id]["name"]

    def others(self, than: Iterable[str]) -> list[str]:
        """Firm actors that the article names and that cannot be taken for one of these, in a settled order."""
        near = self.kin(than)
        named = {mention["actor_id"] for mention in self.article.mentions}
        return [row["id"] for row in self.firm("actors") if row["id"] in named and row["id"] not in near]

    def kin(self, actor_ids: Iterable[str]) -> set[str]:
        """Actors who could be taken for one of these: of the same country, or speaking one for the other.

        They are no wrong answers: "the state" is not plainly wrong where its spokesperson is right.
        """
        given = set(actor_ids)
        countries = {self._rows[one]["country"] for one in given} - {""}
        near = set(given)
        for row in self.rows("actors"):
            speaks = set(row["speaks_for"])
            if row["country"] in countries or speaks & given:
                near.add(row["id"])
            if row["id"] in given:
                near |= speaks
        return near

    def evidence(self, row_id: str, role: str = "") -> list[Evidence]:
        """The words of a row, those of one role where it is named."""
        return [one for one in self._evidence.get(row_id, ()) if role in ("", one.role)]

    def pointer(self, one: Evidence) -> Pointer:
        """Evidence as a question points at it: paragraph, words, and which occurrence."""
        paragraph = self.article.paragraph(one.paragraph_id)
        places = [span.start for span in find_all(paragraph.text, one.words)]
        at = one.start - paragraph.start
        return Pointer(one.paragraph_id, one.words, places.index(at) + 1 if at in places else 1)

    def pointers(self, row_id: str, role: str = "") -> tuple[Pointer, ...]:
        """The words of a row as pointers that a question can light."""
        found = [self.pointer(one) for one in self.evidence(row_id, role)]
        return tuple(one for one in found if self._stands(one))

    def _stands(self, pointer: Pointer) -> bool:
        places = find_all(self.article.paragraph(pointer.paragraph).text, pointer.words)
        return 0 < pointer.occurrence <= len(places)

    def shuffled(self, what: str, things: Iterable) -> list:
        """The things in an order that is always the same for this article and this question."""
        found = list(things)
        random.Random(f"{self._seed}/{what}").shuffle(found)
        return found


def place(paragraph_id: str) -> str:
    """A paragraph as it is called in the middle of a sentence.

    Example:
        >>> place("p4"), place("headline")
        ('paragraph 4', 'the headline')
    """
    if paragraph_id == HEADLINE:
        return text("asking", "headline")
    return text("asking", "paragraph", number=paragraph_id.removeprefix("p"))


def places(paragraph_ids: Iterable[str]) -> str:
    """Several paragraphs in a sentence, each once, in the article's order.

    Example:
        >>> places(["p9", "headline", "p4", "p9"]), places(["p4"])
        ('the headline and paragraphs 4 and 9', 'paragraph 4')
    """
    named = set(paragraph_ids)
    numbers = sorted(int(one[1:]) for one in named - {HEADLINE})
    parts = [text("asking", "headline")] if HEADLINE in named else []
    if len(numbers) == 1:
        parts.append(place(f"p{numbers[0]}"))
    elif numbers:
        parts.append(text("asking", "paragraphs", numbers=listed(map(str, numbers))))
    return listed(parts)


def listed(parts: Iterable[str]) -> str:
    """Things in a sentence: "a, b and c"."""
    *most, last = [*parts] or [""]
    return text("asking", "and", first=", ".join(most), last=last) if most else last


def short(words: str) -> str:
    """Words for a card: one line, cut where they are long."""
    return textwrap.shorten(" ".join(words.split()), _LONGEST, placeholder=" …")


def quote(words: str) -> str:
    """Words of the article between quotation marks, unless they bring their own."""
    return f"“{bare(words)}”"


def bare(words: str) -> str:
    """Words for a card without the marks of quotation around the whole of them."""
    inner = words.strip(_MARKS)
    whole = words[:1] in _MARKS and words[-1:] in _MARKS and not any(mark in inner for mark in _MARKS)
    return short(inner if whole else words)
