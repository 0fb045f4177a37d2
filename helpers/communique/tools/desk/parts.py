"""The parts of an article that are coded at the desk, one after the other."""

from __future__ import annotations

from typing import Any

from ...base.strings import text
from ...coding.article import HEADLINE, CodedArticle

#: Entries of coding-desk.yml that hold for every article.
COMMON_ENTRIES = ("codebook", "small_words")
#: How many paragraphs make a part that a student can code in ten minutes.
_PARAGRAPHS = 4


def parts_of(article: CodedArticle, *, brought: bool) -> list[dict[str, Any]]:
    """Parts where no author has made any: all of the article, or a few paragraphs each of a long one brought."""
    names = [p.paragraph_id for p in article.paragraphs if p.paragraph_id != HEADLINE]
    if not brought or len(names) <= _PARAGRAPHS:
        return [{"id": "all", "title": text("desk", "whole"), "paragraphs": None}]
    parts = [names[at : at + _PARAGRAPHS] for at in range(0, len(names), _PARAGRAPHS)]
    return [
        {
            "id": f"{part[0]}-{part[-1]}",
            "title": text("desk", "part", first=part[0].removeprefix("p"), last=part[-1].removeprefix("p")),
            "paragraphs": part,
        }
        for part in parts
    ]
