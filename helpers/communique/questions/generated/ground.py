"""What generated questions may be based on: rows that a person accepted and that careful readers do not dispute."""

import hashlib
import random
import textwrap
from collections.abc import Callable, Iterable
from typing import TypeVar

from ...base.strings import listed, text
from ...coding.article import CodedArticle, Evidence, Mention, by_id
from ...coding.pointers import HEADLINE, Pointer
from ...coding.schema import R, Row

T = TypeVar("T")
#: How many wrong answers a question has that names one or two right ones.
MOST_WRONG = 3
_LONGEST = 150
_MARKS = '“”"'


class Ground:
    """An article's rows, sorted into firm ones and doubtful ones.

    A row is firm where it is accepted and not contested. What a draft or a contested row says may be so or not: it is
    neither a right answer nor a wrong one, so it keeps a question from being asked.
    """

    def __init__(self, article: CodedArticle) -> None:
        self.article = article
        self._seed = hashlib.sha256(article.text.encode()).hexdigest()

    @property
    def mentions(self) -> list[Mention]:
        """Where actors are named, without guesses that nobody accepted."""
        return [mention for mention in self.article.mentions if not mention.guess]

    def firm(self, rows: Iterable[R]) -> list[R]:
        return [row for row in rows if self.is_firm(row)]

    def is_firm(self, row: Row | None) -> bool:
        return row is not None and not row.draft and not row.contested

    def all_firm(self, ids: Iterable[str]) -> bool:
        """Whether there are such rows, and all of them are firm."""
        named = list(ids)
        return bool(named) and all(self.is_firm(self.article.rows.get(row_id)) for row_id in named)

    def name(self, actor_id: str) -> str:
        return self.article.names[actor_id]

    def others(self, than: Iterable[str]) -> list[str]:
        """Firm actors that the article names and that cannot be taken for one of these, in a settled order."""
        near = self.kin(than)
        named = {mention.actor_id for mention in self.mentions}
        return [actor.id for actor in self.firm(self.article.actors) if actor.id in named and actor.id not in near]

    def kin(self, actor_ids: Iterable[str]) -> set[str]:
        """Actors who could be taken for one of these: of the same country, or speaking one for the other.

        They are no wrong answers: "the state" is not plainly wrong where its spokesperson is right.
        """
        asked = set(actor_ids)
        countries = {actor.country for actor in self.article.actors if actor.id in asked} - {""}
        near = set(asked)
        for actor in self.article.actors:
            speaks_for = set(actor.speaks_for)
            if actor.country in countries or speaks_for & asked:
                near.add(actor.id)
            if actor.id in asked:
                near |= speaks_for
        return near

    def spread(self, what: str, rows: Iterable[R], value: Callable[[R], str]) -> list[R]:
        """The rows in a settled order that begins with one row for each value."""
        shuffled = self.shuffled(what, rows)
        firsts = {value(row): row for row in reversed(shuffled)}
        return list(by_id([*firsts.values(), *shuffled]).values())

    def words(self, row: Row, role: str = "words") -> Evidence:
        return self.article.evidence_of(row.id, role)[0]

    def look(self, how: str, row: Row, role: str = "words") -> str:
        evidence = self.words(row, role)
        return text("asking", how, words=quote(evidence.words), place=place(evidence.paragraph_id))

    def all_pointers(self, rows: Iterable[Row], role: str = "words") -> list[Pointer]:
        return [pointer for row in rows for pointer in self.pointers(row.id, role)]

    def pointers(self, row_id: str, role: str = "") -> tuple[Pointer, ...]:
        pointed = (self.article.pointer(evidence) for evidence in self.article.evidence_of(row_id, role))
        return tuple(pointer for pointer in pointed if pointer.occurrence)

    def shuffled(self, what: str, things: Iterable[T]) -> list[T]:
        """The things in an order that is always the same for this article and this question."""
        mixed = list(things)
        random.Random(f"{self._seed}/{what}").shuffle(mixed)
        return mixed


def place(paragraph_id: str) -> str:
    """A paragraph as it is called in the middle of a sentence."""
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


def in_places(rows: Iterable[Row | Mention]) -> dict[str, object]:
    """The paragraphs of some rows, as a prompt names them."""
    return {"places": places(row.paragraph for row in rows)}


def short(words: str) -> str:
    """Words for a card: one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else textwrap.shorten(line, _LONGEST, placeholder=" …")


def quote(words: str) -> str:
    """Words of the article between quotation marks, unless they bring their own."""
    return f"“{bare(words)}”"


def bare(words: str) -> str:
    """Words for a card without the marks of quotation around the whole of them."""
    inner = words.strip(_MARKS)
    is_one_quotation = words[:1] in _MARKS and words[-1:] in _MARKS and not any(mark in inner for mark in _MARKS)
    return short(inner if is_one_quotation else words)
