"""Find the words: sentences or words are marked in the article."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from ...base.strings import text
from ...coding.article import CodedArticle
from ...coding.pointers import Pointer
from ...coding.units import units_at, units_of
from ...text.spans import in_pieces
from ..in_words import InWords, as_it_stands, gone, marked_lines, pointer_line, quoted
from .base import NOT_YET, RIGHT, KeyPart, Kind, Mark, nothing_yet


class FindWords(Kind):
    """An answer is a list of units' names, such as p4.s2 for the second sentence of p4."""

    name = "find-words"
    seconds = 60
    key_field = "spans"
    judged = True
    marks_text = True

    @cached_property
    def asked_for(self) -> frozenset[str]:
        return self._units_at(self.key.spans)

    @cached_property
    def accepted(self) -> frozenset[str]:
        return self._units_at(self.key.accept_extra)

    def _units_at(self, pointers: Iterable[Pointer]) -> frozenset[str]:
        return frozenset(units_at(pointers, self.article, self.question.unit))

    def mark(self, answer: Any) -> Mark:
        marked = {str(one) for one in answer} if isinstance(answer, list) else set()
        if not marked:
            return nothing_yet("mark-first")
        hits, wrong = self.asked_for & marked, marked - self.asked_for - self.accepted
        if not wrong and hits == self.asked_for:
            return Mark(RIGHT, (text("marking", "found-all"),))
        lines = [text("marking", "found-some", hits=len(hits), right=len(self.asked_for))]
        others = marked - self.asked_for  # what may be marked as well can still be told about, until all is found
        foreseen = [near.feedback for near in self.question.near if self._units_at([near]) & others]
        if wrong and not foreseen:
            lines.append(text("marking", "wrong-words", wrong=len(wrong)))
        return Mark(NOT_YET, (*lines, *foreseen))

    def solution(self) -> list[str]:
        return list(units_at(self.key.spans, self.article, self.question.unit))

    def in_words(self, answer: Any) -> InWords:
        if not isinstance(answer, list) or not all(isinstance(one, str) for one in answer):
            return as_it_stands(answer)
        lines = marked_lines(answer, self.article, self.question.unit)
        lines += [gone(one) for one in dict.fromkeys(answer) if one not in self.units]
        return InWords(tuple(lines), "pairs" if lines else "text")

    def in_the_book(self) -> list[KeyPart]:
        said = {"marks": self.key.spans, "marks-too": self.key.accept_extra, "marks-near": self.question.near}
        return [KeyPart(text("teacher-book", label), tuple(map(_in_the_book, words))) for label, words in said.items()]

    def parts(self, answer: Any) -> list[str]:
        marked = answer if isinstance(answer, list) else []
        return sorted({one for one in marked if isinstance(one, str) and one in self.units})

    def fits(self, part: str) -> bool:
        return part in self.asked_for or part in self.accepted

    def placed(self, answer: Any) -> dict[str, str]:
        return dict.fromkeys(self.parts(answer), "marked")

    def part_in_words(self, part: str) -> str:
        unit = self.units.get(part)
        return f"{unit.paragraph_id}: {quoted(unit.text)}" if unit else part

    def page(self) -> dict[str, Any]:
        return {"text": text_pieces(self.article, self.question.unit)}


def _in_the_book(pointer: Pointer) -> tuple[str, str, str]:
    line = pointer_line(pointer)
    return ("", f"{line.label}: {line.text}", pointer.feedback)


def text_pieces(article: CodedArticle, unit: str) -> list[dict[str, Any]]:
    """The article as the page gets it to mark: each paragraph in pieces, the units with their names."""
    shown, every = [], units_of(article, unit)
    for p in article.paragraphs:
        units = [u for u in every if u.paragraph_id == p.paragraph_id]
        names = ["", *(u.name for u in units)]
        cut = in_pieces(p.text, [u.span for u in units])
        shown.append({"id": p.paragraph_id, "pieces": [{"unit": names[n], "text": words} for words, n in cut]})
    return shown
