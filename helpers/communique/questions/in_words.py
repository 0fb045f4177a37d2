"""An answer as a person reads it: texts of options, quoted sentences, names of steps. One function a kind.

Answers come from a file that anyone can change. Whatever stands there, nothing here raises: what cannot
be read as an answer of its kind is given back as it stands, and said to be strange.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from ..base.strings import strings, text
from ..coding.article import HEADLINE, CodedArticle
from ..coding.loading import DEFAULT_ARTICLE
from ..coding.pointers import Pointer
from ..coding.units import units_of
from .question import Question

LONGEST_TEXT = 20_000  # letters; the boxes to write in take no more
MOST_LINES = 200
_MARKS = ('"', "“", "”")


class Line(NamedTuple):
    """A line of an answer; `label` is what it is about, `quotes` are words of the report that belong to it."""

    text: str
    label: str = ""
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class InWords:
    """An answer in words.

    `shape` is "text" (one after the other), "list", "order" (numbered) or "pairs" (each with a label).
    `strange` holds what could not be read as an answer of this kind, as it stands in the journal.
    """

    lines: tuple[Line, ...] = ()
    shape: str = "text"
    strange: str = ""


def in_words(question: Question, answer: Any, article: CodedArticle) -> InWords:
    """What a student answered, in words.

    Parameters:
        question: the question; a kind that is not known here is given back as it stands.
        answer: any JSON value, as the journal has it.
        article: the article that the question is about.

    Example:
        >>> from communique.coding.loading import load_coded
        >>> from communique.questions.reading import load_questions
        >>> in_words(load_questions("events")["which-wednesday"], "june-19", load_coded()).lines[0].text
        '19 June 2024'
    """
    shown = _KINDS[question.kind](question, answer, article) if question.kind in _KINDS else as_it_stands(answer)
    return limited(shown)


def limited(shown: InWords) -> InWords:
    """The same words, cut where there are more than a page can hold."""
    lines = tuple(Line(_short(n.text), _short(n.label), n.quotes[:MOST_LINES]) for n in shown.lines[:MOST_LINES])
    return InWords(lines, shown.shape, shown.strange)


def as_it_stands(answer: Any) -> InWords:
    """An answer that no question explains: its JSON, cut where it is long.

    Example:
        >>> as_it_stands(["a", 1]).strange
        '["a", 1]'
    """
    try:
        found = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
    except (RecursionError, TypeError, ValueError):
        found = text("in-words", "unreadable")
    return InWords(strange=_short(found, 2000))


def paragraph_label(paragraph_id: str) -> str:
    """What a paragraph is called on paper.

    Example:
        >>> paragraph_label("p4"), paragraph_label("headline")
        ('Paragraph 4', 'Headline')
    """
    if paragraph_id == HEADLINE:
        return text("in-words", "headline")
    return text("in-words", "paragraph", number=paragraph_id.removeprefix("p"))


def pointer_line(pointer: Pointer) -> Line:
    """Words that a question points at, with their place."""
    return Line(quoted(pointer.words), paragraph_label(pointer.paragraph))


def quoted(words: str) -> str:
    """Words between quotation marks, unless they bring their own.

    Example:
        >>> quoted("may arm Ukraine"), quoted('"fiery friendship"')
        ('“may arm Ukraine”', '"fiery friendship"')
    """
    return words if words[:1] in _MARKS and words[-1:] in _MARKS else f"“{words}”"


def byline(article: CodedArticle) -> str:
    """Which report the article is an account of; "" where nobody says."""
    if not article.outlet:
        return article.published.isoformat() if article.published else ""
    day = f"{article.published.day} {article.published:%B %Y}" if article.published else ""
    name = "report" if article.slug == DEFAULT_ARTICLE else "other"
    return text("byline", name, outlet=article.outlet, day=day).strip(" ,")


def _short(found: str, longest: int = LONGEST_TEXT) -> str:
    return found if len(found) <= longest else f"{found[:longest]} {text('in-words', 'cut')}"


def _chosen(question: Question, answer: Any, article: CodedArticle) -> InWords:
    if not isinstance(answer, str):
        return _listed(question, answer, article)
    return InWords((_option(question, answer),))


def _listed(question: Question, answer: Any, article: CodedArticle) -> InWords:
    if not isinstance(answer, list) or not all(isinstance(one, str) for one in answer):
        return as_it_stands(answer)
    return InWords(tuple(_option(question, one) for one in dict.fromkeys(answer)), "list")


def _ordered(question: Question, answer: Any, article: CodedArticle) -> InWords:
    shown = _listed(question, answer, article)
    return InWords(shown.lines, "order", shown.strange)


def _option(question: Question, name: str) -> Line:
    option = question.option(name)
    return Line(option.text) if option else _gone(name)


def _gone(name: str) -> Line:
    return Line(text("in-words", "gone", words=_short(name, 200)))


def _marked(question: Question, answer: Any, article: CodedArticle) -> InWords:
    if not isinstance(answer, list) or not all(isinstance(one, str) for one in answer):
        return as_it_stands(answer)
    lines = [Line(quoted(words), paragraph_label(place)) for place, words in _runs(answer, article, question.unit)]
    known = {unit.name for unit in units_of(article, question.unit)}
    lines += [_gone(one) for one in dict.fromkeys(answer) if one not in known]
    return InWords(tuple(lines), "pairs" if lines else "text")


def _runs(names: Iterable[str], article: CodedArticle, unit: str) -> list[tuple[str, str]]:
    """The marked words with their paragraphs, in the order of the report; what stands together is one quotation."""
    wanted, runs = set(names), []
    units = groupby(units_of(article, unit), key=lambda one: (one.paragraph_id, one.name in wanted))
    for (place, is_marked), run in units:
        if is_marked:
            first, *rest = run
            last = rest[-1] if rest else first
            runs.append((place, article.paragraph(place).text[first.span.start : last.span.end]))
    return runs


def _matched(question: Question, answer: Any, article: CodedArticle) -> InWords:
    if not isinstance(answer, dict) or not all(isinstance(place, str) for place in answer.values()):
        return as_it_stands(answer)
    known = [option.id for option in question.options if option.id in answer]
    gone = [name for name in answer if name not in known]
    lines = [Line(_place(question, answer[name]), _option(question, name).text) for name in [*known, *gone]]
    return InWords(tuple(lines), "pairs")


def _place(question: Question, name: str) -> str:
    """The text of a choice or step, or "lane: step"; a name that is none of these stays as it is."""
    named = {one.id: one.text for one in (*question.choices, *question.steps, *question.lanes)}
    lane, _, step = name.partition("/")
    if step and {lane, step} <= set(named):
        return f"{named[lane]}: {named[step]}"
    return named.get(name) or _gone(name).text


def _written(question: Question, answer: Any, article: CodedArticle) -> InWords:
    return InWords((Line(answer),)) if isinstance(answer, str) else as_it_stands(answer)


def _short_answer(question: Question, answer: Any, article: CodedArticle) -> InWords:
    if not isinstance(answer, dict) or not isinstance(answer.get("text"), str):
        return _written(question, answer, article)
    ticks = answer.get("ticks")
    ticked = [line.text for line in question.rubric if isinstance(ticks, list) and line.id in ticks]
    return InWords((Line(answer["text"]), *(Line(one, text("in-words", "ticked")) for one in ticked)))


def _matrix(question: Question, answer: Any, article: CodedArticle) -> InWords:
    cells = answer.get("cells") if isinstance(answer, dict) else None
    if not isinstance(cells, dict) or not all(isinstance(cell, dict) for cell in cells.values()):
        return as_it_stands(answer)
    names = {row["id"]: row["name"] for row in article.tables.get("actors", ())}
    lines = []
    for where, cell in cells.items():
        actor, _, issue = where.partition("/")
        label = f"{names.get(actor, actor)} – {article.issues.get(issue, issue)}"
        lines.append(Line(_stance(cell.get("step")), label, _quotes(cell.get("words"), article)))
    return InWords(tuple(lines), "pairs")


def _stance(step: Any) -> str:
    if step is None or step == "":
        return text("in-words", "no-step")
    known = strings()["stances"]
    return known[step] if isinstance(step, str) and step in known else as_it_stands(step).strange


def _quotes(words: Any, article: CodedArticle) -> tuple[str, ...]:
    named = [one for one in words if isinstance(one, str)] if isinstance(words, list) else []
    unit = "word" if named and all(".w" in one for one in named) else "sentence"
    return tuple(f"{paragraph_label(place)}: {quoted(said)}" for place, said in _runs(named, article, unit))


#: Kind of question -> how its answers are put into words.
_KINDS: Mapping[str, Callable[[Question, Any, CodedArticle], InWords]] = {
    "choose-one": _chosen,
    "choose-many": _listed,
    "put-in-order": _ordered,
    "find-words": _marked,
    "match-pairs": _matched,
    "place-on-scale": _matched,
    "predict-then-check": _chosen,
    "short-answer": _short_answer,
    "fill-the-matrix": _matrix,
    "open": _written,
}
