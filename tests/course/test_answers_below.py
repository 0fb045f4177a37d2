"""What a lesson shows is in words, and what answers a question doesn't stand openly below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import MagicMock

import communique
import nbformat
import pytest
from communique import Article, load_article
from communique.base.places import notebooks_folder
from communique.base.strings import section
from communique.coding.codes import CERTAINTY, STATEMENT_KINDS
from communique.coding.pointers import Pointer
from communique.course.course import load_course
from communique.course.lesson_key import LessonKey
from communique.questions.bank import practice_of, questions_of
from communique.questions.generated.topics import TOPICS
from communique.questions.marking import key_of
from communique.questions.question import Question
from communique.widgets.show.chart import chart_of
from communique.widgets.show.row_table import table_of

COURSE = load_course()
OWN = load_article(COURSE.article)
OTHER = load_article("beijing-2023")


@dataclass
class Shown:
    """A table or a chart's table: rows of texts with the ids of the rows behind them, and what it waits for."""

    heads: list[str]
    columns: list[list[str]]
    rows: list[list[str]]
    ids: list[list[str]]
    after: set[str]
    below: list[Question]


@dataclass
class Recorder:
    """Stands in for a lesson: it notes what is asked and what is shown, in the order of the cells."""

    article: Article
    key: LessonKey
    asked: list[Question] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)

    def ask(self, name: str) -> None:
        brought = self.article.coded if self.key.article else None
        self.asked.append(questions_of(self.key, brought)[name])

    def practice(self, topic: str) -> None:
        self.asked += practice_of(self.key, self.article.coded, topic)

    def show(self, what: Any, *, after: str | Iterable[str] = ()) -> None:
        names = [after] if isinstance(after, str) else list(after)
        waits = {name for name in names if name not in TOPICS or not self.key.article}
        for topic in set(names) - waits:
            waits |= {one.id for one in practice_of(self.key, self.article.coded, topic)}
        for one in what.values() if isinstance(what, dict) else [what]:
            view = chart_of(one).children[1] if hasattr(one, "marks") else table_of(one, self.article.coded)
            texts = [[row["name"], *row["cells"]] for row in view.rows]
            columns = [list(column) for column in zip(*texts, strict=True)]
            ids = [row["rows"] for row in view.rows]
            self.shown.append(Shown(view.columns, columns, texts, ids, waits, list(self.asked)))

    def __getattr__(self, name: str) -> Any:
        return MagicMock()


def _recorded(name: str, article: Article, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """A lesson's cells, run on an article; code that a student opens for its own sake is left out."""
    own = article is OWN
    lesson = Recorder(article, LessonKey(name, "" if own else article.slug))
    monkeypatch.setattr(communique, "open_lesson", lambda _name, **_more: lesson)
    path = notebooks_folder() / ("" if own else "any") / COURSE.lesson(name).notebook
    names: dict[str, Any] = {}
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code" and "lesson" in cell.source:
            exec(cell.source, names)
    return lesson


def _given_away(shown: Shown, article: Article) -> Iterator[str]:
    for question in shown.below:
        if question.id not in shown.after and not question.text and _tells(shown, question, article):
            yield question.id


def _tells(shown: Shown, question: Question, article: Article) -> bool:
    """Whether a table has the words of the right answer in the rows that the question is about."""
    key = key_of(question, article.coded)
    if question.kind == "find-words":
        if question.unit != "word":
            return False  # every table of the article leads to its sentences
        words = [span.words.casefold() for span in key.spans]
        found = {word for row in _lit(shown, key.spans, article) for word in words if _has(row, word)}
        return 2 * len(found) >= len(words)
    rows = _lit(shown, question.evidence, article)
    values = [{row[at].casefold() for row in rows} for at in range(len(shown.columns))] if rows else []
    if key.pairs:
        right = {
            _kind(choice.text)
            for choice in (*question.choices, *question.steps)
            for pair in key.pairs.values()
            if choice.id in {part for one in pair for part in one.split("/")}
        }
        return any(len(column & right) > 1 for column in values)
    asked = _kinds_in(question.prompt)
    if asked & {value for column in values for value in column}:
        return True
    options = {option.id: _words(option.text) for option in question.options}
    return question.kind == "choose-one" and any(
        [name for name, words in options.items() if words <= _words(_dated(cell))] == list(key.right)
        for row in rows
        for cell in row
    )


def _kinds_in(prompt: str) -> set[str]:
    """The kinds of events and statements that a question names in so many words."""
    titles = {section("codes").get(kind, kind).casefold() for kind in (*CERTAINTY, *STATEMENT_KINDS)}
    return {title for title in titles if _has([prompt], title)}


def _lit(shown: Shown, pointers: Iterable[Pointer], article: Article) -> list[list[str]]:
    """The rows whose words overlap with these."""
    places = [(one.paragraph, span) for one in pointers if (span := article.coded.place_of(one))]
    starts = {one.paragraph_id: one.start for one in article.coded.paragraphs}
    spans = [(starts[paragraph] + span.start, starts[paragraph] + span.end) for paragraph, span in places]
    lit = {
        one.row_id for one in article.coded.evidence if any(one.start < end and start < one.end for start, end in spans)
    }
    return [row for row, ids in zip(shown.rows, shown.ids, strict=True) if lit & set(ids)]


def _kind(text: str) -> str:
    return re.split(r"[:(,]", text)[0].strip().casefold()


def _has(texts: Iterable[str], word: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for text in texts)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - {"and", "the", "a"}


def _dated(cell: str) -> str:
    """A day in figures, as a question writes it."""
    found = re.fullmatch(r"2024-06-(\d\d)", cell)
    return f"{int(found[1])} June 2024" if found else cell


@pytest.mark.parametrize("article", [OWN, OTHER], ids=lambda article: article.slug)
@pytest.mark.parametrize("name", [info.name for info in COURSE.lessons])
def test_nothing_shown_openly_below_a_question_answers_it(
    name: str, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As far as a program can tell: the kinds that are asked for, the words to mark, the option that is right."""
    shown = _recorded(name, article, monkeypatch).shown
    assert [] == [question for one in shown for question in _given_away(one, article)]


@pytest.mark.parametrize("article", [OWN, OTHER], ids=lambda article: article.slug)
@pytest.mark.parametrize("name", [info.name for info in COURSE.lessons])
def test_tables_are_in_words(name: str, article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    """No raw name of a column, no row's id and no code; PLOVER's codes are only where they are taught."""
    shown = _recorded(name, article, monkeypatch).shown
    assert [] == [head for one in shown for head in one.heads if re.fullmatch(r"[a-z]+([_-][a-z]+)+", head)]
    code = re.compile(r"[A-Z]\d\d|[a-z]+_[a-z_]+" + ("" if name == "codebook" else r"|[A-Z]{3,}|[-+−]\d+(\.\d)?( .*)?"))
    assert [] == [cell for one in shown for row in one.rows for cell in row if code.fullmatch(cell)]
