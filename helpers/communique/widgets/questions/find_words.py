"""The widget for questions of the kind "find-words": the answer is marked in the article."""

from __future__ import annotations

from typing import Any

import traitlets

from ...coding.article import CodedArticle
from ...coding.units import Unit, units_of
from ...questions.question import Question
from ..base import page_code
from .question import QuestionWidget


class FindWords(QuestionWidget):
    """A question that is answered by marking sentences or words of the article; see QuestionWidget."""

    _esm = page_code("questions/find_words")

    text = traitlets.List().tag(sync=True)

    def __init__(self, question: Question, article: CodedArticle, *rest: Any, **traits: Any) -> None:
        self._units = {unit.name: unit for unit in units_of(article, question.unit)}
        super().__init__(question, article, *rest, text=text_pieces(article, question.unit), **traits)

    def _label(self, name: str) -> str:
        unit = self._units.get(name)
        return f"{unit.paragraph_id}: “{unit.text}”" if unit else super()._label(name)


def text_pieces(article: CodedArticle, unit: str) -> list[dict[str, Any]]:
    """The article as the page gets it to mark: each paragraph in pieces, the units with their names."""
    units = units_of(article, unit)
    return [
        {"id": p.paragraph_id, "pieces": _cut(p.text, [u for u in units if u.paragraph_id == p.paragraph_id])}
        for p in article.paragraphs
    ]


def _cut(text: str, units: list[Unit]) -> list[dict[str, str]]:
    """The paragraph as pieces: units with their names, and what stands between them."""
    pieces, at = [], 0
    for unit in units:
        if unit.span.start > at:
            pieces.append({"unit": "", "text": text[at : unit.span.start]})
        pieces.append({"unit": unit.name, "text": unit.text})
        at = unit.span.end
    if at < len(text):
        pieces.append({"unit": "", "text": text[at:]})
    return pieces
